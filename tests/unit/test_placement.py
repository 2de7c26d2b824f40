"""Where a session could start on a day, and what the athlete prefers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import periodize as pz
from periodize._catalogue import load
from periodize._findings import Hit
from periodize._placement._cells import starts
from periodize._placement._objective import shortfall
from periodize._planner._setting import Setting

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
TUESDAY = dt.date(2027, 2, 2)
CATALOGUE = load()


def brief(runs: str = "", **availability: Any) -> pz.Brief:
    """Make a brief of 12 weeks to a race of 10 km."""
    return pz.Brief(events=(EVENT,), start="2027-01-25", runs=runs, availability=pz.Availability(**availability))


def candidates(minutes: int, runs: str = "", **availability: Any) -> list[str]:
    """Return the candidate starts of a session on a Tuesday."""
    view = Setting.of(brief(runs, **availability), pz.RuleSet.default(), CATALOGUE).view()
    return [f"{start // 60:02}:{start % 60:02}" for start in starts(TUESDAY, minutes, view)]


SPLIT = {"windows": {"tue": ["06:00-08:00", "18:00-20:00"]}}


@pytest.mark.parametrize(
    ("minutes", "runs", "availability", "expected"),
    [
        pytest.param(45, "", {}, ["18:00"], id="the preferred time"),
        pytest.param(45, "", {"prefer_time": "07:03"}, ["07:05"], id="rounded up to five minutes"),
        pytest.param(45, "", {"prefer_time": "05:00"}, ["06:00"], id="as the day opens"),
        pytest.param(45, "", {"prefer_time": "22:00"}, ["20:15"], id="as late as it fits"),
        pytest.param(47, "", {"prefer_time": "22:00"}, ["20:10"], id="as late as it fits, on five minutes"),
        pytest.param(45, "", {"windows": {"tue": ["12:00-13:00"]}}, ["12:15"], id="the nearest in a window"),
        pytest.param(45, "", SPLIT | {"prefer_time": "12:00"}, ["07:15"], id="the earlier window is nearer"),
        pytest.param(45, "", SPLIT | {"prefer_time": "15:00"}, ["18:00"], id="the later window is nearer"),
        pytest.param(45, "", {"days": ["mon"]}, [], id="a closed day"),
        pytest.param(130, "", SPLIT, [], id="too long for every window"),
        pytest.param(45, "Tue 07:00 easy 45min", {}, ["07:45", "18:00"], id="after the run, and at the preferred time"),
        pytest.param(45, "Tue 07:00 easy 43min", {}, ["07:45", "18:00"], id="after the run, rounded up"),
        pytest.param(45, "Tue 14:00 easy 45min", {}, ["14:45"], id="six hours after the run nothing is open"),
        pytest.param(45, "Tue 13:00 easy 45min", {}, ["13:45", "19:45"], id="six hours after the run"),
        pytest.param(45, "Tue 07:00 easy; Tue 17:00 easy 60min", {}, ["18:00"], id="after the last of two"),
        pytest.param(45, "Tue 20:00 easy 60min", {}, [], id="no room after the run"),
        pytest.param(45, "Tue 07:00 easy 45min", SPLIT, ["18:00"], id="the first window is too early"),
        pytest.param(45, "Mon 23:00 easy 480min", {"prefer_time": "06:00"}, ["07:00"], id="after a run over midnight"),
        pytest.param(45, "Mon 23:00 easy 600min", SPLIT | {"prefer_time": "06:00"}, ["18:00"], id="the run over midnight takes a window"),
        pytest.param(45, "Mon 23:00 easy 480min", {}, ["18:00"], id="long after a run over midnight"),
        pytest.param(45, "", {"max_a_day": 2}, ["18:00", "18:45"], id="two a day, back to back"),
        pytest.param(45, "Tue 19:00 easy 45min", {"max_a_day": 2}, ["18:15", "19:45"], id="two a day, the other before it"),
        pytest.param(45, "Tue 07:00 easy 45min", {"max_a_day": 2}, ["07:45", "18:00"], id="two a day, the starts hold two"),
        pytest.param(45, "", {"max_a_day": 2, "windows": {"tue": ["12:00-13:00"]}}, ["12:15"], id="two a day, room for one"),
    ],
)  # fmt: skip
def test_a_day_has_few_candidate_starts(
    minutes: int, runs: str, availability: dict[str, Any], expected: list[str]
) -> None:
    """There are two or three a day at most, in order."""
    assert expected == candidates(minutes, runs, **availability)


@pytest.mark.parametrize("days", [("tue", "fri"), ("mon", "thu"), ("sat", "wed")])
def test_preferred_days_are_taken(days: tuple[str, str]) -> None:
    """Sessions stand on the preferred days where nothing weightier decides."""
    plan = pz.plan(brief(prefer_days=days))
    found = {pz.Weekday.of(session.date).value for week in plan.weeks[:9] for session in week.sessions}
    assert set(days) == found


@pytest.mark.parametrize(
    ("hit", "minutes"),
    [
        (Hit("x", measured=13.25, required=24), 645),
        (Hit("x", measured=24, required=24), 0),
        (Hit("x", measured=24), 0),
        (Hit("x", required=24), 0),
        (Hit("x", measured="soon", required=24), 0),
        (Hit("x"), 0),
    ],
)
def test_a_shortfall_is_counted_in_minutes(hit: Hit, minutes: int) -> None:
    """Hours that fall short, in minutes; nothing where a hit has no numbers."""
    assert minutes == shortfall(hit)


def test_a_week_with_too_many_choices_is_refused() -> None:
    """Where no rule bars any of a week's many places, the plan is refused with a way out, and the search does not hang."""
    runs = "; ".join(f"{day} 06:00 easy 30min" for day in pz.Weekday)
    wide = pz.Brief(
        events=(EVENT,),
        start="6 weeks before",
        runs=runs,
        dose="4 mini",
        extras="2 core",
        order="lift_first",
        availability=pz.Availability(max_a_day=2),
    )
    with pytest.raises(pz.TooManyChoicesError, match="maybe ask for fewer sessions a week"):
        pz.plan(wide, rules=pz.RuleSet(()))
