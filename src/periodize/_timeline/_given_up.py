"""What a short runway gives up, and how many weeks would hold more."""

from __future__ import annotations

import attrs

from periodize._model import ORIGIN, Model, Phase
from periodize._phrases import Words, enumerated, phrase
from periodize._timeline._limits import Adaptation, TaperWeeks
from periodize._timeline._split import Split, split, wanted


@attrs.frozen
class GivenUp:
    """What a short runway gave up, and how many weeks would hold more.

    Attributes:
        missing: the phases that the athlete should have and has not, in order.
        holds: the phases that the counted weeks hold, in order.
        counted_weeks: how many weeks there are.
        needed_weeks: the fewest that would hold `needed_for`.
        needed_for: the phase that comes back next; the taper where only its default length is missing.
        taper_weeks_short: weeks that the taper lacks to its default.
    """

    missing: tuple[Phase, ...]
    holds: tuple[Phase, ...]
    counted_weeks: int
    needed_weeks: int
    needed_for: Phase
    taper_weeks_short: int

    def __str__(self) -> str:
        """Say it in one line."""
        return str(self.said)

    @property
    def said(self) -> Words:
        """Say it in one line, so that another language can."""
        lost = []
        if self.missing:
            lost.append(phrase("no {phases} phase", phases=enumerated(self.missing, "or")))
        if self.taper_weeks_short:
            lost.append(phrase("a taper {weeks} week{weeks:|s} short", weeks=self.taper_weeks_short))
        return phrase(
            "{lost}: {weeks} week{weeks:|s} hold{weeks:s|} {phases}; {needed} would hold {goal}",
            lost=enumerated(lost, "and"),
            weeks=self.counted_weeks,
            phases=enumerated(self.holds) or phrase("no phase"),
            needed=self.needed_weeks,
            goal=phrase("the whole taper") if self.needed_for is Phase.TAPER else self.needed_for,
        )


def given_up(
    n: int,
    *,
    adaptation: Adaptation,
    taper: TaperWeeks | tuple[int, int],
    model: Model = ORIGIN,
    now: Split | None = None,
) -> GivenUp | None:
    """Return what n counted weeks give up; None where every phase is there and the taper has its default length.

    `now` is how they are shared, where that is known.

    >>> print(given_up(13, adaptation="novice", taper=(3, 2)))
    no power phase: 13 weeks hold adaptation, strength, endurance, taper; 14 would hold power
    """
    taper = TaperWeeks(*taper)
    if now is None:
        now = split(n, adaptation=adaptation, taper=taper, masters=False, model=model)
    missing = tuple(phase for phase in wanted(adaptation, model) if phase not in now.phases)
    short = max(taper.default - now.taper_weeks, 0)
    if not missing and not short:
        return None
    needed = n
    while True:
        needed += 1
        then = split(needed, adaptation=adaptation, taper=taper, masters=False, model=model)
        back = [phase for phase in missing if phase in then.phases]
        if not missing and then.taper_weeks >= taper.default:
            back = [Phase.TAPER]
        if back:  # adaptation and strength come back together on a return: it is strength that they are for
            return GivenUp(missing, now.phases, n, needed, back[-1], short)
