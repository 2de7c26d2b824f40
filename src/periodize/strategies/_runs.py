"""Runs as runners have them: ordinary weeks with doubles, recurring runs, and dated ones, races and rest among them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from periodize._model import Focus, Run, RunKind, RunRule, Runs
from periodize._units import Weekday
from periodize.strategies._pieces import FIRST, LAST, check_dates, dates, one_in, subsets, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from periodize._model import Event

_CLOCKS: dict[RunKind, tuple[str | None, ...]] = {
    RunKind.EASY: (None, "07:00", "06:30", "05:30", "12:00", "17:30", "18:30"),
    RunKind.QUALITY: (None, "07:00", "06:30", "05:30", "12:00", "17:30", "18:30"),
    RunKind.LONG: (None, "08:00", "06:30", "09:00"),
}
_LENGTHS: dict[RunKind, tuple[int | None, ...]] = {
    RunKind.EASY: (None, 45, 30, 60, 75),
    RunKind.QUALITY: (None, 60, 50, 75),
    RunKind.LONG: (None, 90, 120, 80, 150),
}
_RACES: tuple[tuple[str | None, int | None], ...] = (
    (None, None),
    ("09:30", 100),
    ("08:00", 50),
    ("09:00", 240),
    ("06:00", 720),
    ("22:00", 180),  # it ends on the next day, before any other run begins
)
_CROSS: tuple[tuple[dt.time | None, int | None, tuple[Focus, ...]], ...] = (
    (None, None, ()),  # yoga
    (dt.time(17, 30), 90, (Focus.LOWER,)),  # a ride
    (dt.time(9), 300, (Focus.LOWER,)),  # a hike
    (dt.time(18), 45, (Focus.UPPER, Focus.LOWER)),  # rowing
)
_AFTER_ALL_OTHERS, _SHORT = dt.time(20), 30
"""When and how long a run is that meets no other one of those above on its day, races left out."""
_EVENING_HABIT = "17"
_SECOND_MORNING, _SECOND_EVENING = "06:30", "17:30"
_RULES = ("FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR")


def runs(*, min_date: dt.date = FIRST, max_date: dt.date = LAST) -> SearchStrategy[Runs]:
    """Return a strategy of a runner's runs: weeks as published plans have them, doubles, recurring and dated runs.

    Args:
        min_date: the first day of a dated run, and on which the weekly ones may begin.
        max_date: the last day of a dated run, and on which the weekly ones may begin.

    >>> from hypothesis import find
    >>> find(runs(), lambda runs: "long" in runs.week).week
    'Sun long'
    """
    return _runs(min_date, max_date)


@st.composite
def _runs(draw: DrawFn, min_date: dt.date, max_date: dt.date) -> Runs:
    check_dates(min_date, max_date)
    week = draw(_weeks())
    rules: list[RunRule] = []
    free = [day for day in Weekday if day.capitalize() not in week]
    if free and one_in(draw, 4):
        day = draw(st.sampled_from(free))[:2].upper()
        kind = draw(st.sampled_from((RunKind.LONG, RunKind.EASY)))
        rules.append(RunRule(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", kind=kind, time=dt.time(8)))
    if one_in(draw, 8):
        rules.append(RunRule(draw(st.sampled_from(_RULES)), time=_AFTER_ALL_OTHERS, minutes=_SHORT))
    dated: list[Run] = []
    if one_in(draw, 3):
        for date in draw(st.lists(dates(min_date, max_date), min_size=1, max_size=5, unique=True)):
            dated += draw(_day_of_runs(date))
    given = Runs(week, rules=rules, dated=dated)
    return attrs.evolve(given, week_from=draw(dates(min_date, max_date))) if one_in(draw, 6) else given


@st.composite
def _weeks(draw: DrawFn) -> str:
    """Draw the text of a week: a long run at its end, up to three hard days, easy days, and two runs on some days."""
    if not draw(st.integers(0, 7)):
        return ""
    long_day = draw(st.sampled_from((Weekday.SUN, Weekday.SAT)))
    others = [day for day in Weekday if day is not long_day]
    kinds = {long_day: RunKind.LONG}
    kinds |= dict.fromkeys(draw(subsets(others, most=6)), RunKind.EASY)
    kinds |= dict.fromkeys(draw(subsets(others, most=3)), RunKind.QUALITY)
    habit = draw(st.sampled_from(_CLOCKS[RunKind.EASY]))
    parts = []
    for day, kind in kinds.items():
        time = draw(st.sampled_from(_CLOCKS[kind])) if kind is RunKind.LONG else habit
        minutes, distance = draw(st.sampled_from(_LENGTHS[kind])), draw(st.sampled_from((None, None, 8, 12.5)))
        parts.append(_say(day, time, kind, minutes and f"{minutes}min", distance and f"{distance}km"))
    if draw(st.booleans()):
        for day in draw(subsets(kinds, least=1, most=3)):
            evening = (habit or "") >= _EVENING_HABIT and kinds[day] is not RunKind.LONG
            parts.append(_say(day, _SECOND_MORNING if evening else _SECOND_EVENING, RunKind.EASY, "40min"))
    return "; ".join(parts)


def _say(day: Weekday, *words: str | float | None) -> str:
    return " ".join((day.capitalize(), *(str(word) for word in words if word)))


@st.composite
def _day_of_runs(draw: DrawFn, date: dt.date) -> list[Run]:
    """Draw a day's dated runs: rest, one, or two, or other training; refs are unique for they name their day."""
    kind = draw(st.sampled_from((RunKind.REST, *_LENGTHS, RunKind.RACE, RunKind.CROSS)))
    ref = f"{date} {draw(texts())}" if one_in(draw, 4) else None
    if kind is RunKind.REST:
        return [Run(date, kind, ref=ref)]
    if kind is RunKind.CROSS:
        time, minutes, loads = draw(st.sampled_from(_CROSS))
        return [Run(date, kind, time=time, minutes=minutes, loads=loads, ref=ref)]
    first = attrs.evolve(draw(_timed(date, kind)), ref=ref)
    if kind is RunKind.RACE or not one_in(draw, 4):
        return [first]
    return [first, Run(date, time=_AFTER_ALL_OTHERS, minutes=_SHORT)]


@st.composite
def _timed(draw: DrawFn, date: dt.date, kind: RunKind) -> Run:
    if kind is RunKind.RACE:
        time, minutes = draw(st.sampled_from(_RACES))
    else:
        time, minutes = draw(st.sampled_from(_CLOCKS[kind])), draw(st.sampled_from(_LENGTHS[kind]))
    return attrs.evolve(Run(date, kind, minutes=minutes), time=time and dt.time.fromisoformat(time))


@st.composite
def with_races(draw: DrawFn, dated: Sequence[Run], races: Sequence[Event]) -> list[Run]:
    """Take other runs off the days of the races, and give the first race its hour and its length, or not."""
    days = {race.date for race in races}
    kept = [run for run in dated if run.date not in days]
    if one_in(draw, 3):
        kept.append(draw(_timed(races[0].date, RunKind.RACE)))
    return kept
