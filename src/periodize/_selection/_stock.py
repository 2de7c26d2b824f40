"""What an athlete can do of the catalogue in a phase, whatever the mesocycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize._catalogue import CardSlot, Catalogue, Exercise
from periodize._evidence import _session as numbers
from periodize._model import Equipment, Level, Part, Phase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from periodize._dose import Need
    from periodize._selection._cards import Line


@attrs.frozen(cache_hash=True)
class Stock:
    """The catalogue as one athlete in one phase sees it.

    Attributes:
        catalogue: all exercises.
        base: the phase whose lines are filled.
        level, equipment, avoid, jumping: the athlete's; no equipment where the work is to be bodyweight only.
        easy: whether bodyweight lines take the form one step down.
    """

    catalogue: Catalogue = attrs.field(eq=False)
    base: Phase
    level: Level
    equipment: tuple[Equipment, ...]
    avoid: frozenset[str]
    jumping: bool
    easy: bool
    _allowed: dict[str, tuple[Exercise, ...]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    _possible: dict[tuple[CardSlot, frozenset[Part]], tuple[Exercise, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    @classmethod
    def of(cls, need: Need, catalogue: Catalogue) -> Stock:
        """Return the stock for a need."""
        base = need.lines_of
        bare = need.level is Level.NOVICE and need.counted_weeks <= numbers.SHORT_RUNWAY_WEEKS.value[1]
        return cls(
            catalogue=catalogue,
            base=base,
            level=need.level,
            equipment=() if bare or need.bare else need.equipment,
            avoid=frozenset(need.avoid),
            jumping=need.jumping and need.phase.builds,
            easy=bare or base is Phase.ADAPTATION,
        )

    def allows(self, exercise: Exercise) -> bool:
        """Whether the athlete can and may do an exercise at all."""
        return (
            exercise.suits(self.level)
            and (self.jumping or not exercise.contacts)
            and exercise.possible_with(self.equipment)
            and not (self.avoid and exercise.avoided(self.avoid))
        )

    def allowed(self, slot: CardSlot) -> tuple[Exercise, ...]:
        """Return what the athlete can and may do of a slot, the preferred first."""
        if slot not in self._allowed:
            self._allowed[slot] = tuple(filter(self.allows, self.catalogue.for_slot(slot)))
        return self._allowed[slot]

    def possible(self, slot: CardSlot, line: Line, used: Collection[str] = ()) -> Iterable[Exercise]:
        """Return what can fill a line from a slot; where it is too hard for many reps, the easier form instead."""
        if used:
            return self._filling(slot, line.parts, used)
        key = slot, line.parts
        if key not in self._possible:
            self._possible[key] = tuple(self._filling(*key))
        return self._possible[key]

    def _filling(self, slot: CardSlot, parts: frozenset[Part], used: Collection[str] = ()) -> Iterator[Exercise]:
        for exercise in self.allowed(slot):
            if exercise.slug in used or not parts.issuperset(exercise.parts):
                continue
            if exercise.fits(self.base):
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

    def first(self, slot: CardSlot, line: Line, used: Collection[str] = ()) -> Exercise | None:
        """Return the preferred exercise of a slot, one with the wanted movement before any other."""
        fallback = None
        for exercise in self.possible(slot, line, used):
            if line.want is None or line.want in exercise.movements:
                return exercise
            fallback = fallback or exercise
        return fallback
