"""Waivers: findings that somebody has seen and accepts, kept in the plan."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import attrs

from periodize._units import Shape, as_date

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE_OR_NAME = re.compile(r"[A-Z]{2,5}[0-9]{3}|[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)


@attrs.frozen(kw_only=True)
class Waiver:
    """A rule that may break at a place, and why. The findings are still counted, as waived.

    Attributes:
        code: of the rule; its name will do.
        place: where, as findings print it: the id of a session or a run, "w14" for a week and all that lies in it, a
            phase, or "plan" for what concerns the whole plan; None is everywhere.
        reason: why, in 1 to 200 characters.
        until: it holds for places dated up to this day; None is without end. No calendar of today is asked.

    >>> import periodize as pz
    >>> waiver = pz.Waiver(code="heavy-before-key-run", place="w14-1", reason="the club's race is a jog this year")
    >>> print(waiver)
    heavy-before-key-run at w14-1
    """

    code: str
    place: str | None = None
    reason: str
    until: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(as_date))

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        if shape.text("code", self.code) and not _CODE_OR_NAME.fullmatch(self.code):
            shape.add("code", "must be a rule's code or name, such as PZ311 or heavy-before-key-run", self.code)
        if self.place is not None:
            shape.text("place", self.place)
        shape.text("reason", self.reason)
        if self.until is not None:
            shape.date("until", self.until)
        shape.done()

    def to_dict(self) -> dict[str, str | None]:
        """Return it as plain values."""
        until = None if self.until is None else self.until.isoformat()
        return {"code": self.code, "place": self.place, "reason": self.reason, "until": until}

    def __str__(self) -> str:
        return self.code + ("" if self.place is None else f" at {self.place}")


def in_order(waivers: Iterable[Waiver]) -> tuple[Waiver, ...]:
    """Sort waivers, so that permuted input is an equal plan."""
    return tuple(sorted(waivers, key=_order))


def _order(waiver: Waiver) -> tuple[str, str, dt.date, str]:
    return (waiver.code, waiver.place or "", waiver.until or dt.date.max, waiver.reason)
