"""Nonsense for every reader: only the library's own errors come out, and what is read can be written and read again."""

import copy
import datetime as dt
import json

from hypothesis import example, given
from hypothesis import strategies as st

from periodize import _codec, _dates, _document
from periodize._model import Brief, Plan, RunKind, Runs
from periodize._notation import parse_week, write_week
from periodize._units import Weekday
from periodize.exceptions import PeriodizeError

KINDS = tuple(kind.value for kind in RunKind if kind is not RunKind.REST)
BRIEF = {
    "start": "2027-01-04",
    "week_start": "mon",
    "dose": "2 full",
    "ref": None,
    "events": [
        {"name": "Race", "date": "2027-03-14", "distance_km": 10, "priority": "A"},
        {"name": "B", "date": "2027-02-14", "priority": "B"},
    ],
    "athlete": {
        "level": "novice",
        "age": 52,
        "equipment": ["band"],
        "avoid": ["squat"],
        "screening": "passed 2026-10-01",
    },
    "runs": {
        "week": "Tue 06:30 quality 60min; Sun long 18km",
        "week_from": "2027-01-11",
        "rules": [{"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "kind": "long", "time": "08:00"}],
        "dated": [{"date": "2027-01-05", "time": "08:00", "kind": "race", "minutes": 50, "ref": "a"}],
    },
    "availability": {
        "days": ["mon", "sat"],
        "windows": {"sat": ["08:00-12:00"]},
        "blackout": [{"first": "2027-01-20", "last": "2027-01-21"}],
        "prefer_time": "18:00",
    },
}
PLAN = {
    "format": "periodize/plan",
    "version": 1,
    "id": "x",
    "revision": 2,
    "brief": BRIEF,
    "mesocycles": [
        {"phase": "strength", "start": "2027-01-04", "end": "2027-03-07", "wave": 1},
        {"phase": "taper", "start": "2027-03-08", "end": "2027-03-14"},
    ],
    "weeks": [
        {"week": 1, "weeks_out": 9, "start": "2027-01-04", "end": "2027-01-10", "phase": "strength", "deload": False}
    ],
    "runs": [
        {"id": "r1-1", "date": "2027-01-05", "time": "06:30", "minutes": 60, "kind": "quality"},
        {"date": "2027-01-06"},
    ],
    "sessions": [
        {
            "id": "w1-1",
            "date": "2027-01-05",
            "time": "18:00",
            "minutes": 45,
            "form": "full",
            "focus": "upper",
            "phase": "strength",
            "heavy": True,
            "warm_up": [{"exercise": "leg_swing", "reps": {"min": 5, "max": 10}}],
            "exercises": [
                {
                    "exercise": "squat",
                    "movements": ["lateral"],
                    "role": "main",
                    "load": {"kind": "rir", "min": 1, "max": 2},
                }
            ],
        },
        {
            "date": "2027-01-07",
            "exercises": [{"exercise": "squat", "load": {"kind": "percent_1rm", "min": 70, "max": 80}}],
        },
    ],
}

WORDS = [
    "", "mon", "novice", "2 full", "A", "easy", "rest", "cross", "strength", "kg", "24:00", "23:59", "00:00", "0:00-23:59",
    "2027-02-29", "2028-02-29", "0001-01-01", "9999-12-31", "1900-01-01", "2199-12-31", "16 weeks before", "9999 months before",
    "FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYDAY=-5MO", "Tue easy; Tue easy", "\ud800", "\x00", "refer",
]  # fmt: skip
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-3, 2000)
    | st.sampled_from([10**400, -(10**4000), 0.0, -0.0, 1e308, float("nan"), float("inf"), 0.1, 1e-9])
    | st.sampled_from(WORDS)
    | st.text(max_size=8)
    | st.dates().map(str)
    | st.dates()
    | st.datetimes()
    | st.times()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*BRIEF, *PLAN, "a/b~", "date", "time"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def places_of(value, path=()):
    """Yield the path of each value in a document."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_of(inner, (*path, key))


@st.composite
def mutated(draw, document):
    """Draw a document with some of its values changed, left out, doubled or put elsewhere, or with other keys."""
    document = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 4))):
        places = [path for path in places_of(document) if path]
        *path, last = draw(st.sampled_from(places))
        place = document
        for step in path:
            place = place[step]
        match draw(st.sampled_from(["change", "leave out", "double", "move", "rename"])):
            case "change":
                place[last] = draw(VALUES)
            case "leave out":
                del place[last]
                if not document:
                    return document
            case "double" if isinstance(place, list):
                place.insert(0, copy.deepcopy(place[last]))
            case "move":
                other = document
                for step in draw(st.sampled_from(places)):
                    if isinstance(other, dict | list) and (
                        step in other if isinstance(other, dict) else step < len(other)
                    ):
                        other = other[step]
                place[last] = copy.deepcopy(other)
            case _ if isinstance(place, dict):
                place[draw(st.sampled_from(["x", "datum", "a/b~", "loads", "season"]))] = place.pop(last)
    return document


def attempt(read, data):
    """Return what is read and what is said; one of the two is nothing, and no other error comes out."""
    try:
        return read(data), ""
    except PeriodizeError as error:
        return None, str(error)


def check_brief(data):
    """Read a brief; if that works, write it and read it again."""
    brief, said = attempt(Brief.from_dict, data)
    assert (brief is None) is bool(said)
    if brief is None:
        return
    assert brief == Brief.from_dict(brief.to_dict()) == Brief.from_dict(json.loads(json.dumps(brief.to_dict())))
    assert _document.digest(brief)


def check_plan(data):
    """Read a plan; if that works, write it and read it again."""
    plan, said = attempt(Plan.from_dict, data)
    assert (plan is None) is bool(said)
    if plan is None:
        return
    assert plan == Plan.from_dict(plan.to_dict())
    text = _document.dumps(plan)
    assert text.isascii()
    assert plan == _document.loads(text)
    assert text == _document.dumps(_document.loads(text))


@given(VALUES)
def test_any_value_is_a_brief_or_an_error(data):
    """Whatever JSON or TOML can hold is read or refused."""
    check_brief(data)
    check_plan(data)
    check_plan({"format": "periodize/plan", "version": 1, "brief": BRIEF, "sessions": data, "weeks": data})


@given(mutated(BRIEF))
@example({**BRIEF, "events": BRIEF["events"][::-1]})
def test_a_changed_brief_is_read_or_refused(data):
    """A brief with a few things wrong is still ours to explain."""
    check_brief(data)


@given(mutated(PLAN))
@example(PLAN)
def test_a_changed_plan_is_read_or_refused(data):
    """A plan with a few things wrong is still ours to explain."""
    check_plan(data)


@given(st.text() | st.binary() | st.text('[]{}",:\\0123.eE-+tfn \n'))
@example("[" * 100_000)
@example('{"a":' * 100_000)
@example('"\\ud800"')
@example("1e400")
def test_any_text_is_json_or_an_error(text):
    """No text is too broken for a clear message."""
    for read in (_codec.parse_json, _document.loads):
        found, said = attempt(read, text)
        assert said or read is _codec.parse_json or found is not None


@given(st.text() | st.text("[]{}\"'=.,#\\ab01-:TZ \n") | st.binary())
@example("a = " + "[" * 100_000)
@example("a = 2027-02-30")
@example("a = 25:00:00")
@example("a = nan\nb = inf")
@example("start = 2027-01-04T00:00:00Z")
def test_any_text_is_toml_or_an_error(text):
    """No text is too broken for a clear message."""
    for read in (_codec.parse_toml, Brief.from_toml):
        found, said = attempt(read, text)
        assert said or read is _codec.parse_toml or found is not None


@given(VALUES.filter(lambda value: not isinstance(value, dt.date | dt.time)))
def test_json_is_read_as_json_reads_it(value):
    """Where both read a text, they read the same."""
    try:
        text = json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        return
    found, said = attempt(_codec.parse_json, text)
    assert "digits" in said or json.loads(text) == found


WEEK_WORDS = st.sampled_from(
    ["Mon", "tue", "Sunday", ";", "; ", "easy", "LONG", "race", "rest", "06:30", "24:00", "60min", "60", "min", "18.5", "km", "18km", "'", "0min", "9999km"]
)  # fmt: skip


@given(st.text(max_size=60) | st.lists(WEEK_WORDS, max_size=12).map(" ".join))
def test_any_week_is_read_and_written_or_refused(text):
    """What is read is written in one way, and that is read as the same."""
    runs, problems = parse_week(text, KINDS)
    assert all(isinstance(problem, str) and problem for problem in problems)
    assert (runs, []) == parse_week(write_week(runs), KINDS)
    week, said = attempt(Runs, text)
    assert said or week == Runs(week.week)


NUMBERS = st.integers(-400, 400).map(str) | st.integers(0, 12).map(str)
NAMED_DAYS = st.builds(
    str.__add__, st.sampled_from(["", "1", "-1", "+2", "5", "53"]), st.sampled_from(["MO", "SA", "SU", "XX"])
)
PARTS = st.one_of(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]).map("FREQ={}".format),
    NUMBERS.map("INTERVAL={}".format),
    NUMBERS.map("COUNT={}".format),
    st.sampled_from(["20270301", "20270230", "00010101", "99991231T235959Z", "5"]).map("UNTIL={}".format),
    st.lists(NAMED_DAYS, min_size=1, max_size=3).map(",".join).map("BYDAY={}".format),
    st.sampled_from(["MO", "SU", "X"]).map("WKST={}".format),
    st.builds(
        "{}={}".format,
        st.sampled_from(
            ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER", "BYHOUR", "DTSTART"]
        ),
        st.lists(NUMBERS, min_size=1, max_size=3).map(",".join),
    ),
)
RULES = st.lists(PARTS, max_size=4).map(lambda parts: ";".join(["FREQ=WEEKLY", *parts])) | st.lists(
    PARTS, max_size=4
).map(";".join)


@given(
    RULES | st.text("FREQDAILYWKMOBY=;,0123456789-+", max_size=30),
    st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    st.integers(-3, 800),
)
@example("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", dt.date(1900, 1, 1), 1120)
@example("FREQ=YEARLY;BYDAY=5MO;BYSETPOS=366", dt.date(2199, 12, 31), 0)
def test_any_rule_is_expanded_or_refused(rule, first, days):
    """A rule that has no problem has dates in order, within its bounds."""
    if not _dates.recurrence_problem(rule):
        last = dt.date.fromordinal(min(first.toordinal() + days, dt.date(2199, 12, 31).toordinal()))
        dates = _dates.recurring(rule, first, last, Weekday.SUN)
        assert sorted(set(dates)) == dates
        assert all(first <= date <= last for date in dates)


@given(
    st.text(max_size=30)
    | st.builds("{} {} before".format, st.integers(0, 99999), st.sampled_from(["days", "week", "months"])),
    st.dates(),
)
def test_any_distance_is_a_date_or_none(text, event):
    """A distance never leaves the calendar."""
    found = _dates.before(text, event)
    assert found is None or found <= event
