"""The session cards: which lines a session has, in which order, and which of them are done in turn."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from periodize._catalogue import CardSlot
from periodize._dose import Need, Volume
from periodize._model import Emphasis, Focus, Form, Movement, Part, Phase

LEGS = frozenset({Part.LEGS})
ARMS = frozenset({Part.PUSH, Part.PULL})


@attrs.frozen(cache_hash=True)
class Line:
    """A line of a session card.

    Attributes:
        slot: what fills it.
        place: its number on the card; big lifts are 1 and 2.
        want: a movement that the exercise should have, as the two days share the side-to-side ones.
        extra: whether it is the other day's push or pull.
    """

    slot: CardSlot
    place: int
    want: Movement | None = None
    extra: bool = False

    @property
    def parts(self) -> frozenset[Part]:
        """The parts of the body that it may load."""
        return LEGS if self.slot in _LEG_SLOTS else ARMS


_S = CardSlot
_LEG_SLOTS = frozenset(
    {
        _S.SQUAT,
        _S.HINGE,
        _S.SIDE,
        _S.HIP,
        _S.CALF,
        _S.CALF_BENT,
        _S.STEP,
        _S.CURL,
        _S.JUMP,
        _S.SIDE_JUMP,
        _S.FAST_LIFT,
        _S.HOPS,
    }
)
FAST_SLOTS = frozenset({_S.JUMP, _S.SIDE_JUMP, _S.FAST_LIFT, _S.FAST_PUSH})
TRUNK_SLOTS = frozenset({_S.SPINE, _S.PLANK, _S.HIP_FLEXION, _S.TRUNK})
BIG_PLACES = (1, 2)
"""The lines of the big lifts."""
_A, _B = Movement.LATERAL, Movement.MEDIAL

Card: TypeAlias = dict[str, tuple[Line, ...]]
"""The lines of day A and of day B."""

# The first four lines of each day load the legs, the others arms and trunk.
_LIFTS: Card = {
    "A": (
        Line(_S.SQUAT, 1),
        Line(_S.HINGE, 2),
        Line(_S.SIDE, 3, _A),
        Line(_S.CALF, 4),
        Line(_S.PULL, 5),
        Line(_S.PUSH, 5, extra=True),
        Line(_S.SPINE, 6),
        Line(_S.PLANK, 7),
    ),
    "B": (
        Line(_S.STEP, 1),
        Line(_S.CURL, 2),
        Line(_S.SIDE, 3, _B),
        Line(_S.CALF_BENT, 4),
        Line(_S.PUSH, 5),
        Line(_S.PULL, 5, extra=True),
        Line(_S.HIP_FLEXION, 6),
        Line(_S.TRUNK, 7),
    ),
}
_WHOLE: Card = {letter: tuple(line for line in lines if not line.extra) for letter, lines in _LIFTS.items()}
_FAST_FULL: Card = {
    "A": (
        Line(_S.JUMP, 1),
        Line(_S.SIDE_JUMP, 2, _A),
        Line(_S.FAST_LIFT, 3),
        Line(_S.CURL, 4),
        Line(_S.FAST_PUSH, 5),
        Line(_S.PULL, 6),
        Line(_S.PLANK, 7),
    ),
    "B": (
        Line(_S.JUMP, 1),
        Line(_S.SIDE_JUMP, 2, _B),
        Line(_S.FAST_LIFT, 3),
        Line(_S.CALF, 4),
        Line(_S.FAST_PUSH, 5),
        Line(_S.SPINE, 6),
        Line(_S.HIP_FLEXION, 7),
    ),
}
_FAST_MINI: Card = {
    "A": (
        Line(_S.JUMP, 1),
        Line(_S.SIDE_JUMP, 2, _A),
        Line(_S.CALF, 3),
        Line(_S.CURL, 4),
        Line(_S.FAST_PUSH, 5),
        Line(_S.PULL, 5),
        Line(_S.SPINE, 6),
        Line(_S.PLANK, 7),
    ),
    "B": (
        Line(_S.JUMP, 1),
        Line(_S.SIDE_JUMP, 2, _B),
        Line(_S.CALF_BENT, 3),
        Line(_S.CURL, 4),
        Line(_S.FAST_PUSH, 5),
        Line(_S.PULL, 5),
        Line(_S.HIP_FLEXION, 6),
        Line(_S.TRUNK, 7),
    ),
}
_TRUNK: Card = {
    "A": (Line(_S.PLANK, 5), Line(_S.SPINE, 6), Line(_S.TRUNK, 7), Line(_S.HIP_FLEXION, 7)),
    "B": (Line(_S.TRUNK, 5), Line(_S.SPINE, 6), Line(_S.PLANK, 7), Line(_S.HIP_FLEXION, 7)),
}
_UNLOADED_LEGS: Card = {
    "A": (Line(_S.CALF, 1), Line(_S.HIP, 2, Movement.HIP_ABDUCTION), Line(_S.HINGE, 3), Line(_S.TRUNK, 4)),
    "B": (Line(_S.CALF_BENT, 1), Line(_S.HIP, 2, Movement.HIP_ADDUCTION), Line(_S.HINGE, 3), Line(_S.PLANK, 4)),
}
_HIPS = {"A": Line(_S.HIP, 8, Movement.HIP_ABDUCTION), "B": Line(_S.HIP, 8, Movement.HIP_ADDUCTION)}
_AFTER_RACE: Card = {letter: lines[:3] for letter, lines in _TRUNK.items()}
RESERVE = tuple(
    Line(slot, 7)
    for slot in (_S.SQUAT, _S.STEP, _S.HINGE, _S.CALF, _S.PULL, _S.PUSH, _S.PLANK, _S.SPINE, _S.TRUNK, _S.HIP_FLEXION)
)
"""What fills a session that is left with too few lines."""
SUBSTITUTES: dict[CardSlot, tuple[CardSlot, ...]] = {
    _S.SQUAT: (_S.STEP,),
    _S.STEP: (_S.SQUAT,),
    _S.CALF: (_S.CALF_BENT,),
    _S.CALF_BENT: (_S.CALF,),
    _S.PLANK: (_S.TRUNK,),
    _S.TRUNK: (_S.PLANK,),
    _S.JUMP: (_S.SQUAT, _S.STEP),
    _S.SIDE_JUMP: (_S.SIDE,),
    _S.FAST_LIFT: (_S.HINGE,),
    _S.FAST_PUSH: (_S.PUSH,),
}
"""The slots of the same movement that a line turns to where nothing of its own is possible."""
_PAIRS = {1: "A", 4: "A", 2: "B", 3: "B", 5: "A", 6: "B", 7: "B", 8: "B"}
_CIRCUIT = "A"
WITHOUT_EXTRA = frozenset({Volume.THIRD, Volume.LIGHT, Volume.RESTORE})
"""The full sessions that leave out the other day's push or pull again."""
_TRUNK_VOLUMES = frozenset({Volume.TRUNK, Volume.MOBILITY, Volume.UNLOADED})


def is_trunk(need: Need) -> bool:
    """Whether the session is trunk work alone."""
    return need.volume in _TRUNK_VOLUMES or need.focus is Focus.CORE


def cards(need: Need) -> Card:
    """Return the lines of day A and day B that make up the week of a session like this one, all focuses together."""
    if is_trunk(need):
        if need.volume is Volume.UNLOADED and need.focus is Focus.LOWER:
            return _UNLOADED_LEGS
        return _AFTER_RACE if need.volume is Volume.MOBILITY else _TRUNK
    card = _building(need)
    if need.emphasis is Emphasis.INJURY_PREVENTION and need.lines_of is not Phase.POWER:
        card = {letter: (*lines, _HIPS[letter]) for letter, lines in card.items()}
    return card


def _building(need: Need) -> Card:
    base = need.lines_of
    if need.form is Form.MINI:
        return _FAST_MINI if base is Phase.POWER else _LIFTS
    if base is Phase.POWER:
        return _FAST_FULL
    return _LIFTS if base is Phase.ENDURANCE else _WHOLE


def pair_of(need: Need, line: Line) -> str | None:
    """Return with which other lines a line is done in turn: pairs in a short session, all in an endurance circuit."""
    if is_trunk(need):
        return None
    if need.form is Form.MINI:
        return _PAIRS[line.place]
    return _CIRCUIT if need.lines_of is Phase.ENDURANCE else None
