"""How counted weeks are shared among the phases and which of them are deloads."""

from __future__ import annotations

import attrs

from periodize._evidence import _timeline as numbers
from periodize._model import Phase
from periodize._timeline._limits import Adaptation, TaperWeeks

_LETTERS = {"A": Phase.ADAPTATION, "S": Phase.STRENGTH, "P": Phase.POWER, "E": Phase.ENDURANCE}
_CORE = (Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE)


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
    """

    stretches: tuple[Stretch, ...]
    deloads: tuple[int, ...]

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases that have a week, each once, in order."""
        return tuple(dict.fromkeys(stretch.phase for stretch in self.stretches))

    @property
    def taper_weeks(self) -> int:
        """The counted weeks of the taper (T)."""
        return sum(stretch.weeks for stretch in self.stretches if stretch.phase is Phase.TAPER)

    def __str__(self) -> str:
        """Write it as adaptation/strength/power/endurance/taper, waves joined by "+", and the deloads after "d"."""
        weeks = {(stretch.phase, stretch.wave): stretch.weeks for stretch in self.stretches}
        last = max((stretch.wave for stretch in self.stretches), default=1)
        waves = []
        for wave in range(1, last + 1):
            first = (Phase.ADAPTATION,) if wave == 1 else ()
            end = (Phase.TAPER,) if wave == last else ()
            waves.append("/".join(str(weeks.get((phase, wave), 0)) for phase in (*first, *_CORE, *end)))
        return " ".join((" + ".join(waves), *("d" for _ in self.deloads[:1]), *map(str, self.deloads)))


def split(n: int, *, adaptation: Adaptation, taper: TaperWeeks | tuple[int, int], masters: bool) -> Split:
    """Share n counted weeks among the phases and say which of them are deloads.

    A trained athlete on return climbs the same ladder as others, with adaptation where strength stands: adaptation,
    strength, power, endurance from 12 weeks before the taper; without power from 9; below, endurance alone, light
    enough to be its own adaptation. The rung of adaptation and endurance is the novices'.

    >>> str(split(16, adaptation="novice", taper=(3, 2), masters=False))
    '2/5/3/3/3 d 7 10'
    """
    waves, taper_weeks = _share(n, adaptation, TaperWeeks(*taper))
    stretches = [Stretch(phase, weeks, wave) for wave, shares in enumerate(waves, 1) for phase, weeks in shares.items()]
    marks = "".join(_marks(stretch, last=stretch.wave == len(waves), masters=masters) for stretch in stretches)
    if len(marks) <= numbers.WEEKS_WITHOUT_DELOAD.value:
        marks = ""
    if taper_weeks:
        stretches.append(Stretch(Phase.TAPER, taper_weeks, max(len(waves), 1)))
    return Split(tuple(stretches), tuple(week for week, mark in enumerate(marks, 1) if mark == "d"))


def wanted(adaptation: Adaptation) -> tuple[Phase, ...]:
    """Return the phases before the taper that the athlete has where there are weeks for them, in order."""
    return _CORE if adaptation == "none" else (Phase.ADAPTATION, *_CORE)


def _share(n: int, adaptation: Adaptation, taper: TaperWeeks) -> tuple[list[dict[Phase, int]], int]:
    """Return the weeks of each phase, a mapping a wave, and the weeks of the taper."""
    whole = wanted(adaptation)
    least = numbers.LEAST_WEEKS.value
    most = {phase: numbers.MOST_WEEKS.value[phase] for phase in _LETTERS.values()}
    if adaptation == "returner":
        most[Phase.ADAPTATION] = numbers.RETURN_ADAPTATION_WEEKS.value
    before_taper = n - taper.default
    if before_taper > sum(most[phase] for phase in whole):
        return _share_waves(before_taper, whole, most, _growth(taper.default)), taper.default
    for phases in (whole, tuple(phase for phase in whole if phase is not Phase.POWER)):
        for weeks in range(taper.default, taper.minimum - 1, -1):
            if n - weeks >= sum(least[phase] for phase in phases):
                return [_grow(phases, n - weeks, most, _growth(weeks))], weeks
    if adaptation == "novice" and n >= numbers.NOVICE_ADAPTATION_FROM_WEEKS.value:
        growth = numbers.GROWTH_WITHOUT_STRENGTH.value * n
        return [_grow((Phase.ADAPTATION, Phase.ENDURANCE), before_taper, most, growth)], taper.default
    if n >= numbers.ENDURANCE_FROM_WEEKS.value:
        weeks = taper.default if before_taper >= least[Phase.ENDURANCE] else taper.minimum
        return [{Phase.ENDURANCE: n - weeks}], weeks
    return [], n


def _share_waves(weeks: int, whole: tuple[Phase, ...], most: dict[Phase, int], growth: str) -> list[dict[Phase, int]]:
    """Deal the weeks before the taper to waves as even as can be, longer ones last."""
    first = {}
    if Phase.ADAPTATION in whole:
        first[Phase.ADAPTATION] = min(numbers.WAVES_ADAPTATION_WEEKS.value, most[Phase.ADAPTATION])
    weeks -= sum(first.values())
    number = -(-weeks // numbers.WAVE_WEEKS.value)
    early = {**most, Phase.ENDURANCE: numbers.EARLY_WAVE_ENDURANCE_WEEKS.value}
    # The n-th wave of k has floor((weeks + n - 1) / k) weeks: even, and longer ones last.
    waves = [_grow(_CORE, (weeks + wave) // number, early, numbers.GROWTH.value) for wave in range(number - 1)]
    waves.append(_grow(_CORE, (weeks + number - 1) // number, most, growth))
    return [{**first, **waves[0]}, *waves[1:]]


def _growth(taper_weeks: int) -> str:
    growth = numbers.GROWTH.value
    return growth.replace("E", "", 1) + "E" if taper_weeks >= numbers.LONG_TAPER_WEEKS.value else growth


def _grow(phases: tuple[Phase, ...], weeks: int, most: dict[Phase, int], growth: str) -> dict[Phase, int]:
    """Hand out weeks one by one, from the least of each phase to the most."""
    shares = {phase: numbers.LEAST_WEEKS.value[phase] for phase in phases}
    left = weeks - sum(shares.values())
    for phase in (_LETTERS[letter] for letter in growth):
        if left and phase in shares and shares[phase] < most[phase]:
            shares[phase] += 1
            left -= 1
    return shares


def _marks(stretch: Stretch, *, last: bool, masters: bool) -> str:
    """Return a letter a week, L loading and d deload; `last` says that its wave ends in the taper."""
    if stretch.phase is Phase.ADAPTATION and stretch.weeks < numbers.ADAPTATION_DELOAD_FROM_WEEKS.value:
        return "L" * stretch.weeks
    if stretch.phase is Phase.ENDURANCE and last:
        table = numbers.MASTERS_DELOADS_BEFORE_TAPER if masters else numbers.DELOADS_BEFORE_TAPER
    else:
        table = numbers.MASTERS_DELOADS if masters else numbers.DELOADS
    return table.value[stretch.weeks]
