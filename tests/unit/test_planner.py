"""From a brief to a plan: ids, letters, what is refused and what best effort makes of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import attrs
import pytest

import periodize as pz
from periodize import _catalogue, _selection
from periodize._dose import Need

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
RUNS = "Tue quality; Thu easy; Sat easy; Sun long"


def brief(**changes: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km on a Sunday."""
    return pz.Brief(**{"events": (EVENT,), "start": "2027-01-25", "runs": RUNS, **changes})


def availability(**changes: Any) -> pz.Availability:
    """Say when there is time."""
    return pz.Availability(**changes)


def cards(week: pz.Week) -> list[tuple[str, ...]]:
    """Return the exercises of a week's sessions."""
    return [tuple(line.exercise for line in session.exercises) for session in week.sessions]


# --- ids and what a plan holds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dose", ["2 full", "3 full", "4 mini"])
def test_ids_count_the_sessions_of_a_week_in_order(dose: str) -> None:
    """The order is that of date and time."""
    for week in pz.plan(brief(dose=dose)).weeks:
        assert [f"w{week.week}-{number}" for number in range(1, len(week.sessions) + 1)] == [
            s.id for s in week.sessions
        ]


def test_a_plan_has_the_ref_of_its_brief() -> None:
    """The app's own id of the brief becomes the id of the plan."""
    assert "user-17/season-3" == pz.plan(brief(ref="user-17/season-3")).id


def test_without_a_ref_a_plan_has_its_digest() -> None:
    """Twelve hex digits, the same for the same brief, others for another one."""
    one, same, other = (pz.plan(brief(dose=dose)).id for dose in ("2 full", "2 full", "3 full"))
    assert re.fullmatch(r"[0-9a-f]{12}", one)
    assert (True, False, 0) == (one == same, one == other, pz.plan(brief()).revision)


def test_runs_end_with_the_season() -> None:
    """Weekly ones on the day before the event; a dated one after it stands, until the transition ends."""
    dated = (pz.Run("2027-04-22", "easy"), pz.Run("2027-05-20", "easy"))
    plan = pz.plan(brief(runs=pz.Runs("Tue quality", dated=dated)))
    assert ["2027-04-13", "2027-04-18", "2027-04-22"] == [run.date.isoformat() for run in plan.runs][-3:]


def test_a_session_says_its_phase() -> None:
    """Of its week before the event, transition after it, in the event's week too."""
    plan = pz.plan(brief(events=(attrs.evolve(EVENT, date="2027-04-14"),), runs=""))
    found = {session.phase.value for session in plan.weeks[-2].sessions}
    assert (plan.weeks[-2].weeks_out, {"transition"}) == (0, found)


# --- letters ------------------------------------------------------------------------------------------------------------


def strength_weeks(dose: str) -> list[list[tuple[str, ...]]]:
    """Return the cards of two ordinary weeks of strength in a row, the first of which has an odd number."""
    plan = pz.plan(brief(dose=dose, start="2026-11-30", athlete=pz.Athlete(level="advanced")))
    weeks = [week for week in plan.weeks if week.phase == "strength" and not week.deload][1:]
    first = next(n for n, week in enumerate(weeks) if week.week % 2 == 1 and weeks[n + 1].week == week.week + 1)
    return [cards(week) for week in weeks[first : first + 2]]


def test_two_full_sessions_are_a_and_b() -> None:
    """The same two every week."""
    one, other = strength_weeks("2 full")
    assert one[0] != one[1]
    assert one == other


def test_three_full_sessions_alternate_over_the_weeks() -> None:
    """A, B, A, then B, A, B."""
    (a, b, again), following = strength_weeks("3 full")
    assert a == again
    assert [b, a, b] == following


def test_four_mini_sessions_are_two_of_a_and_two_of_b() -> None:
    """Lower and upper each; no two are the same."""
    one, other = strength_weeks("4 mini")
    assert 4 == len(set(one))
    assert one == other


# --- warm-up, the longest running weeks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "warmed"), [("17:00", False), ("16:55", False), ("16:25", True)])
def test_a_session_right_after_a_run_needs_no_warm_up(start: str, warmed: bool) -> None:
    """Within half an hour of its end; the run lasts an hour, and the lift can only start at 18:00."""
    windows = {day: ["18:00-19:00"] for day in pz.Weekday}
    runs = "; ".join(f"{day} {start} easy 60min" for day in pz.Weekday)
    plan = pz.plan(brief(runs=runs, availability=availability(windows=windows)))
    assert {warmed} == {bool(session.warm_up) for session in plan.sessions if session.phase == "adaptation"}


def needs(monkeypatch: pytest.MonkeyPatch, given: pz.Brief) -> list[Need]:
    """Plan a brief and return what its sessions were written for, each once, in order."""
    asked: list[Need] = []
    select = _selection.select

    def listening(need: Need, catalogue: Any, memo: Any) -> Any:
        asked.append(need)
        return select(need, catalogue, memo)

    monkeypatch.setattr(_selection, "select", listening)
    pz.plan(given)
    return asked


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        pytest.param([], set(), id="all alike"),
        pytest.param(["2027-03-14"], {3}, id="one"),
        pytest.param(["2027-03-14", "2027-04-04"], {3, 6}, id="two"),
        pytest.param(["2027-03-07", "2027-03-14", "2027-04-04"], {2, 3}, id="the first two of three alike"),
        pytest.param(["2027-03-21"], set(), id="a deload is none of them"),
    ],
)
def test_the_longest_running_weeks_of_endurance(
    monkeypatch: pytest.MonkeyPatch, long: list[str], expected: set[int]
) -> None:
    """At most two of its seven weeks, where they are longer than others."""
    runs = pz.Runs(RUNS, dated=[pz.Run(date, "long", minutes=150) for date in long])
    given = brief(start="2026-11-02", runs=runs, athlete=pz.Athlete(level="advanced"))
    asked = needs(monkeypatch, given)
    assert expected == {need.week_in_phase for need in asked if need.longest_run_week and need.phase == "endurance"}


def test_a_taper_goes_on_with_the_last_phase(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does a transition; they stand at its last week, in its block."""
    asked = needs(monkeypatch, brief())
    late = {(need.phase.value, need.base, need.block, need.week_in_phase) for need in asked if not need.phase.builds}
    assert {("taper", "endurance", 2, 4), ("transition", "endurance", 2, 4)} == late


def test_without_a_phase_before_it_a_taper_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to go on with."""
    asked = needs(monkeypatch, brief(start="2027-04-05", athlete=pz.Athlete(level="advanced")))
    assert {(None, 0, 1, 1)} == {(need.base, need.block, need.week_in_phase, need.phase_weeks) for need in asked}


# --- what is refused ----------------------------------------------------------------------------------------------------


def test_unknown_words_to_avoid_are_refused() -> None:
    """All of them, each at its place with the nearest known word; known ones are fine."""
    athlete = pz.Athlete(avoid=("back_squt", "knee_flexion", "legs", "quite another thing"))
    with pytest.raises(pz.DecodeError) as error:
        pz.plan(brief(athlete=athlete))
    message = "must be an exercise, a movement or a part of the body"
    assert [
        ("/athlete/avoid/0", message, "back_squt", "maybe back_squat"),
        ("/athlete/avoid/3", message, "quite another thing", ""),
    ] == [(item.pointer, item.message, item.value, item.hint.partition(" or ")[0]) for item in error.value.problems]


@pytest.mark.parametrize("words", [("back_squat",), ("knee_flexion", "legs", "push")])
def test_known_words_are_avoided(words: tuple[str, ...]) -> None:
    """What is avoided may be an exercise, a movement or a part."""
    plan = pz.plan(brief(athlete=pz.Athlete(avoid=words)))
    lines = [line for session in plan.sessions for line in session.exercises]
    assert [] == [line.exercise for line in lines if {line.exercise, *line.movements} & set(words)]


def test_who_should_see_a_professional_gets_no_plan() -> None:
    """It says so, and nothing in the brief would help."""
    with pytest.raises(pz.InfeasibleError) as error:
        pz.plan(brief(athlete=pz.Athlete(screening="refer")))
    (clash,) = error.value.conflict
    assert ("fact", "athlete.screening", ()) == (clash.kind, clash.code, error.value.relaxations)
    assert "professional" in str(error.value)


def test_best_effort_for_who_should_see_a_professional_has_no_session() -> None:
    """The season is laid out all the same, and nothing is said of a referral."""
    plan = pz.plan(brief(athlete=pz.Athlete(screening="refer")), best_effort=True)
    codes = {finding.code for finding in pz.check(plan).errors}
    assert ((), 13, {"PZ201"}) == (plan.sessions, len(plan.weeks), codes)


INFEASIBLE = {
    "the weekend alone": {"availability": availability(days=("sat", "sun"))},
    "no open day": {"availability": availability(days=())},
    "no open hours": {"availability": availability(days=("mon", "wed"), windows={"mon": ["08:00-08:10"]})},
    "one day": {"availability": availability(days=("wed",))},
    "no open hour after the runs": {
        "availability": availability(windows={day: ["06:00-07:00"] for day in pz.Weekday}),
        "runs": "; ".join(f"{day} 08:00 easy" for day in pz.Weekday),
    },
}


@pytest.mark.parametrize("changes", INFEASIBLE.values(), ids=INFEASIBLE)
def test_what_cannot_be_planned_is_refused_with_reasons(changes: dict[str, Any]) -> None:
    """Each names what clashes and in which weeks; the ways out were planned and work."""
    with pytest.raises(pz.InfeasibleError) as error:
        pz.plan(brief(**changes))
    assert error.value.conflict
    assert all(clash.weeks and clash.label and clash.kind in ("fact", "rule") for clash in error.value.conflict)
    assert [True] * len(error.value.relaxations) == [pz.check(pz.plan(way.brief)).ok for way in error.value.relaxations]


@pytest.mark.parametrize("changes", INFEASIBLE.values(), ids=INFEASIBLE)
def test_best_effort_leaves_sessions_out(changes: dict[str, Any]) -> None:
    """And breaks no other law than the weekly minimum."""
    plan = pz.plan(brief(**changes), best_effort=True)
    assert {"PZ201"} == {finding.code for finding in pz.check(plan).errors}


def test_best_effort_makes_the_same_plan_where_there_is_one() -> None:
    """Where a plan without an error exists, best effort changes nothing."""
    assert pz.plan(brief()) == pz.plan(brief(), best_effort=True)


def test_no_open_day_gives_no_session() -> None:
    """There is nowhere to put one."""
    assert () == pz.plan(brief(availability=availability(days=())), best_effort=True).sessions


# --- the shortest seasons -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [0, 1, 2, 3, 6, 7, 13])
@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("level", ["novice", "advanced"])
def test_the_shortest_seasons_are_planned(level: str, weekday: int, days: int) -> None:
    """From a start on the event's day on, whatever its weekday: no error, and no session on the day."""
    date = dt.date(2027, 4, 12) + dt.timedelta(days=weekday)
    event = pz.Event("Race", date, distance_km=42.195)
    plan = pz.plan(brief(events=(event,), start=date - dt.timedelta(days=days), athlete=pz.Athlete(level=level)))
    assert () == pz.check(plan).errors
    assert date not in {session.date for session in plan.sessions}
    assert date - dt.timedelta(days=days) == plan.weeks[0].start == plan.mesocycles[0].start


@pytest.mark.parametrize("days", [0, 1])
def test_nothing_stands_before_a_race_that_is_now_or_tomorrow(days: int) -> None:
    """There is no counted week."""
    start = EVENT.date - dt.timedelta(days=days)
    plan = pz.plan(brief(start=start))
    assert [] == [session.id for session in plan.sessions if session.date <= EVENT.date]
    assert ["taper", "transition"] == [mesocycle.phase.value for mesocycle in plan.mesocycles]


def test_the_plan_of_an_engine_is_the_plan() -> None:
    """An engine with the default rules plans and checks as the functions do, and keeps its own rules."""
    engine = pz.Engine()
    plan = engine.plan(brief())
    strict = pz.Engine(rules=pz.RuleSet.default().severity("PZ105", "error"))
    assert (pz.plan(brief()), pz.check(plan), False, pz.explain("PZ105")) == (
        plan,
        engine.check(plan),
        strict.check(plan).ok,
        engine.explain("PZ105"),
    )
    assert "error" == strict.explain("short-runway").severity


def test_an_athlete_who_avoids_everything_is_refused() -> None:
    """A session without an exercise is none; best effort leaves such sessions out."""
    words = sorted(_catalogue.load().known_words())
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=10),),
        start="6 weeks before",
        athlete=pz.Athlete(avoid=words),
    )
    with pytest.raises(pz.InfeasibleError, match="avoid stabilization"):
        pz.plan(brief)
    assert () == pz.plan(brief, best_effort=True).sessions


def test_the_weightiest_of_two_races_on_a_day_is_run() -> None:
    """A tune-up on the day of the season's event does not take its place."""
    events = (
        pz.Event("Zoo Marathon", "2027-04-18", distance_km=42.195),
        pz.Event("Airport 5", "2027-04-18", distance_km=5, priority="C"),
    )
    plan = pz.plan(pz.Brief(events=events, start="6 weeks before"))
    assert [42.195] == [run.distance_km for run in plan.day(plan.brief.target.date)]


def test_a_stub_does_not_make_a_deload_due() -> None:
    """Five weeks before the taper hold none, whether or not a day or two come before them."""
    brief = pz.Brief(events=(pz.Event("Race", "2027-10-04", distance_km=5),), start="2027-08-26", week_start="fri")
    assert () == pz.check(pz.plan(brief)).warnings
