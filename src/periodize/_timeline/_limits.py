"""How long phases, taper and transition last, for whom, and before which distance."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from periodize._evidence import _timeline as numbers
from periodize._model import Athlete, Level

Adaptation: TypeAlias = Literal["none", "novice", "returner"]
"""Who needs adaptation: a novice's grows with the season, a trained athlete's on return never does."""


class TaperWeeks(NamedTuple):
    """How many weeks a taper lasts, and the least that it may be cut to."""

    default: int
    minimum: int


def is_masters(age: int | None) -> bool:
    """Whether an athlete of this age (in years, or unknown) deloads as masters do."""
    return age is not None and age >= numbers.MASTERS_AGE.value


def adaptation_of(athlete: Athlete) -> Adaptation:
    """Return whether the athlete needs adaptation, and as who; a novice on return is a novice."""
    if athlete.level is Level.NOVICE:
        return "novice"
    return "returner" if athlete.weeks_off >= numbers.ADAPTATION_WEEKS_OFF.value else "none"


def taper_of(distance_km: float | None) -> TaperWeeks:
    """Return how long the taper before an event of this distance lasts."""
    return TaperWeeks(*numbers.TAPER_WEEKS.value[_band(distance_km, numbers.TAPER_BANDS_KM.value)])


def transition_weeks(distance_km: float | None) -> int:
    """Return the whole weeks of transition after the week of an event of this distance."""
    return numbers.TRANSITION_WEEKS.value[_band(distance_km, numbers.TRANSITION_BANDS_KM.value)]


def _band(distance_km: float | None, bands_km: tuple[float, ...]) -> int:
    distance = numbers.UNKNOWN_DISTANCE_KM.value if distance_km is None else distance_km
    return sum(distance > last for last in bands_km)
