"""How the weeks of a season are counted."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from periodize import _dates
from periodize._evidence import _timeline as numbers
from periodize._units import Weekday


class Count(NamedTuple):
    """How the weeks from start to event are counted.

    Attributes:
        counted_weeks: the weeks that are not stubs, the event's week included (N).
        start_stub_days: days of a first week that is too short to count; 0 where it counts.
        event_stub: whether the event's week is one more taper week that does not count.
    """

    counted_weeks: int
    start_stub_days: int
    event_stub: bool


def count(start: dt.date, event: dt.date, week_start: Weekday) -> Count:
    """Count the weeks from the start to the event, both included.

    >>> count(dt.date(2027, 1, 11), dt.date(2027, 4, 18), Weekday.MON)
    Count(counted_weeks=14, start_stub_days=0, event_stub=False)
    """
    first, last = _dates.start_of_week(start, week_start), _dates.start_of_week(event, week_start)
    first_days = 7 - _dates.days_between(first, start)
    stub_days = first_days if first_days <= numbers.START_STUB_DAYS.value else 0
    event_stub = _dates.days_between(last, event) < numbers.EVENT_STUB_DAYS.value
    weeks = _dates.days_between(first, last) // 7 + 1
    return Count(weeks - (stub_days > 0) - event_stub, stub_days, event_stub)
