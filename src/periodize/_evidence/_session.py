"""The numbers of a session: sets, repetitions, reps in reserve, pauses, holds, contacts and minutes by phase and level.

Phases, levels and volumes are named by the words of the plan (this table knows no class of ours). A *line* is one
exercise of a session: `first` and `second` are its two big lifts, `arms` the pull or push (and the calf raise) that
trained athletes load heavily too, `others` all the rest; the power phase has its own lines. Counts are per side where
an exercise is one-sided.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from periodize._evidence._guideline import Grade, Guideline


@attrs.frozen
class Scheme:
    """How one line is done.

    Attributes:
        sets: in an ordinary loading week.
        reps: from, to; the first figure is where a week's target ends up, or what double progression starts from.
        rir: reps in reserve, from, to.
        rest_seconds: the pause after each set.
    """

    sets: int
    reps: tuple[int, int]
    rir: tuple[int, int]
    rest_seconds: int


@attrs.frozen
class Circuit:
    """How the endurance phase is done in one of its loading weeks: rounds, reps (with two legs, with one), pause."""

    rounds: int
    reps: int
    one_sided_reps: int
    rest_seconds: int


# --- loading weeks ----------------------------------------------------------------------------------------------------

ADAPTATION = Guideline(
    Scheme(2, (12, 15), (3, 4), 60), "sets, reps, RIR, s", Grade.MODERATE, ("Ratamess09",), "about 40-60 % of 1RM"
)
STRENGTH: Guideline[Mapping[str, Mapping[str, Scheme]]] = Guideline(
    {
        "novice": {
            "first": Scheme(3, (8, 12), (2, 3), 120),
            "second": Scheme(3, (8, 12), (2, 3), 120),
            "arms": Scheme(2, (8, 12), (2, 3), 60),
            "others": Scheme(2, (8, 12), (2, 3), 60),
        },
        "intermediate": {
            "first": Scheme(3, (6, 8), (2, 2), 150),
            "second": Scheme(3, (6, 8), (2, 2), 150),
            "arms": Scheme(3, (6, 8), (2, 2), 90),
            "others": Scheme(2, (8, 10), (2, 2), 60),
        },
        "advanced": {
            "first": Scheme(4, (3, 6), (1, 2), 180),
            "second": Scheme(3, (3, 6), (1, 2), 180),
            "arms": Scheme(3, (6, 8), (1, 2), 90),
            "others": Scheme(2, (8, 10), (1, 2), 60),
        },
    },
    "sets, reps, RIR, s",
    Grade.MODERATE,
    ("Ratamess09", "Blagrove18", "Ronnestad14"),
    "about 60-72, 74-79 and 79-89 % of 1RM; which line gets how many sets is practice",
)
STRENGTH_BODYWEIGHT_REPS = Guideline(
    (6, 12), "reps", Grade.PRACTICE, note="big lifts without a weight or machine, 3 s down; then a harder variant"
)
STEP_BACK_REPS = Guideline(
    1, "reps", Grade.PRACTICE, note="big lifts go one rep down a loading week, and this much up again after a deload"
)
RAMP = Guideline((2, 5), "sets, reps", Grade.PRACTICE, note="light sets of a weighted first lift in the strength phase")
POWER: Guideline[Mapping[str, Scheme]] = Guideline(
    {
        "fast": Scheme(3, (3, 5), (4, 6), 120),
        "fast_push": Scheme(3, (5, 5), (4, 6), 90),
        "others": Scheme(2, (6, 8), (3, 4), 60),
    },
    "sets, reps, RIR, s",
    Grade.MODERATE,
    ("Ratamess09", "ACSM26"),
    "30-60 % of 1RM or bodyweight, as fast as can be, never near failure",
)
JUMPS: Guideline[Mapping[str, Mapping[str, Scheme]]] = Guideline(
    {
        "novice": {"jump": Scheme(3, (3, 5), (0, 0), 60), "side_jump": Scheme(3, (3, 3), (0, 0), 60)},
        "intermediate": {"jump": Scheme(4, (4, 5), (0, 0), 75), "side_jump": Scheme(3, (3, 4), (0, 0), 75)},
        "advanced": {"jump": Scheme(4, (4, 5), (0, 0), 90), "side_jump": Scheme(3, (3, 4), (0, 0), 75)},
    },
    "sets, reps, no RIR, s",
    Grade.PRACTICE,
    ("Ratamess09", "ACSM26"),
    "land, reset, jump again",
)
NO_JUMP_REPS = Guideline(5, "reps", Grade.PRACTICE, note="of the quick lines of an athlete who does not jump")
JUMP_STEP_WEEKS = Guideline(2, "loading weeks", Grade.PRACTICE, note="a jump's reps go up by one after these")
ENDURANCE: Guideline[tuple[Circuit, ...]] = Guideline(
    (
        Circuit(2, 15, 15, 45),
        Circuit(2, 20, 15, 45),
        Circuit(2, 25, 20, 45),
        Circuit(2, 25, 20, 30),
        Circuit(3, 20, 15, 30),
    ),
    "rounds, reps, reps a side, s",
    Grade.MODERATE,
    ("origin", "Ratamess09", "Haff16"),
    "loading week by loading week: more reps, then a shorter pause, then the third round; the steps are practice",
)
ENDURANCE_RIR = Guideline((2, 3), "RIR", Grade.PRACTICE, note="about 40-60 % of 1RM")
ENDURANCE_ROUNDS_BEFORE_END = Guideline(
    2, "rounds", Grade.PRACTICE, note="the most in the two longest running weeks and in the phase's last two weeks"
)
ENDURANCE_LAST_WEEKS = Guideline(2, "weeks", Grade.PRACTICE, note="the taper is reckoned from these")
HOLD_SECONDS: Guideline[Mapping[str, tuple[int, int, int]]] = Guideline(
    {
        "adaptation": (20, 30, 5),
        "strength": (30, 40, 5),
        "power": (30, 30, 0),
        "endurance": (30, 60, 10),
        "taper": (30, 30, 0),
        "transition": (20, 20, 0),
    },
    "s from, to, more each loading week",
    Grade.PRACTICE,
)
HOLD_REST_SECONDS = Guideline(45, "s", Grade.PRACTICE, note="after a hold that stands alone")
PAIR_REST_SECONDS: Guideline[Mapping[str, Mapping[str, int]]] = Guideline(
    {
        "adaptation": {"novice": 45, "intermediate": 45, "advanced": 45},
        "strength": {"novice": 45, "intermediate": 60, "advanced": 75},
        "power": {"novice": 45, "intermediate": 45, "advanced": 45},
    },
    "s",
    Grade.PRACTICE,
    note="after each set of paired lines: with the partner's set two minutes or more pass between sets of one big lift",
)
MINI_SETS: Guideline[tuple[int, int]] = Guideline(
    (3, 2), "sets", Grade.MODERATE, ("Cuthbert21",), "the first and the second pair of a short session, S and P"
)
CORE_SETS = Guideline(2, "sets", Grade.PRACTICE, note="each line of a trunk session outside the dose")

# --- first weeks, deloads, taper, after the event ---------------------------------------------------------------------

FIRST_WEEK_SETS = Guideline(1, "sets fewer", Grade.PRACTICE, note="in the first week of a phase and on re-entry")
THIRD_SHARE = Guideline(
    2 / 3,
    "share of the sets",
    Grade.MODERATE,
    ("Cuthbert21",),
    "of each of three full sessions a week, so that they hold what two do",
)
FIRST_WEEK_RIR = Guideline(1, "RIR more", Grade.PRACTICE, note="soreness: so nothing is done to one rep in reserve")
ADAPTATION_WHOLE_LINES = Guideline(
    4,
    "lines",
    Grade.PRACTICE,
    note="of a session's first week with all sets; the trunk and arm lines after them get one",
)
DELOAD_SETS: Guideline[Mapping[int, int]] = Guideline(
    {1: 1, 2: 1, 3: 2, 4: 2}, "sets", Grade.MODERATE, ("Rogerson24", "Bell23", "Coleman24"), "33-50 % fewer"
)
DELOAD_JUMP_SETS: Guideline[Mapping[int, int]] = Guideline(
    {1: 1, 2: 1, 3: 1, 4: 2}, "sets", Grade.PRACTICE, note="jumps are halved and stay as fast"
)
DELOAD_RIR = Guideline(2, "RIR more", Grade.MODERATE, ("Rogerson24",))
DELOAD_CUT = Guideline(
    (0.3, 0.6),
    "of the sets",
    Grade.MODERATE,
    ("Rogerson24", "Bell23", "Coleman24"),
    "whole sets cannot hit one figure; shortened sessions keep it",
    (0, 1),
)
RETENTION: Guideline[Mapping[str, Scheme]] = Guideline(
    {
        "novice": Scheme(2, (5, 6), (1, 2), 120),
        "intermediate": Scheme(2, (4, 6), (1, 2), 150),
        "advanced": Scheme(2, (3, 5), (1, 2), 180),
    },
    "sets, reps, RIR, s",
    Grade.MODERATE,
    ("Spiering21", "Ronnestad10"),
    "one heavy line a week after the strength phase: strength is kept where the load is; about 80 % of 1RM or more",
)
KEEP: Guideline[Mapping[str, Scheme]] = Guideline(
    {
        "novice": Scheme(2, (6, 8), (1, 2), 120),
        "intermediate": Scheme(2, (4, 6), (1, 2), 150),
        "advanced": Scheme(2, (3, 5), (1, 2), 180),
    },
    "sets, reps, RIR, s",
    Grade.MODERATE,
    ("Spiering21", "Beattie17", "Ronnestad10"),
    "the big lifts of maintenance; in the taper after it, while the race is far enough, with one set",
)
PRIMER_LINES: Guideline[Mapping[str, int]] = Guideline(
    {"full": 5, "mini": 3},
    "lines",
    Grade.PRACTICE,
    note="of the taper session after maintenance that is nearest the race",
)
TAPER_REPS: Guideline[Mapping[str, tuple[int, int]]] = Guideline(
    {"adaptation": (12, 15), "strength": (6, 8), "power": (6, 8), "endurance": (15, 20)},
    "reps",
    Grade.PRACTICE,
    ("Bosquet07",),
    "by the phase whose lines go on; the size of the cut is proven, the format is not",
)
LIGHT_RIR = Guideline(4, "RIR", Grade.PRACTICE, note="in taper and transition; the load is not raised")
LIGHT_REST_SECONDS = Guideline(60, "s", Grade.PRACTICE)
TAPER_SETS: Guideline[Mapping[str, Mapping[str, tuple[int, int]]]] = Guideline(
    {
        "half": {"full": (1, 1), "mini": (2, 2)},
        "keep": {"full": (2, 2), "mini": (2, 2)},
        "kept": {"full": (1, 1), "mini": (1, 1)},
        "primer": {"full": (1, 1), "mini": (1, 1)},
        "third": {"full": (2, 1), "mini": (2, 1)},
        "light": {"full": (1, 1), "mini": (1, 1)},
        "trunk": {"full": (1, 1), "mini": (1, 1)},
        "unloaded": {"full": (2, 2), "mini": (2, 2)},
        "restore": {"full": (2, 1), "mini": (2, 1)},
        "mobility": {"full": (2, 2), "mini": (2, 2)},
    },
    "sets of the big lifts and the calf line, or of a short session's first pair; of all others",
    Grade.STRONG,
    ("Bosquet07", "Wang23", "Smyth21"),
    "41-60 % fewer a week in the taper; half as many short sessions stand in a week at half, so each keeps its sets",
)
TAPER_PLACES = Guideline((1, 2, 4), "lines", Grade.PRACTICE, note="the big lifts and the calf line of a full session")
SHORT_RUNWAY_WEEKS = Guideline(
    (3, 4), "counted weeks", Grade.PRACTICE, note="a novice's endurance weeks are then 1-2 x 15, bodyweight"
)
SHORT_RUNWAY_REPS = Guideline((15, 15), "reps", Grade.PRACTICE)
SHORT_RUNWAY_RIR = Guideline(4, "RIR", Grade.PRACTICE)
RESTORE_REPS = Guideline((12, 15), "reps", Grade.PRACTICE, ("Takayama17", "Sherman84"))

# --- ages -------------------------------------------------------------------------------------------------------------

OLDER_AGE = Guideline(65, "years", Grade.MODERATE, ("Fragala19",))
OLDER_STRENGTH = Guideline(
    Scheme(3, (4, 9), (2, 2), 120),
    "most sets, reps, RIR, s",
    Grade.MODERATE,
    ("Fragala19",),
    "big lifts at 70-85 % of 1RM, in the strength phase only",
)
YOUTH_AGE = Guideline(18, "years", Grade.UNVERIFIED, ("Faigenbaum09", "Lloyd14"), "under it")
YOUTH = Guideline(
    Scheme(3, (6, 15), (3, 4), 60),
    "most sets, reps, RIR, s",
    Grade.UNVERIFIED,
    ("Faigenbaum09", "Lloyd14"),
    "light to moderate; in the endurance phase exactly 15",
)

# --- jumps ------------------------------------------------------------------------------------------------------------

HOPS = Guideline((2, 10), "sets, contacts", Grade.PRACTICE, note="low hops in the warm-up of the power phase")
CONTACTS: Guideline[Mapping[str, int]] = Guideline(
    {"novice": 60, "intermediate": 100, "advanced": 120},
    "foot contacts a session",
    Grade.PRACTICE,
    ("Haff16",),
    "lower than the book's; half of that from 50 years on and in the first power week",
    (0, 1000),
)
CONTACTS_HALVED_AGE = Guideline(50, "years", Grade.PRACTICE, limits=(0, 120))

# --- choice -----------------------------------------------------------------------------------------------------------

VARIETY_RANKS = Guideline(
    20,
    "ranks of the catalogue",
    Grade.PRACTICE,
    note="that an exercise may be worse not to stand on both days of a week",
)
PREVENTION_SETS = Guideline(
    1,
    "sets",
    Grade.WEAK,
    ("Leppanen24", "Wu24"),
    "that the side-to-side and hip lines have more, and the second big lift fewer, with emphasis on injury prevention;"
    " supervised hip and core work helped novices, unsupervised work did not",
)

# --- tempo ------------------------------------------------------------------------------------------------------------

TEMPO: Guideline[Mapping[str, str]] = Guideline(
    {"ordinary": "2-0-1-0", "learning": "2-0-2-0", "big": "2-0-1-1", "slow": "3-0-1-0", "held": "1-0-1-3"},
    "s to lower, pause, lift, pause",
    Grade.PRACTICE,
    ("ACSM26", "McLeod24"),
    "time under tension has no consistent effect of its own, so a tempo is for control: learning the big lifts in the"
    " adaptation phase, a breath between repetitions of a big lift, a slow way back for calves and hamstrings,"
    " the back held at the top",
)
BODYWEIGHT_TEMPO: Guideline[tuple[str, ...]] = Guideline(
    ("3-0-1-0", "3-0-1-0", "4-0-1-0", "4-0-1-0", "4-1-1-0"),
    "s to lower, pause, lift, pause, loading week by loading week",
    Grade.PRACTICE,
    note="big lifts without a weight get harder by a slower way down, then by a pause",
)
FAST_TEMPO = Guideline(
    "1-0-X-0",
    "s to lower, pause, lift, pause",
    Grade.MODERATE,
    ("ACSM26", "Ratamess09"),
    "the intent to be fast trains power; jumps have no tempo: land, reset, jump again",
)

# --- time and size ----------------------------------------------------------------------------------------------------

_BY_LEVEL = ("novice", "intermediate", "advanced")
SESSION_MINUTES: Guideline[Mapping[str, Mapping[str, int]]] = Guideline(
    {
        "adaptation": dict.fromkeys(_BY_LEVEL, 30),
        "strength": {"novice": 40, "intermediate": 50, "advanced": 50},
        "power": dict.fromkeys(_BY_LEVEL, 40),
        "endurance": dict.fromkeys(_BY_LEVEL, 40),
        "maintenance": {"novice": 40, "intermediate": 50, "advanced": 50},
        "taper": dict.fromkeys(_BY_LEVEL, 30),
        "transition": dict.fromkeys(_BY_LEVEL, 30),
        "mini": dict.fromkeys(_BY_LEVEL, 20),
        "trunk": dict.fromkeys(_BY_LEVEL, 15),
        "mobility": dict.fromkeys(_BY_LEVEL, 15),
    },
    "min",
    Grade.PRACTICE,
    note="of a full session by phase, of any short one, and of the race week's and the first days' after the event",
)
SESSION_SIZE: Guideline[Mapping[str, tuple[int, int, int, int]]] = Guideline(
    {"full": (5, 9, 25, 60), "mini": (3, 5, 12, 20)},
    "exercises from, to, most sets, most min",
    Grade.PRACTICE,
    limits=(0, 1440),
)
LEAST_LINES = Guideline(3, "exercises", Grade.PRACTICE, note="the fewest that a session is shortened to")
REP_SECONDS: Guideline[Mapping[str, int]] = Guideline(
    {"quick": 2, "ordinary": 3, "heavy": 4},
    "s a rep",
    Grade.PRACTICE,
    note="where no tempo is said; heavy: a main lift of 12 reps or fewer",
)
FAST_LIFT_SECONDS = Guideline(1, "s", Grade.PRACTICE, note="what a lift as fast as can be is reckoned at")
HEAVY_REPS = Guideline(12, "reps", Grade.PRACTICE, note="a main lift of more is done at the ordinary pace")
WARM_UP_LINES: Guideline[Mapping[str, int]] = Guideline(
    {"full": 3, "mini": 2}, "exercises", Grade.PRACTICE, note="none right after a run"
)
MOBILITY_LINES: Guideline[Mapping[str, int]] = Guideline(
    {"trunk": 2, "mobility": 3}, "exercises", Grade.PRACTICE, note="in the race week, and in the first days after"
)
WARM_UP_REPS = Guideline(10, "reps", Grade.PRACTICE)
WARM_UP_SECONDS = Guideline(60, "s", Grade.PRACTICE, note="of what is done for seconds, but for the first line")
WALK_SECONDS: Guideline[Mapping[str, int]] = Guideline(
    {"full": 180, "mini": 90}, "s", Grade.PRACTICE, note="the brisk walk, jog or march that a warm-up begins with"
)
CHANGE_SECONDS = Guideline(10, "s", Grade.PRACTICE, note="from one line of the warm-up to the next")
MOBILITY_SECONDS = Guideline(45, "s", Grade.PRACTICE)
SHORTEST_REST_SECONDS: Guideline[Mapping[str, int]] = Guideline(
    {"big": 120, "fast": 60, "paired": 45, "circuit": 15, "others": 30, "last": 60},
    "s",
    Grade.PRACTICE,
    ("Ratamess09", "Haff16"),
    "how far a pause is cut where the time is short; big lifts as the last resort",
)
CUT_SECONDS = Guideline(15, "s", Grade.PRACTICE, note="by which a pause is cut at a time")
CUT_REPS = Guideline(5, "reps", Grade.PRACTICE, note="by which an endurance line is cut at a time, and its hold in s")


def planned_minutes(form: str, phase: str, volume: str, level: str) -> int:
    """Return how many minutes a session is planned to last before its exercises are known.

    >>> planned_minutes("full", "strength", "loading", "novice"), planned_minutes("mini", "taper", "trunk", "novice")
    (40, 15)
    """
    table = SESSION_MINUTES.value
    word = volume if volume in ("trunk", "mobility") else "mini" if form == "mini" else phase
    return table[word][level]
