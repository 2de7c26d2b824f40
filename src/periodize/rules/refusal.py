"""PZ0xx: why a plan that was made with best effort has errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._findings import Hit, RuleMeta, Severity
from periodize._phrases import phrase
from periodize.rules._examples import passes, trips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._view import View

_CONFLICT = [
    {"label": "no time on Sun", "kind": "fact", "code": "availability.days", "weeks": [1]},
    {"label": "two sessions a week, or four short ones", "kind": "rule", "code": "PZ201", "weeks": [1]},
]


@attrs.frozen
class BestEffort:
    """The plan was made with best effort: no plan holds all of some facts and rules.

    Why: the errors of such a plan have a reason, and the reason is what to change. `plan` wrote it down when it made
    the plan; the errors themselves are findings of their own rules.

    Evidence: practice.

    Repair: change one of the facts in the brief and plan again; without best effort `plan` names changes that work.

    Related: PZ201, PZ307.
    """

    meta: ClassVar = RuleMeta(
        code="PZ002",
        name="best-effort",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips("two facts that cannot hold together", {"date": "2027-01-05"}, conflict=_CONFLICT),
            passes("no such reason", {"date": "2027-01-05"}),
        ),
        reads="season",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Name what clashes, at the first week that it strikes."""
        clashes = view.plan.conflict
        if clashes:
            numbers = sorted({number for clash in clashes for number in clash.weeks})
            first = next((week for week in view.weeks if week.week in numbers[:1]), None)
            yield Hit(
                "no plan holds all of this{where}: {clashes}",
                week=first,
                where=_where(numbers),
                clashes="; ".join(clash.label for clash in clashes),
            )


def _where(numbers: list[int]) -> str:
    if not numbers:
        return ""
    if len(numbers) == 1:
        return phrase(" in week {number}", number=numbers[0])
    return phrase(" in weeks {first} to {last}", first=numbers[0], last=numbers[-1])
