"""How good a plan is, as a whole and around some days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from periodize import _dates, _engine
from periodize._engine import RuleSet, Shape, shape_of
from periodize._timeline import lay_out

if TYPE_CHECKING:
    from periodize._catalogue import Catalogue
    from periodize._findings import Finding, Report
    from periodize._model import Edit, Plan
    from periodize._view import View

Score = tuple[int, ...]
Key = tuple[object, ...]

_REACH_DAYS = 8
"""A pair reaches seven days at most."""
_LOCAL = (Shape.SESSION, Shape.PAIR, Shape.WEEK)


def score(report: Report) -> Score:
    """Count a report's errors, warnings and advice: less is better, the first counts most."""
    return len(report.errors), len(report.warnings), len(report.advice)


def key(finding: Finding) -> Key:
    """Return what makes a finding the same one in another plan: its rule and its place, not its words."""
    where = finding.where
    if where.session_id is not None:
        return finding.code, "session", where.session_id
    if where.run_id is not None:
        return finding.code, "run", where.run_id
    return finding.code, where.label, where.date


def better(report: Report, than: Report) -> bool:
    """Whether a report has less to say than another, and no error that the other has not."""
    return score(report) < score(than) and _keys(report.errors) <= _keys(than.errors)


def _keys(findings: Iterable[Finding]) -> Counter[Key]:
    return Counter(map(key, findings))


class Bench:
    """Checks the plans of one brief.

    Args:
        plan: the plan to begin with; brief, weeks and runs stay as they are.
        rules, catalogue: what it is checked with.
    """

    def __init__(self, plan: Plan, rules: RuleSet, catalogue: Catalogue) -> None:
        self._rules = rules
        self._catalogue = catalogue
        self._timeline = lay_out(plan.brief)
        steering = (rule for rule in rules if rule.meta.reads == "schedule" and shape_of(rule) in _LOCAL)
        self._local = rules.select(*(rule.meta.code for rule in steering))

    def steers(self, code: str) -> bool:
        """Whether a rule looks at where sessions stand, so that moving one may help."""
        return code in self._local

    def view(self, plan: Plan) -> View:
        """Return the view of a plan."""
        return _engine.view_of(plan, self._catalogue, self._timeline)

    def check(self, plan: Plan) -> Report:
        """Ask all rules about a plan."""
        return _engine.check(plan, self._rules, self.view(plan))

    def around(self, plan: Plan, first: dt.date, last: dt.date) -> Neighbourhood:
        """Return the part of a plan in which moves between two days can be felt."""
        first, last = _dates.days_after(first, -_REACH_DAYS), _dates.days_after(last, _REACH_DAYS)
        part = attrs.evolve(
            plan,
            weeks=tuple(week for week in plan.weeks if week.start <= last and first <= week.end),
            runs=tuple(run for run in plan.runs if first <= run.date <= last),
            sessions=tuple(session for session in plan.sessions if first <= session.date <= last),
        )
        return Neighbourhood(self, part)

    def check_locally(self, part: Plan) -> Report:
        """Ask the rules that look at where sessions stand about a part of a plan."""
        return _engine.check(part, self._local, self.view(part))


class Neighbourhood:
    """A part of a plan; it tells soon which moves are worth a check of the whole."""

    def __init__(self, bench: Bench, part: Plan) -> None:
        self._bench = bench
        self._part = part
        self._report = bench.check_locally(part)

    def score_with(self, edits: Iterable[Edit]) -> Score | None:
        """Return the score with some edits made; None where they do not make it better."""
        report = self._bench.check_locally(self._part.apply(*edits))
        return score(report) if better(report, self._report) else None
