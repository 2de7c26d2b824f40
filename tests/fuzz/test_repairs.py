"""Damaged plans and nonsense for edits: repairs end, add no error, and only the library's own errors come out."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.fuzz.test_documents import PLAN, VALUES, attempt, mutated

import periodize as pz

FEWER = settings(max_examples=max(1, settings().max_examples // 3))  # each checks a plan some hundred times


def places(findings):
    """Say which rule speaks about what."""
    return {(item.code, item.where.session_id or item.where.run_id or item.where.date) for item in findings}


@FEWER
@given(mutated(PLAN), st.booleans())
@example(PLAN, True)
@example({**PLAN, "mesocycles": [], "weeks": []}, True)
@example({**PLAN, "sessions": [{"date": "1900-01-01"}, {"date": "2199-12-31"}]}, True)
def test_a_damaged_plan_is_refused_or_repaired(data, unsafe):
    """What is read is checked and repaired; no error is added, and the same again changes nothing."""
    try:
        text = json.dumps(data)
    except (TypeError, ValueError):  # no JSON
        return
    plan, said = attempt(pz.loads, text)
    assert (plan is None) is bool(said)
    if plan is None:
        return
    report, _ = attempt(pz.check, plan)
    result, said = attempt(lambda found: pz.repair(found, unsafe=unsafe), plan)
    assert (report is None) is bool(said)  # a waiver may name a rule that there is not
    if result is None:
        return
    assert places(result.remaining.errors) <= places(report.errors)
    again = pz.repair(result.plan, unsafe=unsafe)
    assert (result.plan, ()) == (again.plan, again.applied)
    assert result.plan == pz.loads(pz.dumps(result.plan))


EDITS = st.fixed_dictionaries(
    {"edit": st.sampled_from(["move", "drop", "put", "set", "cut"])},
    optional={
        "session_id": st.sampled_from(["w1-1", "w1-2", "x"]) | VALUES,
        "date": st.dates().map(str) | VALUES,
        "time": st.sampled_from(["07:00", "24:00"]) | VALUES,
        "line": st.integers(-1, 2) | VALUES,
        "session": st.just(PLAN["sessions"][0]) | VALUES,
        "changes": st.dictionaries(
            st.sampled_from(["minutes", "reps", "load", "exercise", "exercises", "heavy", "id", "x"]),
            VALUES,
            max_size=3,
        )
        | VALUES,
        "x": VALUES,
    },
)
FUZZED = pz.Plan.from_dict(PLAN)


@given(st.lists(EDITS | VALUES, max_size=3))
@example([{"edit": "set", "session_id": "w1-1", "line": None, "changes": {"ref": None}}])
def test_any_values_are_edits_or_an_error(edits):
    """What an app sends is applied or refused; what is applied can be written and read."""
    plan, said = attempt(lambda given: FUZZED.apply(*given), edits)
    assert (plan is None) is bool(said)
    if plan is not None:
        assert plan == pz.loads(pz.dumps(plan))
