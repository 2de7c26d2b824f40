"""When there is time: days, windows, blackouts, limits, wishes and pins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from periodize._model._readers import as_focus, as_weekday, as_weekdays
from periodize._model._words import Focus
from periodize._units import Shape, Weekday, as_date, as_optional_time, as_time, as_tuple, minutes_of
from periodize.exceptions import escape

NO_WINDOW = ((6 * 60, 21 * 60),)
"""When a day without windows is open, in minutes from midnight: 06:00 to 21:00."""

_WINDOW = re.compile(r"(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})", re.ASCII)


@attrs.frozen(order=True)
class Blackout:
    """A stretch of dates without training, both ends included."""

    first: dt.date = attrs.field(converter=as_date)
    last: dt.date = attrs.field(converter=as_date)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.date("first", self.first) & shape.date("last", self.last) and self.last < self.first:
            shape.add("last", f"must not come before first, {self.first}", self.last.isoformat())
        shape.done()


@attrs.frozen(order=True)
class Window:
    """A stretch of a day that is open for training, from `start` to `end`.

    >>> Window.read("08:00-12:00")
    Window(start=datetime.time(8, 0), end=datetime.time(12, 0))
    """

    start: dt.time = attrs.field(converter=as_time)
    end: dt.time = attrs.field(converter=as_time)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.time("start", self.start) & shape.time("end", self.end) and self.end <= self.start:
            shape.add("end", f"must come after the start, {self.start:%H:%M}", f"{self.end:%H:%M}")
        shape.done()

    @classmethod
    def read(cls, text: object) -> Any:  # what cannot be read is handed on for Shape to report
        """Read a text such as "08:00-12:00"."""
        if isinstance(text, str) and (match := _WINDOW.fullmatch(text.strip())):
            start, end = map(as_optional_time, match.groups())
            if isinstance(start, dt.time) and isinstance(end, dt.time) and start < end:
                return cls(start, end)
        return text

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


_Spans: TypeAlias = Window | str | Iterable[Window | str]


def _as_windows(
    value: Mapping[str, _Spans] | Mapping[Weekday, _Spans] | tuple[tuple[Weekday | str, _Spans], ...],
) -> Any:  # what cannot be read is handed on for Shape to report
    given: Any = tuple(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(given, tuple) or not all(isinstance(item, tuple) and len(item) == 2 for item in given):
        return given
    windows: list[tuple[Any, Any]] = []
    for day, spans in given:
        read: Any = as_tuple([spans] if isinstance(spans, str | Window) else spans)
        if isinstance(read, tuple):
            read = tuple(Window.read(span) for span in read)
            if all(isinstance(span, Window) for span in read):
                read = tuple(sorted(set(read)))
        windows.append((as_weekday(day), read))
    if all(isinstance(day, Weekday) for day, _ in windows):
        windows.sort(key=lambda item: item[0].number)
    return tuple(windows)


def _plain_windows(windows: Iterable[tuple[Weekday, tuple[Window, ...]]]) -> dict[str, list[str]]:
    return {day.value: [str(span) for span in spans] for day, spans in windows}


@attrs.frozen(order=True)
class Pinned:
    """A session that stands where the athlete put it; the planner works around it.

    Attributes:
        date, time: the local start.
        focus: whole, lower, upper or core; a session of it must be among those that the week owes.
    """

    date: dt.date = attrs.field(converter=as_date)
    time: dt.time = attrs.field(converter=as_time)
    focus: Focus = attrs.field(default=Focus.WHOLE, converter=as_focus)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.date("date", self.date)
        shape.time("time", self.time)
        shape.member("focus", self.focus, Focus)
        shape.done()


def _as_blackouts(items: Iterable[Blackout]) -> tuple[Blackout, ...]:
    return as_tuple(items)


def _as_pins(items: Iterable[Pinned]) -> tuple[Pinned, ...]:
    return as_tuple(items)


@attrs.frozen(kw_only=True)
class Availability:
    """When the athlete can lift.

    Attributes:
        days: the weekdays; all by default.
        windows: open stretches by weekday, such as {"sat": ["08:00-12:00"]}; other days are open 06:00 to 21:00.
        blackout: stretches of dates without training.
        max_session_minutes: the longest session, 10 to 600 minutes.
        max_a_day: the most sessions on a day, 1 to 4.
        prefer_days: weekdays that are taken first where nothing weightier decides.
        prefer_time: the start that is taken where it can be; 18:00 by default.
        pinned: sessions that stand where they are put.
    """

    days: tuple[Weekday, ...] = attrs.field(default=tuple(Weekday), converter=as_weekdays)
    windows: tuple[tuple[Weekday, tuple[Window, ...]], ...] = attrs.field(
        default=(), converter=_as_windows, metadata={"encode": _plain_windows}
    )
    blackout: tuple[Blackout, ...] = attrs.field(default=(), converter=_as_blackouts)
    max_session_minutes: int = 60
    max_a_day: int = 1
    prefer_days: tuple[Weekday, ...] = attrs.field(default=(), converter=as_weekdays)
    prefer_time: dt.time = attrs.field(default=dt.time(18), converter=as_time)
    pinned: tuple[Pinned, ...] = attrs.field(default=(), converter=_as_pins)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.members("days", self.days, Weekday)
        self._check_windows(shape, self.windows, self.days)
        if shape.items("blackout", self.blackout, Blackout):
            object.__setattr__(self, "blackout", tuple(sorted(set(self.blackout))))
        shape.whole("max_session_minutes", self.max_session_minutes, 10, 600)
        shape.whole("max_a_day", self.max_a_day, 1, 4)
        shape.members("prefer_days", self.prefer_days, Weekday)
        shape.time("prefer_time", self.prefer_time)
        if shape.items("pinned", self.pinned, Pinned):
            object.__setattr__(self, "pinned", tuple(sorted(set(self.pinned))))
        shape.done()

    @staticmethod
    def _check_windows(shape: Shape, windows: object, days: object) -> None:
        pairs = windows if isinstance(windows, tuple) else (windows,)
        if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
            shape.add("windows", 'must map weekdays to windows such as {"sat": ["08:00-12:00"]}', windows)
            return
        seen = set()
        for day, spans in pairs:
            place = f"/windows/{escape(day)}"
            if not shape.member(place, day, Weekday):
                continue
            if day in seen:
                shape.add(place, "must not stand twice")
            seen.add(day)
            if not isinstance(spans, tuple):
                shape.add(place, "must be a list of windows", spans)
                continue
            for index, span in enumerate(spans):
                if not isinstance(span, Window):
                    shape.add(f"{place}/{index}", 'must be a window such as "08:00-12:00"', span)
            if isinstance(days, tuple) and day not in days:
                shape.add(place, f"is not among the days, {', '.join(map(str, days))}")

    def blacked_out(self, date: dt.date) -> bool:
        """Whether a blackout closes the date."""
        return any(span.first <= date <= span.last for span in self.blackout)

    def open_on(self, date: dt.date) -> tuple[tuple[int, int], ...]:
        """Return the open stretches of a date in minutes from midnight, in order; none where it is closed."""
        day = Weekday.of(date)
        if day not in self.days or self.blacked_out(date):
            return ()
        for named, spans in self.windows:
            if named is day:
                return _merged(spans)
        return NO_WINDOW


def _merged(spans: Iterable[Window]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = minutes_of(span.start), minutes_of(span.end)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
