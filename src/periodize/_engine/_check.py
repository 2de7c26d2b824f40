"""The check of a plan: when each rule is asked, and what its hits become."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

import attrs

from periodize._engine._rule import Shape, ask, shape_of
from periodize._engine._waive import split
from periodize._engine._weights import Weights
from periodize._findings import Finding, Hit, Place, Repair, Report, merged
from periodize._model import Edit, Mesocycle, Plan, Run, Session, Waiver, Week
from periodize._view import Item, View, hours_between, moment, order
from periodize.exceptions import ConfigError, maybe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from periodize._engine._rule_set import RuleSet

_MINUTES_PER_HOUR = 60
_OF_A_HIT = ("session", "run", "week", "measured", "required", "edits")


def a_hit(rule: Any, hit: object) -> Hit:
    """Return what a rule yielded.

    Raises:
        ConfigError: it is no hit.
    """
    if not isinstance(hit, Hit):
        message = f"{type(rule).__name__} yields {hit!r:.60}, not a Hit"
        raise ConfigError(message)
    return hit


def message_of(rule: Any, hit: Hit, asked: tuple[Any, ...]) -> str:
    """Return what a hit says about what its rule was asked.

    Raises:
        ConfigError: its template cannot be filled in.
    """
    try:
        unnamed = sorted(hit.values.keys() - _named(hit.template)) if hit.values else ()
    except ValueError:  # said below
        unnamed = ()
    if unnamed:
        hint = maybe(unnamed[0], _OF_A_HIT)
        message = f"{type(rule).__name__} says {unnamed[0]}=, which its template does not name: {hit.template!r:.60}"
        raise ConfigError(message + (f"\n{hint}" if hint else ""))
    try:
        return hit.about(*asked)
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        message = f"{type(rule).__name__} has a template that cannot be filled in: {hit.template!r:.60} ({error!r})"
        raise ConfigError(message) from error


def _named(template: str) -> set[str]:
    """Return the names that a template names, also those within formats."""
    names: set[str] = set()
    for _, field, form, _ in Formatter().parse(template):
        if field is not None:
            names.add(re.split(r"[.\[]", field, maxsplit=1)[0])
            names |= _named(form or "")
    return names


def _repairs(rule: Any, hit: Hit) -> tuple[Repair, ...]:
    edits: Any = hit.edits  # whatever the rule gave
    if not isinstance(edits, tuple) or not all(isinstance(item, Edit | Repair) for item in edits):
        message = f"{type(rule).__name__}: edits must be a list of edits or repairs, not {edits!r:.60}"
        raise ConfigError(message)
    return tuple(item if isinstance(item, Repair) else Repair((item,)) for item in edits)


@attrs.frozen
class _Places:
    """Where things stand in a plan's document."""

    plan: Plan
    view: View
    pointers: dict[int, str]

    @classmethod
    def of(cls, plan: Plan, view: View) -> _Places:
        pointers: dict[int, str] = {}
        for field in ("mesocycles", "weeks", "runs", "sessions", "waivers"):
            for index, item in enumerate(getattr(plan, field)):
                pointers[id(item)] = f"/{field}/{index}"
        return cls(plan, view, pointers)

    def of_item(self, item: Session | Run | Week | Mesocycle | Waiver | None) -> Place:
        if item is None:
            return Place("plan", "", self.plan.brief.start)
        pointer = self.pointers.get(id(item), "")
        if isinstance(item, Waiver):
            return Place(item.place or "plan", pointer, item.until or self.plan.brief.start)
        if isinstance(item, Week):
            return Place(f"w{item.week}", pointer, item.start, item.week)
        if isinstance(item, Mesocycle):
            week = self.view.week_of(item.start)
            return Place(item.phase.value, pointer, item.start, week.week if week else None)
        week = self.view.week_of(item)
        number = week.week if week else None
        if isinstance(item, Session):
            return Place(item.id, pointer, item.date, number, session_id=item.id)
        return Place(item.id, pointer, item.date, number, run_id=item.id)


def view_of(plan: Plan, catalogue: Any, timeline: Any) -> View:
    """Make the view of a finished plan."""
    runs: dict[dt.date, list[Run]] = {}
    for run in plan.runs:
        runs.setdefault(run.date, []).append(run)
    return View(plan.brief, timeline, plan.mesocycles, plan.weeks, runs, catalogue, plan)


def check(plan: Plan, rules: RuleSet, view: View) -> Report:
    """Ask every rule about a plan and report what they find.

    Raises:
        UnknownRuleError: waivers of the plan name rules that there are not.
    """
    places = _Places.of(plan, view)
    weights = Weights(rules, view)
    found = [
        finding
        for rule in rules
        for hit, asked in _hits(rule, shape_of(rule), plan, view)
        if (finding := _finding(rule, weights, hit, asked, places)) is not None
    ]
    stand, waived, dead = split(plan, rules, merged(found))
    for rule in rules.of_shape(Shape.WAIVER):
        stand += _of_waivers(rule, weights, dead, view, places)
    return Report(tuple(stand), tuple(waived))


def _of_waivers(
    rule: Any, weights: Weights, dead: Iterable[Waiver], view: View, places: _Places
) -> Iterator[Finding]:  # any rule
    for waiver in dead:
        for hit in ask(rule, Shape.WAIVER, waiver, view):
            if (finding := _finding(rule, weights, hit, (waiver,), places)) is not None:
                yield finding


def _finding(rule: Any, weights: Weights, yielded: object, asked: tuple[Any, ...], places: _Places) -> Finding | None:
    hit = a_hit(rule, yielded)
    item = asked[-1] if asked else None
    if shape_of(rule) is not Shape.PAIR:  # the place of a pair is the session that would move
        item = hit.session or hit.run or hit.week or item
    severity = weights.of(rule, item)
    if severity is None:
        return None
    return Finding(
        rule.meta.code,
        rule.meta.name,
        severity,
        message_of(rule, hit, asked),
        hit.measured,
        hit.required,
        places.of_item(item),
        hit.template,
        _repairs(rule, hit),
    )


def _hits(rule: Any, shape: Shape, plan: Plan, view: View) -> Iterator[tuple[Hit, tuple[Any, ...]]]:  # any rule
    """Yield the hits of a rule with what it was asked about: the last of them is the place."""
    if shape is Shape.PLAN:
        yield from ((hit, ()) for hit in ask(rule, shape, view))
    elif shape is Shape.MESOCYCLE:
        for mesocycle in plan.mesocycles:
            yield from ((hit, (mesocycle,)) for hit in ask(rule, shape, mesocycle, view))
    elif shape is Shape.WEEK:
        for week in plan.weeks:
            yield from ((hit, (week,)) for hit in ask(rule, shape, week, view))
    elif shape is Shape.SESSION:
        for session in plan.sessions:
            yield from ((hit, (session,)) for hit in ask(rule, shape, session, view))
    elif shape is Shape.PAIR:
        told: set[int] = set()  # the first finding of a place stands, so a rule is asked no more about it
        for earlier, later in pairs(plan.runs, plan.sessions, rule.pair, rule.reach_hours):
            asked = (earlier, later) if isinstance(later, Session) else (later, earlier)
            if id(asked[-1]) not in told:
                for hit in ask(rule, shape, earlier, later, hours_between(earlier, later)):
                    told.add(id(asked[-1]))
                    yield hit, asked


def pairs(
    runs: Iterable[Run], sessions: Iterable[Session], pair: tuple[type, type], reach_hours: float
) -> Iterator[tuple[Item, Item]]:
    """Yield the pairs of two types, in order of time, whose gap is within reach."""
    kinds = set(pair)
    items: list[Item] = [*(runs if Run in kinds else ()), *(sessions if Session in kinds else ())]
    items.sort(key=order)
    reach = reach_hours * _MINUTES_PER_HOUR
    for index, earlier in enumerate(items):
        if not isinstance(earlier, pair[0]):
            continue
        end = moment(earlier) + (earlier.end_minute - earlier.start_minute)
        for following in range(index + 1, len(items)):
            later = items[following]
            if moment(later) - end > reach:
                break
            if isinstance(later, pair[1]):
                yield earlier, later
