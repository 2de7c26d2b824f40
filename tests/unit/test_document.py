"""Briefs and plans as documents: round trips, defaults, the envelope, and every kind of bad input."""

import copy
import datetime as dt
import json
import time

import attrs
import pytest

from periodize import _codec, _document
from periodize._model import (
    Athlete,
    Availability,
    Blackout,
    Brief,
    Event,
    Load,
    Phase,
    Plan,
    Prescription,
    RepRange,
    Run,
    RunRule,
    Runs,
    Session,
    WarmUp,
    Week,
)
from periodize._timeline import lay_out
from periodize.exceptions import DecodeError

TOML = """
start = "16 weeks before"
week_start = "mon"
dose = "2 full"
ref = "user-17/season-3"

[[events]]
name = "City Marathon"
date = 2027-04-18
distance_km = 42.195
priority = "A"

[athlete]
level = "novice"
age = 52
weeks_off = 0
equipment = ["dumbbell", "band"]
avoid = []
jumping = true
screening = "passed 2026-10-01"

[runs]
week = "Tue 06:30 quality 60min; Thu easy; Sat easy; Sun long"
week_from = 2026-12-28
rules = [{ rrule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", kind = "long", time = "18:00" }]
dated = [{ date = 2027-01-05, time = "08:00", kind = "race", minutes = 50 }]

[availability]
days = ["mon", "wed", "fri", "sat"]
windows = { sat = ["08:00-12:00"] }
blackout = [{ first = 2026-12-24, last = 2026-12-26 }]
max_session_minutes = 60
max_a_day = 1
prefer_days = ["wed", "fri"]
prefer_time = 18:00:00
"""
BRIEF = Brief(
    events=(Event("City Marathon", dt.date(2027, 4, 18), distance_km=42.195),),
    start=dt.date(2026, 12, 27),
    athlete=Athlete(age=52, equipment=("dumbbell", "band"), screening="passed 2026-10-01"),
    runs=Runs(
        "Tue 06:30 quality 60min; Thu easy; Sat easy; Sun long",
        week_from="2026-12-28",
        rules=(RunRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", kind="long", time="18:00"),),
        dated=(Run("2027-01-05", "race", time="08:00", minutes=50),),
    ),
    availability=Availability(
        days=("mon", "wed", "fri", "sat"),
        windows={"sat": ["08:00-12:00"]},
        blackout=(Blackout("2026-12-24", "2026-12-26"),),
        prefer_days=("wed", "fri"),
    ),
    ref="user-17/season-3",
)
SMALL = {"start": "2027-01-04", "events": [{"date": "2027-04-18"}]}
MONDAYS = [dt.date(2027, 1, 4) + dt.timedelta(weeks=week) for week in range(17)]


def coach(**keys):
    """Return a plan's document of few lines."""
    return {"format": "periodize/plan", "version": 1, "brief": SMALL, "sessions": [], **keys}


def whole_plan(weeks=52):
    """Return a plan with everything in it: five runs and three sessions of seven lines a week."""
    runs = "Mon easy; Tue quality; Wed easy; Thu easy; Sun long"
    brief = attrs.evolve(BRIEF, start=f"{weeks} weeks before", runs=runs)
    season = lay_out(brief)
    line = Prescription(
        exercise="goblet_squat",
        movements=("knee_extension", "hip_extension"),
        role="main",
        pair="a",
        sets=3,
        reps=RepRange(3, 5),
        load=Load("percent_1rm", 80, 87.5),
        rest_seconds=150,
    )
    hold = Prescription(exercise="plank", movements=("stabilization",), hold_seconds=30, per_side=True)
    return Plan(
        brief=brief,
        mesocycles=season.mesocycles,
        weeks=season.weeks,
        runs=[run for runs in brief.calendar.values() for run in runs],
        sessions=[
            Session(
                id=f"w{week.week}-{number}",
                date=week.start + dt.timedelta(days=(number * 2) % week.days),
                phase=week.phase,
                heavy=number == 1,
                warm_up=(WarmUp(exercise="leg_swing", reps=RepRange(10, 10)),),
                exercises=(line,) * 6 + (hold,),
                ref="x" if number == 2 else None,
            )
            for week in season.weeks
            for number in (1, 2, 3)
        ],
        id="plan",
        revision=3,
    )


def problems_of(read, data):
    """Return pointers and messages of what cannot be read."""
    with pytest.raises(DecodeError) as raised:
        read(data)
    assert str(raised.value)
    return [(problem.pointer, problem.message) for problem in raised.value.problems]


def pointers_of(read, data):
    """Return the pointers of what cannot be read."""
    return [pointer for pointer, _ in problems_of(read, data)]


# --- briefs -----------------------------------------------------------------------------------------------------------


def test_a_brief_is_the_same_from_python_toml_and_json():
    """One brief, however it is said."""
    assert BRIEF == Brief.from_toml(TOML)
    assert BRIEF == Brief.from_dict(BRIEF.to_dict())
    assert BRIEF == Brief.from_dict(_codec.parse_json(_codec.canonical_json(BRIEF.to_dict())))


def test_a_brief_is_written_with_every_key():
    """Plain values as JSON has them, with all that was left out."""
    assert {
        "events": [{"name": "Event", "date": "2027-04-18", "distance_km": None, "priority": "A", "ref": None}],
        "start": "2027-01-04",
        "athlete": {
            "level": "novice",
            "age": None,
            "weeks_off": 0,
            "equipment": [],
            "avoid": [],
            "jumping": True,
            "screening": "not_done",
        },
        "runs": {"week": "Tue easy", "week_from": None, "rules": [], "dated": []},
        "availability": {
            "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            "windows": {"sat": ["08:00-12:00"]},
            "blackout": [],
            "max_session_minutes": 60,
            "max_a_day": 1,
            "prefer_days": [],
            "prefer_time": "18:00",
        },
        "dose": "2 full",
        "week_start": "mon",
        "ref": None,
    } == Brief.from_dict({**SMALL, "runs": "tue EASY", "availability": {"windows": {"sat": "8:00-12:00"}}}).to_dict()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("extras", ""),
        ("model", "origin"),
        ("order", "run_first"),
        ("season", {}),
        ("athlete/emphasis", "performance"),
        ("athlete/one_rm", {"back_squat": 80}),
        ("athlete/plates_kg", []),
        ("athlete/retain_strength", False),
        ("availability/pinned", []),
        ("runs/dated/0/loads", ["lower"]),
    ],
)
def test_keys_of_later_are_not_supported_yet(path, value):
    """A key that will come is refused as such, in a brief and in a plan's brief."""
    *steps, last = path.split("/")
    data = {**copy.deepcopy(SMALL), "athlete": {}, "availability": {}, "runs": {"dated": [{"date": "2027-01-05"}]}}
    place = data
    for step in steps:
        place = place[int(step) if step == "0" else step]
    place[last] = value
    assert [(f"/{path}", "is not supported yet")] == problems_of(Brief.from_dict, data)
    assert [(f"/brief/{path}", "is not supported yet")] == problems_of(Plan.from_dict, coach(brief=data))


def test_cross_training_is_not_supported_yet():
    """A dated run of kind cross is refused in its own words."""
    runs = {"dated": [{"date": "2027-01-05"}, {"date": "2027-01-05", "kind": "cross", "loads": ["lower"]}]}
    said = [("/runs/dated/1/loads", "is not supported yet"), ("/runs/dated/1/kind", "cross is not supported yet")]
    assert said == problems_of(Brief.from_dict, {**SMALL, "runs": runs})
    run = {"date": "2027-01-05", "kind": "cross"}
    assert [("/runs/0/kind", "cross is not supported yet")] == problems_of(Plan.from_dict, coach(runs=[run]))


HUGE = 10**5000
BAD_BRIEFS = [
    ("no mapping", [], [""]),
    ("empty", {}, ["/events", "/start"]),
    ("event before start", {"start": "2027-04-19"}, ["/start"]),
    ("unknown key", {"dosis": "2 full"}, ["/dosis"]),
    ("unknown keys everywhere", {"athlete": {"levl": 1}, "events": [{"date": "2027-04-18", "nam": 1}]}, ["/events/0/nam", "/athlete/levl"]),
    ("a list for a mapping", {"athlete": [], "runs": [], "availability": "x"}, ["/athlete", "/runs", "/availability"]),
    ("a mapping for a list", {"events": {"date": "2027-04-18"}}, ["/events"]),
    ("no event", {"events": []}, ["/events"]),
    ("text for a number", {"athlete": {"age": "52"}}, ["/athlete/age"]),
    ("number for text", {"ref": 5}, ["/ref"]),
    ("number for a date", {"start": 20270104}, ["/start"]),
    ("a moment for a date", {"start": dt.datetime(2027, 1, 4, tzinfo=dt.UTC)}, ["/start"]),
    ("year 1", {"start": dt.date.min}, ["/start"]),
    ("year 9999", {"events": [{"date": "9999-12-31"}]}, ["/events/0/date"]),
    ("no leap day", {"start": "2027-02-29"}, ["/start"]),
    ("a distance to nowhere", {"start": "16 weeks before"} | {"events": []}, ["/events", "/start"]),
    ("over 160 weeks", {"start": "2024-03-23"}, ["/start"]),
    ("a run of 0 minutes", {"runs": {"dated": [{"date": "2027-01-05", "minutes": 0}]}}, ["/runs/dated/0/minutes"]),
    ("a run of 2,000 minutes", {"runs": {"dated": [{"date": "2027-01-05", "minutes": 2000}]}}, ["/runs/dated/0/minutes"]),
    ("a week's run of 0 minutes", {"runs": "Tue easy 0min"}, ["/runs"]),
    ("a week's run of 2,000 minutes", {"runs": {"week": "Tue easy 2000min"}}, ["/runs/week"]),
    ("overlapping runs", {"runs": "Tue easy; Tue quality"}, ["/runs"]),
    ("over 6 runs a day", {"runs": "; ".join(f"Tue {hour}:00 easy" for hour in range(7))}, ["/runs"]),
    ("a huge number", {"athlete": {"age": HUGE}, "events": [{"date": "2027-04-18", "distance_km": HUGE}]}, ["/events/0/distance_km", "/athlete/age"]),
    ("no number", {"events": [{"date": "2027-04-18", "distance_km": float("nan")}]}, ["/events/0/distance_km"]),
    ("half a surrogate pair", {"ref": "\ud800"}, ["/ref"]),
    ("keys that are no text", {1: 1, None: 2}, ["/1", "/None"]),
    ("pointer characters in keys", {"a/b~": 1, "\n": 2}, ["/\n", "/a~1b~0"]),
    ("pointer characters in weekdays", {"availability": {"windows": {"a/b~": []}}}, ["/availability/windows/a~1b~0"]),
    ("a rule without end", {"runs": {"rules": [{"rrule": "FREQ=DAILY;INTERVAL=0"}]}}, ["/runs/rules/0/rrule"]),
    ("twice the same ref", {"runs": {"dated": [{"date": "2027-01-05", "ref": "a"}] * 2}}, ["/runs/dated"]),
]


@pytest.mark.parametrize(("changes", "pointers"), [pytest.param(data, places, id=name) for name, data, places in BAD_BRIEFS])
def test_a_bad_brief_is_refused_at_its_place(changes, pointers):
    """Every problem has its pointer, alone and inside of a plan."""
    data = {**SMALL, **changes} if changes else changes
    assert pointers == pointers_of(Brief.from_dict, data)
    inside = pointers_of(Plan.from_dict, coach(brief=data, sessions=[{"date": "2027-01-05"}, {}]))
    assert [f"/brief{pointer}" for pointer in pointers] + ["/sessions/1/date"] == inside


def test_unknown_keys_name_the_nearest():
    """The message prints where, what, and what was perhaps meant."""
    with pytest.raises(DecodeError) as raised:
        Brief.from_dict({**SMALL, "dosis": "2 full"})
    assert "/dosis: is an unknown key (got '2 full'); maybe dose" == str(raised.value)


def test_a_moment_in_toml_is_no_date():
    """TOML's date-times are refused in words."""
    said = problems_of(Brief.from_toml, 'start = 2027-01-04T10:00:00Z\nevents = [{ date = "2027-04-18" }]')
    assert [("/start", "must be a date without a clock time, such as 2027-04-18")] == said


def test_text_is_data():
    """Control characters and every script are kept, and every document is ASCII."""
    name = "\x00\x1b[31m\u202eРим 🏃\n"
    data = coach(brief={"start": "2027-01-04", "ref": name, "events": [{"name": name, "date": "2027-04-18"}]})
    plan = Plan.from_dict(data)
    text = _document.dumps(plan)
    assert name == _document.loads(text).brief.target.name == plan.id
    assert text.isascii()
    assert text.replace("\n", "").isprintable()


def test_ten_thousand_dated_runs_are_read_soon():
    """Five runs a day for years take no two seconds."""
    days = [str(dt.date(2027, 1, 4) + dt.timedelta(days=day)) for day in range(2000)]
    dated = [{"date": day, "time": f"{hour:02}:00"} for day in days for hour in (6, 9, 12, 15, 18)]
    began = time.perf_counter()
    brief = Brief.from_dict({**SMALL, "runs": {"dated": dated}})
    assert time.perf_counter() - began < 2
    assert 10_000 + 1 == sum(map(len, brief.calendar.values()))
    assert [("/runs", "at most 6 runs a day, 10001 on 2027-01-05")] == problems_of(
        Brief.from_dict, {**SMALL, "runs": {"dated": [{"date": "2027-01-05", "minutes": 1}] * 10_001}}
    )[:1]


def test_digest_is_that_of_equal_briefs():
    """Twelve hex digits, the same for equal briefs; the id of a plan is the ref where there is one."""
    tens = [Brief.from_dict({**SMALL, "events": [{"date": "2027-04-18", "distance_km": km}]}) for km in (10, 10.0)]
    assert 1 == len({*map(_document.digest, tens)})
    assert _document.digest(tens[0]) == _document.new_id(tens[0])
    assert 12 == len(f"{int(_document.new_id(tens[0]), 16):012x}")
    assert "user-17/season-3" == _document.new_id(BRIEF)
    assert _document.digest(BRIEF) != _document.digest(attrs.evolve(BRIEF, dose="3 full"))


# --- plans: round trip and envelope -------------------------------------------------------------------------------------


def test_a_plan_survives_its_document():
    """Plain values and text give back an equal plan; equal plans give equal bytes."""
    plan = whole_plan(16)
    assert plan == Plan.from_dict(plan.to_dict())
    text = _document.dumps(plan)
    assert plan == _document.loads(text) == _document.loads(text.encode())
    assert text == _document.dumps(_document.loads(text))


def test_a_plan_is_written_with_every_key():
    """The document has the contract's keys, and reads as JSON."""
    document = json.loads(_document.dumps(whole_plan(16)))
    assert ["brief", "format", "id", "mesocycles", "revision", "runs", "sessions", "version", "weeks"] == [*document]
    assert ["end", "phase", "start", "wave"] == [*document["mesocycles"][0]]
    assert ["deload", "end", "phase", "start", "week", "weeks_out"] == [*document["weeks"][0]]
    assert ["date", "distance_km", "id", "kind", "minutes", "ref", "time", "time_assumed"] == [*document["runs"][0]]
    session = document["sessions"][0]
    assert {"id", "ref", "date", "time", "minutes", "form", "focus", "phase", "heavy", "warm_up", "exercises"} == {*session}
    assert {
        "exercise": "goblet_squat",
        "movements": ["knee_extension", "hip_extension"],
        "role": "main",
        "pair": "a",
        "sets": 3,
        "reps": {"min": 3, "max": 5},
        "hold_seconds": None,
        "load": {"kind": "percent_1rm", "min": 80, "max": 87.5},
        "rest_seconds": 150,
        "per_side": False,
    } == session["exercises"][0]
    assert {"exercise": "leg_swing", "sets": 1, "reps": {"min": 10, "max": 10}, "hold_seconds": None} == session["warm_up"][0]


def test_a_season_is_read_and_written_soon():
    """A year with a thousand prescriptions takes a moment: ten times the target, for busy machines."""
    plan = whole_plan()
    assert sum(len(session.exercises) for session in plan.sessions) > 1000
    began = time.perf_counter()
    text = _document.dumps(plan)
    written = time.perf_counter()
    assert plan == _document.loads(text)
    assert written - began < 0.2
    assert time.perf_counter() - written < 0.4


@pytest.mark.parametrize(
    ("envelope", "expected"),
    [
        ({}, [("/format", 'is required: "periodize/plan"'), ("/version", "is required: 1")]),
        ({"format": "periodize/brief", "version": 1}, [("/format", 'must be "periodize/plan"')]),
        ({"format": ["periodize/plan"], "version": 0}, [("/format", 'must be "periodize/plan"'), ("/version", "must be a whole number from 1 on")]),
        ({"format": "periodize/plan", "version": 2}, [("/version", "is newer than 1, the newest that is read here")]),
        ({"format": "periodize/plan", "version": HUGE}, [("/version", "is newer than 1, the newest that is read here")]),
        ({"format": "periodize/plan", "version": True}, [("/version", "must be a whole number from 1 on")]),
        ({"format": "periodize/plan", "version": 1.0}, [("/version", "must be a whole number from 1 on")]),
        ({"format": "periodize/plan", "version": "1"}, [("/version", "must be a whole number from 1 on")]),
    ],
)
def test_the_envelope_is_looked_at_first(envelope, expected):
    """What is no plan of this version isn't read any further."""
    assert expected == problems_of(Plan.from_dict, {"sessions": 3, **envelope})


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_a_plan_must_be_a_mapping(data):
    """Nothing but a mapping is a document."""
    assert [("", "must be a mapping")] == problems_of(Plan.from_dict, data)


@pytest.mark.parametrize("text", ["", "not JSON", b"\xff", "[" * 1000, " " * 50_000_000, '{"format": NaN}', "3"])
def test_loads_refuses_what_is_no_document(text):
    """Broken texts are errors of ours."""
    assert [""] == pointers_of(_document.loads, text)


# --- plans: what a coach may leave out ----------------------------------------------------------------------------------


def test_a_coachs_plan_is_a_few_lines():
    """Weeks, mesocycles, runs, ids and phases are what `plan` would make of the brief."""
    plan = Plan.from_dict(coach(brief={**SMALL, "runs": "Tue easy"}, sessions=[{"date": "2027-01-08"}, {"date": "2027-01-05"}]))
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
    assert () == Plan.from_dict(data).sessions == Plan.from_dict({**data, "sessions": None, "weeks": None, "id": None}).sessions


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
    return {"start": str(MONDAYS[first]), "end": str(MONDAYS[first + weeks] - dt.timedelta(days=1)), "phase": phase, **more}


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
        ("2027-01-15", "transition", [("taper", "2027-01-04", "2027-01-15"), ("transition", "2027-01-16", "2027-01-24")]),
        ("2027-01-17", "transition", [("taper", "2027-01-04", "2027-01-17"), ("transition", "2027-01-18", "2027-01-24")]),
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
    assert "strength strength strength strength power power power power taper" == " ".join(week.phase for week in plan.weeks)
    assert not any(week.deload for week in plan.weeks)
    assert "power" == plan.sessions[0].phase


@pytest.mark.parametrize("far", [("1900-01-01", "1900-01-02"), ("2199-01-01", "2199-12-31"), ("2027-01-04", "2199-12-31")])
def test_absurdly_far_mesocycles_have_no_weeks(far):
    """A mesocycle of centuries is well formed; no weeks are cut out of it, and the rest is read."""
    mesocycles = [{"phase": "strength", "start": far[0], "end": far[1]}]
    plan = Plan.from_dict(coach(mesocycles=mesocycles, sessions=[{"date": "2027-01-05"}]))
    assert ((), (), "strength") == (plan.weeks, plan.runs, plan.sessions[0].phase)


def test_weeks_end_with_the_calendar():
    """The last week of the year 2199 is cut where dates end."""
    brief = {"start": "2199-12-02", "events": [{"date": "2199-12-31"}]}
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
    assert Week(week=3, weeks_out=12, start=MONDAYS[2], end="2027-01-24", phase="power") == attrs.evolve(plan.weeks[2], runs=())


@pytest.mark.parametrize(
    ("keys", "pointers"),
    [
        ({"brief": None}, ["/brief"]),
        ({"brief": 3, "weeks": [{}], "mesocycles": None}, ["/brief", "/weeks/0/week", "/weeks/0/weeks_out", "/weeks/0/start", "/weeks/0/end", "/weeks/0/phase"]),
        ({"id": ""}, ["/id"]),
        ({"id": 0, "revision": -1, "extra": 1}, ["/extra", "/id", "/revision"]),
        ({"weeks": "x", "mesocycles": 3, "runs": {}, "sessions": "x"}, ["/mesocycles", "/weeks", "/runs", "/sessions"]),
        ({"weeks": [3, {"start": "x", "phase": "power"}]}, ["/weeks/0", "/weeks/1/week", "/weeks/1/weeks_out", "/weeks/1/end", "/weeks/1/start"]),
        ({"weeks": [{"start": "2027-01-04"}]}, ["/weeks/0/phase"]),
        ({"mesocycles": [{"start": "2027-01-04", "phase": "taper"}]}, ["/mesocycles/0/end"]),
        ({"runs": [3, {}, {"date": "x", "kind": "jog"}]}, ["/runs/0", "/runs/1/date", "/runs/2/date", "/runs/2/kind"]),
        ({"runs": [{"date": "2027-01-05", "kind": "rest"}]}, ["/runs/0/kind"]),
        ({"runs": [{"date": "2027-01-05", "ref": "a"}] * 2}, ["/runs/1/id"]),
        ({"runs": [{"date": "2027-01-05", "ref": 3}]}, ["/runs/0/ref", "/runs/0/id"]),
        ({"sessions": [3, {"time": []}, {"date": "2027-01-05T10:00"}]}, ["/sessions/0", "/sessions/1/date", "/sessions/1/time", "/sessions/2/date"]),
        ({"sessions": [{"date": "2027-01-05", "focus": [], "exercises": 3}]}, ["/sessions/0/exercises", "/sessions/0/focus"]),
        ({"sessions": [{"date": "2027-01-05", "phase": {}, "exercises": [{"load": {}}]}]}, ["/sessions/0/exercises/0/exercise", "/sessions/0/exercises/0/load/kind", "/sessions/0/exercises/0/load/min", "/sessions/0/exercises/0/load/max", "/sessions/0/phase"]),
        ({"sessions": [{"date": "2027-01-05", "id": "a"}] * 2}, ["/sessions/1/id"]),
        ({"sessions": [{"date": "2027-01-05", "id": ["a"], "heavy": 1}]}, ["/sessions/0/id", "/sessions/0/heavy"]),
        ({"sessions": [{"date": dt.datetime(2027, 1, 5)}, {"date": dt.date(1, 1, 1)}]}, ["/sessions/0/date", "/sessions/1/date"]),
    ],
)
def test_a_bad_plan_is_refused_at_its_place(keys, pointers):
    """What is filled in hides no problem and makes none."""
    assert pointers == pointers_of(Plan.from_dict, coach(**keys))


def test_the_callers_document_is_left_alone():
    """Filling in changes no mapping of the caller's."""
    data = coach(runs=[{"date": "2027-01-05"}], sessions=[{"date": "2027-01-05"}], weeks=[span(0, 1, "taper")])
    before = copy.deepcopy(data)
    Plan.from_dict(data)
    assert before == data
