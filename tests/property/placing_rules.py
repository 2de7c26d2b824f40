"""A user's rules beside the library's, and the best placement by what the check finds with them."""

from itertools import product
from typing import ClassVar

import attrs
from tests.oracles.placing_facts import TIERS
from tests.property import placing_cases as cases

import periodize as pz
from periodize import _engine

RULES = pz.RuleSet.default()
NEVER = 1_000


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


def with_rules(wishes):
    """The rules with a user's own, as the wishes say."""
    rules = RULES
    if wishes.closed_is:
        rules = rules.plus(NoFridays()).severity("APP001", wishes.closed_is)
    if wishes.apart_is:
        rules = rules.plus(Apart(wishes.apart)).severity("APP002", wishes.apart_is)
    return rules.options("PZ702", days=wishes.heavy_late).options("PZ704", days=wishes.legs_late)


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
