"""Breaking a valid plan in one stated way gives the error that names it, at the right place."""

import copy
import datetime as dt
import json
from itertools import pairwise

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from tests.property import changing

import periodize as pz
from periodize import strategies

DAY = dt.timedelta(days=1)
SEASONS = strategies.briefs(weeks=(8, 12), days=(5, 7), doses=["2 full"])


def day(text):
    """A date of the document."""
    return dt.date.fromisoformat(text)


def session_of(document, draw, *phases):
    """Draw a session of these phases, or of any."""
    sessions = [item for item in document["sessions"] if not phases or item["phase"] in phases]
    return pick(sessions, draw)


def pick(items, draw):
    """Draw one of the items by its number, so that a failing example is told in few words."""
    assume(items)
    return items[draw(st.integers(0, len(items) - 1))]


def lift_before_a_run(document, draw):
    """Start a session on the day of a run, an hour before it, where runs come first."""
    assume(document["brief"]["order"] == "run_first")
    session = session_of(document, draw)
    runs = [run for run in document["runs"] if run["time"] >= "02:00"]
    run = pick(runs, draw)
    hour, minute = map(int, run["time"].split(":"))
    session.update(date=run["date"], time=f"{hour - 1:02}:{minute:02}")
    return "PZ301", session["id"]


def drop_a_session(document, draw):
    """Leave out a session of a whole week that holds no more than it must."""
    plan = pz.Plan.from_dict(document)
    owing = [
        week
        for week in plan.weeks
        if week.phase.builds
        and week.days == 7
        and week.end < plan.brief.target.date
        and not any(plan.brief.availability.blacked_out(week.start + n * DAY) for n in range(7))
    ]
    week = pick(owing, draw)
    gone = pick([session for session in week.sessions if session.focus != "core"], draw).id
    document["sessions"] = [session for session in document["sessions"] if session["id"] != gone]
    return "PZ201", str(week.week)


def eight_reps_in_the_endurance_phase(document, draw):
    """Prescribe 8 repetitions in a session of the endurance phase."""
    session = session_of(document, draw, "endurance")
    lines = [line for line in session["exercises"] if line["reps"]]
    pick(lines, draw)["reps"] = {"min": 8, "max": 8}
    return "PZ401", session["id"]


def swap_two_phases(document, draw):
    """Swap two phases that follow each other in a wave; the one that comes too late is named."""
    cycles = document["mesocycles"]
    pairs = [(one, two) for one, two in pairwise(cycles) if one["wave"] == two["wave"] and two["phase"] != "transition"]
    one, two = pick(pairs, draw)
    one["phase"], two["phase"] = two["phase"], one["phase"]
    return "PZ101", two["start"]


def exercise_without_its_equipment(document, draw):
    """Prescribe a back squat to somebody without a barbell."""
    assume("barbell" not in document["brief"]["athlete"]["equipment"])
    session = session_of(document, draw)
    pick(session["exercises"], draw)["exercise"] = "back_squat"
    return "PZ501", session["id"]


def gap_of_24_hours(document, draw):
    """Do a session again 24 hours later."""
    session = session_of(document, draw)
    assume(session["focus"] != "core")
    again = copy.deepcopy(session) | {"id": "again", "date": str(day(session["date"]) + DAY)}
    document["sessions"].append(again)
    return "PZ302", "again"


def session_on_the_events_day(document, draw):
    """Put a session on the day of an event."""
    session = session_of(document, draw)
    session["date"] = pick(document["brief"]["events"], draw)["date"]
    return "PZ701", session["id"]


BREAKS = [
    lift_before_a_run,
    drop_a_session,
    eight_reps_in_the_endurance_phase,
    swap_two_phases,
    exercise_without_its_equipment,
    gap_of_24_hours,
    session_on_the_events_day,
]


@pytest.mark.parametrize("break_", BREAKS, ids=[break_.__name__ for break_ in BREAKS])
@settings(max_examples=max(1, settings().max_examples // 3))  # so many for each break
@given(brief=SEASONS, data=st.data())
def test_each_break_is_named_at_its_place(break_, brief, data):
    """The check of the broken plan holds the error that names the break, at its place."""
    try:
        document = json.loads(pz.dumps(pz.plan(brief)))
    except pz.InfeasibleError:
        reject()
    expected = break_(document, data.draw)
    errors = pz.check(pz.Plan.from_dict(document)).errors
    assert expected in {(finding.code, changing.place(finding)) for finding in errors}
