"""Where a session could have stood instead, and what that would have cost the season."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from periodize import _dates, _search
from periodize._findings import Severity
from periodize._placement import _objective
from periodize._placement._objective import Tier
from periodize._placement._place import Season
from periodize._units import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._dose import Slot
    from periodize._engine import RuleSet
    from periodize._model import Session
    from periodize._view import View

_NEVER = Tier.ERRORS.unit << 24


@attrs.frozen
class Reason:
    """A rule that speaks against a place: its code, name and severity, and what it says there."""

    code: str
    name: str
    severity: Severity
    message: str


@attrs.frozen
class Alternative:
    """A place in the week of a session.

    Attributes:
        date: the day.
        time: the start; None where the day has no open hours that hold the session.
        chosen: whether the session stands there.
        reasons: the rules that speak against it whatever else stands in the season; one of severity error bars it.
        cost: what the best season with a session there costs more than the best of all, tier by tier, weightiest
            first; empty where it is as good.
    """

    date: dt.date
    time: dt.time | None
    chosen: bool
    reasons: tuple[Reason, ...]
    cost: Mapping[Tier, int] = attrs.field(hash=False)


def alternatives(
    slots: Mapping[int, Sequence[Slot]], rules: RuleSet, view: View, session: Session, week_number: int
) -> tuple[Alternative, ...]:
    """Return the places of a session's week, in order; for each the season is solved anew with a session there."""
    season = Season(slots, rules, view)
    tables, weeks = season.tables, season.weeks
    best = season.join()
    number = next(n for n, week in enumerate(view.weeks) if week.week == week_number)

    def with_spot(spot: int) -> _search.Solution:
        return season.join(number, _with(season.stages[number], spot))

    spots = {
        (item.date, item.start_minute): n
        for n, item in enumerate(weeks[number].sessions)
        if (item.form, item.focus) == (session.form, session.focus)
    }
    found: list[Alternative] = []
    dealt = [
        slot for slot in dict.fromkeys(slots[week_number]) if (slot.form, slot.focus) == (session.form, session.focus)
    ]
    for slot in dealt:
        for date in _dates.dates_from(slot.first, slot.last):
            starts = tables.starts(slot, date)
            if not starts:
                found.append(Alternative(date, None, chosen=False, reasons=(), cost={}))
            for start in starts:
                chosen = (date, clock(start)) == (session.date, session.time)
                spot = spots.get((date, start))
                candidate = attrs.evolve(tables.candidate(slot, date, start, view.weeks[number]), id=session.id)
                spoken = tables.spoken_of(candidate)
                reasons = tuple(
                    Reason(rule.meta.code, rule.meta.name, severity, message) for rule, severity, message in spoken
                )
                more = difference(with_spot(spot), best) if spot is not None else {}
                found.append(Alternative(date, clock(start), chosen, reasons, more))
    return tuple(found)


def _with(stage: _search.Stage, spot: int) -> _search.Stage:
    """Return the stage with one spot that must be picked."""
    kinds: list[_search.Kind] = []
    for kind in stage.kinds:
        if spot not in kind.spots:
            kinds.append(kind)
            continue
        kinds.append(_search.Kind(1, (spot,), _NEVER))
        others = tuple(other for other in kind.spots if other != spot)
        if kind.picks > 1:
            kinds.append(_search.Kind(kind.picks - 1, others, kind.miss))
    return stage._replace(kinds=tuple(kinds))


def difference(found: _search.Solution, best: _search.Solution) -> dict[Tier, int]:
    """Compare two solutions tier by tier; what broken weeks cost by the habit and below counts where all else is equal.

    There the one that was found may cost less: then it ties with the best but for an order that counts before.
    """
    if found.cost == best.cost:
        one, other = max(found.yielding, best.yielding), best.yielding
    else:
        one, other = found.cost, best.cost
    tiers, tiers_of_best = _objective.unpacked(one), _objective.unpacked(other)
    return {tier: tiers[tier] - tiers_of_best[tier] for tier in Tier if tiers[tier] != tiers_of_best[tier]}
