"""The placement of a few weeks is the best one there is, by laws and an objective that are stated anew."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.placing_facts import NOTHING
from tests.property import placing_cases as cases

import periodize as pz

RULES = pz.RuleSet.default()
FEWER = max(10, settings.default.max_examples // 3)
"""Examples where one costs as much as three others."""


@given(cases.seasons("2 full", weeks=(1, 3)))
def test_two_full_sessions_stand_where_brute_force_puts_them(season):
    """The objective and the sessions of every few weeks are those of brute force."""
    cases.compare(season, RULES)


@given(cases.seasons("3 full", weeks=(1, 3)))
def test_three_full_sessions_stand_where_brute_force_puts_them(season):
    """The objective and the sessions of every few weeks are those of brute force."""
    cases.compare(season, RULES)


@settings(max_examples=FEWER)
@given(cases.seasons("4 mini", weeks=(1, 2)))
def test_four_mini_sessions_stand_where_brute_force_puts_them(season):
    """The objective and the sessions of every few weeks are those of brute force."""
    cases.compare(season, RULES)


@given(st.one_of(cases.seasons(dose, weeks=(1, 3)) for dose in ("2 full", "3 full")))
def test_what_is_placed_is_what_was_dealt(season):
    """Every session fills a slot of its own: its form, focus and minutes, on one of its days."""
    _, weeks = cases.placed(season, RULES)
    for week, lifts in zip(season.view.weeks, weeks, strict=True):
        left = list(season.slots[week.week])
        for lift in lifts:
            fits = [
                slot
                for slot in left
                if (slot.form, slot.focus, slot.minutes) == (lift.form, lift.focus, lift.end - lift.start)
                and slot.first <= lift.day <= slot.last
            ]
            assert fits
            left.remove(fits[0])


@given(cases.seasons("2 full", weeks=(1, 3)))
def test_brute_force_adds_up_what_it_finds(season):
    """The oracle's sum, made while it searches, is the plain objective of the sessions that it finds."""
    problem = season.problem(NOTHING)
    cost, weeks = problem.best()
    assert problem.objective(weeks) == cost
