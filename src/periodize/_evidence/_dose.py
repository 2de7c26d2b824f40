"""How much strength work a week holds."""

from __future__ import annotations

from collections.abc import Mapping

from periodize._evidence._guideline import Grade, Guideline

WEEKLY_UNITS = Guideline(
    4, "units a week", Grade.STRONG, ("origin", "ACSM26"), "a full session counts two, a mini one counts one", (0, 14)
)
MOST_FULL = Guideline(
    3,
    "full sessions a week",
    Grade.MODERATE,
    ("origin", "ACSM26", "Blagrove18"),
    "two to three beside running",
    (0, 14),
)
MOST_MINI = Guideline(
    4, "mini sessions a week", Grade.PRACTICE, ("origin",), "four shorter ones instead of two", (0, 14)
)
MOST_UNITS = Guideline(6, "units a week", Grade.PRACTICE, (), "where full and mini sessions are mixed", (0, 28))
TAPER_SESSIONS = Guideline(
    1,
    "sessions a week",
    Grade.STRONG,
    ("Beattie17", "Spiering21", "Ronnestad10"),
    "keep strength if the load is kept",
    (0, 7),
)
_LEVELS = ("novice", "intermediate", "advanced")
FULL_SESSION_SETS: Guideline[Mapping[str, Mapping[str, int]]] = Guideline(
    {
        "adaptation": dict.fromkeys(_LEVELS, 14),
        "strength": {"novice": 16, "intermediate": 18, "advanced": 19},
        "power": {"novice": 18, "intermediate": 19, "advanced": 19},
        "endurance": dict.fromkeys(_LEVELS, 16),
    },
    "sets",
    Grade.PRACTICE,
    note="of an ordinary full session, by phase and level",
)
MINI_SETS_SHARE = Guideline(
    0.9, "of the sets of two full sessions", Grade.MODERATE, ("Cuthbert21",), "in four mini ones", (0, 2)
)
