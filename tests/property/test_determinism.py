"""The same brief gives the same bytes, in whatever process it is planned."""

import json
import os
import subprocess
import sys

import pytest
from tests.property.test_strategies import sample

import periodize as pz
from periodize import strategies

PLAN_ALL = """
import json, sys
import periodize as pz
for brief in json.load(sys.stdin):
    print(pz.dumps(pz.plan(pz.Brief.from_dict(brief), best_effort=True)))
"""


@pytest.fixture(scope="module")
def briefs():
    """A handful of briefs, the fullest of many."""
    drawn = sample(strategies.briefs(weeks=(4, 16), days=(3, 7)), 60)
    return sorted(drawn, key=lambda brief: len(repr(brief)))[-5:]


def planned_elsewhere(briefs, hash_seed):
    """Plan the briefs in a new interpreter."""
    return subprocess.run(
        [sys.executable, "-c", PLAN_ALL],
        input=json.dumps([brief.to_dict() for brief in briefs]),
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_two_interpreters_write_the_same_bytes(briefs):
    """Interpreters that order their sets otherwise write the same text."""
    assert planned_elsewhere(briefs, 1) == planned_elsewhere(briefs, 4_294_967_295)


def test_another_interpreter_writes_what_this_one_does(briefs):
    """What was planned before in this process leaves no trace in the text."""
    expected = [pz.dumps(pz.plan(brief, best_effort=True)) for brief in reversed(briefs)]
    assert "\n".join([*reversed(expected), ""]) == planned_elsewhere(briefs, 0)
