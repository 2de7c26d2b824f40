"""PZ6xx: lighter weeks, how often, how light and where."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _dates, _timeline
from periodize._evidence import _session as session
from periodize._evidence import _timeline as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Phase
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._light import dealt, has_single_sets, measures, sets_of
from periodize.rules._mending import of_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle, Week
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

    Repair: turn a week into a deload: the same exercises and days, a third to a half of the sets less. Which
    weeks are deloads no edit of a session changes.

    Related: PZ104, PZ602, PZ603.

    Attributes:
        weeks: the most in a row.
        masters: the most in a row of an athlete of 50 years or more.
        season: the most in a row where the season has no more before its taper.
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
        reads="season",
    )

    weeks: int = knob(evidence.LOADING_WEEKS, stricter="lower")
    masters: int = knob(evidence.MASTERS_LOADING_WEEKS, stricter="lower")
    season: int = knob(evidence.WEEKS_WITHOUT_DELOAD, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count the loading weeks between lighter ones."""
        most = self.masters if _timeline.is_masters(view.brief.athlete.age) else self.weeks
        if sum(week.phase.builds and week.days > evidence.START_STUB_DAYS.value for week in view.weeks) <= self.season:
            most = max(most, self.season)
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


def _sets_of(number: int) -> dict[str, object]:
    return {"exercise": "squat", "sets": number, "reps": {"min": 8, "max": 8}}


def _loading_then_deload(loading: int, deload: int) -> list[dict[str, object]]:
    """Make the first three weeks of the examples' strength phase, of which the third is a deload."""
    weeks = (
        ("2027-01-25", "2027-01-28", loading),
        ("2027-02-01", "2027-02-04", loading),
        ("2027-02-08", "2027-02-11", deload),
    )
    return [{"date": date, "exercises": [_sets_of(sets)]} for *dates, sets in weeks for date in map(str, dates)]


@attrs.frozen
class DeloadSize:
    """A deload has hardly fewer sets than the loading weeks before it, or hardly any.

    Why: a week that is as hard as the others sheds no fatigue, and a week off costs strength; between the two it is
    lighter, not empty. Exercises, days and repetitions stay.

    Evidence: moderate. Athletes and coaches cut sets and keep load and frequency; in a trial a week off cost strength.
    Whole sets cannot hit one figure, so the range is wide; a lighter week with a single set of each line is light
    enough. Trunk sessions outside the dose are not counted.

    Repair: take a set off each line that has more than one, or give one back.

    Related: PZ201, PZ601.

    Attributes:
        least, most: the share of the weekly sets that is taken off.
    """

    meta: ClassVar = RuleMeta(
        code="PZ602",
        name="deload-size",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Rogerson24", "Bell23", "Coleman24"),
        examples=(
            trips("one set of five less", *_loading_then_deload(5, 4)),
            trips("one set of five left", *_loading_then_deload(5, 1)),
            passes("two sets of five less", *_loading_then_deload(5, 3)),
        ),
        reads="exercises",
    )
    least: float = knob(session.DELOAD_CUT, 0, stricter="higher")
    most: float = knob(session.DELOAD_CUT, 1, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare each deload's sets with the most of the loading weeks since the last one."""
        weeks = view.weeks_of(mesocycle)
        if not mesocycle.phase.builds or not any(week.deload for week in weeks):
            return
        loaded, usual = 0, measures(mesocycle, view)
        for week in weeks:
            if week.start in usual:
                loaded = max(loaded, sets_of(week))
            if not week.deload or not view.is_whole(week):
                continue
            sets = sets_of(week)
            few = sets < loaded * (1 - self.most)
            many = sets > loaded * (1 - self.least) and (sets >= loaded or not has_single_sets(week))
            if loaded and sets and (few or many):
                yield Hit(
                    "{week}, a deload, has {sets} sets after {loaded}: {measured} % less; {required} or"
                    " {few:less|more} is right",
                    week=week,
                    sets=sets,
                    loaded=loaded,
                    few=few,
                    measured=round((1 - sets / loaded) * 100, 1),
                    required=round((self.most if few else self.least) * 100, 1),
                    edits=of_sets(dealt(week), self._right(loaded, few=few) - sets),
                )
            loaded = 0

    def _right(self, loaded: int, *, few: bool) -> int:
        """Return the sets that are nearest to those of a deload that has too few or too many."""
        share = loaded * (1 - (self.most if few else self.least))
        return math.ceil(share) if few else math.floor(share)


def _marked(*deloads: int) -> list[dict[str, object]]:
    """Make the weeks of the examples' season with these deloads, and no others."""
    phases = ["adaptation"] * 3 + ["strength"] * 6 + ["power"] * 3 + ["endurance"] * 4 + ["taper"] * 2
    return [
        {
            "week": number,
            "weeks_out": len(phases) - number,
            "start": _dates.days_after(_FIRST, 7 * number - 7).isoformat(),
            "end": _dates.days_after(_FIRST, 7 * number - 1).isoformat(),
            "phase": phase,
            "deload": number in deloads,
        }
        for number, phase in enumerate(phases, 1)
    ]


_FIRST = dt.date(2027, 1, 4)


@attrs.frozen
class DeloadBesideTaper:
    """The last week before the taper is a deload.

    Why: the taper is itself the lighter weeks; a deload before it makes the rest so long that fitness goes.

    Evidence: practice. Tapers of up to three weeks are tried; longer ones brought nothing more.

    Repair: make it a loading week, and move the deload forward; no edit of a session does that.

    Related: PZ601, PZ604.
    """

    meta: ClassVar = RuleMeta(
        code="PZ603",
        name="deload-beside-taper",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Smyth21",),
        examples=(
            trips("the last week of the endurance phase", weeks=_marked(4, 8, 12, 16)),
            passes("the last week of the power phase", weeks=_marked(4, 8, 12)),
        ),
        reads="season",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Look at the week that follows each deload."""
        for week in view.weeks_of(mesocycle):
            after = view.week_of(_dates.day_after(week.end)) if week.deload else None
            if after is not None and after.phase is Phase.TAPER and week.phase is not Phase.TAPER:
                yield Hit("{week} is a deload just before the taper", week=week)


@attrs.frozen
class DeloadOpensPhase:
    """A phase begins with a deload.

    Why: a first week brings new exercises at their lightest anyhow; a deload belongs to the end of a phase, so that
    the next begins fresh.

    Evidence: practice. Coaches deload before what is new.

    Repair: exchange it with the week before; no edit of a session does that.

    Related: PZ601, PZ603.
    """

    meta: ClassVar = RuleMeta(
        code="PZ604",
        name="deload-opens-phase",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips("the first week of strength", weeks=_marked(4, 8, 12)),
            passes("the last weeks of strength and power", weeks=_marked(6, 9, 12)),
        ),
        reads="season",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Look at the first week that counts."""
        counted = [week for week in view.weeks_of(mesocycle) if week.days > evidence.START_STUB_DAYS.value]
        if mesocycle.phase.builds and counted and counted[0].deload:
            yield Hit("{week}, the first of {phase}, is a deload", week=counted[0], phase=mesocycle.phase)
