"""How long a session lasts, reckoned from its sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from periodize._evidence import _session as numbers
from periodize._model import Role
from periodize._notation import parse_tempo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from periodize._model import Prescription, WarmUp


class Range(Protocol):
    """Repetitions from one number to another."""

    @property
    def min(self) -> int: ...
    @property
    def max(self) -> int: ...


class Scheme(Protocol):
    """What a line's time depends on."""

    @property
    def role(self) -> Role: ...
    @property
    def sets(self) -> int: ...
    @property
    def reps(self) -> Range | None: ...
    @property
    def hold_seconds(self) -> int | None: ...
    @property
    def tempo(self) -> str | None: ...
    @property
    def rest_seconds(self) -> int: ...
    @property
    def per_side(self) -> bool: ...


def sets_in(exercises: Iterable[Prescription]) -> int:
    """Return the working sets of a session; the warm-up does not count."""
    return sum(line.sets for line in exercises)


def duration_minutes(warm_up: Iterable[WarmUp], exercises: Iterable[Prescription]) -> int:
    """Estimate how long a session lasts, in whole minutes rounded up.

    Repetitions take what their tempo says; without one 2 s where they are quick, 4 s in big lifts of up to 12, else
    3 s. On two sides it is twice that; of a range, the middle. The pause after each set counts, but for the very last.
    Paired lines need no rule of their own: one's set is the other's rest, so that their pauses are short.
    """
    return -(-(warm_up_seconds(warm_up) + working_seconds(exercises)) // 60)


def warm_up_seconds(warm_up: Iterable[WarmUp]) -> int:
    """Return how long a warm-up lasts."""
    quick, change = numbers.REP_SECONDS.value["quick"], numbers.CHANGE_SECONDS.value
    return sum(
        line.sets * ((line.hold_seconds or 0) + (quick * line.reps.max if line.reps else 0) + change)
        for line in warm_up
    )


def working_seconds(lines: Iterable[Scheme]) -> int:
    """Return how long the lines last with their pauses, the one after the last set left out."""
    total = last_rest = 0
    for line in lines:
        total += line.sets * (set_seconds(line) + line.rest_seconds)
        last_rest = line.rest_seconds
    return total - last_rest


def set_seconds(line: Scheme) -> int:
    """Return how long one set takes, both sides of a one-sided exercise included."""
    seconds = line.hold_seconds or 0
    if line.reps is not None:
        seconds += _rep_seconds(line, line.reps.max) * ((line.reps.min + line.reps.max + 1) // 2)
    return seconds * 2 if line.per_side else seconds


def _rep_seconds(line: Scheme, reps: int) -> int:
    pace = numbers.REP_SECONDS.value
    tempo = None if line.tempo is None else parse_tempo(line.tempo)
    if tempo is not None:
        lift = numbers.FAST_LIFT_SECONDS.value if tempo.lift is None else tempo.lift
        return tempo.lower + tempo.below + lift + tempo.above
    if line.role is Role.POWER:
        return pace["quick"]
    heavy = line.role is Role.MAIN and reps <= numbers.HEAVY_REPS.value
    return pace["heavy"] if heavy else pace["ordinary"]
