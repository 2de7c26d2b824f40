"""How counted weeks are shared among the phases and which of them are deloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize._evidence import _timeline as numbers
from periodize._model import ORIGIN, Model, Phase
from periodize._timeline._limits import Adaptation, TaperWeeks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@attrs.frozen
class Stretch:
    """Some counted weeks of one phase in one wave (from 1)."""

    phase: Phase
    weeks: int
    wave: int


@attrs.frozen
class Split:
    """How counted weeks are shared.

    Attributes:
        stretches: the phases in their order, the taper last.
        deloads: the weeks that are deloads, counted from the first counted week.
        order: the phases of its model.
    """

    stretches: tuple[Stretch, ...]
    deloads: tuple[int, ...]
    order: tuple[Phase, ...]

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases that have a week, each once, in order."""
        return tuple(dict.fromkeys(stretch.phase for stretch in self.stretches))

    @property
    def taper_weeks(self) -> int:
        """The counted weeks of the taper (T)."""
        return sum(stretch.weeks for stretch in self.stretches if stretch.phase is Phase.TAPER)

    def __str__(self) -> str:
        """Write the weeks of each phase of the model and the taper, waves joined by "+", and the deloads after "d".

        In the origin model that is adaptation/strength/power/endurance/taper.
        """
        weeks = {(stretch.phase, stretch.wave): stretch.weeks for stretch in self.stretches}
        last = max((stretch.wave for stretch in self.stretches), default=1)
        waves = []
        for wave in range(1, last + 1):
            phases = [phase for phase in self.order if wave == 1 or phase is not Phase.ADAPTATION]
            phases += [Phase.TAPER] * (wave == last)
            waves.append("/".join(str(weeks.get((phase, wave), 0)) for phase in phases))
        return " ".join((" + ".join(waves), *("d" for _ in self.deloads[:1]), *map(str, self.deloads)))


def split(
    n: int,
    *,
    adaptation: Adaptation,
    taper: TaperWeeks | tuple[int, int],
    masters: bool,
    model: Model = ORIGIN,
) -> Split:
    """Share n counted weeks among the phases of a model and say which of them are deloads.

    A trained athlete on return climbs the same ladder as others, with adaptation where strength stands: adaptation,
    strength, power, endurance from 12 weeks before the taper; without power from 9; below, endurance alone, light
    enough to be its own adaptation. The rung of adaptation and endurance is the novices'. Where another phase than
    endurance is the last that stays, adaptation goes before it, and stands alone where there is no room for both.

    >>> str(split(16, adaptation="novice", taper=(3, 2), masters=False))
    '2/5/3/3/3 d 7 10'
    """
    waves, taper_weeks = _Ladder(n, adaptation, TaperWeeks(*taper), model).share()
    stretches = [Stretch(phase, weeks, wave) for wave, shares in enumerate(waves, 1) for phase, weeks in shares.items()]
    ends = {len(stretches) - 1} if stretches else set()
    marks = "".join(_marks(stretch, ends=number in ends, masters=masters) for number, stretch in enumerate(stretches))
    if len(marks) <= numbers.WEEKS_WITHOUT_DELOAD.value:
        marks = ""
    if taper_weeks:
        stretches.append(Stretch(Phase.TAPER, taper_weeks, max(len(waves), 1)))
    return Split(tuple(stretches), tuple(week for week, mark in enumerate(marks, 1) if mark == "d"), model.order)


def wanted(adaptation: Adaptation, model: Model = ORIGIN) -> tuple[Phase, ...]:
    """Return the phases before the taper that the athlete has where there are weeks for them, in order."""
    return model.core if adaptation == "none" else model.order


class _Ladder:
    """Which phases some counted weeks hold, and how the weeks are dealt to them."""

    def __init__(self, n: int, adaptation: Adaptation, taper: TaperWeeks, model: Model) -> None:
        self.n = n
        self.adaptation = adaptation
        self.taper = taper
        self.model = model
        self.whole = wanted(adaptation, model)
        self.least = {phase: model.minimum(phase) for phase in model.order}
        self.most = {phase: model.maximum(phase) for phase in model.order}
        if adaptation == "returner" and Phase.ADAPTATION in self.most:
            self.most[Phase.ADAPTATION] = self.least[Phase.ADAPTATION] = min(
                self.most[Phase.ADAPTATION], max(self.least[Phase.ADAPTATION], numbers.RETURN_ADAPTATION_WEEKS.value)
            )

    def share(self) -> tuple[list[dict[Phase, int]], int]:
        """Return the weeks of each phase, a mapping a wave, and the weeks of the taper."""
        n, taper = self.n, self.taper
        before_taper = n - taper.default
        if before_taper > sum(self.most[phase] for phase in self.whole):
            return self._waves(before_taper), taper.default
        for phases in self._rungs():
            for weeks in range(taper.default, taper.minimum - 1, -1):
                if n - weeks >= sum(self.least[phase] for phase in phases):
                    return [self._grow(phases, n - weeks, self.most, self._growth(weeks))], weeks
        if n < numbers.ENDURANCE_FROM_WEEKS.value:
            return [], n
        return self._bottom()

    def _rungs(self) -> Iterator[tuple[Phase, ...]]:
        """Yield what is tried, the whole first; where endurance is what stays, its last rung is the bottom's."""
        for fallen in range(len(self.model.falls) + 1):
            phases = tuple(phase for phase in self.whole if phase not in self.model.falls[:fallen])
            if phases[-1:] != (Phase.ENDURANCE,) or fallen < len(self.model.falls) or not fallen:
                yield phases

    def _bottom(self) -> tuple[list[dict[Phase, int]], int]:
        """Share the fewest weeks: what stays, and what prepares for it."""
        n, taper = self.n, self.taper
        stays = self.model.stays
        before_taper = n - taper.default
        prepares = Phase.ADAPTATION in self.whole
        if stays is Phase.ENDURANCE:
            both = (Phase.ADAPTATION, stays)
            if (
                self.adaptation == "novice"
                and prepares
                and n >= numbers.NOVICE_ADAPTATION_FROM_WEEKS.value
                and before_taper >= sum(self.least[phase] for phase in both)
            ):
                growth = [Phase.ENDURANCE, Phase.ADAPTATION]
                return [self._grow(both, before_taper, self.most, growth)], taper.default
            prepares = False
        weeks = taper.default if before_taper >= numbers.LEAST_WEEKS_ALONE.value else taper.minimum
        left = n - weeks
        if not prepares:
            return [{stays: left}], weeks
        first = self.least[Phase.ADAPTATION]
        if left < first + numbers.LEAST_WEEKS_ALONE.value:
            return [{Phase.ADAPTATION: left}], weeks
        return [{Phase.ADAPTATION: first, stays: left - first}], weeks

    def _waves(self, weeks: int) -> list[dict[Phase, int]]:
        """Deal the weeks before the taper to waves as even as can be, longer ones last."""
        core = self.model.core
        first = {}
        if Phase.ADAPTATION in self.whole:
            most = self.most[Phase.ADAPTATION]
            first[Phase.ADAPTATION] = max(min(numbers.WAVES_ADAPTATION_WEEKS.value, most), self.least[Phase.ADAPTATION])
        weeks -= sum(first.values())
        number = -(-weeks // self.model.longest_wave)
        early = {**self.most, **{phase: self.model.early_maximum(phase) for phase in core}}
        # The n-th wave of k has floor((weeks + n - 1) / k) weeks: even, and longer ones last.
        waves = [self._grow(core, (weeks + wave) // number, early, self.model.growth) for wave in range(number - 1)]
        waves.append(self._grow(core, (weeks + number - 1) // number, self.most, self._growth(self.taper.default)))
        return [{**first, **waves[0]}, *waves[1:]]

    def _growth(self, taper_weeks: int) -> Sequence[Phase]:
        """Return who grows; beside a long taper, which keeps the last phase's format, that phase begins last."""
        growth, last = list(self.model.growth), self.model.core[-1]
        if taper_weeks >= numbers.LONG_TAPER_WEEKS.value and last in growth:
            growth.remove(last)
            growth.append(last)
        return growth

    def _grow(
        self, phases: tuple[Phase, ...], weeks: int, most: dict[Phase, int], growth: Sequence[Phase]
    ) -> dict[Phase, int]:
        """Hand out weeks one by one, from the least of each phase to the most; what nobody can use is the last's."""
        shares = {phase: self.least[phase] for phase in phases}
        left = weeks - sum(shares.values())
        while left and any(shares[phase] < most[phase] for phase in phases):
            for phase in growth:
                if left and phase in shares and shares[phase] < most[phase]:
                    shares[phase] += 1
                    left -= 1
        shares[phases[-1]] += left
        return shares


def _marks(stretch: Stretch, *, ends: bool, masters: bool) -> str:
    """Return a letter a week, L loading and d deload; `ends` says that the taper follows."""
    if stretch.phase is Phase.MAINTENANCE:
        return "L" * stretch.weeks  # one session a week: nothing to shed
    if stretch.phase is Phase.ADAPTATION and stretch.weeks < numbers.ADAPTATION_DELOAD_FROM_WEEKS.value:
        return "L" * stretch.weeks
    if ends:
        table = numbers.MASTERS_DELOADS_BEFORE_TAPER if masters else numbers.DELOADS_BEFORE_TAPER
    else:
        table = numbers.MASTERS_DELOADS if masters else numbers.DELOADS
    return table.value.get(stretch.weeks) or _even_blocks(stretch.weeks, ends=ends, masters=masters)


def _even_blocks(weeks: int, *, ends: bool, masters: bool) -> str:
    """Go on where the tables end: blocks as even as can be; the taper is the last deload of those before it."""
    if weeks <= 2:
        return "L" * (weeks - 1) + "d"
    weeks += ends
    number = max(weeks // 3, -(-weeks // 4)) if masters else (weeks + 2) // 4
    sizes = [weeks // number + (block < weeks % number) for block in range(number)]
    marks = "".join("L" * (size - 1) + "d" for size in (reversed(sizes) if ends else sizes))
    return marks[:-1] if ends else marks
