"""How a season reads in a terminal: its lines, what is escaped, and that nothing is said by colour."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from periodize import _catalogue
from periodize._catalogue import Catalogue
from periodize._dates import dates_from
from periodize._findings import Report, Severity
from periodize._messages import Messages
from periodize._model import Event, Focus, Form, Mesocycle, Plan, Prescription, Role, RunKind, Week
from periodize._text._cards import in_order, season_cards, week_cards
from periodize._text._columns import columns, wrapped
from periodize._text._words import CLOSED, FREE, PURPOSES, RUNS, Pen, escape
from periodize._units import Weekday

__all__ = ["escape", "finding_lines", "season", "verdict", "week"]

PHASE_HEADS = ("phase", "weeks", "dates", "weeks out", "sessions", "reps", "to")
WEEK_HEADS = ("wk", "out", "first day", "phase", "min")
COUNTS = {
    Severity.ERROR: ("{count} error{count:|s} ({codes})", "no errors"),
    Severity.WARNING: ("{count} warning{count:|s} ({codes})", "no warnings"),
    Severity.ADVICE: ("{count} advice ({codes})", "no advice"),
}
_BESIDES_REPS = frozenset({Role.TRUNK, Role.RETENTION})


def season(
    plan: Plan,
    report: Report | None = None,
    catalogue: Catalogue | None = None,
    *,
    cards: bool = False,
    messages: Messages | None = None,
) -> str:
    """Write the whole season: its phases, a line for each week, with `cards` every session, and the verdict."""
    pen = _pen(messages)
    sections = [_header(plan, pen), _phases(plan, pen), _grid(plan, pen)]
    if cards:
        sections += season_cards(plan, _catalogue.load() if catalogue is None else catalogue, pen)
    if report is not None:
        sections.append(list(_findings(report, pen)))
    return _joined(sections)


def _pen(messages: Messages | None) -> Pen:
    return Pen(Messages.default() if messages is None else messages)


def week(plan: Plan, number: int, catalogue: Catalogue | None = None, *, messages: Messages | None = None) -> str:
    """Write a week day by day, each session as a card.

    Raises:
        LookupError: the plan has no such week.
    """
    for item in plan.weeks:
        if item.week == number:
            names = _catalogue.load() if catalogue is None else catalogue
            return _joined(week_cards(item, names, _pen(messages), pounds=plan.brief.athlete.rack.pounds))
    numbers = [item.week for item in plan.weeks]
    there = f"; its weeks are {_range(min(numbers), max(numbers), _pen(None))}" if numbers else ""
    raise LookupError(f"the plan has no week {number}{there}")


def _joined(sections: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(section) for section in sections if section)


def verdict(report: Report, messages: Messages | None = None) -> str:
    """Say in one line how many findings of each severity there are, and of which rules.

    >>> verdict(Report(()))
    'no errors, no warnings, no advice'
    """
    pen = _pen(messages)
    parts = [
        pen.say(some, count=len(found), codes=", ".join(sorted(set(found)))) if found else pen.say(none)
        for severity, (some, none) in COUNTS.items()
        for found in [[finding.code for finding in report if finding.severity is severity]]
    ]
    if report.waived:
        codes = ", ".join(sorted({finding.code for finding in report.waived}))
        parts.append(pen.say("{count} waived ({codes})", count=len(report.waived), codes=codes))
    return ", ".join(parts)


def finding_lines(report: Report, severity: Severity | None = None, messages: Messages | None = None) -> list[str]:
    """Write each finding as its line: date, place, code, name, message, numbers."""
    pen = _pen(messages)
    return [escape(item.text(pen.messages)) for item in report if severity in (None, item.severity)]


def _waived_lines(report: Report, pen: Pen) -> list[str]:
    """Write each waived finding as its line, with the reason."""
    return [
        escape(pen.say("{finding}; waived: {reason}", finding=item.text(pen.messages), reason=item.waiver.reason))
        for item in report.waived
        if item.waiver is not None
    ]


def _findings(report: Report, pen: Pen) -> Iterator[str]:
    yield pen.say("Checked: {verdict}", verdict=verdict(report, pen.messages))
    for severity in Severity:
        if lines := finding_lines(report, severity, pen.messages):
            yield f"{pen.messages.word('severities', severity, severity)}:"
            yield from (f"  {line}" for line in lines)
    if report.waived:
        yield pen.say("waived:")
        yield from (f"  {line}" for line in _waived_lines(report, pen))


def _header(plan: Plan, pen: Pen) -> list[str]:
    brief, athlete = plan.brief, plan.brief.athlete
    ahead = sum(item.weeks_out >= 0 for item in plan.weeks)
    others = [event for event in brief.events if event is not brief.target]
    who = pen.messages.name(athlete.level)
    if athlete.age is not None:
        who = pen.say("{level}, age {age}", level=who, age=athlete.age)
    return [
        _event(brief.target, pen),
        pen.say(
            "{weeks} week{weeks:|s} to the race, {all} in all, from {day}",
            weeks=ahead,
            all=len(plan.weeks),
            day=pen.day(brief.start),
        ),
        pen.say(
            "{who}; {kit}; {sessions} {form} sessions a week",
            who=who,
            kit=pen.kit(athlete.equipment),
            sessions=brief.dose.sessions,
            form=brief.dose.form,
        ),
        *(
            pen.say("on the way: {event}, priority {priority}", event=_event(event, pen), priority=event.priority)
            for event in others
        ),
    ]


def _event(event: Event, pen: Pen) -> str:
    return f"{escape(event.name)}, {pen.day(event.date)}{pen.kilometres(event.distance_km)}"


def _phases(plan: Plan, pen: Pen) -> list[str]:
    times = Counter(item.phase for item in plan.mesocycles)
    rows = [[pen.say(head) for head in PHASE_HEADS]]
    rows += [_phase(item, plan, pen, again=times[item.phase] > 1) for item in plan.mesocycles]
    return [pen.say("Phases, counted back from the race"), *columns(rows, right=(1, 3, 4, 5))]


def _phase(item: Mesocycle, plan: Plan, pen: Pen, *, again: bool) -> list[str]:
    sessions = [session for session in plan.sessions if item.holds(session.date)]
    out = [week.weeks_out for week in plan.weeks if item.holds(week.start)]
    weeks, days = divmod((item.end - item.start).days + 1, 7)
    return [
        pen.messages.name(item.phase) + (f" {item.wave}" if again else ""),
        pen.say("{weeks}+{days}d", weeks=weeks, days=days) if days else f"{weeks}",
        pen.stretch(item.start, item.end),
        _range(max(out), min(out), pen) if out else "-",
        f"{len(sessions)}",
        _reps((line for session in sessions for line in session.exercises), pen),
        pen.say(PURPOSES[item.phase]),
    ]


def _range(first: int, last: int, pen: Pen) -> str:
    return f"{first}" if first == last else pen.say("{first} to {last}", first=first, last=last)


def _reps(lines: Iterable[Prescription], pen: Pen) -> str:
    counted = [line.reps for line in lines if line.reps is not None and line.role not in _BESIDES_REPS]
    return pen.span(min(reps.min for reps in counted), max(reps.max for reps in counted)) if counted else "-"


def _grid(plan: Plan, pen: Pen) -> list[str]:
    first = plan.brief.week_start.number
    days = [*Weekday][first:] + [*Weekday][:first]
    *heads, minutes = (pen.say(head) for head in WEEK_HEADS)
    rows = [[*heads, *map(pen.messages.name, days), minutes]]
    rows += [_line(item, plan, days, pen) for item in plan.weeks]
    lines = [pen.say("Weeks"), *columns(rows, right=(0, 1, len(rows[0]) - 1))]
    inside = {session.id for item in plan.weeks for session in item.sessions}
    for session in plan.sessions:
        if session.id not in inside:
            where = f"{pen.day(session.date)} {pen.clock(session)} {escape(session.id)}"
            lines.append(f"  {pen.say('outside every week: {where}', where=where)}")
    return [*lines, *_legend(plan, pen)]


def _line(item: Week, plan: Plan, days: Iterable[Weekday], pen: Pen) -> list[str]:
    cells = dict.fromkeys(days, "")
    for date in dates_from(item.start, item.end):
        cells[Weekday.of(date)] = _cell(date, item, plan, pen)
    minutes = sum(session.minutes for session in item.sessions)
    start = pen.messages.date(item.start)
    return [f"{item.week}", f"{item.weeks_out}", start, pen.phase(item), *cells.values(), f"{minutes or ''}"]


def _cell(date: dt.date, item: Week, plan: Plan, pen: Pen) -> str:
    marks = "".join(map(pen.letter, in_order(date, item)))
    return marks or (CLOSED if plan.brief.availability.blacked_out(date) else FREE)


def _legend(plan: Plan, pen: Pen) -> list[str]:
    runs = {run.kind for run in plan.runs}
    sessions = {(session.form, session.focus) for session in plan.sessions}
    parts = [f"{pen.run_mark(kind)} {pen.run(kind)}" for kind in RUNS if kind in runs]
    parts += [
        pen.say("{mark} {form} session, {focus}", mark=pen.mark(form, focus), form=form, focus=pen.focus(focus))
        for form in Form
        for focus in Focus
        if (form, focus) in sessions
    ]
    parts.append(f"{FREE} {pen.say('free')}")
    if plan.brief.availability.blackout:
        parts.append(f"{CLOSED} {pen.say('closed')}")
    both = f"{pen.run_mark(RunKind.QUALITY)}{pen.mark(Form.FULL, Focus.WHOLE)}"
    parts += [pen.say("min: minutes of strength work"), pen.say("{both}: the run, then the session", both=both)]
    return wrapped(parts, "  ")
