"""PZ2xx: limits of the weekly dose, whole and broken weeks."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import IN_ORDER, ONE_WEEK, blackout, day, findings, lines, on, place, plan, stretch, week

import periodize as pz
from periodize._evidence._dose import FULL_SESSION_SETS

FULL, MINI, CORE = {"form": "full"}, {"form": "mini"}, {"focus": "core"}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def spread(*sessions: dict[str, Any], week: int = 1) -> list[dict[str, Any]]:
    """Put sessions on the days of a week, one a day."""
    return [on(f"{week} {name}", **session) for name, session in zip(DAYS, sessions, strict=False)]


def of_week(number: int, found: list[str]) -> list[str]:
    """Keep what is said about one week, without its date."""
    return [line.partition(" ")[2] for line in found if f" w{number} " in line]


# --- PZ201 weekly-minimum -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sessions", "units"),
    [
        ([], 0),
        ([FULL], 2),
        ([FULL, MINI], 3),
        ([FULL, FULL], 4),
        ([FULL, MINI, MINI], 4),
        ([MINI] * 3, 3),
        ([MINI] * 4, 4),
        ([FULL] * 3, 6),
        ([FULL, FULL | CORE], 2),
        ([FULL, MINI, MINI | CORE, CORE], 3),
    ],
)
def test_weekly_minimum(sessions: list[dict[str, Any]], units: int) -> None:
    """A whole week holds four units; a full session is two of them, a mini one is one, `core` is none."""
    said = f"2027-01-04 w1 | week 1, of adaptation, holds {units} of 4 units; a full session counts two, a mini one"
    expected = [f"{said} ({units}, 4)"] if units < 4 else []
    assert expected == lines("PZ201", *spread(*sessions), availability=ONE_WEEK)


def test_the_minimum_is_found_at_its_week() -> None:
    """The place is the week."""
    where = place("PZ201", availability=ONE_WEEK)
    assert ("w1", "/weeks/0", day("1 mon"), 1, None) == (
        where.label,
        where.pointer,
        where.date.isoformat(),
        where.week,
        where.session_id,
    )


@pytest.mark.parametrize(
    ("phase", "owed"),
    [
        ("adaptation", True),
        ("strength", True),
        ("power", True),
        ("endurance", True),
        ("maintenance", False),
        ("taper", False),
        ("transition", False),
    ],
)
@pytest.mark.parametrize("deload", [False, True])
def test_phases_that_build_owe_the_minimum(phase: str, deload: bool, owed: bool) -> None:
    """Deloads too; a taper and a transition do not."""
    assert owed == bool(lines("PZ201", weeks=[week(3, phase, deload=deload)], mesocycles=IN_ORDER))


@pytest.mark.parametrize(
    ("document", "owed"),
    [
        pytest.param({}, True, id="whole"),
        pytest.param({"start": day("1 tue")}, False, id="cut at the start"),
        pytest.param({"availability": blackout("1 wed", "1 wed")}, False, id="a day of blackout"),
        pytest.param({"availability": blackout("2 mon", "2 mon")}, True, id="blackout of the next week"),
        pytest.param({"availability": {"days": ["mon"]}}, True, id="closed weekdays break no week"),
        pytest.param({"events": [{"date": day("1 sun")}]}, False, id="the event in it"),
        pytest.param({"events": [{"date": day("2 mon")}]}, True, id="the event on the day after it"),
    ],
)
def test_only_a_whole_week_owes_the_minimum(document: dict[str, Any], owed: bool) -> None:
    """Seven days in the season, before the event, none of them closed by a blackout."""
    first = {"week": 1, "start": document.get("start", day("1 mon")), "end": day("1 sun"), "phase": "endurance"}
    assert owed == bool(of_week(1, lines("PZ201", weeks=[first], **document)))


# --- PZ202 dose-short ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dose", "owed"), [("2 full", 2), ("3 full", 3), ("4 mini", 4)])
def test_dose_short(dose: str, owed: int) -> None:
    """Each session short of the dose is told, once a week."""
    one = MINI if dose == "4 mini" else FULL
    found = [
        lines("PZ202", *spread(*[one] * n), dose=dose, availability=ONE_WEEK) for n in (0, owed - 1, owed, owed + 1)
    ]
    short = [[f"2027-01-04 w1 | week 1 holds {n} of {owed} sessions ({n}, {owed})"] for n in (0, owed - 1)]
    assert [*short, [], []] == found


@pytest.mark.parametrize(
    ("dose", "sessions", "held"),
    [
        ("2 full", [MINI] * 3, 1),
        ("2 full", [MINI] * 4, 2),
        ("2 full", [FULL, CORE], 1),
        ("3 full", [FULL, FULL, MINI], 2),
        ("4 mini", [FULL], 2),
        ("4 mini", [FULL, MINI], 3),
        ("4 mini", [FULL, FULL], 4),
    ],
)
def test_sessions_of_another_form_count_by_their_units(dose: str, sessions: list[dict[str, Any]], held: int) -> None:
    """Two mini sessions stand for a full one."""
    owed = int(dose[0])
    expected = [f"2027-01-04 w1 | week 1 holds {held} of {owed} sessions ({held}, {owed})"] if held < owed else []
    assert expected == lines("PZ202", *spread(*sessions), dose=dose, availability=ONE_WEEK)


@pytest.mark.parametrize(
    ("dose", "by_days"),
    [("2 full", (0, 0, 0, 1, 1, 1)), ("3 full", (0, 0, 1, 1, 2, 2)), ("4 mini", (0, 1, 1, 2, 2, 3))],
)
@pytest.mark.parametrize("broken_by", ["start", "blackout"])
def test_a_broken_week_owes_its_share(dose: str, by_days: tuple[int, ...], broken_by: str) -> None:
    """By its open days, rounded down."""
    found = []
    for days in range(1, 7):
        first = DAYS[7 - days]
        rest = {"first": day("2 mon"), "last": day("16 sun")}
        closed = {"first": day("1 mon"), "last": day(f"1 {DAYS[6 - days]}")}
        document: dict[str, Any] = {"availability": {"blackout": [rest]}, "start": day(f"1 {first}")}
        if broken_by == "blackout":
            document = {"availability": {"blackout": [closed, rest]}}
        found.append(of_week(1, lines("PZ202", dose=dose, **document)))
    expected = [
        [f"w1 | week 1 holds 0 of {owed} session{'s' * (owed > 1)} (0, {owed})"] if owed else [] for owed in by_days
    ]
    assert expected == found


@pytest.mark.parametrize("phase", ["maintenance", "taper", "transition"])
def test_phases_that_do_not_build_owe_no_dose(phase: str) -> None:
    """A taper does with less, and so does a transition."""
    assert [] == lines("PZ202", weeks=[week(3, phase)], mesocycles=IN_ORDER)


# --- too many, too few in the taper, too small -------------------------------------------------------------------------


def sessions(number: int, text: str, **more: Any) -> list[dict[str, Any]]:
    """Make sessions of full (F), mini (m) and core (c) form in a week of the small season, one a day."""
    forms = {"F": {}, "m": {"form": "mini"}, "c": {"form": "mini", "focus": "core"}}
    return [on(f"{number} {weekday}", **forms[mark], **more) for weekday, mark in zip(pz.Weekday, text, strict=False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FFF", None),
        ("FFFF", "4 sessions; 3 are enough (4, 3)"),
        ("mmmm", None),
        ("mmmmm", "5 sessions; 4 are enough (5, 4)"),
        ("FFmm", None),
        ("FFmmm", "7 units; 6 are enough (7, 6)"),
        ("FFFc", None),
        ("mmmmccc", None),
        ("ccccc", None),
    ],
)
def test_too_many_sessions(text: str, said: str | None) -> None:
    """Three full, four mini, or six units mixed; trunk sessions outside the dose are not counted."""
    expected = [f"{day('5 mon')} w5 | week 5 holds {said}"] if said else []
    assert expected == lines("PZ203", *sessions(5, text))


@pytest.mark.parametrize(
    ("made", "more", "found"),
    [
        ([], {}, ["w17"]),
        (sessions(17, "F"), {}, []),
        (sessions(17, "c"), {}, []),
        ([], {"availability": blackout("17 wed", "17 wed")}, []),
    ],
)
def test_empty_taper_week(made: list[dict[str, Any]], more: dict[str, Any], found: list[str]) -> None:
    """Any session will do; the race's week, a broken one and other phases owe none."""
    assert found == [finding.where.label for finding in findings("PZ204", *made, **more)]


def test_an_app_may_ask_for_more_in_the_taper() -> None:
    """The message says how many."""
    rules = pz.RuleSet.default().select("PZ204").options("PZ204", sessions=2)
    (finding,) = pz.check(plan(*sessions(17, "F")), rules=rules)
    assert "week 17, of the taper, holds 1 of 2 sessions" == finding.message


ROW = {"exercise": "squat", "reps": {"min": 8, "max": 8}}


@pytest.mark.parametrize(
    ("number", "text", "sets", "found"),
    [
        (5, "mmmm", 7, True),
        (5, "mmmm", 8, False),
        (5, "mm", 7, True),
        (5, "mm", 8, False),
        (5, "FF", 1, False),
        (5, "mmmmc", 7, True),
        (5, "c", 1, False),
        (4, "mmmm", 1, False),
        (6, "mmmm", 1, False),
        (17, "mmmm", 1, False),
    ],
)
def test_small_minis(number: int, text: str, sets: int, found: bool) -> None:
    """Nine tenths of what full sessions hold, in loading weeks but a phase's first."""
    assert found == bool(lines("PZ205", *sessions(number, text, exercises=[{**ROW, "sets": sets}])))


def test_minis_without_lines_say_nothing() -> None:
    """A coach's plan may leave them out."""
    assert [] == lines("PZ205", *sessions(5, "mmmm"))


def test_a_week_outside_every_phase_says_nothing() -> None:
    """There is no first week to know it by."""
    only = [stretch("taper", "17 mon", "18 sun")]
    assert [] == lines("PZ205", *sessions(5, "mmmm", exercises=[ROW]), mesocycles=only)


@pytest.mark.parametrize("level", list(pz.Level))
def test_the_sets_of_a_full_session_are_those_that_are_planned(level: pz.Level) -> None:
    """In each phase's later loading weeks, with time and equipment, none has fewer than nine tenths of the table."""
    gym = ("barbell", "bench", "box", "cable", "dumbbell", "kettlebell", "machine", "pull_up_bar")
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-05-09", distance_km=10),),
        start="20 weeks before",
        athlete=pz.Athlete(level=level, equipment=gym),
    )
    season = pz.plan(brief)
    for mesocycle in season.mesocycles:
        weeks = [item for item in season.weeks if mesocycle.holds(item.start) and not item.deload][1:]
        for session in (session for item in weeks for session in item.sessions if session.phase.builds):
            table = FULL_SESSION_SETS.value[session.phase][level]
            assert 0.9 * table <= sum(line.sets for line in session.exercises) <= 1.6 * table
