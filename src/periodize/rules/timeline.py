"""PZ1xx: the season's shape. Phases in order, no gap, anchored at the event, labels that agree."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _dates
from periodize._evidence import _timeline as evidence
from periodize._findings import Grade, Hit, Repair, RuleMeta, Severity
from periodize._model import Drop, Level, Phase, Set
from periodize._units import LAST_YEAR
from periodize.rules._examples import passes, trips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from periodize._model import Mesocycle, Session, Week
    from periodize._view import View

_LAST_DAY = dt.date(LAST_YEAR, 12, 31)


def _stretch(phase: str, start: str, end: str, wave: int = 1) -> dict[str, object]:
    return {"phase": phase, "start": start, "end": end, "wave": wave}


_IN_ORDER = [
    _stretch("strength", "2027-01-04", "2027-02-28"),
    _stretch("power", "2027-03-01", "2027-03-28"),
    _stretch("endurance", "2027-03-29", "2027-04-25"),
    _stretch("taper", "2027-04-26", "2027-05-09"),
    _stretch("transition", "2027-05-10", "2027-05-23"),
]
_POWER_FIRST = [
    _stretch("power", "2027-01-04", "2027-02-28"),
    _stretch("strength", "2027-03-01", "2027-03-28"),
    *_IN_ORDER[2:],
]
_WITH_A_HOLE = [_IN_ORDER[0], _stretch("power", "2027-03-08", "2027-03-28"), *_IN_ORDER[2:]]
_TAPER_TOO_EARLY = [*_IN_ORDER[:3], _stretch("taper", "2027-04-26", "2027-05-02"), _IN_ORDER[4]]


@attrs.frozen
class PhasesOutOfOrder:
    """In a wave a phase comes before one that it should follow.

    Why: strength is the ground that power stands on, and the endurance phase turns both into what the race asks for.
    A phase that is missing is no wrong order, but power without strength before it in its wave is.

    Evidence: the brief. The order is the model's that the brief names, by default the origin article's, with precedents
    in Bompa and Friel. Trials do not prove any one order best.

    Repair: exchange the two phases, or give the later one a wave of its own.

    Related: PZ104, PZ105, PZ107.
    """

    meta: ClassVar = RuleMeta(
        code="PZ101",
        name="phases-out-of-order",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "Bompa93", "Friel"),
        examples=(
            trips("power before strength", mesocycles=_POWER_FIRST),
            passes("strength, power, endurance", mesocycles=_IN_ORDER),
        ),
        reads="season",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare a mesocycle with those before it in its wave."""
        order = (*view.timeline.model.order, Phase.TAPER)
        if mesocycle.phase not in order:
            return
        rank = order.index(mesocycle.phase)
        before = _before(mesocycle, view)
        late = [phase for phase in before if phase in order[rank + 1 :]]
        if late:
            yield Hit(
                "{phase} comes after {other} in wave {wave}", phase=mesocycle.phase, other=late[0], wave=mesocycle.wave
            )
        elif mesocycle.phase is Phase.POWER and Phase.STRENGTH in order[:rank] and Phase.STRENGTH not in before:
            yield Hit("power without strength before it in wave {wave}", wave=mesocycle.wave)


def _before(mesocycle: Mesocycle, view: View) -> list[Phase]:
    """Return the phases before a mesocycle in its wave, in order."""
    return [other.phase for other in view.mesocycles if other.wave == mesocycle.wave and other.start < mesocycle.start]


@attrs.frozen
class SeasonWithAGap:
    """Mesocycles or weeks leave days out, or overlap.

    Why: a day that belongs to no phase has no purpose, and one that belongs to two has two.

    Evidence: coherence. No trial is needed.

    Repair: let each stretch begin on the day after the one before it ends, weeks on the week's first day.

    Related: PZ103, PZ106, PZ107.
    """

    meta: ClassVar = RuleMeta(
        code="PZ102",
        name="season-with-a-gap",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("a week between two phases", mesocycles=_WITH_A_HOLE),
            passes("each phase begins when the last ends", mesocycles=_IN_ORDER),
        ),
        reads="season",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Walk the mesocycles and the weeks from the start on."""
        if not view.mesocycles or not view.weeks:
            yield Hit("the season has no {weeks:weeks|phases}", weeks=bool(view.mesocycles))
            return
        due = view.brief.start
        for mesocycle in view.mesocycles:
            if mesocycle.start != due:
                yield Hit(
                    "{phase} starts on {start}, not on {due}: {late:days before it are left out|days belong to two"
                    " phases}",
                    week=view.week_of(mesocycle.start),
                    phase=mesocycle.phase,
                    start=mesocycle.start,
                    late=mesocycle.start > due,
                    due=due,
                )
            due = max(due, _dates.day_after(mesocycle.end))
        yield from self._check_weeks(view, due)

    def _check_weeks(self, view: View, season_due: dt.date) -> Iterator[Hit]:
        due = view.brief.start
        for week in view.weeks:
            border = _dates.start_of_week(week.start, view.brief.week_start)
            last = min(_dates.days_after(border, 6), _LAST_DAY)
            if week.start != due:
                yield Hit("{week} starts on {start}, not on {due}", week=week, start=week.start, due=due)
            elif week.end != last:
                yield Hit("{week} ends on {end}, not on {last}", week=week, end=week.end, last=last)
            due = _dates.day_after(week.end)
        if due != season_due:
            weeks, phases = (_dates.days_after(date, -1) for date in (due, season_due))
            yield Hit("the weeks end on {weeks}, the phases on {phases}", weeks=weeks, phases=phases)


@attrs.frozen
class NotAnchored:
    """The season does not end its taper on the event's day.

    Why: everything is counted back from the event; a taper that ends early or late misses its purpose.

    Evidence: coherence. The origin article plans towards the event; tapers of two to three weeks pay off on their last
    day.

    Repair: end the taper on the event's day and begin the transition on the day after.

    Related: PZ102, PZ104.
    """

    meta: ClassVar = RuleMeta(
        code="PZ103",
        name="not-anchored",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "Bosquet07"),
        examples=(
            trips("the taper ends a week before the event", mesocycles=_TAPER_TOO_EARLY),
            passes("the taper ends on the event's day", mesocycles=_IN_ORDER),
        ),
        reads="season",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Look at the stretches around the event's day."""
        event, next_day = view.event, _dates.day_after(view.event.date)
        tapers = [mesocycle.end for mesocycle in view.mesocycles if mesocycle.phase is Phase.TAPER]
        transitions = [mesocycle.start for mesocycle in view.mesocycles if mesocycle.phase is Phase.TRANSITION]
        week = view.week_of(event.date)
        if event.date not in tapers:
            yield Hit("no taper ends on {date}, the day of {event}", week=week, date=event.date, event=event.name)
        elif next_day not in transitions and view.mesocycle_of(next_day) is not None:
            yield Hit("no transition starts on the day after {event}", week=week, event=event.name)
        for stray in (end for end in tapers if end != event.date):
            message = "a taper ends on {date}, not on the day of {event}"
            yield Hit(message, week=view.week_of(stray), date=stray, event=event.name)
        for stray in (start for start in transitions if start != next_day):
            message = "a transition starts on {date}, not on the day after {event}"
            yield Hit(message, week=view.week_of(stray), date=stray, event=event.name)
        for other in view.weeks:
            if other.holds(event.date) and other.weeks_out != 0:
                message = "{week} is the week of {event}, but counts down to {measured}, not to {required}"
                yield Hit(message, week=other, event=event.name, measured=other.weeks_out, required=0)
            elif other.weeks_out == 0 and not other.holds(event.date):
                message = "{week} counts down to {measured}, but {event} is not in it"
                yield Hit(message, week=other, event=event.name, measured=0)


@attrs.frozen
class PhaseLength:
    """A phase is shorter or longer than it can use, by the range of the brief's model.

    Why: a quality needs some weeks to grow, and after some more it grows no further.

    Evidence: practice. Block lengths of Bompa and Friel; no trial compares them. Silent where the weeks to the event do
    not hold more, as `short-runway` says then.

    Repair: move weeks between the phase and its neighbours.

    Related: PZ101, PZ105.
    """

    meta: ClassVar = RuleMeta(
        code="PZ104",
        name="phase-length",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Bompa93", "Friel"),
        examples=(
            trips(
                "two weeks of power",
                mesocycles=[
                    _stretch("strength", "2027-01-04", "2027-03-14"),
                    _stretch("power", "2027-03-15", "2027-03-28"),
                    *_IN_ORDER[2:],
                ],
            ),
            passes("eight of strength, four of power, four of endurance", mesocycles=_IN_ORDER),
        ),
        reads="season",
    )

    def check_mesocycle(self, mesocycle: Mesocycle, view: View) -> Iterator[Hit]:
        """Compare its weeks with the range of its phase."""
        model = view.timeline.model
        if mesocycle.phase not in model.order:
            return
        weeks = _counted(view.weeks_of(mesocycle))
        shortest, longest = model.minimum(mesocycle.phase), model.maximum(mesocycle.phase)
        if mesocycle.phase is Phase.ADAPTATION and view.brief.athlete.level is not Level.NOVICE:
            shortest = 1  # a return, or a re-entry
        laid = view.timeline.lengths.get((mesocycle.phase, mesocycle.wave))
        if laid is not None:
            shortest, longest = min(shortest, laid), max(longest, laid)
        if weeks < shortest:
            message = "{phase} lasts {measured} week{measured:|s}; it takes {required} or more"
            yield Hit(message, phase=mesocycle.phase, measured=weeks, required=shortest)
        elif weeks > longest:
            message = "{phase} lasts {measured} week{measured:|s}; after {required} it brings little"
            yield Hit(message, phase=mesocycle.phase, measured=weeks, required=longest)


def _counted(weeks: Iterable[Week]) -> int:
    return sum(week.days > evidence.START_STUB_DAYS.value for week in weeks)


@attrs.frozen
class ShortRunway:
    """The weeks to the event do not hold every phase.

    Why: nothing is refused for want of weeks, but the runner should know what was given up and what more weeks would
    bring.

    Evidence: practice. Power is given up first, then strength: strength is worth more than power in few weeks.

    Repair: start earlier, or choose a later event.

    Related: PZ101, PZ104.
    """

    meta: ClassVar = RuleMeta(
        code="PZ105",
        name="short-runway",
        severity=Severity.ADVICE,
        since="0.1.0",
        examples=(
            trips(
                "six weeks to a marathon", start="2027-03-29", events=[{"date": "2027-05-09", "distance_km": 42.195}]
            ),
            passes("eighteen weeks to a half marathon"),
        ),
        reads="season",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Say what the timeline gave up."""
        given_up = view.timeline.given_up
        if given_up is not None:
            yield Hit(
                "{text}",
                text=given_up.said,
                measured=given_up.counted_weeks,
                required=given_up.needed_weeks,
            )


@attrs.frozen
class SessionOutsideSeason:
    """A session lies before the season's first day or after its last.

    Why: it belongs to no week and no phase, so nothing says what it is for.

    Evidence: coherence. No trial is needed.

    Repair: move it into the season or drop it.

    Related: PZ102, PZ107.
    """

    meta: ClassVar = RuleMeta(
        code="PZ106",
        name="session-outside-season",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("a session in the year before", {"date": "2026-12-31"}),
            passes("a session in the first week", {"date": "2027-01-05"}),
        ),
    )

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look for its week."""
        if not view.is_in_season(session.date):
            yield Hit(
                "{session} on {date} lies in no week of the season",
                session=session,
                date=session.date,
                edits=(Repair((Drop(session.id),), Grade.UNSAFE),),
            )


@attrs.frozen
class PhaseLabelDiffers:
    """A week or a session says another phase than the mesocycle that holds it.

    Why: copies of one fact that disagree make every reader choose another one.

    Evidence: coherence. No trial is needed.

    Repair: give it the phase of its mesocycle.

    Related: PZ101, PZ106.
    """

    meta: ClassVar = RuleMeta(
        code="PZ107",
        name="phase-label-differs",
        severity=Severity.ERROR,
        since="0.1.0",
        examples=(
            trips("a session that calls itself power in adaptation", {"date": "2027-01-05", "phase": "power"}),
            passes("a session of its mesocycle's phase", {"date": "2027-01-05", "phase": "adaptation"}),
        ),
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare the weeks and the sessions with the mesocycles."""
        for week in view.weeks:
            held = view.mesocycle_of(week.start)
            if held is not None and held.phase is not week.phase:
                yield Hit(
                    "{week} says {phase}, but begins in {held}",
                    week=week,
                    phase=week.phase,
                    held=held.phase,
                    measured=week.phase.value,
                    required=held.phase.value,
                )
        for session in view.plan.sessions:
            held = view.mesocycle_of(session.date)
            if held is not None and held.phase is not session.phase:
                yield Hit(
                    "{session} says {phase}, but lies in {held}",
                    session=session,
                    phase=session.phase,
                    held=held.phase,
                    measured=session.phase.value,
                    required=held.phase.value,
                    edits=(Set(session.id, phase=held.phase),),
                )
