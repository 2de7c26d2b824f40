"""The catalogue of exercises: what each one trains, what it needs, and what stands next to it.

The exercises are data, in `data/exercises.toml`, whose header says how to add one. Nothing is read before `load` is
called and nothing is kept here: the caller loads the catalogue once and hands it on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs

from periodize._model import Equipment, Level, Movement, Part, Phase
from periodize._phrases import Words
from periodize._units import Shape, as_enum, as_enums, as_tuple
from periodize.exceptions import DecodeError, Problem, maybe

_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)
_WEIGHTS = frozenset({Equipment.BARBELL, Equipment.CABLE, Equipment.DUMBBELL, Equipment.KETTLEBELL, Equipment.MACHINE})
_MANY_REPS = (Phase.ADAPTATION, Phase.ENDURANCE)
_STEP_OF = {level: step for step, level in enumerate(Level)}


class CardSlot(StrEnum):
    """A line of a session card that an exercise can fill; `side` on day A wants `lateral`, on day B `medial`."""

    SQUAT = "squat"
    HINGE = "hinge"
    SIDE = "side"
    HIP = "hip"
    CALF = "calf"
    CALF_BENT = "calf_bent"
    PULL = "pull"
    PUSH = "push"
    SPINE = "spine"
    PLANK = "plank"
    STEP = "step"
    CURL = "curl"
    HIP_FLEXION = "hip_flexion"
    TRUNK = "trunk"
    HOPS = "hops"
    JUMP = "jump"
    SIDE_JUMP = "side_jump"
    FAST_LIFT = "fast_lift"
    FAST_PUSH = "fast_push"
    WARM_UP = "warm_up"
    MOBILITY = "mobility"


class Kind(StrEnum):
    """What sort of exercise it is: it decides order, rest and whether repetitions are counted."""

    MULTI_JOINT = "multi_joint"
    SINGLE_JOINT = "single_joint"
    HOLD = "hold"
    PLYOMETRIC = "plyometric"
    MOBILITY = "mobility"
    WARM_UP = "warm_up"


_WITHOUT_MOVEMENT = frozenset({Kind.MOBILITY, Kind.WARM_UP})
_LISTS = {"movements": Movement, "secondary": Movement, "slots": CardSlot, "parts": Part}
_REQUIRED = {"name": "?", "slots": ("squat",), "kind": "warm_up", "cue": "?", "rank": 1}
"""What must be said of each exercise, with what stands in for it while the rest of an exercise is checked."""


@attrs.frozen(kw_only=True)
class Exercise:
    """An exercise of the catalogue.

    Attributes:
        slug: its stable name, `goblet_squat`, as plans write it.
        name: its name for people.
        movements: the movements of running that it trains; empty for warm-up and mobility only.
        secondary: movements that it trains a little.
        slots: the lines of a session card that it can fill.
        kind: multi_joint, single_joint, hold, plyometric, mobility or warm_up.
        equipment: alternatives, each what is needed together; empty where the floor and the household will do.
        one_sided: whether reps and seconds are per side.
        timed: whether it is done for seconds, not for repetitions; holds always are.
        high_reps: whether 15 repetitions are within reach; else the phases of many repetitions take an easier one.
        level: the lowest level for which it is right.
        parts: the parts of the body that it loads; trunk, spine and hip flexion load none.
        contacts: foot contacts of one repetition (per side where one-sided); 0 unless it jumps.
        easier, harder: the slug one step down or up in the same slot, or None.
        avoid_for: what it may bother where it is sore; for people, the planner never reads it.
        origin: whether the origin article names it.
        cue: how to do it, in a sentence.
        rank: preference within its slots, lower first.
        wger, free_exercise_db, fit_category: what other databases call it, where that is known.
    """

    slug: str
    name: str
    movements: tuple[Movement, ...] = ()
    secondary: tuple[Movement, ...] = ()
    slots: tuple[CardSlot, ...]
    kind: Kind
    equipment: tuple[tuple[Equipment, ...], ...] = ()
    one_sided: bool = False
    timed: bool = attrs.field(default=attrs.Factory(lambda self: self.kind is Kind.HOLD, takes_self=True))
    high_reps: bool = True
    level: Level = Level.NOVICE
    parts: tuple[Part, ...] = ()
    contacts: int = 0
    easier: str | None = None
    harder: str | None = None
    avoid_for: tuple[str, ...] = ()
    origin: bool = False
    cue: str
    rank: int
    wger: int | None = None
    free_exercise_db: str | None = None
    fit_category: int | None = None

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if not _SLUG.fullmatch(self.slug):
            shape.add("", "must be named in small letters, digits and single underscores", self.slug)
        for field, words in _LISTS.items():
            shape.members(field, getattr(self, field), words)
        if not self.slots:
            shape.add("slots", "must name a slot")
        shape.member("level", self.level, Level)
        if shape.member("kind", self.kind, Kind) and not self.movements and self.kind not in _WITHOUT_MOVEMENT:
            shape.add("movements", "must name a movement, unless the kind is warm_up or mobility")
        if shape.flag("timed", self.timed) and self.kind is Kind.HOLD and not self.timed:
            shape.add("timed", "must be true for a hold", self.timed)
        if shape.whole("contacts", self.contacts, 0, 10) and (self.contacts > 0) != (self.kind is Kind.PLYOMETRIC):
            shape.add("contacts", "must be 1 or more for a plyometric exercise, 0 for any other", self.contacts)
        self._check_equipment(shape)
        shape.items("avoid_for", self.avoid_for, str)
        for field in ("one_sided", "high_reps", "origin"):
            shape.flag(field, getattr(self, field))
        shape.whole("rank", self.rank, 1, 999)
        for field in ("name", "cue", "easier", "harder", "free_exercise_db"):
            if field in _REQUIRED or getattr(self, field) is not None:
                shape.text(field, getattr(self, field))
        for field in ("wger", "fit_category"):
            if getattr(self, field) is not None:
                shape.whole(field, getattr(self, field), 0, 10**9)
        shape.done()

    def _check_equipment(self, shape: Shape) -> None:
        alternatives: object = self.equipment
        if not isinstance(alternatives, tuple) or not all(isinstance(needed, tuple) for needed in alternatives):
            shape.add("equipment", 'must be a list of lists such as [["dumbbell", "bench"], ["barbell"]]', alternatives)
            return
        for index, needed in enumerate(self.equipment):
            if shape.members(f"equipment/{index}", needed, Equipment) and not needed:
                shape.add(f"equipment/{index}", "must name equipment; leave `equipment` out where none is needed")

    def possible_with(self, equipment: Collection[Equipment]) -> bool:
        """Whether one of its alternatives is there in full, or none is needed."""
        return not self.equipment or any(all(item in equipment for item in needed) for needed in self.equipment)

    def weight_among(self, equipment: Collection[Equipment]) -> Equipment | None:
        """Return the weight that an athlete with some equipment does it with; None where it may be done without."""
        if not self.weighted:
            return None
        found = (needed for needed in self.equipment if all(item in equipment for item in needed))
        return next((item for needed in found for item in needed if item in _WEIGHTS), None)

    def avoided(self, avoid: Collection[str]) -> bool:
        """Whether a brief's `avoid` names it, one of its (primary) movements, or a part that it loads."""
        return self.slug in avoid or any(word in avoid for word in (*self.movements, *self.parts))

    def suits(self, level: Level) -> bool:
        """Whether an athlete of this level is ready for it."""
        return _STEP_OF[self.level] <= _STEP_OF[level]

    def fits(self, phase: Phase) -> bool:
        """Whether the repetitions of a phase are within reach: many in adaptation and endurance."""
        return self.high_reps or phase not in _MANY_REPS

    @property
    def jumps(self) -> bool:
        """Whether both feet leave the ground: not for an athlete who does not jump."""
        return self.contacts > 0

    @property
    def weighted(self) -> bool:
        """Whether it is always done with a weight in kilograms, so that a load can be said as a share of the 1RM."""
        return bool(self.equipment) and all(_WEIGHTS.intersection(needed) for needed in self.equipment)


@attrs.frozen
class Catalogue(Mapping[str, Exercise]):
    """All exercises by slug; iteration gives the slugs, `values()` the exercises, in the order of the file."""

    exercises: tuple[Exercise, ...]
    _by_slug: dict[str, Exercise] = attrs.field(init=False, eq=False, repr=False)
    _by_slot: dict[str, tuple[Exercise, ...]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_slug = {exercise.slug: exercise for exercise in self.exercises}
        slots: dict[str, list[Exercise]] = {slot: [] for slot in CardSlot}
        for exercise in sorted(self.exercises, key=lambda exercise: (exercise.rank, exercise.slug)):
            for slot in exercise.slots:
                slots[slot].append(exercise)
        object.__setattr__(self, "_by_slug", by_slug)
        object.__setattr__(self, "_by_slot", {slot: tuple(found) for slot, found in slots.items()})

    def __getitem__(self, slug: str) -> Exercise:
        return self._by_slug[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_slug)

    def __len__(self) -> int:
        return len(self._by_slug)

    def for_slot(self, slot: str) -> tuple[Exercise, ...]:
        """Return the exercises that can fill a slot, the preferred ones first; KeyError for an unknown slot."""
        return self._by_slot[slot]

    def name(self, slug: str) -> Words:
        """Return an exercise's name for people; of an unknown one, as other people's plans hold, a readable slug.

        It is text that knows its slug, so that `Messages.name` says it in another language.
        """
        known = self._by_slug.get(slug)
        name = known.name if known else slug.replace("_", " ").strip().capitalize() or slug
        return Words(name, "exercises", slug)

    def known_words(self) -> tuple[str, ...]:
        """Return every word that a brief's `avoid` may hold: slugs, movements and parts, sorted."""
        return tuple(sorted({*self._by_slug, *map(str, Movement), *map(str, Part)}))

    @staticmethod
    def default() -> Catalogue:
        """Read the catalogue that comes with the library; it is not kept, so call it once.

        >>> import periodize as pz
        >>> pz.Catalogue.default()["goblet_squat"].cue
        'Hold the weight against the chest, elbows inside the knees, and keep the heels down.'
        """
        return load()

    @staticmethod
    def from_toml(text: str) -> Catalogue:
        """Read a catalogue: one table an exercise.

        Raises:
            DecodeError: with all that is wrong, each with a pointer such as `/goblet_squat/movements/0`.
        """
        return Catalogue(()).plus(text)

    def plus(self, text: str) -> Catalogue:
        """Return a catalogue with more exercises, read from TOML; one of a known slug takes the other's place.

        Raises:
            DecodeError: with all that is wrong, each with a pointer such as `/goblet_squat/movements/0`.

        >>> import periodize as pz
        >>> sled = '''
        ... [sled_push]
        ... name = "Sled push"
        ... movements = ["hip_extension", "knee_extension", "plantar_flexion"]
        ... slots = ["squat"]
        ... kind = "multi_joint"
        ... equipment = [["machine"]]
        ... parts = ["legs"]
        ... easier = "machine_leg_press"
        ... rank = 5
        ... cue = "Arms long, trunk steep, push the floor away step by step."
        ... '''
        >>> engine = pz.Engine(catalogue=pz.Catalogue.default().plus(sled))
        >>> engine.catalogue["sled_push"].name
        'Sled push'
        """
        import tomllib

        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise DecodeError([Problem("", f"is not TOML: {error}")]) from None
        return _from_tables(tables, self.exercises)


def load() -> Catalogue:
    """Read the catalogue that comes with the library, in about 5 ms; it is not kept, so call it once."""
    import pkgutil

    data = pkgutil.get_data(__name__, "data/exercises.toml")
    assert data is not None, "the package's data must be installed with it"
    return _from_tables(_plain_tables(data.decode()))


def _plain_tables(text: str) -> dict[str, Any]:
    """Read our own file, which keeps to lines of `[slug]` and `field = value` with values that are JSON too.

    tomllib needs 12 ms for it, this 1 ms; a test holds the two to the same answer.
    """
    import json

    tables: dict[str, list[str]] = {}
    fields: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            fields = tables.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            field, _, value = line.partition(" = ")
            fields.append(f'"{field}":{value}')
    objects = (f'"{slug}":{{' + ",".join(fields) + "}" for slug, fields in tables.items())
    plain: dict[str, Any] = json.loads("{" + ",".join(objects) + "}")
    return plain


def _as_alternatives(value: Any) -> Any:
    alternatives: Any = as_tuple(value)
    return tuple(map(_as_equipment, alternatives)) if isinstance(alternatives, tuple) else alternatives


_as_equipment = as_enums(Equipment)
_AS: dict[str, Callable[[Any], Any]] = {field: as_enums(words) for field, words in _LISTS.items()}
_AS |= {"kind": as_enum(Kind), "level": as_enum(Level), "equipment": _as_alternatives, "avoid_for": as_tuple}
_FIELDS = frozenset(attrs.fields_dict(Exercise)) - {"slug"}


def _from_tables(tables: Mapping[str, Any], known: Collection[Exercise] = ()) -> Catalogue:
    problems: list[Problem] = []
    exercises = []
    for slug, table in tables.items():
        try:
            exercises.append(_read(slug, table))
        except DecodeError as error:
            pointer = "/" + slug.replace("~", "~0").replace("/", "~1")
            problems += [problem.under(pointer) for problem in error.problems]
    kept = [exercise for exercise in known if exercise.slug not in tables]
    problems += _link_problems([*kept, *exercises], {*tables, *(exercise.slug for exercise in kept)})
    if problems:
        raise DecodeError(problems)
    return Catalogue((*kept, *exercises))


def _read(slug: str, table: object) -> Exercise:
    if not isinstance(table, dict):
        raise DecodeError([Problem("", "must be a table of an exercise's fields", table)])
    unknown = [
        Problem("", f"has no field {key!r}", None, maybe(key, _FIELDS)) for key in sorted(table.keys() - _FIELDS)
    ]
    problems = unknown + [Problem(f"/{field}", "is missing") for field in _REQUIRED if field not in table]
    known = {key: value for key, value in table.items() if key in _FIELDS}
    fields = _REQUIRED | known if problems else known
    try:
        exercise = Exercise(
            slug=slug, **{key: _AS[key](value) if key in _AS else value for key, value in fields.items()}
        )
    except DecodeError as error:
        problems += error.problems
    if problems:
        raise DecodeError(problems)
    return exercise


def _link_problems(exercises: list[Exercise], slugs: Collection[str]) -> Iterator[Problem]:
    for link in ("easier", "harder"):
        next_of = {exercise.slug: getattr(exercise, link) for exercise in exercises}
        for slug, other in next_of.items():
            seen: list[str] = []
            here = other
            while here in next_of and here not in seen:
                seen.append(here)
                here = next_of[here]
            if slug in seen:
                yield Problem(f"/{slug}/{link}", "must not lead back to the exercise itself", other)
            elif other is not None and other not in slugs:
                hint = maybe(other, slugs)
                yield Problem(f"/{slug}/{link}", "must be an exercise of this catalogue", other, hint)
