"""The one-line texts: a week of runs, "Tue 06:30 quality 60min; Sun long 18km", a tempo, "3-0-1-0", a list of words."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from periodize._units import Weekday
from periodize.exceptions import maybe

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_MINUTES = re.compile(r"(\d{1,6})\s*(?:min|minutes|')", re.ASCII | re.IGNORECASE)
_DISTANCE = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*km", re.ASCII | re.IGNORECASE)
_TEMPO = re.compile(r"(\d\d?)-(\d\d?)-(\d\d?|X)-(\d\d?)", re.ASCII)
_NAMES = {
    name: day
    for day, full in zip(
        Weekday, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), strict=True
    )
    for name in (full, full[:3])
} | {"tues": Weekday.TUE, "thur": Weekday.THU, "thurs": Weekday.THU}
_SPACE_BEFORE_UNIT = re.compile(r"(?<=\d)\s+(?=(?:min|minutes|km|')(?:\s|$))", re.ASCII | re.IGNORECASE)


class WeeklyRun(NamedTuple):
    """A run of an ordinary week as its text says it; what the text leaves out is None."""

    day: Weekday
    time: dt.time | None
    kind: str
    minutes: int | None
    distance_km: float | None


def listed(words: Sequence[str], last: str = "and") -> str:
    """Write words as a list: "legs, push and pull".

    >>> listed(["strength", "power"], "or")
    'strength or power'
    """
    *others, end = words or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


class Tempo(NamedTuple):
    """How long the parts of a repetition take, in s: lowering, the pause below, lifting, the pause above.

    Lifting is None where it is as fast as can be.
    """

    lower: int
    below: int
    lift: int | None
    above: int


def parse_tempo(text: str) -> Tempo | None:
    """Read a tempo; None where it is none, or takes no time.

    >>> parse_tempo("3-0-1-0")
    Tempo(lower=3, below=0, lift=1, above=0)
    >>> parse_tempo("1-0-X-0").lift is None, parse_tempo("slow") is None
    (True, True)
    """
    match = _TEMPO.fullmatch(text)
    if match is None or not (set(text) - set("0-")):
        return None
    lower, below, lift, above = match.groups()
    return Tempo(int(lower), int(below), None if lift == "X" else int(lift), int(above))


def parse_week(text: str, kinds: tuple[str, ...]) -> tuple[list[WeeklyRun], list[str]]:
    """Read a week of runs; return the runs in order of day and time, and what could not be read.

    >>> runs, problems = parse_week("Sun long; Tue 06:30 quality 60min", ("easy", "quality", "long"))
    >>> [(run.day.value, run.kind, run.minutes) for run in runs], problems
    ([('tue', 'quality', 60), ('sun', 'long', None)], [])
    """
    runs: list[WeeklyRun] = []
    problems: list[str] = []
    for part in text.split(";"):
        if part.strip():
            run = _parse_run(part.strip(), kinds, problems)
            if run is not None:
                runs.append(run)
    runs.sort(key=lambda run: (run.day.number, run.time or dt.time(), run.kind, run.minutes or 0, run.distance_km or 0))
    return runs, problems


def write_week(runs: list[WeeklyRun]) -> str:
    """Write runs as text, the inverse of `parse_week`."""
    return "; ".join(_write_run(run) for run in runs)


def _write_run(run: WeeklyRun) -> str:
    words = [run.day.value.capitalize()]
    if run.time is not None:
        words.append(run.time.isoformat("minutes"))
    words.append(run.kind)
    if run.minutes is not None:
        words.append(f"{run.minutes}min")
    if run.distance_km is not None:
        words.append(f"{run.distance_km:.3f}".rstrip("0").rstrip(".") + "km")
    return " ".join(words)


def _parse_run(text: str, kinds: tuple[str, ...], problems: list[str]) -> WeeklyRun | None:
    day_text, *words = _SPACE_BEFORE_UNIT.sub("", text).split()
    day = _NAMES.get(day_text.casefold())
    before = len(problems)
    if day is None:
        problems.append(_say(text, f"{day_text!r} is no weekday", maybe(day_text, _NAMES)))
    kind: str | None = None
    time: dt.time | None = None
    minutes: int | None = None
    distance: float | None = None
    for word in words:
        if time is None and (match := _TIME.fullmatch(word)):
            time = dt.time(int(match[1]), int(match[2]))
        elif minutes is None and (match := _MINUTES.fullmatch(word)):
            minutes = int(match[1])
        elif distance is None and (match := _DISTANCE.fullmatch(word)):
            distance = float(match[1])
        elif kind is None and word.casefold() in kinds:
            kind = word.casefold()
        else:
            hint = maybe(word, kinds) or f"maybe {listed(kinds, 'or')}, a time as 06:30, 60min or 18km"
            problems.append(_say(text, f"cannot read {word!r}", hint))
    if kind is None and len(problems) == before:
        problems.append(_say(text, f"says no kind of run; one of {', '.join(kinds)}", ""))
    if day is None or kind is None or len(problems) > before:
        return None
    return WeeklyRun(day, time, kind, minutes, distance)


def _say(text: str, what: str, hint: str) -> str:
    return f"in {text[:60]!r}: {what}" + (f"; {hint}" if hint else "")
