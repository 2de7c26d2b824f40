"""Where each session stands: the best placement over the whole season, and what stands in its way.

Candidates come from the brief, verdicts from the rules, the answer from an exact search; see `docs/explanation`.
"""

from periodize._placement._alternatives import Alternative, Reason, alternatives
from periodize._placement._avoidable import Avoidance, avoidances
from periodize._placement._cells import starts
from periodize._placement._feasible import can_place
from periodize._placement._objective import Tier
from periodize._placement._place import Placed, Placement, counts_second, place
from periodize._placement._places import Places

__all__ = [
    "Alternative",
    "Avoidance",
    "Placed",
    "Placement",
    "Places",
    "Reason",
    "Tier",
    "alternatives",
    "avoidances",
    "can_place",
    "counts_second",
    "place",
    "starts",
]
