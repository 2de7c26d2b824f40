"""Ten rules over a season's lines, as rules of ours and in the language of three other packages.

What the others read is laid out for them beforehand, flat, and is not timed. All find the same in a season with planted
faults, or the benchmark stops.
"""

from __future__ import annotations

import copy
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import attrs

import periodize as pz
from benchmarks.placement import WEEKS_OF_RUNS, brief
from benchmarks.season import ENGINE, WEEKS, shares
from benchmarks.ten_rules import TEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Found = set[tuple[str, str]]
"""The code of a rule and the id of the session in which it finds something."""
Facts = dict[str, Any]

# What each ratio is to be.
TIMES_AS_FAST = {"rule_engine": 30, "business_rules": 30, "jsonschema": 80}

EVERY = 20
"""A session in so many holds a planted fault."""


@attrs.frozen
class Bound:
    """A fact of a line, or of its session, that may not lie beyond a bound, perhaps in some lines only.

    Attributes:
        code: of the rule.
        fact, bound: what is measured, and what is too much of it; too little where `low` is set.
        where, value: a fact that has this value in the lines that the rule is about.
    """

    code: str
    fact: str
    bound: float
    low: bool = False
    where: str | None = None
    value: str = ""


# The rules of `ten_rules`, for the others.
BOUNDS = (
    Bound("APP101", "least_reps", 15, low=True, where="phase", value="endurance"),
    Bound("APP102", "least_reps", 7, low=True, where="phase", value="adaptation"),
    Bound("APP103", "most_reps", 12, where="phase", value="strength"),
    Bound("APP104", "most_reps", 30),
    Bound("APP105", "sets", 5),
    Bound("APP106", "sets", 2, where="phase", value="taper"),
    Bound("APP107", "rest", 300),
    Bound("APP108", "rest", 30, low=True, where="role", value="power"),
    Bound("APP109", "hold", 120),
    Bound("APP110", "minutes", 75),
)
FACTS = ("phase", "role", "sets", "least_reps", "most_reps", "hold", "rest", "minutes")


def facts(document: Facts) -> list[Facts]:
    """Lay out the lines of a plan's document flat, each with what its session says; -1 or 999 stand for nothing."""
    return [
        {
            "session": session["id"],
            "phase": session["phase"],
            "minutes": session["minutes"],
            "role": line["role"],
            "sets": line["sets"],
            "least_reps": line["reps"]["min"] if line["reps"] else 999,
            "most_reps": line["reps"]["max"] if line["reps"] else -1,
            "hold": -1 if line["hold_seconds"] is None else line["hold_seconds"],
            "rest": line["rest_seconds"],
        }
        for session in document["sessions"]
        for line in session["exercises"]
    ]


def in_rule_engine(lines: Sequence[Facts]) -> Callable[[], Found]:
    """Return what asks the package rule-engine."""
    import rule_engine

    rules = []
    for bound in BOUNDS:
        text = f"{bound.fact} {'<' if bound.low else '>'} {bound.bound}"
        if bound.where is not None:
            text = f'{bound.where} == "{bound.value}" and {text}'
        rules.append((bound.code, rule_engine.Rule(text)))
    return lambda: {(code, line["session"]) for code, rule in rules for line in lines if rule.matches(line)}


def in_business_rules(lines: Sequence[Facts]) -> Callable[[], Found]:
    """Return what asks the package business-rules."""
    from business_rules import run_all
    from business_rules.actions import BaseActions, rule_action
    from business_rules.fields import FIELD_TEXT
    from business_rules.variables import BaseVariables, numeric_rule_variable, string_rule_variable

    def reader(name: str) -> Any:
        def read(self: Any) -> Any:
            return self.line[name]

        read.__name__ = name
        return (string_rule_variable if name in ("phase", "role") else numeric_rule_variable)(read)

    def of_line(self: Any, line: Facts) -> None:
        self.line = line

    variables: Any = type("Line", (BaseVariables,), {"__init__": of_line, **{name: reader(name) for name in FACTS}})

    class Note(BaseActions):  # type: ignore[misc]  # an untyped package
        def __init__(self, line: Facts, found: Found) -> None:
            self.line, self.found = line, found

        @rule_action(params={"code": FIELD_TEXT})  # type: ignore[untyped-decorator]  # an untyped package
        def note(self, code: str) -> None:
            self.found.add((code, self.line["session"]))

    rules = []
    for bound in BOUNDS:
        asked = [{"name": bound.fact, "operator": "less_than" if bound.low else "greater_than", "value": bound.bound}]
        if bound.where is not None:
            asked.insert(0, {"name": bound.where, "operator": "equal_to", "value": bound.value})
        rules.append({"conditions": {"all": asked}, "actions": [{"name": "note", "params": {"code": bound.code}}]})

    def ask() -> Found:
        found: Found = set()
        for line in lines:
            run_all(rules, variables(line), Note(line, found), stop_on_first_trigger=False)
        return found

    return ask


def in_jsonschema(lines: Sequence[Facts]) -> Callable[[], Found]:
    """Return what asks the package jsonschema."""
    from jsonschema import Draft202012Validator

    rules = []
    for bound in BOUNDS:
        held: Facts = {"properties": {bound.fact: {"minimum" if bound.low else "maximum": bound.bound}}}
        if bound.where is not None:
            held = {"if": {"properties": {bound.where: {"const": bound.value}}}, "then": held}
        rules.append(held)
    validator = Draft202012Validator({"items": {"allOf": rules}})

    def ask() -> Found:
        return {
            (BOUNDS[error.absolute_schema_path[2]].code, lines[error.absolute_path[0]]["session"])
            for error in validator.iter_errors(lines)
        }

    return ask


def damaged(document: Facts) -> Facts:
    """Plant a fault of each kind, in turn, in some sessions."""
    broken = copy.deepcopy(document)
    for number, session in enumerate(broken["sessions"][::EVERY]):
        line = next(line for line in session["exercises"] if line["reps"])
        session["minutes"] += 60 * (number % 5 == 0)
        line["sets"] += 6 * (number % 5 == 1)
        line["reps"]["max"] += 40 * (number % 5 == 2)
        line["reps"]["min"] = 1 if number % 5 == 3 else line["reps"]["min"]
        line["rest_seconds"] += 400 * (number % 5 == 4)
    return broken


OTHERS = {"rule_engine": in_rule_engine, "business_rules": in_business_rules, "jsonschema": in_jsonschema}


def lines() -> Iterator[str]:
    """Yield what is to be printed."""
    whole = ENGINE.plan(brief(WEEKS, pz.Dose.TWO_FULL, WEEKS_OF_RUNS[0])).to_dict()
    engine = pz.Engine(rules=pz.RuleSet(TEN))
    for name, other in OTHERS.items():
        if find_spec(name) is None:
            yield f"ten rules against {name}: skipped, it is not installed"
            continue
        ratios = []
        for document in (whole, damaged(whole)):
            plan = pz.Plan.from_dict(document)
            ask = other(facts(document))
            found = {(item.code, item.where.session_id) for item in engine.check(plan)}
            if found != ask():
                message = f"{name} finds something else than periodize: {sorted(found ^ ask(), key=str)[:5]}"
                raise AssertionError(message)
            ratios.append(shares(lambda plan=plan: engine.check(plan), ask))
        said = f"{ratios[0]:.0f} times as fast as {name}, {ratios[1]:.0f} times with faults"
        yield f"{WEEKS} weeks, ten rules: {said}; at least {TIMES_AS_FAST[name]}"
