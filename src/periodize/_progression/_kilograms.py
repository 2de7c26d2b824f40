"""How heavy a line is in kilograms, where the 1RM of its exercise is known; else reps in reserve say it.

Repetitions and reserve fix the share of the 1RM. A big lift of the strength phase gets one weight, which rises as its
repetitions fall. A line with a range of repetitions gets the range of weights that double progression moves in. The
endurance phase keeps one weight, as repetitions and pauses change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize._dose import Volume
from periodize._evidence import _load as numbers
from periodize._evidence import _season as season
from periodize._evidence import _session as session
from periodize._model import LoadKind, Phase, RepRange, Role
from periodize._weights import percent_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._dose import Need
    from periodize._model import Prescription
    from periodize._progression._draft import Draft

_AT_WORK = (Volume.LOADING, Volume.DELOAD)


def weigh(lines: Sequence[Draft], need: Need, phase: Phase) -> None:
    """Give each line whose 1RM is known its weight in kg, of those that there are."""
    known = dict(need.one_rm)
    for line in lines:
        if line.exercise.slug not in known or line.rir is None or line.reps is None:
            continue
        tool = line.exercise.weight_among(need.equipment)
        if tool is None:
            continue
        low, high = _percent(line, need, phase)
        one_rm = known[line.exercise.slug]
        most = need.rack.at_most(tool, one_rm * high / 100)
        if most is None:  # even the lightest weight is too heavy
            continue
        least = need.rack.at_most(tool, one_rm * low / 100)
        line.kg = (most if least is None else least, most)


def _percent(line: Draft, need: Need, phase: Phase) -> tuple[float, float]:
    """Return the share of the 1RM, from and to, in %."""
    assert line.rir is not None
    assert line.reps is not None
    if line.role is Role.POWER:
        return numbers.FAST_PERCENT.value
    circuit = percent_at(numbers.CIRCUIT_EFFORT.value)
    if line.role is Role.RETENTION or need.heavy:
        return percent_at(line.reps.max + line.rir[1]), percent_at(line.reps.min + line.rir[0])
    if phase is Phase.ENDURANCE:
        return circuit, circuit
    low = high = percent_at(line.reps.max + line.rir[1])
    if need.volume is Volume.RESTORE:
        low = high = min(low, circuit)
    elif phase is Phase.STRENGTH and need.volume in _AT_WORK and line.reps.min < line.reps.max:
        high = percent_at(line.reps.min + line.rir[0])
    return low, high


def lighten(line: Draft, need: Need) -> None:
    """Take up to a tenth off a line's weight for a deload, and keep a leg line below what is heavy."""
    tool = line.exercise.weight_among(need.equipment)
    if line.kg is None or tool is None or line.role is Role.POWER:
        return
    limit = dict(need.one_rm)[line.exercise.slug] * numbers.HEAVY_PERCENT.value / 100
    low, high = (_lighter(kg, tool, need, limit) for kg in line.kg)
    line.kg = (low, high)


def _lighter(kg: float, tool: str, need: Need, limit: float) -> float:
    weight = need.rack.at_least(tool, kg * numbers.DELOAD_SHARE.value)
    weight = kg if weight is None else min(weight, kg)
    if weight < limit:
        return weight
    below = need.rack.at_most(tool, limit - 0.01)
    return weight if below is None else below


def is_weighed(line: Prescription) -> bool:
    """Whether a line says its weight in kilograms."""
    return line.load is not None and line.load.kind is LoadKind.KG


def keep(line: Prescription, known: Prescription | None, need: Need) -> Prescription:
    """Hold a line of the taper to the weight that is known: never more, and as much with fewer repetitions."""
    if known is None or not is_weighed(line) or line.reps is None or known.reps is None:
        return line
    assert line.load is not None
    assert known.load is not None
    most = min(line.load.max, known.load.max)
    if most < known.load.min * season.TAPER_LEAST_LOAD.value and line.reps.min <= known.reps.max:
        fewest = session.YOUTH.value.reps[0] if need.youth and line.role is not Role.POWER else 1
        reps = max(min(line.reps.min, known.reps.min - session.DELOAD_RIR.value), fewest)
        return attrs.evolve(line, load=attrs.evolve(known.load, max=known.load.min), reps=RepRange(reps, reps))
    return attrs.evolve(line, load=attrs.evolve(line.load, min=min(line.load.min, most), max=most))
