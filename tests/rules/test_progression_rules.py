"""PZ6xx: limits of what grows from week to week, and of lighter weeks."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import day, findings, lines, on

E = {"phase": "endurance"}
"""Weeks 13 to 16 of the small season are its endurance phase, all loading."""


def line(
    sets: int = 2, reps: int | None = 15, exercise: str = "goblet_squat", kg: float | None = None, **more: Any
) -> dict[str, Any]:
    """Make a line, with a load in kilograms if one is given."""
    scheme: dict[str, Any] = {"hold_seconds": 30} if reps is None else {"reps": {"min": reps, "max": reps}}
    load = None if kg is None else {"kind": "kg", "min": kg, "max": kg}
    return {"exercise": exercise, "sets": sets, "load": load, **scheme, **more}


def weeks(*rows: Any, first: int = 14) -> list[dict[str, Any]]:
    """Make one session a week with a line or several; None is a week without."""
    made = []
    for number, row in enumerate(rows, first):
        if row is not None:
            made.append(on(f"{number} tue", exercises=row if isinstance(row, list) else [row]))
    return made


def finds(code: str, *rows: Any, first: int = 14, **more: Any) -> list[str]:
    """Return where a rule finds something."""
    return [finding.where.label for finding in findings(code, *weeks(*rows, first=first), **more)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([line(kg=40), line(kg=44)], []),
        ([line(kg=40), line(kg=44.1)], ["w15"]),
        ([line(kg=10), line(kg=12.5)], []),
        ([line(kg=10), line(kg=12.6)], ["w15"]),
        ([line(kg=0), line(kg=20)], []),
        ([line(kg=40), line(kg=60, reps=16)], []),
        ([line(kg=40), line(kg=60, exercise="other")], []),
        ([line(kg=40), None, line(kg=60)], ["w16"]),
        ([[line(kg=40), line(kg=30)], [line(kg=44), line(kg=30)]], []),
        ([[line(kg=30), line(kg=40)], line(kg=44)], []),
        ([line(), line(kg=40)], []),
        (
            [
                line(load={"kind": "percent_1rm", "min": 50, "max": 50}),
                line(load={"kind": "percent_1rm", "min": 55, "max": 55}),
            ],
            [],
        ),
        (
            [
                line(load={"kind": "percent_1rm", "min": 50, "max": 50}),
                line(load={"kind": "percent_1rm", "min": 56, "max": 56}),
            ],
            ["w15"],
        ),
        ([line(load={"kind": "percent_1rm", "min": 50, "max": 50}), line(kg=90)], []),
        ([line(load={"kind": "rir", "min": 5, "max": 5}), line(load={"kind": "rir", "min": 9, "max": 9})], []),
    ],
)
def test_load_jump(rows: list[Any], found: list[str]) -> None:
    """A tenth more at equal repetitions is allowed, and the smallest plates always."""
    assert found == finds("PZ605", *rows)


def test_a_load_jump_says_how_much() -> None:
    """In kilograms or in shares of the 1RM."""
    said = "week 15: Goblet squat goes from 40 to 60 kg, 50 % more; 10 % are enough (50, 10)"
    assert [f"{day('15 mon')} w15 | {said}"] == lines("PZ605", *weeks(line(kg=40), line(kg=60)))


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        pytest.param(13, [line(kg=40), line(kg=80)], id="the first week of a phase is light on purpose"),
        pytest.param(12, [line(kg=40), line(kg=80)], id="another phase"),
        pytest.param(5, [line(kg=40), line(kg=20), line(kg=80)], id="over a deload"),
        pytest.param(17, [line(kg=40), line(kg=80)], id="in the taper"),
    ],
)
def test_only_loading_weeks_of_a_phase_are_compared(first: int, rows: list[Any]) -> None:
    """What is light on purpose is no measure."""
    assert [] == finds("PZ605", *rows, first=first)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, ["w15"]),
        ({"events": [{"date": "2027-05-09"}, {"name": "B", "date": "2027-04-11", "priority": "B"}]}, []),
        ({"events": [{"date": "2027-05-09"}, {"name": "C", "date": "2027-04-11", "priority": "C"}]}, ["w15"]),
        ({"availability": {"blackout": [{"first": "2027-04-13", "last": "2027-04-13"}]}}, []),
    ],
)
def test_a_week_with_a_tune_up_or_a_closed_day_is_no_measure(more: dict[str, Any], found: list[str]) -> None:
    """It is lighter than the others."""
    assert found == finds("PZ605", line(kg=40), line(kg=60), **more)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([line(10), line(13)], []),
        ([line(10), line(14)], ["w15"]),
        ([line(2), line(3, reps=10)], []),
        ([line(2), [line(2), line(2, exercise="more")]], ["w15"]),
        ([line(2, reps=None), line(3, reps=None)], []),
    ],
)
def test_volume_jump(rows: list[Any], found: list[str]) -> None:
    """Three tenths more sets are allowed; more sets of fewer repetitions are no more work, and holds are free."""
    assert found == finds("PZ606", *rows)


def _runs(*minutes: int) -> dict[str, Any]:
    """Make one run in each week from the fourteenth on."""
    return {"dated": [{"date": day(f"{n} sun"), "kind": "long", "minutes": m} for n, m in enumerate(minutes, 14)]}


@pytest.mark.parametrize(
    ("rows", "runs", "found"),
    [
        ([line(2, kg=40), line(3, kg=41)], "", ["w15"]),
        ([line(2, kg=40), line(2, reps=16, kg=41)], "", ["w15"]),
        ([line(2, kg=40), line(3, kg=40)], "", []),
        ([line(2, kg=40), line(2, kg=41)], "", []),
        ([line(2, kg=40), line(3, reps=10, kg=41)], "", []),
        ([line(2, kg=40), line(3, exercise="other", kg=41)], "", []),
        ([line(2), line(3)], "", []),
        ([line(2, reps=None, kg=40), line(3, reps=None, kg=41)], "", []),
        ([[line(2, kg=40), line(2, kg=20)], [line(3, kg=41), line(2, kg=20)]], "", []),
        ([line(10), line(12)], _runs(100, 120), ["w15"]),
        ([line(10), line(11)], _runs(100, 120), []),
        ([line(10), line(12)], _runs(100, 110), []),
        ([line(10), line(12)], "", []),
    ],
)
def test_two_steps_at_once(rows: list[Any], runs: Any, found: list[str]) -> None:
    """A lift's load with its sets or repetitions, or a tenth more sets with a tenth more running."""
    assert found == finds("PZ607", *rows, runs=runs)


@pytest.mark.parametrize(
    ("rows", "minutes", "found"),
    [
        ([line(4), line(5)], (100, 150), ["w15"]),
        ([line(5), line(5)], (100, 150), []),
        ([line(4), line(5)], (150, 100), []),
        ([line(4), line(5)], (150, 150), []),
        ([line(4), line(5)], (), []),
    ],
)
def test_sets_rise_with_longest_run(rows: list[Any], minutes: tuple[int, ...], found: list[str]) -> None:
    """Only in the one week with the longest run of the season."""
    assert found == finds("PZ608", *rows, runs=_runs(*minutes) if minutes else "")


def test_a_longest_run_outside_every_phase_is_none() -> None:
    """A coach's weeks may have no mesocycle."""
    only = [{"phase": "taper", "start": "2027-05-03", "end": "2027-05-09"}]
    assert [] == finds("PZ608", line(4), line(5), runs=_runs(100, 150), mesocycles=only)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["goblet_squat"], ["goblet_squat"]], []),
        ([["goblet_squat"], ["romanian_deadlift"]], ["w15"]),
        ([["goblet_squat"], ["goblet_squat", "romanian_deadlift"]], []),
        ([["goblet_squat", "romanian_deadlift"], ["goblet_squat"]], []),
        ([["bodyweight_squat"], ["one_leg_squat_to_chair"]], []),
        ([["one_leg_squat_to_chair"], ["bodyweight_squat"]], []),
        ([["coachs_lift"], ["coachs_other"]], ["w15"]),
    ],
)
def test_main_lift_changes(rows: list[list[str]], found: list[str]) -> None:
    """One goes and another comes, unless it is a form of it."""
    assert found == finds("PZ609", *([line(exercise=name, role="main") for name in row] for row in rows))


def test_weeks_of_different_size_are_not_compared() -> None:
    """A session that is left out takes its lifts with it."""
    rows = [line(exercise="goblet_squat", role="main")], [line(exercise="romanian_deadlift", role="main")]
    sessions = [*weeks(*rows), on("15 fri", exercises=rows[1])]
    assert [] == lines("PZ609", *sessions)


# --- deloads ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loading", "deload", "said"),
    [
        (10, 7, None),
        (10, 8, "8 sets after 10: 20 % less; 30 or more is right (20, 30)"),
        (10, 4, None),
        (10, 3, "3 sets after 10: 70 % less; 60 or less is right (70, 60)"),
        (None, 8, None),
        (10, None, None),
    ],
)
def test_deload_size(loading: int | None, deload: int | None, said: str | None) -> None:
    """From three to six tenths of the sets are taken off; without sets there is nothing to compare."""
    rows = [row and line(row, reps=8) for row in (loading, deload)]
    expected = [f"{day('6 mon')} w6 | week 6, a deload, has {said}"] if said else []
    assert expected == lines("PZ602", *weeks(*rows, first=5))


@pytest.mark.parametrize(
    ("loading", "deload", "found"),
    [([2, 1, 1, 1], [1, 1, 1, 1], []), ([2, 2, 1, 1], [2, 1, 1, 1], ["w6"]), ([1, 1], [1, 1], ["w6"])],
)
def test_single_sets_are_light_enough(loading: list[int], deload: list[int], found: list[str]) -> None:
    """If the week is lighter at all."""
    rows = [[line(sets, exercise=f"lift_{n}") for n, sets in enumerate(week)] for week in (loading, deload)]
    assert found == finds("PZ602", *rows, first=5)


def test_trunk_sessions_are_no_part_of_a_deload() -> None:
    """They are outside the dose."""
    extra = on("6 fri", focus="core", form="mini", exercises=[line(9)])
    assert [] == lines("PZ602", *weeks(line(10), line(6), first=5), extra)


def test_a_broken_deload_is_not_judged() -> None:
    """It holds what it can."""
    closed = {"blackout": [{"first": day("6 fri"), "last": day("6 fri")}]}
    assert [] == lines("PZ602", *weeks(line(10), line(1), first=5), availability=closed)


@pytest.mark.parametrize(("closed", "found"), [("4 sun", []), (None, ["w6"])])
def test_the_first_week_back_is_no_measure_of_a_deload(closed: str | None, found: list[str]) -> None:
    """It is light of itself, if the days before it were closed and held nothing."""
    blackout = [{"first": day("4 mon"), "last": day(closed)}] if closed else []
    assert found == finds("PZ602", None, line(10), line(10), first=4, availability={"blackout": blackout})


def test_the_first_week_after_two_without_a_session_is_no_measure_of_a_deload() -> None:
    """Whether they were closed or just missed."""
    assert [] == finds("PZ602", line(10), None, line(10), line(10), first=3)


def test_a_deload_is_held_to_its_own_block() -> None:
    """What was loaded before the last deload does not count."""
    rows = [line(20), line(10), line(10), line(10), line(6)]
    assert [] == finds("PZ602", *rows, first=5)
