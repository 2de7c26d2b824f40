"""PZ9xx: where the plan's choice goes against trials, said once a plan with the other choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _season as evidence
from periodize._findings import Hit, Only, RuleMeta, Severity
from periodize._model import Level, LoadKind, Order, Part, Phase, Role
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Prescription, Session
    from periodize._view import View

_TRAINED = {"level": "intermediate", "equipment": ["barbell"]}
_ON_RUN_DAYS = [{"date": "2027-02-02"}, {"date": "2027-02-09"}]


def _squat(exercise: str = "back_squat", **more: object) -> list[dict[str, object]]:
    movements = ["knee_extension", "hip_extension"]
    return [{"exercise": exercise, "movements": movements, "sets": 2, "reps": {"min": 5, "max": 5}, **more}]


@attrs.frozen
class EnduranceNearRace:
    """The last heavy leg work lies so far before the event that its gain is spent.

    Why: the default model trains strength early and muscular endurance near the race. What heavy work gained lasts
    about a month; a runner should know what the last weeks before the race give up, and that there is another way.

    Evidence: moderate. Trials favour heavy and explosive work, kept up to near the race: it made running at the end of
    90 minutes cheaper, and once a week keeps strength for months. Others found circuits of many repetitions as good for
    recreational runners, and no model of periodization is proven best. How long strength lasts is practice.

    Repair: set `athlete.retain_strength`, or take the model "evidence"; both silence this note.

    Related: PZ101, PZ104.

    Attributes:
        days: from the last heavy leg work to the event at most.
    """

    meta: ClassVar = RuleMeta(
        code="PZ901",
        name="endurance-near-race",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Zanini25", "Blagrove18", "Beattie17", "Mikkola11", "ACSM26", "Issurin08", "Issurin10"),
        examples=(
            trips("strength ends in February, the race is in May", {"date": "2027-02-26", "phase": "strength"}),
            passes(
                "a heavy line is kept",
                {"date": "2027-02-26", "phase": "strength"},
                {"date": "2027-04-20", "exercises": _squat(role="retention")},
            ),
            passes(
                "the athlete asked for it",
                {"date": "2027-02-26", "phase": "strength"},
                athlete={"retain_strength": True},
            ),
        ),
        reads="exercises",
    )
    days: int = knob(evidence.HEAVY_LASTS_DAYS, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Look for the last session that keeps strength."""
        athlete = view.brief.athlete
        if athlete.retain_strength or view.timeline.model.keeps_heavy:
            return
        before = [session for session in view.plan.sessions if session.date < view.event.date]
        heavy = next((session for session in reversed(before) if _keeps_strength(session)), None)
        if heavy is not None:
            days = view.event.date.toordinal() - heavy.date.toordinal()
            if days > self.days:
                yield Hit(
                    "the last heavy leg work is {measured} days before {event}, and what it gained lasts about"
                    " {required}; trials favour heavy work to the taper: maybe athlete.retain_strength = true, or"
                    ' model = "evidence"',
                    event=view.event.name,
                    measured=days,
                    required=self.days,
                )
        elif before and athlete.level is not Level.NOVICE and any(session.phase.builds for session in before):
            yield Hit(
                "no leg work is heavy; trials favour heavy work to the taper:"
                ' maybe athlete.retain_strength = true, or model = "evidence"'
            )


def _keeps_strength(session: Session) -> bool:
    if session.phase in (Phase.STRENGTH, Phase.MAINTENANCE) and Part.LEGS in session.loads:
        return True
    return session.tally.heavy_legs or Role.RETENTION in session.tally.rests


@attrs.frozen
class RunFirstTradeoff:
    """In the strength phase most leg sessions follow a run on their day.

    Why: running first keeps the run fresh and costs the next day's run less, which a runner wants. It also costs some
    strength, which the runner should know.

    Evidence: strong. Lifting first gained about a fifteenth more leg strength in pooled trials, with no difference in
    endurance; one small trial found the next day's run worse after lifting first.

    Repair: where strength comes first, `order = "lift_first"` or `"key_session_first"`; or open days without a run.

    Related: PZ301, PZ321.

    Attributes:
        share: of the strength phase's leg sessions, from which the note is given.
    """

    meta: ClassVar = RuleMeta(
        code="PZ902",
        name="run-first-tradeoff",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Eddens18", "Gao23", "Doma13"),
        only=Only(phases=(Phase.STRENGTH,)),
        examples=(
            trips("both sessions follow a run", *_ON_RUN_DAYS, runs="Tue 07:00 easy"),
            passes("both stand on days without a run", *_ON_RUN_DAYS, runs="Wed 07:00 easy"),
            passes("the lift comes first", *_ON_RUN_DAYS, runs="Tue 19:00 easy", order="lift_first"),
        ),
        reads="exercises",
    )
    share: float = knob(evidence.RUN_FIRST_SHARE, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count the leg sessions of the strength phase that follow a run."""
        if view.brief.order is not Order.RUN_FIRST:
            return
        sessions = [item for item in view.plan.sessions if item.phase is Phase.STRENGTH and Part.LEGS in item.loads]
        after = sum(_follows_a_run(session, view) for session in sessions)
        if after and after >= self.share * len(sessions):
            yield Hit(
                "{after} of {all} leg sessions of the strength phase follow a run on their day; lifting first is better"
                ' for strength itself: maybe order = "lift_first"',
                after=after,
                all=len(sessions),
                measured=after,
            )


def _follows_a_run(session: Session, view: View) -> bool:
    return any(not run.is_cross and run.start_minute <= session.start_minute for run in view.runs_on(session.date))


@attrs.frozen
class NoLoad:
    """A trained athlete's strength phase has no leg line with a weight.

    Why: who has lifted for a while needs more than the body's weight to get stronger; without it the phase keeps what
    there is.

    Evidence: unverified. In pooled trials submaximal work alone had no clear effect on running economy; heavy work and
    jumps had. The numbers are recalled.

    Repair: tell the equipment that there is, or get a dumbbell or a kettlebell; where there is none, jumps help most.

    Related: PZ403, PZ501.
    """

    meta: ClassVar = RuleMeta(
        code="PZ903",
        name="no-load",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Llanos24a", "Llanos24b"),
        only=Only(phases=(Phase.STRENGTH,)),
        examples=(
            trips(
                "squats without a weight",
                {"date": "2027-02-02", "exercises": _squat("bodyweight_squat")},
                athlete={"level": "intermediate"},
            ),
            passes("squats with a barbell", {"date": "2027-02-02", "exercises": _squat()}, athlete=_TRAINED),
            passes("a novice", {"date": "2027-02-02", "exercises": _squat("bodyweight_squat")}),
        ),
        reads="exercises",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Look for a leg line that takes a weight."""
        sessions = [item for item in view.plan.sessions if item.phase is Phase.STRENGTH and Part.LEGS in item.loads]
        lines = [line for session in sessions for line in session.exercises]
        if view.brief.athlete.level is not Level.NOVICE and lines and not any(_loaded(line, view) for line in lines):
            yield Hit(
                "the strength phase has no weight; a trained athlete gains little from the body's weight alone: maybe"
                " tell athlete.equipment"
            )


def _loaded(line: Prescription, view: View) -> bool:
    """Whether a line takes a weight; one that the catalogue does not know may."""
    known = view.catalogue.get(line.exercise)
    said = line.load is not None and line.load.kind in (LoadKind.PERCENT_1RM, LoadKind.KG)
    return said or known is None or bool(known.equipment)
