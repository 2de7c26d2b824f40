"""PZ8xx: safety."""

from __future__ import annotations

import pytest
from tests.rules.small import lines, on, place


@pytest.mark.parametrize(("screening", "refers"), [("not_done", False), ("passed 2026-12-01", False), ("refer", True)])
def test_needs_referral(screening: str, refers: bool) -> None:
    """Who should see a professional first has no session."""
    said = "2027-01-04 plan | the screening says to see a professional before training with weights"
    assert ([said] if refers else []) == lines("PZ801", on("1 tue"), athlete={"screening": screening})


def test_a_plan_without_sessions_is_safe() -> None:
    """There is nothing to refer."""
    assert [] == lines("PZ801", athlete={"screening": "refer"})


def test_a_referral_is_about_the_plan() -> None:
    """Its place is the whole document."""
    where = place("PZ801", on("1 tue"), athlete={"screening": "refer"})
    assert ("plan", "", None, None) == (where.label, where.pointer, where.week, where.session_id)
