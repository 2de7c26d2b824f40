"""The season on the calendar: its weeks and mesocycles with their dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

from periodize import _dates
from periodize._model import SHIPPED, Brief, Mesocycle, Model, Phase, Week, model_named
from periodize._timeline._given_up import GivenUp, given_up
from periodize._timeline._limits import adaptation_of, is_masters, taper_of, transition_weeks
from periodize._timeline._split import Split, split
from periodize._timeline._weeks import count

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
_Label: TypeAlias = tuple[Phase, int]


@attrs.frozen
class Timeline:
    """A season on the calendar, from its start to the end of the transition.

    Attributes:
        counted_weeks: the weeks that are not stubs (N).
        taper_weeks: the counted weeks of the taper (T).
        given_up: what a short runway gave up; None where nothing was.
        model: whose phases they are.
        mesocycles, weeks: its stretches in order, without gap or overlap; the weeks hold no sessions or runs yet.
    """

    counted_weeks: int
    taper_weeks: int
    given_up: GivenUp | None
    model: Model
    _split: Split
    _labels: tuple[_Label, ...]
    _border: dt.date
    _start: dt.date
    _event: dt.date
    _stub: int

    @property
    def split(self) -> str:
        """Weeks by phase, and the deloads, such as "2/5/3/3/3 d 7 10"."""
        return str(self._split)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phase of each week."""
        return tuple(phase for phase, _ in self._labels)

    @cached_property
    def lengths(self) -> Mapping[_Label, int]:
        """The weeks of each phase in each wave, without a start stub."""
        return Counter(self._labels[self._stub :])

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks; laid out when they are asked for, as a check does without them."""
        weeks_ahead = _dates.days_between(self._border, self._event) // 7
        return tuple(
            Week(
                week=index + 1,
                weeks_out=weeks_ahead - index,
                start=max(self._border + index * _WEEK, self._start),
                end=self._border + (index + 1) * _WEEK - _DAY,
                phase=phase,
                deload=index + 1 - self._stub in self._split.deloads,
            )
            for index, (phase, _) in enumerate(self._labels)
        )

    @cached_property
    def mesocycles(self) -> tuple[Mesocycle, ...]:
        """The weeks of one phase and wave joined; the taper ends on the event's day, the transition starts after."""
        starts: dict[_Label, dt.date] = {}
        for label, week in zip(self._labels, self.weeks, strict=True):
            starts.setdefault(label, week.start)
        starts[Phase.TRANSITION, self._labels[-1][1]] = self._event + _DAY
        ends = [start - _DAY for start in [*starts.values()][1:]] + [self.weeks[-1].end]
        return tuple(
            Mesocycle(phase=phase, start=start, end=end, wave=wave)
            for ((phase, wave), start), end in zip(starts.items(), ends, strict=True)
            if start <= end
        )


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
    return Timeline(
        counted_weeks=counted.counted_weeks,
        taper_weeks=shared.taper_weeks,
        given_up=given_up(counted.counted_weeks, adaptation=adaptation, taper=taper, model=model, now=shared),
        model=model,
        split=shared,
        labels=tuple(labels),
        border=border,
        start=brief.start,
        event=event.date,
        stub=stub,
    )
