"""Briefs with every kind of fault, and with what is not supported yet: each is refused at its place."""

import copy
import datetime as dt

import pytest

from periodize._model import Brief, Plan
from periodize.exceptions import DecodeError

SMALL = {"start": "2027-01-04", "events": [{"date": "2027-04-18"}]}


def coach(**keys):
    """Return a plan's document of few lines."""
    return {"format": "periodize/plan", "version": 1, "brief": SMALL, "sessions": [], **keys}


def problems_of(read, data):
    """Return pointers and messages of what cannot be read."""
    with pytest.raises(DecodeError) as raised:
        read(data)
    assert str(raised.value)
    return [(problem.pointer, problem.message) for problem in raised.value.problems]


def pointers_of(read, data):
    """Return the pointers of what cannot be read."""
    return [pointer for pointer, _ in problems_of(read, data)]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("season", {}),
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


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (
            {"dated": [{"date": "2027-01-05", "loads": ["lower"]}]},
            ("/runs/dated/0/loads", "is for cross-training only"),
        ),
        (
            {"week": "Tue cross"},
            (
                "/runs/week",
                "in 'Tue cross': cannot read 'cross'; maybe easy, quality, long or race, a time as 06:30, 60min or 18km",
            ),
        ),
        ({"rules": [{"rrule": "FREQ=DAILY", "kind": "cross"}]}, ("/runs/rules/0/kind", "cross is for dated runs only")),
    ],
)
def test_cross_training_has_a_date_and_says_what_it_loads(runs, said):
    """Only dated training is anything but a run, and only it says what it loads."""
    assert [said] == problems_of(Brief.from_dict, {**SMALL, "runs": runs})


@pytest.mark.parametrize("date", ["2026-01-05", "2028-01-05"])
def test_a_pin_lies_in_the_season(date):
    """A session outside of it could never stand there."""
    pinned = [{"date": date, "time": "18:00"}]
    assert ["/availability/pinned/0/date"] == pointers_of(
        Brief.from_dict, {**SMALL, "availability": {"pinned": pinned}}
    )


HUGE = 10**5000
BAD_BRIEFS = [
    ("no mapping", [], [""]),
    ("empty", {}, ["/events", "/start"]),
    ("event before start", {"start": "2027-04-19"}, ["/start"]),
    ("unknown key", {"dosis": "2 full"}, ["/dosis"]),
    (
        "unknown keys everywhere",
        {"athlete": {"levels": 1}, "events": [{"date": "2027-04-18", "names": 1}]},
        ["/events/0/names", "/athlete/levels"],
    ),
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
    (
        "an event with no room for the weeks after it",
        {
            "start": "2199-11-01",
            "events": [{"date": "2199-11-09", "priority": "B"}, {"date": "2199-12-04", "name": "A"}],
        },
        ["/events/1/date"],
    ),
    ("a run of 0 minutes", {"runs": {"dated": [{"date": "2027-01-05", "minutes": 0}]}}, ["/runs/dated/0/minutes"]),
    (
        "a run of 2,000 minutes",
        {"runs": {"dated": [{"date": "2027-01-05", "minutes": 2000}]}},
        ["/runs/dated/0/minutes"],
    ),
    ("a week's run of 0 minutes", {"runs": "Tue easy 0min"}, ["/runs"]),
    ("a week's run of 2,000 minutes", {"runs": {"week": "Tue easy 2000min"}}, ["/runs/week"]),
    ("overlapping runs", {"runs": "Tue easy; Tue quality"}, ["/runs"]),
    ("over 6 runs a day", {"runs": "; ".join(f"Tue {hour}:00 easy" for hour in range(7))}, ["/runs"]),
    (
        "a huge number",
        {"athlete": {"age": HUGE}, "events": [{"date": "2027-04-18", "distance_km": HUGE}]},
        ["/events/0/distance_km", "/athlete/age"],
    ),
    ("no number", {"events": [{"date": "2027-04-18", "distance_km": float("nan")}]}, ["/events/0/distance_km"]),
    ("half a surrogate pair", {"ref": "\ud800"}, ["/ref"]),
    ("keys that are no text", {1: 1, None: 2}, ["/1", "/None"]),
    ("pointer characters in keys", {"a/b~": 1, "\n": 2}, ["/\n", "/a~1b~0"]),
    ("pointer characters in weekdays", {"availability": {"windows": {"a/b~": []}}}, ["/availability/windows/a~1b~0"]),
    ("a rule without end", {"runs": {"rules": [{"rrule": "FREQ=DAILY;INTERVAL=0"}]}}, ["/runs/rules/0/rrule"]),
    ("twice the same ref", {"runs": {"dated": [{"date": "2027-01-05", "ref": "a"}] * 2}}, ["/runs/dated"]),
]


@pytest.mark.parametrize(
    ("changes", "pointers"), [pytest.param(data, places, id=name) for name, data, places in BAD_BRIEFS]
)
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
