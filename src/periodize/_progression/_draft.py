"""A line while it is being made."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

import attrs

from periodize._catalogue import Exercise
from periodize._dose import Choice
from periodize._model import Load, LoadKind, Prescription, RepRange, Role


class Reps(NamedTuple):
    """Repetitions while they can still change: quick to make, and right by construction."""

    min: int
    max: int


@attrs.define
class Draft:
    """A line of a session whose numbers can still change.

    Attributes:
        choice, exercise: what is done.
        sets, reps, hold_seconds, rest_seconds: as of a prescription.
        rir: reps in reserve, from and to; None where they say nothing.
        pair: the label of the lines that are done in turn.
        floor_seconds: the shortest pause to which a lack of time may cut it.
        alone: pause and shortest pause of a line that is in no pair.
        tempo: as of a prescription.
        kg: how heavy, from and to, where the 1RM says it.
    """

    choice: Choice
    exercise: Exercise
    sets: int
    reps: Reps | None
    hold_seconds: int | None
    rir: tuple[int, int] | None
    rest_seconds: int
    pair: str | None
    floor_seconds: int
    alone: tuple[int, int]
    tempo: str | None = None
    kg: tuple[float, float] | None = None

    @property
    def role(self) -> Role:
        """What the line is for."""
        return self.choice.role

    @property
    def per_side(self) -> bool:
        """Whether reps or seconds are for each side."""
        return self.exercise.one_sided

    @property
    def contacts(self) -> int:
        """The foot contacts of all its sets, both sides counted."""
        sides = 2 if self.per_side else 1
        return self.sets * self.reps.max * self.exercise.contacts * sides if self.reps is not None else 0

    def leave_pair(self, *, hurried: bool = False) -> None:
        """Stand alone from now on, with a pause of its own; the shortest, where there is a hurry."""
        self.pair = None
        self.rest_seconds, self.floor_seconds = self.alone
        if hurried:
            self.rest_seconds = self.floor_seconds

    def done(self, lines: dict[Hashable, Prescription]) -> Prescription:
        """Return the finished line, or the one of those made before that equals it."""
        key = (
            self.choice,
            self.pair,
            self.sets,
            self.reps,
            self.hold_seconds,
            self.kg,
            self.rir,
            self.tempo,
            self.rest_seconds,
        )
        line = lines.get(key)
        if line is None:
            line = lines[key] = Prescription(
                exercise=self.exercise.slug,
                movements=self.exercise.movements,
                role=self.choice.role,
                pair=self.pair,
                sets=self.sets,
                reps=RepRange(*self.reps) if self.reps is not None else None,
                hold_seconds=self.hold_seconds,
                load=self._load(),
                tempo=self.tempo,
                rest_seconds=self.rest_seconds,
                per_side=self.exercise.one_sided,
            )
        return line

    def _load(self) -> Load | None:
        if self.kg is not None:
            return Load(LoadKind.KG, *self.kg)
        return None if self.rir is None else Load(LoadKind.RIR, *self.rir)
