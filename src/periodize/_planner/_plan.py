"""Puts the parts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from periodize import _document
from periodize._model import Plan
from periodize._planner._conflict import Clash, conflict, relaxations
from periodize._planner._setting import Setting
from periodize._planner._write import write
from periodize.exceptions import DecodeError, InfeasibleError, Problem, escape, maybe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._catalogue import Catalogue
    from periodize._engine import RuleSet
    from periodize._model import Brief, Session
    from periodize._timeline import Timeline

_REFER = "refer"


def plan(brief: Brief, *, rules: RuleSet, catalogue: Catalogue, best_effort: bool) -> Plan:
    """Make the best plan for a brief.

    Raises:
        InfeasibleError: every plan would break a law; never with best_effort.
        DecodeError: the athlete avoids or lifts something that there is not.
    """
    _check_words(brief, catalogue)
    setting = Setting.of(brief, rules, catalogue)
    if brief.athlete.screening == _REFER:
        if not best_effort:
            label = "the screening says to see a professional before training with weights"
            raise InfeasibleError((Clash(label, "fact", "athlete.screening", ()),), ())
        setting = attrs.evolve(setting, slots={})
    placement = setting.place()
    if not placement.ok and not best_effort:
        weeks = placement.clashes
        raise InfeasibleError(conflict(setting, weeks), relaxations(setting, weeks))
    timeline = setting.timeline
    sessions = write(placement, setting.view(), catalogue)
    empty = [session for session in sessions if not session.exercises]
    if empty and not best_effort:
        label = f"what is avoided leaves no exercise for {len(empty)} of {len(sessions)} sessions"
        raise InfeasibleError((Clash(label, "fact", "athlete.avoid", _weeks_of(empty, timeline)),), ())
    return Plan(
        brief=brief,
        mesocycles=timeline.mesocycles,
        weeks=timeline.weeks,
        runs=tuple(run for items in setting.runs.values() for run in items),
        sessions=tuple(session for session in sessions if session.exercises),
        id=_document.new_id(brief),
    )


def _weeks_of(sessions: Sequence[Session], timeline: Timeline) -> tuple[int, ...]:
    dates = {session.date for session in sessions}
    return tuple(week.week for week in timeline.weeks if any(week.holds(date) for date in dates))


def _check_words(brief: Brief, catalogue: Catalogue) -> None:
    known = catalogue.known_words()
    message = "must be an exercise, a movement or a part of the body"
    problems = [
        Problem(f"/athlete/avoid/{index}", message, word, maybe(word, known))
        for index, word in enumerate(brief.athlete.avoid)
        if word not in known
    ]
    lifts = [exercise.slug for exercise in catalogue.values() if exercise.weighted]
    message = "must be an exercise that is always done with a weight"
    problems += [
        Problem(f"/athlete/one_rm/{escape(slug)}", message, slug, maybe(slug, lifts))
        for slug, _ in brief.athlete.one_rm
        if slug not in lifts
    ]
    if problems:
        raise DecodeError(problems)
