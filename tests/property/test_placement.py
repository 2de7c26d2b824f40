"""The placement of a few weeks is the best one there is, by laws and an objective that are stated anew."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.oracles import placing_facts
from tests.oracles.placing_facts import NOTHING, TIERS
from tests.property import placing_cases as cases

import periodize as pz
from periodize._placement import _cells

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


@given(cases.all_seasons("2 full", weeks=(1, 3), days=(1, 5)))
def test_all_that_a_brief_can_say_for_two_full_sessions(season):
    """Also with pins, extras, other training, any order of the day and several sessions a day."""
    cases.compare(season, RULES)


@settings(max_examples=FEWER)
@given(cases.all_seasons("3 full", weeks=(1, 2), days=(1, 4)))
def test_all_that_a_brief_can_say_for_three_full_sessions(season):
    """Also with pins, extras, other training, any order of the day and several sessions a day."""
    cases.compare(season, RULES)


@settings(max_examples=FEWER)
@given(cases.all_seasons("4 mini", weeks=(1, 2), days=(1, 3)))
def test_all_that_a_brief_can_say_for_four_mini_sessions(season):
    """Also with pins, extras, other training, any order of the day and several sessions a day."""
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


WINDOWS = (
    ("00:00-23:59",),
    ("15:00-18:20", "18:40-21:00"),  # at 18:00 an hour fits as well before as after
    ("02:00-05:03", "06:02-07:58", "12:03-13:00"),
    ("06:00-06:59",),
)
NIGHT = pz.Run("2027-01-09", "race", time="22:30", minutes=390)
"""It ends at 05:00 on the next day."""


@given(
    st.sampled_from(WINDOWS),
    st.sampled_from(("00:00", "04:30", "06:01", "12:00", "18:00", "23:59")),
    st.sampled_from((10, 20, 45, 59, 60, 61)),
    cases.weeks_of_runs(),
)
@example(WINDOWS[1], "18:00", 60, "")
def test_a_session_may_start_where_the_oracle_says(windows, prefer_time, minutes, runs):
    """Every day of a season has the candidate starts of the oracle."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-01-24"),),
        start="2027-01-04",
        runs=pz.Runs(runs, dated=(NIGHT,)),
        availability=pz.Availability(windows=dict.fromkeys(pz.Weekday, windows), prefer_time=prefer_time),
    )
    season = cases.cut(brief, 0, 3)
    days = [brief.start + dt.timedelta(days=after) for after in range(20)]
    expected = {day: placing_facts.starts(season.problem(NOTHING).facts, day, minutes) for day in days}
    assert expected == {day: _cells.starts(day, minutes, season.view) for day in days}


# Weeks in which one tier outweighs the next: random weeks seldom show some of these.

CONTESTED = {
    ("warnings", "advice"): (
        (
            "Tue 17:30 easy 50min; Wed 08:00 quality 90min; Thu 18:30 quality 75min; Fri 06:30 easy 40min; Fri 17:00 quality 50min;"
            "Sat 18:30 quality 75min; Sun 06:30 easy 40min; Sun 17:00 quality 50min"
        ),
        ("mon", "wed", "thu", "sun"), ("mon",), "4 mini", 3, 0,
    ),
    ("advice", "shortfall"): (
        (
            "Mon 08:00 long 120min; Tue 18:30 quality 75min; Wed easy; Thu 08:00 quality 90min; Fri 18:30 quality 75min;"
            "Sat 18:30 quality 75min; Sun 06:30 easy 40min; Sun 17:00 quality 50min"
        ),
        ("tue", "fri", "sat"), ("sun",), "4 mini", 10, 0,
    ),
    ("shortfall", "not_preferred"): (
        (
            "Mon 08:00 quality 90min; Wed 06:30 quality; Thu 06:30 quality; Fri 18:30 quality 75min; Sun 06:30 easy 40min;"
            "Sun 17:00 quality 50min"
        ),
        ("mon", "tue", "wed", "thu", "sat", "sun"), ("thu", "sun"), "3 full", 3, 0,
    ),
    ("not_preferred", "no_free_day"): (
        (
            "Mon easy; Wed 17:30 easy 50min; Thu 18:30 quality 75min; Fri 06:30 easy 40min; Fri 17:00 quality 50min;"
            "Sat 08:00 quality 90min"
        ),
        ("tue", "wed", "thu", "fri", "sat", "sun"), ("sun",), "3 full", 0, 2,
    ),
    ("no_free_day", "run_days"): (
        (
            "Mon 17:30 easy 50min; Tue 18:30 quality 75min; Wed 08:00 long 120min; Thu easy; Fri 06:30 quality;"
            "Sat 08:00 quality 90min"
        ),
        ("mon", "tue", "wed", "thu", "sat", "sun"), (), "2 full", 0, 2,
    ),
    ("run_days", "not_after_hard"): (
        "Tue easy; Thu easy; Sat quality", ("tue", "wed", "thu", "sat"), (), "2 full", 8, 0,
    ),
    ("not_after_hard", "uneven"): (
        (
            "Mon 18:30 quality 75min; Tue 18:30 quality 75min; Thu 06:30 easy 40min; Thu 17:00 quality 50min;"
            "Fri 17:30 easy 50min; Sat 18:30 quality 75min; Sun easy"
        ),
        ("tue", "thu", "fri", "sat", "sun"), ("thu",), "4 mini", 10, 0,
    ),
    ("uneven", "clock_times"): (
        "Wed 06:30 easy 40min; Wed 17:00 quality 50min; Thu 08:00 long 120min; Sat 17:30 easy 50min; Sun 18:30 quality 75min",
        ("tue", "thu", "sat", "sun"), (), "2 full", 7, 0,
    ),
}  # fmt: skip
"""The runs, the open and the preferred days, the dose, the week of the season, and the days that its start is late."""


def contested(runs, days, prefer_days, dose, week, late):
    """A week of the sixteen before a race."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=10),),
        start=dt.date(2026, 12, 27) + dt.timedelta(days=late),
        athlete=pz.Athlete(level="intermediate"),
        runs=runs,
        availability=pz.Availability(days=days, prefer_days=prefer_days),
        dose=dose,
    )
    return cases.cut(brief, week, 1)


@pytest.mark.parametrize("tiers", CONTESTED)
def test_one_tier_outweighs_the_next(tiers):
    """Where two tiers want different placements the weightier one has its way."""
    cases.compare(contested(*CONTESTED[tiers]), RULES)


@pytest.mark.parametrize("tiers", CONTESTED)
def test_the_tiers_want_different_placements(tiers):
    """With the two tiers in the other order brute force puts the sessions elsewhere."""
    upper, lower = tiers
    order = [name for name in TIERS if name != upper]
    order.insert(order.index(lower) + 1, upper)
    options = contested(*CONTESTED[tiers]).problem(NOTHING).options(0)
    other, _ = min(options, key=lambda option: [option[0][TIERS.index(name)] for name in order])
    assert options[0][0] != other


@pytest.mark.parametrize("window", ["11:00-13:00", "08:00-11:50"])
def test_limits_are_met_to_the_minute(window):
    """Three hours after a run are no advice; room for the session after three hours is a later hour."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=10),),
        start="16 weeks before",
        athlete=pz.Athlete(level="intermediate"),
        runs="Tue 07:00 quality 60min; Fri 07:00 quality 60min",
        availability=pz.Availability(days=("tue", "fri"), windows={"tue": [window], "fri": [window]}),
    )
    season = cases.cut(brief, 3, 1)
    assert {50} == {slot.minutes for slot in season.slots[4]}
    cases.compare(season, RULES)


@pytest.mark.parametrize("focus", ["lower", "upper"])
@pytest.mark.parametrize("day", range(7))
def test_a_pin_is_met_by_its_focus_alone(day, focus):
    """Wherever it is, also where a session of the other focus would rather stand."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=10),),
        start="16 weeks before",
        runs="Tue 07:00 quality 60min; Fri 07:00 easy; Sun 08:00 long",
        availability=pz.Availability(pinned=[pz.Pinned(dt.date(2027, 1, 18 + day), "18:00", focus)]),
        dose="4 mini",
    )
    cases.compare(cases.cut(brief, 4, 1), RULES)


@pytest.mark.parametrize("week", [1, 2])
def test_of_equal_places_the_earlier_goes_to_the_heavy_session(week):
    """In a taper that keeps one heavy session beside a light one, the order of ties still decides."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2020-01-27", distance_km=42.195),),
        start="2020-01-06",
        athlete=pz.Athlete(level="intermediate", retain_strength=True),
        availability=pz.Availability(days=("fri", "sat", "sun")),
    )
    cases.compare(cases.cut(brief, week, 1), RULES)


@pytest.mark.parametrize("dose", ["2 full", "3 full", "4 mini"])
def test_habits_are_those_of_the_work_that_open_weeks_owe(dose):
    """A race week with its days closed owes something else; the weeks beside it keep the weekdays they would have."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2020-06-11", distance_km=42.195),),
        start="2020-03-04",
        week_start="tue",
        dose=dose,
        availability=pz.Availability(blackout=[pz.Blackout("2020-06-07", "2020-06-08")]),
    )
    cases.compare(cases.cut(brief, 13, 2), RULES)
