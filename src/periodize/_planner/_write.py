"""Writes placed sessions out: ids, letters, exercises, sets, reps, load and rest."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from periodize import _dates, _progression, _selection
from periodize._deal import retains, sessions_kept
from periodize._dose import Need, Volume
from periodize._evidence import _load as loads
from periodize._evidence import _season as season
from periodize._evidence import _session as lines
from periodize._model import Form, Level, LoadKind, Part, Phase, Session, is_heavy_leg_line
from periodize._progression import is_weighed, keep
from periodize.rules._light import follows_break

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from periodize._catalogue import Catalogue
    from periodize._model import Athlete, Brief, Focus, Mesocycle, Prescription, Role, WarmUp, Week
    from periodize._placement import Placed, Placement
    from periodize._timeline import Timeline
    from periodize._view import View

_KEPT = frozenset({Volume.KEEP, Volume.KEPT, Volume.PRIMER})
_AFTER_STRENGTH = frozenset({Phase.POWER, Phase.ENDURANCE})
AT_ONCE_MINUTES = 30
"""A session that starts within this of a run's end follows it at once and needs no warm-up."""


def write(placement: Placement, facts: View, catalogue: Catalogue) -> tuple[Session, ...]:
    """Write the sessions of a placement, in order."""
    return tuple(_Writer(facts, catalogue).sessions(placement))


def _may_be_heavy(line: Prescription) -> bool:
    """Whether a line says that it is heavy, or says a weight, which is kept where a session is to keep strength."""
    return is_heavy_leg_line(line) or (line.load is not None and line.load.kind is LoadKind.KG)


def _last(wanted: Iterable[bool]) -> list[int | None]:
    """Return the number of the last wanted one before each place, the place after the end included."""
    last: list[int | None] = [None]
    for number, is_wanted in enumerate(wanted):
        last.append(number if is_wanted else last[-1])
    return last


class _Writer:
    """What the sessions of one season share."""

    def __init__(self, facts: View, catalogue: Catalogue) -> None:
        self.brief: Brief = facts.brief
        self.timeline: Timeline = facts.timeline
        self.facts = facts
        self.catalogue = catalogue
        self.filled = _selection.Memo()
        self.prescribed = _progression.Memo()
        self.known: set[str] = set()
        self.loads: dict[tuple[str, Role], Prescription] = {}
        short = facts.timeline.counted_weeks <= lines.SHORT_RUNWAY_WEEKS.value[1]
        days = 0 if short else season.NOTHING_NEW_DAYS.value  # in so few weeks nothing could have been known
        self.nothing_new_from = _dates.days_after(self.brief.target.date, -days)
        self.settled = self.brief.start
        self.starts = [mesocycle.start for mesocycle in self.timeline.mesocycles]
        self.blocks: list[int | None] = []
        self.strength = _last(mesocycle.phase is Phase.STRENGTH for mesocycle in self.timeline.mesocycles)
        self.long_weeks = self._longest_running_weeks()
        self.one_rm = _trusted(facts.brief.athlete)
        self.rack = facts.brief.athlete.rack
        self.retains = retains(self.brief, self.timeline.model)
        self.sizes: dict[int, int] = {}
        self.held: set[int] = set()
        self.back: set[int] = set()

    def sessions(self, placement: Placement) -> Iterator[Session]:
        """Write all sessions, in order."""
        self.sizes = {
            number: sum(placed.session.units > 0 for placed in sessions) for number, sessions in placement.weeks.items()
        }
        self.held = {number for number, sessions in placement.weeks.items() if sessions}
        self.blocks = _last(map(self._goes_on, self.timeline.mesocycles))
        self.back = set(self._weeks_back(placement))
        first = min((placed.session.date for sessions in placement.weeks.values() for placed in sessions), default=None)
        if first is not None:
            self.settled = _dates.days_after(first, season.FIRST_DAYS.value)
        for week in self.timeline.weeks:
            counts: dict[Focus, int] = {}
            retained = not self._retains_in(week)
            for number, placed in enumerate(placement.weeks[week.week], 1):
                count = counts[placed.session.focus] = counts.get(placed.session.focus, 0) + 1
                need = self._need(week, placed, self._letter(week, placed.session.form, count))
                if not retained and Part.LEGS in placed.session.loads and not need.bare:
                    retained = True
                    need = attrs.evolve(need, retains=True)
                warm_up, exercises = self._lines(need, placed.session.date)
                heavy = placed.session.heavy and (week.phase.builds or any(map(_may_be_heavy, exercises)))
                yield attrs.evolve(
                    placed.session, id=f"w{week.week}-{number}", heavy=heavy, warm_up=warm_up, exercises=exercises
                )

    def _weeks_back(self, placement: Placement) -> Iterator[int]:
        """Yield the weeks, by number, that are the first after a break."""
        dates = {placed.session.date for sessions in placement.weeks.values() for placed in sessions}
        for number, sessions in placement.weeks.items():
            first = min((placed.session.date for placed in sessions), default=None)
            if first is not None and follows_break(first, self.brief.start, dates.__contains__):
                yield number

    def _retains_in(self, week: Week) -> bool:
        """Whether a building week after the strength phase holds a heavy line."""
        if not self.retains or week.phase not in _AFTER_STRENGTH:
            return False
        return self.brief.athlete.level is not Level.NOVICE or self._last_strength(week.start) is not None

    def _last_strength(self, date: dt.date) -> int | None:
        """Return the number of the last strength mesocycle up to a date."""
        return self.strength[bisect_right(self.starts, date)]

    def _lines(self, need: Need, date: dt.date) -> tuple[tuple[WarmUp, ...], tuple[Prescription, ...]]:
        """Return what a session holds; near the event and after it what is known if it can, as heavy as it is known."""
        late = self.settled <= date and self.nothing_new_from <= date
        warm_up, exercises = self._written(need)
        if late or not (need.phase.builds or need.phase is Phase.MAINTENANCE):
            usual = warm_up, exercises
            warm_up, exercises = next(filter(self._is_known, map(self._written, _otherwise(need))), usual)
        if need.phase is Phase.TAPER:
            exercises = tuple(keep(line, self.loads.get((line.exercise, line.role)), need) for line in exercises)
        elif need.phase is not Phase.TRANSITION and need.volume is not Volume.DELOAD:
            self.loads.update({(line.exercise, line.role): line for line in exercises if is_weighed(line)})
        if not late:
            self.known.update(line.exercise for line in exercises)
        return warm_up, exercises

    def _is_known(self, found: tuple[tuple[WarmUp, ...], tuple[Prescription, ...]]) -> bool:
        return self.known.issuperset(line.exercise for line in found[1])

    def _written(self, need: Need) -> tuple[tuple[WarmUp, ...], tuple[Prescription, ...]]:
        choices = _selection.select(need, self.catalogue, self.filled)
        return _progression.prescribe(choices, need, self.catalogue, self.prescribed)

    def _letter(self, week: Week, form: Form, count: int) -> str:
        """Alternate A and B within the week; with an odd number of full sessions every other week begins with B."""
        single = week.phase is Phase.MAINTENANCE and sessions_kept(self.brief) % 2 == 1
        odd = form is Form.FULL and (single or self.brief.dose.sessions % 2 == 1) and week.week % 2 == 0
        return "B" if (count + odd) % 2 == 0 else "A"

    def _need(self, week: Week, placed: Placed, letter: str) -> Need:
        athlete, slot, session = self.brief.athlete, placed.slot, placed.session
        heavy = slot.heavy_until is not None and session.date <= slot.heavy_until
        block = self.blocks[bisect_right(self.starts, session.date)]
        base = None if block is None else self.timeline.mesocycles[block]
        after_run = self._at_once(session)
        weeks = (week,) if base is None else self.facts.weeks_of(base)
        week_in_phase = next((n for n, other in enumerate(weeks, 1) if other.week == week.week), len(weeks))
        before = [other for other in weeks if other.week < week.week and other.week in self.held]
        return Need(
            phase=session.phase,
            base=None if base is None else base.phase,
            volume=Volume.DELOAD if slot.volume is Volume.LOADING and week.week in self.back else slot.volume,
            form=slot.form,
            focus=slot.focus,
            minutes=slot.minutes,
            letter=letter,
            block=block or 0,
            strength_block=self._last_strength(session.date),
            heavy=heavy and slot.volume in _KEPT,
            retains=heavy and slot.volume not in _KEPT,
            week_in_phase=week_in_phase,
            loading_weeks_before=sum(not other.deload for other in before),
            phase_weeks=len(weeks),
            reentry=week.phase.builds and not before,
            counted_weeks=self.timeline.counted_weeks,
            level=athlete.level,
            age=athlete.age,
            equipment=athlete.equipment,
            avoid=athlete.avoid,
            jumping=athlete.jumping,
            emphasis=athlete.emphasis,
            one_rm=self.one_rm,
            rack=self.rack,
            after_run=after_run,
            bare=after_run and slot.form is Form.MINI,
            sessions=self.sizes[week.week] if week.phase.builds else self.brief.dose.sessions,
            longest_run_week=week.week in self.long_weeks,
        )

    def _goes_on(self, mesocycle: Mesocycle) -> bool:
        """Whether later phases can go on with what a mesocycle holds: it builds or maintains, and is not all closed."""
        if not mesocycle.phase.builds and mesocycle.phase is not Phase.MAINTENANCE:
            return False
        weeks = self.facts.weeks_of(mesocycle)
        return any(week.week in self.held or self.facts.is_whole(week) for week in weeks)

    def _at_once(self, session: Session) -> bool:
        ends = [run.end_minute for run in self.facts.runs_on(session.date) if run.end_minute <= session.start_minute]
        return bool(ends) and session.start_minute - max(ends) <= AT_ONCE_MINUTES

    def _longest_running_weeks(self) -> set[int]:
        """Return the two longest running weeks of each endurance phase, where they are longer than the others."""
        longest: set[int] = set()
        for mesocycle in self.timeline.mesocycles:
            if mesocycle.phase is not Phase.ENDURANCE:
                continue
            minutes = {week.week: self._run_minutes(week) for week in self.facts.weeks_of(mesocycle) if not week.deload}
            ranked = sorted(minutes, key=lambda number: (-minutes[number], number))
            shortest = min(minutes.values(), default=0)
            longest.update(number for number in ranked[:2] if minutes[number] > shortest)
        return longest

    def _run_minutes(self, week: Week) -> int:
        days = _dates.dates_from(week.start, week.end)
        return sum(run.minutes or 0 for date in days for run in self.facts.runs_on(date))


def _otherwise(need: Need) -> Iterator[Need]:
    """Yield a need and what could stand for it: with or without equipment, and what the other day holds."""
    yield need
    if need.form is Form.MINI:
        yield attrs.evolve(need, bare=not need.bare)
    yield attrs.evolve(need, letter="A" if need.letter == "B" else "B")


def _trusted(athlete: Athlete) -> tuple[tuple[str, float], ...]:
    """Return the athlete's one-repetition maxima, less a tenth after weeks off."""
    back = athlete.weeks_off >= loads.RETURN_WEEKS.value
    return tuple((slug, kg * loads.RETURN_SHARE.value if back else kg) for slug, kg in athlete.one_rm)
