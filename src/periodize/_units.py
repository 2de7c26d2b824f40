"""Value types of time and of strength work, and the collector of what is wrong with a value's shape."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from periodize.exceptions import DecodeError, Problem, maybe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

DAY_MINUTES = 24 * 60
LONGEST_TEXT = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")
_MOST_PROBLEMS = 1000
_MOST_WRONG_WORDS = 20  # for each the nearest known word is looked for


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """The day as `datetime.date.weekday` counts it, 0 for Monday."""
        return _NUMBERS[self]

    @classmethod
    def of(cls, date: dt.date) -> Weekday:
        """Return the weekday of a date."""
        return _WEEKDAYS[date.weekday()]


_WEEKDAYS = tuple(Weekday)
_NUMBERS = {day: number for number, day in enumerate(_WEEKDAYS)}


def minutes_of(time: dt.time) -> int:
    """Return a clock time in minutes from midnight."""
    return time.hour * 60 + time.minute


def clock(minutes: int) -> dt.time:
    """Return minutes from midnight (0 to 1,439) as a clock time."""
    return dt.time(minutes // 60, minutes % 60)


# Converters are tolerant: what they cannot read they hand on, and `Shape` reports it with everything else.


def as_date(value: dt.date | str) -> dt.date:
    """Read an ISO date; anything else is handed on for `Shape` to report."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    return value  # type: ignore[return-value]  # reported by Shape.date


def as_optional_date(value: dt.date | str | None) -> dt.date | None:
    """Read an ISO date or nothing, as `as_date` does."""
    return None if value is None else as_date(value)


def as_time(value: dt.time | str) -> dt.time:
    """Read a clock time such as "18:00"; anything else is handed on for `Shape` to report."""
    if isinstance(value, str) and (match := _CLOCK.fullmatch(value)):
        return dt.time(int(match[1]), int(match[2]))
    return value  # type: ignore[return-value]  # reported by Shape.time


def as_optional_time(value: dt.time | str | None) -> dt.time | None:
    """Read a clock time or nothing, as `as_time` does."""
    return None if value is None else as_time(value)


def as_enum(kind: type[E]) -> Callable[[E | str], E]:
    """Make a converter that reads a word of an enumeration."""

    def convert(value: E | str) -> E:
        if isinstance(value, kind):
            return value
        try:
            return kind(value)
        except ValueError:
            return value  # type: ignore[return-value]  # reported by Shape.member

    return convert


def as_enums(kind: type[E]) -> Callable[[Iterable[E | str]], tuple[E, ...]]:
    """Make a converter that reads a collection of words: sorted in the enumeration's order, each once."""
    order = {member: index for index, member in enumerate(kind)}
    convert_one = as_enum(kind)

    def convert(value: Iterable[E | str]) -> tuple[E, ...]:
        items: Any = as_tuple(value)
        if not isinstance(items, tuple):
            return items  # type: ignore[no-any-return]  # reported by Shape.members
        members = [convert_one(item) if isinstance(item, str) else item for item in items]
        if all(isinstance(member, kind) for member in members):
            return tuple(sorted(set(members), key=order.__getitem__))
        return tuple(members)

    return convert


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Make a tuple of a list, set or other collection; text, a mapping or anything else is handed on to be reported."""
    if isinstance(value, str | bytes | dict) or not hasattr(value, "__iter__"):
        return value  # type: ignore[return-value]  # reported by Shape.items
    return tuple(value)


def _must_be(kind: type) -> str:
    return f"must be {'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def expect(name: str, value: object, kind: type) -> None:
    """Check an argument of a public function, so that a wrong one is told at the door.

    Raises:
        DecodeError: the value is of another class.
    """
    shape = Shape()
    shape.instance(name, value, kind)
    shape.done()


class Shape:
    """Collects all that is wrong with the fields of one object and raises it at once.

    Constructors check shape (types, ranges, order of dates); whether a value is wise is for rules to say.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, field: str, message: str, value: object = None, hint: str = "") -> None:
        """Note a problem with a field (a name, or a pointer that begins with a slash); after a thousand stop."""
        if len(self.problems) < _MOST_PROBLEMS:
            pointer = field if not field or field.startswith("/") else f"/{field}"
            self.problems.append(Problem(pointer, message, value, hint))
        elif len(self.problems) == _MOST_PROBLEMS:
            self.problems.append(Problem("", f"has more problems than these {_MOST_PROBLEMS}"))

    def done(self) -> None:
        """Raise what was collected, if anything was."""
        if self.problems:
            raise DecodeError(self.problems)

    def text(self, field: str, value: object) -> bool:
        """Check for text of 1 to 200 characters without lone surrogates."""
        if not isinstance(value, str):
            self.add(field, "must be text", value)
        elif not 1 <= len(value) <= LONGEST_TEXT:
            self.add(field, f"must have 1 to {LONGEST_TEXT} characters, has {len(value)}", value)
        elif _HALF_OF_A_PAIR.search(value):
            self.add(field, "must not hold half of a surrogate pair", value)
        else:
            return True
        return False

    def date(self, field: str, value: object) -> bool:
        """Check for a date from 1900 to 2199."""
        if isinstance(value, dt.datetime):
            self.add(field, "must be a date without a clock time, such as 2027-04-18", value.isoformat())
        elif not isinstance(value, dt.date):
            self.add(field, "must be a date such as 2027-04-18", value)
        elif not FIRST_YEAR <= value.year <= LAST_YEAR:
            self.add(field, f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}", value.isoformat())
        else:
            return True
        return False

    def time(self, field: str, value: object) -> bool:
        """Check for a local clock time in whole minutes."""
        if not isinstance(value, dt.time) or value.second or value.microsecond or value.tzinfo is not None:
            self.add(field, 'must be a local clock time in whole minutes such as "18:00"', value)
            return False
        return True

    def whole(self, field: str, value: object, low: int, high: int) -> bool:
        """Check for a whole number in a range, both ends included."""
        if isinstance(value, bool) or not isinstance(value, int):
            self.add(field, "must be a whole number", value)
        elif not low <= value <= high:
            self.add(field, f"must be {low} to {high}", value)
        else:
            return True
        return False

    def number(self, field: str, value: object, low: float, high: float) -> bool:
        """Check for a number in a range, both ends included; NaN and infinity lie in none."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.add(field, "must be a number", value)
        elif not low <= value <= high:
            self.add(field, f"must be {low:g} to {high:g}", value)
        else:
            return True
        return False

    def flag(self, field: str, value: object) -> bool:
        """Check for true or false."""
        if not isinstance(value, bool):
            self.add(field, "must be true or false", value)
            return False
        return True

    def member(self, field: str, value: object, kind: type[StrEnum]) -> bool:
        """Check for a word of an enumeration."""
        if not isinstance(value, kind):
            known = [str(member) for member in kind]
            self.add(field, f"must be one of {', '.join(known)}", value, maybe(value, known))
            return False
        return True

    def members(self, field: str, value: object, kind: type[StrEnum]) -> bool:
        """Check for a collection of words of an enumeration."""
        if not isinstance(value, tuple):
            self.add(field, "must be a list", value)
            return False
        wrong = [index for index, item in enumerate(value) if not isinstance(item, kind)]
        for index in wrong[:_MOST_WRONG_WORDS]:
            self.member(f"/{field}/{index}", value[index], kind)
        return not wrong

    def texts(self, field: str, value: object) -> bool:
        """Check for a collection of texts."""
        if not isinstance(value, tuple):
            self.add(field, "must be a list", value)
            return False
        return all([self.text(f"/{field}/{index}", item) for index, item in enumerate(value)])  # noqa: C419  # each is checked

    def items(self, field: str, value: object, kind: type) -> bool:
        """Check for a tuple of objects of one class."""
        if not isinstance(value, tuple):
            self.add(field, "must be a list", value)
            return False
        wrong = [index for index, item in enumerate(value) if not isinstance(item, kind)]
        for index in wrong:
            self.add(f"/{field}/{index}", _must_be(kind), value[index])
        return not wrong

    def instance(self, field: str, value: object, kind: type) -> bool:
        """Check for an object of one class."""
        if not isinstance(value, kind):
            self.add(field, _must_be(kind), value)
            return False
        return True
