"""The nouns of a brief: what each constructor takes and refuses, and how runs become one calendar."""

import datetime as dt

import attrs
import pytest

from periodize._model import (
    Athlete,
    Availability,
    Blackout,
    Brief,
    Event,
    Focus,
    Part,
    Run,
    RunKind,
    RunRule,
    Runs,
    Window,
)
from periodize._model._availability import NO_WINDOW
from periodize._units import Weekday
from periodize.exceptions import DecodeError

RACE_DAY = dt.date(2027, 4, 18)
MONDAY = dt.date(2027, 1, 4)
RACE = Event("City Marathon", RACE_DAY)


def brief(**changes):
    """Return a brief of fifteen weeks."""
    return Brief(**{"events": (RACE,), "start": MONDAY, **changes})


def problems_of(make, *arguments, **keywords):
    """Return the pointers of what a constructor refuses; none where it refuses nothing."""
    try:
        make(*arguments, **keywords)
    except DecodeError as error:
        return [problem.pointer for problem in error.problems]
    return []


def said_by(make, *arguments, **keywords):
    """Return all that a constructor says."""
    with pytest.raises(DecodeError) as raised:
        make(*arguments, **keywords)
    return str(raised.value)


DAY = dt.date(2027, 1, 5)
TIME = dt.datetime.fromisoformat("2027-01-05T12:00")
TABLE = [
    (Event, {"name": "x", "date": DAY}, {"name": ["", 3, None, "x" * 201], "date": ["soon", TIME, None, 5]}),
    (
        Event,
        {"name": "x", "date": DAY},
        {"distance_km": [0.09, 1000.1, "10", True], "priority": ["D", 1], "ref": ["", 5]},
    ),
    (Athlete, {}, {"level": ["expert"], "age": [9, 111, 30.5], "weeks_off": [-1, 5001, None], "jumping": [1, None]}),
    (
        Athlete,
        {},
        {"equipment": ["band", 3], "avoid": ["squat", {"a": 1}, 3], "screening": ["", "passed", None, ["refer"]]},
    ),
    (Athlete, {}, {"screening": ["passed 2026-02-30", "passed 1899-12-31", "Passed 2026-10-01", "passed  2026-10-01"]}),
    (Blackout, {"first": DAY, "last": DAY}, {"first": ["x", dt.date(2027, 1, 6)], "last": ["x", dt.date(2027, 1, 4)]}),
    (Window, {"start": "08:00", "end": "09:00"}, {"start": ["x", None], "end": ["24:00", "08:00", "07:59"]}),
    (Availability, {}, {"days": ["mon", 3], "max_session_minutes": [9, 601, "60"], "max_a_day": [0, 5, True]}),
    (Availability, {}, {"prefer_days": ["mon", None], "prefer_time": ["18", None], "blackout": ["x", {}]}),
    (Availability, {}, {"windows": ["sat", 3, ["sat"], ("sat",), (("sat", (), ()),)]}),
    (
        Run,
        {"date": DAY},
        {"date": ["x", TIME], "kind": ["jog", None], "time": ["x", dt.time(6, 0, 1)], "minutes": [0, 1441, 2000]},
    ),
    (
        Run,
        {"date": DAY},
        {"distance_km": [0, 1001], "ref": ["", 4], "id": [None, 4, "x" * 201], "time_assumed": [None, 1]},
    ),
    (
        RunRule,
        {"rrule": "FREQ=DAILY"},
        {"rrule": ["", 5, "FREQ=HOURLY"], "kind": ["rest", "jog"], "minutes": [0], "time": [5]},
    ),
    (
        Runs,
        {},
        {
            "week": [
                None,
                "Tue jog",
                "x" * 2001,
                "Tue easy 0min",
                "Tue easy 1441min",
                "Tue easy 0.05km",
                "Tue easy 1001km",
            ]
        },
    ),
    (Runs, {}, {"week": ["Mon 6:00 easy 1';" * 117], "week_from": ["x", TIME], "rules": ["x"], "dated": ["x", {}]}),
    (Runs, {}, {"rules": [[RunRule("FREQ=DAILY")] * 21], "dated": [[Run(DAY, ref="a"), Run(RACE_DAY, ref="a")]]}),
    (
        brief,
        {},
        {"events": ["x", (), [Event("B", DAY, priority="B")]], "start": [TIME, 5, None, "soon", "9999 weeks before"]},
    ),
    (brief, {}, {"start": [dt.date(2027, 4, 19), dt.date(1899, 1, 1), RACE_DAY - dt.timedelta(days=1121)]}),
    (
        brief,
        {},
        {
            "athlete": [None, {}],
            "runs": [None, 5, "Tue jog"],
            "availability": [None],
            "dose": ["5 mini"],
            "ref": ["", 5],
        },
    ),
    (brief, {}, {"week_start": ["moon"], "runs": [Runs("Tue easy; Tue easy"), "Tue 6:00 easy 90min; Tue 7:29 easy"]}),
]
REFUSED = [
    pytest.param(make, {**sound, field: value}, field, id=f"{make.__name__} {field} {value!r:.40} {row}-{index}")
    for row, (make, sound, fields) in enumerate(TABLE)
    for field, values in fields.items()
    for index, value in enumerate(values)
]


@pytest.mark.parametrize(("make", "arguments", "field"), REFUSED)
def test_constructor_refuses_at_the_field(make, arguments, field):
    """A wrong value is refused, and every problem of it points at its field or at one that it contradicts."""
    found = problems_of(make, **arguments)
    assert found
    beside = {"first": "last", "start": "end"}.get(field, field)
    assert {field, beside} >= {pointer.split("/")[1] for pointer in found}


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (Event, {"name": "x" * 200, "date": "2028-02-29", "distance_km": 0.1, "priority": "C", "ref": "1"}),
        (Event, {"name": "\x00", "date": dt.date(1900, 1, 1), "distance_km": 1000}),
        (Athlete, {"age": 10, "weeks_off": 0, "screening": "refer"}),
        (Athlete, {"age": 110, "weeks_off": 5000, "screening": "passed 2026-10-01", "equipment": {"band", "box"}}),
        (Availability, {"days": (), "max_session_minutes": 10, "max_a_day": 4}),
        (Availability, {"days": ["sun"], "max_session_minutes": 600, "windows": {"sun": "06:00-07:00"}}),
        (Availability, {"windows": {"sun": Window("06:00", "07:00"), Weekday.MON: []}, "prefer_time": "0:00"}),
        (Run, {"date": DAY, "kind": "rest", "minutes": 1, "distance_km": 0.1, "ref": "x", "id": "x"}),
        (Run, {"date": DAY, "minutes": 1440, "time": dt.time(23, 59), "time_assumed": True}),
        (RunRule, {"rrule": "FREQ=DAILY", "kind": "race", "time": "0:00", "minutes": 1440, "distance_km": 1000}),
        (Runs, {"week": "Mon easy 1min; Tue easy 1440min; Wed easy 0.1km; Thu easy 1000km", "week_from": "2027-01-01"}),
        (Runs, {"rules": [RunRule("FREQ=DAILY")] * 20, "dated": (run for run in [Run(DAY)])}),
        (brief, {"start": RACE_DAY, "ref": "x"}),
        (brief, {"start": RACE_DAY - dt.timedelta(weeks=160)}),
        (brief, {"start": "0 days before", "runs": "Mon easy; Mon 18:00 long"}),
    ],
)
def test_constructor_takes_what_is_just_inside(make, arguments):
    """Both ends of every range are fine."""
    assert [] == problems_of(make, **arguments)


def test_all_problems_of_an_object_come_at_once():
    """Fields are checked one by one, also after a broken one."""
    assert ["/level", "/age", "/weeks_off", "/equipment/0", "/avoid/1", "/jumping", "/screening"] == problems_of(
        Athlete, level="x", age=1, weeks_off=-1, equipment=["x"], avoid=["a", ""], jumping=0, screening="x"
    )
    assert ["/athlete", "/runs", "/availability", "/dose", "/week_start", "/ref", "/events", "/start"] == problems_of(
        Brief, events=3, start=3, athlete=3, runs=3, availability=3, dose=3, week_start=3, ref=3
    )


def test_problems_of_windows_point_into_the_mapping():
    """Weekdays are keys of the pointer, escaped, and their windows are counted."""
    windows = {"sat": ["x", "08:00-09:00", 3], "a/b": [], "sun": 3, "mon": ["08:00-09:00"]}
    assert ["/windows/sat/0", "/windows/sat/2", "/windows/a~1b", "/windows/sun", "/windows/mon"] == problems_of(
        Availability, windows=windows, days=["sat", "sun"]
    )
    pairs = (("sat", ("08:00-09:00",)), (Weekday.SAT, ()))
    assert ["/windows/sat"] == problems_of(Availability, windows=pairs)
    assert ["/days", "/windows/[]"] == problems_of(Availability, days=3, windows=(([], ()), ("sat", ())))


@pytest.mark.parametrize("text", ["08:00", "8-9", "08:00-08:00", "09:00-08:00", "08:00-24:00", "", None, 5])
def test_window_hands_on_what_it_cannot_read(text):
    """What is no window stays as it was."""
    assert text == Window.read(text)


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ({}, NO_WINDOW),
        ({"sat": []}, ()),
        ({"mon": ["08:00-09:00"]}, NO_WINDOW),
        ({"sat": [" 18:00-19:00", "8:00 - 12:00"]}, ((480, 720), (1080, 1140))),
        ({"sat": ["08:00-10:00", "10:00-12:00"]}, ((480, 720),)),
        ({"sat": ["08:00-12:00", "09:00-10:00", "08:00-12:00"]}, ((480, 720),)),
    ],
)
def test_open_on_joins_windows(windows, expected):
    """Windows are in order and joined where they touch; a weekday without any is open 06:00 to 21:00."""
    assert expected == Availability(windows=windows).open_on(dt.date(2027, 1, 9))


def test_open_on_knows_days_and_blackouts():
    """Another weekday and a blackout, both ends included, are closed."""
    closed = Availability(days=["tue", "wed"], blackout=[Blackout("2027-01-05", "2027-01-06")])
    tuesdays = [dt.date(2026, 12, 29), dt.date(2027, 1, 4), DAY, dt.date(2027, 1, 6), dt.date(2027, 1, 12)]
    assert [NO_WINDOW, (), (), (), NO_WINDOW] == [closed.open_on(date) for date in tuesdays]


def test_permuted_facts_are_an_equal_brief():
    """Collections are sorted, so that order and repetition don't matter."""
    tune_up = Event("Ten", dt.date(2027, 3, 7), priority="B")
    dated = [
        Run(DAY, "long", time="7:00"),
        Run(DAY, "easy", id="b"),
        Run(DAY, "easy", id="a"),
        Run(DAY),
        Run(MONDAY, "rest"),
    ]
    rules = [RunRule("FREQ=DAILY;COUNT=1", time="0:00"), RunRule("FREQ=DAILY;COUNT=1")]
    spans = [Blackout("2027-02-01", "2027-02-02"), Blackout("2027-01-10", "2027-01-11")]

    def made(step):
        """Return the brief with all collections in one order or the other."""
        return Brief(
            events=[RACE, tune_up][::step],
            start="2027-01-06",
            athlete=Athlete(equipment=["box", "band"][::step], avoid=["b", "a", "a"][::step]),
            runs=Runs(
                "Tue long; Mon easy"[::1] if step > 0 else "Mon easy; Tue long",
                dated=dated[::step],
                rules=rules[::step],
            ),
            availability=Availability(
                days=["sun", "mon"][::step], blackout=spans[::step], prefer_days=["sun", "mon"][::step]
            ),
        )

    assert made(1) == made(-1)
    assert hash(made(1)) == hash(made(-1))
    assert repr(made(1)) == repr(made(-1))


def test_start_may_be_a_distance():
    """A distance counts back from the A event, wherever that stands in the list."""
    events = (Event("Ten", dt.date(2027, 3, 7), priority="B"), RACE)
    assert dt.date(2027, 2, 21) == brief(events=events, start="8 weeks before").start
    assert "16 weeks before" in said_by(brief, start="8 weeks")


def test_problems_of_events_point_at_their_place_as_given():
    """Events are sorted afterwards; the pointer is that of the caller's list."""
    events = [RACE, Event("Ten", dt.date(2026, 3, 7), priority="B"), Event("Ten", dt.date(2027, 5, 1), priority="C")]
    assert ["/events/2/name", "/events/1/date", "/events/2/date"] == problems_of(brief, events=events)


def test_limits_of_a_season_name_the_way_out():
    """Messages say the event's day, what is supported, and a date that would do."""
    assert "must not come after the event on 2027-04-18" in said_by(brief, start="2027-04-19")
    assert "at most 160 weeks before the event on 2027-04-18" in said_by(brief, start="2020-01-01")
    assert "maybe 2024-03-24 or later" in said_by(brief, start="2020-01-01")
    assert "must hold an event of priority A" in said_by(brief, events=())
    two = [RACE, Event("Other", RACE_DAY)]
    assert "more than one event of priority A is not supported yet" in said_by(brief, events=two)


def test_words_know_what_they_mean():
    """Hard runs, parts that a focus loads, and how things print."""
    assert ["quality", "long", "race"] == [kind for kind in RunKind if kind.hard]
    loads = {Focus.WHOLE: {*Part}, Focus.LOWER: {Part.LEGS}, Focus.UPPER: {Part.PUSH, Part.PULL}, Focus.CORE: set()}
    assert loads == {focus: {*focus.loads} for focus in Focus}
    assert ("08:00-12:30", "long run a", "easy run") == (
        str(Window("8:00", "12:30")),
        str(Run(DAY, "long", id="a")),
        str(Run(DAY)),
    )


def test_run_knows_its_minutes():
    """A run without a time or minutes is taken as it would be planned; rest lasts no time."""
    assert (420, 540) == (Run(DAY, "long").start_minute, Run(DAY, "long").end_minute)
    assert (420, 420) == (Run(DAY, "rest").start_minute, Run(DAY, "rest").end_minute)
    assert 1500 == Run(DAY, time="23:00", minutes=120).end_minute


def test_briefs_are_values():
    """A brief may be changed into another, and is checked again."""
    changed = attrs.evolve(brief(), dose="4 mini")
    assert "4 mini" == changed.dose
    assert brief() == attrs.evolve(changed, dose="2 full")
    assert RACE == changed.target
