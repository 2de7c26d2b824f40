"""Whatever a rule's knob is set to, within its limits."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import periodize as pz
from periodize import _engine
from periodize._catalogue import load
from periodize._timeline import lay_out

FEWER = max(5, settings.default.max_examples // 5)
CATALOGUE = load()
RULES = pz.RuleSet.default()
KNOBS = [(rule, field) for rule in RULES for field in attrs.fields(type(rule)) if field.metadata["stricter"]]
CROWDED = pz.Brief(
    events=(pz.Event("Race", "2027-05-09", distance_km=10), pz.Event("On the way", "2027-04-04", priority="B")),
    start="16 weeks before",
    runs="Mon easy; Tue quality; Wed easy; Thu quality; Fri easy; Sat easy; Sun long 150min",
    athlete=pz.Athlete(level="intermediate", age=55, equipment=("barbell", "bench", "dumbbell")),
)


def seen(document):
    """Read a plan and make its view."""
    plan = pz.Plan.from_dict(document)
    return plan, _engine.view_of(plan, CATALOGUE, lay_out(plan.brief))


PLANNED = [seen(pz.plan(attrs.evolve(CROWDED, dose=dose), best_effort=True).to_dict()) for dose in ("3 full", "4 mini")]
SHOWN = {rule.meta.code: [seen(example.plan) for example in rule.meta.examples] for rule, _ in KNOBS}


def values(field):
    """Draw values of a knob within its limits, its own and the limits often, from the stricter to the looser."""
    low, high = map(type(field.default), field.metadata["guideline"].limits)
    numbers = st.integers(low, high) if isinstance(field.default, int) else st.floats(low, high)
    numbers |= st.sampled_from((low, field.default, high))
    return st.tuples(numbers, numbers).map(lambda pair: sorted(pair, reverse=field.metadata["stricter"] == "higher"))


@pytest.mark.parametrize(("rule", "field"), KNOBS, ids=[f"{rule.meta.code}-{field.name}" for rule, field in KNOBS])
@settings(max_examples=FEWER)
@given(data=st.data())
def test_a_stricter_knob_never_finds_less(rule, field, data):
    """Each place that a rule finds it finds with a stricter knob too."""
    strict, loose = (attrs.evolve(rule, **{field.name: value}) for value in data.draw(values(field)))
    for plan, view in [*SHOWN[rule.meta.code], *PLANNED]:
        found, fewer = (_engine.check(plan, pz.RuleSet((item,)), view) for item in (strict, loose))
        assert {finding.where for finding in fewer} <= {finding.where for finding in found}
