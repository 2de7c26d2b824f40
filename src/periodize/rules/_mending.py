"""The edits that rules propose: other repetitions, fewer or more sets, another load, another exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._evidence import _session as numbers
from periodize._findings import Grade, Repair
from periodize._model import MOST_SETS, Load, LoadKind, RepRange, Set

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from periodize._catalogue import Exercise
    from periodize._model import Edit, Prescription, Session
    from periodize._view import View

_WEIGHTS = (LoadKind.PERCENT_1RM, LoadKind.KG)


def number_of(line: Prescription, session: Session) -> int:
    """Return the index of a line in its session."""
    return next(number for number, other in enumerate(session.exercises) if other is line)


def more_reps(line: Prescription, session: Session, least: int) -> Set:
    """Give a line of some repetitions at least so many; a weight that was told for fewer gives way to a reserve."""
    highest = least if line.reps is None else max(least, line.reps.max)
    number = number_of(line, session)
    if line.load is not None and line.load.kind in _WEIGHTS:
        return Set(
            session.id, line=number, reps=RepRange(least, highest), load=Load("rir", *numbers.ENDURANCE_RIR.value)
        )
    return Set(session.id, line=number, reps=RepRange(least, highest))


def fewer_reps(line: Prescription, session: Session, most: int) -> Set:
    """Give a line of some repetitions at most so many; the load may stay, as fewer are easier."""
    lowest = most if line.reps is None else min(most, line.reps.min)
    return Set(session.id, line=number_of(line, session), reps=RepRange(lowest, most))


def of_sets(sessions: Iterable[Session], more: int) -> tuple[Repair, ...]:
    """Give sessions so many sets more, or fewer where below 0; nothing else of their lines changes.

    The line with the most sets loses one first and that with the fewest gains one, of equals the last. None loses its
    last set; where there are not so many to take, nothing is proposed.
    """
    lines = [(session, line) for session in sessions for line in session.exercises]
    sets = [line.sets for _, line in lines]
    for _ in range(abs(more)):
        chosen = _next(sets, more=more > 0)
        if chosen is None:
            return ()
        sets[chosen] += 1 if more > 0 else -1
    return _with_sets(lines, sets)


def fewer_sets_of(session: Session, excess: int, weigh: Callable[[Prescription], int]) -> tuple[Repair, ...]:
    """Take sets off the lines that weigh something, in the same way, until a session weighs so much less."""
    lines = [(session, line) for line in session.exercises if weigh(line)]
    sets = [line.sets for _, line in lines]
    while excess > 0:
        chosen = _next(sets, more=False)
        if chosen is None:
            return ()
        sets[chosen] -= 1
        line = lines[chosen][1]
        excess -= weigh(line) // line.sets
    return _with_sets(lines, sets)


def _next(sets: list[int], *, more: bool) -> int | None:
    """Return which line gains or loses a set next; None where none can."""
    last = range(len(sets) - 1, -1, -1)
    chosen = (min if more else max)(last, key=sets.__getitem__, default=None)
    limit = MOST_SETS if more else 1
    return None if chosen is None or sets[chosen] == limit else chosen


def _with_sets(lines: list[tuple[Session, Prescription]], sets: list[int]) -> tuple[Repair, ...]:
    edits = [
        Set(session.id, line=number_of(line, session), sets=number)
        for (session, line), number in zip(lines, sets, strict=True)
        if number != line.sets
    ]
    return (Repair(edits, Grade.UNSAFE),) if edits else ()


def exchanged(session: Session, view: View, wrong: Collection[str]) -> tuple[Repair, ...]:
    """Exchange exercises of a session, each for the nearest that the athlete can do; a warm-up does without."""
    used = {line.exercise for line in session.exercises}
    edits: list[Edit] = []
    if any(line.exercise in wrong for line in session.warm_up):
        edits.append(Set(session.id, warm_up=[line for line in session.warm_up if line.exercise not in wrong]))
    for number, line in enumerate(session.exercises):
        if line.exercise not in wrong:
            continue
        other = _nearest(view.catalogue[line.exercise], line, session, view, used)
        if other is None:
            return ()
        used.add(other.slug)
        # A weight is told for one exercise; how hard it is holds for another too.
        told = line.load is not None and line.load.kind in _WEIGHTS
        load = None if told else line.load
        movements, sides = other.movements, other.one_sided
        edits.append(Set(session.id, line=number, exercise=other.slug, movements=movements, per_side=sides, load=load))
    return (Repair(edits),)


def _nearest(
    wrong: Exercise, line: Prescription, session: Session, view: View, used: Collection[str]
) -> Exercise | None:
    """Return the exercise of the same slots and movements that fills a line best."""
    athlete = view.brief.athlete
    wanted = set(line.movements or wrong.movements)
    candidates = dict.fromkeys(other for slot in wrong.slots for other in view.catalogue.for_slot(slot))
    possible = [
        other
        for other in candidates
        if other.slug not in used
        and other.possible_with(athlete.equipment)
        and other.suits(athlete.level)
        and not other.avoided(athlete.avoid)
        and (athlete.jumping or not other.jumps)
        and other.fits(session.phase)
        and other.timed == (line.hold_seconds is not None)
        and session.loads.issuperset(other.parts)
        and wanted.intersection(other.movements)
    ]
    return min(
        possible, key=lambda other: (len(wanted.symmetric_difference(other.movements)), other.rank), default=None
    )
