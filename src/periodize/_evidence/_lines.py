"""What rules hold a session's lines and a session's size to; what the planner prescribes stands in `_session`."""

from __future__ import annotations

from periodize._evidence._guideline import Grade, Guideline

# --- repetitions ------------------------------------------------------------------------------------------------------

_REPS = (1, 100)
STRENGTH_MAIN_REPS = Guideline(
    8,
    "reps",
    Grade.PRACTICE,
    ("Ratamess09", "Haff16"),
    "the most of a main lift with a weight, of trained athletes",
    _REPS,
)
STRENGTH_REPS = Guideline(
    12, "reps", Grade.MODERATE, ("Ratamess09",), "the most of any other line, of novices, and without a weight", _REPS
)
POWER_FAST_REPS = Guideline(6, "reps", Grade.MODERATE, ("Ratamess09",), "the most of a fast or main line", _REPS)
POWER_REPS = Guideline(12, "reps", Grade.PRACTICE, (), "the most of any other line", _REPS)

# --- load -------------------------------------------------------------------------------------------------------------

_PERCENT = (1, 100)
ADAPTATION_MOST_PERCENT = Guideline(60, "% of 1RM", Grade.PRACTICE, ("Friel",), "40 to 60", _PERCENT)
POWER_MOST_PERCENT = Guideline(
    70, "% of 1RM", Grade.STRONG, ("ACSM26",), "30 to 70; NSCA's 75 to 90 are for the weightlifter's lifts", _PERCENT
)
ENDURANCE_MOST_PERCENT = Guideline(
    67, "% of 1RM", Grade.MODERATE, ("Ratamess09", "Haff16"), "NSCA's; ACSM says 40 to 60", _PERCENT
)
STRENGTH_PERCENT = Guideline(60, "% of 1RM", Grade.MODERATE, ("Garber11",), "the least of the strength phase", _PERCENT)
OLDER_PERCENT = Guideline(85, "% of 1RM", Grade.MODERATE, ("Fragala19",), "the most from 65 years on", _PERCENT)
PERCENT_TOLERANCE = Guideline(
    5, "points of % 1RM", Grade.PRACTICE, ("Nuzzo24",), "between what a chart says and what people can do", (0, 50)
)
LEAST_RIR = Guideline(
    1, "reps in reserve", Grade.STRONG, ("ACSM26", "McLeod24"), "failure brings nothing more", (0, 10)
)
LEAST_RIR_POWER = Guideline(
    3, "reps in reserve", Grade.UNVERIFIED, ("Ratamess09",), "fast work stays fast: never near failure", (0, 10)
)

# --- pauses -----------------------------------------------------------------------------------------------------------

_SECONDS = (0, 600)
BIG_REST_SECONDS = Guideline(
    120,
    "s",
    Grade.MODERATE,
    ("Ratamess09", "Haff16"),
    "between sets of one main lift in the strength phase, of one loaded fast lift in the power phase",
    _SECONDS,
)
JUMP_REST_SECONDS = Guideline(
    60, "s", Grade.PRACTICE, (), "between sets of one jump, or of a fast line without a weight", _SECONDS
)
CIRCUIT_REST_SECONDS = Guideline(
    90,
    "s",
    Grade.UNVERIFIED,
    ("Ratamess09", "Haff16"),
    "the longest pause after a set in the endurance phase",
    _SECONDS,
)

# --- trunk ------------------------------------------------------------------------------------------------------------

SPINE_RATIO = Guideline(
    1.0, "sets of extension to one of flexion", Grade.PRACTICE, ("origin",), "plausible; no trial with runners", (0, 10)
)
