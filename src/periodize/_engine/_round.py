"""Who asks which rule about what: each session, week, mesocycle and pair once, and only rules that can have a say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from periodize._engine._rule import Shape, complain
from periodize._model import Run, RunKind, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from periodize._engine._rule import Rule
    from periodize._model import Event, Mesocycle, Phase, Week
    from periodize._view import Item, Row, View

_HOUR = 60
Asked = tuple[Any, ...]
_Asking = tuple[Any, Callable[..., Any]]
"""A rule and its method."""


class Raw(NamedTuple):
    """What a rule yielded, and what it was asked about: the last of them is the place."""

    rule: Any
    hit: Any
    asked: Asked


class _PairRule(NamedTuple):
    rule: Any
    ask: Callable[..., Any]
    reach: float


class _Route(NamedTuple):
    """The rules that can have a say about sessions of one class."""

    alone: list[_Asking]
    near_events: list[_Asking]
    after_runs: dict[RunKind, list[_PairRule]]
    before_runs: dict[RunKind, list[_PairRule]]
    sessions: list[_PairRule]
    back: float
    ahead: float


class Routes:
    """Which rules of a set can have a say about what; worked out once for each class of sessions and each phase."""

    def __init__(self, shapes: Mapping[Shape, Sequence[Rule]]) -> None:
        self._session_rules = _any(shapes[Shape.SESSION])
        self._week_rules = _any(shapes[Shape.WEEK])
        self._mesocycle_rules = _any(shapes[Shape.MESOCYCLE])
        pairs = _any(shapes[Shape.PAIR])
        self._after_runs = [rule for rule in pairs if rule.pair == (Run, Session)]
        self._before_runs = [rule for rule in pairs if rule.pair == (Session, Run)]
        self._of_sessions = [rule for rule in pairs if rule.pair == (Session, Session)]
        self.reach = max((rule.reach_hours for rule in self._of_sessions), default=0) * _HOUR
        self._near_events = [rule for rule in self._session_rules if hasattr(rule, "reach_days")]
        self._sessions: dict[tuple[object, ...], _Route] = {}
        self._weeks: dict[Phase, list[_Asking]] = {}
        self._mesocycles: dict[tuple[Phase, bool], list[_Asking]] = {}

    def session(self, session: Session) -> _Route:
        """Return the rules for sessions like one."""
        kind = (session.phase, session.form, session.focus, session.heavy)
        route = self._sessions.get(kind)
        if route is None:
            route = self._sessions[kind] = self._route(session)
        return route

    def days_near(self, events: Iterable[Event]) -> set[int]:
        """Return the days, as ordinals, on which rules of the days around events can have a say."""
        before = max((rule.reach_days[0] for rule in self._near_events), default=0)
        after = max((rule.reach_days[1] for rule in self._near_events), default=0)
        days = [event.date.toordinal() for event in events]
        return {day for event in days for day in range(event - before, event + after + 1)}

    def week(self, phase: Phase) -> list[_Asking]:
        """Return the rules for weeks of a phase."""
        if phase not in self._weeks:
            self._weeks[phase] = [(rule, rule.check_week) for rule in self._week_rules if _may(rule, phase)]
        return self._weeks[phase]

    def mesocycle(self, phase: Phase, *, season: bool) -> list[_Asking]:
        """Return the rules for mesocycles of a phase: those that look at no session, or the others."""
        key = (phase, season)
        if key not in self._mesocycles:
            rules = [rule for rule in self._mesocycle_rules if _may(rule, phase) and reads_season(rule) is season]
            self._mesocycles[key] = [(rule, rule.check_mesocycle) for rule in rules]
        return self._mesocycles[key]

    def _route(self, session: Session) -> _Route:
        def of_runs(rules: Iterable[Any]) -> dict[RunKind, list[_PairRule]]:
            having = [rule for rule in rules if fits(rule, session)]
            found = {
                kind: [_pair_rule(rule) for rule in having if rule.meta.only is None or rule.meta.only.run(kind)]
                for kind in RunKind
            }
            return {kind: some for kind, some in found.items() if some}

        alone = [rule for rule in self._session_rules if fits(rule, session)]
        near = [rule for rule in alone if rule in self._near_events]
        after, before = of_runs(self._after_runs), of_runs(self._before_runs)
        return _Route(
            [(rule, rule.check_session) for rule in alone if rule not in near],
            [(rule, rule.check_session) for rule in near],
            after,
            before,
            [_pair_rule(rule) for rule in self._of_sessions if fits(rule, session)],
            max((item.reach for some in after.values() for item in some), default=0),
            max((item.reach for some in before.values() for item in some), default=0),
        )


class Round:
    """Asks the rules of a set about the items of a plan."""

    def __init__(self, routes: Routes, view: View) -> None:
        self.view = view
        self.routes = routes
        self._days_near_events = routes.days_near(view.brief.events)

    def session(self, session: Session, row: Row[Session], index: int) -> list[Raw]:
        """Ask about one session, by itself and with what is near; `row` holds the others in order."""
        route = self.routes.session(session)
        found: list[Raw] = []
        if route.alone:
            self._item(route.alone, Shape.SESSION, session, found)
        if route.near_events and session.date.toordinal() in self._days_near_events:
            self._item(route.near_events, Shape.SESSION, session, found)
        if route.after_runs:
            self._runs_before(session, route, found)
        if route.before_runs:
            self._runs_after(session, route, found)
        if route.sessions:
            self._sessions_before(session, route.sessions, row, index, found)
        return found

    def week(self, week: Week) -> list[Raw]:
        """Ask about a week by itself."""
        found: list[Raw] = []
        self._item(self.routes.week(week.phase), Shape.WEEK, week, found)
        return found

    def mesocycle(self, cycle: Mesocycle, *, season: bool = False) -> list[Raw]:
        """Ask about a mesocycle by itself: the rules that look at sessions, or those that look at none."""
        found: list[Raw] = []
        self._item(self.routes.mesocycle(cycle.phase, season=season), Shape.MESOCYCLE, cycle, found)
        return found

    def plan(self, rule: Any) -> list[Raw]:
        """Ask a rule about the plan as a whole."""
        try:
            return [Raw(rule, hit, ()) for hit in rule.check_plan(self.view)]
        except TypeError as error:
            complain(rule, Shape.PLAN, error)

    def _item(self, rules: list[_Asking], shape: Shape, item: object, found: list[Raw]) -> None:
        view, rule = self.view, None
        try:
            for rule, ask in rules:  # named if it fails
                for hit in ask(item, view):
                    found.append(Raw(rule, hit, (item,)))  # noqa: PERF401  # the rule must be known if it fails
        except TypeError as error:
            complain(rule, shape, error)

    def _runs_before(self, session: Session, route: _Route, found: list[Raw]) -> None:
        """Ask about the runs that start before a session or with it, as far as rules reach."""
        runs, start = self.view.run_row, session.moment
        first = bisect_left(runs.starts, start - route.back - runs.longest)
        told: list[_PairRule] = []
        for index in range(first, bisect_right(runs.starts, start)):
            run = runs.items[index]
            gap = start - runs.ends[index]
            for item in route.after_runs.get(run.kind, ()):
                if gap <= item.reach and item not in told and _tell(item, run, session, gap, (run, session), found):
                    told.append(item)

    def _runs_after(self, session: Session, route: _Route, found: list[Raw]) -> None:
        """Ask about the runs that start after a session, as far as rules reach."""
        runs, start = self.view.run_row, session.moment
        end = start + session.minutes
        told: list[_PairRule] = []
        for index in range(bisect_right(runs.starts, start), bisect_right(runs.starts, end + route.ahead)):
            run = runs.items[index]
            gap = runs.starts[index] - end
            for item in route.before_runs.get(run.kind, ()):
                if gap <= item.reach and item not in told and _tell(item, session, run, gap, (run, session), found):
                    told.append(item)

    def _sessions_before(
        self, session: Session, rules: list[_PairRule], row: Row[Session], index: int, found: list[Raw]
    ) -> None:
        """Ask about the sessions that come before one, as far as rules reach."""
        start = session.moment
        first = bisect_left(row.starts, start - self.routes.reach - row.longest)
        for item in rules:
            for place in range(first, index):
                gap = start - row.ends[place]
                earlier = row.items[place]
                if gap <= item.reach and _tell(item, earlier, session, gap, (earlier, session), found):
                    break


def _any(rules: Iterable[Rule]) -> list[Any]:
    return list(rules)


def _pair_rule(rule: Any) -> _PairRule:
    return _PairRule(rule, rule.check_pair, rule.reach_hours * _HOUR)


def reads_season(rule: Any) -> bool:
    """Whether a rule looks at no session."""
    return bool(rule.meta.reads == "season")


def fits(rule: Any, session: Session) -> bool:
    """Whether a rule can have a say about a session."""
    only = rule.meta.only
    return only is None or only.session(session)


def meets(rule: Any, run: Run) -> bool:
    """Whether a rule of pairs can have a say where a run stands beside a session."""
    only = rule.meta.only
    return only is None or only.run(run.kind)


def _may(rule: Any, phase: Phase) -> bool:
    only = rule.meta.only
    return only is None or not only.phases or phase in only.phases


def _tell(item: _PairRule, one: Item, other: Item, gap: float, asked: Asked, found: list[Raw]) -> bool:
    before = len(found)
    try:
        for hit in item.ask(one, other, gap / _HOUR):
            found.append(Raw(item.rule, hit, asked))  # noqa: PERF401  # nothing is made where there is no hit
    except TypeError as error:
        complain(item.rule, Shape.PAIR, error)
    return len(found) > before
