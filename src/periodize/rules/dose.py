"""PZ2xx: how much strength work a week holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Form
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._wording import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Week
    from periodize._view import View

# The first week of the examples' season alone, so that no other week is short.
_LAST_WEEKS = [{"first": "2027-01-13", "last": "2027-04-25"}]


def _weekly(*dates: str, **more: object) -> list[dict[str, object]]:
    return [{"date": date, **more} for date in dates]


@attrs.frozen
class WeeklyMinimum:
    """A whole week of adaptation, strength, power or endurance holds less than the weekly minimum.

    Why: below two full sessions, or four mini ones, strength is kept at best, not built. Deload weeks are lighter, not
    emptier, so they owe it too. A week cut by the season's ends or by a blackout owes its share, never as an error.

    Evidence: strong. The origin article and ACSM's two sessions a week. Once a week is enough to keep what there is.

    Repair: add a session, or split one into two mini ones.

    Related: PZ202, PZ502.

    Attributes:
        units: what a week holds at least; a full session counts two, a mini one counts one.
    """

    meta: ClassVar = RuleMeta(
        code="PZ201",
        name="weekly-minimum",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "ACSM26"),
        examples=(
            trips("one session in a whole week", *_weekly("2027-01-05"), availability={"blackout": _LAST_WEEKS}),
            passes(
                "two sessions in the only whole week",
                *_weekly("2027-01-05", "2027-01-08"),
                availability={"blackout": [{"first": "2027-01-13", "last": "2027-04-25"}]},
            ),
        ),
    )
    counts_second: ClassVar = True
    more_helps: ClassVar = True
    units: int = knob(evidence.WEEKLY_UNITS, stricter="higher")

    @property
    def law(self) -> str:
        """The minimum in full and in short sessions."""
        full = number(-(-self.units // Form.FULL.units))
        return f"{full} sessions a week, or {number(self.units)} short ones"

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Count a whole week's units."""
        if not week.phase.builds or not view.is_whole(week):
            return
        units = sum(session.units for session in week.sessions)
        if units < self.units:
            yield Hit(
                "{week}, of {phase}, holds {measured} of {required} units; a full session counts two, a mini one",
                week=week,
                phase=week.phase,
                measured=units,
                required=self.units,
            )


@attrs.frozen
class DoseShort:
    """A week holds fewer sessions than the dose that was asked for.

    Why: the dose is what the runner set out to do. A week cut short by the season's ends or by a blackout owes its
    share by its open days, rounded down.

    Evidence: moderate. The more weekly sessions, the more strength, with falling returns.

    Repair: add a session, or ask for a smaller dose.

    Related: PZ201.
    """

    meta: ClassVar = RuleMeta(
        code="PZ202",
        name="dose-short",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Grgic18", "Ratamess09"),
        examples=(
            trips(
                "two of three sessions",
                *_weekly("2027-01-05", "2027-01-08"),
                dose="3 full",
                availability={"blackout": _LAST_WEEKS},
            ),
            passes(
                "three of three sessions, and one in the broken week after",
                *_weekly("2027-01-04", "2027-01-06", "2027-01-08"),
                dose="3 full",
                availability={"blackout": [{"first": "2027-01-11", "last": "2027-04-25"}]},
            ),
        ),
    )

    more_helps: ClassVar = True

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Compare a week's units with what it owes."""
        owed = view.owed(week)
        held = sum(session.units for session in week.sessions) // view.brief.dose.form.units
        if held < owed:
            yield Hit(
                "{week} holds {measured} of {required} session{s}",
                week=week,
                measured=held,
                required=owed,
                s="s" * (owed > 1),
            )
