"""The plan: the season's mesocycles and weeks, the runs, and the sessions with their prescriptions."""

from __future__ import annotations

import datetime as dt
import operator
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from periodize import _dates
from periodize._model._brief import Brief
from periodize._model._readers import as_focus, as_form, as_load_kind, as_movements, as_phase, as_role
from periodize._model._refusal import Clash
from periodize._model._runs import MOST_A_DAY as MOST_RUNS_A_DAY
from periodize._model._runs import Run
from periodize._model._tally import NOTHING, Tally
from periodize._model._waiver import Waiver, in_order
from periodize._model._words import Focus, Form, LoadKind, Movement, Part, Phase, Role, RunKind
from periodize._notation import parse_tempo
from periodize._units import DAY_MINUTES, Shape, as_date, as_time, as_tuple, expect, minutes_of
from periodize.exceptions import UnknownSessionError, maybe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from periodize._model._edits import Edit

MOST_SETS = 100
"""Of a line."""
ASSUMED_SESSION_START = dt.time(18)
"""When a session without a time is taken to start."""
ASSUMED_SESSION_MINUTES = 45
"""How long a session without minutes is taken to last."""
MOST_SESSIONS_A_DAY = 24


@attrs.frozen
class RepRange:
    """Repetitions of a set, from `min` to `max` (1 to 1,000); per side where the exercise is one-sided.

    >>> str(RepRange(15, 20)), str(RepRange(5, 5))
    ('15-20', '5')
    """

    min: int
    max: int

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.whole("min", self.min, 1, 1000) & shape.whole("max", self.max, 1, 1000) and self.max < self.min:
            shape.add("max", f"must not be less than min, {self.min}", self.max)
        shape.done()

    def __str__(self) -> str:
        return f"{self.min}" if self.min == self.max else f"{self.min}-{self.max}"


_LOAD_LIMITS = {
    LoadKind.PERCENT_1RM: (1, 200),
    LoadKind.RIR: (0, 30),
    LoadKind.RPE: (0, 10),
    LoadKind.KG: (0, 1000),
}


@attrs.frozen
class Load:
    """How heavy a set is, from `min` to `max`.

    Attributes:
        kind: percent_1rm (1 to 200), rir (reps in reserve, 0 to 30), rpe (0 to 10) or kg (0 to 1,000).
        min, max: the range, both ends included.

    >>> str(Load("rir", 2, 3)), str(Load("kg", 2.5, 2.5))
    ('rir 2-3', 'kg 2.5')
    """

    kind: LoadKind = attrs.field(converter=as_load_kind)
    min: float
    max: float

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.member("kind", self.kind, LoadKind):
            low, high = _LOAD_LIMITS[self.kind]
            fits = shape.number("min", self.min, low, high) & shape.number("max", self.max, low, high)
            if fits and self.max < self.min:
                shape.add("max", f"must not be less than min, {self.min:g}", self.max)
        shape.done()

    def __str__(self) -> str:
        return f"{self.kind} {self.min:g}" + (f"-{self.max:g}" if self.max != self.min else "")


def _check_scheme(shape: Shape, item: Prescription | WarmUp) -> None:
    shape.text("exercise", item.exercise)
    shape.whole("sets", item.sets, 1, MOST_SETS)
    if item.reps is not None:
        shape.instance("reps", item.reps, RepRange)
    if item.hold_seconds is not None:
        shape.whole("hold_seconds", item.hold_seconds, 1, 3600)


@attrs.frozen(kw_only=True)
class WarmUp:
    """A line of the warm-up: an exercise with its reps, or its seconds.

    Attributes:
        exercise: its slug.
        sets: how many times, 1 to 100.
        reps: repetitions, or None where it is held or done for `hold_seconds`.
        hold_seconds: seconds, 1 to 3,600, or None.
    """

    exercise: str
    sets: int = 1
    reps: RepRange | None = None
    hold_seconds: int | None = None

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        _check_scheme(shape, self)
        shape.done()


_NO_TEMPO = 'must be seconds to lower, pause, lift and pause such as "3-0-1-0", or "1-0-X-0" where the lift is fast'


@attrs.frozen(kw_only=True)
class Prescription:
    """One exercise with its scheme.

    Attributes:
        exercise: its slug, such as `goblet_squat`.
        movements: the movements of running that it trains.
        role: main, accessory, power, trunk or retention.
        pair: lines with the same label are done in turn; None stands alone.
        sets: 1 to 100.
        reps: a range, per side where the exercise is one-sided; None for a hold.
        hold_seconds: how long a hold lasts, 1 to 3,600 s; None with reps.
        load: how heavy; None where bodyweight or speed says it.
        tempo: how a repetition is done, such as "3-0-1-0": seconds of lowering (of a pull, of letting go), the pause
            there, lifting, and the pause at its end; X for a lift as fast as can be. None where it is not said.
        rest_seconds: the pause after each set, 0 to 3,600 s.
        per_side: whether reps or seconds are for each side.
    """

    exercise: str
    movements: tuple[Movement, ...] = attrs.field(default=(), converter=as_movements)
    role: Role = attrs.field(default=Role.ACCESSORY, converter=as_role)
    pair: str | None = None
    sets: int = 1
    reps: RepRange | None = None
    hold_seconds: int | None = None
    load: Load | None = None
    tempo: str | None = None
    rest_seconds: int = 60
    per_side: bool = False

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        _check_scheme(shape, self)
        shape.members("movements", self.movements, Movement)
        shape.member("role", self.role, Role)
        if self.pair is not None:
            shape.text("pair", self.pair)
        if self.load is not None:
            shape.instance("load", self.load, Load)
        if self.tempo is not None and shape.text("tempo", self.tempo) and parse_tempo(self.tempo) is None:
            shape.add("tempo", _NO_TEMPO, self.tempo)
        shape.whole("rest_seconds", self.rest_seconds, 0, 3600)
        shape.flag("per_side", self.per_side)
        shape.done()


def loads_heavily(focus: Focus, phase: Phase, *, deload: bool) -> bool:
    """Whether a session is heavy by its place in the season: focus whole or lower in a loading week."""
    return phase.builds and not deload and Part.LEGS in focus.loads


def _as_warm_up(items: Iterable[WarmUp]) -> tuple[WarmUp, ...]:
    return as_tuple(items)


def _as_exercises(items: Iterable[Prescription]) -> tuple[Prescription, ...]:
    return as_tuple(items)


@attrs.frozen(kw_only=True)
class Session:
    """One strength training.

    Attributes:
        id: `w<week>-<n>` as first planned, opaque afterwards.
        ref: the app's own id, kept and never read.
        date, time, minutes: the local start and the length, 1 to 1,440 minutes.
        form: full (counts two towards the weekly minimum) or mini (counts one).
        focus: whole, lower, upper (with trunk) or core.
        phase: the phase of its week.
        heavy: whether it loads the legs heavily: focus whole or lower in a loading week of adaptation, strength,
            power or endurance, or a leg line at 80 % of 1RM or more or with 1 rep in reserve or fewer.
        warm_up: what is done first.
        exercises: the prescriptions, in order.
        start_minute, end_minute: the start and the end in minutes from midnight of its date.
        moment: the start in minutes from a fixed day.
        tally: what its lines come to.
    """

    id: str
    date: dt.date = attrs.field(converter=as_date)
    time: dt.time = attrs.field(default=ASSUMED_SESSION_START, converter=as_time)
    minutes: int = ASSUMED_SESSION_MINUTES
    form: Form = attrs.field(default=Form.FULL, converter=as_form)
    focus: Focus = attrs.field(default=Focus.WHOLE, converter=as_focus)
    phase: Phase = attrs.field(converter=as_phase)
    heavy: bool
    warm_up: tuple[WarmUp, ...] = attrs.field(default=(), converter=_as_warm_up)
    exercises: tuple[Prescription, ...] = attrs.field(default=(), converter=_as_exercises)
    ref: str | None = None
    start_minute: int = attrs.field(init=False, repr=False, eq=False)
    end_minute: int = attrs.field(init=False, repr=False, eq=False)
    moment: int = attrs.field(init=False, repr=False, eq=False)
    tally: Tally = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("id", self.id)
        shape.date("date", self.date)
        shape.time("time", self.time)
        shape.whole("minutes", self.minutes, 1, DAY_MINUTES)
        shape.member("form", self.form, Form)
        shape.member("focus", self.focus, Focus)
        shape.member("phase", self.phase, Phase)
        shape.flag("heavy", self.heavy)
        shape.items("warm_up", self.warm_up, WarmUp)
        shape.items("exercises", self.exercises, Prescription)
        if self.ref is not None:
            shape.text("ref", self.ref)
        shape.done()
        start, put = minutes_of(self.time), object.__setattr__
        put(self, "start_minute", start)
        put(self, "end_minute", start + self.minutes)
        put(self, "moment", self.date.toordinal() * DAY_MINUTES + start)
        put(self, "tally", Tally(self.warm_up, self.exercises) if self.warm_up or self.exercises else NOTHING)

    def __str__(self) -> str:
        return self.id

    @property
    def loads(self) -> frozenset[Part]:
        """The parts of the body that it loads; they follow from the focus."""
        return self.focus.loads

    @property
    def units(self) -> int:
        """What it counts towards the weekly minimum: a full session two, a mini one, `core` nothing."""
        return 0 if self.focus is Focus.CORE else self.form.units


@attrs.frozen(kw_only=True)
class Mesocycle:
    """A dated stretch of the season with one phase; both ends belong to it.

    Attributes:
        phase: its purpose.
        start, end: its first and last day.
        wave: the pass of strength, power and endurance that it belongs to, counted from 1.
    """

    phase: Phase = attrs.field(converter=as_phase)
    start: dt.date = attrs.field(converter=as_date)
    end: dt.date = attrs.field(converter=as_date)
    wave: int = 1

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.member("phase", self.phase, Phase)
        _check_stretch(shape, self.start, self.end)
        shape.whole("wave", self.wave, 1, 1000)
        shape.done()

    def __str__(self) -> str:
        return f"{self.phase} of wave {self.wave}"

    def holds(self, date: dt.date) -> bool:
        """Whether the date lies in it."""
        return self.start <= date <= self.end


def _check_stretch(shape: Shape, start: dt.date, end: dt.date) -> bool:
    if not shape.date("start", start) & shape.date("end", end):
        return False
    if end < start:
        shape.add("end", f"must not come before start, {start}", end.isoformat())
    return start <= end


@attrs.frozen(kw_only=True)
class Week:
    """A week of the season; its phase is that of its first day.

    Attributes:
        week: counted from 1, a cut first week included.
        weeks_out: counted down to 0 in the event's week, then -1, -2.
        start, end: its first and last day.
        phase: the phase of its first day.
        deload: whether it is a lighter week inside a mesocycle.
        sessions, runs: those that fall in it, in order.
    """

    week: int
    weeks_out: int
    start: dt.date = attrs.field(converter=as_date)
    end: dt.date = attrs.field(converter=as_date)
    phase: Phase = attrs.field(converter=as_phase)
    deload: bool = False
    sessions: tuple[Session, ...] = attrs.field(default=(), repr=False, metadata={"looked_up": True})
    runs: tuple[Run, ...] = attrs.field(default=(), repr=False, metadata={"looked_up": True})

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.whole("week", self.week, 1, 10_000)
        shape.whole("weeks_out", self.weeks_out, -10_000, 10_000)
        if _check_stretch(shape, self.start, self.end) and self.days > 7:
            shape.add("end", f"must be at most 6 days after start, {self.start}", self.end.isoformat())
        shape.member("phase", self.phase, Phase)
        shape.flag("deload", self.deload)
        shape.items("sessions", self.sessions, Session)
        shape.items("runs", self.runs, Run)
        shape.done()

    def __str__(self) -> str:
        return f"week {self.week}"

    def with_sessions(self, sessions: tuple[Session, ...]) -> Week:
        """Return the same week with other sessions; nothing is checked again, so it is quick."""
        week = object.__new__(Week)
        put = object.__setattr__
        for name in _WEEK_FIELDS:
            put(week, name, getattr(self, name))
        put(week, "sessions", sessions)
        return week

    @property
    def days(self) -> int:
        """How many days it has; 7 unless it is cut at the start."""
        return self.end.toordinal() - self.start.toordinal() + 1

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """Its days."""
        return tuple(_dates.dates_from(self.start, self.end))

    def holds(self, date: dt.date) -> bool:
        """Whether the date lies in it."""
        return self.start <= date <= self.end


_WEEK_FIELDS = tuple(field.name for field in attrs.fields(Week))


def _as_mesocycles(items: Iterable[Mesocycle]) -> tuple[Mesocycle, ...]:
    return as_tuple(items)


def _as_weeks(items: Iterable[Week]) -> tuple[Week, ...]:
    return as_tuple(items)


def _as_runs(items: Iterable[Run]) -> tuple[Run, ...]:
    return as_tuple(items)


def _as_sessions(items: Iterable[Session]) -> tuple[Session, ...]:
    return as_tuple(items)


def _as_waivers(items: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return as_tuple(items)


def _as_conflict(items: Iterable[Clash]) -> tuple[Clash, ...]:
    return as_tuple(items)


def _how_many(items: tuple[object, ...]) -> str:
    """Stand in for what would fill pages: a plan's brief says what it was made from."""
    return f"<{len(items)}>"


@attrs.frozen(kw_only=True)
class Plan:
    """A season of strength work around the runs, laid back from the event.

    Attributes:
        brief: what it was made from.
        mesocycles, weeks: the season's stretches, in order.
        runs, sessions: in order of date and time, at most 6 runs and 24 sessions a day; sessions may lie outside every
            week (a finding).
        id: the brief's ref, or 12 hex digits of its digest.
        revision: how many replans changed something.
        waivers: what may break where, and why.
        conflict: why no plan without an error exists, as `plan` found it where it was asked for its best effort; empty
            in every other plan.
    """

    brief: Brief
    mesocycles: tuple[Mesocycle, ...] = attrs.field(converter=_as_mesocycles)
    weeks: tuple[Week, ...] = attrs.field(converter=_as_weeks, repr=_how_many)
    runs: tuple[Run, ...] = attrs.field(converter=_as_runs, repr=_how_many)
    sessions: tuple[Session, ...] = attrs.field(converter=_as_sessions, repr=_how_many)
    id: str
    revision: int = 0
    waivers: tuple[Waiver, ...] = attrs.field(default=(), converter=_as_waivers)
    conflict: tuple[Clash, ...] = attrs.field(default=(), converter=_as_conflict)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.instance("brief", self.brief, Brief)
        shape.text("id", self.id)
        shape.whole("revision", self.revision, 0, 1_000_000_000)
        sort = object.__setattr__
        shape.items("conflict", self.conflict, Clash)
        if shape.items("mesocycles", self.mesocycles, Mesocycle):
            sort(self, "mesocycles", tuple(sorted(self.mesocycles, key=lambda item: (item.start, item.end))))
        if shape.items("runs", self.runs, Run):
            _check_planned(shape, self.runs)
            _check_ids(shape, "runs", self.runs)
            _check_days(shape, "runs", self.runs, MOST_RUNS_A_DAY)
            sort(self, "runs", tuple(sorted(self.runs, key=lambda item: (item.date, item.start_minute, item.id))))
        if shape.items("sessions", self.sessions, Session):
            _check_ids(shape, "sessions", self.sessions)
            _check_days(shape, "sessions", self.sessions, MOST_SESSIONS_A_DAY)
            sort(self, "sessions", tuple(sorted(self.sessions, key=_session_key)))
        if shape.items("waivers", self.waivers, Waiver):
            sort(self, "waivers", in_order(self.waivers))
        shape.items("weeks", self.weeks, Week)
        shape.done()
        sort(self, "weeks", self._weeks_with_their_items())

    def _weeks_with_their_items(self) -> tuple[Week, ...]:
        sessions, runs = _by_date(self.sessions), _by_date(self.runs)
        weeks = []
        for week in sorted(self.weeks, key=lambda item: (item.start, item.end)):
            days = week.dates
            lifted = tuple(item for day in days for item in sessions.get(day, ()))
            run = tuple(item for day in days for item in runs.get(day, ()))
            same = _are_the_same(week.sessions, lifted) and _are_the_same(week.runs, run)
            weeks.append(week if same else attrs.evolve(week, sessions=lifted, runs=run))
        return tuple(weeks)

    def with_sessions(self, sessions: tuple[Session, ...], days: Collection[dt.date]) -> Plan:
        """Return the same plan with other sessions, which differ on some days; nothing else is checked again.

        Raises:
            DecodeError: a day holds too many.
        """
        shape, put = Shape(), object.__setattr__
        _check_days(shape, "sessions", sessions, MOST_SESSIONS_A_DAY)
        shape.done()
        plan = object.__new__(Plan)
        for name in _PLAN_FIELDS:
            put(plan, name, getattr(self, name))
        put(plan, "sessions", tuple(sorted(sessions, key=_session_key)))
        changed = [any(map(week.holds, days)) for week in self.weeks]
        if any(changed):
            held = _by_date(plan.sessions)
            weeks = [
                week.with_sessions(tuple(item for day in week.dates for item in held.get(day, ()))) if other else week
                for week, other in zip(self.weeks, changed, strict=True)
            ]
            put(plan, "weeks", tuple(weeks))
        return plan

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001  # the protocol of pretty printers
        """Print as `repr` does, in a notebook and where a property fails."""
        printer.text(repr(self))

    def day(self, date: dt.date) -> tuple[Run | Session, ...]:
        """Return what stands on a date, in order of time, a run before a session at the same time."""
        expect("date", date, dt.date)
        items: list[Run | Session] = [run for run in self.runs if run.date == date]
        items += [session for session in self.sessions if session.date == date]
        return tuple(sorted(items, key=lambda item: item.start_minute))

    def session(self, session_id: str) -> Session:
        """Return the session with an id.

        Raises:
            UnknownSessionError: there is none.
        """
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise UnknownSessionError(no_session(session_id, (session.id for session in self.sessions)))

    def apply(self, *edits: Edit | Mapping[str, Any]) -> Plan:
        """Return the plan with edits made, one after the other; this one stays as it is.

        All ids are kept, and so is the revision. Nothing is judged: whether the result is wise is for `check` to say.

        Args:
            edits: `Move`, `Drop`, `Put`, `Set`, or their plain values as their `to_dict` writes them.

        Raises:
            UnknownSessionError: the plan has no such session; names all that are unknown.
            DecodeError: an edit has the wrong shape, or names a line that is not there; with all that is wrong, each
                with a pointer that begins with the number of the edit.

        >>> import datetime as dt
        >>> import periodize as pz
        >>> brief = pz.Brief(events=(pz.Event("City 10", dt.date(2027, 4, 18)),), start="8 weeks before")
        >>> plan = pz.plan(brief)
        >>> moved = plan.apply(pz.Move("w2-1", dt.date(2027, 3, 3), time=dt.time(7, 30)))
        >>> print(moved.session("w2-1").date, moved.session("w2-1").time)
        2027-03-03 07:30:00
        """
        from periodize._model import _edits  # edits are of sessions, so they stand above them

        return _edits.apply(self, edits)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Plan:
        """Read a plan from plain values; what a coach leaves out is filled in as `plan` would.

        Raises:
            DecodeError: with all that is wrong, each with a JSON Pointer.
        """
        from periodize import _document  # a method that stands above its module

        return _document.read_plan(data)

    def to_dict(self) -> dict[str, Any]:
        """Return the plan as the plain values of its JSON document."""
        from periodize import _document  # a method that stands above its module

        return _document.write_plan(self)


_PLAN_FIELDS = tuple(field.name for field in attrs.fields(Plan))


def no_session(session_id: str, known: Iterable[str]) -> str:
    """Say that a plan has no such session, and which are near."""
    hint = maybe(session_id, known)
    return f"the plan has no session {session_id!r}" + (f"; {hint}" if hint else "")


def _are_the_same(items: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    """Whether two tuples hold the same objects, so that a plan may share a week with the one that it was made from."""
    return len(items) == len(others) and all(map(operator.is_, items, others))


def _by_date(items: tuple[Any, ...]) -> dict[dt.date, list[Any]]:
    days: dict[dt.date, list[Any]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    return days


def _session_key(session: Session) -> tuple[object, ...]:
    return (session.moment, session.id)


def _check_planned(shape: Shape, runs: tuple[Run, ...]) -> None:
    for index, run in enumerate(runs):
        if run.kind is RunKind.REST:
            shape.add(f"/runs/{index}/kind", "rest is for the dated runs of a brief only", run.kind)
        for field in ("id", "time", "minutes"):
            if getattr(run, field) in {None, ""}:
                shape.add(f"/runs/{index}/{field}", "must not be left out: it is a run of a plan")


def _check_days(shape: Shape, field: str, items: Iterable[Run | Session], most: int) -> None:
    """Check that no day holds more than can be; the work of a check grows with the square of what a day holds."""
    for date, count in Counter(item.date for item in items).items():
        if count > most:
            shape.add(field, f"must be at most {most} a day, {count} on {date}")


def _check_ids(shape: Shape, field: str, items: Iterable[Run | Session]) -> None:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            shape.add(f"/{field}/{index}/id", "must be unique", item.id)
        seen.add(item.id)
