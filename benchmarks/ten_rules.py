"""The ten rules of `benchmarks.others`, as an app would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

import periodize as pz

if TYPE_CHECKING:
    from collections.abc import Iterator


def _meta(code: str, name: str, *phases: pz.Phase) -> pz.RuleMeta:
    only = pz.Only(phases=phases) if phases else None
    return pz.RuleMeta(code, name, pz.Severity.WARNING, reads="exercises", only=only)


@attrs.frozen
class LowEnduranceReps:
    """A line of the endurance phase has fewer than 15 repetitions."""

    meta: ClassVar = _meta("APP101", "low-endurance-reps", pz.Phase.ENDURANCE)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.reps is not None and line.reps.min < 15:
                yield pz.Hit("{session}: {measured} repetitions", measured=line.reps.min, required=15)


@attrs.frozen
class LowAdaptationReps:
    """A line of the adaptation phase has fewer than 7 repetitions."""

    meta: ClassVar = _meta("APP102", "low-adaptation-reps", pz.Phase.ADAPTATION)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.reps is not None and line.reps.min < 7:
                yield pz.Hit("{session}: {measured} repetitions", measured=line.reps.min, required=7)


@attrs.frozen
class HighStrengthReps:
    """A line of the strength phase has more than 12 repetitions."""

    meta: ClassVar = _meta("APP103", "high-strength-reps", pz.Phase.STRENGTH)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.reps is not None and line.reps.max > 12:
                yield pz.Hit("{session}: {measured} repetitions", measured=line.reps.max, required=12)


@attrs.frozen
class HighReps:
    """A line has more than 30 repetitions."""

    meta: ClassVar = _meta("APP104", "high-reps")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.reps is not None and line.reps.max > 30:
                yield pz.Hit("{session}: {measured} repetitions", measured=line.reps.max, required=30)


@attrs.frozen
class ManySets:
    """A line has more than 5 sets."""

    meta: ClassVar = _meta("APP105", "many-sets")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.sets > 5:
                yield pz.Hit("{session}: {measured} sets", measured=line.sets, required=5)


@attrs.frozen
class ManyTaperSets:
    """A line of the taper has more than 2 sets."""

    meta: ClassVar = _meta("APP106", "many-taper-sets", pz.Phase.TAPER)

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.sets > 2:
                yield pz.Hit("{session}: {measured} sets", measured=line.sets, required=2)


@attrs.frozen
class LongRest:
    """A rest lasts more than 300 seconds."""

    meta: ClassVar = _meta("APP107", "long-rest")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.rest_seconds > 300:
                yield pz.Hit("{session}: {measured} s of rest", measured=line.rest_seconds, required=300)


@attrs.frozen
class ShortRest:
    """A rest after a power line lasts less than 30 seconds."""

    meta: ClassVar = _meta("APP108", "short-rest")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.role == pz.Role.POWER and line.rest_seconds < 30:
                yield pz.Hit("{session}: {measured} s of rest", measured=line.rest_seconds, required=30)


@attrs.frozen
class LongHold:
    """A hold lasts more than 120 seconds."""

    meta: ClassVar = _meta("APP109", "long-hold")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at each line."""
        for line in session.exercises:
            if line.hold_seconds is not None and line.hold_seconds > 120:
                yield pz.Hit("{session}: {measured} s", measured=line.hold_seconds, required=120)


@attrs.frozen
class LongSession:
    """A session lasts more than 75 minutes."""

    meta: ClassVar = _meta("APP110", "long-session")

    def check_session(self, session: pz.Session, view: pz.View) -> Iterator[pz.Hit]:
        """Look at its minutes."""
        if session.minutes > 75:
            yield pz.Hit("{session}: {measured} minutes", measured=session.minutes, required=75)


TEN: tuple[Any, ...] = (
    LowEnduranceReps(),
    LowAdaptationReps(),
    HighStrengthReps(),
    HighReps(),
    ManySets(),
    ManyTaperSets(),
    LongRest(),
    ShortRest(),
    LongHold(),
    LongSession(),
)
