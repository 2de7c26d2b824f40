"""The words, letters and numbers of the text view, in one place so that another language can replace them."""

from __future__ import annotations

import datetime as dt

from periodize._model import Focus, Form, Load, LoadKind, Phase, Prescription, Run, RunKind, Session, WarmUp, Week
from periodize._units import Weekday
from periodize._weights import in_pounds

DAYS = dict(zip(Weekday, ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True))
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

_LOADS = {LoadKind.PERCENT_1RM: "{} % 1RM", LoadKind.RIR: "RIR {}", LoadKind.RPE: "RPE {}", LoadKind.KG: "{} kg"}


def escape(text: str) -> str:
    r"""Write control characters, line ends and the like so that a terminal shows and does not obey them.

    >>> print(escape("City\nMarathon"))
    City\nMarathon
    """
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def day(date: dt.date) -> str:
    """Write a date with its weekday.

    >>> day(dt.date(2027, 4, 18))
    'Sun 2027-04-18'
    """
    return f"{DAYS[Weekday.of(date)]} {date}"


def stretch(first: dt.date, last: dt.date) -> str:
    """Write a stretch of dates; the year of the last only where it is another.

    >>> stretch(dt.date(2027, 4, 12), dt.date(2027, 4, 18))
    '2027-04-12 to 04-18'
    """
    return f"{first} to {last:%m-%d}" if last.year == first.year else f"{first} to {last}"


def span(low: float, high: float, dash: str = "-") -> str:
    """Write a range of numbers, a single one where both ends are the same."""
    return f"{low:g}" if low == high else f"{low:g}{dash}{high:g}"


def count(number: int, noun: str) -> str:
    """Write how many there are of something."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def clock(item: Run | Session) -> str:
    """Write when something starts; a time that was assumed is marked."""
    assumed = "~" if isinstance(item, Run) and item.time_assumed else ""
    return f"{assumed}{item.start_minute // 60:02}:{item.start_minute % 60:02}"


def kilometres(distance: float | None) -> str:
    """Write a distance as the end of a phrase; nothing where it is not known."""
    return "" if distance is None else f", {distance:g} km"


def phase(week: Week) -> str:
    """Name a week's phase, and whether the week is a lighter one."""
    return f"{week.phase}, deload" if week.deload else f"{week.phase}"


def letter(item: Run | Session) -> str:
    """Return the mark of a run or a session in a week's line."""
    return RUNS[item.kind][0] if isinstance(item, Run) else mark(item.form, item.focus)


def mark(form: Form, focus: Focus) -> str:
    """Return the mark of a session: a capital for a full one, a small letter for a mini one.

    >>> mark(Form.FULL, Focus.WHOLE), mark(Form.MINI, Focus.LOWER)
    ('+S', '+l')
    """
    capital = FOCUSES[focus][0]
    return f"+{capital if form is Form.FULL else capital.lower()}"


def scheme(line: Prescription | WarmUp) -> str:
    """Write sets and repetitions, or sets and seconds, of a line."""
    side = " per side" if isinstance(line, Prescription) and line.per_side else ""
    if line.reps is not None:
        return f"{line.sets} x {line.reps}{side}"
    if line.hold_seconds is not None:
        return f"{line.sets} x {line.hold_seconds} s{side}"
    return count(line.sets, "set")


def load_text(load: Load | None, *, pounds: bool = False) -> str:
    """Write how heavy a set is; nothing where bodyweight or speed says it.

    >>> load_text(Load(LoadKind.KG, 61.23, 61.23)), load_text(Load(LoadKind.KG, 61.23, 61.23), pounds=True)
    ('61.23 kg', '135 lb')
    """
    if load is None:
        return ""
    if pounds and load.kind is LoadKind.KG:
        return f"{span(in_pounds(load.min), in_pounds(load.max))} lb"
    return _LOADS[load.kind].format(span(load.min, load.max))


def rest(seconds: int) -> str:
    """Write the pause after a set.

    >>> rest(90), rest(0)
    ('rest 1:30', 'no rest')
    """
    return f"rest {seconds // 60}:{seconds % 60:02}" if seconds else "no rest"
