"""PZ4xx: the repetitions, the load, the pause and the effort of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _lines as lines
from periodize._evidence import _load as loads
from periodize._evidence import _session as numbers
from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, Only, Repair, RuleMeta, Severity
from periodize._minutes import set_seconds
from periodize._model import Level, LoadKind, Phase, Role, Set
from periodize._phrases import enumerated
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._light import is_missed
from periodize.rules._mending import fewer_reps, more_reps, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Load, Prescription, Session
    from periodize._view import View


def _squats(low: int, high: int, **more: object) -> dict[str, object]:
    return {"exercise": "squat", "sets": 2, "reps": {"min": low, "max": high}, **more}


@attrs.frozen
class EnduranceLowReps:
    """A line of the endurance phase has fewer than 15 repetitions.

    Why: the phase before the race trains muscles to go on for long; that is what 15 or more repetitions do.

    Evidence: moderate. The article and the definitions of ACSM and NSCA agree on the number. Whether it serves
    runners better than heavy work is contested. A weekly heavy line kept on purpose (role `retention`) is exempt, and
    so are holds.

    Repair: raise the repetitions and lower the load, or take an easier variant of the exercise.

    Related: PZ101, PZ402, PZ502.

    Attributes:
        reps: the fewest repetitions of a set.
    """

    meta: ClassVar = RuleMeta(
        code="PZ401",
        name="endurance-low-reps",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "Garber11", "Haff16", "Sedano13", "Mikkola11"),
        only=Only(phases=(Phase.ENDURANCE,)),
        examples=(
            trips("8 to 10 repetitions", {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(8, 10)]}),
            passes("15 to 20", {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(15, 20)]}),
            passes(
                "a heavy line kept on purpose",
                {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(4, 6, role="retention")]},
            ),
        ),
        reads="exercises",
    )
    reps: int = knob(evidence.ENDURANCE_REPS, stricter="higher")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at each line that is counted in repetitions."""
        least = [low for role, (low, _) in session.tally.reps.items() if role is not Role.RETENTION]
        if session.phase is not Phase.ENDURANCE or not least or min(least) >= self.reps:
            return
        low = [
            (line.reps.min, line)
            for line in session.exercises
            if line.reps is not None and line.reps.min < self.reps and line.role is not Role.RETENTION
        ]
        yield Hit(
            "{session} has fewer than {required} repetitions in the endurance phase: {lines}",
            session=session,
            lines=enumerated(dict.fromkeys(view.catalogue.name(line.exercise) for _, line in low)),
            measured=min(least),
            required=self.reps,
            edits=(Repair(tuple(more_reps(line, session, self.reps) for _, line in low)),),
        )


def _weighted(line: Prescription, view: View) -> bool:
    """Whether a line takes a weight that can be told, by its load or by its exercise."""
    if line.load is not None and line.load.kind in (LoadKind.PERCENT_1RM, LoadKind.KG):
        return True
    return line.exercise in view.catalogue and view.catalogue[line.exercise].weighted


def _phase_of_lines(session: Session, view: View) -> Phase:
    """Return the phase whose lines a session holds: a taper goes on with the last, maintenance with strength."""
    if session.phase is not Phase.TAPER:
        return Phase.STRENGTH if session.phase is Phase.MAINTENANCE else session.phase
    around = (Phase.TAPER, Phase.TRANSITION)
    before = [item for item in view.mesocycles if item.phase not in around and item.start <= session.date]
    held = [item.phase for item in before if not all(is_missed(week, view) for week in view.weeks_of(item))]
    last = held[-1] if held else session.phase
    return Phase.STRENGTH if last in (Phase.POWER, Phase.MAINTENANCE) else last


@attrs.frozen
class RepsOffPhase:
    """A line of the strength or power phase, or of the taper, has repetitions that belong to another phase.

    Why: what a set trains follows from how many repetitions it allows. More than 12 are endurance work whatever the
    phase is called; a fast lift of more than 6 is no longer fast; and a taper goes on with what is known.

    Evidence: moderate. ACSM's ranges by status and aim; where the borders lie exactly is practice. Holds are free, and
    so is a heavy line kept on purpose (role `retention`). The endurance phase has a rule of its own.

    Repair: take repetitions of the phase and fit the load to them.

    Related: PZ401, PZ403.

    Attributes:
        main: the most of a main lift with a weight in the strength phase, of trained athletes.
        strength: the most of any other line of the strength phase, of novices and of lines without a weight.
        fast: the most of a fast or main line in the power phase.
        power: the most of any other line in the power phase.
        taper: the fewest of a taper that follows an endurance phase.
    """

    meta: ClassVar = RuleMeta(
        code="PZ402",
        name="reps-off-phase",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Ratamess09", "Haff16", "Garber11", "origin"),
        examples=(
            trips(
                "20 in the strength phase", {"date": "2027-01-26", "phase": "strength", "exercises": [_squats(20, 20)]}
            ),
            trips(
                "ten jumps",
                {"date": "2027-03-23", "phase": "power", "exercises": [_squats(10, 10, role="power")]},
            ),
            passes("12 of a novice", {"date": "2027-01-26", "phase": "strength", "exercises": [_squats(8, 12)]}),
            passes("five jumps", {"date": "2027-03-23", "phase": "power", "exercises": [_squats(5, 5, role="power")]}),
        ),
        reads="exercises",
    )
    main: int = knob(lines.STRENGTH_MAIN_REPS, stricter="lower")
    strength: int = knob(lines.STRENGTH_REPS, stricter="lower")
    fast: int = knob(lines.POWER_FAST_REPS, stricter="lower")
    power: int = knob(lines.POWER_REPS, stricter="lower")
    taper: int = knob(evidence.ENDURANCE_REPS, stricter="higher")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at each line that is counted in repetitions."""
        if session.phase not in (Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE, Phase.TAPER):
            return
        phase = _phase_of_lines(session, view)
        trained = view.brief.athlete.level is not Level.NOVICE
        for line in session.exercises if self._may_be_off(session, phase, trained=trained) else ():
            if line.reps is None or line.role is Role.RETENTION:
                continue
            if phase is Phase.ENDURANCE:
                measured, required, off = line.reps.min, self.taper, line.reps.min < self.taper
            elif phase in (Phase.STRENGTH, Phase.POWER):
                most = self._most(line, phase, view)
                measured, required, off = line.reps.max, most, line.reps.max > most
            else:
                return
            if off:
                yield Hit(
                    "{session}: {exercise} has {measured} repetitions; {phase} takes {required} or {more:more|fewer}",
                    session=session,
                    exercise=view.catalogue.name(line.exercise),
                    phase=phase,
                    more=phase is Phase.ENDURANCE,
                    measured=measured,
                    required=required,
                    edits=((more_reps if phase is Phase.ENDURANCE else fewer_reps)(line, session, required),),
                )
                return

    def _may_be_off(self, session: Session, phase: Phase, *, trained: bool) -> bool:
        """Whether repetitions of a session go beyond what any line of their role may have."""
        for role, (low, high) in session.tally.reps.items():
            if phase is Phase.ENDURANCE:
                off = low < self.taper
            elif phase is Phase.STRENGTH:
                off = high > (min(self.main, self.strength) if trained and role is Role.MAIN else self.strength)
            else:
                off = high > (self.fast if role in (Role.POWER, Role.MAIN) else self.power)
            if off:
                return True
        return False

    def _most(self, line: Prescription, phase: Phase, view: View) -> int:
        if phase is Phase.POWER:
            return self.fast if line.role in (Role.POWER, Role.MAIN) else self.power
        trained = view.brief.athlete.level is not Level.NOVICE
        return self.main if trained and line.role is Role.MAIN and _weighted(line, view) else self.strength


def _percent(low: int, high: int, reps: int, **more: object) -> dict[str, object]:
    return _squats(reps, reps, load={"kind": "percent_1rm", "min": low, "max": high}, **more)


@attrs.frozen
class LoadOffPhase:
    """A load that is told as a share of the 1RM is not what its phase or its repetitions take.

    Why: a load, its repetitions and the repetitions in reserve are two numbers, not three: the third follows. A load
    above what the repetitions allow cannot be done; far below, the set is easier than it says. Adaptation, power and
    endurance stay light on purpose.

    Evidence: weak. Ranges by ACSM and NSCA, and a lifters' chart of effort; the repetitions that people manage at a
    share of their 1RM differ widely, so a share is a start value and never an error.

    Repair: tell the load by repetitions in reserve, or take the share that follows from them.

    Related: PZ402, PZ404.

    Attributes:
        adaptation, power, endurance: the most in that phase.
        strength: the least in the strength phase, or what the repetitions allow where that is less.
        points: how far off a load may be.
    """

    meta: ClassVar = RuleMeta(
        code="PZ403",
        name="load-off-phase",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("ACSM26", "Ratamess09", "Garber11", "Haff16", "Nuzzo24", "Helms16", "Friel", "Fragala19"),
        examples=(
            trips("eight at 90 %", {"date": "2027-01-26", "phase": "strength", "exercises": [_percent(90, 90, 8)]}),
            trips("15 at 80 %", {"date": "2027-04-13", "phase": "endurance", "exercises": [_percent(80, 80, 15)]}),
            passes("eight at 74 %", {"date": "2027-01-26", "phase": "strength", "exercises": [_percent(72, 76, 8)]}),
            passes("15 at 50 %", {"date": "2027-04-13", "phase": "endurance", "exercises": [_percent(45, 55, 15)]}),
        ),
        reads="exercises",
    )
    adaptation: float = knob(lines.ADAPTATION_MOST_PERCENT, stricter="lower")
    strength: float = knob(lines.STRENGTH_PERCENT, stricter="higher")
    power: float = knob(lines.POWER_MOST_PERCENT, stricter="lower")
    endurance: float = knob(lines.ENDURANCE_MOST_PERCENT, stricter="lower")
    points: float = knob(lines.PERCENT_TOLERANCE, stricter="lower")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at each load that is a share of the 1RM."""
        for line in session.tally.weighed:
            load = line.load
            if load is None or load.kind is not LoadKind.PERCENT_1RM or line.role is Role.RETENTION:
                continue
            low, high = self._range(session.phase, line, view)
            off = load.max > high + self.points or load.min < low - self.points
            if off:
                heavy = load.max > high + self.points
                yield Hit(
                    "{session}: {exercise} at {measured} % of 1RM; {phase} takes {required} % or"
                    " {heavy:less|more} here",
                    session=session,
                    exercise=view.catalogue.name(line.exercise),
                    phase=session.phase,
                    heavy=heavy,
                    measured=load.max if heavy else load.min,
                    required=high if heavy else low,
                    edits=(
                        Set(
                            session.id,
                            line=number_of(line, session),
                            load=_within(load, low, high),
                        ),
                    ),
                )
                return

    def _range(self, phase: Phase, line: Prescription, view: View) -> tuple[float, float]:
        if phase is Phase.STRENGTH:
            return self._strength_range(line, view.brief.athlete.age)
        most = {Phase.ADAPTATION: self.adaptation, Phase.POWER: self.power, Phase.ENDURANCE: self.endurance}
        return 0.0, most.get(phase, 200.0)

    def _strength_range(self, line: Prescription, age: int | None) -> tuple[float, float]:
        low, high = self.strength, 100.0
        if line.reps is not None:
            high = _percent_of(line.reps.min)
            low = min(low, high)
        if age is not None and age >= numbers.OLDER_AGE.value:
            high = min(high, lines.OLDER_PERCENT.value)
        return low, high


def _percent_of(effort: int) -> float:
    """Return the share of the 1RM that allows so many repetitions; the chart's last where it ends."""
    chart = loads.EFFORT_PERCENT.value
    return chart[min(effort, len(chart)) - 1]


@attrs.frozen
class RestOffPhase:
    """The pause between sets is too short for strength or power, or too long for endurance.

    Why: heavy and fast sets want the muscle rested, or they are neither heavy nor fast; the endurance phase trains
    going on without. While the partner of a pair is done, the lift rests: what counts is the time between two sets of
    the same lift.

    Evidence: moderate. ACSM's and NSCA's ranges agree for strength; for jumps it is practice, and the endurance phase's
    pause is recalled from ACSM's stand of 2009.

    Repair: pair the lift with one that rests it, or lengthen the pause; in the endurance phase shorten it.

    Related: PZ402, PZ408.

    Attributes:
        big: the shortest between sets of a main lift of the strength phase, or a loaded fast lift of the power phase.
        jump: the shortest between sets of a jump or a fast line without a weight.
        circuit: the longest after a set of the endurance phase.
    """

    meta: ClassVar = RuleMeta(
        code="PZ404",
        name="rest-off-phase",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Ratamess09", "Haff16"),
        examples=(
            trips(
                "30 s in the strength phase",
                {"date": "2027-01-26", "phase": "strength", "exercises": [_squats(8, 8, role="main", rest_seconds=30)]},
            ),
            trips(
                "three minutes in the endurance phase",
                {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(15, 15, rest_seconds=180)]},
            ),
            passes(
                "two minutes in the strength phase",
                {
                    "date": "2027-01-26",
                    "phase": "strength",
                    "exercises": [_squats(8, 8, role="main", rest_seconds=120)],
                },
            ),
            passes(
                "a pair, each resting while the other is done",
                {
                    "date": "2027-01-26",
                    "phase": "strength",
                    "exercises": [
                        _squats(8, 8, role="main", pair="A", rest_seconds=50),
                        {"exercise": "row", "sets": 2, "reps": {"min": 8, "max": 8}, "pair": "A", "rest_seconds": 50},
                    ],
                },
            ),
        ),
        reads="exercises",
    )
    big: int = knob(lines.BIG_REST_SECONDS, stricter="higher")
    jump: int = knob(lines.JUMP_REST_SECONDS, stricter="higher")
    circuit: int = knob(lines.CIRCUIT_REST_SECONDS, stricter="lower")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Measure between two sets of the same line, or in the endurance phase after a set."""
        if session.phase not in (Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE):
            return
        role = {Phase.STRENGTH: Role.MAIN, Phase.POWER: Role.POWER}.get(session.phase)
        rests = session.tally.rests
        if role is None:
            enough = all(longest <= self.circuit for _, longest in rests.values())
        else:
            enough = role not in rests or rests[role][0] >= max(self.big, self.jump)
        for line in () if enough else session.exercises:
            if role is not None and line.role is not role:
                continue
            if role is None:
                measured, required = line.rest_seconds, self.circuit
                off = measured > required and line.role is not Role.RETENTION
            else:
                required = self.big if session.phase is Phase.STRENGTH or _weighted(line, view) else self.jump
                measured = required if line.sets == 1 else _between_sets(line, session)
                off = measured < required
            if off:
                yield Hit(
                    "{session}: {exercise} has {measured} s {endurance:after a set|between its sets}; {phase} takes"
                    " {required} s or {endurance:less|more}",
                    session=session,
                    exercise=view.catalogue.name(line.exercise),
                    phase=session.phase,
                    endurance=session.phase is Phase.ENDURANCE,
                    measured=measured,
                    required=required,
                    edits=(
                        Set(
                            session.id,
                            line=number_of(line, session),
                            rest_seconds=line.rest_seconds + required - measured,
                        ),
                    ),
                )
                return


def _between_sets(line: Prescription, session: Session) -> int:
    """Return the seconds between two sets of a line: its pause, and what its partners take with theirs."""
    seconds = line.rest_seconds
    if line.pair is not None:
        partners = (other for other in session.exercises if other.pair == line.pair and other is not line)
        seconds += sum(set_seconds(other) + other.rest_seconds for other in partners)
    return seconds


@attrs.frozen
class NearFailure:
    """A line is done to failure, or a fast line near it.

    Why: the last repetition that can just be done costs days of freshness, which the runs need; a fast lift that slows
    down has stopped to train power.

    Evidence: strong. Reviews find no lasting gain from failure; how far from it fast work stays is recalled from ACSM's
    stand of 2009. A heavy line kept on purpose (role `retention`) is not fast.

    Repair: leave one repetition in reserve or more, in the power phase three.

    Related: PZ402, PZ403.

    Attributes:
        reserve: the fewest repetitions in reserve of any line.
        power: the fewest in the power phase.
    """

    meta: ClassVar = RuleMeta(
        code="PZ405",
        name="near-failure",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("ACSM26", "McLeod24", "Ratamess09"),
        examples=(
            trips(
                "no repetition in reserve",
                {"date": "2027-01-26", "exercises": [_squats(8, 8, load={"kind": "rir", "min": 0, "max": 1})]},
            ),
            passes(
                "two in reserve",
                {"date": "2027-01-26", "exercises": [_squats(8, 8, load={"kind": "rir", "min": 2, "max": 3})]},
            ),
        ),
        reads="exercises",
    )
    reserve: float = knob(lines.LEAST_RIR, stricter="higher")
    power: float = knob(lines.LEAST_RIR_POWER, stricter="higher")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at the loads that are told by reserve or by effort, of which 10 is none in reserve."""
        most = max(self.power, self.reserve) if session.phase is Phase.POWER else self.reserve
        if session.tally.reserve is None or session.tally.reserve >= most:
            return
        for line in session.exercises:
            load = line.load
            least = self.reserve if line.role is Role.RETENTION else most
            if load is None or load.kind not in (LoadKind.RIR, LoadKind.RPE):
                continue
            reserve = load.min if load.kind is LoadKind.RIR else 10 - load.max
            if reserve < least:
                yield Hit(
                    "{session}: {exercise} leaves {measured} in reserve; {required} or more are left",
                    session=session,
                    exercise=view.catalogue.name(line.exercise),
                    measured=reserve,
                    required=least,
                    edits=(Set(session.id, line=number_of(line, session), load=_with_reserve(load, least)),),
                )
                return


def _with_reserve(load: Load, least: float) -> Load:
    """Return a load told by reserve or by effort that leaves some repetitions at least."""
    if load.kind is LoadKind.RIR:
        return attrs.evolve(load, min=least, max=max(load.max, least))
    return attrs.evolve(load, min=min(load.min, 10 - least), max=10 - least)


def _within(load: Load, low: float, high: float) -> Load:
    """Return a load whose ends lie from low to high."""
    return attrs.evolve(load, min=min(max(load.min, low), high), max=min(max(load.max, low), high))
