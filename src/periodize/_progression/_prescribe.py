"""Put a session together: warm-up, lines, foot contacts, minutes, and the deload."""

from __future__ import annotations

from collections.abc import Hashable
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

import attrs

from periodize._catalogue import CardSlot
from periodize._dose import Choice, Need, Volume
from periodize._evidence import _session as numbers
from periodize._model import Form, Phase, Prescription, RepRange, Role, WarmUp
from periodize._progression._kilograms import lighten
from periodize._progression._schemes import drafts
from periodize._progression._shorten import Session, deload_sets, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._catalogue import Catalogue
    from periodize._progression._draft import Draft

_HOPS = "hops"
_SPREAD = 3
"""So many full sessions a week hold the sets of two."""


_WHEN = frozenset({"letter", "block", "strength_block"})
"""What of a need has chosen the lines, and says no more once they are chosen."""
_how_much = attrgetter(*(field.name for field in attrs.fields(Need) if field.name not in _WHEN))

_Written: TypeAlias = tuple[tuple[WarmUp, ...], tuple[Prescription, ...]]


@attrs.define
class Memo:
    """What the sessions of one season, made from one catalogue, share: equal ones are made once, equal lines too."""

    sessions: dict[Hashable, _Written] = attrs.field(factory=dict)
    lines: dict[Hashable, Prescription] = attrs.field(factory=dict)
    warm_ups: dict[Hashable, WarmUp] = attrs.field(factory=dict)


def prescribe(choices: Sequence[Choice], need: Need, catalogue: Catalogue, memo: Memo | None = None) -> _Written:
    """Return the warm-up and the lines of a session that fits into `need.minutes`, 10 and up.

    A deload is what its week would have been as a loading week, lightened: so its lines, reps and pauses are known.

    Args:
        choices: the exercises.
        need: what the session is made from.
        catalogue: of exercises.
        memo: what other sessions of the season and of the same catalogue hold.
    """
    memo = Memo() if memo is None else memo
    key = tuple(choices), _how_much(need)
    if key not in memo.sessions:
        memo.sessions[key] = _written(choices, need, catalogue, memo)
    return memo.sessions[key]


def _written(choices: Sequence[Choice], need: Need, catalogue: Catalogue, memo: Memo) -> _Written:
    lines = drafts(choices, need, catalogue)
    begin = [choice for choice in choices if not choice.place]
    warm_up = []
    for choice in begin:
        key = choice, need.form, need.reentry, choice is begin[0]
        if key not in memo.warm_ups:
            memo.warm_ups[key] = _warm_up(choice, need, catalogue, first=choice is begin[0])
        warm_up.append(memo.warm_ups[key])
    general = sum(choice.place == 0 and choice.slot != _HOPS for choice in choices)
    if need.phase is Phase.STRENGTH or need.heavy or need.retains:
        warm_up += _ramp(lines)
    warm_up = _limit_contacts(warm_up, lines, need, catalogue)
    steady = need.phase.builds and not need.reentry
    if need.sessions == _SPREAD and need.form is Form.FULL and need.phase.builds:
        lines = spread(lines)
    session = Session(warm_up, lines, keep=len(warm_up) - general, deloads=steady)
    if need.volume is Volume.PRIMER:
        session.keep_lines(numbers.PRIMER_LINES.value[need.form])
    session.split_pairs()
    session.fit(need.minutes)
    if need.volume is Volume.DELOAD:
        _lighten(session, need, catalogue)
    return tuple(session.warm_up), tuple(line.done(memo.lines) for line in session.lines)


def _warm_up(choice: Choice, need: Need, catalogue: Catalogue, *, first: bool) -> WarmUp:
    exercise = catalogue[choice.exercise]
    if choice.slot == _HOPS:
        sets, reps = numbers.HOPS.value
        return WarmUp(exercise=exercise.slug, sets=1 if need.reentry else sets, reps=RepRange(reps, reps))
    sets = 2 if exercise.one_sided else 1
    if exercise.timed:
        return WarmUp(exercise=exercise.slug, sets=sets, hold_seconds=_warm_up_seconds(choice, need, first=first))
    reps = numbers.WARM_UP_REPS.value
    return WarmUp(exercise=exercise.slug, sets=sets, reps=RepRange(reps, reps))


def _warm_up_seconds(choice: Choice, need: Need, *, first: bool) -> int:
    if choice.slot == CardSlot.MOBILITY:
        return numbers.MOBILITY_SECONDS.value
    return numbers.WALK_SECONDS.value[need.form] if first else numbers.WARM_UP_SECONDS.value


def _ramp(lines: Sequence[Draft]) -> list[WarmUp]:
    """Return light sets of the first lift, if it takes a weight."""
    first = next((line for line in lines if line.role in (Role.RETENTION, Role.MAIN)), None)
    if first is None or not first.exercise.weighted:
        return []
    sets, reps = numbers.RAMP.value
    return [WarmUp(exercise=first.exercise.slug, sets=sets, reps=RepRange(reps, reps))]


def _limit_contacts(warm_up: list[WarmUp], lines: Sequence[Draft], need: Need, catalogue: Catalogue) -> list[WarmUp]:
    """Take off hops and sets of jumps until the landings are few enough; return the warm-up that is left."""
    jumps = [line for line in lines if line.exercise.contacts]
    if not jumps and need.phase is not Phase.POWER:
        return warm_up
    limit = numbers.CONTACTS.value[need.level]
    if need.reentry or (need.age is not None and need.age >= numbers.CONTACTS_HALVED_AGE.value):
        limit //= 2
    while _hops(warm_up, catalogue) + sum(line.contacts for line in jumps) > limit:
        hops = [line for line in warm_up if catalogue[line.exercise].contacts]
        if hops and (hops[0].sets > 1 or all(line.sets == 1 for line in jumps)):
            kept = [attrs.evolve(hops[0], sets=hops[0].sets - 1)] if hops[0].sets > 1 else []
            warm_up = [line for line in warm_up if line is not hops[0]] + kept
        else:
            most = max(reversed(jumps), key=lambda line: line.sets)
            if most.sets == 1:
                break
            most.sets -= 1
    return warm_up


def _hops(warm_up: Sequence[WarmUp], catalogue: Catalogue) -> int:
    total = 0
    for line in warm_up:
        exercise = catalogue[line.exercise]
        if exercise.contacts and line.reps is not None:
            total += line.sets * line.reps.max * exercise.contacts * (2 if exercise.one_sided else 1)
    return total


def _lighten(session: Session, need: Need, catalogue: Catalogue) -> None:
    """Take sets and a little weight off and leave more reps in reserve; exercises, reps and pauses stay."""
    more = numbers.DELOAD_RIR.value
    for line in session.lines:
        line.sets = deload_sets(line)
        if line.rir is not None:
            line.rir = (line.rir[0] + more, line.rir[1] + more)
        lighten(line, need)
    session.warm_up = [
        attrs.evolve(line, sets=1) if catalogue[line.exercise].contacts else line for line in session.warm_up
    ]
