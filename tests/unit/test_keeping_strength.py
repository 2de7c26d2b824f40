"""Keeping strength: maintenance weeks, the taper after them, and the weekly heavy line after the strength phase."""

import datetime as dt

import pytest

import periodize as pz
from periodize import _catalogue
from periodize._model import is_heavy_leg_line

CATALOGUE = _catalogue.load()
GYM = ("barbell", "bench", "box", "dumbbell")
RACE = dt.date(2027, 4, 18)


def season(model="origin", *, km=42.195, weeks=24, dose="2 full", race=RACE, **athlete):
    """A plan for an intermediate athlete with a barbell, unless something else is said."""
    athlete = {"level": "intermediate", "equipment": GYM, **athlete}
    return pz.plan(
        pz.Brief(
            events=(pz.Event("Race", race, distance_km=km),),
            start=f"{weeks} weeks before",
            athlete=pz.Athlete(**athlete),
            runs="Tue quality; Thu easy; Sat easy; Sun long",
            dose=dose,
            model=model,
        )
    )


def sessions(plan, *phases):
    """The sessions of some phases."""
    return [session for session in plan.sessions if session.phase in phases]


def retained(plan):
    """The weeks out of the sessions that hold a heavy line."""
    return [
        week.weeks_out
        for week in plan.weeks
        for session in week.sessions
        if any(line.role is pz.Role.RETENTION for line in session.exercises)
    ]


def sets(week):
    """The sets of a week before the race."""
    before = [session for session in week.sessions if session.phase != "transition"]
    return sum(line.sets for session in before for line in session.exercises)


def days_left(plan, session):
    """The days from a session to the race."""
    return (plan.brief.target.date - session.date).days


@pytest.mark.parametrize(
    ("dose", "age", "expected"), [("2 full", 40, 1), ("3 full", 40, 1), ("4 mini", 40, 2), ("2 full", 65, 2)]
)
def test_a_maintenance_week_holds_one_full_session_or_two_short_ones(dose, age, expected):
    """Twice that from 65 years on; they are heavy, and the two cards take turns."""
    plan = season("evidence", dose=dose, age=age)
    weeks = [week for week in plan.weeks if week.phase is pz.Phase.MAINTENANCE]
    assert {expected} == {len(week.sessions) for week in weeks}
    first, second = ({line.exercise for line in week.sessions[0].exercises} for week in weeks[:2])
    assert (first == second) == (expected == 2)


def test_maintenance_keeps_the_load_of_the_strength_phase():
    """The same big lifts with one or two reps in reserve, two sets each."""
    plan = season("evidence")
    lifts = {line.exercise for item in sessions(plan, "strength") for line in item.exercises if line.role == "main"}
    kept = [line for item in sessions(plan, "maintenance") for line in item.exercises if line.role == "main"]
    assert lifts >= {line.exercise for line in kept}
    assert {(2, pz.Load("rir", 1, 2))} == {(line.sets, line.load) for line in kept}
    reps = {CATALOGUE[line.exercise].weighted: str(line.reps) for line in kept}
    assert {True: "4-6", False: "6-12"} == reps
    assert all(item.heavy for item in sessions(plan, "maintenance"))


@pytest.mark.parametrize("dose", ["2 full", "4 mini"])
@pytest.mark.parametrize("km", [10, 21.0975, 42.195])
@pytest.mark.parametrize("race", [RACE - dt.timedelta(days=n) for n in range(7)])
def test_the_taper_after_maintenance_has_fewer_sets_each_week(dose, km, race):
    """It keeps the load until ten days before the race, and has no heavy session after that."""
    plan = season("evidence", km=km, dose=dose, race=race)
    assert pz.check(plan).errors == pz.check(plan).warnings == ()
    end = [sets(week) for week in plan.weeks if week.phase in ("maintenance", "taper") and sets(week)][-4:]
    assert sorted(end, reverse=True) == end
    assert all(days_left(plan, session) >= 10 for session in sessions(plan, "taper") if session.heavy)


def test_a_heavy_line_a_week_keeps_strength_after_its_phase():
    """From the power phase to ten days before the race, deloads included."""
    plan = season(retain_strength=True)
    weeks = [week.weeks_out for week in plan.weeks if week.phase in ("power", "endurance", "taper")]
    assert weeks[:-1] == retained(plan)
    assert pz.check(plan).errors == pz.check(plan).warnings == ()


def test_the_heavy_line_is_one_of_the_strength_phases():
    """One or two sets of up to six reps with one or two in reserve, the deload's lighter; it stands in no circuit."""
    plan = season(retain_strength=True)
    lifts = {line.exercise for item in sessions(plan, "strength") for line in item.exercises if line.role == "main"}
    lines = [line for item in plan.sessions for line in item.exercises if line.role == "retention"]
    assert lifts >= {line.exercise for line in lines}
    assert {1, 2} == {line.sets for line in lines}
    assert all(3 <= line.reps.min <= line.reps.max <= 6 and line.pair is None for line in lines)
    assert {(1, 2), (3, 4)} == {(line.load.min, line.load.max) for line in lines}


def test_the_heavy_line_stands_in_for_the_same_exercise():
    """No session has an exercise twice."""
    for session in season(retain_strength=True, dose="4 mini").sessions:
        assert len({line.exercise for line in session.exercises}) == len(session.exercises)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"weeks": 6, "level": "novice"}, []),  # there was no strength phase
        ({"weeks": 6}, [6, 5, 4, 3, 2, 1]),  # a trained athlete goes on with what is known
        ({"age": 17}, []),
        ({"equipment": ()}, []),  # nothing is heavy without a weight
        ({"km": 10, "weeks": 8, "race": dt.date(2027, 4, 12)}, [4, 3, 2]),
    ],
)
def test_who_has_a_heavy_line(facts, expected):
    """Grown athletes who have lifted, and have something to lift."""
    assert expected == retained(season(retain_strength=True, **facts))


def test_heavy_says_what_the_lines_say():
    """A session outside the building phases is heavy if a leg line is."""
    for plan in (season("evidence"), season("evidence", age=17), season(retain_strength=True)):
        for session in sessions(plan, "maintenance", "taper", "transition"):
            assert session.heavy == any(map(is_heavy_leg_line, session.exercises))
