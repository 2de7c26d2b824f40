"""Edits as values: what an app, a person or a rule may do to the sessions of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import attrs

from periodize import _codec
from periodize._model._plan import Plan, Prescription, Session, WarmUp, no_session
from periodize._model._words import Focus, Form, Phase
from periodize._units import Shape, Weekday, as_date, as_time
from periodize.exceptions import DecodeError, Problem, UnknownSessionError, maybe

if TYPE_CHECKING:
    from periodize._model._plan import Load, RepRange
    from periodize._model._words import Movement, Role

_MOST_LINES = 10_000


@attrs.frozen
class Move:
    """Put a session on another day, or at another time.

    It keeps its id and what it holds. On a day of another phase it takes that phase; whether it is heavy follows from
    what it holds, so that stays too.

    Attributes:
        session_id: which session.
        date: the day; one outside every week is a finding, not an error.
        time: the start; None keeps it.

    >>> str(Move("w3-1", "2027-02-04", time="18:00"))
    'move w3-1 to Thu 2027-02-04 18:00'
    """

    session_id: str
    date: dt.date = attrs.field(converter=as_date)
    time: dt.time | None = attrs.field(default=None, converter=as_time)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("session_id", self.session_id)
        shape.date("date", self.date)
        if self.time is not None:
            shape.time("time", self.time)
        shape.done()

    def __str__(self) -> str:
        time = "" if self.time is None else f" {self.time:%H:%M}"
        return f"move {self.session_id} to {Weekday.of(self.date).capitalize()} {self.date}{time}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return _plain("move", self)


@attrs.frozen
class Drop:
    """Take a session out.

    Attributes:
        session_id: which session.
    """

    session_id: str

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("session_id", self.session_id)
        shape.done()

    def __str__(self) -> str:
        return f"drop {self.session_id}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return _plain("drop", self)


@attrs.frozen
class Put:
    """Put a session in: a new one, or one in place of that with the same id.

    Attributes:
        session: the session, with an id that no session of the plan ever had, or that of the one it replaces.
    """

    session: Session

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.instance("session", self.session, Session)
        shape.done()

    def __str__(self) -> str:
        session = self.session
        where = f"{Weekday.of(session.date).capitalize()} {session.date} {session.time:%H:%M}"
        return f"put {session.id} on {where}: {session.form}, {session.focus}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return _plain("put", self)


class Changes(TypedDict, total=False):
    """What `Set` can change: of a session, or with `line` of one of its prescriptions."""

    minutes: int
    form: Form | str
    focus: Focus | str
    phase: Phase | str
    heavy: bool
    warm_up: Iterable[WarmUp]
    exercises: Iterable[Prescription]
    ref: str | None

    exercise: str
    movements: Iterable[Movement | str]
    role: Role | str
    pair: str | None
    sets: int
    reps: RepRange | None
    hold_seconds: int | None
    load: Load | None
    tempo: str | None
    rest_seconds: int
    per_side: bool


_OF_A_SESSION = frozenset({"minutes", "form", "focus", "phase", "heavy", "warm_up", "exercises", "ref"})
_OF_A_LINE = frozenset(attrs.fields_dict(Prescription))


@attrs.frozen(init=False)
class Set:
    """Change fields of a session, or with `line` of one of its prescriptions; what is not named stays.

    Attributes:
        session_id: which session.
        line: the index of the prescription in its exercises, from 0; None changes the session itself.
        changes: the fields by name: of a session minutes, form, focus, phase, heavy, warm_up, exercises and ref
            (`Move` changes date and time); of a prescription all of them.

    >>> import periodize as pz
    >>> str(Set("w3-1", line=0, reps=pz.RepRange(15, 20), load=None))
    'set load none, reps 15-20 of w3-1 exercises[0]'
    """

    session_id: str
    line: int | None
    changes: tuple[tuple[str, Any], ...]

    def __init__(self, session_id: str, *, line: int | None = None, **changes: Unpack[Changes]) -> None:
        shape = Shape()
        shape.text("session_id", session_id)
        if line is not None:
            shape.whole("line", line, 0, _MOST_LINES)
        known = _OF_A_SESSION if line is None else _OF_A_LINE
        given: dict[str, Any] = dict(changes)
        for name in sorted(given.keys() - known):
            shape.add(name, _refusal(name, line), given.pop(name), maybe(name, known))
        if not changes:
            shape.add("", "must change something")
        try:
            sample = _sample(line, given)
        except DecodeError as error:
            shape.problems += error.problems
        shape.done()
        self.__attrs_init__(session_id, line, tuple((name, getattr(sample, name)) for name in sorted(given)))

    def __str__(self) -> str:
        said = ", ".join(f"{name} {_said(value)}" for name, value in self.changes)
        return f"set {said} of {self.session_id}" + ("" if self.line is None else f" exercises[{self.line}]")

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        plain = _codec.encode(_sample(self.line, dict(self.changes)))
        changes = {name: plain[name] for name, _ in self.changes}
        return {"edit": "set", "session_id": self.session_id, "line": self.line, "changes": changes}


Edit = Move | Drop | Put | Set
"""What can be done to a plan."""


def _refusal(name: str, line: int | None) -> str:
    if line is None and name in {"date", "time"}:
        return "is for Move to change"
    if line is None and name in _OF_A_LINE:
        return "belongs to a prescription: say which line"
    return "is no field of a prescription" if line is not None else "is no field that can be set"


_SESSION_STAND_INS: dict[str, Any] = {"id": "?", "date": "2000-01-01", "phase": Phase.STRENGTH, "heavy": False}
_LINE_STAND_INS: dict[str, Any] = {"exercise": "?"}
"""What a session and a prescription need besides the changes, so that they read and check these."""


def _sample(line: int | None, changes: Mapping[str, Any]) -> Session | Prescription:
    """Return a session or a prescription of which only the changes matter."""
    if line is None:
        return Session(**{**_SESSION_STAND_INS, **changes})
    return Prescription(**{**_LINE_STAND_INS, **changes})


def _said(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return f"({', '.join(str(getattr(item, 'exercise', item)) for item in value)})"
    return str(value)


# --- plain values -----------------------------------------------------------------------------------------------------

_KINDS: dict[str, type[Move | Drop | Put]] = {"move": Move, "drop": Drop, "put": Put}
_SET = "set"


def _plain(kind: str, edit: Move | Drop | Put) -> dict[str, Any]:
    return {"edit": kind, **_codec.encode(edit)}


def read_edit(data: object) -> Edit:
    """Read an edit from plain values, as its `to_dict` writes them.

    Raises:
        DecodeError: with all that is wrong.
    """
    if not isinstance(data, Mapping):
        raise DecodeError([Problem("", "must be an edit (Move, Drop, Put, Set) or its plain values", data)])
    known = (*_KINDS, _SET)
    kind, rest = data.get("edit"), {key: value for key, value in data.items() if key != "edit"}
    if kind == _SET:
        return _read_set(rest)
    if not isinstance(kind, str) or kind not in _KINDS:
        raise DecodeError([Problem("/edit", f"must be one of {', '.join(known)}", kind, maybe(kind, known))])
    return _codec.decode(_KINDS[kind], rest)


@attrs.frozen
class _SetPlain:
    session_id: str
    changes: Any
    line: int | None = None


def _read_set(data: Mapping[Any, Any]) -> Set:
    plain = _codec.decode(_SetPlain, data)
    line, changes = plain.line, plain.changes
    if not isinstance(changes, Mapping) or not all(isinstance(name, str) for name in changes):
        raise DecodeError([Problem("/changes", "must be a mapping of fields to values", changes)])
    kind, known, stand_ins = (
        (Session, _OF_A_SESSION, _SESSION_STAND_INS) if line is None else (Prescription, _OF_A_LINE, _LINE_STAND_INS)
    )
    given = {name: value for name, value in changes.items() if name in known}
    read = _codec.decode(kind, {**stand_ins, **given}, pointer="/changes")
    # The decoder takes null for a key that is absent; here it is a value. What is unknown is for the constructor.
    values: Any = {name: value if value is None else getattr(read, name, value) for name, value in changes.items()}
    return Set(plain.session_id, line=line, **values)


# --- applying ---------------------------------------------------------------------------------------------------------


def apply(plan: Plan, edits: Collection[Edit | Mapping[str, Any]]) -> Plan:
    """Return the plan with edits made in order; see `Plan.apply`."""
    before = {session.id: session for session in plan.sessions}
    sessions = dict(before)
    unknown: list[Problem] = []
    problems: list[Problem] = []
    for index, given in enumerate(edits):
        try:
            edit = given if isinstance(given, Edit) else read_edit(given)
            if isinstance(edit, Put):
                sessions[edit.session.id] = edit.session
            elif edit.session_id not in sessions:
                unknown.append(Problem(f"/{index}", no_session(edit.session_id, sessions)))
            elif isinstance(edit, Drop):
                del sessions[edit.session_id]
            elif isinstance(edit, Move):
                sessions[edit.session_id] = _moved(sessions[edit.session_id], edit, plan)
            else:
                sessions[edit.session_id] = _set(sessions[edit.session_id], edit)
        except DecodeError as error:
            problems += [problem.under(f"/{index}") for problem in error.problems]
    if problems:
        raise DecodeError([*problems, *unknown])
    if unknown:
        raise UnknownSessionError("\n".join(problem.message for problem in unknown))
    days = {
        session.date
        for one, other in ((before, sessions), (sessions, before))
        for name, session in one.items()
        if other.get(name) is not session
    }
    return plan.with_sessions(tuple(sessions.values()), days)


def _moved(session: Session, move: Move, plan: Plan) -> Session:
    phases = (mesocycle.phase for mesocycle in plan.mesocycles if mesocycle.holds(move.date))
    time = session.time if move.time is None else move.time
    return attrs.evolve(session, date=move.date, time=time, phase=next(phases, session.phase))


def _set(session: Session, edit: Set) -> Session:
    changes: dict[str, Any] = dict(edit.changes)
    if edit.line is None:
        return attrs.evolve(session, **changes)
    lines = list(session.exercises)
    if edit.line >= len(lines):
        message = f"is not there: {session.id} has {len(lines)} line{'s' * (len(lines) != 1)}, counted from 0"
        raise DecodeError([Problem("/line", message, edit.line)])
    lines[edit.line] = attrs.evolve(lines[edit.line], **changes)
    return attrs.evolve(session, exercises=tuple(lines))
