"""Why a line of a session is what it is: this exercise, these repetitions, this load, this pause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from periodize._evidence import SOURCES, Grade
from periodize._evidence import _load as loads
from periodize._evidence import _session as numbers
from periodize._model import Emphasis, Load, LoadKind, Phase, Prescription, Role, Session
from periodize._notation import parse_tempo
from periodize._weights import percent_at

if TYPE_CHECKING:
    from periodize._catalogue import Catalogue, Exercise
    from periodize._evidence import Guideline
    from periodize._model import Athlete, Plan, Week

_MOST_OTHERS = 3


@attrs.frozen
class Ground:
    """What one part of a line rests on.

    Attributes:
        part: exercise, sets, load, tempo or pause.
        says: why it is so.
        grade: how sure that is; None where it follows from the brief.
        sources: keys of the bibliography.
    """

    part: str
    says: str
    grade: Grade | None = None
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        known = [source for key in self.sources if (source := SOURCES.get(key)) is not None]
        named = [f"{source.authors} {source.year}" if source.year else source.authors for source in known]
        whence = ": ".join(filter(None, (self.grade, ", ".join(named))))
        return f"{self.part}: {self.says}" + (f" ({whence})" if whence else "")


@attrs.frozen
class PrescriptionExplanation:
    """Why a line of a session is what it is; it prints well.

    Attributes:
        session, prescription: the line and where it stands.
        name: its exercise for people.
        others: the exercises that the athlete could do in its place, the preferred first.
        grounds: what exercise, sets, load, tempo and pause rest on.
    """

    session: Session
    prescription: Prescription
    name: str
    others: tuple[str, ...]
    grounds: tuple[Ground, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What it prints; a name in a line may hold any character."""
        line = self.prescription
        amount = f"{line.sets} x {line.reps}" if line.reps is not None else f"{line.sets} x {line.hold_seconds or 0} s"
        head = f"{self.session.id}: {self.name}, {amount}{' per side' if line.per_side else ''}"
        return (head, *(f"  {ground}" for ground in self.grounds))

    def __str__(self) -> str:
        return "\n".join(self.lines)


def explain_prescription(
    plan: Plan, session: Session, line: Prescription, catalogue: Catalogue
) -> PrescriptionExplanation:
    """Explain a line of a session of a plan, also of a coach's plan."""
    exercise = catalogue.get(line.exercise)
    athlete = plan.brief.athlete
    others = tuple(_others(exercise, athlete, catalogue)) if exercise is not None else ()
    week = next((week for week in plan.weeks if week.holds(session.date)), None)
    grounds = (
        Ground("exercise", _exercise(line, exercise, others, athlete)),
        _sets(line, session, week, athlete, exercise),
        *_load(line, session, athlete, exercise),
        *_tempo(line, exercise),
        _pause(line, session, athlete),
    )
    return PrescriptionExplanation(session, line, catalogue.name(line.exercise), others, grounds)


def _others(exercise: Exercise, athlete: Athlete, catalogue: Catalogue) -> Iterator[str]:
    slots = dict.fromkeys(other for slot in exercise.slots for other in catalogue.for_slot(slot))
    for other in slots:
        able = other.suits(athlete.level) and other.possible_with(athlete.equipment)
        if able and not other.avoided(athlete.avoid) and other.slug != exercise.slug:
            yield other.name


def _exercise(line: Prescription, exercise: Exercise | None, others: tuple[str, ...], athlete: Athlete) -> str:
    trains = ", ".join(movement.replace("_", " ") for movement in line.movements) or "nothing that is said"
    said = [f"it trains {trains}"]
    if exercise is None:
        return f"{said[0]}; the catalogue does not know it"
    if exercise.equipment:
        needed = next((kit for kit in exercise.equipment if all(item in athlete.equipment for item in kit)), None)
        said.append(f"there is {' and '.join(needed)} for it" if needed else "it needs equipment that is not there")
    else:
        said.append("it needs no equipment")
    if exercise.origin:
        said.append("the origin article names it")
    if athlete.emphasis is Emphasis.INJURY_PREVENTION and exercise.one_sided:
        said.append("one side at a time, as the emphasis is on injury prevention")
    if line.role is Role.MAIN:
        said.append("a main lift stays through its mesocycle, so that it can progress")
    if others:
        said.append(f"in its place could stand {', '.join(others[:_MOST_OTHERS])}")
    return "; ".join(said)


def _scheme(line: Prescription, session: Session, athlete: Athlete, exercise: Exercise | None) -> Guideline[Any]:
    """Return the numbers that a line of its phase is made from."""
    if line.role is Role.RETENTION:
        return numbers.RETENTION
    if line.reps is None:
        return numbers.HOLD_SECONDS
    if athlete.age is not None and athlete.age < numbers.YOUTH_AGE.value:
        return numbers.YOUTH
    if session.phase is Phase.TRANSITION:
        return numbers.RESTORE_REPS
    if session.phase is Phase.TAPER:
        return numbers.TAPER_REPS
    if session.phase is Phase.POWER and exercise is not None and exercise.contacts:
        return numbers.JUMPS
    if session.phase is Phase.STRENGTH and line.role is Role.MAIN:
        if athlete.age is not None and athlete.age >= numbers.OLDER_AGE.value:
            return numbers.OLDER_STRENGTH
        if exercise is not None and not exercise.weighted:
            return numbers.STRENGTH_BODYWEIGHT_REPS
    return _BY_PHASE[session.phase]


_BY_PHASE: dict[Phase, Guideline[Any]] = {
    Phase.ADAPTATION: numbers.ADAPTATION,
    Phase.STRENGTH: numbers.STRENGTH,
    Phase.POWER: numbers.POWER,
    Phase.ENDURANCE: numbers.ENDURANCE,
    Phase.MAINTENANCE: numbers.KEEP,
}


def _sets(
    line: Prescription, session: Session, week: Week | None, athlete: Athlete, exercise: Exercise | None
) -> Ground:
    amount = f"{line.sets} x {line.reps}" if line.reps is not None else f"{line.sets} x {line.hold_seconds or 0} s"
    said = [f"{amount} in the {session.phase} phase, {athlete.level}"]
    guideline = _scheme(line, session, athlete, exercise)
    if week is not None and week.deload:
        said.append(f"a deload: {numbers.DELOAD_SETS.note} sets, the same repetitions")
        guideline = numbers.DELOAD_SETS
    elif guideline.note:
        said.append(guideline.note)
    return Ground("sets", "; ".join(said), guideline.grade, guideline.sources)


def _load(line: Prescription, session: Session, athlete: Athlete, exercise: Exercise | None) -> Iterator[Ground]:
    load, known = line.load, dict(athlete.one_rm).get(line.exercise)
    if load is None:
        return
    chart = loads.EFFORT_PERCENT
    if load.kind is LoadKind.KG and known is not None:
        share = f"{100 * load.max / known:.0f} % of the 1RM of {known:g} kg, rounded to the weights there are"
        if session.phase is Phase.ENDURANCE and line.role is not Role.RETENTION:
            guideline: Guideline[Any] = loads.CIRCUIT_EFFORT
            share = f"{share}; {guideline.note}"
        elif line.role is Role.POWER:
            guideline = loads.FAST_PERCENT
        else:
            guideline = chart
        yield Ground("load", f"{load.max:g} kg is {share}", guideline.grade, guideline.sources)
    elif load.kind is LoadKind.RIR and exercise is not None and not exercise.weighted:
        says = f"a form of it, or a pull, that leaves {_span(load)} repetitions in reserve"
        easier = "; harder forms come before more repetitions" if session.phase is Phase.STRENGTH else ""
        yield Ground("load", f"{says}{easier}", Grade.MODERATE, ("Hackett17",))
    elif load.kind is LoadKind.RIR and line.reps is not None:
        share = f"{percent_at(line.reps.max + load.max):.0f} % of the 1RM"
        unknown = "" if known is not None else "; the brief says no 1RM of it"
        says = f"a weight that leaves {_span(load)} repetitions in reserve, about {share}{unknown}"
        yield Ground("load", says, chart.grade, chart.sources)
    else:
        yield Ground("load", f"{_span(load)}, {load.kind.replace('_', ' ')}, as the plan says")


def _span(load: Load) -> str:
    return f"{load.min:g}" if load.min == load.max else f"{load.min:g} to {load.max:g}"


def _tempo(line: Prescription, exercise: Exercise | None) -> Iterator[Ground]:
    parts = None if line.tempo is None else parse_tempo(line.tempo)
    if parts is None:
        return
    said = [f"{line.tempo}: {parts.lower} s down"]
    said += [f"{parts.below} s still"] if parts.below else []
    said.append("up as fast as can be" if parts.lift is None else f"{parts.lift} s up")
    said += [f"{parts.above} s still"] if parts.above else []
    says = ", ".join(said)
    free = exercise is not None and not exercise.weighted and line.role in {Role.MAIN, Role.RETENTION}
    if line.tempo == numbers.FAST_TEMPO.value:
        guideline: Guideline[Any] = numbers.FAST_TEMPO
    elif free and line.tempo in numbers.BODYWEIGHT_TEMPO.value:
        guideline = numbers.BODYWEIGHT_TEMPO
    elif line.tempo in numbers.TEMPO.value.values():
        guideline = numbers.TEMPO
    else:
        yield Ground("tempo", f"{says}, as the plan says")
        return
    yield Ground("tempo", f"{says}; {guideline.note}", guideline.grade, guideline.sources)


def _pause(line: Prescription, session: Session, athlete: Athlete) -> Ground:
    seconds = f"{line.rest_seconds} s after each set"
    if line.pair is not None and session.phase in numbers.PAIR_REST_SECONDS.value:
        guideline: Guideline[Any] = numbers.PAIR_REST_SECONDS
        return Ground("pause", f"{seconds} of lines done in turn; {guideline.note}", guideline.grade, guideline.sources)
    guideline = _scheme(line, session, athlete, None)
    return Ground("pause", f"{seconds}, as the phase wants it", guideline.grade, guideline.sources)
