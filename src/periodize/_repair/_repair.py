"""The loop: the findings in order, each answered by the first proposal that makes the plan better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._findings import Grade, Repair
from periodize._repair._bench import Bench, better, key
from periodize._repair._moves import Moves
from periodize._repair._result import Applied, RepairResult
from periodize.exceptions import PeriodizeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._catalogue import Catalogue
    from periodize._engine import RuleSet
    from periodize._findings import Finding, Report
    from periodize._model import Plan

_FAMILIES = ("PZ1", "PZ7", "PZ6", "PZ2", "PZ3", "PZ4", "PZ5")
"""The season first, then its lighter weeks, how much a week holds, where it stands, what it holds."""
_MOST_STEPS = 50
"""A session of more lines than that is not for us to mend."""
_CALENDAR = _FAMILIES.index("PZ3")


def repair(plan: Plan, *, rules: RuleSet, catalogue: Catalogue, unsafe: bool) -> RepairResult:
    """Make a plan better where its rules know how.

    Every finding is answered by the first proposal after which there is less to say about the whole plan: fewer
    errors, else fewer warnings, else less advice, and no error that was not there before. When a round over all
    findings changes nothing, that is the end; so the same again changes nothing either.
    """
    return _Repairer(plan, rules, catalogue, unsafe=unsafe).run()


class _Repairer:
    def __init__(self, plan: Plan, rules: RuleSet, catalogue: Catalogue, *, unsafe: bool) -> None:
        self.plan = plan
        self.unsafe = unsafe
        self.bench = Bench(plan, rules, catalogue)
        self.moves = Moves(plan, rules, self.bench)
        self.report = self.bench.check(plan)
        self.applied: list[Applied] = []

    def run(self) -> RepairResult:
        while self._round():
            pass
        return RepairResult(self.plan, tuple(self.applied), self.report)

    def _round(self) -> bool:
        """Go through the findings once; say whether anything was done."""
        before = len(self.applied)
        for found in sorted(self.report, key=_order):
            # Others may have been answered with it, or say something else by now.
            finding = next((item for item in self.report if key(item) == key(found)), None)
            if finding is not None:
                self._answer(finding)
        return len(self.applied) > before

    def _answer(self, finding: Finding) -> None:
        for repair in self._proposals(finding):
            tried = self._try(repair, finding)
            if tried is not None:
                self.plan, self.report, made = tried
                self.applied.append(Applied(made, finding))
                return

    def _proposals(self, finding: Finding) -> Iterator[Repair]:
        """Yield what could be done: what the rule says, then moves; what is unsafe last, where it is asked for."""
        steers = self.bench.steers(finding.code)
        yield from (repair for repair in finding.repairs if repair.edits and repair.grade is Grade.SAFE)
        if steers:
            yield from self.moves.safe(self.plan, finding)
        if self.unsafe:
            if steers:
                yield from self.moves.unsafe(self.plan, finding)
            yield from (repair for repair in finding.repairs if repair.edits and repair.grade is Grade.UNSAFE)

    def _try(self, repair: Repair, finding: Finding) -> tuple[Plan, Report, Repair] | None:
        """Return the plan with a repair and its report, if it answers the finding and makes the plan better.

        A rule may name the first of several lines only: while it has another way out for the same place, go on.
        """
        plan = self.plan
        made: list[Repair] = []
        while repair not in made and len(made) < _MOST_STEPS:
            made.append(repair)
            try:
                plan = plan.apply(*repair.edits)
            except PeriodizeError:  # an app's rule proposes what cannot be done
                return None
            report = self.bench.check(plan)
            left = next((item for item in report if key(item) == key(finding)), None)
            if left is None:
                return (plan, report, _joined(made)) if better(report, self.report) else None
            same_grade = (other for other in left.repairs if other.edits and other.grade is repair.grade)
            repair = next(same_grade, repair)
        return None


def _joined(made: list[Repair]) -> Repair:
    if len(made) == 1:
        return made[0]
    edits = tuple(edit for repair in made for edit in repair.edits)
    return Repair(edits, made[0].grade, "; ".join(repair.label for repair in made))


def _order(finding: Finding) -> tuple[object, ...]:
    """Order findings by what must be right before the next can be: family, weight, then date and place."""
    family = next((n for n, code in enumerate(_FAMILIES) if finding.code.startswith(code)), _CALENDAR)
    where = finding.where
    return (family, finding.severity.rank, where.date, where.label, finding.code)
