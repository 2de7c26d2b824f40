"""A check that goes on says what a full check says, and no order of anything changes a report."""

import datetime as dt
from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.test_own_rules import NoFridays, NotTwoDaysApart

import periodize as pz
from periodize import strategies

BRIEF = pz.Brief(
    events=(pz.Event("Race", "2027-04-18", distance_km=10), pz.Event("Tune-up", "2027-03-14", priority="B")),
    start="9 weeks before",
    runs="Tue 07:00 quality; Thu 23:30 easy; Sun 08:00 long",
    dose="4 mini",
)
FIRST, LAST = dt.date(2027, 2, 8), dt.date(2027, 5, 12)


@attrs.frozen
class NearAnother:
    """Looks at what else stands around a session, in its week and in its mesocycle."""

    meta: ClassVar = pz.RuleMeta(code="APP020", name="near-another", severity=pz.Severity.ADVICE, reads="exercises")

    def check_session(self, session, view):
        """Look before, after, on the day, and in the mesocycle."""
        others = [
            item for item in (*view.before(session, 30), *view.after(session, 60)) if isinstance(item, pz.Session)
        ]
        beside = len(view.sessions_on(session.date)) - 1
        cycle = view.mesocycle_of(session.date)
        weeks = view.weeks_of(cycle)[:1] if cycle is not None else ()
        first = sum(len(week.sessions) for week in weeks)
        if others or beside:
            yield pz.Hit(
                "{session} is {n} near, {beside} beside, {first} first", n=len(others), beside=beside, first=first
            )


@attrs.frozen
class LikeTheLast:
    """Looks at the week before."""

    meta: ClassVar = pz.RuleMeta(code="APP021", name="like-the-last", severity=pz.Severity.ADVICE, reads="exercises")

    def check_week(self, week, view):
        """Compare a week's sessions with those of the week before."""
        last = view.week_of(week.start - dt.timedelta(days=1))
        if last is not None and len(last.sessions) != len(week.sessions):
            yield pz.Hit("{week} has {now}, the last {then}", now=len(week.sessions), then=len(last.sessions))


@attrs.frozen
class Lines:
    """Counts the lines of a mesocycle's weeks."""

    meta: ClassVar = pz.RuleMeta(code="APP022", name="lines", severity=pz.Severity.ADVICE, reads="exercises")

    def check_mesocycle(self, mesocycle, view):
        """Say how many there are."""
        lines = sum(len(session.exercises) for week in view.weeks_of(mesocycle) for session in week.sessions)
        yield pz.Hit("{mesocycle} has {lines} lines", lines=lines)


@attrs.frozen
class AnotherPlace:
    """Speaks of another session than the one that it was asked about."""

    meta: ClassVar = pz.RuleMeta(code="APP023", name="another-place", severity=pz.Severity.ADVICE, reads="exercises")

    def check_session(self, session, view):
        """Point at the first session of the plan."""
        if session.minutes > 50:
            yield pz.Hit("{other} is long", session=view.plan.sessions[0], other=session)


OWN = (NoFridays(), NotTwoDaysApart(), NearAnother(), LikeTheLast(), Lines(), AnotherPlace())
RULES = pz.RuleSet.default().plus(*OWN).within("taper", ignore=["PZ2"], severity={"PZ3": "advice"})
WAIVERS = (
    pz.Waiver(code="PZ301", place="w3", reason="seen", until="2027-02-24"),
    pz.Waiver(code="same-parts-too-soon", reason="seen"),
    pz.Waiver(code="PZ106", place="w5-1", reason="seen"),
)
DATES = st.dates(FIRST, LAST)
TIMES = st.builds(dt.time, st.integers(5, 22), st.sampled_from((0, 30)))


class Editing(RuleBasedStateMachine):
    """Edits at random, one after the other."""

    @initialize()
    def begin(self):
        """Start from a planned season."""
        self.checker = pz.Checker(pz.plan(BRIEF), rules=RULES)
        self.put = 0

    def one_of(self, data):
        """Draw a session."""
        return data.draw(st.sampled_from(self.checker.plan.sessions))

    @rule(data=st.data(), date=DATES, time=TIMES)
    def move(self, data, date, time):
        """Move a session."""
        if self.checker.plan.sessions:
            self.checker.apply(pz.Move(self.one_of(data).id, date, time=time))

    @rule(data=st.data())
    def drop(self, data):
        """Drop a session."""
        if self.checker.plan.sessions:
            self.checker.apply(pz.Drop(self.one_of(data).id))

    @rule(date=DATES, time=TIMES, focus=st.sampled_from(pz.Focus), heavy=st.booleans())
    def add(self, date, time, focus, heavy):
        """Put a session in."""
        self.put += 1
        name = f"put-{self.put}"
        session = pz.Session(id=name, date=date, time=time, focus=focus, phase="strength", heavy=heavy)
        self.checker.apply(pz.Put(session))

    @rule(data=st.data(), minutes=st.integers(10, 120), phase=st.sampled_from(pz.Phase))
    def change(self, data, minutes, phase):
        """Change a session where it stands."""
        if self.checker.plan.sessions:
            self.checker.apply(pz.Set(self.one_of(data).id, minutes=minutes, phase=phase))

    @rule(data=st.data(), waivers=st.lists(st.sampled_from(WAIVERS), unique=True))
    def waive(self, data, waivers):
        """Change the plan's waivers."""
        self.checker.update(attrs.evolve(self.checker.plan, waivers=waivers))

    @rule(kind=st.sampled_from(["runs", "document", "mesocycles"]))
    def another(self, kind):
        """Take a plan of other facts, or one that is made of other objects."""
        plan = self.checker.plan
        if kind == "runs":
            plan = attrs.evolve(plan, runs=plan.runs[1:])
        elif kind == "mesocycles":
            plan = attrs.evolve(plan, mesocycles=plan.mesocycles[:-1])
        else:
            plan = pz.loads(pz.dumps(plan))
        self.checker.update(plan)

    @invariant()
    def the_report_is_that_of_a_full_check(self):
        """Whatever was edited."""
        assert pz.check(self.checker.plan, rules=RULES) == self.checker.report


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=5, stateful_step_count=10, deadline=None)


def test_an_edit_that_is_refused_changes_nothing():
    """Plan and report stay as they were."""
    checker = pz.Checker(pz.plan(BRIEF))
    plan, report = checker.plan, checker.report
    with pytest.raises(pz.UnknownSessionError):
        checker.apply(pz.Drop("w99-9"))
    assert (plan, report) == (checker.plan, checker.report)


def test_another_brief_is_checked_anew():
    """Its sessions may be the same; what they are held to is not."""
    plan = pz.plan(BRIEF)
    checker = pz.Checker(plan)
    later = attrs.evolve(plan, brief=attrs.evolve(BRIEF, dose="2 full", athlete=pz.Athlete(screening="refer")))
    assert pz.check(later) == checker.update(later) != pz.check(plan)


def test_without_rules_of_two_sessions_nothing_is_within_reach():
    """An edit then asks about the changed session alone."""
    rules = pz.RuleSet((NoFridays(),))
    checker = pz.Checker(pz.plan(BRIEF), rules=rules)
    report = checker.apply(pz.Move("w3-1", "2027-02-26"))
    assert pz.check(checker.plan, rules=rules) == report


@pytest.mark.parametrize("wrong", [{"plan": 5}, {"rules": 5}])
def test_a_checker_takes_a_plan_and_rules(wrong):
    """Nothing else."""
    with pytest.raises((TypeError, ValueError)):
        pz.Checker(wrong.get("plan", pz.plan(BRIEF)), rules=wrong.get("rules"))


@settings(max_examples=max(1, settings().max_examples // 5))
@given(plan=strategies.plans(briefs=strategies.briefs(weeks=(4, 9))), random=st.randoms())
def test_no_order_changes_a_report(plan, random):
    """Neither that of the rules, ours and an app's, nor that of what stands in the document."""
    document = plan.to_dict()
    for index, session in enumerate(document["sessions"]):
        if index % 3 == 0:
            session.update(time="06:00", heavy=True, phase="power")
    mixed = {
        key: random.sample(value, len(value)) if key in {"sessions", "runs", "weeks", "mesocycles"} else value
        for key, value in document.items()
    }
    rules = list(RULES)
    other = attrs.evolve(RULES, rules=random.sample(rules, len(rules)))
    assert pz.check(pz.Plan.from_dict(document), rules=RULES) == pz.check(pz.Plan.from_dict(mixed), rules=other)
