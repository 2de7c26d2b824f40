"""Ratios of one run: planning against constructing the plan's objects, importing against importing attrs.

Run with `python -m benchmarks` from the repository. Machines differ and are noisy, so only ratios are printed.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import attrs

import periodize as pz
from benchmarks import checking, others, placement, season

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 7
EVENT = dt.date(2028, 5, 28)
WEEK = "Tue 07:00 quality; Thu 07:00 easy; Sat 07:00 easy; Sun 08:00 long"


def seconds(work: Callable[[], object]) -> float:
    """Return the median of some runs, after one that does not count."""
    times = []
    for number in range(RUNS + 1):
        begin = time.perf_counter()
        work()
        if number:
            times.append(time.perf_counter() - begin)
    return statistics.median(times)


def brief(weeks: int, dose: str) -> pz.Brief:
    """Return a season of some weeks with four runs a week."""
    start = EVENT - dt.timedelta(days=7 * weeks - 1)
    return pz.Brief(events=(pz.Event("Race", EVENT, distance_km=42.195),), start=start, runs=WEEK, dose=dose)


def constructed(plan: pz.Plan) -> object:
    """Construct the plan's objects anew from their values."""
    sessions = [
        attrs.evolve(
            session,
            warm_up=tuple(attrs.evolve(line) for line in session.warm_up),
            exercises=tuple(attrs.evolve(line) for line in session.exercises),
        )
        for session in plan.sessions
    ]
    runs = [attrs.evolve(run) for run in plan.runs]
    weeks = [attrs.evolve(week) for week in plan.weeks]
    return sessions, runs, weeks, [attrs.evolve(mesocycle) for mesocycle in plan.mesocycles]


def import_seconds(statement: str) -> float:
    """Return the time that an import takes in a fresh interpreter, start included."""
    return seconds(lambda: subprocess.run([sys.executable, "-c", statement], check=True))  # noqa: S603  # our own


def main() -> None:
    """Print the ratios."""
    engine = pz.Engine()
    for dose in pz.Dose:
        given = brief(52, dose)
        plan = engine.plan(given)
        build = seconds(lambda plan=plan: constructed(plan))
        made = seconds(lambda given=given: engine.plan(given))
        checked = seconds(lambda plan=plan: engine.check(plan))
        print(f"52 weeks, {dose}: plan {made / build:.1f} x, check {checked / build:.1f} x constructing its objects")
    for line in (*checking.lines(), *others.lines(), *season.lines(), *placement.lines()):
        print(line)
    bare = import_seconds("pass")
    floor = import_seconds("import attrs, dateutil.relativedelta") - bare
    ours = import_seconds("import periodize") - bare
    print(f"import periodize: {ours / floor:.2f} x importing attrs and dateutil.relativedelta")


if __name__ == "__main__":
    main()
