"""Planning a whole season, exercises and placement included, against streprogen's build and render of as many lines."""

from __future__ import annotations

import statistics
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import periodize as pz
from benchmarks.placement import WEEKS_OF_RUNS, brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENGINE = pz.Engine()
WEEKS = 52
REPEATS = 5

# What each ratio is to be.
AS_FAST_AS_STREPROGEN = {pz.Dose.TWO_FULL: 2, pz.Dose.FOUR_MINI: 1}
TWICE_AS_LONG_AT_MOST = 2.3


def shares(work: Callable[[], object], other: Callable[[], object]) -> float:
    """Return how many times as long as one thing another takes: the median of repeats in turn, of the processor's time.

    Both meet the same noise, and what else the machine does is not counted.
    """
    ratios = []
    for number in range(REPEATS + 1):
        times = []
        for each in (work, other):
            begin = time.process_time()
            each()
            times.append(time.process_time() - begin)
        if number:  # the first time does not count
            ratios.append(times[1] / times[0])
    return statistics.median(ratios)


def program(weeks: int, lines: int) -> Callable[[], str]:
    """Return what builds a program of streprogen's and writes it out, with at most some lines in all."""
    from streprogen import Day, DynamicExercise, Program

    days = (lines // weeks // 2, lines // weeks - lines // weeks // 2)

    def written() -> str:
        made = Program(duration=weeks, round_to=2.5)
        for number, exercises in enumerate(days):
            day = Day(name=f"Day {number}")
            lifts = (DynamicExercise(f"{number}-{each}", 60 + 5 * each, 80 + 5 * each) for each in range(exercises))
            day.add_exercises(*lifts)
            made.add_days(day)
        made.render(validate=False)
        return str(made.to_txt())

    return written


def against_streprogen() -> Iterator[str]:
    """Compare seasons with programs of as many lines."""
    for dose, wanted in AS_FAST_AS_STREPROGEN.items():
        ratios, counts = [], []
        for runs in WEEKS_OF_RUNS:
            season = brief(WEEKS, dose, runs)
            counts.append(sum(len(session.exercises) for session in ENGINE.plan(season).sessions))
            ratios.append(shares(lambda season=season: ENGINE.plan(season), program(WEEKS, counts[-1])))
        many = f"{min(counts)} to {max(counts)} lines"
        said = f"{statistics.median(ratios):.2f} times as fast ({min(ratios):.2f} to {max(ratios):.2f})"
        yield f"{WEEKS} weeks, {dose}, {many}: planned {said} as streprogen writes as many; at least {wanted}"


def twice_as_long() -> Iterator[str]:
    """Compare seasons twice as long."""
    for dose in pz.Dose:
        ratios = []
        for runs in WEEKS_OF_RUNS:
            once, twice = brief(WEEKS, dose, runs), brief(2 * WEEKS, dose, runs)
            ratios.append(shares(lambda once=once: ENGINE.plan(once), lambda twice=twice: ENGINE.plan(twice)))
        said = f"{2 * WEEKS} weeks take {statistics.median(ratios):.2f} times as long to plan as {WEEKS}"
        yield f"{dose}: {said}; at most {TWICE_AS_LONG_AT_MOST}"


def lines() -> Iterator[str]:
    """Yield what is to be printed."""
    if find_spec("streprogen") is None:
        yield "a season against streprogen: skipped, the extra bench is not installed"
    else:
        yield from against_streprogen()
    yield from twice_as_long()
