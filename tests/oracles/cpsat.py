"""The best objective of a whole season by OR-Tools CP-SAT: 0/1 candidates, tier after tier.

Needs ortools, else standard library only, nothing of periodize. What one session costs and where it may stand is
taken from `placing_facts`; how sessions bear on one another is stated here anew, as constraints.
"""

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from ortools.sat.python import cp_model
from tests.oracles import reading
from tests.oracles.laws import PARTS, UNITS
from tests.oracles.placing import Placed, Problem
from tests.oracles.placing_facts import LOW, TIERS, WEEK, Costs, Lift, alone, candidates

ALL = (*TIERS, *(f"{name} of a week that yields" for name in LOW))
EFFORTS = ((1, 5.0), (8, 120.0))
"""Workers and seconds for one tier; most are proved in milliseconds by one, a few want the others' ways."""


class Model:
    """A season as 0/1 variables; `tiers` holds the terms of each tier of the objective."""

    def __init__(self, problem: Problem) -> None:
        self.facts, self.problem = problem.facts, problem
        self.model = cp_model.CpModel()
        self.tiers: dict[str, list[Any]] = {name: [] for name in ALL}
        self.picked: list[dict[Lift, list[Any]]] = []
        for number in range(len(problem.weeks)):
            self.picked.append(self.picks(number))
        for number in range(len(problem.weeks)):
            self.week(number)
        self.laws()
        self.habits()
        if self.facts.wishes.apart_is:
            self.apart()

    def flag(self) -> Any:
        """A new 0/1 variable."""
        return self.model.new_bool_var("")

    def tier(self, number: int, name: str) -> list[Any]:
        """The terms of a week's tier."""
        yields = self.problem.yields[number] and name in LOW
        return self.tiers[ALL[len(TIERS) + LOW.index(name)] if yields else name]

    def picks(self, number: int) -> dict[Lift, list[Any]]:
        """The candidates of a week, each with the variables that pick it."""
        week, slots = self.problem.weeks[number], self.problem.slots[number]
        found: dict[Lift, list[Any]] = defaultdict(list)
        for slot in [slot for n, slot in enumerate(slots) if slot not in slots[:n]]:
            of_slot = []
            for lift in candidates(self.facts, week, slot):
                of_slot.append(self.flag())
                found[lift].append(of_slot[-1])
                for name, cost in zip(TIERS, alone(self.facts, week, lift), strict=True):
                    if cost:
                        self.tier(number, name).append(cost * of_slot[-1])
            self.model.add(sum(of_slot) <= sum(other == slot for other in slots))
        return found

    def laws(self) -> None:
        """PZ305: so many sessions a day; PZ302: no part of the body on two days in a row; PZ306: one at a time."""
        by_day: dict[dt.date, list[tuple[Lift, Any]]] = defaultdict(list)
        for lift, variable in self.all():
            by_day[lift.day].append((lift, variable))
        self.taken = {day: sum(variable for _, variable in by_day[day]) for day in sorted(by_day)}
        for day, listed in by_day.items():
            too_many = self.model.new_int_var(0, len(listed), "")
            self.model.add(too_many >= self.taken[day] - self.facts.most_a_day)
            self.tiers["errors"].append(too_many)
            for part in ("legs", "push", "pull"):
                both = [*listed, *by_day.get(day + reading.DAY, ())]
                self.model.add_at_most_one(variable for lift, variable in both if part in PARTS[lift.focus])
            for (one, first), (other, second) in combinations(listed, 2):
                if one.start < other.end and other.start < one.end:
                    self.model.add_at_most_one((first, second))
        self.pins()

    def pins(self) -> None:
        """PZ307: a week in which some pin has no session."""
        for number, week in enumerate(self.problem.weeks):
            missed = self.flag()
            for day, start, focus in self.facts.pins:
                if week.holds(day):
                    place = day.toordinal() * reading.MINUTES_A_DAY + start
                    there = [
                        variable
                        for lift, listed in self.picked[number].items()
                        if (lift.start, lift.focus) == (place, focus)
                        for variable in listed
                    ]
                    self.model.add(sum(there) + missed >= 1)
            self.tiers["errors"].append(missed)

    def all(self) -> Iterable[tuple[Lift, Any]]:
        """Every candidate of the season with each of its variables."""
        return ((lift, variable) for found in self.picked for lift, listed in found.items() for variable in listed)

    def week(self, number: int) -> None:
        """What the sessions of a week cost together."""
        week, facts, slots = self.problem.weeks[number], self.facts, self.problem.slots[number]
        every, found = (
            self.picked[number],
            {lift: listed for lift, listed in self.picked[number].items() if lift.focus != "core"},
        )
        extras = [variable for lift, listed in every.items() if lift.focus == "core" for variable in listed]
        variables = [variable for listed in found.values() for variable in listed]
        owed = sum(slot["focus"] != "core" for slot in slots)
        self.tiers["short"] += [owed, *(-variable for variable in variables)]
        self.tiers["extras"] += [len(slots) - owed, *(-variable for variable in extras)]
        units = sum(UNITS[lift.form] * variable for lift, listed in found.items() for variable in listed)
        if reading.owes_minimum(facts.season, week):
            self.below(units, 4, "minimum")
        days = [week.first + n * reading.DAY for n in range((week.last - week.first).days + 1)]
        if week.phase in reading.LOADING:
            opened = sum(not reading.is_blacked_out(facts.season, day) for day in days)
            self.below(units, UNITS[facts.form] * (facts.dose * opened // WEEK), "warnings")
        if free := {day for day in days if day not in facts.runs}:
            taken = self.flag()
            lifted = []
            for day in free:
                lifted.append(self.flag())
                of_day = [variable for lift, listed in found.items() if lift.day == day for variable in listed]
                self.model.add_max_equality(lifted[-1], [0, *of_day])
            self.model.add(sum(lifted) - (len(free) - 1) <= taken)
            self.tiers["no_free_day"].append(taken)
            if len(days) == WEEK:
                self.tiers["warnings"].append(taken)
        self.evenness(
            number, [(lift, v) for lift, listed in found.items() for v in listed if lift.focus in reading.LEG_FOCUS]
        )
        self.clock_times(number, found)

    def below(self, units: Any, least: int, tier: str) -> None:
        """Count a week that holds fewer units than it should."""
        if least:
            short = self.flag()
            self.model.add(units + least * short >= least)
            self.tiers[tier].append(short)

    def evenness(self, number: int, legs: Sequence[tuple[Lift, Any]]) -> None:
        """Each two leg sessions of a week are so far apart, and the first so far from the last, a week later."""
        by_day: dict[dt.date, list[Any]] = defaultdict(list)
        for lift, variable in legs:
            by_day[lift.day].append(variable)
        lacking = self.model.new_int_var(0, WEEK, "")
        for one, other in combinations(sorted(by_day), 2):
            days = (other - one).days
            # One leg session a day at most, by PZ302.
            both = sum(by_day[one]) + sum(by_day[other]) - 1
            self.model.add(lacking >= (WEEK - min(days, WEEK - days)) * both)
        self.tier(number, "uneven").append(lacking)

    def clock_times(self, number: int, found: dict[Lift, list[Any]]) -> None:
        """Each clock time of a week beyond the first."""
        times: dict[int, list[Any]] = defaultdict(list)
        for lift, listed in found.items():
            times[lift.start % reading.MINUTES_A_DAY] += listed
        for listed in times.values():
            used = self.flag()
            self.model.add_max_equality(used, listed)
            self.tier(number, "clock_times").append(used)
        if times:
            some = self.flag()
            self.model.add_max_equality(some, [variable for listed in times.values() for variable in listed])
            self.tier(number, "clock_times").append(-some)

    def habits(self) -> None:
        """Each mesocycle has so many weekdays; a session of the dose on another one is off."""
        for group in set(self.problem.groups):
            habit: list[Any]
            if self.problem.kept is not None:
                habit = [int(day in self.problem.kept[group]) for day in range(WEEK)]
            else:
                habit = [self.flag() for _ in range(WEEK)]
                self.model.add(sum(habit) == min(WEEK, self.facts.dose))
            for number in [n for n, other in enumerate(self.problem.groups) if other == group]:
                dealt = (item for item in self.picked[number].items() if item[0].focus != "core")
                for lift, listed in dealt:
                    for variable in listed:
                        off = self.flag()
                        self.model.add(off >= variable - habit[lift.day.weekday()])
                        self.tier(number, "off_habit").append(off)

    def apart(self) -> None:
        """A session with another one too few days before it counts once."""
        tier = "warnings" if self.facts.wishes.apart_is == "warning" else "advice"
        days = self.facts.wishes.apart
        every = list(self.all())
        near = [self.flag() for _ in every]
        for (lift, variable), hit in zip(every, near, strict=True):
            for other, another in every:
                if 0 < (lift.day - other.day).days < days:
                    self.model.add(hit >= variable + another - 1)
        self.tiers[tier] += near
        if self.facts.most_a_day == 1:
            # Follows from the others and makes the proof short: in so few days only the first is not near another.
            for day in self.taken:
                window = {day + n * reading.DAY for n in range(days)}
                here = [(v, hit) for (lift, v), hit in zip(every, near, strict=True) if lift.day in window]
                self.model.add(sum(hit for _, hit in here) >= sum(v for v, _ in here) - 1)

    def size(self, name: str) -> int:
        """How many values a tier can have, from 0 on."""
        terms = cp_model.FlatIntExpr(cp_model.LinearExpr.sum([0, *self.tiers[name]]))
        ends = [max(self.model.proto.variables[variable.index].domain) for variable in terms.vars]
        return 1 + terms.offset + sum(max(0, c * end) for c, end in zip(terms.coeffs, ends, strict=True))

    def packs(self, most: int) -> list[list[str]]:
        """The tiers in order, those together whose values one number up to a limit can hold."""
        packs: list[list[str]] = []
        size = 1
        for name in ALL:
            if not packs or size * self.size(name) > most:
                packs.append([])
                size = 1
            size *= self.size(name)
            packs[-1].append(name)
        return packs

    def hint(self, solver: cp_model.CpSolver) -> None:
        """Begin the next search where this one ended."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools'
        for index in range(len(self.model.proto.variables)):
            variable = self.model.get_int_var_from_proto_index(index)
            self.model.add_hint(variable, solver.value(variable))

    def proved(self, name: str) -> cp_model.CpSolver:
        """Solve the model as it stands, to a proof."""
        solver = cp_model.CpSolver()
        for workers, seconds in EFFORTS:
            solver.parameters.num_workers = workers
            solver.parameters.max_time_in_seconds = seconds
            status = solver.solve(self.model)
            if status == cp_model.OPTIMAL:
                return solver
        raise AssertionError(f"{name}: {solver.status_name(status)}")

    def fix(self, firm: Placed) -> None:
        """Pick the sessions of the weeks that do not yield."""
        for found, lifts, yields in zip(self.picked, firm, self.problem.yields, strict=True):
            for lift, listed in found.items():
                if not yields:
                    self.model.add(sum(listed) == sum(other == lift for other in lifts))

    def solve(self, firm: Placed) -> Costs:
        """Make each tier the least that it can be, and hold it there for the next."""
        found = []
        for name in ALL:
            if len(found) == len(TIERS) and any(self.problem.yields):
                self.fix(firm)
            terms = self.tiers[name]
            if not any(not isinstance(term, int) for term in terms):
                found.append(sum(terms))
                continue
            self.model.minimize(sum(terms))
            solver = self.proved(name)
            found.append(round(solver.objective_value))
            self.model.add(sum(terms) == found[-1])
            self.hint(solver)
        return tuple(found)


def best(problem: Problem, firm: Placed) -> Costs:
    """The best objective of a season.

    Args:
        problem: with its habits, where some week yields.
        firm: where sessions stand: of the weeks that do not yield the best choice by the order of ties, which counts
            before the low tiers of the others and is not looked for here.
    """
    return Model(problem).solve(firm)


def timed(problem: Problem, packed: int, **parameters: Any) -> tuple[Costs, float]:
    """The best objective of a season in which no week yields, and the seconds that the solver itself took for it.

    Args:
        problem: the season.
        packed: how large a number may become that holds several tiers at once; 1 is each tier by itself.
        parameters: of the solver.
    """
    model, solver = Model(problem), cp_model.CpSolver()
    for name, value in parameters.items():
        setattr(solver.parameters, name, value)
    found: list[int] = []
    spent = 0.0
    for names in model.packs(packed):
        objective: Any = 0
        for name in names:
            objective = objective * model.size(name) + sum(model.tiers[name])
        model.model.minimize(objective)
        begin = time.perf_counter()
        status = solver.solve(model.model)
        spent += time.perf_counter() - begin
        if status != cp_model.OPTIMAL:
            return (), float("inf")
        for name in names:
            found.append(round(solver.value(cp_model.LinearExpr.sum([0, *model.tiers[name]]))))
            model.model.add(sum(model.tiers[name]) == found[-1])
        model.hint(solver)
    return tuple(found), spent
