"""The facts of placing stated anew: candidate starts, the laws that bar, and what each session and week costs.

Standard library only, nothing of periodize. A document is a plan's without sessions: brief, mesocycles, weeks, runs.
Readings that the design leaves open are marked with "Read as".
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tests.oracles import reading
from tests.oracles.laws import PARTS, UNITS

TIERS = (
    "errors", "minimum", "short", "warnings", "advice", "shortfall", "extras", "not_preferred", "no_free_day",
    "run_days", "out_of_order", "not_after_hard", "off_habit", "uneven", "clock_times", "gap_after_run",
    "from_preferred", "late",
)  # fmt: skip
LOW = TIERS[TIERS.index("off_habit") :]
"""What a week in which a blackout closes a day costs in these counts after all else, and after the order of ties."""
FOCUSES = ("whole", "lower", "upper", "core")
HARD = frozenset({"quality", "long", "race"})
GRID, HOUR, WEEK = 5, 60, 7
DAY_LONG = 24 * HOUR
AGAIN = ((12, (4, 8)), (25, (6, 11)), (float("inf"), (7, 15)))
"""Days after an event of so many kilometres until legs may be loaded lightly, and heavily."""
UNKNOWN_KM = 21
Costs = tuple[int, ...]


class Run(NamedTuple):
    """A run or other training; `start` and `end` are minutes on one line through all days."""

    day: dt.date
    start: int
    end: int
    kind: str
    loads: frozenset[str]

    @property
    def is_cross(self) -> bool:
        """Whether it is other training than running."""
        return self.kind == "cross"


class Lift(NamedTuple):
    """A session that stands somewhere; `start` and `end` are minutes on one line through all days."""

    day: dt.date
    start: int
    end: int
    focus: str
    form: str
    phase: str | None
    heavy: bool

    @property
    def key(self) -> tuple[dt.date, int, int, bool]:
        """Its place in the order of ties: day, time, focus, the heavy one first."""
        return (self.day, self.start, FOCUSES.index(self.focus), not self.heavy)


class Wishes(NamedTuple):
    """Rules of a user's own: a weekday without a session, and days from one session to the next; "" is no rule.

    A weekday that is an error bars it. Days are asked for all sessions of 7 days; the later one is the place. And how
    many days before the event are closed to heavy legs, and to legs.
    """

    closed: int = 4
    closed_is: str = ""
    apart: int = 3
    apart_is: str = ""
    heavy_late: int = 3
    legs_late: int = 2


NOTHING = Wishes()


class Facts:
    """A document read once."""

    def __init__(self, document: reading.Document, wishes: Wishes = NOTHING) -> None:
        self.season = reading.read(document)
        self.wishes = wishes
        self.runs: dict[dt.date, list[Run]] = {}
        for raw in document["runs"]:
            day = reading.date(raw["date"])
            start = midnight(day) + reading.minute(raw["time"])
            loads = frozenset().union(*(PARTS[focus] for focus in raw.get("loads") or ()))
            self.runs.setdefault(day, []).append(Run(day, start, start + raw["minutes"], raw["kind"], loads))
        for listed in self.runs.values():
            listed.sort(key=lambda run: run.start)
        (self.goal,) = self.season.goals
        (distance,) = (raw.get("distance_km") for raw in self.season.brief["events"] if raw["priority"] == "A")
        self.distance = distance or UNKNOWN_KM
        self.tune_ups = [day for day, priority in self.season.events if priority == "B"]
        self.dose, self.form = int(self.season.brief["dose"].split()[0]), self.season.brief["dose"].split()[1]
        self.preferred = reading.minute(self.season.availability["prefer_time"])
        self.most_a_day = int(self.season.availability["max_a_day"])
        self.pins = [
            (reading.date(raw["date"]), reading.minute(raw["time"]), raw["focus"])
            for raw in self.season.availability["pinned"]
        ]
        self.prefer_days = [reading.weekday(name) for name in self.season.availability["prefer_days"]]

    def runs_on(self, day: dt.date) -> list[Run]:
        """The runs of a day without other training."""
        return [run for run in self.runs.get(day, ()) if not run.is_cross]

    def lets_lift_first(self, day: dt.date) -> bool:
        """Whether no run of a day has to come before a session."""
        return not any(run.kind in self.season.goes_first for run in self.runs_on(day))

    def near(self, lift: Lift, first: int, last: int) -> list[Run]:
        """The runs of some days around a lift."""
        days = (lift.day + n * reading.DAY for n in range(first, last + 1))
        return [run for day in days for run in self.runs.get(day, ())]


def midnight(day: dt.date) -> int:
    """The first minute of a day."""
    return day.toordinal() * reading.MINUTES_A_DAY


def costs(**tiers: int) -> Costs:
    """A tuple of all tiers; what is not named is 0."""
    return tuple(tiers.get(name, 0) for name in TIERS)


def total(listed: Sequence[Costs]) -> Costs:
    """Tuples added up, of which there is one at least."""
    return tuple(map(sum, zip(*listed, strict=True)))


# Candidates


def starts(facts: Facts, day: dt.date, minutes: int) -> list[int]:
    """When a session may start on a day, in minutes after its midnight.

    Read as: a run that began the day before makes no day with a run, nor does other training, but nothing overlaps
    them. Of two open times as near to the preferred one the earlier counts, and a preferred time off the grid is
    rounded up; one before a run is rounded down.
    """
    opened = reading.open_minutes(facts.season, day)
    zero = midnight(day)
    busy = [(run.start - zero, run.end - zero) for n in (0, 1) for run in facts.runs.get(day - n * reading.DAY, ())]
    grid = [
        start
        for start in range(0, reading.MINUTES_A_DAY, GRID)
        if any(first <= start and start + minutes <= last for first, last in opened)
        and not any(start < end and begin < start + minutes for begin, end in busy)
    ]
    found = set(near_runs(facts, day, minutes, grid))
    if facts.most_a_day > 1 and found and max(found) - min(found) < minutes:
        after = [start for start in grid if start >= min(found) + minutes]
        before = [start for start in grid if start <= min(found) - minutes]
        found |= set(after[:1] or before[-1:])
    return sorted(found)


def near_runs(facts: Facts, day: dt.date, minutes: int, grid: Sequence[int]) -> list[int]:
    """The starts on an open grid: by the runs of the day, or by the preferred time."""
    if runs := facts.runs_on(day):
        first, last = min(run.start for run in runs) - midnight(day), max(run.end for run in runs) - midnight(day)
        found = [start for start in grid if start >= last][:1]
        found.append(rounded(max(facts.preferred, last + 6 * HOUR)))
        if facts.lets_lift_first(day):
            found += [start for start in grid if start + minutes <= first][-1:]
            found.append(min(facts.preferred, first - minutes - 6 * HOUR) // GRID * GRID)
        return [start for start in found if start in grid]
    if rounded(facts.preferred) in grid:
        return [rounded(facts.preferred)]
    return sorted(grid, key=lambda start: (abs(start - facts.preferred), start))[:1]


def rounded(minute: int) -> int:
    """A minute rounded up to the grid."""
    return -(-minute // GRID) * GRID


def every_start(facts: Facts, week: reading.Span, slot: reading.Document) -> list[Lift]:
    """Where a slot's session may stand, whatever laws it breaks there."""
    found = []
    day, last = reading.date(slot["first"]), reading.date(slot["last"])
    while day <= last:
        phase = "transition" if day > facts.goal else week.phase
        loading = phase in reading.LOADING and not week.deload
        kept = slot["heavy_until"] is not None and day <= reading.date(slot["heavy_until"])
        heavy = (loading or kept) and slot["focus"] in reading.LEG_FOCUS
        for start in starts_of(facts, day, slot):
            begin = midnight(day) + start
            found.append(Lift(day, begin, begin + slot["minutes"], slot["focus"], slot["form"], phase, heavy))
        day += reading.DAY
    return found


def starts_of(facts: Facts, day: dt.date, slot: reading.Document) -> list[int]:
    """When a slot's session may start on a day: a trunk session as soon after the last run as it can, or once."""
    found = starts(facts, day, slot["minutes"])
    if slot["focus"] == "core" and found:
        end = max((run.end - midnight(day) for run in facts.runs_on(day)), default=0)
        found = [start for start in found if start >= end][:1] or found[-1:]
    pinned = [start for date, start, focus in facts.pins if (date, focus) == (day, slot["focus"])]
    return sorted({*found, *pinned})


def candidates(facts: Facts, week: reading.Span, slot: reading.Document) -> list[Lift]:
    """Where a slot's session may stand without an error of its own."""
    return [lift for lift in every_start(facts, week, slot) if not barred(facts, lift)]


# Laws


def barred(facts: Facts, lift: Lift) -> bool:
    """Whether a session is an error where it stands, whatever the others are: PZ301, 303, 304, 701, 702, 704."""
    left = (facts.goal - lift.day).days
    return (
        any(lift.start < run.start and run.kind in facts.season.goes_first for run in facts.runs_on(lift.day))
        or not any(
            first <= lift.start - midnight(lift.day) and lift.end - midnight(lift.day) <= last
            for first, last in reading.open_minutes(facts.season, lift.day)
        )
        or any(lift.start < run.end and run.start < lift.end for run in facts.near(lift, -1, 1))
        or lift.end - lift.start > facts.season.availability["max_session_minutes"]
        or lift.day in {day for day, _ in facts.season.events}
        or (lift.heavy and 0 <= left < facts.wishes.heavy_late)
        or (lift.focus in reading.LEG_FOCUS and 0 <= left < facts.wishes.legs_late)
        or (facts.wishes.closed_is == "error" and lift.day.weekday() == facts.wishes.closed)
    )


def clash(one: Lift, other: Lift) -> bool:
    """PZ302 and PZ306: the same parts on one day or on days in a row, or two at one time."""
    shared = PARTS[one.focus] & PARTS[other.focus]
    return bool(shared and abs((one.day - other.day).days) <= 1) or (one.start < other.end and other.start < one.end)


# The objective


def alone(facts: Facts, week: reading.Span, lift: Lift) -> Costs:
    """What a session costs where it stands, whatever the others are.

    Read as: "hard days hard", and fresh legs in power, are for loading weeks; a run of 90 minutes or more is no hard
    run to lift after. A session-run warning falls short of the hours to the first run that it is about.
    """
    if lift.focus == "core":
        return extra(facts, week, lift)
    after = facts.near(lift, 0, 1)
    key_runs = [run for run in after if run.kind in HARD and run.start >= lift.start] if lift.heavy else []
    gap = min((run.start - lift.end for run in key_runs), default=DAY_LONG)
    left = (facts.goal - lift.day).days
    from_tune_ups = [(lift.day - day).days for day in facts.tune_ups]
    counted = Counter(
        warnings=(gap < DAY_LONG)  # PZ311
        + (lift.heavy and 3 <= left < 7)  # PZ703
        + legs_soon_after_or_late(facts, lift)
        + (lift.focus in reading.LEG_FOCUS and any(-2 <= days <= 1 for days in from_tune_ups)),  # PZ705
        shortfall=DAY_LONG - min(gap, DAY_LONG),
        advice=any(run.day > lift.day and run.start - lift.end >= DAY_LONG for run in key_runs)  # PZ321
        + (
            lift.heavy
            and any(
                run.end - run.start >= 90 and run.start <= lift.start and not run.is_cross
                for run in facts.near(lift, -1, 0)
            )
        )  # PZ322
        + any(run.loads & PARTS[lift.focus] and run.start <= lift.start for run in facts.near(lift, -1, 0))  # PZ324
        + is_soon_after_run(facts, lift),
        not_preferred=bool(facts.prefer_days) and lift.day.weekday() not in facts.prefer_days,
        from_preferred=abs(lift.start - midnight(lift.day) - facts.preferred),
        late=(lift.day - week.first).days,
    )
    counted += closed(facts, lift)
    if runs := facts.runs_on(lift.day):
        hard = [run for run in runs if run.kind in HARD]
        after_hard = len(runs) == len(hard) == 1 and hard[0].end - hard[0].start < 90
        counted["run_days"] = 1
        if lift.phase in reading.LOADING and not week.deload:
            counted["not_after_hard"] = bool(hard) if lift.phase == "power" else not after_hard
        gaps = [lift.start - run.end if run.start <= lift.start else run.start - lift.end for run in runs]
        counted["gap_after_run"] = max(0, 6 * HOUR - min(gaps))
        counted["out_of_order"] = facts.lets_lift_first(lift.day) and any(run.start <= lift.start for run in runs)
    return costs(**{name: int(count) for name, count in counted.items()})


def legs_soon_after_or_late(facts: Facts, lift: Lift) -> bool:
    """PZ706: light legs 2 to 4 days before the event. PZ712: legs too soon after it, by its distance."""
    if lift.focus not in reading.LEG_FOCUS:
        return False
    left = (facts.goal - lift.day).days
    if left >= 0:
        return not lift.heavy and 2 <= left < 5
    light, heavy = next(days for most, days in AGAIN if facts.distance <= most)
    return -left < (heavy if lift.heavy else light)


def closed(facts: Facts, lift: Lift) -> Counter[str]:
    """What a user's wish for a weekday without a session costs."""
    tier = "warnings" if facts.wishes.closed_is == "warning" else "advice"
    return Counter({tier: int(bool(facts.wishes.closed_is) and lift.day.weekday() == facts.wishes.closed)})


def extra(facts: Facts, week: reading.Span, lift: Lift) -> Costs:
    """What a trunk session outside the dose costs: it is to follow a run at once."""
    runs = facts.runs_on(lift.day)
    counted = closed(facts, lift)
    counted["run_days"] = not runs
    counted["from_preferred"] = abs(lift.start - max(run.end for run in runs)) if runs else 0
    counted["late"] = (lift.day - week.first).days
    return costs(**counted)


def is_soon_after_run(facts: Facts, lift: Lift) -> bool:
    """PZ323. Read as: the last run that ended counts; later hours are open if the session fits in, on any minute."""
    if lift.form != "full" or lift.phase not in {"strength", "power"}:
        return False
    end = max((run.end for run in facts.near(lift, -1, 0) if run.end <= lift.start), default=None)
    if end is None or lift.start - end >= 3 * HOUR:
        return False
    ready = end + 3 * HOUR - midnight(lift.day)
    length = lift.end - lift.start
    return any(last - max(first, ready) >= length for first, last in reading.open_minutes(facts.season, lift.day))


def together(facts: Facts, week: reading.Span, slots: Sequence[reading.Document], lifts: Sequence[Lift]) -> Costs:
    """What a week's sessions cost by how many they are and how they lie to one another.

    Read as: pins that are missed count once a week.
    """
    days = [week.first + n * reading.DAY for n in range((week.last - week.first).days + 1)]
    dealt = [lift for lift in lifts if lift.focus != "core"]
    owed = sum(slot["focus"] != "core" for slot in slots)
    free = {day for day in days if day not in facts.runs}
    units = sum(UNITS[lift.form] for lift in dealt)
    opened = sum(not reading.is_blacked_out(facts.season, day) for day in days)
    share = facts.dose * opened // WEEK if week.phase in reading.LOADING else 0
    all_taken = bool(free) and free <= {lift.day for lift in dealt}
    stand = {(lift.day, lift.start - midnight(lift.day), lift.focus) for lift in lifts}
    too_many = sum(max(0, count - facts.most_a_day) for count in Counter(lift.day for lift in lifts).values())
    return costs(
        errors=too_many + any(week.holds(pin[0]) and pin not in stand for pin in facts.pins),  # PZ305, PZ307
        minimum=reading.owes_minimum(facts.season, week) and units < 4,
        short=owed - len(dealt),
        extras=len(slots) - owed - (len(lifts) - len(dealt)),
        warnings=(units // UNITS[facts.form] < share) + (all_taken and len(days) == WEEK),  # PZ202, PZ312
        no_free_day=all_taken,
        uneven=unevenness([lift for lift in dealt if lift.focus in reading.LEG_FOCUS]),
        clock_times=max(0, len({lift.start % reading.MINUTES_A_DAY for lift in dealt}) - 1),
    )


def unevenness(legs: Sequence[Lift]) -> int:
    """Days that the smallest gap lacks to a week, as if the next week were alike; one session alone lacks none."""
    days = sorted(lift.day.toordinal() for lift in legs)
    following = [*days[1:], *(day + WEEK for day in days[:1])]
    return WEEK - min((later - day for day, later in zip(days, following, strict=True)), default=WEEK)


def wished(facts: Facts, before: Sequence[Lift], lifts: Sequence[Lift]) -> Costs:
    """What a week's sessions cost by a user's wish for days between, those of the week before known."""
    name = "warnings" if facts.wishes.apart_is == "warning" else "advice"
    near = [
        lift
        for lift in lifts
        if any(0 < (lift.day - other.day).days < facts.wishes.apart for other in (*before, *lifts))
    ]
    return costs(**{name: len(near) if facts.wishes.apart_is else 0})


def habit(facts: Facts, lifts: Sequence[Lift]) -> frozenset[int]:
    """As many weekdays as the dose has sessions, those on which most sessions stand; of equal ones the first."""
    counts = Counter(lift.day.weekday() for lift in lifts if lift.focus != "core")
    return frozenset(sorted(counts, key=lambda day: (-counts[day], day))[: facts.dose])


def off_habit(days: frozenset[int], lifts: Sequence[Lift]) -> int:
    """Sessions of the dose on other weekdays than those of a habit."""
    return sum(lift.focus != "core" and lift.day.weekday() not in days for lift in lifts)
