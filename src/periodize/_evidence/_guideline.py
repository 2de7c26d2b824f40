"""What a number of the evidence table is."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")


class Grade(StrEnum):
    """How sure a number is."""

    STRONG = "strong"
    """Several sources agree, or a consensus document says so."""
    MODERATE = "moderate"
    """One good study."""
    WEAK = "weak"
    """Sources disagree, or the population is another one."""
    PRACTICE = "practice"
    """A coach's choice; no trial."""
    UNVERIFIED = "unverified"
    """Recalled from a source that nobody has read again yet."""


@attrs.frozen
class Guideline(Generic[T]):
    """A number (or range, or table of numbers) that planner and rules read.

    Attributes:
        value: the number itself.
        unit: its unit, such as "h", "days", "weeks", "reps", "sets".
        grade: how sure it is.
        sources: keys of the source list; "origin" is the article that this model starts from.
        note: what else a reader should know.
        limits: the least and the most that a rule's knob with this number may be set to; None where none has it.
    """

    value: T
    unit: str
    grade: Grade
    sources: tuple[str, ...] = ()
    note: str = ""
    limits: tuple[float, float] | None = None
