"""Who asks which rule about what: each session, week, mesocycle and pair once, and only rules that can have a say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from periodize._engine._rule import Shape, complain
from periodize._model import Run, RunKind, Session
from periodize._units import DAY_MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from periodize._engine._rule import Rule
    from periodize._engine._rule_set import RuleSet
    from periodize._model import Mesocycle, Week
    from periodize._view import Item, View

_HOUR = 60
Asked = tuple[Any, ...]


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

    alone: list[tuple[Any, Callable[..., Any]]]
    after_runs: dict[RunKind, list[_PairRule]]
    before_runs: dict[RunKind, list[_PairRule]]
    sessions: list[_PairRule]
    back: float
    ahead: float


class Round:
    """Asks the rules of a set about the items of a plan."""

    def __init__(self, rules: RuleSet, view: View) -> None:
        self.view = view
        self._session_rules = rules.of_shape(Shape.SESSION)
        self._week_rules = [(rule, rule.check_week) for rule in _any(rules.of_shape(Shape.WEEK))]
        self._mesocycle_rules = [(rule, rule.check_mesocycle) for rule in _any(rules.of_shape(Shape.MESOCYCLE))]
        pairs = _any(rules.of_shape(Shape.PAIR))
        self._after_runs = [rule for rule in pairs if rule.pair == (Run, Session)]
        self._before_runs = [rule for rule in pairs if rule.pair == (Session, Run)]
        self._of_sessions = [rule for rule in pairs if rule.pair == (Session, Session)]
        self.reach = max((rule.reach_hours for rule in self._of_sessions), default=0) * _HOUR
        self._routes: dict[tuple[object, ...], _Route] = {}
        self._runs = Row(sorted(view.runs, key=_place_in_time))

    def session(self, session: Session, row: Row, index: int) -> list[Raw]:
        """Ask about one session, by itself and with what is near; `row` holds the others in order."""
        kind = (session.phase, session.form, session.focus, session.heavy)
        route = self._routes.get(kind)
        if route is None:
            route = self._routes[kind] = self._route(session)
        found: list[Raw] = []
        view, rule = self.view, None
        try:
            for rule, ask in route.alone:  # named if it fails
                for hit in ask(session, view):
                    found.append(Raw(rule, hit, (session,)))  # noqa: PERF401  # the rule must be known if it fails
        except TypeError as error:
            complain(rule, Shape.SESSION, error)
        start = _start(session)
        if route.after_runs:
            self._runs_before(session, start, route, found)
        if route.before_runs:
            self._runs_after(session, start, route, found)
        if route.sessions:
            self._sessions_before(session, start, route.sessions, row, index, found)
        return found

    def week(self, week: Week) -> list[Raw]:
        """Ask about a week by itself."""
        view = self.view
        return [raw for rule, ask in self._week_rules if _may(rule, week) for raw in _asked(rule, ask, week, view)]

    def mesocycle(self, cycle: Mesocycle) -> list[Raw]:
        """Ask about a mesocycle by itself."""
        rules = ((rule, ask) for rule, ask in self._mesocycle_rules if _may(rule, cycle))
        return [raw for rule, ask in rules for raw in _asked(rule, ask, cycle, self.view)]

    def plan(self, rule: Any) -> list[Raw]:
        """Ask a rule about the plan as a whole."""
        try:
            return [Raw(rule, hit, ()) for hit in rule.check_plan(self.view)]
        except TypeError as error:
            complain(rule, Shape.PLAN, error)

    def _route(self, session: Session) -> _Route:
        def of_runs(rules: Iterable[Any]) -> dict[RunKind, list[_PairRule]]:
            having = [rule for rule in rules if fits(rule, session)]
            found = {
                kind: [_pair_rule(rule) for rule in having if rule.meta.only is None or rule.meta.only.run(kind)]
                for kind in RunKind
            }
            return {kind: some for kind, some in found.items() if some}

        after, before = of_runs(self._after_runs), of_runs(self._before_runs)
        return _Route(
            [(rule, rule.check_session) for rule in _any(self._session_rules) if fits(rule, session)],
            after,
            before,
            [_pair_rule(rule) for rule in self._of_sessions if fits(rule, session)],
            max((item.reach for some in after.values() for item in some), default=0),
            max((item.reach for some in before.values() for item in some), default=0),
        )

    def _runs_before(self, session: Session, start: int, route: _Route, found: list[Raw]) -> None:
        """Ask about the runs that start before a session or with it, as far as rules reach."""
        runs = self._runs
        first = bisect_left(runs.starts, start - route.back - DAY_MINUTES)
        told: list[_PairRule] = []
        for index in range(first, bisect_right(runs.starts, start)):
            run: Any = runs.items[index]
            gap = start - runs.ends[index]
            for item in route.after_runs.get(run.kind, ()):
                if gap <= item.reach and item not in told and _tell(item, run, session, gap, (run, session), found):
                    told.append(item)

    def _runs_after(self, session: Session, start: int, route: _Route, found: list[Raw]) -> None:
        """Ask about the runs that start after a session, as far as rules reach."""
        runs = self._runs
        end = start + session.minutes
        told: list[_PairRule] = []
        for index in range(bisect_right(runs.starts, start), bisect_right(runs.starts, end + route.ahead)):
            run: Any = runs.items[index]
            gap = runs.starts[index] - end
            for item in route.before_runs.get(run.kind, ()):
                if gap <= item.reach and item not in told and _tell(item, session, run, gap, (run, session), found):
                    told.append(item)

    def _sessions_before(
        self, session: Session, start: int, rules: list[_PairRule], row: Row, index: int, found: list[Raw]
    ) -> None:
        """Ask about the sessions that come before one, as far as rules reach."""
        first = bisect_left(row.starts, start - self.reach - DAY_MINUTES)
        for item in rules:
            for place in range(first, index):
                gap = start - row.ends[place]
                earlier = row.items[place]
                if gap <= item.reach and _tell(item, earlier, session, gap, (earlier, session), found):
                    break


class Row:
    """Items in order of their start, with starts and ends in minutes from a fixed day."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.starts = [_start(item) for item in items]
        self.ends = [start + _minutes(item) for start, item in zip(self.starts, items, strict=True)]


def _minutes(item: Item) -> int:
    return item.end_minute - item.start_minute


def _start(item: Item) -> int:
    return item.date.toordinal() * DAY_MINUTES + item.start_minute


def _place_in_time(item: Item) -> tuple[int, str]:
    return (_start(item), item.id)


def _any(rules: Iterable[Rule]) -> list[Any]:
    return list(rules)


def _pair_rule(rule: Any) -> _PairRule:
    return _PairRule(rule, rule.check_pair, rule.reach_hours * _HOUR)


def fits(rule: Any, session: Session) -> bool:
    """Whether a rule can have a say about a session."""
    only = rule.meta.only
    return only is None or only.session(session)


def meets(rule: Any, run: Run) -> bool:
    """Whether a rule of pairs can have a say where a run stands beside a session."""
    only = rule.meta.only
    return only is None or only.run(run.kind)


def _may(rule: Any, item: Week | Mesocycle) -> bool:
    only = rule.meta.only
    return only is None or not only.phases or item.phase in only.phases


def _tell(item: _PairRule, one: Item, other: Item, gap: float, asked: Asked, found: list[Raw]) -> bool:
    before = len(found)
    try:
        found += [Raw(item.rule, hit, asked) for hit in item.ask(one, other, gap / _HOUR)]
    except TypeError as error:
        complain(item.rule, Shape.PAIR, error)
    return len(found) > before


def _asked(rule: Any, ask: Callable[..., Any], item: Week | Mesocycle, view: View) -> list[Raw]:
    try:
        return [Raw(rule, hit, (item,)) for hit in ask(item, view)]
    except TypeError as error:
        shape = Shape.WEEK if hasattr(rule, Shape.WEEK.value) else Shape.MESOCYCLE
        complain(rule, shape, error)
