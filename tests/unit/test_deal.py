"""What each week owes: the dose, what the taper leaves of it by the event's weekday, and the days after."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import periodize as pz
from periodize._deal import deal
from periodize._timeline import lay_out

MONDAY = dt.date(2027, 4, 12)
"""The first day of the event's week."""
KM = {"10 km": 10.0, "half": 21.0975, "marathon": 42.195, "100 km": 100.0}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Dealt = dict[int, list[str]]


def dealt(distance: str, weekday: str = "Sun", weeks: int = 16, level: str = "advanced", **more: Any) -> Dealt:
    """Return what is owed by weeks out; days are counted from the event, as in "half full whole -6..-5"."""
    date = MONDAY + dt.timedelta(days=WEEKDAYS.index(weekday))
    events = [pz.Event("Race", date, distance_km=KM[distance]), *more.pop("races", ())]
    start = MONDAY - dt.timedelta(weeks=weeks - 1)
    brief = pz.Brief(**{"events": events, "start": start, "athlete": pz.Athlete(level=level), **more})
    timeline = lay_out(brief)
    slots = deal(brief, timeline)
    return {
        week.weeks_out: [
            f"{slot.volume} {slot.form} {slot.focus} {(slot.first - date).days}..{(slot.last - date).days}"
            for slot in slots[week.week]
        ]
        for week in timeline.weeks
    }


def around(found: Dealt, first: int, last: int) -> list[list[str]]:
    """Return what some weeks owe, from so many weeks out to so many."""
    return [found[out] for out in range(first, last - 1, -1)]


def twice(text: str) -> list[str]:
    """Return two alike."""
    return [text, text]


# --- the weeks that build -----------------------------------------------------------------------------------------------

L, U = "loading mini lower", "loading mini upper"


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ("2 full", ["loading full whole"] * 2),
        ("3 full", ["loading full whole"] * 3),
        ("4 mini", [L, U, L, U]),
    ],
)
def test_a_loading_week_owes_the_dose(dose: str, expected: list[str]) -> None:
    """On all its days; mini sessions alternate lower and upper."""
    days = f" {-6 - 13 * 7}..{-13 * 7}"
    assert [text + days for text in expected] == dealt("marathon", dose=dose)[13]


def test_a_deload_owes_as_many_lighter_ones() -> None:
    """The fourth week of a season of 7/3/3/3."""
    assert twice(f"deload full whole {-6 - 12 * 7}..{-12 * 7}") == dealt("marathon")[12]


@pytest.mark.parametrize(("priority", "volume"), [("B", "deload"), ("C", "loading")])
def test_a_tune_up_makes_its_week_lighter(priority: str, volume: str) -> None:
    """Half the sets in the week of a race of priority B, of which the whole week is part; C is run like a hard run."""
    for day in (0, 6):
        race = pz.Event("Tune-up", MONDAY - dt.timedelta(weeks=10) + dt.timedelta(days=day), priority=priority)
        found = dealt("marathon", races=[race])
        assert twice(f"{volume} full whole -76..-70") == found[10]
        assert twice("loading full whole -83..-77") == found[11]


def test_a_cut_first_week_owes_what_fits() -> None:
    """The days before the start are not its own."""
    found = dealt("marathon", start=MONDAY - dt.timedelta(weeks=15) + dt.timedelta(days=4))
    assert twice("loading full whole -107..-105") == found[15]


@pytest.mark.parametrize(("weekday", "first"), [("Thu", -10), ("Fri", -11), ("Sat", -12), ("Sun", -13)])
def test_the_last_loading_week_owes_the_dose_on_all_of_its_days(weekday: str, first: int) -> None:
    """Where the race comes early in its week, rules keep late leg work away from it as far as the week allows."""
    assert twice(f"loading full whole {first}..{first + 6}") == dealt("10 km", weekday)[1]


# --- the taper, by the event's weekday ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weekday", "before", "race_week"),
    [
        ("Sun", "loading", ["half full whole -6..-5"]),
        ("Sat", "loading", ["half full whole -5..-5"]),
        ("Fri", "loading", ["trunk mini upper -4..-2", "mobility mini upper 2..2"]),
        ("Thu", "loading", ["trunk mini upper -3..-2", "mobility mini upper 2..3"]),
        ("Wed", "half", ["mobility mini upper 2..3"]),
        ("Tue", "half", ["mobility mini upper 2..3"]),
        ("Mon", "half", ["mobility mini upper 2..3", "restore full whole 4..6"]),
    ],
)
def test_ten_kilometres(weekday: str, before: str, race_week: list[str]) -> None:
    """On Sunday legs on Monday or Tuesday, on Saturday on Monday, earlier none in that week."""
    found = dealt("10 km", weekday)
    assert race_week == found[0]
    assert before == found[1][0].split()[0]


@pytest.mark.parametrize("weekday", ["Mon", "Tue", "Wed"])
def test_an_event_early_in_its_week_has_its_last_days_in_the_week_before(weekday: str) -> None:
    """The days before the event decide, not weekdays."""
    assert ["half full whole -6..-5"] == dealt("10 km", weekday)[1]
    assert ["light full whole -6..-5"] == dealt("half", weekday)[1]


@pytest.mark.parametrize(
    ("weekday", "expected"),
    [
        ("Sun", [["half full whole -13..-7"] * 2, ["light full whole -6..-5"]]),
        ("Sat", [["half full whole -12..-6"] * 2, ["light full whole -5..-5"]]),
        ("Fri", [["half full whole -11..-5"] * 2, ["trunk mini upper -4..-2"]]),
        ("Thu", [["half full whole -10..-5"] * 2, ["trunk mini upper -3..-2"]]),
    ],
)
def test_a_half_marathon(weekday: str, expected: list[list[str]]) -> None:
    """Two at half the sets, then light legs six or five days before, or trunk alone."""
    found = dealt("half", weekday)
    assert [*expected, "loading"] == [found[1], found[0][:1], found[2][0].split()[0]]


@pytest.mark.parametrize(
    ("weekday", "expected"),
    [
        ("Sun", [["half full whole -20..-14"] * 2, ["third full whole -13..-7"], ["trunk mini upper -4..-2"]]),
        ("Sat", [["half full whole -19..-13"] * 2, ["third full whole -12..-7"], ["trunk mini upper -4..-2"]]),
        ("Thu", [["half full whole -17..-11"] * 2, ["third full whole -10..-7"], ["trunk mini upper -3..-2"]]),
    ],
)
def test_a_marathon(weekday: str, expected: list[list[str]]) -> None:
    """Two at half the sets, one shorter with the last legs a week before, then trunk alone."""
    assert expected == [
        week[:2] if week[0].startswith("half") else week[:1] for week in around(dealt("marathon", weekday), 2, 0)
    ]


def test_a_monday_marathon() -> None:
    """Its three taper weeks are 3, 2 and 1 weeks out; its own week holds only the race, and what follows it."""
    assert [
        twice("half full whole -21..-15"),
        ["third full whole -14..-8"],
        ["trunk mini upper -4..-2"],
        ["mobility mini upper 4..6"],
        twice("restore full whole 7..13"),
        [],
    ] == around(dealt("marathon", "Mon"), 3, -2)


def test_a_wednesday_marathon() -> None:
    """The stub of its week owes nothing; trunk work ends with the week before."""
    assert [
        twice("half full whole -23..-17"),
        ["third full whole -16..-10"],
        ["trunk mini upper -4..-3"],
        [],
        ["mobility mini upper 5..6", "restore full whole 7..11"],
        ["restore full whole 12..18"],
    ] == around(dealt("marathon", "Wed"), 3, -2)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        ("10 km", [["loading"] * 4, ["half mini lower -6..-5"]]),
        ("half", [["half mini lower -13..-7", "half mini upper -13..-7"], ["light mini lower -6..-5"]]),
        ("marathon", [["third mini lower -13..-7", "third mini upper -13..-7"], ["trunk mini upper -4..-2"]]),
    ],
)
def test_mini_sessions_taper_two_and_two(distance: str, expected: list[list[str]]) -> None:
    """Where a full session stands once, a mini one stands lower and upper."""
    found = dealt(distance, dose="4 mini")
    week = [text.split()[0] for text in found[1]] if distance == "10 km" else found[1]
    assert expected == [week, found[0]]


def test_three_full_sessions_taper_to_two() -> None:
    """A taper week has two sessions, whatever the dose of full ones is."""
    assert [2, 1, 1] == [len(week) for week in around(dealt("marathon", dose="3 full"), 2, 0)]


def test_a_short_taper_before_a_marathon_takes_the_middle_column() -> None:
    """Without its legs in the race week."""
    assert [
        twice("loading full whole -20..-14"),
        twice("half full whole -13..-7"),
        ["trunk mini upper -4..-2"],
    ] == around(dealt("marathon", weeks=12), 2, 0)


# --- seasons that are nothing but a taper -------------------------------------------------------------------------------

UNLOADED = "unloaded mini upper"


@pytest.mark.parametrize("distance", ["10 km", "half", "marathon"])
@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (1, [[f"{UNLOADED} -6..-2"]]),
        (2, [[f"{UNLOADED} -13..-7", "unloaded mini lower -13..-7"], [f"{UNLOADED} -6..-2"]]),
    ],
)
def test_a_novice_with_a_week_or_two_lifts_nothing_heavy(distance: str, weeks: int, expected: list[list[str]]) -> None:
    """Short work without load until two days before the race."""
    assert expected == around(dealt(distance, weeks=weeks, level="novice"), weeks - 1, 0)


@pytest.mark.parametrize(
    ("distance", "last"),
    [("10 km", "half full whole -6..-5"), ("half", "light full whole -6..-5"), ("marathon", "trunk mini upper -4..-2")],
)
def test_a_trained_athlete_with_a_week_or_two_tapers(distance: str, last: str) -> None:
    """What is known goes on at half the sets."""
    assert [[last]] == around(dealt(distance, weeks=1), 0, 0)
    assert [twice("half full whole -13..-7"), [last]] == around(dealt(distance, weeks=2), 1, 0)


@pytest.mark.parametrize("level", ["novice", "advanced"])
@pytest.mark.parametrize("days", [0, 1, 2])
def test_without_a_counted_week_nothing_stands_before_the_race(level: str, days: int) -> None:
    """A start on its day, the day before, or two days before."""
    start = MONDAY + dt.timedelta(days=6 - days)
    assert [] == dealt("half", level=level, start=start)[0]


# --- after the event ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        ("10 km", [["mobility mini upper 2..3", "restore full whole 4..7"]]),
        ("half", [["mobility mini upper 3..5"], twice("restore full whole 8..14")]),
        ("marathon", [["mobility mini upper 4..6"], twice("restore full whole 8..14")]),
        ("100 km", [["mobility mini upper 4..6"], twice("restore full whole 8..14"), ["restore full whole 15..21"]]),
    ],
)
def test_the_transition_after_a_sunday(distance: str, expected: list[list[str]]) -> None:
    """Nothing, then mobility once, then light sessions."""
    assert expected == around(dealt(distance), -1, -len(expected))


@pytest.mark.parametrize("distance", KM)
@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_the_days_after_the_race_are_free(distance: str, weekday: str) -> None:
    """No mobility and no legs before their days, one mobility session, and never more light ones than there are."""
    slots = [slot.split() for week in dealt(distance, weekday).values() for slot in week]
    after = [(volume, int(days.split("..")[0])) for volume, _, _, days in slots if not days.startswith("-")]
    mobility, light = {"10 km": (2, 4), "half": (3, 6)}.get(distance, (4, 7))
    first = {"mobility": mobility, "restore": light}
    most = {"10 km": 1, "100 km": 3}.get(distance, 2)
    assert [] == [(volume, day) for volume, day in after if day < first[volume]]
    assert (1, most) == tuple(sum(volume == word for volume, _ in after) for word in ("mobility", "restore"))


def test_light_sessions_of_minis_are_mini() -> None:
    """They are lower and upper ones, as in any other week of minis."""
    assert ["restore mini lower 8..14", "restore mini upper 8..14"] == dealt("marathon", dose="4 mini")[-2]


# --- minutes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("most", "expected"), [(10, {10}), (15, {15}), (25, {15, 25}), (60, {15, 30, 40, 50})])
def test_no_slot_is_longer_than_the_longest_session(most: int, expected: set[int]) -> None:
    """Shorter ones keep their length."""
    events = [pz.Event("Race", MONDAY, distance_km=42.195)]
    brief = pz.Brief(
        events=events,
        start="16 weeks before",
        athlete=pz.Athlete(level="advanced"),
        availability=pz.Availability(max_session_minutes=most),
    )
    assert expected == {slot.minutes for slots in deal(brief, lay_out(brief)).values() for slot in slots}
