"""PZ4xx: limits of sets, reps, load and rest."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import lines, on, place

DAY = "14 tue"


def line(low: int | None, high: int = 30, exercise: str = "goblet_squat", **more: Any) -> dict[str, Any]:
    """Make a line with a range of reps, or a hold."""
    scheme = {"hold_seconds": 20} if low is None else {"reps": {"min": low, "max": high}}
    return {"exercise": exercise, "sets": 2, **scheme, **more}


def found(*rows: dict[str, Any], **more: Any) -> list[str]:
    """Return what is said about a session with these lines."""
    return lines("PZ401", on(DAY, exercises=list(rows), **more))


@pytest.mark.parametrize(("reps", "low"), [(1, True), (14, True), (15, False), (20, False)])
def test_endurance_low_reps(reps: int, low: bool) -> None:
    """Fourteen repetitions are too few, fifteen are not."""
    said = f"2027-04-06 w14-1 | w14-1 has fewer than 15 repetitions in the endurance phase: Goblet squat ({reps}, 15)"
    assert ([said] if low else []) == found(line(reps))


@pytest.mark.parametrize(
    ("role", "exempt"), [("main", False), ("accessory", False), ("power", False), ("trunk", False), ("retention", True)]
)
def test_a_line_kept_heavy_on_purpose_is_exempt(role: str, exempt: bool) -> None:
    """Only the role `retention` is."""
    assert exempt == (not found(line(4, 6, role=role)))


def test_holds_have_no_repetitions() -> None:
    """A line that is held has none to count, so no phase asks for more."""
    assert [] == found(line(None))


@pytest.mark.parametrize(
    ("phase", "low"),
    [("endurance", True), ("strength", False), ("power", False), ("taper", False), ("transition", False)],
)
def test_only_the_endurance_phase_asks_for_them(phase: str, low: bool) -> None:
    """What the session says counts, wherever it stands."""
    assert low == bool(found(line(8), phase=phase))


def test_low_lines_are_one_finding() -> None:
    """It names each exercise once, and the fewest repetitions."""
    rows = [line(8), line(12), line(10, exercise="coachs_own_drill"), line(15, exercise="calf_raise")]
    said = "w14-1 has fewer than 15 repetitions in the endurance phase: Goblet squat, Coachs own drill (8, 15)"
    assert [f"2027-04-06 w14-1 | {said}"] == found(*rows)


def test_low_reps_are_found_at_their_session() -> None:
    """The place is the session."""
    where = place("PZ401", on("13 tue"), on(DAY, exercises=[line(8)]))
    assert ("w14-1", "/sessions/1", 14, "w14-1") == (where.label, where.pointer, where.week, where.session_id)
