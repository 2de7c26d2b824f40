"""Plans of a few lines, and what one rule says about them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import periodize as pz

MONDAY = dt.date(2027, 1, 4)
"""The first day of the small season: 18 weeks of a novice to a Sunday race on 2027-05-09, in weeks from Monday."""
EVENT = {"name": "Race", "date": "2027-05-09"}


def day(text: str) -> str:
    """Return the date of a week and a weekday of the small season, such as "3 tue"."""
    week, weekday = text.split()
    return (MONDAY + dt.timedelta(weeks=int(week) - 1, days=pz.Weekday(weekday).number)).isoformat()


def on(text: str, time: str = "18:00", **more: Any) -> dict[str, Any]:
    """Make a session on a day of the small season."""
    return {"date": day(text), "time": time, **more}


def plan(
    *sessions: dict[str, Any],
    mesocycles: Any = None,
    weeks: Any = None,
    **brief: Any,
) -> pz.Plan:
    """Read a plan of the small season; other keywords are keys of its brief."""
    given = {"mesocycles": mesocycles, "weeks": weeks}
    return pz.Plan.from_dict(
        {
            "format": "periodize/plan",
            "version": 1,
            "brief": {"start": MONDAY.isoformat(), "events": [EVENT], **brief},
            "sessions": list(sessions),
            **{key: value for key, value in given.items() if value is not None},
        }
    )


def findings(code: str, *sessions: dict[str, Any], **more: Any) -> tuple[pz.Finding, ...]:
    """Return what one rule finds in a plan of the small season."""
    rules = pz.RuleSet.default().select(code)
    return pz.check(plan(*sessions, **more), rules=rules).findings


def lines(code: str, *sessions: dict[str, Any], **more: Any) -> list[str]:
    """Return what one rule finds, as lines without the rule's code and name."""
    rule = pz.RuleSet.default()[code]
    said = f" {code} {rule.meta.name}: "
    return [str(finding).replace(said, " | ") for finding in findings(code, *sessions, **more)]


def place(code: str, *sessions: dict[str, Any], **more: Any) -> pz.Place:
    """Return the place of the only finding."""
    (finding,) = findings(code, *sessions, **more)
    return finding.where


def blackout(first: str, last: str) -> dict[str, Any]:
    """Close a stretch of days of the small season."""
    return {"blackout": [{"first": day(first), "last": day(last)}]}


ONE_WEEK = blackout("2 mon", "16 sun")
"""Leaves the first week alone whole."""


def stretch(phase: str, start: str, end: str, wave: int = 1) -> dict[str, Any]:
    """Make a mesocycle from one day of the small season to another."""
    return {"phase": phase, "start": day(start), "end": day(end), "wave": wave}


IN_ORDER = [
    stretch("strength", "1 mon", "8 sun"),
    stretch("power", "9 mon", "12 sun"),
    stretch("endurance", "13 mon", "16 sun"),
    stretch("taper", "17 mon", "18 sun"),
    stretch("transition", "19 mon", "20 sun"),
]


def week(number: int, phase: str = "strength", **more: Any) -> dict[str, Any]:
    """Make a week of the small season."""
    return {"week": number, "start": day(f"{number} mon"), "phase": phase, **more}
