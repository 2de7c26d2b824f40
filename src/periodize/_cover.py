"""The cheapest choice of one option for each place that together has as many of the wanted features as can be had.

Exact, and without a word of the domain: an item may be taken once in a group of places, and taking it again in another
group costs more.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

import attrs

Cost: TypeAlias = tuple[int, ...]


@attrs.frozen
class Option:
    """What can be taken for a place.

    Attributes:
        item: what is taken; None leaves the place empty.
        features: what it has, as the bits of a number.
        cost: numbers of 0 or more, compared in order; all options of a search have costs of one length.
    """

    item: Hashable
    features: int
    cost: Cost


@attrs.frozen
class Place:
    """A place to be filled.

    Attributes:
        group: in which no item is taken twice.
        options: at least one; of those that cost the same the earlier one is taken.
    """

    group: int
    options: tuple[Option, ...]


def cover(places: Sequence[Place], wanted: int, again: Cost) -> tuple[Option, ...] | None:
    """Return an option for each place; None where items that may not be taken twice leave a place none.

    As few wanted features as can be are missing; then the sum of the costs is smallest, `again` added for each item
    that an earlier place of another group has taken; then the first places have their cheapest options.
    """
    if not places:
        return ()
    return _cheapest(places, wanted) or _Search(places, wanted, again).best()


def _cheapest(places: Sequence[Place], wanted: int) -> tuple[Option, ...] | None:
    """Return each place's cheapest option where nothing is better than they are together."""
    chosen = tuple(min(place.options, key=_cost) for place in places)
    items = [option.item for option in chosen if option.item is not None]
    if len(set(items)) < len(items):
        return None
    covered = _features(chosen)
    reach = _features(option for place in places for option in place.options)
    return chosen if wanted & reach & ~covered == 0 else None


def _cost(option: Option) -> Cost:
    return option.cost


def _features(options: Iterable[Option]) -> int:
    found = 0
    for option in options:
        found |= option.features
    return found


class _Search:
    """Depth first, with a bound: what is left costs at least the cheapest option of each place.

    Costs are compared and added as single numbers, with room enough for the sum of all places in each of their parts;
    items that several places want are the bits of a number, one for each group.
    """

    def __init__(self, places: Sequence[Place], wanted: int, again: Cost) -> None:
        self.wanted = wanted
        costs = [again, *(option.cost for place in places for option in place.options)]
        self.widths = [(2 * len(places) * max(parts)).bit_length() for parts in zip(*costs, strict=True)]
        self.again = self._packed(again)
        worth = _worth_trying(places, wanted)
        bits = _contested(places, worth)
        self.options = []
        self.least, self.reach = [0], [0]
        for place, options in zip(places, worth, strict=True):
            found = []
            for option in options:
                anywhere = bits.get(option.item, {})
                own = anywhere.get(place.group, 0)
                found.append((option, option.features, self._packed(option.cost), own, sum(anywhere.values())))
            self.options.append(found)
        for found in reversed(self.options):
            self.least.append(self.least[-1] + found[0][2])
            union = self.reach[-1]
            for _, features, _, _, _ in found:
                union |= features
            self.reach.append(union)
        self.least.reverse()
        self.reach.reverse()
        self.found: tuple[Option, ...] | None = None
        self.bound: tuple[int, int] | None = None
        self.seen: dict[tuple[int, int, int], int] = {}

    def best(self) -> tuple[Option, ...] | None:
        self._fill(0, 0, 0, 0, [])
        return self.found

    def _packed(self, cost: Cost) -> int:
        packed = 0
        for part, width in zip(cost, self.widths, strict=True):
            packed = packed << width | part
        return packed

    def _fill(self, index: int, covered: int, cost: int, taken: int, chosen: list[Option]) -> None:
        missing = (self.wanted & ~(covered | self.reach[index])).bit_count()
        bound = (missing, cost + self.least[index])
        if self.bound is not None and bound >= self.bound:
            return
        if index == len(self.options):
            self.bound, self.found = bound, tuple(chosen)
            return
        state = (index, covered & self.wanted, taken)
        if self.seen.get(state, cost + 1) <= cost:
            return
        self.seen[state] = cost
        for option, features, price, own, anywhere in self.options[index]:
            if taken & own:
                continue
            now = cost + price + (self.again if taken & anywhere else 0)
            chosen.append(option)
            self._fill(index + 1, covered | features, now, taken | own, chosen)
            chosen.pop()


def _contested(places: Sequence[Place], worth: Sequence[Sequence[Option]]) -> dict[Hashable, dict[int, int]]:
    """Give each item that several places want a bit for each group."""
    groups: dict[Hashable, list[int]] = {}
    for place, options in zip(places, worth, strict=True):
        for item in dict.fromkeys(option.item for option in options if option.item is not None):
            groups.setdefault(item, []).append(place.group)
    bits: dict[Hashable, dict[int, int]] = {}
    bit = 1
    for item, wanting in groups.items():
        if len(wanting) > 1:
            bits[item] = {}
            for group in dict.fromkeys(wanting):
                bits[item][group] = bit
                bit <<= 1
    return bits


def _worth_trying(places: Sequence[Place], wanted: int) -> list[list[Option]]:
    """Order each place's options by cost and leave out those that are never needed.

    That is an option where more cheaper ones have all that it has than there are other places to take them away.
    """
    takers: dict[Hashable, int] = {}
    for index, place in enumerate(places):
        for option in place.options:
            takers[option.item] = takers.get(option.item, 0) | 1 << index
    takers[None] = 0
    kept = []
    for index, place in enumerate(places):
        worth: list[Option] = []
        has: list[tuple[int, int]] = []  # what each of them has, and who else may take it away
        for option in sorted(place.options, key=_cost):
            features = option.features & wanted
            better = others = 0
            for other, takers_of in has:
                if features & ~other == 0:
                    better += 1
                    others |= takers_of
            if better <= others.bit_count():
                worth.append(option)
                has.append((features, takers[option.item] & ~(1 << index)))
        kept.append(worth)
    return kept
