"""The rules that are given steer the placement, a user's own as well as the library's, however severe they are."""

from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.placing_facts import NOTHING, Wishes
from tests.property import placing_cases as cases
from tests.property.placing_rules import Apart, LateInTheWeek, NoFridays, least, steering, with_rules

import periodize as pz

RULES = pz.RuleSet.default()
FEWER = max(10, settings.default.max_examples // 3)
"""Examples where one costs as much as three others."""


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
