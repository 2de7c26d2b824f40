"""PZ8xx: safety."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._findings import Hit, RuleMeta, Severity
from periodize.rules._examples import passes, trips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._view import View


@attrs.frozen
class NeedsReferral:
    """The athlete's screening says to ask a professional first.

    Why: pregnancy, heart trouble, recent surgery or acute pain need a person who examines, not a plan.

    Evidence: safety. Screening consensus (PAR-Q+). Only the outcome is kept here, no answers.

    Repair: none by software; plan again when the screening is passed.

    Related: PZ701.
    """

    meta: ClassVar = RuleMeta(
        code="PZ801",
        name="needs-referral",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("Warburton11",),
        examples=(
            trips("a session in spite of it", {"date": "2027-01-05"}, athlete={"screening": "refer"}),
            passes("screening passed", {"date": "2027-01-05"}, athlete={"screening": "passed 2026-12-01"}),
        ),
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Look at the outcome of the screening."""
        if view.brief.athlete.screening == "refer" and view.plan.sessions:
            yield Hit("the screening says to see a professional before training with weights")
