"""How rules say numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._phrases import phrase

if TYPE_CHECKING:
    from periodize._model import Run, Session
    from periodize._phrases import Words

_HOUR = 60
_WORDS = ("no", "one", "two", "three", "four", "five", "six")


def number(whole: int) -> str:
    """Say a small number as a word: "two", but "7"."""
    return _WORDS[whole] if whole < len(_WORDS) else str(whole)


def span(hours: float) -> Words:
    """Say some hours in words: "13 h 15 min", or "right" where there is none."""
    whole, minutes = divmod(round(hours * _HOUR), _HOUR)
    if hours <= 0:
        return phrase("right")
    if whole and minutes:
        return phrase("{hours} h {minutes} min", hours=whole, minutes=minutes)
    return phrase("{hours} h", hours=whole) if whole else phrase("{minutes} min", minutes=minutes)


def days_apart(earlier: Session | Run, later: Session | Run) -> int:
    """Return the days from one item to another."""
    return later.date.toordinal() - earlier.date.toordinal()
