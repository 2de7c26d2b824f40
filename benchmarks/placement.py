"""Placing a season: against CP-SAT on the same laws, twice as long a season, and a season that cannot be placed."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import attrs

import periodize as pz
from periodize._catalogue import load
from periodize._planner._conflict import conflict
from periodize._planner._setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CATALOGUE, RULES = load(), pz.RuleSet.default()
EVENT = dt.date(2028, 5, 28)
REPEATS = 3
WEEKS_OF_RUNS = (
    "Tue 07:00 quality; Thu 07:00 easy; Sat 07:00 easy; Sun 08:00 long",
    "Mon easy; Tue 06:30 quality 60min; Wed easy; Thu 06:30 quality 50min; Fri easy; Sun 08:00 long",
    "Tue 18:30 quality 75min; Wed 06:30 easy; Fri 06:30 easy 40min; Fri 17:00 easy 40min; Sat 08:00 long 100min",
    "Wed 12:00 easy 45min; Sat 09:00 long 90min",
    "Mon 06:30 easy; Tue 06:30 quality; Thu 17:30 quality; Fri easy; Sat 08:00 easy; Sun 08:00 long 150min",
)
TRAVELS = ("quality", "rest", "easy", "long", "race")
"""What stands instead of a day's usual runs, a day of each third week in turn, so that weeks differ."""
BARE_WEEKEND = pz.Availability(days=("sat", "sun"))

# What each ratio is to be.
AT_LEAST_AS_FAST_AS_CPSAT = 8
TWICE_AS_LONG_AT_MOST = 2.3
CONFLICT_AT_MOST = 5
SETTINGS = (
    {"packed": 1, "num_workers": 1},
    {"packed": 1, "num_workers": 1, "cp_model_presolve": False},
    {"packed": 1 << 20, "num_workers": 1},
    {"packed": 1 << 20, "num_workers": 8},
)
"""Of CP-SAT, of which the quickest counts: tier after tier or some at once, with presolve or not, with more workers."""
LONGEST = 30.0
"""Seconds for one solving, after which a setting is given up."""


def brief(weeks: int, dose: str, runs: str, **more: Any) -> pz.Brief:
    """Return a season of some weeks, in which one day of each third week has another run than usual."""
    start = EVENT - dt.timedelta(days=7 * weeks - 1)
    dated = [
        pz.Run(start + dt.timedelta(days=7 * week + week % 7), TRAVELS[week % 5], time="08:00")
        for week in range(0, weeks - 2, 3)
    ]
    event = pz.Event("Race", EVENT, distance_km=42.195)
    return pz.Brief(events=(event,), start=start, runs=pz.Runs(runs, dated=dated), dose=dose, **more)


def seconds(work: Callable[[], object]) -> float:
    """Return the shortest of some times."""
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def setting(given: pz.Brief) -> Setting:
    """Return what placement is asked for."""
    return Setting.of(given, RULES, CATALOGUE)


def against_cpsat() -> Iterator[str]:
    """Compare placing, tables made by calling the rules included, with CP-SAT's solving alone, at its best setting."""
    from tests.oracles import cpsat
    from tests.property import placing_cases as cases

    for dose, weeks in (("2 full", 52), ("3 full", 52), ("4 mini", 12)):
        ratios = []
        for runs in WEEKS_OF_RUNS:
            season = cases.cut(brief(weeks, dose, runs), 0, weeks + 9)
            ours = seconds(lambda season=season: cases.placed(season, RULES))
            cost = cases.placed(season, RULES)[0]
            times = []
            for parameters in SETTINGS:
                found, spent = cpsat.timed(season.problem(cases.NOTHING), max_time_in_seconds=LONGEST, **parameters)
                if found not in (cost, ()):
                    message = f"CP-SAT finds {found}, not {cost}"
                    raise AssertionError(message)
                times.append(spent)
            ratios.append(min(times) / ours)
        said = f"{statistics.median(ratios):.1f} times as fast as CP-SAT ({min(ratios):.1f} to {max(ratios):.1f})"
        yield f"{weeks} weeks, {dose}: placed {said}; at least {AT_LEAST_AS_FAST_AS_CPSAT}"


def twice_as_long() -> Iterator[str]:
    """Compare seasons of 104 weeks with seasons of 52."""
    for dose in pz.Dose:
        ratios = [
            seconds(setting(brief(104, dose, runs)).place) / seconds(setting(brief(52, dose, runs)).place)
            for runs in WEEKS_OF_RUNS
        ]
        said = f"104 weeks take {statistics.median(ratios):.2f} times as long to place as 52"
        yield f"{dose}: {said}; at most {TWICE_AS_LONG_AT_MOST}"


def conflicts() -> Iterator[str]:
    """Compare finding an irreducible conflict with planning the season without what makes it."""
    for dose in ("2 full", "3 full"):
        ratios = []
        for runs in WEEKS_OF_RUNS:
            possible = brief(52, dose, runs)
            impossible = setting(attrs.evolve(possible, availability=BARE_WEEKEND))
            weeks = impossible.place().clashes
            found = seconds(lambda impossible=impossible, weeks=weeks: conflict(impossible, weeks))
            ratios.append(found / seconds(lambda possible=possible: pz.plan(possible)))
        said = f"an irreducible conflict takes {statistics.median(ratios):.2f} times as long as planning 52 weeks"
        yield f"{dose}: {said}; at most {CONFLICT_AT_MOST}"


def lines() -> Iterator[str]:
    """Yield what is to be printed."""
    if find_spec("ortools") is None:
        yield "placement against CP-SAT: skipped, the extra cpsat is not installed"
    else:
        yield from against_cpsat()
    yield from twice_as_long()
    yield from conflicts()
