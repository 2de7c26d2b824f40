"""The placement of whole seasons is as good as the best that CP-SAT finds for a model of its own."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.placing_facts import NOTHING
from tests.property import placing_cases as cases
from tests.property.placing_rules import with_rules
from tests.property.test_placement_rules import WISHES

pytest.importorskip("ortools")

from tests.oracles import cpsat

WANTED = os.environ.get("PERIODIZE_CPSAT_SEASONS")
"""How many seasons of 2 to 8 weeks; `nox -s cpsat` says 1,000, and then long seasons are solved too."""
SEASONS = int(WANTED or "24") // 4
LONG = pytest.mark.skipif(WANTED is None, reason="takes minutes; set PERIODIZE_CPSAT_SEASONS")


DOSES = ("2 full", "3 full", "4 mini")


def compare(season, wishes=NOTHING):
    """Compare the objectives, tier by tier."""
    problem, (cost, weeks) = season.problem(wishes), cases.placed(season, with_rules(wishes))
    if problem.opened is not None:
        problem.keep(compare(season.opened(), wishes))
    assert cpsat.best(problem, weeks) == cost
    return weeks


@pytest.mark.parametrize("dose", DOSES)
@settings(max_examples=SEASONS)
@given(data=st.data())
def test_short_seasons_are_as_good_as_the_solvers(dose, data):
    """Seasons of 2 to 8 weeks have the objective of CP-SAT, also with all that a brief can say."""
    compare(data.draw(cases.seasons(dose, weeks=(2, 8)) | cases.all_seasons(dose, weeks=(2, 8))))


@settings(max_examples=SEASONS)
@given(
    st.sampled_from(WISHES),
    st.one_of(of(dose, weeks=(2, 6)) for dose in DOSES for of in (cases.seasons, cases.all_seasons)),
)
def test_a_users_rules(wishes, season):
    """With rules of a user's own, soft pair rules among them, the objective is still that of CP-SAT."""
    compare(season, wishes)


@LONG
@settings(max_examples=30)
@given(st.one_of(cases.seasons(dose, weeks=(52, 52), of=(52, 56)) for dose in ("2 full", "3 full")))
def test_a_year_is_as_good_as_the_solvers(season):
    """Seasons of 52 weeks have the objective of CP-SAT."""
    compare(season)


@LONG
@settings(max_examples=15)
@given(cases.seasons("4 mini", weeks=(12, 12), of=(12, 30)))
def test_a_quarter_of_mini_sessions(season):
    """Seasons of 12 weeks with four minis have the objective of CP-SAT."""
    compare(season)
