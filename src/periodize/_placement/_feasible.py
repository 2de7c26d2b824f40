"""Whether some weeks can be placed without an error: the first way that is found is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize import _search
from periodize._placement._objective import Tier
from periodize._placement._place import Tables
from periodize.exceptions import TooManyChoicesError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from periodize._dose import Slot
    from periodize._engine import RuleSet
    from periodize._view import View

_LIMIT = Tier.MINIMUM.unit
"""A week that costs less breaks no law."""


def can_place(
    slots: Mapping[int, Sequence[Slot]], rules: RuleSet, view: View, weeks: Sequence[int], given: View
) -> bool:
    """Whether the slots of some weeks that follow one another can be placed without an error.

    Places that are candidates for `given` stay candidates, so that waiving a fact only ever enlarges the choice.

    Raises:
        TooManyChoicesError: it is not known after as many steps as the listing of a week may take.
    """
    tables = Tables(rules, view, given)
    _, stages = tables.chain(slots, [week for week in view.weeks if week.week in weeks])
    return _Chain(stages).reaches_end(0, 0)


class _Chain:
    """Goes through the stages depth first and remembers what led nowhere."""

    def __init__(self, stages: Sequence[_search.Stage]) -> None:
        self.stages = stages
        self.steps = 0
        self.dead: set[tuple[int, int]] = set()

    def reaches_end(self, number: int, closed: int) -> bool:
        """Whether the stages from one on can be picked; some of its spots are closed by the stage before."""
        if number == len(self.stages):
            return True
        if (number, closed) in self.dead:
            return False
        stage = self.stages[number]
        if stage.floor < _LIMIT and any(
            self.reaches_end(number + 1, ahead) for ahead in self._picks(stage, 0, (0, 0), (), closed)
        ):
            return True
        self.dead.add((number, closed))
        return False

    def _picks(
        self, stage: _search.Stage, kind: int, order: tuple[int, int], picked: tuple[int, ...], closed: int
    ) -> Iterator[int]:
        """Yield what each way to pick from a stage closes in the next; equal ones may come more than once.

        What is picked or missed costs less than a law by itself: only what the week says of it together can break one.
        `order` holds how many picks of the kind are made, and from which of its spots on the next comes.
        """
        self.steps += 1
        if self.steps > _search.MOST_STEPS:
            message = f"whether the weeks can be placed is not known after {_search.MOST_STEPS:,} steps"
            raise TooManyChoicesError(message)
        if kind == len(stage.kinds):
            spots = stage.spots
            if stage.late(tuple(sorted(picked, key=lambda n: spots[n].key))) < _LIMIT:
                ahead = 0
                for number in picked:
                    ahead |= spots[number].forbids_next
                yield ahead
            return
        done, start = order
        picks, among, _ = stage.kinds[kind]
        for position in range(start, len(among) if done < picks else start):
            number = among[position]
            if not closed >> number & 1:
                spot = stage.spots[number]
                shut = closed | spot.forbids | 1 << number
                yield from self._picks(stage, kind, (done + 1, position + 1), (*picked, number), shut)
        yield from self._picks(stage, kind + 1, (0, 0), picked, closed)
