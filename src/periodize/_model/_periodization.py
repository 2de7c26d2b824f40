"""Models of periodization: which phases a season has, in which order, how long each, and what a short one gives up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from periodize._evidence import _timeline as numbers
from periodize._model._readers import as_phase
from periodize._model._words import Phase
from periodize._units import Shape, as_tuple
from periodize.exceptions import ConfigError, DecodeError, Problem, maybe

_LONGEST = 52
_SHORTEST = 2


def _as_phases(value: Iterable[Phase | str]) -> tuple[Phase, ...]:
    items: Any = as_tuple(value)
    return tuple(map(as_phase, items)) if isinstance(items, tuple) else items


def _as_plans(items: Iterable[PhasePlan]) -> tuple[PhasePlan, ...]:
    return as_tuple(items)


@attrs.frozen
class PhasePlan:
    """How long a phase of a model lasts.

    Attributes:
        phase: adaptation, strength, power, endurance or maintenance.
        minimum, maximum: weeks, 2 to 52; maintenance may have one.
        early_maximum: the most in a wave that does not end at the event; the maximum if left out.
    """

    phase: Phase = attrs.field(converter=as_phase)
    minimum: int
    maximum: int
    early_maximum: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.member("phase", self.phase, Phase) and self.phase in (Phase.TAPER, Phase.TRANSITION):
            shape.add("phase", "must not be taper or transition: they follow from the event", self.phase.value)
        least = 1 if self.phase is Phase.MAINTENANCE else _SHORTEST
        if shape.whole("minimum", self.minimum, least, _LONGEST):
            shape.whole("maximum", self.maximum, self.minimum, _LONGEST)
            if self.early_maximum is not None:
                shape.whole("early_maximum", self.early_maximum, self.minimum, _LONGEST)
        shape.done()

    @property
    def most_early(self) -> int:
        """The most weeks in a wave that does not end at the event."""
        return self.maximum if self.early_maximum is None else self.early_maximum


@attrs.frozen
class Model:
    """A model of periodization, as a value: an app can write its own and give it to an `Engine`.

    The taper and the transition are no part of it: they follow from the event. Adaptation, where a model has it, comes
    first, once a season, and is for novices and for those who return.

    Attributes:
        name: what a brief calls it.
        phases: in their order towards the event, each once.
        growth: who gets the next week above the least ones, again and again; phases at their most are passed over. The
            phases in order if left out.
        falls: what a short runway leaves out, the first to fall first; all phases but one, adaptation aside. The last
            phase first if left out, as it stands on those before it.
        wave_weeks: the most of one wave, 1 to 160; with more weeks than all phases can use the model runs again.
        keeps_heavy: whether heavy work goes on to the taper: in maintenance with the load kept, elsewhere as a weekly
            heavy line.

    >>> block = Model("block", phases=[PhasePlan("endurance", 2, 6), PhasePlan("strength", 2, 4)])
    >>> block.order, block.falls
    ((<Phase.ENDURANCE: 'endurance'>, <Phase.STRENGTH: 'strength'>), (<Phase.STRENGTH: 'strength'>,))
    """

    name: str
    phases: tuple[PhasePlan, ...] = attrs.field(converter=_as_plans)
    growth: tuple[Phase, ...] = attrs.field(default=(), converter=_as_phases, kw_only=True)
    falls: tuple[Phase, ...] = attrs.field(default=(), converter=_as_phases, kw_only=True)
    wave_weeks: int = attrs.field(default=numbers.WAVE_WEEKS.value, kw_only=True)
    keeps_heavy: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("name", self.name)
        shape.flag("keeps_heavy", self.keeps_heavy)
        weeks_fit = shape.whole("wave_weeks", self.wave_weeks, 1, 160)
        words_fit = shape.members("growth", self.growth, Phase) & shape.members("falls", self.falls, Phase)
        if shape.items("phases", self.phases, PhasePlan) and self._check_order(shape) and words_fit:
            if not self.growth:
                object.__setattr__(self, "growth", self.order)
            if not self.falls:
                object.__setattr__(self, "falls", self.core[:0:-1])
            self._check_growth(shape)
            if sorted(self.falls) != sorted(set(self.falls) & set(self.core)) or len(self.falls) + 1 != len(self.core):
                shape.add("falls", "must name each phase once, but one and adaptation", list(self.falls))
            if weeks_fit:
                self._check_waves(shape)
        shape.done()

    def _check_order(self, shape: Shape) -> bool:
        before = len(shape.problems)
        if len(set(self.order)) != len(self.order):
            shape.add("phases", "must hold each phase once", list(self.order))
        if Phase.ADAPTATION in self.order[1:]:
            shape.add("phases", "must begin with adaptation, if they hold it", list(self.order))
        if not self.core:
            shape.add("phases", "must hold a phase besides adaptation")
        return len(shape.problems) == before

    def _check_growth(self, shape: Shape) -> None:
        able = {item.phase for item in self.phases if item.maximum > item.minimum}
        if not able <= set(self.growth) <= set(self.order):
            shape.add("growth", "must name the phases that can grow, and no other", list(self.growth))

    def _check_waves(self, shape: Shape) -> None:
        """Whatever does not fit in one wave must fit in two."""
        least = sum(self.minimum(phase) for phase in self.core)
        most = self.longest_wave
        if most + 1 < 2 * least:
            message = f"must leave room to share: a wave takes {least} weeks at least, so it must hold {2 * least - 1}"
            shape.add("wave_weeks" if most == self.wave_weeks else "phases", message, most)

    @property
    def order(self) -> tuple[Phase, ...]:
        """The phases in their order."""
        return tuple(item.phase for item in self.phases)

    @property
    def core(self) -> tuple[Phase, ...]:
        """The phases of every wave: all but adaptation."""
        return tuple(phase for phase in self.order if phase is not Phase.ADAPTATION)

    @property
    def stays(self) -> Phase:
        """The phase that the shortest runway keeps."""
        return next(phase for phase in self.core if phase not in self.falls)

    @property
    def longest_wave(self) -> int:
        """The most weeks of a wave that does not end at the event."""
        early = sum(item.most_early for item in self.phases if item.phase is not Phase.ADAPTATION)
        return min(self.wave_weeks, early)

    def minimum(self, phase: Phase) -> int:
        """Return the fewest weeks that a phase of this model should last."""
        return self._plan_of(phase).minimum

    def maximum(self, phase: Phase) -> int:
        """Return the most weeks that a phase of this model should last."""
        return self._plan_of(phase).maximum

    def early_maximum(self, phase: Phase) -> int:
        """Return the most weeks of a phase in a wave that does not end at the event."""
        return self._plan_of(phase).most_early

    def _plan_of(self, phase: Phase) -> PhasePlan:
        return next(item for item in self.phases if item.phase is phase)

    def rank(self, phase: Phase) -> float:
        """Return where a phase stands in the order; one that the model lacks comes between its last and the taper."""
        if phase in self.order:
            return self.order.index(phase)
        after = {Phase.TAPER: len(self.order), Phase.TRANSITION: len(self.order) + 1}
        return after.get(phase, len(self.order) - 0.5)


_LETTERS = {"A": Phase.ADAPTATION, "S": Phase.STRENGTH, "P": Phase.POWER, "E": Phase.ENDURANCE, "M": Phase.MAINTENANCE}


def _shipped(name: str, phases: Iterable[Phase], least: Any, most: Any, growth: str, early: Any, **more: Any) -> Model:
    plans = [PhasePlan(phase, least[phase], most[phase], early_maximum=early.get(phase)) for phase in phases]
    return Model(name, plans, growth=[_LETTERS[letter] for letter in growth], **more)


ORIGIN = _shipped(
    "origin",
    (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE),
    numbers.LEAST_WEEKS.value,
    numbers.MOST_WEEKS.value,
    numbers.GROWTH.value,
    {Phase.ENDURANCE: numbers.EARLY_WAVE_ENDURANCE_WEEKS.value},
    falls=(Phase.POWER, Phase.STRENGTH),
)
"""The origin article's: strength, power, endurance."""
EVIDENCE = _shipped(
    "evidence",
    (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.MAINTENANCE),
    numbers.EVIDENCE_LEAST_WEEKS.value,
    numbers.EVIDENCE_MOST_WEEKS.value,
    numbers.EVIDENCE_GROWTH.value,
    {Phase.MAINTENANCE: numbers.EARLY_WAVE_MAINTENANCE_WEEKS.value},
    keeps_heavy=True,
)
"""What trials favour: heavy and explosive work, kept to the taper."""
SHIPPED = (ORIGIN, EVIDENCE)


def as_models(models: object) -> tuple[Model, ...]:
    """Return the shipped models and an app's own.

    Raises:
        ConfigError: one of them is none, or two share a name.
    """
    own = models if isinstance(models, tuple) else (models,)
    names = [model.name for model in SHIPPED]
    for model in own:
        if not isinstance(model, Model):
            message = f"models must be Models, not {model!r:.60}"
            raise ConfigError(message)
        if model.name in names:
            message = f"two models are called {model.name!r}"
            raise ConfigError(message)
        names.append(model.name)
    return (*SHIPPED, *own)


def model_named(name: str, models: Sequence[Model] = SHIPPED, pointer: str = "/model") -> Model:
    """Return the model with a name.

    Raises:
        DecodeError: there is none.
    """
    for model in models:
        if model.name == name:
            return model
    known = [model.name for model in models]
    raise DecodeError([Problem(pointer, f"must be one of {', '.join(known)}", name, maybe(name, known))])
