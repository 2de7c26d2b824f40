"""The season on the calendar: its weeks and mesocycles with their dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from periodize import _dates
from periodize._model import SHIPPED, Brief, Mesocycle, Model, Phase, Week, model_named
from periodize._timeline._given_up import GivenUp, given_up
from periodize._timeline._limits import adaptation_of, is_masters, taper_of, transition_weeks
from periodize._timeline._split import split
from periodize._timeline._weeks import count

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)


@attrs.frozen
class Timeline:
    """A season on the calendar, from its start to the end of the transition.

    Attributes:
        mesocycles, weeks: its stretches in order, without gap or overlap; the weeks hold no sessions or runs yet.
        counted_weeks: the weeks that are not stubs (N).
        taper_weeks: the counted weeks of the taper (T).
        split: weeks by phase, and the deloads, such as "2/5/3/3/3 d 7 10".
        given_up: what a short runway gave up; None where nothing was.
        model: whose phases they are.
    """

    mesocycles: tuple[Mesocycle, ...]
    weeks: tuple[Week, ...]
    counted_weeks: int
    taper_weeks: int
    split: str
    given_up: GivenUp | None
    model: Model


def lay_out(brief: Brief, models: Sequence[Model] = SHIPPED) -> Timeline:
    """Lay the season out on the calendar, counted back from the brief's A event, in the phases of its model.

    A start stub joins the first phase; an event stub is taper, as is all before an event without a counted week.

    Raises:
        DecodeError: no model has the brief's name.
    """
    model = model_named(brief.model, models)
    event, athlete = brief.target, brief.athlete
    counted = count(brief.start, event.date, brief.week_start)
    adaptation, taper = adaptation_of(athlete), taper_of(event.distance_km)
    masters = is_masters(athlete.age)
    shared = split(counted.counted_weeks, adaptation=adaptation, taper=taper, masters=masters, model=model)
    wave = max((stretch.wave for stretch in shared.stretches), default=1)
    border = _dates.start_of_week(brief.start, brief.week_start)
    weeks_ahead = _dates.days_between(border, event.date) // 7
    stub = 1 if counted.start_stub_days else 0

    labels = [(stretch.phase, stretch.wave) for stretch in shared.stretches for _ in range(stretch.weeks)]
    labels = labels[:stub] + labels
    labels += [(Phase.TAPER, wave)] * (weeks_ahead + 1 - len(labels))
    labels += [(Phase.TRANSITION, wave)] * transition_weeks(event.distance_km)
    weeks = [
        Week(
            week=index + 1,
            weeks_out=weeks_ahead - index,
            start=max(border + index * _WEEK, brief.start),
            end=border + (index + 1) * _WEEK - _DAY,
            phase=phase,
            deload=index + 1 - stub in shared.deloads,
        )
        for index, (phase, _) in enumerate(labels)
    ]
    return Timeline(
        mesocycles=_mesocycles(labels, weeks, event.date),
        weeks=tuple(weeks),
        counted_weeks=counted.counted_weeks,
        taper_weeks=shared.taper_weeks,
        split=str(shared),
        given_up=given_up(counted.counted_weeks, adaptation=adaptation, taper=taper, model=model),
        model=model,
    )


def _mesocycles(labels: list[tuple[Phase, int]], weeks: list[Week], event: dt.date) -> tuple[Mesocycle, ...]:
    """Join the weeks of one label; the taper ends on the event's day and the transition starts on the next."""
    starts: dict[tuple[Phase, int], dt.date] = {}
    for label, week in zip(labels, weeks, strict=True):
        starts.setdefault(label, week.start)
    starts[Phase.TRANSITION, labels[-1][1]] = event + _DAY
    ends = [start - _DAY for start in [*starts.values()][1:]] + [weeks[-1].end]
    return tuple(
        Mesocycle(phase=phase, start=start, end=end, wave=wave)
        for ((phase, wave), start), end in zip(starts.items(), ends, strict=True)
        if start <= end
    )
