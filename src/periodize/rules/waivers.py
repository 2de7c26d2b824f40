"""PZ0xx: the plan's own waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._findings import Hit, RuleMeta, Severity
from periodize.rules._examples import passes, trips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Waiver
    from periodize._view import View

_REASON = "the coach has seen it"


@attrs.frozen
class DeadWaiver:
    """A waiver waives nothing.

    Why: it stays when what it was for is gone, and then hides the next finding of its rule at its place.

    Evidence: practice.

    Repair: drop the waiver, or correct its place or the day until which it holds.

    Related: PZ107.
    """

    meta: ClassVar = RuleMeta(
        code="PZ001",
        name="dead-waiver",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips(
                "the session that it was for is gone",
                {"date": "2027-01-05", "id": "w1-1"},
                waivers=[{"code": "heavy-before-key-run", "place": "w1-2", "reason": _REASON}],
            ),
            passes(
                "a session that is there",
                {"date": "2027-01-05", "id": "w1-1"},
                waivers=[{"code": "heavy-before-key-run", "place": "w1-1", "reason": _REASON}],
            ),
        ),
        reads="exercises",
    )

    def check_waiver(self, waiver: Waiver, view: View) -> Iterator[Hit]:
        """Say so of a waiver that the engine found unused."""
        if waiver.until is None:
            yield Hit("the waiver of {rule} waives nothing", rule=waiver.code)
        else:
            yield Hit("the waiver of {rule} until {until} waives nothing", rule=waiver.code, until=waiver.until)
