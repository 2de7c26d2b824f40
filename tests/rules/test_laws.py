"""What a rule demands, in a few words, for the reasons why nothing fits."""

from __future__ import annotations

import pytest

import periodize as pz

RULES = pz.RuleSet.default()


@pytest.mark.parametrize(
    ("code", "knobs", "law"),
    [
        ("PZ201", {}, "two sessions a week, or four short ones"),
        ("PZ201", {"units": 7}, "four sessions a week, or 7 short ones"),
        ("PZ302", {}, "a day between sessions for the same parts of the body"),
        ("PZ302", {"days": 3}, "two days between sessions for the same parts of the body"),
        ("PZ704", {}, "no leg work on the event's day or its eve"),
        ("PZ704", {"days": 4}, "no leg work on the event's day or the three days before it"),
    ],
)
def test_a_law_says_the_number_of_its_knob(code: str, knobs: dict[str, int], law: str) -> None:
    """A rule set up otherwise demands otherwise."""
    rules = RULES.options(code, **knobs) if knobs else RULES
    assert law == rules[code].law  # type: ignore[attr-defined]  # these rules have one
