"""The numbers of the season's shape: how weeks are counted back, shared among phases, and lightened.

Phases are named by the words of the plan (this table knows no class of ours) or, in sequences, by their first letter.
"""

from __future__ import annotations

from collections.abc import Mapping

from periodize._evidence._guideline import Grade, Guideline

PHASE_ORDER: Guideline[tuple[str, ...]] = Guideline(
    ("adaptation", "strength", "power", "endurance", "taper"),
    "phases",
    Grade.PRACTICE,
    ("origin",),
    "the article's order: strength, power, endurance, event; no trial has proven one model best",
)

# --- counting weeks ---------------------------------------------------------------------------------------------------

START_STUB_DAYS = Guideline(
    3, "days", Grade.PRACTICE, note="a cut first week of at most these days joins the first phase and is not counted"
)
EVENT_STUB_DAYS = Guideline(
    3, "days", Grade.PRACTICE, note="an event on one of the first days of its week makes that week an extra taper week"
)
UNKNOWN_DISTANCE_KM = Guideline(
    21.0975, "km", Grade.PRACTICE, note="an unknown distance is planned like a half marathon"
)

# --- taper and transition ---------------------------------------------------------------------------------------------

TAPER_BANDS_KM = Guideline((12.0, 25.0), "km", Grade.PRACTICE, note="the last distance of all bands but the longest")
TAPER_WEEKS = Guideline(
    ((1, 1), (2, 1), (3, 2)),
    "weeks",
    Grade.STRONG,
    ("Bosquet07", "Wang23", "Smyth21"),
    "default and least for each band; two weeks are best on average, three in marathons; who gets which is practice",
)
TRANSITION_BANDS_KM = Guideline((12.0, 50.0), "km", Grade.PRACTICE, note="as the taper's bands, the second is ultras")
TRANSITION_WEEKS = Guideline(
    (1, 2, 3), "weeks", Grade.PRACTICE, note="whole weeks after the event's week, for each band of distance"
)

# --- lengths of the phases --------------------------------------------------------------------------------------------

LEAST_WEEKS: Guideline[Mapping[str, int]] = Guideline(
    {"adaptation": 2, "strength": 4, "power": 3, "endurance": 3, "taper": 1, "transition": 1},
    "weeks",
    Grade.PRACTICE,
    note="a phase that cannot have these falls; only the shortest runways have a shorter endurance phase",
)
MOST_WEEKS: Guideline[Mapping[str, int]] = Guideline(
    {"adaptation": 6, "strength": 12, "power": 6, "endurance": 8, "taper": 3, "transition": 4},
    "weeks",
    Grade.PRACTICE,
    note="a transition's three whole weeks and what is left of the event's week are at most four",
)
GROWTH = Guideline(
    "SESASPEASPSESPESSEAA",
    "phase letters",
    Grade.PRACTICE,
    note="who gets the next week above the least ones; letters not in use or at their most are passed over",
)
EVIDENCE_LEAST_WEEKS: Guideline[Mapping[str, int]] = Guideline(
    {"adaptation": 2, "strength": 6, "power": 4, "maintenance": 1},
    "weeks",
    Grade.PRACTICE,
    ("Blagrove18",),
    "of the model that keeps heavy and explosive work to the taper; gains were seen after 6 to 20 weeks",
)
EVIDENCE_MOST_WEEKS: Guideline[Mapping[str, int]] = Guideline(
    {"adaptation": 4, "strength": 12, "power": 8, "maintenance": 13},
    "weeks",
    Grade.PRACTICE,
    ("Ronnestad10", "Beattie17"),
    "of the same; strength was kept for 13 weeks and for 20 with one session a week",
)
EVIDENCE_GROWTH = Guideline(
    "SPSAMSPSAMSPSP", "phase letters", Grade.PRACTICE, note="of the same; maintenance takes what is left"
)
GROWTH_WITHOUT_STRENGTH = Guideline("EA", "phase letters", Grade.PRACTICE, note="in turn, where strength has fallen")
LONG_TAPER_WEEKS = Guideline(
    3,
    "weeks",
    Grade.PRACTICE,
    note="beside such a taper the first E of the growth comes last: the taper keeps 15+ reps",
)
ADAPTATION_WEEKS_OFF = Guideline(
    3, "weeks", Grade.PRACTICE, note="without strength work for these or more, a trained athlete begins with adaptation"
)
RETURN_ADAPTATION_WEEKS = Guideline(
    2, "weeks", Grade.PRACTICE, note="a trained athlete's adaptation on return; it never grows"
)

# --- long seasons: waves ----------------------------------------------------------------------------------------------

WAVE_WEEKS = Guideline(22, "weeks", Grade.PRACTICE, note="the most of one wave of strength, power and endurance")
WAVES_ADAPTATION_WEEKS = Guideline(
    4, "weeks", Grade.PRACTICE, note="a novice's adaptation before the first of several waves; later waves have none"
)
EARLY_WAVE_ENDURANCE_WEEKS = Guideline(
    4,
    "weeks",
    Grade.PRACTICE,
    ("Issurin08",),
    "the most in all waves but the last: strength endurance lasts 15 days, give or take 5, far less than is left",
)

EARLY_WAVE_MAINTENANCE_WEEKS = Guideline(
    4, "weeks", Grade.PRACTICE, note="the most of maintenance in all waves but the last of the evidence model"
)

# --- short seasons: rungs ---------------------------------------------------------------------------------------------

NOVICE_ADAPTATION_FROM_WEEKS = Guideline(
    8, "weeks", Grade.PRACTICE, note="counted weeks from which a novice without a strength phase has adaptation"
)
ENDURANCE_FROM_WEEKS = Guideline(3, "weeks", Grade.PRACTICE, note="counted weeks from which there is more than a taper")
LEAST_WEEKS_ALONE = Guideline(
    3, "weeks", Grade.PRACTICE, note="of the one phase that the shortest runway keeps, before the taper gives a week"
)

# --- deloads ----------------------------------------------------------------------------------------------------------

MASTERS_AGE = Guideline(
    50, "years", Grade.PRACTICE, ("Friel",), "from this age two loading weeks to a deload, not three", (0, 120)
)
LOADING_WEEKS = Guideline(
    4, "weeks", Grade.PRACTICE, (), "the most in a row; about three to one, as Friel and Daniels teach", (1, 20)
)
MASTERS_LOADING_WEEKS = Guideline(
    3, "weeks", Grade.PRACTICE, (), "the most in a row for masters; about two to one", (1, 20)
)
WEEKS_WITHOUT_DELOAD = Guideline(
    5, "weeks", Grade.PRACTICE, (), "a season with no more weeks than these before its taper has no deload", (0, 20)
)
ADAPTATION_DELOAD_FROM_WEEKS = Guideline(
    4, "weeks", Grade.PRACTICE, note="a shorter adaptation has no deload and does not count as loading"
)
DELOADS: Guideline[Mapping[int, str]] = Guideline(
    {
        3: "LLd",
        4: "LLLd",
        5: "LLLLd",
        6: "LLdLLd",
        7: "LLLdLLd",
        8: "LLLdLLLd",
        9: "LLLLdLLLd",
        10: "LLLdLLdLLd",
        11: "LLLdLLLdLLd",
        12: "LLLdLLLdLLLd",
    },
    "weeks",
    Grade.PRACTICE,
    note="loading (L) and deload (d) weeks of a phase that ends on a deload, by its length: floor((n + 2) / 4) blocks",
)
MASTERS_DELOADS: Guideline[Mapping[int, str]] = Guideline(
    {
        3: "LLd",
        4: "LLLd",
        5: "LLdLd",
        6: "LLdLLd",
        7: "LLLdLLd",
        8: "LLLdLLLd",
        9: "LLdLLdLLd",
        10: "LLLdLLdLLd",
        11: "LLLdLLLdLLd",
        12: "LLdLLdLLdLLd",
    },
    "weeks",
    Grade.PRACTICE,
    note="the same for masters: max(floor(n / 3), ceil(n / 4)) blocks",
)
DELOADS_BEFORE_TAPER: Guideline[Mapping[int, str]] = Guideline(
    {1: "L", 2: "LL", 3: "LLL", 4: "LLLL", 5: "LLdLL", 6: "LLdLLL", 7: "LLLdLLL", 8: "LLLdLLLL"},
    "weeks",
    Grade.PRACTICE,
    note="the same of an endurance phase before the taper, which is its deload",
)
MASTERS_DELOADS_BEFORE_TAPER: Guideline[Mapping[int, str]] = Guideline(
    {1: "L", 2: "LL", 3: "LLL", 4: "LLdL", 5: "LLdLL", 6: "LLdLLL", 7: "LLLdLLL", 8: "LLdLLdLL"},
    "weeks",
    Grade.PRACTICE,
    note="the same of an endurance phase before the taper, for masters",
)
