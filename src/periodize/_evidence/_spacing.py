"""Numbers of the week: how often, how far apart, and how far from runs and events."""

from __future__ import annotations

from periodize._evidence._guideline import Grade, Guideline

DAYS_BETWEEN_SAME_PARTS = Guideline(
    2, "days from one to the next", Grade.MODERATE, ("Garber11",), "48 h, counted in days: one day between", (1, 7)
)
HEAVY_BEFORE_KEY_RUN = Guideline(
    24, "h", Grade.MODERATE, ("Doma17", "Doma19"), "end of the lift to start of the run", (1, 168)
)
LONG_RUN_MINUTES = Guideline(90, "min", Grade.PRACTICE, limits=(0, 1440))
AFTER_RUN = Guideline(
    3, "h", Grade.STRONG, ("Schumann22",), "for explosive strength; end of the run to the lift", (0, 24)
)
AFTER_RUN_PREFERRED = Guideline(6, "h", Grade.MODERATE, ("Robineau16", "Doma13"), "end of the run to the lift")
HEAVY_BEFORE_EVENT = Guideline(
    7, "days", Grade.PRACTICE, ("Travis20",), "no trial fixes the last heavy session of a runner", (0, 28)
)
HEAVY_BEFORE_EVENT_AT_LEAST = Guideline(
    3, "days", Grade.PRACTICE, ("Doma17",), "48 to 72 h of fatigue after lifting", (0, 28)
)
LEGS_BEFORE_EVENT_AT_LEAST = Guideline(2, "days", Grade.PRACTICE, limits=(0, 28))
LEGS_BEFORE_TUNE_UP = Guideline(2, "days", Grade.PRACTICE, (), "priority B", (0, 14))
LEGS_AFTER_TUNE_UP = Guideline(1, "days", Grade.PRACTICE, (), "priority B", (0, 14))
ENDURANCE_REPS = Guideline(
    15,
    "reps",
    Grade.MODERATE,
    ("origin", "Garber11", "Haff16"),
    "the article's word; ACSM's guidance is 15 to 20, NSCA's 12 or more",
    (1, 100),
)
MASTERS_DAYS_BETWEEN_HEAVY = Guideline(
    3, "days from one to the next", Grade.PRACTICE, ("Friel",), "72 h, counted in days: two days between", (1, 14)
)
LONGEST_GAP_DAYS = Guideline(
    6, "days from one to the next", Grade.PRACTICE, ("Haff16",), "the book says four, which good weeks break", (1, 60)
)
