"""The brief: all that a plan is made from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from periodize import _dates
from periodize._model._availability import Availability
from periodize._model._periodization import ORIGIN
from periodize._model._readers import (
    as_dose,
    as_emphasis,
    as_equipments,
    as_extras,
    as_level,
    as_order,
    as_priority,
    as_weekday,
)
from periodize._model._runs import Run, Runs, overlap_problems
from periodize._model._words import Dose, Emphasis, Equipment, Extras, Level, Order, Priority, RunKind
from periodize._units import LAST_YEAR, Shape, Weekday, as_date, as_tuple
from periodize._weights import Rack, in_kg, usual_plates
from periodize.exceptions import DecodeError, escape

LONGEST_SEASON_WEEKS = 160
LAST_EVENT = dt.date(LAST_YEAR, 12, 3)
"""The last day for an event of priority A: the weeks after it still lie in the years that there are."""

_HEAVIEST_KG = 1000
_LIGHTEST_PLATE, _HEAVIEST_PLATE, _MOST_PLATES = 0.1, 100, 20
_SCREENING = re.compile(r"not_done|refer|passed (\d{4}-\d{2}-\d{2})", re.ASCII)


@attrs.frozen
class Event:
    """A race that the season is built for (priority A), or one on the way (B, C).

    Attributes:
        name: its name, unique in a brief.
        date: its day.
        distance_km: how far, 0.1 to 1,000 km; unknown is planned like a half marathon.
        priority: A, B or C.
        ref: the app's own id, kept and never read.
    """

    name: str = attrs.field(metadata={"absent": "Event"})
    date: dt.date = attrs.field(converter=as_date)
    distance_km: float | None = attrs.field(default=None, kw_only=True)
    priority: Priority = attrs.field(default=Priority.A, converter=as_priority, kw_only=True)
    ref: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("name", self.name)
        shape.date("date", self.date)
        if self.distance_km is not None:
            shape.number("distance_km", self.distance_km, 0.1, 1000)
        shape.member("priority", self.priority, Priority)
        if self.ref is not None:
            shape.text("ref", self.ref)
        shape.done()


def _as_one_rm(value: Mapping[str, float] | tuple[tuple[str, float], ...]) -> Any:  # what cannot be read is handed on
    pairs: Any = tuple(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        return value
    read = tuple((exercise, in_kg(weight)) for exercise, weight in pairs)
    return tuple(sorted(read, key=lambda pair: pair[0])) if all(isinstance(pair[0], str) for pair in read) else read


def _plain_one_rm(one_rm: tuple[tuple[str, float], ...]) -> dict[str, float]:
    return {exercise: int(kg) if kg == int(kg) else kg for exercise, kg in one_rm}


def _as_plates(value: Iterable[float]) -> Any:  # what cannot be read is handed on
    plates: Any = as_tuple(value)
    if isinstance(plates, tuple) and all(isinstance(plate, int | float) for plate in plates):
        return tuple(sorted(set(plates)))
    return plates


def _as_words(items: Iterable[str]) -> tuple[str, ...]:
    return as_tuple(items)


@attrs.frozen(kw_only=True)
class Athlete:
    """Who the plan is for.

    Attributes:
        level: novice, intermediate or advanced in strength work.
        age: in years, 10 to 110, or unknown; 50 and over deload after two loading weeks, not three.
        weeks_off: weeks without strength work before the start; 3 and over begin with adaptation.
        emphasis: performance or injury_prevention; it shifts which exercises are chosen and which get most sets.
        equipment: what there is besides the floor.
        avoid: exercises, movements or parts that are never prescribed.
        jumping: whether jumps and hops may be prescribed.
        one_rm: one-repetition maxima by exercise, such as {"back_squat": 80} in kg or {"back_squat": "175 lb"}, above
            0 and up to 1,000 kg; of dumbbells one. Their loads are written in kg, others as reps in reserve.
        plates_kg: the plates of the bar, each as often as it is needed; the usual ones by default.
        plates_lb: the same in pounds, in place of plates_kg; then all weights come in pounds.
        retain_strength: whether a heavy line is kept once a week after the strength phase.
        screening: "not_done", "passed 2026-10-01" or "refer" (to a professional: no plan is made).
    """

    level: Level = attrs.field(default=Level.NOVICE, converter=as_level)
    age: int | None = None
    weeks_off: int = 0
    emphasis: Emphasis = attrs.field(default=Emphasis.PERFORMANCE, converter=as_emphasis)
    equipment: tuple[Equipment, ...] = attrs.field(default=(), converter=as_equipments)
    avoid: tuple[str, ...] = attrs.field(default=(), converter=_as_words)
    jumping: bool = True
    one_rm: tuple[tuple[str, float], ...] = attrs.field(
        default=(), converter=_as_one_rm, metadata={"encode": _plain_one_rm}
    )
    plates_kg: tuple[float, ...] = attrs.field(factory=usual_plates, converter=_as_plates)
    plates_lb: tuple[float, ...] = attrs.field(default=(), converter=_as_plates)
    retain_strength: bool = False
    screening: str = "not_done"

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.member("level", self.level, Level)
        if self.age is not None:
            shape.whole("age", self.age, 10, 110)
        shape.whole("weeks_off", self.weeks_off, 0, 5000)
        shape.members("equipment", self.equipment, Equipment)
        if shape.texts("avoid", self.avoid):
            object.__setattr__(self, "avoid", tuple(sorted(set(self.avoid))))
        shape.flag("jumping", self.jumping)
        shape.member("emphasis", self.emphasis, Emphasis)
        self._check_one_rm(shape, self.one_rm)
        for field in ("plates_kg", "plates_lb"):
            self._check_plates(shape, field, getattr(self, field))
        shape.flag("retain_strength", self.retain_strength)
        self._check_screening(shape, self.screening)
        shape.done()

    @property
    def rack(self) -> Rack:
        """Which weights there are."""
        return Rack(self.plates_lb, pounds=True) if self.plates_lb else Rack(self.plates_kg)

    @staticmethod
    def _check_one_rm(shape: Shape, one_rm: object) -> None:
        if not isinstance(one_rm, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in one_rm):
            shape.add("one_rm", 'must map exercises to kg such as {"back_squat": 80}', one_rm)
            return
        seen = set()
        for exercise, kg in one_rm:
            place = f"/one_rm/{escape(exercise)}"
            if exercise in seen:
                shape.add(place, "must not stand twice")
            seen.add(exercise)
            if shape.text(place, exercise) and shape.number(place, kg, 0, _HEAVIEST_KG) and kg == 0:
                shape.add(place, "must be above 0", kg)

    @staticmethod
    def _check_plates(shape: Shape, field: str, plates: object) -> None:
        if not isinstance(plates, tuple):
            shape.add(field, "must be a list", plates)
        elif len(plates) > _MOST_PLATES:
            shape.add(field, f"must hold at most {_MOST_PLATES} plates, holds {len(plates)}")
        else:
            for index, plate in enumerate(plates):
                shape.number(f"/{field}/{index}", plate, _LIGHTEST_PLATE, _HEAVIEST_PLATE)

    @staticmethod
    def _check_screening(shape: Shape, screening: object) -> None:
        match = _SCREENING.fullmatch(screening) if isinstance(screening, str) else None
        if match is None:
            shape.add("screening", 'must be "not_done", "refer" or "passed" and a date', screening)
        elif match[1] is not None:
            shape.date("screening", as_date(match[1]))


def _as_events(items: Iterable[Event]) -> tuple[Event, ...]:
    return as_tuple(items)


def _as_runs(value: Runs | str) -> Runs:
    return value  # type: ignore[return-value]  # Brief reads a text, so that its problems stand among the others


@attrs.frozen(kw_only=True)
class Brief:
    """All that a plan is made from: the events, the athlete, the runs, and when there is time.

    Attributes:
        events: the races; exactly one of priority A so far.
        start: the first day, or a distance from the A event such as "16 weeks before".
        athlete, runs, availability: as their classes say; runs may be the text of a week.
        dose: "2 full", "3 full" or "4 mini" sessions a week.
        extras: "1 core" or "2 core" trunk sessions a week outside the dose, or "".
        model: the name of the model of periodization: "origin", "evidence" or one that the engine is given.
        order: "run_first", "lift_first" or "key_session_first" on a day that holds both.
        week_start: the weekday on which weeks begin.
        ref: the app's own id; it becomes the plan's id.

    Collections are sorted, so that the same facts in another order are an equal brief.

    >>> import datetime as dt
    >>> brief = Brief(events=(Event("City 10", dt.date(2027, 4, 18), distance_km=10),), start="8 weeks before")
    >>> brief.start
    datetime.date(2027, 2, 21)
    """

    events: tuple[Event, ...] = attrs.field(converter=_as_events)
    start: dt.date = attrs.field(converter=as_date)
    athlete: Athlete = attrs.field(factory=Athlete)
    runs: Runs = attrs.field(factory=Runs, converter=_as_runs, metadata={"text": True})
    availability: Availability = attrs.field(factory=Availability)
    dose: Dose = attrs.field(default=Dose.TWO_FULL, converter=as_dose)
    extras: Extras = attrs.field(default=Extras.NONE, converter=as_extras)
    model: str = ORIGIN.name
    order: Order = attrs.field(default=Order.RUN_FIRST, converter=as_order)
    week_start: Weekday = attrs.field(default=Weekday.MON, converter=as_weekday)
    ref: str | None = None
    _calendar: dict[dt.date, tuple[Run, ...]] = attrs.field(init=False, eq=False, repr=False, hash=False)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.instance("athlete", self.athlete, Athlete)
        runs_fit = self._read_runs(shape)
        availability_fits = shape.instance("availability", self.availability, Availability)
        shape.member("dose", self.dose, Dose)
        shape.member("extras", self.extras, Extras)
        shape.text("model", self.model)
        shape.member("order", self.order, Order)
        weeks_fit = shape.member("week_start", self.week_start, Weekday)
        if self.ref is not None:
            shape.text("ref", self.ref)
        event = self._check_events(shape)
        if self._read_start(shape, event) and event is not None:
            span_fits = self._check_span(shape, event)
            if span_fits and availability_fits:
                self._check_pinned(shape, event)
            if span_fits and runs_fit and weeks_fit:
                in_order = sorted(self.events, key=lambda event: (event.date, event.name))
                object.__setattr__(self, "events", tuple(in_order))
                object.__setattr__(self, "_calendar", self._lay_out_runs())
                for problem in overlap_problems(self._calendar):
                    hint = "maybe give each run of that day a time" if "assumed" in problem else ""
                    shape.add("runs", problem, hint=hint)
        shape.done()

    def _read_runs(self, shape: Shape) -> bool:
        if not isinstance(self.runs, str):
            return shape.instance("runs", self.runs, Runs)
        try:
            object.__setattr__(self, "runs", Runs(self.runs))
        except DecodeError as error:
            shape.problems += [attrs.evolve(problem, pointer="/runs") for problem in error.problems]
            return False
        return True

    def _read_start(self, shape: Shape, event: Event | None) -> bool:
        start: object = self.start
        if isinstance(start, str):
            start = _dates.before(start, event.date) if event is not None else None
            if start is None:
                shape.add("start", 'must be a date such as 2026-11-30, or "16 weeks before"', self.start)
                return False
            object.__setattr__(self, "start", start)
        return shape.date("start", start)

    def _check_events(self, shape: Shape) -> Event | None:
        """Check the events and return the one of priority A."""
        if not shape.items("events", self.events, Event):
            return None
        names: set[str] = set()
        for index, event in enumerate(self.events):
            if event.name in names:
                shape.add(f"/events/{index}/name", "must be unique in a brief", event.name)
            names.add(event.name)
        targets = [event for event in self.events if event.priority is Priority.A]
        if not targets:
            shape.add("events", "must hold an event of priority A")
        elif len(targets) > 1:
            shape.add("events", "more than one event of priority A is not supported yet", len(targets))
        return targets[-1] if targets else None

    def _check_span(self, shape: Shape, event: Event) -> bool:
        """Check that the season runs from its start to its event within the limit."""
        before = len(shape.problems)
        weeks = _dates.days_between(self.start, event.date) / 7
        if self.start > event.date:
            shape.add("start", f"must not come after the event on {event.date}", self.start.isoformat())
        elif weeks > LONGEST_SEASON_WEEKS:
            limit = f"at most {LONGEST_SEASON_WEEKS} weeks before the event on {event.date}"
            hint = f"maybe {event.date - dt.timedelta(weeks=LONGEST_SEASON_WEEKS)} or later"
            shape.add("start", f"must be {limit}", self.start.isoformat(), hint)
        elif event.date > LAST_EVENT:
            place = f"/events/{self.events.index(event)}/date"
            shape.add(place, f"must be {LAST_EVENT} at the latest, so that weeks can follow it", event.date.isoformat())
        else:
            for index, other in enumerate(self.events):
                if not self.start <= other.date <= event.date:
                    where = f"must lie in the season, {self.start} to {event.date}"
                    shape.add(f"/events/{index}/date", where, other.date.isoformat())
        return len(shape.problems) == before

    def _check_pinned(self, shape: Shape, event: Event) -> None:
        for index, pin in enumerate(self.availability.pinned):
            if not self.start <= pin.date <= event.date:
                where = f"must lie in the season, {self.start} to {event.date}"
                shape.add(f"/availability/pinned/{index}/date", where, pin.date.isoformat())

    def _lay_out_runs(self) -> dict[dt.date, tuple[Run, ...]]:
        weightiest_first = sorted(self.events, key=lambda event: event.priority)
        races = [Run(event.date, RunKind.RACE, distance_km=event.distance_km) for event in weightiest_first]
        eve = self.target.date - dt.timedelta(days=1)
        return self.runs.by_date(self.start, eve, self.week_start, races)

    @property
    def calendar(self) -> Mapping[dt.date, tuple[Run, ...]]:
        """The runs by date from the start on, each day's in order, with ids, times and minutes."""
        return MappingProxyType(self._calendar)

    @property
    def target(self) -> Event:
        """The event that the season is built for."""
        return next(event for event in reversed(self.events) if event.priority is Priority.A)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Brief:
        """Read a brief from the mapping that JSON or TOML gives.

        Raises:
            DecodeError: with all that is wrong, each with a JSON Pointer.
        """
        from periodize import _document  # a method that stands above its module

        return _document.read_brief(data)

    @classmethod
    def from_toml(cls, text: str) -> Brief:
        """Read a brief from the text of a TOML document.

        Raises:
            DecodeError: with all that is wrong, each with a JSON Pointer.
        """
        from periodize import _document  # a method that stands above its module

        return _document.read_brief_toml(text)

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain values, every key written."""
        from periodize import _document  # a method that stands above its module

        return _document.write_brief(self)
