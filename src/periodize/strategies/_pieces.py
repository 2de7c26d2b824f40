"""What every strategy is drawn with: dates, subsets, texts, and the checks of arguments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from periodize._units import FIRST_YEAR, LAST_YEAR, Weekday

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from hypothesis.strategies import DrawFn, SearchStrategy

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2035, 12, 31)
"""The first and the last day that is drawn, unless told otherwise."""
DAY = dt.timedelta(days=1)

_SUNDAY_FIRST = (Weekday.SUN, Weekday.SAT, Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
_LEAP_DAY_ONE_IN = 12


def one_in(draw: DrawFn, times: int) -> bool:
    """Draw true about once in so many times; it shrinks to false."""
    return draw(st.integers(1, times)) == times


def subsets(items: Iterable[T], *, least: int = 0, most: int) -> SearchStrategy[tuple[T, ...]]:
    """Return a strategy of some of the items, each once, in any order; it shrinks to few of the first."""
    return st.lists(st.sampled_from(tuple(items)), min_size=least, max_size=most, unique=True).map(tuple)


def texts() -> SearchStrategy[str]:
    """Return a strategy of what a name or a ref may be: any short text; control characters are data."""
    return st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@st.composite
def dates(draw: DrawFn, min_date: dt.date, max_date: dt.date) -> dt.date:
    """Draw a date; it shrinks to an early Sunday. Leap days come more often than once in four years."""
    years = range(min_date.year, max_date.year + 1)
    leap_days = [dt.date(year, 3, 1) - DAY for year in years]
    leap_days = [day for day in leap_days if day.day == 29 and min_date <= day <= max_date]
    if leap_days and one_in(draw, _LEAP_DAY_ONE_IN):
        return draw(st.sampled_from(leap_days))
    weekday = draw(st.sampled_from(_SUNDAY_FIRST))
    first = min_date + (weekday.number - min_date.weekday()) % 7 * DAY
    if first > max_date:
        return draw(st.dates(min_date, max_date))
    return first + 7 * DAY * draw(st.integers(0, (max_date - first).days // 7))


def check_range(name: str, value: Any, low: int, high: int) -> None:
    """Refuse what is no pair of whole numbers between two limits, the smaller one first."""
    fits = isinstance(value, tuple) and len(value) == 2 and all(type(item) is int for item in value)
    if not fits or not low <= value[0] <= value[1] <= high:
        message = f"{name}={value!r} must be two whole numbers from {low} to {high}, the smaller one first"
        raise InvalidArgument(message)


def check_dates(min_date: Any, max_date: Any) -> None:
    """Refuse what are no two dates, the earlier one first."""
    for name, value in (("min_date", min_date), ("max_date", max_date)):
        is_date = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        if not is_date or not FIRST_YEAR <= value.year <= LAST_YEAR:
            message = f"{name}={value!r} must be a date in the years {FIRST_YEAR} to {LAST_YEAR}"
            raise InvalidArgument(message)
    if min_date > max_date:
        message = f"min_date={min_date!r} must not come after max_date={max_date!r}"
        raise InvalidArgument(message)


def check_words(name: str, value: Any, kind: type[E]) -> list[E]:
    """Read a collection of words, in the order of their enumeration; refuse an empty one and unknown words."""
    known = list(kind)
    words = list(value) if isinstance(value, list | tuple | set | frozenset) else []
    if not words or any(word not in known for word in words):
        message = f"{name}={value!r} must be a collection of one or more of {[str(word) for word in known]}"
        raise InvalidArgument(message)
    return [word for word in known if word in words]
