"""Checking a season: against a bare walk over its lines, and again after an edit against a check of the whole."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

import periodize as pz
from benchmarks.placement import WEEKS_OF_RUNS, brief
from benchmarks.season import ENGINE, shares

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 3
WALKS = 20
"""So many bare walks are timed together, as one is too short."""

# What each ratio is to be.
WALKS_AT_MOST = 40
EDITS_AT_LEAST = {52: 12, 104: 20}


def walk(plan: pz.Plan) -> int:
    """Look at each line of each session once."""
    sets = 0
    for _ in range(WALKS):
        for session in plan.sessions:
            for line in session.exercises:
                sets += line.sets
    return sets


def walks() -> Iterator[str]:
    """Compare a check with all rules with the walk, which any rule about lines must make."""
    for dose in pz.Dose:
        plan = ENGINE.plan(brief(52, dose, WEEKS_OF_RUNS[0]))
        ratio = WALKS * shares(lambda plan=plan: walk(plan), lambda plan=plan: ENGINE.check(plan))
        yield f"52 weeks, {dose}: a check takes {ratio:.0f} walks over its lines; at most {WALKS_AT_MOST}"


def edits() -> Iterator[str]:
    """Compare moving a session by a day and checking again with a check of the whole."""
    for weeks, least in EDITS_AT_LEAST.items():
        checker = pz.Checker(ENGINE.plan(brief(weeks, pz.Dose.TWO_FULL, WEEKS_OF_RUNS[0])))
        draw = random.Random(SEED)  # noqa: S311  # no secret

        def edit(checker: pz.Checker = checker, draw: random.Random = draw) -> None:
            session = draw.choice(checker.plan.sessions)
            checker.apply(pz.Move(session.id, session.date + dt.timedelta(days=draw.choice((-1, 1)))))

        ratio = shares(edit, lambda checker=checker: ENGINE.check(checker.plan))
        yield f"{weeks} weeks: an edit with its check takes 1/{ratio:.1f} of a full check; at most 1/{least}"


def lines() -> Iterator[str]:
    """Yield what is to be printed."""
    yield from walks()
    yield from edits()
