"""The rules that are given steer the placement, a user's own as well as the library's, however severe they are."""

from itertools import product
from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.placing_facts import NOTHING, TIERS, Wishes
from tests.property import placing_cases as cases

import periodize as pz
from periodize import _engine

RULES = pz.RuleSet.default()
NEVER = 1_000
FEWER = max(10, settings.default.max_examples // 3)
"""Examples where one costs as much as three others."""


@attrs.frozen
class NoFridays:
    """A session falls on a Friday."""

    meta: ClassVar = pz.RuleMeta(code="APP001", name="friday-session", severity=pz.Severity.ERROR)

    def check_session(self, session, view):
        """Look at its weekday."""
        if session.date.weekday() == 4:
            yield pz.Hit("{session} falls on a Friday", session=session)


@attrs.frozen
class Apart:
    """Sessions follow each other within a few days."""

    meta: ClassVar = pz.RuleMeta(code="APP002", name="too-close", severity=pz.Severity.ADVICE)
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 7 * 24
    days: int = 3

    def check_pair(self, earlier, later, hours):
        """Count the days."""
        days = (later.date - earlier.date).days
        if 0 < days < self.days:
            yield pz.Hit("{session} follows too soon", session=later, measured=days, required=self.days)


@attrs.frozen
class BeforeTheWeekend:
    """A session stands within some days before one of a weekend; the earlier one is at fault."""

    meta: ClassVar = pz.RuleMeta(code="APP003", name="before-the-weekend", severity=pz.Severity.WARNING)
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 7 * 24

    def check_pair(self, earlier, later, hours):
        """Look at the weekday of the later one."""
        if later.date.weekday() >= 5:
            yield pz.Hit("{session} stands before one of a weekend", session=earlier)


@attrs.frozen
class RestAfterRun:
    """A session follows a run within some hours."""

    meta: ClassVar = pz.RuleMeta(code="APP004", name="tired", severity=pz.Severity.WARNING)
    pair: ClassVar = (pz.Run, pz.Session)
    reach_hours: ClassVar = 30
    hours: float = 26.5

    def check_pair(self, run, session, hours):
        """Measure the gap."""
        if hours < self.hours:
            yield pz.Hit("{session} follows a run", session=session, measured=hours, required=self.hours)


@attrs.frozen
class LateInTheWeek:
    """Sessions stand on both of the week's last days, or some on its first three."""

    meta: ClassVar = pz.RuleMeta(code="APP005", name="late-in-the-week", severity=pz.Severity.WARNING)

    def check_week(self, week, view):
        """Look at the days; each early session is a place of its own."""
        days = [(week.end - session.date).days for session in week.sessions]
        if 0 in days and 1 in days:
            yield pz.Hit("{week} is full at its end", week=week)
        for session in week.sessions:
            if (session.date - week.start).days < 3:
                yield pz.Hit("{session} is too early", session=session)
                yield pz.Hit("{session} is far too early", session=session)


@attrs.frozen
class TwiceAWeek:
    """A week with a run holds no session."""

    meta: ClassVar = pz.RuleMeta(code="APP006", name="idle-week", severity=pz.Severity.ERROR)

    def check_week(self, week, view):
        """Look for sessions."""
        if not week.sessions and any(view.runs_on(day) for day in (week.start, week.end)):
            yield pz.Hit("{week} is idle")


@attrs.frozen
class RunsOfTheWeek:
    """A week of many runs holds more than one session."""

    meta: ClassVar = pz.RuleMeta(code="APP007", name="running-week", severity=pz.Severity.WARNING)

    def check_week(self, week, view):
        """Compare its runs and its sessions."""
        if len(week.runs) >= 2 and len(week.sessions) > 1:
            yield pz.Hit("{week} is for running")


@attrs.frozen
class BeforeOneRun:
    """Sessions stand within two days before a hard run; the run is the place, so that it counts once."""

    meta: ClassVar = pz.RuleMeta(code="APP008", name="before-one-run", severity=pz.Severity.WARNING)
    pair: ClassVar = (pz.Session, pz.Run)
    reach_hours: ClassVar = 4 * 24

    def check_pair(self, session, run, hours):
        """Look at the kind of the run."""
        if run.kind.hard:
            yield pz.Hit("{session} stands before {run}", run=run)


WISHES = [
    Wishes(closed_is="error"),
    Wishes(closed_is="warning"),
    Wishes(apart=3, apart_is="advice"),
    Wishes(apart=4, apart_is="warning"),
    Wishes(closed_is="advice", apart=5, apart_is="advice"),
]


def with_rules(wishes):
    """The rules with a user's own, as the wishes say."""
    rules = RULES
    if wishes.closed_is:
        rules = rules.plus(NoFridays()).severity("APP001", wishes.closed_is)
    if wishes.apart_is:
        rules = rules.plus(Apart(wishes.apart)).severity("APP002", wishes.apart_is)
    return rules


@given(st.sampled_from(WISHES), cases.seasons("2 full", weeks=(1, 3)))
def test_a_users_rules_steer_two_full_sessions(wishes, season):
    """With rules of a user's own, stated anew too, brute force still finds the same."""
    cases.compare(season, with_rules(wishes), wishes)


@given(st.sampled_from(WISHES), cases.seasons("3 full", weeks=(1, 2)))
def test_a_users_rules_steer_three_full_sessions(wishes, season):
    """With rules of a user's own, stated anew too, brute force still finds the same."""
    cases.compare(season, with_rules(wishes), wishes)


@settings(max_examples=FEWER)
@given(st.sampled_from(WISHES), cases.seasons("4 mini", weeks=(1, 2), days=(2, 5)))
def test_a_users_rules_steer_four_mini_sessions(wishes, season):
    """With rules of a user's own, stated anew too, brute force still finds the same."""
    cases.compare(season, with_rules(wishes), wishes)


RULE_SETS = {
    "as they are": RULES,
    "session error": RULES.plus(NoFridays()),
    "pair advice": RULES.plus(Apart(4)),
    "pair warning": RULES.plus(Apart()).severity("APP002", "warning"),
    "pair, the earlier at fault": RULES.plus(BeforeTheWeekend()),
    "pair with a run": RULES.plus(RestAfterRun()),
    "week warning": RULES.plus(LateInTheWeek()),
    "week error": RULES.plus(TwiceAWeek()),
    "week with its runs": RULES.plus(RunsOfTheWeek()),
    "pair, the run at fault": RULES.plus(BeforeOneRun()),
    "a law is advice": RULES.severity("PZ302", "advice").severity("PZ301", "warning"),
    "a warning is advice": RULES.severity("PZ311", "advice"),
    "a law is off": RULES.without("PZ302", "PZ311", "PZ704"),
    "the minimum is a warning": RULES.severity("PZ201", "warning").severity("PZ312", "error"),
    "other knobs": RULES.options("PZ302", days=3).options("PZ311", hours=12.25).options("PZ322", minutes=60),
}


@pytest.mark.parametrize("name", RULE_SETS)
@settings(max_examples=FEWER)
@given(season=cases.seasons("2 full", weeks=(1, 2), days=(2, 3)))
def test_no_placement_is_better_by_what_the_check_finds(name, season):
    """Of all placements none has a better objective than what is placed, with the findings of the check counted."""
    rules = steering(RULE_SETS[name])
    problem = season.problem(NOTHING)
    if problem.opened is not None:
        opened = season.opened()
        problem.keep(least(opened, problem.opened, rules)[1])
    cost, weeks = cases.placed(season, RULE_SETS[name])
    assert least(season, problem, rules) == (cost, weeks)


def least(season, problem, rules):
    """The best objective of all placements, and the placement."""
    every = product(*(cases.every_choice(problem, number) for number in range(len(problem.weeks))))
    _, cost, placed = min(
        (problem.rank(cost, placed), cost, placed)
        for cost, placed in ((judged(season, problem, rules, placed), placed) for placed in every)
    )
    return cost, [list(lifts) for lifts in placed]


def steering(rules):
    """The rules that steer placement."""
    shapes = (_engine.Shape.PAIR, _engine.Shape.SESSION, _engine.Shape.WEEK)
    codes = [rule.meta.code for shape in shapes for rule in rules.of_shape(shape) if rule.meta.reads == "schedule"]
    return rules.select(*codes)


def judged(season, problem, rules, placed):
    """The objective of a placement: what the check finds, then the oracle's preferences.

    Read as: what a session or a pair rule calls an error is never placed, also where it would spare another error.
    """
    plan = cases.plan_of(season, placed)
    found = problem.objective(placed)
    cost = dict(zip(TIERS, found, strict=False))
    cost |= dict.fromkeys(("errors", "minimum", "warnings", "advice", "shortfall"), 0)
    with_runs = {rule.meta.code for rule in rules.of_shape(_engine.Shape.PAIR) if pz.Run in rule.pair}
    of_weeks = {rule.meta.code for rule in rules.of_shape(_engine.Shape.WEEK)}
    for finding in _engine.check(plan, rules, _engine.view_of(plan, None, season.view.timeline)):
        if finding.severity is not pz.Severity.ERROR:
            cost["warnings" if finding.severity is pz.Severity.WARNING else "advice"] += 1
        else:
            cost["minimum" if finding.code == "PZ201" else "errors"] += 1 if finding.code in of_weeks else NEVER
        if finding.severity is pz.Severity.WARNING and finding.code in with_runs and finding.required is not None:
            cost["shortfall"] += round(60 * abs(finding.required - finding.measured))
    return (*(cost[name] for name in TIERS), *found[len(TIERS) :])
