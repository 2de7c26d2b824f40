"""Assertions for those who write rules or make plans: the contract that every rule keeps, and a plan without an error.

They raise AssertionError with all that is wrong, so they read well under any test runner.
"""

from __future__ import annotations

import datetime as dt
import inspect
from typing import TYPE_CHECKING, Any

import attrs

from periodize import _catalogue, _engine
from periodize._document import read_plan
from periodize._engine import RuleSet, Shape
from periodize._model import Focus, Phase, Run, RunKind, Session
from periodize._timeline import lay_out
from periodize._view import View, hours_between
from periodize.exceptions import ConfigError, PeriodizeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from periodize._engine import Rule
    from periodize._findings import Example, Finding
    from periodize._model import Plan

__all__ = ["assert_plan_ok", "assert_rule"]

_WEEKS_MOVED = (1, 53)
"""A pair's verdict is asked again so many weeks later: the next week, and across a year's end and a leap day."""
_OURS = "PZ"
_MONDAY = dt.date(2027, 1, 4)


def assert_rule(rule: Rule) -> None:
    """Assert that a rule keeps the contract of rules.

    It is a frozen attrs class with a page, one `check_…` method and examples; each example does what it says, and each
    finding has a message. The ways out that it proposes can be gone and help. A rule that
    steers placement asks for facts alone, and a pair rule speaks within its reach, the same in every week.

    Raises:
        AssertionError: with a line for each breach.

    >>> import periodize as pz
    >>> for rule in pz.RuleSet.default():
    ...     assert_rule(rule)
    """
    _raise(f"{type(rule).__name__} breaks the contract of rules", list(_breaches(rule)))


def assert_plan_ok(plan: Plan, *, rules: RuleSet | None = None, strict: bool = False) -> None:
    """Assert that a check of a plan finds no error; with `strict`, no warning either.

    Raises:
        AssertionError: with the findings.

    >>> import periodize as pz
    >>> race = pz.Event("City 10", "2027-04-18", distance_km=10)
    >>> assert_plan_ok(pz.plan(pz.Brief(events=(race,), start="12 weeks before")))
    """
    chosen = RuleSet.default() if rules is None else rules
    report = _engine.check(plan, chosen, _finished(plan))
    found = [*report.errors, *(report.warnings if strict else ())]
    _raise("the plan is not ok", [str(finding) for finding in found])


def _raise(headline: str, lines: list[str]) -> None:
    if lines:
        raise AssertionError("\n  ".join([f"{headline}:", *lines]))


def _breaches(rule: Any) -> Iterator[str]:  # anything may be passed for a rule
    try:
        shape = _engine.shape_of(rule)
        _in_a_set(rule)
    except PeriodizeError as error:
        yield _on_one_line(error)
        return
    yield from _of_class(rule)
    for example in rule.meta.examples:
        said = list(_of_example(rule, shape, example))
        yield from (f"example {example.says!r}: {line}" for line in said)
    if shape is Shape.PAIR:
        yield from _beyond_reach(rule)
    if shape is Shape.SESSION and hasattr(rule, "reach_days"):
        yield from _far_from_events(rule)


def _in_a_set(rule: Rule) -> None:
    """Add the rule to the default ones, unless it is one of them."""
    default = RuleSet.default()
    if type(rule) in map(type, default):
        return
    default.plus(rule)
    if rule.meta.code.startswith(_OURS):
        message = f"{type(rule).__name__}: codes that begin with {_OURS} are this library's, not {rule.meta.code}"
        raise ConfigError(message)


def _of_class(rule: Rule) -> Iterator[str]:
    if not attrs.has(type(rule)) or type(rule).__setattr__ is object.__setattr__:
        yield "it is no frozen attrs class: decorate it with attrs.frozen"
    elif attrs.evolve(rule) != rule:  # type: ignore[misc]  # a rule is an attrs class
        yield "two of it with the same knobs are not equal"
    if not inspect.cleandoc(type(rule).__doc__ or ""):
        yield "it has no docstring, which is its page"
    kinds = {example.trips for example in rule.meta.examples}
    if True not in kinds:
        yield "its meta has no example that trips"
    if False not in kinds:
        yield "its meta has no example that passes"


def _of_example(rule: Rule, shape: Shape, example: Example) -> Iterator[str]:
    try:
        plan = read_plan(example.plan)
        report = _engine.check(plan, RuleSet((rule,)), _finished(plan))
        if example.trips != bool(report):
            yield "it finds nothing" if example.trips else f"it finds: {report}"
        for finding in report:
            if not finding.message.strip():
                yield "a finding has no message"
            yield from _of_proposals(rule, plan, finding)
        if rule.meta.reads == "schedule":
            yield from _with_facts_alone(rule, shape, plan)
        if rule.meta.reads == "season":
            yield from _without_sessions(rule, plan)
        if shape is Shape.PAIR:
            yield from _weeks_later(rule, plan)
        yield from _beyond_only(rule, shape, plan)
    except PeriodizeError as error:
        yield _on_one_line(error)


def _of_proposals(rule: Rule, plan: Plan, finding: Finding) -> Iterator[str]:
    """Try each way out that the rule proposes: it can be done, and what the rule found is no longer there as it was."""
    for repair in finding.repairs:
        try:
            changed = plan.apply(*repair.edits)
        except PeriodizeError as error:
            yield f"it proposes what cannot be done ({repair}): {_on_one_line(error)}"
            continue
        left = _engine.check(changed, RuleSet((rule,)), _finished(changed))
        words = {(item.where.session_id, item.where.date, item.message) for item in left}
        if repair.edits and (finding.where.session_id, finding.where.date, finding.message) in words:
            yield f"it proposes what does not help: {repair}"


def _on_one_line(error: PeriodizeError) -> str:
    return "; ".join(str(error).splitlines())


def _finished(plan: Plan) -> View:
    return _engine.view_of(plan, _catalogue.load(), lay_out(plan.brief))


def _with_facts_alone(rule: Any, shape: Shape, plan: Plan) -> Iterator[str]:
    """Ask a steering rule with a view as placement has it: its verdict is the same."""
    runs: dict[dt.date, list[Run]] = {}
    for run in plan.runs:
        runs.setdefault(run.date, []).append(run)
    timeline = lay_out(plan.brief)
    facts = View(plan.brief, timeline, plan.mesocycles, plan.weeks, runs, _catalogue.load())
    finished = _finished(plan)
    asked: dict[Shape, tuple[Any, ...]] = {Shape.SESSION: plan.sessions, Shape.WEEK: plan.weeks}
    for item in asked.get(shape, ()):
        ask = getattr(rule, shape.value)
        if list(ask(item, finished)) != list(ask(item, facts)):
            yield "it steers placement, but says something else while there is no plan yet"
            return


def _beyond_only(rule: Any, shape: Shape, plan: Plan) -> Iterator[str]:
    """Where its `only` says that it has nothing to say the engine does not ask, so what it would say would be lost."""
    view, only = _finished(plan), rule.meta.only
    if only is None:
        return
    asked: dict[Shape, tuple[Any, ...]] = {
        Shape.SESSION: tuple(session for session in plan.sessions if not only.session(session)),
        Shape.WEEK: tuple(week for week in plan.weeks if only.phases and week.phase not in only.phases),
        Shape.MESOCYCLE: tuple(item for item in plan.mesocycles if only.phases and item.phase not in only.phases),
    }
    said = any(list(_engine.ask(rule, shape, item, view)) for item in asked.get(shape, ()))
    if shape is Shape.PAIR:
        for one, other in _engine.pairs(plan.runs, plan.sessions, rule.pair, rule.reach_hours):
            runs = [item for item in (one, other) if isinstance(item, Run)]
            session = other if isinstance(other, Session) else one
            meant = only.session(session) and all(only.run(run.kind) for run in runs)
            said = said or (not meant and bool(list(_engine.ask(rule, shape, one, other, hours_between(one, other)))))
    if said:
        yield "it speaks where its meta's only says that it has nothing to say"


def _without_sessions(rule: Rule, plan: Plan) -> Iterator[str]:
    """A rule that looks at no session is not asked again when one changes."""
    empty = attrs.evolve(plan, sessions=())
    said, left = (_engine.check(item, RuleSet((rule,)), _finished(item)) for item in (plan, empty))
    if said != left:
        yield "it says something else without the sessions, but its meta says reads='season'"


def _far_from_events(rule: Any) -> Iterator[str]:
    """Further from every event than its reach the engine does not ask."""
    before, after = rule.reach_days
    for example in rule.meta.examples:
        plan = read_plan(example.plan)
        view, events = _finished(plan), [event.date.toordinal() for event in plan.brief.events]
        for session in plan.sessions:
            day = session.date.toordinal()
            near = any(event - before <= day <= event + after for event in events)
            if not near and list(_engine.ask(rule, Shape.SESSION, session, view)):
                yield f"example {example.says!r}: it speaks of {session}, further from an event than its reach_days"


def _weeks_later(rule: Any, plan: Plan) -> Iterator[str]:
    for earlier, later in _engine.pairs(plan.runs, plan.sessions, rule.pair, rule.reach_hours):
        hours = hours_between(earlier, later)
        said = _said(rule.check_pair(earlier, later, hours))
        for weeks in _WEEKS_MOVED:
            moved = [attrs.evolve(item, date=item.date + dt.timedelta(weeks=weeks)) for item in (earlier, later)]
            if _said(rule.check_pair(*moved, hours)) != said:
                yield f"its verdict on a pair changes when both move by {weeks} weeks"
                return


def _beyond_reach(rule: Any) -> Iterator[str]:
    """The engine does not ask beyond a pair rule's reach, so what it would say there would be lost."""
    for earlier in _items(rule.pair[0]):
        for later in _items(rule.pair[1]):
            for days in range(1, 9):
                date = _MONDAY + dt.timedelta(days=days)
                moved = attrs.evolve(later, date=date, time="23:59", id="later")
                hours = hours_between(earlier, moved)
                if hours > rule.reach_hours and list(rule.check_pair(earlier, moved, hours)):
                    yield f"it speaks of a pair {hours:g} h apart, beyond its reach_hours {rule.reach_hours:g}"
                    return


def _items(kind: type) -> list[Any]:
    if kind is Run:
        return [Run(_MONDAY, kind, time="00:00", minutes=1, id="run") for kind in (RunKind.LONG, RunKind.EASY)]
    strength = Phase.STRENGTH
    return [
        Session(id="lift", date=_MONDAY, time="00:00", minutes=1, focus=focus, phase=strength, heavy=True)
        for focus in Focus
    ]


def _said(hits: Iterable[Any]) -> list[tuple[object, ...]]:
    """Return what a rule says of a pair, dates aside."""
    return [(hit.template, hit.measured, hit.required) for hit in hits]
