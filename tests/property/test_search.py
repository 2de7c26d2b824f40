"""The exact search by itself, against the listing of every chain there is."""

from itertools import combinations, pairwise, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from periodize import _search
from periodize._search import Kind, Modes, Spot, Stage

CASES_A_SEED = 80
MOST_CHAINS = 500
CUT = 9
"""Bits of a cost below the price of dominance; the low parts of a case add up to less than 2 to this."""


# What the search says it does, stated anew: list all that can be picked in each stage, then all chains.


def every_option(stage):
    """Every set of spots that can be picked together, with the least that it costs by itself."""
    found = {}
    choices = [
        [picked for size in range(kind.picks + 1) for picked in combinations(kind.spots, size)] for kind in stage.kinds
    ]
    for parts in product(*choices):
        picked = [number for part in parts for number in part]
        if len(set(picked)) < len(picked):
            continue
        if any(stage.spots[one].forbids >> other & 1 for one in picked for other in picked if one != other):
            continue
        missed = sum(kind.miss * (kind.picks - len(part)) for kind, part in zip(stage.kinds, parts, strict=True))
        spots = tuple(sorted(picked))
        cost = missed + sum(stage.spots[number].cost for number in spots) + stage.whole(spots) + stage.late(spots)
        found[spots] = min(cost, found.get(spots, cost))
    return found


def marked(stage, spots, before, spots_before):
    """What the marks of a stage's spots cost: each bit once, whether it is raised here, before, or in both places."""
    raised = {bit for n in spots for bit in bits(stage.spots[n].raises)}
    raised |= {bit for n in spots_before for bit in bits(before.spots[n].raises_next)}
    open_to = {bit for n in spots for bit in bits(stage.spots[n].marks)}
    return sum(stage.prices[bit] for bit in raised & open_to)


def bits(number):
    """The positions of a number's bits."""
    return [position for position in range(number.bit_length()) if number >> position & 1]


def off_habit(stages, chain, modes):
    """What picks outside the best mode of each group cost: in stages that do not yield, and in those that do."""
    totals = [0, 0]
    for group in {stage.group for stage in stages}:
        choices = []
        for mode in modes[group].choices:
            outside = [0, 0]
            for stage, spots in zip(stages, chain, strict=True):
                if stage.group == group:
                    outside[stage.yields] += sum(stage.spots[n].bucket not in bits(mode) for n in spots)
            choices.append(outside)
        totals = [total + modes[group].off * count for total, count in zip(totals, min(choices), strict=True)]
    return totals


def best_by_listing(stages, modes):
    """The least cost of all chains, and of those with that cost the one whose keys come first, stage by stage.

    The low costs and the keys of stages that yield count after those of all others.
    """
    best = None
    for chain in product(*(every_option(stage).items() for stage in stages)):
        spots = [picked for picked, _ in chain]
        firm, yielding = off_habit(stages, spots, modes)
        forbidden = False
        for n, stage in enumerate(stages):
            before, spots_before = (stages[n - 1], spots[n - 1]) if n else (None, ())
            forbidden |= any(before.spots[one].forbids_next >> other & 1 for one in spots_before for other in spots[n])
            cost = chain[n][1] + marked(stage, spots[n], before, spots_before)
            low = cost % (1 << CUT) if stage.yields else 0
            firm, yielding = firm + cost - low, yielding + low
        keys = [sorted(stage.spots[n].key for n in picked) for stage, picked in zip(stages, spots, strict=True)]
        firm_keys = [listed for stage, listed in zip(stages, keys, strict=True) if not stage.yields]
        if not forbidden and (best is None or (firm, firm_keys, yielding, keys) < best):
            best = (firm, firm_keys, yielding, keys)
    return best[0], best[2], best[3]


# Random cases


def random_case(random):
    """A chain of 1 to 4 stages, of which no more than some hundred chains can be made."""
    while True:
        wide = random.random() < 0.3
        sizes = [random.randint(0, 6 if wide else 3) for _ in range(random.randint(1, 2 if wide else 4))]
        marks = [random.choice((0, 0, 1, 2, 4)) for _ in sizes]
        group, stages, lows = 0, [], random.choice((FLAT, (0,), (0, 0, 1, 2, 5)))
        for n, size in enumerate(sizes):
            following = (sizes[n + 1], marks[n + 1]) if n + 1 < len(sizes) else (0, 0)
            group += n > 0 and random.random() < 0.25
            stages.append(random_stage(random, size, marks[n], following, group, lows))
        modes = [
            Modes(tuple(random.randrange(8) for _ in range(random.randint(1, 4))), random.choice((0, 1, 3)))
            for _ in range(group + 1)
        ]
        chains = 1
        for stage in stages:
            chains *= len(every_option(stage))
        if chains <= MOST_CHAINS:
            return stages, modes


FLAT = ()
"""Low parts of a case in which all picks cost the same, so that keys and modes decide."""


def cost_of(random, most_high, lows):
    """A price of a high tier and a low one; often they are 0, so that chains are equally good."""
    if lows == FLAT:
        return 0
    return random.choice((0, 0, *range(most_high + 1))) * 2**CUT + random.choice(lows)


def some_bits(random, count, chance):
    """Some of so many bits."""
    return sum((random.random() < chance) << position for position in range(count))


def random_stage(random, size, marks, following, group, lows):
    """A stage of so many spots and mark bits before one that has some too."""
    chance, chance_next = random.choice((0, 0.2, 0.5)), random.choice((0, 0.2, 0.5))
    buckets = random.choice((1, 3))
    forbids = [0] * size
    for one, other in combinations(range(size), 2):
        if random.random() < chance:
            forbids[one] |= 1 << other
            forbids[other] |= 1 << one
    keys = random.sample(range(10), size)
    spots = tuple(
        Spot(
            cost_of(random, 2, lows),
            random.randrange(buckets),
            (keys[n] // 3, keys[n] % 3),
            forbids[n],
            some_bits(random, following[0], chance_next),
            some_bits(random, marks, 0.5),
            some_bits(random, marks, 0.3),
            some_bits(random, following[1], 0.3),
        )
        for n in range(size)
    )
    kinds, numbers = [], random.sample(range(size), size)
    for _ in range(random.randint(1, 3)):
        share = random.randint(0, len(numbers))
        among = numbers[:share] if random.random() < 0.8 else random.sample(range(size), share)
        numbers = numbers[share:]
        kinds.append(Kind(random.randint(0, 3), tuple(among), cost_of(random, 3, lows) if lows else 1 << CUT))
    whole, late = (
        [cost_of(random, 2, lows) if dear else 0 for _ in range(2**size)] for dear in random.choices((True, False), k=2)
    )
    common = cost_of(random, 1, lows)
    late = [common + more for more in late]
    prices = tuple(cost_of(random, 2, lows) for _ in range(marks))
    floor = random.choice((0, min(late)))
    yields = random.random() < 0.3
    return Stage(spots, tuple(kinds), table(whole), table(late), group, prices, floor, yields)


def table(costs):
    """A function that looks up what a set of spots costs, in whatever order they come."""
    return lambda spots: costs[sum(1 << n for n in spots)]


# Tests


@given(st.integers(0, 2**32 - 1))
def test_no_chain_is_better_or_earlier(seed):
    """The search finds the least cost of all chains and, of the chains with that cost, the earliest by their keys."""
    expected, actual = [], []
    for number in range(CASES_A_SEED):
        stages, modes = random_case(Random(seed * CASES_A_SEED + number))
        expected.append(best_by_listing(stages, modes))
        solution = _search.solve(stages, modes, CUT)
        actual.append((solution.cost, solution.yielding, [list(option.key) for option in solution.options]))
    assert expected == actual


@given(st.integers(0, 2**32 - 1))
def test_an_option_says_what_it_costs_by_itself(seed):
    """Every listed option costs what its spots, its own marks, and the functions of its stage say."""
    expected, actual = [], []
    for number in range(CASES_A_SEED // 6):
        stages, _ = random_case(Random(seed * CASES_A_SEED + number))
        for n, stage in enumerate(stages):
            costs = every_option(stage)
            for option in _search.options(stage, stages[n - 1] if n else None, CUT):
                spots = tuple(sorted(option.spots))
                expected.append((costs[spots] + marked(stage, spots, None, ()), sorted(option.key)))
                actual.append((option.cost, list(option.key)))
    assert expected == actual


@given(st.integers(0, 2**32 - 1), st.integers(0, 6))
def test_a_limit_keeps_what_is_cheaper(seed, high):
    """Chains of options below a limit that can stand together exist among the listed ones if there are any at all."""
    limit = high << CUT
    expected, actual = [], []
    for number in range(CASES_A_SEED // 6):
        stages, _ = random_case(Random(seed * CASES_A_SEED + number))
        every = [
            [spots for spots, cost in every_option(stage).items() if cost + marked(stage, spots, None, ()) < limit]
            for stage in stages
        ]
        listed = [
            [
                option.spots
                for option in _search.options(stage, stages[n - 1] if n else None, CUT, limit)
                if option.cost < limit
            ]
            for n, stage in enumerate(stages)
        ]
        expected.append(any(stand_together(stages, chain) for chain in product(*every)))
        actual.append(any(stand_together(stages, chain) for chain in product(*listed)))
    assert expected == actual


def stand_together(stages, chain):
    """Whether no spot forbids one of the next stage."""
    return not any(
        stage.spots[one].forbids_next >> other & 1
        for stage, (spots, following) in zip(stages[:-1], pairwise(chain), strict=True)
        for one in spots
        for other in following
    )


@given(st.integers(0, 2**32 - 1))
def test_the_order_in_which_spots_are_told_changes_nothing(seed):
    """Kinds and their spots in another order give the same chain."""
    random = Random(seed)
    stages, modes = random_case(random)
    mixed = [
        stage._replace(
            kinds=tuple(
                kind._replace(spots=tuple(random.sample(kind.spots, len(kind.spots))))
                for kind in random.sample(stage.kinds, len(stage.kinds))
            )
        )
        for stage in stages
    ]
    expected, actual = _search.solve(stages, modes, CUT), _search.solve(mixed, modes, CUT)
    assert (expected.cost, [option.key for option in expected.options]) == (
        actual.cost,
        [option.key for option in actual.options],
    )


def test_no_stage_costs_nothing():
    """A chain without a stage is empty and free."""
    assert _search.solve((), (), CUT) == _search.Solution(0, 0, ())


@pytest.mark.parametrize(("off", "expected"), [(0, 7 << CUT), (1, (7 << CUT) + 104)])
def test_a_long_chain_is_as_quick_as_it_is_long(off, expected):
    """A thousand alike stages, more than any listing can hold, cost the sum of what they cost alone."""
    spots = (Spot(0, 0, (0,), forbids_next=0b1), Spot(0, 1, (1,), forbids_next=0b10))
    stage = Stage(spots, (Kind(1, (0, 1), 1 << CUT),), lambda _: 0, lambda _: 0, 0)
    dear = stage._replace(whole=lambda _: 1 << CUT)
    stages = [dear if n % 30 == 0 else stage for n in range(209)]
    assert expected == _search.solve(stages, (Modes((0b01, 0b10), off),), CUT).cost


def test_a_stage_with_too_many_options_is_refused():
    """A stage that cannot be listed within the steps raises an error and does not hang."""
    spots = tuple(Spot(0, 0, (n,), forbids_next=1 << n) for n in range(40))
    stage = Stage(spots, (Kind(8, tuple(range(40)), 1 << CUT),), lambda _: 0, lambda _: 0, 0)
    with pytest.raises(_search.OutOfStepsError):
        _search.solve((stage,), (Modes((1,), 1),), CUT)


def one_of(count, cost):
    """A stage of so many spots, of which one is picked, each felt by the next stage in a way of its own."""
    spots = tuple(Spot(cost(n) << CUT, n % 7, (n,), forbids_next=1 << n) for n in range(count))
    return Stage(spots, (Kind(1, tuple(range(count)), 1 << 3 * CUT),), lambda _: 0, lambda _: 0, 0)


def test_a_stage_with_too_many_borders_is_refused():
    """Options of which none stands for another are compared within the steps only."""
    with pytest.raises(_search.OutOfStepsError):
        _search.options(one_of(2_100, cost=lambda n: n), None, CUT)


def test_stages_with_too_many_borders_are_refused():
    """Borders are joined within the steps only."""
    stages = [one_of(850, cost=lambda n: 0)] * 2
    with pytest.raises(_search.OutOfStepsError):
        _search.solve(stages, (Modes(tuple(range(1, 71)), 1),), CUT)
