"""Hypothesis strategies for briefs and plans: seasons and running weeks as athletes have them, odd ones included.

Every strategy shrinks towards the plain case: a short season to a Sunday, "2 full", all days open, no runs. Arguments
are checked when the first example is drawn, as Hypothesis does it; what cannot be met is an `InvalidArgument`.
Needs the extra `periodize[strategies]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from periodize._api import plan
from periodize._model import SHIPPED, Brief, Dose, Event, Extras, Order, Plan, Priority
from periodize._model._brief import LONGEST_SEASON_WEEKS
from periodize._units import Weekday
from periodize.strategies._facts import athletes, availabilities, events, pins
from periodize.strategies._pieces import DAY, FIRST, LAST, check_range, check_words, dates, one_in, texts
from periodize.strategies._runs import runs, with_races

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["athletes", "availabilities", "briefs", "events", "plans", "runs"]

_ORDINARY_WEEKS = 16
_BEFORE, _AFTER = 3 * DAY, 10 * DAY
"""Dated facts may lie so far outside the season."""


def briefs(
    *,
    weeks: tuple[int, int] = (0, 104),
    days: tuple[int, int] = (0, 7),
    doses: Collection[Dose | str] = tuple(Dose),
) -> SearchStrategy[Brief]:
    """Return a strategy of briefs. Some have no plan without an error; with `days=(7, 7)` few of them.

    Args:
        weeks: the fewest and the most weeks from the start to the event.
        days: the fewest and the most weekdays that are open for lifting.
        doses: those that they may have.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(briefs(weeks=(4, 8), doses=["4 mini"]))
    ... def lasts_four_to_eight_weeks(brief):
    ...     assert 28 <= (brief.target.date - brief.start).days <= 56
    >>> lasts_four_to_eight_weeks()
    """
    return _briefs(weeks, days, doses)


@st.composite
def _briefs(draw: DrawFn, weeks: tuple[int, int], days: tuple[int, int], doses: Collection[Dose | str]) -> Brief:
    check_range("weeks", weeks, 0, LONGEST_SEASON_WEEKS)
    check_range("days", days, 0, 7)
    allowed = check_words("doses", doses, Dose)
    fewest, most = weeks
    whole_weeks = draw(st.integers(fewest, min(most, fewest + _ORDINARY_WEEKS)) | st.integers(fewest, most))
    length = min(7 * whole_weeks + draw(st.integers(0, 6)), 7 * most) * DAY
    target = draw(events(min_date=FIRST + length, max_date=LAST))
    start = target.date - length
    first, last = max(FIRST, start - _BEFORE), min(LAST, target.date + _AFTER)
    races = (target, *draw(_tune_ups(start, target)))
    given = draw(runs(min_date=first, max_date=last))
    availability = draw(availabilities(days=days, min_date=first, max_date=last))
    dose = draw(st.sampled_from(allowed))
    return Brief(
        events=races,
        start=start,
        athlete=draw(athletes()),
        runs=attrs.evolve(given, dated=draw(with_races(given.dated, races))),
        availability=attrs.evolve(availability, pinned=draw(pins(availability, dose, start, target.date))),
        dose=dose,
        extras=draw(st.sampled_from(Extras)) if one_in(draw, 3) else Extras.NONE,
        model=draw(st.sampled_from(SHIPPED)).name if one_in(draw, 3) else SHIPPED[0].name,
        order=draw(st.sampled_from(Order)) if one_in(draw, 3) else Order.RUN_FIRST,
        week_start=draw(st.sampled_from(Weekday)) if draw(st.booleans()) else Weekday.MON,
        ref=draw(texts()) if one_in(draw, 4) else None,
    )


@st.composite
def _tune_ups(draw: DrawFn, start: dt.date, target: Event) -> list[Event]:
    """Draw events of lesser priority, no two on one day."""
    if start == target.date or not one_in(draw, 4):
        return []
    found: list[Event] = []
    names = {target.name}
    for date in draw(st.lists(dates(start, target.date - DAY), min_size=1, max_size=3, unique=True)):
        event = draw(events(min_date=date, max_date=date, priorities=(Priority.B, Priority.C)))
        if event.name not in names:
            found.append(event)
            names.add(event.name)
    return found


_ANY_BRIEF = briefs()


def plans(*, briefs: SearchStrategy[Brief] = _ANY_BRIEF) -> SearchStrategy[Plan]:
    """Return a strategy of plans that this library makes, with best effort, so that no brief is refused.

    Args:
        briefs: what they are made from.

    >>> from hypothesis import given, settings
    >>> from periodize import strategies
    >>> @settings(max_examples=3, deadline=None)
    ... @given(plans(briefs=strategies.briefs(weeks=(3, 5))))
    ... def begins_when_the_brief_says(plan):
    ...     assert plan.weeks[0].start == plan.brief.start
    >>> begins_when_the_brief_says()
    """
    return _plans(briefs)


@st.composite
def _plans(draw: DrawFn, briefs: object) -> Plan:
    if not isinstance(briefs, st.SearchStrategy):
        message = f"briefs={briefs!r} must be a strategy of briefs"
        raise InvalidArgument(message)
    return plan(draw(briefs), best_effort=True)
