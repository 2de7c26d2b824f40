"""Models of periodization: their shape, the weeks that they give, and plans in each of them."""

import datetime as dt
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import periodize as pz
from periodize import _timeline
from periodize._model import EVIDENCE, ORIGIN, Phase
from periodize.exceptions import ConfigError, DecodeError

BLOCK = pz.Model("block", [pz.PhasePlan("endurance", 2, 6), pz.PhasePlan("strength", 2, 4)])
EVENT = pz.Event("Race", dt.date(2027, 4, 18), distance_km=42.195)
TAPERS = ((1, 1), (2, 1), (3, 2))
NEEDS = ("none", "novice", "returner")


def problems(make):
    """The pointers and messages of what cannot be made."""
    with pytest.raises(DecodeError) as raised:
        make()
    return [(problem.pointer, problem.message) for problem in raised.value.problems]


# --- the shape --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "pointers"),
    [
        (("taper", 1, 2), ["/phase", "/minimum"]),
        (("transition", 2, 3), ["/phase"]),
        (("speed", 2, 3), ["/phase"]),
        (("power", 1, 2), ["/minimum"]),
        (("power", 3, 2), ["/maximum"]),
        (("power", 3, 53), ["/maximum"]),
        (("power", 3.5, 4), ["/minimum"]),
    ],
)
def test_a_phase_plan_has_a_phase_and_a_range(arguments, pointers):
    """What has none is refused at its place."""
    assert pointers == [pointer for pointer, _ in problems(lambda: pz.PhasePlan(*arguments))]


def test_an_early_maximum_lies_above_the_minimum():
    """It is the most of a wave that does not end at the event."""
    assert [("/early_maximum", "must be 3 to 52")] == problems(lambda: pz.PhasePlan("power", 3, 6, early_maximum=2))
    assert (6, 4) == (pz.PhasePlan("power", 3, 6).most_early, pz.PhasePlan("power", 3, 6, early_maximum=4).most_early)


def test_maintenance_may_last_a_week():
    """Other phases last two at least, or a deload would be all there is."""
    assert 1 == pz.PhasePlan("maintenance", 1, 4).minimum


S, P, E = (pz.PhasePlan(phase, 2, 6) for phase in ("strength", "power", "endurance"))
A = pz.PhasePlan("adaptation", 2, 4)


@pytest.mark.parametrize(
    ("phases", "more", "pointers"),
    [
        ((S, S), {}, ["/phases"]),
        ((S, A), {}, ["/phases"]),
        ((A,), {}, ["/phases"]),
        ((), {}, ["/phases"]),
        ("strength", {}, ["/phases"]),
        ((S, "power"), {}, ["/phases/1"]),
        ((S, P), {"growth": ["strength"]}, ["/growth"]),
        ((S, P), {"growth": ["strength", "power", "endurance"]}, ["/growth"]),
        ((S, P), {"growth": 3}, ["/growth"]),
        ((S, P), {"falls": ["strength", "power"]}, ["/falls"]),
        ((S, P, E), {"falls": ["power"]}, ["/falls"]),
        ((S, P, E), {"falls": ["power", "power"]}, ["/falls"]),
        ((A, S, P), {"falls": ["adaptation"]}, ["/falls"]),
        ((S, P), {"falls": "power"}, ["/falls"]),
        ((S, P), {"falls": ["speed"]}, ["/falls/0"]),
        ((S, P), {"wave_weeks": 6}, ["/wave_weeks"]),
        ((S, P), {"wave_weeks": 0}, ["/wave_weeks"]),
        ((pz.PhasePlan("strength", 4, 4), pz.PhasePlan("power", 3, 3)), {}, ["/phases"]),
        ((S, P), {"keeps_heavy": 1}, ["/keeps_heavy"]),
    ],
)
def test_a_model_has_phases_in_order(phases, more, pointers):
    """What is wrong with it is said at its place."""
    assert pointers == [pointer for pointer, _ in problems(lambda: pz.Model("own", phases, **more))]


def test_a_model_has_a_name():
    """It is what a brief calls it."""
    assert [("/name", "must have 1 to 200 characters, has 0")] == problems(lambda: pz.Model("", [S]))


def test_what_is_left_out_follows_from_the_order():
    """Phases grow in turn, and what builds on others falls before them."""
    model = pz.Model("own", [A, S, P, E])
    assert model.growth == (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE)
    assert (model.falls, model.stays) == ((Phase.ENDURANCE, Phase.POWER), Phase.STRENGTH)


def test_phases_that_a_model_lacks_stand_before_the_taper():
    """Their rank lies between the model's last phase and the taper."""
    ranks = [ORIGIN.rank(phase) for phase in (Phase.ADAPTATION, Phase.ENDURANCE, Phase.MAINTENANCE, Phase.TAPER)]
    assert [0, 3, 3.5, 4] == ranks


# --- the weeks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "adaptation", "taper", "text"),
    [
        (2, "none", (3, 2), "0/0/0/0/2"),
        (4, "none", (3, 2), "0/2/0/0/2"),
        (9, "none", (3, 2), "0/6/0/0/3 d 3"),
        (13, "none", (3, 2), "0/6/4/1/2 d 3 6 10"),
        (14, "none", (3, 2), "0/6/4/1/3 d 3 6 10"),
        (24, "none", (3, 2), "0/12/7/2/3 d 4 8 12 16 19"),
        (4, "novice", (3, 2), "2/0/0/0/2"),
        (8, "novice", (3, 2), "2/3/0/0/3"),
        (7, "novice", (1, 1), "2/4/0/0/1"),
        (16, "novice", (3, 2), "2/6/4/1/3 d 5 8 12"),
        (37, "novice", (1, 1), "4/12/8/12/1 d 4 8 12 16 20 24"),
        (52, "none", (3, 2), "0/9/5/2 + 9/5/2 + 10/6/1/3 d 5 9 14 21 25 30 36 39 42 45 48"),
    ],
)
def test_weeks_of_the_evidence_model(n, adaptation, taper, text):
    """Strength first, then power, then what keeps them; the last falls first."""
    assert text == str(_timeline.split(n, adaptation=adaptation, taper=taper, masters=False, model=EVIDENCE))


PHASES = (Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE, Phase.MAINTENANCE)


@st.composite
def models(draw):
    """Draw a model of any phases in any order."""
    core = draw(st.lists(st.sampled_from(PHASES), min_size=1, unique=True))
    plans = []
    for phase in core:
        least = draw(st.integers(2, 6))
        plans.append(pz.PhasePlan(phase, least, draw(st.integers(2 * least, 16))))
    if draw(st.booleans()):
        plans.insert(0, pz.PhasePlan("adaptation", draw(st.integers(2, 3)), draw(st.integers(3, 6))))
    least = sum(item.minimum for item in plans[-len(core) :])
    return pz.Model(
        "own",
        plans,
        falls=draw(st.permutations(core))[1:],
        wave_weeks=draw(st.integers(2 * least - 1, 60)),
        keeps_heavy=draw(st.booleans()),
    )


@given(models(), st.integers(0, 160), st.sampled_from(NEEDS), st.sampled_from(TAPERS), st.booleans())
def test_every_model_deals_all_weeks(model, n, adaptation, taper, masters):
    """No week is lost; phases keep their order in each wave; only the shortest runways go below a minimum."""
    split = _timeline.split(n, adaptation=adaptation, taper=taper, masters=masters, model=model)
    assert n == sum(stretch.weeks for stretch in split.stretches)
    assert all(stretch.weeks > 0 for stretch in split.stretches)
    places = [(stretch.wave, model.rank(stretch.phase)) for stretch in split.stretches]
    assert sorted(set(places)) == places
    before = [stretch for stretch in split.stretches if stretch.phase is not Phase.TAPER]
    if len(before) > 2:
        assert all(stretch.weeks >= model.minimum(stretch.phase) for stretch in before)


@given(models(), st.integers(0, 60), st.sampled_from(NEEDS), st.sampled_from(TAPERS))
def test_what_is_given_up_comes_back(model, n, adaptation, taper):
    """The weeks that are said to be needed hold what is missing."""
    given_up = _timeline.given_up(n, adaptation=adaptation, taper=taper, model=model)
    if given_up is not None and given_up.needed_for is not Phase.TAPER:
        then = _timeline.split(given_up.needed_weeks, adaptation=adaptation, taper=taper, masters=False, model=model)
        assert given_up.needed_for in then.phases


@pytest.mark.parametrize("masters", [False, True])
def test_deloads_go_on_where_the_tables_end(masters):
    """Long phases of an app's model have blocks as even as can be, never more loading weeks in a row than allowed."""
    for first, second in product(range(4, 30), range(4, 30)):
        model = pz.Model("own", [pz.PhasePlan("strength", 2, first), pz.PhasePlan("power", 2, second)], wave_weeks=160)
        split = _timeline.split(first + second + 1, adaptation="none", taper=(1, 1), masters=masters, model=model)
        marks = "".join("d" if week in split.deloads else "L" for week in range(1, first + second + 1))
        if len(marks) > 5:
            assert max(map(len, marks.split("d"))) <= (3 if masters else 4)
            assert marks[first - 1] == "d"
        assert marks[-1] == "L"


# --- by name ----------------------------------------------------------------------------------------------------------


def brief(model="origin", **more):
    """A season of twenty weeks."""
    return pz.Brief(
        events=(EVENT,), start="20 weeks before", runs="Tue quality; Thu easy; Sun long", model=model, **more
    )


@pytest.mark.parametrize("ask", [pz.plan, lambda unknown: pz.check(attrs.evolve(pz.plan(brief()), brief=unknown))])
def test_an_unknown_model_is_one_clear_error(ask):
    """It says which there are, and the nearest."""
    with pytest.raises(DecodeError) as raised:
        ask(brief("evidance"))
    assert "/model: must be one of origin, evidence (got 'evidance'); maybe evidence" == str(raised.value)


def test_an_engine_knows_an_apps_models():
    """Beside the shipped ones; its plans are checked and explained in the same model."""
    engine = pz.Engine(models=[BLOCK])
    plan = engine.plan(brief("block"))
    assert ["endurance", "strength", "endurance", "strength", "taper", "transition"] == [
        item.phase.value for item in plan.mesocycles
    ]
    assert engine.check(plan).errors == engine.check(plan).warnings == ()
    assert engine.why(plan, plan.sessions[0]).candidates
    assert pz.loads(pz.dumps(plan)) == plan


@pytest.mark.parametrize("models", [[ORIGIN], [BLOCK, BLOCK], ["block"], "block", 3])
def test_models_of_an_engine_are_models_with_names_of_their_own(models):
    """Anything else is refused."""
    with pytest.raises(ConfigError):
        pz.Engine(models=models)


def test_a_plan_that_leaves_out_the_weeks_of_an_unknown_model_is_refused():
    """With whatever else is wrong; with weeks or mesocycles it is read."""
    head = {"format": "periodize/plan", "version": 1}
    lines = {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], "model": "own"}
    message = "must be a model of this library where weeks and mesocycles are left out"
    assert [("/brief/model", message)] == problems(lambda: pz.Plan.from_dict({**head, "brief": lines}))
    wrong = {**head, "brief": lines, "sessions": [{"date": "2027-01-05", "minutes": 0}]}
    assert ["/sessions/0/minutes", "/brief/model"] == [
        pointer for pointer, _ in problems(lambda: pz.Plan.from_dict(wrong))
    ]
    cycles = [{"phase": "strength", "start": "2027-01-04", "end": "2027-05-09"}]
    assert "own" == pz.Plan.from_dict({**head, "brief": lines, "mesocycles": cycles}).brief.model


def test_waves_of_weeks_are_told_by_the_model():
    """Power after maintenance begins a wave in the evidence model, and strength after endurance in the origin's."""
    phases = ("strength", "power", "maintenance", "strength")
    starts = [dt.date(2027, 1, 4) + dt.timedelta(weeks=n) for n in range(4)]
    weeks = [{"start": start.isoformat(), "phase": phase} for start, phase in zip(starts, phases, strict=True)]
    lines = {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], "model": "evidence"}
    plan = pz.Plan.from_dict({"format": "periodize/plan", "version": 1, "brief": lines, "weeks": weeks})
    assert [1, 1, 1, 2] == [item.wave for item in plan.mesocycles]
