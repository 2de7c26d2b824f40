"""What a coach may leave out of a plan's document, and what stands for it."""

import copy
import datetime as dt

import attrs
import pytest

from periodize import _document
from periodize._model import Phase, Plan, Session, Week
from periodize._timeline import lay_out
from periodize.exceptions import DecodeError

SMALL = {"start": "2027-01-04", "events": [{"date": "2027-04-18"}]}
MONDAYS = [dt.date(2027, 1, 4) + dt.timedelta(weeks=week) for week in range(17)]


def coach(**keys):
    """Return a plan's document of few lines."""
    return {"format": "periodize/plan", "version": 1, "brief": SMALL, "sessions": [], **keys}


def pointers_of(data):
    """Return the pointers of what cannot be read."""
    with pytest.raises(DecodeError) as raised:
        Plan.from_dict(data)
    return [problem.pointer for problem in raised.value.problems]


def test_a_coachs_plan_is_a_few_lines():
    """Weeks, mesocycles, runs, ids and phases are what `plan` would make of the brief."""
    plan = Plan.from_dict(
        coach(brief={**SMALL, "runs": "Tue easy"}, sessions=[{"date": "2027-01-08"}, {"date": "2027-01-05"}])
    )
    season = lay_out(plan.brief)
    assert (_document.digest(plan.brief), 0) == (plan.id, plan.revision)
    assert season.mesocycles == plan.mesocycles
    assert [week.start for week in season.weeks] == [week.start for week in plan.weeks]
    assert [run for runs in plan.brief.calendar.values() for run in runs] == [*plan.runs]
    assert Session(id="w1-1", date="2027-01-05", phase="adaptation", heavy=True) == plan.sessions[0]
    assert ["w1-1", "w1-2"] == [session.id for session in plan.weeks[0].sessions]


def test_a_plan_may_have_no_sessions_at_all():
    """Format, version and the brief's two keys are a plan."""
    data = coach()
    del data["sessions"]
    assert (
        ()
        == Plan.from_dict(data).sessions
        == Plan.from_dict({**data, "sessions": None, "weeks": None, "id": None}).sessions
    )


def test_given_ids_are_kept_and_avoided():
    """Ids count by week in order of date and time; one that is taken isn't given again; outside of the season they go on."""
    sessions = [
        {"date": "2027-01-07"},
        {"date": "2027-01-05", "time": "18:30"},
        {"date": "2027-01-05", "time": "7:00"},
        {"date": "2027-01-09", "id": "w1-2"},
        {"date": "2027-01-11"},
        {"date": "2026-12-31"},
        {"date": "2028-01-03"},
    ]
    plan = Plan.from_dict(coach(sessions=sessions))
    ids = {(str(session.date), f"{session.time:%H:%M}"): session.id for session in plan.sessions}
    assert {
        ("2026-12-31", "18:00"): "w0-1",
        ("2027-01-05", "07:00"): "w1-1",
        ("2027-01-05", "18:30"): "w1-3",
        ("2027-01-07", "18:00"): "w1-4",
        ("2027-01-09", "18:00"): "w1-2",
        ("2027-01-11", "18:00"): "w2-1",
        ("2028-01-03", "18:00"): "w53-1",
    } == ids


def test_given_runs_are_filled_in():
    """A run needs a date only: the rest is as the brief's calendar would say, and the id is its ref or counted."""
    runs = [
        {"date": "2027-01-05", "kind": "long"},
        {"date": "2027-01-06", "kind": "quality", "time": "06:30", "minutes": 50, "ref": "a"},
        {"date": "2027-01-07", "time": None, "time_assumed": False},
        {"date": "2027-01-08", "time": "06:30", "id": "x"},
    ]
    told = [
        (run.id, str(run.kind), f"{run.time:%H:%M}", run.minutes, run.time_assumed)
        for run in Plan.from_dict(coach(runs=runs)).runs
    ]
    assert [
        ("r1-1", "long", "07:00", 120, True),
        ("a", "quality", "06:30", 50, False),
        ("r1-2", "easy", "07:00", 45, False),
        ("x", "easy", "06:30", 45, False),
    ] == told
    assert () == Plan.from_dict(coach(runs=[])).runs


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-01", "adaptation"),
        ("2027-01-04", "adaptation"),
        ("2027-04-18", "taper"),
        ("2027-04-19", "transition"),
        ("2030-01-01", "transition"),
    ],
)
def test_phase_is_that_of_the_date_or_of_the_nearest_week(day, expected):
    """Within the season by its mesocycle, outside by the nearest week."""
    assert expected == Plan.from_dict(coach(sessions=[{"date": day}])).sessions[0].phase


def line(kind, low, high, movement="knee_extension"):
    """Return a session with one line."""
    load = {"kind": kind, "min": low, "max": high}
    return {"focus": "upper", "exercises": [{"exercise": "x", "movements": [movement], "load": load}]}


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ({}, True),
        ({"focus": "lower", "form": "mini"}, True),
        ({"focus": "upper"}, False),
        ({"focus": "core"}, False),
        ({"phase": "taper"}, False),
        ({"heavy": False}, False),
        ({"date": "2027-02-10"}, True),
        ({"date": "2027-02-17"}, False),
        ({"date": "2027-04-17"}, False),
        ({"date": "2026-01-01", "phase": "strength"}, False),
        (line("percent_1rm", 70, 80), True),
        (line("percent_1rm", 70, 79.9), False),
        (line("percent_1rm", 70, 80, "shoulder_flexion"), False),
        (line("rir", 1, 3), True),
        (line("rir", 1.5, 3), False),
        (line("rpe", 10, 10), False),
        ({"focus": "upper", "exercises": [{"exercise": "x", "movements": ["lateral"]}]}, False),
        ({**line("rir", 0, 0), "date": "2030-01-01"}, True),
    ],
)
def test_heavy_by_the_definition(session, expected):
    """Whole and lower in a loading week, or a leg line at 80 % or with one rep in reserve; week 7 is a deload."""
    plan = Plan.from_dict(coach(sessions=[{"date": "2027-01-05", **session}]))
    assert [7, 10] == [week.week for week in plan.weeks if week.deload]
    assert plan.sessions[0].heavy is expected


def span(first, weeks, phase, **more):
    """Return keys of a stretch of whole weeks, counted from 0."""
    return {
        "start": str(MONDAYS[first]),
        "end": str(MONDAYS[first + weeks] - dt.timedelta(days=1)),
        "phase": phase,
        **more,
    }


def test_mesocycles_are_joined_from_weeks():
    """Weeks of one phase that touch are a mesocycle; after endurance a lower phase begins a wave."""
    phases = ["strength", "strength", "power", "strength", "endurance", "endurance", "strength", "taper"]
    weeks = [span(index, 1, phase) for index, phase in enumerate(phases) if index != 1]
    plan = Plan.from_dict(coach(weeks=[*reversed(weeks)]))
    assert [
        ("strength", 0, 1, 1),
        ("power", 2, 1, 1),
        ("strength", 3, 1, 1),
        ("endurance", 4, 2, 1),
        ("strength", 6, 1, 2),
        ("taper", 7, 1, 2),
    ] == [
        (cycle.phase, MONDAYS.index(cycle.start), ((cycle.end - cycle.start).days + 1) // 7, cycle.wave)
        for cycle in plan.mesocycles
    ]
    assert [(1, 14, False), (3, 12, False)] == [(week.week, week.weeks_out, week.deload) for week in plan.weeks[:2]]


@pytest.mark.parametrize(
    ("event", "last", "expected"),
    [
        (
            "2027-01-15",
            "transition",
            [("taper", "2027-01-04", "2027-01-15"), ("transition", "2027-01-16", "2027-01-24")],
        ),
        (
            "2027-01-17",
            "transition",
            [("taper", "2027-01-04", "2027-01-17"), ("transition", "2027-01-18", "2027-01-24")],
        ),
        ("2027-01-15", None, [("taper", "2027-01-04", "2027-01-15")]),
        ("2027-01-15", "power", [("taper", "2027-01-04", "2027-01-15"), ("power", "2027-01-18", "2027-01-24")]),
    ],
)
def test_the_taper_made_of_weeks_ends_on_the_event(event, last, expected):
    """Phases change on the day after the event."""
    weeks = [span(0, 1, "taper"), span(1, 1, "taper")] + ([span(2, 1, last)] if last else [])
    brief = {"start": "2027-01-04", "events": [{"date": event}]}
    cycles = Plan.from_dict(coach(brief=brief, weeks=weeks)).mesocycles
    assert expected == [(cycle.phase, str(cycle.start), str(cycle.end)) for cycle in cycles]


def test_weeks_are_cut_out_of_mesocycles():
    """Calendar weeks with the phase of their first day, none a deload, counted from the first and to the event."""
    mesocycles = [span(8, 1, "taper"), {**span(0, 3, "strength"), "start": "2027-01-06"}, span(5, 3, "power")]
    plan = Plan.from_dict(coach(mesocycles=mesocycles, sessions=[{"date": "2027-02-01"}]))
    assert [
        (1, 14, "2027-01-06", "2027-01-10", "strength"),
        (2, 13, "2027-01-11", "2027-01-17", "strength"),
    ] == [(week.week, week.weeks_out, str(week.start), str(week.end), week.phase) for week in plan.weeks[:2]]
    assert "strength strength strength strength power power power power taper" == " ".join(
        week.phase for week in plan.weeks
    )
    assert not any(week.deload for week in plan.weeks)
    assert "power" == plan.sessions[0].phase


@pytest.mark.parametrize(
    "far", [("1900-01-01", "1900-01-02"), ("2199-01-01", "2199-12-31"), ("2027-01-04", "2199-12-31")]
)
def test_absurdly_far_mesocycles_have_no_weeks(far):
    """A mesocycle of centuries is well formed; no weeks are cut out of it, and the rest is read."""
    mesocycles = [{"phase": "strength", "start": far[0], "end": far[1]}]
    plan = Plan.from_dict(coach(mesocycles=mesocycles, sessions=[{"date": "2027-01-05"}]))
    assert ((), (), "strength") == (plan.weeks, plan.runs, plan.sessions[0].phase)


def test_weeks_end_with_the_calendar():
    """The last week of the year 2199 is cut where dates end."""
    brief = {"start": "2199-12-02", "events": [{"date": "2199-12-03"}]}
    mesocycles = [{"phase": "taper", "start": "2199-12-02", "end": "2199-12-31"}]
    given = Plan.from_dict(coach(brief=brief, mesocycles=mesocycles))
    assert dt.date(2199, 12, 31) == given.weeks[-1].end
    weeks = [{"start": "2199-12-30", "phase": "taper"}]
    assert dt.date(2199, 12, 31) == Plan.from_dict(coach(brief=brief, weeks=weeks)).weeks[-1].end


def test_empty_stretches_are_kept():
    """A plan without weeks and mesocycles is well formed; phases of sessions are those of the brief's season."""
    plan = Plan.from_dict(coach(weeks=[], mesocycles=[], sessions=[{"date": "2027-04-17"}]))
    assert ((), (), "taper") == (plan.weeks, plan.mesocycles, plan.sessions[0].phase)
    assert () == Plan.from_dict(coach(mesocycles=[])).weeks
    assert () == Plan.from_dict(coach(weeks=[])).mesocycles


def test_weeks_take_phases_from_mesocycles():
    """Where both are given, a week without a phase has that of its first day."""
    mesocycles = [span(0, 2, "strength"), span(2, 1, "power")]
    weeks = [{"start": str(start)} for start in MONDAYS[:3]]
    plan = Plan.from_dict(coach(mesocycles=mesocycles, weeks=weeks))
    assert [Phase.STRENGTH, Phase.STRENGTH, Phase.POWER] == [week.phase for week in plan.weeks]
    assert Week(week=3, weeks_out=12, start=MONDAYS[2], end="2027-01-24", phase="power") == attrs.evolve(
        plan.weeks[2], runs=()
    )


@pytest.mark.parametrize(
    ("keys", "pointers"),
    [
        ({"brief": None}, ["/brief"]),
        (
            {"brief": 3, "weeks": [{}], "mesocycles": None},
            ["/brief", "/weeks/0/week", "/weeks/0/weeks_out", "/weeks/0/start", "/weeks/0/end", "/weeks/0/phase"],
        ),
        ({"id": ""}, ["/id"]),
        ({"id": 0, "revision": -1, "extra": 1}, ["/extra", "/id", "/revision"]),
        ({"weeks": "x", "mesocycles": 3, "runs": {}, "sessions": "x"}, ["/mesocycles", "/weeks", "/runs", "/sessions"]),
        (
            {"weeks": [3, {"start": "x", "phase": "power"}]},
            ["/weeks/0", "/weeks/1/week", "/weeks/1/weeks_out", "/weeks/1/end", "/weeks/1/start"],
        ),
        ({"weeks": [{"start": "2027-01-04"}]}, ["/weeks/0/phase"]),
        ({"mesocycles": [{"start": "2027-01-04", "phase": "taper"}]}, ["/mesocycles/0/end"]),
        ({"runs": [3, {}, {"date": "x", "kind": "jog"}]}, ["/runs/0", "/runs/1/date", "/runs/2/date", "/runs/2/kind"]),
        ({"runs": [{"date": "2027-01-05", "kind": "rest"}]}, ["/runs/0/kind"]),
        ({"runs": [{"date": "2027-01-05", "ref": "a"}] * 2}, ["/runs/1/id"]),
        ({"runs": [{"date": "2027-01-05", "ref": 3}]}, ["/runs/0/ref", "/runs/0/id"]),
        (
            {"sessions": [3, {"time": []}, {"date": "2027-01-05T10:00"}]},
            ["/sessions/0", "/sessions/1/date", "/sessions/1/time", "/sessions/2/date"],
        ),
        (
            {"sessions": [{"date": "2027-01-05", "focus": [], "exercises": 3}]},
            ["/sessions/0/exercises", "/sessions/0/focus"],
        ),
        (
            {"sessions": [{"date": "2027-01-05", "phase": {}, "exercises": [{"load": {}}]}]},
            [
                "/sessions/0/exercises/0/exercise",
                "/sessions/0/exercises/0/load/kind",
                "/sessions/0/exercises/0/load/min",
                "/sessions/0/exercises/0/load/max",
                "/sessions/0/phase",
            ],
        ),
        ({"sessions": [{"date": "2027-01-05", "id": "a"}] * 2}, ["/sessions/1/id"]),
        ({"sessions": [{"date": "2027-01-05", "id": ["a"], "heavy": 1}]}, ["/sessions/0/id", "/sessions/0/heavy"]),
        (
            {"sessions": [{"date": dt.datetime.fromisoformat("2027-01-05T10:00")}, {"date": dt.date(1, 1, 1)}]},
            ["/sessions/0/date", "/sessions/1/date"],
        ),
    ],
)
def test_a_bad_plan_is_refused_at_its_place(keys, pointers):
    """What is filled in hides no problem and makes none."""
    assert pointers == pointers_of(coach(**keys))


def test_the_callers_document_is_left_alone():
    """Filling in changes no mapping of the caller's."""
    data = coach(runs=[{"date": "2027-01-05"}], sessions=[{"date": "2027-01-05"}], weeks=[span(0, 1, "taper")])
    before = copy.deepcopy(data)
    Plan.from_dict(data)
    assert before == data
