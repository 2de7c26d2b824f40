"""The rules keep the contract, and they steer."""

import pytest
from club_rules import NoClubNight, RestBetween

import periodize as pz
from periodize.testing import assert_plan_ok, assert_rule


@pytest.mark.parametrize("rule", [NoClubNight(), RestBetween()])
def test_rule_keeps_the_contract(rule):
    assert_rule(rule)


def test_plan_keeps_the_club_night_free():
    rules = pz.RuleSet.default().plus(NoClubNight())
    race = pz.Event("City 10", "2027-04-18", distance_km=10)
    plan = pz.plan(pz.Brief(events=(race,), start="12 weeks before"), rules=rules)
    assert_plan_ok(plan, rules=rules)
    assert not [session for session in plan.sessions if session.date.weekday() == 4]
