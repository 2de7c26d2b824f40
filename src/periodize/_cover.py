"""The cheapest choice of one option for each place that together has as many of the wanted features as can be had.

Exact, and without a word of the domain: an item may be taken once in a group of places, and taking it again in another
group costs more.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeAlias

import attrs

Cost: TypeAlias = tuple[int, ...]


@attrs.frozen
class Option:
    """What can be taken for a place.

    Attributes:
        item: what is taken; None leaves the place empty.
        features: what it has, as the bits of a number.
        cost: compared in order; all options of a search have costs of one length.
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
    return _Search(places, wanted, again).best()


class _Search:
    """Depth first, with a bound: what is left costs at least the cheapest option of each place."""

    def __init__(self, places: Sequence[Place], wanted: int, again: Cost) -> None:
        self.places = places
        self.wanted = wanted
        self.again = again
        self.free = (0,) * len(again)
        self.options = _worth_trying(places, wanted)
        counts: dict[Hashable, int] = {}
        for options in self.options:
            for item in {option.item for option in options}:
                counts[item] = counts.get(item, 0) + 1
        self.contested = {item for item, count in counts.items() if count > 1 and item is not None}
        self.least = [self.free]
        self.reach = [0]
        for options in reversed(self.options):
            self.least.append(_plus(self.least[-1], min(option.cost for option in options)))
            union = self.reach[-1]
            for option in options:
                union |= option.features
            self.reach.append(union)
        self.least.reverse()
        self.reach.reverse()
        self.found: tuple[Option, ...] | None = None
        self.bound: tuple[int, Cost] | None = None
        self.seen: dict[tuple[int, int, frozenset[tuple[int, Hashable]]], Cost] = {}

    def best(self) -> tuple[Option, ...] | None:
        self._fill(0, 0, self.free, frozenset(), [])
        return self.found

    def _fill(
        self, index: int, covered: int, cost: Cost, taken: frozenset[tuple[int, Hashable]], chosen: list[Option]
    ) -> None:
        missing = (self.wanted & ~(covered | self.reach[index])).bit_count()
        bound = (missing, _plus(cost, self.least[index]))
        if self.bound is not None and bound >= self.bound:
            return
        if index == len(self.places):
            self.bound, self.found = bound, tuple(chosen)
            return
        state = (index, covered & self.wanted, taken)
        if state in self.seen and self.seen[state] <= cost:
            return
        self.seen[state] = cost
        group = self.places[index].group
        for option in self.options[index]:
            now, price = taken, _plus(cost, option.cost)
            if option.item in self.contested:
                if (group, option.item) in taken:
                    continue
                if any(item == option.item for _, item in taken):
                    price = _plus(price, self.again)
                now = taken | {(group, option.item)}
            chosen.append(option)
            self._fill(index + 1, covered | option.features, price, now, chosen)
            chosen.pop()


def _plus(one: Cost, two: Cost) -> Cost:
    return tuple(map(int.__add__, one, two))


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
        for option in sorted(place.options, key=lambda option: option.cost):
            features = option.features & wanted
            better = [other for other in worth if features & ~other.features == 0]
            others = 0
            for other in better:
                others |= takers[other.item] & ~(1 << index)
            if len(better) <= others.bit_count():
                worth.append(option)
        kept.append(worth)
    return kept
