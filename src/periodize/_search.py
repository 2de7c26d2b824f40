"""Exact search over a chain of stages. It knows numbers only.

A *stage* holds *spots*. From each of its *kinds* some spots are picked, or fewer at a price. What is picked in a stage
is an *option*. Costs are whole numbers that add up; a caller packs a lexicographic objective into one number. Beyond
the costs of spots, an option costs what the stage's `whole` and `late` functions say.

Stages are coupled in two ways. Spots of neighbouring stages may forbid each other, or raise *marks*: priced bits of a
spot, each counted once however many spots raise it. And the stages of a *group* share a *mode*, a set of buckets that
is chosen freely for the group: each pick outside its mode's buckets costs one `off`.

Costs have a high and a low part, split at the `cut`; the price of `off` is low. The low part of a stage that *yields*,
and its ties, count only after those of all the others, so that it never moves a pick of theirs for its own low costs.

`solve` is exact, within a stated number of steps: options are listed depth first with bounds, reduced by dominance,
then joined by dynamic programming from the last stage to the first; a walk forward takes, among the best, the option
with the smallest key at each stage. Stages that yield are chosen in a second join, when the others are fixed.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


MOST_STEPS = 250_000
"""How many steps the listing of one stage may take; more is `OutOfStepsError`, never a hang."""


MOST_COMPARED = 2_000_000
"""How many pairs of an option and a border may be compared in one stage; more is `OutOfStepsError` too."""

MOST_JOINED = 50_000_000
"""How many triples of a mode and two borders that meet a chain may have; more is `OutOfStepsError` too."""


class OutOfStepsError(Exception):
    """There are more options than can be listed, or more borders than can be joined."""


class Spot(NamedTuple):
    """Where a pick of a stage can go.

    Attributes:
        cost: of picking it.
        bucket: which bucket of a mode it lies in.
        key: its place in the order of ties.
        forbids: spots of the same stage that cannot be picked with it, as bits.
        forbids_next: spots of the next stage that cannot be picked with it, as bits.
        marks: the bits that it can be marked with.
        raises: bits that it raises on other spots of the stage.
        raises_next: bits that it raises on spots of the next stage.
    """

    cost: int
    bucket: int
    key: tuple[int, ...]
    forbids: int = 0
    forbids_next: int = 0
    marks: int = 0
    raises: int = 0
    raises_next: int = 0


class Kind(NamedTuple):
    """So many picks among some spots, each of which may be left out at a price."""

    picks: int
    spots: tuple[int, ...]
    miss: int


class Stage(NamedTuple):
    """One link of the chain.

    Attributes:
        spots, kinds: what can be picked.
        whole: what an option costs beyond its spots; asked for each.
        late: what it costs on top; asked late, as it is dear. Neither is ever below 0.
        group: stages with the same number share a mode.
        prices: what each mark bit costs, by its position.
        floor: what `late` adds to every option at least.
        yields: whether its low costs and its ties count only after those of the stages that do not.
    """

    spots: tuple[Spot, ...]
    kinds: tuple[Kind, ...]
    whole: Callable[[tuple[int, ...]], int]
    late: Callable[[tuple[int, ...]], int]
    group: int
    prices: tuple[int, ...] = ()
    floor: int = 0
    yields: bool = False


class Option(NamedTuple):
    """What is picked in a stage: spot numbers in order of their keys, and what that costs without its neighbours."""

    cost: int
    key: tuple[tuple[int, ...], ...]
    spots: tuple[int, ...]
    buckets: tuple[int, ...]
    border: Border


class Border(NamedTuple):
    """All of an option that its neighbours can feel."""

    picked: int
    forbids_next: int
    open_marks: int
    raises_next: int


class Modes(NamedTuple):
    """The modes that a group can choose from, as sets of buckets in bits, and the price of a pick outside."""

    choices: tuple[int, ...]
    off: int


class Solution(NamedTuple):
    """The best options, one for each stage.

    Attributes:
        cost: what they cost together, without the low costs of the stages that yield.
        yielding: the low costs of the stages that yield.
        options: by stage.
    """

    cost: int
    yielding: int
    options: tuple[Option, ...]


_NOWHERE = Border(0, 0, 0, 0)


def options(stage: Stage, before: Stage | None, cut: int, limit: int | None = None) -> list[Option]:
    """List the options of a stage that can be part of a best chain.

    `cut` is how many low bits of a cost lie below the price of `off`: an option that is dearer above them than one
    whose neighbours feel nothing of it, or no more, is never part of a best chain. Options that cost `limit`, a price
    above the cut, or more are of no interest.
    """
    felt, raised = 0, 0
    for spot in before.spots if before is not None else ():
        felt |= spot.forbids_next
        raised |= spot.raises_next
    listing = _Listing(stage, felt, raised, cut)
    if limit is not None:
        listing.bound = (limit - 1) >> cut
    listing.pick(0, 0, (), 0, 0, 0)
    return _undominated(listing.kept(), cut)


class _Listing:
    """The depth-first listing of one stage's options."""

    def __init__(self, stage: Stage, felt: int, raised: int, cut: int) -> None:
        self.stage = stage
        self.felt = felt
        self.raised = raised
        self.cut = cut
        self.bound: int | None = None
        self.steps = 0
        self.found: list[tuple[int, tuple[int, ...], Border]] = []
        spots = stage.spots
        self.order = [sorted(kind.spots, key=lambda n: (spots[n].cost, spots[n].key)) for kind in stage.kinds]
        # What the picks still to come cost at least, by kind.
        self.least = [min([kind.miss, *(spots[n].cost for n in kind.spots)]) for kind in stage.kinds]
        self.rest = [stage.floor] * (len(stage.kinds) + 1)
        for number in range(len(stage.kinds) - 1, -1, -1):
            self.rest[number] = self.rest[number + 1] + self.least[number] * stage.kinds[number].picks

    def pick(self, kind: int, start: int, picked: tuple[int, ...], cost: int, closed: int, done: int) -> None:
        """Go on from a partial option: `done` picks of this kind are made, the next comes from `start` on."""
        stage = self.stage
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise OutOfStepsError
        if kind == len(stage.kinds):
            self.complete(picked, cost)
            return
        left = stage.kinds[kind].picks - done
        if left == 0:
            self.pick(kind + 1, 0, picked, cost, closed, 0)
            return
        order = self.order[kind]
        rest = self.rest[kind + 1]
        least = self.least[kind] * (left - 1)
        for position in range(start, len(order)):
            number = order[position]
            spot = stage.spots[number]
            if self.bound is not None and (cost + spot.cost + least + rest) >> self.cut > self.bound:
                break
            if closed >> number & 1:
                continue
            self.pick(
                kind, position + 1, (*picked, number), cost + spot.cost, closed | spot.forbids | 1 << number, done + 1
            )
        missed = cost + stage.kinds[kind].miss * left
        if self.bound is None or (missed + rest) >> self.cut <= self.bound:
            self.pick(kind + 1, 0, picked, missed, closed, 0)

    def complete(self, picked: tuple[int, ...], cost: int) -> None:
        """Keep a complete option; one that no neighbour feels sets the bound."""
        stage = self.stage
        spots = stage.spots
        chosen = forbids_next = marks = raises = raises_next = 0
        for number in picked:
            spot = spots[number]
            chosen |= 1 << number
            forbids_next |= spot.forbids_next
            marks |= spot.marks
            raises |= spot.raises
            raises_next |= spot.raises_next
        raised = raises & marks
        if raised:
            cost += priced(raised, stage.prices)
        cost += stage.whole(picked)
        if self.bound is not None and (cost + stage.floor) >> self.cut > self.bound:
            return
        border = Border(chosen & self.felt, forbids_next, marks & self.raised & ~raised, raises_next)
        if border == _NOWHERE and (self.bound is None or cost >> self.cut < self.bound):
            total = (cost + stage.late(picked)) >> self.cut
            self.bound = total if self.bound is None else min(self.bound, total)
        self.found.append((cost, picked, border))

    def kept(self) -> list[Option]:
        """Add the late costs, cheapest first, and keep the best option for each border and set of buckets."""
        spots = self.stage.spots
        best: dict[tuple[Border, tuple[int, ...]], Option] = {}
        for cost, picked, border in sorted(self.found, key=lambda item: item[0]):
            if self.bound is not None and (cost + self.stage.floor) >> self.cut > self.bound:
                break
            ordered = tuple(sorted(picked, key=lambda n: spots[n].key))
            buckets = tuple(sorted(spots[n].bucket for n in picked))
            known = best.get((border, buckets))
            if known is not None and known.cost < cost:
                continue
            total = cost + self.stage.late(ordered)
            option = Option(total, tuple(spots[n].key for n in ordered), ordered, buckets, border)
            if known is None or (option.cost, option.key) < (known.cost, known.key):
                best[border, buckets] = option
        return list(best.values())


def _undominated(found: list[Option], cut: int) -> list[Option]:
    """Drop options that are dearer above the cut than one that its neighbours feel no more of."""
    cheapest: dict[Border, int] = {}
    for option in found:
        high = option.cost >> cut
        if high < cheapest.get(option.border, high + 1):
            cheapest[option.border] = high
    ranked = sorted(cheapest.items(), key=lambda item: item[1])
    costs = [high for _, high in ranked]
    kept = []
    steps = 0
    for option in sorted(found, key=lambda item: (item.cost, item.key)):
        for border, _ in ranked[: bisect_left(costs, option.cost >> cut)]:
            steps += 1
            if _within(border, option.border):
                break
        else:
            kept.append(option)
        if steps > MOST_COMPARED:
            raise OutOfStepsError
    return kept


def _within(one: Border, other: Border) -> bool:
    """Whether neighbours feel no more of one border than of another."""
    return not (one[0] & ~other[0] or one[1] & ~other[1] or one[2] & ~other[2] or one[3] & ~other[3])


def priced(marks: int, prices: Sequence[int]) -> int:
    """Add up the prices of mark bits."""
    total = 0
    while marks:
        low = marks & -marks
        total += prices[low.bit_length() - 1]
        marks ^= low
    return total


def link(left: Border, right: Border, prices: Sequence[int]) -> int | None:
    """Return what a border costs its neighbour to the right, or None where they cannot stand together."""
    if left.forbids_next & right.picked:
        return None
    return priced(left.raises_next & right.open_marks, prices)


class _Class(NamedTuple):
    """The options of a stage with one border."""

    border: Border
    options: list[Option]


def solve(stages: Sequence[Stage], modes: Sequence[Modes], cut: int) -> Solution:
    """Find the best chain.

    Args:
        stages: in order.
        modes: for each group.
        cut: how many low bits of a cost are its low part.
    """
    listed = [options(stage, stages[n - 1] if n else None, cut) for n, stage in enumerate(stages)]
    return join(stages, listed, modes, cut)


def join(stages: Sequence[Stage], listed: Sequence[list[Option]], modes: Sequence[Modes], cut: int) -> Solution:
    """Join listed options to the best chain: first the stages that do not yield, then, around them, those that do."""

    def first(stage: Stage, cost: int) -> int:
        return cost >> cut << cut if stage.yields else cost

    def both(stage: Stage, cost: int) -> int:
        high = first(stage, cost)
        return high << cut | cost - high

    firm = _Join(stages, listed, modes, first)
    chosen = firm.walk([stage.yields for stage in stages])
    if None not in chosen:
        return Solution(firm.least, 0, tuple(option for option in chosen if option is not None))
    fixed = [found if option is None else [option] for found, option in zip(listed, chosen, strict=True)]
    whole = _Join(stages, fixed, modes, both)
    walked = whole.walk([False] * len(stages))
    yielding = whole.least - (firm.least << cut)
    return Solution(firm.least, yielding, tuple(option for option in walked if option is not None))


def _by_border(found: list[Option]) -> list[_Class]:
    borders: dict[Border, list[Option]] = {}
    for option in found:
        borders.setdefault(option.border, []).append(option)
    return [_Class(border, members) for border, members in borders.items()]


class _Join:
    """The dynamic programme over the listed options of each stage, with costs as `weigh` turns them."""

    def __init__(
        self,
        stages: Sequence[Stage],
        listed: Sequence[list[Option]],
        modes: Sequence[Modes],
        weigh: Callable[[Stage, int], int],
    ) -> None:
        self.stages = stages
        self.modes = [modes[stage.group].choices for stage in stages]
        self.off = [weigh(stage, modes[stage.group].off) for stage in stages]
        self.classes = [_by_border(found) for found in listed]
        self.weighed = [
            [[weigh(stage, option.cost) for option in found.options] for found in classes]
            for stage, classes in zip(stages, self.classes, strict=True)
        ]
        self._check_steps()
        self.links = [self._linked(n, weigh) for n in range(len(stages) - 1)]
        # values[n][m][c]: the best cost of stages n to the last with mode m and border c at stage n.
        self.values: list[list[list[int | None]]] = [[] for _ in stages]
        for n in range(len(stages) - 1, -1, -1):
            own = [self._least(n, mode) for mode in self.modes[n]]
            if n == len(stages) - 1:
                self.values[n] = [list(costs) for costs in own]
                continue
            ahead = _ahead(self.values[n + 1], same_group=self._same_group(n), count=len(own))
            self.values[n] = [
                [_add(costs[c], _best(self.links[n][c], ahead[m])) for c in range(len(costs))]
                for m, costs in enumerate(own)
            ]
        self.least = (
            min((value for row in self.values[0] for value in row if value is not None), default=0) if stages else 0
        )

    def _check_steps(self) -> None:
        steps = sum(
            len(modes) * len(classes) * len(following)
            for modes, (classes, following) in zip(self.modes, pairwise(self.classes), strict=False)
        )
        if steps > MOST_JOINED:
            raise OutOfStepsError

    def _linked(self, n: int, weigh: Callable[[Stage, int], int]) -> list[list[int | None]]:
        """What the borders of a stage cost those of the next."""
        following = self.stages[n + 1]
        table: list[list[int | None]] = []
        for one in self.classes[n]:
            row: list[int | None] = []
            for other in self.classes[n + 1]:
                step = link(one.border, other.border, following.prices)
                row.append(weigh(following, step) if step else step)
            table.append(row)
        return table

    def _same_group(self, n: int) -> bool:
        return self.stages[n].group == self.stages[n + 1].group

    def _costs(self, n: int, c: int, mode: int) -> list[int]:
        """What each option of a border costs by itself with a mode."""
        price, costs = self.off[n], self.weighed[n][c]
        if not price:
            return costs
        members = self.classes[n][c].options
        return [cost + price * _off(option, mode) for option, cost in zip(members, costs, strict=True)]

    def _least(self, n: int, mode: int) -> list[int]:
        return [min(self._costs(n, c, mode)) for c in range(len(self.classes[n]))]

    def walk(self, open_stages: Sequence[bool]) -> list[Option | None]:
        """Walk from the first stage on and take, among the best, the option with the smallest key; none where open."""
        chosen: list[Option | None] = []
        # The modes and borders of the best chains that are left, with what such a chain costs from here on.
        frontier = {
            (m, c): self.least
            for m, row in enumerate(self.values[0] if self.stages else ())
            for c, value in enumerate(row)
            if value == self.least
        }
        for n, stays_open in enumerate(open_stages):
            picks: dict[Option, list[tuple[int, int, int]]] = {}
            for (m, c), left in frontier.items():
                costs = self._costs(n, c, self.modes[n][m])
                least = min(costs)
                for option, cost in zip(self.classes[n][c].options, costs, strict=True):
                    if cost == least:
                        picks.setdefault(option, []).append((m, c, left - cost))
            best = None if stays_open else min(picks, key=lambda option: option.key)
            chosen.append(best)
            if n + 1 < len(open_stages):
                kept = {entry for entries in picks.values() for entry in entries} if best is None else set(picks[best])
                frontier = self._following(n, kept)
        return chosen

    def _following(self, n: int, kept: set[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
        """Return where the best chains go on from some modes and borders of a stage."""
        values, same = self.values[n + 1], self._same_group(n)
        found: dict[tuple[int, int], int] = {}
        for m, c, left in sorted(kept):
            for d, step in enumerate(self.links[n][c]):
                if step is None:
                    continue
                for k in [m] if same else range(len(values)):
                    if values[k][d] == left - step:
                        found[k, d] = left - step
        return found


def _off(option: Option, mode: int) -> int:
    return sum(not mode >> bucket & 1 for bucket in option.buckets)


def _ahead(values: list[list[int | None]], *, same_group: bool, count: int) -> list[list[int | None]]:
    """For each mode of a stage, the values that the next stage's borders lead on to."""
    if same_group:
        return values
    free: list[int | None] = []
    for column in zip(*values, strict=True):
        known = [value for value in column if value is not None]
        free.append(min(known) if known else None)
    return [free] * count


def _best(row: list[int | None], ahead: list[int | None]) -> int | None:
    best: int | None = None
    for step, value in zip(row, ahead, strict=True):
        if step is not None and value is not None and (best is None or step + value < best):
            best = step + value
    return best


def _add(cost: int, more: int | None) -> int | None:
    return None if more is None else cost + more
