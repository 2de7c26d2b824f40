"""What is best: one tuple of sums over the season, compared in order, packed into one whole number."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, Severity
from periodize._model import Part, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from periodize._model import Brief, Run, Session, Week

_WIDTH = 24
"""Bits of a tier: more than the minutes of 160 weeks of anything."""
_MINUTES = 60
_WEEK = 7


class Tier(IntEnum):
    """The tiers of the objective, weightiest first; a lower one counts only where all above are equal."""

    ERRORS = 0
    """Findings of severity error, but those of the weekly minimum."""
    MINIMUM = 1
    """Weeks below the weekly minimum; so `best_effort` leaves a session out rather than break another law."""
    SHORT = 2
    """Sessions short of the dose."""
    WARNINGS = 3
    ADVICE = 4
    SHORTFALL = 5
    """Minutes by which the session-run warnings fall short; else an unavoidable warning would be met carelessly."""
    NOT_PREFERRED = 6
    """Sessions off the days that the athlete prefers."""
    NO_FREE_DAY = 7
    """Weeks whose run-free days are all taken."""
    RUN_DAYS = 8
    """Sessions on days with a run."""
    NOT_AFTER_HARD = 9
    """Of those, the ones that do not follow one single hard run ("hard days hard"); in power the ones that do."""
    OFF_HABIT = 10
    """Sessions off the mesocycle's habit."""
    UNEVEN = 11
    """Days that the smallest gap between leg sessions lacks to a week."""
    CLOCK_TIMES = 12
    """Clock times of a week beyond the first."""
    GAP_AFTER_RUN = 13
    """Minutes that the gaps after runs lack to six hours."""
    FROM_PREFERRED = 14
    """Minutes from the preferred time."""
    LATE = 15
    """Days from the week's start: ties go to the earliest sessions."""

    @property
    def unit(self) -> int:
        """What one of this tier costs."""
        return 1 << _WIDTH * (len(Tier) - 1 - self)


CUT = _WIDTH * (len(Tier) - Tier.OFF_HABIT)
"""Bits of a cost at and below the habit, which couples the weeks of a mesocycle."""

_OF_SEVERITY = {Severity.ERROR: Tier.ERRORS, Severity.WARNING: Tier.WARNINGS, Severity.ADVICE: Tier.ADVICE}


def tier_of(severity: Severity) -> Tier:
    """Return the tier in which a finding counts."""
    return _OF_SEVERITY[severity]


def unpacked(cost: int) -> dict[Tier, int]:
    """Take a cost apart into its tiers."""
    mask = (1 << _WIDTH) - 1
    return {tier: cost >> _WIDTH * (len(Tier) - 1 - tier) & mask for tier in Tier}


def session_preferences(session: Session, runs: Sequence[Run], brief: Brief, week: Week) -> dict[Tier, int]:
    """Return what one session costs by the preferences that look at it alone.

    "Hard days hard" is for loading weeks: a light session of a deload or a taper keeps to the habit instead.
    """
    availability = brief.availability
    cost = {
        Tier.FROM_PREFERRED: abs(session.start_minute - _minutes(availability.prefer_time)),
        Tier.LATE: session.date.toordinal() - week.start.toordinal(),
    }
    if availability.prefer_days and session.date.weekday() not in {day.number for day in availability.prefer_days}:
        cost[Tier.NOT_PREFERRED] = 1
    if runs:
        cost[Tier.RUN_DAYS] = 1
        # A run so long that lifting after it is advised against is no invitation to lift.
        short = runs[0].end_minute - runs[0].start_minute < evidence.LONG_RUN_MINUTES.value
        single_hard = len(runs) == 1 and runs[0].kind.hard and short
        any_hard = any(run.kind.hard for run in runs)
        if session.phase.builds and not week.deload:
            cost[Tier.NOT_AFTER_HARD] = int(any_hard if session.phase is Phase.POWER else not single_hard)
        gap = session.start_minute - max(run.end_minute for run in runs)
        cost[Tier.GAP_AFTER_RUN] = max(0, evidence.AFTER_RUN_PREFERRED.value * _MINUTES - gap)
    return cost


def _minutes(time: object) -> int:
    return time.hour * _MINUTES + time.minute  # type: ignore[attr-defined,no-any-return]  # a clock time


def shortfall(hit: Hit) -> int:
    """Return the minutes by which a session-run warning falls short of its hours."""
    if isinstance(hit.required, int | float) and isinstance(hit.measured, int | float):
        return round(abs(hit.required - hit.measured) * _MINUTES)
    return 0


def week_preferences(sessions: Sequence[Session], run_free: frozenset[int]) -> int:
    """Return what a week's sessions cost together; `run_free` holds the ordinals of its days without a run."""
    if not sessions:
        return 0
    days = [session.date.toordinal() for session in sessions]
    cost = (len({session.time for session in sessions}) - 1) * Tier.CLOCK_TIMES.unit
    cost += (_WEEK - smallest_gap(sessions, days)) * Tier.UNEVEN.unit
    if run_free and run_free.issubset(days):
        cost += Tier.NO_FREE_DAY.unit
    return cost


def smallest_gap(sessions: Sequence[Session], days: Sequence[int]) -> int:
    """Return the fewest days between sessions that load the legs, the next week taken to be alike."""
    legs = sorted(day for session, day in zip(sessions, days, strict=True) if Part.LEGS in session.loads)
    gaps = [later - earlier for earlier, later in pairwise(legs)]
    return min([*gaps, _WEEK - (legs[-1] - legs[0])]) if gaps else _WEEK


def packed(cost: Iterable[tuple[Tier, int]]) -> int:
    """Pack tiers into one cost."""
    return sum(tier.unit * count for tier, count in cost)
