"""What an athlete can do of the catalogue, and which of it fills a line best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize._catalogue import CardSlot, Catalogue, Exercise
from periodize._evidence import _session as numbers
from periodize._model import Emphasis, Equipment, Level, Part, Phase
from periodize._selection._cards import BIG_PLACES, FAST_SLOTS, SUBSTITUTES, Line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from periodize._dose import Need

_LAST_LOADED_RANK = 29
"""The catalogue ranks what takes a weight, a machine or a band up to here."""
_EQUAL_RANKS = 12
"""How far ranks may lie apart for two exercises to be equals."""


@attrs.frozen
class Shelf:
    """The catalogue as one athlete in one mesocycle sees it.

    Attributes:
        catalogue: all exercises.
        base: the phase whose lines are filled.
        level, equipment, avoid, jumping: the athlete's; no equipment where the work is to be bodyweight only.
        block: counts the mesocycles.
        easy: whether bodyweight lines take the form one step down.
        emphasis: the athlete's.
    """

    catalogue: Catalogue
    base: Phase
    level: Level
    equipment: tuple[Equipment, ...]
    avoid: frozenset[str]
    jumping: bool
    block: int
    easy: bool
    emphasis: Emphasis

    @classmethod
    def of(cls, need: Need, catalogue: Catalogue) -> Shelf:
        """Return the shelf for a need."""
        base = need.lines_of
        bare = need.level is Level.NOVICE and need.counted_weeks <= numbers.SHORT_RUNWAY_WEEKS.value[1]
        return cls(
            catalogue=catalogue,
            base=base,
            level=need.level,
            equipment=() if bare or need.bare else need.equipment,
            avoid=frozenset(need.avoid),
            jumping=need.jumping and need.phase.builds,
            block=need.block if need.strength_block is None or base is not Phase.STRENGTH else need.strength_block,
            easy=bare or base is Phase.ADAPTATION,
            emphasis=need.emphasis,
        )

    def candidates(self, line: Line) -> list[tuple[Exercise, tuple[int, int, int, int]]]:
        """Return what can fill a line and what it costs.

        That is whether it is a substitute, whether it lacks the movement that the day wants, whether it is off the
        emphasis, and how many ranks it is worse than the preferred one.
        """
        best = self._best(line)
        if best is None:
            return []
        preferred = self._preferred(best, line)
        found: dict[str, tuple[Exercise, tuple[int, int, int, int]]] = {}
        for exercise, substitute in ((preferred, 0), *self._all(line)):
            if exercise.slug not in found:
                worse = 0 if exercise is preferred else 1 + max(exercise.rank - best.rank, 0)
                lacks = int(line.want is not None and line.want not in exercise.movements)
                found[exercise.slug] = exercise, (substitute, lacks, self._off_emphasis(exercise, line), worse)
        return [*found.values()]

    def _all(self, line: Line) -> Iterator[tuple[Exercise, int]]:
        """Yield what can fill a line, its own slot's exercises first, and whether it is a substitute."""
        for number, slot in enumerate((line.slot, *SUBSTITUTES.get(line.slot, ()))):
            for exercise in self.possible(slot, line):
                yield exercise, min(number, 1)

    def _best(self, line: Line) -> Exercise | None:
        """Return what fills a line best, else the nearest substitute, else None."""
        if line.slot is CardSlot.FAST_LIFT:
            found = self._fast_lift(line)
        elif line.slot is CardSlot.PLANK and self.level is not Level.NOVICE:
            found = self._hard_hold(line) or self.first(line.slot, line)
        else:
            found = self.first(line.slot, line)
        for slot in SUBSTITUTES.get(line.slot, ()):
            found = found or self.first(slot, line)
        return found

    def _preferred(self, best: Exercise, line: Line) -> Exercise:
        """Return the form of the best exercise that this mesocycle takes."""
        if self.easy:
            return self._stepped(best, best.easier, line) if best.parts else best
        if self.base is Phase.STRENGTH and line.place in BIG_PLACES:
            best = self._stepped(best, best.harder, line)
        if self.block and line.place in BIG_PLACES and line.slot not in FAST_SLOTS:
            return self._rotated(best, line)
        return best

    def _off_emphasis(self, exercise: Exercise, line: Line) -> int:
        """Whether an athlete who trains against injury would rather have another exercise: one side at a time."""
        protects = exercise.one_sided or line.place in BIG_PLACES
        return int(self.emphasis is Emphasis.INJURY_PREVENTION and not protects)

    def first(self, slot: CardSlot, line: Line, used: Collection[str] = ()) -> Exercise | None:
        """Return the preferred exercise of a slot, one with the wanted movement before any other."""
        fallback = None
        for exercise in self.possible(slot, line, used):
            if line.want is None or line.want in exercise.movements:
                return exercise
            fallback = fallback or exercise
        return fallback

    def allows(self, exercise: Exercise) -> bool:
        """Whether the athlete can and may do an exercise at all."""
        return (
            exercise.suits(self.level)
            and (self.jumping or not exercise.contacts)
            and exercise.possible_with(self.equipment)
            and not (self.avoid and exercise.avoided(self.avoid))
        )

    def possible(self, slot: CardSlot, line: Line, used: Collection[str] = ()) -> Iterator[Exercise]:
        """Yield what can fill a line from a slot; where it is too hard for many reps, the easier form instead."""
        parts = line.parts
        for exercise in self.catalogue.for_slot(slot):
            if exercise.slug in used or not parts.issuperset(exercise.parts) or not self.allows(exercise):
                continue
            if self.base is not Phase.ENDURANCE or exercise.high_reps:
                yield exercise
            elif (easier := self._easier_for_reps(exercise, parts, used)) is not None:
                yield easier

    def _easier_for_reps(self, exercise: Exercise, parts: frozenset[Part], used: Collection[str]) -> Exercise | None:
        slug = exercise.easier
        while slug is not None:
            easier = self.catalogue[slug]
            if easier.high_reps and slug not in used and parts.issuperset(easier.parts) and self.allows(easier):
                return easier
            slug = easier.easier
        return None

    def _hard_hold(self, line: Line) -> Exercise | None:
        """Return the preferred hold that is no novice's."""
        possible = self.possible(CardSlot.PLANK, line)
        return next((item for item in possible if item.timed and item.level is not Level.NOVICE), None)

    def _fast_lift(self, line: Line) -> Exercise | None:
        """Return a fast lift with a weight or band, else the best of fast and slow hinges without."""
        fast = self.first(CardSlot.FAST_LIFT, line)
        if fast is not None and fast.rank <= _LAST_LOADED_RANK:
            return fast
        slow = self.first(CardSlot.HINGE, line)
        found = [exercise for exercise in (fast, slow) if exercise is not None]
        return min(found, key=lambda exercise: exercise.rank, default=None)

    def _stepped(self, exercise: Exercise, slug: str | None, line: Line) -> Exercise:
        """Return the form one step up or down of what has no load to change, if it trains the same."""
        if exercise.equipment or exercise.timed or slug is None:
            return exercise
        step = self.catalogue[slug]
        same = step.movements == exercise.movements and not step.timed and not step.equipment
        return step if same and line.parts.issuperset(step.parts) and self.allows(step) else exercise

    def _rotated(self, best: Exercise, line: Line) -> Exercise:
        """Return this mesocycle's big lift of those that are as good as the best."""
        equals = [best]
        equals += [
            exercise
            for exercise in self.possible(line.slot, line)
            if exercise.slug != best.slug and self._is_equal(exercise, best)
        ]
        return equals[self.block % len(equals)]

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
            slug = self.catalogue[slug].easier
        return slug is not None
