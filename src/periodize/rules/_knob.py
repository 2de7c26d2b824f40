"""A rule's knob that has its default, and all that is known of it, from the evidence table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from periodize._evidence import Guideline

Direction: TypeAlias = Literal["higher", "lower"]


def knob(guideline: Guideline[Any], *at: str | int, stricter: Direction | None = None) -> Any:
    """Make the field of a rule: its default is the guideline's number, and `explain` shows unit, grade and sources.

    Args:
        guideline: where the number stands; its limits are those of the knob.
        at: which number of a table, of a range, or of a range in a table.
        stricter: the direction in which the rule finds more, never less; None where neither is so.
    """
    default = guideline.value
    for key in at:
        default = default[key]
    return attrs.field(
        default=default,
        validator=_within_limits,
        metadata={"guideline": guideline, "stricter": stricter},
    )


def _within_limits(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    guideline: Guideline[Any] = field.metadata["guideline"]
    assert guideline.limits is not None, "a knob's guideline has limits"
    low, high = guideline.limits
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        message = f"{field.name} must be a number of {low:g} to {high:g} ({guideline.unit}), not {value!r}"
        raise ConfigError(message)
