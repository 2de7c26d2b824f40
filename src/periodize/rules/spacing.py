"""PZ3xx: where a session stands among the other sessions and the hours that are open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from periodize._evidence import _spacing as evidence
from periodize._evidence import _timeline as ages
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Focus, Part, Session
from periodize._phrases import enumerated, phrase
from periodize._units import clock
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._wording import days_apart, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Mesocycle, Week
    from periodize._view import View

_HOUR = 60
_DAY_HOURS = 24
_ALL_DAYS = 7


@attrs.frozen
class SamePartsTooSoon:
    """Two sessions load the same parts of the body on one day or on days in a row.

    Why: muscle wants about 48 hours before the same work again; counted in days, that is a day between.

    Evidence: moderate. ACSM's guidance of 48 hours or more between sessions for one muscle group.

    Repair: leave a day between, or let one be lower and the other upper body.

    Related: PZ305, PZ306, PZ324, PZ325, PZ326.

    Attributes:
        days: from one session to the next at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ302",
        name="same-parts-too-soon",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("Garber11",),
        examples=(
            trips("whole-body sessions on Tuesday and Wednesday", {"date": "2027-01-05"}, {"date": "2027-01-06"}),
            passes("a day between", {"date": "2027-01-05"}, {"date": "2027-01-07"}),
        ),
    )
    pair: ClassVar = (Session, Session)
    days: int = knob(evidence.DAYS_BETWEEN_SAME_PARTS, stricter="higher")

    @property
    def law(self) -> str:
        """The days that lie between."""
        between = "a day" if self.days == 2 else f"{number(self.days - 1)} days"
        return f"{between} between sessions for the same parts of the body"

    @property
    def reach_hours(self) -> float:
        """As far as its days."""
        return self.days * _DAY_HOURS

    def check_pair(self, earlier: Session, later: Session, hours: float) -> Iterator[Hit]:
        """Compare days and loaded parts."""
        days = days_apart(earlier, later)
        if days < self.days and (shared := earlier.loads & later.loads):
            yield Hit(
                "{session} loads {parts} again {measured:on the day of|the day after|{measured} days after} {earlier}",
                session=later,
                parts=enumerated((part for part in Part if part in shared), "and"),
                earlier=earlier,
                measured=days,
                required=self.days,
            )


@attrs.frozen
class OutsideAvailability:
    """A session stands where there is no time for it.

    Why: the open days, hours, blackouts and the longest session are the runner's own word.

    Evidence: the brief. No trial is needed.

    Repair: move it to an open window that holds it.

    Related: PZ305, PZ307.
    """

    meta: ClassVar = RuleMeta(
        code="PZ304",
        name="outside-availability",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("a Tuesday, open are Mondays", {"date": "2027-01-05"}, availability={"days": ["mon"]}),
            passes("a Monday, open are Mondays", {"date": "2027-01-04"}, availability={"days": ["mon"]}),
        ),
    )
    law: ClassVar = "lift in open hours only"

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look for an open window that holds it."""
        availability = view.availability
        if session.minutes > availability.max_session_minutes:
            yield Hit(
                "{session} lasts {measured} minutes, longer than the {required} that there are",
                session=session,
                measured=session.minutes,
                required=availability.max_session_minutes,
            )
        windows = availability.open_on(session.date)
        if not any(start <= session.start_minute and session.end_minute <= end for start, end in windows):
            yield Hit(
                "{session} at {time:%H:%M} for {minutes} minutes is outside the open hours: {open}",
                session=session,
                time=session.time,
                minutes=session.minutes,
                open=enumerated((f"{clock(start):%H:%M}-{clock(end):%H:%M}" for start, end in windows), "and")
                or phrase("the day is closed"),
            )


@attrs.frozen
class TooManyADay:
    """A day holds more sessions than the runner allows.

    Why: the most a day is the runner's own word; one unless the brief says more.

    Evidence: the brief. No trial is needed.

    Repair: move one to another day.

    Related: PZ302, PZ304, PZ306.
    """

    meta: ClassVar = RuleMeta(
        code="PZ305",
        name="too-many-a-day",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips(
                "two on a day",
                {"date": "2027-01-05", "time": "08:00", "form": "mini", "focus": "upper"},
                {"date": "2027-01-05", "time": "18:00", "form": "mini", "focus": "lower"},
            ),
            passes("one on a day", {"date": "2027-01-05"}),
        ),
    )
    law: ClassVar = "no more sessions a day than allowed"

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Count each day's sessions."""
        most = view.availability.max_a_day
        counts: dict[Any, int] = {}
        for session in week.sessions:
            counts[session.date] = counts.get(session.date, 0) + 1
            if counts[session.date] > most:
                yield Hit(
                    "{session} is session {measured} of its day; at most {required} a day",
                    session=session,
                    measured=counts[session.date],
                    required=most,
                )


@attrs.frozen
class SessionsOverlap:
    """Two sessions overlap.

    Why: nobody does both at once.

    Evidence: coherence. No trial is needed.

    Repair: begin the later one when the other has ended.

    Related: PZ303, PZ305.
    """

    meta: ClassVar = RuleMeta(
        code="PZ306",
        name="sessions-overlap",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips(
                "half an hour after the first began",
                {"date": "2027-01-05", "time": "18:00", "focus": "upper"},
                {"date": "2027-01-05", "time": "18:30", "focus": "lower"},
            ),
            passes(
                "when the first has ended",
                {"date": "2027-01-05", "time": "18:00", "focus": "upper"},
                {"date": "2027-01-05", "time": "18:45", "focus": "lower"},
            ),
        ),
    )
    law: ClassVar = "one session at a time"
    pair: ClassVar = (Session, Session)
    reach_hours: ClassVar = 1

    def check_pair(self, earlier: Session, later: Session, hours: float) -> Iterator[Hit]:
        """See whether one begins before the other has ended."""
        if hours < 0:
            yield Hit("{session} begins before {earlier} has ended", session=later, earlier=earlier)


@attrs.frozen
class PinnedMoved:
    """A session does not stand where it was pinned.

    Why: a pin is the athlete's own word: a class, a trainer, a friend.

    Evidence: the brief. No trial is needed.

    Repair: put a session of its focus there.

    Related: PZ304.
    """

    meta: ClassVar = RuleMeta(
        code="PZ307",
        name="pinned-moved",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips(
                "an hour later",
                {"date": "2027-01-05", "time": "19:00"},
                availability={"pinned": [{"date": "2027-01-05", "time": "18:00"}]},
            ),
            passes(
                "where it was pinned",
                {"date": "2027-01-05", "time": "18:00"},
                availability={"pinned": [{"date": "2027-01-05", "time": "18:00"}]},
            ),
        ),
    )
    law: ClassVar = "pinned sessions stand where they are pinned"
    more_helps: ClassVar = True

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Look for each pin of the week."""
        if not view.availability.pinned:
            return
        stand = {(session.date, session.time, session.focus) for session in week.sessions}
        missing = [
            pin
            for pin in view.availability.pinned
            if week.holds(pin.date) and (pin.date, pin.time, pin.focus) not in stand
        ]
        if missing:
            yield Hit(
                "no {focus} session of {week} stands on {date} at {time:%H:%M}, where it is pinned",
                week=week,
                focus=missing[0].focus,
                date=missing[0].date,
                time=missing[0].time,
                measured=0,
                required=len(missing),
            )


@attrs.frozen
class LastRestDayTaken:
    """The runs leave a day free, and the sessions take the last such day.

    Why: days without a run are good lifting days, but a week wants one day with neither.

    Evidence: practice. The origin article takes off-days for good lifting days; how much rest a week needs, no trial
    says.

    Repair: lift after a run instead, best after a hard one.

    Related: PZ305.
    """

    meta: ClassVar = RuleMeta(
        code="PZ312",
        name="last-rest-day-taken",
        severity=Severity.WARNING,
        since="0.1.0",
        examples=(
            trips(
                "six runs, a lift on the seventh day",
                {"date": "2027-01-04"},
                runs="Tue easy; Wed easy; Thu easy; Fri easy; Sat easy; Sun easy",
            ),
            passes(
                "a lift after a run", {"date": "2027-01-05"}, runs="Tue easy; Wed easy; Thu easy; Fri easy; Sat easy"
            ),
        ),
    )

    def check_week(self, week: Week, view: View) -> Iterator[Hit]:
        """Look for a day with neither a run nor a session."""
        if len(week.runs) + len(week.sessions) < _ALL_DAYS:
            return
        run = {run.date for run in week.runs}
        lifted = {session.date for session in week.sessions if session.focus is not Focus.CORE}
        if len(run) < _ALL_DAYS == len(run | lifted):
            yield Hit("{week} has no day without a run or a session", week=week, measured=0, required=1)


@attrs.frozen
class MastersTooSoon:
    """Heavy leg work of an athlete of 50 years or more follows heavy leg work with fewer than two days between.

    Why: recovery takes longer with the years; the same work with another day between is the better week.

    Evidence: practice. Coaches of older athletes leave 72 hours; no trial compares it with 48. Said once a phase,
    as three full sessions leave no other way.

    Repair: leave two days between, or ask for two sessions a week.

    Related: PZ302, PZ601.

    Attributes:
        days: from one heavy session to the next at least.
        age: from which it is looked at.
    """

    meta: ClassVar = RuleMeta(
        code="PZ325",
        name="masters-too-soon",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Friel",),
        examples=(
            trips("Tuesday and Thursday at 55", {"date": "2027-01-05"}, {"date": "2027-01-07"}, athlete={"age": 55}),
            passes("Tuesday and Friday at 55", {"date": "2027-01-05"}, {"date": "2027-01-08"}, athlete={"age": 55}),
            passes("Tuesday and Thursday at 45", {"date": "2027-01-05"}, {"date": "2027-01-07"}, athlete={"age": 45}),
        ),
    )
    days: int = knob(evidence.MASTERS_DAYS_BETWEEN_HEAVY, stricter="higher")
    age: int = knob(ages.MASTERS_AGE, stricter="lower")

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare each heavy session with the one before it, until one is too soon."""
        age = view.brief.athlete.age
        if age is None or age < self.age:
            return
        heavy = (session for week in view.weeks_of(mesocycle) for session in week.sessions if session.heavy)
        for before, session in pairwise(heavy):
            days = days_apart(before, session)
            if days < self.days:
                yield Hit(
                    "{mesocycle}: {later} loads the legs heavily {measured} day{measured:|s} after {before}",
                    later=session,
                    before=before,
                    measured=days,
                    required=self.days,
                )
                return


@attrs.frozen
class LongGap:
    """Whole weeks of building pass with more than six days between sessions for the same parts.

    Why: what is trained once a week is kept, not built; two sessions close together and then a long pause are one.

    Evidence: practice. NSCA's book leaves at most three days between sessions; good weeks of a runner, such as
    Wednesday and Friday, leave four.

    Repair: spread the week's sessions.

    Related: PZ201, PZ302.

    Attributes:
        days: from one session to the next at most.
    """

    meta: ClassVar = RuleMeta(
        code="PZ326",
        name="long-gap",
        severity=Severity.ADVICE,
        since="0.1.0",
        sources=("Haff16",),
        examples=(
            trips("from Monday to the next Wednesday", {"date": "2027-01-04"}, {"date": "2027-01-13"}),
            passes("from Thursday to Tuesday", {"date": "2027-01-07"}, {"date": "2027-01-12"}),
        ),
    )
    days: int = knob(evidence.LONGEST_GAP_DAYS, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare each session with the last one for each of its parts, where nothing between was closed."""
        last: dict[Part, Session] = {}
        for session in view.plan.sessions:
            loads, today = session.loads, session.date.toordinal()
            if min([last[part].date.toordinal() for part in loads if part in last], default=today) < today - self.days:
                days, part = max(
                    ((days_apart(last[part], session), part) for part in Part if part in loads and part in last),
                    key=lambda gap: gap[0],
                )
                if _built_all_through(last[part], session, view):
                    yield Hit(
                        "{session} is the first to load {part} for {measured} days; at most {required} keep it growing",
                        session=session,
                        part=part,
                        measured=days,
                        required=self.days,
                    )
            for part in loads:
                last[part] = session


def _built_all_through(first: Session, last: Session, view: View) -> bool:
    """Whether each week from one session to another is a whole one of a building phase."""
    weeks = [week for week in view.weeks if week.end >= first.date and week.start <= last.date]
    return all(week.phase.builds and view.is_whole(week) for week in weeks)
