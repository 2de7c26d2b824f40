"""Plans of a few lines for the rules' examples."""

from __future__ import annotations

from typing import Any

from periodize._findings import Example

# 18 weeks to a Sunday race, Monday weeks: three of adaptation, then strength from 2027-01-25.
_START, _EVENT = "2027-01-04", "2027-05-09"


def trips(says: str, *sessions: dict[str, Any], **more: Any) -> Example:  # keys of a document
    """Make an example in which the rule finds something."""
    return Example(says, _plan(sessions, more), trips=True)


def passes(says: str, *sessions: dict[str, Any], **more: Any) -> Example:  # keys of a document
    """Make an example in which it finds nothing."""
    return Example(says, _plan(sessions, more), trips=False)


def _plan(sessions: tuple[dict[str, Any], ...], more: dict[str, Any]) -> dict[str, Any]:
    plan: dict[str, Any] = {key: more.pop(key) for key in ("mesocycles", "weeks", "waivers", "conflict") if key in more}
    brief = {"start": _START, "events": [{"date": _EVENT}], **more}
    return {"format": "periodize/plan", "version": 1, "brief": brief, "sessions": list(sessions), **plan}
