"""PZ3xx: where a session stands among the runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, Only, RuleMeta, Severity
from periodize._model import Form, Order, Part, Phase, Run, RunKind, Session
from periodize._phrases import enumerated
from periodize._units import DAY_MINUTES, clock
from periodize._view import end_of
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._wording import days_apart, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._view import View

_HOUR = 60


@attrs.frozen
class LiftBeforeRun:
    """A session stands before a run of the same day.

    Why: the run is the runner's first aim and wants fresh legs; on a shared day the lift follows it.

    Evidence: moderate. The origin article's advice. Lifting first made running cost more the next day too (one small
    trial), though it is better for strength itself (meta-analyses).

    Repair: lift after the run, best with hours between, or on a day without a run.

    Related: PZ303, PZ311, PZ323.
    """

    meta: ClassVar = RuleMeta(
        code="PZ301",
        name="lift-before-run",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "Doma13", "Eddens18"),
        examples=(
            trips("a lift at 06:00, the run at 07:00", {"date": "2027-01-05", "time": "06:00"}, runs="Tue 07:00 easy"),
            passes("a lift after the run", {"date": "2027-01-05", "time": "18:00"}, runs="Tue 07:00 easy"),
            passes(
                "a lift before it, where the brief says so",
                {"date": "2027-01-05", "time": "06:00"},
                runs="Tue 07:00 easy",
                order="lift_first",
            ),
        ),
    )
    law: ClassVar = "lift after the run, never before it"

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look for a run later on the day, as far as the brief's order bars the lift before it."""
        for run in view.runs_on(session.date):
            if session.start_minute < run.start_minute and comes_first(run, view.brief.order):
                yield Hit(
                    "{session} at {time:%H:%M} comes before the {run} at {run_time:%H:%M}",
                    session=session,
                    run=run,
                    time=session.time,
                    run_time=clock(run.start_minute),
                )
                return


def comes_first(run: Run, order: Order) -> bool:
    """Whether an order of the day bars a lift before a run; other training than running never does."""
    if run.is_cross or order is Order.LIFT_FIRST:
        return False
    return order is Order.RUN_FIRST or run.kind.hard


@attrs.frozen
class LiftDuringRun:
    """A session and a run overlap.

    Why: nobody does both at once.

    Evidence: coherence. No trial is needed.

    Repair: begin when the run has ended.

    Related: PZ301, PZ306.
    """

    meta: ClassVar = RuleMeta(
        code="PZ303",
        name="lift-during-run",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("a lift that begins during the run", {"date": "2027-01-05", "time": "07:30"}, runs="Tue 07:00 easy"),
            passes(
                "a lift that begins as the run ends", {"date": "2027-01-05", "time": "07:45"}, runs="Tue 07:00 easy"
            ),
        ),
    )
    law: ClassVar = "no lifting during a run"

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Compare its hours with those of the runs, also of one that began the day before."""
        start, end = session.moment, session.moment + session.minutes
        for run in view.run_row.between(start - DAY_MINUTES, end - 1):
            if start < end_of(run):
                yield Hit("{session} overlaps the {run}", session=session, run=run)


@attrs.frozen
class HeavyBeforeKeyRun:
    """Heavy leg work ends less than a day before a quality run, a long run or a race.

    Why: heavy legs cost the run that matters; an easy run bears them.

    Evidence: moderate. Running costs more for a day or longer after lifting, the more so the heavier it was.

    Repair: lift on the day of the run before, after it, or with a day to spare.

    Related: PZ301, PZ321, PZ322.

    Attributes:
        hours: from the end of the lift to the start of the run at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ311",
        name="heavy-before-key-run",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Doma17", "Doma19"),
        only=Only(heavy=True, kinds=(RunKind.QUALITY, RunKind.LONG, RunKind.RACE)),
        examples=(
            trips("the evening before a long run", {"date": "2027-01-09"}, runs="Sun 08:00 long"),
            passes("two evenings before it", {"date": "2027-01-08"}, runs="Sun 08:00 long"),
        ),
    )
    pair: ClassVar = (Session, Run)
    hours: float = knob(evidence.HEAVY_BEFORE_KEY_RUN, stricter="higher")

    @property
    def reach_hours(self) -> float:
        """As far as its hours."""
        return self.hours

    def check_pair(self, session: Session, run: Run, hours: float) -> Iterator[Hit]:
        """Measure the gap."""
        if session.heavy and run.kind.hard and hours < self.hours:
            yield Hit(
                "{session} loads the legs heavily {gap} before the {run}",
                session=session,
                run=run,
                gap=span(hours),
                measured=max(hours, 0.0),
                required=self.hours,
            )


@attrs.frozen
class HeavyOnTheEve:
    """Heavy leg work stands on the day before a key run, though a full day of hours lies between.

    Why: 24 hours are the least; a whole day between is better where it can be had.

    Evidence: practice. Fatigue after lifting fades over hours to days; where it is gone, no trial says.

    Repair: lift a day earlier.

    Related: PZ311, PZ322.

    Attributes:
        hours: from the end of the lift to the start of the run; what is nearer is for `heavy-before-key-run`.
    """

    meta: ClassVar = RuleMeta(
        code="PZ321",
        name="heavy-on-the-eve",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Doma17", "Doma19"),
        only=Only(heavy=True, kinds=(RunKind.QUALITY, RunKind.LONG, RunKind.RACE)),
        examples=(
            trips("06:00 on the eve", {"date": "2027-01-09", "time": "06:00"}, runs="Sun 08:00 long"),
            passes("two days before", {"date": "2027-01-08", "time": "06:00"}, runs="Sun 08:00 long"),
        ),
    )
    pair: ClassVar = (Session, Run)
    reach_hours: ClassVar = 48
    hours: float = knob(evidence.HEAVY_BEFORE_KEY_RUN, stricter="lower")

    def check_pair(self, session: Session, run: Run, hours: float) -> Iterator[Hit]:
        """Look at the day before the run."""
        if session.heavy and run.kind.hard and days_apart(session, run) == 1 and hours >= self.hours:
            yield Hit("{session} loads the legs heavily on the eve of the {run}", session=session, run=run)


@attrs.frozen
class HeavyNearLongRun:
    """Heavy leg work stands on the day of a run of 90 minutes or more, or on the day after.

    Why: after so long a run the legs are tired enough that the lift is poor and the recovery long.

    Evidence: practice. No trial looks at lifting after so long a run.

    Repair: move it a day on, or make it an upper-body session.

    Related: PZ311, PZ321.

    Attributes:
        minutes: how long a run is long.
    """

    meta: ClassVar = RuleMeta(
        code="PZ322",
        name="heavy-near-long-run",
        severity=Severity.ADVICE,
        since="0.1.0",
        only=Only(heavy=True),
        examples=(
            trips("the day after two hours", {"date": "2027-01-11"}, runs="Sun 08:00 long 120min"),
            passes("the day after 80 minutes", {"date": "2027-01-11"}, runs="Sun 08:00 long 80min"),
        ),
    )
    pair: ClassVar = (Run, Session)
    reach_hours: ClassVar = 48
    minutes: int = knob(evidence.LONG_RUN_MINUTES, stricter="lower")

    def check_pair(self, run: Run, session: Session, hours: float) -> Iterator[Hit]:
        """Look at the day of the run and the day after."""
        lasted = run.end_minute - run.start_minute
        if session.heavy and not run.is_cross and lasted >= self.minutes and days_apart(run, session) <= 1:
            yield Hit(
                "{session} loads the legs heavily on the day {same:of|after} the {run} of {lasted} minutes",
                session=session,
                run=run,
                same=session.date == run.date,
                lasted=lasted,
            )


@attrs.frozen
class SoonAfterRun:
    """A full strength or power session follows a run within three hours, though the day has later hours open.

    Why: explosive strength grows less when the lift follows endurance work closely.

    Evidence: strong. A meta-analysis finds the loss in one session, none with three hours between.

    Repair: leave three hours, best six.

    Related: PZ301, PZ322.

    Attributes:
        hours: from the end of the run to the start of the lift.
    """

    meta: ClassVar = RuleMeta(
        code="PZ323",
        name="soon-after-run",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Schumann22",),
        only=Only(phases=(Phase.STRENGTH, Phase.POWER), forms=(Form.FULL,)),
        examples=(
            trips("straight after the run", {"date": "2027-01-26", "time": "07:45"}, runs="Tue 07:00 easy"),
            passes("in the evening", {"date": "2027-01-26", "time": "18:00"}, runs="Tue 07:00 easy"),
            passes(
                "straight after the run, where no other hour is open",
                {"date": "2027-01-26", "time": "19:30"},
                runs="Tue 18:00 easy",
            ),
        ),
    )
    hours: float = knob(evidence.AFTER_RUN)

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Measure from the last run of the day that has ended."""
        if session.form is not Form.FULL or session.phase not in (Phase.STRENGTH, Phase.POWER):
            return
        start = session.moment
        before = view.run_row.between(start - session.start_minute - DAY_MINUTES, start)
        ended = [run for run in before if end_of(run) <= start]
        if not ended:
            return
        run = max(ended, key=end_of)
        gap = (start - end_of(run)) / _HOUR
        if gap >= self.hours:
            return
        earliest = session.start_minute + (self.hours - gap) * _HOUR
        later = (stop - max(opens, earliest) for opens, stop in view.availability.open_on(session.date))
        if any(room >= session.minutes for room in later):
            yield Hit(
                "{session} starts {gap} after the {run}",
                session=session,
                run=run,
                gap=span(gap),
                measured=gap,
                required=self.hours,
            )


@attrs.frozen
class LoadedByCrossTraining:
    """A session loads what other training loads on the same day or on the day before.

    Why: a long ride or a hike tires the legs as a run does, and rowing the back.

    Evidence: practice. No trial compares other training with runs here.

    Repair: leave a day between, or let the session load other parts.

    Related: PZ302, PZ322.
    """

    meta: ClassVar = RuleMeta(
        code="PZ324",
        name="loaded-by-cross-training",
        severity=Severity.ADVICE,
        since="0.1.0",
        only=Only(kinds=(RunKind.CROSS,)),
        examples=(
            trips(
                "the day after a ride",
                {"date": "2027-01-05"},
                runs={"dated": [{"date": "2027-01-04", "kind": "cross", "loads": ["lower"]}]},
            ),
            passes(
                "the day after yoga, which loads nothing",
                {"date": "2027-01-05"},
                runs={"dated": [{"date": "2027-01-04", "kind": "cross"}]},
            ),
        ),
    )
    pair: ClassVar = (Run, Session)
    reach_hours: ClassVar = 48

    def check_pair(self, run: Run, session: Session, hours: float) -> Iterator[Hit]:
        """Compare the loaded parts on the day of the other training and on the day after."""
        if days_apart(run, session) <= 1 and (shared := run.parts & session.loads):
            yield Hit(
                "{session} loads {parts} on the day {same:of|after} {run}",
                session=session,
                run=run,
                parts=enumerated((part for part in Part if part in shared), "and"),
                same=session.date == run.date,
            )
