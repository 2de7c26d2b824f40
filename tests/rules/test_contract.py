"""What holds for every rule, ours or anybody's."""

from __future__ import annotations

import inspect
import re
from typing import Any

import attrs
import pytest

import periodize as pz
from periodize import _engine
from periodize._catalogue import load
from periodize._evidence import SOURCES, Grade
from periodize._timeline import lay_out
from periodize.testing import assert_rule

RULES = pz.RuleSet.default()
HEADINGS = ("Why:", "Evidence:", "Repair:", "Related:")
SURE = {grade.value for grade in Grade}
"""How sure a page's evidence may be, in its first word."""
NEEDS_NO_TRIAL = {"coherence", "safety", "the brief"}
"""What a rule may guard instead: such a rule may be an error though no trial supports it."""
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


def test_pinned_codes_names_and_severities_stand() -> None:
    """Apps rely on these, so none of them changes."""
    found = {rule.meta.code: (rule.meta.name, rule.meta.severity.value) for rule in RULES}
    assert PINNED == {code: found.get(code) for code in PINNED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_rule_is_a_frozen_class_with_a_page(rule: Any) -> None:
    """It has knobs that cannot be changed, a docstring with the fixed headings, and known sources."""
    assert attrs.has(type(rule))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rule.anything = 1
    page = inspect.cleandoc(type(rule).__doc__ or "")
    assert list(HEADINGS) == re.findall(r"^\w+:", page.partition("\nAttributes:")[0], re.MULTILINE)
    assert [] == [source for source in rule.meta.sources if source not in SOURCES]
    assert attrs.fields_dict(type(rule)).keys() == _attributes(page)
    assert rule.meta.since == "0.1.0"
    assert re.fullmatch(r"PZ\d{3}", rule.meta.code)


def _section(rule: Any, heading: str) -> str:
    page = inspect.cleandoc(type(rule).__doc__ or "")
    return " ".join(page.partition(f"\n{heading} ")[2].partition("\n\n")[0].split())


def _attributes(page: str) -> set[str]:
    """Return the knobs that a page tells of."""
    told = re.findall(r"^    ([a-z][a-z_, ]*):", page.partition("\nAttributes:")[2], re.MULTILINE)
    return {name for names in told for name in names.split(", ")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_related_rules_exist(rule: Any) -> None:
    """A page names others by their codes, each once, in order, and never itself."""
    codes = _section(rule, "Related:").removesuffix(".").split(", ")
    assert sorted(set(codes)) == codes
    assert [] == [code for code in codes if code not in RULES or code == rule.meta.code]


def _sure(rule: Any) -> str:
    return _section(rule, "Evidence:").partition(".")[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_page_says_how_sure_the_evidence_is(rule: Any) -> None:
    """In its first word; where that is a trial's, there is a source."""
    assert _sure(rule) in SURE | NEEDS_NO_TRIAL
    assert rule.meta.sources or _sure(rule) in {"practice", *NEEDS_NO_TRIAL}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_practice_alone_makes_no_error(rule: Any) -> None:
    """An error rests on more, or guards coherence, safety or the brief's own word."""
    if rule.meta.severity is pz.Severity.ERROR:
        assert _sure(rule) in {"strong", "moderate", *NEEDS_NO_TRIAL}


KNOBS = [(rule, field) for rule in RULES for field in attrs.fields(type(rule))]


@pytest.mark.parametrize(("rule", "field"), KNOBS, ids=[f"{rule.meta.code}-{field.name}" for rule, field in KNOBS])
def test_a_knob_is_a_number_of_the_evidence_table(rule: Any, field: Any) -> None:
    """It has unit, grade, sources that the rule names too, and limits that hold its default and are kept."""
    guideline = field.metadata["guideline"]
    low, high = guideline.limits
    assert guideline.unit
    assert low <= field.default <= high
    assert [] == [source for source in guideline.sources if source not in rule.meta.sources]
    assert rule.meta.severity is not pz.Severity.ERROR or guideline.grade is not Grade.UNVERIFIED
    for beyond in (low - 1, high + 1):
        with pytest.raises(pz.ConfigError, match=field.name):
            RULES.options(rule.meta.code, **{field.name: beyond})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_rule_keeps_the_contract_of_all_rules(rule: Any) -> None:
    """What is asked of an app's rules holds for the library's own."""
    assert_rule(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_finding_points_into_the_document(rule: Any) -> None:
    """Its pointer leads to a part of the plan's document."""
    for example in rule.meta.examples:
        plan = pz.Plan.from_dict(example.plan)
        document = plan.to_dict()
        for finding in pz.check(plan, rules=pz.RuleSet((rule,))):
            target: Any = document
            for step in finding.where.pointer.split("/")[1:]:
                target = target[int(step)] if isinstance(target, list) else target[step]
            assert target is not None


NARROW = [rule for rule in RULES.of_shape(_engine.Shape.SESSION) if rule.meta.only is not None]
NEAR_EVENTS = [rule for rule in RULES.of_shape(_engine.Shape.SESSION) if hasattr(rule, "reach_days")]
ALL_EXAMPLES = [pz.Plan.from_dict(example.plan) for rule in RULES for example in rule.meta.examples]


@pytest.mark.parametrize("rule", NARROW, ids=lambda rule: rule.meta.code)
def test_a_rule_is_silent_about_sessions_that_it_is_not_asked_about(rule: Any) -> None:
    """Whoever asks it directly hears what `check` says."""
    for plan in ALL_EXAMPLES:
        others = [session for session in plan.sessions if not _engine.fits(rule, session)]
        view = _engine.view_of(plan, load(), lay_out(plan.brief)) if others else None
        assert [] == [hit.message for session in others for hit in rule.check_session(session, view)]


@pytest.mark.parametrize("rule", NEAR_EVENTS, ids=lambda rule: rule.meta.code)
def test_a_rule_of_the_days_around_events_is_silent_elsewhere(rule: Any) -> None:
    """Its reach follows its knobs, whichever they are."""
    before, after = rule.reach_days
    for plan in ALL_EXAMPLES:
        view, events = _engine.view_of(plan, load(), lay_out(plan.brief)), [event.date for event in plan.brief.events]
        for session in plan.sessions:
            if not any(-before <= (session.date - event).days <= after for event in events):
                assert [] == list(rule.check_session(session, view))
