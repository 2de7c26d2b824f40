"""What rules hold the whole season to: its taper, its gaps, who it is for, and what trials say against it."""

from __future__ import annotations

from collections.abc import Mapping

from periodize._evidence._guideline import Grade, Guideline

# --- taper and event --------------------------------------------------------------------------------------------------

_DAYS, _SHARE = (0, 28), (0, 1)
LONGEST_SHORT_TAPER = Guideline(
    2, "weeks", Grade.PRACTICE, ("Bosquet07",), "what the taper before any race may last at most, if not more", (1, 4)
)
TAPER_LEAST_CUT = Guideline(
    0.4, "share of the weekly sets", Grade.STRONG, ("Bosquet07", "Wang23"), "41 to 60 % is best", _SHARE
)
TAPER_MOST_CUT = Guideline(
    0.75,
    "share of the weekly sets",
    Grade.MODERATE,
    ("Bosquet07", "Mujika03"),
    "60 is best on average, tapers of 60 to 90 % worked too; whole sets of few sessions need room",
    _SHARE,
)
RACE_WEEK_MOST_CUT = Guideline(
    0.85, "share of the weekly sets", Grade.PRACTICE, note="half a session is left of two or three", limits=_SHARE
)
TAPER_LEAST_LOAD = Guideline(
    0.9, "share of the load before", Grade.STRONG, ("Mujika03", "Bosquet07"), "intensity is kept", _SHARE
)
LEGS_BEFORE_EVENT = Guideline(5, "days", Grade.PRACTICE, note="the last leg work, however light", limits=_DAYS)
NOTHING_NEW_DAYS = Guideline(14, "days", Grade.MODERATE, ("Doma19",), "work that is new does the most damage", (0, 56))
FIRST_DAYS = Guideline(
    7, "days of lifting", Grade.PRACTICE, note="the first have nothing before them, so that nothing in them is new"
)
HEAVY_AGAIN: Guideline[Mapping[int, int]] = Guideline(
    {1: 8, 2: 11, 3: 15}, "days after, by taper weeks", Grade.PRACTICE, ("Takayama17", "Sherman84")
)

# --- gaps and people --------------------------------------------------------------------------------------------------

GAP_DAYS = Guideline(14, "days without a session", Grade.STRONG, ("Caterisano19",), "from these on", (7, 56))
AFTER_GAP_SHARE = Guideline(
    0.7,
    "share of the weekly sets before",
    Grade.UNVERIFIED,
    ("Caterisano19",),
    "a half less in the first week back, by a rule told by heart; whole sets and few of them need room",
    _SHARE,
)
ADAPTATION_LEAST_WEEKS = Guideline(
    2, "weeks", Grade.PRACTICE, ("Ratamess09", "Friel"), "of novices and of those who return", (0, 12)
)
YOUTH_SETS = Guideline(3, "sets", Grade.MODERATE, ("Faigenbaum09", "Lloyd14"), "the most of a line", (1, 10))
YOUTH_LEAST_REPS = Guideline(6, "reps", Grade.MODERATE, ("Faigenbaum09", "Lloyd14"), "jumps aside", (1, 30))
YOUTH_MOST_REPS = Guideline(15, "reps", Grade.MODERATE, ("Faigenbaum09", "Lloyd14"), limits=(1, 50))
YOUTH_RIR = Guideline(2, "reps in reserve", Grade.MODERATE, ("Faigenbaum09", "Lloyd14"), "light to moderate")
SCREENING_MONTHS = Guideline(12, "months", Grade.STRONG, ("Warburton11",), "that a passed screening holds", (1, 60))

# --- what trials say --------------------------------------------------------------------------------------------------

HEAVY_LASTS_DAYS = Guideline(
    35, "days", Grade.PRACTICE, ("Issurin08", "Issurin10"), "maximal strength lasts 30 days, give or take 5", (1, 365)
)
RUN_FIRST_SHARE = Guideline(
    0.5, "share of the strength phase's leg sessions", Grade.PRACTICE, note="on days with a run before", limits=_SHARE
)
