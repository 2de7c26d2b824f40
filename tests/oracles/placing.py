"""Where the sessions of a few weeks stand best: the objective of a placement, and a search by listing.

Standard library only, nothing of periodize. `slots` says for each week number which sessions it owes: dicts of form,
focus, first, last and minutes.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from tests.oracles import reading
from tests.oracles.placing_facts import (
    LOW,
    NOTHING,
    TIERS,
    Costs,
    Facts,
    Lift,
    Wishes,
    alone,
    barred,
    candidates,
    clash,
    costs,
    habit,
    off_habit,
    together,
    total,
    wished,
)

Slots = Mapping[int, Sequence[reading.Document]]
Placed = Sequence[Sequence[Lift]]
Keys = list[list[tuple[dt.date, int, int]]]
Rank = tuple[Costs, Keys, Costs, Keys]


class Problem:
    """A document and its slots.

    Costs are those of all tiers, and after them those of the low tiers of the weeks that yield: in which a blackout
    closes a day. The habits of a season with such weeks are those that it has with no day closed; `opened_slots` are
    what its weeks owe then, where that is not the same.
    """

    def __init__(
        self, document: reading.Document, slots: Slots, wishes: Wishes = NOTHING, opened_slots: Slots | None = None
    ) -> None:
        self.facts = Facts(document, wishes)
        self.weeks = self.facts.season.weeks
        self.slots = [slots.get(int(week.where), ()) for week in self.weeks]
        cycles = self.facts.season.mesocycles
        self.groups = [next(n for n, cycle in enumerate(cycles) if cycle.holds(week.first)) for week in self.weeks]
        self.yields = [self.is_closed(week) for week in self.weeks]
        self.opened: Problem | None = None
        if any(self.yields):
            self.opened = Problem(without_blackouts(document), slots if opened_slots is None else opened_slots, wishes)
        self.kept: dict[int, frozenset[int]] | None = None

    def is_closed(self, week: reading.Span) -> bool:
        """Whether a blackout closes a day of a week."""
        days = range((week.last - week.first).days + 1)
        return any(reading.is_blacked_out(self.facts.season, week.first + n * reading.DAY) for n in days)

    def keep(self, opened: Placed) -> None:
        """Take the habits of the sessions that the season has with no day closed."""
        self.kept = {group: habit(self.facts, lifts) for group, lifts in self.by_group(opened).items()}

    def by_group(self, placed: Placed) -> dict[int, list[Lift]]:
        """The sessions of the first weeks by mesocycle."""
        groups: dict[int, list[Lift]] = {group: [] for group in self.groups}
        for group, lifts in zip(self.groups, placed, strict=False):
            groups[group].extend(lifts)
        return groups

    def split(self, number: int, cost: Costs) -> Costs:
        """A week's costs with the low tiers moved behind all others where it yields."""
        nothing = (0,) * len(LOW)
        low = len(TIERS) - len(LOW)
        return (*cost[:low], *nothing, *cost[low:]) if self.yields[number] else (*cost, *nothing)

    def objective(self, placed: Placed) -> Costs:
        """The objective of the sessions of each week, added up plainly."""
        facts, parts = self.facts, []
        for n, (week, lifts) in enumerate(zip(self.weeks, placed, strict=True)):
            before = placed[n - 1] if n else ()
            clashes = sum(clash(one, other) for one, other in combinations(lifts, 2))
            clashes += sum(clash(one, other) for one, other in product(before, lifts))
            of_week = [alone(facts, week, lift) for lift in lifts]
            of_week.append(together(facts, week, self.slots[n], lifts))
            of_week.append(wished(facts, before, lifts))
            of_week.append(costs(errors=clashes + sum(barred(facts, lift) for lift in lifts)))
            parts.append(self.split(n, total(of_week)))
        return total([*parts, self.habits(placed)])

    def habits(self, placed: Placed) -> Costs:
        """What the first weeks' sessions cost by the habit of each mesocycle."""
        kept = self.kept
        if kept is None:
            kept = {group: habit(self.facts, lifts) for group, lifts in self.by_group(placed).items()}
        weeks = zip(self.groups, placed, strict=False)
        return total(
            [self.split(n, costs(off_habit=off_habit(kept[group], lifts))) for n, (group, lifts) in enumerate(weeks)]
        )

    def options(self, number: int) -> list[tuple[Costs, list[Lift]]]:
        """Every set of sessions that a week can have, best first, with what it costs whatever its neighbours are."""
        facts, week, slots = self.facts, self.weeks[number], self.slots[number]
        choices = []
        for slot in [slot for n, slot in enumerate(slots) if slot not in slots[:n]]:
            found = candidates(facts, week, slot)
            sizes = range(sum(other == slot for other in slots) + 1)
            choices.append([picked for size in sizes for picked in combinations(found, size)])
        by_itself = {lift: alone(facts, week, lift) for choice in choices for picked in choice for lift in picked}
        listed = []
        for parts in product(*choices):
            lifts = sorted((lift for part in parts for lift in part), key=lambda lift: lift.key)
            if not any(clash(one, other) for one, other in combinations(lifts, 2)):
                summed = [by_itself[lift] for lift in lifts]
                together_too = total([*summed, together(facts, week, slots, lifts)])
                listed.append((self.split(number, together_too), lifts))
        return sorted(listed, key=lambda option: option[0])

    def best(self) -> tuple[Costs, list[list[Lift]]]:
        """The best objective and its sessions; of equals the first by (day, time, focus), week by week.

        The order of ties of the weeks that do not yield counts before the low tiers of those that do. Every placement
        there is, but for those whose first weeks are worse already than the best one so far.
        """
        if self.opened is not None:
            self.keep(self.opened.best()[1])
        listed = [self.options(n) for n in range(len(self.weeks))]
        nothing = self.split(0, costs()) if listed else costs()
        ahead = [total([nothing, *(found[0][0] for found in listed[n:])]) for n in range(len(listed) + 1)]
        best: tuple[Rank, Costs, list[list[Lift]]] | None = None

        def go_on(cost: Costs, placed: list[list[Lift]]) -> None:
            nonlocal best
            n = len(placed)
            if n == len(listed):
                whole = total([cost, self.habits(placed)])
                rank = self.rank(whole, placed)
                best = (rank, whole, placed) if best is None or rank < best[0] else best
                return
            before = placed[-1] if placed else []
            for own, lifts in listed[n]:
                if best and total([cost, own, ahead[n + 1]])[: len(TIERS)] > best[0][0]:
                    break
                so_far = [*placed, lifts]
                spent = total([cost, own, self.split(n, wished(self.facts, before, lifts))])
                if best and total([spent, self.habits(so_far), ahead[n + 1]])[: len(TIERS)] > best[0][0]:
                    continue
                if not any(clash(one, other) for one, other in product(before, lifts)):
                    go_on(spent, so_far)

        go_on(nothing, [])
        assert best is not None
        return best[1], best[2]

    def rank(self, cost: Costs, placed: Placed) -> Rank:
        """What placements are compared by."""
        keys = [[lift.key for lift in lifts] for lifts in placed]
        firm = [listed for listed, yields in zip(keys, self.yields, strict=True) if not yields]
        return cost[: len(TIERS)], firm, cost[len(TIERS) :], keys


def without_blackouts(document: reading.Document) -> reading.Document:
    """The document with no day closed."""
    brief = document["brief"]
    return {**document, "brief": {**brief, "availability": {**brief["availability"], "blackout": []}}}


def best(document: reading.Document, slots: Slots, wishes: Wishes = NOTHING) -> tuple[Costs, list[list[Lift]]]:
    """The best objective of a document and its slots, and the sessions of each week that have it."""
    return Problem(document, slots, wishes).best()
