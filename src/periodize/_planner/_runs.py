"""How runs that are one fact are left out of a brief, or run otherwise: in its text, its rules and its dates."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from periodize._model import Run, RunKind
from periodize._model._runs import ASSUMED_MINUTES
from periodize._notation import parse_week, write_week
from periodize._planner._conflict import RunLike, run_like
from periodize.exceptions import DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Brief

Instead = tuple[RunKind, dt.time] | None
"""The kind and time that a run gets; None where it is left out."""

_KINDS = tuple(kind.value for kind in RunKind)


def change_runs(brief: Brief, like: RunLike, instead: Instead) -> Brief | None:
    """Return the brief with some runs changed, and nothing else; None where that cannot be said.

    It cannot where they would overlap others, where they are the race itself, and where they come from a recurring
    rule that is about other runs too.
    """
    kind, day, start = like
    runs = brief.runs
    weekly, _ = parse_week(runs.week, _KINDS)
    week = [
        changed
        for item in weekly
        for changed in (
            [item] if (item.kind, item.day, _minute(item)) != (kind.value, day, start) else _as(item, instead)
        )
    ]
    rules = [
        changed
        for rule in runs.rules
        for changed in ([rule] if (rule.kind, _minute(rule)) != (kind, start) else _as(rule, instead))
    ]
    try:
        meant = attrs.evolve(runs, week=write_week(week), rules=rules, dated=list(_dated(runs.dated, like, instead)))
        made = attrs.evolve(brief, runs=meant)
    except DecodeError:
        return None
    expected = [
        changed
        for items in brief.calendar.values()
        for run in items
        for changed in ([run] if run_like(run) != like else _as(run, instead))
    ]
    found = [run for items in made.calendar.values() for run in items]
    return made if sorted(map(_shown, expected)) == sorted(map(_shown, found)) else None


def _minute(item: Any) -> int:  # anything with a time
    return Run(dt.date.min.replace(year=2000), time=item.time).start_minute


def _as(item: Any, instead: Instead) -> list[Any]:  # a weekly run, a rule or a run, and the same again
    if instead is None:
        return []
    kind, time = instead
    minutes = item.minutes or ASSUMED_MINUTES[RunKind(item.kind)]
    if isinstance(item, tuple):
        return [item._replace(kind=kind.value, time=time, minutes=minutes)]  # type: ignore[attr-defined]  # a named tuple of the notation
    return [attrs.evolve(item, kind=kind, time=time, minutes=minutes)]


def _dated(dated: tuple[Run, ...], like: RunLike, instead: Instead) -> Iterator[Run]:
    """Change the dated runs; a day that loses its only one stays clear of weekly runs."""
    for run in dated:
        if run_like(run) != like:
            yield run
        elif instead is not None:
            yield from _as(run, instead)
        elif sum(other.date == run.date for other in dated) == 1:
            yield Run(run.date, RunKind.REST)


def _shown(run: Run) -> tuple[object, ...]:
    return (run.date, run.start_minute, run.kind.value, run.minutes, run.loads)
