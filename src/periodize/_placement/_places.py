"""Where a session of a finished plan could stand instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize import _dates
from periodize._placement import _cells
from periodize._placement._place import Tables
from periodize._units import clock, minutes_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from periodize._engine import RuleSet
    from periodize._model import Session
    from periodize._view import View


class Places:
    """The candidate places of sessions among a plan's runs.

    Args:
        rules: those that steer say which places are barred.
        view: of the finished plan; its sessions play no part.
    """

    def __init__(self, rules: RuleSet, view: View) -> None:
        self._view = view
        self._tables = Tables(rules, view)

    def of(self, session: Session, first: dt.date, last: dt.date) -> Iterator[tuple[Session, int]]:
        """Yield the session at each place of some days that no rule about it and the runs bars, with its cost.

        Costs are those of placement: of two places the one that `plan` would rather take costs less.
        """
        for date in _dates.dates_from(first, last):
            week, mesocycle = self._view.week_of(date), self._view.mesocycle_of(date)
            if week is None:
                continue
            phase = session.phase if mesocycle is None else mesocycle.phase
            starts = set(_cells.starts(date, session.minutes, self._view))
            pinned = self._view.availability.pinned
            starts |= {minutes_of(pin.time) for pin in pinned if (pin.date, pin.focus) == (date, session.focus)}
            for start in sorted(starts):
                moved = attrs.evolve(session, date=date, time=clock(start), phase=phase)
                cost = self._tables.cost(moved, week) if moved != session else None
                if cost is not None:
                    yield moved, cost
