"""Which sessions could move where, so that a finding about the calendar goes away."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from periodize import _dates
from periodize._findings import Grade, Repair, Severity
from periodize._model import Move
from periodize._placement import Places

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from periodize._engine import RuleSet
    from periodize._findings import Finding
    from periodize._model import Plan, Session, Week
    from periodize._repair._bench import Bench, Neighbourhood, Score

_MOST_OF_TWO = 4
"""So many places of each are tried where two sessions move together."""
_WEEK = 7


class Moves:
    """Finds moves.

    Args:
        plan: where it begins; its runs and weeks stay as they are.
        rules: those that steer say where no session may stand.
        bench: checks.
    """

    def __init__(self, plan: Plan, rules: RuleSet, bench: Bench) -> None:
        self._bench = bench
        self._places = Places(rules, bench.view(plan))

    def safe(self, plan: Plan, finding: Finding) -> Iterator[Repair]:
        """Yield moves within a week, the best first: of the session itself, of another one, of two together.

        Two sessions are not moved for mere advice.
        """
        week = _week_of(finding.where.date, plan.weeks)
        if week is None or not week.sessions:
            return
        named = finding.where.session_id
        around = self._bench.around(plan, week.start, week.end)
        ways = {session.id: self._ways(session, week.start, week.end) for session in week.sessions}
        for own in (True, False):
            names = [name for name in ways if (named in {None, name}) is own]
            yield from _ranked(around, [(way,) for name in names for way in ways[name]], Grade.SAFE)
        if finding.severity is Severity.ADVICE:
            return
        pairs = [pair for pair in combinations(ways, 2) if named in {None, *pair}]
        both = [two for one, other in pairs for two in product(*(ways[name][:_MOST_OF_TWO] for name in (one, other)))]
        yield from _ranked(around, both, Grade.SAFE)

    def unsafe(self, plan: Plan, finding: Finding) -> Iterator[Repair]:
        """Yield moves of a session into another week, the best first; into the season from outside."""
        if finding.where.session_id is None or not plan.weeks:
            return
        session = plan.session(finding.where.session_id)
        own = _week_of(session.date, plan.weeks)
        if own is not None:
            first, last = _dates.days_after(session.date, -_WEEK), _dates.days_after(session.date, _WEEK)
        else:
            near = min(plan.weeks, key=lambda week: max(week.start - session.date, session.date - week.end))
            first, last = near.start, near.end
        ways = self._ways(session, first, last)
        around = self._bench.around(plan, min(first, session.date), max(last, session.date))
        options = [(way,) for way in ways if _week_of(way.move.date, plan.weeks) is not own]
        yield from _ranked(around, options, Grade.UNSAFE)

    def _ways(self, session: Session, first: dt.date, last: dt.date) -> list[_Way]:
        """Return where a session could move, to the nearest day first, there to what `plan` would rather take."""
        ways = [
            _Way(abs(place.date.toordinal() - session.date.toordinal()), cost, Move(place.id, place.date, place.time))
            for place, cost in self._places.of(session, first, last)
        ]
        return sorted(ways, key=lambda way: (way.days, way.cost))  # ties in order of time


class _Way(NamedTuple):
    """A place that a session could move to."""

    days: int
    cost: int
    move: Move


def _ranked(around: Neighbourhood, options: Iterable[tuple[_Way, ...]], grade: Grade) -> Iterator[Repair]:
    """Yield the moves that make their surroundings better: the most so first, then the shortest."""
    ranked: list[tuple[Score, int, int, int, Repair]] = []
    for number, option in enumerate(options):
        repair = Repair(tuple(way.move for way in option), grade)
        score = around.score_with(repair.edits)
        if score is not None:
            ranked.append((score, sum(way.days for way in option), sum(way.cost for way in option), number, repair))
    yield from (repair for *_, repair in sorted(ranked, key=lambda item: item[:4]))


def _week_of(date: dt.date, weeks: Iterable[Week]) -> Week | None:
    return next((week for week in weeks if week.holds(date)), None)
