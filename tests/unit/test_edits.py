"""Edits: values that change a plan's sessions, and their plain values."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from typing import Any

import pytest
from tests.rules.small import day, on, plan

import periodize as pz

SQUAT = {"exercise": "squat", "sets": 3, "reps": {"min": 8, "max": 10}, "load": {"kind": "rir", "min": 2, "max": 3}}
PLAN = plan(
    on("1 tue", id="a", ref="mine", exercises=[SQUAT, {"exercise": "plank", "hold_seconds": 30}]),
    on("1 fri", id="b"),
    on("5 tue", id="c"),
)
OTHER = pz.Session(id="d", date=day("1 wed"), phase="adaptation", heavy=False)
EDITS = (
    pz.Move("a", dt.date(2027, 1, 6), time=dt.time(7)),
    pz.Move("a", "2027-01-06"),
    pz.Drop("b"),
    pz.Put(OTHER),
    pz.Set("a", minutes=30, form="mini", focus="upper", phase="strength", heavy=False, ref=None),
    pz.Set("a", exercises=[pz.Prescription(exercise="squat")], warm_up=()),
    pz.Set("a", line=0, reps=pz.RepRange(15, 20), load=None, pair="x", movements=["lateral"]),
    pz.Set("a", line=1, hold_seconds=40, per_side=True, load=pz.Load("kg", 2.5, 5)),
)


def refused(action: Any) -> list[tuple[str, str]]:
    """Return the pointers and messages of what is refused."""
    with pytest.raises(pz.DecodeError) as caught:
        action()
    return [(problem.pointer, problem.message) for problem in caught.value.problems]


# --- what each does -----------------------------------------------------------------------------------------------------


def test_a_plan_is_never_changed() -> None:
    """Another one is returned; without edits an equal one."""
    before = PLAN.to_dict()
    moved = PLAN.apply(pz.Move("b", day("1 sat")))
    assert (before, PLAN) == (PLAN.to_dict(), PLAN.apply())
    assert moved != PLAN
    assert (PLAN.id, PLAN.revision) == (moved.id, moved.revision)


@pytest.mark.parametrize(
    ("to", "time", "phase"),
    [
        ("1 sat", "07:30", "adaptation"),
        ("1 sat", None, "adaptation"),
        ("5 sat", None, "strength"),
        ("30 sat", None, "adaptation"),
    ],
)
def test_a_session_moves(to: str, time: Any, phase: str) -> None:
    """It keeps all that it holds, and its time where none is said; its phase is that of its day, if that has one."""
    old, moved = PLAN.session("a"), PLAN.apply(pz.Move("a", day(to), time=time)).session("a")
    assert (day(to), time or "18:00", phase) == (moved.date.isoformat(), f"{moved.time:%H:%M}", moved.phase)
    assert (old.exercises, old.ref, old.heavy, old.minutes) == (moved.exercises, moved.ref, moved.heavy, moved.minutes)


def test_a_moved_session_is_looked_up_in_its_new_week() -> None:
    """The weeks and the order of the sessions follow a move."""
    moved = PLAN.apply(pz.Move("a", day("5 sat")))
    assert ["b", "c", "a"] == [session.id for session in moved.sessions]
    assert (["b"], ["c", "a"]) == tuple([session.id for session in moved.weeks[n].sessions] for n in (0, 4))


def test_sessions_come_and_go() -> None:
    """`Put` adds one, or exchanges the one with its id; `Drop` takes one out."""
    put = PLAN.apply(pz.Put(OTHER), pz.Drop("b"))
    assert ["a", "d", "c"] == [session.id for session in put.sessions]
    changed = pz.Session(id="c", date=day("2 wed"), phase="adaptation", heavy=True)
    assert changed == put.apply(pz.Put(changed)).session("c")


def test_fields_are_set() -> None:
    """Of a session, or of one of its lines; the others stay."""
    changed = PLAN.apply(
        pz.Set("a", minutes=30, ref=None), pz.Set("a", line=0, reps=pz.RepRange(15, 20), load=None, sets=2)
    )
    session, (squat, plank) = changed.session("a"), changed.session("a").exercises
    assert (30, None, "full") == (session.minutes, session.ref, session.form)
    assert ("squat", 2, "15-20", None) == (squat.exercise, squat.sets, str(squat.reps), squat.load)
    assert PLAN.session("a").exercises[1] == plank


def test_edits_follow_each_other() -> None:
    """Each sees what the ones before it did."""
    changed = PLAN.apply(pz.Put(OTHER), pz.Set("d", minutes=20), pz.Move("d", day("2 mon")))
    assert (20, day("2 mon")) == (changed.session("d").minutes, changed.session("d").date.isoformat())


# --- plain values -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_plain_values_do_the_same(edit: Any) -> None:
    """What an app sends as JSON is applied as the edit itself is; edits are values."""
    plain = json.loads(json.dumps(edit.to_dict()))
    assert PLAN.apply(edit) == PLAN.apply(plain)
    copy = pickle.loads(pickle.dumps(edit))
    assert (edit, hash(edit)) == (copy, hash(copy))


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (EDITS[0], "move a to Wed 2027-01-06 07:00"),
        (EDITS[1], "move a to Wed 2027-01-06"),
        (EDITS[2], "drop b"),
        (EDITS[3], "put d on Wed 2027-01-06 18:00: full, whole"),
        (EDITS[5], "set exercises (squat), warm_up () of a"),
        (EDITS[6], "set load none, movements (lateral), pair x, reps 15-20 of a exercises[0]"),
        (EDITS[7], "set hold_seconds 40, load kg 2.5-5, per_side True of a exercises[1]"),
    ],
)
def test_an_edit_says_what_it_does(edit: Any, said: str) -> None:
    """As text an edit is a few words."""
    assert said == str(edit)


# --- what is refused ----------------------------------------------------------------------------------------------------


def test_all_unknown_sessions_are_named() -> None:
    """With the nearest that there are."""
    with pytest.raises(pz.UnknownSessionError) as caught:
        PLAN.apply(pz.Drop("A"), pz.Move("a", day("1 sat")), pz.Set("zzz", minutes=3), pz.Drop("b"), pz.Drop("b"))
    assert "the plan has no session 'A'; maybe a\nthe plan has no session 'zzz'\nthe plan has no session 'b'" == str(
        caught.value
    )


def test_all_problems_are_said_at_once() -> None:
    """Each at the number of its edit."""
    edits = (pz.Set("a", line=2, sets=3), {"edit": "move", "session_id": "a", "date": "soon"}, pz.Drop("x"), 7)
    assert [
        ("/0/line", "is not there: a has 2 lines, counted from 0"),
        ("/1/date", "must be a date such as 2027-04-18"),
        ("/3", "must be an edit (Move, Drop, Put, Set) or its plain values"),
        ("/2", "the plan has no session 'x'"),
    ] == refused(lambda: PLAN.apply(*edits))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "pointers"),
    [
        (lambda: pz.Move("", "soon", time="late"), ["/session_id", "/date", "/time"]),
        (lambda: pz.Drop(3), ["/session_id"]),
        (lambda: pz.Put("w1-1"), ["/session"]),
        (lambda: pz.Set("a"), [""]),
        (lambda: pz.Set("", line=-1, sets=0, minutes=3), ["/session_id", "/line", "/minutes", "/sets"]),
        (lambda: pz.Set("a", date="2027-01-04"), ["/date"]),
        (lambda: pz.Set("a", sets=3), ["/sets"]),
        (lambda: pz.Set("a", minutess=3), ["/minutess"]),
        (lambda: pz.Set("a", minutes=0, form="long"), ["/minutes", "/form"]),
    ],
)
def test_an_edit_of_the_wrong_shape(make: Any, pointers: list[str]) -> None:
    """Is refused when it is made, with all that is wrong."""
    assert pointers == [pointer for pointer, _ in refused(make)]


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("time", None, "is for Move to change"),
        ("reps", None, "belongs to a prescription: say which line"),
        ("id", None, "is no field that can be set"),
        ("minutes", 0, "is no field of a prescription"),
    ],
)
def test_a_field_that_cannot_be_set_is_refused(name: str, line: int | None, message: str) -> None:
    """The message says what would do."""
    assert [(f"/{name}", message)] == refused(lambda: pz.Set("a", line=line, **{name: 3}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "pointers"),
    [
        ({}, ["/edit"]),
        ({"edit": ["move"]}, ["/edit"]),
        ({"edit": "mov"}, ["/edit"]),
        ({"edit": "move"}, ["/session_id", "/date"]),
        ({"edit": "drop", "session_id": "a", "why": 3}, ["/why"]),
        ({"edit": "put", "session": {"id": "x"}}, ["/session/date", "/session/phase", "/session/heavy"]),
        ({"edit": "set", "session_id": "a"}, ["/changes"]),
        ({"edit": "set", "session_id": "a", "changes": [3]}, ["/changes"]),
        ({"edit": "set", "session_id": "a", "changes": {3: 3}}, ["/changes"]),
        ({"edit": "set", "session_id": "a", "changes": {"minutes": None}}, ["/minutes"]),
        ({"edit": "set", "session_id": "a", "line": 0, "changes": {"reps": {"min": 3}}}, ["/changes/reps/max"]),
        ({"edit": "set", "session_id": "a", "line": 0, "changes": {"rep": None}}, ["/rep"]),
    ],
)
def test_plain_values_of_the_wrong_shape(data: Any, pointers: list[str]) -> None:
    """Are refused with pointers into them."""
    found = refused(lambda: PLAN.apply(data))
    assert [f"/0{pointer}" for pointer in pointers] == [pointer for pointer, _ in found]
