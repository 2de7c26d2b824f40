"""The words, letters and numbers of the text view, in one place, and how a language says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from periodize._messages import Messages
from periodize._model import (
    Equipment,
    Focus,
    Form,
    Load,
    LoadKind,
    Phase,
    Prescription,
    Run,
    RunKind,
    Session,
    WarmUp,
    Week,
)
from periodize._units import Weekday
from periodize._weights import in_pounds

PURPOSES = {
    Phase.ADAPTATION: "learn the lifts",
    Phase.STRENGTH: "get stronger",
    Phase.POWER: "make strength fast",
    Phase.ENDURANCE: "make strength last",
    Phase.MAINTENANCE: "keep what is there",
    Phase.TAPER: "arrive fresh",
    Phase.TRANSITION: "recover",
}
RUNS = {
    RunKind.EASY: ("e", "easy run"),
    RunKind.QUALITY: ("Q", "quality run"),
    RunKind.LONG: ("L", "long run"),
    RunKind.RACE: ("R", "race"),
    RunKind.CROSS: ("x", "cross-training"),
    RunKind.REST: ("", "rest"),  # clears a day, and so stands in no plan
}
FOCUSES = {
    Focus.WHOLE: ("S", "whole body"),
    Focus.LOWER: ("L", "legs"),
    Focus.UPPER: ("U", "upper body and trunk"),
    Focus.CORE: ("C", "core"),
}
FREE, CLOSED = ".", "x"

LOADS = {
    LoadKind.PERCENT_1RM: "{load} % 1RM",
    LoadKind.RIR: "RIR {load}",
    LoadKind.RPE: "RPE {load}",
    LoadKind.KG: "{load} kg",
}


def escape(text: str) -> str:
    r"""Write control characters, line ends and the like so that a terminal shows and does not obey them.

    >>> print(escape("City\nMarathon"))
    City\nMarathon
    """
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


@attrs.frozen
class Pen:
    """Writes the pieces of a line in a language.

    Attributes:
        messages: the language.
    """

    messages: Messages

    def say(self, template: str, **values: object) -> str:
        """Say one of the view's phrases."""
        return self.messages.say(template, **values)

    def day(self, date: dt.date) -> str:
        """Write a date with its weekday.

        >>> Pen(Messages.default()).day(dt.date(2027, 4, 18))
        'Sun 2027-04-18'
        """
        return f"{self.messages.name(Weekday.of(date))} {self.messages.date(date)}"

    def stretch(self, first: dt.date, last: dt.date) -> str:
        """Write a stretch of dates; in English the year of the last only where it is another.

        >>> Pen(Messages.default()).stretch(dt.date(2027, 4, 12), dt.date(2027, 4, 18))
        '2027-04-12 to 04-18'
        """
        end = self.messages.date(last)
        if last.year == first.year and self.messages.date(first).startswith(f"{first.year}-"):
            end = end.removeprefix(f"{last.year}-")
        return self.say("{first} to {last}", first=self.messages.date(first), last=end)

    def span(self, low: float, high: float) -> str:
        """Write a range of numbers, a single one where both ends are the same."""
        first, last = self.messages.number(low, "g"), self.messages.number(high, "g")
        return first if low == high else f"{first}-{last}"

    def clock(self, item: Run | Session) -> str:
        """Write when something starts; a time that was assumed is marked."""
        assumed = "~" if isinstance(item, Run) and item.time_assumed else ""
        return f"{assumed}{item.start_minute // 60:02}:{item.start_minute % 60:02}"

    def kilometres(self, distance: float | None) -> str:
        """Write a distance as the end of a phrase; nothing where it is not known."""
        return "" if distance is None else self.say(", {distance:g} km", distance=distance)

    def phase(self, week: Week) -> str:
        """Name a week's phase, and whether the week is a lighter one."""
        return self.say("{phase}{deload:, deload|}", phase=week.phase, deload=week.deload)

    def run(self, kind: RunKind) -> str:
        """Name a kind of run."""
        return self.messages.word("runs", kind, RUNS[kind][1])

    def focus(self, focus: Focus) -> str:
        """Name what a session is about."""
        return self.messages.word("focuses", focus, FOCUSES[focus][1])

    def kit(self, items: Iterable[Equipment]) -> str:
        """Name what an athlete has."""
        return ", ".join(map(self.messages.name, items)) or self.say("no equipment")

    def letter(self, item: Run | Session) -> str:
        """Return the mark of a run or a session in a week's line."""
        return self.run_mark(item.kind) if isinstance(item, Run) else self.mark(item.form, item.focus)

    def run_mark(self, kind: RunKind) -> str:
        """Return the mark of a run."""
        return self.messages.word("marks", kind, RUNS[kind][0])

    def mark(self, form: Form, focus: Focus) -> str:
        """Return the mark of a session: a capital for a full one, a small letter for a mini one.

        >>> pen = Pen(Messages.default())
        >>> pen.mark(Form.FULL, Focus.WHOLE), pen.mark(Form.MINI, Focus.LOWER)
        ('+S', '+l')
        """
        capital = self.messages.word("marks", focus, FOCUSES[focus][0])
        return f"+{capital if form is Form.FULL else capital.lower()}"

    def scheme(self, line: Prescription | WarmUp) -> str:
        """Write sets and repetitions, or sets and seconds, of a line."""
        side = isinstance(line, Prescription) and line.per_side
        if line.reps is not None:
            reps = f"{line.reps}"
            return self.say("{sets} x {reps}{side: per side|}", sets=line.sets, reps=reps, side=side)
        if line.hold_seconds is not None:
            seconds = line.hold_seconds
            return self.say("{sets} x {seconds} s{side: per side|}", sets=line.sets, seconds=seconds, side=side)
        return self.say("{sets} set{sets:|s}", sets=line.sets)

    def load_text(self, load: Load | None, *, pounds: bool = False) -> str:
        """Write how heavy a set is; nothing where bodyweight or speed says it.

        >>> pen = Pen(Messages.default())
        >>> pen.load_text(Load(LoadKind.KG, 61.23, 61.23)), pen.load_text(Load(LoadKind.KG, 61.23, 61.23), pounds=True)
        ('61.23 kg', '135 lb')
        """
        if load is None:
            return ""
        if pounds and load.kind is LoadKind.KG:
            return self.say("{load} lb", load=self.span(in_pounds(load.min), in_pounds(load.max)))
        return self.say(LOADS[load.kind], load=self.span(load.min, load.max))

    def rest(self, seconds: int) -> str:
        """Write the pause after a set.

        >>> pen = Pen(Messages.default())
        >>> pen.rest(90), pen.rest(0)
        ('rest 1:30', 'no rest')
        """
        return self.say("rest {time}", time=f"{seconds // 60}:{seconds % 60:02}") if seconds else self.say("no rest")
