"""A check that goes on: findings kept by what they are about, and asked for again only where an edit can reach."""

from __future__ import annotations

import datetime as dt
import operator
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

import attrs

from periodize import _catalogue
from periodize._engine._check import Places, finding_of, place_of, reported, runs_by_date
from periodize._engine._round import Raw, Round, reads_season
from periodize._engine._rule import Shape
from periodize._engine._rule_set import RuleSet
from periodize._engine._weights import Weights
from periodize._model import Phase, Plan, Session
from periodize._timeline import lay_out
from periodize._units import DAY_MINUTES, expect
from periodize._view import Row, View

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from periodize._catalogue import Catalogue
    from periodize._findings import Finding, Report
    from periodize._model import Edit, Mesocycle, Run, Week
    from periodize._timeline import Timeline
    from periodize._view import Item

P = ParamSpec("P")
T = TypeVar("T")
_Unit = tuple[str, object]
_Spans = tuple[tuple[int, int], ...]
"""Days, as ordinals: firsts and lasts."""
_KINDS = ("session", "week", "season", "mesocycle", "plan")
_EVER: _Spans = ((0, dt.date.max.toordinal()),)


class _Kept(NamedTuple):
    """What was found about something, and the days whose sessions were looked at for it, beyond what was asked about.

    A finding is None where its rule is ignored.
    """

    found: list[tuple[Raw, Finding | None]]
    seen: _Spans


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
    _weights: Weights
    _places: Places
    _report: Report
    _kept: dict[_Unit, _Kept]

    def __init__(self, plan: Plan, *, rules: RuleSet | None = None) -> None:
        self._rules = RuleSet.default() if rules is None else rules
        expect("rules", self._rules, RuleSet)
        expect("plan", plan, Plan)
        self._catalogue = _catalogue.load()
        self._templates: dict[str, set[str]] = {}
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
        days = {session.date.toordinal() for session in (*gone, *(after[name] for name in fresh))}
        weeks = set()
        for index, (week, was) in enumerate(zip(plan.weeks, old.weeks, strict=True)):
            if week is not was:
                weeks.add(index)
                days.update(range(week.start.toordinal(), week.end.toordinal() + 1))
        self._plan = plan
        self._look_at(self._view.after_edit(plan, days))
        for session in gone:
            self._kept.pop(("session", session.id), None)
        readers = self._readers(days)
        self._ask_sessions({name for kind, name in readers if kind == "session"} | fresh | self._within_reach(days))
        self._ask_weeks({name for kind, name in readers if kind == "week"} | weeks)
        self._ask_mesocycles(name for kind, name in readers if kind == "mesocycle")
        phases = {session.phase for session in (*gone, *(after[name] for name in fresh))}
        self._ask_plan((name for kind, name in readers if kind == "plan"), phases)
        self._say()
        return self._report

    def _begin(self, plan: Plan) -> None:
        self._plan = plan
        self._runs = runs_by_date(plan)
        self._look_at(_Watching(plan, lay_out(plan.brief), self._runs, self._catalogue))
        self._kept = {}
        self._ask_sessions({session.id for session in plan.sessions})
        self._ask_weeks(range(len(plan.weeks)))
        for number, cycle in enumerate(plan.mesocycles):
            self._keep(("season", number), self._round.mesocycle(cycle, season=True))
        self._ask_mesocycles(range(len(plan.mesocycles)))
        self._ask_plan(range(len(self._rules.of_shape(Shape.PLAN))))
        self._say()

    # What an edit can reach

    def _within_reach(self, days: Collection[int]) -> set[object]:
        """Return the sessions that come so soon after one on these days that a rule about the two can speak."""
        if not self._rules.routes.reach:
            return set()
        far = int(self._rules.routes.reach // DAY_MINUTES) + 2
        near = {day + offset for day in days for offset in range(far + 1)}
        return {session.id for session in self._plan.sessions if session.date.toordinal() in near}

    def _readers(self, days: Collection[int]) -> list[_Unit]:
        """Return what was judged by looking at sessions of these days, beyond what was asked about."""
        first, last = min(days, default=0), max(days, default=-1)
        return [
            unit
            for unit, (_, seen) in self._kept.items()
            if any(
                begins <= last and ends >= first and any(begins <= day <= ends for day in days) for begins, ends in seen
            )
        ]

    # Asking

    def _ask_sessions(self, names: Collection[object]) -> None:
        row = Row(self._plan.sessions)
        for index, session in enumerate(self._plan.sessions):
            if session.id in names:
                self._keep(("session", session.id), self._round.session(session, row, index))

    def _ask_weeks(self, numbers: Iterable[Any]) -> None:
        for number in numbers:
            self._keep(("week", number), self._round.week(self._plan.weeks[number]))

    def _ask_mesocycles(self, numbers: Iterable[Any]) -> None:
        for number in numbers:
            self._keep(("mesocycle", number), self._round.mesocycle(self._plan.mesocycles[number]))

    def _ask_plan(self, numbers: Iterable[Any], changed: Collection[Phase] = tuple(Phase)) -> None:
        """Ask rules about the plan, where sessions of some phases changed."""
        rules = self._rules.of_shape(Shape.PLAN)
        for number in numbers:
            only = rules[number].meta.only
            if only is not None and only.phases and not set(only.phases).intersection(changed):
                continue
            self._keep(("plan", number), self._round.plan(rules[number]), season=reads_season(rules[number]))

    def _keep(self, unit: _Unit, raws: list[Raw], *, season: bool = False) -> None:
        """Keep what was found about something, where something was found or looked at."""
        seen = self._view.taken()
        if unit[0] == "season" or season:
            seen = ()
        self._kept.pop(unit, None)
        if raws or seen:
            self._kept[unit] = _Kept([(raw, finding_of(raw, self._weights, self._places)) for raw in raws], seen)
            self._view.taken()

    def _look_at(self, view: _Watching) -> None:
        """Ask of a view from now on."""
        self._view = view
        self._round = Round(self._rules.routes, view)
        self._weights, self._places = Weights(self._rules, view), Places(self._plan, view, self._templates)

    def _say(self) -> None:
        plan = self._plan
        indexes = {id(session): index for index, session in enumerate(plan.sessions)}
        found: list[Finding] = []
        for kept in self._found():
            for number, (raw, said) in enumerate(kept):
                item = place_of(raw)
                if said is not None and isinstance(item, Session):
                    index = indexes.get(id(item))
                    pointer = "" if index is None else f"/sessions/{index}"
                    if pointer != said.where.pointer:
                        where = attrs.evolve(said.where, pointer=pointer)
                        kept[number] = (raw, attrs.evolve(said, where=where))
            found += [finding for _, finding in kept if finding is not None]
        self._report = reported(plan, self._rules, found, self._view)

    def _found(self) -> list[list[tuple[Raw, Finding | None]]]:
        """Return what was found, in the order in which a check asks, as of a place the first finding stands."""
        numbers: dict[object, int] = {session.id: number for number, session in enumerate(self._plan.sessions)}
        found = [(unit, kept.found) for unit, kept in self._kept.items() if kept.found]
        found.sort(key=lambda item: (_KINDS.index(item[0][0]), numbers.get(item[0][1], item[0][1])))
        return [kept for _, kept in found]


def _same_facts(one: Plan, other: Plan) -> bool:
    """Whether two plans differ in their sessions and waivers at most; runs and mesocycles are the same objects then."""
    if one.brief != other.brief or one.conflict != other.conflict or len(one.weeks) != len(other.weeks):
        return False
    for items, others in ((one.runs, other.runs), (one.mesocycles, other.mesocycles)):
        if items is not others and (len(items) != len(others) or any(map(operator.is_not, items, others))):
            return False
    return all(
        week is was or week.with_sessions(()) == was.with_sessions(())
        for was, week in zip(one.weeks, other.weeks, strict=True)
    )


class _Watching(View):
    """A view that notes which days' sessions were looked at, so that an edit of them can be told from others."""

    def __init__(
        self, plan: Plan, timeline: Timeline, runs: Mapping[dt.date, Sequence[Run]], catalogue: Catalogue
    ) -> None:
        self._spans: list[tuple[int, int]] = []
        self._all = False
        self._seen_for: dict[tuple[object, object], _Spans] = {}
        super().__init__(plan.brief, timeline, plan.mesocycles, plan.weeks, runs, catalogue, plan)

    def after_edit(self, plan: Plan, days: Collection[int]) -> _Watching:
        """Return the view of an edited plan, with the answers for which no session of these days was looked at."""
        view = _Watching(plan, self.timeline, self._runs, self.catalogue)
        view.run_row = self.run_row
        for key, seen in self._seen_for.items():
            if not any(begins <= day <= ends for begins, ends in seen for day in days):
                view._seen_for[key] = seen  # its own class
                view._answers[key] = self._answers[key]  # its own class
        return view

    def taken(self) -> _Spans:
        """Return the days that were looked at since the last time."""
        seen = _EVER if self._all else tuple(self._spans)
        self._spans, self._all = [], False
        return seen

    def once(self, ask: Callable[[Any, View], T], about: Any) -> T:
        """Note what is looked at for an answer, each time that it is given."""
        before, everything = self._spans, self._all
        self._spans, self._all = [], False
        answer = super().once(ask, about)
        seen = self._seen_for.setdefault((ask, about), self.taken())
        self._spans, self._all = [*before, *seen], everything
        return answer

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
        self._spans.append((date.toordinal(), date.toordinal()))
        return super().sessions_on(date)

    def week_of(self, item: Item | dt.date) -> Week | None:
        """Note the days of the week."""
        week = super().week_of(item)
        if week is not None:
            self._spans.append((week.start.toordinal(), week.end.toordinal()))
        return week

    def weeks_of(self, mesocycle: Mesocycle) -> tuple[Week, ...]:
        """Note the days of the weeks."""
        weeks = super().weeks_of(mesocycle)
        self._spans += [(week.start.toordinal(), week.end.toordinal()) for week in weeks]
        return weeks
