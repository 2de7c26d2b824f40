"""PZ2xx: how much strength work a week holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _dose as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Focus, Form, Phase
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._wording import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle, Session, Week
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

    Related: PZ202, PZ203, PZ502.

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
        units = sum([session.units for session in week.sessions])
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

    Related: PZ201, PZ204.
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
        held = sum([session.units for session in week.sessions]) // view.brief.dose.form.units
        if held < owed:
            yield Hit(
                "{week} holds {measured} of {required} session{required:|s}",
                week=week,
                measured=held,
                required=owed,
            )


@attrs.frozen
class TooManySessions:
    """A week holds more strength sessions than a runner recovers from.

    Why: strength work is an addition to running; past some point it takes from the runs more than it gives.

    Evidence: moderate. Trials with runners use two to three sessions a week; more are for lifters. Trunk sessions
    outside the dose (focus `core`) are not counted.

    Repair: drop the smallest session, or merge two mini ones.

    Related: PZ201, PZ202.

    Attributes:
        full: the most where all are full sessions.
        mini: the most where all are mini sessions.
        units: the most where they are mixed; a full session counts two, a mini one counts one.
    """

    meta: ClassVar = RuleMeta(
        code="PZ203",
        name="too-many-sessions",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("origin", "ACSM26", "Blagrove18"),
        examples=(
            trips("four full sessions", *_weekly("2027-01-04", "2027-01-06", "2027-01-08", "2027-01-10")),
            passes("three full sessions", *_weekly("2027-01-04", "2027-01-06", "2027-01-08")),
        ),
    )
    full: int = knob(evidence.MOST_FULL, stricter="lower")
    mini: int = knob(evidence.MOST_MINI, stricter="lower")
    units: int = knob(evidence.MOST_UNITS, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Count each week's sessions, or its units where both forms stand in it."""
        for week in view.weeks_of(mesocycle):
            if len(week.sessions) > min(self.full, self.mini, self.units // Form.FULL.units):
                yield from self._check_week(week)

    def _check_week(self, week: Week) -> Iterator[Hit]:
        dealt = [session for session in week.sessions if session.focus is not Focus.CORE]
        forms = {session.form for session in dealt}
        mixed = len(forms) > 1
        if mixed:
            measured, required = sum(session.units for session in dealt), self.units
        else:
            measured, required = len(dealt), self.full if Form.FULL in forms else self.mini
        if measured > required:
            yield Hit(
                "{week} holds {measured} {mixed:units|sessions}; {required} are enough",
                week=week,
                mixed=mixed,
                measured=measured,
                required=required,
            )


@attrs.frozen
class EmptyTaperWeek:
    """A whole taper week holds no strength session.

    Why: strength fades from the third week without; one session a week keeps it, and keeps what is known known. The
    event's own week owes none.

    Evidence: strong. Trials and a review: one session a week is enough to keep strength if the load is kept.

    Repair: add a session of half the sets, with nothing new in it.

    Related: PZ201, PZ202.

    Attributes:
        sessions: the fewest.
    """

    meta: ClassVar = RuleMeta(
        code="PZ204",
        name="empty-taper-week",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Beattie17", "Spiering21", "Ronnestad10"),
        examples=(
            trips("no session in the week before the race's week"),
            passes("one session in it", *_weekly("2027-04-27")),
        ),
    )
    sessions: int = knob(evidence.TAPER_SESSIONS, stricter="higher")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Count each whole taper week's sessions."""
        for week in view.weeks_of(mesocycle) if mesocycle.phase is Phase.TAPER else ():
            if len(week.sessions) < self.sessions and view.is_whole(week):
                yield Hit(
                    "{week}, of the taper, holds {measured} of {required} session{required:|s}",
                    week=week,
                    measured=len(week.sessions),
                    required=self.sessions,
                )


def _minis(sets: int) -> list[dict[str, object]]:
    """Make the second week of the examples' strength phase of four mini sessions with so many sets each."""
    line = {"exercise": "squat", "sets": sets, "reps": {"min": 8, "max": 8}}
    dates = ("2027-02-01", "2027-02-02", "2027-02-04", "2027-02-05")
    return [
        {"date": date, "form": "mini", "focus": ("lower", "upper")[number % 2], "exercises": [line]}
        for number, date in enumerate(dates)
    ]


@attrs.frozen
class SmallMinis:
    """A week's mini sessions hold clearly fewer sets than the full ones that they stand for.

    Why: short sessions do as well as long ones only if the week's work is the same; four quick ones of a few sets are
    half a dose under a full name. A phase's first week and deloads are lighter in any form.

    Evidence: moderate. At equal volume the number of sessions makes no clear difference; below it, it does.

    Repair: add a set to the first pair of each mini session.

    Related: PZ201, PZ203.

    Attributes:
        share: of the sets of as many full sessions, at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ205",
        name="small-minis",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Cuthbert21",),
        examples=(
            trips("four sessions of five sets", *_minis(5)),
            passes("four sessions of eight sets", *_minis(8)),
        ),
        reads="exercises",
    )
    share: float = knob(evidence.MINI_SETS_SHARE, stricter="higher")

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Compare a loading week's sets with those of full sessions of its phase."""
        minis = [session for session in week.sessions if session.form is Form.MINI and session.focus is not Focus.CORE]
        if not minis or not all(session.exercises for session in minis) or self._is_light(week, view):
            return
        by_level = evidence.FULL_SESSION_SETS.value[week.phase]
        full = by_level[view.brief.athlete.level] * len(minis) * Form.MINI.units / Form.FULL.units
        sets = _sets(minis)
        if sets < self.share * full:
            yield Hit(
                "{week} has {measured} sets in {minis} mini sessions; as many full ones would hold {full:g}",
                week=week,
                minis=len(minis),
                full=full,
                measured=sets,
                required=self.share * full,
            )

    def _is_light(self, week: Week, view: View) -> bool:
        mesocycle = view.mesocycle_of(week.start)
        return not view.loading(week) or mesocycle is None or week.holds(mesocycle.start)


def _sets(sessions: list[Session]) -> int:
    return sum([session.tally.sets for session in sessions])
