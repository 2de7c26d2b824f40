"""A few weeks cut out of the season of a brief, as the placement and as its oracles read them."""

import datetime as dt
from collections.abc import Iterable
from itertools import combinations, product
from typing import Any, NamedTuple

import attrs
from hypothesis import strategies as st
from tests.oracles import placing
from tests.oracles.placing_facts import LOW, NOTHING, TIERS, Lift, Wishes, every_start, midnight

import periodize as pz
from periodize import strategies
from periodize._deal import deal
from periodize._placement import place
from periodize._placement._objective import Tier
from periodize._timeline import lay_out
from periodize._units import DAY_MINUTES, clock
from periodize._view import View

ODD_TIMES = ("18:00", "18:00", "12:02", "17:13", "06:30", "20:59", "00:00")


class Season(NamedTuple):
    """Some weeks of a season: facts and slots as the placement takes them, and the same as plain values."""

    view: View
    slots: dict[int, Any]
    document: dict[str, Any]
    plain_slots: dict[int, list[dict[str, Any]]]
    runs: tuple[pz.Run, ...]

    def __repr__(self) -> str:
        """What it is cut out of."""
        return f"cut({self.view.brief!r}, weeks {[week.week for week in self.view.weeks]})"

    def opened(self) -> "Season":
        """The same weeks with no day closed."""
        brief = self.view.brief
        numbers = [week.week for week in lay_out(brief).weeks]
        first = numbers.index(self.view.weeks[0].week) if self.view.weeks else 0
        opened = attrs.evolve(brief, availability=attrs.evolve(brief.availability, blackout=()))
        return cut(opened, first, len(self.view.weeks))

    def problem(self, wishes: Wishes) -> placing.Problem:
        """The same for the oracle."""
        opened = self.opened().plain_slots if self.view.brief.availability.blackout else None
        return placing.Problem(self.document, self.plain_slots, wishes, opened)


def cut(brief: pz.Brief, first: int, count: int) -> Season:
    """Cut some weeks out of the season of a brief; runs before and after them stay known."""
    timeline = lay_out(brief)
    weeks = timeline.weeks[first : first + count]
    last = timeline.weeks[-1].end
    runs = {date: tuple(items) for date, items in brief.calendar.items() if date <= last}
    view = View(brief, timeline, timeline.mesocycles, weeks, runs, None)
    dealt = deal(brief, timeline)
    slots = {week.week: dealt[week.week] for week in weeks}
    season = Season(view, slots, {}, {}, tuple(run for listed in runs.values() for run in listed))
    return season._replace(
        document=plan_of(season, [()] * len(weeks)).to_dict(),
        plain_slots={number: list(map(plain, listed)) for number, listed in slots.items()},
    )


def plain(slot: Any) -> dict[str, Any]:
    """A slot as plain values."""
    return {
        "form": slot.form.value,
        "focus": slot.focus.value,
        "first": slot.first.isoformat(),
        "last": slot.last.isoformat(),
        "minutes": slot.minutes,
        "heavy_until": slot.heavy_until and slot.heavy_until.isoformat(),
    }


def lift_of(session: pz.Session) -> Lift:
    """A placed session as the oracle writes it."""
    start = midnight(session.date) + session.start_minute
    end = start + session.minutes
    return Lift(session.date, start, end, session.focus.value, session.form.value, session.phase.value, session.heavy)


def placed(season: Season, rules: pz.RuleSet) -> tuple[tuple[int, ...], list[list[Lift]]]:
    """The objective and the sessions of each week, as the library places them; low tiers of weeks that yield last."""
    found = place(season.slots, rules, season.view)
    assert [tier.name.lower() for tier in Tier] == list(TIERS)
    weeks = [[lift_of(item.session) for item in found.weeks[week.week]] for week in season.view.weeks]
    yielding = [found.broken[Tier[name.upper()]] for name in LOW]
    return (*(found.tiers[tier] for tier in Tier), *yielding), weeks


def keys(weeks: list[list[Lift]]) -> list[list[str]]:
    """What a placement shows: day, time, focus and phase of each week's sessions, and whether they are heavy."""
    return [
        [
            f"{lift.day:%a %d %b} {clock(lift.start % DAY_MINUTES)} {lift.focus} {lift.phase} {lift.heavy}"
            for lift in lifts
        ]
        for lifts in weeks
    ]


def compare(season: Season, rules: pz.RuleSet, wishes: Wishes = NOTHING) -> None:
    """Compare the placement with brute force: the objective, and the day, time and focus of each session."""
    expected_cost, expected = season.problem(wishes).best()
    cost, weeks = placed(season, rules)
    assert (expected_cost, keys(expected)) == (cost, keys(weeks))


def every_choice(problem: placing.Problem, number: int) -> list[tuple[Lift, ...]]:
    """Every set of sessions for a week's slots at the candidate starts, whatever laws they break."""
    facts, week, slots = problem.facts, problem.weeks[number], problem.slots[number]
    choices = []
    for slot in [slot for n, slot in enumerate(slots) if slot not in slots[:n]]:
        found = every_start(facts, week, slot)
        sizes = range(sum(other == slot for other in slots) + 1)
        choices.append([picked for size in sizes for picked in combinations(found, size)])
    return [
        tuple(sorted((lift for part in parts for lift in part), key=lambda lift: lift.key))
        for parts in product(*choices)
    ]


def plan_of(season: Season, placed: Iterable[Iterable[Lift]]) -> pz.Plan:
    """A plan with these sessions, as the check takes it."""
    view = season.view
    sessions = [
        pz.Session(
            id=f"w{week.week}-{number}",
            date=lift.day,
            time=clock(lift.start - midnight(lift.day)),
            minutes=lift.end - lift.start,
            form=lift.form,
            focus=lift.focus,
            phase=lift.phase,
            heavy=lift.heavy,
        )
        for week, lifts in zip(view.weeks, placed, strict=True)
        for number, lift in enumerate(lifts, 1)
    ]
    return pz.Plan(
        brief=view.brief,
        mesocycles=view.mesocycles,
        weeks=view.weeks,
        runs=season.runs,
        sessions=sessions,
        id="cut",
    )


DAY_OF_RUNS = {
    "none": (),
    "easy": ("easy",),
    "evening": ("17:30 easy 50min",),
    "quality": ("06:30 quality",),
    "late quality": ("18:30 quality 75min",),
    "long": ("08:00 long 120min",),
    "90 minutes": ("08:00 quality 90min",),
    "double": ("06:30 easy 40min", "17:00 quality 50min"),
    "two hard ones": ("06:30 quality", "12:00 quality 45min"),
}
A_DAY = st.sampled_from(tuple(DAY_OF_RUNS))


@st.composite
def weeks_of_runs(draw) -> str:
    """Draw the text of a week of runs, of none, one or two a day."""
    days = {day: draw(A_DAY) for day in pz.Weekday}
    return "; ".join(f"{day} {run}" for day, kind in days.items() for run in DAY_OF_RUNS[kind])


@st.composite
def dense_runs(draw, brief: pz.Brief) -> pz.Runs:
    """Draw runs on most days, and weeks that differ."""
    week = draw(weeks_of_runs())
    races = {event.date for event in brief.events}
    dated = []
    for after in draw(
        st.lists(st.integers(0, max(0, (brief.target.date - brief.start).days)), max_size=8, unique=True)
    ):
        date = brief.start + dt.timedelta(days=after)
        if date not in races:
            kind = draw(st.sampled_from(("rest", "easy", "quality", "long", "race")))
            dated.append(pz.Run(date, kind, time="08:00", minutes=draw(st.sampled_from((45, 60, 89, 90, 150)))))
    return pz.Runs(week, dated=dated)


@st.composite
def seasons(
    draw, dose: str, weeks: tuple[int, int], days: tuple[int, int] = (2, 7), of: tuple[int, int] = (0, 20)
) -> Season:
    """Draw some weeks in a row of a longer season, from any of its phases: runs first, and one session a day."""
    brief = draw(briefs(dose, days, of))
    runs = attrs.evolve(
        brief.runs,
        rules=[rule for rule in brief.runs.rules if rule.kind is not pz.RunKind.CROSS],
        dated=[run for run in brief.runs.dated if run.kind is not pz.RunKind.CROSS],
    )
    availability = attrs.evolve(brief.availability, max_a_day=1, pinned=())
    brief = attrs.evolve(brief, runs=runs, availability=availability, extras="", order="run_first")
    return cut(brief, *draw(stretches(brief, weeks)))


@st.composite
def briefs(draw, dose: str, days: tuple[int, int], of: tuple[int, int]) -> pz.Brief:
    """Draw a brief with runs on few days or on most, and with any preferred days and time."""
    brief = draw(strategies.briefs(weeks=of, days=days, doses=[dose]))
    runs = draw(dense_runs(brief)) if draw(st.booleans()) else brief.runs
    prefer_days = draw(st.just(()) | st.lists(st.sampled_from(pz.Weekday), max_size=4))
    prefer_time = draw(st.sampled_from(ODD_TIMES))
    availability = attrs.evolve(brief.availability, prefer_time=prefer_time, prefer_days=prefer_days)
    return attrs.evolve(brief, runs=runs, availability=availability, ref=None)


@st.composite
def stretches(draw, brief: pz.Brief, weeks: tuple[int, int]) -> tuple[int, int]:
    """Draw so many weeks of a season, in any of its phases: the number of the first, and how many."""
    calendar = lay_out(brief).weeks
    phase = draw(st.sampled_from(sorted({week.phase for week in calendar})))
    first = draw(st.sampled_from([n for n, week in enumerate(calendar) if week.phase is phase]))
    count = draw(st.integers(*weeks))
    return min(first, max(0, len(calendar) - count)), count


RIDE, ROW, YOGA = ("09:00", 240, ("lower",)), ("18:00", 45, ("upper", "lower")), ("12:00", 60, ())
PIN_TIMES = ("18:00", "18:00", "06:05", "12:07", "19:30")


@st.composite
def all_seasons(
    draw, dose: str, weeks: tuple[int, int], days: tuple[int, int] = (2, 7), of: tuple[int, int] = (0, 20)
) -> Season:
    """Draw some weeks of a season with all that a brief can say.

    Other training, lift-first and key-session-first, trunk extras, several sessions a day, and pins that may be
    impossible, more than one a week among them.
    """
    brief = draw(briefs(dose, days, of))
    first, count = draw(stretches(brief, weeks))
    stretch = lay_out(brief).weeks[first : first + count]
    last = min(stretch[-1].end, brief.target.date)
    inside = st.integers(0, max(0, (last - stretch[0].start).days)).map(lambda n: stretch[0].start + dt.timedelta(n))
    taken = set(brief.calendar)
    other = []
    for date in draw(st.sets(inside, max_size=2)) - taken:
        time, minutes, loads = draw(st.sampled_from((RIDE, ROW, YOGA)))
        other.append(pz.Run(date, "cross", time=time, minutes=minutes, loads=loads))
    focuses = ("lower", "upper", "core") if dose == "4 mini" else ("whole", "core")
    pins = [
        pz.Pinned(date, draw(st.sampled_from(PIN_TIMES)), draw(st.sampled_from(focuses)))
        for date in (draw(st.lists(inside, max_size=3)) if draw(st.booleans()) else ())
        if brief.start <= date <= brief.target.date
    ]
    brief = attrs.evolve(
        brief,
        runs=attrs.evolve(brief.runs, dated=[*brief.runs.dated, *other]),
        availability=attrs.evolve(brief.availability, max_a_day=draw(st.sampled_from((1, 1, 2, 3))), pinned=set(pins)),
        extras=draw(st.sampled_from(("", "1 core", "2 core"))),
        order=draw(st.sampled_from(("run_first", "lift_first", "key_session_first"))),
    )
    return cut(brief, first, count)
