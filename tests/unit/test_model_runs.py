"""How weekly, recurring and dated runs become one calendar, and which days are impossible."""

import datetime as dt

import pytest

from periodize._model import Brief, Event, Run, RunRule, Runs
from periodize.exceptions import DecodeError

RACE_DAY = dt.date(2027, 4, 18)
MONDAY = dt.date(2027, 1, 4)
RACE = Event("City Marathon", RACE_DAY)


def brief(**changes):
    """Return a brief of fifteen weeks."""
    return Brief(**{"events": (RACE,), "start": MONDAY, **changes})


def said_by(make, *arguments, **keywords):
    """Return the problems that a constructor tells, each on its line."""
    with pytest.raises(DecodeError) as raised:
        make(*arguments, **keywords)
    return str(raised.value).splitlines()


def test_calendar_is_weekly_recurring_and_dated_runs():
    """Dated runs replace the others on their day, rest clears it, and the event is a race that nobody need give."""
    runs = Runs(
        "Tue easy; Sun long 18km",
        week_from="2027-04-05",
        rules=[RunRule("FREQ=WEEKLY;BYDAY=WE", kind="quality", time="06:30", minutes=50)],
        dated=[
            Run("2027-04-06", "rest"),
            Run("2027-04-11", "race", time="08:00", ref="r2-2"),
            Run("2027-04-11", "easy", time="18:00"),
            Run("2026-01-01", "easy"),
        ],
    )
    calendar = Brief(events=(RACE,), start="2027-04-01", runs=runs).calendar
    told = [
        (str(run.date), str(run.kind), f"{run.time:%H:%M}", run.minutes, run.id, run.time_assumed)
        for runs in calendar.values()
        for run in runs
    ]
    assert [
        ("2027-04-07", "quality", "06:30", 50, "r2-1", False),
        ("2027-04-11", "race", "08:00", 60, "r2-2", False),
        ("2027-04-11", "easy", "18:00", 45, "r2-4", False),
        ("2027-04-13", "easy", "07:00", 45, "r3-1", True),
        ("2027-04-14", "quality", "06:30", 50, "r3-2", False),
        ("2027-04-18", "race", "07:00", 60, "r3-3", True),
    ] == told


def test_a_dated_race_says_more_than_the_event():
    """A dated race on the event's day stands for it."""
    race = Run(RACE_DAY, "race", time="10:00", minutes=240, distance_km=42.2)
    (run,) = brief(runs=Runs(dated=[race])).calendar[RACE_DAY]
    assert (dt.time(10), 240, 42.2) == (run.time, run.minutes, run.distance_km)


def test_weekly_runs_from_after_the_event_are_none():
    """Where weekly runs begin after the season only the race is left."""
    runs = Runs("Tue easy", week_from="2028-01-01", rules=[RunRule("FREQ=DAILY")])
    assert [RACE_DAY] == list(brief(runs=runs).calendar)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (
            "Tue easy; Tue quality",
            "runs overlap on 2027-01-05: easy 07:00 (assumed), 45 min and quality 07:00 (assumed), 60 min",
        ),
        ("Tue 06:00 easy 61min; Tue quality", "easy 06:00, 61 min and quality 07:00 (assumed), 60 min"),
        ("Tue 23:30 easy; Wed 00:10 easy", "runs overlap on 2027-01-06: easy 23:30, 45 min and easy 00:10, 45 min"),
        ("; ".join(f"Tue {hour}:00 easy" for hour in range(7)), "at most 6 runs a day, 7 on 2027-01-05"),
        (Runs(dated=[Run(RACE_DAY, "easy", minutes=20)]), "runs overlap on 2027-04-18"),
    ],
)
def test_impossible_days_are_refused(runs, said):
    """Each pattern of overlap is said once, however many weeks it comes in."""
    (message,) = said_by(brief, runs=runs)
    assert said in message


def test_runs_that_touch_are_fine():
    """Six runs a day, one after the other, and over midnight."""
    week = "; ".join(f"Tue {hour}:00 easy 60min" for hour in range(6)) + "; Thu 23:30 easy 30min; Fri 00:00 easy"
    assert 6 == len(brief(runs=week).calendar[dt.date(2027, 1, 5)])


def test_problems_of_runs_have_an_end():
    """Of thousands of overlaps twenty are told."""
    dated = [Run(MONDAY + dt.timedelta(days=day), time=f"{day % 24}:00") for day in range(80) for _ in range(2)]
    assert 20 == len(said_by(brief, runs=Runs(dated=dated)))
    assert 20 == len(said_by(Runs, "; ".join(["Tue jog"] * 30)))
    assert said_by(brief, runs=Runs("Tue easy; Tue easy"))[0].endswith("maybe give each run of that day a time")
