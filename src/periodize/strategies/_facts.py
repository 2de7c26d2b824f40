"""Events, athletes and availabilities."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from periodize._model import (
    Athlete,
    Availability,
    Blackout,
    Dose,
    Emphasis,
    Equipment,
    Event,
    Focus,
    Level,
    Movement,
    Part,
    Pinned,
    Priority,
    Window,
)
from periodize._units import Weekday
from periodize.strategies._pieces import (
    DAY,
    FIRST,
    LAST,
    check_dates,
    check_range,
    check_words,
    dates,
    one_in,
    subsets,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from hypothesis.strategies import DrawFn, SearchStrategy

_DISTANCES = (10, 42.195, 21.0975, None, 5, 12, 12.1, 25, 25.1, 50, 50.1, 100)
_AGES = (None, 30, 49, 50, 65, 16, 80)
_HOME = (Equipment.DUMBBELL, Equipment.BAND)
_AVOIDED = (*(word.value for word in Movement), *(word.value for word in Part), "goblet_squat", "plank")
_LIFTS = ("back_squat", "goblet_squat", "romanian_deadlift", "dumbbell_step_up", "machine_leg_curl", "cable_row")
_LOADS: tuple[dict[str, Any], ...] = (
    *[{}] * 5,
    {"one_rm": dict.fromkeys(_LIFTS, 87.5)},
    {"one_rm": dict.fromkeys(_LIFTS, 30), "plates_kg": (10, 2.5)},
    {"one_rm": dict.fromkeys(_LIFTS, "225 lb"), "plates_lb": (2.5, 5, 10, 25, 45)},
)
_CLOSED_DAYS = (0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7)
_WINDOWS = (
    ("17:00-21:00",),
    ("06:00-08:00", "17:30-20:00"),
    ("08:00-12:00",),
    ("12:00-13:00",),
    ("16:00-18:30", "18:30-20:00"),  # they touch
    ("15:00-19:00", "18:00-22:00"),  # they overlap
    ("17:07-18:24",),
    ("00:00-23:59",),
    ("20:40-21:00",),
)
_PIN_TIMES = (dt.time(18), dt.time(18), dt.time(19, 30), dt.time(12, 7))
_START_TIMES = ("18:00", "18:00", "06:00", "07:15", "12:00", "20:30", "23:00")


def events(
    *, min_date: dt.date = FIRST, max_date: dt.date = LAST, priorities: Collection[Priority | str] = (Priority.A,)
) -> SearchStrategy[Event]:
    """Return a strategy of events on any weekday, of any usual distance, with any name.

    Args:
        min_date: the first day on which it may be.
        max_date: the last day on which it may be.
        priorities: those that it may have.

    >>> import datetime as dt
    >>> from hypothesis import find
    >>> april = events(min_date=dt.date(2027, 4, 1), max_date=dt.date(2027, 4, 30))
    >>> find(april, lambda event: event.distance_km == 5).date
    datetime.date(2027, 4, 4)
    """
    return _events(min_date, max_date, priorities)


@st.composite
def _events(draw: DrawFn, min_date: dt.date, max_date: dt.date, priorities: Collection[Priority | str]) -> Event:
    check_dates(min_date, max_date)
    allowed = check_words("priorities", priorities, Priority)
    return Event(
        draw(texts()),
        draw(dates(min_date, max_date)),
        distance_km=draw(st.sampled_from(_DISTANCES)),
        priority=draw(st.sampled_from(allowed)),
        ref=draw(texts()) if one_in(draw, 6) else None,
    )


def athletes(*, levels: Collection[Level | str] = tuple(Level)) -> SearchStrategy[Athlete]:
    """Return a strategy of athletes: of every level and age, back from a break or not, with a bare floor or a gym.

    Args:
        levels: those that they may have.

    >>> from hypothesis import find
    >>> find(athletes(), lambda athlete: athlete.level == "advanced").equipment
    ()
    """
    return _athletes(levels)


@st.composite
def _athletes(draw: DrawFn, levels: Collection[Level | str]) -> Athlete:
    allowed = check_words("levels", levels, Level)
    return Athlete(
        level=draw(st.sampled_from(allowed)),
        age=draw(st.sampled_from(_AGES) | st.integers(16, 80)),
        weeks_off=draw(st.sampled_from((0, 0, 0, 2, 3, 12))),
        equipment=draw(st.sampled_from(((), _HOME, tuple(Equipment))) | subsets(Equipment, most=5)),
        avoid=draw(subsets(_AVOIDED, least=1, most=3)) if one_in(draw, 5) else (),
        jumping=not one_in(draw, 4),
        emphasis=draw(st.sampled_from(Emphasis)),
        **draw(st.sampled_from(_LOADS)),
        retain_strength=one_in(draw, 4),
        screening=draw(st.sampled_from(("not_done", "passed 2026-10-01"))),
    )


def availabilities(
    *, days: tuple[int, int] = (0, 7), min_date: dt.date = FIRST, max_date: dt.date = LAST
) -> SearchStrategy[Availability]:
    """Return a strategy of the times when an athlete can lift.

    Args:
        days: the fewest and the most weekdays that are open.
        min_date: the first day on which a blackout may begin.
        max_date: the last day on which a blackout may begin.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(availabilities(days=(7, 7)))
    ... def leaves_every_day_open(availability):
    ...     assert len(availability.days) == 7
    >>> leaves_every_day_open()
    """
    return _availabilities(days, min_date, max_date)


@st.composite
def _availabilities(draw: DrawFn, days: tuple[int, int], min_date: dt.date, max_date: dt.date) -> Availability:
    check_range("days", days, 0, 7)
    check_dates(min_date, max_date)
    fewest, most = days
    usual = [count for count in _CLOSED_DAYS if fewest <= 7 - count <= most]
    count = draw(st.sampled_from(usual))
    closed = draw(subsets(Weekday, least=count, most=count))
    opened = [day for day in Weekday if day not in closed]
    windows: dict[Weekday, list[Window]] = {}
    if closed and one_in(draw, 5):  # a day that is named without a window is closed too
        windows = {day: [] for day in draw(subsets(closed, least=1, most=2))}
    named = [day for day in Weekday if day in opened or day in windows]
    if opened and one_in(draw, 3):
        for day in draw(subsets(opened, least=1, most=4)):
            windows[day] = [Window.read(text) for text in draw(st.sampled_from(_WINDOWS))]
    blackouts: list[Blackout] = []
    if draw(st.integers(0, 2)):
        for first in draw(st.lists(dates(min_date, max_date), min_size=1, max_size=3)):
            length = draw(st.integers(1, 4) | st.integers(1, 21))
            blackouts.append(Blackout(first, first + (length - 1) * DAY))
    return Availability(
        days=named,
        windows=windows,
        blackout=blackouts,
        max_session_minutes=draw(st.sampled_from((60, 60, 60, 45, 90, 30, 20))),
        max_a_day=draw(st.sampled_from((2, 3))) if one_in(draw, 6) else 1,
        prefer_days=draw(subsets(Weekday, most=3)) if one_in(draw, 3) else (),
        prefer_time=draw(st.sampled_from(_START_TIMES)),
    )


@st.composite
def pins(draw: DrawFn, availability: Availability, dose: Dose, start: dt.date, event: dt.date) -> list[Pinned]:
    """Draw sessions that stand where they are put: none in most seasons, else one or two a week apart on open days."""
    pinned: list[Pinned] = []
    if start < event and availability.days and one_in(draw, 12):
        focuses = (Focus.LOWER, Focus.UPPER) if dose is Dose.FOUR_MINI else (Focus.WHOLE,)
        first = draw(dates(start, event - DAY))
        both = (first, first + draw(st.sampled_from((7, 21))) * DAY)[: draw(st.integers(1, 2))]
        times, words = st.sampled_from(_PIN_TIMES), st.sampled_from(focuses)
        pinned += [
            Pinned(date, draw(times), draw(words)) for date in both if date < event and availability.open_on(date)
        ]
    return pinned
