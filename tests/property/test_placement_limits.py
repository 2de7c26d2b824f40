"""What is drawn too rarely to be seen by chance: seasons in which one law alone decides where a session stands."""

import datetime as dt

import pytest
from tests.oracles.placing_facts import NOTHING, Wishes
from tests.property import placing_cases as cases
from tests.property.placing_rules import LateInTheWeek, least, steering, with_rules

import periodize as pz

RULES = pz.RuleSet.default()
RACE = pz.Event("Race", "2027-04-18", distance_km=10)
MONDAY = dt.date(2027, 1, 25)
"""Of a loading week of the strength phase."""


def a_week(runs, days, *, dose="2 full", order="run_first", extras="", tune_up=None, **availability):
    """One week of strength of the sixteen before a race."""
    brief = pz.Brief(
        events=(RACE,) if tune_up is None else (RACE, pz.Event("Tune-up", tune_up, distance_km=5, priority="B")),
        start="16 weeks before",
        athlete=pz.Athlete(level="intermediate"),
        runs=runs,
        availability=pz.Availability(days=days, **availability),
        dose=dose,
        extras=extras,
        order=order,
    )
    season = cases.cut(brief, 5, 1)
    (week,) = season.view.weeks
    assert (MONDAY, pz.Phase.STRENGTH, False) == (week.start, week.phase, week.deload)
    return season


SIX_RUNS = "Mon easy; Tue easy; Thu easy; Fri easy; Sat easy; Sun easy"


def test_trunk_work_leaves_the_last_rest_day_a_rest_day():
    """On the only day without a run an extra stands, and a session of the dose does not."""
    cases.compare(a_week(SIX_RUNS, ("mon", "wed", "fri"), extras="1 core"), RULES)


@pytest.mark.parametrize("order", pz.Order)
@pytest.mark.parametrize("time", ["06:05", "12:07", "19:00"])
@pytest.mark.parametrize("run", ["17:30 easy", "17:30 quality"])
def test_a_pin_before_a_run_is_held_where_the_order_lets_it(run, time, order):
    """However long before the run of its day it is."""
    pin = pz.Pinned(MONDAY + dt.timedelta(days=1), time, "whole")
    cases.compare(a_week(f"Tue {run}", ("tue", "fri", "sun"), order=order, pinned=[pin]), RULES)


NIGHT = pz.Run(MONDAY + dt.timedelta(days=4), "easy", time="23:00", minutes=80)
"""It ends twenty minutes after midnight."""


@pytest.mark.parametrize("pinned", [(), ("00:10",), ("00:20",)])
def test_a_run_over_midnight_is_a_run_of_the_next_morning_too(pinned):
    """No lift overlaps it, and one soon after it is one soon after a run."""
    pins = [pz.Pinned(NIGHT.date + dt.timedelta(days=1), time, "whole") for time in pinned]
    runs = pz.Runs("", dated=[NIGHT])
    days = ("tue", "thu", "sat")
    windows = {day: ["00:00-21:00"] for day in days}
    season = a_week(runs, days, windows=windows, pinned=pins, prefer_time="00:30", prefer_days=["tue", "sat"])
    cases.compare(season, RULES)


@pytest.mark.parametrize("day", range(7))
@pytest.mark.parametrize(("dose", "extras"), [("4 mini", ""), ("2 full", "2 core")])
def test_no_session_stands_on_the_day_of_a_race_on_the_way(dose, extras, day):
    """Whatever it loads, and though the race is a single hard run."""
    tune_up = MONDAY + dt.timedelta(days=day)
    runs = "Mon 07:00 easy; Tue 07:00 easy; Wed 07:00 easy; Sat 07:00 easy"
    season = a_week(runs, ("mon", "tue", "wed", "fri", "sat"), dose=dose, extras=extras, tune_up=tune_up)
    cases.compare(season, RULES)


@pytest.mark.parametrize("days", [10, 11])
@pytest.mark.parametrize("law", ["heavy_late", "legs_late"])
def test_the_last_days_before_the_event_are_as_many_as_the_rules_say(law, days):
    """By the defaults no session is dealt so late; with more days the last building week feels them."""
    brief = a_week("Tue quality; Sun long", pz.Weekday, prefer_days=["fri", "sat", "sun"]).view.brief
    wishes = Wishes(**{law: days})
    cases.compare(cases.cut(brief, 15, 2), with_rules(wishes), wishes)


def test_a_week_rule_hits_once_for_each_place():
    """Two sessions that it speaks of cost twice as much as one of which it speaks twice."""
    season = a_week("Thu easy", ("mon", "wed", "fri"), prefer_days=["mon", "wed"])
    rules = RULES.plus(LateInTheWeek())
    cost, weeks = cases.placed(season, rules)
    assert least(season, season.problem(NOTHING), steering(rules)) == (cost, weeks)
