"""Own plans are clean: what rules find in them, placement or prescription could not have avoided."""

from __future__ import annotations

import datetime as dt

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import periodize as pz
from periodize import strategies
from periodize._engine import Shape, shape_of

RULES = pz.RuleSet.default()
STEERING = (Shape.PAIR, Shape.SESSION, Shape.WEEK)
UNPLACED = {rule.meta.code for rule in RULES if rule.meta.reads == "exercises" or shape_of(rule) not in STEERING}
"""Rules that placement does not avoid, so that selection and prescription have to."""
FEWER = max(10, settings.default.max_examples // 2)
ROOMY = 60
"""Minutes for a session that leave nothing out for want of time."""
BLOCKS = pz.Model(
    "block",
    phases=[pz.PhasePlan("endurance", 2, 6), pz.PhasePlan("strength", 2, 4), pz.PhasePlan("power", 2, 3)],
    keeps_heavy=True,
)
ENGINE = pz.Engine(models=[BLOCKS])
LATE = dt.timedelta(days=28)
"""A model of an app's own that begins a phase so near the event brings what is new so near it."""


def roomy(brief, model):
    """Give a brief time enough on the days that it opens, let it avoid nothing, and maybe plan by blocks."""
    return attrs.evolve(
        brief,
        athlete=attrs.evolve(brief.athlete, avoid=()),
        availability=attrs.evolve(brief.availability, max_session_minutes=ROOMY, windows=()),
        model=model or brief.model,
    )


BRIEFS = st.builds(roomy, strategies.briefs(weeks=(3, 20), days=(4, 7)), st.sampled_from((None, None, BLOCKS.name)))


@settings(max_examples=FEWER)
@given(BRIEFS)
def test_what_a_session_holds_trips_no_warning(brief):
    """With time enough and nothing to avoid, no rule about lines, weeks and phases finds more than advice.

    Whatever the model, the dose, the athlete and the days that are closed.
    """
    plan = ENGINE.plan(brief, best_effort=True)
    report = ENGINE.check(plan)
    assume(report.ok)
    if brief.model == BLOCKS.name:
        begun = max((item.start for item in plan.mesocycles if item.phase.builds), default=brief.start)
        assume(begun <= brief.target.date - LATE)
    assert [] == [str(finding) for finding in (*report.errors, *report.warnings) if finding.code in UNPLACED]
