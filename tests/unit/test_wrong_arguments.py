"""What the façade says about arguments that it cannot use: one of the library's own errors, at the door."""

import datetime as dt

import pytest

import periodize as pz

BRIEF = pz.Brief(events=(pz.Event("Race", "2027-04-18", distance_km=10),), start="2 weeks before")
PLAN = pz.plan(BRIEF)
RULES = pz.RuleSet.default()
DAY = dt.date(2027, 4, 18)
WEEK = {"week": 1, "weeks_out": 0, "start": DAY, "end": DAY, "phase": "taper"}
BAD, SETUP, RULE, SESSION = pz.DecodeError, pz.ConfigError, pz.UnknownRuleError, pz.UnknownSessionError


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        pytest.param(lambda: pz.plan(None), BAD, "/brief: must be a Brief", id="plan nothing"),
        pytest.param(lambda: pz.plan({}), BAD, "/brief: must be a Brief (got {})", id="plan a mapping"),
        pytest.param(lambda: pz.plan(BRIEF, best_effort="no"), BAD, "/best_effort: must be a bool", id="best effort as text"),
        pytest.param(lambda: pz.plan(BRIEF, rules=RULES.rules), SETUP, "rules must be a RuleSet, not (", id="plan with a tuple of rules"),
        pytest.param(lambda: pz.check(5), BAD, "/plan: must be a Plan (got 5)", id="check a number"),
        pytest.param(lambda: pz.check(BRIEF), BAD, "/plan: must be a Plan", id="check a brief"),
        pytest.param(lambda: pz.check(PLAN, rules=3), SETUP, "rules must be a RuleSet, not 3", id="check with a number"),
        pytest.param(lambda: pz.check(PLAN).diff(None), BAD, "/other: must be a Report", id="compare with nothing"),
        pytest.param(lambda: pz.explain(3), RULE, "no rule has the code, name or family 3", id="explain a number"),
        pytest.param(lambda: pz.why(PLAN, 7), SESSION, "the plan has no session 7", id="why a number"),
        pytest.param(lambda: pz.why(PLAN, PLAN.weeks[0]), SESSION, "the plan has no session Week(", id="why a week"),
        pytest.param(lambda: pz.why(BRIEF, "w1-1"), BAD, "/plan: must be a Plan", id="why of a brief"),
        pytest.param(lambda: pz.dumps(BRIEF), BAD, "/plan: must be a Plan", id="write a brief"),
        pytest.param(lambda: pz.loads(None), BAD, "/: ", id="read nothing"),
        pytest.param(lambda: pz.Brief.from_toml(3), BAD, "/: ", id="read a number as TOML"),
        pytest.param(lambda: pz.Engine(catalogue={}), SETUP, "catalogue must be a Catalogue, not {}", id="a mapping of exercises"),
        pytest.param(lambda: pz.RuleSet(3), SETUP, "rules must be a collection of rules, not 3", id="rules of a number"),
        pytest.param(lambda: pz.RuleSet((), severities=(("PZ301", "error"),)), SETUP, "severities must be pairs", id="severity as text"),
        pytest.param(lambda: pz.RuleSet((), severities=3), SETUP, "severities must be pairs", id="severities of a number"),
        pytest.param(lambda: RULES.without(3), RULE, "no rule has the code, name or family 3", id="without a number"),
        pytest.param(lambda: pz.Report([3]), BAD, "/findings/0: must be a Finding (got 3)", id="a report of a number"),
        pytest.param(lambda: pz.Report(3), BAD, "/findings: must be a list (got 3)", id="a number as a report"),
        pytest.param(lambda: pz.Week(**WEEK, sessions=5), BAD, "/sessions: must be a list (got 5)", id="a number of sessions"),
        pytest.param(lambda: pz.Week(**WEEK, runs=(5,)), BAD, "/runs/0: must be a Run (got 5)", id="a number as a run"),
        pytest.param(lambda: PLAN.day("2027-04-18"), BAD, "/date: must be a date (got '2027-04-18')", id="a day as text"),
        pytest.param(lambda: pz.Brief(events=3, start=DAY), BAD, "/events: must be a list (got 3)", id="a number of events"),
        pytest.param(lambda: pz.Brief(events=(3,), start=DAY), BAD, "/events/0: must be an Event (got 3)", id="a number as an event"),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_told_at_the_door(call, error, said):
    """It is one error of ours that says which argument, what it must be and what it is."""
    with pytest.raises(error) as told:
        call()
    assert said in str(told.value)
