"""Trunk sessions outside the dose: where they stand, what they never count for, and that they are left out first."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.rules.small import ONE_WEEK, findings, on

import periodize as pz
from periodize._deal import deal
from periodize._timeline import lay_out

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
RUNS = "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min"
DOSES = tuple(pz.Dose)
EXTRAS = (pz.Extras.ONE_CORE, pz.Extras.TWO_CORE)


def brief(**changes: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km; the fourth is a loading week of strength."""
    return pz.Brief(**{"events": (EVENT,), "start": "2027-01-25", "runs": RUNS, **changes})


def stands(plan: pz.Plan, *, extras: bool, week: int = 4) -> list[str]:
    """Say which sessions of a week stand where: the extras, or those of the dose."""
    return [
        f"{pz.Weekday.of(item.date)} {item.time:%H:%M} {item.focus}"
        for item in plan.weeks[week - 1].sessions
        if (item.focus is pz.Focus.CORE) == extras
    ]


@pytest.mark.parametrize(("extras", "count"), [("", 0), ("1 core", 1), ("2 core", 2)])
def test_extras_are_so_many_a_week(extras: str, count: int) -> None:
    """The brief's word says how many trunk sessions a week has."""
    assert count == pz.Extras(extras).sessions


@pytest.mark.parametrize("extras", EXTRAS)
@pytest.mark.parametrize("dose", DOSES)
def test_weeks_that_build_owe_extras_and_no_others(dose: pz.Dose, extras: pz.Extras) -> None:
    """Mini sessions of 15 minutes on any day of the week, which nobody counts; deloads included."""
    given = brief(dose=dose, extras=extras)
    timeline = lay_out(given)
    dealt = deal(given, timeline)
    for week in timeline.weeks:
        core = [slot for slot in dealt[week.week] if slot.focus is pz.Focus.CORE]
        expected = [("mini", 15, False, week.start, week.end)] * (extras.sessions if week.phase.builds else 0)
        assert expected == [(slot.form, slot.minutes, slot.counted, slot.first, slot.last) for slot in core]


@pytest.mark.parametrize(
    ("dose", "extras", "expected"),
    [
        ("2 full", "1 core", ["tue 08:00 core"]),
        ("2 full", "2 core", ["tue 08:00 core", "thu 07:45 core"]),
        ("3 full", "1 core", ["tue 08:00 core"]),
        ("3 full", "2 core", ["tue 08:00 core", "thu 07:45 core"]),
        ("4 mini", "1 core", ["thu 07:45 core"]),
        ("4 mini", "2 core", ["thu 07:45 core", "sun 09:40 core"]),
    ],
)
def test_extras_follow_a_run_at_once(dose: str, extras: str, expected: list[str]) -> None:
    """Where a run's day is left by the dose, which stands as it would without them."""
    plan, plain = pz.plan(brief(dose=dose, extras=extras)), pz.plan(brief(dose=dose))
    assert (expected, stands(plain, extras=False)) == (stands(plan, extras=True), stands(plan, extras=False))
    assert pz.check(plan).ok


def test_without_runs_they_stand_on_the_days_that_are_left() -> None:
    """They take the earliest of the days without a session."""
    plan = pz.plan(brief(runs="", extras="2 core"))
    found = (stands(plan, extras=False), stands(plan, extras=True))
    assert (["mon 18:00 whole", "thu 18:00 whole"], ["tue 18:00 core", "wed 18:00 core"]) == found


@pytest.mark.parametrize("dose", DOSES)
@pytest.mark.parametrize(("count", "open_days"), [(2, 2), (2, 3), (2, 4)])
def test_extras_are_left_out_first(dose: pz.Dose, count: int, open_days: int) -> None:
    """Of few open days the dose takes as many as it can; no law and no advice is broken for an extra."""
    days = ("tue", "thu", "sat", "mon")[:open_days] if dose is not pz.Dose.FOUR_MINI else ("mon", "tue", "thu", "fri")
    given = brief(dose=dose, availability=pz.Availability(days=days), runs="")
    plain = pz.plan(given)
    plan = pz.plan(attrs.evolve(given, extras=f"{count} core"))
    assert stands(plain, extras=False) == stands(plan, extras=False)
    assert min(count, len(days) - len(stands(plain, extras=False))) == len(stands(plan, extras=True))
    assert [finding.code for finding in pz.check(plain)] == [finding.code for finding in pz.check(plan)]


CORE = {"form": "mini", "focus": "core", "minutes": 15}


@pytest.mark.parametrize(
    ("code", "sessions", "runs", "expected"),
    [
        ("PZ201", [on("1 mon"), on("1 wed", **CORE), on("1 fri", **CORE)], "", True),
        ("PZ201", [on("1 mon"), on("1 thu"), on("1 fri", **CORE)], "", False),
        ("PZ202", [on("1 mon"), on("1 wed", **CORE)], "", True),
        ("PZ202", [on("1 mon"), on("1 thu"), on("1 fri", **CORE)], "", False),
        ("PZ302", [on("1 mon"), on("1 tue", **CORE), on("1 wed")], "", False),
        ("PZ312", [on("1 mon", **CORE)], "Tue easy; Wed easy; Thu easy; Fri easy; Sat easy; Sun easy", False),
        ("PZ312", [on("1 mon")], "Tue easy; Wed easy; Thu easy; Fri easy; Sat easy; Sun easy", True),
        ("PZ305", [on("1 mon"), on("1 mon", "08:00", **CORE)], "", True),
        ("PZ301", [on("1 tue", "06:00", **CORE)], "Tue 07:00 easy", True),
        ("PZ311", [on("1 sat", **CORE)], "Sun long", False),
    ],
)
def test_what_an_extra_counts_for(code: str, sessions: list[dict[str, Any]], runs: str, expected: bool) -> None:
    """For no minimum, no dose, no rest day and no loaded part; but it is a session of its day, and follows the run."""
    assert expected == bool(findings(code, *sessions, runs=runs, availability=ONE_WEEK))


def test_an_extra_is_explained_as_any_session() -> None:
    """A day without a run is the wrong kind of day for it."""
    told = str(pz.why(pz.plan(brief(extras="1 core")), "w4-1")).splitlines()
    assert [
        "w4-1 on Tue 2027-02-16 at 08:00",
        "decided by: an earlier day than the next best, Thu 07:45",
        "  Mon 2027-02-15 18:00  +1 session on the wrong kind of day",
        "  Tue 2027-02-16 08:00  chosen",
    ] == told[:4]
