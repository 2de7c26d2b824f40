"""PZ4xx: a session as a whole: its landings, its order and its size."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _session as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Focus, Form, Level, Part, Phase, Role, Set
from periodize._phrases import phrase
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._mending import fewer_sets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from periodize._model import Prescription, Session, WarmUp
    from periodize._view import View


def _line(exercise: str, role: str = "accessory", sets: int = 3, reps: int = 5, **more: object) -> dict[str, object]:
    return {"exercise": exercise, "role": role, "sets": sets, "reps": {"min": reps, "max": reps}, **more}


def _squats(*roles: str, sets: int = 3) -> list[dict[str, object]]:
    return [_line(f"exercise_{number}", role, sets) for number, role in enumerate(roles, 1)]


@attrs.frozen
class TooManyContacts:
    """A session has more landings than its athlete's legs are ready for.

    Why: every landing loads tendons with several times the body's weight, and they adapt more slowly than muscle. From
    50 years on, and in a power phase's first week, half as many are enough.

    Evidence: practice. The limits are below those of NSCA's book, because runners land all day; that jumps want 48
    hours between is kept by `same-parts-too-soon`.

    Repair: take sets off the jumps, one after the other, where each keeps one.

    Related: PZ302, PZ408.

    Attributes:
        novice, intermediate, advanced: the most foot contacts of a session, both feet counted.
        age: from which half of them is the most.
    """

    meta: ClassVar = RuleMeta(
        code="PZ406",
        name="too-many-contacts",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Haff16",),
        examples=(
            trips(
                "100 landings of a novice",
                {"date": "2027-04-06", "phase": "power", "exercises": [_line("squat_jump", "power", 10, 10)]},
            ),
            passes(
                "50 landings of a novice",
                {"date": "2027-04-06", "phase": "power", "exercises": [_line("squat_jump", "power", 10, 5)]},
            ),
        ),
        reads="exercises",
    )
    novice: int = knob(evidence.CONTACTS, "novice", stricter="lower")
    intermediate: int = knob(evidence.CONTACTS, "intermediate", stricter="lower")
    advanced: int = knob(evidence.CONTACTS, "advanced", stricter="lower")
    age: int = knob(evidence.CONTACTS_HALVED_AGE, stricter="lower")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the landings of warm-up and lines."""
        if not view.once(_land, session.tally.named):
            return
        lines: tuple[Prescription | WarmUp, ...] = (*session.warm_up, *session.exercises)
        contacts = sum(_contacts(line, view) for line in lines)
        by_level = {Level.NOVICE: self.novice, Level.INTERMEDIATE: self.intermediate, Level.ADVANCED: self.advanced}
        most = by_level[view.brief.athlete.level]
        age = view.brief.athlete.age
        if (age is not None and age >= self.age) or _opens_power(session, view):
            most //= 2
        if contacts > most:
            yield Hit(
                "{session} has {measured} foot contacts; {required} are enough",
                session=session,
                measured=contacts,
                required=most,
                edits=fewer_sets_of(session, contacts - most, lambda line: _contacts(line, view)),
            )


def _land(slugs: tuple[str, ...], view: View) -> bool:
    """Whether one of some exercises has landings."""
    return any(slug in view.catalogue and view.catalogue[slug].contacts for slug in slugs)


def _contacts(line: Prescription | WarmUp, view: View) -> int:
    exercise = view.catalogue.get(line.exercise)
    if exercise is None or not exercise.contacts or line.reps is None:
        return 0
    return line.sets * line.reps.max * exercise.contacts * (2 if exercise.one_sided else 1)


def _opens_power(session: Session, view: View) -> bool:
    if session.phase is not Phase.POWER:
        return False
    mesocycle, week = view.mesocycle_of(session.date), view.week_of(session)
    return mesocycle is not None and week is not None and week.holds(mesocycle.start)


_ORDER = {Role.POWER: 0, Role.MAIN: 1, Role.RETENTION: 1, Role.ACCESSORY: 2, Role.TRUNK: 3}


@attrs.frozen
class BigLiftLate:
    """A big or fast lift comes after a smaller one.

    Why: what asks for most is done freshest: fast lifts, then main lifts, then the rest, trunk work last, so that
    nothing that steadies the body is tired when the weight is on it. Lines of a pair count as one, a circuit too, and
    arms do not wait for legs.

    Evidence: moderate. ACSM's advice, which tests what comes first gains most.

    Repair: put the lines into that order.

    Related: PZ404, PZ408.
    """

    meta: ClassVar = RuleMeta(
        code="PZ407",
        name="big-lift-late",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Ratamess09", "ACSM26"),
        examples=(
            trips("trunk work first", {"date": "2027-01-26", "exercises": _squats("trunk", "main")}),
            passes(
                "main, accessory, trunk", {"date": "2027-01-26", "exercises": _squats("main", "accessory", "trunk")}
            ),
        ),
        reads="exercises",
    )

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Compare each line with those before it that load the same parts; a pair ranks as its biggest line."""
        ranks: dict[str, int] = {}
        for line in session.exercises:
            if line.pair is not None:
                ranks[line.pair] = min(ranks.get(line.pair, len(_ORDER)), _ORDER[line.role])
        order = [_ORDER[line.role] if line.pair is None else ranks[line.pair] for line in session.exercises]
        if order == sorted(order):
            return
        smallest: dict[Part, tuple[int, Prescription]] = {}
        for line in session.exercises:
            rank = _ORDER[line.role] if line.pair is None else ranks[line.pair]
            exercise = view.catalogue.get(line.exercise)
            for part in (exercise.parts if exercise is not None else ()) or Part:
                before, other = smallest.get(part, (rank, line))
                if rank < before:
                    yield Hit(
                        "{session}: {exercise} comes after {other}",
                        session=session,
                        exercise=view.catalogue.name(line.exercise),
                        other=view.catalogue.name(other.exercise),
                        edits=(Set(session.id, exercises=_in_order(session.exercises, ranks)),),
                    )
                    return
                smallest[part] = (rank, line)


def _in_order(lines: Iterable[Prescription], ranks: Mapping[str, int]) -> tuple[Prescription, ...]:
    """Put the biggest lines first and leave equals as they are; a pair ranks as its biggest line."""
    return tuple(sorted(lines, key=lambda line: _ORDER[line.role] if line.pair is None else ranks[line.pair]))


@attrs.frozen
class UnusualSize:
    """A session is larger, longer or smaller than its form says.

    Why: a full session of few exercises leaves movements out, one of very many is not done with care, and a short one
    that lasts long is none. Smaller ones are right in taper, transition and trunk sessions outside the dose.

    Evidence: practice.

    Repair: call it by the form that it has, or add or drop accessory lines.

    Related: PZ201, PZ407.

    Attributes:
        full_least, full_most: exercises of a full session.
        full_sets, full_minutes: its most sets and minutes.
        mini_least, mini_most: exercises of a mini session.
        mini_sets, mini_minutes: its most sets and minutes.
    """

    meta: ClassVar = RuleMeta(
        code="PZ408",
        name="unusual-size",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips("a full session of one exercise", {"date": "2027-01-26", "exercises": _squats("main")}),
            trips("36 sets", {"date": "2027-01-26", "exercises": _squats(*["accessory"] * 6, sets=6)}),
            trips("a short session of 45 minutes", {"date": "2027-01-26", "form": "mini", "minutes": 45}),
            passes("six exercises of three sets", {"date": "2027-01-26", "exercises": _squats(*["accessory"] * 6)}),
        ),
        reads="exercises",
    )
    full_least: int = knob(evidence.SESSION_SIZE, "full", 0, stricter="higher")
    full_most: int = knob(evidence.SESSION_SIZE, "full", 1, stricter="lower")
    full_sets: int = knob(evidence.SESSION_SIZE, "full", 2, stricter="lower")
    full_minutes: int = knob(evidence.SESSION_SIZE, "full", 3, stricter="lower")
    mini_least: int = knob(evidence.SESSION_SIZE, "mini", 0, stricter="higher")
    mini_most: int = knob(evidence.SESSION_SIZE, "mini", 1, stricter="lower")
    mini_sets: int = knob(evidence.SESSION_SIZE, "mini", 2, stricter="lower")
    mini_minutes: int = knob(evidence.SESSION_SIZE, "mini", 3, stricter="lower")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count exercises, sets and minutes."""
        full, total = session.form is Form.FULL, session.tally.sets
        least, most, sets, minutes = (
            (self.full_least, self.full_most, self.full_sets, self.full_minutes)
            if full
            else (self.mini_least, self.mini_most, self.mini_sets, self.mini_minutes)
        )
        count = len(session.exercises)
        owes = session.phase.builds and session.focus is not Focus.CORE
        if session.minutes <= minutes and total <= sets and least <= count <= most:
            return
        for what, measured, required, off in (
            ("{number} minute{number:|s}", session.minutes, minutes, session.minutes > minutes),
            ("{number} set{number:|s}", total, sets, total > sets),
            ("{number} exercise{number:|s}", count, most, count > most),
            ("{number} exercise{number:|s}", count, least, count < least and count > 0 and owes),
        ):
            if off:
                yield Hit(
                    "{session}, a {form} session, has {size}; usual are {required} or {many:fewer|more}",
                    session=session,
                    form=session.form,
                    size=phrase(what, number=measured),
                    many=measured > required,
                    measured=measured,
                    required=required,
                )
                return
