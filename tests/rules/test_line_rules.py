"""PZ4xx: limits of a line's reps by phase, of its load, its pause and its effort."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import IN_ORDER, lines, on, stretch


def line(reps: int | None = 8, **more: Any) -> dict[str, Any]:
    """Make a line of a back squat."""
    scheme = {"hold_seconds": 20} if reps is None else {"reps": {"min": reps, "max": reps}}
    return {"exercise": "back_squat", "sets": 2, **scheme, **more}


def finds(code: str, phase: str, *rows: dict[str, Any], day: str = "5 tue", **more: Any) -> bool:
    """Whether a rule finds something in a session of a phase with these lines."""
    return bool(lines(code, on(day, phase=phase, exercises=list(rows)), **more))


@pytest.mark.parametrize(
    ("phase", "level", "row", "found"),
    [
        ("strength", "novice", line(12, role="main"), False),
        ("strength", "novice", line(13, role="main"), True),
        ("strength", "advanced", line(8, role="main"), False),
        ("strength", "advanced", line(9, role="main"), True),
        ("strength", "advanced", line(12, role="main", exercise="squat_jump"), False),
        ("strength", "advanced", line(12, role="main", exercise="coachs_own"), False),
        (
            "strength",
            "advanced",
            line(9, role="main", exercise="coachs_own", load={"kind": "kg", "min": 80, "max": 80}),
            True,
        ),
        ("strength", "advanced", line(12, role="main", exercise="x", load={"kind": "rir", "min": 2, "max": 2}), False),
        ("strength", "advanced", line(12), False),
        ("strength", "advanced", line(13), True),
        ("strength", "advanced", line(13, role="retention"), False),
        ("strength", "advanced", line(None), False),
        ("power", "novice", line(6, role="power"), False),
        ("power", "novice", line(7, role="power"), True),
        ("power", "novice", line(7, role="main"), True),
        ("power", "novice", line(12), False),
        ("power", "novice", line(13), True),
        ("adaptation", "novice", line(20), False),
        ("endurance", "novice", line(8), False),
    ],
)
def test_reps_off_phase(phase: str, level: str, row: dict[str, Any], found: bool) -> None:
    """Strength and power have a most, by role, level and weight; other phases have none here."""
    assert found == finds("PZ402", phase, row, athlete={"level": level})


@pytest.mark.parametrize(
    ("before", "reps", "found"),
    [
        ("endurance", 14, True),
        ("endurance", 15, False),
        ("strength", 13, True),
        ("strength", 12, False),
        (None, 5, False),
    ],
)
def test_a_taper_keeps_the_repetitions_of_the_phase_before(before: str | None, reps: int, found: bool) -> None:
    """Without a phase before it, any will do."""
    first = [stretch(before, "1 mon", "16 sun")] if before else []
    mesocycles = [*first, stretch("taper", "17 mon" if before else "1 mon", "18 sun")]
    assert found == finds("PZ402", "taper", line(reps), day="17 tue", mesocycles=mesocycles)


def test_reps_off_phase_says_what_is_right() -> None:
    """It names the exercise, what it has and what the phase takes."""
    said = "2027-04-27 w17-1 | w17-1: Back squat has 8 repetitions; endurance takes 15 or more (8, 15)"
    row = on("17 tue", phase="taper", exercises=[line(None), line(8)])
    assert [said] == lines("PZ402", row, mesocycles=IN_ORDER)
    said = "2027-02-02 w5-1 | w5-1: Back squat has 20 repetitions; strength takes 12 or fewer (20, 12)"
    assert [said] == lines("PZ402", on("5 tue", phase="strength", exercises=[line(20)]))


def percent(low: float, high: float, reps: int | None = 8, **more: Any) -> dict[str, Any]:
    """Make a line at a share of the 1RM."""
    return line(reps, load={"kind": "percent_1rm", "min": low, "max": high}, **more)


@pytest.mark.parametrize(
    ("phase", "row", "age", "found"),
    [
        ("strength", percent(75, 83.5), None, False),
        ("strength", percent(75, 83.7), None, True),
        ("strength", percent(55, 60), None, False),
        ("strength", percent(54, 60), None, True),
        ("strength", percent(85, 90, reps=1), 64, False),
        ("strength", percent(85, 90, reps=1), 65, False),
        ("strength", percent(85, 91, reps=1), 65, True),
        ("strength", percent(65, 73, reps=30), None, False),
        ("strength", percent(65, 74, reps=30), None, True),
        ("strength", percent(90, 100, reps=None), None, False),
        ("adaptation", percent(20, 65), None, False),
        ("adaptation", percent(20, 66), None, True),
        ("power", percent(20, 75, reps=3), None, False),
        ("power", percent(20, 76, reps=3), None, True),
        ("endurance", percent(30, 72, reps=15), None, False),
        ("endurance", percent(30, 73, reps=15), None, True),
        ("endurance", percent(85, 90, reps=4, role="retention"), None, False),
        ("taper", percent(90, 95, reps=3), None, False),
        ("strength", line(8, load={"kind": "rir", "min": 2, "max": 2}), None, False),
        ("strength", line(8), None, False),
    ],
)
def test_load_off_phase(phase: str, row: dict[str, Any], age: int | None, found: bool) -> None:
    """A share of the 1RM follows from the repetitions in the strength phase, and has a most in the light ones."""
    assert found == finds("PZ403", phase, row, athlete={"age": age})


def test_load_off_phase_says_which_way() -> None:
    """Too heavy or too light, and what is right."""
    said = lines("PZ403", on("5 tue", phase="strength", exercises=[percent(95, 95)]))
    assert ["2027-02-02 w5-1 | w5-1: Back squat at 95 % of 1RM; strength takes 78.6 % or less here (95, 78.6)"] == said
    said = lines("PZ403", on("5 tue", phase="strength", exercises=[percent(40, 50)]))
    assert ["2027-02-02 w5-1 | w5-1: Back squat at 40 % of 1RM; strength takes 60 % or more here (40, 60)"] == said


@pytest.mark.parametrize(
    ("phase", "row", "found"),
    [
        ("strength", line(role="main", rest_seconds=119), True),
        ("strength", line(role="main", rest_seconds=120), False),
        ("strength", line(role="main", rest_seconds=0, sets=1), False),
        ("strength", line(rest_seconds=0), False),
        ("power", line(role="power", rest_seconds=119), True),
        ("power", line(role="power", rest_seconds=120), False),
        ("power", line(role="power", rest_seconds=59, exercise="squat_jump"), True),
        ("power", line(role="power", rest_seconds=60, exercise="squat_jump"), False),
        ("power", line(rest_seconds=0), False),
        ("endurance", line(15, rest_seconds=90), False),
        ("endurance", line(15, rest_seconds=91), True),
        ("endurance", line(4, rest_seconds=180, role="retention"), False),
        ("adaptation", line(15, rest_seconds=300), False),
    ],
)
def test_rest_off_phase(phase: str, row: dict[str, Any], found: bool) -> None:
    """Main lifts want two minutes, jumps one, endurance lines at most a minute and a half."""
    assert found == finds("PZ404", phase, row)


@pytest.mark.parametrize(("rest", "found"), [(47, True), (48, False)])
def test_what_a_partner_takes_is_rest_too(rest: int, found: bool) -> None:
    """Eight repetitions of a row at 3 s a repetition, with its own pause."""
    pair = [line(role="main", pair="A", rest_seconds=rest), line(pair="A", rest_seconds=48, exercise="row")]
    assert found == finds("PZ404", "strength", *pair, line(rest_seconds=300))


@pytest.mark.parametrize(
    ("phase", "kind", "low", "high", "found"),
    [
        ("strength", "rir", 0, 2, True),
        ("strength", "rir", 1, 2, False),
        ("strength", "rpe", 8, 9, False),
        ("strength", "rpe", 8, 9.5, True),
        ("power", "rir", 2, 3, True),
        ("power", "rir", 3, 4, False),
        ("strength", "kg", 0, 0, False),
    ],
)
def test_near_failure(phase: str, kind: str, low: float, high: float, found: bool) -> None:
    """One repetition stays in reserve, three in the power phase."""
    row = line(load={"kind": kind, "min": low, "max": high})
    assert found == finds("PZ405", phase, line(), row)
