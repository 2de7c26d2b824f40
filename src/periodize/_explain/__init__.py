"""Why rules, places and lines are as they are, and which warnings a season cannot avoid."""

from periodize._explain._prescription import Ground, PrescriptionExplanation, explain_prescription
from periodize._explain._rule import Knob, RuleExplanation, explain_rule
from periodize._explain._season import SeasonExplanation, WarningExplanation, WeekExplanation, explain_season
from periodize._explain._session import Candidate, SessionExplanation, explain_session

__all__ = [
    "Candidate",
    "Ground",
    "Knob",
    "PrescriptionExplanation",
    "RuleExplanation",
    "SeasonExplanation",
    "SessionExplanation",
    "WarningExplanation",
    "WeekExplanation",
    "explain_prescription",
    "explain_rule",
    "explain_season",
    "explain_session",
]
