"""The placement of whole seasons is as good as the best that CP-SAT finds for a model of its own."""

import os

import pytest
from hypothesis import given, settings
from tests.oracles.placing_facts import Wishes
from tests.property import placing_cases as cases

import periodize as pz

pytest.importorskip("ortools")

from tests.oracles import cpsat

SEASONS = int(os.environ.get("PERIODIZE_CPSAT_SEASONS", "20"))
"""How many seasons of each kind; `nox -s cpsat` asks for 1,000 in all."""
RULES = pz.RuleSet.default()


@settings(max_examples=SEASONS)
@given(cases.seasons("2 full", weeks=(2, 8)))
def test_two_full_sessions(season):
    """The objective is that of CP-SAT, tier by tier."""
    assert cpsat.best(season.problem(Wishes())) == cases.placed(season, RULES)[0]


@settings(max_examples=SEASONS)
@given(cases.seasons("3 full", weeks=(2, 8)))
def test_three_full_sessions(season):
    """The objective is that of CP-SAT, tier by tier."""
    assert cpsat.best(season.problem(Wishes())) == cases.placed(season, RULES)[0]


@settings(max_examples=SEASONS)
@given(cases.seasons("4 mini", weeks=(2, 8)))
def test_four_mini_sessions(season):
    """The objective is that of CP-SAT, tier by tier."""
    assert cpsat.best(season.problem(Wishes())) == cases.placed(season, RULES)[0]
