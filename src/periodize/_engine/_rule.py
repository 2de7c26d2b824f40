"""What makes a class a rule: its identity, its one method, its knobs."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import attrs

from periodize._findings import RuleMeta
from periodize._model import Run, Session
from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Rule(attrs.AttrsInstance, Protocol):
    """A frozen attrs class with a `meta` constant and one `check_…` method.

    Its fields are its knobs and its docstring is its page. It may have a `law`, a constant or a property: what it
    demands, in a few words, for the reasons why nothing fits; without one its code and name stand there.
    """

    @property
    def meta(self) -> RuleMeta:
        """The identity of the rule."""
        ...


class Shape(Enum):
    """Where a rule is asked: the name of its method."""

    PAIR = "check_pair"
    SESSION = "check_session"
    WEEK = "check_week"
    MESOCYCLE = "check_mesocycle"
    PLAN = "check_plan"
    WAIVER = "check_waiver"  # of this library's own rule about waivers: asked last, about those that waive nothing


_LONGEST_REACH_DAYS = 366
_OFFERED = tuple(shape.value for shape in Shape if shape is not Shape.WAIVER)


_TAKES = {
    Shape.PAIR: "(earlier, later, hours)",
    Shape.SESSION: "(session, view)",
    Shape.WEEK: "(week, view)",
    Shape.MESOCYCLE: "(mesocycle, view)",
    Shape.PLAN: "(view)",
    Shape.WAIVER: "(waiver, view)",
}


def shape_of(rule: Rule) -> Shape:
    """Return the shape of a rule.

    Raises:
        ConfigError: it has no `check_…` method, more than one, or no usable `meta`.
    """
    meta = getattr(rule, "meta", None)
    who = type(rule).__name__
    if isinstance(rule, type):
        message = f"{rule.__name__} is a class, not a rule\nmaybe {rule.__name__}()"
        raise ConfigError(message)
    if not isinstance(meta, RuleMeta):
        message = f"{who} has no meta\nmaybe meta: ClassVar = RuleMeta(code=..., name=..., severity=...)"
        raise ConfigError(message)
    shapes = [shape for shape in Shape if callable(getattr(rule, shape.value, None))]
    if len(shapes) != 1:
        found = ", ".join(shape.value for shape in shapes) or "none"
        message = f"{who} must have one method of {', '.join(_OFFERED)}; it has {found}"
        raise ConfigError(message)
    if shapes[0] is Shape.PAIR:
        _check_pair_constants(rule, who)
    if shapes[0] is Shape.SESSION and hasattr(rule, "reach_days"):
        _check_reach_days(rule.reach_days, who)
    return shapes[0]


def _check_pair_constants(rule: Any, who: str) -> None:  # any rule
    pair = getattr(rule, "pair", None)
    if pair not in ((Session, Run), (Run, Session), (Session, Session)):
        message = f"{who}: pair must be (Session, Run), (Run, Session) or (Session, Session), not {pair!r}"
        raise ConfigError(message)
    reach = getattr(rule, "reach_hours", None)
    longest = 7 * 24
    if isinstance(reach, bool) or not isinstance(reach, int | float) or not 0 < reach <= longest:
        message = f"{who}: reach_hours must be over 0 and at most {longest}, not {reach!r}"
        raise ConfigError(message)


def _check_reach_days(reach: object, who: str) -> None:
    pair = reach if isinstance(reach, tuple) else ()
    if len(pair) != 2 or not all(type(days) is int and 0 <= days <= _LONGEST_REACH_DAYS for days in pair):
        most = _LONGEST_REACH_DAYS
        message = f"{who}: reach_days must be days before and after an event, each 0 to {most}, not {reach!r:.60}"
        raise ConfigError(message)


def ask(rule: Any, shape: Shape, *about: object) -> Iterator[Any]:  # a rule may yield anything
    """Ask a rule about what its shape says.

    Raises:
        ConfigError: its method takes other arguments, or returns nothing that could be gone through.
    """
    try:
        return iter(getattr(rule, shape.value)(*about))
    except TypeError as error:
        complain(rule, shape, error)


def complain(rule: Any, shape: Shape, error: TypeError) -> NoReturn:
    """Say of an error at the call of a rule's method what is wrong with the method.

    Raises:
        ConfigError: it takes other arguments, or returns nothing that could be gone through.
        TypeError: it comes from within the method.
    """
    if error.__traceback__ is not None and error.__traceback__.tb_next is not None:
        raise error
    message = f"{type(rule).__name__}.{shape.value} must take {_TAKES[shape]} and yield hits: {error}"
    raise ConfigError(message) from error


def knobs_of(rule: Rule) -> dict[str, object]:
    """Return the knobs of a rule by name."""
    fields = attrs.fields(type(rule)) if attrs.has(type(rule)) else ()
    return {field.name: getattr(rule, field.name) for field in fields}
