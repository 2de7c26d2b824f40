"""A plan's JSON document (the design section 4) read for the oracles: dates, minutes, the design's defaults.

Standard library only, nothing of periodize.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = dt.timedelta(days=1)
MINUTES_A_DAY = 24 * 60
ALWAYS_OPEN = (6 * 60, 21 * 60)
RUN_TIME, RUN_MINUTES = "07:00", {"easy": 45, "quality": 60, "long": 120, "race": 60, "cross": 60}
LIFT_TIME, LIFT_MINUTES = "18:00", 45
LOADING = frozenset({"adaptation", "strength", "power", "endurance"})
LEG_FOCUS = frozenset({"whole", "lower"})
LEG_MOVEMENTS = frozenset(
    {"plantar_flexion", "knee_flexion", "knee_extension", "hip_extension"}
    | {"hip_abduction", "hip_adduction", "lateral", "medial"}
)
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Span:
    """A mesocycle (`where` is its first day) or a week (`where` is its number)."""

    where: str
    phase: str | None
    first: dt.date
    last: dt.date
    wave: int = 1
    weeks_out: int | None = None
    deload: bool = False

    def holds(self, day: dt.date) -> bool:
        """Whether the day is in the span, its last day included."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Item:
    """A session or a run; `start` and `end` are minutes on one line through all days."""

    id: str
    date: dt.date
    start: int
    end: int
    form: str = "full"
    focus: str = "whole"
    phase: str | None = None
    heavy: bool = False
    lines: Sequence[Mapping[str, Any]] = ()
    kind: str = ""


@dataclass(frozen=True)
class Season:
    """The document, read once."""

    brief: Mapping[str, Any]
    start: dt.date
    border: int
    mesocycles: Sequence[Span]
    weeks: Sequence[Span]
    runs: Sequence[Item]
    sessions: Sequence[Item]
    events: Sequence[tuple[dt.date, str]]

    @property
    def goals(self) -> list[dt.date]:
        """The days of the A events, in order."""
        return sorted(day for day, priority in self.events if priority == "A")

    @property
    def goes_first(self) -> frozenset[str]:
        """The kinds of run that no session may stand before on their day."""
        order = self.brief.get("order") or "run_first"
        return {
            "run_first": frozenset({"easy", "quality", "long", "race"}),
            "key_session_first": frozenset({"quality", "long", "race"}),
            "lift_first": frozenset(),
        }[order]

    @property
    def availability(self) -> Mapping[str, Any]:
        """When the athlete can lift; empty where the brief does not say."""
        return self.brief.get("availability") or {}


def date(text: str) -> dt.date:
    """The day of an ISO text."""
    return dt.date.fromisoformat(text[:10])


def minute(clock: str) -> int:
    """Clock text HH:MM in minutes after midnight."""
    hours, minutes = clock.split(":")[:2]
    return 60 * int(hours) + int(minutes)


def window(text: str) -> tuple[int, int]:
    """Clock texts HH:MM-HH:MM in minutes after midnight."""
    first, last = text.split("-")
    return minute(first), minute(last)


def weekday(name: str) -> int:
    """Monday is 0; names count by their first three letters."""
    return DAYS.index(name[:3].lower())


def find(spans: Sequence[Span], day: dt.date) -> Span | None:
    """The first span that holds a day."""
    return next((span for span in spans if span.holds(day)), None)


def read(document: Document) -> Season:
    """The document with the design's defaults where a key is missing or null."""
    brief = document.get("brief") or {}
    cycles = [
        Span(raw["start"], raw["phase"], date(raw["start"]), date(raw["end"]), raw.get("wave") or 1)
        for raw in document.get("mesocycles") or ()
    ]
    cycles.sort(key=lambda span: (span.first, span.last))
    weeks = []
    for raw in document.get("weeks") or ():
        first, cycle = date(raw["start"]), find(cycles, date(raw["start"]))
        phase, deload = raw.get("phase") or (cycle.phase if cycle else None), bool(raw.get("deload"))
        weeks.append(Span(str(raw["week"]), phase, first, date(raw["end"]), 1, raw.get("weeks_out"), deload))
    weeks.sort(key=lambda span: (span.first, span.last))
    try:
        start = date(brief["start"])
    except (KeyError, ValueError):  # "16 weeks before": the first week tells the day
        start = weeks[0].first if weeks else dt.date.min
    runs = [_run(raw, number) for number, raw in enumerate(document.get("runs") or ())]
    sessions = [_session(raw, cycles, weeks, brief) for raw in document.get("sessions") or ()]
    sessions.sort(key=lambda session: (session.start, session.end, session.id))
    events = [(date(raw["date"]), raw.get("priority") or "A") for raw in brief.get("events") or ()]
    border = weekday(brief.get("week_start") or "mon")
    return Season(brief, start, border, cycles, weeks, runs, sessions, events)


def _timed(raw: Mapping[str, Any], clock: str, minutes: int) -> tuple[dt.date, int, int]:
    day = date(raw["date"])
    start = day.toordinal() * MINUTES_A_DAY + minute(raw.get("time") or clock)
    return day, start, start + (raw.get("minutes") or minutes)


def _run(raw: Mapping[str, Any], number: int) -> Item:
    kind = raw.get("kind") or "easy"
    day, start, end = _timed(raw, RUN_TIME, RUN_MINUTES[kind])
    return Item(raw.get("id") or f"r{number}", day, start, end, kind=kind)


def _session(raw: Mapping[str, Any], cycles: Sequence[Span], weeks: Sequence[Span], brief: Document) -> Item:
    form = raw.get("form") or "full"
    day, start, end = _timed(raw, LIFT_TIME, LIFT_MINUTES)
    focus = raw.get("focus") or "whole"
    cycle, week, lines = find(cycles, day), find(weeks, day), raw.get("exercises") or ()
    phase = raw.get("phase") or (cycle.phase if cycle else None)
    heavy = raw.get("heavy")
    if heavy is None:
        loading = phase in LOADING and not (week and week.deload)
        heavy = (loading and focus in LEG_FOCUS) or any(map(_is_heavy_line, lines))
    return Item(raw.get("id") or day.isoformat(), day, start, end, form, focus, phase, heavy, lines)


def _is_heavy_line(line: Mapping[str, Any]) -> bool:
    load = line.get("load") or {"kind": None}
    hard = (load["kind"] == "percent_1rm" and load["max"] >= 80) or (load["kind"] == "rir" and load["min"] <= 1)
    return hard and not LEG_MOVEMENTS.isdisjoint(line.get("movements") or ())


def is_blacked_out(season: Season, day: dt.date) -> bool:
    """Whether a blackout of the brief closes the day."""
    closed = season.availability.get("blackout") or ()
    return any(date(raw["first"]) <= day <= date(raw["last"]) for raw in closed)


def open_minutes(season: Season, day: dt.date) -> list[tuple[int, int]]:
    """The open stretches of a day, in minutes after its midnight, touching windows joined.

    Without days all are open, with an empty list none; a day that is named without a window is closed.
    """
    days = season.availability.get("days")
    if is_blacked_out(season, day) or (days is not None and day.weekday() not in map(weekday, days)):
        return []
    named = {weekday(name): listed for name, listed in (season.availability.get("windows") or {}).items()}
    opened = sorted(map(window, named[day.weekday()])) if day.weekday() in named else [ALWAYS_OPEN]
    joined: list[tuple[int, int]] = []
    for first, last in opened:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def is_whole(season: Season, week: Span) -> bool:
    """Seven days in the season, before the event, none of them closed."""
    days = [week.first + n * DAY for n in range((week.last - week.first).days + 1)]
    before = not season.goals or week.last < season.goals[-1]
    cut = any(day in season.goals or is_blacked_out(season, day) for day in days)
    return len(days) == 7 and before and not cut


def owes_minimum(season: Season, week: Span) -> bool:
    """A whole week of adaptation, strength, power or endurance."""
    return week.phase in LOADING and is_whole(season, week)
