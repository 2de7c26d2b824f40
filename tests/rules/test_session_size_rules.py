"""PZ4xx: limits of a session's landings, order and size."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import lines, on, stretch

POWER = [stretch("strength", "1 mon", "8 sun"), stretch("power", "9 mon", "12 sun")]


def line(
    exercise: str = "goblet_squat", role: str = "accessory", sets: int = 1, reps: int = 5, **more: Any
) -> dict[str, Any]:
    """Make a line."""
    return {"exercise": exercise, "role": role, "sets": sets, "reps": {"min": reps, "max": reps}, **more}


def finds(
    code: str, *rows: dict[str, Any], day: str = "5 tue", athlete: Any = None, mesocycles: Any = None, **more: Any
) -> list[str]:
    """Return what a rule says about one session with these lines."""
    session = on(day, exercises=list(rows), **{"phase": "strength", **more})
    return lines(code, session, athlete=athlete or {}, mesocycles=mesocycles)


@pytest.mark.parametrize(
    ("athlete", "jumps", "found"),
    [
        ({}, 60, False),
        ({}, 61, True),
        ({"level": "intermediate"}, 100, False),
        ({"level": "intermediate"}, 101, True),
        ({"level": "advanced"}, 120, False),
        ({"level": "advanced"}, 121, True),
        ({"level": "advanced", "age": 49}, 61, False),
        ({"level": "advanced", "age": 50}, 60, False),
        ({"level": "advanced", "age": 50}, 61, True),
    ],
)
def test_too_many_contacts(athlete: dict[str, Any], jumps: int, found: bool) -> None:
    """By level; half as many from 50 years on."""
    assert found == bool(finds("PZ406", line("squat_jump", reps=jumps), athlete=athlete))


@pytest.mark.parametrize(("day", "found"), [("9 tue", True), ("10 tue", False), ("20 tue", False)])
def test_the_first_power_week_has_half_the_landings(day: str, found: bool) -> None:
    """Later ones have all; so has a week outside every phase."""
    assert found == bool(finds("PZ406", line("squat_jump", reps=31), day=day, phase="power", mesocycles=POWER))


@pytest.mark.parametrize(
    ("rows", "contacts"),
    [
        ([line("side_bound", sets=2, reps=16)], 64),
        ([line("squat_jump", reps=61), line(), line("coachs_own_jump")], 61),
        ([{"exercise": "squat_jump", "hold_seconds": 60}], None),
    ],
)
def test_landings_are_counted_on_both_sides(rows: list[dict[str, Any]], contacts: int | None) -> None:
    """What is timed or unknown is not counted."""
    said = [f"2027-02-02 w5-1 | w5-1 has {contacts} foot contacts; 60 are enough ({contacts}, 60)"]
    assert (said if contacts else []) == finds("PZ406", *rows)


def test_hops_of_the_warm_up_count() -> None:
    """A hop of the warm-up is a landing too."""
    hops = {"exercise": "low_hops", "sets": 7, "reps": {"min": 10, "max": 10}}
    assert finds("PZ406", line(), warm_up=[hops])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["goblet_squat main", "one_leg_calf_raise accessory", "plank trunk"], None),
        (["one_leg_calf_raise accessory", "goblet_squat main"], "Goblet squat comes after One-leg calf raise"),
        (["goblet_squat main", "squat_jump power"], "Squat jump comes after Goblet squat"),
        (["coachs_hold trunk", "coachs_lift main"], "Coachs lift comes after Coachs hold"),
        (["one_leg_calf_raise accessory A", "goblet_squat main A"], None),
        (["one_leg_calf_raise accessory A", "goblet_squat main A", "romanian_deadlift main B"], None),
        (
            ["one_leg_calf_raise accessory A", "lateral_lunge accessory A", "goblet_squat main"],
            "Goblet squat comes after Lateral lunge",
        ),
        (["one_leg_calf_raise accessory", "fast_push_up power"], None),
    ],
)
def test_big_lift_late(rows: list[str], said: str | None) -> None:
    """Fast, big, small, trunk; pairs count as one, and arms do not wait for legs."""
    made = []
    for row in rows:
        exercise, role, *pair = row.split()
        made.append(line(exercise, role, pair=pair[0] if pair else None))
    assert ([f"2027-02-02 w5-1 | w5-1: {said}"] if said else []) == finds("PZ407", *made)


@pytest.mark.parametrize(
    ("form", "count", "sets", "minutes", "said"),
    [
        ("full", 5, 1, 60, None),
        ("full", 9, 1, 60, None),
        ("full", 5, 5, 60, None),
        ("full", 4, 1, 60, "full session, has 4 exercises; usual are 5 or more (4, 5)"),
        ("full", 10, 1, 60, "full session, has 10 exercises; usual are 9 or fewer (10, 9)"),
        ("full", 6, 5, 60, "full session, has 30 sets; usual are 25 or fewer (30, 25)"),
        ("full", 5, 1, 61, "full session, has 61 minutes; usual are 60 or fewer (61, 60)"),
        ("full", 0, 1, 60, None),
        ("mini", 3, 4, 20, None),
        ("mini", 2, 1, 20, "mini session, has 2 exercises; usual are 3 or more (2, 3)"),
        ("mini", 6, 1, 20, "mini session, has 6 exercises; usual are 5 or fewer (6, 5)"),
        ("mini", 5, 3, 20, "mini session, has 15 sets; usual are 12 or fewer (15, 12)"),
        ("mini", 3, 1, 21, "mini session, has 21 minutes; usual are 20 or fewer (21, 20)"),
    ],
)
def test_unusual_size(form: str, count: int, sets: int, minutes: int, said: str | None) -> None:
    """Exercises, sets and minutes by the form."""
    rows = [line(f"lift_{n}", sets=sets) for n in range(count)]
    expected = [f"2027-02-02 w5-1 | w5-1, a {said}"] if said else []
    assert expected == finds("PZ408", *rows, form=form, minutes=minutes)


@pytest.mark.parametrize(("more", "found"), [({"phase": "taper"}, False), ({"focus": "core"}, False), ({}, True)])
def test_taper_and_trunk_sessions_may_be_small(more: dict[str, Any], found: bool) -> None:
    """Only the dose of a building phase has a least."""
    assert found == bool(finds("PZ408", line(), **more))
