"""Which weeks rules of progression compare: a loading week with the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from periodize.rules._light import is_light, measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle, Prescription, Week
    from periodize._view import View

_Work: TypeAlias = dict[tuple[str, int, int], int]


class Step(NamedTuple):
    """A loading week and the one before it, each with its sets of lifts that can be compared.

    That is of lines that are counted in repetitions. A lift that both weeks hold counts only at equal repetitions: more
    sets of fewer are no more work.
    """

    before: Week
    week: Week
    sets_before: int
    sets: int


def weighed(week: Week) -> Iterator[Prescription]:
    """Yield the lines of a week's sessions that have a weight told."""
    for session in week.sessions:
        yield from session.tally.weighed


def steps(mesocycle: Mesocycle, view: View) -> list[Step]:
    """Return each loading week of a mesocycle with the loading week before it.

    Never across the border of a phase or over a deload or a race on the way; a week that is light on purpose is no
    measure, and a broken week or one without lines neither.
    """
    return view.once(_steps, mesocycle)


def _steps(mesocycle: Mesocycle, view: View) -> list[Step]:
    if not mesocycle.phase.builds:
        return []
    found: list[Step] = []
    before: Week | None = None
    usual = measures(mesocycle, view)
    for week in view.weeks_of(mesocycle):
        if is_light(week, view):
            before = None
        elif view.is_whole(week) and any(session.exercises for session in week.sessions):
            if before is not None:
                found.append(Step(before, week, *_compared(before, week)))
            before = week if week.start in usual else None
    return found


def _work(week: Week) -> _Work:
    work: _Work = {}
    for session in week.sessions:
        for lift, sets in session.tally.work.items():
            work[lift] = work.get(lift, 0) + sets
    return work


def _compared(before: Week, week: Week) -> tuple[int, int]:
    """Count the sets of both weeks that can be compared."""
    lifts, others = ([session.tally.lifts for session in either.sessions] for either in (before, week))
    old, new = _work(before), _work(week)
    if lifts == others:
        return sum(old.values()), sum(new.values())
    return _shared(old, new), _shared(new, old)


def _shared(work: _Work, other: _Work) -> int:
    known = {exercise for exercise, _, _ in other}
    return sum([sets for lift, sets in work.items() if lift in other or lift[0] not in known])
