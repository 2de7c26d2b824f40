"""What a repair by all rules does about each rule's own examples, read and found right.

A rule that is missing here proposes nothing and gains nothing from moves, or nobody has looked at it yet.
"""

import pytest

import periodize as pz

UNSAFE = "unsafe: "
DONE = {
    ("PZ106", "a session in the year before"): [UNSAFE + "move w0-1 to Mon 2027-01-04 18:00"],
    ("PZ107", "a session that calls itself power in adaptation"): ["set phase adaptation of w1-1"],
    ("PZ301", "a lift at 06:00, the run at 07:00"): ["move w1-1 to Tue 2027-01-05 18:00"],
    ("PZ302", "whole-body sessions on Tuesday and Wednesday"): ["move w1-2 to Thu 2027-01-07 18:00"],
    ("PZ303", "a lift that begins during the run"): ["move w1-1 to Tue 2027-01-05 18:00"],
    ("PZ304", "a Tuesday, open are Mondays"): ["move w1-1 to Mon 2027-01-04 18:00"],
    ("PZ305", "two on a day"): ["move w1-2 to Mon 2027-01-04 18:00"],
    ("PZ306", "half an hour after the first began"): [],  # PZ305 says more
    ("PZ307", "an hour later"): ["move w1-1 to Tue 2027-01-05 18:00"],
    ("PZ311", "the evening before a long run"): ["move w1-1 to Fri 2027-01-08 18:00"],
    ("PZ312", "six runs, a lift on the seventh day"): ["move w1-1 to Tue 2027-01-05 18:00"],
    ("PZ321", "06:00 on the eve"): ["move w1-1 to Fri 2027-01-08 18:00"],
    ("PZ322", "the day after two hours"): ["move w2-1 to Tue 2027-01-12 18:00"],
    ("PZ323", "straight after the run"): ["move w4-1 to Tue 2027-01-26 18:00"],
    ("PZ324", "the day after a ride"): ["move w1-1 to Wed 2027-01-06 18:00"],
    ("PZ401", "8 to 10 repetitions"): ["set reps 15 of w15-1 exercises[0]"],
    ("PZ402", "20 in the strength phase"): ["set reps 12 of w4-1 exercises[0]"],
    ("PZ402", "ten jumps"): ["set reps 6 of w12-1 exercises[0]"],
    ("PZ403", "eight at 90 %"): ["set load percent_1rm 78.6 of w4-1 exercises[0]"],
    ("PZ403", "15 at 80 %"): ["set load percent_1rm 67 of w15-1 exercises[0]"],
    ("PZ404", "30 s in the strength phase"): ["set rest_seconds 120 of w4-1 exercises[0]"],
    ("PZ404", "three minutes in the endurance phase"): ["set rest_seconds 90 of w15-1 exercises[0]"],
    ("PZ405", "no repetition in reserve"): ["set load rir 1 of w4-1 exercises[0]"],
    ("PZ407", "trunk work first"): ["set exercises (exercise_2, exercise_1) of w4-1"],
    ("PZ501", "a back squat with nothing but a floor"): [
        "set exercise bodyweight_squat, load none, movements (knee_extension, hip_extension), per_side False of w3-1 exercises[0]"
    ],
    ("PZ701", "on the race's day"): ["move w18-1 to Sat 2027-05-08 18:00"],
    ("PZ702", "heavy, two days before"): ["move w18-1 to Thu 2027-05-06 18:00"],
    ("PZ703", "heavy, five days before"): [UNSAFE + "move w18-1 to Sun 2027-05-02 18:00"],
    ("PZ704", "light legs on the eve"): ["move w18-1 to Tue 2027-05-04 18:00"],
    ("PZ705", "two days before"): ["move w8-1 to Thu 2027-02-25 18:00"],
}


@pytest.mark.parametrize(("code", "says"), DONE, ids=[" ".join(place) for place in DONE])
def test_what_is_done_about_an_example(code: str, says: str) -> None:
    """The repairs that answer the rule's own finding, none of them at the cost of an error."""
    (example,) = (example for example in pz.RuleSet.default()[code].meta.examples if example.says == says)
    result = pz.repair(pz.Plan.from_dict(example.plan), unsafe=True)
    done = [item for item in result.applied if item.finding.code == code]
    words = [f"{UNSAFE if item.repair.grade is pz.Grade.UNSAFE else ''}{item.repair}" for item in done]
    assert DONE[code, says] == words
