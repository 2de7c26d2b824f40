"""What holds for every rule, ours or anybody's."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from typing import Any

import attrs
import pytest

import periodize as pz
from periodize import _engine
from periodize._catalogue import load
from periodize._evidence import SOURCES
from periodize._timeline import lay_out
from periodize._view import View, hours_between

RULES = pz.RuleSet.default()
HEADINGS = ("Why:", "Evidence:", "Repair:")
PINNED = {
    "PZ101": ("phases-out-of-order", "error"),
    "PZ102": ("season-with-a-gap", "error"),
    "PZ103": ("not-anchored", "error"),
    "PZ104": ("phase-length", "warning"),
    "PZ105": ("short-runway", "advice"),
    "PZ106": ("session-outside-season", "error"),
    "PZ107": ("phase-label-differs", "error"),
    "PZ201": ("weekly-minimum", "error"),
    "PZ202": ("dose-short", "warning"),
    "PZ301": ("lift-before-run", "error"),
    "PZ302": ("same-parts-too-soon", "error"),
    "PZ303": ("lift-during-run", "error"),
    "PZ304": ("outside-availability", "error"),
    "PZ311": ("heavy-before-key-run", "warning"),
    "PZ312": ("last-rest-day-taken", "warning"),
    "PZ401": ("endurance-low-reps", "error"),
    "PZ501": ("missing-equipment", "error"),
    "PZ502": ("missing-movement", "warning"),
    "PZ503": ("no-lateral-work", "warning"),
    "PZ601": ("deload-due", "warning"),
    "PZ701": ("session-on-event-day", "error"),
    "PZ702": ("heavy-legs-late", "error"),
    "PZ703": ("heavy-legs-in-last-week", "warning"),
    "PZ704": ("legs-late", "error"),
    "PZ801": ("needs-referral", "error"),
}
EXAMPLES = [(rule, example) for rule in RULES for example in rule.meta.examples]
STEERING = [(rule, example) for rule, example in EXAMPLES if rule.meta.reads == "schedule"]


def _facts(plan: pz.Plan) -> View:
    """A view as placement has it: no plan."""
    runs: dict[dt.date, list[pz.Run]] = {}
    for run in plan.runs:
        runs.setdefault(run.date, []).append(run)
    return View(plan.brief, lay_out(plan.brief), plan.mesocycles, plan.weeks, runs, load())


def test_pinned_codes_names_and_severities_stand() -> None:
    """Apps rely on these."""
    found = {rule.meta.code: (rule.meta.name, rule.meta.severity.value) for rule in RULES}
    assert PINNED == {code: found.get(code) for code in PINNED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_rule_is_a_frozen_class_with_a_page(rule: Any) -> None:
    """It has knobs that cannot be changed, a docstring with the fixed headings, and known sources."""
    assert attrs.has(type(rule))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rule.anything = 1
    page = inspect.cleandoc(type(rule).__doc__ or "")
    assert [heading for heading in HEADINGS if f"\n{heading}" in page] == list(HEADINGS)
    assert [source for source in rule.meta.sources if source not in SOURCES] == []
    assert rule.meta.since == "0.1.0"
    assert re.fullmatch(r"PZ\d{3}", rule.meta.code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_rule_has_examples_that_trip_and_that_pass(rule: Any) -> None:
    """Examples are documentation, so both kinds are there."""
    assert {True, False} == {example.trips for example in rule.meta.examples}


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.meta.code}-{example.says}" for rule, example in EXAMPLES]
)
def test_an_example_does_what_it_says(rule: Any, example: pz.Example) -> None:
    """It trips its own rule, or passes; its findings are the rule's and point into the document."""
    plan = pz.Plan.from_dict(example.plan)
    report = pz.check(plan, rules=pz.RuleSet((rule,)))
    assert example.trips == bool(report)
    document = plan.to_dict()
    for finding in report:
        assert rule.meta.code == finding.code
        assert finding.message
        target: Any = document
        for step in finding.where.pointer.split("/")[1:]:
            target = target[int(step)] if isinstance(target, list) else target[step]
        assert pz.Report((finding,)).to_dict()["findings"][0]["where"]["label"] == finding.where.label


@pytest.mark.parametrize(
    ("rule", "example"), STEERING, ids=[f"{rule.meta.code}-{example.says}" for rule, example in STEERING]
)
def test_a_steering_rule_asks_for_facts_alone(rule: Any, example: pz.Example) -> None:
    """While placing there is no plan, and its verdict on the same arguments is the same."""
    plan = pz.Plan.from_dict(example.plan)
    shape, facts = _engine.shape_of(rule), _facts(plan)
    finished = _engine.view_of(plan, load(), lay_out(plan.brief))
    if shape is _engine.Shape.SESSION:
        for session in plan.sessions:
            assert _said(rule.check_session(session, finished)) == _said(rule.check_session(session, facts))
    elif shape is _engine.Shape.WEEK:
        for week in plan.weeks:
            assert _said(rule.check_week(week, finished)) == _said(rule.check_week(week, facts))


def _said(hits: Any) -> list[str]:
    return [hit.message for hit in hits]


PAIR_RULES = RULES.of_shape(_engine.Shape.PAIR)


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.meta.code)
@pytest.mark.parametrize("weeks", [1, 53])
def test_a_pair_verdict_does_not_change_when_both_move_by_whole_weeks(rule: Any, weeks: int) -> None:
    """So verdicts may be shared between weeks."""
    for example in rule.meta.examples:
        plan = pz.Plan.from_dict(example.plan)
        for earlier, later in _engine.pairs(plan.runs, plan.sessions, rule.pair, rule.reach_hours):
            hours = hours_between(earlier, later)
            moved = [attrs.evolve(item, date=item.date + dt.timedelta(weeks=weeks)) for item in (earlier, later)]
            assert _said(rule.check_pair(earlier, later, hours)) == _said(rule.check_pair(*moved, hours))


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.meta.code)
def test_a_pair_rule_is_silent_beyond_its_reach(rule: Any) -> None:
    """The engine does not ask there, so a rule that would speak would be lost."""
    monday = dt.date(2027, 1, 4)
    kinds: dict[type, Any] = {
        pz.Session: [
            pz.Session(id="w1-1", date=monday, time="00:00", minutes=1, focus=focus, phase="strength", heavy=True)
            for focus in pz.Focus
        ],
        pz.Run: [pz.Run(monday, kind, time="00:00", minutes=1, id="r1-1") for kind in ("long", "race", "easy")],
    }
    for earlier in kinds[rule.pair[0]]:
        for later in kinds[rule.pair[1]]:
            for days in range(1, 9):
                moved = attrs.evolve(later, date=monday + dt.timedelta(days=days), time="23:59", id="x")
                hours = hours_between(earlier, moved)
                if hours > rule.reach_hours:
                    assert [] == _said(rule.check_pair(earlier, moved, hours))
