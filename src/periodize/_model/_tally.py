"""What the lines of a session come to, so that many questions about them cost one walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._model._words import LoadKind, Movement, Role

if TYPE_CHECKING:
    from periodize._model._plan import Prescription, WarmUp

_MOST_EFFORT = 10  # of RPE: none in reserve
_WEIGHTS = (LoadKind.KG, LoadKind.PERCENT_1RM)


_HEAVY_PERCENT, _HEAVY_RIR = 80, 1
_LEGS = frozenset(
    {
        Movement.PLANTAR_FLEXION,
        Movement.KNEE_FLEXION,
        Movement.KNEE_EXTENSION,
        Movement.HIP_EXTENSION,
        Movement.HIP_ABDUCTION,
        Movement.HIP_ADDUCTION,
        Movement.LATERAL,
        Movement.MEDIAL,
    }
)
"""The movements that make a line a leg line."""


def is_heavy_leg_line(line: Prescription) -> bool:
    """Whether a line loads the legs heavily: 80 % of 1RM or more, or 1 rep in reserve or fewer."""
    if line.load is None or _LEGS.isdisjoint(line.movements):
        return False
    percent = line.load.kind is LoadKind.PERCENT_1RM and line.load.max >= _HEAVY_PERCENT
    return percent or (line.load.kind is LoadKind.RIR and line.load.min <= _HEAVY_RIR)


class Tally:
    """What the lines of a session come to; made once, when the session is.

    Attributes:
        sets: of all lines.
        slugs, main: the exercises of all lines and of main lifts, in order.
        named: the exercises of warm-up and lines, in order.
        movements: that its lines say they train.
        silent: the exercises of the lines that say nothing of movements.
        rests: by role the shortest and the longest pause of its lines.
        reps: by role the fewest and the most repetitions of its lines that are counted in them.
        work: sets by exercise, fewest and most repetitions, of the same lines.
        lifts: the keys of `work`, in order.
        reserve: the least in reserve that a load by reserve or by effort leaves; None where none says so.
        weighed: the lines with a load in kilograms or as a share of the 1RM.
        heavy_legs: whether a line loads the legs heavily.
    """

    __slots__ = (
        "heavy_legs",
        "lifts",
        "main",
        "movements",
        "named",
        "reps",
        "reserve",
        "rests",
        "sets",
        "silent",
        "slugs",
        "weighed",
        "work",
    )

    def __init__(self, warm_up: tuple[WarmUp, ...], lines: tuple[Prescription, ...]) -> None:
        self.sets = sum([line.sets for line in lines])
        self.slugs = tuple([line.exercise for line in lines])
        self.main = tuple([line.exercise for line in lines if line.role is Role.MAIN])
        self.named = (*[line.exercise for line in warm_up], *self.slugs)
        self.movements = frozenset[Movement]().union(*[line.movements for line in lines])
        self.silent = tuple([line.exercise for line in lines if not line.movements])
        self.rests: dict[Role, tuple[int, int]] = {}
        self.reps: dict[Role, tuple[int, int]] = {}
        self.work: dict[tuple[str, int, int], int] = {}
        self.reserve: float | None = None
        self.heavy_legs = False
        weighed: list[Prescription] = []
        for line in lines:
            _widen(self.rests, line.role, line.rest_seconds, line.rest_seconds)
            if line.reps is not None:
                low, high = line.reps.min, line.reps.max
                _widen(self.reps, line.role, low, high)
                lift = (line.exercise, low, high)
                self.work[lift] = self.work.get(lift, 0) + line.sets
            if line.load is None:
                continue
            self.heavy_legs = self.heavy_legs or is_heavy_leg_line(line)
            if line.load.kind in _WEIGHTS:
                weighed.append(line)
                continue
            left = line.load.min if line.load.kind is LoadKind.RIR else _MOST_EFFORT - line.load.max
            self.reserve = left if self.reserve is None else min(self.reserve, left)
        self.lifts = tuple(self.work)
        self.weighed = tuple(weighed)


def _widen(spans: dict[Role, tuple[int, int]], role: Role, low: int, high: int) -> None:
    known = spans.get(role)
    spans[role] = (low, high) if known is None else (min(low, known[0]), max(high, known[1]))


NOTHING = Tally((), ())
"""What no lines come to."""
