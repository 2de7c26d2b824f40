"""When what the athlete avoids leaves no exercise for a session: which words together do, and which to give up."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

import attrs

from periodize._model import Clash, ClashKind, Relaxation
from periodize._notation import listed
from periodize._planner._ways_out import MOST_CHANGES, MOST_WAYS
from periodize._planner._write import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from periodize._model import Brief, Session
    from periodize._placement import Placement
    from periodize._planner._setting import Setting

_MOST_TRIES = 20
"""How many ways out are written in vain; each costs less than planning the season."""


class Avoided:
    """A season that can be placed, and a session of it without an exercise."""

    def __init__(self, setting: Setting, placement: Placement, empty: Session) -> None:
        self.setting = setting
        self.placement = placement
        self.week = next(week.week for week in setting.timeline.weeks if week.holds(empty.date))

    def clashes(self) -> tuple[Clash, ...]:
        """Return an irreducible set of avoided words with which a session of the week stays empty."""
        words = self._words()
        return tuple(Clash(f"avoid {word}", ClashKind.FACT, "athlete.avoid", (self.week,)) for word in words)

    def relaxations(self) -> tuple[Relaxation, ...]:
        """Return the fewest words to give up so that the season can be written, one to three of them."""
        for count in range(1, MOST_CHANGES + 1):
            ways = tuple(islice(self._ways(count), MOST_WAYS))
            if ways:
                return ways
        return ()

    def _words(self) -> list[str]:
        lone = {number: placed if number == self.week else () for number, placed in self.placement.weeks.items()}
        alone = attrs.evolve(self.placement, weeks=lone)
        words = list(self.setting.brief.athlete.avoid)
        for word in self.setting.brief.athlete.avoid:
            fewer = [other for other in words if other != word]
            if not self._written(alone, self._avoiding(fewer)):
                words = fewer
        return words

    def _ways(self, count: int) -> Iterator[Relaxation]:
        for given_up in islice(combinations(self._words(), count), _MOST_TRIES):
            brief = self._avoiding(word for word in self.setting.brief.athlete.avoid if word not in given_up)
            if self._written(self.placement, brief):
                yield Relaxation(f"do not avoid {listed(given_up, 'or')}", brief)

    def _avoiding(self, words: Iterable[str]) -> Brief:
        brief = self.setting.brief
        return attrs.evolve(brief, athlete=attrs.evolve(brief.athlete, avoid=tuple(words)))

    def _written(self, placement: Placement, brief: Brief) -> bool:
        """Whether each session of a placement has an exercise; what is avoided steers no placement."""
        setting = attrs.evolve(self.setting, brief=brief)
        return all(session.exercises for session in write(placement, setting.view(), setting.catalogue))
