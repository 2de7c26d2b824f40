"""When nothing fits: an irreducible set of facts and rules that cannot hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from periodize import _dates
from periodize._engine import Shape
from periodize._findings import Severity
from periodize._model import Clash, ClashKind, Focus, Pinned, Run, RunKind
from periodize._notation import listed
from periodize._placement import counts_second
from periodize._units import LONGEST_TEXT, Weekday

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from periodize._model import Availability, Blackout
    from periodize._planner._setting import Setting

MOST_A_DAY = 4
"""The most sessions a day that a brief can allow; beyond them the fact cannot be waived."""
NEIGHBOURS = 2
"""Days around a run of weeks whose runs are facts too, beyond the whole days that a law of runs reaches."""

_DAY_HOURS = 24
_STEERING = (Shape.PAIR, Shape.SESSION, Shape.WEEK)

Key = tuple[str, object]
"""What a fact or rule is about, by which a change to the brief knows whether it touches it."""
RunLike = tuple[RunKind, Weekday, int]
"""Runs that are one fact: of a kind, on a weekday, from a minute of the day on."""


class Member(NamedTuple):
    """A fact or rule that may be waived; waiving it only ever enlarges the choice."""

    key: Key
    label: str
    waive: Callable[[Setting], Setting] | None
    """None for a rule, as rules are waived together: a set of rules is dear to make."""

    @property
    def kind(self) -> ClashKind:
        """Whether it is a fact of the brief or a rule."""
        return ClashKind.RULE if self.waive is None else ClashKind.FACT

    @property
    def code(self) -> str:
        """The rule's code, or the key of the brief."""
        return self.key[0]


class Conflict(NamedTuple):
    """Facts and rules that cannot hold together in some weeks that follow one another."""

    members: tuple[Member, ...]
    weeks: tuple[int, ...]

    @property
    def keys(self) -> frozenset[Key]:
        """What it is about."""
        return frozenset(member.key for member in self.members)

    def clashes(self) -> tuple[Clash, ...]:
        """Name the members in the athlete's terms; closed weekdays become one fact."""
        closed = [member for member in self.members if member.code == _DAYS]
        found = []
        if closed:
            days = sorted((day for member in closed if isinstance(day := member.key[1], Weekday)), key=_number)
            label = f"no time on {listed([day.value.capitalize() for day in days])}"
            found.append(Clash(label, ClashKind.FACT, _DAYS, self.weeks))
        others = (member for member in self.members if member.code != _DAYS)
        return (*found, *(Clash(member.label, member.kind, member.code, self.weeks) for member in others))


_DAYS = "availability.days"


def _number(day: Weekday) -> int:
    return day.number


def conflict(setting: Setting, weeks: tuple[int, ...]) -> Conflict:
    """Return an irreducible set of facts and rules that cannot hold together in some weeks.

    Without any one of them the weeks can be placed: each is dropped in turn and stays away if the rest still clashes,
    until all that are left were missed since the last one was dropped.
    """
    members = list(members_of(setting, weeks))
    given = setting.view()
    left, missed = members, 0
    while missed < len(left):
        member, *others = left
        if without(setting, members, others).can_place(weeks, given):
            left, missed = [*others, member], missed + 1
        else:
            left, missed = others, 0
    return Conflict(tuple(member for member in members if member in left), weeks)


def without(setting: Setting, members: Sequence[Member], kept: Sequence[Member]) -> Setting:
    """Waive all members but the kept ones."""
    keys = {member.key for member in kept}
    waived = [member for member in members if member.key not in keys]
    codes = [member.code for member in waived if member.waive is None]
    for member in waived:
        setting = setting if member.waive is None else member.waive(setting)
    return attrs.evolve(setting, rules=setting.rules.without(*codes))


# What may be waived. Those that are tried first are the first to be found needless.


def members_of(setting: Setting, weeks: Sequence[int]) -> Iterator[Member]:
    """Yield what may be waived in some weeks: rules, runs, the facts of the availability, last the weekly minimum."""
    stretch = [week for week in setting.timeline.weeks if week.week in weeks]
    first, last = stretch[0].start, stretch[-1].end
    laws = list(_laws(setting))
    yield from (_rule_member(rule) for rule in laws if not counts_second(rule))
    reach = max((rule.reach_hours for rule in laws if Run in getattr(rule, "pair", ())), default=0)
    around = int(reach // _DAY_HOURS) + NEIGHBOURS
    yield from _run_members(setting, _dates.days_after(first, -around), _dates.days_after(last, around))
    yield from _availability_members(setting.availability, first, last)
    yield from (_rule_member(rule) for rule in laws if counts_second(rule))


def _laws(setting: Setting) -> Iterator[Any]:  # any rule
    """Yield the rules that steer placement and can be errors."""
    for rule in setting.rules:
        steers = rule.meta.reads == "schedule" and any(hasattr(rule, shape.value) for shape in _STEERING)
        if steers and Severity.ERROR in setting.rules.severities_of(rule):
            yield rule


def _rule_member(rule: Any) -> Member:  # any rule
    code = rule.meta.code
    law = getattr(rule, "law", "")
    label = law[:LONGEST_TEXT] if isinstance(law, str) and law else f"{code} {rule.meta.name}"
    return Member((code, None), label, None)


def run_like(run: Run) -> RunLike:
    """Return as which fact a run counts."""
    return (run.kind, Weekday.of(run.date), run.start_minute)


def run_words(like: RunLike) -> str:
    """Name runs that are one fact."""
    kind, day, start = like
    what = "cross-training" if kind is RunKind.CROSS else "race" if kind is RunKind.RACE else f"{kind} run"
    return f"{what} on {day.value.capitalize()}, {start // 60:02}:{start % 60:02}"


def _run_members(setting: Setting, first: dt.date, last: dt.date) -> Iterator[Member]:
    """Yield the runs of some days, alike ones as one: easy ones first."""
    dates = _dates.dates_from(first, last)
    alike = dict.fromkeys(run_like(run) for date in dates for run in setting.runs.get(date, ()))
    for like in sorted(alike, key=lambda item: (item[0].hard, item[1].number)):
        yield Member(("runs", like), run_words(like), _without_run(like))


def _without_run(like: RunLike) -> Callable[[Setting], Setting]:
    def waive(setting: Setting) -> Setting:
        runs = {date: tuple(run for run in items if run_like(run) != like) for date, items in setting.runs.items()}
        return attrs.evolve(setting, runs=runs)

    return waive


def pin_words(pin: Pinned) -> str:
    """Name a pin."""
    article = "an" if pin.focus is Focus.UPPER else "a"
    return f"{article} {pin.focus} session pinned on {pin.date} at {pin.time:%H:%M}"


def _availability_members(availability: Availability, first: dt.date, last: dt.date) -> Iterator[Member]:
    if availability.max_a_day < MOST_A_DAY:
        said = "one session" if availability.max_a_day == 1 else f"{availability.max_a_day} sessions"
        yield Member(("availability.max_a_day", None), f"at most {said} a day", of_availability(one_more_a_day))
    for span in availability.blackout:
        if span.first <= last and first <= span.last:
            days = f"on {span.first}" if span.first == span.last else f"from {span.first} to {span.last}"
            yield Member(("availability.blackout", span), f"blackout {days}", of_availability(without_blackout(span)))
    for pin in availability.pinned:
        if first <= pin.date <= last:
            yield Member(("availability.pinned", pin), pin_words(pin), of_availability(without_pin(pin)))
    for day, windows in availability.windows:
        said = f"on {day.value.capitalize()} only {listed([str(window) for window in windows])}"
        label = said[:LONGEST_TEXT] if windows else f"no open hours on {day.value.capitalize()}"
        yield Member(("availability.windows", day), label, of_availability(without_windows(day)))
    for day in Weekday:
        if day not in availability.days:
            yield Member((_DAYS, day), f"no time on {day.value.capitalize()}", of_availability(with_day(day)))


# Changes of the availability, which waivers and ways out share


def of_availability(change: Callable[[Availability], Availability]) -> Callable[[Setting], Setting]:
    """Waive a fact of the availability."""
    return lambda setting: attrs.evolve(setting, availability=change(setting.availability))


def with_day(day: Weekday) -> Callable[[Availability], Availability]:
    """Open a weekday."""
    return lambda old: attrs.evolve(old, days=(*old.days, day))


def one_more_a_day(old: Availability) -> Availability:
    """Allow one session a day more."""
    return attrs.evolve(old, max_a_day=old.max_a_day + 1)


def without_windows(day: Weekday) -> Callable[[Availability], Availability]:
    """Open all hours of a weekday."""
    return lambda old: attrs.evolve(old, windows=tuple(item for item in old.windows if item[0] is not day))


def without_blackout(span: Blackout) -> Callable[[Availability], Availability]:
    """Open the days of a blackout."""
    return lambda old: attrs.evolve(old, blackout=tuple(other for other in old.blackout if other != span))


def without_pin(pin: Pinned) -> Callable[[Availability], Availability]:
    """Let a pinned session stand anywhere."""
    return lambda old: attrs.evolve(old, pinned=tuple(other for other in old.pinned if other != pin))
