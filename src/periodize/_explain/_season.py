"""Which weeks of a season carry warnings, and whether another placement would carry fewer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from periodize import _engine
from periodize._explain._words import counted
from periodize._findings import Finding, Severity
from periodize._model import SHIPPED, Clash, Week
from periodize._placement import Tier, avoidances
from periodize._planner import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from periodize._catalogue import Catalogue
    from periodize._engine import RuleSet
    from periodize._model import Model, Plan
    from periodize._placement import Avoidance

_STEERING = (_engine.Shape.PAIR, _engine.Shape.SESSION, _engine.Shape.WEEK)


@attrs.frozen
class WarningExplanation:
    """The warnings of a rule in a week, and whether they could be avoided.

    Attributes:
        code, name: of the rule.
        findings: the warnings.
        fewest: how many the week has at least, in every season without more errors.
        instead: whether the best season with so few has as many warnings elsewhere, or more.
        cost: what that season has more (or less) of than the best of all, weightiest first; empty where it is as good.
    """

    code: str
    name: str
    findings: tuple[Finding, ...]
    fewest: int
    instead: bool
    cost: Mapping[str, int] = attrs.field(hash=False)

    @property
    def unavoidable(self) -> bool:
        """Whether no placement without more errors carries fewer."""
        return self.fewest >= len(self.findings)

    @property
    def verdict(self) -> str:
        """Say whether they could be avoided, and at what cost."""
        many = len(self.findings) > 1
        if self.unavoidable:
            return f"cannot be avoided: every plan with as few errors has {'as many' if many else 'it'}"
        left = f"all but {self.fewest} could be avoided" if self.fewest else "could be avoided"
        if not self.cost:
            return f"{left} at no cost: `plan` would place the week otherwise"
        name, count = next(iter(self.cost.items()))
        elsewhere = "a warning elsewhere and " if self.instead else ""
        return f"{left}, at the cost of {elsewhere}{count:+d} {name}"


@attrs.frozen
class WeekExplanation:
    """The warnings of a week that depend on where sessions stand.

    Attributes:
        week: the week.
        warnings: a rule at a time, in order of their codes.
    """

    week: Week
    warnings: tuple[WarningExplanation, ...]

    @property
    def unavoidable(self) -> bool:
        """Whether every warning of it is one that no placement could avoid."""
        return all(item.unavoidable for item in self.warnings)


@attrs.frozen
class SeasonExplanation:
    """Which weeks carry warnings, which of them no placement could avoid, and what avoiding the others would cost.

    It is about the rules that steer placement. It prints well.

    Attributes:
        sessions: how many sessions the plan has.
        total: how many weeks.
        weeks: those that carry warnings, in order.
        conflict: why the plan has errors, where it was made with best effort; see `Plan.conflict`.
    """

    sessions: int
    total: int
    weeks: tuple[WeekExplanation, ...]
    conflict: tuple[Clash, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What it prints; a name in a line may hold any character."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        few = (
            f"{len(self.weeks)} of {self.total} weeks carry"
            if len(self.weeks) != 1
            else f"1 of {self.total} weeks carries"
        )
        yield f"{self.sessions} sessions; {few} warnings about where sessions stand"
        if self.conflict:
            yield "no plan holds all of this:"
            yield from (f"  {clash}" for clash in self.conflict)
        for item in self.weeks:
            week = item.week
            deload = ", deload" if week.deload else ""
            yield f"week {week.week}, {week.start} to {week.end}, {week.phase}{deload}"
            for warning in item.warnings:
                yield from (f"  {warning.code} {finding.message}" for finding in warning.findings)
                yield f"    {warning.verdict}"

    def __str__(self) -> str:
        return "\n".join(self.lines)


def explain_season(
    plan: Plan, rules: RuleSet, catalogue: Catalogue, models: Sequence[Model] = SHIPPED
) -> SeasonExplanation:
    """Explain the warnings of a plan; the season is solved anew for each week and rule with as few as can be.

    Weeks that the plan counts otherwise than `plan` would are left out: there is nothing to compare them with.
    """
    setting = Setting.of(plan.brief, rules, catalogue, models)
    schedule = [rule for rule in rules if rule.meta.reads == "schedule"]
    steer = [rule for rule in schedule if any(hasattr(rule, shape.value) for shape in _STEERING)]
    view = _engine.view_of(plan, catalogue, setting.timeline)
    report = _engine.check(plan, attrs.evolve(rules, rules=tuple(steer)), view)
    known = {(week.week, week.start, week.end): week for week in setting.timeline.weeks}
    weeks = {week.week: week for week in plan.weeks if (week.week, week.start, week.end) in known}
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in report:
        if finding.severity is Severity.WARNING and finding.where.week in weeks:
            groups.setdefault((finding.where.week, finding.code), []).append(finding)
    asked = sorted(groups)
    told: dict[int, list[WarningExplanation]] = {}
    found = avoidances(setting.slots, rules, setting.view(), asked) if asked else iter(())
    for key, avoidance in zip(asked, found, strict=True):
        told.setdefault(key[0], []).append(_told(groups[key], avoidance, plan))
    explained = tuple(WeekExplanation(weeks[number], tuple(warnings)) for number, warnings in told.items())
    return SeasonExplanation(len(plan.sessions), len(plan.weeks), explained, plan.conflict)


def _told(findings: list[Finding], avoidance: Avoidance, plan: Plan) -> WarningExplanation:
    first = next(iter(avoidance.cost), None)
    return WarningExplanation(
        code=findings[0].code,
        name=findings[0].name,
        findings=tuple(findings),
        fewest=avoidance.fewest,
        instead=first is not None and first > Tier.WARNINGS,
        cost=counted(avoidance.cost, plan.brief),
    )
