"""Other training than running: it is worked around and loads what it says, and is no run otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.rules.small import findings, lines, on

import periodize as pz
from periodize._catalogue import load
from periodize._placement._cells import starts
from periodize._planner._setting import Setting
from periodize._text import season

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
TUESDAY = dt.date(2027, 2, 2)
CATALOGUE = load()


def cross(date: object = TUESDAY, time: str | None = "18:00", minutes: int | None = 60, *loads: str) -> pz.Run:
    """Make other training."""
    return pz.Run(date, "cross", time=time, minutes=minutes, loads=loads)


def brief(*dated: pz.Run, week: str = "", **changes: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km."""
    return pz.Brief(**{"events": (EVENT,), "start": "2027-01-25", "runs": pz.Runs(week, dated=dated), **changes})


def candidates(*dated: pz.Run, **changes: Any) -> list[str]:
    """Return the candidate starts of a session of 45 minutes on a Tuesday."""
    view = Setting.of(brief(*dated, **changes), pz.RuleSet.default(), CATALOGUE).view()
    return [f"{start // 60:02}:{start % 60:02}" for start in starts(TUESDAY, 45, view)]


@pytest.mark.parametrize(
    ("loads", "parts"),
    [
        ((), set()),
        (("lower",), {"legs"}),
        (("upper",), {"push", "pull"}),
        (("core",), set()),
        (("lower", "upper"), {"legs", "push", "pull"}),
        (("whole",), {"legs", "push", "pull"}),
    ],
)
def test_what_it_loads(loads: tuple[str, ...], parts: set[str]) -> None:
    """The parts of the sessions that it is like."""
    assert parts == cross(TUESDAY, None, None, *loads).parts


@pytest.mark.parametrize("kind", ["easy", "quality", "long", "race", "rest"])
def test_only_other_training_says_what_it_loads(kind: str) -> None:
    """A run says nothing here."""
    with pytest.raises(pz.DecodeError, match="is for cross-training only"):
        pz.Run(TUESDAY, kind, loads=["lower"])


def test_it_has_a_name_a_time_and_an_hour() -> None:
    """Where the app says no more."""
    ((ride,),) = [runs for date, runs in brief(cross(TUESDAY, None, None)).calendar.items() if date == TUESDAY]
    assert ("cross-training r2-1", dt.time(7), 60, True) == (str(ride), ride.time, ride.minutes, ride.time_assumed)
    assert (True, False) == (ride.is_cross, ride.kind.hard)


@pytest.mark.parametrize(
    ("dated", "week", "expected"),
    [
        pytest.param([cross(time="08:00")], "", ["18:00"], id="in the morning"),
        pytest.param([cross(time="18:00")], "", ["17:15"], id="over the preferred time: right before it is nearest"),
        pytest.param([cross(time="17:30")], "", ["18:30"], id="over the preferred time: right after it is nearest"),
        pytest.param([cross(time="05:00", minutes=1000)], "", [], id="all day"),
        pytest.param([cross()], "Tue 07:00 easy", ["17:15"], id="it clears the weekly runs of its day"),
        pytest.param([cross(), pz.Run(TUESDAY, time="07:00")], "", ["07:45"], id="right after a run as ever, and where it is in the way of the preferred time not then"),
        pytest.param([cross(time="07:45"), pz.Run(TUESDAY, time="07:00")], "", ["08:45", "18:00"], id="right after a run it is in the way"),
        pytest.param([cross(time="23:30", date=TUESDAY - dt.timedelta(days=1), minutes=460)], "", ["18:00"], id="over midnight"),
    ],
)  # fmt: skip
def test_it_is_worked_around(dated: list[pz.Run], week: str, expected: list[str]) -> None:
    """A session may stand before or after it, never during it."""
    found = candidates(*dated, week=week)
    assert expected == found


@pytest.mark.parametrize(
    ("date", "session", "loads", "said"),
    [
        ("1 tue", {"focus": "whole"}, ["lower"], "w1-1 loads legs on the day of cross-training r1-1"),
        ("1 wed", {"focus": "whole"}, ["lower"], "w1-1 loads legs on the day after cross-training r1-1"),
        ("1 wed", {"focus": "whole"}, ["whole"], "w1-1 loads legs, push and pull on the day after cross-training r1-1"),
        ("1 wed", {"focus": "upper"}, ["upper"], "w1-1 loads push and pull on the day after cross-training r1-1"),
        ("1 wed", {"focus": "upper"}, ["lower"], ""),
        ("1 wed", {"focus": "lower"}, [], ""),
        ("1 wed", {"focus": "core"}, ["whole"], ""),
        ("1 thu", {"focus": "whole"}, ["whole"], ""),
        ("1 mon", {"focus": "whole"}, ["whole"], ""),
    ],
)
def test_it_is_advised_to_keep_a_day_from_what_it_loads(
    date: str, session: dict[str, Any], loads: list[str], said: str
) -> None:
    """On its day after it, and on the day after."""
    runs = {"dated": [{"date": "2027-01-05", "time": "08:00", "kind": "cross", "loads": loads}]}
    found = lines("PZ324", on(date, **session), runs=runs)
    assert ([said] if said else []) == [line.split(" | ")[1] for line in found]


def test_before_it_nothing_is_said() -> None:
    """The advice is about tired parts."""
    runs = {"dated": [{"date": "2027-01-05", "time": "19:00", "kind": "cross", "loads": ["lower"]}]}
    assert () == findings("PZ324", on("1 tue", "17:00"), runs=runs)


@pytest.mark.parametrize("code", ["PZ301", "PZ311", "PZ321", "PZ322"])
def test_it_is_no_run_for_the_rules_of_runs(code: str) -> None:
    """Neither what comes first nor what is long or hard."""
    runs = {
        "dated": [
            {"date": date, "time": "08:00", "minutes": 180, "kind": "cross"} for date in ("2027-01-05", "2027-01-06")
        ]
    }
    assert () == findings(code, on("1 tue", "06:00"), on("1 tue", "18:00"), runs=runs)


def test_it_overlaps_as_a_run_does() -> None:
    """Nobody does both at once."""
    runs = {"dated": [{"date": "2027-01-05", "time": "18:00", "kind": "cross"}]}
    assert 1 == len(findings("PZ303", on("1 tue", "18:30"), runs=runs))


def test_a_day_with_it_is_no_day_with_a_run() -> None:
    """So the planner likes it as well as any other without one."""
    dated = [cross(dt.date(2027, 2, 15) + dt.timedelta(days=day), "07:00", 30) for day in (1, 4)]
    plan, plain = (
        pz.plan(brief(*items, availability=pz.Availability(prefer_days=("tue", "fri")))) for items in (dated, ())
    )
    assert [item.date for item in plain.weeks[3].sessions] == [item.date for item in plan.weeks[3].sessions]


def test_it_stands_in_the_text_of_a_season() -> None:
    """With a letter of its own."""
    text = season(pz.plan(brief(cross())))
    assert "x cross-training" in text
    assert " x " in next(line for line in text.splitlines() if "2027-02-01" in line)
