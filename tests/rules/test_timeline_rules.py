"""PZ101 to PZ104: phases in order, no gap, anchored, of a useful length."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.small import IN_ORDER, day, lines, place, stretch, week

S, P, E, T, R = IN_ORDER
SEASON = [
    *(week(n) for n in range(1, 17)),
    week(17, "taper"),
    week(18, "taper"),
    *(week(n, "transition") for n in (19, 20)),
]


def renamed(stretches: list[dict[str, Any]], *phases: str) -> list[dict[str, Any]]:
    """Give the first stretches other phases."""
    return [{**old, "phase": phase} for old, phase in zip(stretches, phases, strict=False)] + stretches[len(phases) :]


# --- PZ101 phases-out-of-order ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mesocycles", "expected"),
    [
        pytest.param(IN_ORDER, [], id="in order"),
        pytest.param(renamed(IN_ORDER, "adaptation", "strength", "power"), [], id="with adaptation"),
        pytest.param(renamed(IN_ORDER, "strength", "endurance", "endurance"), [], id="one missing"),
        pytest.param(
            renamed(IN_ORDER, "power", "strength"),
            [
                "2027-01-04 power | power without strength before it in wave 1",
                "2027-03-01 strength | strength comes after power in wave 1",
            ],
            id="power first",
        ),
        pytest.param(
            renamed(IN_ORDER, "adaptation", "power"),
            ["2027-03-01 power | power without strength before it in wave 1"],
            id="no strength for the power",
        ),
        pytest.param(
            renamed(IN_ORDER, "endurance", "strength", "adaptation"),
            [
                "2027-03-01 strength | strength comes after endurance in wave 1",
                "2027-03-29 adaptation | adaptation comes after endurance in wave 1",
            ],
            id="backwards",
        ),
        pytest.param(
            renamed(IN_ORDER, "endurance", "maintenance", "endurance"), [], id="maintenance stands outside the order"
        ),
        pytest.param(
            [stretch("transition", "1 mon", "2 sun"), stretch("strength", "3 mon", "12 sun"), E, T, R],
            [],
            id="so does a transition",
        ),
        pytest.param(
            [
                stretch("strength", "1 mon", "4 sun"),
                stretch("endurance", "5 mon", "8 sun"),
                {**P, "phase": "strength", "wave": 2},
            ]
            + [{**item, "wave": 2} for item in (E, T, R)],
            [],
            id="a wave begins anew",
        ),
        pytest.param(
            [S, *({**item, "wave": 2} for item in (P, E, T, R))],
            ["2027-03-01 power | power without strength before it in wave 2"],
            id="strength of another wave does not count",
        ),
    ],
)
def test_phases_out_of_order(mesocycles: list[dict[str, Any]], expected: list[str]) -> None:
    """A phase follows those that it builds on, wave by wave."""
    assert expected == lines("PZ101", mesocycles=mesocycles)


def test_a_phase_is_found_at_its_mesocycle() -> None:
    """The place is the mesocycle, with the week of its first day."""
    where = place("PZ101", mesocycles=renamed(IN_ORDER, "adaptation", "power"))
    assert ("power", "/mesocycles/1", 9, None, None) == (
        where.label,
        where.pointer,
        where.week,
        where.session_id,
        where.run_id,
    )


# --- PZ102 season-with-a-gap --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param({"mesocycles": IN_ORDER}, [], id="no gap"),
        pytest.param({"weeks": SEASON}, [], id="no gap between weeks"),
        pytest.param({}, [], id="as planned"),
        pytest.param(
            {"mesocycles": [S, stretch("power", "10 mon", "12 sun"), E, T, R]},
            ["2027-03-08 w10 | power starts on 2027-03-08, not on 2027-03-01: days before it are left out"],
            id="a hole",
        ),
        pytest.param(
            {"mesocycles": [S, stretch("power", "8 sun", "12 sun"), E, T, R]},
            ["2027-02-22 w8 | power starts on 2027-02-28, not on 2027-03-01: days belong to two phases"],
            id="an overlap",
        ),
        pytest.param(
            {"mesocycles": [stretch("strength", "2 mon", "8 sun"), P, E, T, R]},
            ["2027-01-11 w1 | strength starts on 2027-01-11, not on 2027-01-04: days before it are left out"],
            id="begins late",
        ),
        pytest.param(
            {"weeks": [*SEASON[:4], *SEASON[5:]], "mesocycles": IN_ORDER},
            ["2027-02-08 w6 | week 6 starts on 2027-02-08, not on 2027-02-01"],
            id="a week left out",
        ),
        pytest.param(
            {"weeks": [*SEASON[:4], {**SEASON[4], "end": day("5 sat")}, *SEASON[5:]], "mesocycles": IN_ORDER},
            [
                "2027-02-01 w5 | week 5 ends on 2027-02-06, not on 2027-02-07",
                "2027-02-08 w6 | week 6 starts on 2027-02-08, not on 2027-02-07",
            ],
            id="a week that ends early",
        ),
        pytest.param(
            {"weeks": SEASON[:-1], "mesocycles": IN_ORDER},
            ["2027-01-04 plan | the weeks end on 2027-05-16, the phases on 2027-05-23"],
            id="weeks end before the phases",
        ),
        pytest.param({"weeks": [], "mesocycles": []}, ["2027-01-04 plan | the season has no phases"], id="nothing"),
        pytest.param(
            {"weeks": [], "mesocycles": IN_ORDER}, ["2027-01-04 plan | the season has no weeks"], id="no weeks"
        ),
        pytest.param({"start": "2027-01-07"}, [], id="the first week is cut at the start"),
        pytest.param({"week_start": "sun"}, [], id="weeks from Sunday"),
    ],
)
def test_season_with_a_gap(document: dict[str, Any], expected: list[str]) -> None:
    """Phases and weeks follow one another from the start on, each week to the next one's first day."""
    assert expected == lines("PZ102", **document)


def test_the_last_year_cuts_the_last_week() -> None:
    """Dates end with the year 2199, which is no gap in a plan that somebody laid out that far."""
    event = {"name": "Last race", "date": "2199-12-03", "distance_km": 10}
    phases = (("taper", "2199-11-25", "2199-12-03"), ("transition", "2199-12-04", "2199-12-31"))
    mesocycles = [{"phase": phase, "start": start, "end": end} for phase, start, end in phases]
    assert [] == lines("PZ102", start="2199-11-25", events=[event], mesocycles=mesocycles)


# --- PZ103 not-anchored -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param({"mesocycles": IN_ORDER}, [], id="anchored"),
        pytest.param({"mesocycles": IN_ORDER[:4]}, [], id="nothing after the event"),
        pytest.param(
            {"mesocycles": [S, P, E, stretch("taper", "17 mon", "18 sat"), stretch("transition", "18 sun", "20 sun")]},
            ["2027-05-03 w18 | no taper ends on 2027-05-09, the day of Race"],
            id="a day early",
        ),
        pytest.param(
            {"mesocycles": [S, P, E, stretch("taper", "17 mon", "19 mon"), stretch("transition", "19 tue", "20 sun")]},
            [
                "2027-05-03 w18 | no taper ends on 2027-05-09, the day of Race",
                "2027-05-10 w19 | a taper ends on 2027-05-10, not on the day of Race",
            ],
            id="a day late",
        ),
        pytest.param(
            {"mesocycles": [S, P, E, T, {**R, "phase": "strength"}]},
            ["2027-05-03 w18 | no transition starts on the day after Race"],
            id="no transition",
        ),
        pytest.param(
            {"mesocycles": [S, P, E, T, stretch("transition", "19 tue", "20 sun")]},
            ["2027-05-10 w19 | a transition starts on 2027-05-11, not on the day after Race"],
            id="a transition a day late",
        ),
        pytest.param(
            {"mesocycles": [stretch("taper", "1 mon", "8 sun"), P, E, T, R]},
            ["2027-02-22 w8 | a taper ends on 2027-02-28, not on the day of Race"],
            id="another taper",
        ),
        pytest.param(
            {"weeks": [*SEASON[:17], {**SEASON[17], "weeks_out": 1}, *SEASON[18:]], "mesocycles": IN_ORDER},
            ["2027-05-03 w18 | week 18 is the week of Race, but counts down to 1, not to 0 (1, 0)"],
            id="the event's week counts otherwise",
        ),
        pytest.param(
            {"weeks": [*SEASON[:16], {**SEASON[16], "weeks_out": 0}, *SEASON[17:]], "mesocycles": IN_ORDER},
            ["2027-04-26 w17 | week 17 counts down to 0, but Race is not in it (0)"],
            id="another week counts as the event's",
        ),
    ],
)
def test_not_anchored(document: dict[str, Any], expected: list[str]) -> None:
    """The taper ends on the event's day, the transition starts on the next, and weeks_out is 0 in its week."""
    assert expected == lines("PZ103", **document)


# --- PZ104 phase-length -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "least", "most"), [("adaptation", 2, 6), ("strength", 4, 12), ("power", 3, 6), ("endurance", 3, 8)]
)
def test_phase_length(phase: str, least: int, most: int) -> None:
    """A phase has a shortest and a longest length, both allowed."""
    found = [
        lines("PZ104", mesocycles=[stretch(phase, "1 mon", f"{n} sun")]) for n in (least - 1, least, most, most + 1)
    ]
    few = f"{phase} lasts {least - 1} week{'s' * (least > 2)}; it takes {least} or more ({least - 1}, {least})"
    many = f"{phase} lasts {most + 1} weeks; after {most} it brings little ({most + 1}, {most})"
    assert [[f"2027-01-04 {phase} | {few}"], [], [], [f"2027-01-04 {phase} | {many}"]] == found


@pytest.mark.parametrize("phase", ["taper", "transition", "maintenance"])
def test_other_phases_have_no_length(phase: str) -> None:
    """Only the phases that build are measured."""
    assert [] == lines("PZ104", mesocycles=[stretch(phase, "1 mon", "16 sun")])


@pytest.mark.parametrize(("start", "many"), [("1 fri", False), ("1 thu", True)])
def test_a_first_week_of_three_days_is_not_counted(start: str, many: bool) -> None:
    """One of four days is."""
    found = lines("PZ104", start=day(start), mesocycles=[stretch("strength", start, "13 sun")])
    assert many == bool(found)


def test_a_short_runway_is_no_short_phase() -> None:
    """Where the ladder itself gives a week of endurance, a week is enough; where it gives four, it is not."""
    three = {"name": "Marathon", "date": day("3 sun"), "distance_km": 42.195}
    short = {"mesocycles": [stretch("endurance", "1 mon", "1 sun"), stretch("taper", "2 mon", "3 sun")]}
    assert [] == lines("PZ104", events=[three], **short)
    assert ["2027-01-04 endurance | endurance lasts 1 week; it takes 3 or more (1, 3)"] == lines("PZ104", **short)


def test_a_phase_that_counting_back_does_not_lay_is_measured_by_its_model() -> None:
    """A second wave of a coach's own."""
    again = {**stretch("power", "9 mon", "9 sun"), "wave": 2}
    assert ["2027-03-01 power | power lasts 1 week; it takes 3 or more (1, 3)"] == lines("PZ104", mesocycles=[again])
