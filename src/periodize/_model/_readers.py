"""Converters of words, each by a name of its own: type checkers follow no other converters of attrs."""

from __future__ import annotations

from collections.abc import Iterable

from periodize._model._words import (
    ClashKind,
    Dose,
    Emphasis,
    Equipment,
    Extras,
    Focus,
    Form,
    Level,
    LoadKind,
    Movement,
    Order,
    Phase,
    Priority,
    Role,
    RunKind,
)
from periodize._units import Weekday, as_enum, as_enums

_clash_kind = as_enum(ClashKind)
_dose = as_enum(Dose)
_emphasis = as_enum(Emphasis)
_focus = as_enum(Focus)
_form = as_enum(Form)
_level = as_enum(Level)
_load_kind = as_enum(LoadKind)
_phase = as_enum(Phase)
_priority = as_enum(Priority)
_role = as_enum(Role)
_run_kind = as_enum(RunKind)
_weekday = as_enum(Weekday)
_extras = as_enum(Extras)
_order = as_enum(Order)
_focuses = as_enums(Focus)
_equipments = as_enums(Equipment)
_movements = as_enums(Movement)
_weekdays = as_enums(Weekday)


def as_clash_kind(value: ClashKind | str) -> ClashKind:
    """See `as_enum`."""
    return _clash_kind(value)


def as_dose(value: Dose | str) -> Dose:
    """See `as_enum`."""
    return _dose(value)


def as_emphasis(value: Emphasis | str) -> Emphasis:
    """See `as_enum`."""
    return _emphasis(value)


def as_focus(value: Focus | str) -> Focus:
    """See `as_enum`."""
    return _focus(value)


def as_form(value: Form | str) -> Form:
    """See `as_enum`."""
    return _form(value)


def as_level(value: Level | str) -> Level:
    """See `as_enum`."""
    return _level(value)


def as_load_kind(value: LoadKind | str) -> LoadKind:
    """See `as_enum`."""
    return _load_kind(value)


def as_extras(value: Extras | str) -> Extras:
    """See `as_enum`."""
    return _extras(value)


def as_order(value: Order | str) -> Order:
    """See `as_enum`."""
    return _order(value)


def as_focuses(value: Iterable[Focus | str]) -> tuple[Focus, ...]:
    """See `as_enums`."""
    return _focuses(value)


def as_phase(value: Phase | str) -> Phase:
    """See `as_enum`."""
    return _phase(value)


def as_priority(value: Priority | str) -> Priority:
    """See `as_enum`."""
    return _priority(value)


def as_role(value: Role | str) -> Role:
    """See `as_enum`."""
    return _role(value)


def as_run_kind(value: RunKind | str) -> RunKind:
    """See `as_enum`."""
    return _run_kind(value)


def as_weekday(value: Weekday | str) -> Weekday:
    """See `as_enum`."""
    return _weekday(value)


def as_equipments(value: Iterable[Equipment | str]) -> tuple[Equipment, ...]:
    """See `as_enums`."""
    return _equipments(value)


def as_movements(value: Iterable[Movement | str]) -> tuple[Movement, ...]:
    """See `as_enums`."""
    return _movements(value)


def as_weekdays(value: Iterable[Weekday | str]) -> tuple[Weekday, ...]:
    """See `as_enums`."""
    return _weekdays(value)
