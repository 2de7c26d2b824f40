"""The catalogue of exercises: its data, its reader and the questions that it answers."""

import itertools
import pickle
import tomllib
from pathlib import Path

import attrs
import pytest

from periodize import _catalogue
from periodize._catalogue import CardSlot, Catalogue, Exercise, Kind
from periodize._model import Equipment, Level, Movement, Part
from periodize.exceptions import DecodeError

DATA = Path(_catalogue.__file__).with_name("data") / "exercises.toml"

DAY_A = ("squat", "hinge", "side", "calf", "pull", "spine", "plank")
DAY_B = ("step", "curl", "side", "calf_bent", "push", "hip_flexion", "trunk")
POWER = ("hops", "jump", "side_jump", "fast_lift", "fast_push")
SIDEWAYS = {"A": Movement.LATERAL, "B": Movement.MEDIAL}
PARTS = {
    **dict.fromkeys(("squat", "hinge", "side", "calf", "calf_bent", "step", "curl", "hip"), (Part.LEGS,)),
    **dict.fromkeys(("hops", "jump", "side_jump", "fast_lift"), (Part.LEGS,)),
    **dict.fromkeys(("push", "fast_push"), (Part.PUSH,)),
    "pull": (Part.PULL,),
    **dict.fromkeys(("spine", "plank", "trunk", "hip_flexion", "warm_up", "mobility"), ()),
}

KITS = {
    "floor": (),
    "band": ("band",),
    "dumbbell": ("dumbbell",),
    "band and dumbbell": ("band", "dumbbell"),
    "kettlebell": ("kettlebell",),
    "barbell": ("barbell",),
    "box": ("box",),
    "cable": ("cable",),
    "machine": ("machine",),
    "pull-up bar": ("pull_up_bar",),
    "ball": ("swiss_ball",),
    "gym": tuple(Equipment),
}

# What the origin article names, movement by movement (the evidence tables section 11, its second column).
ORIGIN = """
    close_grip_bench_press close_grip_dumbbell_press smith_close_grip_bench_press
    barbell_overhead_press dumbbell_overhead_press machine_overhead_press cable_overhead_press band_overhead_press
    scapular_push_up incline_scapular_push_up close_grip_cable_press
    cable_row machine_row one_arm_dumbbell_row band_row
    close_grip_pull_up pull_up band_assisted_pull_up close_grip_pull_down
    superman cobra cow
    standing_calf_raise one_leg_calf_raise dumbbell_calf_raise barbell_calf_raise machine_calf_raise band_calf_raise
    machine_leg_curl seated_leg_curl standing_leg_curl cable_leg_curl band_leg_curl ball_leg_curl
    leg_extension cable_leg_extension band_leg_extension
    forward_lunge reverse_lunge walking_lunge dumbbell_lunge barbell_lunge dumbbell_reverse_lunge
    step_up dumbbell_step_up barbell_step_up
    bodyweight_squat goblet_squat back_squat front_squat
    deadlift romanian_deadlift trap_bar_deadlift one_leg_deadlift
    hanging_pike ball_pike pike_slide captains_chair_knee_raise
    plank wall_sit bird_dog dead_bug
    sumo_squat goblet_sumo_squat barbell_sumo_squat
    lateral_lunge lateral_step_up medial_lunge medial_step_up
"""

# What the coach's tables section 5 adds where there is no equipment, and where nobody jumps.
FLOOR = """
    squat_to_chair bridge one_leg_bridge bridge_walk_out sliding_leg_curl one_leg_hinge split_squat step_down
    prone_pull table_row incline_push_up push_up fast_push_up side_plank lying_knee_raise pike_slide side_bound
    low_hops squat_jump quick_squat_calf_rise quick_side_step_over quick_calf_raise
"""


@pytest.fixture(scope="module")
def catalogue():
    """The catalogue that comes with the library."""
    return _catalogue.load()


def choices(catalogue, slot, kit, level, *, jumping=True):
    """What an athlete may be given for a slot, the preferred one first."""
    return [
        exercise
        for exercise in catalogue.for_slot(slot)
        if exercise.possible_with(kit) and exercise.suits(level) and (jumping or not exercise.jumps)
    ]


def chain(catalogue, exercise, link):
    """The exercises that follow by a link, as far as it goes."""
    while (slug := getattr(exercise, link)) is not None:
        exercise = catalogue[slug]
        yield exercise


class TestData:
    def test_the_fast_reader_reads_what_toml_says(self, catalogue):
        """The reader of our own file and the standard library's agree on every value."""
        text = DATA.read_text("utf-8")
        assert tomllib.loads(text) == _catalogue._plain_tables(text)
        assert catalogue == Catalogue.from_toml(text)

    def test_the_origin_is_complete(self, catalogue):
        """Every exercise of the origin article is there, and is marked as its."""
        assert [slug for slug in ORIGIN.split() if slug not in catalogue or not catalogue[slug].origin] == []

    def test_the_floor_is_complete(self, catalogue):
        """The exercises that coaching adds need nothing."""
        assert [slug for slug in FLOOR.split() if slug not in catalogue or catalogue[slug].equipment] == []

    @pytest.mark.parametrize("jumping", [True, False])
    @pytest.mark.parametrize("level", Level)
    @pytest.mark.parametrize("kit", KITS.values(), ids=KITS)
    def test_every_slot_has_a_choice(self, catalogue, kit, level, jumping):
        """Whatever there is at hand, at every level and without a jump, each line of a card can be filled."""
        assert [slot for slot in CardSlot if not choices(catalogue, slot, kit, level, jumping=jumping)] == []
        for slot, movement in itertools.product(("side", "side_jump"), SIDEWAYS.values()):
            found = choices(catalogue, slot, kit, level, jumping=jumping)
            assert any(movement in exercise.movements for exercise in found), (slot, movement)

    @pytest.mark.parametrize("level", Level)
    @pytest.mark.parametrize("kit", KITS.values(), ids=KITS)
    def test_two_days_cover_every_movement(self, catalogue, kit, level):
        """The first choices of day A and day B together train all thirteen movements."""
        covered = set()
        for day, slots in {"A": DAY_A, "B": DAY_B}.items():
            for slot in slots:
                found = choices(catalogue, slot, kit, level)
                if slot == "side":
                    found = [exercise for exercise in found if SIDEWAYS[day] in exercise.movements]
                covered.update(found[0].movements)
        assert set(Movement) == covered

    def test_a_novice_covers_every_movement_on_the_floor(self, catalogue):
        """No movement needs equipment, a level or a jump."""
        floor = [item for item in catalogue.values() if not item.equipment and item.suits(Level.NOVICE)]
        assert set(Movement) == {movement for item in floor if not item.jumps for movement in item.movements}

    def test_parts_follow_from_slots(self, catalogue):
        """Legs, push and pull are loaded in their own lines only, so that a session stays inside its focus."""
        assert [item.slug for item in catalogue.values() for slot in item.slots if item.parts != PARTS[slot]] == []

    def test_triple_extension(self, catalogue):
        """Squats, step-ups and lunges train hip and knee."""
        for slot in ("squat", "step"):
            for item in catalogue.for_slot(slot):
                if item.kind is Kind.MULTI_JOINT:
                    assert {Movement.HIP_EXTENSION, Movement.KNEE_EXTENSION} <= set(item.movements), item.slug

    def test_only_calf_raises_and_hops_train_the_calf(self, catalogue):
        """Plantar flexion is counted for calf raises and hops alone."""
        calf = {item.slug for item in catalogue.values() if Movement.PLANTAR_FLEXION in item.movements}
        lines = [item for slot in ("calf", "calf_bent", "hops") for item in catalogue.for_slot(slot)]
        assert {item.slug for item in lines} | {"quick_squat_calf_rise"} == calf

    def test_leg_extension_is_no_hip_extension(self, catalogue):
        """The origin article's slip is not repeated."""
        assert catalogue["leg_extension"].movements == (Movement.KNEE_EXTENSION,)

    def test_links_lead_within_a_slot_and_up_the_levels(self, catalogue):
        """An easier or harder form fills the same line, and is never for a level on the other side."""
        for item in catalogue.values():
            for other in (catalogue.get(item.easier), catalogue.get(item.harder)):
                assert other is None or set(item.slots) & set(other.slots), (item.slug, other.slug)
            if item.easier:
                assert catalogue[item.easier].suits(item.level), item.slug
            if item.harder:
                assert item.suits(catalogue[item.harder].level), item.slug

    def test_easier_and_harder_never_disagree(self, catalogue):
        """Taken together the two links put the exercises of a slot in order, without a circle."""
        harder = {slug: set() for slug in catalogue}
        for item in catalogue.values():
            if item.harder:
                harder[item.slug].add(item.harder)
            if item.easier:
                harder[item.easier].add(item.slug)
        while ends := [slug for slug, others in harder.items() if not others]:
            for slug in ends:
                del harder[slug]
            for others in harder.values():
                others.difference_update(ends)
        assert harder == {}

    def test_too_hard_for_fifteen_has_a_way_down(self, catalogue):
        """From every exercise without high reps the easier ones lead to one with, that needs nothing."""
        for item in catalogue.values():
            if not item.high_reps:
                ways = chain(catalogue, item, "easier")
                assert any(easier.high_reps and not easier.equipment for easier in ways), item.slug

    def test_power_without_jumps_stays_on_the_floor(self, catalogue):
        """In a power slot what does not jump stands after what does."""
        for slot in POWER:
            jumps = [item.jumps for item in catalogue.for_slot(slot)]
            assert sorted(jumps, reverse=True) == jumps

    def test_words_for_people(self, catalogue):
        """Names and ids are given once, a cue is one short sentence, and what it may bother is a known word."""
        items = list(catalogue.values())
        for field in ("name", "cue", "wger", "free_exercise_db"):
            given = [getattr(item, field) for item in items if getattr(item, field) is not None]
            assert len(set(given)) == len(given), field
        assert [item.slug for item in items if item.cue.count(".") != 1 or not item.cue.endswith(".")] == []
        sore = {"achilles", "balance", "groin", "knee", "lower_back", "shoulder", "wrist"}
        assert {word for item in items for word in item.avoid_for} <= sore


class TestExercise:
    def test_possible_with(self, catalogue):
        """One alternative must be there in full; an exercise for the floor is always possible."""
        press = catalogue["close_grip_dumbbell_press"]
        assert press.possible_with((Equipment.BENCH, Equipment.DUMBBELL))
        assert not press.possible_with({Equipment.DUMBBELL})
        assert catalogue["goblet_squat"].possible_with(["kettlebell"])
        assert catalogue["plank"].possible_with(())

    @pytest.mark.parametrize("word", ["goblet_squat", "knee_extension", "legs"])
    def test_what_is_avoided_is_told_by_slug_movement_and_part(self, catalogue, word):
        """An exercise is avoided by its slug, by a movement and by a part."""
        assert catalogue["goblet_squat"].avoided({word, "plank"})

    def test_not_avoided(self, catalogue):
        """A movement that it trains only a little does not count."""
        squat_jump = catalogue["squat_jump"]
        assert Movement.PLANTAR_FLEXION in squat_jump.secondary
        assert not squat_jump.avoided(("plantar_flexion", "push", "low_hops"))

    def test_an_exercise_suits_its_level_and_those_above(self, catalogue):
        """A level is ready for what is marked with it and for all below."""
        assert [catalogue["back_squat"].suits(level) for level in Level] == [False, True, True]

    def test_weights_cables_and_machines_have_kilograms(self, catalogue):
        """A load in kilograms makes sense with weights, cables and machines; bands and bodyweight have none."""
        slugs = ("romanian_deadlift", "dumbbell_step_up", "cable_row", "band_row", "pallof_press", "pull_up", "plank")
        assert [catalogue[slug].weighted for slug in slugs] == [True, True, True, False, False, False, False]

    def test_jumps_and_times(self, catalogue):
        """Contacts say that it jumps; a hold is timed without being told."""
        assert catalogue["squat_jump"].jumps
        assert not catalogue["quick_calf_raise"].jumps
        assert catalogue["plank"].timed
        assert catalogue["brisk_walk"].timed
        assert not catalogue["dead_bug"].timed

    def test_is_a_value(self, catalogue):
        """Exercises and catalogues are equal by value, hashable, frozen, and survive pickling."""
        assert catalogue == pickle.loads(pickle.dumps(catalogue))
        assert hash(catalogue["plank"]) == hash(attrs.evolve(catalogue["plank"]))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            catalogue["plank"].rank = 1


class TestCatalogue:
    def test_is_a_mapping(self, catalogue):
        """It maps slugs to exercises, in the order of the file."""
        assert list(catalogue) == [item.slug for item in catalogue.values()]
        assert len(catalogue.exercises) == len(catalogue)
        assert catalogue.get("flying") is None
        with pytest.raises(KeyError):
            catalogue["flying"]

    @pytest.mark.parametrize("slot", CardSlot)
    def test_exercises_of_a_slot_come_by_rank(self, catalogue, slot):
        """A slot's exercises come by rank, and by slug where the rank is the same."""
        found = catalogue.for_slot(str(slot))
        assert sorted(found, key=lambda item: (item.rank, item.slug)) == list(found)
        assert {item.slug for item in catalogue.values() if slot in item.slots} == {item.slug for item in found}

    def test_unknown_slot(self, catalogue):
        """A slot that no card has is a mistake of the caller."""
        with pytest.raises(KeyError):
            catalogue.for_slot("biceps")

    @pytest.mark.parametrize(
        ("slug", "name"),
        [
            ("captains_chair_knee_raise", "Captain's chair knee raise"),
            ("coach_special_9", "Coach special 9"),
            ("_", "_"),
            ("", ""),
        ],
    )
    def test_an_unknown_slug_is_made_readable(self, catalogue, slug, name):
        """An unknown slug, from another's plan, is made readable."""
        assert name == catalogue.name(slug)

    def test_known_words(self, catalogue):
        """What `avoid` may hold: slugs, movements and parts."""
        words = catalogue.known_words()
        assert {"goblet_squat", "hip_flexion", "legs"} <= set(words)
        assert sorted({*catalogue, *Movement, *Part}) == list(words)

    def test_nothing_is_kept(self):
        """Two loads are equal and apart."""
        assert _catalogue.load() == _catalogue.load()
        assert _catalogue.load() is not _catalogue.load()


GOOD = """
[hop]
name = "Hop"
movements = ["plantar_flexion"]
slots = ["hops"]
kind = "plyometric"
contacts = 1
rank = 1
cue = "Hop."
"""


def problems(text):
    """What the reader says of a text, as pointer and message."""
    with pytest.raises(DecodeError) as error:
        Catalogue.from_toml(text)
    return {problem.pointer: f"{problem.message} {problem.hint}" for problem in error.value.problems}


class TestBadText:
    def test_good_text(self):
        """The text that the other tests spoil is read."""
        (hop,) = Catalogue.from_toml(GOOD).exercises
        assert (hop.slug, hop.slots, hop.contacts) == ("hop", (CardSlot.HOPS,), 1)

    def test_what_is_no_toml_is_one_problem(self):
        """Text that is not TOML is one problem with its line."""
        assert "line 1" in problems("hop: 1")[""]

    def test_all_problems_at_once(self):
        """Every wrong exercise and every wrong field of it is named, with a pointer."""
        text = """
title = "My exercises"

[goblet_squat]
name = ""
movements = ["knee_extnsion", "hip_extension"]
secondary = "all"
slots = ["squats"]
kind = "multi"
equipment = [["dumb_bell"], []]
one_sided = 1
level = "expert"
parts = ["arms"]
contacts = -1
easier = 3
avoid_for = [1]
rank = 0
wger = "203"
fit_category = -1
muscle = "all"

["Leg / press~"]
"""
        found = problems(text)
        assert {
            "/title",
            "/goblet_squat",
            "/goblet_squat/cue",
            "/goblet_squat/name",
            "/goblet_squat/movements/0",
            "/goblet_squat/secondary",
            "/goblet_squat/slots/0",
            "/goblet_squat/kind",
            "/goblet_squat/equipment/0/0",
            "/goblet_squat/equipment/1",
            "/goblet_squat/one_sided",
            "/goblet_squat/level",
            "/goblet_squat/parts/0",
            "/goblet_squat/contacts",
            "/goblet_squat/easier",
            "/goblet_squat/avoid_for/0",
            "/goblet_squat/rank",
            "/goblet_squat/wger",
            "/goblet_squat/fit_category",
            "/Leg ~1 press~0",
            "/Leg ~1 press~0/name",
            "/Leg ~1 press~0/slots",
            "/Leg ~1 press~0/kind",
            "/Leg ~1 press~0/cue",
            "/Leg ~1 press~0/rank",
        } == found.keys()
        assert "maybe knee_extension" in found["/goblet_squat/movements/0"]
        assert "'muscle'" in found["/goblet_squat"]

    @pytest.mark.parametrize(
        ("old", "new", "pointer", "words"),
        [
            ('slots = ["hops"]', "slots = []", "/hop/slots", "must name a slot"),
            ('movements = ["plantar_flexion"]', "", "/hop/movements", "must name a movement"),
            ("contacts = 1", "", "/hop/contacts", "must be 1 or more"),
            ('"plyometric"', '"single_joint"', "/hop/contacts", "0 for any other"),
            ('"plyometric"\ncontacts = 1', '"hold"\ntimed = false', "/hop/timed", "must be true for a hold"),
            ("rank", 'equipment = ["box"]\nrank', "/hop/equipment", "must be a list of lists"),
            ("rank", 'equipment = "box"\nrank', "/hop/equipment", "must be a list of lists"),
            ("rank", 'easier = "hopp"\nrank', "/hop/easier", "must be an exercise of this catalogue maybe hop"),
            ("rank", 'easier = "hop"\nrank', "/hop/easier", "must not lead back"),
        ],
    )
    def test_one_problem(self, old, new, pointer, words):
        """A single fault gives a single problem."""
        assert GOOD.count(old) == 1
        found = problems(GOOD.replace(old, new))
        assert [pointer] == list(found)
        assert words in found[pointer]

    def test_links_that_go_round(self):
        """Every exercise on a circle is named, one that only leads into it is not."""
        first = GOOD.replace("rank", 'harder = "two"\nrank')
        second = GOOD.replace("[hop]", "[two]").replace("rank", 'harder = "three"\nrank')
        third = GOOD.replace("[hop]", "[three]").replace("rank", 'harder = "two"\nrank')
        assert list(problems(first + second + third)) == ["/two/harder", "/three/harder"]

    def test_a_wrong_exercise_can_be_linked(self):
        """An exercise that is there but wrong is no unknown link."""
        wrong = GOOD.replace("[hop]", "[two]").replace("rank = 1", "rank = 0")
        assert list(problems(GOOD.replace("rank", 'harder = "two"\nrank') + wrong)) == ["/two/rank"]

    def test_an_exercise_checks_itself(self):
        """An exercise made in code is checked as one that was read."""
        with pytest.raises(DecodeError) as error:
            Exercise(slug="Hop", name="Hop", slots=(CardSlot.HOPS,), kind=Kind.WARM_UP, cue="Hop.", rank=1000)
        assert [problem.pointer for problem in error.value.problems] == ["", "/rank"]
