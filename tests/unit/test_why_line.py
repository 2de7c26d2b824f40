"""Why a line is what it is: a ground for exercise, sets, load, tempo and pause, with sources, of any plan."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import periodize as pz
from periodize import cli
from periodize._evidence import SOURCES

ENGINE = pz.Engine()
GYM = tuple(pz.Equipment)
RUNS = "Tue 07:00 quality; Thu 07:00 easy; Sun 08:00 long"


def season(dose: str = "2 full", **athlete: Any) -> pz.Plan:
    """Plan 20 weeks to a marathon."""
    return ENGINE.plan(
        pz.Brief(
            events=(pz.Event("Marathon", "2027-05-02", distance_km=42.195),),
            start="20 weeks before",
            runs=RUNS,
            dose=dose,
            athlete=pz.Athlete(**{"level": "intermediate", "equipment": GYM} | athlete),
        )
    )


def grounds(plan: pz.Plan, line: pz.Prescription) -> dict[str, pz.Ground]:
    """Return what a line rests on by part."""
    return {ground.part: ground for ground in ENGINE.why(plan, line).grounds}


def line_of(plan: pz.Plan, phase: str, exercise: str = "back_squat", **facts: Any) -> pz.Prescription:
    """Return the first line of an exercise in a phase, after its first week where there are more."""
    for week in reversed(plan.weeks):
        for session in week.sessions:
            if session.phase == phase and week.deload == facts.get("deload", False):
                for line in session.exercises:
                    if line.exercise == exercise:
                        return line
    pytest.fail("no such line")


@pytest.mark.parametrize(
    ("age", "dose", "emphasis"),
    [(16, "2 full", "performance"), (None, "4 mini", "injury_prevention"), (70, "3 full", "performance")],
)
def test_every_line_of_a_season_has_its_grounds(age: int | None, dose: str, emphasis: str) -> None:
    """Exercise, sets and pause, load and tempo where it has one; each number with its grade, each source known."""
    plan = season(dose, age=age, emphasis=emphasis, one_rm={"back_squat": 100, "kettlebell_swing": 40})
    for line in {line for session in plan.sessions for line in session.exercises}:
        found = grounds(plan, line)
        given = [part for part, value in (("load", line.load), ("tempo", line.tempo)) if value is not None]
        assert ["exercise", "sets", *given, "pause"] == [*found]
        assert all(ground.grade for part, ground in found.items() if part != "exercise")
        assert all(key in SOURCES for ground in found.values() for key in ground.sources)


def test_kilograms_are_told_from_the_1rm() -> None:
    """With the share, and what it is rounded to."""
    plan = season(one_rm={"back_squat": 100})
    line = line_of(plan, "strength")
    assert f"{line.load.max:g} kg is" in grounds(plan, line)["load"].says
    assert "of the 1RM of 100 kg, rounded to the weights there are" in grounds(plan, line)["load"].says
    assert "25 repetitions and 3 in reserve" in grounds(plan, line_of(plan, "endurance"))["load"].says


def test_without_a_1rm_the_reserve_tells_it() -> None:
    """And says that the 1RM is not known."""
    plan = season()
    says = grounds(plan, line_of(plan, "strength"))["load"].says
    assert "a weight that leaves 2 repetitions in reserve, about 79 % of the 1RM; the brief says no 1RM of it" in says


def test_it_names_what_could_stand_in_its_place() -> None:
    """Which the athlete can do and does not avoid."""
    plan = season(avoid=["front_squat"])
    told = pz.why(plan, line_of(plan, "strength"))
    assert told.others[0] == "Goblet squat"
    assert "Front squat" not in told.others
    assert "in its place could stand Goblet squat" in str(told)


def test_on_the_floor_a_harder_form_stands_for_more_weight() -> None:
    """And what nothing can replace names no other."""
    plan = season(level="novice", equipment=(), avoid=["cobra", "cow"])
    big = next(line for item in plan.sessions if item.phase == "strength" for line in item.exercises)
    assert "without a weight or machine" in grounds(plan, big)["sets"].says
    assert "harder forms come before more repetitions" in grounds(plan, big)["load"].says
    assert "slower way down" in grounds(plan, big)["tempo"].says
    assert () == ENGINE.why(plan, line_of(plan, "strength", "superman")).others


def test_a_deload_says_so() -> None:
    """With the size of the cut."""
    plan = season()
    assert "a deload: 33-50 % fewer sets" in grounds(plan, line_of(plan, "strength", deload=True))["sets"].says


def test_it_prints_line_by_line() -> None:
    """What it is, then why."""
    plan = season()
    told = pz.why(plan, line_of(plan, "strength"))
    head, exercise, sets, load, tempo, pause = str(told).splitlines()
    assert head.endswith(": Back squat, 3 x 6")
    assert exercise.startswith("  exercise: it trains knee extension, hip extension; there is barbell for it")
    assert "(moderate: Ratamess" in sets
    assert load.startswith("  load: ")
    assert tempo.startswith(
        "  tempo: 2-0-1-1: 2 s down, 1 s up, 1 s still; time under tension has no consistent effect"
    )
    assert pause.startswith("  pause: 150 s after each set")


COACH = {
    "format": "periodize/plan",
    "version": 1,
    "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}]},
    "sessions": [
        {
            "date": "2027-01-19",
            "id": "mine/1",
            "exercises": [
                {"exercise": "sled_drag", "reps": {"min": 5, "max": 5}, "load": {"kind": "rpe", "min": 7, "max": 8}},
                {"exercise": "back_squat", "sets": 2, "hold_seconds": 5, "load": {"kind": "kg", "min": 60, "max": 60}},
                {"exercise": "push_up", "role": "retention", "tempo": "5-1-1-0"},
                {"exercise": "push_up", "tempo": "1-0-X-0"},
            ],
        }
    ],
}


def test_a_coachs_plan_is_explained_too() -> None:
    """What is not known is said not to be."""
    plan = pz.Plan.from_dict(COACH)
    unknown, missing, kept, fast = (grounds(plan, line) for line in plan.sessions[0].exercises)
    assert "the catalogue does not know it" in unknown["exercise"].says
    assert "7 to 8, rpe, as the plan says" in unknown["load"].says
    assert "it needs equipment that is not there" in missing["exercise"].says
    assert "60, kg, as the plan says" in missing["load"].says
    assert "one heavy line a week" in kept["sets"].says
    assert "5-1-1-0: 5 s down, 1 s still, 1 s up, as the plan says" == kept["tempo"].says
    assert "1-0-X-0: 1 s down, up as fast as can be; the intent to be fast" in fast["tempo"].says


def test_a_line_of_no_session_is_refused() -> None:
    """It stands nowhere."""
    plan = pz.Plan.from_dict(COACH)
    with pytest.raises(pz.UnknownSessionError, match="no line back_squat like this one"):
        pz.why(plan, attrs.evolve(plan.sessions[0].exercises[1], sets=9))


def test_an_equal_line_will_do() -> None:
    """Of the first session that has one."""
    plan = pz.Plan.from_dict(COACH)
    assert "mine/1" == pz.why(plan, attrs.evolve(plan.sessions[0].exercises[1])).session.id


@pytest.mark.parametrize(("asked", "head"), [("mine/1/2", "mine/1: Back squat, 2 x 5 s"), ("mine/1", "mine/1 on Tue")])
def test_the_command_line_takes_a_line_by_its_number(
    asked: str, head: str, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a slash, which an id may hold itself."""
    file = tmp_path / "plan.json"
    file.write_text(pz.dumps(pz.Plan.from_dict(COACH)), encoding="utf-8")
    assert 0 == cli.main(["why", str(file), asked])
    assert capsys.readouterr().out.startswith(head)


# --- an app's own exercises -----------------------------------------------------------------------------------------------

SLED = """
[sled_push]
name = "Sled push"
movements = ["hip_extension", "knee_extension"]
slots = ["squat"]
kind = "multi_joint"
equipment = [["machine"]]
parts = ["legs"]
easier = "machine_leg_press"
rank = 1
cue = "Push the floor away."
"""


def test_an_apps_exercise_is_prescribed() -> None:
    """Where it ranks first; its links lead into what was known."""
    engine = pz.Engine(catalogue=pz.Catalogue.default().plus(SLED))
    brief = season().brief
    assert "sled_push" in {line.exercise for session in engine.plan(brief).sessions for line in session.exercises}


def test_an_exercise_of_a_known_slug_takes_its_place() -> None:
    """The others stay, in their order."""
    one = pz.Catalogue.default()
    two = one.plus(SLED.replace("[sled_push]", "[plank]"))
    assert ("Plank", "Sled push") == (one["plank"].name, two["plank"].name)
    assert set(one) == set(two)
    assert two == two.plus("")


def test_a_link_to_nowhere_is_refused() -> None:
    """With what may be meant."""
    with pytest.raises(pz.DecodeError, match="maybe machine_leg_press"):
        pz.Catalogue.default().plus(SLED.replace("machine_leg_press", "machine_leg_pres"))
    with pytest.raises(pz.DecodeError, match="is not TOML"):
        pz.Catalogue.default().plus("[")
