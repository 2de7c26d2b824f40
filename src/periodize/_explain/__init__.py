"""Why a rule is as it is, why a session stands where it stands, and which warnings a season cannot avoid."""

from periodize._explain._rule import Knob, RuleExplanation, explain_rule
from periodize._explain._season import SeasonExplanation, WarningExplanation, WeekExplanation, explain_season
from periodize._explain._session import Candidate, SessionExplanation, explain_session

__all__ = [
    "Candidate",
    "Knob",
    "RuleExplanation",
    "SeasonExplanation",
    "SessionExplanation",
    "WarningExplanation",
    "WeekExplanation",
    "explain_rule",
    "explain_season",
    "explain_session",
]
