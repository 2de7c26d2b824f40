"""Kilograms where the 1RM is known: rounded to what there is, rising inside a mesocycle, lighter in deloads."""

from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.needs import ORDINARY

import periodize as pz
from periodize import _catalogue
from periodize._dose import Need, Volume
from periodize._evidence import _load as loads
from periodize._progression import keep, prescribe
from periodize._selection import Memo, select
from periodize._weights import Rack

CATALOGUE = _catalogue.load()
FILLED = Memo()
LOADING, DELOAD = Volume.LOADING, Volume.DELOAD
GYM = tuple(pz.Equipment)
LIFTS = [exercise.slug for exercise in CATALOGUE.values() if exercise.weighted]
FACTS = ORDINARY | {
    "level": pz.Level.INTERMEDIATE,
    "equipment": GYM,
    "one_rm": tuple((slug, 100.0) for slug in LIFTS),
}


def loads_of(**changes):
    """Return the loads of a session in kg by exercise, from and to."""
    need = Need(**FACTS | changes)
    lines = prescribe(select(need, CATALOGUE, FILLED), need, CATALOGUE)[1]
    return {
        line.exercise: (line.load.min, line.load.max)
        for line in lines
        if line.load and line.load.kind is pz.LoadKind.KG
    }


def brief(**athlete):
    """Return 16 weeks to a race for an athlete with a gym."""
    return pz.Brief(
        events=(pz.Event("Ten", "2027-04-18", distance_km=10),),
        start="16 weeks before",
        runs="Tue quality; Thu easy; Sun long",
        athlete=pz.Athlete(**{"level": "intermediate", "equipment": GYM} | athlete),
    )


def test_repetitions_and_reserve_fix_the_share():
    """Six with two in reserve are 78.6 % of 100 kg: 77.5 with the plates there are."""
    assert (77.5, 77.5) == loads_of()["back_squat"]
    assert (75, 75) == loads_of(week_in_phase=2, loading_weeks_before=1)["back_squat"]


def test_a_range_of_repetitions_has_a_range_of_weights():
    """From what the most repetitions take to what the fewest do, for double progression."""
    assert (72.0, 72.0) != loads_of()["dumbbell_lateral_lunge"] == (68, 72)


def test_what_has_no_1rm_keeps_its_reserve():
    """And so does what has no weight light enough."""
    assert {} == loads_of(one_rm=())
    assert {} == loads_of(one_rm=(("back_squat", 25.0),))


def test_endurance_keeps_one_weight():
    """As repetitions, pauses and rounds change; the taper keeps it too."""
    weeks = [
        loads_of(phase=pz.Phase.ENDURANCE, week_in_phase=week + 1, loading_weeks_before=week)["back_squat"]
        for week in range(5)
    ]
    taper = loads_of(phase=pz.Phase.TAPER, base=pz.Phase.ENDURANCE, volume=Volume.HALF)["back_squat"]
    assert {(47.5, 47.5)} == {*weeks, taper}


def test_after_the_event_nothing_is_heavier_than_half():
    """Of the 1RM."""
    found = loads_of(phase=pz.Phase.TRANSITION, base=pz.Phase.STRENGTH, volume=Volume.RESTORE)
    assert (47.5, 47.5) == found["back_squat"]


def test_fast_lifts_are_light():
    """From 30 to 60 % of the 1RM, in a deload too."""
    assert (28, 60) == loads_of(phase=pz.Phase.POWER)["kettlebell_swing"]
    assert (28, 60) == loads_of(phase=pz.Phase.POWER, volume=Volume.DELOAD)["kettlebell_swing"]


def test_from_65_on_big_lifts_stay_within_70_to_85_percent():
    """As their repetitions do not fall as far."""
    facts = {"level": pz.Level.ADVANCED, "age": 65}
    found = [loads_of(**facts, week_in_phase=week, loading_weeks_before=week - 1)["back_squat"] for week in (2, 6)]
    assert [(80, 80), (82.5, 82.5)] == found


@given(
    st.sampled_from(pz.Level),
    st.sampled_from([None, 16, 65]),
    st.sampled_from(["A", "B"]),
    st.sampled_from(pz.Form),
    st.sampled_from([Rack(), Rack((2.5, 5, 10, 25, 45), pounds=True), Rack((10,))]),
    st.floats(30, 300),
)
def test_big_lifts_never_get_lighter_from_loading_week_to_loading_week(level, age, letter, form, rack, one_rm):
    """Inside the strength phase, and by no more than a tenth or one step of the weights there are."""
    focus = pz.Focus.WHOLE if form is pz.Form.FULL else pz.Focus.LOWER
    facts = {"level": level, "age": age, "letter": letter, "form": form, "focus": focus, "rack": rack}
    facts["one_rm"] = tuple((slug, one_rm) for slug in LIFTS)
    weeks = [loads_of(**facts, week_in_phase=week + 1, loading_weeks_before=week) for week in range(4)]
    for before, after in pairwise(weeks):
        for slug in before.keys() & after.keys():
            tool = CATALOGUE[slug].weight_among(GYM)
            step = rack.at_least(tool, before[slug][1] + 0.01) or 0
            assert before[slug][1] <= after[slug][1] <= max(before[slug][1] * 1.1, step)


@given(
    st.sampled_from(pz.Level),
    st.sampled_from([pz.Phase.STRENGTH, pz.Phase.POWER, pz.Phase.ENDURANCE, pz.Phase.ADAPTATION]),
    st.integers(1, 6),
    st.floats(25, 300),
)
def test_a_deload_takes_off_up_to_a_tenth(level, phase, weeks, one_rm):
    """And stays below 80 % of the 1RM, for which it may take off more."""
    facts = {"level": level, "phase": phase, "one_rm": tuple((slug, one_rm) for slug in LIFTS)}
    loading = loads_of(**facts, week_in_phase=weeks, loading_weeks_before=weeks - 1)
    deload = loads_of(**facts, week_in_phase=weeks + 1, loading_weeks_before=weeks, volume=Volume.DELOAD)
    assert loading.keys() == deload.keys()
    heavy = one_rm * loads.HEAVY_PERCENT.value / 100
    for slug, (low, high) in deload.items():
        assert low <= loading[slug][0]
        assert high <= loading[slug][1]
        assert high < heavy
        lightened = loading[slug][1] * loads.DELOAD_SHARE.value
        assert high >= min(lightened, heavy - 5.01)


def test_a_lone_heavy_weight_is_kept_where_there_is_no_lighter_one():
    """With plates of 20 kg alone nothing lies between 60 and 100 kg."""
    facts = {"rack": Rack((20,)), "one_rm": (("back_squat", 80.0),)}
    assert (60, 60) == loads_of(**facts)["back_squat"] == loads_of(**facts, volume=Volume.DELOAD)["back_squat"]


def test_a_deload_goes_below_80_percent_or_as_low_as_it_can():
    """Where plates are coarse by more than a tenth; a bar that is heavier than that stays."""
    facts = {"level": pz.Level.ADVANCED, "week_in_phase": 5, "loading_weeks_before": 4}
    coarse = {**facts, "rack": Rack((10,)), "one_rm": (("back_squat", 100.0),)}
    bare = {**facts, "one_rm": (("back_squat", 24.0),)}
    assert [(80, 80), (60, 60)] == [loads_of(**coarse, volume=word)["back_squat"] for word in (LOADING, DELOAD)]
    assert [(20, 20), (20, 20)] == [loads_of(**bare, volume=word)["back_squat"] for word in (LOADING, DELOAD)]


def test_what_takes_no_weight_gets_none():
    """Whatever is said of it."""
    assert {} == loads_of(equipment=(), letter="B", one_rm=(("push_up", 60.0), ("chair_split_squat", 60.0)))


# --- in a brief -------------------------------------------------------------------------------------------------------


def squats(plan):
    """Return the loads of the back squat in a plan, in order."""
    return [line.load.max for session in plan.sessions for line in session.exercises if line.exercise == "back_squat"]


def test_a_plan_writes_kilograms():
    """Of the lift whose 1RM the brief says."""
    assert [70, 75, 77.5] == squats(pz.plan(brief(one_rm={"back_squat": 100})))[:3]


def test_after_weeks_off_a_tenth_is_taken_off():
    """A 1RM is older than the break."""
    assert 50 == squats(pz.plan(brief(one_rm={"back_squat": 100}, weeks_off=3)))[0] < 0.583 * 100


def test_pounds_come_in_pounds():
    """Of the bar and of the text."""
    plan = pz.plan(brief(one_rm={"back_squat": "220 lb"}, plates_lb=[5, 10, 45]))
    assert [in_lb % 10 for in_lb in (round(kg / 0.45359237, 1) for kg in squats(plan))] == [5.0] * len(squats(plan))


def test_a_lift_that_takes_no_weight_is_refused():
    """And so is an unknown one, with what may be meant."""
    with pytest.raises(pz.DecodeError) as raised:
        pz.plan(brief(one_rm={"back_sqat": 100, "push_up": 40}))
    found = {problem.pointer: problem.hint for problem in raised.value.problems}
    assert {"/athlete/one_rm/back_sqat", "/athlete/one_rm/push_up"} == set(found)
    assert "back_squat" in found["/athlete/one_rm/back_sqat"]


@pytest.mark.parametrize(
    ("athlete", "pointer"),
    [
        ({"one_rm": [80]}, "/one_rm"),
        ({"one_rm": {"back_squat": 0}}, "/one_rm/back_squat"),
        ({"one_rm": {"back_squat": 1001}}, "/one_rm/back_squat"),
        ({"one_rm": {"back_squat": "80 stone"}}, "/one_rm/back_squat"),
        ({"one_rm": {7: 80}}, "/one_rm/7"),
        ({"one_rm": (("deadlift", 80), ("deadlift", 90))}, "/one_rm/deadlift"),
        ({"plates_kg": 20}, "/plates_kg"),
        ({"plates_kg": [0]}, "/plates_kg/0"),
        ({"plates_lb": ["5"]}, "/plates_lb/0"),
        ({"plates_kg": [number / 4 for number in range(1, 22)]}, "/plates_kg"),
        ({"emphasis": "speed"}, "/emphasis"),
    ],
)
def test_what_is_no_1rm_and_no_plate_is_refused(athlete, pointer):
    """At its place."""
    with pytest.raises(pz.DecodeError) as raised:
        pz.Athlete(**athlete)
    assert [pointer] == [problem.pointer for problem in raised.value.problems]


def test_a_brief_with_loads_can_be_read_back():
    """Whole numbers stay whole, so that equal briefs are written alike."""
    one = brief(one_rm={"deadlift": 100.0, "back_squat": 80}, plates_kg=[20, 1.25])
    same = brief(one_rm={"back_squat": 80.0, "deadlift": 100}, plates_kg=[1.25, 20.0])
    assert one == same == pz.Brief.from_dict(one.to_dict())
    assert {"back_squat": 80, "deadlift": 100} == one.to_dict()["athlete"]["one_rm"]
    assert "80.0" not in pz.dumps(pz.plan(one))


def taper_line(low, high, least, most, **more):
    """Return a line of some repetitions and kilograms."""
    load = pz.Load("kg", least, most)
    return pz.Prescription(exercise="back_squat", reps=pz.RepRange(low, high), load=load, **more)


@pytest.mark.parametrize(
    ("line", "known", "after"),
    [
        (taper_line(6, 8, 52, 52), taper_line(7, 7, 60, 60), taper_line(5, 5, 60, 60)),
        (taper_line(6, 8, 52, 52), taper_line(2, 7, 60, 64), taper_line(1, 1, 60, 60)),
        (taper_line(6, 8, 55, 57.5), taper_line(10, 10, 55, 55), taper_line(6, 8, 55, 55)),
        (taper_line(6, 8, 56, 58), taper_line(8, 8, 60, 60), taper_line(6, 8, 56, 58)),
        (taper_line(15, 20, 40, 40), taper_line(6, 6, 80, 80), taper_line(15, 20, 40, 40)),
        (taper_line(6, 8, 52, 52), None, taper_line(6, 8, 52, 52)),
        (attrs.evolve(taper_line(6, 8, 52, 52), load=None), taper_line(7, 7, 60, 60), None),
    ],
)
def test_a_taper_keeps_the_weight_that_is_known(line, known, after):
    """Never more of it; as much, with two repetitions fewer, where they would have made it lighter."""
    assert keep(line, known, Need(**FACTS)) == (after or line)


def test_a_taper_keeps_the_repetitions_of_the_young():
    """Six at least under 18, but of quick lines, which are few."""
    young = Need(**FACTS | {"age": 17})
    line, known = taper_line(6, 8, 52, 52), taper_line(7, 7, 60, 60)
    assert keep(line, known, young) == taper_line(6, 6, 60, 60)
    assert keep(attrs.evolve(line, role="power"), known, young) == taper_line(5, 5, 60, 60, role="power")


@pytest.mark.parametrize("model", ["evidence", "block"])
def test_no_model_changes_the_weights_before_the_race(model):
    """Whatever phase the taper goes on with."""
    lifts = dict.fromkeys(LIFTS, 87.5)
    engine = pz.Engine(models=[pz.Model("block", [pz.PhasePlan("strength", 2, 4), pz.PhasePlan("power", 2, 3)])])
    plan = engine.plan(attrs.evolve(brief(one_rm=lifts, retain_strength=True), model=model))
    assert [] == [finding for finding in engine.check(plan) if finding.name == "taper-load"]
