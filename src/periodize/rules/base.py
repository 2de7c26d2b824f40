"""PZ1xx: what a phase stands on, and what follows the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _timeline
from periodize._evidence import _season as evidence
from periodize._evidence import _timeline as lengths
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Phase
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle
    from periodize._view import View


def _stretch(phase: str, start: str, end: str) -> dict[str, object]:
    return {"phase": phase, "start": start, "end": end}


_END = [_stretch("taper", "2027-04-26", "2027-05-09"), _stretch("transition", "2027-05-10", "2027-05-23")]
_LATE = [_stretch("power", "2027-03-01", "2027-03-28"), _stretch("endurance", "2027-03-29", "2027-04-25"), *_END]
_ADAPTED = [
    _stretch("adaptation", "2027-01-04", "2027-01-24"),
    _stretch("strength", "2027-01-25", "2027-02-28"),
    *_LATE,
]
_AT_ONCE = [_stretch("strength", "2027-01-04", "2027-02-28"), *_LATE]
_CIRCUITS = [
    _stretch("adaptation", "2027-01-04", "2027-01-24"),
    _stretch("endurance", "2027-01-25", "2027-04-25"),
    *_END,
]


@attrs.frozen
class BaseMissing:
    """An endurance phase has no strength phase before it, though there are weeks for one.

    Why: many repetitions with a light load keep what strength there is; they do not build it.

    Evidence: practice. The origin article puts strength and power underneath; trials agree that heavy work is what
    makes runners stronger. Power without strength is an error of `phases-out-of-order`. Silent where the weeks hold no
    strength phase, and in a model that has none before endurance.

    Repair: give the first weeks of the endurance phase to strength.

    Related: PZ101, PZ104, PZ105.
    """

    meta: ClassVar = RuleMeta(
        code="PZ108",
        name="base-missing",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("origin", "Sedano13"),
        examples=(
            trips("circuits for three months", mesocycles=_CIRCUITS),
            passes("strength before them", mesocycles=_ADAPTED),
            passes(
                "seven weeks hold no strength phase",
                start="2027-03-22",
                mesocycles=[_stretch("endurance", "2027-03-22", "2027-04-25"), *_END],
            ),
        ),
        reads="season",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Look for strength before endurance, where the model has it so and the weeks hold it."""
        order = view.timeline.model.order
        if mesocycle.phase is not Phase.ENDURANCE or Phase.ENDURANCE not in order:
            return
        if Phase.STRENGTH in order[: order.index(Phase.ENDURANCE)]:
            before = {
                item.phase for item in view.mesocycles if item.wave == mesocycle.wave and item.start < mesocycle.start
            }
            if (Phase.STRENGTH, mesocycle.wave) in view.timeline.lengths and Phase.STRENGTH not in before:
                yield Hit("endurance without strength before it in wave {wave}", wave=mesocycle.wave)


@attrs.frozen
class AdaptationMissing:
    """A novice, or who returns, begins with strength or power before tissue and technique are ready.

    Why: tendons adapt more slowly than muscles, and a lift is learned with light loads.

    Evidence: practice. Coaches give it two to six weeks, and ACSM lets novices begin light. Silent where the weeks do
    not hold it; the first wave alone is looked at.

    Repair: give the first weeks of the strength phase to adaptation.

    Related: PZ101, PZ104, PZ105.

    Attributes:
        weeks: of adaptation at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ109",
        name="adaptation-missing",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Ratamess09", "Friel", "Bompa93"),
        examples=(
            trips("a novice lifts heavily at once", mesocycles=_AT_ONCE),
            passes("three weeks of adaptation", mesocycles=_ADAPTED),
            passes("a trained athlete", mesocycles=_AT_ONCE, athlete={"level": "advanced"}),
        ),
        reads="season",
    )
    weeks: int = knob(evidence.ADAPTATION_LEAST_WEEKS, stricter="higher")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count the weeks of adaptation in the first wave."""
        if _timeline.adaptation_of(view.brief.athlete) == "none":
            return
        first = [item for item in view.mesocycles if item.wave == 1]
        lifts = [item for item in first if item.phase in (Phase.STRENGTH, Phase.POWER)]
        laid = view.timeline.phases.count(Phase.ADAPTATION)
        if not lifts or not laid:
            return
        prepares = [item for item in first if item.phase is Phase.ADAPTATION and item.start < lifts[0].start]
        weeks = sum(week.days > lengths.START_STUB_DAYS.value for item in prepares for week in view.weeks_of(item))
        required = min(self.weeks, laid)
        if weeks < required:
            yield Hit(
                "{phase} comes after {measured} week{measured:|s} of adaptation; it takes {required} or more",
                week=view.week_of(lifts[0].start),
                phase=lifts[0].phase,
                measured=weeks,
                required=required,
            )


@attrs.frozen
class TransitionShort:
    """Too few weeks of transition follow the event.

    Why: muscle force takes days to come back after a race, after a marathon a week or more; what is planned into that
    time is done badly or hurts.

    Evidence: practice. Force was back after three days in novices and still low after seven in trained men; how many
    weeks follow is a coach's choice, by distance.

    Repair: add weeks of transition after the event's week.

    Related: PZ103, PZ712.
    """

    meta: ClassVar = RuleMeta(
        code="PZ110",
        name="transition-short",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Takayama17", "Sherman84"),
        examples=(
            trips(
                "a week after a half marathon",
                mesocycles=[*_ADAPTED[:-1], _stretch("transition", "2027-05-10", "2027-05-16")],
            ),
            passes("two weeks", mesocycles=_ADAPTED),
        ),
        reads="season",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count the weeks of transition after the event's week."""
        weeks = sum(week.start > view.event.date and week.phase is Phase.TRANSITION for week in view.weeks)
        required = _timeline.transition_weeks(view.event.distance_km)
        if view.weeks and weeks < required:
            yield Hit(
                "{measured} week{measured:|s} of transition follow{measured:s|} the week of {event}; {required} would"
                " be right",
                week=view.week_of(view.event.date),
                event=view.event.name,
                measured=weeks,
                required=required,
            )
