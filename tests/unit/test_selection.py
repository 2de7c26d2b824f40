"""Which exercises a session holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.needs import need

from periodize import _catalogue
from periodize._dose import Volume
from periodize._evidence import _session as numbers
from periodize._model import Equipment, Focus, Form, Level, Movement, Phase, Role
from periodize._selection import select

CATALOGUE = _catalogue.load()
GYM = tuple(Equipment)
AT_HOME = (Equipment.DUMBBELL, Equipment.BAND)
BUILDING = (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE)
FAST = frozenset({"jump", "side_jump", "fast_lift", "fast_push"})
AROUND = frozenset({"warm_up", "mobility", "hops"})


def lines(**facts):
    """Return the chosen lines of a session without its warm-up."""
    return [choice for choice in select(need(**facts), CATALOGUE) if choice.place]


def slugs(**facts):
    """Return the chosen exercises of a session without its warm-up."""
    return [choice.exercise for choice in lines(**facts)]


athletes = st.fixed_dictionaries(
    {
        "level": st.sampled_from(Level),
        "equipment": st.lists(st.sampled_from(Equipment), unique=True).map(tuple),
        "avoid": st.lists(st.sampled_from(CATALOGUE.known_words()), max_size=4, unique=True).map(tuple),
        "jumping": st.booleans(),
        "block": st.integers(0, 8),
    }
)


def week(form, **facts):
    """Return the lines of the week's sessions, day A and day B."""
    focuses = [Focus.WHOLE] if form is Form.FULL else [Focus.LOWER, Focus.UPPER]
    return [lines(form=form, focus=focus, letter=letter, **facts) for letter in "AB" for focus in focuses]


def movements_of(sessions):
    """Return the movements that sessions train."""
    return {movement for session in sessions for line in session for movement in CATALOGUE[line.exercise].movements}


# --- the cards --------------------------------------------------------------------------------------------------------


def test_a_full_session_has_the_seven_lines_of_its_card():
    """A full session has the seven lines of its card."""
    assert [line.slot for line in lines()] == ["squat", "hinge", "side", "pull", "calf", "spine", "plank"]
    assert [line.slot for line in lines(letter="B")] == [
        "step", "curl", "side", "push", "calf_bent", "hip_flexion", "trunk",
    ]  # fmt: skip


def test_short_sessions_are_pairs_and_carry_the_other_days_push_or_pull():
    """Short sessions are pairs and carry the other day's push or pull."""
    lower = lines(form=Form.MINI, focus=Focus.LOWER)
    upper = lines(form=Form.MINI, focus=Focus.UPPER)
    assert [(line.pair, line.slot) for line in lower] == [("A", "squat"), ("A", "calf"), ("B", "hinge"), ("B", "side")]
    assert [(line.pair, line.slot) for line in upper] == [("A", "pull"), ("A", "push"), ("B", "spine"), ("B", "plank")]


def test_endurance_is_a_circuit_of_eight_lines():
    """Endurance is a circuit of eight lines."""
    circuit = lines(phase=Phase.ENDURANCE)
    assert len(circuit) == 8
    assert {line.pair for line in circuit} == {"A"}


def test_power_has_hops_in_the_warm_up_then_two_jumps_a_fast_lift_and_a_fast_push():
    """Power has hops in the warm up then two jumps a fast lift and a fast push."""
    choices = select(need(phase=Phase.POWER, equipment=AT_HOME, level=Level.INTERMEDIATE), CATALOGUE)
    assert [choice.exercise for choice in choices if not choice.place][-1] == "low_hops"
    fast = [choice.exercise for choice in choices if choice.role is Role.POWER]
    assert fast == ["squat_jump", "side_bound", "kettlebell_swing", "push_press"]


def test_who_does_not_jump_stays_on_the_floor_and_stays_quick():
    """Who does not jump stays on the floor and stays quick."""
    choices = select(need(phase=Phase.POWER, jumping=False), CATALOGUE)
    assert not any(CATALOGUE[choice.exercise].contacts for choice in choices)
    assert {"quick_squat_calf_rise", "quick_side_step_over", "quick_calf_raise"} <= {item.exercise for item in choices}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"equipment": AT_HOME},
            [
                "goblet_squat",
                "romanian_deadlift",
                "dumbbell_lateral_lunge",
                "one_arm_dumbbell_row",
                "one_leg_calf_raise",
                "superman",
                "plank",
            ],
        ),
        (
            {"level": Level.ADVANCED, "equipment": GYM},
            [
                "back_squat",
                "romanian_deadlift",
                "dumbbell_lateral_lunge",
                "close_grip_pull_up",
                "machine_calf_raise",
                "back_extension",
                "side_plank",
            ],
        ),
        (
            {"phase": Phase.POWER, "level": Level.INTERMEDIATE},
            [
                "squat_jump",
                "side_bound",
                "fast_push_up",
                "one_leg_hinge",
                "bridge_walk_out",
                "prone_pull",
                "side_plank",
            ],
        ),
        (
            {"phase": Phase.ADAPTATION, "week_in_phase": 2},
            ["squat_to_chair", "bridge", "lateral_lunge", "prone_pull", "standing_calf_raise", "superman", "plank"],
        ),
    ],
    ids=[
        "novice, dumbbell and band, strength",
        "advanced, gym, strength",
        "intermediate, floor, power",
        "novice, floor, adaptation",
    ],
)
def test_the_sample_cards_of_the_policy(facts, expected):
    """The sample cards of a coach are met in kind."""
    assert slugs(**facts) == expected


def test_what_is_too_hard_for_many_repetitions_gives_way_to_its_easier_form():
    """What is too hard for many repetitions gives way to its easier form."""
    strong = {"level": Level.INTERMEDIATE, "equipment": (Equipment.PULL_UP_BAR, Equipment.BAND)}
    assert "close_grip_pull_up" in slugs(**strong)
    assert "band_pull_down" in slugs(**strong, phase=Phase.ENDURANCE)
    assert "incline_push_up" in slugs(level=Level.INTERMEDIATE, phase=Phase.ENDURANCE, letter="B")


def test_bodyweight_strength_takes_the_harder_form():
    """Bodyweight strength takes the harder form."""
    assert "bridge" in slugs(phase=Phase.ADAPTATION)
    assert "one_leg_bridge" in slugs(phase=Phase.STRENGTH)


# --- the same through a mesocycle and into the taper -------------------------------------------------------------------


def test_big_lifts_change_between_mesocycles_where_there_is_an_equal_one():
    """Big lifts change between mesocycles where there is an equal one."""
    by_block = [slugs(level=Level.ADVANCED, equipment=GYM, block=block) for block in range(4)]
    assert [day[0] for day in by_block] == ["back_squat", "front_squat"] * 2
    assert len({tuple(day[2:]) for day in by_block}) == 1


@given(athletes, st.sampled_from(BUILDING), st.sampled_from(Form), st.sampled_from("AB"))
def test_the_week_changes_nothing_and_the_taper_brings_nothing_new(athlete, phase, form, letter):
    """The week changes nothing and the taper brings nothing new."""
    facts = {**athlete, "form": form, "focus": Focus.WHOLE if form is Form.FULL else Focus.LOWER, "letter": letter}
    loading = slugs(**facts, phase=phase)
    for change in ({"volume": Volume.DELOAD}, {"week_in_phase": 1, "reentry": True}, {"loading_weeks_before": 5}):
        assert slugs(**facts, phase=phase, **change) == loading
    facts["jumping"] = False
    known = set(slugs(**facts, phase=phase))
    for volume in (Volume.HALF, Volume.THIRD, Volume.LIGHT):
        assert set(slugs(**facts, phase=Phase.TAPER, base=phase, volume=volume)) <= known


def test_a_novice_with_three_weeks_uses_bodyweight_alone():
    """A novice with three weeks uses bodyweight alone."""
    chosen = slugs(phase=Phase.ENDURANCE, equipment=GYM, counted_weeks=3)
    assert not any(CATALOGUE[slug].equipment for slug in chosen)


# --- covering, avoiding, and running short of everything --------------------------------------------------------------


@given(athletes, st.sampled_from(BUILDING), st.sampled_from(Form))
def test_a_week_trains_every_movement_that_the_athlete_can_train(athlete, phase, form):
    """A week trains every movement that the athlete can train."""
    possible = set()
    for exercise in CATALOGUE.values():
        usable = set(map(str, exercise.slots)) - AROUND - (FAST if phase is not Phase.POWER else frozenset())
        if (
            usable
            and exercise.suits(athlete["level"])
            and exercise.possible_with(athlete["equipment"])
            and not exercise.avoided(athlete["avoid"])
            and (athlete["jumping"] or not exercise.contacts)
            and exercise.fits(phase)
        ):
            possible.update(exercise.movements)
    assert movements_of(week(form, **athlete, phase=phase)) >= possible


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("phase", BUILDING)
@pytest.mark.parametrize("level", Level)
def test_the_floor_is_enough_for_all_thirteen_movements(level, phase, form):
    """The floor is enough for all thirteen movements."""
    assert movements_of(week(form, level=level, phase=phase)) == set(Movement)
    assert movements_of(week(form, level=level, phase=phase, jumping=False)) == set(Movement)


@given(
    athletes,
    st.sampled_from(Phase),
    st.sampled_from(Volume),
    st.sampled_from(Form),
    st.sampled_from(Focus),
    st.sampled_from("AB"),
    st.booleans(),
)
def test_nothing_is_chosen_that_the_athlete_cannot_or_must_not_do(
    athlete, phase, volume, form, focus, letter, after_run
):
    """Nothing is chosen that the athlete cannot or must not do."""
    facts = {**athlete, "phase": phase, "volume": volume, "form": form, "focus": focus, "letter": letter}
    choices = select(need(**facts, base=Phase.ENDURANCE, after_run=after_run), CATALOGUE)
    for choice in choices:
        exercise = CATALOGUE[choice.exercise]
        assert exercise.possible_with(athlete["equipment"])
        assert not exercise.avoided(athlete["avoid"])
        assert exercise.suits(athlete["level"])
        assert athlete["jumping"] or not exercise.contacts
        assert not choice.place or set(exercise.parts) <= focus.loads
    chosen = [choice.exercise for choice in choices if choice.place]
    assert len(set(chosen)) == len(chosen) <= numbers.SESSION_SIZE.value[form][1]
    assert choices == select(need(**facts, base=Phase.ENDURANCE, after_run=after_run), CATALOGUE)


def test_the_order_in_which_equipment_and_avoided_words_are_named_does_not_matter():
    """The order in which equipment and avoided words are named does not matter."""
    facts = {"equipment": GYM, "avoid": ("back_squat", "plank")}
    backwards = {key: value[::-1] for key, value in facts.items()}
    assert slugs(**facts) == slugs(**backwards)


def test_an_avoided_exercise_gives_way_to_the_next_of_its_line():
    """An avoided exercise gives way to the next of its line."""
    instead = CATALOGUE[slugs(avoid=("lateral_lunge",))[2]]
    assert instead.slug != "lateral_lunge"
    assert Movement.LATERAL in instead.movements


def test_without_legs_a_leg_session_is_trunk_work():
    """Without legs a leg session is trunk work."""
    chosen = lines(form=Form.MINI, focus=Focus.LOWER, avoid=("legs",))
    assert [line.role for line in chosen] == [Role.TRUNK] * 3


def test_who_avoids_everything_gets_no_line():
    """Who avoids everything gets no line."""
    assert lines(avoid=tuple(map(str, Movement))) == []


def test_a_missing_movement_is_trained_by_another_line_or_an_extra_one():
    """A missing movement is trained by another exercise of a line, or by an extra line."""
    facts = {"phase": Phase.POWER, "level": Level.INTERMEDIATE}
    no_jump_left = {"avoid": ("knee_extension",), **facts}
    assert movements_of(week(Form.MINI, **no_jump_left)) == set(Movement) - {Movement.KNEE_EXTENSION}
    no_inner_line = {"avoid": ("medial",), "jumping": False, **facts}
    assert movements_of(week(Form.FULL, **no_inner_line)) == set(Movement) - {Movement.MEDIAL}


# --- trunk, mobility, warm-up -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("volume", [Volume.TRUNK, Volume.MOBILITY, Volume.UNLOADED])
def test_around_the_race_no_line_loads_the_legs(volume):
    """Around the race no line loads the legs."""
    chosen = lines(phase=Phase.TAPER, volume=volume, form=Form.MINI, focus=Focus.UPPER)
    assert 3 <= len(chosen) <= 4
    assert not any(CATALOGUE[line.exercise].parts for line in chosen)


def test_mobility_stands_in_the_warm_up():
    """Mobility stands in the warm up."""
    choices = select(need(phase=Phase.TRANSITION, volume=Volume.MOBILITY, form=Form.MINI, focus=Focus.UPPER), CATALOGUE)
    assert [choice.slot for choice in choices if not choice.place] == ["mobility"] * 3


def test_a_trunk_session_outside_the_dose_loads_no_part():
    """A trunk session outside the dose loads no part."""
    assert not any(CATALOGUE[slug].parts for slug in slugs(form=Form.MINI, focus=Focus.CORE))


def test_right_after_a_run_there_is_no_warm_up_but_low_hops():
    """Right after a run there is no warm up but low hops."""
    assert all(choice.place for choice in select(need(after_run=True), CATALOGUE))
    power = select(need(after_run=True, phase=Phase.POWER), CATALOGUE)
    assert [choice.exercise for choice in power if not choice.place] == ["low_hops"]


def test_a_full_session_of_one_half_takes_both_days_lines():
    """A full session of one half takes both days' lines."""
    upper = lines(focus=Focus.UPPER)
    assert [line.slot for line in upper] == ["pull", "push", "spine", "hip_flexion", "plank", "trunk"]
    assert len(lines(focus=Focus.LOWER)) == 8


# --- what goes first --------------------------------------------------------------------------------------------------


@given(athletes, st.sampled_from(BUILDING), st.sampled_from("AB"))
def test_big_lifts_are_spared_last(athlete, phase, letter):
    """Big lifts are spared last."""
    chosen = lines(**athlete, phase=phase, letter=letter)
    big = [line.spare for line in chosen if line.place in (1, 2)]
    others = [line.spare for line in chosen if line.place not in (1, 2)]
    assert not big or not others or max(big) < min(others)


def test_what_the_other_day_trains_too_goes_before_what_only_this_day_trains():
    """What the other day trains too goes before what only this day trains."""
    spare = {line.slot: line.spare for line in lines()}
    assert spare["plank"] > spare["spine"]
    assert spare["calf"] > spare["side"]
