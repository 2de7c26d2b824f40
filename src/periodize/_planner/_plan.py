"""Puts the parts together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from periodize import _document
from periodize._model import SHIPPED, Clash, ClashKind, Plan
from periodize._planner._avoided import Avoided
from periodize._planner._conflict import conflict
from periodize._planner._setting import Setting
from periodize._planner._ways_out import relaxations
from periodize._planner._write import write
from periodize.exceptions import DecodeError, InfeasibleError, Problem, escape, maybe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from periodize._catalogue import Catalogue
    from periodize._engine import RuleSet
    from periodize._model import Brief, Model, Relaxation

_REFER = "refer"
_SCREENED = "the screening says to see a professional before training with weights"


def plan(
    brief: Brief, *, rules: RuleSet, catalogue: Catalogue, models: Sequence[Model] = SHIPPED, best_effort: bool
) -> Plan:
    """Make the best plan for a brief.

    Raises:
        InfeasibleError: every plan would break a law; never with best_effort.
        DecodeError: the athlete avoids or lifts something that there is not, or no model has the brief's name.
    """
    _check_words(brief, catalogue)
    setting = Setting.of(brief, rules, catalogue, models)
    refused = brief.athlete.screening == _REFER
    if refused:
        setting = attrs.evolve(setting, slots={})
    placement = setting.place()
    clashes: tuple[Clash, ...] = ()
    ways_out: Callable[[], tuple[Relaxation, ...]] = tuple
    if refused:
        clashes = (Clash(_SCREENED, ClashKind.FACT, "athlete.screening"),)
    elif not placement.ok:
        found = conflict(setting, placement.clashes)
        clashes, ways_out = found.clashes(), partial(relaxations, setting, found)
    sessions = write(placement, setting.view(), catalogue) if best_effort or not clashes else ()
    empty = [session for session in sessions if not session.exercises and session.phase.builds]
    if empty and not clashes:
        avoided = Avoided(setting, placement, empty[0])
        clashes, ways_out = avoided.clashes(), avoided.relaxations
    if clashes and not best_effort:
        raise InfeasibleError(clashes, ways_out())
    return Plan(
        brief=brief,
        mesocycles=setting.timeline.mesocycles,
        weeks=setting.timeline.weeks,
        runs=tuple(run for items in setting.runs.values() for run in items),
        sessions=tuple(session for session in sessions if session.exercises),
        id=_document.new_id(brief),
        conflict=clashes,
    )


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
