"""PZ105 to PZ107: short runways, sessions outside the season, labels that differ."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import IN_ORDER, day, findings, lines, on, place, week

SEASON = [
    *(week(n) for n in range(1, 17)),
    week(17, "taper"),
    week(18, "taper"),
    *(week(n, "transition") for n in (19, 20)),
]


# --- PZ105 short-runway -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (13, ["no power phase: 13 weeks hold adaptation, strength, endurance, taper; 14 would hold power (13, 14)"]),
        (
            14,
            [
                "a taper 1 week short: 14 weeks hold adaptation, strength, power, endurance, taper; 15 would hold the whole taper (14, 15)"
            ],
        ),
        (15, []),
    ],
)
def test_short_runway(weeks: int, expected: list[str]) -> None:
    """It says once what a novice's weeks to a marathon do not hold."""
    marathon = {"name": "Marathon", "date": day(f"{weeks} sun"), "distance_km": 42.195}
    assert [f"2027-01-04 plan | {text}" for text in expected] == lines("PZ105", events=[marathon])


# --- PZ106 session-outside-season ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "outside"),
    [("2027-01-03", True), ("2027-01-04", False), ("2027-05-23", False), ("2027-05-24", True)],
)
def test_session_outside_season(date: str, outside: bool) -> None:
    """The season's first and last day hold sessions, the days beside them do not."""
    expected = [f"{date} x | x on {date} lies in no week of the season"] if outside else []
    assert expected == lines("PZ106", {"date": date, "id": "x"})


def test_a_session_outside_is_in_no_week() -> None:
    """Its place has no week."""
    where = place("PZ106", {"date": "2027-05-24", "id": "x"})
    assert ("x", "/sessions/0", None, "x") == (where.label, where.pointer, where.week, where.session_id)


def test_a_session_in_one_of_two_weeks_that_overlap_is_inside() -> None:
    """The week that begins last does not hide the one that holds it."""
    weeks = [*SEASON, {"week": 2, "start": day("2 tue"), "end": day("2 wed"), "phase": "strength"}]
    assert [] == lines("PZ106", on("2 fri"), weeks=weeks)


# --- PZ107 phase-label-differs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sessions", "document", "expected"),
    [
        pytest.param([on("1 tue", phase="strength")], {"mesocycles": IN_ORDER}, [], id="alike"),
        pytest.param(
            [on("1 tue", phase="power")],
            {"mesocycles": IN_ORDER},
            ["2027-01-05 w1-1 | w1-1 says power, but lies in strength (power, strength)"],
            id="a session",
        ),
        pytest.param(
            [],
            {"mesocycles": IN_ORDER, "weeks": [*SEASON[:8], *(week(n, "power") for n in range(9, 13)), *SEASON[12:]]},
            [
                f"{day(f'{n} mon')} w{n} | week {n} says strength, but begins in endurance (strength, endurance)"
                for n in range(13, 17)
            ],
            id="weeks",
        ),
        pytest.param(
            [on("19 tue", phase="taper")],
            {},
            ["2027-05-11 w19-1 | w19-1 says taper, but lies in transition (taper, transition)"],
            id="after the event",
        ),
        pytest.param([{"date": "2027-06-05", "phase": "power"}], {}, [], id="outside every phase"),
        pytest.param(
            [on("2 tue", id="x", phase="power")],
            {"mesocycles": IN_ORDER, "weeks": [SEASON[0], *SEASON[2:8]]},
            ["2027-01-12 x | x says power, but lies in strength (power, strength)"],
            id="in a phase, but in no week",
        ),
        pytest.param(
            [],
            {"mesocycles": IN_ORDER[1:], "weeks": SEASON[:1]},
            [],
            id="a week outside every phase",
        ),
    ],
)
def test_phase_label_differs(sessions: list[dict[str, Any]], document: dict[str, Any], expected: list[str]) -> None:
    """Weeks and sessions say the phase of the mesocycle that holds them."""
    assert expected == lines("PZ107", *sessions, **document)


def test_the_event_week_may_begin_in_the_taper_and_end_after_it() -> None:
    """A week's phase is that of its first day; a session after the event is transition."""
    event = {"name": "Race", "date": day("18 wed")}
    assert () == findings("PZ107", on("18 fri", phase="transition"), events=[event])
