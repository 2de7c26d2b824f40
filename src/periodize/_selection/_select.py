"""Fill the cards of a week, cover every movement, and hand out the lines of one session."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from periodize._catalogue import CardSlot, Catalogue, Exercise
from periodize._dose import Choice, Need, Volume
from periodize._evidence import _session as numbers
from periodize._model import Focus, Form, Movement, Phase, Role
from periodize._selection._cards import (
    ARMS,
    BIG_PLACES,
    FAST_SLOTS,
    LEGS,
    RESERVE,
    SUBSTITUTES,
    TRUNK_SLOTS,
    WITHOUT_EXTRA,
    Card,
    Line,
    base_of,
    cards,
    is_trunk,
    pair_of,
)
from periodize._selection._shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

Filled: TypeAlias = tuple[Line, Exercise]

_WARM_UPS = {
    Focus.WHOLE: ("brisk_walk", "leg_swing", "inchworm"),
    Focus.LOWER: ("brisk_walk", "leg_swing", "hip_circle"),
    Focus.UPPER: ("brisk_walk", "arm_circle", "inchworm"),
    Focus.CORE: ("brisk_walk", "inchworm", "arm_circle"),
}
"""What a warm-up takes first; others of its slot stand in."""


def select(need: Need, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Choose the exercises of a session, in order, its warm-up first.

    The choices depend on the athlete, the phase, the mesocycle and the letter, never on the week, so that a deload
    and the taper go on with what is known. They are for the whole of the session's time; `spare` says what goes first
    where there is less.
    """
    shelf = Shelf.of(need, catalogue)
    week = _fill(shelf, cards(need))
    spares: dict[tuple[str, int], int] = {}
    if not is_trunk(need):
        _cover(shelf, week, need)
        spares = _spares(week)
    lines: list[tuple[Line, Exercise, int]] = []
    for letter in _letters(need):
        used = {exercise.slug for _, exercise, _ in lines}
        lines += [
            (line, exercise, spares.get((letter, index), line.place))
            for index, (line, exercise) in enumerate(week[letter])
            if _in_focus(need, line) and exercise.slug not in used
        ]
    lines = _enough(shelf, need, lines)
    if need.form is Form.FULL and need.volume in WITHOUT_EXTRA:
        lines = [item for item in lines if not item[0].extra]
    lines.sort(key=lambda item: (pair_of(need, item[0]) or "", item[0].place))
    choices = [
        Choice(exercise.slug, line.slot.value, line.place, _role(shelf, line, exercise), pair_of(need, line), spare)
        for line, exercise, spare in lines
    ]
    if need.retains:
        choices = _retaining(choices, need, catalogue)
    return (*_warm_up(shelf, need), *choices)


def _retaining(choices: list[Choice], need: Need, catalogue: Catalogue) -> list[Choice]:
    """Put in the heavy line that keeps strength: a big lift of the strength phase, if it takes a weight.

    It comes before all but quick lines, and stands in for another line of the same exercise.
    """
    strength = attrs.evolve(need, phase=Phase.STRENGTH, volume=Volume.LOADING, letter="A", retains=False)
    lifts = [item for item in select(strength, catalogue) if item.role is Role.MAIN]
    heavy = next((item for item in lifts if catalogue[item.exercise].weighted), None)
    if heavy is None:
        return choices
    kept = [item for item in choices if item.exercise != heavy.exercise]
    fast = sum(item.role is Role.POWER for item in kept)
    return [*kept[:fast], attrs.evolve(heavy, role=Role.RETENTION, pair=None, spare=0), *kept[fast:]]


def _letters(need: Need) -> tuple[str, ...]:
    """Return whose lines a session holds: its own day's, both days' where a full session is of one half of the body."""
    if need.form is Form.FULL and need.focus in (Focus.LOWER, Focus.UPPER) and not is_trunk(need):
        return (need.letter, "A" if need.letter == "B" else "B")
    return (need.letter,)


def _in_focus(need: Need, line: Line) -> bool:
    if need.focus is Focus.WHOLE or is_trunk(need):
        return True
    return line.parts == (LEGS if need.focus is Focus.LOWER else ARMS)


def _role(shelf: Shelf, line: Line, exercise: Exercise) -> Role:
    if line.slot in TRUNK_SLOTS:
        return Role.TRUNK
    if any(slot in FAST_SLOTS for slot in exercise.slots):
        return Role.POWER
    return Role.MAIN if line.place in BIG_PLACES and shelf.base is not Phase.POWER else Role.ACCESSORY


# --- filling ----------------------------------------------------------------------------------------------------------


def _fill(shelf: Shelf, days: Card) -> dict[str, list[Filled]]:
    """Fill the lines of both days; the other day's push or pull comes last, so that it can differ."""
    found: dict[str, list[Exercise | None]] = {}
    used: dict[str, set[str]] = {}
    twins: dict[str, Exercise] = {}
    for letter, card in days.items():
        taken = used[letter] = set()
        found[letter] = []
        for line in card:
            exercise = None if line.extra else shelf.best(line, taken)
            found[letter].append(exercise)
            if exercise is not None:
                taken.add(exercise.slug)
                twins[line.slot] = exercise
    for letter, card in days.items():
        for index, line in enumerate(card):
            if line.extra and line.slot in twins:
                found[letter][index] = shelf.other(line, twins[line.slot], used[letter])
    return {
        letter: [(line, item) for line, item in zip(card, found[letter], strict=True) if item is not None]
        for letter, card in days.items()
    }


def _enough(shelf: Shelf, need: Need, lines: list[tuple[Line, Exercise, int]]) -> list[tuple[Line, Exercise, int]]:
    """Fill up a session that avoiding or missing equipment left with too few lines, and cut one with too many."""
    fewest, most = numbers.SESSION_SIZE.value[need.form.value][:2]
    used = {exercise.slug for _, exercise, _ in lines}
    for line in RESERVE if len(lines) < fewest and not is_trunk(need) else ():
        fits = line.slot in TRUNK_SLOTS or _in_focus(need, line)
        exercise = shelf.first(line.slot, line, used) if fits else None
        if exercise is not None and len(lines) < fewest:
            lines.append((line, exercise, numbers.SESSION_SIZE.value[need.form.value][1] * 2))
            used.add(exercise.slug)
    return sorted(lines, key=lambda item: item[2])[:most] if len(lines) > most else lines


# --- covering every movement -----------------------------------------------------------------------------------------


def _cover(shelf: Shelf, week: dict[str, list[Filled]], need: Need) -> None:
    """Exchange or add lines until the two days train every movement that the athlete can train."""
    trained = {movement for day in week.values() for _, exercise in day for movement in exercise.movements}
    for movement in Movement:
        if movement not in trained:
            added = _exchange(shelf, week, movement) or _add(shelf, week, movement, need)
            trained.update(added.movements if added else ())


def _exchange(shelf: Shelf, week: dict[str, list[Filled]], movement: Movement) -> Exercise | None:
    """Take another exercise for a line, one that trains the movement and keeps what only this line trained."""
    for letter, day in week.items():
        used = {exercise.slug for _, exercise in day}
        for index, (line, old) in enumerate(day):
            others = {
                trained
                for other, filled in week.items()
                for at, (_, exercise) in enumerate(filled)
                if (other, at) != (letter, index)
                for trained in exercise.movements
            }
            needed = {movement, *old.movements} - others
            slots = (line.slot, *SUBSTITUTES.get(line.slot, ()))
            able = (new for slot in slots for new in shelf.with_movement(movement, slot, line, used))
            new = next((new for new in able if needed.issubset(new.movements)), None)
            if new is not None:
                day[index] = (line, new)
                return new
    return None


def _add(shelf: Shelf, week: dict[str, list[Filled]], movement: Movement, need: Need) -> Exercise | None:
    """Add a line for the movement to the shorter day, if there is room."""
    most = numbers.SESSION_SIZE.value[need.form.value][1]
    letter = min(week, key=lambda name: len(week[name]))
    day = week[letter]
    used = {exercise.slug for _, exercise in day}
    for line in _LINES_BY_SLOT:
        half = [other for other, _ in day if need.form is Form.FULL or other.parts == line.parts]
        if len(half) < most and (new := next(shelf.with_movement(movement, line.slot, line, used), None)) is not None:
            day.append((line, new))
            return new
    return None


_LINES_BY_SLOT = tuple(
    Line(slot, 6 if slot in TRUNK_SLOTS else 3)
    for slot in CardSlot
    if slot not in (CardSlot.WARM_UP, CardSlot.MOBILITY, CardSlot.HOPS, *FAST_SLOTS)
)


def _spares(week: dict[str, list[Filled]]) -> dict[tuple[str, int], int]:
    """Rank the lines by how soon they go: first what the rest of the week covers, from the end; big lifts last."""
    counts: dict[Movement, int] = {}
    for day in week.values():
        for _, exercise in day:
            for movement in exercise.movements:
                counts[movement] = counts.get(movement, 0) + 1
    keys = [
        (line.place in BIG_PLACES, not line.extra, -line.place, letter, index)
        for letter, day in week.items()
        for index, (line, _) in enumerate(day)
    ]
    covered, needed = [], []
    for big, _, _, letter, index in sorted(keys):
        movements = week[letter][index][1].movements
        if big or any(counts[movement] == 1 for movement in movements):
            needed.append((letter, index))
            continue
        covered.append((letter, index))
        for movement in movements:
            counts[movement] -= 1
    return {key: rank for rank, key in enumerate(reversed(covered + needed))}


# --- warm-up ----------------------------------------------------------------------------------------------------------


def _warm_up(shelf: Shelf, need: Need) -> Iterator[Choice]:
    """Choose the warm-up: none right after a run, mobility around a race, low hops before jumps."""
    if need.volume in (Volume.TRUNK, Volume.MOBILITY):
        yield from _first_of(shelf, CardSlot.MOBILITY, (), numbers.MOBILITY_LINES.value[need.volume.value])
        return
    if not need.after_run:
        yield from _first_of(
            shelf, CardSlot.WARM_UP, _WARM_UPS[need.focus], numbers.WARM_UP_LINES.value[need.form.value]
        )
    if base_of(need) is Phase.POWER and need.phase.builds and need.focus in (Focus.WHOLE, Focus.LOWER):
        yield from _first_of(shelf, CardSlot.HOPS, (), 1)


def _first_of(shelf: Shelf, slot: CardSlot, preferred: tuple[str, ...], number: int) -> Iterator[Choice]:
    found = [exercise for exercise in shelf.catalogue.for_slot(slot) if shelf.allows(exercise)]
    if slot is not CardSlot.HOPS:
        found = [exercise for exercise in found if not exercise.movements]
    found.sort(key=lambda exercise: preferred.index(exercise.slug) if exercise.slug in preferred else len(preferred))
    return (Choice(exercise.slug, slot.value, 0) for exercise in found[:number])
