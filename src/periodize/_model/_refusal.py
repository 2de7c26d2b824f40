"""Why no plan without an error exists, and what would help: values that errors, plans and reports carry."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from periodize._model._brief import Brief
from periodize._model._readers import as_clash_kind
from periodize._model._words import ClashKind
from periodize._units import Shape, as_tuple


def _as_numbers(items: Iterable[int]) -> tuple[int, ...]:
    return as_tuple(items)


@attrs.frozen
class Clash:
    """A fact or a rule that cannot hold together with the others of its conflict.

    Attributes:
        label: in the athlete's terms.
        kind: fact or rule.
        code: the rule's code, or the key of the brief that holds the fact.
        weeks: the numbers of the weeks that it strikes; none where it is about no week.
    """

    label: str
    kind: ClashKind = attrs.field(converter=as_clash_kind)
    code: str
    weeks: tuple[int, ...] = attrs.field(default=(), converter=_as_numbers)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        shape.text("label", self.label)
        shape.member("kind", self.kind, ClashKind)
        shape.text("code", self.code)
        if shape.instance("weeks", self.weeks, tuple):
            for index, week in enumerate(self.weeks):
                shape.whole(f"/weeks/{index}", week, 1, 10_000)
        shape.done()

    def __str__(self) -> str:
        return self.label


@attrs.frozen
class Relaxation:
    """A change to the brief with which a plan exists.

    Attributes:
        label: what changes, in the athlete's terms.
        brief: the changed brief; it was planned and found to work.
    """

    label: str
    brief: Brief

    def __str__(self) -> str:
        return self.label
