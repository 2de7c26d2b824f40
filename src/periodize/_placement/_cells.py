"""Where a session could stand on a day: two or three starts, from the open windows and the day's runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize import _dates
from periodize._evidence import _spacing as evidence
from periodize._units import DAY_MINUTES, minutes_of

if TYPE_CHECKING:
    import datetime as dt

    from periodize._view import View

_STEP = 5
_HOUR = 60


def starts(date: dt.date, minutes: int, view: View) -> list[int]:
    """Return the candidate starts of a session on a day, in minutes from midnight, in order.

    On a day without runs the preferred time, or the open time nearest to it; on a day with runs the first open time
    after the last one, and the later of the preferred time and six hours after it where that is open.
    """
    windows = view.availability.open_on(date)
    fitting = [(_up(start), end - minutes) for start, end in windows if _up(start) + minutes <= end]
    if not fitting:
        return []
    preferred = minutes_of(view.availability.prefer_time)
    overnight = max((run.end_minute for run in view.runs_on(_dates.days_after(date, -1))), default=0) - DAY_MINUTES
    runs = view.runs_on(date)
    if runs:
        end = max(overnight, *(run.end_minute for run in runs))
        found = {_first_from(_up(end), fitting)}
        later = _up(max(preferred, end + evidence.AFTER_RUN_PREFERRED.value * _HOUR))
        if any(first <= later <= last for first, last in fitting):
            found.add(later)
    else:
        found = {_nearest(preferred, overnight, fitting)}
    if view.availability.max_a_day > 1:
        found |= _more(
            found, minutes, max(overnight, *(run.end_minute for run in runs), 0), fitting, view.availability.max_a_day
        )
    return sorted(start for start in found if start is not None)


def _up(minute: int) -> int:
    return -(-minute // _STEP) * _STEP


def _first_from(minute: int, fitting: list[tuple[int, int]]) -> int | None:
    """Return the first open start from a minute on."""
    return min((max(minute, first) for first, last in fitting if max(minute, first) <= last), default=None)


def _nearest(preferred: int, earliest: int, fitting: list[tuple[int, int]]) -> int | None:
    """Return the open start that is nearest to the preferred one, the earlier of two."""
    candidates = []
    for first, last in fitting:
        low = max(first, _up(earliest))
        high = last // _STEP * _STEP
        if low <= high:
            candidates.append(min(max(_up(preferred), low), high))
    return min(candidates, key=lambda start: (abs(start - preferred), start), default=None)


def _more(
    found: set[int | None], minutes: int, earliest: int, fitting: list[tuple[int, int]], most: int
) -> set[int | None]:
    """Return starts for further sessions of the day: back to back with the first, before it or after it."""
    more: set[int | None] = {_first_from(_up(earliest), fitting)}
    for start in [start for start in found | more if start is not None]:
        for number in range(1, most):
            more.add(_first_from(_up(start + number * minutes), fitting))
    return more
