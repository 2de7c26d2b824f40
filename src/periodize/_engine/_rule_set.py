"""Sets of rules: which there are, how weighty each is, and how they are chosen and tuned."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from periodize import rules as _rules
from periodize._engine._round import Routes
from periodize._engine._rule import Rule, Shape, knobs_of, shape_of
from periodize._engine._weights import WeekKind
from periodize._findings import Severity
from periodize._model import Phase
from periodize.exceptions import ConfigError, UnknownRuleError, maybe

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator


def _as_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    try:
        return tuple(rules)
    except TypeError:
        message = f"rules must be a collection of rules, not {rules!r:.60}"
        raise ConfigError(message) from None


@attrs.frozen
class RuleSet:
    """The rules that plan and check, each with its severity. Every method returns another set.

    >>> rules = RuleSet.default().without("PZ312").severity("dose-short", "advice")
    >>> "PZ312" in rules, "lift-before-run" in rules
    (False, True)
    """

    rules: tuple[Rule, ...] = attrs.field(converter=_as_rules)
    severities: tuple[tuple[str, Severity], ...] = attrs.field(default=(), repr=False, kw_only=True)
    local: tuple[tuple[str, str, Severity | None], ...] = attrs.field(default=(), repr=False, kw_only=True)
    left_out: tuple[Rule, ...] = attrs.field(default=(), repr=False, eq=False, kw_only=True)
    _shapes: Mapping[Shape, tuple[Rule, ...]] = attrs.field(init=False, repr=False, eq=False)
    _base: Mapping[str, Severity] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not _are_severities(self.severities):
            message = f"severities must be pairs of a code and a Severity, not {self.severities!r:.60}"
            raise ConfigError(message)
        taken: dict[str, Rule] = {}
        shapes: dict[Shape, list[Rule]] = {shape: [] for shape in Shape}
        for rule in self.rules:
            shapes[shape_of(rule)].append(rule)
            for word in (rule.meta.code, rule.meta.name):
                if word in taken:
                    message = f"{type(rule).__name__} and {type(taken[word]).__name__} are both called {word}"
                    raise ConfigError(message)
                taken[word] = rule
        object.__setattr__(self, "_shapes", {shape: tuple(found) for shape, found in shapes.items()})
        said = dict(self.severities)
        base = {rule.meta.code: said.get(rule.meta.code, rule.meta.severity) for rule in self.rules}
        object.__setattr__(self, "_base", base)

    @classmethod
    def default(cls) -> RuleSet:
        """Return this library's rules with their defaults."""
        return cls(_rules.RULES)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, rules: RuleSet | None = None) -> RuleSet:
        """Read a configuration: which rules are asked, what their findings weigh, and their knobs.

        The keys: `select`, `extend-select` and `ignore`, lists of codes, names or families, of which the nearest
        mention of a rule counts; `severity` and `options`, tables by code, name or family; `per-phase` and `per-week`,
        tables of phases and of kinds of week (loading, deload, broken, event), each with `ignore` and `severity`.

        Args:
            data: the configuration.
            rules: what it chooses from; the default set if left out.

        Raises:
            ConfigError: with all that is wrong.

        >>> rules = RuleSet.from_dict({"ignore": ["PZ6"], "options": {"heavy-before-key-run": {"hours": 36}}})
        >>> "PZ601" in rules, rules["PZ311"].hours
        (False, 36)
        """
        from periodize._engine._config import configured  # it makes rule sets

        return configured(cls.default() if rules is None else rules, data)

    @classmethod
    def from_toml(
        cls, text: str | bytes, *, rules: RuleSet | None = None, read: Callable[[str], str] | None = None
    ) -> RuleSet:
        """Read a configuration from TOML; `extend` names another one, whose keys stand where this one has none.

        Args:
            text: the configuration; its keys are those of `from_dict`, and `extend`.
            rules: what it chooses from; the default set if left out.
            read: returns the text of a configuration that `extend` names.

        Raises:
            ConfigError: with all that is wrong.

        >>> print(RuleSet.from_toml('per-week.deload.ignore = ["dose-short"]').local)
        (('deload', 'PZ202', None),)
        """
        from periodize._engine._config import parsed  # it makes rule sets

        return cls.from_dict(parsed(text, read), rules=rules)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, selector: object) -> bool:
        return any(_matches(rule, selector) for rule in self.rules)

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
        return self._base[rule.meta.code]

    def severities_of(self, rule: Rule) -> set[Severity | None]:
        """Return all that a rule's findings can weigh in this set; None is where it is ignored."""
        return {self.severity_of(rule), *(weight for _, code, weight in self.local if code == rule.meta.code)}

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
        return self._of(self._chosen(selectors))

    def without(self, *selectors: str) -> RuleSet:
        """Return a set without the rules with these codes, names or families.

        Raises:
            UnknownRuleError: one of them selects nothing.
        """
        chosen = self._chosen(selectors)
        return self._of({rule.meta.code for rule in self.rules} - chosen)

    ignore = without

    def severity(self, selector: str, severity: Severity | str) -> RuleSet:
        """Return a set in which these rules' findings have another severity.

        Raises:
            UnknownRuleError: the selector selects nothing.
            ConfigError: there is no such severity.
        """
        changed = dict.fromkeys(sorted(self._chosen((selector,))), _severity(severity))
        return attrs.evolve(self, severities=tuple(sorted({**dict(self.severities), **changed}.items())))

    def within(
        self,
        where: str,
        *,
        ignore: Iterable[str] = (),
        severity: Mapping[str, Severity | str] | None = None,
    ) -> RuleSet:
        """Return a set that is another one in a phase or a kind of week, for placement too.

        A kind of week has the last word before a phase, and `ignore` before a severity.

        Args:
            where: a phase, or loading, deload, broken (cut by the season's ends or a blackout) or event (that week).
            ignore: codes, names or families that are not asked there.
            severity: what the findings of codes, names or families weigh there.

        Raises:
            UnknownRuleError: a selector selects nothing.
            ConfigError: there is no such phase, kind of week or severity.

        >>> rules = RuleSet.default().within("deload", ignore=["PZ202"], severity={"PZ3": "advice"})
        """
        known = [*Phase, *WeekKind]
        if where not in known:
            message = f"{where!r} is no phase or kind of week; one of {', '.join(known)}"
            message += f"\n{hint}" if (hint := maybe(where, known)) else ""
            raise ConfigError(message)
        changed: dict[tuple[str, str], Severity | None] = {(at, code): weight for at, code, weight in self.local}
        for selector, word in (severity or {}).items():
            changed |= dict.fromkeys(((str(where), code) for code in self._chosen((selector,))), _severity(word))
        changed |= dict.fromkeys(((str(where), code) for code in self._chosen(ignore)), None)
        return attrs.evolve(self, local=tuple((*key, changed[key]) for key in sorted(changed)))

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
        return self._shapes[shape]

    @cached_property
    def routes(self) -> Routes:
        """Which of the rules can have a say about what."""
        return Routes(self._shapes)

    @property
    def base(self) -> Mapping[str, Severity]:
        """The severity of each rule's findings by its code."""
        return self._base

    @property
    def known(self) -> dict[str, Rule]:
        """The rules that it holds, those that it held, and this library's, by code and by name."""
        rules = (*_rules.RULES, *self.left_out, *self.rules)
        return {word: rule for rule in rules for word in (rule.meta.code, rule.meta.name)}

    def nearest(self, word: str) -> str:
        """Name the known codes and names that are nearest to a word, as the end of a message."""
        return maybe(word, self.known)

    def _of(self, codes: Collection[str]) -> RuleSet:
        """Return a set of the rules with these codes; the others stay known."""
        out = tuple(rule for rule in self.rules if rule.meta.code not in codes)
        kept = tuple(rule for rule in self.rules if rule.meta.code in codes)
        return attrs.evolve(self, rules=kept, left_out=(*self.left_out, *out))

    def _chosen(self, selectors: Iterable[str]) -> set[str]:
        chosen: set[str] = set()
        for selector in selectors:
            matching = {rule.meta.code for rule in self.rules if _matches(rule, selector)}
            if not matching:
                raise _unknown(selector, self.rules)
            chosen |= matching
        return chosen


def _are_severities(pairs: object) -> bool:
    return isinstance(pairs, tuple) and all(
        isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[1], Severity) for pair in pairs
    )


def _severity(word: Severity | str) -> Severity:
    try:
        return Severity(word)
    except ValueError:
        message = f"{word!r} is no severity; one of {', '.join(Severity)}"
        raise ConfigError(message) from None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _matches(rule: Rule, selector: object) -> bool:
    meta = rule.meta
    family = (
        isinstance(selector, str) and len(selector) >= 3 and meta.code.startswith(selector)
    )  # letters and one digit
    return selector in (meta.code, meta.name) or family


def _unknown(selector: str, rules: Iterable[Rule]) -> UnknownRuleError:
    hint = maybe(selector, {word for rule in rules for word in (rule.meta.code, rule.meta.name)})
    return UnknownRuleError(f"no rule has the code, name or family {selector!r}" + (f"\n{hint}" if hint else ""))
