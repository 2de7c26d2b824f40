"""Where the sessions of a few weeks stand best: the objective of a placement, and a search by listing.

Standard library only, nothing of periodize. `slots` says for each week number which sessions it owes: dicts of form,
focus, first, last and minutes.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from tests.oracles import reading
from tests.oracles.placing_facts import (
    NOTHING,
    Costs,
    Facts,
    Lift,
    Wishes,
    alone,
    barred,
    candidates,
    clash,
    costs,
    off_habit,
    together,
    total,
    wished,
)

Slots = Mapping[int, Sequence[reading.Document]]
Placed = Sequence[Sequence[Lift]]
Keys = list[list[tuple[dt.date, int, int]]]


class Problem:
    """A document and its slots."""

    def __init__(self, document: reading.Document, slots: Slots, wishes: Wishes = NOTHING) -> None:
        self.facts = Facts(document, wishes)
        self.weeks = self.facts.season.weeks
        self.slots = [slots.get(int(week.where), ()) for week in self.weeks]
        cycles = self.facts.season.mesocycles
        self.groups = [next(n for n, cycle in enumerate(cycles) if cycle.holds(week.first)) for week in self.weeks]

    def objective(self, placed: Placed) -> Costs:
        """The objective of the sessions of each week, added up plainly."""
        facts, parts = self.facts, []
        for n, (week, lifts) in enumerate(zip(self.weeks, placed, strict=True)):
            before = placed[n - 1] if n else ()
            clashes = sum(clash(one, other) for one, other in combinations(lifts, 2))
            clashes += sum(clash(one, other) for one, other in product(before, lifts))
            parts += [alone(facts, week, lift) for lift in lifts]
            parts.append(together(facts, week, len(self.slots[n]), lifts))
            parts.append(wished(facts, before, lifts))
            parts.append(costs(errors=clashes + sum(barred(facts, lift) for lift in lifts)))
        return total([*parts, self.habits(placed)])

    def habits(self, placed: Placed) -> Costs:
        """What the first weeks' sessions cost by the habit of each mesocycle."""
        groups: dict[int, list[Lift]] = {}
        for group, lifts in zip(self.groups, placed, strict=False):
            groups.setdefault(group, []).extend(lifts)
        return costs(off_habit=sum(off_habit(self.facts, lifts) for lifts in groups.values()))

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
                listed.append((total([*summed, together(facts, week, len(slots), lifts)]), lifts))
        return sorted(listed, key=lambda option: option[0])

    def best(self) -> tuple[Costs, list[list[Lift]]]:
        """The best objective and its sessions; of equals the first by (day, time, focus), week by week.

        Every placement there is, but for those whose first weeks are worse already than the best one so far.
        """
        listed = [self.options(n) for n in range(len(self.weeks))]
        ahead = [total([found[0][0] for found in listed[n:]]) for n in range(len(listed) + 1)]
        best: tuple[Costs, Keys, list[list[Lift]]] | None = None

        def go_on(cost: Costs, placed: list[list[Lift]]) -> None:
            nonlocal best
            n = len(placed)
            if n == len(listed):
                found = (total([cost, self.habits(placed)]), [[lift.key for lift in lifts] for lifts in placed], placed)
                best = found if best is None or found < best else best
                return
            before = placed[-1] if placed else []
            for own, lifts in listed[n]:
                if best and total([cost, own, ahead[n + 1]]) > best[0]:
                    break
                so_far = [*placed, lifts]
                spent = total([cost, own, wished(self.facts, before, lifts)])
                if best and total([spent, self.habits(so_far), ahead[n + 1]]) > best[0]:
                    continue
                if not any(clash(one, other) for one, other in product(before, lifts)):
                    go_on(spent, so_far)

        go_on(costs(), [])
        assert best is not None
        return best[0], best[2]


def best(document: reading.Document, slots: Slots, wishes: Wishes = NOTHING) -> tuple[Costs, list[list[Lift]]]:
    """The best objective of a document and its slots, and the sessions of each week that have it."""
    return Problem(document, slots, wishes).best()
