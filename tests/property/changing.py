"""Ways to change a brief or a plan's document that the properties share: shift, permute, damage."""

import copy
import datetime as dt

import attrs
from hypothesis import assume
from hypothesis import strategies as st

import periodize as pz

DATES = frozenset({"date", "start", "end", "first", "last", "week_from"})
NOT_BY_WEEKS = ("MONTHLY", "YEARLY", "UNTIL")


def without_calendar_rules(brief):
    """Leave out the recurring runs that do not move with whole weeks."""
    rules = [rule for rule in brief.runs.rules if not any(word in rule.rrule for word in NOT_BY_WEEKS)]
    return attrs.evolve(brief, runs=attrs.evolve(brief.runs, rules=rules))


def without_pins(brief):
    """Leave out the pinned sessions, of which the oracles know nothing."""
    return attrs.evolve(brief, availability=attrs.evolve(brief.availability, pinned=()))


def shifted(brief, weeks):
    """Move every date of a brief by whole weeks."""
    by = dt.timedelta(weeks=weeks)
    runs, availability = brief.runs, brief.availability
    return attrs.evolve(
        brief,
        events=[attrs.evolve(event, date=event.date + by) for event in brief.events],
        start=brief.start + by,
        runs=attrs.evolve(
            runs,
            week_from=runs.week_from and runs.week_from + by,
            dated=[attrs.evolve(run, date=run.date + by) for run in runs.dated],
        ),
        availability=attrs.evolve(
            availability,
            blackout=[pz.Blackout(span.first + by, span.last + by) for span in availability.blackout],
            pinned=[attrs.evolve(pin, date=pin.date + by) for pin in availability.pinned],
        ),
    )


def shifted_document(value, weeks, key=""):
    """Move every date of a document by whole weeks."""
    if isinstance(value, dict):
        return {name: shifted_document(item, weeks, name) for name, item in value.items()}
    if isinstance(value, list):
        return [shifted_document(item, weeks) for item in value]
    if key in DATES and isinstance(value, str):
        return (dt.date.fromisoformat(value) + dt.timedelta(weeks=weeks)).isoformat()
    return value


def permuted(brief, random):
    """Build the same brief of the same facts in another order."""

    def mixed(items):
        return random.sample(list(items), len(items))

    runs, athlete, availability = brief.runs, brief.athlete, brief.availability
    return attrs.evolve(
        brief,
        events=mixed(brief.events),
        athlete=attrs.evolve(athlete, equipment=mixed(athlete.equipment), avoid=mixed(athlete.avoid)),
        runs=attrs.evolve(
            runs, week="; ".join(mixed(runs.week.split("; "))), rules=mixed(runs.rules), dated=mixed(runs.dated)
        ),
        availability=attrs.evolve(
            availability,
            days=mixed(availability.days),
            windows={day: mixed(spans) for day, spans in mixed(availability.windows)},
            blackout=mixed(availability.blackout),
            prefer_days=mixed(availability.prefer_days),
            pinned=mixed(availability.pinned),
        ),
    )


# Damage: one random change to a plan's document. Each takes the document, one of its entries, and a way to draw.


def _move(document, entry, draw):
    days = draw(st.integers(-10, 10).filter(bool))
    entry["date"] = (dt.date.fromisoformat(entry["date"]) + dt.timedelta(days=days)).isoformat()


def _clock(document, entry, draw):
    minutes = draw(st.integers(0, 287)) * 5
    entry["time"] = f"{minutes // 60:02}:{minutes % 60:02}"


def _lengthen(document, entry, draw):
    entry["minutes"] = draw(st.sampled_from((1, 30, 61, 240)))


def _drop(document, entry, draw):
    document["sessions"].remove(entry)


def _double(document, entry, draw):
    twin = {**copy.deepcopy(entry), "id": "twin"}
    document["sessions"].append(twin)
    draw(st.sampled_from((_move, _clock)))(document, twin, draw)


def _set(key, *values):
    def change(document, entry, draw):
        entry[key] = draw(st.sampled_from([value for value in values if value != entry[key]]))

    return change


def _few_reps(document, entry, draw):
    lines = [line for line in entry["exercises"] if line["reps"]]
    assume(lines)
    line = lines[draw(st.integers(0, len(lines) - 1))]
    line["reps"] = {"min": 8, "max": 12}
    line["role"] = draw(st.sampled_from(("main", "accessory", "retention")))


def _close(document, entry, draw):
    document["brief"]["availability"]["blackout"].append({"first": entry["date"], "last": entry["date"]})


def _refer(document, entry, draw):
    document["brief"]["athlete"]["screening"] = "refer"


def _swap(document, entry, draw):
    cycles = document["mesocycles"]
    assume(len(cycles) > 1)
    numbers = draw(st.lists(st.integers(0, len(cycles) - 1), min_size=2, max_size=2, unique=True))
    one, two = (cycles[number] for number in numbers)
    one["phase"], two["phase"] = two["phase"], one["phase"]


def _later(document, entry, draw):
    entry["start"] = (dt.date.fromisoformat(entry["start"]) + dt.timedelta(days=1)).isoformat()
    assume(entry["start"] <= entry["end"])


DAMAGES = {
    "move a session": ("sessions", _move),
    "start a session at another time": ("sessions", _clock),
    "lengthen a session": ("sessions", _lengthen),
    "drop a session": ("sessions", _drop),
    "double a session": ("sessions", _double),
    "change a session's focus": ("sessions", _set("focus", "whole", "lower", "upper", "core")),
    "change a session's form": ("sessions", _set("form", "full", "mini")),
    "call a session heavy, or light": ("sessions", _set("heavy", True, False)),
    "change a session's phase": ("sessions", _set("phase", "strength", "endurance", "taper", "transition")),
    "lower the repetitions of a line": ("sessions", _few_reps),
    "close a session's day": ("sessions", _close),
    "refer the athlete": ("sessions", _refer),
    "move a run": ("runs", _move),
    "start a run at another time": ("runs", _clock),
    "lengthen a run": ("runs", _lengthen),
    "change a week's phase": ("weeks", _set("phase", "strength", "endurance", "taper", "transition")),
    "count a week otherwise": ("weeks", _set("weeks_out", 0, 1, 2)),
    "begin a week a day later": ("weeks", _later),
    "swap two phases": ("mesocycles", _swap),
    "change a wave": ("mesocycles", _set("wave", 1, 2)),
    "begin a phase a day later": ("mesocycles", _later),
}


def damaged(document, draw):
    """Return the document with one random change."""
    document = copy.deepcopy(document)
    field, change = DAMAGES[draw(st.sampled_from(sorted(DAMAGES)))]
    assume(document[field])
    change(document, document[field][draw(st.integers(0, len(document[field]) - 1))], draw)
    return document


def place(finding):
    """Say where a finding is as the oracle says it: a session's id, a week's number, or a phase's first day."""
    where = finding.where
    if where.session_id is not None:
        return where.session_id
    if where.pointer.startswith("/weeks/"):
        return str(where.week)
    return where.date.isoformat()
