"""PZ5xx: which movements a week trains, and with what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _lines as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Movement
from periodize._phrases import enumerated
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._mending import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Prescription, Session, Week
    from periodize._view import View

SIDE_TO_SIDE = (Movement.HIP_ABDUCTION, Movement.HIP_ADDUCTION, Movement.LATERAL, Movement.MEDIAL)
RUNNING = tuple(movement for movement in Movement if movement not in SIDE_TO_SIDE)


def _week_of(*movements: Movement) -> tuple[dict[str, object], ...]:
    lines = [
        {"exercise": "drill", "movements": [movement.value], "reps": {"min": 12, "max": 12}} for movement in movements
    ]
    return ({"date": "2027-01-04", "exercises": lines}, {"date": "2027-01-07", "exercises": lines})


@attrs.frozen
class MissingEquipment:
    """An exercise needs equipment that the athlete does not have.

    Why: what cannot be done is not a plan.

    Evidence: the brief. No trial is needed.

    Repair: take a variant of the same movement.

    Related: PZ502.
    """

    meta: ClassVar = RuleMeta(
        code="PZ501",
        name="missing-equipment",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips(
                "a back squat with nothing but a floor",
                {"date": "2027-01-19", "exercises": [{"exercise": "back_squat"}]},
            ),
            passes(
                "a goblet squat with dumbbells",
                {"date": "2027-01-19", "exercises": [{"exercise": "goblet_squat"}]},
                athlete={"equipment": ["dumbbell"]},
            ),
        ),
        reads="exercises",
    )

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look up each exercise; an unknown one is taken to be possible."""
        missing = view.once(_impossible, session.tally.named)
        if missing:
            yield Hit(
                "{session} needs equipment that is not there: {exercises}",
                session=session,
                exercises=enumerated(map(view.catalogue.name, missing)),
                edits=exchanged(session, view, missing),
            )


def _impossible(slugs: tuple[str, ...], view: View) -> tuple[str, ...]:
    """Return the exercises that the athlete's equipment does not allow."""
    have = view.brief.athlete.equipment
    known = [view.catalogue[slug] for slug in dict.fromkeys(slugs) if slug in view.catalogue]
    return tuple(exercise.slug for exercise in known if not exercise.possible_with(have))


def _trained(week: Week, view: View) -> set[Movement] | None:
    """Return the movements of a building week's lines; None where nothing is owed or nothing is said."""
    tallies = [session.tally for session in week.sessions if session.exercises]
    if not tallies or not week.phase.builds or not view.is_whole(week):
        return None
    trained = set[Movement]().union(*[tally.movements for tally in tallies])
    for tally in tallies:
        if tally.silent:
            trained |= view.once(_known_movements, tally.silent)
    return trained


def _known_movements(slugs: tuple[str, ...], view: View) -> frozenset[Movement]:
    """Return what the catalogue says that exercises train."""
    known = [view.catalogue[slug] for slug in slugs if slug in view.catalogue]
    return frozenset(movement for exercise in known for movement in exercise.movements)


@attrs.frozen
class MissingMovement:
    """A week leaves out a movement of running.

    Why: sessions are chosen for the movements of running, from the arm swing to the push-off; a week holds them all.

    Evidence: practice. The origin article's list; a sensible frame without a trial.

    Repair: add a line for the movement, or exchange one that stands twice.

    Related: PZ201, PZ503.
    """

    meta: ClassVar = RuleMeta(
        code="PZ502",
        name="missing-movement",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("origin",),
        examples=(
            trips("a week of squats", *_week_of(Movement.HIP_EXTENSION, Movement.KNEE_EXTENSION)),
            passes("all movements", *_week_of(*Movement)),
        ),
        reads="exercises",
    )

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Compare a building week's lines with the movements of running."""
        trained = _trained(week, view)
        if trained is not None and not trained.issuperset(RUNNING):
            missing = [movement for movement in RUNNING if movement not in trained]
            yield Hit(
                "{week} does not train {movements}",
                week=week,
                movements=enumerated(missing),
                measured=len(RUNNING) - len(missing),
                required=len(RUNNING),
            )


@attrs.frozen
class NoLateralWork:
    """A week holds no side-to-side line.

    Why: running goes straight on, so the muscles that hold the hips level are left out unless they are trained.

    Evidence: moderate. The origin article; supervised hip and core work lowered injuries of novices.

    Repair: add a lateral lunge, a lateral step-up or a side walk with a band.

    Related: PZ502.
    """

    meta: ClassVar = RuleMeta(
        code="PZ503",
        name="no-lateral-work",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("origin", "Leppanen24"),
        examples=(
            trips("the movements of running alone", *_week_of(*RUNNING)),
            passes("with a lateral line", *_week_of(Movement.LATERAL)),
        ),
        reads="exercises",
    )

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Look for a line of abduction, adduction, lateral or medial movement."""
        trained = _trained(week, view)
        if trained is not None and not trained.intersection(SIDE_TO_SIDE):
            yield Hit("{week} holds no side-to-side line", week=week, measured=0, required=1)


_FLEXION = frozenset({"crunch", "crunches", "situp", "situps", "sit_up", "sit_ups", "v_up", "v_ups", "toe_touches"})


def _trunk(*exercises: str) -> list[dict[str, object]]:
    lines = [{"exercise": exercise, "sets": 2, "reps": {"min": 15, "max": 15}} for exercise in exercises]
    return [{"date": "2027-01-05", "exercises": lines}]


@attrs.frozen
class FlexionOverExtension:
    """A week bends the trunk more than it straightens it.

    Why: many runners bend at the waist as they tire; what holds them up is the back, so its sets come first. Planks and
    the dead bug hold the trunk still, knee raises and pikes bend the hip: neither counts as bending the trunk.

    Evidence: practice. The origin article's advice, plausible and untested.

    Repair: take a superman, a cobra or a back extension for a set of crunches.

    Related: PZ502, PZ503.

    Attributes:
        ratio: sets of spinal extension to one of trunk flexion, at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ504",
        name="flexion-over-extension",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("origin",),
        examples=(
            trips("crunches alone", *_trunk("bicycle_crunch")),
            passes("crunches and supermans", *_trunk("bicycle_crunch", "superman")),
        ),
        reads="exercises",
    )
    ratio: float = knob(evidence.SPINE_RATIO, stricter="higher")

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Count the week's sets of both."""
        if not any(view.once(_bends, session.tally.slugs) for session in week.sessions):
            return
        lines = [line for session in week.sessions for line in session.exercises]
        flexion = sum(line.sets for line in lines if _bends_the_trunk(line.exercise))
        extension = sum(line.sets for line in lines if Movement.SPINAL_EXTENSION in _movements(line, view))
        if extension < flexion * self.ratio:
            yield Hit(
                "{week} has {flexion} set{flexion:|s} that bend the trunk and {measured} that straighten it",
                week=week,
                flexion=flexion,
                measured=extension,
                required=flexion * self.ratio,
            )


def _bends(slugs: tuple[str, ...], _: View) -> bool:
    return any(map(_bends_the_trunk, slugs))


def _bends_the_trunk(slug: str) -> bool:
    """Whether a name says so: the catalogue has no such exercise, a coach's plan may."""
    words = slug.casefold().replace("-", "_").replace(" ", "_").split("_")
    pairs = ("_".join(pair) for pair in pairwise(words))
    return not _FLEXION.isdisjoint([*words, *pairs])


def _movements(line: Prescription, view: View) -> tuple[Movement, ...]:
    """Return what a line says that it trains, else what the catalogue says."""
    known = view.catalogue.get(line.exercise)
    return line.movements or (known.movements if known is not None else ())
