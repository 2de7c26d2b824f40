"""Briefs and plans as documents: round trips, defaults, the envelope, and every kind of bad input."""

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
    Plan,
    Prescription,
    RepRange,
    Run,
    RunRule,
    Runs,
    Session,
    WarmUp,
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
            "emphasis": "performance",
            "equipment": [],
            "avoid": [],
            "jumping": True,
            "one_rm": {},
            "plates_kg": [1.25, 2.5, 5, 10, 20],
            "plates_lb": [],
            "retain_strength": False,
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
            "pinned": [],
        },
        "dose": "2 full",
        "extras": "",
        "model": "origin",
        "order": "run_first",
        "week_start": "mon",
        "ref": None,
    } == Brief.from_dict({**SMALL, "runs": "tue EASY", "availability": {"windows": {"sat": "8:00-12:00"}}}).to_dict()


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
    began = time.process_time()
    brief = Brief.from_dict({**SMALL, "runs": {"dated": dated}})
    assert time.process_time() - began < 2
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
    keys = ["brief", "conflict", "format", "id", "mesocycles", "revision", "runs", "sessions", "version"]
    assert [*keys, "waivers", "weeks"] == [*document]
    assert ["end", "phase", "start", "wave"] == [*document["mesocycles"][0]]
    assert ["deload", "end", "phase", "start", "week", "weeks_out"] == [*document["weeks"][0]]
    assert ["date", "distance_km", "id", "kind", "loads", "minutes", "ref", "time", "time_assumed"] == [
        *document["runs"][0]
    ]
    session = document["sessions"][0]
    assert {"id", "ref", "date", "time", "minutes", "form", "focus", "phase", "heavy", "warm_up", "exercises"} == {
        *session
    }
    assert {
        "exercise": "goblet_squat",
        "movements": ["knee_extension", "hip_extension"],
        "role": "main",
        "pair": "a",
        "sets": 3,
        "reps": {"min": 3, "max": 5},
        "hold_seconds": None,
        "load": {"kind": "percent_1rm", "min": 80, "max": 87.5},
        "tempo": None,
        "rest_seconds": 150,
        "per_side": False,
    } == session["exercises"][0]
    assert {"exercise": "leg_swing", "sets": 1, "reps": {"min": 10, "max": 10}, "hold_seconds": None} == session[
        "warm_up"
    ][0]


def test_a_whole_season_can_be_read_back():
    """A year with a thousand prescriptions."""
    plan = whole_plan()
    assert sum(len(session.exercises) for session in plan.sessions) > 1000
    assert plan == _document.loads(_document.dumps(plan))


@pytest.mark.parametrize(
    ("envelope", "expected"),
    [
        ({}, [("/format", 'is required: "periodize/plan"'), ("/version", "is required: 1")]),
        ({"format": "periodize/brief", "version": 1}, [("/format", 'must be "periodize/plan"')]),
        (
            {"format": ["periodize/plan"], "version": 0},
            [("/format", 'must be "periodize/plan"'), ("/version", "must be a whole number from 1 on")],
        ),
        ({"format": "periodize/plan", "version": 2}, [("/version", "is newer than 1, the newest that is read here")]),
        (
            {"format": "periodize/plan", "version": 10**5000},
            [("/version", "is newer than 1, the newest that is read here")],
        ),
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
