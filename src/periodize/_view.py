"""Questions about a plan that rules ask, so that no rule walks the plan itself."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import attrs

from periodize import _dates
from periodize._model import Focus, Run, Session, Week
from periodize._units import DAY_MINUTES
from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from periodize._catalogue import Catalogue
    from periodize._model import Availability, Brief, Event, Mesocycle, Plan
    from periodize._timeline import Timeline

Item = Run | Session
_WHOLE_WEEK = 7


def moment(item: Item) -> int:
    """Return when an item starts, in minutes from a fixed day."""
    return item.date.toordinal() * DAY_MINUTES + item.start_minute


def order(item: Item) -> tuple[int, bool, str]:
    """Order items by their start; a run comes before a session that starts at the same time."""
    return (moment(item), isinstance(item, Session), item.id)


def hours_between(earlier: Item, later: Item) -> float:
    """Return the hours from the end of one item to the start of another; negative where they overlap."""
    end = earlier.date.toordinal() * DAY_MINUTES + earlier.end_minute
    return (moment(later) - end) / 60


def _with_runs(week: Week, runs: Mapping[dt.date, Sequence[Run]]) -> Week:
    """Give a week of the timeline the runs that a finished plan's week holds."""
    dates = _dates.dates_from(week.start, week.end)
    return attrs.evolve(week, runs=tuple(run for date in dates for run in runs.get(date, ())))


@attrs.frozen
class Totals:
    """What a week's sessions add up to.

    Attributes:
        sessions: how many, `core` extras left out.
        units: a full session counts two, a mini one counts one.
        minutes: of all sessions.
        sets: of all prescriptions.
    """

    sessions: int
    units: int
    minutes: int
    sets: int


class View:
    """A plan, or while placing the facts of one, with what rules ask about it.

    While placing there is no plan yet: a steering rule's view holds the brief, the weeks with their phases, and the
    runs; sessions reach the rule through its arguments. Asking for more raises `ConfigError`.

    Rules ask `availability` when there is time. It is the brief's, except while a conflict is sought: then a part of
    it may be waived, and what each week owes still follows from the brief.
    """

    def __init__(
        self,
        brief: Brief,
        timeline: Timeline,
        mesocycles: Sequence[Mesocycle],
        weeks: Sequence[Week],
        runs: Mapping[dt.date, Sequence[Run]],
        catalogue: Catalogue,
        plan: Plan | None = None,
        *,
        availability: Availability | None = None,
    ) -> None:
        self.brief = brief
        self.availability = availability or brief.availability
        self.timeline = timeline
        self.mesocycles = tuple(mesocycles)
        self.weeks = tuple(weeks) if plan is not None else tuple(_with_runs(week, runs) for week in weeks)
        self.catalogue = catalogue
        self._runs = runs
        self._open_days: dict[tuple[dt.date, dt.date], int] = {}
        self._plan = plan
        self._week_starts = [week.start for week in self.weeks]
        self._sessions: dict[dt.date, list[Session]] = {}
        for session in plan.sessions if plan is not None else ():
            self._sessions.setdefault(session.date, []).append(session)

    @property
    def plan(self) -> Plan:
        """The plan."""
        if self._plan is None:
            message = (
                "a rule that steers placement reads the plan, but there is none yet"
                "\nmaybe take the sessions from the arguments, or set reads='exercises' in the rule's meta"
            )
            raise ConfigError(message)
        return self._plan

    def without_blackouts(self) -> View:
        """Return the same facts with no day closed by a blackout."""
        availability = attrs.evolve(self.availability, blackout=())
        return View(
            attrs.evolve(self.brief, availability=availability),
            self.timeline,
            self.mesocycles,
            self.weeks,
            self._runs,
            self.catalogue,
            self._plan,
        )

    @property
    def event(self) -> Event:
        """The event that the season is built for."""
        return self.brief.target

    @property
    def runs(self) -> Iterator[Run]:
        """All runs, in order of date and time."""
        for date in sorted(self._runs):
            yield from self._runs[date]

    def runs_on(self, date: dt.date) -> tuple[Run, ...]:
        """Return the runs of a date, in order of time."""
        return tuple(self._runs.get(date, ()))

    def sessions_on(self, date: dt.date) -> tuple[Session, ...]:
        """Return the sessions of a date, in order of time."""
        _ = self.plan  # there is none while placing
        return tuple(self._sessions.get(date, ()))

    def week_of(self, item: Item | dt.date) -> Week | None:
        """Return the week that holds an item or a date; None outside every week."""
        date = item if isinstance(item, dt.date) else item.date
        index = bisect_right(self._week_starts, date)
        # The last that has begun, unless weeks overlap; none that began seven days before still holds the date.
        begun = self.weeks[bisect_right(self._week_starts, _dates.days_after(date, -_WHOLE_WEEK)) : index]
        return next((week for week in begun if week.holds(date)), None)

    def mesocycle_of(self, date: dt.date) -> Mesocycle | None:
        """Return the mesocycle that holds a date; None outside every one."""
        return next((mesocycle for mesocycle in self.mesocycles if mesocycle.holds(date)), None)

    def weeks_of(self, mesocycle: Mesocycle) -> tuple[Week, ...]:
        """Return the weeks whose first day lies in a mesocycle."""
        first = bisect_left(self._week_starts, mesocycle.start)
        last = bisect_right(self._week_starts, mesocycle.end)
        return self.weeks[first:last]

    def before(self, item: Item, hours: float) -> tuple[Item, ...]:
        """Return the runs and sessions that end within some hours before an item starts, in order."""
        return tuple(
            other
            for other in self._near(item, hours)
            if order(other) < order(item) and hours_between(other, item) <= hours
        )

    def after(self, item: Item, hours: float) -> tuple[Item, ...]:
        """Return the runs and sessions that start within some hours after an item ends, in order."""
        return tuple(
            other
            for other in self._near(item, hours)
            if order(other) > order(item) and hours_between(item, other) <= hours
        )

    def _near(self, item: Item, hours: float) -> list[Item]:
        days = int(hours // 24) + 2
        items: list[Item] = []
        for offset in range(-days, days + 1):
            date = dt.date.fromordinal(item.date.toordinal() + offset)
            items += self._runs.get(date, ())
            items += self.sessions_on(date)
        return sorted(items, key=order)

    def totals(self, week: Week) -> Totals:
        """Add up a week's sessions."""
        dealt = [session for session in week.sessions if session.focus is not Focus.CORE]
        return Totals(
            sessions=len(dealt),
            units=sum(session.units for session in dealt),
            minutes=sum(session.minutes for session in week.sessions),
            sets=sum(line.sets for session in week.sessions for line in session.exercises),
        )

    def open_days(self, week: Week) -> int:
        """Count a week's days in the season that no blackout closes."""
        days = (week.start, week.end)
        if days not in self._open_days:  # asked for every choice of a week's sessions
            closed = self.brief.availability.blacked_out
            self._open_days[days] = sum(not closed(date) for date in _dates.dates_from(*days))
        return self._open_days[days]

    def is_closed_in_part(self, week: Week) -> bool:
        """Whether a blackout closes a day of a week."""
        return self.open_days(week) < week.days

    def is_whole(self, week: Week) -> bool:
        """Whether a week has seven days in the season, before the event, none closed by a blackout."""
        return week.end < self.event.date and self.open_days(week) == _WHOLE_WEEK

    def owed(self, week: Week) -> int:
        """Return the sessions that a week owes: the dose, or a broken week's share; none outside building phases."""
        if not week.phase.builds:
            return 0
        return self.brief.dose.sessions * self.open_days(week) // 7

    def loading(self, week: Week) -> bool:
        """Whether a week loads: it belongs to adaptation, strength, power or endurance and is no deload."""
        return week.phase.builds and not week.deload
