"""The assertions for those who write rules or make plans."""

from typing import ClassVar

import attrs
import pytest

import periodize as pz
from periodize.testing import assert_plan_ok, assert_rule

BRIEF = {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], "runs": "Tue 07:00 easy"}


def document(*dates):
    """A coach's plan of a few lines."""
    sessions = [{"date": date, "time": "18:00"} for date in dates]
    return {"format": "periodize/plan", "version": 1, "brief": BRIEF, "sessions": sessions}


TRIPS = pz.Example("a Friday", document("2027-01-08"), trips=True)
PASSES = pz.Example("a Thursday", document("2027-01-07"), trips=False)
META = pz.RuleMeta("APP001", "friday-session", pz.Severity.ERROR, examples=(TRIPS, PASSES))


class Rule:
    """What the rules of this page have."""

    meta: ClassVar = META

    def check_session(self, session, view):
        """Look at the weekday."""
        if session.date.weekday() == 4:
            yield pz.Hit("{session} falls on a Friday")


@attrs.frozen
class NoFridays(Rule):
    """A session falls on a Friday."""


@attrs.frozen
class SessionsApart:
    """Two sessions follow each other within two days."""

    meta: ClassVar = pz.RuleMeta(
        "APP002",
        "sessions-apart",
        pz.Severity.WARNING,
        examples=(
            pz.Example("the next day", document("2027-01-06", "2027-01-07"), trips=True),
            pz.Example("four days later", document("2027-01-04", "2027-01-08"), trips=False),
        ),
    )
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 48

    def check_pair(self, earlier, later, hours):
        """Look at the gap."""
        if hours <= self.reach_hours:
            yield pz.Hit("{session} follows at once", measured=hours)


def changed(rule, **members):
    """A rule with other members."""
    return attrs.frozen(type("Changed", (type(rule),), {"__doc__": type(rule).__doc__, **members}))()


def with_examples(rule, *examples):
    """A rule whose meta has other examples."""
    return changed(rule, meta=attrs.evolve(rule.meta, examples=examples))


class Loose(NoFridays):
    """A rule that can be changed."""

    __setattr__ = object.__setattr__


@attrs.frozen(eq=False)
class Unequal(Rule):
    """A rule that equals itself alone."""


def steers_by_the_plan(self, session, view):
    """Look at a plan that is not there while placing."""
    if view.plan.sessions and session.date.weekday() == 4:
        yield pz.Hit("{session} falls on a Friday")


def asks_the_catalogue_for_a_plan(self, session, view):
    """Say less while there is no plan."""
    if session.exercises or (view._plan and session.date.weekday() == 4):
        yield pz.Hit("{session} falls on a Friday")


def speaks_in_january(self, earlier, later, hours):
    """Look at the month."""
    if hours <= 48 and later.date.year == 2027 and later.date.month == 1:
        yield pz.Hit("{session} follows at once", measured=hours)


def speaks_always(self, earlier, later, hours):
    """Look at nothing."""
    if later.date > earlier.date and hours < 90:
        yield pz.Hit("{session} follows")


def proposes(*edits):
    """Make a rule that proposes ways out."""

    def check(self, session, view):
        if session.date.weekday() == 4:
            yield pz.Hit("{session} falls on a Friday", edits=edits)

    return changed(NoFridays(), check_session=check)


MOVE = pz.Move("w1-1", "2027-01-07")


@pytest.mark.parametrize(
    "rule", [NoFridays(), SessionsApart(), proposes(MOVE, pz.Repair((), pz.Grade.SHOWN, "train on another day"))]
)
def test_a_rule_that_keeps_the_contract_passes(rule):
    """Nothing is said about it."""
    assert_rule(rule)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (NoFridays, "maybe NoFridays()"),
        (object(), "object has no meta"),
        (changed(NoFridays(), meta=attrs.evolve(META, code="PZ301")), "are both called PZ301"),
        (changed(NoFridays(), meta=attrs.evolve(META, code="PZ999")), "codes that begin with PZ are this library's"),
        (Loose(), "it is no frozen attrs class"),
        (Unequal(), "two of it with the same knobs are not equal"),
        (changed(NoFridays(), __doc__=""), "it has no docstring"),
        (with_examples(NoFridays(), PASSES), "no example that trips"),
        (with_examples(NoFridays(), TRIPS), "no example that passes"),
        (
            with_examples(NoFridays(), TRIPS, attrs.evolve(TRIPS, trips=False)),
            "example 'a Friday': it finds: 2027-01-08",
        ),
        (
            with_examples(NoFridays(), PASSES, attrs.evolve(PASSES, trips=True)),
            "example 'a Thursday': it finds nothing",
        ),
        (with_examples(NoFridays(), PASSES, attrs.evolve(TRIPS, plan={})), "example 'a Friday': /format: is required"),
        (
            changed(NoFridays(), check_session=lambda self, session, view: [pz.Hit(" ")][session.date.day != 8 :]),
            "a finding has no message",
        ),
        (proposes(MOVE, pz.Drop("nobody")), "it proposes what cannot be done (drop nobody): the plan has no session"),
        (proposes(pz.Set("w1-1", minutes=20)), "it proposes what does not help: set minutes 20 of w1-1"),
        (changed(NoFridays(), check_session=steers_by_the_plan), "there is none yet"),
        (changed(NoFridays(), check_session=asks_the_catalogue_for_a_plan), "while there is no plan yet"),
        (changed(SessionsApart(), check_pair=speaks_in_january), "changes when both move by"),
        (changed(SessionsApart(), check_pair=speaks_always), "beyond its reach_hours 48"),
    ],
)
def test_each_breach_of_the_contract_is_named(rule, said):
    """The message says which rule and what is wrong."""
    with pytest.raises(AssertionError, match=r"breaks the contract of rules:\n  ") as caught:
        assert_rule(rule)
    assert said in str(caught.value)


def test_a_pair_rule_of_a_run_is_asked_about_runs():
    """Its first type is a run."""
    after_run = changed(
        SessionsApart(),
        pair=(pz.Run, pz.Session),
        meta=attrs.evolve(
            SessionsApart.meta, examples=(pz.Example("after a run", document("2027-01-05"), trips=True), PASSES)
        ),
        reach_hours=24,
    )
    assert_rule(after_run)


def test_a_plan_without_an_error_is_ok():
    """A plan of the library's own passes, a coach's with a lift on the day before its minimum does not."""
    assert_plan_ok(pz.plan(pz.Brief.from_dict(BRIEF)), strict=True)
    with pytest.raises(AssertionError, match=r"the plan is not ok:\n  2027-.* PZ201 weekly-minimum: "):
        assert_plan_ok(pz.Plan.from_dict(document("2027-01-08")))


def test_a_warning_counts_where_it_is_strict():
    """And an app's own rules are asked where they are given."""
    plan = pz.Plan.from_dict(document("2027-01-06", "2027-01-07"))
    rules = pz.RuleSet((SessionsApart(),))
    assert_plan_ok(plan, rules=rules)
    with pytest.raises(AssertionError, match="APP002 sessions-apart"):
        assert_plan_ok(plan, rules=rules, strict=True)


def only(check, **where):
    """Make a rule that says where alone it can have something to say."""
    meta = attrs.evolve(META, only=pz.Only(**where))
    return attrs.frozen(type("Somewhere", (), {"__doc__": "Speaks.", "meta": meta, **check}))()


def on_fridays(self, session, view):
    """Look at the weekday."""
    if session.date.weekday() == 4:
        yield pz.Hit("a Friday")


@pytest.mark.parametrize("reach", [(130, 0), (2, 0)])
def test_a_rule_of_the_days_around_events_keeps_to_them(reach):
    """What it would say further from an event would be lost."""
    rule = attrs.frozen(
        type("Somewhere", (), {"__doc__": "Speaks.", "meta": META, "check_session": on_fridays, "reach_days": reach})
    )()
    if reach == (130, 0):
        assert_rule(rule)
    else:
        with pytest.raises(AssertionError, match="further from an event than its reach_days"):
            assert_rule(rule)


@pytest.mark.parametrize("reach", [7, (1,), (1, -1), (1.5, 0), (True, 0), (0, 367), None])
def test_a_reach_around_events_is_two_numbers_of_days(reach):
    """Whatever else it is, it is told at once."""
    rule = attrs.frozen(
        type("Somewhere", (), {"__doc__": "Speaks.", "meta": META, "check_session": on_fridays, "reach_days": reach})
    )()
    with pytest.raises(pz.ConfigError, match=r"Somewhere: reach_days must be days before and after an event, each 0"):
        pz.RuleSet((rule,))


def test_a_rule_of_the_season_alone_looks_at_no_session():
    """A `Checker` does not ask it again when a session moves."""
    meta = attrs.evolve(META, reads="season")
    rule = attrs.frozen(type("Somewhere", (), {"__doc__": "Speaks.", "meta": meta, "check_week": week_of_fridays}))()
    with pytest.raises(AssertionError, match="something else without the sessions"):
        assert_rule(rule)


def close(self, run, session, hours):
    """Speak of Fridays."""
    if session.date.weekday() == 4 and hours <= 100:
        yield pz.Hit("a Friday")


def week_of_fridays(self, week, view):
    """Speak of weeks with a Friday's session."""
    if any(session.date.weekday() == 4 for session in week.sessions):
        yield pz.Hit("a Friday")


def cycle_of_fridays(self, mesocycle, view):
    """Speak of mesocycles with a Friday's session."""
    weeks = view.weeks_of(mesocycle)
    if any(session.date.weekday() == 4 for week in weeks for session in week.sessions):
        yield pz.Hit("a Friday")


PAIR = {"pair": (pz.Run, pz.Session), "reach_hours": 100}


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ({"check_session": on_fridays}, {"phases": ("adaptation",)}, {"phases": ("power",)}),
        ({"check_session": on_fridays}, {"forms": ("full",)}, {"forms": ("mini",)}),
        ({"check_session": on_fridays}, {"focuses": ("whole",)}, {"focuses": ("upper",)}),
        ({"check_session": on_fridays}, {"heavy": True}, {"heavy": False}),
        ({"check_pair": close, **PAIR}, {"kinds": ("easy",)}, {"kinds": ("long",)}),
        ({"check_pair": close, **PAIR}, {"heavy": True}, {"heavy": False}),
        ({"check_week": week_of_fridays}, {"phases": ("adaptation",)}, {"phases": ("power",)}),
        ({"check_mesocycle": cycle_of_fridays}, {"phases": ("adaptation",)}, {"phases": ("power",)}),
    ],
)
def test_a_rule_must_be_silent_where_it_is_not_asked(check, right, wrong):
    """What its `only` leaves out would be lost."""
    assert_rule(only(check, **right))
    with pytest.raises(AssertionError, match="it speaks where its meta's only says"):
        assert_rule(only(check, **wrong))


def test_only_is_an_only():
    """Nothing else."""
    with pytest.raises(pz.ConfigError, match="only must be an Only, not 'power'"):
        attrs.evolve(META, only="power")
