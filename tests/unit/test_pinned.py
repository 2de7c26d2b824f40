"""Sessions that the athlete has pinned: their shape, what stands there, and what is said where nothing can."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import periodize as pz

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
RUNS = "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min"
STAND = "pinned sessions stand where they are pinned"


def brief(*pins: tuple[str, ...], days: Any = tuple(pz.Weekday), **changes: Any) -> pz.Brief:
    """Make a brief of 12 weeks with some pins; the fourth week begins on 2027-02-15."""
    availability = pz.Availability(pinned=[pz.Pinned(*pin) for pin in pins], days=days)
    return pz.Brief(
        **{"events": (EVENT,), "start": "2027-01-25", "runs": RUNS, "availability": availability, **changes}
    )


def stands(plan: pz.Plan, week: int) -> list[str]:
    """Say what stands in a week."""
    return [f"{pz.Weekday.of(item.date)} {item.time:%H:%M} {item.focus}" for item in plan.weeks[week - 1].sessions]


def refused(given: pz.Brief) -> pz.InfeasibleError:
    """Return why a brief cannot be planned."""
    with pytest.raises(pz.InfeasibleError) as error:
        pz.plan(given)
    return error.value


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        pytest.param({"date": "soon"}, "/date", id="no date"),
        pytest.param({"date": None}, "/date", id="without a date"),
        pytest.param({"time": "24:00"}, "/time", id="no time"),
        pytest.param({"time": dt.time(6, 0, 1)}, "/time", id="no whole minute"),
        pytest.param({"focus": "arms"}, "/focus", id="no focus"),
        pytest.param({"focus": None}, "/focus", id="without a focus"),
    ],
)
def test_the_shape_of_a_pin(changes: dict[str, Any], pointer: str) -> None:
    """A date, a time of whole minutes and a known focus."""
    with pytest.raises(pz.DecodeError) as error:
        pz.Pinned(**{"date": "2027-02-18", "time": "19:00", **changes})
    assert [pointer] == [problem.pointer for problem in error.value.problems]


def test_a_pin_is_a_whole_session_unless_told_otherwise() -> None:
    """And its texts are read."""
    assert pz.Pinned(dt.date(2027, 2, 18), dt.time(19), pz.Focus.WHOLE) == pz.Pinned("2027-02-18", "19:00")


def test_pins_are_sorted_and_stand_once() -> None:
    """Permuted and repeated input is an equal brief."""
    one, other = ("2027-02-15", "19:00"), ("2027-02-18", "12:00")
    assert brief(one, other) == brief(other, one, other)


def test_only_pins_are_pins() -> None:
    """Anything else is refused at its place."""
    with pytest.raises(pz.DecodeError) as error:
        pz.Availability(pinned=["Tue 18:00"])
    assert ["/pinned/0"] == [problem.pointer for problem in error.value.problems]


@pytest.mark.parametrize("date", ["2027-01-24", "2027-04-19"])
def test_a_pin_beyond_the_season_is_refused(date: str) -> None:
    """The day before the start, and the day after the event."""
    with pytest.raises(pz.DecodeError) as error:
        brief((date, "18:00"))
    (problem,) = error.value.problems
    assert ("/availability/pinned/0/date", "must lie in the season, 2027-01-25 to 2027-04-18", date) == (
        problem.pointer,
        problem.message,
        problem.value,
    )


@pytest.mark.parametrize("date", ["2027-01-25", "2027-04-18"])
def test_a_pin_lies_between_the_start_and_the_event(date: str) -> None:
    """Both included, as far as its shape goes."""
    assert [date] == [pin.date.isoformat() for pin in brief((date, "18:00")).availability.pinned]


def test_pins_are_read_from_toml() -> None:
    """As the design writes them."""
    given = pz.Brief.from_toml(
        'start = 2026-11-30\nevents = [{ date = 2027-04-18 }]\n[availability]\npinned = [{ date = 2027-01-05, time = "18:00", focus = "whole" }]'
    )
    assert (pz.Pinned("2027-01-05", "18:00"),) == given.availability.pinned


@pytest.mark.parametrize(
    ("pins", "expected"),
    [
        pytest.param([], ["wed 18:00 whole", "fri 18:00 whole"], id="none"),
        pytest.param([("2027-02-18", "19:00")], ["tue 18:00 whole", "thu 19:00 whole"], id="the other makes room"),
        pytest.param([("2027-02-19", "18:00")], ["wed 18:00 whole", "fri 18:00 whole"], id="where it stands anyway"),
        pytest.param([("2027-02-17", "12:07")], ["wed 12:07 whole", "fri 18:00 whole"], id="off the five minutes"),
        pytest.param(
            [("2027-02-15", "19:00"), ("2027-02-18", "12:00")], ["mon 19:00 whole", "thu 12:00 whole"], id="two"
        ),
        pytest.param([("2027-02-16", "08:00")], ["tue 08:00 whole", "fri 18:00 whole"], id="as the run ends"),
    ],
)
def test_what_is_pinned_stands(pins: list[tuple[str, ...]], expected: list[str]) -> None:
    """To the minute, and the rest of the week is placed around it; no other week changes."""
    plan, plain = pz.plan(brief(*pins)), pz.plan(brief())
    assert expected == stands(plan, 4)
    assert pz.check(plan).ok
    others = [week.week for week in plan.weeks if week.week != 4]
    assert [stands(plain, week) for week in others] == [stands(plan, week) for week in others]


def test_two_pins_in_two_weeks_are_kept() -> None:
    """Each stands where it is put."""
    plan = pz.plan(brief(("2027-02-06", "09:30"), ("2027-02-18", "19:00")))
    assert ("sat 09:30 whole" in stands(plan, 2), "thu 19:00 whole" in stands(plan, 4)) == (True, True)


@pytest.mark.parametrize("focus", ["lower", "upper"])
def test_a_mini_session_is_pinned_by_its_focus(focus: str) -> None:
    """Of the four short ones one of that focus stands there."""
    assert f"thu 19:00 {focus}" in stands(pz.plan(brief(("2027-02-18", "19:00", focus), dose="4 mini")), 4)


def test_an_extra_can_be_pinned() -> None:
    """And the dose goes elsewhere."""
    found = stands(pz.plan(brief(("2027-02-17", "18:00", "core"), extras="1 core")), 4)
    assert ["tue 18:00 whole", "wed 18:00 core", "fri 18:00 whole"] == found


@pytest.mark.parametrize(
    ("given", "labels"),
    [
        pytest.param(
            brief(("2027-02-16", "06:00")),
            ["lift after the run, never before it", STAND, "quality run on Tue, 07:00", "a whole session pinned on 2027-02-16 at 06:00"],
            id="before a run",
        ),
        pytest.param(
            brief(("2027-02-16", "07:30")),
            ["no lifting during a run", STAND, "quality run on Tue, 07:00", "a whole session pinned on 2027-02-16 at 07:30"],
            id="during a run",
        ),
        pytest.param(
            brief(("2027-02-17", "18:00"), days=("tue", "fri")),
            ["no time on Wed", "lift in open hours only", STAND, "a whole session pinned on 2027-02-17 at 18:00"],
            id="on a closed day",
        ),
        pytest.param(
            brief(("2027-02-17", "20:45")),
            ["lift in open hours only", STAND, "a whole session pinned on 2027-02-17 at 20:45"],
            id="beyond the open hours",
        ),
        pytest.param(
            brief(("2027-02-16", "18:00"), ("2027-02-17", "18:00")),
            [
                "a day between sessions for the same parts of the body",
                STAND,
                "a whole session pinned on 2027-02-16 at 18:00",
                "a whole session pinned on 2027-02-17 at 18:00",
            ],
            id="two on days in a row",
        ),
        pytest.param(
            brief(("2027-02-21", "18:00"), ("2027-02-22", "18:00")),
            [
                "a day between sessions for the same parts of the body",
                STAND,
                "a whole session pinned on 2027-02-21 at 18:00",
                "a whole session pinned on 2027-02-22 at 18:00",
            ],
            id="two on both sides of a border",
        ),
        pytest.param(
            brief(("2027-02-16", "18:00", "upper"), dose="2 full"),
            [STAND, "an upper session pinned on 2027-02-16 at 18:00"],
            id="a focus that the dose does not have",
        ),
        pytest.param(
            brief(("2027-02-16", "18:00", "core")),
            [STAND, "a core session pinned on 2027-02-16 at 18:00"],
            id="an extra that nobody asked for",
        ),
        pytest.param(
            brief(("2027-04-18", "18:00")),
            [STAND, "a whole session pinned on 2027-04-18 at 18:00"],
            id="on the event's day",
        ),
        pytest.param(
            brief(("2027-02-15", "19:00"), ("2027-02-17", "12:00"), ("2027-02-19", "12:00")),
            [
                STAND,
                "a whole session pinned on 2027-02-15 at 19:00",
                "a whole session pinned on 2027-02-17 at 12:00",
                "a whole session pinned on 2027-02-19 at 12:00",
            ],
            id="more than the week owes",
        ),
    ],
)  # fmt: skip
def test_a_pin_that_breaks_a_law_is_named_with_it(given: pz.Brief, labels: list[str]) -> None:
    """And with the fact that the law is about; to unpin it is a way out."""
    error = refused(given)
    assert labels == [clash.label for clash in error.conflict]
    assert any(way.label.startswith("unpin ") for way in error.relaxations)


@pytest.mark.parametrize(
    ("pins", "kept"),
    [
        pytest.param([("2027-02-16", "06:00")], False, id="before a run"),
        pytest.param([("2027-02-18", "19:00")], True, id="after a run"),
    ],
)
def test_best_effort_breaks_no_law_for_a_pin(pins: list[tuple[str, ...]], kept: bool) -> None:
    """It says that the pin was moved."""
    codes = [finding.code for finding in pz.check(pz.plan(brief(*pins), best_effort=True)).errors]
    assert ([] if kept else ["PZ307"]) == codes
