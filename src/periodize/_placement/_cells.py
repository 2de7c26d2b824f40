"""Where a session could stand on a day: two or three starts, from the open windows and the day's runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize import _dates
from periodize._evidence import _spacing as evidence
from periodize._units import DAY_MINUTES, minutes_of
from periodize.rules.run_spacing import comes_first

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from periodize._view import View

_STEP = 5
_HOUR = 60

Stretch = tuple[int, int]
"""From and to, in minutes from midnight."""


def starts(date: dt.date, minutes: int, view: View) -> list[int]:
    """Return the candidate starts of a session on a day, in minutes from midnight, in order.

    On a day without runs the preferred time, or the open time nearest to it. On a day with runs the first open time
    after the last one, and the later of the preferred time and six hours after it where that is open; where the order
    of the brief lets the lift stand before all of them, the same before the first. Where a day may hold two sessions
    and these starts do not, one more beside the first. Other training is worked around.
    """
    items = view.runs_on(date)
    yesterday = view.runs_on(_dates.days_after(date, -1))
    busy = [(run.start_minute, run.end_minute) for run in items]
    busy += [(0, run.end_minute - DAY_MINUTES) for run in yesterday if run.end_minute > DAY_MINUTES]
    free = _without(view.availability.open_on(date), busy)
    fitting = [(_up(start), end - minutes) for start, end in free if _up(start) + minutes <= end]
    if not fitting:
        return []
    preferred = minutes_of(view.availability.prefer_time)
    wanted = evidence.AFTER_RUN_PREFERRED.value * _HOUR
    runs = [run for run in items if not run.is_cross]
    found: set[int | None] = set()
    if runs:
        end = max(run.end_minute for run in runs)
        found = {_first_from(_up(end), fitting), _open(_up(max(preferred, end + wanted)), fitting)}
        if not any(comes_first(run, view.brief.order) for run in runs):
            begin = min(run.start_minute for run in runs) - minutes
            found |= {_last_to(begin, fitting), _open(min(preferred, begin - wanted) // _STEP * _STEP, fitting)}
    else:
        found = {_nearest(preferred, fitting)}
    known = sorted(start for start in found if start is not None)
    if view.availability.max_a_day > 1 and known and known[-1] - known[0] < minutes:
        beside = _beside(known[0], minutes, fitting)
        known = known if beside is None else sorted({*known, beside})
    return known


def _without(windows: Iterable[Stretch], busy: Iterable[Stretch]) -> list[Stretch]:
    """Cut the busy stretches out of the open ones."""
    free = list(windows)
    for begin, end in busy:
        pieces = [piece for start, stop in free for piece in ((start, min(stop, begin)), (max(start, end), stop))]
        free = [(start, stop) for start, stop in pieces if start < stop]
    return free


def _up(minute: int) -> int:
    return -(-minute // _STEP) * _STEP


def _open(minute: int, fitting: list[Stretch]) -> int | None:
    """Return a start if it is open."""
    return minute if any(first <= minute <= last for first, last in fitting) else None


def _first_from(minute: int, fitting: list[Stretch]) -> int | None:
    """Return the first open start from a minute on."""
    return min((max(minute, first) for first, last in fitting if max(minute, first) <= last), default=None)


def _last_to(minute: int, fitting: list[Stretch]) -> int | None:
    """Return the last open start up to a minute."""
    down = [min(minute, last) // _STEP * _STEP for first, last in fitting if first <= minute]
    return max((start for start in down if _open(start, fitting) is not None), default=None)


def _nearest(preferred: int, fitting: list[Stretch]) -> int | None:
    """Return the open start that is nearest to the preferred one, the earlier of two."""
    starts = [min(max(_up(preferred), first), last // _STEP * _STEP) for first, last in fitting]
    fit = [start for start, (first, _) in zip(starts, fitting, strict=True) if start >= first]
    return min(fit, key=lambda start: (abs(start - preferred), start), default=None)


def _beside(first: int, minutes: int, fitting: list[Stretch]) -> int | None:
    """Return a start for a second session of the day: back to back after the first, or before it."""
    after = _first_from(_up(first + minutes), fitting)
    return after if after is not None else _last_to(first - minutes, fitting)
