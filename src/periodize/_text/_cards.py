"""How a day reads: its runs, and each session as the card that a coach writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from periodize._catalogue import Catalogue
from periodize._dates import dates_from
from periodize._model import LoadKind, Plan, Prescription, Run, RunKind, Session, WarmUp, Week
from periodize._model._runs import ASSUMED_MINUTES
from periodize._text._columns import columns, widths, wrapped
from periodize._text._words import Pen, escape

Item = Run | Session
_INDENT = " " * 6


def in_order(date: dt.date, week: Week) -> list[Item]:
    """Return what stands on a day of a week in order of time, a run before a session at the same time."""
    items: list[Item] = [*week.runs, *week.sessions]
    return sorted((item for item in items if item.date == date), key=lambda item: item.start_minute)


def season_cards(plan: Plan, names: Catalogue, pen: Pen) -> list[list[str]]:
    """Write every week; a card that stood before in the same mesocycle is referred to by its session."""
    cards = _Cards(names, pen, plan.sessions, pounds=plan.brief.athlete.rack.pounds)
    sections = []
    for week in plan.weeks:
        lines = [_title(week, pen)]
        for date in dates_from(week.start, week.end):
            cycle = next((index for index, item in enumerate(plan.mesocycles) if item.holds(date)), None)
            lines += cards.day(date, week, cycle)
        sections.append(lines)
    return [*sections, _key(plan.sessions, plan.runs, pen)]


def week_cards(week: Week, names: Catalogue, pen: Pen, *, pounds: bool) -> list[list[str]]:
    """Write one week, each of its days and sessions in full."""
    cards = _Cards(names, pen, week.sessions, pounds=pounds)
    lines = [_title(week, pen)]
    for date in dates_from(week.start, week.end):
        lines += cards.day(date, week) or [f"  {pen.day(date)}  {pen.say('free')}"]
    return [lines, _key(week.sessions, week.runs, pen)]


def _title(week: Week, pen: Pen) -> str:
    out = week.weeks_out
    if out >= 0:
        when = pen.say("{weeks} week{weeks:|s} out", weeks=out)
    else:
        when = pen.say("{weeks} week{weeks:|s} after the race", weeks=-out)
    dates = pen.stretch(week.start, week.end)
    return pen.say(
        "Week {number}, {dates}, {when}: {phase}", number=week.week, dates=dates, when=when, phase=pen.phase(week)
    )


class _Cards:
    """Writes cards, all as wide as the widest, and remembers which it has written in which mesocycle."""

    def __init__(self, names: Catalogue, pen: Pen, sessions: Iterable[Session], *, pounds: bool) -> None:
        self.names = names
        self.pen = pen
        self.pounds = pounds
        self.first: dict[object, str] = {}
        self.widths = widths([row for session in sessions for row in self._rows(session)])

    def day(self, date: dt.date, week: Week, cycle: int | None = None) -> list[str]:
        """Write what stands on a day; nothing where it is free."""
        lines: list[str] = []
        day = self.pen.day(date)
        for item in in_order(date, week):
            start = f"  {day}  {self.pen.clock(item):>6}  "
            day = " " * len(day)
            if isinstance(item, Run):
                distance = self.pen.kilometres(item.distance_km)
                guessed = item.kind is RunKind.RACE and item.minutes == ASSUMED_MINUTES[item.kind]
                minutes = "" if guessed and distance else f", {item.minutes} min"  # no marathon takes an hour
                lines.append(f"{start}{self.pen.run(item.kind)}{minutes}{distance}")
            else:
                title, *card = self._session(item, cycle)
                lines += [start + title, *card]
        return lines

    def _session(self, session: Session, cycle: int | None) -> list[str]:
        name, say = escape(session.id), self.pen.say
        title = say(
            "{id}: {form} session, {focus}, {minutes} min{heavy:, heavy|}",
            id=name,
            form=session.form,
            focus=self.pen.focus(session.focus),
            minutes=session.minutes,
            heavy=session.heavy,
        )
        if cycle is not None and session.exercises:
            first = self.first.setdefault((cycle, session.warm_up, session.exercises), name)
            if first != name:
                return [say("{title}; as on {first}", title=title, first=first)]
        warm_up = [f"{self._name(line)} {self.pen.scheme(line)}" for line in session.warm_up]
        warm_up[:1] = [say("warm-up: {item}", item=item) for item in warm_up[:1]]
        return [title, *wrapped(warm_up, _INDENT), *columns(self._rows(session), indent=_INDENT, wide=self.widths)]

    def _rows(self, session: Session) -> list[list[str]]:
        return [
            [
                label,
                self._name(line),
                self.pen.scheme(line),
                self.pen.load_text(line.load, pounds=self.pounds),
                self.pen.say("tempo {tempo}", tempo=line.tempo) if line.tempo else "",
                self.pen.rest(line.rest_seconds),
            ]
            for label, line in zip(_labels(session.exercises), session.exercises, strict=True)
        ]

    def _name(self, line: Prescription | WarmUp) -> str:
        return escape(self.pen.messages.name(self.names.name(line.exercise)))


def _labels(lines: Sequence[Prescription]) -> list[str]:
    """Letter the lines in order; those of one pair share a letter and are numbered."""
    groups: dict[object, list[int]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(index if line.pair is None else line.pair, []).append(index)
    labels = [""] * len(lines)
    for number, indices in enumerate(groups.values()):
        letter = chr(ord("A") + number) if number < 26 else f"{number + 1}."
        for turn, index in enumerate(indices, start=1):
            labels[index] = f"{letter}{turn}" if len(indices) > 1 else letter
    return labels


def _key(sessions: Iterable[Session], runs: Iterable[Run], pen: Pen) -> list[str]:
    """Explain the marks that the cards use."""
    cards = {session.exercises for session in sessions}
    loads = {line.load.kind for card in cards for line in card if line.load is not None}
    notes = []
    if any(label[-1].isdigit() for card in cards for label in _labels(card)):
        notes.append(pen.say("A1, A2: in turn, a set of each"))
    if LoadKind.RIR in loads:
        notes.append(pen.say("RIR: repetitions that you could still do at the end of a set"))
    if any(line.tempo for card in cards for line in card):
        notes.append(pen.say("tempo 3-0-1-0: seconds to lower, pause, lift, pause; X: as fast as you can"))
    if any(run.time_assumed for run in runs):
        notes.append(pen.say("~07:00: an assumed time"))
    return wrapped(notes, "")
