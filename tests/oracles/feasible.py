"""Can the weekly minimum be placed at all? Exhaustive over the days of some weeks.

Standard library only, nothing of periodize. Used to check what the placer calls infeasible.

Which clock time a session gets on its day matters to no law here: PZ301 and PZ303 together say "after
the last run ends", PZ302, PZ702 and PZ704 count days. So a day is described by how many sessions fit on it one after
another (starts on the 5-minute grid), and the search is over days only, keeping every reachable state.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from tests.oracles import reading
from tests.oracles.laws import PARTS

GRID = 5
# What a day may hold, by form. Two sessions of one day never share parts (PZ302).
CHOICES: Mapping[str, Sequence[tuple[str, ...]]] = {
    "full": ((), ("whole",)),
    "mini": ((), ("lower",), ("upper",), ("lower", "upper")),
}
# The weekly minimum by form: four units, as the coach's tables deals them.
NEED: Mapping[str, Mapping[str, int]] = {"full": {"whole": 2}, "mini": {"lower": 2, "upper": 2}}
State = tuple[tuple[str, ...], tuple[int, ...]]  # the focuses of the day before, the counts of the week


def can_place(document: reading.Document, week_numbers: Sequence[int], minutes: Mapping[str, int]) -> bool:
    """Whether each whole loading week of the stretch can have its minimum and break no placing law.

    `minutes` is the length of a session by form. Sessions in the document are not read. Weeks that owe no minimum stay
    empty, which is best for their neighbours.
    """
    season = reading.read({**document, "sessions": []})
    form = (season.brief.get("dose") or "2 full").split()[1]
    need = NEED[form]
    owing = [week for week in season.weeks if int(week.where) in week_numbers and reading.owes_minimum(season, week)]
    states: set[State] = {((), (0,) * len(need))}
    previous: reading.Span | None = None
    for week in owing:
        touching = previous is not None and previous.last + reading.DAY == week.first
        states = {(before if touching else (), (0,) * len(need)) for before, _ in states}
        for offset in range(7):
            choices = _day_choices(season, week, week.first + offset * reading.DAY, form, minutes[form])
            states = {
                (choice, tuple(count + (focus in choice) for count, focus in zip(counts, need, strict=True)))
                for before, counts in states
                for choice in choices
                if not _parts(before) & _parts(choice)
            }
        states = {state for state in states if all(map(int.__ge__, state[1], need.values()))}
        previous = week
    return bool(states)


def _parts(focuses: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(PARTS[focus] for focus in focuses))


def _day_choices(
    season: reading.Season, week: reading.Span, day: dt.date, form: str, minutes: int
) -> list[tuple[str, ...]]:
    room = min(room_on(season, day, minutes), season.availability.get("max_a_day") or 1)
    if day in {event for event, _ in season.events}:  # PZ701
        room = 0
    gaps = [(goal - day).days for goal in season.goals if goal >= day]
    last_legs = 2 if week.deload else 3  # PZ704, PZ702
    closed_to_legs = bool(gaps) and min(gaps) < last_legs
    return [
        choice for choice in CHOICES[form] if len(choice) <= room and not (closed_to_legs and "legs" in _parts(choice))
    ]


def room_on(season: reading.Season, day: dt.date, minutes: int) -> int:
    """How many sessions of this length fit one after another on a day (PZ301, PZ303, PZ304)."""
    longest = season.availability.get("max_session_minutes")
    if longest is not None and minutes > longest:
        return 0
    midnight = day.toordinal() * reading.MINUTES_A_DAY
    earliest = max((run.end - midnight for run in season.runs if run.date <= day), default=0)
    room = 0
    for first, last in reading.open_minutes(season, day):
        start = -(-max(first, earliest) // GRID) * GRID
        while start + minutes <= last:
            room += 1
            start += -(-minutes // GRID) * GRID
    return room
