"""The cheapest choice that covers what can be covered, against all choices there are."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from periodize._cover import Option, Place, cover

ITEMS = "abcdef"
WANTED = 0b1111
AGAIN = (0, 3)


@st.composite
def places(draw):
    """Up to four places in two groups with up to five options each; some may stay empty."""
    features = {item: draw(st.integers(0, WANTED)) for item in ITEMS}
    drawn = []
    for _ in range(draw(st.integers(0, 4))):
        items = draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4, unique=True))
        options = [Option(item, features[item], draw(costs)) for item in items]
        if draw(st.booleans()):
            options.append(Option(None, 0, (5, 0)))
        drawn.append(Place(draw(st.integers(0, 1)), tuple(options)))
    return drawn


costs = st.tuples(st.integers(0, 1), st.integers(0, 4))


def price(drawn, chosen):
    """Return how many features a choice lacks and what it costs; None where an item stands twice in a group."""
    taken = []
    covered = first = second = 0
    for place, option in zip(drawn, chosen, strict=True):
        if option.item is not None:
            if (place.group, option.item) in taken:
                return None
            if any(item == option.item for _, item in taken):
                first, second = first + AGAIN[0], second + AGAIN[1]
            taken.append((place.group, option.item))
        covered |= option.features
        first, second = first + option.cost[0], second + option.cost[1]
    return ((WANTED & ~covered).bit_count(), first, second)


@given(places())
def test_no_choice_is_better(drawn):
    """As trying all of them shows."""
    prices = [price(drawn, chosen) for chosen in product(*(place.options for place in drawn))]
    expected = min((found for found in prices if found is not None), default=None)
    chosen = cover(drawn, WANTED, AGAIN)
    assert expected == (None if chosen is None else price(drawn, chosen))


@given(places())
def test_the_same_places_have_the_same_choice(drawn):
    """Whatever stood before."""
    assert cover(drawn, WANTED, AGAIN) == cover(list(drawn), WANTED, AGAIN)


def test_of_equal_choices_the_first_is_taken():
    """In the order of the options."""
    options = tuple(Option(item, 1, (0, 0)) for item in "ba")
    assert "b" == cover([Place(0, options)], 1, AGAIN)[0].item
