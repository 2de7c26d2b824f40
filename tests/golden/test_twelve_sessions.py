"""Twelve sessions of twelve athletes against what a coach asks of each; the page of the docs shows them in full."""

import re
import runpy
from pathlib import Path

import pytest

import periodize as pz

DOCS = Path(__file__).resolve().parents[2] / "docs"
SESSIONS = runpy.run_path(str(DOCS / "sessions.py"))
ATHLETES = SESSIONS["ATHLETES"]
REPS, LOAD, TEMPO, PAUSE = 3, 4, 5, 6

# What a coach asks of the first line, worked out by hand: how the muscles work, repetitions or seconds a set from and
# to, load, the shortest pause between its sets in s; and of the session: lines from and to, sets from and to, minutes.
ASKED = {
    "A novice on a floor, adaptation": ("up and down", 12, 15, "3-4 in reserve", 45, 7, 7, 13, 14, 30),
    "A novice with dumbbells and a band, strength": ("up and down", 8, 12, "2-3 in reserve", 120, 7, 7, 16, 16, 40),
    "An advanced athlete in a gym whose 1RM is known, strength": ("up and down", 3, 6, "80 kg", 150, 7, 7, 18, 20, 50),
    "An intermediate athlete on a floor, power": (
        "stretch and rebound", 3, 5, "body, as fast as can be", 60, 7, 7, 17, 19, 40,
    ),
    "An intermediate athlete with bands, four short sessions, endurance": (
        "up and down", 15, 25, "2-3 in reserve", 15, 4, 4, 8, 12, 20,
    ),
    "A novice with dumbbells, taper": ("up and down", 15, 20, "4 in reserve", 0, 7, 8, 7, 12, 30),
    "A novice on a floor who does not jump, power": (
        "fast up, calm down", 3, 6, "body, as fast as can be", 60, 7, 7, 15, 18, 40,
    ),
    "An athlete of 55 with dumbbells, four short sessions, strength": (
        "up and down", 6, 10, "2 in reserve", 45, 4, 4, 8, 12, 20,
    ),
    "An athlete of 68 in a gym, strength": ("up and down", 4, 9, "2 in reserve", 120, 7, 7, 14, 19, 50),
    "An athlete of 16 with dumbbells, under supervision, endurance": (
        "up and down", 15, 15, "3-4 in reserve", 15, 8, 8, 14, 24, 40,
    ),
    "A trained athlete back after twelve weeks off, adaptation": ("up and down", 12, 15, "50 kg", 45, 7, 7, 13, 14, 30),
    "An advanced athlete in a gym, three sessions against injury, endurance": (
        "up and down", 15, 25, "2-3 in reserve", 15, 8, 9, 10, 14, 40,
    ),
}  # fmt: skip


def test_there_are_twelve():
    """Each with what is asked of it."""
    assert 12 == len(ATHLETES)
    assert set(ASKED) == set(ATHLETES)


@pytest.mark.parametrize("name", ATHLETES)
def test_a_session_is_what_a_coach_asks_for(name):
    """In its first line, its size and its time."""
    _, session = SESSIONS["session_of"](name)
    contraction, fewest, most, load, pause, *lines, least, sets, minutes = ASKED[name]
    first = SESSIONS["table"](session)[0]
    line = session.exercises[0]
    assert (contraction, load) == (first[2], first[LOAD])
    assert fewest <= line.reps.min <= line.reps.max <= most
    assert line.rest_seconds >= pause
    assert lines[0] <= len(session.exercises) <= lines[1]
    assert least <= sum(item.sets for item in session.exercises) <= sets
    assert session.minutes <= minutes


@pytest.mark.parametrize("name", ATHLETES)
def test_every_line_answers_every_need(name):
    """Movement, contraction, repetitions, load, tempo, pause and area: no cell is empty, no number is missing."""
    _, session = SESSIONS["session_of"](name)
    for row in SESSIONS["table"](session):
        assert len(SESSIONS["COLUMNS"]) == len(row)
        assert all(cell.strip() for cell in row)
        assert re.match(r"\d+ x \d+", row[REPS])
        assert re.fullmatch(r"\d-\d-[\dX]-\d|land, reset, jump again|held still", row[TEMPO])
        assert re.match(r"\d+ s", row[PAUSE])


@pytest.mark.parametrize("name", ATHLETES)
def test_a_session_stands_in_a_plan_without_an_error(name):
    """Nor a warning of what is prescribed."""
    plan, session = SESSIONS["session_of"](name)
    found = [item for item in pz.check(plan) if item.code[:3] == "PZ4" and item.where.session_id == session.id]
    assert [] == [str(item) for item in found if item.severity is not pz.Severity.ADVICE]
    assert pz.check(plan).ok
