"""How a season reads in a terminal: its lines, what is escaped, and that nothing is said by colour."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from periodize import _catalogue
from periodize._catalogue import Catalogue
from periodize._dates import dates_from
from periodize._findings import Report, Severity
from periodize._model import Event, Focus, Form, Mesocycle, Plan, Prescription, Role, Week
from periodize._text import _words as words
from periodize._text._cards import in_order, season_cards, week_cards
from periodize._text._columns import columns, wrapped
from periodize._text._words import escape
from periodize._units import Weekday

__all__ = ["escape", "finding_lines", "season", "verdict", "week"]

_BESIDES_REPS = frozenset({Role.TRUNK, Role.RETENTION})


def season(plan: Plan, report: Report | None = None, catalogue: Catalogue | None = None, *, cards: bool = False) -> str:
    """Write the whole season: its phases, a line for each week, with `cards` every session, and the verdict."""
    sections = [_header(plan), _phases(plan), _grid(plan)]
    if cards:
        sections += season_cards(plan, _catalogue.load() if catalogue is None else catalogue)
    if report is not None:
        sections.append(list(_findings(report)))
    return _joined(sections)


def week(plan: Plan, number: int, catalogue: Catalogue | None = None) -> str:
    """Write a week day by day, each session as a card.

    Raises:
        LookupError: the plan has no such week.
    """
    for item in plan.weeks:
        if item.week == number:
            names = _catalogue.load() if catalogue is None else catalogue
            return _joined(week_cards(item, names, pounds=plan.brief.athlete.rack.pounds))
    numbers = [item.week for item in plan.weeks]
    there = f"; its weeks are {words.span(min(numbers), max(numbers), ' to ')}" if numbers else ""
    raise LookupError(f"the plan has no week {number}{there}")


def _joined(sections: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(section) for section in sections if section)


def verdict(report: Report) -> str:
    """Say in one line how many findings of each severity there are, and of which rules.

    >>> verdict(Report(()))
    'no errors, no warnings, no advice'
    """
    parts = []
    for severity, one, many in (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.ADVICE, "advice", "advice"),
    ):
        found = [finding.code for finding in report if finding.severity is severity]
        codes = ", ".join(sorted(set(found)))
        parts.append(f"{len(found)} {one if len(found) == 1 else many} ({codes})" if found else f"no {many}")
    if report.waived:
        codes = ", ".join(sorted({finding.code for finding in report.waived}))
        parts.append(f"{len(report.waived)} waived ({codes})")
    return ", ".join(parts)


def finding_lines(report: Report, severity: Severity | None = None) -> list[str]:
    """Write each finding as its line: date, place, code, name, message, numbers."""
    return [escape(str(finding)) for finding in report if severity in (None, finding.severity)]


def waived_lines(report: Report) -> list[str]:
    """Write each waived finding as its line, with the reason."""
    return [escape(f"{item}; waived: {item.waiver.reason}") for item in report.waived if item.waiver is not None]


def _findings(report: Report) -> Iterator[str]:
    yield f"Checked: {verdict(report)}"
    for severity in Severity:
        if lines := finding_lines(report, severity):
            yield f"{severity}:"
            yield from (f"  {line}" for line in lines)
    if report.waived:
        yield "waived:"
        yield from (f"  {line}" for line in waived_lines(report))


def _header(plan: Plan) -> list[str]:
    brief, athlete = plan.brief, plan.brief.athlete
    ahead = sum(item.weeks_out >= 0 for item in plan.weeks)
    weeks = f"{words.count(ahead, 'week')} to the race, {len(plan.weeks)} in all, from {words.day(brief.start)}"
    kit = ", ".join(item.value.replace("_", " ") for item in athlete.equipment) or "no equipment"
    age = "" if athlete.age is None else f", age {athlete.age}"
    dose = f"{brief.dose.sessions} {brief.dose.form} sessions a week"
    others = [event for event in brief.events if event is not brief.target]
    return [
        _event(brief.target),
        weeks,
        f"{athlete.level}{age}; {kit}; {dose}",
        *(f"on the way: {_event(event)}, priority {event.priority}" for event in others),
    ]


def _event(event: Event) -> str:
    return f"{escape(event.name)}, {words.day(event.date)}{words.kilometres(event.distance_km)}"


def _phases(plan: Plan) -> list[str]:
    times = Counter(item.phase for item in plan.mesocycles)
    rows = [["phase", "weeks", "dates", "weeks out", "sessions", "reps", "to"]]
    rows += [_phase(item, plan, again=times[item.phase] > 1) for item in plan.mesocycles]
    return ["Phases, counted back from the race", *columns(rows, right=(1, 3, 4, 5))]


def _phase(item: Mesocycle, plan: Plan, *, again: bool) -> list[str]:
    sessions = [session for session in plan.sessions if item.holds(session.date)]
    out = [week.weeks_out for week in plan.weeks if item.holds(week.start)]
    weeks, days = divmod((item.end - item.start).days + 1, 7)
    return [
        f"{item.phase} {item.wave}" if again else f"{item.phase}",
        f"{weeks}+{days}d" if days else f"{weeks}",
        words.stretch(item.start, item.end),
        words.span(max(out), min(out), " to ") if out else "-",
        f"{len(sessions)}",
        _reps(line for session in sessions for line in session.exercises),
        words.PURPOSES[item.phase],
    ]


def _reps(lines: Iterable[Prescription]) -> str:
    counted = [line.reps for line in lines if line.reps is not None and line.role not in _BESIDES_REPS]
    return words.span(min(reps.min for reps in counted), max(reps.max for reps in counted)) if counted else "-"


def _grid(plan: Plan) -> list[str]:
    first = plan.brief.week_start.number
    days = [*words.DAYS][first:] + [*words.DAYS][:first]
    rows = [["wk", "out", "first day", "phase", *(words.DAYS[day] for day in days), "min"]]
    rows += [_line(item, plan, days) for item in plan.weeks]
    lines = ["Weeks", *columns(rows, right=(0, 1, len(rows[0]) - 1))]
    inside = {session.id for item in plan.weeks for session in item.sessions}
    for session in plan.sessions:
        if session.id not in inside:
            where = f"{words.day(session.date)} {words.clock(session)} {escape(session.id)}"
            lines.append(f"  outside every week: {where}")
    return [*lines, *_legend(plan)]


def _line(item: Week, plan: Plan, days: Iterable[Weekday]) -> list[str]:
    cells = dict.fromkeys(days, "")
    for date in dates_from(item.start, item.end):
        cells[Weekday.of(date)] = _cell(date, item, plan)
    minutes = sum(session.minutes for session in item.sessions)
    start = item.start.isoformat()
    return [f"{item.week}", f"{item.weeks_out}", start, words.phase(item), *cells.values(), f"{minutes or ''}"]


def _cell(date: dt.date, item: Week, plan: Plan) -> str:
    marks = "".join(map(words.letter, in_order(date, item)))
    return marks or (words.CLOSED if plan.brief.availability.blacked_out(date) else words.FREE)


def _legend(plan: Plan) -> list[str]:
    runs = {run.kind for run in plan.runs}
    sessions = {(session.form, session.focus) for session in plan.sessions}
    parts = [f"{letter} {name}" for kind, (letter, name) in words.RUNS.items() if kind in runs]
    parts += [
        f"{words.mark(form, focus)} {form} session, {words.FOCUSES[focus][1]}"
        for form in Form
        for focus in Focus
        if (form, focus) in sessions
    ]
    parts.append(f"{words.FREE} free")
    if plan.brief.availability.blackout:
        parts.append(f"{words.CLOSED} closed")
    parts += ["min: minutes of strength work", "Q+S: the run, then the session"]
    return wrapped(parts, "  ")
