"""The numbers of a load: what repetitions say of the 1RM, how heavy each kind of line is, which weights there are."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from periodize._evidence._guideline import Grade, Guideline

EFFORT_PERCENT: Guideline[tuple[float, ...]] = Guideline(
    (100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0),
    "% of 1RM at 1, 2, 3 ... repetitions to failure, those in reserve counted in",
    Grade.WEAK,
    ("Zourdos16", "Helms16", "Nuzzo24"),
    "the table that lifters use; people differ widely, so that a share of the 1RM is a start value",
)
BEYOND_REPS = Guideline(
    30, "reps", Grade.PRACTICE, note="beyond the table the share falls as 1 / (1 + repetitions / 30) does"
)
ESTIMATE_REPS = Guideline(
    10,
    "reps",
    Grade.STRONG,
    ("Reynolds06", "LeSuer97"),
    "the most from which a 1RM is estimated well; at 15 formulas differ by a quarter",
)
ESTIMATE_REFUSED_REPS = Guideline(20, "reps", Grade.PRACTICE, note="the most from which a 1RM is estimated at all")
ESTIMATE_RIR = Guideline(
    5, "RIR", Grade.MODERATE, ("Hackett17",), "the most in reserve that people tell well, to about one repetition"
)
RETURN_SHARE = Guideline(
    0.9, "share of the 1RM", Grade.PRACTICE, ("Bosquet13",), "of an athlete who comes back after weeks off"
)
RETURN_WEEKS = Guideline(3, "weeks off", Grade.MODERATE, ("Bosquet13",), "from here on strength is lost")

FAST_PERCENT = Guideline((30, 60), "% of 1RM", Grade.MODERATE, ("Ratamess09", "ACSM26"), "fast lifts and pushes")
CIRCUIT_EFFORT = Guideline(
    28,
    "reps to failure",
    Grade.PRACTICE,
    ("Ratamess09",),
    "25 repetitions and 3 in reserve, about half of the 1RM: the phase's one weight, as repetitions and pauses change",
)
DELOAD_SHARE = Guideline(
    0.9, "share of the load", Grade.PRACTICE, ("Rogerson24", "Bell23"), "the least in a deload: 0 to 10 % off"
)
HEAVY_PERCENT = Guideline(
    80,
    "% of 1RM",
    Grade.MODERATE,
    ("ACSM26",),
    "from here on a leg line makes a session heavy: a deload stays below it",
)


@attrs.frozen
class Weights:
    """What weights come in: a bar to which plates are added in pairs, and the steps of what is not loaded so."""

    bar: float
    plates: tuple[float, ...]
    dumbbell: float
    kettlebell: float
    machine: float
    cable: float


WEIGHTS: Guideline[Mapping[str, Weights]] = Guideline(
    {
        "kg": Weights(20, (1.25, 2.5, 5, 10, 20), 2, 4, 5, 2.5),
        "lb": Weights(45, (2.5, 5, 10, 25, 45), 5, 10, 10, 5),
    },
    "kg, lb",
    Grade.PRACTICE,
    note="a bar, the usual plates, and the steps of dumbbells, kettlebells, machines and cables",
)
POUND = Guideline(0.45359237, "kg", Grade.STRONG, note="by definition")
