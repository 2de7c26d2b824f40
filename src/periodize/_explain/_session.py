"""Why a session stands where it stands: the places of its week, what each would cost, and what decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from periodize._explain._words import counted, severity_of, words_for
from periodize._findings import Severity
from periodize._model import SHIPPED, Session
from periodize._placement import Alternative, Reason, Tier, alternatives
from periodize._planner import Setting
from periodize._units import Weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._catalogue import Catalogue
    from periodize._engine import RuleSet
    from periodize._model import Model, Plan


def _day(date: dt.date) -> str:
    """Name a weekday; `strftime` would ask the machine for its language."""
    return Weekday.of(date).capitalize()


@attrs.frozen
class Candidate:
    """A place that a session could have in its week.

    Attributes:
        date: the day.
        time: the start; None where no open hours of the day hold the session.
        chosen: whether the session stands there.
        taken_by: the id of another session that stands there.
        reasons: the rules that speak against the place; one of severity error forbids it.
        cost: what the best season with a session there has more (or less) of than the best of all, weightiest first.
    """

    date: dt.date
    time: dt.time | None
    chosen: bool
    taken_by: str | None
    reasons: tuple[Reason, ...]
    cost: Mapping[str, int] = attrs.field(hash=False)

    @property
    def forbidden(self) -> tuple[Reason, ...]:
        """The rules that forbid the place."""
        return tuple(reason for reason in self.reasons if reason.severity is Severity.ERROR)

    def __str__(self) -> str:
        where = f"{_day(self.date)} {self.date} " + (f"{self.time:%H:%M}" if self.time else "     ")
        return f"{where}  {'chosen' if self.chosen and not self.cost else self._verdict()}"

    def _verdict(self) -> str:
        if self.time is None:
            return "no open hours"
        reasons = sorted(self.reasons, key=lambda reason: reason.severity.rank)
        said = "; ".join(f"{reason.code} {reason.message}" for reason in reasons)
        if self.forbidden:
            return f"forbidden: {said}"
        if self.taken_by is not None:
            return f"{self.taken_by} stands there"
        if not self.cost:
            return "as good; the earlier one is taken"
        name, count = next(iter(self.cost.items()))
        severity = severity_of(name)
        if severity is not None and any(reason.severity is severity for reason in reasons):
            return f"{count:+d} {name}: {said}"
        told = f"{count:+d} {name}" + (" in the season" if severity is not None else "")
        return f"{told}; {said}" if said else told


@attrs.frozen
class SessionExplanation:
    """Why a session stands where it stands; it prints well.

    Attributes:
        session: the session.
        week: the number of its week; None outside the season.
        candidates: the places of the week, in order.
        decided: what told the chosen place from the best of the others, or why there was no choice.
    """

    session: Session
    week: int | None
    candidates: tuple[Candidate, ...]
    decided: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What it prints; a name in a line may hold any character."""
        session = self.session
        head = f"{session.id} on {_day(session.date)} {session.date} at {session.time:%H:%M}"
        return (head, f"decided by: {self.decided}", *(f"  {candidate}" for candidate in self.candidates))

    def __str__(self) -> str:
        return "\n".join(self.lines)


def explain_session(
    plan: Plan, session: Session, rules: RuleSet, catalogue: Catalogue, models: Sequence[Model] = SHIPPED
) -> SessionExplanation:
    """Explain the place of a session of a plan: each place of its week is tried in the whole season."""
    setting = Setting.of(plan.brief, rules, catalogue, models)
    week = next((week.week for week in plan.weeks if week.holds(session.date)), None)
    dealt = [(slot.form, slot.focus) for slot in setting.slots.get(week or 0, ())]
    if week is None or (session.form, session.focus) not in dealt:
        return SessionExplanation(session, week, (), "nothing: it is none of the sessions that its week owes")
    words = words_for(plan.brief)
    found = alternatives(setting.slots, rules, setting.view(), session, week)
    taken = {(other.date, other.time): other.id for other in plan.sessions if other.id != session.id}
    candidates = tuple(
        Candidate(
            item.date,
            item.time,
            item.chosen,
            taken.get((item.date, item.time)) if item.time is not None else None,
            item.reasons,
            counted(item.cost, plan.brief),
        )
        for item in found
    )
    decided = _decided(session, candidates, found, words)
    pins = plan.brief.availability.pinned
    if any((pin.date, pin.time, pin.focus) == (session.date, session.time, session.focus) for pin in pins):
        decided = "its pin in the brief"
    return SessionExplanation(session, week, candidates, decided)


def _decided(
    session: Session,
    candidates: tuple[Candidate, ...],
    found: tuple[Alternative, ...],
    words: Mapping[Tier, tuple[str, str]],
) -> str:
    """Say what told the chosen place from the best of those that no other session has."""
    chosen = next((item for item in candidates if item.chosen), None)
    if chosen is None or chosen.forbidden or chosen.cost:
        return f"someone other than `plan`, which would not put a {session.form} session there"
    others = [
        item
        for item, candidate in zip(found, candidates, strict=True)
        if not item.chosen and item.time is not None and not candidate.forbidden and candidate.taken_by is None
    ]
    if not others:
        return "being the only place that is open and allowed"
    nearest = min(others, key=lambda item: [item.cost.get(tier, 0) for tier in Tier])
    if not nearest.cost:
        return "the earlier of places that are as good"
    tier = next(iter(nearest.cost))
    if tier is Tier.LATE:
        earlier = "an earlier day" if session.date < nearest.date else "earlier days for all sessions together"
        return f"{earlier} than the next best, {_day(nearest.date)} {nearest.time:%H:%M}"
    return f"fewer {words[tier][1]} than the next best, {_day(nearest.date)} {nearest.time:%H:%M}"
