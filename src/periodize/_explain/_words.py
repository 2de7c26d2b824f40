"""How the tiers of the objective are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._findings import Severity
from periodize._placement import Tier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from periodize._model import Brief

_TIERS = {
    Tier.ERRORS: ("error", "errors"),
    Tier.MINIMUM: ("week below the minimum", "weeks below the minimum"),
    Tier.SHORT: ("session short of the dose", "sessions short of the dose"),
    Tier.WARNINGS: ("warning", "warnings"),
    Tier.ADVICE: ("piece of advice", "pieces of advice"),
    Tier.SHORTFALL: ("minute short of a gap that a rule wants", "minutes short of gaps that rules want"),
    Tier.EXTRAS: ("extra session left out", "extra sessions left out"),
    Tier.NOT_PREFERRED: ("session off the preferred days", "sessions off the preferred days"),
    Tier.NO_FREE_DAY: ("week without a free day", "weeks without a free day"),
    Tier.RUN_DAYS: ("session on a day with a run", "sessions on days with a run"),
    Tier.OUT_OF_ORDER: ("session after the run", "sessions after the run"),
    Tier.NOT_AFTER_HARD: ("session after the wrong kind of run", "sessions after the wrong kind of run"),
    Tier.OFF_HABIT: ("session off the usual weekdays", "sessions off the usual weekdays"),
    Tier.UNEVEN: ("day short of even spacing", "days short of even spacing"),
    Tier.CLOCK_TIMES: ("further clock time in a week", "further clock times in a week"),
    Tier.GAP_AFTER_RUN: ("minute short of six hours after a run", "minutes short of six hours after runs"),
    Tier.FROM_PREFERRED: ("minute off the preferred time", "minutes off the preferred time"),
    Tier.LATE: ("day later in its week", "days later in their weeks"),
}
_WITH_EXTRAS = {**_TIERS, Tier.RUN_DAYS: ("session on the wrong kind of day", "sessions on the wrong kind of day")}
"""An extra is best on the day of a run, the others on a day without one."""

_SEVERITIES = {Severity.ERROR: Tier.ERRORS, Severity.WARNING: Tier.WARNINGS, Severity.ADVICE: Tier.ADVICE}


def severity_of(words: str) -> Severity | None:
    """Return of which severity the findings are that words count; None where they count no findings."""
    return next((severity for severity, tier in _SEVERITIES.items() if words in _TIERS[tier]), None)


def words_for(brief: Brief) -> Mapping[Tier, tuple[str, str]]:
    """Return how one and many of each tier are said for a brief."""
    return _WITH_EXTRAS if brief.extras.sessions else _TIERS


def counted(cost: Mapping[Tier, int], brief: Brief) -> dict[str, int]:
    """Say a difference of costs: how many of what more or less, weightiest first."""
    words = words_for(brief)
    return {words[tier][abs(count) != 1]: count for tier, count in cost.items()}
