"""What each line is given in a week with time enough: sets, reps, reps in reserve, holds and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize._catalogue import CardSlot, Exercise, Kind
from periodize._dose import Choice, Need, Volume
from periodize._evidence import _session as numbers
from periodize._model import Emphasis, Focus, Form, Level, Phase, Role
from periodize._progression._draft import Draft, Reps
from periodize._progression._kilograms import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from periodize._catalogue import Catalogue

_ARMS = frozenset({CardSlot.CALF, CardSlot.CALF_BENT, CardSlot.PULL, CardSlot.PUSH})
_SLOWLY = frozenset({CardSlot.CALF, CardSlot.CALF_BENT, CardSlot.CURL})
_HIPS = frozenset({CardSlot.SIDE, CardSlot.HIP})
_SECOND = 2
_PAIRED = (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER)
_AROUND_THE_RACE = (Phase.TAPER, Phase.TRANSITION)
_AT_WORK = (Volume.LOADING, Volume.DELOAD)


@attrs.frozen
class Week:
    """Where in its phase a session stands.

    Attributes:
        need: what it is made from.
        phase: whose lines it holds.
        loaded: loading weeks behind it; a deload repeats the last one.
        deloads: deloads behind it.
        first: whether it is lighter as the first of its phase, or on re-entry.
        short: whether a novice has so few weeks that all stays light.
    """

    need: Need
    phase: Phase
    loaded: int
    deloads: int
    first: bool
    short: bool

    @classmethod
    def of(cls, need: Need) -> Week:
        """Return where a need stands."""
        deload = need.volume is Volume.DELOAD
        return cls(
            need=need,
            phase=need.lines_of,
            loaded=max(need.loading_weeks_before - deload, 0),
            deloads=max(need.week_in_phase - 1 - need.loading_weeks_before, 0),
            first=need.reentry,
            short=need.level is Level.NOVICE and need.counted_weeks <= numbers.SHORT_RUNWAY_WEEKS.value[1],
        )

    @property
    def mini(self) -> bool:
        """Whether the session is short."""
        return self.need.form is Form.MINI

    @property
    def older(self) -> bool:
        """Whether the athlete is 65 or over."""
        return self.need.age is not None and self.need.age >= numbers.OLDER_AGE.value


def drafts(choices: Iterable[Choice], need: Need, catalogue: Catalogue) -> list[Draft]:
    """Return the lines of a session with the numbers of their week; a deload's are those of the week before it."""
    week = Week.of(need)
    if need.heavy:
        make = _kept
    elif need.volume not in _AT_WORK:
        make = _light
    elif week.phase is Phase.ADAPTATION:
        make = _adaptation
    elif week.phase is Phase.ENDURANCE:
        make = _short_runway if week.short else _endurance
    else:
        make = _power if week.phase is Phase.POWER else _strength
    chosen = [choice for choice in choices if choice.place]
    makes = [_retention if choice.role is Role.RETENTION else make for choice in chosen]
    lines = [
        _for_age(make(choice, catalogue[choice.exercise], week), week)
        for make, choice in zip(makes, chosen, strict=True)
    ]
    weigh(lines, need, week.phase)
    return lines


# --- building phases --------------------------------------------------------------------------------------------------


def _adaptation(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    scheme = numbers.ADAPTATION.value
    opening = week.need.week_in_phase == 1 and choice.place > numbers.ADAPTATION_WHOLE_LINES.value
    return _draft(choice, exercise, week, scheme, sets=1 if opening else scheme.sets, reps=Reps(*scheme.reps))


def _strength(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    schemes = numbers.STRENGTH.value[week.need.level]
    big = choice.role is Role.MAIN
    name = ("first" if choice.place == 1 else "second") if big else "arms" if choice.slot in _ARMS else "others"
    scheme = schemes[name]
    low, high = scheme.reps
    if big and exercise.kind is Kind.SINGLE_JOINT:
        low, high = schemes["arms"].reps
    if not exercise.weighted and (big or exercise.high_reps):
        floor, high = numbers.STRENGTH_BODYWEIGHT_REPS.value
        low = max(low, floor)
    elif big:
        if week.older:
            low, high = max(low, numbers.OLDER_STRENGTH.value.reps[0]), min(high, numbers.OLDER_STRENGTH.value.reps[1])
        down = week.loaded - week.deloads * numbers.STEP_BACK_REPS.value
        low = high = max(low, high - max(down, 0))
    return _draft(choice, exercise, week, scheme, sets=_sets(choice, week, scheme), reps=Reps(low, high))


def _power(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    jumps = numbers.JUMPS.value[week.need.level]
    if choice.role is Role.POWER and choice.slot in jumps:
        scheme = jumps[choice.slot]
        low, high = scheme.reps
        reps = min(high, low + week.loaded // numbers.JUMP_STEP_WEEKS.value)
        if not exercise.contacts:
            reps = numbers.NO_JUMP_REPS.value
        draft = _draft(choice, exercise, week, scheme, sets=_sets(choice, week, scheme), reps=Reps(reps, reps))
        draft.rir = None
        return draft
    name = "others"
    if choice.role is Role.POWER:
        name = "fast_push" if choice.slot == CardSlot.FAST_PUSH else "fast"
    scheme = numbers.POWER.value[name]
    if choice.role is Role.POWER and exercise.weighted:
        scheme = attrs.evolve(scheme, rest_seconds=numbers.POWER.value["fast"].rest_seconds)
    return _draft(choice, exercise, week, scheme, sets=_sets(choice, week, scheme), reps=Reps(*scheme.reps))


def _endurance(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    steps, need = numbers.ENDURANCE.value, week.need
    circuit = steps[min(week.loaded, len(steps) - 1)]
    week_of = need.week_in_phase - (need.volume is Volume.DELOAD)
    ending = week_of > need.phase_weeks - numbers.ENDURANCE_LAST_WEEKS.value
    while circuit.rounds > numbers.ENDURANCE_ROUNDS_BEFORE_END.value and (need.longest_run_week or ending):
        circuit = steps[steps.index(circuit) - 1]
    rounds = numbers.CORE_SETS.value if need.focus is Focus.CORE else circuit.rounds
    reps = circuit.one_sided_reps if exercise.one_sided else circuit.reps
    scheme = numbers.Scheme(rounds, (reps, reps), numbers.ENDURANCE_RIR.value, circuit.rest_seconds)
    return _draft(choice, exercise, week, scheme, sets=rounds, reps=Reps(reps, reps))


def _short_runway(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    """One or two times 15 without load: the first week has the second set for the big lines only."""
    opening = week.need.week_in_phase == 1 and choice.place > numbers.ADAPTATION_WHOLE_LINES.value
    rir = numbers.SHORT_RUNWAY_RIR.value
    scheme = numbers.Scheme(2, numbers.SHORT_RUNWAY_REPS.value, (rir, rir), numbers.ENDURANCE.value[0].rest_seconds)
    sets = 1 if opening else scheme.sets
    return _draft(choice, exercise, attrs.evolve(week, first=False), scheme, sets=sets, reps=Reps(*scheme.reps))


# --- taper and transition ---------------------------------------------------------------------------------------------


def _light(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    """What is known goes on: fewer sets, the load not raised."""
    need = week.need
    more, fewer = numbers.TAPER_SETS.value[need.volume][need.form]
    leading = choice.pair == "A" if week.mini and choice.pair else choice.place in numbers.TAPER_PLACES.value
    reps = numbers.TAPER_REPS.value.get(week.phase, numbers.TAPER_REPS.value["strength"])
    if need.volume is Volume.RESTORE:
        reps = numbers.RESTORE_REPS.value
    elif week.short:
        reps = numbers.SHORT_RUNWAY_REPS.value
    rir = numbers.LIGHT_RIR.value
    scheme = numbers.Scheme(more if leading else fewer, reps, (rir, rir), numbers.LIGHT_REST_SECONDS.value)
    return _draft(choice, exercise, week, scheme, sets=scheme.sets, reps=Reps(*reps))


# --- keeping strength -------------------------------------------------------------------------------------------------


def _kept(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    """The strength phase's lines with its load, few sets."""
    scheme = numbers.KEEP.value[week.need.level]
    low, high = scheme.reps
    if choice.role is not Role.MAIN:
        scheme = numbers.STRENGTH.value[week.need.level]["arms" if choice.slot in _ARMS else "others"]
        low, high = scheme.reps
    elif not exercise.weighted:
        low, high = numbers.STRENGTH_BODYWEIGHT_REPS.value
    sets, _ = numbers.TAPER_SETS.value[week.need.volume][week.need.form]
    return _draft(choice, exercise, week, scheme, sets=sets, reps=Reps(low, high))


def _retention(choice: Choice, exercise: Exercise, week: Week) -> Draft:
    """The week's one heavy line; one set where the week is a taper's."""
    scheme = numbers.RETENTION.value[week.need.level]
    sets = scheme.sets if week.need.volume in _AT_WORK else 1
    return _draft(choice, exercise, week, scheme, sets=sets, reps=Reps(*scheme.reps))


# --- what all share ---------------------------------------------------------------------------------------------------


def _sets(choice: Choice, week: Week, scheme: numbers.Scheme) -> int:
    sets = scheme.sets
    if week.need.focus is Focus.CORE:
        sets = numbers.CORE_SETS.value
    elif week.mini:
        sets = numbers.MINI_SETS.value[0 if choice.pair == "A" else 1]
    elif week.need.emphasis is Emphasis.INJURY_PREVENTION:
        sets = _sets_against_injury(choice, sets)
    return max(sets - numbers.FIRST_WEEK_SETS.value, 1) if week.first else sets


def _sets_against_injury(choice: Choice, sets: int) -> int:
    """Shift a set from the second big lift to the side-to-side and hip lines."""
    shift = numbers.PREVENTION_SETS.value
    if choice.slot in _HIPS:
        return sets + shift
    return sets - shift if choice.role is Role.MAIN and choice.place == _SECOND and sets > shift + 1 else sets


def _draft(choice: Choice, exercise: Exercise, week: Week, scheme: numbers.Scheme, *, sets: int, reps: Reps) -> Draft:
    at_work = week.need.volume in _AT_WORK
    kept = choice.role is Role.RETENTION or week.need.heavy
    phase = week.need.phase if week.need.phase in _AROUND_THE_RACE and not kept else week.phase
    more = numbers.FIRST_WEEK_RIR.value if week.first and phase is not Phase.ADAPTATION and not kept else 0
    rest, floor = alone = _alone(choice, exercise, phase, scheme)
    floors = numbers.SHORTEST_REST_SECONDS.value
    if choice.pair is not None and phase in _PAIRED:
        rest, floor = numbers.PAIR_REST_SECONDS.value[phase][week.need.level], floors["paired"]
        if choice.role is Role.POWER and exercise.weighted:
            rest = floor = max(rest, floors["fast"])
    elif choice.pair is not None:
        rest, floor = scheme.rest_seconds, floors["circuit"]
    hold = None
    if exercise.timed:
        low, high, step = numbers.HOLD_SECONDS.value[phase]
        hold = min(low + step * (week.loaded if at_work else 0), high)
    return Draft(
        choice=choice,
        exercise=exercise,
        sets=sets,
        reps=None if exercise.timed else reps,
        hold_seconds=hold,
        rir=None if exercise.timed else (scheme.rir[0] + more, scheme.rir[1] + more),
        rest_seconds=rest,
        pair=choice.pair,
        floor_seconds=min(floor, rest),
        alone=alone,
        tempo=_tempo(choice, exercise, week, phase, kept=kept),
    )


def _alone(choice: Choice, exercise: Exercise, phase: Phase, scheme: numbers.Scheme) -> tuple[int, int]:
    """Return the pause and the shortest pause of a line that is in no pair."""
    floors = numbers.SHORTEST_REST_SECONDS.value
    floor = floors["others"]
    big = choice.role is Role.RETENTION or (phase is Phase.STRENGTH and choice.role is Role.MAIN)
    if big or (choice.role is Role.POWER and exercise.weighted):
        floor = floors["big"]
    elif choice.role is Role.POWER:
        floor = floors["fast"]
    rest = numbers.HOLD_REST_SECONDS.value if exercise.timed else scheme.rest_seconds
    return rest, min(floor, rest)


def _tempo(choice: Choice, exercise: Exercise, week: Week, phase: Phase, *, kept: bool) -> str | None:
    """Return how a repetition is done; nothing for holds, which have no repetitions, and jumps, which have no tempo."""
    if exercise.timed or exercise.contacts:
        return None
    if choice.role is Role.POWER:
        return numbers.FAST_TEMPO.value
    usual = numbers.TEMPO.value
    strong = kept or phase is Phase.STRENGTH
    if choice.role in (Role.MAIN, Role.RETENTION) and strong and not exercise.weighted:
        steps = numbers.BODYWEIGHT_TEMPO.value
        return steps[0 if kept else min(week.loaded, len(steps) - 1)]
    if choice.slot in _SLOWLY and (strong or phase is Phase.POWER):
        return usual["slow"]
    if choice.role in (Role.MAIN, Role.RETENTION) and strong:
        return usual["big"]
    if choice.slot == CardSlot.SPINE and strong and not exercise.equipment:
        return usual["held"]
    return usual["learning" if choice.role is Role.MAIN and phase is Phase.ADAPTATION else "ordinary"]


def _for_age(draft: Draft, week: Week) -> Draft:
    """Hold a line within what is right under 18, and from 65 on in the strength phase."""
    if week.need.youth:
        limits = numbers.YOUTH.value
        draft.sets = min(draft.sets, limits.sets)
        if draft.reps is not None and draft.role is not Role.POWER:
            low, high = limits.reps
            draft.reps = Reps(min(max(draft.reps.min, low), high), min(max(draft.reps.max, low), high))
        if draft.rir is not None:
            draft.rir = (max(draft.rir[0], limits.rir[0]), max(draft.rir[1], limits.rir[1]))
    elif week.older and week.phase is Phase.STRENGTH and week.need.volume in _AT_WORK:
        limits = numbers.OLDER_STRENGTH.value
        draft.sets = min(draft.sets, limits.sets)
        if draft.rir is not None and draft.role is Role.MAIN:
            more = numbers.FIRST_WEEK_RIR.value if week.first else 0
            draft.rir = (limits.rir[0] + more, limits.rir[1] + more)
    return draft
