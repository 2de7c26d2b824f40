"""The check of a plan: when each rule is asked, and what its hits become."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from periodize._engine._round import Raw, Round
from periodize._engine._rule import Shape, ask
from periodize._engine._waive import split
from periodize._engine._weights import Weights
from periodize._findings import Finding, Hit, Place, Repair, Report, as_value, merged
from periodize._model import Edit, Mesocycle, Plan, Run, Session, Waiver, Week
from periodize._view import Item, Row, View, end_of, order
from periodize.exceptions import ConfigError, maybe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from periodize._catalogue import Catalogue
    from periodize._engine._rule_set import RuleSet
    from periodize._findings import Plain
    from periodize._timeline import Timeline

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


def message_of(rule: Any, hit: Hit, asked: tuple[Any, ...], known: dict[str, set[str]] | None = None) -> str:
    """Return what a hit says about what its rule was asked; `known` holds the names of templates.

    Raises:
        ConfigError: its template cannot be filled in.
    """
    try:
        unnamed = sorted(hit.values.keys() - _names(hit.template, known)) if hit.values else ()
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


def _values(hit: Hit, asked: tuple[Any, ...], known: dict[str, set[str]]) -> dict[str, Plain]:
    """Return what a hit's template names, as plain values."""
    filling = hit.filling(*asked)
    return {name: as_value(filling[name]) for name in sorted(_names(hit.template, known))}


def _names(template: str, known: dict[str, set[str]] | None) -> set[str]:
    """Return the names that a template names, and remember them."""
    if known is None:
        return _named(template)
    if template not in known:
        known[template] = _named(template)
    return known[template]


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


class Places:
    """Where things stand in a plan's document; looked up when there is a finding."""

    def __init__(self, plan: Plan, view: View, known: dict[str, set[str]] | None = None) -> None:
        self.known: dict[str, set[str]] = {} if known is None else known
        self._plan = plan
        self._view = view
        self._pointers: dict[str, dict[int, int]] = {}

    def pointer(self, field: str, item: object) -> str:
        """Return the pointer to an item of a field of the plan, or nothing where it is not there."""
        if field not in self._pointers:
            self._pointers[field] = {id(each): index for index, each in enumerate(getattr(self._plan, field))}
        index = self._pointers[field].get(id(item))
        return "" if index is None else f"/{field}/{index}"

    def of_item(self, item: Session | Run | Week | Mesocycle | Waiver | None) -> Place:
        """Return the place of an item; None is the whole plan."""
        if item is None:
            return Place("plan", "", self._plan.brief.start)
        if isinstance(item, Waiver):
            date = item.until or self._plan.brief.start
            return Place(item.place or "plan", self.pointer("waivers", item), date)
        if isinstance(item, Week):
            return Place(f"w{item.week}", self.pointer("weeks", item), item.start, item.week)
        if isinstance(item, Mesocycle):
            week = self._view.week_of(item.start)
            pointer = self.pointer("mesocycles", item)
            return Place(item.phase.value, pointer, item.start, week.week if week else None)
        week = self._view.week_of(item)
        number = week.week if week else None
        if isinstance(item, Session):
            return Place(item.id, self.pointer("sessions", item), item.date, number, session_id=item.id)
        return Place(item.id, self.pointer("runs", item), item.date, number, run_id=item.id)


def view_of(plan: Plan, catalogue: Catalogue, timeline: Timeline) -> View:
    """Make the view of a finished plan."""
    return View(plan.brief, timeline, plan.mesocycles, plan.weeks, runs_by_date(plan), catalogue, plan)


def runs_by_date(plan: Plan) -> dict[dt.date, list[Run]]:
    """Return a plan's runs by their dates."""
    runs: dict[dt.date, list[Run]] = {}
    for run in plan.runs:
        runs.setdefault(run.date, []).append(run)
    return runs


def check(plan: Plan, rules: RuleSet, view: View) -> Report:
    """Ask every rule about a plan and report what they find.

    Raises:
        UnknownRuleError: waivers of the plan name rules that there are not.
    """
    asking = Round(rules.routes, view)
    row = Row(plan.sessions)
    raws: list[Raw] = []
    for index, session in enumerate(plan.sessions):
        raws += asking.session(session, row, index)
    for week in plan.weeks:
        raws += asking.week(week)
    for cycle in plan.mesocycles:
        raws += asking.mesocycle(cycle, season=True)
        raws += asking.mesocycle(cycle)
    for rule in rules.of_shape(Shape.PLAN):
        raws += asking.plan(rule)
    weights, places = Weights(rules, view), Places(plan, view)
    found = (finding_of(raw, weights, places) for raw in raws)
    return reported(plan, rules, (finding for finding in found if finding is not None), view)


def reported(plan: Plan, rules: RuleSet, found: Iterable[Finding], view: View) -> Report:
    """Make the report of what was found: each place once for a rule, without what is waived, with dead waivers.

    Raises:
        UnknownRuleError: waivers of the plan name rules that there are not.
    """
    stand, waived, dead = split(plan, rules, merged(found))
    if dead:
        weights, places = Weights(rules, view), Places(plan, view)
        raws = [
            Raw(rule, hit, (waiver,))
            for rule in rules.of_shape(Shape.WAIVER)
            for waiver in dead
            for hit in ask(rule, Shape.WAIVER, waiver, view)
        ]
        about = (finding_of(raw, weights, places) for raw in raws)
        stand += [finding for finding in about if finding is not None]
    return Report(tuple(stand), tuple(waived))


def place_of(raw: Raw) -> Any:
    """Return what a hit is about: the plan's own item, or None for the plan."""
    item = raw.asked[-1] if raw.asked else None
    if len(raw.asked) == 2:  # the place of a pair is the session that would move
        return item
    return raw.hit.session or raw.hit.run or raw.hit.week or item


def finding_of(raw: Raw, weights: Weights, places: Places) -> Finding | None:
    """Return the finding of a hit; None where its rule is ignored.

    Raises:
        ConfigError: it is no hit, or its template cannot be filled in.
    """
    rule, hit = raw.rule, a_hit(raw.rule, raw.hit)
    item = place_of(raw)
    severity = weights.of(rule, item)
    if severity is None:
        return None
    return Finding(
        rule.meta.code,
        rule.meta.name,
        severity,
        message_of(rule, hit, raw.asked, places.known),
        hit.measured,
        hit.required,
        places.of_item(item),
        hit.template,
        _repairs(rule, hit),
        values=_values(hit, raw.asked, places.known),
        evidence=rule.meta.sources,
    )


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
        end = end_of(earlier)
        for following in range(index + 1, len(items)):
            later = items[following]
            if later.moment - end > reach:
                break
            if isinstance(later, pair[1]):
                yield earlier, later
