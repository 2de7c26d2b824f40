"""The pinned errors of the design section 5, stated anew over a plan's JSON document.

Standard library only, nothing of periodize. `errors(document)` lists every breach, sorted.
PZ501 (missing-equipment) is left out: it cannot be told without the catalogue.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from tests.oracles.reading import DAY, MINUTES_A_DAY, Document, Season, find, open_minutes, owes_minimum, read

ORDER = ("adaptation", "strength", "power", "endurance", "taper")
PARTS: Mapping[str, frozenset[str]] = {
    "whole": frozenset({"legs", "push", "pull"}),
    "lower": frozenset({"legs"}),
    "upper": frozenset({"push", "pull"}),
    "core": frozenset(),
}
UNITS = {"full": 2, "mini": 1}
MINIMUM_UNITS = 4


class Breach(NamedTuple):
    """One broken law: `where` is a session id, an ISO date or a week number."""

    code: str
    where: str
    text: str


def phases_out_of_order(season: Season) -> Iterator[Breach]:
    """PZ101. Within a wave: adaptation, strength, power, endurance, taper; each may be missing, but no power without strength."""
    for wave in sorted({span.wave for span in season.mesocycles}):
        seen: list[str] = []
        for span in season.mesocycles:
            if span.wave != wave or span.phase not in ORDER:
                continue
            later = [phase for phase in seen if ORDER.index(phase) > ORDER.index(span.phase)]
            if later:
                yield Breach("PZ101", span.where, f"{span.phase} after {later[0]} in wave {wave}")
            if span.phase == "power" and "strength" not in seen:
                yield Breach("PZ101", span.where, f"power without strength before it in wave {wave}")
            seen.append(span.phase)


def season_with_a_gap(season: Season) -> Iterator[Breach]:
    """PZ102. Mesocycles and weeks tile the season; weeks end before the next border, only the first is cut, at the start."""
    for name, spans in (("mesocycle", season.mesocycles), ("week", season.weeks)):
        due = season.start
        for span in spans:
            if span.first != due or span.last < span.first:
                yield Breach("PZ102", span.where, f"{name} {span.first} to {span.last}, due from {due}")
            due = span.last + DAY
        if not spans:
            yield Breach("PZ102", due.isoformat(), f"no {name}")
    for week in season.weeks:
        last = week.first + (season.border - week.first.weekday() - 1) % 7 * DAY
        if week.last != last:
            yield Breach("PZ102", week.where, f"week ends on {week.last}, its border is {last}")
    ends = {spans[-1].last for spans in (season.mesocycles, season.weeks) if spans}
    if len(ends) > 1:
        yield Breach("PZ102", max(ends).isoformat(), "mesocycles and weeks end on different days")


def not_anchored(season: Season) -> Iterator[Breach]:
    """PZ103. The A event's day is its taper's last, a transition starts the day after it, its week has weeks_out 0."""
    goals = season.goals
    tapers = [span for span in season.mesocycles if span.phase == "taper"]
    for goal in goals:
        if goal not in {span.last for span in tapers}:
            yield Breach("PZ103", goal.isoformat(), "no taper ends on the event's day")
        after = find(season.mesocycles, goal + DAY)
        if after and (after.phase, after.first) != ("transition", goal + DAY):
            yield Breach("PZ103", (goal + DAY).isoformat(), "no transition starts on the day after the event")
    for span in tapers:
        if span.last not in goals:
            yield Breach("PZ103", span.where, f"taper ends on {span.last}, no A event's day")
    for span in season.mesocycles:
        if span.phase == "transition" and span.first - DAY not in goals:
            yield Breach("PZ103", span.where, "transition does not start on the day after an A event")
    for week in season.weeks:
        if week.weeks_out is None or not goals:
            continue
        if week.holds(goals[-1]) and week.weeks_out != 0:
            yield Breach("PZ103", week.where, f"the event's week has weeks_out {week.weeks_out}")
        if week.weeks_out == 0 and not any(map(week.holds, goals)):
            yield Breach("PZ103", week.where, "weeks_out 0 without an A event")


def session_outside_season(season: Season) -> Iterator[Breach]:
    """PZ106. Every session is in some week."""
    for session in season.sessions:
        if find(season.weeks, session.date) is None:
            yield Breach("PZ106", session.id, f"{session.date} is in no week")


def phase_label_differs(season: Season) -> Iterator[Breach]:
    """PZ107. Sessions and weeks (by their first day) carry the phase of the mesocycle they are in."""
    labels = [(session.id, session.phase, session.date) for session in season.sessions]
    labels += [(week.where, week.phase, week.first) for week in season.weeks]
    for where, phase, day in labels:
        cycle = find(season.mesocycles, day)
        if cycle and phase != cycle.phase:
            yield Breach("PZ107", where, f"says {phase}, its mesocycle {cycle.phase}")


def weekly_minimum(season: Season) -> Iterator[Breach]:
    """PZ201. A whole week of the loading phases, deloads included, holds four units; a full session is two, a mini one."""
    for week in season.weeks:
        held = [session for session in season.sessions if week.holds(session.date) and session.focus != "core"]
        units = sum(UNITS[session.form] for session in held)
        if owes_minimum(season, week) and units < MINIMUM_UNITS:
            yield Breach("PZ201", week.where, f"{units} units, at least {MINIMUM_UNITS}")


def lift_before_or_during_run(season: Season) -> Iterator[Breach]:
    """PZ301, PZ303. No session starts before a run that goes first on its day, none overlaps any run."""
    for session in season.sessions:
        for run in season.runs:
            if run.date == session.date and session.start < run.start and run.kind in season.goes_first:
                yield Breach("PZ301", session.id, f"starts before run {run.id}")
            if session.start < run.end and run.start < session.end:
                yield Breach("PZ303", session.id, f"overlaps run {run.id}")


def same_parts_too_soon(season: Season) -> Iterator[Breach]:
    """PZ302. Sessions that share loaded parts are never on the same or the next day."""
    for earlier, later in combinations(season.sessions, 2):
        shared = sorted(PARTS[later.focus] & PARTS[earlier.focus])
        if shared and (later.date - earlier.date).days <= 1:
            yield Breach("PZ302", later.id, f"loads {', '.join(shared)} again, no day between it and {earlier.id}")


def outside_availability(season: Season) -> Iterator[Breach]:
    """PZ304. A session lies within one open stretch of its day and is not too long."""
    longest = season.availability.get("max_session_minutes")
    for session in season.sessions:
        start = session.start % MINUTES_A_DAY
        end = start + session.end - session.start
        if not any(first <= start and end <= last for first, last in open_minutes(season, session.date)):
            yield Breach("PZ304", session.id, "not inside the day's open time")
        if longest is not None and end - start > longest:
            yield Breach("PZ304", session.id, f"{end - start} minutes, at most {longest}")


def too_many_a_day(season: Season) -> Iterator[Breach]:
    """PZ305. No day has more sessions than the athlete allows; the later ones are at fault."""
    most = season.availability.get("max_a_day") or 1
    for day in sorted({session.date for session in season.sessions}):
        for session in [session for session in season.sessions if session.date == day][most:]:
            yield Breach("PZ305", session.id, f"more than {most} on {day}")


def endurance_low_reps(season: Season) -> Iterator[Breach]:
    """PZ401. In the endurance phase every rep-counted line but retention has 15 repetitions or more."""
    for session in season.sessions:
        for line in session.lines if session.phase == "endurance" else ():
            reps = line.get("reps")
            if reps and reps["min"] < 15 and line.get("role") != "retention":
                yield Breach("PZ401", session.id, f"{line.get('exercise')}: {reps['min']} reps, at least 15")


def close_to_event(season: Season) -> Iterator[Breach]:
    """PZ701, PZ702, PZ704. No session on an event day; before an A event nothing heavy under 3 days, no legs under 2."""
    for session in season.sessions:
        if session.date in {day for day, _ in season.events}:
            yield Breach("PZ701", session.id, "on the day of an event")
        for goal in season.goals:
            gap = (goal - session.date).days
            if session.heavy and 0 <= gap < 3:
                yield Breach("PZ702", session.id, f"heavy {gap} days before the event, at least 3")
            if "legs" in PARTS[session.focus] and 0 <= gap < 2:
                yield Breach("PZ704", session.id, f"legs {gap} days before the event, at least 2")


def needs_referral(season: Season) -> Iterator[Breach]:
    """PZ801. Who should see a doctor first has no session."""
    if season.sessions and (season.brief.get("athlete") or {}).get("screening") == "refer":
        yield Breach("PZ801", season.start.isoformat(), "screening says refer, and there are sessions")


LAWS: tuple[Callable[[Season], Iterator[Breach]], ...] = (
    phases_out_of_order, season_with_a_gap, not_anchored, session_outside_season, phase_label_differs, weekly_minimum,
    lift_before_or_during_run, same_parts_too_soon, outside_availability, too_many_a_day, endurance_low_reps,
    close_to_event, needs_referral,
)  # fmt: skip

CODES = frozenset(
    {"PZ101", "PZ102", "PZ103", "PZ106", "PZ107", "PZ201", "PZ301", "PZ302", "PZ303", "PZ304", "PZ305"}
    | {"PZ401", "PZ701", "PZ702", "PZ704", "PZ801"}
)
"""What the laws can say."""


def errors(document: Document) -> list[Breach]:
    """Every breach of the pinned errors, sorted."""
    season = read(document)
    return sorted({breach for law in LAWS for breach in law(season)})
