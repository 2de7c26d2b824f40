"""What rules propose for a line: other repetitions, another load, another exercise."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import day, findings, on, plan

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


@pytest.mark.parametrize("kg", [8, 24])
def test_a_taper_takes_the_load_of_before(kg: int) -> None:
    """Whether it was heavier or lighter, on every line."""
    sessions = [
        on(f"{number} tue", exercises=[line("goblet_squat", load=load("kg", weight, weight))] * 2)
        for number, weight in ((16, 16), (17, kg))
    ]
    result = pz.repair(plan(*sessions), rules=pz.RuleSet.default().select("PZ710"))
    assert () == result.remaining.findings
    assert ["kg 16"] * 2 == [str(item.load) for item in result.plan.sessions[1].exercises]


# --- sets ---------------------------------------------------------------------------------------------------------------


def weeks_of_sets(first: int, *weeks: list[int]) -> list[dict[str, Any]]:
    """Make two sessions a week from a week of the small season on, with lines of so many sets."""
    return [
        on(f"{number} {weekday}", exercises=[line(sets=count, reps={"min": 15, "max": 15}) for count in sets])
        for number, sets in enumerate(weeks, first)
        for weekday in ("tue", "fri")
    ]


def sets_after(code: str, sessions: list[dict[str, Any]], **more: Any) -> list[list[int]]:
    """Return the sets of each session's lines after a repair by one rule, which finds nothing more."""
    given, rules = plan(*sessions, **more), pz.RuleSet.default().select(code)
    assert given == pz.repair(given, rules=rules).plan, "only where it is asked for"
    result = pz.repair(given, rules=rules, unsafe=True)
    assert () == result.remaining.findings
    return [[item.sets for item in session.exercises] for session in result.plan.sessions]


@pytest.mark.parametrize(
    ("deload", "after"),
    [
        ([5, 4], [[3, 3], [3, 3]]),
        ([4, 5], [[3, 3], [3, 3]]),
        ([1, 1], [[2, 2], [2, 2]]),
    ],
)
def test_a_deload_is_brought_to_its_size(deload: list[int], after: list[list[int]]) -> None:
    """The lines with most sets lose one first, those with fewest gain one first, so that they end alike."""
    sets = sets_after("PZ602", weeks_of_sets(4, [5, 4], [5, 4], deload))
    assert [[5, 4]] * 4 == sets[:4]
    assert [sorted(item) for item in after] == [sorted(item) for item in sets[4:]]


def test_a_taper_falls_and_cuts_enough() -> None:
    """Sets come off the later week, or off the weeks before the race's; too few are given back."""
    assert sum(map(sum, sets_after("PZ708", weeks_of_sets(15, [10], [10], [6], [6]))[6:])) == 11
    cut = sets_after("PZ709", weeks_of_sets(15, [10], [10], [9], [3]))
    assert (20, 6) == (sum(map(sum, cut[:2])), sum(map(sum, cut[6:])))
    assert sum(map(sum, cut[4:6])) < 18
    assert sum(map(sum, sets_after("PZ709", weeks_of_sets(15, [10], [10], [1], [1]))[4:6])) > 2


def test_a_jump_in_sets_is_made_a_step() -> None:
    """The larger week loses what is too much."""
    assert sum(map(sum, sets_after("PZ606", weeks_of_sets(14, [4], [8]))[2:])) < 16


def test_sets_stay_where_the_longest_run_is() -> None:
    """As many as the week before."""
    runs = {"week": "Sun long 120min", "dated": [{"date": day("15 sun"), "kind": "long", "minutes": 180}]}
    assert [[4]] * 4 == sets_after("PZ608", weeks_of_sets(14, [4], [5]), runs=runs)


def test_landings_come_off_the_jumps() -> None:
    """Until they are few enough; other lines keep their sets, though they have more."""
    tens = {"role": "power", "reps": {"min": 10, "max": 10}}
    exercises = [line("squat", sets=12, **tens), line("squat_jump", sets=10, **tens)]
    ((squats, jumps),) = sets_after("PZ406", [on("11 tue", phase="power", exercises=exercises)])
    most = pz.RuleSet.default()["PZ406"].novice
    assert (12, most // 10) == (squats, jumps)


def test_what_cannot_lose_or_gain_a_set_is_left() -> None:
    """The landings of the warm-up, one line of very many, one that has no set to lose, and one that holds all it can."""
    warm_up = [{"exercise": "squat_jump", "sets": 10, "reps": {"min": 10, "max": 10}}]
    assert [] == proposed("PZ406", on("13 tue", phase="power", warm_up=warm_up))
    many = line("squat_jump", sets=1, reps={"min": 100, "max": 100})
    assert [] == proposed("PZ406", on("13 tue", phase="power", exercises=[many]))
    squats = [line(sets=1)] * 200
    weeks = [on(f"{number} tue", exercises=[line(sets=100)] * 4) for number in (4, 5)]
    (found,) = findings("PZ602", *weeks, on("6 tue", exercises=[line(sets=100)]))
    assert (100, ()) == (found.values["sets"], found.repairs)
    weeks = [on(f"{number} tue", exercises=squats) for number in (4, 5)]
    assert [()] == [item.repairs for item in findings("PZ602", *weeks, on("6 tue", exercises=[line()] * 200))]


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
