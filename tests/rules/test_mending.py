"""What rules propose for a line: other repetitions, another load, another exercise."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import findings, on, plan

import periodize as pz


def line(exercise: str = "squat", **more: Any) -> dict[str, Any]:
    """Make a line."""
    return {"exercise": exercise, "reps": {"min": 8, "max": 10}, **more}


def load(kind: str, low: float, high: float) -> dict[str, Any]:
    """Make a load."""
    return {"kind": kind, "min": low, "max": high}


def proposed(code: str, session: dict[str, Any], **brief: Any) -> list[str]:
    """Return what a rule proposes for the only session, done or not."""
    (found,) = findings(code, session, **brief)
    return [f"{repair.grade}: {repair}" for repair in found.repairs]


def mended(code: str, session: dict[str, Any], **brief: Any) -> pz.Session:
    """Return the session after a repair by one rule, which finds nothing more."""
    result = pz.repair(plan(session, **brief), rules=pz.RuleSet.default().select(code))
    assert () == result.remaining.findings
    return result.plan.sessions[0]


@pytest.mark.parametrize(
    ("given", "reps", "load_after"),
    [
        (line(), "15", None),
        (line(reps={"min": 12, "max": 20}), "15-20", None),
        (line(load=load("rir", 1, 2)), "15", "rir 1-2"),
        (line(load=load("percent_1rm", 80, 80)), "15", "rir 2-3"),
        (line(load=load("kg", 60, 60)), "15", "rir 2-3"),
    ],
)
def test_more_repetitions_take_a_lighter_weight(given: Any, reps: str, load_after: str | None) -> None:
    """A weight that was told for fewer gives way to a reserve; all lines of the endurance phase at once."""
    lines = mended("PZ401", on("14 tue", exercises=[given, line(reps={"min": 20, "max": 20}), given])).exercises
    assert [reps, "20", reps] == [str(item.reps) for item in lines]
    assert load_after == (None if lines[0].load is None else str(lines[0].load))


@pytest.mark.parametrize(("low", "high", "reps"), [(20, 25, "12"), (8, 20, "8-12")])
def test_fewer_repetitions(low: int, high: int, reps: str) -> None:
    """As many as the phase takes, also where several lines have too many."""
    lines = mended("PZ402", on("5 tue", exercises=[line(reps={"min": low, "max": high})] * 2)).exercises
    assert [reps, reps] == [str(item.reps) for item in lines]


@pytest.mark.parametrize(
    ("given", "after"),
    [
        (load("rir", 0, 2), "rir 1-2"),
        (load("rir", 0, 0), "rir 1"),
        (load("rpe", 8, 10), "rpe 8-9"),
        (load("rpe", 10, 10), "rpe 9"),
    ],
)
def test_a_reserve_is_left(given: Any, after: str) -> None:
    """Whether it is told by repetitions or by effort."""
    (only,) = mended("PZ405", on("5 tue", exercises=[line(load=given)])).exercises
    assert after == str(only.load)


def test_a_load_is_brought_into_its_range() -> None:
    """From above and from below."""
    lines = mended(
        "PZ403", on("5 tue", exercises=[line(load=load("percent_1rm", 95, 99)), line(load=load("percent_1rm", 20, 20))])
    )
    ranges = [(item.load.min, item.load.max) for item in lines.exercises if item.load is not None]
    assert ranges[0][0] == ranges[0][1] < 95
    assert ranges[1][0] == ranges[1][1] > 20


# --- exercises ----------------------------------------------------------------------------------------------------------


def test_an_exercise_is_exchanged_for_the_nearest() -> None:
    """With what is there, of the same movements, none twice; a weight goes, a reserve stays, a warm-up does without."""
    lines = [
        line("back_squat", movements=["knee_extension", "hip_extension"], load=load("percent_1rm", 75, 75)),
        line("romanian_deadlift", load=load("rir", 2, 3)),
        line("bodyweight_squat"),
        {"exercise": "unheard_of"},
    ]
    session = mended(
        "PZ501", on("5 tue", exercises=lines, warm_up=[{"exercise": "back_squat"}, {"exercise": "leg_swing"}])
    )
    squat, hinge, *rest = session.exercises
    assert ["leg_swing"] == [item.exercise for item in session.warm_up]
    assert ["bodyweight_squat", "unheard_of"] == [item.exercise for item in rest]
    assert (None, "rir 2-3") == (squat.load, str(hinge.load))
    assert len({item.exercise for item in session.exercises}) == len(session.exercises)
    assert pz.Movement.KNEE_EXTENSION in squat.movements


def test_what_nothing_can_stand_for_is_left() -> None:
    """All are avoided that would do."""
    avoid = {"athlete": {"avoid": ["legs", "knee_extension", "hip_extension"]}}
    assert [] == proposed("PZ501", on("5 tue", exercises=[line("back_squat")]), **avoid)


@pytest.mark.parametrize(("day", "phase"), [("14 tue", "endurance"), ("5 tue", "strength")])
@pytest.mark.parametrize("jumping", [False, True])
def test_an_exchange_suits_the_athlete(day: str, phase: str, jumping: bool) -> None:
    """Nothing that the level, the phase or a dislike of jumps rules out."""
    wrong = ("back_squat", "machine_leg_press", "hip_thrust", "machine_calf_raise", "machine_leg_curl", "deadlift")
    session = on(day, phase=phase, exercises=[line(slug) for slug in wrong])
    exercises = mended("PZ501", session, athlete={"jumping": jumping}).exercises
    catalogue = pz.Engine().catalogue
    found = [catalogue[item.exercise] for item in exercises]
    assert set(wrong).isdisjoint(item.slug for item in found)
    assert all(item.suits(pz.Level.NOVICE) and not item.timed for item in found)
    assert jumping or not any(item.jumps for item in found)
    assert all(item.fits(pz.Phase(phase)) for item in found)


# --- the calendar -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "session"),
    [
        ("PZ106", on("30 tue")),
        ("PZ701", on("18 sun", focus="upper")),
        ("PZ702", on("18 fri", heavy=True)),
        ("PZ703", on("18 tue", heavy=True)),
        ("PZ704", on("18 sat")),
    ],
)
def test_a_session_that_belongs_nowhere_may_be_dropped(code: str, session: Any) -> None:
    """Where it is asked for: that takes training away."""
    assert ["unsafe: drop x"] == proposed(code, {**session, "id": "x"})
