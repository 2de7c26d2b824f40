"""Sets, repetitions, load and rest, week by week, and the minutes that they take."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.unit.needs import need as ordinary_need

from periodize import _catalogue
from periodize._dose import Volume
from periodize._evidence import _session as numbers
from periodize._model import Equipment, Focus, Form, Level, Load, Phase, Prescription, RepRange, Role, WarmUp
from periodize._progression import duration_minutes, prescribe, sets_in
from periodize._selection import select

CATALOGUE = _catalogue.load()
GYM = tuple(Equipment)
AT_HOME = (Equipment.DUMBBELL, Equipment.BAND)
BUILDING = (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE)


def need(**given):
    """Return the ordinary need, which takes the time that it takes, with what is given changed."""
    return ordinary_need(**{"minutes": None} | given)


def session(wanted):
    """Return the warm-up and the lines of a need."""
    return prescribe(select(wanted, CATALOGUE), wanted, CATALOGUE)


def lines(**facts):
    """Return the lines of a session."""
    return session(need(**facts))[1]


def week_sets(form, **facts):
    """Return the sets of two full sessions, or of four short ones."""
    focuses = [Focus.WHOLE] if form is Form.FULL else [Focus.LOWER, Focus.UPPER]
    return sum(sets_in(lines(form=form, focus=focus, letter=day, **facts)) for day in "AB" for focus in focuses)


def sets(exercises):
    """Return the sets line by line."""
    return [line.sets for line in exercises]


def reps(exercises):
    """Return the repetitions or seconds line by line, as text."""
    return [str(line.reps) if line.reps else f"{line.hold_seconds} s" for line in exercises]


def rir(line):
    """Return the reps in reserve of a line, from and to."""
    return (line.load.min, line.load.max)


def contacts(warm_up, exercises):
    """Return the foot contacts of a session."""
    total = 0
    for line in (*warm_up, *exercises):
        exercise = CATALOGUE[line.exercise]
        if exercise.contacts:
            total += line.sets * line.reps.max * exercise.contacts * (2 if exercise.one_sided else 1)
    return total


# --- the sample cards of a coach -----------------------------------------------------------------------------------


def test_card_1_a_novice_on_the_floor_in_the_second_week_of_adaptation():
    """Card 1: a novice on the floor in the second week of adaptation."""
    card = lines(phase=Phase.ADAPTATION, week_in_phase=2, loading_weeks_before=1)
    assert sets(card) == [2] * 7
    assert reps(card) == ["12-15"] * 6 + ["25 s"]
    assert {rir(line) for line in card if line.load} == {(3, 4)}
    assert {line.rest_seconds for line in card[:6]} == {60}
    assert 20 <= duration_minutes(*session(need(phase=Phase.ADAPTATION, week_in_phase=2))) <= 30


def test_card_2_a_novice_with_dumbbells_and_a_band_in_the_third_strength_week():
    """Card 2: a novice with dumbbells and a band in the third strength week."""
    card = lines(equipment=AT_HOME)
    assert sets(card) == [3, 3, 2, 2, 2, 2, 2]
    assert reps(card) == ["10", "10", "8-12", "8-12", "8-12", "8-12", "40 s"]
    assert [line.exercise for line in card[:2]] == ["goblet_squat", "romanian_deadlift"]
    assert {rir(line) for line in card if line.load} == {(2, 3)}
    assert [line.rest_seconds for line in card[:3]] == [120, 120, 60]
    assert sets(lines(equipment=AT_HOME, volume=Volume.DELOAD)) == [2, 2, 1, 1, 1, 1, 1]
    assert 33 <= duration_minutes(*session(need(equipment=AT_HOME))) <= 40


def test_card_3_an_advanced_athlete_in_the_gym():
    """Card 3: an advanced athlete in the gym."""
    card = lines(level=Level.ADVANCED, equipment=GYM, week_in_phase=2, loading_weeks_before=1)
    assert sets(card) == [4, 3, 2, 3, 3, 2, 2]
    assert reps(card) == ["5", "5", "8-10", "6-8", "6-8", "8-12", "35 s"]
    assert [line.rest_seconds for line in card[:2]] == [180, 180]
    assert rir(card[0]) == (1, 2)
    assert 45 <= duration_minutes(*session(need(level=Level.ADVANCED, equipment=GYM))) <= 50


def test_card_4_an_intermediate_athlete_on_the_floor_in_the_power_phase():
    """Card 4: an intermediate athlete on the floor in the power phase."""
    warm_up, card = session(need(level=Level.INTERMEDIATE, phase=Phase.POWER, week_in_phase=2, loading_weeks_before=1))
    assert (warm_up[-1].exercise, warm_up[-1].sets, str(warm_up[-1].reps)) == ("low_hops", 2, "10")
    assert [line.exercise for line in card] == [
        "squat_jump", "side_bound", "fast_push_up", "one_leg_hinge", "bridge_walk_out", "prone_pull", "side_plank",
    ]  # fmt: skip
    assert sets(card) == [4, 3, 3, 2, 2, 2, 2]
    assert reps(card) == ["4", "3", "5", "6-8", "6-8", "6-8", "30 s"]
    assert contacts(warm_up, card) == 54
    assert card[0].load is card[1].load is None
    assert duration_minutes(warm_up, card) <= 35


def test_card_5_four_short_sessions_with_bands_in_the_endurance_phase():
    """Card 5: four short sessions with bands in the endurance phase."""
    facts = {"level": Level.INTERMEDIATE, "phase": Phase.ENDURANCE, "form": Form.MINI, "equipment": (Equipment.BAND,)}
    for letter in "AB":
        for focus in (Focus.LOWER, Focus.UPPER):
            card = lines(**facts, letter=letter, focus=focus, week_in_phase=2, loading_weeks_before=1)
            assert sets(card) == [2] * 4
            assert [line.pair for line in card] == ["A", "A", "B", "B"]
            counted = {(line.per_side, line.reps.min) for line in card if line.reps}
            assert counted <= {(True, 15), (False, 20)}
            assert all(line.rest_seconds <= 60 for line in card)


def test_card_6_a_novices_only_session_of_the_second_taper_week():
    """Card 6: a novice's only session of the second taper week."""
    card = lines(phase=Phase.TAPER, base=Phase.ENDURANCE, volume=Volume.THIRD, equipment=AT_HOME)
    assert sets(card) == [2, 2, 1, 2, 1, 1, 1]
    assert all(line.reps.min == 15 for line in card[:-1])
    assert card[-1].hold_seconds == 30
    assert {rir(line) for line in card if line.load} == {(4, 4)}


# --- week by week -----------------------------------------------------------------------------------------------------


def test_big_lifts_go_down_a_repetition_a_week_and_repeat_one_after_a_deload():
    """Big lifts go down a repetition a week and repeat one after a deload."""
    weeks = [(1, 0), (2, 1), (3, 2), (5, 3), (6, 4), (7, 5)]  # the fourth is a deload
    facts = {"equipment": AT_HOME, "phase_weeks": 8}
    squats = [lines(**facts, week_in_phase=week, loading_weeks_before=before)[0].reps.max for week, before in weeks]
    assert squats == [12, 11, 10, 10, 9, 8]


def test_trained_big_lifts_stay_at_eight_or_fewer_and_novices_within_eight_to_twelve():
    """Trained big lifts stay at eight or fewer and novices within eight to twelve."""
    for loaded in range(12):
        facts = {"equipment": GYM, "week_in_phase": loaded + 1, "loading_weeks_before": loaded, "phase_weeks": 12}
        for letter in "AB":
            main = [line for line in lines(**facts, letter=letter) if line.role is Role.MAIN]
            assert all(8 <= line.reps.min <= line.reps.max <= 12 for line in main)
            trained = lines(**facts, letter=letter, level=Level.ADVANCED)
            assert all(line.reps.max <= 8 for line in trained if line.role is Role.MAIN)


@given(st.sampled_from(BUILDING), st.sampled_from(Level), st.sampled_from(Form))
def test_the_first_week_is_lighter_and_nothing_goes_to_one_rep_in_reserve(phase, level, form):
    """The first week is lighter and nothing goes to one rep in reserve."""
    focus = Focus.WHOLE if form is Form.FULL else Focus.UPPER
    facts = {"phase": phase, "level": level, "form": form, "focus": focus, "equipment": GYM}
    first = lines(**facts, week_in_phase=1, loading_weeks_before=0, reentry=True)
    second = lines(**facts, week_in_phase=2, loading_weeks_before=1)
    assert [line.exercise for line in first] == [line.exercise for line in second]
    if phase is Phase.ENDURANCE:  # known exercises: fewer repetitions and more in reserve
        assert sets(first) == sets(second)
        assert all(line.reps.max <= later.reps.max for line, later in zip(first, second, strict=True) if line.reps)
        return
    assert sets_in(first) < sets_in(second)
    for line, later in zip(first, second, strict=True):
        assert line.load is None or line.load.min >= max(2, later.load.min)
        assert line.sets == (later.sets if phase is Phase.ADAPTATION and line.sets == 2 else max(later.sets - 1, 1))


def test_a_short_season_keeps_its_only_endurance_week_whole():
    """A short season keeps its only endurance week whole."""
    only = lines(
        phase=Phase.ENDURANCE,
        level=Level.ADVANCED,
        week_in_phase=1,
        loading_weeks_before=0,
        phase_weeks=1,
        reentry=True,
    )
    assert set(sets(only)) == {2}


def test_endurance_goes_to_more_reps_then_a_shorter_pause_then_a_third_round():
    """Endurance goes to more reps then a shorter pause then a third round."""
    steps = []
    for loaded in range(5):
        facts = {"week_in_phase": loaded + 1, "loading_weeks_before": loaded, "phase_weeks": 8, "minutes": 60}
        squat = lines(phase=Phase.ENDURANCE, equipment=GYM, **facts)[0]
        steps.append((squat.sets, squat.reps.min, squat.rest_seconds))
    assert steps == [(2, 15, 45), (2, 20, 45), (2, 25, 45), (2, 25, 30), (3, 20, 30)]


@pytest.mark.parametrize("why", [{"longest_run_week": True}, {"week_in_phase": 7}])
def test_the_longest_running_weeks_and_the_last_ones_stay_at_two_rounds(why):
    """The longest running weeks and the last ones stay at two rounds."""
    facts = {"phase": Phase.ENDURANCE, "loading_weeks_before": 5, "phase_weeks": 8, "week_in_phase": 6} | why
    assert set(sets(lines(**facts))) == {2}


def test_a_novice_with_three_or_four_weeks_does_one_or_two_times_fifteen_without_load():
    """A novice with three or four weeks does one or two times fifteen without load."""
    facts = {"phase": Phase.ENDURANCE, "counted_weeks": 4, "phase_weeks": 2, "equipment": GYM}
    first = lines(**facts, week_in_phase=1, loading_weeks_before=0, reentry=True)
    assert sets(first) == [2, 2, 2, 2, 1, 1, 1, 1]
    second = lines(**facts, week_in_phase=2, loading_weeks_before=1)
    assert set(sets(second)) == {2}
    for line in (*first, *second):
        assert line.reps is None or (str(line.reps), rir(line)) == ("15", (4, 4))
        assert not CATALOGUE[line.exercise].equipment


def test_trunk_sessions_outside_the_dose_have_two_sets_a_line():
    """Trunk sessions outside the dose have two sets a line."""
    for phase in BUILDING:
        assert set(sets(lines(phase=phase, form=Form.MINI, focus=Focus.CORE))) == {2}


# --- ages -------------------------------------------------------------------------------------------------------------


def test_from_65_big_lifts_stay_at_70_to_85_percent():
    """From 65 big lifts stay at 70 to 85 percent."""
    for level in Level:
        facts = {"level": level, "age": 65, "equipment": GYM, "week_in_phase": 9, "loading_weeks_before": 8}
        for line in lines(**facts):
            assert line.sets <= 3
            if line.role is Role.MAIN:
                assert rir(line) == (2, 2)
                assert 4 <= line.reps.min <= line.reps.max <= 9
    first = lines(level=Level.ADVANCED, age=70, equipment=GYM, reentry=True)[0]
    assert rir(first) == (3, 3)


@given(st.sampled_from(BUILDING), st.sampled_from(Level), st.integers(0, 6), st.integers(10, 17))
def test_under_18_reps_stay_within_6_and_15_and_sets_within_three(phase, level, loaded, age):
    """Under 18 reps stay within 6 and 15 and sets within three."""
    for line in lines(phase=phase, level=level, age=age, loading_weeks_before=loaded, equipment=GYM):
        assert line.sets <= 3
        if line.reps is not None and line.role is not Role.POWER:
            assert 6 <= line.reps.min <= line.reps.max <= 15
            assert line.load.min >= 3
            assert phase is not Phase.ENDURANCE or str(line.reps) == "15"


# --- properties over all needs ----------------------------------------------------------------------------------------

levels = st.sampled_from(Level)
athletes = st.fixed_dictionaries(
    {
        "level": levels,
        "equipment": st.lists(st.sampled_from(Equipment), unique=True).map(tuple),
        "avoid": st.lists(st.sampled_from(CATALOGUE.known_words()), max_size=3, unique=True).map(tuple),
        "jumping": st.booleans(),
        "block": st.integers(0, 5),
        "age": st.none() | st.integers(10, 90),
        "counted_weeks": st.integers(0, 60),
    }
)
places = st.fixed_dictionaries(
    {
        "form": st.sampled_from(Form),
        "focus": st.sampled_from(Focus),
        "letter": st.sampled_from("AB"),
        "week_in_phase": st.integers(1, 12),
        "loading_weeks_before": st.integers(0, 9),
        "phase_weeks": st.integers(1, 12),
        "reentry": st.booleans(),
        "after_run": st.booleans(),
        "longest_run_week": st.booleans(),
    }
)


@given(
    athletes,
    places,
    st.sampled_from(Phase),
    st.sampled_from((None, *BUILDING)),
    st.sampled_from(Volume),
    st.integers(10, 90),
)
def test_every_session_fits_into_its_minutes(athlete, place, phase, base, volume, minutes):
    """Every session fits into its minutes."""
    wanted = need(**athlete, **place, phase=phase, base=base, volume=volume, minutes=minutes)
    warm_up, exercises = session(wanted)
    assert duration_minutes(warm_up, exercises) <= minutes
    assert (warm_up, exercises) == session(wanted)
    assert bool(exercises) == any(choice.place for choice in select(wanted, CATALOGUE))
    for line in exercises:
        exercise = CATALOGUE[line.exercise]
        assert (line.movements, line.per_side) == (exercise.movements, exercise.one_sided)
        assert (line.reps is None) == (line.hold_seconds is not None) == exercise.timed
    labels = [line.pair for line in exercises if line.pair]
    assert all(labels.count(label) > 1 for label in labels)


@given(athletes, places, st.sampled_from(BUILDING), st.booleans(), st.integers(10, 90))
def test_repetitions_keep_to_their_phase(athlete, place, phase, deload, minutes):
    """Repetitions keep to their phase."""
    volume = Volume.DELOAD if deload else Volume.LOADING
    for line in lines(**athlete, **place, phase=phase, volume=volume, minutes=minutes):
        if line.reps is None:
            continue
        if phase is Phase.ENDURANCE:
            assert line.reps.min >= 15
        elif phase is Phase.STRENGTH:
            assert line.reps.max <= 12
        elif phase is Phase.POWER:
            assert line.reps.max <= (6 if line.role is Role.POWER else 12)
        novice_strength = athlete["level"] is Level.NOVICE and phase is Phase.STRENGTH
        assert line.load is None or line.load.min >= (2 if novice_strength else 1)


@given(athletes, st.sampled_from((Volume.HALF, Volume.THIRD, Volume.LIGHT)), st.sampled_from("AB"))
def test_the_taper_of_an_endurance_phase_keeps_fifteen_repetitions(athlete, volume, letter):
    """The taper of an endurance phase keeps fifteen repetitions."""
    for line in lines(**athlete, phase=Phase.TAPER, base=Phase.ENDURANCE, volume=volume, letter=letter):
        assert line.reps is None or line.reps.min >= 15
        assert not CATALOGUE[line.exercise].contacts


@given(athletes, places, st.sampled_from(BUILDING), st.integers(2, 9), st.integers(15, 60))
def test_a_deload_has_a_third_to_a_half_fewer_sets_of_the_same_lines(athlete, place, phase, loaded, minutes):
    """A deload has a third to a half fewer sets of the same lines."""
    assume(athlete["level"] is not Level.NOVICE or athlete["counted_weeks"] > 4)
    facts = athlete | place | {"phase": phase, "minutes": minutes, "reentry": False, "phase_weeks": 12}
    before = lines(**facts | {"week_in_phase": loaded, "loading_weeks_before": loaded - 1})
    assume(before)
    deload = lines(**facts | {"week_in_phase": loaded + 1, "loading_weeks_before": loaded, "volume": Volume.DELOAD})
    assert [(line.exercise, line.reps, line.hold_seconds) for line in deload] == [
        (line.exercise, line.reps, line.hold_seconds) for line in before
    ]
    low, high = numbers.DELOAD_CUT.value
    assert low <= 1 - sets_in(deload) / sets_in(before) <= high
    for line, earlier in zip(deload, before, strict=True):
        assert line.load is None or rir(line) == (earlier.load.min + 2, earlier.load.max + 2)
        assert not CATALOGUE[line.exercise].contacts or line.sets <= max(1, earlier.sets / 2)


@given(levels, st.sampled_from([(), AT_HOME, GYM]))
def test_the_taper_falls_from_week_to_week_in_full_sessions_and_in_short_ones(level, equipment):
    """The taper falls from week to week in full sessions and in short ones."""
    facts = {"level": level, "equipment": equipment}
    ending = {"week_in_phase": 4, "loading_weeks_before": 3, "phase_weeks": 4}
    trunk = sets_in(lines(**facts, phase=Phase.TAPER, volume=Volume.TRUNK, form=Form.MINI, focus=Focus.UPPER))
    taper = facts | {"phase": Phase.TAPER, "base": Phase.ENDURANCE}
    for form, focuses, thirds in ((Form.FULL, (Focus.WHOLE,) * 2, 1), (Form.MINI, (Focus.LOWER, Focus.UPPER), 2)):
        loading = week_sets(form, **facts, phase=Phase.ENDURANCE, **ending)
        half = sum(sets_in(lines(**taper, form=form, focus=focus, volume=Volume.HALF)) for focus in focuses)
        third = sum(sets_in(lines(**taper, form=form, focus=focus, volume=Volume.THIRD)) for focus in focuses[:thirds])
        light = sets_in(lines(**taper, form=form, focus=focuses[0], volume=Volume.LIGHT))
        assert loading > half > third > light >= trunk
        assert half == loading / 2
        assert 10 <= third <= 12
        assert 4 <= trunk <= 6


@given(levels, st.sampled_from(BUILDING), st.integers(1, 8), st.sampled_from([(), AT_HOME, GYM]), st.booleans())
def test_four_short_sessions_hold_the_sets_of_two_full_ones(level, phase, week, equipment, deload):
    """Four short sessions hold at least 90 % of the sets of two full ones."""
    assume(not deload or week < 6)  # no season has a deload after a third round
    facts = {"level": level, "phase": phase, "week_in_phase": week, "loading_weeks_before": week - 1, "phase_weeks": 8}
    facts |= {"equipment": equipment, "reentry": week == 1, "volume": Volume.DELOAD if deload else Volume.LOADING}
    assert week_sets(Form.MINI, **facts) >= 0.9 * week_sets(Form.FULL, **facts)


@given(athletes, places, st.sampled_from(BUILDING), st.booleans())
def test_sessions_keep_to_their_size(athlete, place, phase, deload):
    """Sessions keep to their size."""
    assume(place["focus"] is not Focus.CORE)
    place["form"] = Form.FULL if place["focus"] is Focus.WHOLE else place["form"]
    volume = Volume.DELOAD if deload else Volume.LOADING
    wanted = need(**athlete, **place, phase=phase, volume=volume)
    _, exercises = session(wanted)
    _, most, most_sets, _ = numbers.SESSION_SIZE.value[wanted.form]
    assert len(exercises) <= most
    assert sets_in(exercises) <= most_sets


@given(athletes, places)
def test_foot_contacts_stay_within_the_athletes_limit(athlete, place):
    """Foot contacts stay within the athlete's limit."""
    wanted = need(**athlete, **place, phase=Phase.POWER, minutes=90)
    limit = numbers.CONTACTS.value[wanted.level]
    if wanted.reentry or (wanted.age or 0) >= 50:
        limit /= 2
    assert contacts(*session(wanted)) <= limit


def test_contacts_fall_in_a_deload():
    """Contacts fall in a deload."""
    facts = {"phase": Phase.POWER, "level": Level.ADVANCED}
    loading = session(need(**facts))
    deload = session(need(**facts, week_in_phase=4, loading_weeks_before=3, volume=Volume.DELOAD))
    assert contacts(*deload) <= contacts(*loading) / 2


@pytest.mark.parametrize("limit", [12, 5])
def test_hops_are_the_last_to_go_where_few_contacts_are_allowed(monkeypatch, limit):
    """Hops are the last to go where few contacts are allowed."""
    few = attrs.evolve(numbers.CONTACTS, value=dict.fromkeys(Level, limit))
    monkeypatch.setattr(numbers, "CONTACTS", few)
    warm_up, exercises = session(need(phase=Phase.POWER))
    assert not any(CATALOGUE[line.exercise].contacts for line in warm_up)
    assert {line.sets for line in exercises if CATALOGUE[line.exercise].contacts} == {1}


# --- tempo ------------------------------------------------------------------------------------------------------------


def tempos(**facts):
    """Return the tempo of each line."""
    return {line.exercise: line.tempo for line in lines(**facts)}


@given(athletes, st.sampled_from(Phase), st.sampled_from(Volume), st.sampled_from(Form))
def test_every_repetition_has_a_tempo_but_a_jump(athlete, phase, volume, form):
    """Holds have no repetitions; what is to be fast is lifted as fast as can be."""
    facts = {**athlete, "phase": phase, "base": Phase.ENDURANCE, "volume": volume, "form": form}
    for line in lines(**facts):
        jumps = CATALOGUE[line.exercise].contacts > 0
        assert (line.tempo is None) == (line.reps is None or jumps)
        assert line.tempo is None or ("X" in line.tempo) == (line.role is Role.POWER)


def test_a_coachs_tempos():
    """Learning, a breath between heavy repetitions, slow ways back, the back held at the top, then steady and fast."""
    weights = {"level": Level.INTERMEDIATE, "equipment": GYM}
    learning = tempos(**weights, phase=Phase.ADAPTATION)
    assert ("2-0-2-0", "2-0-1-0") == (learning["back_squat"], learning["machine_calf_raise"])
    strong = tempos(**weights)
    assert ("2-0-1-1", "3-0-1-0") == (strong["back_squat"], strong["machine_calf_raise"])
    assert "1-0-1-3" == tempos()["superman"]
    assert "3-0-1-0" == tempos(letter="B", phase=Phase.POWER, level=Level.INTERMEDIATE)["one_leg_calf_raise"]
    assert {"2-0-1-0"} == {tempo for tempo in tempos(**weights, phase=Phase.ENDURANCE).values() if tempo}


def test_what_has_no_weight_gets_slower_week_by_week():
    """Then it is held below; a deload keeps the tempo of the week before it."""
    weeks = [
        lines(level=Level.INTERMEDIATE, week_in_phase=number + 1, loading_weeks_before=number)[0].tempo
        for number in range(6)
    ]
    assert ["3-0-1-0", "3-0-1-0", "4-0-1-0", "4-0-1-0", "4-1-1-0", "4-1-1-0"] == weeks
    deload = lines(level=Level.INTERMEDIATE, week_in_phase=4, loading_weeks_before=3, volume=Volume.DELOAD)[0].tempo
    assert weeks[2] == deload
    kept = {"phase": Phase.MAINTENANCE, "base": Phase.MAINTENANCE, "volume": Volume.KEEP, "heavy": True}
    assert "3-0-1-0" == lines(level=Level.INTERMEDIATE, **kept)[0].tempo


# --- minutes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ({"sets": 3, "reps": RepRange(10, 10), "role": Role.MAIN, "rest_seconds": 120}, 6),  # 3 x 40 s, 2 x 120 s
        ({"sets": 3, "reps": RepRange(10, 10), "role": Role.ACCESSORY, "rest_seconds": 120}, 6),  # 3 x 30 s, 2 x 120 s
        ({"sets": 2, "reps": RepRange(20, 20), "role": Role.MAIN, "rest_seconds": 60}, 3),  # 2 x 60 s, 60 s
        ({"sets": 4, "reps": RepRange(5, 5), "role": Role.POWER, "rest_seconds": 60}, 4),  # 4 x 10 s, 3 x 60 s
        ({"sets": 2, "reps": RepRange(10, 10), "tempo": "4-1-1-0", "rest_seconds": 60}, 3),  # 2 x 60 s, 60 s
        ({"sets": 3, "reps": RepRange(5, 5), "tempo": "1-0-X-1", "rest_seconds": 60}, 3),  # 3 x 15 s, 2 x 60 s
        ({"sets": 2, "hold_seconds": 30, "rest_seconds": 45}, 2),  # 2 x 30 s, 45 s
        ({"sets": 2, "hold_seconds": 30, "rest_seconds": 45, "per_side": True}, 3),  # 2 x 60 s, 45 s
    ],
)
def test_minutes_are_sets_times_work_and_pause_but_the_last(line, minutes):
    """Minutes are sets times work and pause but the last."""
    assert duration_minutes((), (Prescription(exercise="squat", **line),)) == minutes


def test_minutes_of_a_warm_up():
    """Minutes of a warm up."""
    warm_up = (WarmUp(exercise="walk", hold_seconds=110), WarmUp(exercise="swing", sets=2, reps=RepRange(10, 10)))
    assert duration_minutes(warm_up, ()) == 3


def test_nothing_takes_no_time():
    """A session without a line lasts no minute."""
    assert duration_minutes((), ()) == 0
    assert sets_in(()) == 0
    assert prescribe((), need(), CATALOGUE) == ((), ())


def test_a_session_is_shortened_from_the_end_and_keeps_its_big_lifts():
    """A session is shortened from the end and keeps its big lifts."""
    facts = {"level": Level.ADVANCED, "equipment": GYM}
    whole = lines(**facts, minutes=60)
    by_minutes = [lines(**facts, minutes=minutes) for minutes in range(60, 9, -1)]
    for longer, shorter in zip([whole, *by_minutes], by_minutes, strict=False):
        assert sets_in(shorter) <= sets_in(longer)
        assert {line.exercise for line in shorter} <= {line.exercise for line in longer}
        assert shorter[0].exercise == "back_squat"
    assert len(by_minutes[30]) == 7  # 30 minutes still hold every movement
    assert len(by_minutes[-1]) == 3


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize(
    "facts",
    [
        {"form": Form.MINI, "focus": Focus.LOWER, "age": 70},
        {"age": 70},
        {"phase": Phase.POWER, "age": 70},
        {"phase": Phase.ENDURANCE, "form": Form.MINI, "focus": Focus.LOWER, "loading_weeks_before": 5},
        {"level": Level.ADVANCED, "equipment": GYM},
    ],
)
def test_ten_minutes_hold_three_lines_at_least(facts, letter):
    """Ten minutes hold three lines at least, the big ones among them."""
    warm_up, exercises = session(need(**facts, letter=letter, minutes=10))
    assert duration_minutes(warm_up, exercises) <= 10
    assert len(exercises) >= 3
    assert exercises[0].exercise == session(need(**facts, letter=letter))[1][0].exercise


def test_a_line_whose_partner_is_gone_takes_its_own_pause():
    """A line whose partner is gone takes its own pause."""
    squat, *others = lines(form=Form.MINI, focus=Focus.LOWER, avoid=("plantar_flexion",))
    assert (squat.pair, squat.rest_seconds) == (None, 120)
    assert {line.pair for line in others} == {"B"}


def test_loads_are_reps_in_reserve():
    """Loads are reps in reserve."""
    assert lines()[0].load == Load("rir", 2, 3)
