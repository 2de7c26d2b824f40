"""A check that goes on: findings kept by what they are about, and asked for again only where an edit can reach."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from periodize import _catalogue
from periodize._dates import dates_from, days_after
from periodize._engine._check import Places, finding_of, reported, runs_by_date
from periodize._engine._round import Raw, Round
from periodize._engine._rule import Shape
from periodize._engine._rule_set import RuleSet
from periodize._engine._weights import Weights
from periodize._model import Plan
from periodize._timeline import lay_out
from periodize._units import DAY_MINUTES, LAST_YEAR, expect
from periodize._view import Row, View

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from periodize._catalogue import Catalogue
    from periodize._findings import Report
    from periodize._model import Edit, Mesocycle, Run, Session, Week
    from periodize._timeline import Timeline
    from periodize._view import Item

P = ParamSpec("P")
T = TypeVar("T")
_Unit = tuple[str, object]
_NOTHING: frozenset[dt.date] = frozenset()


class Checker:
    """Checks a plan once, and then again after each edit what the edit can have changed.

    A rule about a session or a pair is asked again where that session changed or one within the rule's reach; a rule
    about a week, a mesocycle or the plan where sessions changed that it looked at. What `report` says is what `check`
    would say.

    Args:
        plan: the plan to begin with.
        rules: what judges it; the default set if left out.

    Raises:
        UnknownRuleError: waivers of the plan name rules that there are not.

    >>> import periodize as pz
    >>> race = pz.Event("City 10", "2027-04-18", distance_km=10)
    >>> season = pz.plan(pz.Brief(events=(race,), start="12 weeks before", runs="Tue 07:00 easy"))
    >>> checker = pz.Checker(season)
    >>> checker.report.ok, checker.apply(pz.Move("w3-1", "2027-02-09", time="06:00")).ok
    (True, False)
    """

    _plan: Plan
    _runs: Mapping[dt.date, Sequence[Run]]
    _view: _Watching
    _round: Round
    _report: Report

    def __init__(self, plan: Plan, *, rules: RuleSet | None = None) -> None:
        self._rules = RuleSet.default() if rules is None else rules
        expect("rules", self._rules, RuleSet)
        expect("plan", plan, Plan)
        self._catalogue = _catalogue.load()
        self._begin(plan)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def report(self) -> Report:
        """What is found in it."""
        return self._report

    def apply(self, *edits: Edit | Mapping[str, Any]) -> Report:
        """Make edits in order, and return what is found then; see `Plan.apply`.

        Raises:
            UnknownSessionError: an edit names a session that is not there; the plan stays as it was.
            DecodeError: an edit has the wrong shape; the plan stays as it was.
        """
        return self.update(self._plan.apply(*edits))

    def update(self, plan: Plan) -> Report:
        """Take another plan for this one, and return what is found in it.

        Sessions are compared by their ids; where brief, runs, weeks or mesocycles differ, all is asked anew.
        """
        expect("plan", plan, Plan)
        old = self._plan
        if not _same_facts(old, plan):
            self._begin(plan)
            return self._report
        before = {session.id: session for session in old.sessions}
        after = {session.id: session for session in plan.sessions}
        fresh = {session.id for session in plan.sessions if before.get(session.id) is not session}
        gone = [session for session in old.sessions if after.get(session.id) is not session]
        weeks = {index for index, (week, was) in enumerate(zip(plan.weeks, old.weeks, strict=True)) if week is not was}
        moved = {session.date for session in gone} | {after[name].date for name in fresh}
        days = moved.union(day for index in weeks for day in dates_from(plan.weeks[index].start, plan.weeks[index].end))
        self._plan, self._view = plan, _Watching(plan, self._view.timeline, self._runs, self._catalogue)
        self._round.view = self._view
        for session in gone:
            self._keep(("session", session.id), [], _NOTHING)
        self._ask_sessions(fresh | self._within_reach(moved) | self._readers("session", days))
        self._ask_weeks(weeks | self._readers("week", days))
        self._ask_mesocycles(self._readers("mesocycle", days))
        self._ask_plan(self._readers("plan", days))
        self._say()
        return self._report

    def _begin(self, plan: Plan) -> None:
        self._plan = plan
        self._runs = runs_by_date(plan)
        self._view = _Watching(plan, lay_out(plan.brief), self._runs, self._catalogue)
        self._round = Round(self._rules.routes, self._view)
        self._found: dict[_Unit, list[Raw]] = {}
        self._seen: dict[_Unit, frozenset[dt.date] | None] = {}
        self._ask_sessions({session.id for session in plan.sessions})
        self._ask_weeks(set(range(len(plan.weeks))))
        self._ask_mesocycles(set(range(len(plan.mesocycles))))
        self._ask_plan(set(range(len(self._rules.of_shape(Shape.PLAN)))))
        self._say()

    # What an edit can reach

    def _within_reach(self, days: Collection[dt.date]) -> set[object]:
        """Return the sessions that come so soon after one on these days that a rule about the two can speak."""
        if not self._rules.routes.reach:
            return set()
        far = int(self._rules.routes.reach // DAY_MINUTES) + 2
        near = {days_after(day, offset) for day in days for offset in range(far + 1) if day.year < LAST_YEAR}
        return {session.id for session in self._plan.sessions if session.date in near}

    def _readers(self, kind: str, days: Collection[dt.date]) -> set[Any]:
        """Return what was judged by looking at sessions of these days, beyond what was asked about."""
        return {
            name
            for (about, name), seen in self._seen.items()
            if about == kind and (seen is None or not seen.isdisjoint(days))
        }

    # Asking

    def _ask_sessions(self, names: Collection[object]) -> None:
        sessions = self._plan.sessions
        row = Row(sessions)
        for index, session in enumerate(sessions):
            if session.id in names:
                self._keep(("session", session.id), self._round.session(session, row, index), self._view.taken())

    def _ask_weeks(self, numbers: Collection[int]) -> None:
        for number in numbers:
            raws = self._round.week(self._plan.weeks[number])
            self._keep(("week", number), raws, self._view.taken())

    def _ask_mesocycles(self, numbers: Collection[int]) -> None:
        for number in numbers:
            raws = self._round.mesocycle(self._plan.mesocycles[number])
            self._keep(("mesocycle", number), raws, self._view.taken())

    def _ask_plan(self, numbers: Collection[int]) -> None:
        rules = self._rules.of_shape(Shape.PLAN)
        for number in numbers:
            raws = self._round.plan(rules[number])
            self._keep(("plan", number), raws, self._view.taken())

    def _keep(self, unit: _Unit, raws: list[Raw], seen: frozenset[dt.date] | None) -> None:
        """Keep what was found about something, and the days whose sessions were looked at; None is all of them."""
        self._found.pop(unit, None)
        self._seen.pop(unit, None)
        if raws:
            self._found[unit] = raws
        if seen is None or seen:
            self._seen[unit] = seen

    def _say(self) -> None:
        plan = self._plan
        weights, places = Weights(self._rules, self._view), Places(plan, self._view)
        units: list[_Unit] = [("session", session.id) for session in plan.sessions]
        units += [("week", index) for index in range(len(plan.weeks))]
        units += [("mesocycle", index) for index in range(len(plan.mesocycles))]
        units += [("plan", index) for index in range(len(self._rules.of_shape(Shape.PLAN)))]
        raws = (raw for unit in units for raw in self._found.get(unit, ()))
        found = (finding_of(raw, weights, places) for raw in raws)
        self._report = reported(plan, self._rules, (item for item in found if item is not None), self._view)


def _same_facts(one: Plan, other: Plan) -> bool:
    """Whether two plans differ in their sessions and waivers at most; runs and mesocycles are the same objects then."""
    shared = zip((*one.runs, *one.mesocycles), (*other.runs, *other.mesocycles), strict=False)
    counts = [(len(plan.runs), len(plan.mesocycles)) for plan in (one, other)]
    if one.brief != other.brief or counts[0] != counts[1] or any(item is not same for item, same in shared):
        return False
    weeks = zip(one.weeks, other.weeks, strict=False)
    return len(one.weeks) == len(other.weeks) and all(
        week is was or week.with_sessions(()) == was.with_sessions(()) for was, week in weeks
    )


class _Watching(View):
    """A view that notes which days' sessions were looked at, so that an edit of them can be told from others."""

    def __init__(
        self, plan: Plan, timeline: Timeline, runs: Mapping[dt.date, Sequence[Run]], catalogue: Catalogue
    ) -> None:
        self._days: set[dt.date] = set()
        self._all = False
        super().__init__(plan.brief, timeline, plan.mesocycles, plan.weeks, runs, catalogue, plan)

    def taken(self) -> frozenset[dt.date] | None:
        """Return the days that were looked at since the last time; None is all of them."""
        seen = None if self._all else frozenset(self._days)
        self._days, self._all = set(), False
        return seen

    @property
    def plan(self) -> Plan:
        """The plan: whoever asks for it may look at every session."""
        self._all = True
        return super().plan

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks: whoever asks for them may look at every session."""
        self._all = True
        return self._weeks

    @weeks.setter
    def weeks(self, weeks: tuple[Week, ...]) -> None:
        self._weeks = weeks

    def sessions_on(self, date: dt.date) -> tuple[Session, ...]:
        """Note the date."""
        self._days.add(date)
        return self._narrowly(super().sessions_on, date)

    def week_of(self, item: Item | dt.date) -> Week | None:
        """Note the days of the week."""
        week = self._narrowly(super().week_of, item)
        if week is not None:
            self._days.update(dates_from(week.start, week.end))
        return week

    def weeks_of(self, mesocycle: Mesocycle) -> tuple[Week, ...]:
        """Note the days of the weeks."""
        weeks = self._narrowly(super().weeks_of, mesocycle)
        for week in weeks:
            self._days.update(dates_from(week.start, week.end))
        return weeks

    def _near(self, item: Item, hours: float) -> list[Item]:
        return self._narrowly(super()._near, item, hours)

    def _narrowly(self, look: Callable[P, T], *about: P.args, **more: P.kwargs) -> T:
        """Look at something that needs no more than what is noted of it."""
        before = self._all
        found = look(*about, **more)
        self._all = before
        return found
