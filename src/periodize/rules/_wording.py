"""How rules say numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from periodize._model import Run, Session

_HOUR = 60
_WORDS = ("no", "one", "two", "three", "four", "five", "six")


def number(whole: int) -> str:
    """Say a small number as a word: "two", but "7"."""
    return _WORDS[whole] if whole < len(_WORDS) else str(whole)


def span(hours: float) -> str:
    """Say some hours in words: "13 h 15 min", or "right" where there is none."""
    whole, minutes = divmod(round(hours * _HOUR), _HOUR)
    parts = [f"{whole} h"] * (whole > 0) + [f"{minutes} min"] * (minutes > 0)
    return " ".join(parts) if hours > 0 else "right"


def days_apart(earlier: Session | Run, later: Session | Run) -> int:
    """Return the days from one item to another."""
    return later.date.toordinal() - earlier.date.toordinal()
