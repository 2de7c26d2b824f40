"""What rules hold progression and lighter weeks to."""

from __future__ import annotations

from periodize._evidence._guideline import Grade, Guideline

_PERCENT = (0, 1000)
LOAD_STEP_PERCENT = Guideline(
    10, "%", Grade.MODERATE, ("Ratamess09",), "more load at a step: 2-10 %; less for arms and novices", _PERCENT
)
LOAD_STEP_KG = Guideline(2.5, "kg", Grade.PRACTICE, (), "two of the smallest plates are always allowed", (0, 50))
SETS_STEP_PERCENT = Guideline(
    30, "%", Grade.PRACTICE, (), "more sets from one week to the next; no trial fixes it", _PERCENT
)
BOTH_STEP_PERCENT = Guideline(
    10, "%", Grade.PRACTICE, (), "more strength sets and more running minutes in one week", _PERCENT
)
