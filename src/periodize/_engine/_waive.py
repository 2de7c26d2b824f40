"""What a plan's waivers do to a report: which findings they take out, and which of them do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize.exceptions import Problem, UnknownRuleError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from periodize._engine._rule_set import RuleSet
    from periodize._findings import Finding
    from periodize._model import Plan, Waiver


def split(
    plan: Plan, rules: RuleSet, findings: Iterable[Finding]
) -> tuple[list[Finding], list[Finding], tuple[Waiver, ...]]:
    """Return the findings that stand, those that are waived, and the waivers that waive nothing.

    A waiver whose rule is not asked is no dead one, unless its place is not in the plan.

    Raises:
        UnknownRuleError: waivers name rules that there are not; it says all of them.
    """
    if not plan.waivers:
        return list(findings), [], ()
    codes = _codes(plan, rules)
    stand: list[Finding] = []
    waived: list[Finding] = []
    used: set[Waiver] = set()
    for finding in findings:
        holding = [waiver for waiver in plan.waivers if _holds(waiver, codes[waiver.code], finding)]
        used.update(holding)
        if holding:
            waived.append(attrs.evolve(finding, waiver=holding[0]))
        else:
            stand.append(finding)
    asked, places = {rule.meta.code for rule in rules}, _places(plan)
    dead = tuple(
        waiver
        for waiver in plan.waivers
        if waiver not in used and (codes[waiver.code] in asked or waiver.place not in places)
    )
    return stand, waived, dead


def _codes(plan: Plan, rules: RuleSet) -> dict[str, str]:
    """Return the code of each waiver's rule."""
    known = rules.known
    problems = [
        Problem(f"/waivers/{index}/code", "no rule has this code or name", waiver.code, rules.nearest(waiver.code))
        for index, waiver in enumerate(plan.waivers)
        if waiver.code not in known
    ]
    if problems:
        raise UnknownRuleError("\n".join(map(str, problems)))
    return {waiver.code: known[waiver.code].meta.code for waiver in plan.waivers}


def _holds(waiver: Waiver, code: str, finding: Finding) -> bool:
    where = finding.where
    if code != finding.code or (waiver.until is not None and where.date > waiver.until):
        return False
    return waiver.place in {None, where.label, where.session_id, where.run_id, f"w{where.week}"}


def _places(plan: Plan) -> Collection[str | None]:
    named = [f"w{week.week}" for week in plan.weeks] + [mesocycle.phase.value for mesocycle in plan.mesocycles]
    return {None, "plan", *named, *(session.id for session in plan.sessions), *(run.id for run in plan.runs)}
