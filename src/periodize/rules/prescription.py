"""PZ4xx: sets, reps, load and rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from periodize._evidence import _spacing as evidence
from periodize._findings import Hit, RuleMeta, Severity
from periodize._model import Phase, Role
from periodize.rules._examples import passes, trips
from periodize.rules._knob import knob

if TYPE_CHECKING:
    from collections.abc import Iterator

    from periodize._model import Session
    from periodize._view import View


def _squats(low: int, high: int, **more: object) -> dict[str, object]:
    return {"exercise": "squat", "sets": 2, "reps": {"min": low, "max": high}, **more}


@attrs.frozen
class EnduranceLowReps:
    """A line of the endurance phase has fewer than 15 repetitions.

    Why: the phase before the race trains muscles to go on for long; that is what 15 or more repetitions do.

    Evidence: strong. The origin article and the definitions of ACSM and NSCA agree on the number. Whether it serves
    runners better than heavy work is contested. A weekly heavy line kept on purpose (role `retention`) is exempt, and
    so are holds.

    Repair: raise the repetitions and lower the load, or take an easier variant of the exercise.

    Related: PZ101, PZ502.

    Attributes:
        reps: the fewest repetitions of a set.
    """

    meta: ClassVar = RuleMeta(
        code="PZ401",
        name="endurance-low-reps",
        severity=Severity.ERROR,
        since="0.1.0",
        sources=("origin", "Ratamess09", "Haff16", "Sedano13", "Mikkola11"),
        examples=(
            trips("8 to 10 repetitions", {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(8, 10)]}),
            passes("15 to 20", {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(15, 20)]}),
            passes(
                "a heavy line kept on purpose",
                {"date": "2027-04-13", "phase": "endurance", "exercises": [_squats(4, 6, role="retention")]},
            ),
        ),
        reads="exercises",
    )
    reps: int = knob(evidence.ENDURANCE_REPS, stricter="higher")

    def check_session(self, session: Session, view: View) -> Iterator[Hit]:
        """Look at each line that is counted in repetitions."""
        if session.phase is not Phase.ENDURANCE:
            return
        low = [
            (line.reps.min, view.catalogue.name(line.exercise))
            for line in session.exercises
            if line.reps is not None and line.reps.min < self.reps and line.role is not Role.RETENTION
        ]
        if low:
            yield Hit(
                "{session} has fewer than {required} repetitions in the endurance phase: {lines}",
                session=session,
                lines=", ".join(dict.fromkeys(name for _, name in low)),
                measured=min(reps for reps, _ in low),
                required=self.reps,
            )
