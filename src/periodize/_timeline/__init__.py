"""How a season is counted back from its event: how many weeks each phase gets, which of them are deloads, and when.

`count` and `split` are the law on plain numbers; `lay_out` puts their weeks on the calendar.
"""

from periodize._timeline._given_up import GivenUp, given_up
from periodize._timeline._layout import Timeline, lay_out
from periodize._timeline._limits import (
    Adaptation,
    TaperWeeks,
    adaptation_of,
    is_masters,
    taper_of,
    transition_weeks,
)
from periodize._timeline._split import Split, Stretch, split
from periodize._timeline._weeks import Count, count

__all__ = [
    "Adaptation",
    "Count",
    "GivenUp",
    "Split",
    "Stretch",
    "TaperWeeks",
    "Timeline",
    "adaptation_of",
    "count",
    "given_up",
    "is_masters",
    "lay_out",
    "split",
    "taper_of",
    "transition_weeks",
]
