"""What is best: one tuple of sums over the season, compared in order, packed into one whole number."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, Severity
from periodize._model import Focus, Part, Phase
from periodize.rules.run_spacing import comes_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from periodize._model import Brief, Run, Session, Week

_WIDTH = 24
"""Bits of a tier: more than the minutes of 160 weeks of anything."""
_MINUTES = 60
_WEEK = 7
_PAIR = 2


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
    EXTRAS = 6
    """Trunk sessions outside the dose that are left out."""
    NOT_PREFERRED = 7
    """Sessions off the days that the athlete prefers."""
    NO_FREE_DAY = 8
    """Weeks whose run-free days are all taken."""
    RUN_DAYS = 9
    """Sessions on days with a run; of trunk sessions outside the dose, those on days without."""
    OUT_OF_ORDER = 10
    """Sessions that follow a run where the order of the brief wants the lift first."""
    NOT_AFTER_HARD = 11
    """Of those, the ones that do not follow one single hard run ("hard days hard"); in power the ones that do."""
    OFF_HABIT = 12
    """Sessions off the mesocycle's habit."""
    UNEVEN = 13
    """Days that the smallest gap between leg sessions lacks to a week."""
    CLOCK_TIMES = 14
    """Clock times of a week beyond the first."""
    GAP_AFTER_RUN = 15
    """Minutes that the gaps between runs and lifts lack to six hours."""
    FROM_PREFERRED = 16
    """Minutes from the preferred time."""
    LATE = 17
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
    runs = [run for run in runs if not run.is_cross]
    if session.focus is Focus.CORE:
        return _extra_preferences(session, runs, week)
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
        gap = min(
            session.start_minute - run.end_minute
            if run.start_minute <= session.start_minute
            else run.start_minute - session.end_minute
            for run in runs
        )
        cost[Tier.GAP_AFTER_RUN] = max(0, evidence.AFTER_RUN_PREFERRED.value * _MINUTES - gap)
        follows = any(run.start_minute <= session.start_minute for run in runs)
        lift_first = not any(comes_first(run, brief.order) for run in runs)
        cost[Tier.OUT_OF_ORDER] = int(follows and lift_first)
    return cost


def _extra_preferences(session: Session, runs: Sequence[Run], week: Week) -> dict[Tier, int]:
    """Return what a trunk session outside the dose costs: it follows a run at once where it can."""
    cost = {Tier.LATE: session.date.toordinal() - week.start.toordinal()}
    if not runs:
        return {**cost, Tier.RUN_DAYS: 1}
    return {**cost, Tier.FROM_PREFERRED: abs(session.start_minute - max(run.end_minute for run in runs))}


def _minutes(time: object) -> int:
    return time.hour * _MINUTES + time.minute  # type: ignore[attr-defined,no-any-return]  # a clock time


def shortfall(hit: Hit) -> int:
    """Return the minutes by which a session-run warning falls short of its hours."""
    if isinstance(hit.required, int | float) and isinstance(hit.measured, int | float):
        return round(abs(hit.required - hit.measured) * _MINUTES)
    return 0


class WeekPreferences:
    """What the sessions of a week cost together, for candidates that are named by their numbers.

    Args:
        sessions: the candidates.
        run_free: the ordinals of the week's days without a run.
    """

    def __init__(self, sessions: Sequence[Session], run_free: frozenset[int]) -> None:
        self.days = [session.date.toordinal() for session in sessions]
        self.dealt = [session.focus is not Focus.CORE for session in sessions]
        self.times = [session.start_minute for session in sessions]
        self.legs = [Part.LEGS in session.loads for session in sessions]
        self.extras = not all(self.dealt)
        self.run_free = run_free

    def cost(self, picked: Sequence[int]) -> int:
        """Return the cost of some candidates together."""
        if self.extras:
            picked = [n for n in picked if self.dealt[n]]
        if not picked:
            return 0
        cost = (len({self.times[n] for n in picked}) - 1) * _CLOCK_TIME
        cost += (_WEEK - smallest_gap([self.days[n] for n in picked if self.legs[n]])) * _DAY_UNEVEN
        if self.run_free and self.run_free.issubset([self.days[n] for n in picked]):
            cost += _NO_FREE_DAY
        return cost


_CLOCK_TIME, _DAY_UNEVEN, _NO_FREE_DAY = Tier.CLOCK_TIMES.unit, Tier.UNEVEN.unit, Tier.NO_FREE_DAY.unit


def smallest_gap(days: list[int]) -> int:
    """Return the fewest days between sessions on some days, the next week taken to be alike; 7 for a single one."""
    if len(days) < _PAIR:
        return _WEEK
    days.sort()
    smallest = _WEEK - (days[-1] - days[0])
    for earlier, later in pairwise(days):
        smallest = min(smallest, later - earlier)
    return smallest


def packed(cost: Iterable[tuple[Tier, int]]) -> int:
    """Pack tiers into one cost."""
    return sum(tier.unit * count for tier, count in cost)
