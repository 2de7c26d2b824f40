"""Own plans are clean: what rules find in them, placement or prescription could not have avoided."""

from __future__ import annotations

import attrs
from hypothesis import assume, given, settings

import periodize as pz
from periodize import strategies
from periodize._engine import Shape, shape_of

RULES = pz.RuleSet.default()
STEERING = (Shape.PAIR, Shape.SESSION, Shape.WEEK)
UNPLACED = {rule.meta.code for rule in RULES if rule.meta.reads == "exercises" or shape_of(rule) not in STEERING}
"""Rules that placement does not avoid, so that selection and prescription have to."""
FEWER = max(10, settings.default.max_examples // 5)
ROOMY = 60
"""Minutes for a session that leave nothing out for want of time."""


def roomy(brief):
    """Give a brief time enough with no day closed, and let it avoid nothing."""
    return attrs.evolve(
        brief,
        athlete=attrs.evolve(brief.athlete, avoid=()),
        availability=attrs.evolve(brief.availability, max_session_minutes=ROOMY, windows=(), blackout=()),
    )


@settings(max_examples=FEWER)
@given(strategies.briefs(weeks=(3, 20), days=(4, 7)).map(roomy))
def test_what_a_session_holds_trips_no_warning(brief):
    """With time enough and nothing to avoid, no rule about lines, weeks and phases finds more than advice."""
    report = pz.check(pz.plan(brief, best_effort=True))
    assume(report.ok)
    assert [] == [str(finding) for finding in (*report.errors, *report.warnings) if finding.code in UNPLACED]
