"""What a rule may ask about a plan, and what it may not ask while there is none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from tests.rules import small

import periodize as pz
from periodize import _engine
from periodize._catalogue import load
from periodize._timeline import lay_out
from periodize._view import View, hours_between, order

CATALOGUE = load()
RUNS = "Tue 07:00 easy 45min; Tue 17:00 easy 60min; Sat 23:30 long 60min"
SESSIONS = (
    small.on("1 tue", "18:30", id="a"),
    small.on("1 tue", "17:00", id="b", focus="core", minutes=20),
    small.on(
        "1 thu", "00:00", id="c", form="mini", focus="upper", minutes=30, exercises=[{"exercise": "row", "sets": 3}]
    ),
    small.on("2 sun", "00:30", id="d", exercises=[{"exercise": "row", "sets": 3}, {"exercise": "plank", "sets": 2}]),
)
PLAN = small.plan(*SESSIONS, runs=RUNS, availability=small.blackout("2 wed", "2 thu"))


def view_of(plan: pz.Plan) -> View:
    """Look at a finished plan."""
    return _engine.view_of(plan, CATALOGUE, lay_out(plan.brief))


def facts_of(plan: pz.Plan) -> View:
    """Look at the facts alone, as while placing."""
    runs: dict[dt.date, list[pz.Run]] = {}
    for run in plan.runs:
        runs.setdefault(run.date, []).append(run)
    return View(plan.brief, lay_out(plan.brief), plan.mesocycles, plan.weeks, runs, CATALOGUE)


VIEW, FACTS = view_of(PLAN), facts_of(PLAN)
A, B, C, D = (PLAN.session(name) for name in "abcd")


def date(text: str) -> dt.date:
    """Return a day of the small season as a date."""
    return dt.date.fromisoformat(small.day(text))


def ids(items: Any) -> list[str]:
    """Return the ids of runs and sessions."""
    return [item.id for item in items]


# --- items --------------------------------------------------------------------------------------------------------------


def test_a_run_comes_before_a_session_that_starts_with_it() -> None:
    """Of two runs or two sessions the id decides."""
    day = [*VIEW.sessions_on(date("1 tue")), *VIEW.runs_on(date("1 tue"))]
    assert ["r1-1", "r1-2", "b", "a"] == ids(sorted(day, key=order))


@pytest.mark.parametrize(
    ("earlier", "later", "hours"),
    [(A, C, 28.75), (B, A, 70 / 60), (A, B, -2.25), (A, A, -0.75)],
)
def test_hours_between(earlier: pz.Session, later: pz.Session, hours: float) -> None:
    """From the end of one to the start of the other, below 0 where they overlap."""
    assert hours == pytest.approx(hours_between(earlier, later))


def test_moments_are_minutes() -> None:
    """Of one line through all days."""
    assert 24 * 60 + 330 == C.moment - A.moment


# --- a finished plan ----------------------------------------------------------------------------------------------------


def test_a_view_knows_its_plan() -> None:
    """And its brief, event and open hours."""
    assert (PLAN, PLAN.brief, PLAN.brief.target, PLAN.brief.availability) == (
        VIEW.plan,
        VIEW.brief,
        VIEW.event,
        VIEW.availability,
    )


def test_what_stands_on_a_date() -> None:
    """In order of time; nothing on a free day."""
    found = [(ids(VIEW.runs_on(date(text))), ids(VIEW.sessions_on(date(text)))) for text in ("1 tue", "1 wed")]
    assert [(["r1-1", "r1-2"], ["b", "a"]), ([], [])] == found


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2027-01-03", None),
        ("2027-01-04", 1),
        ("2027-01-10", 1),
        ("2027-01-11", 2),
        ("2027-05-23", 20),
        ("2027-05-24", None),
    ],
)
def test_a_date_lies_in_the_week_that_holds_it(day: str, number: int | None) -> None:
    """First and last day belong to a week; outside the season there is none."""
    week = VIEW.week_of(dt.date.fromisoformat(day))
    assert number == (week.week if week else None)


def test_week_of_an_item() -> None:
    """It is the week of its date."""
    weeks = [VIEW.week_of(item) for item in (A, D, PLAN.runs[0])]
    assert [1, 2, 1] == [week.week for week in weeks if week]


def test_week_of_where_weeks_overlap() -> None:
    """A week that holds the date is found behind one that has begun later and ended."""
    long, short = (
        small.week(1),
        {"week": 2, "start": small.day("1 tue"), "end": small.day("1 wed"), "phase": "strength"},
    )
    view = view_of(small.plan(weeks=[long, short]))
    found = [view.week_of(date(text)) for text in ("1 mon", "1 tue", "1 fri", "2 mon")]
    assert [1, 1, 1, None] == [week.week if week else None for week in found]


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        ("2027-01-03", None),
        ("2027-01-04", "adaptation"),
        ("2027-01-25", "strength"),
        ("2027-05-09", "taper"),
        ("2027-05-10", "transition"),
        ("2027-05-24", None),
    ],
)
def test_mesocycle_of(day: str, phase: str | None) -> None:
    """By its first and last day; none outside the season."""
    mesocycle = VIEW.mesocycle_of(dt.date.fromisoformat(day))
    assert phase == (mesocycle.phase.value if mesocycle else None)


def test_weeks_of_a_mesocycle() -> None:
    """Those whose first day lies in it: a transition that begins within a week does not hold that week."""
    event = {"name": "Race", "date": small.day("18 wed")}
    view = view_of(small.plan(events=[event]))
    weeks = {mesocycle.phase.value: [week.week for week in view.weeks_of(mesocycle)] for mesocycle in view.mesocycles}
    assert ([18], [19, 20]) == (weeks["taper"][-1:], weeks["transition"])


@pytest.mark.parametrize(
    ("item", "hours", "before"),
    [
        (A, 0, []),
        (A, 0.49, []),
        (A, 0.5, ["r1-2"]),
        (A, 70 / 60, ["r1-2", "b"]),
        (A, 10.74, ["r1-2", "b"]),
        (A, 10.75, ["r1-1", "r1-2", "b"]),
        (C, 28.74, []),
        (C, 28.75, ["a"]),
        (D, 0, ["r2-3"]),
    ],
)
def test_items_before_end_within_the_hours(item: pz.Session, hours: float, before: list[str]) -> None:
    """What ends at most so many hours before it starts, over midnight too."""
    assert before == ids(VIEW.before(item, hours))


@pytest.mark.parametrize(
    ("item", "hours", "after"),
    [
        (B, 0, []),
        (B, 1.16, []),
        (B, 1.17, ["a"]),
        (A, 28.74, []),
        (A, 28.75, ["c"]),
        (PLAN.runs[0], 9.25, ["r1-2", "b"]),
        (PLAN.runs[1], 0, ["b"]),
        (PLAN.runs[1], 0.5, ["b", "a"]),
        (D, 100, ["r3-1", "r3-2"]),
    ],
)
def test_items_after_start_within_the_hours(item: pz.Run | pz.Session, hours: float, after: list[str]) -> None:
    """What starts at most so many hours after it ends; what begins during it does so too."""
    assert after == ids(VIEW.after(item, hours))


def test_totals_leave_core_sessions_out_of_the_dose() -> None:
    """Core sessions count in minutes and sets alone."""
    found = [attrs.astuple(VIEW.totals(week)) for week in PLAN.weeks[:3]]
    assert [(2, 3, 95, 3), (1, 2, 45, 5), (0, 0, 0, 0)] == found


@pytest.mark.parametrize(
    ("number", "open_days", "whole", "owed"), [(1, 7, True, 2), (2, 5, False, 1), (3, 7, True, 2), (18, 7, False, 0)]
)
def test_open_days(number: int, open_days: int, whole: bool, owed: int) -> None:
    """A blackout breaks a week, and so does the event; what is owed follows from the open days."""
    week = PLAN.weeks[number - 1]
    assert (open_days, whole, owed) == (VIEW.open_days(week), VIEW.is_whole(week), VIEW.owed(week))


def test_loading_weeks() -> None:
    """Those that build and are no deload."""
    assert [4, 5, 7, 8, 10] == [week.week for week in PLAN.weeks[3:10] if VIEW.loading(week)]


# --- facts alone --------------------------------------------------------------------------------------------------------


def test_facts_are_there_while_placing() -> None:
    """Brief, weeks, phases and runs."""
    mesocycle = FACTS.mesocycle_of(date("5 mon"))
    assert (["r1-1", "r1-2"], "strength", 7) == (
        ids(FACTS.runs_on(date("1 tue"))),
        mesocycle.phase if mesocycle else None,
        FACTS.open_days(FACTS.weeks[0]),
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda: FACTS.plan,
        lambda: FACTS.sessions_on(date("1 tue")),
        lambda: FACTS.sessions_on(date("1 wed")),
        lambda: FACTS.before(A, 24),
        lambda: FACTS.after(PLAN.runs[0], 24),
    ],
    ids=["plan", "sessions", "sessions of a free day", "before", "after"],
)
def test_sessions_are_not_there_while_placing(ask: Any) -> None:
    """Asking for them says what to do instead."""
    with pytest.raises(pz.ConfigError, match="there is none yet\nmaybe take the sessions from the arguments"):
        ask()


def test_open_hours_may_be_waived() -> None:
    """What the view is given stands for the brief's; what a week owes does not change."""
    waived = attrs.evolve(PLAN.brief.availability, days=["mon"], blackout=[])
    view = View(PLAN.brief, VIEW.timeline, PLAN.mesocycles, PLAN.weeks, {}, CATALOGUE, availability=waived)
    assert (waived, 5) == (view.availability, view.open_days(PLAN.weeks[1]))
