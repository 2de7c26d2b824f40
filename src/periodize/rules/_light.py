"""Which weeks are light on purpose, so that nothing is measured by them: one law for rules and for who writes plans."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from periodize import _dates
from periodize._evidence import _event as evidence
from periodize._model import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from periodize._model import Mesocycle, Session, Week
    from periodize._view import View


def follows_break(first: dt.date, start: dt.date, is_lifted_on: Callable[[dt.date], bool]) -> bool:
    """Whether no session stands in the days before one, of a season that began before them.

    Args:
        first: the day of the session, a week's first.
        start: the season's first day.
        is_lifted_on: whether a day holds a session.
    """
    if first.toordinal() - start.toordinal() < evidence.BREAK_DAYS.value:
        return False
    return not any(map(is_lifted_on, _days_before(first)))


def _days_before(first: dt.date) -> Iterator[dt.date]:
    return (_dates.days_after(first, -days) for days in range(1, evidence.BREAK_DAYS.value + 1))


def is_back(week: Week, view: View) -> bool:
    """Whether a week with sessions is the first after a break: days were closed, or something was lifted before."""
    first = min(session.date for session in week.sessions)
    if not follows_break(first, view.brief.start, lambda date: bool(view.sessions_on(date))):
        return False
    closed = any(map(view.brief.availability.blacked_out, _days_before(first)))
    return closed or any(other.sessions for other in reversed(view.weeks) if other.end < first)


def is_light(week: Week, view: View) -> bool:
    """Whether a week is laid out lighter than others of its phase: a deload, or one with a race on the way."""
    races = [event.date for event in view.brief.events if event.priority is Priority.B]
    return week.deload or any(map(week.holds, races))


def measures(mesocycle: Mesocycle, view: View) -> frozenset[dt.date]:
    """Return the first days of the weeks by which others may be measured: whole, with sets, and light for no reason.

    Not a phase's first week, nor a deload, nor one with a race on the way, nor the first after a break.
    """
    return view.once(_measures, mesocycle)


def _measures(mesocycle: Mesocycle, view: View) -> frozenset[dt.date]:
    if not mesocycle.phase.builds:
        return frozenset()
    return frozenset(
        week.start
        for before, week in pairwise(view.weeks_of(mesocycle))
        if view.is_whole(week)
        and sets_of(week) > 0
        and not is_light(week, view)
        and (_is_near(before, week) or not is_back(week, view))
    )


def _is_near(before: Week, week: Week) -> bool:
    """Whether the week before holds a session so late that there is no break."""
    first = min([session.date.toordinal() for session in week.sessions])
    return any(first - session.date.toordinal() <= evidence.BREAK_DAYS.value for session in before.sessions)


def is_measure(week: Week, view: View) -> bool:
    """Whether others may be measured by a week; see `measures`."""
    mesocycle = view.mesocycle_of(week.start)
    return mesocycle is not None and week.start in measures(mesocycle, view)


def sets_of(week: Week) -> int:
    """Count a week's sets; those of trunk sessions outside the dose stand apart."""
    return sum([session.tally.sets for session in dealt(week)])


def dealt(week: Week) -> list[Session]:
    """Return a week's sessions but for those outside the dose."""
    return [session for session in week.sessions if session.units]


def is_missed(week: Week, view: View) -> bool:
    """Whether closed days left a week without a session."""
    return not week.sessions and not view.is_whole(week)


def has_single_sets(week: Week) -> bool:
    """Whether no line of a week has more than one set, so that less would be no session."""
    return all(line.sets <= 1 for session in week.sessions if session.units for line in session.exercises)
