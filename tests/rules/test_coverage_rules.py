"""PZ5xx: equipment, the movements of running, side-to-side work."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import IN_ORDER, ONE_WEEK, blackout, lines, on, place, week

from periodize import Movement

SIDE = (Movement.HIP_ABDUCTION, Movement.HIP_ADDUCTION, Movement.LATERAL, Movement.MEDIAL)
RUNNING = tuple(movement for movement in Movement if movement not in SIDE)


def trains(*movements: Movement) -> dict[str, Any]:
    """Make a session of drills, each for one movement."""
    return {"exercises": [{"exercise": "drill", "movements": [movement.value]} for movement in movements]}


# --- PZ501 missing-equipment --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exercises", "equipment", "missing"),
    [
        pytest.param(["goblet_squat"], ["dumbbell"], "", id="there"),
        pytest.param(["goblet_squat"], ["kettlebell"], "", id="an alternative"),
        pytest.param(["goblet_squat"], [], "Goblet squat", id="not there"),
        pytest.param(["goblet_squat"], ["barbell"], "Goblet squat", id="something else"),
        pytest.param(["calf_raise"], [], "", id="none needed"),
        pytest.param(["somebodys_drill"], [], "", id="unknown"),
        pytest.param(["goblet_squat", "back_squat", "goblet_squat"], [], "Goblet squat, Back squat", id="each once"),
    ],
)
def test_missing_equipment(exercises: list[str], equipment: list[str], missing: str) -> None:
    """What an exercise needs is there, or an alternative to it; of an unknown one nobody knows."""
    session = on("4 tue", exercises=[{"exercise": exercise} for exercise in exercises])
    expected = [f"2027-01-26 w4-1 | w4-1 needs equipment that is not there: {missing}"] if missing else []
    assert expected == lines("PZ501", session, athlete={"equipment": equipment})


def test_the_warm_up_needs_its_equipment_too() -> None:
    """It is done as well."""
    session = on("4 tue", warm_up=[{"exercise": "goblet_squat"}])
    assert ["2027-01-26 w4-1 | w4-1 needs equipment that is not there: Goblet squat"] == lines("PZ501", session)


def test_missing_equipment_is_found_at_its_session() -> None:
    """The place is the session."""
    where = place("PZ501", on("4 tue"), on("4 fri", exercises=[{"exercise": "back_squat"}]))
    assert ("w4-2", "/sessions/1", 4, "w4-2") == (where.label, where.pointer, where.week, where.session_id)


# --- PZ502 missing-movement, PZ503 no-lateral-work ----------------------------------------------------------------------


def test_a_week_trains_every_movement_of_running() -> None:
    """Spread over its sessions; side-to-side work is not asked for here."""
    assert [] == lines("PZ502", on("1 mon", **trains(*RUNNING[:5])), on("1 thu", **trains(*RUNNING[5:])), **FIRST)


FIRST: dict[str, Any] = {"availability": ONE_WEEK}


@pytest.mark.parametrize("movement", RUNNING)
def test_missing_movement(movement: Movement) -> None:
    """Each of them is missed."""
    rest = [other for other in RUNNING if other is not movement]
    said = f"2027-01-04 w1 | week 1 does not train {movement.replace('_', ' ')} (8, 9)"
    assert [said] == lines("PZ502", on("1 mon", **trains(*rest)), **FIRST)


@pytest.mark.parametrize("movement", Movement)
def test_no_lateral_work(movement: Movement) -> None:
    """Any of the four side-to-side movements will do, no other one."""
    expected = [] if movement in SIDE else ["2027-01-04 w1 | week 1 holds no side-to-side line (0, 1)"]
    assert expected == lines("PZ503", on("1 mon", **trains(movement)), **FIRST)


def test_the_catalogue_says_what_a_line_trains_that_does_not_say_it() -> None:
    """A coach need not list movements."""
    assert [] == lines("PZ503", on("1 mon", exercises=[{"exercise": "lateral_lunge"}]), **FIRST)


def test_a_line_that_nobody_knows_trains_nothing() -> None:
    """An unknown exercise without movements covers none."""
    where = place("PZ503", on("1 mon", exercises=[{"exercise": "somebodys_drill"}]), **FIRST)
    assert ("w1", "/weeks/0", 1, None) == (where.label, where.pointer, where.week, where.session_id)


@pytest.mark.parametrize("code", ["PZ502", "PZ503"])
@pytest.mark.parametrize(
    ("document", "asked"),
    [
        pytest.param({"weeks": [week(3)], "mesocycles": IN_ORDER}, True, id="loading"),
        pytest.param({"weeks": [week(3, deload=True)], "mesocycles": IN_ORDER}, True, id="deload"),
        pytest.param({"weeks": [week(3, "taper")], "mesocycles": IN_ORDER}, False, id="taper"),
        pytest.param({"weeks": [week(3, "transition")], "mesocycles": IN_ORDER}, False, id="transition"),
        pytest.param({"availability": blackout("3 sun", "3 sun")}, False, id="broken"),
    ],
)
def test_whole_weeks_of_the_building_phases_are_asked(code: str, document: dict[str, Any], asked: bool) -> None:
    """Deloads too; not a taper, and not a broken week."""
    assert asked == bool(lines(code, on("3 mon", **trains(Movement.KNEE_EXTENSION)), **document))


@pytest.mark.parametrize("code", ["PZ502", "PZ503"])
def test_sessions_without_lines_say_nothing(code: str) -> None:
    """A coach's plan of dates alone is not judged by its exercises."""
    assert [] == lines(code, on("1 mon"), on("1 thu"), **FIRST)


# --- PZ504 flexion-over-extension ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("bicycle_crunch", "2 sets that bend the trunk and 0 that straighten it (0, 2)"),
        ("Sit-Up", "2 sets that bend the trunk and 0 that straighten it (0, 2)"),
        ("crunch superman", None),
        ("crunch crunches superman", "4 sets that bend the trunk and 2 that straighten it (2, 4)"),
        ("plank pike dead_bug situation", None),
        ("superman", None),
        ("", None),
    ],
)
def test_flexion_over_extension(rows: str, said: str | None) -> None:
    """As many sets of extension as of crunches; what holds the trunk still or bends the hip is neither."""
    exercises = [{"exercise": row, "sets": 2} for row in rows.split()]
    expected = [f"2027-01-25 w4 | week 4 has {said}"] if said else []
    assert expected == lines("PZ504", on("4 tue", exercises=exercises))


def test_a_coachs_own_extension_counts() -> None:
    """By the movement that the line says."""
    own = {"exercise": "coachs_drill", "movements": ["spinal_extension"]}
    assert [] == lines("PZ504", on("4 tue", exercises=[{"exercise": "crunch"}, own]))
