"""What stands for the keys that a plan's document leaves out, so that a coach's plan is a few lines.

Nothing is judged here: what cannot be read is left as it is, and decoding reports it at its place. Where the brief
cannot be read no plan will come of it; stand-ins then keep the decoder from asking for what nobody could fill in.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from periodize import _codec, _dates
from periodize._model import (
    ORIGIN,
    SHIPPED,
    Brief,
    Focus,
    Mesocycle,
    Model,
    Phase,
    Prescription,
    Run,
    RunKind,
    Week,
)
from periodize._model._plan import ASSUMED_SESSION_START, loads_heavily
from periodize._model._runs import ASSUMED_MINUTES, ASSUMED_START
from periodize._model._tally import is_heavy_leg_line
from periodize._timeline import lay_out
from periodize._units import FIRST_YEAR, LAST_YEAR, as_date, as_enum, as_time, minutes_of

Given = Mapping[str, Any]

_FARTHEST_WEEK = 1000
_LAST_DAY = dt.date(LAST_YEAR, 12, 31)


def fill(given: Given, new_id: Callable[[Brief], str]) -> dict[str, Any]:
    """Return a plan's document without its envelope, nothing left out that can be filled in."""
    brief = _codec.lenient(Brief)(given.get("brief"))
    sound = brief if isinstance(brief, Brief) else None
    weeks, mesocycles = _stretches(given, sound)
    calendar = _Calendar(sound, weeks, mesocycles)
    return {
        **given,
        "brief": brief,
        "weeks": weeks,
        "mesocycles": mesocycles,
        "runs": _filled(given.get("runs"), calendar, _fill_run, "r") if _has(given, "runs") else calendar.runs(),
        "sessions": _filled(given.get("sessions"), calendar, _fill_session, "w"),
        "id": given["id"] if _has(given, "id") else new_id(sound) if sound else "unknown",
    }


def _has(given: Given, key: str) -> bool:
    return given.get(key) is not None


def _items(value: object) -> list[Any]:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str | bytes) else []


def _date(value: object) -> dt.date | None:
    """Read a date that a document can hold."""
    read: object = as_date(value)  # type: ignore[arg-type]  # anything may stand there
    if not isinstance(read, dt.date) or isinstance(read, dt.datetime):
        return None
    return read if FIRST_YEAR <= read.year <= LAST_YEAR else None


# --- weeks and mesocycles ---------------------------------------------------------------------------------------------


def _stretches(given: Given, brief: Brief | None) -> tuple[Any, Any]:
    """Return weeks and mesocycles, each as given or made from the other, or as `plan` would lay them out."""
    weeks, mesocycles = given.get("weeks"), given.get("mesocycles")
    if mesocycles is not None:
        mesocycles = _read(Mesocycle, mesocycles)
    if weeks is not None and brief is not None:
        weeks = _read(Week, _numbered_weeks(weeks, brief, _sound(Mesocycle, mesocycles)))
    if brief is None:
        return weeks or (), mesocycles or ()
    if weeks is None and mesocycles is None:
        if _model_of(brief) is None:  # whoever reads the plan says so
            return (), ()
        season = lay_out(brief)
        return season.weeks, season.mesocycles
    if mesocycles is None:
        return weeks, _mesocycles_of(_sound(Week, weeks), brief)
    return (_weeks_of(_sound(Mesocycle, mesocycles), brief) if weeks is None else weeks), mesocycles


def _read(cls: type, value: Any) -> Any:
    return [*map(_codec.lenient(cls), value)] if _items(value) else value


def _sound(cls: type, value: object) -> list[Any]:
    found = [item for item in _items(value) if isinstance(item, cls)]
    return sorted(found, key=lambda item: (item.start, item.end))


def _numbered_weeks(weeks: Any, brief: Brief, mesocycles: list[Mesocycle]) -> Any:
    """Fill in what a week's first day says: its last, its numbers, its phase."""
    border = _dates.start_of_week(brief.start, brief.week_start)
    event_week = _dates.start_of_week(brief.target.date, brief.week_start)
    filled = []
    for item in _items(weeks):
        start = _date(item.get("start")) if isinstance(item, Mapping) else None
        if start is not None:
            first = _dates.start_of_week(start, brief.week_start)
            says = {
                "end": min(first + dt.timedelta(days=6), _LAST_DAY),
                "week": _dates.days_between(border, first) // 7 + 1,
                "weeks_out": _dates.days_between(first, event_week) // 7,
                "phase": next((cycle.phase for cycle in mesocycles if cycle.holds(start)), None),
            }
            item = {**item, **{key: value for key, value in says.items() if not _has(item, key)}}  # noqa: PLW2901
        filled.append(item)
    return filled or weeks


def _weeks_of(mesocycles: list[Mesocycle], brief: Brief) -> list[Week]:
    """Cut the calendar's weeks out of mesocycles; a week has the phase of its first day, none is a deload."""
    if not mesocycles:
        return []
    event_week = _dates.start_of_week(brief.target.date, brief.week_start)
    start, last = mesocycles[0].start, max(cycle.end for cycle in mesocycles)
    border = _dates.start_of_week(start, brief.week_start)
    count = _dates.days_between(border, last) // 7 + 1
    weeks_out = _dates.days_between(border, event_week) // 7
    if abs(weeks_out) > _FARTHEST_WEEK or abs(weeks_out - count) > _FARTHEST_WEEK:
        return []
    weeks = []
    for index in range(count):
        first = max(border + dt.timedelta(weeks=index), start)
        weeks.append(
            Week(
                week=index + 1,
                weeks_out=weeks_out - index,
                start=first,
                end=min(border + dt.timedelta(weeks=index, days=6), _LAST_DAY),
                phase=_nearest(mesocycles, first).phase,
            )
        )
    return weeks


def _mesocycles_of(weeks: list[Week], brief: Brief) -> list[Mesocycle]:
    """Join weeks of one phase; the taper ends on the event's day, and the transition starts on the next."""
    joined: list[Mesocycle] = []
    model = _model_of(brief) or ORIGIN
    for week in weeks:
        last = joined[-1] if joined else None
        if last is not None and last.phase is week.phase and _dates.days_between(last.end, week.start) <= 1:
            joined[-1] = attrs.evolve(last, end=max(last.end, week.end))
        else:
            wave = last.wave + _begins_a_wave(last.phase, week.phase, model) if last is not None else 1
            joined.append(Mesocycle(phase=week.phase, start=week.start, end=week.end, wave=wave))
    event = brief.target.date
    for index, cycle in enumerate(joined):
        if cycle.phase is Phase.TAPER and cycle.start <= event < cycle.end:
            joined[index] = attrs.evolve(cycle, end=event)
            later = joined[index + 1] if index + 1 < len(joined) else None
            if later is not None and later.phase is Phase.TRANSITION and later.start > event:
                joined[index + 1] = attrs.evolve(later, start=event + dt.timedelta(days=1))
            break
    return joined


def _model_of(brief: Brief) -> Model | None:
    """Return a brief's model, if it is one of the shipped."""
    return next((model for model in SHIPPED if model.name == brief.model), None)


def misses_model(given: Given, brief: object) -> bool:
    """Whether a document leaves out weeks and mesocycles that only an app's own model could lay out."""
    lacks = given.get("weeks") is None and given.get("mesocycles") is None
    return lacks and isinstance(brief, Brief) and _model_of(brief) is None


def _begins_a_wave(before: Phase, after: Phase, model: Model) -> bool:
    return model.rank(after) < model.rank(before) >= model.rank(model.core[-1])


def _nearest(stretches: list[Any], date: dt.date) -> Any:
    """Return the week or mesocycle that holds a date, or else the one that is nearest to it."""
    after = bisect_right(stretches, date, key=lambda stretch: stretch.start)
    near = stretches[max(after - 1, 0) : after + 1]
    return min(near, key=lambda stretch: max(stretch.start - date, date - stretch.end, dt.timedelta()))


# --- runs and sessions ------------------------------------------------------------------------------------------------


class _Calendar:
    """Where in the season a date lies."""

    def __init__(self, brief: Brief | None, weeks: object, mesocycles: object) -> None:
        self.brief = brief
        self.read_line = _codec.lenient(Prescription)
        self.weeks: list[Week] = _sound(Week, weeks)
        self.cycles: list[Mesocycle] = _sound(Mesocycle, mesocycles)
        if brief is not None and not self.weeks and not self.cycles and _model_of(brief) is not None:
            self.cycles = [*lay_out(brief).mesocycles]

    def runs(self) -> list[Run]:
        """Return the brief's runs that lie within the weeks."""
        if self.brief is None or not self.weeks:
            return []
        first, last = self.weeks[0].start, max(week.end for week in self.weeks)
        return [run for date, runs in self.brief.calendar.items() if first <= date <= last for run in runs]

    def week_at(self, date: dt.date) -> Week | None:
        week = _nearest(self.weeks, date) if self.weeks else None
        return week if week is not None and week.holds(date) else None

    def number_at(self, date: dt.date) -> int:
        week = self.week_at(date)
        if week is not None or self.brief is None:
            return week.week if week is not None else 0
        return _dates.days_between(_dates.start_of_week(self.brief.start, self.brief.week_start), date) // 7 + 1

    def phase_at(self, date: dt.date) -> Phase:
        """Return the phase of the mesocycle that holds a date, or of the nearest week."""
        cycle = _nearest(self.cycles, date) if self.cycles else None
        if cycle is not None and (cycle.holds(date) or not self.weeks):
            return Phase(cycle.phase)
        return Phase(_nearest(self.weeks, date).phase) if self.weeks else Phase.STRENGTH


def _filled(value: Any, calendar: _Calendar, fill_one: Callable[[dict[str, Any], _Calendar], None], letter: str) -> Any:
    """Fill in runs or sessions; ids are counted by week in order of date and time, and none is given twice."""
    items = _items(value)
    if not items:
        return [] if value is None else value
    copies: list[Any] = [{**item} if isinstance(item, Mapping) else item for item in items]
    nameless = []
    taken = set()
    for item in copies:
        if isinstance(item, dict):
            fill_one(item, calendar)
            if _has(item, "id"):
                taken.add(str(item["id"]))
            else:
                nameless.append(item)
    counts: dict[int, int] = {}
    for item in sorted(nameless, key=_moment):
        date = _date(item.get("date"))
        week = calendar.number_at(date) if date is not None else 0
        number = counts.get(week, 0) + 1
        while f"{letter}{week}-{number}" in taken:
            number += 1
        counts[week] = number
        item["id"] = f"{letter}{week}-{number}"
    return copies


def _moment(item: Given) -> tuple[dt.date, int]:
    time: object = as_time(item["time"])
    return _date(item.get("date")) or _LAST_DAY, minutes_of(time) if isinstance(time, dt.time) else 0


def _fill_run(item: dict[str, Any], _: _Calendar) -> None:
    if not _has(item, "time"):
        item["time"] = ASSUMED_START
        if not _has(item, "time_assumed"):
            item["time_assumed"] = True
    if not _has(item, "minutes"):
        kind = as_enum(RunKind)(item["kind"]) if _has(item, "kind") else RunKind.EASY
        item["minutes"] = next((minutes for known, minutes in ASSUMED_MINUTES.items() if known is kind), 1)
    if not _has(item, "id") and _has(item, "ref"):
        item["id"] = item["ref"]


def _fill_session(item: dict[str, Any], calendar: _Calendar) -> None:
    date = _date(item.get("date"))
    if not _has(item, "time"):
        item["time"] = ASSUMED_SESSION_START
    if not _has(item, "phase"):
        item["phase"] = calendar.phase_at(date) if date is not None else Phase.STRENGTH
    if not _has(item, "heavy"):
        week = calendar.week_at(date) if date is not None else None
        lines = map(calendar.read_line, _items(item.get("exercises")))
        by_place = week is not None and _loads_heavily(item, week)
        item["heavy"] = by_place or any(isinstance(line, Prescription) and is_heavy_leg_line(line) for line in lines)


def _loads_heavily(item: Given, week: Week) -> bool:
    focus: object = as_enum(Focus)(item["focus"]) if _has(item, "focus") else Focus.WHOLE
    phase: object = as_enum(Phase)(item["phase"])
    return isinstance(focus, Focus) and isinstance(phase, Phase) and loads_heavily(focus, phase, deload=week.deload)
