"""What holds for every rule, ours or anybody's."""

from __future__ import annotations

import inspect
import re
from typing import Any

import attrs
import pytest

import periodize as pz
from periodize._evidence import SOURCES
from periodize.testing import assert_rule

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
def test_a_rule_keeps_the_contract_of_all_rules(rule: Any) -> None:
    """What is asked of an app's rules holds for the library's own."""
    assert_rule(rule)
