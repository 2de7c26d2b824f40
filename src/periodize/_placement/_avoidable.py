"""How few warnings of a rule a week could carry, and what that would cost the season."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from periodize import _search
from periodize._engine import Shape, ask
from periodize._findings import Severity
from periodize._placement._alternatives import difference
from periodize._placement._objective import Tier
from periodize._placement._place import Season
from periodize._view import order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from periodize._dose import Slot
    from periodize._engine import RuleSet
    from periodize._view import View

_ROOM = 12
"""Bits that the sessions short of the dose need at most in their tier; above them is room for one count more."""
_COUNTED = Tier.SHORT.unit << _ROOM
"""What a warning that is to be avoided costs: less than an error, more than all the rest."""


@attrs.frozen
class Avoidance:
    """What a week carries at least of a rule's warnings.

    Attributes:
        fewest: in any season without more errors than the best.
        cost: what the best season with so few has more (or less) of than the best of all, weightiest first; empty
            where it is as good.
    """

    fewest: int
    cost: Mapping[Tier, int] = attrs.field(hash=False)


def avoidances(
    slots: Mapping[int, Sequence[Slot]], rules: RuleSet, view: View, asked: Sequence[tuple[int, str]]
) -> Iterator[Avoidance]:
    """Solve the season anew for each week, by number, and rule, by code, with as few of its warnings as can be."""
    season = Season(slots, rules, view)
    best = season.join()
    numbers = {week.week: number for number, week in enumerate(view.weeks)}
    for week, code in asked:
        number = numbers[week]
        found = season.join(number, _counting(season, number, code))
        fewest = found.cost % Tier.MINIMUM.unit // _COUNTED
        yield Avoidance(fewest, difference(found._replace(cost=found.cost - fewest * _COUNTED), best))


def _counting(season: Season, number: int, code: str) -> _search.Stage:
    """Return the stage of a week in which each warning of a rule costs more than all but an error."""
    tables, cells, stage = season.tables, season.weeks[number], season.stages[number]

    def alone(spot: int) -> bool:
        spoken = tables.spoken_of(cells.sessions[spot])
        return any(rule.meta.code == code and severity is Severity.WARNING for rule, severity, _ in spoken)

    spots = tuple(spot._replace(cost=spot.cost + alone(n) * _COUNTED) for n, spot in enumerate(stage.spots))
    marks = [
        rule.meta.code == code and tables.weights.of(rule, session) is Severity.WARNING
        for session in cells.sessions
        for rule in tables.soft
    ]
    prices = tuple(price + counts * _COUNTED for price, counts in zip(stage.prices, marks, strict=True))
    of_week = [rule for rule in tables.of_week if rule.meta.code == code]
    late = _late(season, number, of_week[0]) if of_week else stage.late
    return stage._replace(spots=spots, prices=prices, late=late)


def _late(season: Season, number: int, rule: Any) -> Callable[[tuple[int, ...]], int]:  # any rule
    tables, cells, stage = season.tables, season.weeks[number], season.stages[number]

    def late(spots: tuple[int, ...]) -> int:
        sessions = tuple(sorted((cells.sessions[n] for n in spots), key=order))
        week = cells.week.with_sessions(sessions)
        hits = ask(rule, Shape.WEEK, week, tables.view)
        places = {id(place): place for hit in hits for place in [hit.session or hit.run or hit.week or week]}
        warnings = sum(tables.weights.of(rule, place) is Severity.WARNING for place in places.values())
        return stage.late(spots) + warnings * _COUNTED

    return late
