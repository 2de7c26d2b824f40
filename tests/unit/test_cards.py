"""What a coach looks for in the cards of a season: equal doses, nothing needless, nothing new in the taper."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.needs import need

import periodize as pz
from periodize import _catalogue, _progression
from periodize._catalogue import CardSlot, Catalogue
from periodize._dose import Need, Volume
from periodize._evidence import _session as numbers
from periodize._selection import Memo, select
from periodize._selection._cards import cards
from periodize._selection._shelf import Shelf
from periodize._selection._week import _room, fill_week

CATALOGUE = _catalogue.load()
GYM = tuple(pz.Equipment)
HALF = pz.Event("Half", "2027-05-02", distance_km=21.1)
RUNS = "Tue 07:00 easy 40min; Thu 07:00 easy 40min; Sat 08:00 easy 40min; Sun 08:00 long 90min"
BUILDING = (pz.Phase.ADAPTATION, pz.Phase.STRENGTH, pz.Phase.POWER, pz.Phase.ENDURANCE)


def season(dose: str = "2 full", availability: Any = None, **athlete: Any) -> pz.Plan:
    """Plan 20 weeks to a half marathon."""
    return pz.plan(
        pz.Brief(
            events=(HALF,),
            start="20 weeks before",
            runs=RUNS,
            dose=dose,
            athlete=pz.Athlete(**athlete),
            availability=availability or pz.Availability(),
        )
    )


def whole_weeks(plan: pz.Plan) -> list[pz.Week]:
    """Return the building weeks that are not cut."""
    return [week for week in plan.weeks if week.phase.builds and week.days == 7]


def sets(week: pz.Week) -> int:
    """Return the sets of a week."""
    return sum(line.sets for session in week.sessions for line in session.exercises)


def movements(week: pz.Week) -> set[pz.Movement]:
    """Return what a week trains."""
    return {movement for session in week.sessions for line in session.exercises for movement in line.movements}


# --- doses --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", pz.Level)
def test_three_full_sessions_hold_the_sets_of_two(level: pz.Level) -> None:
    """Spread, not added, week by week, but that every line has a set: and the same movements."""
    two, three = (whole_weeks(season(dose, level=level, equipment=GYM)) for dose in ("2 full", "3 full"))
    for week, spread in zip(two, three, strict=True):
        lines = sum(len(session.exercises) for session in spread.sessions)
        assert 0.9 * sets(week) <= sets(spread) <= max(1.1 * sets(week), lines)
        assert movements(week) <= movements(spread)


@pytest.mark.parametrize("minutes", [20, 60])
@pytest.mark.parametrize("level", pz.Level)
def test_four_minis_hold_nine_tenths_of_two_full_sessions(level: pz.Level, minutes: int) -> None:
    """Of their weekly sets, and all of their movements."""
    two = whole_weeks(season(level=level, equipment=GYM))
    four = whole_weeks(season("4 mini", pz.Availability(max_session_minutes=minutes), level=level, equipment=GYM))
    for week, minis in zip(two, four, strict=True):
        assert sets(minis) >= 0.9 * sets(week)
        assert movements(minis) >= movements(week)


def test_a_mini_right_after_a_run_needs_no_equipment() -> None:
    """Nor a warm-up, but low hops in the power phase."""
    mornings = {day: ["06:00-08:30"] for day in ("tue", "thu")}
    plan = season("4 mini", pz.Availability(windows=mornings), level="intermediate", equipment=GYM)
    ends = {(run.date, run.end_minute) for run in plan.runs}
    after = [session for session in plan.sessions if (session.date, session.start_minute) in ends]
    assert len(after) > 10
    for session in after:
        if session.phase.builds:
            assert not any(CATALOGUE[line.exercise].equipment for line in session.exercises)
        assert not [line for line in session.warm_up if CATALOGUE[line.exercise].slots[0] != CardSlot.HOPS]
    others = [session for session in plan.sessions if session not in after]
    assert any(CATALOGUE[line.exercise].equipment for session in others for line in session.exercises)


@pytest.mark.parametrize("windows", [{}, {day: ["06:00-09:50"] for day in ("tue", "thu", "sat", "sun")}])
@pytest.mark.parametrize("dose", pz.Dose)
def test_the_taper_brings_nothing_new(dose: pz.Dose, windows: dict[str, list[str]]) -> None:
    """Wherever its sessions stand, after a run or not; trunk work aside."""
    plan = season(dose, pz.Availability(windows=windows), level="intermediate", equipment=GYM)
    known = {line.exercise for week in whole_weeks(plan) for session in week.sessions for line in session.exercises}
    taper = [line for session in plan.sessions if session.phase == "taper" for line in session.exercises]
    assert {line.exercise for line in taper if line.role is not pz.Role.TRUNK} <= known


def test_main_lifts_stay_through_a_mesocycle() -> None:
    """And change between mesocycles of the same phase."""
    plan = pz.plan(
        pz.Brief(
            events=(HALF,),
            start="52 weeks before",
            runs=RUNS,
            athlete=pz.Athlete(level="advanced", equipment=GYM),
        )
    )
    lifts = []
    for cycle in plan.mesocycles:
        if cycle.phase is pz.Phase.STRENGTH:
            sessions = [session for session in plan.sessions if cycle.holds(session.date)]
            lifts.append({line.exercise for item in sessions for line in item.exercises if line.role is pz.Role.MAIN})
    assert {4} == {len(found) for found in lifts}
    assert all(one != two for one, two in pairwise(lifts))


# --- who ----------------------------------------------------------------------------------------------------------------


def test_who_avoids_legs_has_no_session_of_legs() -> None:
    """So none that calls itself heavy."""
    plan = season(avoid=["legs"])
    assert {pz.Focus.UPPER} == {session.focus for session in plan.sessions}
    assert not any(session.heavy for session in plan.sessions)


def test_a_trunk_session_that_nothing_is_left_for_is_left_out() -> None:
    """After the race; the season is planned all the same."""
    plan = season(avoid=["spinal_extension", "stabilization"])
    assert all(session.exercises for session in plan.sessions)


def test_a_novice_with_two_weeks_works_hips_and_calves() -> None:
    """Without load, and early enough before the race."""
    plan = pz.plan(pz.Brief(events=(HALF,), start="13 days before", runs=RUNS))
    (legs,) = [session for session in plan.sessions if session.focus is pz.Focus.LOWER]
    trained = {movement for line in legs.exercises for movement in line.movements}
    assert {pz.Movement.PLANTAR_FLEXION, pz.Movement.HIP_ABDUCTION, pz.Movement.HIP_EXTENSION} <= trained
    assert not any(CATALOGUE[line.exercise].equipment for line in legs.exercises)
    assert not legs.heavy
    assert (HALF.date - legs.date).days >= 5


def test_the_youngest_have_exactly_15_light_repetitions_in_the_endurance_phase() -> None:
    """One to three sets, three or more in reserve."""
    plan = season(age=16)
    for session in plan.sessions:
        for line in session.exercises:
            assert line.sets <= 3
            assert line.load is None or line.load.min >= 3
            if session.phase == "endurance" and line.reps is not None:
                assert pz.RepRange(15, 15) == line.reps


# --- emphasis -----------------------------------------------------------------------------------------------------------


def test_against_injury_hips_have_a_line_of_their_own_and_more_sets() -> None:
    """One for each side of the hip, on each day."""
    fast, safe = (season(level="intermediate", emphasis=word, equipment=GYM) for word in pz.Emphasis)
    weeks = [
        (one, two) for one, two in zip(whole_weeks(fast), whole_weeks(safe), strict=True) if one.phase == "strength"
    ]
    assert weeks
    for one, two in weeks:
        assert hip_sets(two) > hip_sets(one)
        assert Counter(role for role in roles(one) if role == "main") == Counter(r for r in roles(two) if r == "main")


def hip_sets(week: pz.Week) -> int:
    """Return the sets of lines that train abduction or adduction."""
    hips = {pz.Movement.HIP_ABDUCTION, pz.Movement.HIP_ADDUCTION}
    lines = [line for session in week.sessions for line in session.exercises]
    return sum(line.sets for line in lines if hips.intersection(line.movements))


def roles(week: pz.Week) -> list[str]:
    """Return the roles of a week's lines."""
    return [line.role.value for session in week.sessions for line in session.exercises]


@pytest.mark.parametrize("phase", [phase for phase in BUILDING if phase is not pz.Phase.POWER])
@pytest.mark.parametrize("form", pz.Form)
def test_against_injury_one_side_at_a_time_is_preferred(phase: pz.Phase, form: pz.Form) -> None:
    """Where a line has such an exercise and the week loses no movement."""
    facts = {"phase": phase, "form": form, "equipment": GYM, "level": pz.Level.INTERMEDIATE}
    usual, safe = (fill_week(*shelf(need(**facts, emphasis=word))) for word in pz.Emphasis)
    count = [sum(item.one_sided for day in week.values() for _, item in day) for week in (usual, safe)]
    assert count[0] < count[1]


# --- the exact choice ---------------------------------------------------------------------------------------------------


def shelf(wanted: Need, catalogue: Catalogue = CATALOGUE) -> tuple[Shelf, Need]:
    """Return a need with what its athlete can do."""
    return Shelf.of(wanted, catalogue), wanted


SLUGS = sorted(slug for slug, item in CATALOGUE.items() if item.movements and not item.contacts and not item.equipment)


def small(slugs: list[str]) -> Catalogue:
    """Return a catalogue of some exercises, their links cut."""
    import attrs

    return Catalogue(tuple(attrs.evolve(CATALOGUE[slug], easier=None, harder=None) for slug in slugs))


def verdict(wanted: Need, catalogue: Catalogue, week: dict[str, list[Any]]) -> tuple[int, ...]:
    """Say how good a week is: movements missing, lines empty, substitutes, side lines without the day's movement, ranks."""
    able = Shelf.of(wanted, catalogue)
    exercises = [item for day in week.values() for _, item in day if item is not None]
    trained = {movement for item in exercises for movement in item.movements}
    counts = Counter(item.slug for item in exercises)
    total = [len(pz.Movement) - len(trained), 0, 0, 0, 0]
    for day in week.values():
        for line, item in day:
            if item is None:
                total[1] += 1
                continue
            substitute, lacks, _, worse = next(cost for other, cost in able.candidates(line) if other is item)
            for place, value in enumerate((substitute, lacks, worse), 2):
                total[place] += value
    total[4] += numbers.VARIETY_RANKS.value * sum(count - 1 for count in counts.values())
    return tuple(total)


@given(st.lists(st.sampled_from(SLUGS), min_size=3, max_size=9, unique=True), st.sampled_from(pz.Level))
def test_no_week_of_a_small_catalogue_is_better(slugs: list[str], level: pz.Level) -> None:
    """Brute force over all fillings of the cards finds none, where no line needs to be added."""
    wanted, catalogue = need(level=level, form=pz.Form.FULL), small(slugs)
    able = Shelf.of(wanted, catalogue)
    lines = [(letter, line) for letter, card in cards(wanted).items() for line in card]
    choices = [[*(item for item, _ in able.candidates(line)), None] for _, line in lines]
    best = None
    for chosen in product(*choices):
        week: dict[str, list[Any]] = {"A": [], "B": []}
        for (letter, line), item in zip(lines, chosen, strict=True):
            week[letter].append((line, item))
        slugs_of = [[item.slug for _, item in day if item is not None] for day in week.values()]
        if all(len(set(day)) == len(day) for day in slugs_of):
            found = verdict(wanted, catalogue, week)
            best = found if best is None else min(best, found)
    assert best is not None
    filled = fill_week(able, wanted)
    held = {letter: {id(line): item for line, item in day} for letter, day in filled.items()}
    actual = {letter: [(line, held[letter].get(id(line))) for line in card] for letter, card in cards(wanted).items()}
    added = sum(len(day) for day in filled.values()) - sum(
        item is not None for day in actual.values() for _, item in day
    )
    assert added or best == verdict(wanted, catalogue, actual)


def test_a_full_day_has_no_room_for_another_line() -> None:
    """Nine lines are enough."""
    line = cards(need())["A"][0]
    assert [1, 0] == [len(_room(need(), [("A", line)] * count)) for count in (8, 9)]


needs = st.builds(
    need,
    phase=st.sampled_from(pz.Phase),
    base=st.sampled_from([None, *BUILDING]),
    volume=st.sampled_from(Volume),
    form=st.sampled_from(pz.Form),
    focus=st.sampled_from(pz.Focus),
    minutes=st.sampled_from([15, 60]),
    letter=st.sampled_from("AB"),
    block=st.integers(0, 2),
    strength_block=st.sampled_from([None, 0, 1]),
    week_in_phase=st.integers(1, 4),
    loading_weeks_before=st.integers(0, 3),
    phase_weeks=st.integers(4, 5),
    reentry=st.booleans(),
    counted_weeks=st.sampled_from([2, 16]),
    level=st.sampled_from(pz.Level),
    age=st.sampled_from([None, 15, 70]),
    equipment=st.sampled_from([(), GYM]),
    avoid=st.sampled_from([(), ("plank",)]),
    jumping=st.booleans(),
    emphasis=st.sampled_from(pz.Emphasis),
    one_rm=st.sampled_from([(), (("back_squat", 100.0), ("romanian_deadlift", 90.0))]),
    after_run=st.booleans(),
    bare=st.booleans(),
    sessions=st.integers(2, 3),
    longest_run_week=st.booleans(),
    heavy=st.booleans(),
    retains=st.booleans(),
)
HEAVY_VOLUMES = (Volume.KEEP, Volume.KEPT, Volume.PRIMER)


@given(st.lists(needs.filter(lambda item: item.volume in HEAVY_VOLUMES or not item.heavy), min_size=2, max_size=4))
def test_a_memo_changes_nothing(wanted: list[Need]) -> None:
    """Whatever a season has written before, a session holds what it would hold alone."""
    choices, lines = Memo(), _progression.Memo()
    for item in wanted:
        chosen = select(item, CATALOGUE, choices)
        assert chosen == select(item, CATALOGUE)
        alone = _progression.prescribe(chosen, item, CATALOGUE)
        assert alone == _progression.prescribe(chosen, item, CATALOGUE, lines)
