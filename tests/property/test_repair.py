"""A repair never makes a plan worse, settles, and undoes what a single move broke."""

import datetime as dt
import json
from collections import Counter

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from tests.property import changing

import periodize as pz
from periodize import strategies

SEASONS = strategies.briefs(weeks=(4, 7), days=(4, 7), doses=["2 full", "4 mini"])
FEWER = settings(max_examples=max(1, settings().max_examples // 6))  # a repair checks a plan hundreds of times


def score(report):
    """Count what a report says, by weight."""
    return len(report.errors), len(report.warnings), len(report.advice)


def places(findings):
    """Say which rule speaks about which session, run, week or phase; positions in the document may change."""
    return Counter((item.code, item.where.session_id or item.where.run_id or item.where.date) for item in findings)


def check_repair(plan, *, unsafe):
    """Repair a plan; hold the result to what every repair promises."""
    before, result = pz.check(plan), pz.repair(plan, unsafe=unsafe)
    assert pz.check(result.plan) == result.remaining
    assert places(result.remaining.errors) <= places(before.errors)
    if result.applied:
        assert score(result.remaining) < score(before)
    else:
        assert plan == result.plan
    assert (plan.id, plan.revision, plan.brief, plan.runs) == (
        result.plan.id,
        result.plan.revision,
        result.plan.brief,
        result.plan.runs,
    )
    edits = [edit for item in result.applied for edit in item.repair.edits]
    assert plan.apply(*edits) == result.plan
    assert {item.repair.grade for item in result.applied} <= {
        pz.Grade.SAFE,
        pz.Grade.UNSAFE if unsafe else pz.Grade.SAFE,
    }
    again = pz.repair(result.plan, unsafe=unsafe)
    assert ((), result.plan) == (again.applied, again.plan)
    return result


@FEWER
@given(brief=SEASONS, data=st.data(), unsafe=st.booleans())
def test_a_repair_never_makes_worse_and_settles(brief, data, unsafe):
    """Whatever was damaged: no error is added, less is said, and the same again changes nothing."""
    document = json.loads(pz.dumps(pz.plan(brief, best_effort=True)))
    for _ in range(data.draw(st.integers(1, 4))):
        document = changing.damaged(document, data.draw)
    try:
        plan = pz.Plan.from_dict(document)
    except pz.DecodeError:
        reject()
    check_repair(plan, unsafe=unsafe)


@FEWER
@given(brief=SEASONS, unsafe=st.booleans())
def test_what_plan_makes_is_left_alone_by_moves(brief, unsafe):
    """The best placement is proved, so no single move makes it better."""
    result = check_repair(pz.plan(brief, best_effort=True), unsafe=unsafe)
    assert [] == [edit for item in result.applied for edit in item.repair.edits if isinstance(edit, pz.Move)]


@FEWER
@given(brief=SEASONS, data=st.data())
def test_a_session_that_was_moved_within_its_week_comes_out_without_an_error(brief, data):
    """Its old place was a good one, so there is a way."""
    try:
        plan = pz.plan(brief)
    except pz.InfeasibleError:
        reject()
    assume(plan.sessions)
    session = data.draw(st.sampled_from(plan.sessions))
    week = next(week for week in plan.weeks if week.holds(session.date))
    date = data.draw(st.dates(week.start, week.end))
    time = dt.time(data.draw(st.integers(0, 23)))
    broken = plan.apply(pz.Move(session.id, date, time))
    assert () == check_repair(broken, unsafe=False).remaining.errors
