"""PZ6xx: how much may grow from one loading week to the next, and what stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _progression as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import LoadKind, RepRange, RunKind
from periodize._phrases import enumerated
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._light import dealt
from periodize.rules._mending import of_sets
from periodize.rules._steps import steps, weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._catalogue import Catalogue
    from periodize._model import Load, Mesocycle, Week
    from periodize._view import View


def _weeks(*weeks: dict[str, object]) -> list[dict[str, object]]:
    """Make sessions in the second, third, ... week of the examples' endurance phase, two a week."""
    dates = (("2027-04-05", "2027-04-08"), ("2027-04-12", "2027-04-15"), ("2027-04-19", "2027-04-22"))
    return [
        {"date": date, "exercises": [{"exercise": "squat", "sets": 2, "reps": {"min": 15, "max": 15}, **line}]}
        for line, days in zip(weeks, dates, strict=False)
        for date in days
    ]


def _kg(low: float) -> dict[str, object]:
    return {"load": {"kind": "kg", "min": low, "max": low}}


_Lift = tuple[str, RepRange | None]


def _loads(week: Week) -> dict[_Lift, Load]:
    """Return the heaviest load of each lift and range of repetitions, of those that can be compared."""
    heaviest: dict[_Lift, Load] = {}
    for line in weighed(week):
        assert line.load is not None, "a weighed line has a load"
        key = (line.exercise, line.reps)
        if key not in heaviest or line.load.max > heaviest[key].max:
            heaviest[key] = line.load
    return heaviest


@attrs.frozen
class LoadJump:
    """A lift's load grows too much from one loading week to the next.

    Why: tendons and technique follow more slowly than muscle; small steps keep the progress and spare the setback.

    Evidence: moderate. ACSM's two to ten per cent, once a repetition or two more than asked can be done. Compared at
    equal repetitions within one phase only; the smallest plates are always allowed.

    Repair: take a smaller step, or more repetitions first.

    Related: PZ606, PZ607.

    Attributes:
        percent: the most from one loading week to the next.
        kg: a step that is always allowed.
    """

    meta: ClassVar = RuleMeta(
        code="PZ605",
        name="load-jump",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Ratamess09",),
        examples=(
            trips("from 40 to 48 kg", *_weeks(_kg(40), _kg(48))),
            passes("from 40 to 44 kg", *_weeks(_kg(40), _kg(44))),
            passes("from 10 to 12.5 kg, the smallest plates", *_weeks(_kg(10), _kg(12.5))),
        ),
        reads="exercises",
    )
    percent: float = knob(evidence.LOAD_STEP_PERCENT, stricter="lower")
    kg: float = knob(evidence.LOAD_STEP_KG, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare each lift's heaviest loads, in kilograms or shares of the 1RM."""
        for before, week, _, _ in steps(mesocycle, view):
            old = _loads(before)
            for lift, load in _loads(week).items():
                known = old.get(lift)
                if known is None or known.kind is not load.kind or not self._is_jump(known, load):
                    continue
                yield Hit(
                    "{week}: {exercise} goes from {before:g} to {after:g}{kg: kg| % of 1RM}, {measured} % more;"
                    " {required} % are enough",
                    week=week,
                    exercise=view.catalogue.name(lift[0]),
                    before=known.max,
                    after=load.max,
                    kg=load.kind is LoadKind.KG,
                    measured=_more(known.max, load.max),
                    required=self.percent,
                )
                break

    def _is_jump(self, old: Load, new: Load) -> bool:
        if old.max <= 0 or (new.kind is LoadKind.KG and new.max - old.max <= self.kg):
            return False
        return new.max * 100 > old.max * (100 + self.percent)


def _more(old: float, new: float) -> float:
    """Return how many per cent more the new one is."""
    return round((new / old - 1) * 100, 1)


@attrs.frozen
class VolumeJump:
    """A loading week has many more sets than the one before it.

    Why: soreness and fatigue follow the sets, and the runs of the week pay for them. A phase's first week is light on
    purpose, so growing out of it is no jump.

    Evidence: practice. No trial fixes the step.

    Repair: add the sets over two weeks.

    Related: PZ605, PZ607.

    Attributes:
        percent: the most from one loading week to the next.
    """

    meta: ClassVar = RuleMeta(
        code="PZ606",
        name="volume-jump",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips("from two to three sets of all", *_weeks({"sets": 2}, {"sets": 3})),
            passes("from three to four", *_weeks({"sets": 4}, {"sets": 5})),
        ),
        reads="exercises",
    )
    percent: float = knob(evidence.SETS_STEP_PERCENT, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare the sets of lifts at equal repetitions."""
        for before, week, old, new in steps(mesocycle, view):
            if old and new * 100 > old * (100 + self.percent):
                yield Hit(
                    "{week} has {measured} % more sets than {before}, {new} after {old}; {required} % are enough",
                    week=week,
                    before=before,
                    old=old,
                    new=new,
                    measured=_more(old, new),
                    required=self.percent,
                    edits=of_sets(dealt(week), int(old * (100 + self.percent) // 100) - new),
                )


def _minutes(week: Week) -> int:
    return sum(run.end_minute - run.start_minute for run in week.runs if not run.is_cross)


@attrs.frozen
class TwoStepsAtOnce:
    """Two things grow in one week: a lift's load and its sets or repetitions, or the sets and the running.

    Why: when something hurts, nobody knows which of the two it was; and one step a week is progress enough.

    Evidence: practice. No trial compares one step with two.

    Repair: hold one of them this week.

    Related: PZ605, PZ606.

    Attributes:
        percent: from which sets and running minutes both count as grown.
    """

    meta: ClassVar = RuleMeta(
        code="PZ607",
        name="two-steps-at-once",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips("more load and more sets", *_weeks({"sets": 2, **_kg(40)}, {"sets": 3, **_kg(42)})),
            passes("more load alone", *_weeks({"sets": 2, **_kg(40)}, {"sets": 2, **_kg(42)})),
        ),
        reads="exercises",
    )
    percent: float = knob(evidence.BOTH_STEP_PERCENT, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare each lift, then the week's sets and its running."""
        for before, week, old, new in steps(mesocycle, view):
            lift = _grown_twice(before, week)
            if lift is not None:
                yield Hit(
                    "{week}: {exercise} grows in load and in sets or repetitions",
                    week=week,
                    exercise=view.catalogue.name(lift),
                )
            elif self._grows(old, new) and self._grows(_minutes(before), _minutes(week)):
                yield Hit(
                    "{week} grows by more than {required} % in sets and in running", week=week, required=self.percent
                )

    def _grows(self, old: int, new: int) -> bool:
        return old > 0 and new * 100 > old * (100 + self.percent)


def _work(week: Week) -> dict[str, tuple[LoadKind, float, int, int]]:
    """Return each lift's load, sets and repetitions, of lifts that stand in the week with one load."""
    found: dict[str, set[tuple[LoadKind, float, int, int]]] = {}
    for line in weighed(week):
        if line.load is not None and line.reps is not None:
            found.setdefault(line.exercise, set()).add((line.load.kind, line.load.max, line.sets, line.reps.max))
    return {exercise: next(iter(work)) for exercise, work in found.items() if len(work) == 1}


def _grown_twice(before: Week, week: Week) -> str | None:
    """Return a lift that grows in load and in sets or repetitions, and shrinks in none."""
    old = _work(before)
    for exercise, (kind, load, sets, reps) in _work(week).items():
        if exercise in old:
            old_kind, old_load, old_sets, old_reps = old[exercise]
            more = sets >= old_sets and reps >= old_reps and (sets, reps) != (old_sets, old_reps)
            if kind is old_kind and load > old_load and more:
                return exercise
    return None


@attrs.frozen
class SetsRiseWithLongestRun:
    """The strength sets rise in the week of the season's longest run.

    Why: that week asks most of the legs already, and it is the run that it is for.

    Evidence: practice. No trial looks at it.

    Repair: keep the sets of the week before, or move the step on by a week.

    Related: PZ606, PZ607.
    """

    meta: ClassVar = RuleMeta(
        code="PZ608",
        name="sets-rise-with-longest-run",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips(
                "a set more in the week of three hours",
                *_weeks({"sets": 4}, {"sets": 5}),
                runs={"week": "Sun long 120min", "dated": [{"date": "2027-04-18", "kind": "long", "minutes": 180}]},
            ),
            passes(
                "the same sets",
                *_weeks({"sets": 4}, {"sets": 4}),
                runs={"week": "Sun long 120min", "dated": [{"date": "2027-04-18", "kind": "long", "minutes": 180}]},
            ),
        ),
        reads="exercises",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Find the week, if it is one alone, and compare it with the loading week before it."""
        longest = [(_longest(week), week) for week in view.weeks if week.end < view.event.date]
        most = max((minutes for minutes, _ in longest), default=0)
        weeks = [week for minutes, week in longest if minutes == most]
        if len(weeks) != 1 or (mesocycle := view.mesocycle_of(weeks[0].start)) is None:
            return
        for before, week, old, new in steps(mesocycle, view):
            if week is weeks[0] and new > old:
                yield Hit(
                    "{week}, with the longest run, has {measured} sets, more than the {required} of {before}",
                    week=week,
                    before=before,
                    measured=new,
                    required=old,
                    edits=of_sets(dealt(week), old - new),
                )


def _longest(week: Week) -> int:
    return max([run.end_minute - run.start_minute for run in week.runs if run.kind is not RunKind.CROSS], default=0)


@attrs.frozen
class MainLiftChanges:
    """A main lift is exchanged for another inside a phase.

    Why: strength in a lift is partly skill; a lift that changes from week to week is learnt anew each time and leaves
    nothing to compare. A harder form of the same lift is progress, not change.

    Evidence: practice. ACSM speaks of variation, but from phase to phase.

    Repair: keep the main lifts of the phase, and change them with the next.

    Related: PZ605, PZ607.
    """

    meta: ClassVar = RuleMeta(
        code="PZ609",
        name="main-lift-changes",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Ratamess09",),
        examples=(
            trips(
                "squats, then deadlifts",
                *_weeks({"role": "main"}, {"role": "main", "exercise": "romanian_deadlift"}),
            ),
            passes("squats, and squats again", *_weeks({"role": "main"}, {"role": "main"})),
        ),
        reads="exercises",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare the main lifts of loading weeks that hold equally many sessions."""
        for before, week, _, _ in steps(mesocycle, view):
            if len(before.sessions) != len(week.sessions):
                continue
            old, new = _main_lifts(before), _main_lifts(week)
            gone = [lift for lift in old if lift not in new]
            come = [lift for lift in new if lift not in old and not _is_form_of(lift, gone, view.catalogue)]
            if gone and come:
                yield Hit(
                    "{week} has {new} for {old}",
                    week=week,
                    new=enumerated(map(view.catalogue.name, come), "and"),
                    old=enumerated(map(view.catalogue.name, gone), "and"),
                )


def _main_lifts(week: Week) -> list[str]:
    return list(dict.fromkeys(slug for session in week.sessions for slug in session.tally.main))


def _is_form_of(lift: str, others: list[str], catalogue: Catalogue) -> bool:
    """Whether a lift is the next harder or easier form of one of the others."""
    return any(other in catalogue and lift in (catalogue[other].harder, catalogue[other].easier) for other in others)
