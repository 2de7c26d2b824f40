"""When nothing fits: the smallest reason, and the nearest changes to the brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs
import pytest
from tests.property.refusals import CATALOGUE, refusal_of

import periodize as pz
from periodize._planner._changes import changes
from periodize._planner._conflict import conflict
from periodize._planner._runs import change_runs
from periodize._planner._setting import Setting
from periodize._planner._ways_out import _Search, relaxations

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


@attrs.frozen
class OwnMinimum:
    """A week of a building phase has one session or none."""

    meta: ClassVar = pz.RuleMeta("APP011", "own-minimum", pz.Severity.ERROR)
    counts_second: ClassVar = True
    more_helps: ClassVar = True

    def check_week(self, week: pz.Week, view: pz.View) -> Iterator[pz.Hit]:
        """Count its sessions."""
        if week.phase.builds and len(week.sessions) < 2:
            yield pz.Hit("{week} has too little")


@attrs.frozen
class RestAfterRace:
    """A session follows a race within five days."""

    meta: ClassVar = pz.RuleMeta("APP012", "rest-after-race", pz.Severity.ERROR)
    pair: ClassVar = (pz.Run, pz.Session)
    reach_hours: ClassVar = 120

    def check_pair(self, run: pz.Run, session: pz.Session, hours: float) -> Iterator[pz.Hit]:
        """Look at the kind of the run."""
        if run.kind is pz.RunKind.RACE:
            yield pz.Hit("{session} follows the {run}", session=session, run=run)


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
    pytest.param(
        brief(days=()),
        pz.RuleSet.default().without("PZ201").plus(OwnMinimum()),
        ["no time on Mon, Tue, Wed, Thu, Fri, Sat and Sun", "APP011 own-minimum"],
        [1],
        id="an app's own minimum",
    ),
    pytest.param(
        attrs.evolve(
            brief(days=("mon", "tue", "wed")), runs=pz.Runs(dated=[pz.Run("2027-01-29", "race", time="18:00")])
        ),
        pz.RuleSet.default().plus(RestAfterRace()),
        [
            "no time on Thu, Fri, Sat and Sun",
            "APP012 rest-after-race",
            "race on Fri, 18:00",
            MINIMUM,
        ],
        [2],
        id="a run some days before the weeks",
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
    """Where one change is not enough, a way out names both."""
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


RUNS = "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min"
TWO_DAYS = {"days": ("mon", "thu")}


def pinned(*pins: tuple[str, ...], **changes: Any) -> pz.Brief:
    """Make a brief with some pins."""
    return attrs.evolve(brief(RUNS, pinned=[pz.Pinned(*pin) for pin in pins]), **changes)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            brief(LATE_RUNS, windows=EVENINGS, **TWO_DAYS), ["lift before the run"], id="evening runs in the way"
        ),
        pytest.param(
            attrs.evolve(brief("Mon 19:00 easy", days=("mon",), windows={"mon": ["18:00-20:30"]}), order="lift_first"),
            ["make time on Wed", "make time on Thu"],
            id="a run in the way where the lift may come first",
        ),
        pytest.param(
            brief(windows={day: ["12:00-12:25"] for day in ("mon", "thu")}, **TWO_DAYS),
            ["sessions of at most 25 minutes"],
            id="short hours",
        ),
        pytest.param(
            pinned(("2027-02-16", "06:00")),
            [
                "move the whole session pinned on 2027-02-16 at 06:00 to 08:00",
                "move the whole session pinned on 2027-02-16 at 06:00 to 18:00",
                "unpin the whole session of 2027-02-16 at 06:00",
            ],
            id="a pin before a run",
        ),
        pytest.param(
            pinned(("2027-02-16", "18:00", "core")),
            [
                "unpin the core session of 2027-02-16 at 18:00",
                "one core session a week besides",
                "two core sessions a week besides",
            ],
            id="a pinned extra that nobody asked for",
        ),
        pytest.param(
            pinned(("2027-02-16", "18:00", "upper")),
            ["unpin the upper session of 2027-02-16 at 18:00", "four short sessions a week"],
            id="a pinned focus that the dose does not have",
        ),
        pytest.param(
            pinned(("2027-02-16", "06:00"), ("2027-03-17", "20:45")),
            [
                (
                    "move the whole session pinned on 2027-02-16 at 06:00 to 08:00 and "
                    "move the whole session pinned on 2027-03-17 at 20:45 to 18:00"
                ),
            ],
            id="pins in the way in two weeks",
        ),
    ],
)
def test_the_nearest_changes(given: pz.Brief, expected: list[str]) -> None:
    """Each changes one thing where one is enough, and can be planned."""
    assert expected == [*ways(given)][: len(expected)]


def test_three_sessions_a_week_make_room_for_three_pins() -> None:
    """More than the week owes."""
    given = pinned(("2027-02-15", "19:00"), ("2027-02-17", "12:00"), ("2027-02-19", "12:00"))
    setting = Setting.of(given, pz.RuleSet.default(), CATALOGUE)
    labels = {change.label: change.make(given) for change in changes(setting)}
    assert "3 full" == labels["three full sessions a week"].dose
    assert pz.check(pz.plan(labels["three full sessions a week"])).ok


def test_what_is_avoided_is_named_word_by_word() -> None:
    """Those that together leave a session without an exercise, and those to give up."""
    words = ["hip_flexion", "legs", "plank", "pull", "push", "spinal_extension", "stabilization"]
    given = attrs.evolve(brief(), athlete=pz.Athlete(avoid=words))
    error = refused(given)
    assert [f"avoid {word}" for word in words if word not in ("legs", "plank")] == [
        str(clash) for clash in error.conflict
    ]
    assert ["do not avoid spinal_extension", "do not avoid stabilization"] == [*ways(given)]


# Runs, changed in a brief

TUESDAY = (pz.RunKind.EASY, pz.Weekday.TUE, 7 * 60)


@pytest.mark.parametrize(
    ("runs", "instead", "expected"),
    [
        pytest.param(pz.Runs("Tue easy; Thu easy"), None, pz.Runs("Thu easy"), id="left out of the week"),
        pytest.param(
            pz.Runs("Tue easy"),
            (pz.RunKind.EASY, dt.time(6)),
            pz.Runs("Tue 06:00 easy 45min"),
            id="moved in the week",
        ),
        pytest.param(
            pz.Runs(rules=[pz.RunRule("FREQ=WEEKLY;BYDAY=TU"), pz.RunRule("FREQ=WEEKLY;BYDAY=TH", kind="long")]),
            None,
            pz.Runs(rules=[pz.RunRule("FREQ=WEEKLY;BYDAY=TH", kind="long")]),
            id="a rule left out",
        ),
        pytest.param(
            pz.Runs(rules=[pz.RunRule("FREQ=WEEKLY;BYDAY=TU,TH")]), None, None, id="a rule that is about other days too"
        ),
        pytest.param(
            pz.Runs("Tue 18:00 long", dated=[pz.Run("2027-02-02"), pz.Run("2027-02-04")]),
            None,
            pz.Runs("Tue 18:00 long", dated=[pz.Run("2027-02-02", "rest"), pz.Run("2027-02-04")]),
            id="the only one of its date",
        ),
        pytest.param(
            pz.Runs(dated=[pz.Run("2027-02-02"), pz.Run("2027-02-02", "long", time="18:00")]),
            None,
            pz.Runs(dated=[pz.Run("2027-02-02", "long", time="18:00")]),
            id="one of two of its date",
        ),
        pytest.param(
            pz.Runs(dated=[pz.Run("2027-02-02", minutes=30)]),
            (pz.RunKind.LONG, dt.time(9)),
            pz.Runs(dated=[pz.Run("2027-02-02", "long", time="09:00", minutes=30)]),
            id="a dated one moved",
        ),
        pytest.param(
            pz.Runs("Tue easy; Tue 10:00 long"), (pz.RunKind.EASY, dt.time(10)), None, id="two that would overlap"
        ),
    ],
)
def test_runs_are_changed_and_nothing_else(runs: pz.Runs, instead: Any, expected: pz.Runs | None) -> None:
    """Where that cannot be said in the brief, nothing is."""
    made = change_runs(brief(runs), TUESDAY, instead)
    assert expected == (None if made is None else made.runs)


def test_the_race_itself_is_never_left_out() -> None:
    """It is what the season is for."""
    assert None is change_runs(brief(), (pz.RunKind.RACE, pz.Weekday.SUN, 7 * 60), None)


def test_what_cannot_be_known_in_time_counts_as_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """So no fact is named that may be needless, and no way out that may not work."""
    setting = Setting.of(WEEKEND, pz.RuleSet.default(), CATALOGUE)
    assert not setting.can_place([1])
    monkeypatch.setattr("periodize._search.MOST_STEPS", 1)
    assert setting.can_place([1])


def test_a_way_out_that_cannot_be_tried_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is named that was not planned."""

    def too_many(self: Setting) -> None:
        raise pz.TooManyChoicesError("too many")

    setting = Setting.of(WEEKEND, pz.RuleSet.default(), CATALOGUE)
    found = conflict(setting, (1,))
    monkeypatch.setattr(Setting, "place", too_many)
    assert () == relaxations(setting, found)


def test_nobody_is_told_to_do_what_is_done_already() -> None:
    """A brief that lifts first, as often a day as there is, is changed in other ways."""
    given = attrs.evolve(brief(days=("sat", "sun"), max_a_day=4), order="lift_first")
    labels = [change.label for change in changes(Setting.of(given, pz.RuleSet.default(), CATALOGUE))]
    assert "lift before the run" not in labels
    assert not [label for label in labels if label.startswith("allow ")]


def test_what_fails_for_a_reason_of_the_change_teaches_nothing_of_the_brief() -> None:
    """A clash with a day that the brief did not close is not one of its own."""
    setting = Setting.of(WEEKEND, pz.RuleSet.default(), CATALOGUE)
    search = _Search(setting, conflict(setting, (1,)))
    closed = [pz.Blackout("2027-01-30", "2027-01-30")]
    pins = [pz.Pinned("2027-01-30", time="18:00", focus="whole")]
    other = attrs.evolve(brief(blackout=closed, pinned=pins), order="lift_first")
    relaxed = Setting.of(other, pz.RuleSet.default(), CATALOGUE)
    search._learn(relaxed, relaxed.place().clashes)
    assert 1 == len(search.known)


def test_what_is_found_out_on_the_way_leads_to_the_nearest_changes() -> None:
    """Where the same week has two reasons, each way out is about both: none is given up for the price of trying."""
    given = pz.Brief(
        events=(pz.Event("Race", "2020-06-09"),),
        start="2020-05-05",
        dose="3 full",
        runs="Mon 18:00 easy; Tue 06:30 quality; Wed 18:00 easy; Thu 06:30 quality; Fri 18:00 easy; Sat easy; Sun long",
        availability=pz.Availability(
            days=("mon", "sat"), windows={"sat": ["06:00-07:00"]}, pinned=[pz.Pinned("2020-05-17", "18:00", "lower")]
        ),
    )
    unpinned = "unpin the lower session of 2020-05-17 at 18:00"
    expected = [f"{unpinned} and {more}" for more in ("make all of Sat open", "make time on Wed", "make time on Thu")]
    assert expected == [*ways(given)]
