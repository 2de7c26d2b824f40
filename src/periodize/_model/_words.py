"""The words that a brief and a plan are written in, one meaning each."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How long the athlete has trained with weights: none to speak of, about half a year, years."""

    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Emphasis(StrEnum):
    """What an athlete's strength work is for first; it shifts the choice of exercises."""

    PERFORMANCE = "performance"
    INJURY_PREVENTION = "injury_prevention"


class Phase(StrEnum):
    """The purpose of a stretch of the season."""

    ADAPTATION = "adaptation"
    STRENGTH = "strength"
    POWER = "power"
    ENDURANCE = "endurance"
    MAINTENANCE = "maintenance"
    TAPER = "taper"
    TRANSITION = "transition"

    @property
    def builds(self) -> bool:
        """Whether the phase owes the weekly dose: adaptation, strength, power or endurance."""
        return self in _BUILDING


_BUILDING = frozenset({Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE})


class Form(StrEnum):
    """A full session counts two towards the weekly minimum, a mini one counts one."""

    FULL = "full"
    MINI = "mini"

    @property
    def units(self) -> int:
        """What a session of this form counts towards the weekly minimum."""
        return 2 if self is Form.FULL else 1


class Part(StrEnum):
    """A part of the body that a session can load, so that it wants a day between."""

    LEGS = "legs"
    PUSH = "push"
    PULL = "pull"


class Focus(StrEnum):
    """What a session is about; `upper` carries the trunk work, `core` loads no part."""

    WHOLE = "whole"
    LOWER = "lower"
    UPPER = "upper"
    CORE = "core"

    @property
    def loads(self) -> frozenset[Part]:
        """The parts that a session of this focus loads."""
        return _LOADS[self]


_LOADS = {
    Focus.WHOLE: frozenset(Part),
    Focus.LOWER: frozenset({Part.LEGS}),
    Focus.UPPER: frozenset({Part.PUSH, Part.PULL}),
    Focus.CORE: frozenset[Part](),
}


class RunKind(StrEnum):
    """What a run is; `cross` is other training, such as cycling; `rest` clears a day of the weekly runs."""

    EASY = "easy"
    QUALITY = "quality"
    LONG = "long"
    RACE = "race"
    CROSS = "cross"
    REST = "rest"

    @property
    def hard(self) -> bool:
        """Whether it is a key run: quality, long or race."""
        return self in _HARD


_HARD = frozenset({RunKind.QUALITY, RunKind.LONG, RunKind.RACE})


class Dose(StrEnum):
    """How a week's strength work is dealt."""

    TWO_FULL = "2 full"
    THREE_FULL = "3 full"
    FOUR_MINI = "4 mini"

    @property
    def sessions(self) -> int:
        """The number of sessions a week."""
        return _DEALT[self][0]

    @property
    def form(self) -> Form:
        """The form of each session."""
        return _DEALT[self][1]


_DEALT = {dose: (int(dose.value[0]), Form(dose.value[2:])) for dose in Dose}


class Extras(StrEnum):
    """Trunk sessions outside the dose, each week; they load no part and may follow any run."""

    NONE = ""
    ONE_CORE = "1 core"
    TWO_CORE = "2 core"

    @property
    def sessions(self) -> int:
        """The number of sessions a week."""
        return int(self.value[:1] or 0)


class Order(StrEnum):
    """What comes first on a day that holds both."""

    RUN_FIRST = "run_first"
    """The run, always: the origin article's advice."""
    LIFT_FIRST = "lift_first"
    """The lift where it can be: better for strength itself."""
    KEY_SESSION_FIRST = "key_session_first"
    """A quality run, long run or race first; the lift before an easy run."""


class ClashKind(StrEnum):
    """What a clash is: a fact of the brief, or a rule."""

    FACT = "fact"
    RULE = "rule"


class Priority(StrEnum):
    """What an event is worth: the season is built for A, B costs some days, C is run like a hard run."""

    A = "A"
    B = "B"
    C = "C"


class Role(StrEnum):
    """What a prescription is for within its session."""

    MAIN = "main"
    ACCESSORY = "accessory"
    POWER = "power"
    TRUNK = "trunk"
    RETENTION = "retention"


class LoadKind(StrEnum):
    """How a load is said: share of the one-repetition maximum, reps in reserve, effort, or kilograms."""

    PERCENT_1RM = "percent_1rm"
    RIR = "rir"
    RPE = "rpe"
    KG = "kg"


class Movement(StrEnum):
    """A movement of running, or one of those that running neglects (the last four)."""

    SHOULDER_FLEXION = "shoulder_flexion"
    SHOULDER_EXTENSION = "shoulder_extension"
    SPINAL_EXTENSION = "spinal_extension"
    PLANTAR_FLEXION = "plantar_flexion"
    KNEE_FLEXION = "knee_flexion"
    KNEE_EXTENSION = "knee_extension"
    HIP_EXTENSION = "hip_extension"
    HIP_FLEXION = "hip_flexion"
    STABILIZATION = "stabilization"
    HIP_ABDUCTION = "hip_abduction"
    HIP_ADDUCTION = "hip_adduction"
    LATERAL = "lateral"
    MEDIAL = "medial"


class Equipment(StrEnum):
    """What an athlete has besides the floor."""

    DUMBBELL = "dumbbell"
    BAND = "band"
    BARBELL = "barbell"
    KETTLEBELL = "kettlebell"
    BENCH = "bench"
    BOX = "box"
    CABLE = "cable"
    MACHINE = "machine"
    PULL_UP_BAR = "pull_up_bar"
    SWISS_BALL = "swiss_ball"
    STEP = "step"
    CAPTAINS_CHAIR = "captains_chair"
