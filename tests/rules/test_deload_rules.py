"""PZ6xx: how many loading weeks may follow one another."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import blackout, day, lines, place, stretch, week

from periodize import Athlete, Brief, Event, check, plan


def due(loading: int, number: int, most: int = 4) -> str:
    """Say what the rule says about a loading week, the n-th in a row."""
    said = f"week {number} is loading week {loading} in a row; a lighter one is due after {most} ({loading}, {most})"
    return f"{day(f'{number} mon')} w{number} | {said}"


def season(marks: str, phase: str = "strength") -> list[dict[str, Any]]:
    """Make weeks of loading (L), deload (d), taper (T) and transition (R)."""
    other = {"T": "taper", "R": "transition"}
    return [week(n, other.get(mark, phase), deload=mark == "d") for n, mark in enumerate(marks, 1)]


@pytest.mark.parametrize(
    ("marks", "age", "expected"),
    [
        pytest.param("LLLLdL", None, [], id="four"),
        pytest.param("LLLLLdL", None, [due(5, 5)], id="five"),
        pytest.param("LLLLLLL", None, [due(5, 5), due(6, 6), due(7, 7)], id="seven"),
        pytest.param("LdLLLLLd", None, [due(5, 7)], id="counted anew after a deload"),
        pytest.param("LLLLTLLL", None, [], id="a taper is lighter too"),
        pytest.param("LLLLRLLL", None, [], id="so is a transition"),
        pytest.param("LLLLdL", 49, [], id="four at 49"),
        pytest.param("LLLdLL", 50, [], id="three at 50"),
        pytest.param("LLLLdL", 50, [due(4, 4, 3)], id="four at 50"),
        pytest.param("LLLLLTT", None, [], id="a season of five needs none"),
        pytest.param("LLLLLTT", 60, [], id="nor does it at 60"),
        pytest.param("LLLLLLTT", None, [due(5, 5), due(6, 6)], id="a season of six does"),
    ],
)
def test_deload_due(marks: str, age: int | None, expected: list[str]) -> None:
    """At most four loading weeks in a row, for masters three, and five where the season has no more."""
    assert expected == lines("PZ601", weeks=season(marks), athlete={"age": age})


def test_a_due_deload_is_found_at_its_week() -> None:
    """The place is the week that should be lighter."""
    where = place("PZ601", weeks=season("LLLLLdL"))
    assert ("w5", "/weeks/4", 5, None) == (where.label, where.pointer, where.week, where.session_id)


def test_a_broken_week_is_not_loading() -> None:
    """A day of blackout in the third of seven weeks, and none is due."""
    assert [] == lines("PZ601", weeks=season("LLLLLLL"), availability=blackout("3 wed", "3 wed"))


@pytest.mark.parametrize(("adaptation", "expected"), [(3, []), (4, [due(5, 5), due(6, 6), due(7, 7)])])
def test_a_short_adaptation_is_not_loading(adaptation: int, expected: list[str]) -> None:
    """Three weeks of it are not counted, four are."""
    weeks = [*season("LLLL", "adaptation")[:adaptation], *season("LLLLLLL")[adaptation:]]
    assert expected == lines("PZ601", weeks=weeks)


def test_an_adaptation_of_no_phase_is_loading() -> None:
    """Where no mesocycle holds the week, nothing says that it is short."""
    weeks = season("LLLLLLL", "adaptation")
    assert [due(5, 5), due(6, 6), due(7, 7)] == lines(
        "PZ601", weeks=weeks, mesocycles=[stretch("taper", "17 mon", "18 sun")]
    )


def test_a_first_week_of_three_days_makes_no_adaptation_longer() -> None:
    """A planned season of three weeks of adaptation that starts on a Friday owes no deload in its first block."""
    event = Event("Marathon", day("20 sun"), distance_km=42.195)
    season = plan(Brief(events=(event,), start="2027-01-01", athlete=Athlete(level="novice")))
    assert ("adaptation", 4) == (season.mesocycles[0].phase, sum(week.phase == "adaptation" for week in season.weeks))
    assert [] == [finding for finding in check(season) if finding.code == "PZ601"]
