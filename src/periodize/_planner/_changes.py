"""What an athlete could change in a brief so that a plan exists: single changes, the cheapest first."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import attrs

from periodize._model import Dose, Extras, Focus, Form, Order, RunKind
from periodize._model._runs import ASSUMED_START
from periodize._planner._conflict import (
    MOST_A_DAY,
    Key,
    one_more_a_day,
    pin_words,
    run_like,
    run_words,
    with_day,
    without_blackout,
    without_pin,
    without_windows,
)
from periodize._planner._runs import Instead, change_runs
from periodize._units import Weekday, clock, minutes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from periodize._model import Availability, Brief, Pinned
    from periodize._planner._conflict import RunLike
    from periodize._planner._setting import Setting


def of_brief(change: Callable[[Availability], Availability]) -> Callable[[Brief], Brief]:
    """Change the availability of a brief."""
    return lambda brief: attrs.evolve(brief, availability=change(brief.availability))


class Change(NamedTuple):
    """A change to the brief.

    Attributes:
        label: what changes, as advice: "make time on Mon".
        about: what it changes; two changes about the same thing are never one way out.
        touches: the facts that it can help against; None where that may be any fact or rule.
        make: changes a brief; None where it cannot be changed so.
    """

    label: str
    about: object
    touches: frozenset[Key] | None
    make: Callable[[Brief], Brief | None]


def changes(setting: Setting) -> Iterator[Change]:
    """Yield single changes, the cheapest for the athlete first.

    Less is never tried where it could not help: trunk sessions outside the dose are left out by themselves where they
    have no place.
    """
    brief = setting.brief
    yield from _of_pins(setting)
    yield from _of_days(brief)
    yield from _of_the_day(brief)
    yield from _of_the_dose(setting)
    yield from _of_runs(setting)
    for span in brief.availability.blackout:
        days = f"on {span.first}" if span.first == span.last else f"from {span.first} to {span.last}"
        key = ("availability.blackout", span)
        yield Change(f"train {days}", key, frozenset({key}), of_brief(without_blackout(span)))


def _of_pins(setting: Setting) -> Iterator[Change]:
    """Move pins within their day, or give them up."""
    pins = [(pin, ("availability.pinned", pin)) for pin in setting.brief.availability.pinned]
    for pin, key in pins:
        name = pin_words(pin).partition(" ")[2]
        for minute in setting.starts(pin):
            time = clock(minute)
            yield Change(f"move the {name} to {time:%H:%M}", key, frozenset({key}), _with_pin_at(pin, time))
    for pin, key in pins:
        label = f"unpin the {pin.focus} session of {pin.date} at {pin.time:%H:%M}"
        yield Change(label, key, frozenset({key}), of_brief(without_pin(pin)))


def _with_pin_at(pin: Pinned, time: dt.time) -> Callable[[Brief], Brief]:
    moved = attrs.evolve(pin, time=time)
    return of_brief(lambda old: attrs.evolve(old, pinned=[moved if other == pin else other for other in old.pinned]))


def _of_days(brief: Brief) -> Iterator[Change]:
    availability = brief.availability
    for day, _ in availability.windows:
        key = ("availability.windows", day)
        change = of_brief(without_windows(day))
        yield Change(f"make all of {day.value.capitalize()} open", key, frozenset({key}), change)
    for day in Weekday:
        if day not in availability.days:
            key = ("availability.days", day)
            yield Change(f"make time on {day.value.capitalize()}", key, frozenset({key}), of_brief(with_day(day)))


_NUMBERS = ("no", "one", "two", "three", "four")


def _of_the_day(brief: Brief) -> Iterator[Change]:
    if brief.order is not Order.LIFT_FIRST:
        yield Change("lift before the run", "order", None, lambda old: attrs.evolve(old, order=Order.LIFT_FIRST))
    most = brief.availability.max_a_day
    if most < MOST_A_DAY:
        key = ("availability.max_a_day", None)
        label = f"allow {_NUMBERS[most + 1]} sessions a day"
        yield Change(label, key, frozenset({key}), of_brief(one_more_a_day))


def _of_the_dose(setting: Setting) -> Iterator[Change]:
    brief = setting.brief
    words = {
        Dose.TWO_FULL: "two full sessions a week",
        Dose.FOUR_MINI: "four short sessions a week",
        Dose.THREE_FULL: "three full sessions a week",
    }
    for dose, label in words.items():
        if brief.dose is not dose:
            yield Change(label, "dose", None, partial(attrs.evolve, dose=dose))
    core = frozenset(("availability.pinned", pin) for pin in brief.availability.pinned if pin.focus is Focus.CORE)
    for extras in Extras:
        if core and extras.sessions > brief.extras.sessions:
            label = f"{_NUMBERS[extras.sessions]} core session{'s' * (extras.sessions > 1)} a week besides"
            yield Change(label, "extras", core, partial(attrs.evolve, extras=extras))
    minutes = _window_minutes(setting)
    if minutes is not None:
        label = f"sessions of at most {minutes} minutes"
        change = of_brief(lambda old: attrs.evolve(old, max_session_minutes=minutes))
        yield Change(label, "availability.max_session_minutes", None, change)


def _window_minutes(setting: Setting) -> int | None:
    """Return how long a session may be to fit into the longest hours that are too short for one; None without such."""
    slots = [slot.minutes for slots in setting.slots.values() for slot in slots if slot.form is Form.FULL]
    longest = max(slots, default=0)
    lengths = [
        minutes_of(window.end) - minutes_of(window.start)
        for _, windows in setting.brief.availability.windows
        for window in windows
    ]
    return max((length for length in lengths if _SHORTEST <= length < longest), default=None)


_SHORTEST = 10
"""Minutes of the shortest session that a brief can ask for."""


def _of_runs(setting: Setting) -> Iterator[Change]:
    """Run in the morning, run easily, or leave runs out: easy ones before hard ones. Races stay as they are."""
    alike = dict.fromkeys(run_like(run) for runs in setting.runs.values() for run in runs)
    moved = sorted(
        (like for like in alike if like[0] is not RunKind.RACE),
        key=lambda like: (like[0].hard, like[1].number, like[2]),
    )
    for like in moved:
        kind, _, start = like
        if start > minutes_of(ASSUMED_START):
            yield _of_run(f"start the {run_words(like)}, at {ASSUMED_START:%H:%M}", like, (kind, ASSUMED_START))
    for like in moved:
        if like[0].hard:
            yield _of_run(f"make the {run_words(like)}, easy", like, (RunKind.EASY, clock(like[2])))
    for like in moved:
        yield _of_run(f"leave out the {run_words(like)}", like, None)


def _of_run(label: str, like: RunLike, instead: Instead) -> Change:
    key: Key = ("runs", like)
    return Change(label, key, frozenset({key}), lambda brief: change_runs(brief, like, instead))
