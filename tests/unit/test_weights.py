"""What a 1RM and repetitions say of each other, and which weights can be put together."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import periodize as pz
from periodize._evidence import _load as numbers
from periodize._weights import Rack, in_kg, in_pounds, percent_at

VECTORS = {  # of 100 kg for 1, 5, 10 and 15 repetitions, worked out by hand from the published formulas
    "epley": (103.33, 116.67, 133.33, 150.00),
    "brzycki": (100.00, 112.50, 133.33, 163.64),
    "lombardi": (100.00, 117.46, 125.89, 131.10),
    "oconner": (102.50, 112.50, 125.00, 137.50),
    "lander": (101.39, 113.71, 134.07, 163.31),
    "mayhew": (108.86, 119.01, 130.93, 141.72),
    "wathan": (101.30, 116.58, 134.75, 150.91),
}
REPS = (1, 5, 10, 15)
TOOLS = ("barbell", "dumbbell", "kettlebell", "machine", "cable")
plates = st.lists(st.integers(1, 100).map(lambda quarters: quarters / 4), max_size=4, unique=True).map(tuple)
racks = st.builds(Rack, plates, st.booleans())


# --- estimating -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formula", pz.Formula)
def test_each_formula_meets_its_vectors_to_the_cent(formula):
    """As worked out by hand."""
    assert VECTORS[formula] == tuple(round(pz.one_rep_max(100, reps, formula=formula).kg, 2) for reps in REPS)


def test_two_formulas_meet_at_ten_repetitions():
    """Those of Brzycki and Epley."""
    assert pz.one_rep_max(87, 10, formula="brzycki").kg == pytest.approx(pz.one_rep_max(87, 10, formula="epley").kg)


def test_more_than_ten_repetitions_are_flagged():
    """Ten are not."""
    assert [True, False] == [pz.one_rep_max(60, reps).reliable for reps in (10, 11)]
    assert "100.8 (wathan" in str(pz.one_rep_max(66.8, 15))
    assert "unreliable: more than 10 repetitions" in str(pz.one_rep_max(60, 15))


def test_the_formulas_part_ways_as_repetitions_grow():
    """At fifteen they lie a quarter apart."""
    spreads = [
        (found.highest - found.lowest) / found.lowest for found in (pz.one_rep_max(100, 5), pz.one_rep_max(100, 15))
    ]
    assert [0.06, 0.25] == [round(spread, 2) for spread in spreads]


def test_repetitions_in_reserve_count_as_done():
    """Five with two in reserve say what seven to failure say."""
    assert pz.one_rep_max(100, 7) == pz.one_rep_max(100, 5, rir=2)


@pytest.mark.parametrize(
    ("facts", "pointer"),
    [
        ({"kg": 0}, "/kg"),
        ({"kg": float("nan")}, "/kg"),
        ({"reps": 0}, "/reps"),
        ({"reps": 21}, "/reps"),
        ({"reps": 5.5}, "/reps"),
        ({"rir": 6}, "/rir"),
        ({"reps": 18, "rir": 3}, "/rir"),
        ({"formula": "epely"}, "/formula"),
    ],
)
def test_what_no_estimate_can_be_made_from_is_refused(facts, pointer):
    """At its place."""
    with pytest.raises(pz.DecodeError) as raised:
        pz.one_rep_max(**{"kg": 100, "reps": 5} | facts)
    assert [pointer] == [problem.pointer for problem in raised.value.problems]


# --- the table of repetitions and reserve -----------------------------------------------------------------------------


def test_repetitions_and_reserve_weigh_the_same():
    """Along each diagonal of the table of repetitions and effort stands one number."""
    by_sum = {}
    for reps, effort in product(range(1, 13), (6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10)):
        by_sum.setdefault(reps + (10 - effort), set()).add(percent_at(reps + (10 - effort)))
    assert {1} == {len(found) for found in by_sum.values()}
    assert 68.0 == percent_at(10 + 2)  # where copies of the table have a slip


def test_the_table_is_the_one_that_lifters_use():
    """From 1 to 12, and halves between."""
    assert numbers.EFFORT_PERCENT.value == tuple(percent_at(effort) for effort in range(1, 13))
    assert [97.75, 69.35] == [round(percent_at(effort), 2) for effort in (1.5, 11.5)]


@given(st.floats(0, 60), st.floats(0, 60))
def test_more_repetitions_are_never_heavier(one, two):
    """Not beyond the table either."""
    assert percent_at(min(one, two)) >= percent_at(max(one, two)) > 0


def test_beyond_the_table_nothing_jumps():
    """Its last number leads on."""
    assert percent_at(12.001) == pytest.approx(68.0, abs=0.01)


# --- weights that there are -------------------------------------------------------------------------------------------


def can_be_put_together(rack, tool, kg):
    """Whether a weight exists, by trying all plates again."""
    unit = numbers.POUND.value if rack.pounds else 1
    weights = numbers.WEIGHTS.value["lb" if rack.pounds else "kg"]
    if tool != "barbell":
        steps = kg / unit / getattr(weights, tool)
        return abs(steps - round(steps)) < 0.01 and steps > 0.5
    quarters = round((kg / unit - weights.bar) / 2 * 4)
    reached = {0}
    for _ in range(max(quarters, 0)):
        reached |= {
            done + round(plate * 4) for done in reached for plate in rack.plates if done + plate * 4 <= quarters
        }
        if quarters in reached:
            break
    return quarters in reached


@given(racks, st.sampled_from(TOOLS), st.floats(0.5, 90))
def test_a_weight_is_one_that_can_be_put_together(rack, tool, kg):
    """At most or at least what was asked for."""
    below, above = rack.at_most(tool, kg), rack.at_least(tool, kg)
    assert below is None or (below <= kg and can_be_put_together(rack, tool, below))
    assert above is None or (above >= kg and can_be_put_together(rack, tool, above))


@given(racks, st.sampled_from(TOOLS), st.floats(0.5, 200), st.floats(0.5, 200))
def test_a_heavier_wish_is_never_met_by_a_lighter_weight(rack, tool, one, two):
    """So that loads rise with what is prescribed."""
    light, heavy = (rack.at_most(tool, kg) or 0 for kg in sorted((one, two)))
    assert light <= heavy


@pytest.mark.parametrize(
    ("rack", "tool", "kg", "expected"),
    [
        (Rack(), "barbell", 19.9, (None, 20)),
        (Rack(), "barbell", 20, (20, 20)),
        (Rack(), "barbell", 61, (60, 62.5)),
        (Rack((20,)), "barbell", 61, (60, 100)),
        (Rack((15, 10)), "barbell", 69, (60, 70)),
        (Rack(()), "barbell", 61, (20, None)),
        (Rack(), "dumbbell", 1.9, (None, 2)),
        (Rack(), "dumbbell", 13, (12, 14)),
        (Rack(), "kettlebell", 13, (12, 16)),
        (Rack((2.5, 45), pounds=True), "barbell", 61.5, (61.23, 63.5)),
        (Rack((2.5, 45), pounds=True), "dumbbell", 12, (11.34, 13.61)),
    ],
)
def test_the_nearest_weights(rack, tool, kg, expected):
    """Below and above."""
    assert expected == (rack.at_most(tool, kg), rack.at_least(tool, kg))


def test_pounds_there_and_back():
    """To the tenth of a pound."""
    assert [45.0, 135.0, 227.5] == [in_pounds(in_kg(f"{pounds} lb")) for pounds in (45, 135, 227.5)]
    assert ["5 stone", None, 80] == [in_kg(odd) for odd in ("5 stone", None, 80)]
