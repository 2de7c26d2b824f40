"""When nothing fits: the smallest reason, and the nearest changes to the brief that work."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from periodize import _dates
from periodize._engine import Shape
from periodize._findings import Severity
from periodize._model import Brief, Dose, Focus, Pinned, RunKind
from periodize._planner._setting import Setting
from periodize._units import Weekday

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from periodize._model import Availability

MOST_RELAXATIONS = 3
"""How many ways out are named."""
MOST_CHANGES = 3
"""How many changes to the brief one way out may hold."""
_MOST_TRIES = 120

_STEERING = (Shape.PAIR, Shape.SESSION, Shape.WEEK)


@attrs.frozen
class Clash:
    """A fact or a rule that cannot hold together with the others of its conflict.

    Attributes:
        label: in the athlete's terms.
        kind: "fact" or "rule".
        code: the rule's code, or the key of the brief that holds the fact.
        weeks: the numbers of the weeks that it strikes.
    """

    label: str
    kind: str
    code: str
    weeks: tuple[int, ...]


@attrs.frozen
class Relaxation:
    """A change to the brief with which a plan exists.

    Attributes:
        label: what changes.
        brief: the changed brief; it was planned and found to work.
    """

    label: str
    brief: Brief


class _Member(NamedTuple):
    """A fact or rule that may be waived; waiving it only ever enlarges the choice."""

    kind: str
    code: str
    label: str
    waive: Callable[[Setting], Setting]
    days: tuple[Weekday, ...] = ()


def conflict(setting: Setting, weeks: tuple[int, ...]) -> tuple[Clash, ...]:
    """Return an irreducible set of facts and rules that cannot hold together in some weeks.

    Without any one of them the weeks can be placed: each is dropped in turn and stays away if the rest still clashes,
    until none can be dropped any more.
    """
    members = list(_members(setting, weeks))
    kept: list[_Member] = []
    rest = members
    while len(rest) != len(kept):
        kept = rest
        for member in kept:
            fewer = [other for other in rest if other is not member]
            if not _without(setting, members, fewer).can_place(weeks):
                rest = fewer
    return tuple(_merged(kept, weeks))


def _without(setting: Setting, members: Sequence[_Member], kept: Sequence[_Member]) -> Setting:
    """Waive all members but the kept ones."""
    names = {(member.code, member.label) for member in kept}
    for member in members:
        if (member.code, member.label) not in names:
            setting = member.waive(setting)
    return setting


def _merged(members: Sequence[_Member], weeks: tuple[int, ...]) -> Iterator[Clash]:
    """Name the members; closed weekdays become one fact."""
    closed = sorted((day for member in members for day in member.days), key=lambda day: day.number)
    if closed:
        yield Clash(
            f"no time on {_listed([day.value.capitalize() for day in closed])}", "fact", "availability.days", weeks
        )
    for member in members:
        if not member.days:
            yield Clash(member.label, member.kind, member.code, weeks)


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


# What may be waived. Those that are tried first are the first to be found needless.


def _members(setting: Setting, weeks: tuple[int, ...]) -> Iterator[_Member]:
    stretch = [week for week in setting.timeline.weeks if week.week in weeks]
    first, last = stretch[0].start, stretch[-1].end
    minimum = []
    for rule in setting.rules:
        member = _rule_member(setting, rule)
        if member is not None and rule.meta.code == "PZ201":
            minimum.append(member)
        elif member is not None:
            yield member
    yield from _run_members(setting, first, last)
    availability = setting.availability
    if availability.max_a_day < _MOST_A_DAY:
        said = "one session" if availability.max_a_day == 1 else f"{availability.max_a_day} sessions"
        yield _Member("fact", "availability.max_a_day", f"at most {said} a day", _more_a_day)
    for span in availability.blackout:
        if span.first <= last and first <= span.last:
            yield _Member(
                "fact", "availability.blackout", f"blackout from {span.first} to {span.last}", _without_blackout(span)
            )
    for pin in availability.pinned:
        if first <= pin.date <= last:
            article = "an" if pin.focus is Focus.UPPER else "a"
            label = f"{article} {pin.focus} session pinned on {pin.date} at {pin.time:%H:%M}"
            yield _Member("fact", "availability.pinned", label, _without_pin(pin))
    for day, windows in availability.windows:
        label = f"on {day.value.capitalize()} only {_listed([str(window) for window in windows])}" if windows else ""
        yield _Member(
            "fact", "availability.windows", label or f"no open hours on {day.value.capitalize()}", _without_windows(day)
        )
    for day in Weekday:
        if day not in availability.days:
            yield _Member("fact", "availability.days", f"no time on {day.value.capitalize()}", _with_day(day), (day,))
    yield from minimum


_MOST_A_DAY = 4


def _rule_member(setting: Setting, rule: Any) -> _Member | None:  # any rule
    steers = rule.meta.reads == "schedule" and any(hasattr(rule, shape.value) for shape in _STEERING)
    if not steers or Severity.ERROR not in setting.rules.severities_of(rule):
        return None
    code = rule.meta.code
    label = getattr(rule, "law", f"{code} {rule.meta.name}")
    return _Member("rule", code, label, lambda old: attrs.evolve(old, rules=old.rules.without(code)))


def _run_members(setting: Setting, first: dt.date, last: dt.date) -> Iterator[_Member]:
    """Yield the runs of the stretch and of the days around it, alike ones as one: easy ones first."""
    alike: dict[tuple[RunKind, Weekday, int], str] = {}
    for date in _dates.dates_from(_dates.days_after(first, -2), _dates.days_after(last, 2)):
        for run in setting.runs.get(date, ()):
            day = Weekday.of(date)
            label = f"{run.kind} run on {day.value.capitalize()}, {run.time:%H:%M}"
            alike.setdefault((run.kind, day, run.start_minute), label)
    for (kind, day, start), label in sorted(alike.items(), key=lambda item: (item[0][0].hard, item[0][1].number)):
        yield _Member("fact", "runs", label, _without_run(kind, day, start))


def _without_run(kind: RunKind, day: Weekday, start: int) -> Callable[[Setting], Setting]:
    def waive(setting: Setting) -> Setting:
        runs = {
            date: tuple(run for run in items if (run.kind, Weekday.of(date), run.start_minute) != (kind, day, start))
            for date, items in setting.runs.items()
        }
        return attrs.evolve(setting, runs=runs)

    return waive


def _of_availability(change: Callable[[Availability], Availability]) -> Callable[[Setting], Setting]:
    return lambda setting: attrs.evolve(setting, availability=change(setting.availability))


def _with_day(day: Weekday) -> Callable[[Setting], Setting]:
    return _of_availability(lambda old: attrs.evolve(old, days=(*old.days, day)))


def _without_windows(day: Weekday) -> Callable[[Setting], Setting]:
    return _of_availability(
        lambda old: attrs.evolve(old, windows=tuple(item for item in old.windows if item[0] is not day))
    )


def _without_blackout(span: object) -> Callable[[Setting], Setting]:
    return _of_availability(
        lambda old: attrs.evolve(old, blackout=tuple(other for other in old.blackout if other != span))
    )


def _without_pin(pin: Pinned) -> Callable[[Setting], Setting]:
    return _of_availability(lambda old: attrs.evolve(old, pinned=tuple(other for other in old.pinned if other != pin)))


_more_a_day = _of_availability(lambda old: attrs.evolve(old, max_a_day=old.max_a_day + 1))


# Ways out


class _Change(NamedTuple):
    """A change to the brief."""

    label: str
    make: Callable[[Brief], Brief]


def relaxations(setting: Setting, weeks: tuple[int, ...]) -> tuple[Relaxation, ...]:
    """Return the nearest changes to the brief that work: one where one is enough, at most three; cheapest first.

    Each was planned. Empty where none was found.
    """
    changes = list(_changes(setting.brief))
    tries = 0
    for count in range(1, MOST_CHANGES + 1):
        found: list[Relaxation] = []
        for chosen in combinations(changes, count):
            tries += 1
            if tries > _MOST_TRIES or len(found) == MOST_RELAXATIONS:
                break
            brief = setting.brief
            for change in chosen:
                brief = change.make(brief)
            relaxed = Setting.of(brief, setting.rules, setting.catalogue)
            if relaxed.can_place(weeks) and relaxed.place().ok:
                found.append(Relaxation(_listed([change.label for change in chosen]), brief))
        if found:
            return tuple(found)
    return ()


def _changes(brief: Brief) -> Iterator[_Change]:
    """Yield single changes, the cheapest for the athlete first."""
    availability = brief.availability
    for day in Weekday:
        if day not in availability.days:
            yield _Change(
                f"make time on {day.value.capitalize()}",
                _availability_change(lambda old, day=day: attrs.evolve(old, days=(*old.days, day))),  # type: ignore[misc]
            )
    for day, _ in availability.windows:
        yield _Change(
            f"make all of {day.value.capitalize()} open",
            _availability_change(
                lambda old, day=day: attrs.evolve(  # type: ignore[misc]
                    old, windows=tuple(item for item in old.windows if item[0] is not day)
                )
            ),
        )
    if availability.max_a_day == 1:
        yield _Change("allow two sessions a day", _availability_change(lambda old: attrs.evolve(old, max_a_day=2)))
    for dose, label in ((Dose.FOUR_MINI, "four short sessions a week"), (Dose.TWO_FULL, "two full sessions a week")):
        if brief.dose is not dose:
            yield _Change(label, lambda old, dose=dose: attrs.evolve(old, dose=dose))  # type: ignore[misc]
    for pin in availability.pinned:
        yield _Change(
            f"unpin {pin.date} {pin.time:%H:%M}",
            _availability_change(
                lambda old, pin=pin: attrs.evolve(  # type: ignore[misc]
                    old, pinned=tuple(other for other in old.pinned if other != pin)
                )
            ),
        )
    for span in availability.blackout:
        yield _Change(
            f"train from {span.first} to {span.last}",
            _availability_change(
                lambda old, span=span: attrs.evolve(  # type: ignore[misc]
                    old, blackout=tuple(other for other in old.blackout if other != span)
                )
            ),
        )


def _availability_change(change: Callable[[Availability], Availability]) -> Callable[[Brief], Brief]:
    return lambda brief: attrs.evolve(brief, availability=change(brief.availability))
