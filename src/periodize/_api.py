"""The functions that the façade offers, and the engine that holds them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

import attrs

from periodize import _catalogue, _engine, _explain, _planner, _repair
from periodize._catalogue import Catalogue
from periodize._engine import RuleSet
from periodize._model import Brief, Model, Plan, Prescription, Session, as_models
from periodize._timeline import lay_out
from periodize._units import as_tuple, expect
from periodize.exceptions import ConfigError, UnknownSessionError

if TYPE_CHECKING:
    from periodize._explain import PrescriptionExplanation, RuleExplanation, SeasonExplanation, SessionExplanation
    from periodize._findings import Report
    from periodize._repair import RepairResult


@attrs.frozen(kw_only=True)
class Engine:
    """Plans and checks with one set of rules.

    Attributes:
        rules: what steers placement and judges plans.
        catalogue: the exercises that there are.
        models: an app's own models of periodization, besides the shipped ones.
    """

    rules: RuleSet = attrs.field(factory=RuleSet.default)
    catalogue: Catalogue = attrs.field(factory=_catalogue.load, repr=False)
    models: tuple[Model, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for name, value, kind in (("rules", self.rules, RuleSet), ("catalogue", self.catalogue, Catalogue)):
            if not isinstance(value, kind):
                message = f"{name} must be a {kind.__name__}, not {value!r:.60}"
                raise ConfigError(message)
        as_models(self.models)

    def plan(self, brief: Brief, *, best_effort: bool = False) -> Plan:
        """Make the best plan for a brief; see `periodize.plan`."""
        expect("brief", brief, Brief)
        expect("best_effort", best_effort, bool)
        return _planner.plan(
            brief,
            rules=self.rules,
            catalogue=self.catalogue,
            models=as_models(self.models),
            best_effort=best_effort,
        )

    def check(self, plan: Plan) -> Report:
        """Check a plan; see `periodize.check`."""
        expect("plan", plan, Plan)
        view = _engine.view_of(plan, self.catalogue, lay_out(plan.brief, as_models(self.models)))
        return _engine.check(plan, self.rules, view)

    def repair(self, plan: Plan, *, unsafe: bool = False) -> RepairResult:
        """Make a plan better where the rules know how; see `periodize.repair`."""
        expect("plan", plan, Plan)
        expect("unsafe", unsafe, bool)
        return _repair.repair(plan, rules=self.rules, catalogue=self.catalogue, unsafe=unsafe)

    def explain(self, selector: str) -> RuleExplanation:
        """Explain a rule; see `periodize.explain`."""
        rule = self.rules[selector]
        return _explain.explain_rule(rule, self.rules.severity_of(rule))

    @overload
    def why(self, plan: Plan, session: Session | str) -> SessionExplanation: ...

    @overload
    def why(self, plan: Plan, session: Prescription) -> PrescriptionExplanation: ...

    @overload
    def why(self, plan: Plan) -> SeasonExplanation: ...

    def why(
        self, plan: Plan, session: Session | Prescription | str | None = None
    ) -> SessionExplanation | PrescriptionExplanation | SeasonExplanation:
        """Explain the place of a session, a line, or the warnings of a season; see `periodize.why`."""
        expect("plan", plan, Plan)
        if isinstance(session, Prescription):
            return _explain.explain_prescription(plan, _session_with(plan, session), session, self.catalogue)
        models = as_models(self.models)
        if session is None:
            return _explain.explain_season(plan, self.rules, self.catalogue, models)
        return _explain.explain_session(plan, _session_of(plan, session), self.rules, self.catalogue, models)


def _session_of(plan: Plan, session: Session | str) -> Session:
    found = plan.session(session.id if isinstance(session, Session) else session)
    if isinstance(session, Session) and session != found:
        message = (
            f"session {session.id!r} is not the one of this plan, which stands on {found.date} at {found.time:%H:%M}"
        )
        raise UnknownSessionError(message)
    return found


def _session_with(plan: Plan, line: Prescription) -> Session:
    """Return the first session that holds a line, that very object before an equal one."""
    for same in (lambda other: other is line, lambda other: other == line):
        for session in plan.sessions:
            if any(map(same, session.exercises)):
                return session
    message = f"the plan has no line {line.exercise} like this one"
    raise UnknownSessionError(message)


def _engine_with(rules: RuleSet | None) -> Engine:
    return Engine() if rules is None else Engine(rules=rules)


def plan(brief: Brief, *, best_effort: bool = False, rules: RuleSet | None = None) -> Plan:
    """Plan a season: phases counted back from the event, sessions placed among the runs and written out.

    Args:
        brief: what to plan for.
        best_effort: plan also where a law must be broken; then sessions are left out, and `check` says where.
        rules: what steers placement; the default set if left out.

    Raises:
        InfeasibleError: no plan without an error exists; its `conflict` says why. Never with best_effort.
        DecodeError: the brief names what there is not.

    >>> import datetime as dt
    >>> import periodize as pz
    >>> brief = pz.Brief(
    ...     events=(pz.Event("City 10", dt.date(2027, 4, 18), distance_km=10),),
    ...     start="12 weeks before",
    ...     runs="Tue quality; Thu easy; Sun long",
    ... )
    >>> season = pz.plan(brief)
    >>> season.weeks[-2].weeks_out, season.sessions[0].phase
    (0, <Phase.ADAPTATION: 'adaptation'>)
    """
    return _engine_with(rules).plan(brief, best_effort=best_effort)


def check(plan: Plan, *, rules: RuleSet | None = None) -> Report:
    """Check any plan, also one that was made elsewhere.

    >>> import periodize as pz
    >>> plan = pz.Plan.from_dict(
    ...     {
    ...         "format": "periodize/plan",
    ...         "version": 1,
    ...         "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], "runs": "Tue 07:00 easy"},
    ...         "sessions": [{"date": "2027-01-05", "time": "06:00"}],
    ...     }
    ... )
    >>> [finding.name for finding in pz.check(plan).errors if finding.where.session_id]
    ['lift-before-run']
    """
    return _engine_with(rules).check(plan)


def repair(plan: Plan, *, unsafe: bool = False, rules: RuleSet | None = None) -> RepairResult:
    """Make a plan better where the rules know how: sessions move within their week, lines get the repetitions due.

    Each finding is answered by the first proposal after which there is less to say about the whole plan: fewer errors,
    else fewer warnings, else less advice, and never an error that was not there before. Repairing the result again
    changes nothing.

    Args:
        plan: any plan, also one that was made elsewhere.
        unsafe: do also what adds training, takes some away or moves it into another week.
        rules: what proposes and judges; the default set if left out.

    >>> import periodize as pz
    >>> plan = pz.Plan.from_dict(
    ...     {
    ...         "format": "periodize/plan",
    ...         "version": 1,
    ...         "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], "runs": "Tue 07:00 easy"},
    ...         "sessions": [{"date": "2027-01-05", "time": "06:00"}],
    ...     }
    ... )
    >>> print(pz.repair(plan, rules=pz.RuleSet.default().select("lift-before-run")))
    1 repair made
      move w1-1 to Tue 2027-01-05 18:00
        for 2027-01-05 w1-1 PZ301 lift-before-run: w1-1 at 06:00 comes before the easy run r1-1 at 07:00
    no findings left
    """
    return _engine_with(rules).repair(plan, unsafe=unsafe)


def explain(selector: str, *, rules: RuleSet | None = None) -> RuleExplanation:
    """Explain a rule by its code or name: what it checks, why, its numbers, its evidence, and examples.

    Raises:
        UnknownRuleError: there is no such rule.

    >>> import periodize as pz
    >>> pz.explain("lift-before-run").code
    'PZ301'
    """
    return _engine_with(rules).explain(selector)


@overload
def why(plan: Plan, session: Session | str, *, rules: RuleSet | None = None) -> SessionExplanation: ...


@overload
def why(plan: Plan, session: Prescription, *, rules: RuleSet | None = None) -> PrescriptionExplanation: ...


@overload
def why(plan: Plan, *, rules: RuleSet | None = None) -> SeasonExplanation: ...


def why(
    plan: Plan, session: Session | Prescription | str | None = None, *, rules: RuleSet | None = None
) -> SessionExplanation | PrescriptionExplanation | SeasonExplanation:
    """Explain why a session stands where it stands, or without one, which warnings the season cannot avoid.

    Of a line of a session it says why this exercise, these repetitions, this load and this pause, with sources.

    Each place of the session's week is tried in the whole season: what forbids it, or what the best season with a
    session there has more of than the best of all; and what decided. For the season, each week and rule with warnings
    is tried with as few of them as can be.

    Args:
        plan: the plan.
        session: one of its sessions, or the id of one, or a line of a session; the season if left out.
        rules: what steers placement; the default set if left out.

    Raises:
        UnknownSessionError: the plan has no session with this id, or no such line.

    >>> import datetime as dt
    >>> import periodize as pz
    >>> brief = pz.Brief(
    ...     events=(pz.Event("City 10", dt.date(2027, 4, 18), distance_km=10),),
    ...     start="8 weeks before",
    ...     runs="Tue 07:00 quality; Thu 07:00 easy; Sun 08:00 long",
    ... )
    >>> print(pz.why(pz.plan(brief), "w2-1").decided)
    fewer sessions on days with a run than the next best, Tue 18:00
    >>> [week.week.week for week in pz.why(pz.plan(brief)).weeks if week.unavoidable]
    []
    """
    engine = _engine_with(rules)
    if isinstance(session, Prescription):
        return engine.why(plan, session)
    return engine.why(plan) if session is None else engine.why(plan, session)
