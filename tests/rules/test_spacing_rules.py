"""PZ30x: order on a day, parts, overlaps, open hours, and how many stand on a day."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import blackout, day, findings, lines, on, place

TUESDAY = "2027-01-05"


def first(*words: str, session: str = "w1-1", date: str = TUESDAY) -> list[str]:
    """Say what is said about a session of the first week."""
    return [f"{date} {session} | {session} {' '.join(words)}"]


# --- PZ301 lift-before-run ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "runs", "expected"),
    [
        pytest.param(
            "06:59", "Tue 07:00 easy", first("at 06:59 comes before the easy run r1-1 at 07:00"), id="a minute before"
        ),
        pytest.param("07:00", "Tue 07:00 easy", [], id="at the same minute"),
        pytest.param("07:01", "Tue 07:00 easy", [], id="a minute after"),
        pytest.param(
            "00:00", "Tue 23:59 easy", first("at 00:00 comes before the easy run r1-1 at 23:59"), id="all day before"
        ),
        pytest.param("22:00", "Wed 05:00 long", [], id="the run of the next day"),
        pytest.param("07:00", "Mon 06:00 easy", [], id="the run of the day before"),
        pytest.param(
            "12:00",
            "Tue 07:00 easy; Tue 17:00 quality",
            first("at 12:00 comes before the quality run r1-2 at 17:00"),
            id="between two runs",
        ),
        pytest.param("18:00", "Tue 07:00 easy; Tue 17:00 easy", [], id="after both of two runs"),
        pytest.param(
            "06:00",
            "Tue 07:00 easy; Tue 17:00 easy",
            first("at 06:00 comes before the easy run r1-1 at 07:00"),
            id="before both is one finding",
        ),
    ],
)
@pytest.mark.parametrize("focus", ["whole", "core"])
def test_lift_before_run(focus: str, time: str, runs: str, expected: list[str]) -> None:
    """On a day with runs the lift follows the last one, `core` sessions included."""
    assert expected == lines("PZ301", on("1 tue", time, focus=focus, minutes=20), runs=runs)


def test_a_lift_before_a_run_is_found_at_the_session() -> None:
    """It is the session that would move."""
    where = place("PZ301", on("1 mon"), on("1 tue", "06:00"), runs="Tue 07:00 easy")
    assert ("w1-2", "/sessions/1", TUESDAY, 1, "w1-2", None) == (
        where.label,
        where.pointer,
        where.date.isoformat(),
        where.week,
        where.session_id,
        where.run_id,
    )


# --- PZ302 same-parts-too-soon ------------------------------------------------------------------------------------------

PARTS = {"whole": {"legs", "push", "pull"}, "lower": {"legs"}, "upper": {"push", "pull"}, "core": set[str]()}
SAID = {3: "legs, push and pull", 2: "push and pull", 1: "legs"}


@pytest.mark.parametrize("earlier", PARTS)
@pytest.mark.parametrize("later", PARTS)
@pytest.mark.parametrize(("date", "when"), [("1 tue", "on the day of"), ("1 wed", "the day after"), ("1 thu", "")])
def test_same_parts_too_soon(earlier: str, later: str, date: str, when: str) -> None:
    """A day between, counted in days, for sessions that share a part."""
    shared = SAID.get(len(PARTS[earlier] & PARTS[later]))
    days = {"on the day of": 0, "the day after": 1}.get(when)
    expected = [f"{day(date)} w1-2 | w1-2 loads {shared} again {when} w1-1 ({days}, 2)"] if when and shared else []
    found = lines("PZ302", on("1 tue", "06:00", focus=earlier), on(date, "18:00", focus=later))
    assert expected == found


@pytest.mark.parametrize(
    ("earlier", "later", "soon"),
    [
        pytest.param(("1 tue", "23:59"), ("1 thu", "00:00"), False, id="24 hours and a minute, but a day between"),
        pytest.param(("1 tue", "00:00"), ("1 wed", "23:59"), True, id="almost 48 hours, but no day between"),
        pytest.param(("1 sun", "18:00"), ("2 mon", "18:00"), True, id="over the border of two weeks"),
        pytest.param(("1 sun", "18:00"), ("2 tue", "18:00"), False, id="a day between, over the border"),
        pytest.param(("3 sun", "18:00"), ("4 mon", "18:00"), True, id="over the border of two phases"),
        pytest.param(("18 sat", "18:00"), ("18 sun", "18:00"), True, id="in the taper"),
    ],
)
def test_days_count_not_hours(earlier: tuple[str, str], later: tuple[str, str], soon: bool) -> None:
    """A day lies between two sessions of the same parts, over all borders of weeks."""
    assert soon == bool(lines("PZ302", on(*earlier, minutes=1), on(*later, minutes=1)))


def test_three_in_a_row_are_two_findings() -> None:
    """Each session is told once, with the first that it follows too soon."""
    found = lines("PZ302", *(on(f"1 {name}", focus="lower") for name in ("tue", "wed", "thu")))
    assert [
        "2027-01-06 w1-2 | w1-2 loads legs again the day after w1-1 (1, 2)",
        "2027-01-07 w1-3 | w1-3 loads legs again the day after w1-2 (1, 2)",
    ] == found


# --- PZ303 lift-during-run ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "runs", "expected"),
    [
        pytest.param(("06:15", 45), "Tue 07:00 easy 45min", [], id="ends as the run begins"),
        pytest.param(("06:16", 45), "Tue 07:00 easy 45min", first("overlaps the easy run r1-1"), id="a minute of both"),
        pytest.param(
            ("07:00", 45), "Tue 07:00 easy 45min", first("overlaps the easy run r1-1"), id="at the same minute"
        ),
        pytest.param(
            ("07:44", 45), "Tue 07:00 easy 45min", first("overlaps the easy run r1-1"), id="the run's last minute"
        ),
        pytest.param(("07:45", 45), "Tue 07:00 easy 45min", [], id="begins as the run ends"),
        pytest.param(("07:10", 5), "Tue 07:00 easy 45min", first("overlaps the easy run r1-1"), id="inside the run"),
        pytest.param(
            ("00:29", 30), "Mon 23:30 easy 60min", first("overlaps the easy run r1-1"), id="a run over midnight"
        ),
        pytest.param(("00:30", 30), "Mon 23:30 easy 60min", [], id="after a run over midnight"),
        pytest.param(("00:00", 30), "Mon 23:00 easy 60min", [], id="at midnight, as the run ends"),
        pytest.param(
            ("23:30", 60), "Wed 00:29 easy", first("overlaps the easy run r1-1"), id="a session over midnight"
        ),
        pytest.param(("23:30", 60), "Wed 00:30 easy", [], id="a run after a session over midnight"),
        pytest.param(("18:00", 60), "Wed 18:00 easy; Mon 18:00 easy", [], id="other days"),
    ],
)
@pytest.mark.parametrize("focus", ["whole", "core"])
def test_lift_during_run(focus: str, session: tuple[str, int], runs: str, expected: list[str]) -> None:
    """Nobody does both at once, midnight or not."""
    time, minutes = session
    assert expected == lines("PZ303", on("1 tue", time, minutes=minutes, focus=focus), runs=runs)


# --- PZ304 outside-availability -----------------------------------------------------------------------------------------

MORNING_AND_NIGHT = {"windows": {"tue": ["06:00-08:00", "20:00-21:30"]}}


@pytest.mark.parametrize(
    ("session", "availability", "expected"),
    [
        pytest.param(("06:00", 60), {}, [], id="as the day opens"),
        pytest.param(("20:00", 60), {}, [], id="until the day closes"),
        pytest.param(
            ("05:59", 60),
            {},
            first("at 05:59 for 60 minutes is outside the open hours: 06:00-21:00"),
            id="a minute early",
        ),
        pytest.param(
            ("20:01", 60),
            {},
            first("at 20:01 for 60 minutes is outside the open hours: 06:00-21:00"),
            id="a minute late",
        ),
        pytest.param(("06:00", 60), MORNING_AND_NIGHT, [], id="in the first window"),
        pytest.param(("20:30", 60), MORNING_AND_NIGHT, [], id="in the second window"),
        pytest.param(
            ("12:00", 60),
            MORNING_AND_NIGHT,
            first("at 12:00 for 60 minutes is outside the open hours: 06:00-08:00 and 20:00-21:30"),
            id="between two windows",
        ),
        pytest.param(
            ("07:30", 60), {"windows": {"tue": ["06:00-08:00", "08:00-10:00"]}}, [], id="over windows that touch"
        ),
        pytest.param(
            ("18:00", 60),
            {"days": ["mon"]},
            first("at 18:00 for 60 minutes is outside the open hours: the day is closed"),
            id="a closed weekday",
        ),
        pytest.param(
            ("18:00", 60),
            {"blackout": [{"first": TUESDAY, "last": TUESDAY}]},
            first("at 18:00 for 60 minutes is outside the open hours: the day is closed"),
            id="a blackout",
        ),
        pytest.param(
            ("18:00", 60),
            {"blackout": [{"first": "2027-01-06", "last": "2027-01-06"}]},
            [],
            id="the day before a blackout",
        ),
        pytest.param(("18:00", 45), {"max_session_minutes": 45}, [], id="as long as may be"),
        pytest.param(
            ("18:00", 46),
            {"max_session_minutes": 45},
            first("lasts 46 minutes, longer than the 45 that there are (46, 45)"),
            id="a minute longer",
        ),
        pytest.param(
            ("23:30", 60),
            {"windows": {"tue": ["20:00-23:59"], "wed": ["00:00-09:00"]}},
            first("at 23:30 for 60 minutes is outside the open hours: 20:00-23:59"),
            id="over midnight",
        ),
    ],
)
@pytest.mark.parametrize("focus", ["whole", "core"])
def test_outside_availability(
    focus: str, session: tuple[str, int], availability: dict[str, Any], expected: list[str]
) -> None:
    """A session lies in one open stretch of its day, and is not too long."""
    time, minutes = session
    assert expected == lines("PZ304", on("1 tue", time, minutes=minutes, focus=focus), availability=availability)


# --- PZ305 too-many-a-day, PZ306 sessions-overlap -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("most", "count", "over"),
    [(1, 1, []), (1, 2, [2]), (1, 3, [2, 3]), (2, 2, []), (2, 3, [3]), (4, 4, []), (4, 5, [5])],
)
def test_too_many_a_day(most: int, count: int, over: list[int]) -> None:
    """One session a day unless the brief says more; the later ones are at fault, `core` ones too."""
    sessions = [on("1 tue", f"{6 + 2 * n:02}:00", focus="core") for n in range(count)]
    expected = [
        f"{TUESDAY} w1-{n} | w1-{n} is session {n} of its day; at most {most} a day ({n}, {most})" for n in over
    ]
    assert expected == lines("PZ305", *sessions, availability={"max_a_day": most})


def test_days_beside_each_other_are_counted_apart() -> None:
    """Each day begins at midnight."""
    assert [] == lines("PZ305", on("1 tue", "23:00"), on("1 wed", "00:00"))


@pytest.mark.parametrize(
    ("start", "overlaps"), [("17:15", False), ("17:16", True), ("18:00", True), ("18:44", True), ("18:45", False)]
)
def test_sessions_overlap(start: str, overlaps: bool) -> None:
    """One begins when the other has ended."""
    a, b = on("1 tue", "18:00", id="a", focus="upper"), on("1 tue", start, id="b", focus="core")
    earlier, later = ("b", "a") if start < "18:00" else ("a", "b")
    expected = [f"{TUESDAY} {later} | {later} begins before {earlier} has ended"] if overlaps else []
    assert expected == lines("PZ306", a, b)


def test_a_session_over_midnight_may_overlap_the_next_day() -> None:
    """Sessions overlap by the clock, whatever their days are."""
    found = lines("PZ306", on("1 tue", "23:30", minutes=60), on("1 wed", "00:29", focus="core"))
    assert first("begins before w1-1 has ended", session="w1-2", date="2027-01-06") == found


# --- PZ325 masters-too-soon, PZ326 long-gap -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "days", "found"),
    [
        (50, "5 tue, 5 thu", ["strength"]),
        (50, "5 tue, 5 wed", ["strength"]),
        (50, "5 tue, 5 fri", []),
        (50, "5 tue, 5 thu, 7 mon, 7 wed", ["strength"]),
        (50, "3 sun, 4 mon", []),
        (50, "5 sun, 6 mon", []),
        (49, "5 tue, 5 thu", []),
        (None, "5 tue, 5 thu", []),
    ],
)
def test_masters_too_soon(age: int | None, days: str, found: list[str]) -> None:
    """Two days lie between heavy sessions, deloads are light; it is said once a phase."""
    sessions = [on(text) for text in days.split(", ")]
    assert found == [item.where.label for item in findings("PZ325", *sessions, athlete={"age": age})]


def test_light_sessions_of_masters_may_be_near() -> None:
    """So may upper-body ones."""
    assert [] == lines("PZ325", on("5 tue", focus="upper"), on("5 thu"), athlete={"age": 60})


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        ([on("4 mon"), on("4 sun")], None),
        ([on("4 mon"), on("5 mon")], "w5-1 is the first to load legs for 7 days; at most 6 keep it growing (7, 6)"),
        (
            [on("4 mon"), on("4 thu", focus="lower"), on("5 mon")],
            "w5-1 is the first to load push for 7 days; at most 6 keep it growing (7, 6)",
        ),
        ([on("4 mon"), on("4 thu", focus="lower"), on("5 mon", focus="lower")], None),
        ([on("4 mon"), on("4 fri"), on("5 mon", focus="core")], None),
        ([on("16 mon"), on("17 tue")], None),
    ],
)
def test_long_gap(sessions: list[dict[str, Any]], said: str | None) -> None:
    """Each part on its own, in building weeks."""
    assert ([f"{day('5 mon')} w5-1 | {said}"] if said else []) == lines("PZ326", *sessions)


def test_a_gap_that_a_blackout_makes_is_none() -> None:
    """What is closed cannot be used."""
    assert [] == lines("PZ326", on("4 mon"), on("5 mon"), availability=blackout("4 wed", "4 wed"))
