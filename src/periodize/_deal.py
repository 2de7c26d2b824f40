"""Which sessions each week owes: the dose in the building weeks, what the taper leaves of it, and the days after."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from periodize import _dates
from periodize._dose import Slot, Volume
from periodize._evidence import _event as evidence
from periodize._evidence import _session as session_evidence
from periodize._evidence._session import planned_minutes
from periodize._model import Dose, Focus, Form, Level, Part, Phase, Priority
from periodize._timeline import count, taper_of, transition_weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Brief, Model, Week
    from periodize._timeline import Timeline

_WEEK = 7
_LONG_TAPER = 3
_MIDDLE_TAPER = 2
_TRUNK_UNTIL = evidence.TRUNK_ONLY.value[1]


def deal(brief: Brief, timeline: Timeline) -> dict[int, tuple[Slot, ...]]:
    """Return the sessions that each week owes, by week number; a slot whose days are all gone is left out."""
    if timeline.counted_weeks == 0:  # too late for any session; the race and the rest after it stand alone
        return {week.week: () for week in timeline.weeks}
    table = _Table(brief, timeline)
    dealt: dict[int, tuple[Slot, ...]] = {}
    for week in timeline.weeks:
        if week.phase.builds:
            slots = table.building(week)
        elif week.phase is Phase.MAINTENANCE:
            slots = table.maintenance(week)
        else:
            slots = chain(table.taper(week), table.after(week))
        dealt[week.week] = tuple(slots)
    return dealt


def retains(brief: Brief, model: Model) -> bool:
    """Whether a heavy line a week keeps strength after its phase: asked for, or the model's; never under age."""
    age = brief.athlete.age
    grown = age is None or age >= session_evidence.YOUTH_AGE.value
    return grown and (brief.athlete.retain_strength or model.keeps_heavy)


def sessions_kept(brief: Brief) -> int:
    """Return the sessions of a maintenance week, or of a taper week after maintenance."""
    age = brief.athlete.age
    older = age is not None and age >= session_evidence.OLDER_AGE.value
    kept = evidence.KEPT_SESSIONS.value["older" if older else "others"]
    return kept if brief.dose.form is Form.FULL else 2 * kept


class _Table:
    """The season's facts that say what a week owes."""

    def __init__(self, brief: Brief, timeline: Timeline) -> None:
        self.brief = brief
        self.timeline = timeline
        self.event = brief.target.date
        # Counted back from 0, the last taper week; a stub at either end is none.
        stub = count(brief.start, self.event, brief.week_start).event_stub
        tapers = [week for week in timeline.weeks if week.phase is Phase.TAPER and not (stub and week.weeks_out == 0)]
        counted = tapers[::-1][: timeline.taper_weeks]
        self.rows = {week.week: row for row, week in enumerate(counted)}
        before = [week.phase for week in timeline.weeks if week.phase not in (Phase.TAPER, Phase.TRANSITION)]
        self.built = bool(before)
        self.maintains = before[-1:] == [Phase.MAINTENANCE]
        lifted = Phase.STRENGTH in before or brief.athlete.level is not Level.NOVICE
        self.keeps_heavy = lifted and retains(brief, timeline.model)
        self.column = taper_of(brief.target.distance_km).default
        self.light_left = evidence.LIGHT_SESSIONS.value[self.column]
        self.light_left += max(0, transition_weeks(brief.target.distance_km) - _MIDDLE_TAPER)

    def day(self, offset: int) -> dt.date:
        """Return the date so many days after the event, or before it where negative."""
        return _dates.days_after(self.event, offset)

    def building(self, week: Week) -> Iterator[Slot]:
        """Deal the whole dose. Late leg work is for the rules to keep away from the event, where the week allows."""
        tune_up = any(week.holds(event.date) for event in self.brief.events if event.priority is Priority.B)
        light = week.deload or tune_up
        volume = Volume.DELOAD if light else Volume.LOADING
        yield from self.slots(week, self.brief.dose.sessions, volume, week.start, week.end)
        yield from self.extras(week)

    def maintenance(self, week: Week) -> Iterator[Slot]:
        """Deal what keeps strength: one full session or two short ones; twice that from 65 years on."""
        yield from self.slots(week, sessions_kept(self.brief), Volume.KEEP, week.start, week.end, heavy=True)
        yield from self.extras(week)

    def extras(self, week: Week) -> Iterator[Slot]:
        """Deal the trunk sessions outside the dose."""
        for _ in range(self.brief.extras.sessions):
            yield from self.slot(week, Form.MINI, Focus.CORE, Volume.TRUNK, week.start, week.end)

    def taper(self, week: Week) -> Iterator[Slot]:
        """Deal a taper week by how far it is from the end; earlier days, or trunk work, where those are closed."""
        row = self.rows.get(week.week)
        if row is None:
            return
        dealt = list(self.tapered(week, row))
        if dealt and not any(map(self.is_open, dealt)):
            dealt = [attrs.evolve(slot, first=week.start) for slot in dealt]
        if dealt and not any(map(self.is_open, dealt)):
            dealt = list(self.slot(week, Form.MINI, Focus.UPPER, Volume.TRUNK, week.start, self.day(-_TRUNK_UNTIL)))
        yield from dealt

    def is_open(self, slot: Slot) -> bool:
        """Whether a slot has a day that the athlete's times leave open."""
        return any(map(self.brief.availability.open_on, _dates.dates_from(slot.first, slot.last)))

    def tapered(self, week: Week, row: int) -> Iterator[Slot]:
        """Deal a taper week as its row of the table says."""
        if not self.built and self.brief.athlete.level is Level.NOVICE:
            yield from self.unloaded(week, row)
        elif self.maintains and row:
            yield from self.kept(week, row)
        elif row > 1 or (row == 1 and self.timeline.taper_weeks == _MIDDLE_TAPER):
            last = self.day(-evidence.LAST_LEGS.value)
            yield from self.half(week, evidence.TAPER_SESSIONS.value, Volume.HALF, last)
        elif row == 1:
            last = self.day(-evidence.LAST_LEGS_LONG_RACE.value)
            sessions = 1 if self.brief.dose.form is Form.FULL else evidence.TAPER_SESSIONS.value
            yield from self.half(week, sessions, Volume.THIRD, last)
        else:
            yield from self.race_week(week)

    def half(self, week: Week, sessions: int, volume: Volume, last: dt.date) -> Iterator[Slot]:
        """Deal a lighter week; where strength is kept one session is heavy, if early enough before the race."""
        kept = int(self.keeps_heavy)
        yield from [*self.slots(week, sessions, volume, week.start, self.while_heavy(week, last), heavy=True)][:kept]
        yield from [*self.slots(week, sessions, volume, week.start, last)][kept:]

    def kept(self, week: Week, row: int) -> Iterator[Slot]:
        """Deal a taper week after maintenance: as often, fewer sets, the load kept while the race is far enough."""
        near = row == 1 and self.timeline.taper_weeks > _MIDDLE_TAPER
        volume = Volume.PRIMER if near else Volume.KEPT
        last = self.day(-(evidence.LAST_LEGS_LONG_RACE if near else evidence.LAST_LEGS).value)
        sessions = sessions_kept(self.brief)
        of_legs = sessions if self.brief.dose.form is Form.FULL else sessions // 2
        last = self.while_heavy(week, last, of_legs)
        yield from self.slots(week, sessions, volume, week.start, last, heavy=True)

    def while_heavy(self, week: Week, last: dt.date, sessions: int = 1) -> dt.date:
        """Return the last day for heavy work where that leaves some days to choose from, else the day given."""
        until = self.day(-evidence.LAST_HEAVY.value)
        days = _dates.dates_from(week.start, min(until, last))
        open_days = sum(bool(self.brief.availability.open_on(date)) for date in days)
        return min(until, last) if open_days >= sessions * evidence.HEAVY_DAYS.value else last

    def race_week(self, week: Week) -> Iterator[Slot]:
        """Deal the last six days: light legs before a shorter race, else trunk work alone."""
        light: list[Slot] = []
        if self.column < _LONG_TAPER:
            volume = Volume.HALF if self.column == 1 else Volume.LIGHT
            if self.maintains and self.column > 1:
                volume = Volume.PRIMER
            elif self.maintains and self.brief.dose.form is Form.FULL:
                volume = Volume.KEPT
            first, last = (self.day(-days) for days in evidence.LIGHT_LEGS.value)
            light = list(self.slots(week, 1, volume, first, last))
        if not light:
            first, last = (self.day(-days) for days in evidence.TRUNK_ONLY.value)
            light = list(self.slot(week, Form.MINI, Focus.UPPER, Volume.TRUNK, first, last))
        yield from light

    def unloaded(self, week: Week, row: int) -> Iterator[Slot]:
        """Deal a novice with nothing but a taper: short work without load, as new leg work would be sore."""
        last = self.day(-evidence.UNLOADED_UNTIL.value)
        yield from self.slot(week, Form.MINI, Focus.UPPER, Volume.UNLOADED, week.start, last)
        if row:
            legs = self.day(-evidence.LAST_LEGS.value)
            yield from self.slot(week, Form.MINI, Focus.LOWER, Volume.UNLOADED, week.start, legs)

    def after(self, week: Week) -> Iterator[Slot]:
        """Deal the days after the event that lie in a week."""
        first, last = (self.day(days) for days in evidence.MOBILITY_DAYS.value[self.column])
        if week.holds(_dates.days_after(first, (last - first).days // 2)):
            yield from self.slot(week, Form.MINI, Focus.UPPER, Volume.MOBILITY, first, last)
        light = self.day(evidence.LIGHT_AGAIN.value[self.column])
        days = (week.end - max(light, week.start)).days + 1
        wanted = 2 if days == _WEEK else 1 if days >= evidence.LIGHT_SESSION_DAYS.value else 0
        dealt = list(self.slots(week, min(wanted, self.light_left), Volume.RESTORE, light, week.end))
        self.light_left -= len(dealt)
        yield from dealt

    def slots(
        self,
        week: Week,
        sessions: int,
        volume: Volume,
        first: dt.date,
        last: dt.date,
        *,
        heavy: bool = False,
    ) -> Iterator[Slot]:
        """Deal sessions of the dose's form; mini ones alternate lower and upper."""
        dose = self.brief.dose
        whole = Focus.UPPER if Part.LEGS in self.brief.athlete.avoid else Focus.WHOLE
        for number in range(sessions):
            focus = whole
            if dose is Dose.FOUR_MINI:
                focus = Focus.UPPER if number % 2 else Focus.LOWER
            yield from self.slot(week, dose.form, focus, volume, first, last, heavy=heavy)

    def slot(
        self,
        week: Week,
        form: Form,
        focus: Focus,
        volume: Volume,
        first: dt.date,
        last: dt.date,
        *,
        heavy: bool = False,
    ) -> Iterator[Slot]:
        """Deal one session on the days of a stretch that lie in a week."""
        first, last = max(first, week.start), min(last, week.end)
        if first <= last:
            phase = Phase.TRANSITION if first > self.event else week.phase
            minutes = planned_minutes(form.value, phase.value, volume.value, self.brief.athlete.level.value)
            minutes = min(minutes, self.brief.availability.max_session_minutes)
            heavy_until = self.day(-evidence.LAST_HEAVY.value) if heavy else None
            counted = focus is not Focus.CORE
            yield Slot(form, focus, volume, first, last, minutes, counted=counted, heavy_until=heavy_until)
