"""The day's order: where a session may start beside a run, what the rule says of it, and what the planner prefers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.rules.small import lines, on

import periodize as pz
from periodize._catalogue import load
from periodize._placement._cells import starts
from periodize._planner._setting import Setting
from periodize.rules.run_spacing import comes_first

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
TUESDAY = dt.date(2027, 2, 2)
CATALOGUE = load()
SPLIT = {"tue": ["06:00-08:00", "17:00-18:00"]}


def brief(order: str, runs: str, **availability: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km."""
    return pz.Brief(
        events=(EVENT,), start="2027-01-25", runs=runs, order=order, availability=pz.Availability(**availability)
    )


def candidates(order: str, runs: str, **availability: Any) -> list[str]:
    """Return the candidate starts of a session of 45 minutes on a Tuesday."""
    view = Setting.of(brief(order, runs, **availability), pz.RuleSet.default(), CATALOGUE).view()
    return [f"{start // 60:02}:{start % 60:02}" for start in starts(TUESDAY, 45, view)]


@pytest.mark.parametrize(
    ("order", "runs", "availability", "expected"),
    [
        pytest.param("run_first", "Tue 12:00 easy 45min", {}, ["12:45", "18:45"], id="run first: only after"),
        pytest.param("lift_first", "Tue 12:00 easy 45min", {}, ["11:15", "12:45", "18:45"], id="right before, not six hours before"),
        pytest.param("lift_first", "Tue 18:00 easy 45min", {"prefer_time": "07:00"}, ["07:00", "17:15", "18:45"], id="at the preferred time"),
        pytest.param("lift_first", "Tue 18:00 easy 45min", {}, ["11:15", "17:15", "18:45"], id="six hours before it"),
        pytest.param("lift_first", "Tue 18:03 easy 45min", {}, ["11:15", "17:15", "18:50"], id="down to five minutes before, up after"),
        pytest.param("lift_first", "Tue 06:30 easy 45min", {}, ["07:15", "18:00"], id="no room before"),
        pytest.param("lift_first", "Tue 06:45 easy 45min", {}, ["06:00", "07:30", "18:00"], id="just room before"),
        pytest.param("lift_first", "Tue 12:00 easy 45min", {"windows": SPLIT}, ["07:15", "17:00"], id="the last open time before"),
        pytest.param("lift_first", "Tue 09:00 easy; Tue 17:30 easy 60min", {}, ["08:15", "18:30"], id="before the first of two, or after the last"),
        pytest.param("key_session_first", "Tue 12:00 easy 45min", {}, ["11:15", "12:45", "18:45"], id="before an easy run"),
        pytest.param("key_session_first", "Tue 12:00 quality 45min", {}, ["12:45", "18:45"], id="after a quality run"),
        pytest.param("key_session_first", "Tue 12:00 long 45min", {}, ["12:45", "18:45"], id="after a long run"),
        pytest.param("key_session_first", "Tue 09:00 easy; Tue 12:00 quality 45min", {}, ["12:45", "18:45"], id="not before an easy run where a key run follows"),
    ],
)  # fmt: skip
def test_candidate_starts(order: str, runs: str, availability: dict[str, Any], expected: list[str]) -> None:
    """Where the order lets the lift stand before all runs, the same is tried before the first as after the last."""
    assert expected == candidates(order, runs, **availability)


@pytest.mark.parametrize(
    ("order", "kind", "barred"),
    [
        *((order, kind, True) for order in ("run_first",) for kind in ("easy", "quality", "long", "race")),
        *(("lift_first", kind, False) for kind in ("easy", "quality", "long", "race")),
        ("key_session_first", "easy", False),
        *(("key_session_first", kind, True) for kind in ("quality", "long", "race")),
        *((order, "cross", False) for order in pz.Order),
    ],
)
def test_what_comes_first(order: str, kind: str, barred: bool) -> None:
    """Run first bars every run, lift first none, and a key run keeps its place under the third."""
    assert barred == comes_first(pz.Run(TUESDAY, kind), pz.Order(order))


@pytest.mark.parametrize(
    ("order", "runs", "time", "said"),
    [
        ("run_first", "Tue 07:00 easy", "06:59", True),
        ("run_first", "Tue 07:00 easy", "07:00", False),
        ("run_first", "Tue 07:00 easy", "07:01", False),
        ("lift_first", "Tue 07:00 quality", "06:00", False),
        ("key_session_first", "Tue 07:00 easy", "06:00", False),
        ("key_session_first", "Tue 07:00 quality", "06:00", True),
        ("key_session_first", "Tue 07:00 easy; Tue 18:00 quality", "06:00", True),
        ("key_session_first", "Tue 07:00 quality; Tue 18:00 easy", "12:00", False),
    ],
)
def test_the_rule_knows_the_order(order: str, runs: str, time: str, said: bool) -> None:
    """PZ301 speaks only about runs that come first."""
    assert said == bool(lines("PZ301", on("1 tue", time, minutes=45), runs=runs, order=order))


def test_the_run_that_comes_first_is_named() -> None:
    """Also where another one follows the lift sooner."""
    (line,) = lines("PZ301", on("1 tue", "06:00"), runs="Tue 07:00 easy; Tue 18:00 quality", order="key_session_first")
    assert "w1-1 at 06:00 comes before the quality run r1-2 at 18:00" in line


TWO_DAYS = ("tue", "thu")
EASY, KEY_ON_TUESDAY = "Tue 17:00 easy; Thu 17:00 easy", "Tue 12:00 quality 60min; Thu 17:00 easy"


@pytest.mark.parametrize(
    ("order", "runs", "expected"),
    [
        ("run_first", EASY, ["tue 17:45", "thu 17:45"]),
        ("lift_first", EASY, ["tue 10:20", "thu 10:20"]),
        ("key_session_first", EASY, ["tue 10:20", "thu 10:20"]),
        ("run_first", KEY_ON_TUESDAY, ["tue 19:00", "thu 17:45"]),
        ("key_session_first", KEY_ON_TUESDAY, ["tue 19:00", "thu 10:20"]),
    ],
)
def test_the_planner_prefers_the_order(order: str, runs: str, expected: list[str]) -> None:
    """On a day that holds both, in a loading week of strength, six hours apart where the hours are open."""
    plan = pz.plan(brief(order, runs, days=TWO_DAYS))
    assert expected == [f"{pz.Weekday.of(item.date)} {item.time:%H:%M}" for item in plan.weeks[3].sessions]
    assert pz.check(plan).ok


def test_heavy_legs_still_keep_away_from_a_key_run() -> None:
    """Lifting first is a preference; the warning about heavy legs before a key run weighs more."""
    plan = pz.plan(brief("lift_first", "Tue 17:00 quality 60min; Thu 17:00 easy", days=TWO_DAYS))
    assert ["tue 18:00", "thu 10:20"] == [
        f"{pz.Weekday.of(item.date)} {item.time:%H:%M}" for item in plan.weeks[3].sessions
    ]
