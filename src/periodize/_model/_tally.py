"""What the lines of a session come to, so that many questions about them cost one walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._model._words import LoadKind, Movement, Role

if TYPE_CHECKING:
    from periodize._model._plan import Prescription, WarmUp

_MOST_EFFORT = 10  # of RPE: none in reserve


class Tally:
    """What the lines of a session come to; made once, when the session is.

    Attributes:
        sets: of all lines.
        slugs, main, warm_up: the exercises of all lines, of main lifts, and of the warm-up, in order.
        movements: that its lines say they train.
        silent: the exercises of the lines that say nothing of movements.
        reps: by role the fewest and the most repetitions of its lines that are counted in them.
        work: sets by exercise, fewest and most repetitions, of the same lines.
        reserve: the least in reserve that a load by reserve or by effort leaves; None where none says so.
        weighed: the lines with a load in kilograms or as a share of the 1RM.
    """

    __slots__ = ("main", "movements", "reps", "reserve", "sets", "silent", "slugs", "warm_up", "weighed", "work")

    def __init__(self, warm_up: tuple[WarmUp, ...], lines: tuple[Prescription, ...]) -> None:
        sets = 0
        reserve: float | None = None
        reps: dict[Role, tuple[int, int]] = {}
        work: dict[tuple[str, int, int], int] = {}
        weighed: list[Prescription] = []
        for line in lines:
            count, span, load = line.sets, line.reps, line.load
            sets += count
            if span is not None:
                low, high = span.min, span.max
                key = (line.exercise, low, high)
                work[key] = work.get(key, 0) + count
                known = reps.get(line.role)
                if known is None:
                    reps[line.role] = (low, high)
                elif low < known[0] or high > known[1]:
                    reps[line.role] = (min(low, known[0]), max(high, known[1]))
            if load is None:
                continue
            if load.kind is LoadKind.RIR:
                left = load.min
            elif load.kind is LoadKind.RPE:
                left = _MOST_EFFORT - load.max
            else:
                weighed.append(line)
                continue
            if reserve is None or left < reserve:
                reserve = left
        self.sets = sets
        self.slugs = tuple([line.exercise for line in lines])
        self.main = tuple([line.exercise for line in lines if line.role is Role.MAIN])
        self.warm_up = tuple([line.exercise for line in warm_up])
        self.movements = frozenset[Movement]().union(*[line.movements for line in lines])
        self.silent = tuple([line.exercise for line in lines if not line.movements])
        self.reps = reps
        self.work = work
        self.reserve = reserve
        self.weighed = tuple(weighed)


NOTHING = Tally((), ())
"""What no lines come to."""
