"""When nothing fits: the smallest reason, and the nearest changes to the brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
import pytest
from tests.property.refusals import refusal_of

import periodize as pz

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
ALL_DAYS = tuple(pz.Weekday)
MINIMUM, SAME_PARTS = "two sessions a week, or four short ones", "a day between sessions for the same parts of the body"
ONE_A_DAY = "at most one session a day"


@attrs.frozen
class EmptyWeek:
    """A week of a building phase has no session."""

    meta: ClassVar = pz.RuleMeta("APP010", "empty-week", pz.Severity.ERROR)

    def check_week(self, week: pz.Week, view: pz.View) -> Iterator[pz.Hit]:
        """Look for a session."""
        if week.phase.builds and not week.sessions:
            yield pz.Hit("{week} is empty")


WITH_EMPTY_WEEK = pz.RuleSet.default().plus(EmptyWeek())


def brief(runs: str = "", **availability: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km."""
    return pz.Brief(events=(EVENT,), start="2027-01-25", runs=runs, availability=pz.Availability(**availability))


def refused(given: pz.Brief, rules: pz.RuleSet | None = None) -> pz.InfeasibleError:
    """Return why a brief cannot be planned."""
    with pytest.raises(pz.InfeasibleError) as error:
        pz.plan(given, rules=rules)
    return error.value


WEEKEND = brief(days=("sat", "sun"))
CASES = [
    pytest.param(
        WEEKEND, None, ["no time on Mon, Tue, Wed, Thu and Fri", SAME_PARTS, MINIMUM], [1], id="the weekend alone"
    ),
    pytest.param(
        brief(days=("sat", "sun"), max_a_day=4),
        None,
        ["no time on Mon, Tue, Wed, Thu and Fri", SAME_PARTS, MINIMUM],
        [1],
        id="the weekend, four a day",
    ),
    pytest.param(
        brief(days=("mon", "sun")),
        None,
        ["no time on Tue, Wed, Thu, Fri and Sat", SAME_PARTS, MINIMUM],
        [1, 2],
        id="Sunday and Monday, over the border of two weeks",
    ),
    pytest.param(
        brief(days=()), None, ["no time on Mon, Tue, Wed, Thu, Fri, Sat and Sun", MINIMUM], [1], id="no open day"
    ),
    pytest.param(
        brief(days=("wed",)),
        None,
        ["no time on Mon, Tue, Thu, Fri, Sat and Sun", ONE_A_DAY, MINIMUM],
        [1],
        id="one day",
    ),
    pytest.param(
        brief(days=("mon", "wed"), windows={"mon": ["08:00-08:10"]}),
        None,
        ["no time on Tue, Thu, Fri, Sat and Sun", ONE_A_DAY, "on Mon only 08:00-08:10", MINIMUM],
        [1],
        id="too short a window",
    ),
    pytest.param(
        brief(days=("mon", "wed"), windows={"mon": []}),
        None,
        ["no time on Tue, Thu, Fri, Sat and Sun", ONE_A_DAY, "no open hours on Mon", MINIMUM],
        [1],
        id="a day without hours",
    ),
    pytest.param(
        brief(
            "Mon 19:00 long; Thu 20:00 easy",
            days=("mon", "thu"),
            windows={"mon": ["16:00-20:00"], "thu": ["16:00-20:00"]},
        ),
        None,
        None,
        [1],
        id="runs in the way",
    ),
    pytest.param(
        brief(blackout=[pz.Blackout("2027-02-08", "2027-02-14")]),
        WITH_EMPTY_WEEK,
        ["APP010 empty-week", "blackout from 2027-02-08 to 2027-02-14"],
        [3],
        id="a blackout and an app's rule",
    ),
]


@pytest.mark.parametrize(("given", "rules", "labels", "weeks"), CASES)
def test_the_reason_is_in_the_athletes_terms(
    given: pz.Brief, rules: pz.RuleSet | None, labels: list[str] | None, weeks: list[int]
) -> None:
    """Over the shortest run of weeks."""
    conflict = refused(given, rules).conflict
    assert {tuple(weeks)} == {clash.weeks for clash in conflict}
    if labels is not None:
        assert labels == [clash.label for clash in conflict]


@pytest.mark.parametrize(("given", "rules", "labels", "weeks"), CASES)
def test_the_reason_is_irreducible(
    given: pz.Brief, rules: pz.RuleSet | None, labels: list[str] | None, weeks: list[int]
) -> None:
    """Together its facts and rules leave no place; without any one of them there is one."""
    refusal = refusal_of(given, rules)
    assert refusal is not None
    assert (False, []) == (refusal.fits(refusal.named), refusal.needless)


@pytest.mark.parametrize(("given", "rules", "labels", "weeks"), CASES)
def test_the_ways_out_work(
    given: pz.Brief, rules: pz.RuleSet | None, labels: list[str] | None, weeks: list[int]
) -> None:
    """There are one to three, no two the same, and each can be planned."""
    ways = refused(given, rules).relaxations
    assert 1 <= len(ways) <= 3
    assert len(ways) == len({way.label for way in ways})
    assert [True] * len(ways) == [pz.check(pz.plan(way.brief, rules=rules), rules=rules).ok for way in ways]


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        pytest.param(brief(days=ALL_DAYS), None, id="days"),
        pytest.param(WEEKEND, pz.RuleSet.default().without("PZ302"), id="same parts"),
        pytest.param(WEEKEND, pz.RuleSet.default().without("PZ201"), id="minimum"),
        pytest.param(WEEKEND, pz.RuleSet.default().severity("PZ201", "warning"), id="minimum as a warning"),
    ],
)
def test_without_any_one_of_the_weekends_reasons_there_is_a_plan(given: pz.Brief, rules: pz.RuleSet | None) -> None:
    """So the set is irreducible."""
    assert pz.plan(given, rules=rules).sessions


def test_the_nearest_way_out_comes_first() -> None:
    """A day more is the smallest change."""
    assert ["make time on Mon", "make time on Tue", "make time on Wed"] == [
        way.label for way in refused(WEEKEND).relaxations
    ]


def test_two_changes_where_one_is_not_enough() -> None:
    """Both are named."""
    assert "make time on Mon and make time on Wed" == refused(brief(days=())).relaxations[0].label


def test_a_blackout_can_be_given_up() -> None:
    """Where it is the reason."""
    given = brief(blackout=[pz.Blackout("2027-02-08", "2027-02-14"), pz.Blackout("2027-03-22", "2027-03-23")])
    (way,) = refused(given, WITH_EMPTY_WEEK).relaxations
    assert ("train from 2027-02-08 to 2027-02-14", given.availability.blackout[1:]) == (
        way.label,
        way.brief.availability.blackout,
    )


def test_there_may_be_no_way_out() -> None:
    """Where up to three changes do not help, it says so."""

    @attrs.frozen
    class AnySession:
        meta: ClassVar = pz.RuleMeta("APP011", "any-session", pz.Severity.ERROR)

        def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
            yield pz.Hit("{session} is not wanted")

    error = refused(brief(), pz.RuleSet.default().plus(AnySession()))
    assert ((), ["APP011 any-session", MINIMUM]) == (error.relaxations, [clash.label for clash in error.conflict])
    assert "no change of up to three things in the brief was found to work" in str(error)


def test_the_text_of_a_refusal() -> None:
    """Reasons and ways out, a line each."""
    assert """\
no plan holds all of this in week 1:
- no time on Mon, Tue, Wed, Thu and Fri
- a day between sessions for the same parts of the body
- two sessions a week, or four short ones
maybe one of these, each planned and found to work:
- make time on Mon
- make time on Tue
- make time on Wed""" == str(refused(WEEKEND))


# Ways out, and what each changes

EVENINGS = {day: ["16:00-20:00"] for day in ("mon", "thu")}
LATE_RUNS = "Mon 19:00 long; Thu 20:00 easy"


def ways(given: pz.Brief, rules: pz.RuleSet | None = None) -> dict[str, pz.Brief]:
    """Return the changed briefs by what changes; each can be planned."""
    found = refused(given, rules).relaxations
    assert all(pz.check(pz.plan(way.brief, rules=rules), rules=rules).ok for way in found)
    return {str(way): way.brief for way in found}
