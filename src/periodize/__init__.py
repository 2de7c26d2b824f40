"""Plan and check a runner's strength training, counted back from the race.

>>> import datetime as dt
>>> import periodize as pz
>>> brief = pz.Brief(
...     events=(pz.Event("City Marathon", dt.date(2027, 4, 18), distance_km=42.195),),
...     start=dt.date(2026, 11, 30),
...     runs="Tue quality; Thu easy; Sat easy; Sun long",
... )
>>> pz.check(pz.plan(brief)).ok
True
"""

from periodize._api import Engine, check, explain, plan, why
from periodize._catalogue import Exercise
from periodize._document import dumps, loads
from periodize._engine import Rule, RuleSet
from periodize._explain import Candidate, Knob, RuleExplanation, SessionExplanation
from periodize._findings import Example, Finding, Hit, Place, Report, ReportDiff, RuleMeta, Severity
from periodize._model import (
    Athlete,
    Availability,
    Blackout,
    Brief,
    Dose,
    Equipment,
    Event,
    Extras,
    Focus,
    Form,
    Level,
    Load,
    LoadKind,
    Mesocycle,
    Movement,
    Order,
    Part,
    Phase,
    Pinned,
    Plan,
    Prescription,
    Priority,
    RepRange,
    Role,
    Run,
    RunKind,
    RunRule,
    Runs,
    Session,
    WarmUp,
    Week,
    Window,
)
from periodize._placement import Reason
from periodize._planner import Clash, Relaxation
from periodize._units import Weekday
from periodize._view import Totals, View
from periodize.exceptions import (
    ConfigError,
    DecodeError,
    InfeasibleError,
    PeriodizeError,
    Problem,
    TooManyChoicesError,
    UnknownRuleError,
    UnknownSessionError,
)

__all__ = [
    "Athlete",
    "Availability",
    "Blackout",
    "Brief",
    "Candidate",
    "Clash",
    "ConfigError",
    "DecodeError",
    "Dose",
    "Engine",
    "Equipment",
    "Event",
    "Example",
    "Exercise",
    "Extras",
    "Finding",
    "Focus",
    "Form",
    "Hit",
    "InfeasibleError",
    "Knob",
    "Level",
    "Load",
    "LoadKind",
    "Mesocycle",
    "Movement",
    "Order",
    "Part",
    "PeriodizeError",
    "Phase",
    "Pinned",
    "Place",
    "Plan",
    "Prescription",
    "Priority",
    "Problem",
    "Reason",
    "Relaxation",
    "RepRange",
    "Report",
    "ReportDiff",
    "Role",
    "Rule",
    "RuleExplanation",
    "RuleMeta",
    "RuleSet",
    "Run",
    "RunKind",
    "RunRule",
    "Runs",
    "Session",
    "SessionExplanation",
    "Severity",
    "TooManyChoicesError",
    "Totals",
    "UnknownRuleError",
    "UnknownSessionError",
    "View",
    "WarmUp",
    "Week",
    "Weekday",
    "Window",
    "check",
    "dumps",
    "explain",
    "loads",
    "plan",
    "why",
]
