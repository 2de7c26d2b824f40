"""Why a rule is as it is, and why a session stands where it stands."""

from periodize._explain._rule import Knob, RuleExplanation, explain_rule
from periodize._explain._session import Candidate, SessionExplanation, explain_session

__all__ = ["Candidate", "Knob", "RuleExplanation", "SessionExplanation", "explain_rule", "explain_session"]
