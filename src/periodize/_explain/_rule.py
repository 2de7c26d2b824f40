"""Why a rule is as it is: its page, its numbers, its evidence and its examples."""

from __future__ import annotations

import inspect

import attrs

from periodize._engine import Rule, knobs_of
from periodize._evidence import SOURCES
from periodize._findings import Example, Severity


@attrs.frozen
class RuleExplanation:
    """What a rule checks, with its numbers, evidence and examples; it prints well.

    Attributes:
        code, name, severity: of the rule.
        page: its docstring.
        knobs: its numbers by name.
        sources: the publications behind it, as "Authors (year). Title. Journal."; empty is practice.
        examples: plans that trip and that pass.
    """

    code: str
    name: str
    severity: Severity
    page: str
    knobs: tuple[tuple[str, object], ...]
    sources: tuple[str, ...]
    examples: tuple[Example, ...]

    def __str__(self) -> str:
        sources = [f"- {source}" for source in self.sources]
        parts = [
            [f"{self.code} {self.name} ({self.severity})"],
            [self.page] if self.page else [],
            [f"{name} = {value}" for name, value in self.knobs],
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
        tuple(knobs_of(rule).items()),
        tuple(_cited(key) for key in rule.meta.sources),
        rule.meta.examples,
    )


def _cited(key: str) -> str:
    source = SOURCES.get(key)
    if source is None:
        return key
    year = source.year or "no year"
    doi = f" doi:{source.doi}" if source.doi else ""
    journal = f" {source.journal}." if source.journal else ""
    return f"{source.authors} ({year}). {source.title}.{journal}{doi}"
