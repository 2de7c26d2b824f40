"""What a 1RM and repetitions say of each other, and which weights can be put together."""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from periodize._evidence import _load as numbers
from periodize._units import Shape, as_enum

if TYPE_CHECKING:
    from collections.abc import Callable

_POUNDS = re.compile(r"(\d+(?:\.\d+)?) ?(kg|lbs?)", re.ASCII)
_FINEST = 100
"""Weights are counted in hundredths of their unit."""


class Formula(StrEnum):
    """How a 1RM is estimated from a set of several repetitions to failure."""

    BRZYCKI = "brzycki"
    EPLEY = "epley"
    LANDER = "lander"
    LOMBARDI = "lombardi"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    WATHAN = "wathan"


_SHARES: dict[Formula, Callable[[float], float]] = {  # of the 1RM that so many repetitions to failure are done with
    Formula.BRZYCKI: lambda reps: (37 - reps) / 36,
    Formula.EPLEY: lambda reps: 1 / (1 + reps / 30),
    Formula.LANDER: lambda reps: (101.3 - 2.67123 * reps) / 100,
    Formula.LOMBARDI: lambda reps: reps**-0.10,
    Formula.MAYHEW: lambda reps: (52.2 + 41.9 * math.exp(-0.055 * reps)) / 100,
    Formula.OCONNER: lambda reps: 1 / (1 + reps / 40),
    Formula.WATHAN: lambda reps: (48.8 + 53.8 * math.exp(-0.075 * reps)) / 100,
}


@attrs.frozen
class OneRepMax:
    """An estimated one-repetition maximum.

    Attributes:
        kg: the estimate, in the unit of the weight that it was made from.
        formula: by which it was made.
        lowest, highest: what the formulas say that say least and most.
        reliable: whether it rests on 10 repetitions or fewer; with more the formulas part ways.
    """

    kg: float
    formula: Formula
    lowest: float
    highest: float
    reliable: bool

    def __str__(self) -> str:
        doubt = "" if self.reliable else "; unreliable: more than 10 repetitions"
        return f"{self.kg:.1f} ({self.formula}; formulas say {self.lowest:.1f} to {self.highest:.1f}{doubt})"


def one_rep_max(kg: float, reps: int, *, rir: int = 0, formula: Formula | str = Formula.WATHAN) -> OneRepMax:
    """Estimate a one-repetition maximum from a set, for `Athlete(one_rm=...)`.

    Sets of 5 say most; the deadlift is estimated too low. The formulas are those of Brzycki (1993), Epley (1985),
    Lander (1985), Lombardi (1989), Mayhew (1992), O'Conner (1989) and Wathan (1994), the last the best all-round in
    LeSuer et al. (1997). They are taken as they stand: a single repetition does not give back its weight by all.

    Args:
        kg: the weight, above 0 and up to 1,000; pounds give pounds.
        reps: the repetitions that were done, 1 to 20.
        rir: how many more could have been done, 0 to 5; with those done at most 20.
        formula: "wathan", "epley", "brzycki", "lander", "lombardi", "mayhew" or "oconner".

    Raises:
        DecodeError: a value is out of its range.

    >>> import periodize as pz
    >>> print(pz.one_rep_max(100, 5))
    116.6 (wathan; formulas say 112.5 to 119.0)
    >>> pz.one_rep_max(60, 12).reliable
    False
    """
    most = numbers.ESTIMATE_REFUSED_REPS.value
    formula = as_enum(Formula)(formula)
    shape = Shape()
    if shape.number("kg", kg, 0, 1000) and kg == 0:
        shape.add("kg", "must be above 0", kg)
    whole = shape.whole("reps", reps, 1, most) & shape.whole("rir", rir, 0, numbers.ESTIMATE_RIR.value)
    if whole and reps + rir > most:
        shape.add("rir", f"must make at most {most} with the repetitions done, {reps}", rir)
    shape.member("formula", formula, Formula)
    shape.done()
    all_of_them = [kg / share(reps + rir) for share in _SHARES.values()]
    return OneRepMax(
        kg=kg / _SHARES[formula](reps + rir),
        formula=formula,
        lowest=min(all_of_them),
        highest=max(all_of_them),
        reliable=reps + rir <= numbers.ESTIMATE_REPS.value,
    )


def percent_at(effort: float) -> float:
    """Return at which share of the 1RM so many repetitions lead to failure, those in reserve counted in, in %.

    Repetitions and reserve weigh the same: 5 with 2 in reserve are as heavy as 6 with 1. Halves lie between.

    >>> percent_at(5 + 2), percent_at(6 + 1.5), round(percent_at(15 + 3), 1)
    (81.1, 79.85, 59.5)
    """
    table = numbers.EFFORT_PERCENT.value
    last = len(table)
    if effort >= last:
        turn = numbers.BEYOND_REPS.value
        return table[-1] * (1 + last / turn) / (1 + effort / turn)
    below = max(int(effort), 1)
    return table[below - 1] + (table[below] - table[below - 1]) * (max(effort, 1) - below)


def in_kg(weight: object) -> object:
    """Read a weight such as "175 lb", to the hundredth of a kg; anything else is handed on, numbers as kg.

    >>> in_kg("175 lb"), in_kg("80 kg"), in_kg(80)
    (79.38, 80.0, 80)
    """
    match = _POUNDS.fullmatch(weight) if isinstance(weight, str) else None
    if match is None:
        return weight
    return round(float(match[1]) * (1 if match[2] == "kg" else numbers.POUND.value), 2)


def in_pounds(kg: float) -> float:
    """Return a weight that comes in pounds, to the tenth.

    >>> in_pounds(61.23)
    135.0
    """
    return round(kg / numbers.POUND.value, 1)


def usual_plates() -> tuple[float, ...]:
    """Return the plates in kg of a usual bar."""
    return numbers.WEIGHTS.value["kg"].plates


@attrs.frozen
class Rack:
    """Which weights there are.

    Attributes:
        plates: of the bar, each as often as it is needed, in pairs.
        pounds: whether they and all other weights come in pounds.
    """

    plates: tuple[float, ...] = attrs.field(factory=usual_plates)
    pounds: bool = False

    def at_most(self, tool: str, kg: float) -> float | None:
        """Return the heaviest weight that does not exceed one, in kg; None where even the lightest does.

        >>> Rack((1.25, 5)).at_most("barbell", 61.9), Rack((2.5, 45), pounds=True).at_most("barbell", 61.9)
        (60.0, 61.23)
        """
        below = [weight for weight in self._around(tool, kg) if weight <= kg]
        return max(below, default=None)

    def at_least(self, tool: str, kg: float) -> float | None:
        """Return the lightest weight that is not below one, in kg; None where even the heaviest is."""
        above = [weight for weight in self._around(tool, kg) if weight >= kg]
        return min(above, default=None)

    def _around(self, tool: str, kg: float) -> list[float]:
        """Return the weights there are, up to the next above one."""
        unit = numbers.POUND.value if self.pounds else 1
        weights = numbers.WEIGHTS.value["lb" if self.pounds else "kg"]
        if tool == "barbell":
            lightest, steps = weights.bar, [2 * plate for plate in self.plates]
        else:
            lightest = step = getattr(weights, tool)
            steps = [step]
        return [round(weight * unit, 2) for weight in _sums(lightest, steps, kg / unit)]


def _sums(start: float, steps: list[float], target: float) -> list[float]:
    """Return what can be reached from a start by adding steps, up to the first step beyond the target."""
    if not steps:
        return [start]
    sizes = [round(step * _FINEST) for step in steps]
    finest = math.gcd(*sizes)
    limit = max(math.ceil((target - start) * _FINEST / finest), 0) + max(sizes) // finest
    reached = [True] + [False] * limit
    for size in sizes:
        jump = size // finest
        for place in range(jump, limit + 1):
            reached[place] = reached[place] or reached[place - jump]
    return [start + place * finest / _FINEST for place, is_reached in enumerate(reached) if is_reached]
