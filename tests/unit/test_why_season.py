"""Which warnings a season cannot avoid, and why a plan with errors has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
import pytest
from tests.unit.test_conflict import CASES, WEEKEND, brief, refused

import periodize as pz
from periodize._catalogue import load
from periodize._placement import Tier
from periodize._planner import Setting

RUNS = "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min"
MOST_DAYS = "Mon easy; Tue 07:00 quality; Wed easy; Thu 07:00 quality 45min; Fri easy; Sun 08:00 long 100min"
FIVE_DAYS = ("mon", "tue", "wed", "sat", "sun")
EVE_DAYS = ("mon", "sat")
"""The days before hard runs."""


@attrs.frozen
class NoneInAWeek:
    """A warning of another rule, in one week, is an error."""

    meta: ClassVar = pz.RuleMeta("APP020", "none-in-a-week", pz.Severity.ERROR)
    rule: Any
    week: int


class NoneForASession(NoneInAWeek):
    """Of the shape of a session."""

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Ask the other rule in that week."""
        week = view.week_of(session)
        if week is not None and week.week == self.week:
            yield from self.rule.check_session(session, view)


class NoneForAPair(NoneInAWeek):
    """Of the shape of a pair."""

    @property
    def pair(self) -> Any:
        """The types of the other rule."""
        return self.rule.pair

    @property
    def reach_hours(self) -> float:
        """The reach of the other rule."""
        return float(self.rule.reach_hours)

    def check_pair(self, earlier: Any, later: Any, hours: float) -> Iterator[pz.Hit]:
        """Ask the other rule in that week."""
        session = later if isinstance(later, pz.Session) else earlier
        first = WEEKS[self.week]
        if first.start <= session.date <= first.end:
            yield from self.rule.check_pair(earlier, later, hours)


class NoneForAWeek(NoneInAWeek):
    """Of the shape of a week."""

    def check_week(self, week: pz.Week, view: pz.View) -> Iterator[pz.Hit]:
        """Ask the other rule about that week."""
        if week.week == self.week:
            yield from self.rule.check_week(week, view)


SHAPES = {"check_session": NoneForASession, "check_pair": NoneForAPair, "check_week": NoneForAWeek}
WEEKS = {week.week: week for week in pz.plan(brief()).weeks}


def errors(given: pz.Brief, rules: pz.RuleSet) -> tuple[int, int]:
    """Count the errors of the best placement, and the weeks below the minimum."""
    tiers = Setting.of(given, rules, load()).place().tiers
    return tiers[Tier.ERRORS], tiers[Tier.MINIMUM]


SEASONS = [
    pytest.param(brief(RUNS, days=EVE_DAYS), id="the days before hard runs alone"),
    pytest.param(attrs.evolve(brief(MOST_DAYS, days=FIVE_DAYS), dose="3 full"), id="three among six runs"),
    pytest.param(brief(RUNS, days=("sat", "sun")), id="best effort"),
    pytest.param(attrs.evolve(brief(MOST_DAYS, days=FIVE_DAYS[:3]), dose="4 mini"), id="short ones"),
]


@pytest.mark.parametrize("given", SEASONS)
def test_a_warning_that_cannot_be_avoided_is_an_error_more_where_it_is_forbidden(given: pz.Brief) -> None:
    """And one that can be avoided is none: a rule that forbids it in that week has a plan with as few errors."""
    rules = pz.RuleSet.default()
    told = [(week.week.week, item) for week in pz.why(pz.plan(given, best_effort=True)).weeks for item in week.warnings]
    assert told
    for number, item in told[:: max(1, len(told) // 6)]:
        rule: Any = rules[item.code]
        shape = next(shape for name, shape in SHAPES.items() if hasattr(rule, name))
        forbidden = rules.plus(shape(rule, number))
        assert (item.fewest == 0) == (errors(given, forbidden) == errors(given, rules))
        assert item.unavoidable == (item.fewest == len(item.findings))


def lines(given: pz.Brief) -> list[str]:
    """Explain a season line by line."""
    return str(pz.why(pz.plan(given, best_effort=True))).splitlines()


def test_a_season_without_warnings_says_so() -> None:
    """In a line."""
    assert ["25 sessions; 0 of 13 weeks carry warnings about where sessions stand"] == lines(brief())


def test_what_cannot_be_avoided_is_told_week_by_week() -> None:
    """Each finding, and the verdict about all of its rule."""
    found = lines(brief(RUNS, days=EVE_DAYS))
    start = found.index("week 4, 2027-02-15 to 2027-02-21, strength")
    assert [
        "  PZ311 w4-1 loads the legs heavily 12 h 20 min before the quality run r4-1",
        "  PZ311 w4-2 loads the legs heavily 13 h 20 min before the long run r4-3",
        "    cannot be avoided: every plan with as few errors has as many",
    ] == found[start + 1 : start + 4]


def test_what_could_be_avoided_has_its_price() -> None:
    """What the best season without it has more of."""
    found = lines(attrs.evolve(brief(MOST_DAYS, days=FIVE_DAYS), dose="3 full"))
    assert "    could be avoided, at the cost of +1 session short of the dose" in found


def test_what_plan_would_avoid_is_said_to_cost_nothing() -> None:
    """In a plan that was changed by hand."""
    plan = pz.plan(brief(RUNS))
    sessions = [attrs.evolve(item, date="2027-02-15") if item.id == "w4-1" else item for item in plan.sessions]
    moved = attrs.evolve(plan, sessions=sessions)
    (week,) = pz.why(moved).weeks
    assert [("PZ311", 0), ("PZ322", 0)][: len(week.warnings)] == [(item.code, item.fewest) for item in week.warnings]
    assert {"could be avoided at no cost: `plan` would place the week otherwise"} == {
        item.verdict for item in week.warnings
    }
    assert not week.unavoidable


def test_weeks_that_are_counted_otherwise_are_left_out() -> None:
    """There is nothing to compare them with."""
    plan = pz.plan(brief(RUNS, days=EVE_DAYS))
    weeks = [attrs.evolve(week, week=week.week + 100) for week in plan.weeks]
    assert () == pz.why(attrs.evolve(plan, weeks=weeks)).weeks


# Best effort


@pytest.mark.parametrize(("given", "rules", "labels", "weeks"), CASES)
def test_best_effort_says_why_in_its_report(given: pz.Brief, rules: pz.RuleSet | None, labels: Any, weeks: Any) -> None:
    """The reasons are those of the refusal; they survive the document, and stand in one finding."""
    plan = pz.plan(given, best_effort=True, rules=rules)
    assert refused(given, rules).conflict == plan.conflict
    (finding,) = [item for item in pz.check(plan, rules=rules) if item.code == "PZ002"]
    assert all(clash.label in finding.message for clash in plan.conflict)
    assert plan.conflict[0].weeks[0] == finding.where.week
    assert pz.check(plan, rules=rules) == pz.check(pz.loads(pz.dumps(plan)), rules=rules)


def test_a_plan_without_an_error_has_no_conflict() -> None:
    """Best effort or not."""
    plan = pz.plan(brief(RUNS), best_effort=True)
    assert (pz.plan(brief(RUNS)), ()) == (plan, plan.conflict)


def test_a_season_explains_its_conflict_too() -> None:
    """Before the weeks."""
    found = lines(WEEKEND)
    assert ["no plan holds all of this:", "  no time on Mon, Tue, Wed, Thu and Fri"] == found[1:3]


@pytest.mark.parametrize(
    ("athlete", "said"),
    [
        pytest.param({"screening": "refer"}, "no plan holds all of this: the screening says to see", id="screening"),
        pytest.param({"avoid": ["legs", "pull", "push", "stabilization", "spinal_extension", "hip_flexion"]},
                     "in week 1: avoid hip_flexion; avoid pull", id="avoid"),
    ],
)  # fmt: skip
def test_other_refusals_are_said_as_well(athlete: dict[str, Any], said: str) -> None:
    """Those that are about no place."""
    plan = pz.plan(attrs.evolve(brief(RUNS), athlete=pz.Athlete(**athlete)), best_effort=True)
    (finding,) = [item for item in pz.check(plan) if item.code == "PZ002"]
    assert said in finding.message


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"label": ""}, "/label"),
        ({"kind": "wish"}, "/kind"),
        ({"code": None}, "/code"),
        ({"weeks": 3}, "/weeks"),
        ({"weeks": [0, True]}, "/weeks/0"),
    ],
)
def test_the_shape_of_a_clash(changes: dict[str, Any], pointer: str) -> None:
    """A text, a known kind, a code, and numbers of weeks."""
    sound = {"label": "no time on Sun", "kind": "fact", "code": "availability.days", "weeks": (1,)}
    with pytest.raises(pz.DecodeError) as error:
        pz.Clash(**{**sound, **changes})
    assert pointer == error.value.problems[0].pointer
