"""Which weeks rules of progression compare: a loading week with the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._model import Priority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle, Prescription, Week
    from periodize._view import View


def lines_of(week: Week) -> Iterator[Prescription]:
    """Yield the lines of a week's sessions."""
    for session in week.sessions:
        yield from session.exercises


def steps(mesocycle: Mesocycle, view: View) -> Iterator[tuple[Week, Week]]:
    """Yield each loading week of a mesocycle with the loading week before it.

    Never across the border of a phase or over a deload or a race on the way; a phase's first week, which is light on
    purpose, is no measure, and a broken week or one without lines neither.
    """
    if not mesocycle.phase.builds:
        return
    light = [event.date for event in view.brief.events if event.priority is Priority.B]
    before: Week | None = None
    for number, week in enumerate(view.weeks_of(mesocycle)):
        if week.deload or any(map(week.holds, light)):
            before = None
        elif view.is_whole(week) and any(True for _ in lines_of(week)):
            if before is not None:
                yield before, week
            before = week if number else None
