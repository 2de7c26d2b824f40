"""Runs: single ones, weekly ones, recurring ones, and how they become one calendar."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from periodize import _dates
from periodize._model._readers import as_focuses, as_run_kind
from periodize._model._words import Focus, Part, RunKind
from periodize._notation import WeeklyRun, parse_week, write_week
from periodize._units import (
    DAY_MINUTES,
    Shape,
    Weekday,
    as_date,
    as_optional_date,
    as_optional_time,
    as_tuple,
    clock,
    minutes_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ASSUMED_START = dt.time(7)
"""When a run without a time is planned."""
ASSUMED_MINUTES = {RunKind.EASY: 45, RunKind.QUALITY: 60, RunKind.LONG: 120, RunKind.RACE: 60, RunKind.CROSS: 60}
"""How long a run without minutes lasts."""
MOST_A_DAY = 6
LONGEST_WEEK_TEXT = 2000
MOST_RULES = 20
_MOST_PROBLEMS = 20

_WEEKLY_KINDS = tuple(kind.value for kind in RunKind if kind not in (RunKind.REST, RunKind.CROSS))


@attrs.frozen
class Run:
    """A run on a date, as the app gives it, or as it stands in a plan (then with an id, a time and minutes).

    Attributes:
        date: the local date.
        kind: easy, quality, long or race; cross is other training; rest clears the day of weekly runs.
        time: the local start; without one it is planned at 07:00 and `time_assumed` is set.
        minutes: how long, 1 to 1,440; without it easy 45, quality 60, long 120, race 60.
        distance_km: how far, if known.
        ref: the app's own id, kept and never read.
        id: the plan's id of it: its ref, or `r<week>-<n>`.
        time_assumed: whether the time is the planner's.
        loads: what other training loads: lower, upper or whole; runs say nothing here.
        start_minute, end_minute: the start and the end in minutes from midnight of its date; the end is over 1,440
            where it runs into the next day.
        moment: the start in minutes from a fixed day.

    >>> import datetime as dt
    >>> Run(dt.date(2026, 12, 5), "race", time="08:00", minutes=50).kind.hard
    True
    """

    date: dt.date = attrs.field(converter=as_date)
    kind: RunKind = attrs.field(default=RunKind.EASY, converter=as_run_kind)
    time: dt.time | None = attrs.field(default=None, converter=as_optional_time, kw_only=True)
    minutes: int | None = attrs.field(default=None, kw_only=True)
    distance_km: float | None = attrs.field(default=None, kw_only=True)
    ref: str | None = attrs.field(default=None, kw_only=True)
    id: str = attrs.field(default="", kw_only=True)
    time_assumed: bool = attrs.field(default=False, kw_only=True)
    loads: tuple[Focus, ...] = attrs.field(default=(), converter=as_focuses, kw_only=True)
    start_minute: int = attrs.field(init=False, repr=False, eq=False)
    end_minute: int = attrs.field(init=False, repr=False, eq=False)
    moment: int = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.date("date", self.date)
        shape.member("kind", self.kind, RunKind)
        _check_run(shape, self.time, self.minutes, self.distance_km)
        if self.ref is not None:
            shape.text("ref", self.ref)
        if self.id != "":
            shape.text("id", self.id)
        shape.flag("time_assumed", self.time_assumed)
        if shape.members("loads", self.loads, Focus) and self.loads and self.kind is not RunKind.CROSS:
            shape.add("loads", "is for cross-training only", list(self.loads))
        shape.done()
        start, put = minutes_of(self.time or ASSUMED_START), object.__setattr__
        minutes = self.minutes if self.minutes is not None else ASSUMED_MINUTES.get(self.kind, 0)
        put(self, "start_minute", start)
        put(self, "end_minute", start + minutes)
        put(self, "moment", self.date.toordinal() * DAY_MINUTES + start)

    def __str__(self) -> str:
        return f"{'cross-training' if self.is_cross else f'{self.kind} run'} {self.id}".strip()

    @property
    def is_cross(self) -> bool:
        """Whether it is other training than running."""
        return self.kind is RunKind.CROSS

    @property
    def parts(self) -> frozenset[Part]:
        """The parts of the body that other training loads."""
        return frozenset(part for focus in self.loads for part in focus.loads)


def _check_run(shape: Shape, time: object, minutes: object, distance_km: object) -> None:
    if time is not None:
        shape.time("time", time)
    if minutes is not None:
        shape.whole("minutes", minutes, 1, DAY_MINUTES)
    if distance_km is not None:
        shape.number("distance_km", distance_km, 0.1, 1000)


@attrs.frozen
class RunRule:
    """A run that recurs as an RFC 5545 rule says, counted from the first day of the weekly runs.

    Attributes:
        rrule: the rule, such as FREQ=WEEKLY;INTERVAL=2;BYDAY=SA.
        kind, time, minutes, distance_km: as of a `Run`.
    """

    rrule: str
    kind: RunKind = attrs.field(default=RunKind.EASY, converter=as_run_kind, kw_only=True)
    time: dt.time | None = attrs.field(default=None, converter=as_optional_time, kw_only=True)
    minutes: int | None = attrs.field(default=None, kw_only=True)
    distance_km: float | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.text("rrule", self.rrule) and (problem := _dates.recurrence_problem(self.rrule)):
            shape.add("rrule", problem, self.rrule)
        if shape.member("kind", self.kind, RunKind) and self.kind in (RunKind.REST, RunKind.CROSS):
            shape.add("kind", f"{self.kind} is for dated runs only", self.kind)
        _check_run(shape, self.time, self.minutes, self.distance_km)
        shape.done()


def _as_rules(items: Iterable[RunRule]) -> tuple[RunRule, ...]:
    return as_tuple(items)


def _as_dated(items: Iterable[Run]) -> tuple[Run, ...]:
    return as_tuple(items)


@attrs.frozen
class Runs:
    """The runner's runs: an ordinary week, recurring runs, and dated ones that replace the others on their day.

    Attributes:
        week: runs of every week as text, such as "Tue 06:30 quality 60min; Thu easy; Sun long 18km".
        week_from: before it only dated runs count; without it the weekly runs begin with the season.
        rules: recurring runs.
        dated: runs on a date.

    >>> Runs("sun LONG; tue quality 60 min").week
    'Tue quality 60min; Sun long'
    """

    week: str = ""
    week_from: dt.date | None = attrs.field(default=None, converter=as_optional_date, kw_only=True)
    rules: tuple[RunRule, ...] = attrs.field(default=(), converter=_as_rules, kw_only=True)
    dated: tuple[Run, ...] = attrs.field(default=(), converter=_as_dated, kw_only=True)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        object.__setattr__(self, "week", _read_week(shape, self.week))
        if self.week_from is not None:
            shape.date("week_from", self.week_from)
        if shape.items("rules", self.rules, RunRule):
            if len(self.rules) > MOST_RULES:
                shape.add("rules", f"must be at most {MOST_RULES}", len(self.rules))
            object.__setattr__(self, "rules", tuple(sorted(self.rules, key=_rule_key)))
        if shape.items("dated", self.dated, Run):
            object.__setattr__(self, "dated", tuple(sorted(self.dated, key=_run_key)))
            refs = [run.ref for run in self.dated if run.ref is not None]
            for ref in sorted(ref for ref, count in Counter(refs).items() if count > 1):
                shape.add("dated", "must not have the same ref twice", ref)
        shape.done()

    def by_date(
        self, start: dt.date, last: dt.date, week_start: Weekday, races: Iterable[Run]
    ) -> dict[dt.date, tuple[Run, ...]]:
        """Lay the runs out from start on, each day's in order, with ids, times and minutes.

        Weekly and recurring runs stop on `last`. A dated run replaces them on its day, and so does a race of `races`
        unless a dated race on its day says more.
        """
        days: dict[dt.date, list[Run]] = {}
        first = max(start, self.week_from or start)
        weekly, _ = parse_week(self.week, _WEEKLY_KINDS)
        by_day: dict[int, list[WeeklyRun]] = {}
        for item in weekly:
            by_day.setdefault(item.day.number, []).append(item)
        if by_day:
            for date in _dates.dates_from(first, last):
                for item in by_day.get(date.weekday(), ()):
                    run = Run(date, item.kind, time=item.time, minutes=item.minutes, distance_km=item.distance_km)
                    days.setdefault(date, []).append(run)
        for rule in self.rules:
            for date in _dates.recurring(rule.rrule, first, last, week_start):
                run = Run(date, rule.kind, time=rule.time, minutes=rule.minutes, distance_km=rule.distance_km)
                days.setdefault(date, []).append(run)
        dated: dict[dt.date, list[Run]] = {}
        for run in self.dated:
            if run.date >= start:
                dated.setdefault(run.date, []).append(run)
        for race in races:
            given = dated.setdefault(race.date, [])
            if not any(run.kind is RunKind.RACE for run in given):
                given.append(race)
        days.update(dated)
        origin = _dates.start_of_week(start, week_start)
        return _numbered(days, origin)


def _read_week(shape: Shape, text: object) -> str:
    """Check the text of a week and write it as every such week is written."""
    if not isinstance(text, str):
        shape.add("week", "must be text such as 'Tue quality; Sun long'", text)
        return ""
    if len(text) > LONGEST_WEEK_TEXT:
        shape.add("week", f"must have at most {LONGEST_WEEK_TEXT} characters, has {len(text)}")
        return ""
    weekly, problems = parse_week(text, _WEEKLY_KINDS)
    for problem in problems[:_MOST_PROBLEMS]:
        shape.add("week", problem)
    for run in weekly:
        if run.minutes is not None and not 1 <= run.minutes <= DAY_MINUTES:
            shape.add("week", f"a run must last 1 to {DAY_MINUTES} minutes", run.minutes)
        if run.distance_km is not None and not 0.1 <= run.distance_km <= 1000:
            shape.add("week", "a run must be 0.1 to 1000 km long", run.distance_km)
    written = write_week(weekly)
    if len(written) > LONGEST_WEEK_TEXT:  # "60'" is written "60min"
        shape.add("week", f"must have at most {LONGEST_WEEK_TEXT} characters when written out, has {len(written)}")
    return written


def _numbered(days: dict[dt.date, list[Run]], origin: dt.date) -> dict[dt.date, tuple[Run, ...]]:
    taken = {run.ref for runs in days.values() for run in runs}
    counts: dict[int, int] = {}
    calendar: dict[dt.date, tuple[Run, ...]] = {}
    for date in sorted(days):
        runs = sorted((run for run in days[date] if run.kind is not RunKind.REST), key=_run_key)
        for index, run in enumerate(runs):
            week = (date - origin).days // 7 + 1
            number = counts.get(week, 0) + 1
            while f"r{week}-{number}" in taken:
                number += 1
            counts[week] = number
            runs[index] = Run(
                date,
                run.kind,
                time=run.time or ASSUMED_START,
                minutes=run.minutes or ASSUMED_MINUTES[run.kind],
                distance_km=run.distance_km,
                ref=run.ref,
                id=run.ref or f"r{week}-{number}",
                time_assumed=run.time is None,
                loads=run.loads,
            )
        if runs:
            calendar[date] = tuple(runs)
    return calendar


def overlap_problems(days: Mapping[dt.date, tuple[Run, ...]]) -> list[str]:
    """Say which runs overlap, and which days hold too many; each pattern of clock times once."""
    problems: dict[object, str] = {}
    before: Run | None = None
    for date, runs in days.items():
        if len(runs) > MOST_A_DAY:
            said = f"at most {MOST_A_DAY} runs a day, {len(runs)} on {date}"
            problems.setdefault(("many", date.weekday(), len(runs)), said)
        for earlier, later in pairwise(runs if before is None else [before, *runs]):
            midnights = _dates.days_between(earlier.date, later.date) * DAY_MINUTES
            if earlier.end_minute > later.start_minute + midnights:
                said = f"runs overlap on {date}: {_describe(earlier)} and {_describe(later)}"
                pattern = (date.weekday(), earlier.start_minute, earlier.end_minute, later.start_minute, midnights)
                problems.setdefault(pattern, said)
        before = max(runs, key=lambda run: run.end_minute)
        if len(problems) > _MOST_PROBLEMS:
            break
    return list(problems.values())[:_MOST_PROBLEMS]


def _describe(run: Run) -> str:
    assumed = " (assumed)" if run.time_assumed else ""
    return f"{run.kind} {clock(run.start_minute):%H:%M}{assumed}, {run.minutes} min"


def _run_key(run: Run) -> tuple[object, ...]:
    said = (run.kind.value, run.minutes or 0, run.distance_km or 0.0, run.ref or "")
    return (run.date, run.start_minute, *said, run.time is None, run.time_assumed, run.id)


def _rule_key(rule: RunRule) -> tuple[object, ...]:
    time = (rule.time or dt.time(), rule.time is None)
    return (rule.rrule, rule.kind.value, *time, rule.minutes or 0, rule.distance_km or 0.0)
