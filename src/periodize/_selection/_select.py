"""Hand out the lines of one session of a filled week, in order, with its warm-up."""

from __future__ import annotations

from collections.abc import Hashable
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

import attrs

from periodize._catalogue import CardSlot, Catalogue, Exercise, Kind
from periodize._dose import Choice, Need, Volume
from periodize._evidence import _session as numbers
from periodize._model import Focus, Form, Phase, Role
from periodize._selection._cards import (
    ARMS,
    BIG_PLACES,
    FAST_SLOTS,
    LEGS,
    RESERVE,
    TRUNK_SLOTS,
    WITHOUT_EXTRA,
    Line,
    is_trunk,
    pair_of,
)
from periodize._selection._shelf import Shelf
from periodize._selection._week import Days, block_of, fill_week, spares, turn

if TYPE_CHECKING:
    from collections.abc import Iterator

_USUAL_SESSIONS = 2
_ROLES = (Role.POWER, Role.MAIN, Role.ACCESSORY, Role.TRUNK)
_WARM_UPS = {
    Focus.WHOLE: ("brisk_walk", "leg_swing", "inchworm"),
    Focus.LOWER: ("brisk_walk", "leg_swing", "hip_circle"),
    Focus.UPPER: ("brisk_walk", "arm_circle", "inchworm"),
    Focus.CORE: ("brisk_walk", "inchworm", "arm_circle"),
}
"""What a warm-up takes first; others of its slot stand in."""


_Week: TypeAlias = tuple[Days, dict[tuple[str, int], int]]
_WEEKLY = frozenset(
    {
        "minutes",
        "week_in_phase",
        "loading_weeks_before",
        "phase_weeks",
        "reentry",
        "longest_run_week",
        "age",
        "one_rm",
        "rack",
    }
)
"""What changes no choice of a need's facts."""
_content = attrgetter(*(field.name for field in attrs.fields(Need) if field.name not in _WEEKLY))


@attrs.define
class Memo:
    """What the sessions of one season, made from one catalogue, share, so that nothing is sought twice."""

    shelves: dict[Hashable, Shelf] = attrs.field(factory=dict)
    weeks: dict[Hashable, _Week] = attrs.field(factory=dict)
    choices: dict[Hashable, tuple[Choice, ...]] = attrs.field(factory=dict)

    def shelf(self, need: Need, catalogue: Catalogue) -> Shelf:
        """Return the shelf for a need."""
        shelf = Shelf.of(need, catalogue)
        return self.shelves.setdefault(shelf, shelf)


def select(need: Need, catalogue: Catalogue, memo: Memo | None = None) -> tuple[Choice, ...]:
    """Choose the exercises of a session, in order, its warm-up first.

    The choices depend on the athlete, the phase, the mesocycle and the letter, never on the week, so that a deload
    and the taper go on with what is known. They are for the whole of the session's time; `spare` says what goes first
    where there is less.

    Args:
        need: what the session is made from.
        catalogue: the exercises.
        memo: what other sessions of the season and of the same catalogue were chosen from.
    """
    memo = Memo() if memo is None else memo
    key = _content(need)
    if key not in memo.choices:
        memo.choices[key] = _select(need, catalogue, memo)
    return memo.choices[key]


def _select(need: Need, catalogue: Catalogue, memo: Memo) -> tuple[Choice, ...]:
    shelf = memo.shelf(need, catalogue)
    week, ranks = _week(shelf, need, memo)
    lines: list[tuple[Line, Exercise, int]] = []
    for letter in _letters(need):
        used = {exercise.slug for _, exercise, _ in lines}
        lines += [
            (line, exercise, ranks.get((letter, index), line.place))
            for index, (line, exercise) in enumerate(week[letter])
            if _in_focus(need, line) and exercise.slug not in used
        ]
    lines = _enough(shelf, need, lines)
    spread = need.sessions > _USUAL_SESSIONS and not need.phase.builds  # as in the weeks before
    if need.form is Form.FULL and (need.volume in WITHOUT_EXTRA or spread):
        lines = [item for item in lines if not item[0].extra]
    chosen = [
        Choice(
            exercise.slug,
            line.slot.value,
            line.place,
            _role(shelf, line, exercise),
            pair_of(need, line),
            spare,
            line.extra,
        )
        for line, exercise, spare in lines
    ]
    chosen.sort(key=lambda choice: (choice.pair or "", _order(choice, catalogue, need), choice.place))
    if need.retains:
        chosen = _retaining(chosen, need, catalogue, memo)
    return (*_warm_up(shelf, need), *chosen)


def _week(shelf: Shelf, need: Need, memo: Memo) -> _Week:
    """Fill the week that a session is a part of, once for all that its lines depend on."""
    card = shelf, need.form, is_trunk(need) and (need.volume, need.focus)
    now = (*card, block_of(need))
    if now not in memo.weeks:
        alike = (*card, turn(shelf, need))  # in mesocycles that have the same big lifts
        if alike not in memo.weeks:
            week = fill_week(shelf, need)
            memo.weeks[alike] = week, {} if is_trunk(need) else spares(week)
        memo.weeks[now] = memo.weeks[alike]
    return memo.weeks[now]


def _order(choice: Choice, catalogue: Catalogue, need: Need) -> int:
    """Return where a line stands that is in no circuit: power, big lifts, multi-joint, single-joint, trunk."""
    if is_trunk(need) or choice.pair is not None:
        return 0
    single = catalogue[choice.exercise].kind is Kind.SINGLE_JOINT
    return _ROLES.index(choice.role) * 2 + (single and choice.role is not Role.TRUNK)


def _retaining(choices: list[Choice], need: Need, catalogue: Catalogue, memo: Memo) -> list[Choice]:
    """Put in the heavy line that keeps strength: a big lift of the strength phase, if it takes a weight.

    It comes before all but quick lines, and stands in for another line of the same exercise.
    """
    strength = attrs.evolve(need, phase=Phase.STRENGTH, volume=Volume.LOADING, letter="A", retains=False)
    lifts = [item for item in select(strength, catalogue, memo) if item.role is Role.MAIN]
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
    return Role.MAIN if line.place in BIG_PLACES and shelf.stock.base is not Phase.POWER else Role.ACCESSORY


def _enough(shelf: Shelf, need: Need, lines: list[tuple[Line, Exercise, int]]) -> list[tuple[Line, Exercise, int]]:
    """Fill up a session that avoiding or missing equipment left with too few lines, and cut one with too many."""
    fewest, most = numbers.SESSION_SIZE.value[need.form.value][:2]
    used = {exercise.slug for _, exercise, _ in lines}
    for line in RESERVE if len(lines) < fewest and not is_trunk(need) else ():
        fits = line.slot in TRUNK_SLOTS or _in_focus(need, line)
        exercise = shelf.stock.first(line.slot, line, used) if fits else None
        if exercise is not None and len(lines) < fewest:
            lines.append((line, exercise, numbers.SESSION_SIZE.value[need.form.value][1] * 2))
            used.add(exercise.slug)
    return sorted(lines, key=lambda item: item[2])[:most] if len(lines) > most else lines


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
    if need.lines_of is Phase.POWER and need.phase.builds and need.focus in (Focus.WHOLE, Focus.LOWER):
        yield from _first_of(shelf, CardSlot.HOPS, (), 1)


def _first_of(shelf: Shelf, slot: CardSlot, preferred: tuple[str, ...], number: int) -> Iterator[Choice]:
    found = [exercise for exercise in shelf.stock.allowed(slot) if slot is CardSlot.HOPS or not exercise.movements]
    found.sort(key=lambda exercise: preferred.index(exercise.slug) if exercise.slug in preferred else len(preferred))
    return (Choice(exercise.slug, slot.value, 0) for exercise in found[:number])
