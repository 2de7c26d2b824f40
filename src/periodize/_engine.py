"""Rule sets and the check of a plan: which rules there are, when each is asked, and what its hits become."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from periodize import rules as _rules
from periodize._findings import Finding, Hit, Place, Report, RuleMeta, Severity, merged
from periodize._model import Mesocycle, Plan, Run, Session, Week
from periodize._view import Item, View, hours_between, moment, order
from periodize.exceptions import ConfigError, UnknownRuleError, maybe

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

_CODE = re.compile(r"[A-Z]{2,5}[0-9]{3}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
_MINUTES_PER_HOUR = 60


class Rule(attrs.AttrsInstance, Protocol):
    """A frozen attrs class with a `meta` constant and one `check_…` method.

    Its fields are its knobs and its docstring is its page.
    """

    @property
    def meta(self) -> RuleMeta:
        """The identity of the rule."""
        ...


class Shape(Enum):
    """Where a rule is asked: the name of its method."""

    PAIR = "check_pair"
    SESSION = "check_session"
    WEEK = "check_week"
    MESOCYCLE = "check_mesocycle"
    PLAN = "check_plan"


def shape_of(rule: Rule) -> Shape:
    """Return the shape of a rule.

    Raises:
        ConfigError: it has no `check_…` method, more than one, or no usable `meta`.
    """
    meta = getattr(rule, "meta", None)
    who = type(rule).__name__
    if isinstance(rule, type):
        message = f"{rule.__name__} is a class, not a rule\nmaybe {rule.__name__}()"
        raise ConfigError(message)
    if not isinstance(meta, RuleMeta):
        message = f"{who} has no meta\nmaybe meta: ClassVar = RuleMeta(code=..., name=..., severity=...)"
        raise ConfigError(message)
    words: tuple[object, ...] = (meta.severity, meta.reads)
    if not isinstance(words[0], Severity) or words[1] not in ("schedule", "exercises"):
        message = f"{who}: severity must be a Severity and reads schedule or exercises"
        raise ConfigError(message)
    if not _CODE.fullmatch(meta.code) or not _NAME.fullmatch(meta.name):
        message = f"{who}: code {meta.code!r} and name {meta.name!r} must be like APP001 and friday-session"
        raise ConfigError(message)
    shapes = [shape for shape in Shape if callable(getattr(rule, shape.value, None))]
    if len(shapes) != 1:
        found = ", ".join(shape.value for shape in shapes) or "none"
        message = f"{who} must have one method of {', '.join(shape.value for shape in Shape)}; it has {found}"
        raise ConfigError(message)
    if shapes[0] is Shape.PAIR:
        _check_pair_constants(rule, who)
    return shapes[0]


def _check_pair_constants(rule: Any, who: str) -> None:  # any rule
    pair = getattr(rule, "pair", None)
    if pair not in ((Session, Run), (Run, Session), (Session, Session)):
        message = f"{who}: pair must be (Session, Run), (Run, Session) or (Session, Session), not {pair!r}"
        raise ConfigError(message)
    reach = getattr(rule, "reach_hours", None)
    longest = 7 * 24
    if isinstance(reach, bool) or not isinstance(reach, int | float) or not 0 < reach <= longest:
        message = f"{who}: reach_hours must be over 0 and at most {longest}, not {reach!r}"
        raise ConfigError(message)


def _as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


@attrs.frozen
class RuleSet:
    """The rules that plan and check, each with its severity. Every method returns another set.

    >>> rules = RuleSet.default().without("PZ312").severity("dose-short", "advice")
    >>> "PZ312" in rules, "lift-before-run" in rules
    (False, True)
    """

    rules: tuple[Rule, ...] = attrs.field(converter=_as_rules)
    severities: tuple[tuple[str, Severity], ...] = attrs.field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        taken: dict[str, Rule] = {}
        for rule in self.rules:
            shape_of(rule)
            for word in (rule.meta.code, rule.meta.name):
                if word in taken:
                    message = f"{type(rule).__name__} and {type(taken[word]).__name__} are both called {word}"
                    raise ConfigError(message)
                taken[word] = rule

    @classmethod
    def default(cls) -> RuleSet:
        """Return this library's rules with their defaults."""
        return cls(_rules.RULES)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, selector: object) -> bool:
        return any(_matches(rule, str(selector)) for rule in self.rules)

    def __getitem__(self, selector: str) -> Rule:
        """Return the rule with a code or a name.

        Raises:
            UnknownRuleError: there is none.
        """
        for rule in self.rules:
            if selector in (rule.meta.code, rule.meta.name):
                return rule
        raise _unknown(selector, self.rules)

    def severity_of(self, rule: Rule) -> Severity:
        """Return the severity of a rule's findings in this set."""
        return dict(self.severities).get(rule.meta.code, rule.meta.severity)

    def plus(self, *rules: Rule) -> RuleSet:
        """Return a set with more rules.

        Raises:
            ConfigError: a code or name is taken, or a rule has no shape.
        """
        return attrs.evolve(self, rules=(*self.rules, *rules))

    def select(self, *selectors: str) -> RuleSet:
        """Return a set of the rules with these codes, names or families ("PZ3") alone.

        Raises:
            UnknownRuleError: one of them selects nothing.
        """
        chosen = self._chosen(selectors)
        return attrs.evolve(self, rules=tuple(rule for rule in self.rules if rule.meta.code in chosen))

    def without(self, *selectors: str) -> RuleSet:
        """Return a set without the rules with these codes, names or families.

        Raises:
            UnknownRuleError: one of them selects nothing.
        """
        chosen = self._chosen(selectors)
        return attrs.evolve(self, rules=tuple(rule for rule in self.rules if rule.meta.code not in chosen))

    ignore = without

    def severity(self, selector: str, severity: Severity | str) -> RuleSet:
        """Return a set in which these rules' findings have another severity.

        Raises:
            UnknownRuleError: the selector selects nothing.
            ConfigError: there is no such severity.
        """
        try:
            wanted = Severity(severity)
        except ValueError:
            message = f"{severity!r} is no severity; one of {', '.join(Severity)}"
            raise ConfigError(message) from None
        changed = dict.fromkeys(sorted(self._chosen((selector,))), wanted)
        return attrs.evolve(self, severities=tuple(sorted({**dict(self.severities), **changed}.items())))

    def options(self, selector: str, **knobs: Any) -> RuleSet:  # a knob may hold anything
        """Return a set in which a rule has other knobs.

        Raises:
            UnknownRuleError: no rule has this code or name.
            ConfigError: the rule has no such knob, or it cannot have that value.
        """
        rule = self[selector]
        known = knobs_of(rule)
        unknown = sorted(set(knobs) - set(known))
        if unknown:
            hint = maybe(unknown[0], known)
            message = f"{rule.meta.code} {rule.meta.name} has no knob {unknown[0]!r}" + (f"; {hint}" if hint else "")
            raise ConfigError(message)
        for name, value in knobs.items():
            if _is_number(known[name]) and not _is_number(value):
                message = f"{rule.meta.code} {rule.meta.name}: {name} must be a number, not {value!r}"
                raise ConfigError(message)
        try:
            changed: Rule = attrs.evolve(rule, **knobs)  # type: ignore[misc]  # a rule is an attrs class
        except (TypeError, ValueError) as error:
            message = f"{rule.meta.code} {rule.meta.name}: {error}"
            raise ConfigError(message) from error
        return attrs.evolve(self, rules=tuple(changed if item is rule else item for item in self.rules))

    def of_shape(self, shape: Shape) -> tuple[Rule, ...]:
        """Return the rules of one shape, in order."""
        return tuple(rule for rule in self.rules if shape_of(rule) is shape)

    def _chosen(self, selectors: Iterable[str]) -> set[str]:
        chosen: set[str] = set()
        for selector in selectors:
            matching = {rule.meta.code for rule in self.rules if _matches(rule, selector)}
            if not matching:
                raise _unknown(selector, self.rules)
            chosen |= matching
        return chosen


def knobs_of(rule: Rule) -> dict[str, object]:
    """Return the knobs of a rule by name."""
    fields = attrs.fields(type(rule)) if attrs.has(type(rule)) else ()
    return {field.name: getattr(rule, field.name) for field in fields}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _matches(rule: Rule, selector: str) -> bool:
    meta = rule.meta
    family = len(selector) >= 3 and meta.code.startswith(selector)  # letters and one digit
    return selector in (meta.code, meta.name) or family


def _unknown(selector: str, rules: Iterable[Rule]) -> UnknownRuleError:
    known = {word.casefold(): word for rule in rules for word in (rule.meta.code, rule.meta.name)}
    hint = re.sub(r"\S+", lambda word: known.get(word[0], word[0]), maybe(selector, known))
    return UnknownRuleError(f"no rule has the code, name or family {selector!r}" + (f"\n{hint}" if hint else ""))


def a_hit(rule: Any, hit: object) -> Hit:
    """Return what a rule yielded.

    Raises:
        ConfigError: it is no hit.
    """
    if not isinstance(hit, Hit):
        message = f"{type(rule).__name__} yields {hit!r:.60}, not a Hit"
        raise ConfigError(message)
    return hit


def _message(rule: Any, hit: Hit, asked: tuple[Any, ...]) -> str:
    try:
        return hit.about(*asked)
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        message = f"{type(rule).__name__} has a template that cannot be filled in: {hit.template!r:.60} ({error!r})"
        raise ConfigError(message) from error


# The check


@attrs.frozen
class _Places:
    """Where things stand in a plan's document."""

    plan: Plan
    view: View
    pointers: dict[int, str]

    @classmethod
    def of(cls, plan: Plan, view: View) -> _Places:
        pointers: dict[int, str] = {}
        for field in ("mesocycles", "weeks", "runs", "sessions"):
            for index, item in enumerate(getattr(plan, field)):
                pointers[id(item)] = f"/{field}/{index}"
        return cls(plan, view, pointers)

    def of_item(self, item: Session | Run | Week | Mesocycle | None) -> Place:
        if item is None:
            return Place("plan", "", self.plan.brief.start)
        pointer = self.pointers.get(id(item), "")
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
    """Ask every rule about a plan and report what they find."""
    places = _Places.of(plan, view)
    findings: list[Finding] = []
    for rule in rules:
        severity, shape = rules.severity_of(rule), shape_of(rule)
        for yielded, asked in _hits(rule, shape, plan, view):
            hit = a_hit(rule, yielded)
            item = asked[-1] if asked else None
            if shape is not Shape.PAIR:  # the place of a pair is the session that would move
                item = hit.session or hit.run or hit.week or item
            findings.append(
                Finding(
                    rule.meta.code,
                    rule.meta.name,
                    severity,
                    _message(rule, hit, asked),
                    hit.measured,
                    hit.required,
                    places.of_item(item),
                    hit.template,
                )
            )
    return merged(findings)


def _hits(rule: Any, shape: Shape, plan: Plan, view: View) -> Iterator[tuple[Hit, tuple[Any, ...]]]:  # any rule
    """Yield the hits of a rule with what it was asked about: the last of them is the place."""
    if shape is Shape.PLAN:
        yield from ((hit, ()) for hit in rule.check_plan(view))
    elif shape is Shape.MESOCYCLE:
        for mesocycle in plan.mesocycles:
            yield from ((hit, (mesocycle,)) for hit in rule.check_mesocycle(mesocycle, view))
    elif shape is Shape.WEEK:
        for week in plan.weeks:
            yield from ((hit, (week,)) for hit in rule.check_week(week, view))
    elif shape is Shape.SESSION:
        for session in plan.sessions:
            yield from ((hit, (session,)) for hit in rule.check_session(session, view))
    else:
        for earlier, later in pairs(plan.runs, plan.sessions, rule.pair, rule.reach_hours):
            asked = (earlier, later) if isinstance(later, Session) else (later, earlier)
            yield from ((hit, asked) for hit in rule.check_pair(earlier, later, hours_between(earlier, later)))


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
