"""What each week owes: which sessions, of which form and focus, how much work, and on which days they may stand."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from periodize._evidence import _session as numbers
from periodize._model import Emphasis, Equipment, Focus, Form, Level, Phase, Role
from periodize._weights import Rack


class Volume(StrEnum):
    """How much work a session holds, as the season's shape says it."""

    LOADING = "loading"
    """An ordinary week of its phase."""
    DELOAD = "deload"
    """A lighter week inside a mesocycle: sets 4 to 2, 3 to 2, 2 to 1."""
    HALF = "half"
    """Taper: half the sets of the last loading weeks."""
    KEEP = "keep"
    """Maintenance: one session a week, two sets, the load kept."""
    KEPT = "kept"
    """Taper after maintenance: the same lines, one set each."""
    PRIMER = "primer"
    """Taper after maintenance, nearest the race: fewer lines, one set each."""
    THIRD = "third"
    """Taper, second week before a long race: 10 to 12 sets."""
    LIGHT = "light"
    """Taper, six or five days before the race: one set each, legs included."""
    TRUNK = "trunk"
    """Race week: trunk and mobility, 4 to 6 sets, no legs, 10 to 15 minutes."""
    UNLOADED = "unloaded"
    """A novice with one or two weeks in all: trunk, hip and calf work without load."""
    RESTORE = "restore"
    """After the race: light and easy, 1-2 sets of 12-15, no jumps."""
    MOBILITY = "mobility"
    """The first days after the race: mobility and trunk, no legs, 15 minutes."""


@attrs.frozen
class Slot:
    """A session that a week owes, before it has a day.

    Attributes:
        form, focus: of the session.
        volume: how much work it holds.
        first, last: the days on which it may stand, both included.
        minutes: how long it is planned to last.
        counted: whether leaving it out counts as a session short of the dose.
        heavy_until: the last day on which it keeps the load of the strength phase, though its week does not build;
            None where it does not.
    """

    form: Form
    focus: Focus
    volume: Volume
    first: dt.date
    last: dt.date
    minutes: int
    counted: bool = True
    heavy_until: dt.date | None = None


@attrs.frozen
class Need:
    """All that decides what a session holds: exercises, sets, reps, load, rest. Equal needs give equal sessions.

    Attributes:
        phase: the session's phase; `base` is the phase whose lines a taper or transition goes on with (the last
            building phase before it, or None where there was none).
        volume, form, focus, minutes: as of its slot; the session must fit into its minutes.
        letter: "A" or "B"; the days alternate and together cover every movement.
        block: counts the mesocycles from 0, so that main lifts may change between them and never inside one; a taper
            or transition carries the block of its base phase.
        week_in_phase: counted from 1 within the mesocycle.
        loading_weeks_before: loading weeks of this mesocycle that came before this week.
        phase_weeks: the mesocycle's weeks.
        reentry: whether it is the first strength week of a later wave, or the first week of a phase.
        strength_block: the block of the last strength phase before it; None where there was none.
        heavy: whether the load of the strength phase is kept in maintenance or taper.
        retains: whether it holds the week's heavy line that keeps strength in a later phase.
        counted_weeks: the season's weeks, stubs left out (N of the short-runway table).
        level, age, equipment, avoid, jumping, emphasis: as of the athlete.
        one_rm: one-repetition maxima in kg by exercise, as far as they are to be trusted.
        rack: which weights there are.
        after_run: whether it follows a run at once, so that it needs no warm-up.
        bare: whether it is done with the floor alone, wherever the run ended.
        sessions: how many sessions the dose has a week; of three full ones each holds two thirds of the sets.
        longest_run_week: whether it is one of the two longest running weeks of an endurance phase.
    """

    phase: Phase
    base: Phase | None
    volume: Volume
    form: Form
    focus: Focus
    minutes: int
    letter: str
    block: int
    week_in_phase: int
    loading_weeks_before: int
    phase_weeks: int
    reentry: bool
    counted_weeks: int
    level: Level
    age: int | None
    equipment: tuple[Equipment, ...]
    avoid: tuple[str, ...]
    jumping: bool
    emphasis: Emphasis = Emphasis.PERFORMANCE
    one_rm: tuple[tuple[str, float], ...] = ()
    rack: Rack = attrs.field(factory=Rack)
    after_run: bool = False
    bare: bool = False
    sessions: int = 2
    longest_run_week: bool = False
    strength_block: int | None = None
    heavy: bool = False
    retains: bool = False

    @property
    def youth(self) -> bool:
        """Whether the athlete is under age."""
        return self.age is not None and self.age < numbers.YOUTH_AGE.value

    @property
    def lines_of(self) -> Phase:
        """The phase whose lines it holds; without one, a taper goes on as after an endurance phase.

        Maintenance goes on with the lines of strength, and so does the taper after it or after power: it has no jumps.
        """
        if self.phase.builds:
            return self.phase
        base = self.phase if self.phase is Phase.MAINTENANCE else self.base or Phase.ENDURANCE
        known = base is Phase.POWER and self.strength_block is not None
        return Phase.STRENGTH if known or base is Phase.MAINTENANCE else base


@attrs.frozen(cache_hash=True)
class Choice:
    """An exercise chosen for a line of a session, before it has sets and reps.

    Attributes:
        exercise: its slug.
        slot: the line of the session card that it fills; a substitute keeps the word of the line.
        place: the line's number on the card, from 1; 0 in the warm-up.
        role: what the line is for.
        pair: lines with the same label are done in turn.
        spare: how soon the line goes where the time is short: the highest first, 0 last.
        extra: whether it is the other day's push or pull.
    """

    exercise: str
    slot: str
    place: int
    role: Role = Role.ACCESSORY
    pair: str | None = None
    spare: int = 0
    extra: bool = False
