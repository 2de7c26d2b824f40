"""Rules, sets of them, and the check of a plan."""

from periodize._engine._check import a_hit, check, message_of, pairs, view_of
from periodize._engine._checker import Checker
from periodize._engine._module import rules_in
from periodize._engine._round import fits, meets
from periodize._engine._rule import Rule, Shape, ask, knobs_of, shape_of
from periodize._engine._rule_set import RuleSet
from periodize._engine._weights import Weights

__all__ = [
    "Checker",
    "Rule",
    "RuleSet",
    "Shape",
    "Weights",
    "a_hit",
    "ask",
    "check",
    "fits",
    "knobs_of",
    "meets",
    "message_of",
    "pairs",
    "rules_in",
    "shape_of",
    "view_of",
]
