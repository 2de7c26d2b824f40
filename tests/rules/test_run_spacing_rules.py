"""PZ31x, PZ32x: how far heavy work stands from the runs that matter, and days of rest."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import blackout, day, lines, on, place

import periodize as pz

WHOLE, UPPER, CORE = {"focus": "whole"}, {"focus": "upper"}, {"focus": "core"}
LONG_ON_SUNDAY = "Sun 08:00 long"


def first(words: str, date: str, session: str = "w1-1") -> list[str]:
    """Say what is said about a session of the first week."""
    return [f"{day(date)} {session} | {session} {words}"]


# --- PZ311 heavy-before-key-run -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "time", "gap", "numbers"),
    [
        ("1 sat", "06:14", "", ""),
        ("1 sat", "07:15", "", ""),
        ("1 sat", "07:16", "23 h 59 min before", "(23.98, 24)"),
        ("1 sat", "18:00", "13 h 15 min before", "(13.25, 24)"),
        ("1 sat", "23:15", "8 h before", "(8, 24)"),
        ("1 sun", "06:00", "1 h 15 min before", "(1.25, 24)"),
        ("1 sun", "06:55", "20 min before", "(0.33, 24)"),
        ("1 sun", "07:15", "right before", "(0, 24)"),
        ("1 sun", "07:30", "right before", "(0, 24)"),
        ("1 sun", "08:00", "", ""),
    ],
)
def test_heavy_before_key_run(date: str, time: str, gap: str, numbers: str) -> None:
    """A day of 24 hours from the end of the lift to the start of the run; 45 minutes of lifting here."""
    expected = first(f"loads the legs heavily {gap} the long run r1-1 {numbers}", date) if gap else []
    assert expected == lines("PZ311", on(date, time, minutes=45), runs=LONG_ON_SUNDAY)


@pytest.mark.parametrize(("kind", "hard"), [("easy", False), ("quality", True), ("long", True), ("race", True)])
def test_key_runs_are_the_hard_ones(kind: str, hard: bool) -> None:
    """An easy run bears heavy legs."""
    assert hard == bool(lines("PZ311", on("1 sat"), runs=f"Sun 08:00 {kind}"))


@pytest.mark.parametrize(("code", "date"), [("PZ311", "1 sat"), ("PZ322", "2 mon")])
@pytest.mark.parametrize(
    ("session", "heavy"),
    [
        (WHOLE, True),
        ({"focus": "lower"}, True),
        (UPPER, False),
        (CORE, False),
        ({"heavy": False}, False),
        (UPPER | {"heavy": True}, True),
        ({"phase": "taper"}, False),
    ],
)
def test_only_heavy_sessions_are_asked(code: str, date: str, session: dict[str, Any], heavy: bool) -> None:
    """What the session says of itself counts."""
    assert heavy == bool(lines(code, on(date, **session), runs="Sun 08:00 long 120min"))


def test_a_run_without_a_time_is_measured_from_seven() -> None:
    """Hours are counted from the start that is assumed."""
    assert first("loads the legs heavily 12 h 15 min before the long run r1-1 (12.25, 24)", "1 sat") == lines(
        "PZ311", on("1 sat"), runs="Sun long"
    )


def test_another_gap_reaches_as_far_as_it_says() -> None:
    """A knob of 48 hours is asked about over 48 hours."""
    rules = pz.RuleSet.default().select("PZ311").options("PZ311", hours=48)
    season = pz.Plan.from_dict(
        {
            "format": "periodize/plan",
            "version": 1,
            "brief": {"start": day("1 mon"), "events": [{"date": day("18 sun")}], "runs": LONG_ON_SUNDAY},
            "sessions": [on("1 fri"), on("1 thu")],
        }
    )
    assert ["w1-2"] == [finding.where.label for finding in pz.check(season, rules=rules)]


# --- PZ302 with another number of days ----------------------------------------------------------------------------------


def test_more_days_between_the_same_parts_reach_as_far() -> None:
    """A knob of three days sees sessions two days apart."""
    rules = pz.RuleSet.default().select("PZ302").options("PZ302", days=3)
    season = pz.Plan.from_dict(
        {
            "format": "periodize/plan",
            "version": 1,
            "brief": {"start": day("1 mon"), "events": [{"date": day("18 sun")}]},
            "sessions": [on("1 mon", "06:00", focus="lower"), on("1 wed", "20:00", focus="lower")],
        }
    )
    assert ["w1-2 loads legs again 2 days after w1-1"] == [finding.message for finding in pz.check(season, rules=rules)]


# --- PZ312 last-rest-day-taken ------------------------------------------------------------------------------------------

SIX = "Tue easy; Wed easy; Thu easy; Fri easy; Sat easy; Sun easy"
FULL_WEEK = ["2027-01-04 w1 | week 1 has no day without a run or a session (0, 1)"]


@pytest.mark.parametrize(
    ("sessions", "runs", "expected"),
    [
        pytest.param([on("1 mon")], SIX, FULL_WEEK, id="the last one"),
        pytest.param([on("1 tue"), on("1 fri")], SIX, [], id="lifts after runs"),
        pytest.param([on("1 mon", **CORE)], SIX, [], id="core takes no day"),
        pytest.param([on("1 mon", form="mini", focus="upper")], SIX, FULL_WEEK, id="a mini one does"),
        pytest.param([on("1 mon")], f"Mon easy; {SIX}", [], id="a daily runner has none to take"),
        pytest.param([on("1 mon")], SIX.partition("; ")[2], [], id="one of two"),
        pytest.param([on("1 mon"), on("1 tue")], SIX.partition("; ")[2], FULL_WEEK, id="both of two"),
        pytest.param([on(f"1 {name}") for name in pz.Weekday], "", FULL_WEEK, id="no runs, a lift a day"),
        pytest.param([], SIX, [], id="no sessions"),
    ],
)
def test_last_rest_day_taken(sessions: list[dict[str, Any]], runs: str, expected: list[str]) -> None:
    """Where the runs leave a day free, the sessions leave one too."""
    assert expected == lines("PZ312", *sessions, runs=runs)


def test_a_cut_week_owes_no_rest_day() -> None:
    """Its other days were before the season."""
    assert [] == lines("PZ312", on("1 sat"), start=day("1 sat"), runs="Sun easy")


def test_a_day_of_blackout_is_a_day_of_rest() -> None:
    """Nobody lifts on a day that is closed, so it stays free."""
    assert [] == lines("PZ312", on("1 mon"), runs=SIX.partition("; ")[2], availability=blackout("1 tue", "1 tue"))


def test_a_week_without_rest_is_found_at_the_week() -> None:
    """The place is the week."""
    where = place("PZ312", on("1 mon"), runs=SIX)
    assert ("w1", "/weeks/0", 1, None) == (where.label, where.pointer, where.week, where.session_id)


# --- PZ321 heavy-on-the-eve ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "time", "eve"),
    [
        ("1 fri", "20:00", False),
        ("1 sat", "06:00", True),
        ("1 sat", "07:15", True),
        ("1 sat", "07:16", False),
        ("1 sun", "06:00", False),
    ],
)
def test_heavy_on_the_eve(date: str, time: str, eve: bool) -> None:
    """The day before a key run, though 24 hours before it; closer is for the warning."""
    expected = first("loads the legs heavily on the eve of the long run r1-1", date) if eve else []
    assert expected == lines("PZ321", on(date, time), runs=LONG_ON_SUNDAY)


@pytest.mark.parametrize(
    ("session", "runs"),
    [(UPPER, LONG_ON_SUNDAY), (WHOLE, "Sun 08:00 easy"), (WHOLE | {"heavy": False}, LONG_ON_SUNDAY)],
)
def test_the_eve_is_for_light_work_and_easy_runs(session: dict[str, Any], runs: str) -> None:
    """Nothing is said about these."""
    assert [] == lines("PZ321", on("1 sat", "06:00", **session), runs=runs)


# --- PZ322 heavy-near-long-run ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "minutes", "when"),
    [
        ("1 sun", 89, ""),
        ("1 sun", 90, "on the day of"),
        ("2 mon", 89, ""),
        ("2 mon", 90, "on the day after"),
        ("2 tue", 120, ""),
        ("1 sat", 120, ""),
    ],
)
@pytest.mark.parametrize("kind", ["easy", "long"])
def test_heavy_near_long_run(kind: str, date: str, minutes: int, when: str) -> None:
    """Ninety minutes are long, whatever the run is called; on its day and the day after it."""
    label = f"w{date[0]}-1"
    words = f"loads the legs heavily {when} the {kind} run r1-1 of {minutes} minutes"
    expected = first(words, date, label) if when else []
    assert expected == lines("PZ322", on(date), runs=f"Sun 08:00 {kind} {minutes}min")


# --- PZ323 soon-after-run -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "gap", "numbers"),
    [
        ("07:45", "right after", "(0, 3)"),
        ("07:46", "1 min after", "(0.02, 3)"),
        ("09:00", "1 h 15 min after", "(1.25, 3)"),
        ("10:44", "2 h 59 min after", "(2.98, 3)"),
        ("10:45", "", ""),
        ("18:00", "", ""),
        ("06:00", "", ""),
        ("07:00", "", ""),
    ],
)
def test_soon_after_run(time: str, gap: str, numbers: str) -> None:
    """Three hours after the end of the run; before it and during it others have their say."""
    expected = first(f"starts {gap} the easy run r4-1 {numbers}", "4 tue", "w4-1") if gap else []
    assert expected == lines("PZ323", on("4 tue", time), runs="Tue 07:00 easy 45min")


@pytest.mark.parametrize(
    ("phase", "form", "asked"),
    [
        ("strength", "full", True),
        ("power", "full", True),
        ("strength", "mini", False),
        ("adaptation", "full", False),
        ("endurance", "full", False),
        ("taper", "full", False),
    ],
)
def test_explosive_strength_wants_the_gap(phase: str, form: str, asked: bool) -> None:
    """Full sessions of strength and power do; others may follow a run at once."""
    assert asked == bool(lines("PZ323", on("4 tue", "07:45", phase=phase, form=form), runs="Tue 07:00 easy"))


@pytest.mark.parametrize(("until", "room"), [("11:29", False), ("11:30", True)])
def test_the_gap_is_asked_for_only_where_there_is_room(until: str, room: bool) -> None:
    """The session must fit after three hours, in hours that are open."""
    availability = {"windows": {"tue": [f"06:00-{until}"]}}
    session = on("4 tue", "07:45", minutes=45)
    assert room == bool(lines("PZ323", session, runs="Tue 07:00 easy 45min", availability=availability))


def test_the_last_run_that_has_ended_counts() -> None:
    """Of two, and also one that began the day before."""
    doubles = lines("PZ323", on("4 tue", "13:00"), runs="Tue 07:00 easy; Tue 11:00 easy")
    overnight = lines("PZ323", on("4 tue", "06:00"), runs="Mon 23:00 easy 360min")
    assert [
        *first("starts 1 h 15 min after the easy run r4-2 (1.25, 3)", "4 tue", "w4-1"),
        *first("starts 1 h after the easy run r4-1 (1, 3)", "4 tue", "w4-1"),
    ] == doubles + overnight
