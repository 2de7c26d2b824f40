"""The need of an ordinary session, from which the tests of cards start."""

from typing import Any

from periodize._dose import Need, Volume
from periodize._evidence import _session as numbers
from periodize._model import Focus, Form, Level, Phase

ORDINARY: dict[str, Any] = {
    "phase": Phase.STRENGTH,
    "base": None,
    "volume": Volume.LOADING,
    "form": Form.FULL,
    "focus": Focus.WHOLE,
    "minutes": 60,
    "letter": "A",
    "block": 0,
    "week_in_phase": 3,
    "loading_weeks_before": 2,
    "phase_weeks": 7,
    "reentry": False,
    "counted_weeks": 16,
    "level": Level.NOVICE,
    "age": None,
    "equipment": (),
    "avoid": (),
    "jumping": True,
}
"""A novice's third strength week on the floor."""


def need(**given: Any) -> Need:
    """Return the ordinary need with what is given changed; minutes of None are those that such a session takes."""
    facts = ORDINARY | given
    if facts["minutes"] is None:
        facts["minutes"] = numbers.planned_minutes(facts["form"], facts["phase"], facts["volume"], facts["level"])
    return Need(**facts)
