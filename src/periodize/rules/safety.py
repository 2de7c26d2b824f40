"""PZ8xx: safety, age, and the return after a break."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _dates
from periodize._evidence import _season as evidence
from periodize._evidence import _session as people
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import LoadKind, Phase, Role
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._light import has_single_sets, is_measure, sets_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Prescription, Session, Week
    from periodize._view import View

_UNDER_AGE = {"age": 16}
_REFER, _PASSED = "refer", "passed "


def _line(sets: int, reps: int, **more: object) -> list[dict[str, object]]:
    return [{"exercise": "squat", "sets": sets, "reps": {"min": reps, "max": reps}, **more}]


@attrs.frozen
class NeedsReferral:
    """The athlete's screening says to ask a professional first.

    Why: pregnancy, heart trouble, recent surgery or acute pain need a person who examines, not a plan.

    Evidence: safety. Screening consensus (PAR-Q+). Only the outcome is kept here, no answers.

    Repair: none by software; plan again when the screening is passed.

    Related: PZ701, PZ803.
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
        if view.brief.athlete.screening == _REFER and view.plan.sessions:
            yield Hit("the screening says to see a professional before training with weights")


@attrs.frozen
class YouthCaps:
    """A line of an athlete under 18 is more than the consensus on youth training allows.

    Why: technique comes first; what is done near failure, very heavily or in many sets teaches none.

    Evidence: moderate. Position statements: one to three sets of 6 to 15, light to moderate; jumps of fewer. In the
    endurance phase that leaves 15 exactly.

    Repair: take off sets, fit the repetitions, leave two or more in reserve.

    Related: PZ401, PZ405, PZ804.

    Attributes:
        sets: of a line at most.
        least_reps, most_reps: of a set, jumps and other quick lines aside.
    """

    meta: ClassVar = RuleMeta(
        code="PZ802",
        name="youth-caps",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Faigenbaum09", "Lloyd14"),
        examples=(
            trips("five sets", {"date": "2027-02-02", "exercises": _line(5, 8)}, athlete=_UNDER_AGE),
            trips("sets of three", {"date": "2027-02-02", "exercises": _line(3, 3)}, athlete=_UNDER_AGE),
            trips("sets of twenty", {"date": "2027-02-02", "exercises": _line(3, 20)}, athlete=_UNDER_AGE),
            trips(
                "one in reserve",
                {"date": "2027-02-02", "exercises": _line(3, 8, load={"kind": "rir", "min": 1, "max": 2})},
                athlete=_UNDER_AGE,
            ),
            passes("three sets of ten", {"date": "2027-02-02", "exercises": _line(3, 10)}, athlete=_UNDER_AGE),
            passes(
                "quick sets of three",
                {"date": "2027-02-02", "exercises": _line(3, 3, role="power")},
                athlete=_UNDER_AGE,
            ),
            passes("five sets at 30 years", {"date": "2027-02-02", "exercises": _line(5, 8)}, athlete={"age": 30}),
        ),
        reads="exercises",
    )
    sets: int = knob(evidence.YOUTH_SETS, stricter="lower")
    least_reps: int = knob(evidence.YOUTH_LEAST_REPS, stricter="higher")
    most_reps: int = knob(evidence.YOUTH_MOST_REPS, stricter="lower")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at the first line that is too much."""
        if not _under_age(view):
            return
        for line in session.exercises:
            said = self._too_much(line)
            if said is not None:
                template, measured, required = said
                yield Hit(
                    template,
                    session=session,
                    exercise=view.catalogue.name(line.exercise),
                    measured=measured,
                    required=required,
                )
                return

    def _too_much(self, line: Prescription) -> tuple[str, float, float] | None:
        if line.sets > self.sets:
            return "{session}: {exercise} has {measured} sets; under 18 it is {required} at most", line.sets, self.sets
        if line.reps is not None and line.role is not Role.POWER:
            if line.reps.min < self.least_reps:
                template = "{session}: {exercise} has {measured} repetitions; under 18 it is {required} or more"
                return template, line.reps.min, self.least_reps
            if line.reps.max > self.most_reps:
                template = "{session}: {exercise} has {measured} repetitions; under 18 it is {required} at most"
                return template, line.reps.max, self.most_reps
        if line.load is not None and line.load.kind is LoadKind.RIR and line.load.min < evidence.YOUTH_RIR.value:
            template = "{session}: {exercise} leaves {measured} in reserve; under 18 it is {required} or more"
            return template, line.load.min, evidence.YOUTH_RIR.value
        return None


def _under_age(view: View) -> bool:
    age = view.brief.athlete.age
    return age is not None and age < people.YOUTH_AGE.value


@attrs.frozen
class ScreeningDue:
    """Nobody has asked the athlete the questions of a health screening, or not for a long time.

    Why: seven questions find most of those who should see a doctor before they train with weights.

    Evidence: strong. A consensus of screening (PAR-Q+): a passed one holds 12 months, or until health changes. It is
    advice for all: a warning on every plan that says nothing of it would be read by nobody.

    Repair: answer the questions, and tell `athlete.screening`.

    Related: PZ801, PZ804.

    Attributes:
        months: that a passed screening holds, counted to the season's first day.
    """

    meta: ClassVar = RuleMeta(
        code="PZ803",
        name="screening-due",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Warburton11",),
        examples=(
            trips("none", {"date": "2027-01-05"}),
            trips("passed two years before", {"date": "2027-01-05"}, athlete={"screening": "passed 2025-01-01"}),
            passes("passed a month before", {"date": "2027-01-05"}, athlete={"screening": "passed 2026-12-01"}),
        ),
        reads="exercises",
    )
    months: int = knob(evidence.SCREENING_MONTHS, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare the day of the screening with the season's first."""
        screening = view.brief.athlete.screening
        if not view.plan.sessions or screening == _REFER:
            return
        if not screening.startswith(_PASSED):
            yield Hit("the health screening is not done; maybe answer the seven questions of the PAR-Q+")
            return
        passed = dt.date.fromisoformat(screening.removeprefix(_PASSED))
        if _dates.months_after(passed, self.months) < view.brief.start:
            yield Hit(
                "the health screening was passed on {day}; it holds {required} months",
                day=passed,
                measured=passed.isoformat(),
                required=self.months,
            )


@attrs.frozen
class YouthSupervision:
    """An athlete under 18 should not train with weights alone.

    Why: technique is learned under the eyes of somebody who knows it, and most harm comes without.

    Evidence: moderate. Position statements ask for qualified supervision; the brief cannot say whether there is one, so
    this is advice, given once.

    Repair: find a trainer, or a club; a guardian decides.

    Related: PZ802, PZ803.
    """

    meta: ClassVar = RuleMeta(
        code="PZ804",
        name="youth-supervision",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Faigenbaum09", "Lloyd14"),
        examples=(
            trips("16 years", {"date": "2027-01-05"}, athlete=_UNDER_AGE),
            passes("18 years", {"date": "2027-01-05"}, athlete={"age": 18}),
        ),
        reads="exercises",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Look at the age."""
        if _under_age(view) and view.plan.sessions:
            yield Hit("under 18, train with weights under qualified supervision")


def _back(view: View, days: int) -> Iterator[tuple[int, Week, Week]]:
    """Yield the gaps of so many days before the taper: their length, the last measure before, the week after."""
    sessions = [item for item in view.plan.sessions if item.exercises]
    for earlier, later in pairwise(sessions):
        gap = later.date.toordinal() - earlier.date.toordinal() - 1
        week = view.week_of(later)
        if gap < days or week is None or week.phase in (Phase.TAPER, Phase.TRANSITION):
            continue
        before = [item for item in view.weeks if item.end < later.date and is_measure(item, view)]
        if before:
            yield gap, before[-1], week


@attrs.frozen
class FullWorkAfterGap:
    """The first week after a gap of two weeks or more has as much work as before it.

    Why: the first weeks back are when most harm is done: the will comes back before the tissue does.

    Evidence: unverified. A consensus names the weeks after a break of two as the danger window and asks for about half
    the work in the first; the share is told by heart.

    Repair: take off sets in the first week back; the load may stay near what it was.

    Related: PZ109, PZ601.

    Attributes:
        days: without a session, from which it is a gap.
        share: of the sets before that the first week has at most.
    """

    meta: ClassVar = RuleMeta(
        code="PZ811",
        name="full-work-after-gap",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Caterisano19",),
        examples=(
            trips(
                "20 sets, three weeks off, 20 sets",
                {"date": "2027-02-02", "exercises": _line(20, 8)},
                {"date": "2027-02-24", "exercises": _line(20, 8)},
            ),
            passes(
                "10 sets after it",
                {"date": "2027-02-02", "exercises": _line(20, 8)},
                {"date": "2027-02-24", "exercises": _line(10, 8)},
            ),
        ),
        reads="exercises",
    )
    days: int = knob(evidence.GAP_DAYS, stricter="lower")
    share: float = knob(evidence.AFTER_GAP_SHARE, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare the week after each gap with the last loading week before it."""
        for gap, before, week in _back(view, self.days):
            sets, held = sets_of(week), sets_of(before)
            if sets > self.share * held and not has_single_sets(week):
                yield Hit(
                    "{week} has {measured} sets after {gap} days without a session; {required} or fewer would be right",
                    week=week,
                    gap=gap,
                    measured=sets,
                    required=int(self.share * held),
                )
