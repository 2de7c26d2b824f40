"""The one-line texts: a week of runs, a tempo."""

import datetime as dt

import pytest

from periodize._model import RunKind
from periodize._notation import Tempo, WeeklyRun, parse_tempo, parse_week, write_week
from periodize._units import Weekday

KINDS = tuple(kind.value for kind in RunKind if kind not in (RunKind.REST, RunKind.CROSS))


def tue(kind="easy", time=None, minutes=None, distance_km=None):
    """Return a run on Tuesday."""
    return WeeklyRun(Weekday.TUE, time, kind, minutes, distance_km)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue easy", tue()),
        ("tuesday EASY", tue()),
        ("TUES Easy", tue()),
        ("Tue 6:30 quality 60min", tue("quality", dt.time(6, 30), 60)),
        ("Tue quality 60 Min 06:30", tue("quality", dt.time(6, 30), 60)),
        ("Tue 60 ' race", tue("race", minutes=60)),
        ("Tue long 18 km 23:59", tue("long", dt.time(23, 59), distance_km=18)),
        ("Tue easy 90minutes 12.345KM", tue(minutes=90, distance_km=12.345)),
        ("\tTue \u2003 easy 0min", tue(minutes=0)),
    ],
)
def test_one_run_is_read(text, expected):
    """Words after the day stand in any order and in any case; units may be spaced."""
    assert ([expected], []) == parse_week(text, KINDS)


@pytest.mark.parametrize("name", ["Thursday", "thu", "THUR", "thurs"])
def test_names_of_a_weekday(name):
    """Days have their usual short names."""
    ((run,), _) = parse_week(f"{name} easy", KINDS)
    assert Weekday.THU is run.day


@pytest.mark.parametrize("text", ["", " ", ";", " ; ;; "])
def test_an_empty_week_has_no_runs(text):
    """Nothing between semicolons is nothing."""
    assert ([], []) == parse_week(text, KINDS)


def test_runs_are_put_in_order():
    """Order in the text doesn't matter: runs stand by day, then time, then kind."""
    text = "Sun long; Tue 18:00 easy; Tue 06:30 quality; Tue 06:30 easy; Mon easy 20min; Mon easy 5km"
    runs, _ = parse_week(text, KINDS)
    assert "Mon easy 5km; Mon easy 20min; Tue 06:30 easy; Tue 06:30 quality; Tue 18:00 easy; Sun long" == write_week(
        runs
    )


@pytest.mark.parametrize("text", ["Tue 06:30 quality 60min 12.345km", "Mon easy; Sun 23:05 long 1000km", ""])
def test_written_text_is_read_again(text):
    """Writing is the inverse of reading."""
    assert text == write_week(parse_week(text, KINDS)[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("easy", "'easy' is no weekday"),
        ("Tuu easy", "'Tuu' is no weekday; maybe tue"),
        ("Tue", "says no kind of run; one of easy, quality, long, race"),
        ("Tue 60min", "says no kind of run"),
        ("Tue jog", "cannot read 'jog'"),
        ("Tue qualty", "cannot read 'qualty'; maybe quality"),
        ("Tue rest", "cannot read 'rest'"),
        ("Tue easy long", "cannot read 'long'"),
        ("Tue easy 24:00", "cannot read '24:00'"),
        ("Tue easy 6:5", "cannot read '6:5'"),
        ("Tue easy 06:30 07:30", "cannot read '07:30'"),
        ("Tue easy 60min 70min", "cannot read '70min'"),
        ("Tue easy -5min", "cannot read '-5min'"),
        ("Tue easy 1234567min", "cannot read '1234567min'"),
        ("Tue easy 5km 6km", "cannot read '6km'"),
        ("Tue easy 5.1234km", "cannot read '5.1234km'"),
        ("Tue easy \x00", "cannot read '\\x00'"),
        ("Tue easy " + "x" * 100, "in 'Tue easy " + "x" * 51 + "'"),
        ("Tue easy ６０min", "cannot read"),
    ],
)
def test_what_cannot_be_read_is_said(text, said):
    """Each problem quotes the run, the word and the nearest known one; the run is left out."""
    runs, problems = parse_week(f"{text}; Sun long", KINDS)
    assert 1 == len(problems)
    assert said in problems[0]
    assert ["long"] == [run.kind for run in runs]


def test_all_problems_are_said_in_order():
    """One broken run doesn't hide another."""
    _, problems = parse_week("Tuu easi; Thu; Sun longg", KINDS)
    assert [
        "in 'Tuu easi': 'Tuu' is no weekday; maybe tue or thu",
        "in 'Tuu easi': cannot read 'easi'; maybe easy",
        "in 'Thu': says no kind of run; one of easy, quality, long, race",
        "in 'Sun longg': cannot read 'longg'; maybe long",
    ] == problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3-0-1-0", Tempo(3, 0, 1, 0)),
        ("1-0-X-0", Tempo(1, 0, None, 0)),
        ("0-0-X-0", Tempo(0, 0, None, 0)),
        ("10-12-0-99", Tempo(10, 12, 0, 99)),
    ],
)
def test_a_tempo_is_four_times(text, expected):
    """Lowering, a pause, lifting or X, a pause."""
    assert expected == parse_tempo(text)


@pytest.mark.parametrize(
    "text",
    ["", "3010", "3-0-1", "3-0-1-0-0", "3-0-x-0", "X-0-1-0", "3 - 0 - 1 - 0", "3-0-1-0\n", "0-0-0-0", "３-0-1-0"],
)
def test_what_is_no_tempo_is_none(text):
    """Nothing is guessed."""
    assert parse_tempo(text) is None
