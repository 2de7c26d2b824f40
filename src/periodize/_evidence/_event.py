"""Numbers of the days around the event, counted from its day; no trial fixes them for runners."""

from __future__ import annotations

from collections.abc import Mapping

from periodize._evidence._guideline import Grade, Guideline

LAST_LEGS = Guideline(5, "days before", Grade.PRACTICE, note="the last leg work of an ordinary or a half week")
LAST_LEGS_LONG_RACE = Guideline(7, "days before", Grade.PRACTICE, note="of the second taper week of a long race")
LAST_HEAVY = Guideline(
    10, "days before", Grade.PRACTICE, ("Travis20",), "the last heavy leg work that is planned; no trial fixes the day"
)
HEAVY_DAYS = Guideline(
    3,
    "open days",
    Grade.PRACTICE,
    note="that a heavy session of the taper can choose from; else it may come later, light",
)
BREAK_DAYS = Guideline(
    8,
    "days",
    Grade.PRACTICE,
    ("Caterisano19",),
    "without a session; the week after them is as light as a deload",
)
KEPT_SESSIONS: Guideline[Mapping[str, int]] = Guideline(
    {"older": 2, "others": 1},
    "full sessions a week, or twice as many short ones",
    Grade.STRONG,
    ("Beattie17", "Ronnestad10", "Spiering21"),
    "enough to keep strength if the load is kept; older: from 65 years on",
)
LIGHT_LEGS = Guideline((6, 5), "days before, from and to", Grade.PRACTICE, note="the last light session with legs")
TRUNK_ONLY = Guideline((4, 2), "days before, from and to", Grade.PRACTICE, note="trunk and mobility")
UNLOADED_UNTIL = Guideline(2, "days before", Grade.PRACTICE, note="a novice with nothing but a taper")
TAPER_SESSIONS = Guideline(2, "sessions", Grade.PRACTICE, note="in a taper week at half the sets, in any dose")
MOBILITY_DAYS: Guideline[Mapping[int, tuple[int, int]]] = Guideline(
    {1: (2, 3), 2: (3, 5), 3: (4, 6)},
    "days after, from and to, by taper weeks",
    Grade.PRACTICE,
    ("Takayama17", "Sherman84"),
    "one mobility and trunk session; nothing before",
)
LIGHT_AGAIN: Guideline[Mapping[int, int]] = Guideline(
    {1: 4, 2: 6, 3: 7}, "days after, by taper weeks", Grade.PRACTICE, ("Takayama17", "Sherman84")
)
LIGHT_SESSIONS: Guideline[Mapping[int, int]] = Guideline(
    {1: 1, 2: 2, 3: 2}, "sessions in the transition, by taper weeks", Grade.PRACTICE
)
LIGHT_SESSION_DAYS = Guideline(3, "open days", Grade.PRACTICE, note="that a light session of the transition asks for")
