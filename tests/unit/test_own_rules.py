"""An app's own rules: what they find in a check, and how they steer a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, ClassVar

import attrs
import pytest
from tests.rules import small

import periodize as pz

ERROR = pz.Severity.ERROR
MONDAY = small.MONDAY
RUNS = "Tue quality; Thu easy; Sun long"


@attrs.frozen
class NoFridays:
    """A session falls on a Friday."""

    meta: ClassVar = pz.RuleMeta(code="APP001", name="friday-session", severity=ERROR)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the weekday."""
        if session.date.weekday() == 4:
            yield pz.Hit("{session} falls on a Friday", session=session)


@attrs.frozen
class NotTwoDaysApart:
    """Two sessions stand exactly two days apart."""

    meta: ClassVar = pz.RuleMeta(code="APP002", name="two-days-apart", severity=ERROR)
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 72

    def check_pair(self, earlier: pz.Session, later: pz.Session, hours: float) -> Iterator[pz.Hit]:
        """Count the days."""
        if (later.date - earlier.date).days == 2:
            yield pz.Hit("{session} comes {measured} h too close", measured=hours)


@attrs.frozen
class FarFromEasyRuns:
    """A session stands within a day after an easy run."""

    meta: ClassVar = pz.RuleMeta(code="APP003", name="near-easy-run", severity=pz.Severity.WARNING)
    pair: ClassVar = (pz.Run, pz.Session)
    reach_hours: ClassVar = 24

    def check_pair(self, earlier: pz.Run, later: pz.Session, hours: float) -> Iterator[pz.Hit]:
        """Look at the run's kind."""
        if earlier.kind == "easy":
            yield pz.Hit("{session} follows the {run}", measured=hours, required=24)


@attrs.frozen
class SameTimeAllWeek:
    """A week's sessions start at two times."""

    meta: ClassVar = pz.RuleMeta(code="APP004", name="two-times", severity=pz.Severity.ADVICE)

    def check_week(self, week: pz.Week, view: pz.View) -> Iterator[pz.Hit]:
        """Count the clock times."""
        times = {session.time for session in week.sessions}
        if len(times) > 1:
            yield pz.Hit("{week} has {measured} times", measured=len(times), required=1)


@attrs.frozen
class NeverEnoughWeeks:
    """A phase could be longer."""

    meta: ClassVar = pz.RuleMeta(code="APP005", name="phase-could-be-longer", severity=pz.Severity.ADVICE)

    def check_mesocycle(self, mesocycle: pz.Mesocycle, view: pz.View) -> Iterator[pz.Hit]:
        """It always could."""
        yield pz.Hit("{mesocycle} could be longer")


@attrs.frozen
class ReadsThePlan:
    """A steering rule that asks for what is not there while placing."""

    meta: ClassVar = pz.RuleMeta(code="APP006", name="reads-the-plan", severity=ERROR)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Count all sessions."""
        if len(view.plan.sessions) > 1000:
            yield pz.Hit("too many")


@attrs.frozen
class ReadsThePlanAfterwards(ReadsThePlan):
    """The same, but it only judges finished plans."""

    meta: ClassVar = pz.RuleMeta(code="APP007", name="reads-the-plan", severity=ERROR, reads="exercises")


@attrs.frozen
class AboutRuns:
    """An easy run could be missed; the place is the run."""

    meta: ClassVar = pz.RuleMeta(code="APP008", name="easy-run", severity=pz.Severity.ADVICE)

    def check_plan(self, view: pz.View) -> Iterator[pz.Hit]:
        """Look at all runs, and at one that is not in the plan."""
        for run in view.plan.runs:
            yield pz.Hit("{run} could be missed", run=run)
        yield pz.Hit("{run} never was", run=attrs.evolve(view.plan.runs[0], id="gone", date="2026-12-31"))


def brief(**changes: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km."""
    events = (pz.Event("City 10", "2027-04-18", distance_km=10),)
    return pz.Brief(**{"events": events, "start": "2027-01-25", "runs": RUNS, **changes})


def planned(rule: Any, severity: str | None = None, **changes: Any) -> list[pz.Session]:
    """Return the sessions that are planned with one rule more."""
    rules = pz.RuleSet.default().plus(rule)
    return [*pz.plan(brief(**changes), rules=rules.severity(rule.meta.code, severity) if severity else rules).sessions]


def weekdays(sessions: list[pz.Session]) -> set[int]:
    """Return the weekdays of sessions, 0 for Monday."""
    return {session.date.weekday() for session in sessions}


# --- in a check ---------------------------------------------------------------------------------------------------------


def found(rule: Any, *sessions: dict[str, Any], **more: Any) -> list[str]:
    """Return what a rule finds, as lines."""
    return [str(finding) for finding in pz.check(small.plan(*sessions, **more), rules=pz.RuleSet((rule,)))]


def test_a_session_rule_is_asked_about_each_session() -> None:
    """What it finds is one line for each session."""
    expected = ["2027-01-08 w1-2 APP001 friday-session: w1-2 falls on a Friday"]
    assert expected == found(NoFridays(), small.on("1 thu"), small.on("1 fri"))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (NotTwoDaysApart(), "2027-01-07 w1-2 APP002 two-days-apart: w1-2 comes 59.25 h too close (59.25)"),
        (FarFromEasyRuns(), "2027-01-07 w1-2 APP003 near-easy-run: w1-2 follows the easy run r1-2 (10.25, 24)"),
        (SameTimeAllWeek(), "2027-01-04 w1 APP004 two-times: week 1 has 2 times (2, 1)"),
        (
            NeverEnoughWeeks(),
            "2027-01-04 adaptation APP005 phase-could-be-longer: adaptation of wave 1 could be longer",
        ),
    ],
)
def test_what_a_rule_was_asked_about_is_the_place(rule: Any, expected: str) -> None:
    """Of a pair it is the session that comes later; the template may name it though the hit does not."""
    sessions = small.on("1 tue", "06:00"), small.on("1 thu", "18:00")
    assert expected == found(rule, *sessions, runs=RUNS)[0]


def test_a_hit_may_be_about_a_run() -> None:
    """Its place is the run's; a run of no plan has no pointer."""
    report = pz.check(small.plan(runs=RUNS), rules=pz.RuleSet((AboutRuns(),)))
    first, second = report.findings[:2]
    assert (("gone", "", None, "gone"), ("r1-1", "/runs/0", 1, "r1-1")) == (
        (first.where.label, first.where.pointer, first.where.week, first.where.run_id),
        (second.where.label, second.where.pointer, second.where.week, second.where.run_id),
    )


# --- in a plan ----------------------------------------------------------------------------------------------------------


def test_without_a_rule_some_sessions_fall_on_a_friday() -> None:
    """So the tests below see something."""
    assert 4 in weekdays([*pz.plan(brief()).sessions])


def test_an_error_is_never_planned() -> None:
    """No session falls on a Friday."""
    assert 4 not in weekdays(planned(NoFridays()))


def test_a_warning_is_avoided_where_it_can_be() -> None:
    """Other days are open, so no session falls on a Friday; where they are not, some do, and the plan stands."""
    few = pz.Availability(days=("mon", "fri"))
    assert (False, True) == (
        4 in weekdays(planned(NoFridays(), "warning")),
        4 in weekdays(planned(NoFridays(), "warning", availability=few)),
    )


def test_what_a_rule_forbids_may_be_all_there_is() -> None:
    """Then the plan is refused, and the rule is among the reasons."""
    with pytest.raises(pz.InfeasibleError) as error:
        planned(NoFridays(), availability=pz.Availability(days=("mon", "fri")))
    assert "APP001" in {clash.code for clash in error.value.conflict}


@pytest.mark.parametrize("severity", ["error", "warning", "advice"])
def test_a_pair_of_sessions_steers(severity: str) -> None:
    """Within a week and over its border."""
    sessions = planned(NotTwoDaysApart(), severity)
    gaps = [(later.date - earlier.date).days for earlier, later in pairwise(sessions)]
    assert 2 not in gaps


def test_a_run_and_a_session_steer() -> None:
    """No session within a day after an easy run, as other days are open."""
    plan = pz.plan(brief(), rules=pz.RuleSet.default().plus(FarFromEasyRuns()))
    before = [run.kind for session in plan.sessions for run in plan.runs if (session.date - run.date).days == 0]
    assert pz.RunKind.EASY not in before


def test_a_week_steers() -> None:
    """All sessions of a week start at one time."""
    plan = pz.plan(brief(), rules=pz.RuleSet.default().plus(SameTimeAllWeek()))
    assert {1} == {len({session.time for session in week.sessions}) for week in plan.weeks if week.sessions}


def test_a_steering_rule_may_not_read_the_plan() -> None:
    """There is none yet; it is told what to do."""
    with pytest.raises(pz.ConfigError, match="reads='exercises'"):
        planned(ReadsThePlan())


def test_a_rule_that_reads_exercises_does_not_steer() -> None:
    """It may read the plan, which is finished when it is asked."""
    assert [*pz.plan(brief()).sessions] == planned(ReadsThePlanAfterwards())


@attrs.frozen
class Yields:
    """Yields what it is told."""

    meta: ClassVar = pz.RuleMeta(code="APP090", name="yields", severity=pz.Severity.ERROR)
    what: Any = None

    def check_session(self, session, view):
        """Yield it."""
        yield self.what


@pytest.mark.parametrize(
    ("hit", "says"),
    [
        (
            pz.Hit("too late", measures=3),
            "Yields says measures=, which its template does not name: 'too late'\nmaybe measured",
        ),
        (pz.Hit("{day:%Y}", day=MONDAY, zzz=3), "Yields says zzz=, which its template does not name: '{day:%Y}'"),
        (pz.Hit("late", edits=["drop it"]), "Yields: edits must be a list of edits or repairs, not ('drop it',)"),
        (pz.Hit("late", edits=pz.Drop("w1-1")), "Yields: edits must be a list of edits or repairs, not Drop("),
    ],
)
def test_a_hit_swallows_nothing(hit, says) -> None:
    """What its template does not name is a slip, and so are edits that are none."""
    with pytest.raises(pz.ConfigError) as caught:
        pz.check(small.plan(small.on("1 tue")), rules=pz.RuleSet((Yields(hit),)))
    assert str(caught.value).startswith(says)


def test_formats_may_name_values_too() -> None:
    """Also within a format, and by attribute or index."""
    hit = pz.Hit("{text:>{width}} {day.year} {items[0]}", text="x", width=3, day=MONDAY, items=[7])
    report = pz.check(small.plan(small.on("1 tue")), rules=pz.RuleSet((Yields(hit),)))
    assert ["  x 2027 7"] == [finding.message for finding in report]


def test_a_finding_holds_the_ways_out_that_the_rule_proposes() -> None:
    """A plain edit is a safe repair of itself."""
    drop = pz.Repair((pz.Drop("w1-1"),), pz.Grade.UNSAFE, "rest")
    hit = pz.Hit("late", edits=[pz.Move("w1-1", MONDAY), drop])
    (found,) = pz.check(small.plan(small.on("1 tue")), rules=pz.RuleSet((Yields(hit),)))
    assert (pz.Repair((pz.Move("w1-1", MONDAY),), pz.Grade.SAFE, "move w1-1 to Mon 2027-01-04"), drop) == found.repairs


@pytest.mark.parametrize(
    "what", ["x", None, 5, pz.Hit("{nobody}"), pz.Hit("{"), pz.Hit("{", x=3), pz.Hit("{session.nothing}")]
)
def test_what_is_no_hit_is_named_with_its_rule(what) -> None:
    """A rule that yields something else, or a template that cannot be filled in, is a fault of the set-up."""
    with pytest.raises(pz.ConfigError, match="Yields"):
        pz.check(pz.plan(BRIEF_OF_YIELDS), rules=pz.RuleSet((Yields(what),)))


@pytest.mark.parametrize("what", ["x", None])
def test_what_is_no_hit_is_named_while_placing_too(what) -> None:
    """It is not taken for a verdict."""
    with pytest.raises(pz.ConfigError, match="Yields"):
        pz.plan(BRIEF_OF_YIELDS, rules=pz.RuleSet((Yields(what),)))


def made_of(method: Any) -> Any:
    """Make a rule of one method."""
    meta = pz.RuleMeta(code="APP091", name="odd", severity=pz.Severity.ERROR)
    return attrs.frozen(type("Odd", (), {"meta": meta, method.__name__: method}))()


def check_session(self: Any, session: pz.Session) -> Iterator[pz.Hit]:
    """Take too little."""
    yield pz.Hit("odd")


def check_week(self: Any, week: pz.Week, view: pz.View) -> None:
    """Return nothing."""


def check_plan(self: Any, view: pz.View, more: Any) -> Iterator[pz.Hit]:
    """Take too much."""
    yield pz.Hit("odd")


def check_mesocycle(self: Any, mesocycle: pz.Mesocycle, view: pz.View) -> pz.Hit:
    """Return a hit and do not yield it."""
    return pz.Hit("odd")


@pytest.mark.parametrize("method", [check_session, check_week, check_plan, check_mesocycle])
def test_a_method_of_another_form_is_named(method: Any) -> None:
    """One that takes other arguments, or returns no hits, is a fault of the set-up."""
    with pytest.raises(pz.ConfigError, match=rf"^Odd\.{method.__name__} must take \(.*\) and yield hits: "):
        pz.check(pz.plan(BRIEF_OF_YIELDS), rules=pz.RuleSet((made_of(method),)))


@pytest.mark.parametrize("method", [check_session, check_week])
def test_a_method_of_another_form_is_named_while_placing(method: Any) -> None:
    """It is told in the same words."""
    with pytest.raises(pz.ConfigError, match=r"^Odd\."):
        pz.plan(BRIEF_OF_YIELDS, rules=pz.RuleSet((made_of(method),)))


def test_a_fault_inside_of_a_rule_is_not_hidden() -> None:
    """What the method itself raises comes out as it is, so that its author finds the line."""

    def check_plan(self: Any, view: pz.View) -> list[pz.Hit]:
        return [None + 1]

    with pytest.raises(TypeError, match="unsupported operand"):
        pz.check(pz.plan(BRIEF_OF_YIELDS), rules=pz.RuleSet((made_of(check_plan),)))


BRIEF_OF_YIELDS = pz.Brief(events=(pz.Event("Race", "2027-04-18", distance_km=10),), start="6 weeks before")


@attrs.frozen
class TakesOne:
    """A pair rule whose method takes too little."""

    meta: ClassVar = pz.RuleMeta(code="APP009", name="takes-one", severity=pz.Severity.ERROR)
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 7 * 24

    def check_pair(self, earlier: pz.Session) -> Iterator[pz.Hit]:
        """Look at one of the two."""
        yield pz.Hit("odd")


def test_a_method_of_pairs_of_another_form_is_named() -> None:
    """As the other shapes' are."""
    with pytest.raises(pz.ConfigError, match=r"^TakesOne\.check_pair must take \(.*\) and yield hits: "):
        pz.check(pz.plan(BRIEF_OF_YIELDS), rules=pz.RuleSet((TakesOne(),)))
