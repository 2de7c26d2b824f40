"""Why a rule is as it is: its page, its numbers, its evidence and its examples."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import attrs

from periodize._engine import Rule, knobs_of
from periodize._evidence import SOURCES, Guideline
from periodize._findings import Example, Severity


@attrs.frozen
class Knob:
    """A number of a rule that can be set.

    Attributes:
        name, value: of the rule's field.
        guideline: where its default comes from, with unit, grade, sources and limits; None where a rule does not say.
        stricter: "higher" or "lower", where the rule finds more in that direction; None where neither is so.
    """

    name: str
    value: object
    guideline: Guideline[Any] | None = None
    stricter: str | None = None

    def __str__(self) -> str:
        said = f"{self.name} = {self.value}"
        if self.guideline is None:
            return said
        whence = ", ".join(self.guideline.sources)
        note = f"; {self.guideline.note}" if self.guideline.note else ""
        said = f"{said} {self.guideline.unit} ({self.guideline.grade}{f': {whence}' if whence else ''}{note})"
        if self.guideline.limits is not None:
            low, high = self.guideline.limits
            said += f"; {low:g} to {high:g}"
        return f"{said}, {self.stricter} is stricter" if self.stricter else said


@attrs.frozen
class RuleExplanation:
    """What a rule checks, with its numbers, evidence and examples; it prints well.

    Attributes:
        code, name, severity: of the rule.
        page: its docstring.
        knobs: its numbers.
        sources: the publications behind it, as "Authors (year). Title. Journal."; empty is practice.
        examples: plans that trip and that pass.
    """

    code: str
    name: str
    severity: Severity
    page: str
    knobs: tuple[Knob, ...]
    sources: tuple[str, ...]
    examples: tuple[Example, ...]

    def __str__(self) -> str:
        sources = [f"- {source}" for source in self.sources]
        parts = [
            [f"{self.code} {self.name} ({self.severity})"],
            [self.page] if self.page else [],
            [str(knob) for knob in self.knobs],
            ["Sources:", *sources] if sources else ["Sources: practice"],
            ["Examples:"] if self.examples else [],
        ]
        parts[-1] += [f"- {'trips' if example.trips else 'passes'}: {example.says}" for example in self.examples]
        return "\n\n".join("\n".join(lines) for lines in parts if lines)


def explain_rule(rule: Rule, severity: Severity) -> RuleExplanation:
    """Explain a rule with the severity that it has in its set."""
    return RuleExplanation(
        rule.meta.code,
        rule.meta.name,
        severity,
        inspect.cleandoc(type(rule).__doc__ or ""),
        tuple(_knobs(rule)),
        tuple(_cited(key) for key in rule.meta.sources),
        rule.meta.examples,
    )


def _knobs(rule: Rule) -> Iterator[Knob]:
    fields = attrs.fields(type(rule)) if attrs.has(type(rule)) else ()
    known = {field.name: field.metadata for field in fields}
    for name, value in knobs_of(rule).items():
        metadata = known[name]
        yield Knob(name, value, metadata.get("guideline"), metadata.get("stricter"))


def _cited(key: str) -> str:
    source = SOURCES.get(key)
    if source is None:
        return key
    year = source.year or "no year"
    doi = f" doi:{source.doi}" if source.doi else ""
    journal = f" {source.journal}." if source.journal else ""
    return f"{source.authors} ({year}). {source.title}.{journal}{doi}"
