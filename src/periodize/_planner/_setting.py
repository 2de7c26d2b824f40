"""What placement is asked for: the brief's facts, what each week owes, and the rules that steer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from periodize._catalogue import Catalogue
from periodize._deal import deal
from periodize._dose import Slot
from periodize._engine import RuleSet
from periodize._model import SHIPPED, Availability, Brief, Model, Pinned, Run
from periodize._placement import can_place, place, starts
from periodize._timeline import Timeline, lay_out
from periodize._units import minutes_of
from periodize._view import View
from periodize.exceptions import TooManyChoicesError

if TYPE_CHECKING:
    from periodize._placement import Placement


@attrs.frozen
class Setting:
    """A season that is to be placed.

    Attributes:
        brief: as it was given; it says what each week owes.
        timeline, slots: how its weeks are counted back, and what each owes by number.
        runs: by date, to the season's last day.
        availability: when there is time; the brief's, unless a part of it is waived.
        rules, catalogue, models: of the engine.
    """

    brief: Brief
    timeline: Timeline
    slots: Mapping[int, Sequence[Slot]]
    runs: Mapping[dt.date, tuple[Run, ...]]
    availability: Availability
    rules: RuleSet
    catalogue: Catalogue
    models: Sequence[Model]

    @classmethod
    def of(cls, brief: Brief, rules: RuleSet, catalogue: Catalogue, models: Sequence[Model] = SHIPPED) -> Setting:
        """Make the setting of a brief."""
        timeline = lay_out(brief, models)
        last = timeline.weeks[-1].end
        runs = {date: items for date, items in brief.calendar.items() if date <= last}
        return cls(brief, timeline, deal(brief, timeline), runs, brief.availability, rules, catalogue, models)

    def view(self) -> View:
        """Return the facts that steering rules may ask for."""
        timeline = self.timeline
        return View(
            self.brief,
            timeline,
            timeline.mesocycles,
            timeline.weeks,
            self.runs,
            self.catalogue,
            availability=self.availability,
        )

    def starts(self, pin: Pinned) -> list[int]:
        """Return where else on its day a pinned session could start, in minutes from midnight, the nearest first."""
        week = next((week for week in self.timeline.weeks if week.holds(pin.date)), None)
        slots = self.slots.get(week.week, ()) if week is not None else ()
        minutes = next((slot.minutes for slot in slots if slot.focus is pin.focus), None)
        if minutes is None:
            return []
        own = minutes_of(pin.time)
        found = (start for start in starts(pin.date, minutes, self.view()) if start != own)
        return sorted(found, key=lambda start: (abs(start - own), start))

    def place(self) -> Placement:
        """Place the whole season."""
        return place(self.slots, self.rules, self.view())

    def can_place(self, weeks: Sequence[int], given: View | None = None) -> bool:
        """Whether some weeks that follow one another can be placed without an error.

        Where a part of a setting is waived, `given` is its view with nothing waived: the places that were candidates
        before are candidates still. So many choices that no answer is found count as an answer: they can.
        """
        view = self.view()
        try:
            return can_place(self.slots, self.rules, view, weeks, view if given is None else given)
        except TooManyChoicesError:
            return True
