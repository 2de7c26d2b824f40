"""Calendar arithmetic: weeks, recurring dates, starts said as a distance; the only user of dateutil."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._units import Weekday

_BEFORE = re.compile(r"(\d{1,4}) (day|week|month)s? before", re.IGNORECASE | re.ASCII)
_LONGEST_RRULE = 200
_RRULE = re.compile(r"[A-Z]+=[A-Z0-9,+\-]+(;[A-Z]+=[A-Z0-9,+\-]+)*", re.ASCII)
_COUNTED = r"0*[1-9]\d{0,3}", "1 to 9999"
_NAME_OF_DAY = "MO|TU|WE|TH|FR|SA|SU"
_VALUES = {
    "FREQ": ("DAILY|WEEKLY|MONTHLY|YEARLY", "DAILY, WEEKLY, MONTHLY or YEARLY"),
    "INTERVAL": _COUNTED,
    "COUNT": _COUNTED,
    "UNTIL": (r"\d{8}(T\d{6}Z?)?", "a date such as 20270418"),
    "WKST": (_NAME_OF_DAY, "a day such as MO"),
    "BYDAY": (rf"([+-]?0?[1-5])?({_NAME_OF_DAY})", "days such as MO, or 1SA to 5SA of the month"),
    "BYMONTH": (r"0?[1-9]|1[0-2]", "1 to 12"),
    "BYMONTHDAY": (r"[+-]?(0?[1-9]|[12]\d|3[01])", "1 to 31, or from the end -1 to -31"),
    "BYYEARDAY": (r"[+-]?0{0,2}([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])", "1 to 366, or from the end -1 to -366"),
    "BYWEEKNO": (r"[+-]?(0?[1-9]|[1-4]\d|5[0-3])", "1 to 53, or from the end -1 to -53"),
    "BYSETPOS": (r"[+-]?(0?[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])", "1 to 366, or from the end -1 to -366"),
}
"""The parts of a recurrence rule: what one of their values looks like, and how a message says it."""
_400_YEARS = dt.timedelta(days=146_097)
"""The calendar repeats itself, weekdays included."""


def days_between(earlier: dt.date, later: dt.date) -> int:
    """Return the whole days from one date to another, negative where the second comes first."""
    return (later - earlier).days


def days_after(date: dt.date, days: int) -> dt.date:
    """Return the date some days later, or earlier where days is negative."""
    return dt.date.fromordinal(date.toordinal() + days)


def day_after(date: dt.date) -> dt.date:
    """Return the next date."""
    return days_after(date, 1)


def months_after(date: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, the last of its month where that has none."""
    from dateutil.relativedelta import relativedelta  # costs 4 ms, seldom needed

    later: dt.date = date + relativedelta(months=months)
    return later


def start_of_week(date: dt.date, week_start: Weekday) -> dt.date:
    """Return the first day of the week that holds a date."""
    return date - dt.timedelta(days=(date.weekday() - week_start.number) % 7)


def dates_from(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield every date from first to last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


def before(text: str, event: dt.date) -> dt.date | None:
    """Read a distance such as "16 weeks before" or "4 months before" an event; None if it is none.

    >>> before("4 months before", dt.date(2027, 6, 30))
    datetime.date(2027, 2, 28)
    """
    match = _BEFORE.fullmatch(text.strip())
    if match is None:
        return None
    count, unit = int(match[1]), match[2].lower()
    try:
        if unit == "month":
            from dateutil.relativedelta import relativedelta  # costs 4 ms, seldom needed

            return event - relativedelta(months=count)
        return event - dt.timedelta(days=count * (7 if unit == "week" else 1))
    except (OverflowError, ValueError):
        return None


def recurrence_problem(rrule: str) -> str:
    """Say what is wrong with the text of a recurrence rule (RFC 5545), or return nothing."""
    if len(rrule) > _LONGEST_RRULE or not _RRULE.fullmatch(rrule):
        return "must be a recurrence rule such as FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"
    parts = _parts(rrule)
    if len(parts) <= rrule.count(";"):
        return "must name each part once"
    for name, values in parts.items():
        if name not in _VALUES:
            return f"must name days only, of {', '.join(_VALUES)}; not {name}"
        pattern, said = _VALUES[name]
        each = values.split(",") if name.startswith("BY") else [values]
        if not all(re.fullmatch(pattern, value, re.ASCII) for value in each):
            return f"must have {name} as {said}"
    if "FREQ" not in parts:
        return "must have a FREQ: DAILY, WEEKLY, MONTHLY or YEARLY"
    if "COUNT" in parts and "UNTIL" in parts:
        return "must not have both COUNT and UNTIL"
    try:
        dt.date.fromisoformat(parts.get("UNTIL", "20000101")[:8])
    except ValueError:
        return "must have an UNTIL that is in the calendar"
    return ""


def recurring(rrule: str, first: dt.date, last: dt.date, week_start: Weekday) -> list[dt.date]:
    """Expand a recurrence rule from first to last, both included; it is counted from first.

    >>> from periodize._units import Weekday
    >>> dates = recurring("FREQ=MONTHLY;BYDAY=1SA", dt.date(2027, 1, 1), dt.date(2027, 3, 31), Weekday.MON)
    >>> [str(date) for date in dates]
    ['2027-01-02', '2027-02-06', '2027-03-06']
    """
    from dateutil.rrule import rrulestr  # costs 12 ms, seldom needed

    parts = _parts(rrule)
    count, until = int(parts.pop("COUNT", 0)), parts.pop("UNTIL", "")
    if until:
        last = min(last, dt.date.fromisoformat(until[:8]))
    if last < first:
        return []
    parts.setdefault("WKST", week_start.value[:2].upper())
    # dateutil looks for the first match up to the year 9999, and a rule may have none: let it start near that end.
    shift = (dt.MAXYEAR - 1 - last.year) // 400 * _400_YEARS
    parts["UNTIL"] = f"{last + shift:%Y%m%d}"
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    moments = rrulestr(text, dtstart=dt.datetime.combine(first + shift, dt.time()))
    return [moment.date() - shift for moment in islice(moments, count or None)]


def _parts(rrule: str) -> dict[str, str]:
    return dict(part.split("=") for part in rrule.split(";"))
