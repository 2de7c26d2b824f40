"""English words that know what they were made from, so that they can be said in another language.

A template names its values in braces, as `str.format` does. A value can also choose between words: `{n:week|weeks}`
says the first for one or for what is true, else the last; of three the first is for none or what is false, as in
`{n:today|tomorrow|in {n} days}`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from string import Formatter
from typing import Any, Self

from periodize._notation import listed

PHRASES, LISTS, DATES, TIMES = "phrases", "lists", "dates", "times"
_ONE, _NONE = frozenset({"1", "True"}), frozenset({"0", "False"})
MOST_FORMS = 3


class Words(str):
    """Text in English that remembers its source: an entry of a table of words, or a template and its values.

    Attributes:
        table: of words, such as "exercises"; or one of this module's.
        key: in the table; of a phrase its template, of a list what stands before the last item, of a day or an hour
            its ISO text.
        values: by name, of a phrase; the items of a list.
    """

    __slots__ = ("key", "table", "values")
    table: str
    key: str
    values: Mapping[str, object]

    def __new__(cls, text: str, table: str, key: str, values: Mapping[str, object] | None = None) -> Self:
        """Make it of its English text and where that came from."""
        words = super().__new__(cls, text)
        words.table, words.key, words.values = table, key, values or {}
        return words

    def __reduce__(self) -> tuple[type[Words], tuple[str, str, str, Mapping[str, object]]]:
        return (Words, (str(self), self.table, self.key, self.values))


class Filler(Formatter):
    """Fills in a template; a language says values by overriding `said`."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Say a value, or the words that it chooses."""
        return chosen(value, format_spec) if "|" in format_spec else self.said(value, format_spec)

    def said(self, value: Any, form: str) -> str:
        """Say a value."""
        return format(value, form)


def chosen(value: object, forms: str) -> str:
    """Choose between words by a value.

    >>> chosen(1, "week|weeks"), chosen(0, "week|weeks"), chosen(0, "today|tomorrow|later")
    ('week', 'weeks', 'today')
    """
    words = forms.split("|")
    said = str(value)
    if said in _NONE and len(words) == MOST_FORMS:
        return words[0]
    return words[-2] if said in _ONE else words[-1]


def fill(template: str, values: Mapping[str, object]) -> str:
    """Fill in a template in English.

    >>> fill("{n} week{n:|s}", {"n": 2})
    '2 weeks'
    """
    return Filler().vformat(template, (), values) if "|" in template else template.format_map(values)


def phrase(template: str, **values: object) -> Words:
    """Say something of values, so that it can be said in another language too.

    >>> phrase("{hours} h {minutes} min", hours=6, minutes=30)
    '6 h 30 min'
    """
    return Words(fill(template, values), PHRASES, template, values)


def enumerated(items: Iterable[str], last: str = "") -> Words:
    """Write words as a list, `last` before the last of them, else a comma.

    >>> enumerated(["legs", "push", "pull"], "and")
    'legs, push and pull'
    """
    words = list(items)
    said = [english(item) for item in words]
    text = listed(said, last) if last else ", ".join(said)
    return Words(text, LISTS, last, {f"{number}": item for number, item in enumerate(words)})


def english(word: str) -> str:
    """Say a word in English; a constant is its value."""
    return word.replace("_", " ") if isinstance(word, StrEnum) else str(word)


def on_day(date: dt.date) -> Words:
    """Say a day."""
    return Words(date.isoformat(), DATES, date.isoformat())


def at_time(time: dt.time) -> Words:
    """Say an hour."""
    text = time.isoformat("minutes")
    return Words(text, TIMES, text)


def number_text(measure: float | str | None) -> str:
    """Write what was measured; of a number with a fraction at most two digits of it."""
    return f"{round(measure, 2):.15g}" if isinstance(measure, float) else str(measure)
