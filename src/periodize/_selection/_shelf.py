"""Which of what an athlete can do fills a line best."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from periodize._catalogue import CardSlot, Catalogue, Exercise
from periodize._cover import Option
from periodize._model import Emphasis, Level, Phase
from periodize._selection._cards import BIG_PLACES, FAST_SLOTS, SUBSTITUTES, Line
from periodize._selection._stock import Stock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._dose import Need

_LAST_LOADED_RANK = 29
"""The catalogue ranks what takes a weight, a machine or a band up to here."""
_EQUAL_RANKS = 12
"""How far ranks may lie apart for two exercises to be equals."""


Cost: TypeAlias = tuple[int, int, int, int]


@attrs.frozen(cache_hash=True)
class Shelf:
    """An athlete's stock with what is preferred of it.

    Attributes:
        stock: what the athlete can do.
        emphasis: the athlete's.
        options: what was made of the candidates, by line and preferred exercise.
    """

    stock: Stock
    emphasis: Emphasis
    options: dict[tuple[Line, str], list[Option]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    _turns: dict[Line, tuple[Exercise, ...]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def of(cls, need: Need, catalogue: Catalogue) -> Shelf:
        """Return the shelf for a need."""
        return cls(Stock.of(need, catalogue), need.emphasis)

    def turns(self, line: Line) -> tuple[Exercise, ...]:
        """Return what the mesocycles take for a line in turn; nothing where nothing can fill it."""
        if line not in self._turns:
            best = self._best(line)
            self._turns[line] = () if best is None else self._in_turn(best, line)
        return self._turns[line]

    def preferred(self, line: Line, block: int) -> Exercise | None:
        """Return what a mesocycle, counted from 0, would rather have for a line than anything else."""
        turns = self.turns(line)
        return turns[block % len(turns)] if turns else None

    def candidates(self, line: Line, block: int = 0) -> list[tuple[Exercise, Cost]]:
        """Return what can fill a line and what it costs.

        That is whether it is a substitute, whether it lacks the movement that the day wants, whether it is off the
        emphasis, and how many ranks it is worse than the preferred one.
        """
        best, preferred = self._best(line), self.preferred(line, block)
        if best is None or preferred is None:
            return []
        found: dict[str, tuple[Exercise, Cost]] = {}
        for exercise, substitute in ((preferred, 0), *self._all(line)):
            if exercise.slug not in found:
                worse = 0 if exercise is preferred else 1 + max(exercise.rank - best.rank, 0)
                lacks = int(line.want is not None and line.want not in exercise.movements)
                found[exercise.slug] = exercise, (substitute, lacks, self._off_emphasis(exercise, line), worse)
        return [*found.values()]

    def _all(self, line: Line) -> Iterator[tuple[Exercise, int]]:
        """Yield what can fill a line, its own slot's exercises first, and whether it is a substitute."""
        for number, slot in enumerate((line.slot, *SUBSTITUTES.get(line.slot, ()))):
            for exercise in self.stock.possible(slot, line):
                yield exercise, min(number, 1)

    def _best(self, line: Line) -> Exercise | None:
        """Return what fills a line best, else the nearest substitute, else None."""
        if line.slot is CardSlot.FAST_LIFT:
            found = self._fast_lift(line)
        elif line.slot is CardSlot.PLANK and self.stock.level is not Level.NOVICE:
            found = self._hard_hold(line) or self.stock.first(line.slot, line)
        else:
            found = self.stock.first(line.slot, line)
        for slot in SUBSTITUTES.get(line.slot, ()):
            found = found or self.stock.first(slot, line)
        return found

    def _in_turn(self, best: Exercise, line: Line) -> tuple[Exercise, ...]:
        if self.stock.easy:
            return (self._stepped(best, best.easier, line) if best.parts else best,)
        if self.stock.base is Phase.STRENGTH and line.place in BIG_PLACES:
            best = self._stepped(best, best.harder, line)
        return self._equals(best, line) if line.place in BIG_PLACES and line.slot not in FAST_SLOTS else (best,)

    def _off_emphasis(self, exercise: Exercise, line: Line) -> int:
        """Whether an athlete who trains against injury would rather have another exercise: one side at a time."""
        protects = exercise.one_sided or line.place in BIG_PLACES
        return int(self.emphasis is Emphasis.INJURY_PREVENTION and not protects)

    def _hard_hold(self, line: Line) -> Exercise | None:
        """Return the preferred hold that is no novice's."""
        possible = self.stock.possible(CardSlot.PLANK, line)
        return next((item for item in possible if item.timed and item.level is not Level.NOVICE), None)

    def _fast_lift(self, line: Line) -> Exercise | None:
        """Return a fast lift with a weight or band, else the best of fast and slow hinges without."""
        fast = self.stock.first(CardSlot.FAST_LIFT, line)
        if fast is not None and fast.rank <= _LAST_LOADED_RANK:
            return fast
        slow = self.stock.first(CardSlot.HINGE, line)
        found = [exercise for exercise in (fast, slow) if exercise is not None]
        return min(found, key=lambda exercise: exercise.rank, default=None)

    def _stepped(self, exercise: Exercise, slug: str | None, line: Line) -> Exercise:
        """Return the form one step up or down of what has no load to change, if it trains the same."""
        if exercise.equipment or exercise.timed or slug is None:
            return exercise
        step = self.stock.catalogue[slug]
        same = step.movements == exercise.movements and not step.timed and not step.equipment
        return step if same and line.parts.issuperset(step.parts) and self.stock.allows(step) else exercise

    def _equals(self, best: Exercise, line: Line) -> tuple[Exercise, ...]:
        """Return the big lifts that are as good as the best, itself first."""
        others = self.stock.possible(line.slot, line)
        return (best, *(other for other in others if other.slug != best.slug and self._is_equal(other, best)))

    def _is_equal(self, other: Exercise, best: Exercise) -> bool:
        return (
            other.rank - best.rank <= _EQUAL_RANKS
            and other.kind is best.kind
            and other.movements == best.movements
            and other.weighted == best.weighted
            and not (other.suits(best.level) and other.level is not best.level)
            and not self._leads_to(other, best)
            and not self._leads_to(best, other)
        )

    def _leads_to(self, start: Exercise, target: Exercise) -> bool:
        """Whether one exercise is an easier form of the other."""
        slug = start.easier
        while slug is not None and slug != target.slug:
            slug = self.stock.catalogue[slug].easier
        return slug is not None
