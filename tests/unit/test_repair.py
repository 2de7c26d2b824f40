"""Repairs: what is proposed, what is done, in which order, and what is left."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
import pytest
from tests.rules.small import MONDAY, blackout, day, on, plan

import periodize as pz

RUNS = "Tue 07:00 easy; Thu 07:00 quality; Sun 08:00 long"
ERROR = pz.Severity.ERROR


@attrs.frozen
class NoTuesdays:
    """A session falls on a Tuesday. It proposes nothing."""

    meta: ClassVar = pz.RuleMeta(code="APP001", name="tuesday-session", severity=ERROR)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the weekday."""
        if session.date.weekday() == 1:
            yield pz.Hit("{session} falls on a Tuesday", session=session)


@attrs.frozen
class TooLong:
    """A session lasts over half an hour. It proposes what it is told."""

    meta: ClassVar = pz.RuleMeta(code="APP002", name="too-long", severity=ERROR, reads="exercises")
    edits: tuple[Any, ...] = ()

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the minutes."""
        if session.minutes > 30:
            yield pz.Hit("{session} is too long", session=session, edits=self.edits)


def repaired(broken: pz.Plan, *rules: Any, unsafe: bool = False) -> pz.RepairResult:
    """Repair a plan by some rules, by code or as they are."""
    default = pz.RuleSet.default()
    chosen = [default[rule] if isinstance(rule, str) else rule for rule in rules]
    return pz.repair(broken, unsafe=unsafe, rules=pz.RuleSet(tuple(chosen)))


def done(result: pz.RepairResult) -> list[str]:
    """Say what was done."""
    return [str(item.repair) for item in result.applied]


# --- moves --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "code", "expected"),
    [
        pytest.param(on("1 tue", "06:00"), "PZ301", "move w1-1 to Tue 2027-01-05 18:00", id="later that day"),
        pytest.param(on("1 tue", "07:30"), "PZ303", "move w1-1 to Tue 2027-01-05 18:00", id="after the run"),
        pytest.param(on("1 tue"), NoTuesdays(), "move w1-1 to Mon 2027-01-04 18:00", id="an app's rule"),
        pytest.param(on("1 sat"), "PZ311", "move w1-1 to Fri 2027-01-08 18:00", id="before a key run"),
        pytest.param(on("1 sun", "22:00"), "PZ304", "move w1-1 to Sun 2027-01-10 18:00", id="closed hours"),
    ],
)
def test_a_session_moves_to_the_nearest_place_that_is_free(session: Any, code: Any, expected: str) -> None:
    """Within its week, to what `plan` would rather take where two are as near; the rule need not say how."""
    result = repaired(plan(session, runs=RUNS), code)
    assert ([expected], True) == (done(result), result.remaining.ok)


def test_the_other_session_moves_where_that_helps() -> None:
    """The later one is named, but only the earlier one has a place."""
    only = {"days": ["mon", "thu", "fri"], "pinned": []}
    broken = plan(on("1 thu", id="a"), on("1 fri", id="b"), availability=only | {"windows": {"fri": ["18:00-19:00"]}})
    result = repaired(broken, "PZ302", "PZ304")
    assert ["move b to Mon 2027-01-04 18:00"] == done(result)
    closed = {"days": ["thu", "fri", "sat"]}
    result = repaired(plan(on("1 thu", id="a"), on("1 fri", id="b"), availability=closed), "PZ302", "PZ304")
    assert ["move b to Sat 2027-01-09 18:00"] == done(result)
    early = {"pinned": [{"date": day("1 fri"), "time": "18:00"}], "days": ["tue", "thu", "fri"]}
    result = repaired(plan(on("1 thu", id="a"), on("1 fri", id="b"), availability=early), "PZ302", "PZ304", "PZ307")
    assert ["move a to Tue 2027-01-05 18:00"] == done(result)


def test_a_week_moves_what_it_must() -> None:
    """A finding about a week is answered by any of its sessions."""
    runs = "Mon 07:00 easy; Tue 07:00 easy; Wed 07:00 easy; Thu 07:00 easy; Fri 07:00 easy; Sat 07:00 easy"
    assert ["move w1-1 to Sat 2027-01-09 18:00"] == done(repaired(plan(on("1 sun"), runs=runs), "PZ312"))
    pinned = {"pinned": [{"date": day("1 wed"), "time": "05:00"}]}
    assert ["move w1-1 to Wed 2027-01-06 05:00"] == done(repaired(plan(on("1 tue"), availability=pinned), "PZ307"))


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("error", ["move a to Wed 2027-01-06 18:00; move b to Fri 2027-01-08 18:00"]),
        ("warning", ["move a to Wed 2027-01-06 18:00; move b to Fri 2027-01-08 18:00"]),
        ("advice", []),
    ],
)
def test_two_sessions_move_together_where_one_is_not_enough(severity: str, expected: list[str]) -> None:
    """But not for mere advice."""
    rules = pz.RuleSet((pz.RuleSet.default()["PZ302"], NoTuesdays())).severity("APP001", severity)
    broken = plan(on("1 tue", id="a"), on("1 thu", id="b"), availability={"days": ["tue", "wed", "thu", "fri"]})
    assert expected == done(pz.repair(broken, rules=rules))


def test_another_week_is_asked_for() -> None:
    """A session leaves its week, or comes into the season, only where unsafe repairs are wanted."""
    full = plan(on("1 tue"), availability=blackout("1 mon", "1 sun"))
    assert ((), 1) == (repaired(full, "PZ304").applied, len(repaired(full, "PZ304").remaining))
    assert ["move w1-1 to Mon 2027-01-11 18:00"] == done(repaired(full, "PZ304", unsafe=True))
    outside = plan(on("30 tue"), on("-2 tue"))
    assert () == repaired(outside, "PZ106").applied
    result = repaired(outside, "PZ106", unsafe=True)
    assert [MONDAY, dt.date(2027, 5, 23)] == [session.date for session in result.plan.sessions]
    assert result.remaining.ok


def test_without_weeks_nothing_moves() -> None:
    """A plan need not have any."""
    bare = attrs.evolve(plan(on("1 tue", "06:00"), runs=RUNS), weeks=(), mesocycles=())
    for unsafe in (False, True):
        assert () == repaired(bare, "PZ301", unsafe=unsafe).applied


@attrs.frozen
class OneByOne:
    """A line has fewer than 15 repetitions. It names the first of them."""

    meta: ClassVar = pz.RuleMeta(code="APP003", name="one-by-one", severity=ERROR, reads="exercises")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the lines in order."""
        for number, line in enumerate(session.exercises):
            if line.reps is not None and line.reps.min < 15:
                mended = pz.Set(session.id, line=number, reps=pz.RepRange(15, 15))
                yield pz.Hit("{session}: line {number} is short", number=number, edits=(mended,))


def test_all_lines_are_mended_where_a_rule_names_the_first() -> None:
    """It has another way out while there is another line; together they are one repair."""
    lines = [{"exercise": f"squat_{n}", "reps": {"min": n, "max": n}} for n in (8, 20, 10)]
    result = repaired(plan(on("1 tue", exercises=lines)), OneByOne())
    assert ["set reps 15 of w1-1 exercises[0]; set reps 15 of w1-1 exercises[2]"] == done(result)
    assert result.remaining.ok


def test_one_move_may_answer_two_findings() -> None:
    """The second is not asked about again."""
    result = repaired(plan(on("1 tue", "06:00"), runs=RUNS), "PZ301", NoTuesdays())
    assert ["move w1-1 to Mon 2027-01-04 18:00"] == done(result)
    assert result.remaining.ok


@attrs.frozen
class NoLongRuns:
    """A long run is planned. Its place is the run, which no repair moves."""

    meta: ClassVar = pz.RuleMeta(code="APP004", name="long-run", severity=ERROR, reads="exercises")

    def check_plan(self, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the runs."""
        for run in view.runs:
            if run.kind == "long":
                yield pz.Hit("{run} is long", run=run)


def test_runs_are_left_alone() -> None:
    """What is found about them remains."""
    given = plan(on("1 tue", "06:00"), runs=RUNS)
    result = repaired(given, "PZ301", NoLongRuns())
    assert ["move w1-1 to Tue 2027-01-05 18:00"] == done(result)
    assert {"APP004"} == {finding.code for finding in result.remaining}


# --- proposals ----------------------------------------------------------------------------------------------------------

SHORTEN = pz.Set("w1-1", minutes=30)


@pytest.mark.parametrize(
    ("edits", "unsafe", "expected"),
    [
        ((SHORTEN,), False, ["set minutes 30 of w1-1"]),
        ((pz.Set("w1-1", minutes=31), SHORTEN), False, ["set minutes 30 of w1-1"]),
        ((pz.Repair((SHORTEN,), pz.Grade.UNSAFE, "cut it"),), False, []),
        ((pz.Repair((SHORTEN,), pz.Grade.UNSAFE, "cut it"),), True, ["cut it"]),
        ((pz.Repair((pz.Drop("w1-1"),), pz.Grade.UNSAFE), SHORTEN), True, ["set minutes 30 of w1-1"]),
        ((pz.Repair((SHORTEN,), pz.Grade.SHOWN, "cut it"),), True, []),
        ((pz.Repair((), label="think again"),), True, []),
        ((pz.Drop("nobody"), SHORTEN), False, ["set minutes 30 of w1-1"]),
        ((pz.Set("w1-1", line=7, sets=3),), False, []),
    ],
)
def test_the_first_proposal_that_helps_is_taken(edits: Any, unsafe: bool, expected: list[str]) -> None:
    """Safe ones first, unsafe ones where they are asked for, shown ones never; what cannot be done is passed over."""
    result = repaired(plan(on("1 tue")), TooLong(edits), unsafe=unsafe)
    assert expected == done(result)
    assert bool(expected) == result.remaining.ok


def test_no_error_is_added() -> None:
    """Not even in exchange for two."""
    onto_the_run = pz.Repair((SHORTEN, pz.Move("w1-1", day("1 tue"), "06:00")))
    rules = (TooLong((onto_the_run,)), NoTuesdays())
    assert 1 == len(repaired(plan(on("1 wed"), runs=RUNS), *rules).remaining)


def test_what_is_waived_is_left_as_it_is() -> None:
    """It is no finding; a waiver of a rule that does not steer is none of the moves' business."""
    waivers = [
        {"code": "PZ301", "place": "w1-1", "reason": "the club meets at noon"},
        {"code": "too-long", "reason": "it is not"},
    ]
    document = plan(on("1 tue", "06:00"), on("2 tue", "06:00"), runs=RUNS).to_dict() | {"waivers": waivers}
    result = repaired(pz.Plan.from_dict(document), "PZ301", TooLong((SHORTEN,)))
    assert ["move w2-1 to Tue 2027-01-12 18:00"] == done(result)
    assert result.remaining.ok


# --- the result ---------------------------------------------------------------------------------------------------------


def test_a_result_says_what_was_done_and_what_is_left() -> None:
    """And why; it is plain values, and pickles."""
    result = repaired(plan(on("1 tue", "06:00"), on("1 fri", minutes=40), runs=RUNS), "PZ301", TooLong())
    assert str(result) == (
        "1 repair made\n"
        "  move w1-1 to Tue 2027-01-05 18:00\n"
        "    for 2027-01-05 w1-1 PZ301 lift-before-run: w1-1 at 06:00 comes before the easy run r1-1 at 07:00\n"
        "2 findings left\n"
        "  2027-01-05 w1-1 APP002 too-long: w1-1 is too long\n"
        "  2027-01-08 w1-2 APP002 too-long: w1-2 is too long"
    )
    plain = json.loads(json.dumps(result.to_dict()))
    assert (result.plan, "safe", "PZ301") == (
        pz.Plan.from_dict(plain["plan"]),
        plain["applied"][0]["repair"]["grade"],
        plain["applied"][0]["finding"]["code"],
    )
    assert result.remaining.to_dict() == plain["remaining"]
    assert result == pickle.loads(pickle.dumps(result))


def test_a_sound_plan_is_returned_as_it_is() -> None:
    """With nothing done."""
    sound = plan(on("1 wed"), runs=RUNS)
    result = repaired(sound, "PZ301")
    assert result.plan is sound
    assert "no repairs made\nno findings left" == str(result)


def test_an_engine_repairs_by_its_own_rules() -> None:
    """The function is the engine's."""
    broken = plan(on("1 tue"))
    rules = pz.RuleSet((NoTuesdays(),))
    assert pz.repair(broken, rules=rules) == pz.Engine(rules=rules).repair(broken)


@pytest.mark.parametrize(("arguments", "pointer"), [((3, False), "/plan"), ((plan(), "yes"), "/unsafe")])
def test_wrong_arguments_are_refused(arguments: Any, pointer: str) -> None:
    """At the door."""
    with pytest.raises(pz.DecodeError, match=pointer):
        pz.repair(arguments[0], unsafe=arguments[1])
