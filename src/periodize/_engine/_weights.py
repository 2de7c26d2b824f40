"""What a finding weighs where it stands: the set's severities, and those of a phase or a kind of week."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from periodize._findings import Severity
from periodize._model import Mesocycle, Phase, Run, Session, Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from periodize._engine._rule import Rule
    from periodize._engine._rule_set import RuleSet
    from periodize._view import View


class WeekKind(StrEnum):
    """A kind of week that rules may be tuned for; a week may be of several."""

    LOADING = "loading"
    """Of adaptation, strength, power or endurance, and no deload."""
    DELOAD = "deload"
    BROKEN = "broken"
    """Cut by the season's ends or by a blackout."""
    EVENT = "event"
    """The week that holds the event."""


WHERE = {Phase: "phase", WeekKind: "kind of week"}

Words: TypeAlias = "frozenset[Phase | WeekKind]"


def kinds_of(week: Week, view: View) -> frozenset[WeekKind]:
    """Return the kinds of a week."""
    kinds = {
        WeekKind.LOADING: view.loading(week),
        WeekKind.DELOAD: week.deload,
        WeekKind.BROKEN: week.end < view.event.date and not view.is_whole(week),
        WeekKind.EVENT: week.holds(view.event.date),
    }
    return frozenset(kind for kind, holds in kinds.items() if holds)


class Weights:
    """The severities of a set's rules in the weeks of one view.

    A kind of week has the last word before a phase, and a phase before the set.
    """

    def __init__(self, rules: RuleSet, view: View) -> None:
        self._view = view
        self._base: Mapping[str, Severity | None] = rules.base
        self._within = rules.local
        self._found: dict[Words, Mapping[str, Severity | None]] = {}

    @property
    def vary(self) -> bool:
        """Whether some severity is another one in some phase or week."""
        return bool(self._within)

    def of(self, rule: Rule, item: object) -> Severity | None:
        """Return the severity of a rule's finding about an item; None where the rule is ignored."""
        if not self._within:
            return self._base[rule.meta.code]
        if isinstance(item, Week):
            return self.at(rule, item.phase, item)
        if isinstance(item, Mesocycle):
            return self.at(rule, item.phase, None)
        if not isinstance(item, Session | Run):
            return self._base[rule.meta.code]
        week = self._view.week_of(item)
        if isinstance(item, Session):
            return self.at(rule, item.phase, week)
        return self._base[rule.meta.code] if week is None else self.at(rule, week.phase, week)

    def at(self, rule: Rule, phase: Phase, week: Week | None) -> Severity | None:
        """Return the severity of a rule's findings in a phase and a week; None where it is ignored."""
        words: Words = frozenset({phase, *(kinds_of(week, self._view) if week is not None else ())})
        if words not in self._found:
            self._found[words] = {**self._base, **_spoken(self._within, words)}
        return self._found[words][rule.meta.code]


def _spoken(within: Iterable[tuple[str, str, Severity | None]], words: Words) -> dict[str, Severity | None]:
    ranked = sorted(
        (word in list(WeekKind), severity is None, code, severity) for word, code, severity in within if word in words
    )
    return {code: severity for _, _, code, severity in ranked}
