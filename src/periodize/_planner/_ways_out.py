"""The nearest changes to a brief with which a plan exists; each was planned."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from periodize._model import Relaxation
from periodize._notation import listed
from periodize._planner._changes import changes
from periodize._planner._conflict import conflict, members_of, without
from periodize._planner._setting import Setting
from periodize._planner._write import write
from periodize.exceptions import TooManyChoicesError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Brief
    from periodize._planner._changes import Change
    from periodize._planner._conflict import Conflict

MOST_WAYS = 3
"""How many ways out are named."""
MOST_CHANGES = 3
"""How many changes to the brief one way out may hold."""
_SEASONS, _WEEKS = 2, 400
"""What trying may cost in vain: as much as placing the season so many times, and so many weeks beyond, which are all
that a short season has. A season of a year is then refused at the price of a handful of plans."""

_MOST_USEFUL = 30
"""How many single changes are put together; of three there are then about four thousand."""
_CONFLICT = 60
"""What finding a conflict costs: about so many times placing its weeks."""


def relaxations(setting: Setting, found: Conflict) -> tuple[Relaxation, ...]:
    """Return the nearest changes to the brief that work: one where one is enough, at most three; cheapest first.

    Each was planned. Empty where none was found.
    """
    search = _Search(setting, found)
    for count in range(1, MOST_CHANGES + 1):
        ways = search.ways(count)
        if ways:
            return tuple(ways)
    return ()


class _Search:
    """Tries changes together, and learns from each failure which others cannot work either."""

    def __init__(self, setting: Setting, found: Conflict) -> None:
        self.setting = setting
        self.changes = list(changes(setting))
        self.known: list[Conflict] = []
        self.tight = [found.weeks]
        self.left = _SEASONS * len(setting.timeline.weeks) + _WEEKS
        self._remember(found)

    def ways(self, count: int) -> list[Relaxation]:
        """Return ways out of so many changes."""
        found: list[Relaxation] = []
        for chosen in self._promising(count):
            if self.left <= 0 or len(found) == MOST_WAYS:
                break
            brief = self._made(chosen)
            if brief is not None and self._works(brief):
                found.append(Relaxation(listed([change.label for change in chosen]), brief))
        return found

    def _promising(self, count: int) -> Iterator[tuple[Change, ...]]:
        """Yield what may work as far as is known: every conflict is touched. More may come to be known meanwhile."""
        seen: set[tuple[str, ...]] = set()
        before = 0
        while before < len(self.known):
            before = len(self.known)
            useful = [change for change in self.changes if any(_touches(change, known) for known in self.known)]
            del useful[_MOST_USEFUL:]
            for chosen in combinations(useful, count):
                labels = tuple(change.label for change in chosen)
                one_each = len({change.about for change in chosen}) == count
                if one_each and labels not in seen and self._touch_all(chosen):
                    seen.add(labels)
                    yield chosen
                if before < len(self.known):
                    break

    def _touch_all(self, chosen: tuple[Change, ...]) -> bool:
        return all(any(_touches(change, known) for change in chosen) for known in self.known)

    def _made(self, chosen: tuple[Change, ...]) -> Brief | None:
        self.left -= 1
        brief: Brief | None = self.setting.brief
        for change in chosen:
            brief = None if brief is None else change.make(brief)
        return brief

    def _works(self, brief: Brief) -> bool:
        """Plan a changed brief; the weeks that have failed before are tried first."""
        relaxed = Setting.of(brief, self.setting.rules, self.setting.catalogue, self.setting.models)
        for weeks in self.tight:
            self.left -= len(weeks)
            if not relaxed.can_place(weeks):
                return False
        try:
            placement = relaxed.place()
        except TooManyChoicesError:
            return False
        if not placement.ok:
            self.left -= len(relaxed.timeline.weeks)
            self._learn(relaxed, placement.clashes)
            return False
        return all(session.exercises for session in write(placement, relaxed.view(), relaxed.catalogue))

    def _learn(self, relaxed: Setting, weeks: tuple[int, ...]) -> None:
        """Remember weeks that fail, and why, where the reason is one of the brief as it was given too."""
        self.tight.append(weeks)
        self.left -= len(weeks) * _CONFLICT
        self._remember(conflict(relaxed, weeks))

    def _remember(self, found: Conflict) -> None:
        """Remember why weeks fail, and why they still do with the facts of that out of the way, and so on."""
        setting, weeks = self.setting, found.weeks
        while self._is_of_the_brief(found):
            self.known.append(found)
            members = list(members_of(setting, weeks))
            kept = [member for member in members if member.waive is None or member.key not in found.keys]
            setting = without(setting, members, kept)
            self.left -= len(weeks)
            if len(kept) == len(members) or setting.can_place(weeks):
                break
            self.left -= len(weeks) * _CONFLICT
            found = conflict(setting, weeks)

    def _is_of_the_brief(self, found: Conflict) -> bool:
        members = list(members_of(self.setting, found.weeks))
        kept = [member for member in members if member.key in found.keys]
        given = self.setting.view()
        waived = without(self.setting, members, kept)
        return len(kept) == len(found.members) and not waived.can_place(found.weeks, given)


def _touches(change: Change, known: Conflict) -> bool:
    return change.touches is None or not known.keys.isdisjoint(change.touches)
