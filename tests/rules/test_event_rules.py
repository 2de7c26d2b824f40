"""PZ7xx: the days around an event."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import EVENT, day, findings, lines, on, place

HEAVY: dict[str, Any] = {"heavy": True}
LEGS: dict[str, Any] = {"focus": "lower", "heavy": False}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TUNE_UP = {"name": "Tune-up", "date": day("8 wed"), "priority": "B"}


def before_the_race(days: int) -> str:
    """Return a day of the small season so many days before its event."""
    week, weekday = divmod(18 * 7 - 1 - days, 7)
    return f"{week + 1} {DAYS[weekday]}"


def said(code: str, days: int, **session: Any) -> list[str]:
    """Return the messages about a session so many days before the race."""
    return [finding.message for finding in findings(code, on(before_the_race(days), id="x", **session))]


# --- PZ701 session-on-event-day -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "on_it"), [(1, False), (0, True), (-1, False)])
@pytest.mark.parametrize("focus", ["whole", "core"])
def test_session_on_event_day(focus: str, days: int, on_it: bool) -> None:
    """Not even a `core` session stands on the day of the race."""
    assert (["x stands on the day of Race"] if on_it else []) == said("PZ701", days, focus=focus)


@pytest.mark.parametrize("priority", ["B", "C"])
def test_every_race_has_its_day(priority: str) -> None:
    """Races on the way too."""
    where = place("PZ701", on("8 wed"), events=[EVENT, {**TUNE_UP, "priority": priority}])
    assert ("w8-1", "/sessions/0", day("8 wed"), 8, "w8-1") == (
        where.label,
        where.pointer,
        where.date.isoformat(),
        where.week,
        where.session_id,
    )


# --- PZ702, PZ703, PZ704: legs before the race --------------------------------------------------------------------------

WHEN = {0: "on the day of", 1: "1 day before", 2: "2 days before", 3: "3 days before", 6: "6 days before"}


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, True), (1, True), (2, True), (3, False)])
def test_heavy_legs_late(days: int, late: bool) -> None:
    """Under three days before the race."""
    expected = [f"x loads the legs heavily {WHEN[days]} Race"] if late else []
    assert expected == said("PZ702", days, **HEAVY)


@pytest.mark.parametrize(("days", "late"), [(2, False), (3, True), (6, True), (7, False)])
def test_heavy_legs_in_last_week(days: int, late: bool) -> None:
    """Under seven days; the last three are for the other rule."""
    expected = [f"x loads the legs heavily {WHEN[days]} Race"] if late else []
    assert expected == said("PZ703", days, **HEAVY)


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, True), (1, True), (2, False)])
@pytest.mark.parametrize("focus", ["whole", "lower"])
def test_legs_late(focus: str, days: int, late: bool) -> None:
    """Under two days, however light."""
    expected = [f"x loads the legs {WHEN[days]} Race"] if late else []
    assert expected == said("PZ704", days, focus=focus, heavy=False)


@pytest.mark.parametrize("code", ["PZ702", "PZ703"])
@pytest.mark.parametrize("days", [1, 4])
def test_light_legs_are_not_heavy(code: str, days: int) -> None:
    """Both rules ask for what the session says of itself."""
    assert [] == said(code, days, **LEGS)


@pytest.mark.parametrize("focus", ["upper", "core"])
def test_work_without_legs_may_stand_late(focus: str) -> None:
    """The day before the race too."""
    assert [] == said("PZ704", 1, focus=focus)


def test_measured_and_required_are_days() -> None:
    """Of each of the three rules."""
    rows = [("PZ702", 2, HEAVY), ("PZ703", 5, HEAVY), ("PZ704", 1, LEGS)]
    found = [findings(code, on(before_the_race(days), **session)) for code, days, session in rows]
    assert [(2, 3), (5, 7), (1, 2)] == [(finding.measured, finding.required) for (finding,) in found]


def test_heavy_lines_make_a_light_week_heavy() -> None:
    """A leg line at 80 % of the maximum in the taper is heavy though nobody said so."""
    squat = {
        "exercise": "back_squat",
        "movements": ["knee_extension"],
        "load": {"kind": "percent_1rm", "min": 75, "max": 80},
    }
    assert ["x loads the legs heavily 2 days before Race"] == said("PZ702", 2, exercises=[squat])


# --- PZ705 legs-near-tune-up --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "when", "numbers"),
    [
        ("8 sun", "", ""),
        ("8 fri", "", ""),
        ("8 thu", "1 day after", "(1, 2)"),
        ("8 wed", "on the day of", "(0, 2)"),
        ("8 tue", "1 day before", "(1, 3)"),
        ("8 mon", "2 days before", "(2, 3)"),
        ("7 sun", "", ""),
    ],
)
@pytest.mark.parametrize("focus", ["whole", "lower"])
def test_legs_near_tune_up(focus: str, date: str, when: str, numbers: str) -> None:
    """No legs from two days before a race of priority B to the day after it."""
    expected = [f"{day(date)} x | x loads the legs {when} Tune-up {numbers}"] if when else []
    assert expected == lines("PZ705", on(date, id="x", focus=focus), events=[EVENT, TUNE_UP])


@pytest.mark.parametrize("focus", ["upper", "core"])
def test_upper_body_near_a_tune_up_is_free(focus: str) -> None:
    """Only legs are asked about."""
    assert [] == lines("PZ705", on("8 tue", focus=focus), events=[EVENT, TUNE_UP])


def test_other_races_are_no_tune_up() -> None:
    """A race of priority C is run like a hard run, and the A race has rules of its own."""
    assert [] == lines("PZ705", on("8 tue"), on("18 sat"), events=[EVENT, {**TUNE_UP, "priority": "C"}])
