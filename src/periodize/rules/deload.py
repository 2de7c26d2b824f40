"""PZ6xx: progression and lighter weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _timeline
from periodize._evidence import _timeline as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Phase
from periodize.rules._examples import passes, trips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Week
    from periodize._view import View


def _weeks(*deloads: int) -> list[dict[str, object]]:
    starts = ["2027-01-04", "2027-01-11", "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08", "2027-02-15"]
    ends = ["2027-01-10", "2027-01-17", "2027-01-24", "2027-01-31", "2027-02-07", "2027-02-14", "2027-02-21"]
    return [
        {"week": n, "weeks_out": 18 - n, "start": start, "end": end, "phase": "strength", "deload": n in deloads}
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


@attrs.frozen
class DeloadDue:
    """Too many loading weeks follow one another.

    Why: a lighter week sheds fatigue, so that the next block begins fresh. Weeks of a short adaptation and weeks that
    a blackout breaks do not count as loading.

    Evidence: practice. Athletes deload every five to six weeks; older ones do well with fewer between.

    Repair: turn a week into a deload: the same exercises and days, a third to a half of the sets less.

    Related: PZ104.
    """

    meta: ClassVar = RuleMeta(
        code="PZ601",
        name="deload-due",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Rogerson24", "Bell23"),
        examples=(
            trips("seven loading weeks in a row", weeks=_weeks()),
            passes("a deload in the fourth", weeks=_weeks(4)),
        ),
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count the loading weeks between lighter ones."""
        most = _timeline.longest_loading_run(view.brief.athlete.age)
        if (
            sum(week.phase.builds and week.days > evidence.START_STUB_DAYS.value for week in view.weeks)
            <= evidence.WEEKS_WITHOUT_DELOAD.value
        ):
            most = evidence.WEEKS_WITHOUT_DELOAD.value
        run = 0
        for week in view.weeks:
            run = run + 1 if self._loads(week, view) else 0
            if run > most:
                yield Hit(
                    "{week} is loading week {measured} in a row; a lighter one is due after {required}",
                    week=week,
                    measured=run,
                    required=most,
                )

    def _loads(self, week: Week, view: View) -> bool:
        if not view.loading(week) or not view.is_whole(week):
            return False
        mesocycle = view.mesocycle_of(week.start)
        if mesocycle is None or week.phase is not Phase.ADAPTATION:
            return True
        counted = [other for other in view.weeks_of(mesocycle) if other.days > evidence.START_STUB_DAYS.value]
        return len(counted) >= evidence.ADAPTATION_DELOAD_FROM_WEEKS.value
