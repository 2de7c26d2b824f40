"""PZ7xx: the days around an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _event as around
from periodize._evidence import _season as season
from periodize._evidence import _spacing as evidence
from periodize._findings import Grade, Hit, Only, Repair, RuleMeta, Severity
from periodize._model import Drop, Part, Priority
from periodize._phrases import Words, phrase
from periodize._timeline import taper_of
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._wording import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Session
    from periodize._view import View

_TUNE_UP = [{"date": "2027-05-09"}, {"name": "Tune-up", "date": "2027-02-28", "priority": "B"}]


def _days_left(session: Session, view: View) -> int:
    """Return the days from a session to the event; below 0 after it."""
    return view.event.date.toordinal() - session.date.toordinal()


@attrs.frozen
class SessionOnEventDay:
    """A session stands on the day of an event.

    Why: the day belongs to the race.

    Evidence: coherence. The season is built for this day.

    Repair: drop it, or move it to another day.

    Related: PZ702, PZ704.
    """

    meta: ClassVar = RuleMeta(
        code="PZ701",
        name="session-on-event-day",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("on the race's day", {"date": "2027-05-09", "focus": "upper"}),
            passes("three days before", {"date": "2027-05-06", "focus": "upper"}),
        ),
    )
    law: ClassVar = "no session on the day of a race"
    reach_days: ClassVar = (0, 0)

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Compare its day with those of all events."""
        for event in view.brief.events:
            if event.date == session.date:
                yield Hit(
                    "{session} stands on the day of {event}",
                    session=session,
                    event=event.name,
                    edits=(Repair((Drop(session.id),), Grade.UNSAFE),),
                )


@attrs.frozen
class HeavyLegsLate:
    """Heavy leg work stands in the last days before the event.

    Why: legs stay tired for two to three days after heavy work.

    Evidence: coherence. The season is built for the event, and fatigue lasts 48 to 72 hours after lifting; no trial
    fixes the day for runners.

    Repair: drop it, or make it a light session without legs.

    Related: PZ701, PZ703, PZ704.

    Attributes:
        days: before the event at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ702",
        name="heavy-legs-late",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("Doma17",),
        only=Only(heavy=True),
        examples=(
            trips("heavy, two days before", {"date": "2027-05-07", "heavy": True}),
            passes("light, upper body, two days before", {"date": "2027-05-07", "focus": "upper", "heavy": False}),
        ),
    )
    law: ClassVar = "no heavy leg work in the last days before the event"
    days: int = knob(evidence.HEAVY_BEFORE_EVENT_AT_LEAST, stricter="higher")

    @property
    def reach_days(self) -> tuple[int, int]:
        """As far as its days."""
        return self.days, 0

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the days that are left."""
        days = _days_left(session, view)
        if session.heavy and 0 <= days < self.days:
            yield _late("{session} loads the legs heavily {when} {event}", session, view, days, self.days)


def _late(template: str, session: Session, view: View, days: int, required: int) -> Hit:
    return Hit(
        template,
        session=session,
        when=_when(-days),
        event=view.event.name,
        measured=days,
        required=required,
        edits=(Repair((Drop(session.id),), Grade.UNSAFE),),
    )


def _when(days: int) -> Words:
    """Say where a day lies, so many days after another one, or before it where below 0."""
    if days < 0:
        return phrase("{days} day{days:|s} before", days=-days)
    return phrase("{days:on the day of|{days} day after|{days} days after}", days=days)


@attrs.frozen
class HeavyLegsInLastWeek:
    """Heavy leg work stands in the last week before the event.

    Why: it brings nothing any more that could be of use on the day, and may cost freshness.

    Evidence: practice. Coaches stop heavy work seven to ten days before; no trial fixes the day.

    Repair: make the session lighter, or move it forward.

    Related: PZ702, PZ704.

    Attributes:
        days: before the event at least.
        last_days: those that `heavy-legs-late` looks at, not this rule.
    """

    meta: ClassVar = RuleMeta(
        code="PZ703",
        name="heavy-legs-in-last-week",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Travis20", "Doma17"),
        only=Only(heavy=True),
        examples=(
            trips("heavy, five days before", {"date": "2027-05-04", "heavy": True}),
            passes("heavy, eight days before", {"date": "2027-05-01", "heavy": True}),
        ),
    )
    days: int = knob(evidence.HEAVY_BEFORE_EVENT, stricter="higher")
    last_days: int = knob(evidence.HEAVY_BEFORE_EVENT_AT_LEAST, stricter="lower")

    @property
    def reach_days(self) -> tuple[int, int]:
        """As far as its days."""
        return self.days, 0

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the days that are left; the very last ones are for `heavy-legs-late`."""
        days = _days_left(session, view)
        if session.heavy and self.last_days <= days < self.days:
            yield _late("{session} loads the legs heavily {when} {event}", session, view, days, self.days)


@attrs.frozen
class LegsLate:
    """A session loads the legs on the event's day or its eve.

    Why: even light leg work can be felt on the day.

    Evidence: coherence. The season is built for the event; no trial fixes the day for runners.

    Repair: drop it, or make it trunk and mobility only.

    Related: PZ701, PZ702, PZ705.

    Attributes:
        days: before the event at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ704",
        name="legs-late",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("light legs on the eve", {"date": "2027-05-08", "focus": "lower"}),
            passes("light legs five days before", {"date": "2027-05-04", "focus": "lower"}),
        ),
    )
    days: int = knob(evidence.LEGS_BEFORE_EVENT_AT_LEAST, stricter="higher")

    @property
    def law(self) -> str:
        """The days without leg work."""
        eve = "its eve" if self.days == 2 else f"the {number(self.days - 1)} days before it"
        return f"no leg work on the event's day or {eve}"

    @property
    def reach_days(self) -> tuple[int, int]:
        """As far as its days."""
        return self.days, 0

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the days that are left."""
        days = _days_left(session, view)
        if Part.LEGS in session.loads and 0 <= days < self.days:
            yield _late("{session} loads the legs {when} {event}", session, view, days, self.days)


@attrs.frozen
class LegsNearTuneUp:
    """A session loads the legs close to a race of priority B.

    Why: a race on the way is run to learn something from it, on legs that are neither tired before nor sore after.

    Evidence: practice. No trial looks at races on the way.

    Repair: move the session, or make it upper body.

    Related: PZ701, PZ704.

    Attributes:
        days_before, days_after: without leg work around the race.
    """

    meta: ClassVar = RuleMeta(
        code="PZ705",
        name="legs-near-tune-up",
        severity=Severity.WARNING,
        since="0.1.0",
        examples=(
            trips("two days before", {"date": "2027-02-26"}, events=_TUNE_UP),
            passes("three days before", {"date": "2027-02-25"}, events=_TUNE_UP),
        ),
    )
    days_before: int = knob(evidence.LEGS_BEFORE_TUNE_UP, stricter="higher")
    days_after: int = knob(evidence.LEGS_AFTER_TUNE_UP, stricter="higher")

    @property
    def reach_days(self) -> tuple[int, int]:
        """As far as its days."""
        return self.days_before, self.days_after

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Compare its day with those of the races of priority B."""
        if Part.LEGS not in session.loads:
            return
        for event in view.brief.events:
            days = session.date.toordinal() - event.date.toordinal()
            if event.priority is Priority.B and -self.days_before <= days <= self.days_after:
                yield Hit(
                    "{session} loads the legs {when} {event}",
                    session=session,
                    event=event.name,
                    when=_when(days),
                    measured=abs(days),
                    required=self.days_before + 1 if days < 0 else self.days_after + 1,
                )


@attrs.frozen
class LegsInLastDays:
    """A session loads the legs in the last days before the event, however lightly.

    Why: light leg work has done its good by then; it can only be felt.

    Evidence: practice. No trial fixes the day; coaches stop five days before.

    Repair: move it forward, or make it trunk and mobility only.

    Related: PZ702, PZ703, PZ704.

    Attributes:
        days: before the event at least.
        last_days: those that `legs-late` looks at, not this rule.
    """

    meta: ClassVar = RuleMeta(
        code="PZ706",
        name="legs-in-last-days",
        severity=Severity.WARNING,
        since="0.1.0",
        examples=(
            trips("light legs four days before", {"date": "2027-05-05", "focus": "lower"}),
            passes("light legs five days before", {"date": "2027-05-04", "focus": "lower"}),
            passes("upper body", {"date": "2027-05-05", "focus": "upper"}),
        ),
    )
    days: int = knob(season.LEGS_BEFORE_EVENT, stricter="higher")
    last_days: int = knob(evidence.LEGS_BEFORE_EVENT_AT_LEAST, stricter="lower")

    @property
    def reach_days(self) -> tuple[int, int]:
        """As far as its days."""
        return self.days, 0

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the days that are left; what is heavy is for `heavy-legs-in-last-week`."""
        days = _days_left(session, view)
        if Part.LEGS in session.loads and not session.heavy and self.last_days <= days < self.days:
            yield _late("{session} loads the legs {when} {event}", session, view, days, self.days)


@attrs.frozen
class LegsSoonAfter:
    """A session loads the legs too soon after the event, or heavily while light work alone is right.

    Why: a race damages muscle; force is low for days, after a marathon for a week and more.

    Evidence: practice. Force was back after three days in novices and still low after seven in trained men. Legs may
    be loaded from 4, 6 or 7 days after, heavily from 8, 11 or 15: up to 12 km, up to 25 km, longer.

    Repair: move it back, or make it trunk and mobility only.

    Related: PZ110, PZ705.
    """

    meta: ClassVar = RuleMeta(
        code="PZ712",
        name="legs-soon-after",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Takayama17", "Sherman84"),
        examples=(
            trips("light legs three days after a half marathon", {"date": "2027-05-12"}),
            trips("heavy ten days after", {"date": "2027-05-19", "heavy": True}),
            passes("light ten days after", {"date": "2027-05-19"}),
        ),
    )

    reach_days: ClassVar = (0, max(*around.LIGHT_AGAIN.value.values(), *season.HEAVY_AGAIN.value.values()))

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Count the days since the event."""
        days = -_days_left(session, view)
        if days <= 0 or Part.LEGS not in session.loads:
            return
        band = taper_of(view.event.distance_km).default
        required = (season.HEAVY_AGAIN if session.heavy else around.LIGHT_AGAIN).value[band]
        if days < required:
            yield Hit(
                "{session} loads the legs{heavy: heavily|} {when} {event}",
                session=session,
                heavy=session.heavy,
                when=_when(days),
                event=view.event.name,
                measured=days,
                required=required,
            )
