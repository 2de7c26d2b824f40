"""The rules of a running club, for `periodize`. Nothing is registered: name the module, or add the rules to a set."""

from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

import periodize as pz

__all__ = ["NoClubNight", "RestBetween"]


def plan_of(*sessions: dict[str, Any]) -> dict[str, Any]:
    """Write a plan of a few lines, as an example of a rule: eighteen weeks to a race on a Sunday."""
    brief = {"start": "2027-01-04", "events": [{"date": "2027-05-09"}]}
    return {"format": "periodize/plan", "version": 1, "brief": brief, "sessions": list(sessions)}


@attrs.frozen
class NoClubNight:
    """A session falls on the club's evening.

    Why: the gym is full of us.
    """

    weekday: int = 4
    """0 is Monday, 6 is Sunday."""

    meta: ClassVar = pz.RuleMeta(
        code="CLUB001",
        name="session-on-club-night",
        severity=pz.Severity.ERROR,
        examples=(
            pz.Example("a Friday at 18:00", plan_of({"date": "2027-01-08", "time": "18:00"}), trips=True),
            pz.Example("a Friday morning", plan_of({"date": "2027-01-08", "time": "09:00"}), trips=False),
        ),
    )

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at the weekday and the hour."""
        if session.date.weekday() == self.weekday and session.end_minute > 17 * 60:
            yield pz.Hit("{session} falls on the club's evening")


@attrs.frozen
class RestBetween:
    """Two full sessions stand closer than the club's coach likes."""

    hours: int = 60
    """From the end of one to the start of the next."""

    meta: ClassVar = pz.RuleMeta(
        code="CLUB002",
        name="little-rest-between",
        severity=pz.Severity.ADVICE,
        examples=(
            pz.Example(
                "two days apart",
                plan_of({"date": "2027-01-04", "time": "18:00"}, {"date": "2027-01-06", "time": "18:00"}),
                trips=True,
            ),
            pz.Example(
                "three days apart",
                plan_of({"date": "2027-01-04", "time": "18:00"}, {"date": "2027-01-07", "time": "18:00"}),
                trips=False,
            ),
        ),
    )
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 96

    def check_pair(self, earlier: pz.Session, later: pz.Session, hours: float) -> Iterator[pz.Hit]:
        """Look at the gap."""
        if {earlier.form, later.form} == {pz.Form.FULL} and 0 <= hours < self.hours:
            yield pz.Hit("{session} begins {measured} h after the last", measured=round(hours), required=self.hours)
