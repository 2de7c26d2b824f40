"""Questions about a plan that rules ask, so that no rule walks the plan itself."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from periodize import _dates
from periodize._model import Focus, Mesocycle, Run, Session, Week
from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from periodize._catalogue import Catalogue
    from periodize._model import Availability, Brief, Plan
    from periodize._timeline import Timeline

Item = Run | Session
_WHOLE_WEEK = 7
_I = TypeVar("_I", Run, Session)
_K = TypeVar("_K", bound=Hashable)
_S = TypeVar("_S", Week, Mesocycle)
_T = TypeVar("_T")


def order(item: Item) -> tuple[int, bool, str]:
    """Order items by their start; a run comes before a session that starts at the same time."""
    return (item.moment, isinstance(item, Session), item.id)


def end_of(item: Item) -> int:
    """Return when an item ends, in minutes from a fixed day."""
    return item.moment + item.end_minute - item.start_minute


def hours_between(earlier: Item, later: Item) -> float:
    """Return the hours from the end of one item to the start of another; negative where they overlap."""
    return (later.moment - end_of(earlier)) / 60


class Row(Generic[_I]):
    """Items in order of their start, with starts and ends in minutes from a fixed day."""

    def __init__(self, items: Sequence[_I]) -> None:
        self.items: Sequence[_I] = items
        self.longest = max([item.end_minute - item.start_minute for item in items], default=0)
        self.starts = [item.moment for item in items]
        self.ends = [item.moment + item.end_minute - item.start_minute for item in items]

    def between(self, first: int, last: int) -> Sequence[_I]:
        """Return the items that start from one minute to another, both included."""
        return self.items[bisect_left(self.starts, first) : bisect_right(self.starts, last)]


class _Stretches(Generic[_S]):
    """Weeks or mesocycles in order; other people's may overlap."""

    def __init__(self, items: tuple[_S, ...]) -> None:
        self.items: tuple[_S, ...] = items
        self.starts = [item.start for item in items]
        self.apart = all(one.end < other.start for one, other in pairwise(items))

    def at(self, date: dt.date) -> _S | None:
        """Return the first that holds a date."""
        if not self.apart:
            return next((item for item in self.items if item.holds(date)), None)
        index = bisect_right(self.starts, date)
        item = self.items[index - 1] if index else None
        return item if item is not None and date <= item.end else None


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
        self.event = brief.target
        self.availability = availability or brief.availability
        self.timeline = timeline
        self.mesocycles = tuple(mesocycles)
        self.weeks = tuple(weeks) if plan is not None else tuple(_with_runs(week, runs) for week in weeks)
        self.catalogue = catalogue
        self._runs = runs
        self._dose_sessions = brief.dose.sessions
        self._plan = plan
        self._cycle_at = _Stretches(self.mesocycles)
        self._week_at = _Stretches(self.weeks)
        self._open_days: dict[tuple[dt.date, dt.date], int] = {}
        self._answers: dict[tuple[object, object], Any] = {}

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self._finished()

    def _finished(self) -> Plan:
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

    @cached_property
    def run_row(self) -> Row[Run]:
        """All runs, in order of date and time, with their starts and ends."""
        return Row([run for date in sorted(self._runs) for run in self._runs[date]])

    @property
    def runs(self) -> Sequence[Run]:
        """All runs, in order of date and time."""
        return self.run_row.items

    @cached_property
    def _sessions(self) -> dict[dt.date, list[Session]]:
        found: dict[dt.date, list[Session]] = {}
        for session in self._finished().sessions:  # there is no plan while placing
            found.setdefault(session.date, []).append(session)
        return found

    def once(self, ask: Callable[[_K, View], _T], about: _K) -> _T:
        """Return what a function says about a value, asked only the first time for each value.

        Make it a function of a module, and the value one of few words: it is looked up by its hash.
        """
        key = (ask, about)
        try:
            answer: _T = self._answers[key]
        except KeyError:
            answer = self._answers[key] = ask(about, self)
        return answer

    def runs_on(self, date: dt.date) -> tuple[Run, ...]:
        """Return the runs of a date, in order of time."""
        return tuple(self._runs.get(date, ()))

    def sessions_on(self, date: dt.date) -> tuple[Session, ...]:
        """Return the sessions of a date, in order of time."""
        return tuple(self._sessions.get(date, ()))

    def week_of(self, item: Item | dt.date) -> Week | None:
        """Return the week that holds an item or a date; None outside every week."""
        return self._week_at.at(item if isinstance(item, dt.date) else item.date)

    def is_in_season(self, date: dt.date) -> bool:
        """Whether a week holds a date."""
        return self._week_at.at(date) is not None

    def mesocycle_of(self, date: dt.date) -> Mesocycle | None:
        """Return the mesocycle that holds a date; None outside every one."""
        return self._cycle_at.at(date)

    def weeks_of(self, mesocycle: Mesocycle) -> tuple[Week, ...]:
        """Return the weeks whose first day lies in a mesocycle."""
        starts = self._week_at.starts
        return self._week_at.items[bisect_left(starts, mesocycle.start) : bisect_right(starts, mesocycle.end)]

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
            sets=sum(session.tally.sets for session in week.sessions),
        )

    def open_days(self, week: Week) -> int:
        """Count a week's days in the season that no blackout closes."""
        if not self.brief.availability.blackout:
            return week.days
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
        return self._dose_sessions * self.open_days(week) // _WHOLE_WEEK

    def loading(self, week: Week) -> bool:
        """Whether a week loads: it belongs to adaptation, strength, power or endurance and is no deload."""
        return week.phase.builds and not week.deload
