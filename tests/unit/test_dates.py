"""Calendar arithmetic: weeks, starts said as a distance, recurring dates."""

import datetime as dt
import time
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr

from periodize import _dates
from periodize._units import Weekday

EVENT = dt.date(2027, 6, 30)


def test_dates_from_holds_both_ends():
    """Every date from first to last, and none where last comes first."""
    leap_day = dt.date(2028, 2, 29)
    expected = [dt.date(2028, 2, 28), leap_day, dt.date(2028, 3, 1)]
    assert expected == list(_dates.dates_from(expected[0], expected[-1]))
    assert [] == list(_dates.dates_from(expected[-1], expected[0]))


def test_days_after_and_before():
    """Days are counted over the ends of months and years."""
    assert dt.date(2028, 3, 1) == _dates.days_after(dt.date(2028, 2, 28), 2)
    assert dt.date(2027, 12, 31) == _dates.days_after(dt.date(2028, 1, 1), -1)
    assert dt.date(2028, 1, 1) == _dates.day_after(dt.date(2027, 12, 31))


@pytest.mark.parametrize("week_start", list(Weekday))
def test_start_of_week_is_the_last_such_weekday(week_start):
    """A week begins on its weekday, at most six days ago."""
    for day in range(1, 15):
        date = dt.date(2027, 1, day)
        start = _dates.start_of_week(date, week_start)
        assert week_start is Weekday.of(start)
        assert 0 <= _dates.days_between(start, date) <= 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 day before", dt.date(2027, 6, 29)),
        ("10 days before", dt.date(2027, 6, 20)),
        ("16 weeks before", dt.date(2027, 3, 10)),
        (" 1 Week BEFORE ", dt.date(2027, 6, 23)),
        ("0 weeks before", EVENT),
        ("4 months before", dt.date(2027, 2, 28)),
        ("9999 months before", dt.date(1194, 3, 30)),
        ("16 weeks", None),
        ("sixteen weeks before", None),
        ("16  weeks before", None),
        ("٣ weeks before", None),
        ("99999 days before", None),
        ("", None),
    ],
)
def test_before_reads_a_distance(text, expected):
    """A number, a unit and "before"; anything else is None."""
    assert expected == _dates.before(text, EVENT)


@pytest.mark.parametrize("text", ["9999 months before", "9999 weeks before"])
def test_before_the_first_year_is_none(text):
    """A distance that leaves the calendar is no date."""
    assert _dates.before(text, dt.date(100, 1, 1)) is None


GOOD = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=5",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
    "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270301",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;UNTIL=20270301T235959Z",
    "INTERVAL=0002;FREQ=MONTHLY;BYDAY=+1SA,-1SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1,31,+5",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,366",
    "FREQ=YEARLY;BYMONTH=02,12;BYMONTHDAY=29",
    "FREQ=YEARLY;BYWEEKNO=1,-53;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=100,-1,366",
]


@pytest.mark.parametrize("rule", GOOD)
@pytest.mark.parametrize("week_start", [Weekday.MON, Weekday.SUN])
def test_recurring_is_what_dateutil_says(rule, week_start):
    """The dates are dateutil's own, with the weeks of the brief."""
    first, last = dt.date(2027, 1, 2), dt.date(2028, 6, 1)
    assert _dates.recurrence_problem(rule) == ""
    wkst = "" if "WKST" in rule else f";WKST={week_start[:2].upper()}"
    plain = rrulestr(rule.replace("Z", "") + wkst, dtstart=dt.datetime.combine(first, dt.time()))
    expected = [moment.date() for moment in takewhile(lambda moment: moment.date() <= last, plain)]
    assert expected == _dates.recurring(rule, first, last, week_start)
    assert expected


@pytest.mark.parametrize("year", [1900, 1998, 1999, 2000, 2199])
def test_recurring_at_the_ends_of_time(year):
    """Every leap year, weekday and century of the supported calendar is met."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    expected = [date for date in _dates.dates_from(first, last) if date.day == 1 and date.weekday() == 5]
    assert expected == _dates.recurring("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=SA", first, last, Weekday.MON)


@pytest.mark.parametrize("until", ["00010101", "20261231", "20270101T000000"])
def test_recurring_that_is_over_before_it_begins(until):
    """An end before the first day leaves nothing."""
    rule = f"FREQ=DAILY;UNTIL={until}"
    assert _dates.recurrence_problem(rule) == ""
    assert [] == _dates.recurring(rule, dt.date(2027, 1, 2), dt.date(2027, 2, 1), Weekday.MON)


def test_recurring_that_never_matches_ends_soon():
    """A rule for 30 February is no rule of an hour."""
    began = time.process_time()
    rule = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    assert [] == _dates.recurring(rule, dt.date(2027, 1, 1), dt.date(2027, 12, 31), Weekday.MON)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("", "must be a recurrence rule"),
        ("every other day", "must be a recurrence rule"),
        ("freq=daily", "must be a recurrence rule"),
        ("FREQ=DAILY;", "must be a recurrence rule"),
        ("FREQ=DAILY\n", "must be a recurrence rule"),
        ("FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 70), "must be a recurrence rule"),
        ("BYDAY=MO", "must have a FREQ"),
        ("FREQ=HOURLY", "must have FREQ as DAILY"),
        ("FREQ=SECONDLY", "must have FREQ as DAILY"),
        ("FREQ=DAILY;FREQ=SECONDLY", "each part once"),
        ("FREQ=DAILY;BYHOUR=5", "not BYHOUR"),
        ("FREQ=DAILY;BYEASTER=1", "not BYEASTER"),
        ("FREQ=DAILY;DTSTART=20270101", "not DTSTART"),
        ("FREQ=DAILY;INTERVAL=0", "must have INTERVAL as 1 to 9999"),
        ("FREQ=DAILY;INTERVAL=-1", "must have INTERVAL as 1 to 9999"),
        ("FREQ=DAILY;INTERVAL=10000", "must have INTERVAL as 1 to 9999"),
        ("FREQ=DAILY;COUNT=0", "must have COUNT as 1 to 9999"),
        ("FREQ=DAILY;COUNT=5;UNTIL=20270301", "must not have both COUNT and UNTIL"),
        ("FREQ=DAILY;UNTIL=5", "must have UNTIL as a date"),
        ("FREQ=DAILY;UNTIL=20270230", "must have an UNTIL that is in the calendar"),
        ("FREQ=WEEKLY;BYDAY=XX", "must have BYDAY as"),
        ("FREQ=WEEKLY;BYDAY=MO,", "must have BYDAY as"),
        ("FREQ=MONTHLY;BYDAY=6SA", "must have BYDAY as"),
        ("FREQ=MONTHLY;BYDAY=0SA", "must have BYDAY as"),
        ("FREQ=YEARLY;BYMONTH=13", "must have BYMONTH as 1 to 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "must have BYMONTHDAY as 1 to 31"),
        ("FREQ=YEARLY;BYYEARDAY=367", "must have BYYEARDAY as 1 to 366"),
        ("FREQ=YEARLY;BYWEEKNO=54", "must have BYWEEKNO as 1 to 53"),
        ("FREQ=MONTHLY;BYSETPOS=0", "must have BYSETPOS as 1 to 366"),
        ("FREQ=WEEKLY;WKST=MO,TU", "must have WKST as"),
    ],
)
def test_recurrence_problem_says_what_is_wrong(rule, said):
    """What dateutil would take in silence, for ever or by today's date is refused in words."""
    assert said in _dates.recurrence_problem(rule)
