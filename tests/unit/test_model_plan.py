"""The nouns of a plan: what each constructor takes and refuses, and how a plan looks things up."""

import datetime as dt
import pickle
from types import SimpleNamespace

import attrs
import pytest

import periodize as pz
from periodize._model import (
    Brief,
    Event,
    Focus,
    Load,
    Mesocycle,
    Phase,
    Plan,
    Prescription,
    RepRange,
    Run,
    Session,
    WarmUp,
    Week,
)
from periodize._model._plan import loads_heavily
from periodize.exceptions import DecodeError, UnknownSessionError

DAY = dt.date(2027, 1, 5)
BRIEF = Brief(events=(Event("City Marathon", dt.date(2027, 4, 18)),), start="2027-01-04")
SESSION = {"id": "w1-1", "date": DAY, "phase": "strength", "heavy": True}
WEEK = {"week": 1, "weeks_out": 15, "start": "2027-01-04", "end": "2027-01-10", "phase": "strength"}
CYCLE = {"phase": "strength", "start": "2027-01-04", "end": "2027-01-04"}
PLAN = {"brief": BRIEF, "mesocycles": (), "weeks": (), "runs": (), "sessions": (), "id": "x"}


def pointers_of(make, **keywords):
    """Return the pointers of what a constructor refuses; none where it refuses nothing."""
    try:
        make(**keywords)
    except DecodeError as error:
        return [problem.pointer for problem in error.problems]
    return []


TABLE = [
    (RepRange, {"min": 5, "max": 5}, {"min": [0, 1001, 5.0, None], "max": [4, 1001, "5"]}),
    (Load, {"kind": "rir", "min": 1, "max": 2}, {"kind": ["lb", None], "min": [-0.1, 30.1, "1"], "max": [0.5, 30.1]}),
    (Load, {"kind": "percent_1rm", "min": 80, "max": 200}, {"min": [0.9], "max": [79, 200.1, float("nan")]}),
    (Load, {"kind": "rpe", "min": 0, "max": 10}, {"min": [-1], "max": [10.1]}),
    (Load, {"kind": "kg", "min": 0, "max": 1000}, {"min": [-1], "max": [1000.1, 10**400]}),
    (WarmUp, {"exercise": "x"}, {"exercise": ["", None], "sets": [0, 101], "reps": [5, {}], "hold_seconds": [0, 3601]}),
    (
        Prescription,
        {"exercise": "x"},
        {"exercise": [5], "movements": ["lateral", ["run"]], "role": ["first"], "pair": ["", 1]},
    ),
    (Prescription, {"exercise": "x"}, {"sets": [0, None], "reps": ["5"], "load": ["80%"], "rest_seconds": [-1, 3601]}),
    (Prescription, {"exercise": "x"}, {"hold_seconds": [0], "per_side": [None]}),
    (
        Prescription,
        {"exercise": "x"},
        {"tempo": ["", 3010, "slow", "3010", "3-0-1", "3-0-x-0", "0-0-0-0", "300-0-1-0"]},
    ),
    (
        Session,
        SESSION,
        {"id": ["", None], "date": ["x", None], "time": ["x", None], "minutes": [0, 1441], "form": ["big"]},
    ),
    (
        Session,
        SESSION,
        {"focus": ["legs"], "phase": ["rest", None], "heavy": [None], "warm_up": ["x", ["x"]], "ref": [""]},
    ),
    (Session, SESSION, {"exercises": [None, [{}], WarmUp(exercise="x")]}),
    (Mesocycle, CYCLE, {"phase": ["x"], "start": ["x", "2027-01-05"], "end": [None, "2027-01-03"], "wave": [0, 1001]}),
    (Week, WEEK, {"week": [0, 10001], "weeks_out": [-10001, 10001], "phase": [None], "deload": [0], "start": [None]}),
    (Week, WEEK, {"start": ["2027-01-11", "2027-01-03"], "end": ["x", "2027-01-11", "2027-01-03"]}),
    (
        Plan,
        PLAN,
        {"brief": [None], "mesocycles": [None, [1]], "weeks": [1], "runs": [[1]], "sessions": ["x"], "id": [""]},
    ),
    (Plan, PLAN, {"revision": [-1, 10**9 + 1, None], "sessions": [[Session(**SESSION)] * 2]}),
    (Plan, PLAN, {"runs": [[Run(DAY)], [Run(DAY, "rest", id="a", time="7:00", minutes=5)]]}),
    (Plan, PLAN, {"runs": [[Run(DAY, id="a", time="7:00", minutes=5), Run(DAY, id="a", time="9:00", minutes=5)]]}),
]
REFUSED = [
    pytest.param(make, {**sound, field: value}, field, id=f"{make.__name__} {field} {value!r:.40} {row}-{index}")
    for row, (make, sound, fields) in enumerate(TABLE)
    for field, values in fields.items()
    for index, value in enumerate(values)
]


@pytest.mark.parametrize(("make", "arguments", "field"), REFUSED)
def test_constructor_refuses_at_the_field(make, arguments, field):
    """A wrong value is refused, and every problem of it points at its field or at the end of its range."""
    found = pointers_of(make, **arguments)
    assert found
    beside = {"min": "max", "start": "end"}.get(field, field)
    assert {field, beside} >= {pointer.split("/")[1] for pointer in found}


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (RepRange, {"min": 1, "max": 1000}),
        (Load, {"kind": "percent_1rm", "min": 1, "max": 200}),
        (Load, {"kind": "rir", "min": 0, "max": 30}),
        (WarmUp, {"exercise": "x" * 200, "sets": 100, "reps": RepRange(1, 1), "hold_seconds": 3600}),
        (
            Prescription,
            {"exercise": "x", "pair": "a", "rest_seconds": 0, "load": Load("kg", 0, 0), "movements": ["lateral"]},
        ),
        (Prescription, {"exercise": "x", "rest_seconds": 3600, "hold_seconds": 1, "tempo": "10-0-X-0"}),
        (Session, {**SESSION, "minutes": 1440, "ref": "x"}),
        (Mesocycle, {**CYCLE, "wave": 1000}),
        (Week, {**WEEK, "week": 10_000, "weeks_out": -10_000, "end": "2027-01-04"}),
        (Plan, {**PLAN, "revision": 10**9}),
    ],
)
def test_constructor_takes_what_is_just_inside(make, arguments):
    """Both ends of every range are fine."""
    assert [] == pointers_of(make, **arguments)


def test_a_planned_run_has_id_time_and_minutes():
    """What the brief's calendar fills in must stand in a plan."""
    assert ["/runs/0/id", "/runs/0/time", "/runs/0/minutes"] == pointers_of(Plan, **{**PLAN, "runs": [Run(DAY)]})


@pytest.mark.parametrize(
    ("form", "focus", "expected"),
    [
        ("full", "whole", 2),
        ("full", "upper", 2),
        ("mini", "lower", 1),
        ("mini", "upper", 1),
        ("mini", "core", 0),
        ("full", "core", 0),
    ],
)
def test_units_of_a_session(form, focus, expected):
    """A full session counts two, a mini one, core nothing."""
    assert expected == Session(**SESSION, form=form, focus=focus).units


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("focus", list(Focus))
@pytest.mark.parametrize("deload", [False, True])
def test_loads_heavily_by_its_place(phase, focus, deload):
    """Whole and lower sessions of loading weeks in the building phases are heavy."""
    builds = phase in {"adaptation", "strength", "power", "endurance"}
    assert (builds and not deload and focus in {"whole", "lower"}) is loads_heavily(focus, phase, deload=deload)


def season():
    """Return a plan of two weeks with runs and sessions given out of order."""
    later = {**WEEK, "week": 2, "weeks_out": 14, "start": "2027-01-11", "end": "2027-01-17"}
    return Plan(
        brief=BRIEF,
        mesocycles=[Mesocycle(**{**CYCLE, "start": "2027-01-11", "end": "2027-01-17"}), Mesocycle(**CYCLE)],
        weeks=[Week(**later), Week(**WEEK)],
        runs=[Run("2027-01-11", id="r2-1", time="7:00", minutes=60), Run(DAY, id="r1-1", time="18:00", minutes=30)],
        sessions=[
            Session(**{**SESSION, "id": "outside", "date": "2027-02-01"}),
            Session(**{**SESSION, "id": "w1-2", "date": "2027-01-07"}),
            Session(**SESSION),
        ],
        id="x",
    )


def test_plan_sorts_and_looks_up():
    """Everything stands in order of time, and weeks know what falls in them."""
    plan = season()
    assert [dt.date(2027, 1, 4), dt.date(2027, 1, 11)] == [cycle.start for cycle in plan.mesocycles]
    assert ["w1-1", "w1-2", "outside"] == [session.id for session in plan.sessions]
    assert [(["w1-1", "w1-2"], ["r1-1"]), ([], ["r2-1"])] == [
        ([session.id for session in week.sessions], [run.id for run in week.runs]) for week in plan.weeks
    ]


def test_day_puts_a_run_before_a_session_of_the_same_time():
    """A day holds what stands on its date, in order."""
    assert ["r1-1", "w1-1"] == [item.id for item in season().day(DAY)]
    assert () == season().day(dt.date(2026, 1, 1))


def test_session_by_id():
    """A session is found by its id; an unknown id is refused with the nearest ones."""
    assert "w1-2" == season().session("w1-2").id
    with pytest.raises(UnknownSessionError, match="no session 'w1-3'; maybe w1-"):
        season().session("w1-3")
    with pytest.raises(UnknownSessionError, match=r"no session 'zzzzzzzz'$"):
        season().session("zzzzzzzz")


def test_values_print_and_pickle():
    """A plan survives a process border, and its parts have names for messages."""
    plan = season()
    assert plan == pickle.loads(pickle.dumps(plan))
    assert ("w1-1", "week 1", "strength of wave 1", "5-8") == (
        str(plan.sessions[0]),
        str(plan.weeks[0]),
        str(plan.mesocycles[0]),
        str(RepRange(5, 8)),
    )


def test_stretches_hold_both_ends():
    """Weeks and mesocycles hold their first and last day."""
    week, cycle = Week(**WEEK), Mesocycle(**CYCLE)
    assert [False, True, True, False] == [week.holds(dt.date(2027, 1, day)) for day in (3, 4, 10, 11)]
    assert [False, True, False] == [cycle.holds(dt.date(2027, 1, day)) for day in (3, 4, 5)]
    assert 7 == week.days


def test_week_with_other_sessions():
    """A week's sessions can be exchanged; the rest stays."""
    week = season().weeks[0]
    changed = week.with_sessions(week.sessions[:1])
    assert week.sessions[:1] == changed.sessions
    assert attrs.evolve(week, sessions=()) == changed.with_sessions(())


def test_session_knows_its_minutes_and_parts():
    """A session has its end, and the parts of its focus."""
    session = Session(**SESSION, time="18:30", minutes=45, focus="upper")
    assert (1110, 1155) == (session.start_minute, session.end_minute)
    assert Focus.UPPER.loads == session.loads


def test_a_plan_prints_on_a_page():
    """Its brief says what it was made from; of weeks, runs and sessions it says how many there are, to printers too."""
    plan = pz.plan(pz.Brief(events=(pz.Event("City 10", "2027-04-18", distance_km=10),), start="12 weeks before"))
    assert f"sessions=<{len(plan.sessions)}>" in repr(plan)
    printed = []
    plan._repr_pretty_(SimpleNamespace(text=printed.append), cycle=False)
    assert [repr(plan)] == printed
