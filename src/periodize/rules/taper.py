"""PZ7xx: how the taper lightens the work, week by week."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize import _dates, _timeline
from periodize._evidence import _event as event
from periodize._evidence import _season as evidence
from periodize._evidence import _session as lines
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import LoadKind, Phase, Role, Set
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob
from periodize.rules._light import dealt, is_back, is_light, is_measure, sets_of
from periodize.rules._mending import number_of, of_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._findings import Repair
    from periodize._model import Prescription, Session, Week
    from periodize._view import View

_BUILT = ["2027-04-13", "2027-04-16", "2027-04-20", "2027-04-23"]


def _lines(sets: int, exercise: str = "squat", **more: object) -> list[dict[str, object]]:
    return [{"exercise": exercise, "sets": sets, "reps": {"min": 15, "max": 15}, **more}]


def _season(first: int, second: int) -> list[dict[str, object]]:
    """Two loading weeks of 20 sets, a taper week of some, and the race's week of some."""
    built: list[dict[str, object]] = [{"date": date, "exercises": _lines(10)} for date in _BUILT]
    return [
        *built,
        {"date": "2027-04-28", "exercises": _lines(first)},
        {"date": "2027-05-04", "exercises": _lines(second)},
    ]


def _at(kg: float) -> list[dict[str, object]]:
    return _lines(2, "goblet_squat", load={"kind": "kg", "min": kg, "max": kg})


def _taper(view: View) -> list[Week]:
    """Return the counted weeks of the taper, in order; a week that either end of the season cuts short is none."""
    counted = _timeline.count(view.brief.start, view.event.date, view.brief.week_start)
    stubs = [view.brief.start] * bool(counted.start_stub_days) + [view.event.date] * counted.event_stub
    return [week for week in view.weeks if week.phase is Phase.TAPER and not any(map(week.holds, stubs))]


def _loading(view: View) -> list[Week]:
    """Return the last two weeks of the phase before the taper by which it can be measured, in order."""
    last: list[Week] = []
    phase: Phase | None = None
    for week in reversed(view.weeks):
        if week.phase in (Phase.TAPER, Phase.TRANSITION):
            continue
        phase = phase or week.phase
        if week.phase is not phase or len(last) == 2:
            break
        if _is_usual(week, view):
            last.append(week)
    return last[::-1]


def _is_usual(week: Week, view: View) -> bool:
    """Whether a week holds what its phase usually holds."""
    kept = week.phase is Phase.MAINTENANCE and view.is_whole(week) and sets_of(week) > 0
    return kept or is_measure(week, view)


def _is_short(view: View) -> bool:
    """Whether the season has so few weeks that all of it stays light."""
    return view.timeline.counted_weeks <= lines.SHORT_RUNWAY_WEEKS.value[1]


def _sets(week: Week, view: View) -> int:
    """Return the sets of a week up to the event."""
    return sum([session.tally.sets for session in _until_event(week, view)])


def _until_event(week: Week, view: View) -> list[Session]:
    return [session for session in dealt(week) if session.date <= view.event.date]


@attrs.frozen
class TaperLength:
    """The taper is shorter or longer than the race asks for.

    Why: a taper sheds the fatigue of months; too short, it is still there on the day, too long, fitness goes as well.

    Evidence: strong. Two weeks are best on average, three in marathons; who gets which is practice. Silent where the
    weeks to the event hold no more.

    Repair: move weeks between the taper and the phase before it; no edit of a session does that.

    Related: PZ103, PZ105, PZ708.

    Attributes:
        weeks: that the taper before any race may last, even where fewer are usual.
    """

    meta: ClassVar = RuleMeta(
        code="PZ707",
        name="taper-length",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Bosquet07", "Wang23", "Smyth21"),
        examples=(
            trips(
                "five weeks",
                mesocycles=[
                    {"phase": "strength", "start": "2027-01-04", "end": "2027-04-04"},
                    {"phase": "taper", "start": "2027-04-05", "end": "2027-05-09"},
                    {"phase": "transition", "start": "2027-05-10", "end": "2027-05-23"},
                ],
            ),
            passes("two weeks before a half marathon"),
        ),
        reads="season",
    )
    weeks: int = knob(evidence.LONGEST_SHORT_TAPER, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Count its weeks, and those that the timeline would give it."""
        tapers = _taper(view)
        usual = _timeline.taper_of(view.event.distance_km)
        laid = view.timeline.taper_weeks
        shortest, longest = min(usual.minimum, laid), max(usual.default, self.weeks, laid)
        if tapers and not shortest <= len(tapers) <= longest:
            yield Hit(
                "the taper lasts {measured} weeks; {required} would be right",
                week=tapers[0],
                measured=len(tapers),
                required=usual.default,
            )


@attrs.frozen
class TaperNotFalling:
    """A week of the taper has as many sets as the week before, or more.

    Why: what is shed in one week comes back in the next.

    Evidence: moderate. In 158,000 marathon runners a taper that fell week by week went with a faster race than one
    that did not; that is an association.

    Repair: take sets off the later week, from the lines that have most.

    Related: PZ707, PZ709.
    """

    meta: ClassVar = RuleMeta(
        code="PZ708",
        name="taper-not-falling",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Smyth21",),
        examples=(
            trips("10 sets, then 12", *_season(10, 12)),
            trips("10 sets, then 10", *_season(10, 10)),
            passes("10 sets, then 5", *_season(10, 5)),
        ),
        reads="exercises",
    )

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare each week's sets with those of the last one that had any."""
        if _is_short(view):
            return
        before = None
        for week in (*_loading(view), *_taper(view)):
            sets = _sets(week, view)
            if week.phase is Phase.TAPER and before is not None and sets and sets >= before:
                yield Hit(
                    "{week} has {measured} sets, the week before {before}; the taper's sets fall week by week",
                    week=week,
                    measured=sets,
                    required=before - 1,
                    before=before,
                    edits=of_sets(_until_event(week, view), before - 1 - sets),
                )
            before = before if view.is_closed_in_part(week) else sets or before


@attrs.frozen
class TaperCut:
    """The taper takes off too few sets, or too many.

    Why: too much work leaves fatigue, too little lets go of what was built.

    Evidence: strong. Pooled trials of tapers found 41 to 60 % less volume best; whole sets and few sessions need some
    room, and so does a taper of one week, which holds all of the cut.

    Repair: add or take off sets; the load stays.

    Related: PZ707, PZ708, PZ710.

    Attributes:
        least, most: the share of the weekly sets that is cut, the race's week aside.
        most_alone: where the race's week is the whole taper.
    """

    meta: ClassVar = RuleMeta(
        code="PZ709",
        name="taper-cut",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Bosquet07", "Wang23", "Mujika03"),
        examples=(
            trips("18 of 20 sets are left", *_season(18, 5)),
            trips("4 of 20 sets are left", *_season(4, 3)),
            passes("10 of 20 sets are left", *_season(10, 5)),
        ),
        reads="exercises",
    )
    least: float = knob(evidence.TAPER_LEAST_CUT, stricter="higher")
    most: float = knob(evidence.TAPER_MOST_CUT, stricter="lower")
    most_alone: float = knob(evidence.RACE_WEEK_MOST_CUT, stricter="lower")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare the sets of the taper's weeks with those of the last loading weeks."""
        if _is_short(view):
            return
        loading, weeks = _loading(view), _taper(view)
        alone = len(weeks) == 1
        if alone and not self._holds_all(weeks[0], view):
            return
        weeks = weeks if alone else weeks[:-1]
        if (
            not loading
            or not weeks
            or not all(_sets(week, view) and not view.is_closed_in_part(week) for week in weeks)
        ):
            return
        before = sum(_sets(week, view) for week in loading) / len(loading)
        cut = 1 - sum(_sets(week, view) for week in weeks) / len(weeks) / before
        most = self.most_alone if alone else self.most
        if not self.least <= round(cut, 6) <= most:
            yield Hit(
                "the taper cuts the weekly sets by {percent} %; {least} to {most} % would be right",
                week=weeks[0],
                percent=round(100 * cut),
                least=round(100 * self.least),
                most=round(100 * most),
                measured=round(cut, 2),
                required=self.least if cut < self.least else most,
                edits=self._dealt_anew(weeks, before, most, few=cut > most, view=view),
            )

    def _dealt_anew(
        self, weeks: list[Week], before: float, most: float, *, few: bool, view: View
    ) -> tuple[Repair, ...]:
        sets = sum(_sets(week, view) for week in weeks)
        right = before * len(weeks) * (1 - (most if few else self.least))
        sessions = [session for week in weeks for session in _until_event(week, view)]
        return of_sets(sessions, (math.ceil(round(right, 6)) if few else math.floor(round(right, 6))) - sets)

    def _holds_all(self, week: Week, view: View) -> bool:
        """Whether a taper of one week is what the race asks for, and has days enough before it."""
        usual = _timeline.taper_of(view.event.distance_km).default == 1
        legs = _dates.dates_from(week.start, _dates.days_after(view.event.date, -event.LAST_LEGS.value))
        return usual and week.end <= _dates.day_after(view.event.date) and any(map(view.availability.open_on, legs))


@attrs.frozen
class TaperLoad:
    """A load of the taper is not what it was before.

    Why: a taper takes off work, not weight: a lighter load lets strength go, a heavier one is new and tires.

    Evidence: strong. Tapers that keep the intensity work best. Loads that are told in kilograms or as a share of the
    1RM are compared, of the same exercise and role at no more repetitions than before.

    Repair: take the load of the last loading weeks.

    Related: PZ708, PZ709, PZ711.

    Attributes:
        share: of the load before that is kept at least.
    """

    meta: ClassVar = RuleMeta(
        code="PZ710",
        name="taper-load",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Mujika03", "Bosquet07"),
        examples=(
            trips(
                "16 kg become 24",
                {"date": "2027-04-20", "exercises": _at(16)},
                {"date": "2027-04-28", "exercises": _at(24)},
            ),
            trips(
                "16 kg become 8",
                {"date": "2027-04-20", "exercises": _at(16)},
                {"date": "2027-04-28", "exercises": _at(8)},
            ),
            passes(
                "16 kg stay", {"date": "2027-04-20", "exercises": _at(16)}, {"date": "2027-04-28", "exercises": _at(16)}
            ),
        ),
        reads="exercises",
    )
    share: float = knob(evidence.TAPER_LEAST_LOAD, stricter="higher")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare each load of the taper with the last of the same exercise before it."""
        before: dict[tuple[str, Role, LoadKind], Prescription] = {}
        for session in view.plan.sessions:
            if not session.tally.weighed:
                continue
            week = view.week_of(session)
            if session.phase is Phase.TRANSITION or (
                week is not None and (is_light(week, view) or is_back(week, view))
            ):
                continue
            for line in session.tally.weighed:
                assert line.load is not None, "a weighed line has a load"
                key = (line.exercise, line.role, line.load.kind)
                if session.phase is not Phase.TAPER:
                    before[key] = line
                    continue
                known = before.get(key)
                if known is None or known.load is None or known.reps is None or line.reps is None:
                    continue
                kept = self.share * known.load.min
                more_reps = line.reps.min > known.reps.max
                if line.load.max > known.load.max or (line.load.max < kept and not more_reps):
                    yield Hit(
                        "{session}: {exercise} is done with {measured} {kg:kg|% of 1RM}, before the taper"
                        " with {required}",
                        session=session,
                        exercise=view.catalogue.name(line.exercise),
                        kg=line.load.kind is LoadKind.KG,
                        measured=line.load.max,
                        required=known.load.max,
                        edits=(Set(session.id, line=number_of(line, session), load=known.load),),
                    )
                    break


@attrs.frozen
class NothingNew:
    """An exercise is done for the first time in the last days before the event.

    Why: what is new makes sore, for days; what is known does not.

    Evidence: moderate. Damage and soreness are largest after unaccustomed work, and running suffers with them. Trunk
    work without a weight is free, and so is all in a season too short to have known anything, and all that the first
    seven days of lifting bring: a plan starts with what its runner does already.

    Repair: take an exercise of the weeks before.

    Related: PZ704, PZ706.

    Attributes:
        days: before the event without anything new.
    """

    meta: ClassVar = RuleMeta(
        code="PZ711",
        name="nothing-new",
        severity=Severity.WARNING,
        since="0.1.0",
        sources=("Doma19",),
        examples=(
            trips(
                "lunges for the first time, ten days before",
                {"date": "2027-04-20", "exercises": _lines(2)},
                {"date": "2027-04-29", "exercises": _lines(2, "lateral_lunge")},
            ),
            passes(
                "squats, which are known",
                {"date": "2027-04-20", "exercises": _lines(2)},
                {"date": "2027-04-29", "exercises": _lines(1)},
            ),
            passes(
                "trunk work",
                {"date": "2027-04-20", "exercises": _lines(2)},
                {"date": "2027-04-29", "exercises": _lines(1, "dead_bug", role="trunk")},
            ),
        ),
        reads="exercises",
    )
    days: int = knob(evidence.NOTHING_NEW_DAYS, stricter="higher")

    def check_plan(self, view: View) -> Iterator[Hit]:
        """Compare the exercises of the last days with those before."""
        if not view.plan.sessions or _is_short(view):
            return
        first = _dates.days_after(view.event.date, -self.days)
        settled = _dates.days_after(min(item.date for item in view.plan.sessions), evidence.FIRST_DAYS.value)
        until = max(first, settled)
        known = set[str]().union(*[item.tally.slugs for item in view.plan.sessions if item.date < until])
        for session in view.plan.sessions:
            if not first <= session.date <= view.event.date:
                continue
            new = [line.exercise for line in session.exercises if line.exercise not in known and not _free(line, view)]
            if new:
                yield Hit(
                    "{session}: {exercise} is new, {measured} days before {event}",
                    session=session,
                    exercise=view.catalogue.name(new[0]),
                    event=view.event.name,
                    measured=view.event.date.toordinal() - session.date.toordinal(),
                    required=self.days,
                )


def _free(line: Prescription, view: View) -> bool:
    known = view.catalogue.get(line.exercise)
    return line.role is Role.TRUNK and (known is None or not known.equipment)
