"""What a configuration file says about rules: its keys, and what is wrong with them, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from periodize import _codec
from periodize._engine._rule import knobs_of
from periodize._engine._weights import WHERE, WeekKind
from periodize._findings import Severity
from periodize._model import Phase
from periodize.exceptions import ConfigError, DecodeError, Problem, escape, maybe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from periodize._engine._rule import Rule
    from periodize._engine._rule_set import RuleSet

Reader = Callable[[str], str]
_TABLES = ("severity", "options", "per-phase", "per-week")
_LISTS = ("select", "extend-select", "ignore")
_KEYS = ("extend", *_LISTS, *_TABLES)
_WITHIN = ("ignore", "severity")
_DEEPEST_EXTEND = 16


def parsed(text: str | bytes, read: Reader | None) -> dict[str, Any]:
    """Read a configuration and those that it extends: keys of its own stand in place of theirs, tables are merged.

    Raises:
        ConfigError: it is no TOML, or extends what cannot be read.
    """
    layers: list[Mapping[str, Any]] = []
    following: str | bytes | None = text
    while following is not None:
        try:
            layer = _codec.parse_toml(following)
        except DecodeError as error:
            raise ConfigError(str(error)) from None
        layers.append(layer)
        base = layer.pop("extend", None)
        following = None if base is None else _extended(base, read, len(layers))
    made: dict[str, Any] = {}
    for layer in reversed(layers):
        for key, value in layer.items():
            made[key] = _merged(made.get(key), value) if key in _TABLES else value
        if "select" in layer and "extend-select" not in layer:
            made.pop("extend-select", None)
    return made


def _extended(base: object, read: Reader | None, depth: int) -> str:
    problem = ""
    if not isinstance(base, str):
        problem = "must name a file"
    elif read is None:
        problem = "names a file, but none is read here; maybe pass read="
    elif depth == _DEEPEST_EXTEND:
        problem = f"leads on over more than {_DEEPEST_EXTEND} files, or in a circle"
    if problem or read is None or not isinstance(base, str):
        raise ConfigError(str(Problem("/extend", problem, base)))
    return read(base)


def _merged(one: Any, other: Any) -> Any:
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return other
    return {**one, **{key: _merged(one.get(key), value) for key, value in other.items()}}


def configured(rules: RuleSet, data: object) -> RuleSet:
    """Return a rule set as a configuration wants it.

    Raises:
        ConfigError: with all that is wrong.
    """
    reader = _Reader(rules)
    made = reader.read(data)
    if reader.problems:
        raise ConfigError("\n".join(map(str, reader.problems)))
    return made


class _Reader:
    """Reads a configuration and collects what is wrong with it."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.problems: list[Problem] = []
        self.words = {word for rule in rules for word in (rule.meta.code, rule.meta.name)}

    def read(self, data: object) -> RuleSet:
        table = self._table("", data, _KEYS, "is an unknown key")
        if "extend" in table:
            self._add("/extend", "is for files; maybe merge the mappings", table["extend"])
        made = self._tuned(self.rules, table)
        for pointer, kinds in (("/per-phase", Phase), ("/per-week", WeekKind)):
            made = self._within(made, pointer, kinds, table.get(pointer[1:]))
        return self._selected(made, table)

    def _selected(self, rules: RuleSet, table: Mapping[str, Any]) -> RuleSet:
        """Take the rules whose nearest mention is in a list of what is selected; a tie is ignored."""
        given = {key: self._selectors(f"/{key}", table.get(key)) for key in _LISTS}
        wanted = [*given["select"], *given["extend-select"]]
        least = "select" not in table

        def stays(rule: Rule) -> bool:
            return max(_nearness(rule, wanted), least) > _nearness(rule, given["ignore"])

        return rules.without(*(rule.meta.code for rule in rules if not stays(rule)))

    def _tuned(self, rules: RuleSet, table: Mapping[str, Any]) -> RuleSet:
        made = rules
        for selector, word in self._severities("/severity", table.get("severity")):
            made = made.severity(selector, word)
        options = self._table("/options", table.get("options"))
        for selector in self._selectors("/options", self._families_first(options), keys=True):
            pointer = f"/options/{escape(selector)}"
            for knob, value in self._table(pointer, options[selector]).items():
                made = self._option(made, f"{pointer}/{escape(knob)}", selector, knob, value)
        return made

    def _option(self, rules: RuleSet, pointer: str, selector: str, knob: str, value: object) -> RuleSet:
        """Set a knob of each rule of a selector that has it."""
        chosen = list(rules.select(selector))
        having = [rule for rule in chosen if knob in knobs_of(rule)]
        if not having:
            known = sorted({name for rule in chosen for name in knobs_of(rule)})
            hint = maybe(knob, known) or (f"maybe {' or '.join(known)}" if known else "")
            self._add(pointer, f"is no knob of {selector}", value, hint)
        for rule in having:
            try:
                rules = rules.options(rule.meta.code, **{knob: value})
            except ConfigError as error:
                self._add(pointer, str(error))
        return rules

    def _within(self, rules: RuleSet, pointer: str, kinds: type[Phase | WeekKind], table: object) -> RuleSet:
        for where, given in self._table(pointer, table, list(kinds), f"is no {WHERE[kinds]}").items():
            inner = self._table(f"{pointer}/{where}", given, _WITHIN, "is an unknown key")
            ignore = self._selectors(f"{pointer}/{where}/ignore", inner.get("ignore"))
            severity = self._severities(f"{pointer}/{where}/severity", inner.get("severity"))
            rules = rules.within(where, ignore=ignore, severity=dict(severity))
        return rules

    # What is given, as far as it is sound

    def _add(self, pointer: str, message: str, value: object = None, hint: str = "") -> None:
        self.problems.append(Problem(pointer, message, value, hint))

    def _table(
        self, pointer: str, value: object, known: Iterable[str] | None = None, unknown: str = ""
    ) -> dict[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self._add(pointer, "must be a table", value)
            return {}
        for key in value:
            if not isinstance(key, str) or (known is not None and key not in known):
                self._add(f"{pointer}/{escape(key)}", unknown or "must be text", None, maybe(key, known or ()))
        return {key: item for key, item in value.items() if isinstance(key, str) and (known is None or key in known)}

    def _selectors(self, pointer: str, value: object, *, keys: bool = False) -> list[str]:
        """Return the codes, names and families that select a rule."""
        if value is None:
            return []
        if not isinstance(value, Sequence) or isinstance(value, str | bytes):
            self._add(pointer, "must be a list of codes, names or families", value)
            return []
        sound = []
        for index, selector in enumerate(value):
            if selector in self.rules:
                sound.append(selector)
            else:
                place = f"{pointer}/{escape(selector) if keys else index}"
                self._add(place, "no rule has this code, name or family", selector, maybe(selector, self.words))
        return sound

    def _families_first(self, table: Iterable[str]) -> list[str]:
        """Sort selectors so that what is nearer to a rule has the last word."""
        return sorted(table, key=lambda selector: (selector in self.words, len(selector), selector))

    def _severities(self, pointer: str, value: object) -> list[tuple[str, Severity]]:
        """Return selectors with their severities."""
        table = self._table(pointer, value)
        found = []
        for selector in self._selectors(pointer, self._families_first(table), keys=True):
            word = table[selector]
            if word in list(Severity):
                found.append((selector, Severity(word)))
            else:
                self._add(
                    f"{pointer}/{escape(selector)}",
                    f"must be one of {', '.join(Severity)}",
                    word,
                    maybe(word, list(Severity)),
                )
        return found


_WHOLE_CODE = 100


def _nearness(rule: Rule, selectors: Iterable[str]) -> int:
    """Say how near the nearest mention of a rule is: 0 is none, a longer family is nearer, the rule itself nearest."""
    whole = {rule.meta.code, rule.meta.name}
    near = (
        _WHOLE_CODE if selector in whole else len(selector) * rule.meta.code.startswith(selector)
        for selector in selectors
    )
    return max(near, default=0)
