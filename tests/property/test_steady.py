"""One closed day in one week moves no session of another week, but where a law across their border says so."""

import datetime as dt
from itertools import product

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.property import placing_cases as cases

import periodize as pz
from periodize._catalogue import load
from periodize._planner._setting import Setting

CATALOGUE, RULES = load(), pz.RuleSet.default()
EVENT = dt.date(2027, 4, 18)
RUNS = (
    "Tue quality; Thu easy; Sat easy; Sun long",
    "Tue 06:30 quality; Wed easy; Thu easy; Sun 08:00 long",
    "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min",
    "Mon easy; Tue quality; Wed easy; Thu quality; Fri easy; Sun long",
    "Tue easy; Thu quality; Fri easy; Sat long; Sun easy",
    "Mon easy; Tue quality; Wed easy; Thu quality; Fri easy; Sat long; Sun easy",
    "Wed 18:00 easy; Sat 08:00 long",
    "",
)
BY_WEEK = 7
LONGEST = 9
FEWER = max(8, settings.default.max_examples // 5)
"""Examples where one costs as much as five others."""


def brief(dose, runs, weeks, *closed):
    """A season in which every week has the same runs, and in which some days may be closed."""
    return pz.Brief(
        events=(pz.Event("City 10", EVENT, distance_km=10),),
        start=EVENT - dt.timedelta(days=BY_WEEK * weeks - 1),
        runs=runs,
        dose=dose,
        availability=pz.Availability(blackout=[pz.Blackout(day, day) for day in closed]),
    )


def placed(given):
    """The sessions of each week."""
    found = Setting.of(given, RULES, CATALOGUE).place()
    return [[item.session for item in found.weeks[number]] for number in sorted(found.weeks)]


def moved(given, day):
    """The weeks without a day whose sessions stand elsewhere when it is closed, and those that a border moves."""
    closed = attrs.evolve(given, availability=attrs.evolve(given.availability, blackout=[pz.Blackout(day, day)]))
    before, after = placed(given), placed(closed)
    (struck,) = (n for n, week in enumerate(Setting.of(given, RULES, CATALOGUE).timeline.weeks) if week.holds(day))
    others = {n for n in range(len(before)) if n != struck and before[n] != after[n]}
    return others, {n for n in others if moved_by_its_neighbour(before, after, n, n + (1 if struck > n else -1))}


def moved_by_its_neighbour(before, after, number, other):
    """Whether what stood in a week could not stand beside the other as it is, or what stands beside it as it was."""
    changed = before[other] != after[other]
    return changed and (too_close(before[number], after[other]) or too_close(after[number], before[other]))


def too_close(sessions, others):
    """Whether sessions that load the same parts stand on one day, or on days in a row."""
    return any(
        one.loads & other.loads and abs((one.date - other.date).days) <= 1 for one, other in product(sessions, others)
    )


def whole_weeks(given):
    """The days of the weeks that are not cut by the season's ends."""
    weeks = Setting.of(given, RULES, CATALOGUE).timeline.weeks
    inner = [week for week in weeks if week.days == BY_WEEK and week.end < EVENT]
    return [week.start + dt.timedelta(days=n) for week in inner for n in range(BY_WEEK)]


DOSES = st.sampled_from(("2 full", "3 full", "4 mini"))


@given(DOSES, st.sampled_from(RUNS) | cases.weeks_of_runs(), st.integers(3, LONGEST), st.integers(0, 55))
@example("3 full", RUNS[1], LONGEST, 34)  # a Sunday, after which a session comes back to the Monday before a hard run
@example("4 mini", RUNS[5], LONGEST, 35)  # a Monday of a deload, whose wishes differ from those of its neighbours
@example("2 full", RUNS[7], LONGEST, 49)  # a Monday; a Sunday session instead of it would stand before one of week 9
def test_a_closed_day_moves_a_session_of_another_week_only_by_a_law_across_their_border(dose, runs, weeks, day):
    """Whichever day of whichever whole week it is: all other sessions stay, unless two of them would stand too close."""
    given = brief(dose, runs, weeks)
    days = whole_weeks(given)
    others, excused = moved(given, days[day % len(days)])
    assert others == excused


@pytest.mark.parametrize("dose", ["2 full", "3 full", "4 mini"])
@pytest.mark.parametrize("runs", RUNS[:4])
def test_a_closed_day_in_the_middle_of_a_week_moves_nothing_else(dose, runs):
    """Where the sessions of the week that it strikes stay off its first and last day."""
    given = brief(dose, runs, LONGEST)
    assert (set(), set()) == moved(given, EVENT - dt.timedelta(days=4 * BY_WEEK + 4))


@settings(max_examples=FEWER)
@given(DOSES, st.sampled_from(RUNS), st.sets(st.integers(0, 55), min_size=2, max_size=9))
def test_closed_days_move_no_session_across_a_week_that_stays(dose, runs, days):
    """However many days are closed: a week between two that stay, and in which none is closed, stays too."""
    given = brief(dose, runs, LONGEST)
    open_days = whole_weeks(given)
    closed = {open_days[day] for day in days}
    before, after = placed(given), placed(brief(dose, runs, LONGEST, *closed))
    weeks = Setting.of(given, RULES, CATALOGUE).timeline.weeks
    same = [one == other for one, other in zip(before, after, strict=True)]
    lonely = [
        n for n in range(1, len(weeks) - 1) if same[n - 1] and same[n + 1] and not any(map(weeks[n].holds, closed))
    ]
    assert all(same[n] for n in lonely)
