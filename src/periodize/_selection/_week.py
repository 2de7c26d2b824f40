"""Fill the cards of a week exactly: every movement that can be trained, then as few changes to the cards as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from periodize._catalogue import CardSlot, Exercise
from periodize._cover import Option, Place, cover
from periodize._evidence import _session as numbers
from periodize._model import Form, Movement, Phase
from periodize._selection._cards import BIG_PLACES, FAST_SLOTS, TRUNK_SLOTS, Line, cards, is_trunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from periodize._catalogue import Catalogue
    from periodize._dose import Need
    from periodize._selection._shelf import Shelf

Filled: TypeAlias = tuple[Line, Exercise]
Days: TypeAlias = dict[str, list[Filled]]
_Lines: TypeAlias = list[tuple[str, Line]]

_BITS = {movement: 1 << index for index, movement in enumerate(Movement)}
_ALL = sum(_BITS.values())

# What a choice costs, compared in this order: lines left empty, lines added, substitutes from another line of the card,
# side lines without their day's movement, lines off the emphasis, and ranks worse than the preferred exercise's.
_NO_LINE = Option(None, 0, (1, 0, 0, 0, 0, 0))
_NOT_ADDED = Option(None, 0, (0, 0, 0, 0, 0, 0))
_AGAIN = (0, 0, 0, 0, 0, numbers.VARIETY_RANKS.value)

_ADDABLE = tuple(
    Line(slot, 6 if slot in TRUNK_SLOTS else 3)
    for slot in CardSlot
    if slot not in (CardSlot.WARM_UP, CardSlot.MOBILITY, CardSlot.HOPS, CardSlot.HIP, *FAST_SLOTS)
)


def fill_week(shelf: Shelf, need: Need) -> Days:
    """Return the lines of day A and of day B with their exercises, those first that the cards name."""
    lines = [(letter, line) for letter, card in cards(need).items() for line in card]
    lines.sort(key=lambda item: item[1].extra)  # among equals the day's own push or pull has the better exercise
    block = block_of(need)
    options = [_options(shelf, line, block) for _, line in lines]
    if is_trunk(need):
        return _filled(shelf.stock.catalogue, lines, _solved(lines, options, 0))
    chosen = _solved(lines, options, _ALL)
    able = [(line, exercise) for line in _ADDABLE for exercise in shelf.stock.possible(line.slot, line)]
    coverable = _features(option for found in options for option in found)
    coverable |= _features(Option(None, _bits(exercise), ()) for _, exercise in able)
    added: _Lines = []
    while (missing := coverable & ~_features(chosen)) and (room := _room(need, [*lines, *added])):
        added += room
        more = [_added_options(able, line, missing) for _, line in added]
        chosen = _solved([*lines, *added], [*options, *more], _ALL)
    return _filled(shelf.stock.catalogue, [*lines, *added], chosen, able)


def block_of(need: Need) -> int:
    """Return the mesocycle whose big lifts a session has; what keeps the lines of strength has those of its phase."""
    if need.strength_block is None or need.lines_of is not Phase.STRENGTH:
        return need.block
    return need.strength_block


def turn(shelf: Shelf, need: Need) -> tuple[str, ...]:
    """Return what the lines of a week take in this mesocycle: all that it is filled from besides card and shelf."""
    block = block_of(need)
    preferred = (shelf.preferred(line, block) for card in cards(need).values() for line in card)
    return tuple(exercise.slug if exercise is not None else "" for exercise in preferred)


def _bits(exercise: Exercise) -> int:
    return sum(_BITS[movement] for movement in exercise.movements)


def _features(options: Iterable[Option]) -> int:
    found = 0
    for option in options:
        found |= option.features
    return found


def _solved(lines: _Lines, options: Sequence[Sequence[Option]], wanted: int) -> tuple[Option, ...]:
    places = [Place(ord(letter), tuple(found)) for (letter, _), found in zip(lines, options, strict=True)]
    chosen = cover(places, wanted, _AGAIN)
    assert chosen is not None, "any line can be left empty"
    return chosen


def _options(shelf: Shelf, line: Line, block: int) -> list[Option]:
    preferred = shelf.preferred(line, block)
    if preferred is None:
        return [_NO_LINE]
    options = shelf.options.get((line, preferred.slug))
    if options is None:
        able = shelf.candidates(line, block)
        options = [Option(exercise.slug, _bits(exercise), (0, 0, *cost)) for exercise, cost in able]
        options.append(_NO_LINE)
        shelf.options[line, preferred.slug] = options
    return options


def _added_options(able: Sequence[Filled], line: Line, missing: int) -> list[Option]:
    """Return what a line could hold that is added for what is missing; it may as well not be added."""
    found = [
        Option(exercise.slug, _bits(exercise), (0, 1, 0, 0, 0, exercise.rank))
        for other, exercise in able
        if other.parts == line.parts and _bits(exercise) & missing
    ]
    return [_NOT_ADDED, *found]


def _room(need: Need, lines: _Lines) -> _Lines:
    """Return one more line for each day, or each half of a day, that has room."""
    most = numbers.SESSION_SIZE.value[need.form.value][1]
    room: _Lines = []
    for letter in dict.fromkeys(letter for letter, _ in lines):
        day = [line for other, line in lines if other == letter]
        for line in (_ADDABLE[0], _ADDABLE[-1]):
            held = day if need.form is Form.FULL else [other for other in day if other.parts == line.parts]
            if len(held) < most:
                room.append((letter, line))
                day.append(line)
    return room


def _filled(catalogue: Catalogue, lines: _Lines, chosen: Sequence[Option], able: Sequence[Filled] = ()) -> Days:
    days: Days = {letter: [] for letter, _ in lines}
    for (letter, line), option in zip(lines, chosen, strict=True):
        if option.item is None:
            continue
        exercise = catalogue[str(option.item)]
        own = next(other for other, found in able if found is exercise) if option.cost[1] else line
        days[letter].append((own, exercise))
    return days


def spares(week: Days) -> dict[tuple[str, int], int]:
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
