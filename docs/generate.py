"""Writes the pages that are made from the code: one for each rule, their list, the bibliography, and sessions.

Run `python docs/generate.py` after a change of a rule or a source; a test says when that was forgotten.
"""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import periodize as pz
from periodize._evidence import SOURCES, Source

REFERENCE = Path(__file__).parent / "reference"
SESSIONS = runpy.run_path(str(Path(__file__).with_name("sessions.py")))
FAMILIES = {
    "PZ0": "The check itself",
    "PZ1": "Timeline",
    "PZ2": "Dose",
    "PZ3": "Spacing",
    "PZ4": "Prescription",
    "PZ5": "Coverage",
    "PZ6": "Progression and deload",
    "PZ7": "Taper, event and transition",
    "PZ8": "Safety and return",
    "PZ9": "Evidence notes",
}
HEADINGS = {"Why": "Why it matters", "Evidence": "Evidence", "Repair": "Repairs", "Related": "Related rules"}


def pages() -> dict[str, str]:
    """Return the text of every generated page by its path below `reference`."""
    rules = sorted(pz.RuleSet.default(), key=lambda rule: rule.meta.code)
    made = {f"rules/{rule.meta.code}.md": _lines(rule_page(rule)) for rule in rules}
    return {
        "rules.md": _lines(rule_list(rules)),
        "bibliography.md": _lines(bibliography()),
        "twelve_sessions.md": _lines(SESSIONS["page"]()),
        **made,
    }


def _lines(lines: Iterator[str]) -> str:
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def rule_list(rules: list[Any]) -> Iterator[str]:
    """List the rules by family."""
    yield "# The rules"
    yield ""
    yield "An *error* breaks a stated constraint, is incoherent or plainly unsafe; a *warning* likely costs; *advice*"
    yield "is worth knowing. Code and name both select a rule; a code is never used again."
    for family, members in groupby(rules, key=lambda rule: rule.meta.code[:3]):
        listed = list(members)
        yield f"\n## {family}xx: {FAMILIES[family]}\n"
        yield "| code | name | severity | what it finds |"
        yield "| --- | --- | --- | --- |"
        for rule in listed:
            meta = rule.meta
            said = pz.explain(meta.code).page.partition("\n\n")[0].replace("\n", " ")
            yield f"| [{meta.code}](rules/{meta.code}.md) | {meta.name} | {meta.severity} | {said} |"
        yield "\n```{toctree}\n:hidden:\n"
        yield from (f"rules/{rule.meta.code}" for rule in listed)
        yield "```"


def rule_page(rule: Any) -> Iterator[str]:
    """Write the page of a rule: its docstring, knobs, sources and examples."""
    explained = pz.explain(rule.meta.code)
    page = re.split(r"\n(?:Attributes|Args):\n", explained.page)[0]
    yield f"# {explained.code} {explained.name}"
    yield f"\n*{explained.severity}*, since {rule.meta.since}\n"
    for paragraph in page.split("\n\n"):
        heading = re.match(rf"({'|'.join(HEADINGS)}): *", paragraph)
        if heading is None:
            yield f"\n{paragraph}\n"
            continue
        text = paragraph[heading.end() :].strip()
        if heading[1] == "Related":
            text = re.sub(r"PZ\d{3}", lambda code: f"[{code[0]}]({code[0]}.md)", text)
        yield f"\n## {HEADINGS[heading[1]]}\n\n{text[:1].upper()}{text[1:]}\n"
    yield from _knobs(explained)
    if rule.meta.sources:
        yield "\n## Sources\n"
        yield from (f"- {_cited(key)}" for key in rule.meta.sources)
    yield "\n## Examples\n"
    for example in explained.examples:
        yield from _example(rule, example)


def _knobs(explained: pz.RuleExplanation) -> Iterator[str]:
    if not explained.knobs:
        return
    yield "\n## Knobs\n"
    yield "| knob | default | unit | how sure | from |"
    yield "| --- | --- | --- | --- | --- |"
    for knob in explained.knobs:
        known = knob.guideline
        if known is None:
            yield f"| `{knob.name}` | {knob.value} | | | |"
            continue
        whence = ", ".join(f"[{key}](../bibliography.md#{key.lower()})" for key in known.sources) or "practice"
        yield f"| `{knob.name}` | {knob.value} | {known.unit} | {known.grade} | {whence} |"
    notes = [knob.guideline.note for knob in explained.knobs if knob.guideline and knob.guideline.note]
    yield from (f"\n{note[:1].upper()}{note[1:].rstrip('.')}." for note in dict.fromkeys(notes))


def _cited(key: str) -> str:
    return f"[{key}](../bibliography.md#{key.lower()}): {_named(SOURCES[key])}"


def _example(rule: Any, example: pz.Example) -> Iterator[str]:
    plan = pz.Plan.from_dict(example.plan)
    yield f"**{'Trips' if example.trips else 'Passes'}: {example.says}**\n"
    yield "```json"
    yield _short(example.plan)
    yield "```\n"
    if example.trips:
        yield "```text"
        yield str(pz.check(plan, rules=pz.RuleSet((rule,))))
        yield "```\n"


def _short(document: Mapping[str, Any]) -> str:
    """Write a plan's document with a line for each key and each item of a list, but without its envelope."""
    lines = []
    for key, value in document.items():
        if key in {"format", "version"} or value == []:
            continue
        if isinstance(value, list):
            items = ",\n".join(f"    {json.dumps(item, ensure_ascii=False)}" for item in value)
            lines.append(f'  "{key}": [\n{items}\n  ]')
        elif isinstance(value, dict):
            items = ",\n".join(f'    "{name}": {json.dumps(item, ensure_ascii=False)}' for name, item in value.items())
            lines.append(f'  "{key}": {{\n{items}\n  }}')
        else:
            lines.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}"


def bibliography() -> Iterator[str]:
    """List the sources with the rules that cite them."""
    cited: dict[str, list[str]] = {}
    for rule in pz.RuleSet.default():
        knobs = [knob.guideline.sources for knob in pz.explain(rule.meta.code).knobs if knob.guideline]
        for key in dict.fromkeys([*rule.meta.sources, *(key for keys in knobs for key in keys)]):
            cited.setdefault(key, []).append(rule.meta.code)
    yield "# Bibliography"
    yield ""
    yield "The publications behind the numbers, with the rules that cite them. Most titles say in our own words what a"
    yield "publication is about; an identifier stands only where it was read, not recalled."
    for key, source in sorted(SOURCES.items(), key=lambda item: (item[1].authors.casefold(), item[1].year)):
        yield f"\n({key.lower()})=\n"
        yield f"**{key}**: {_named(source)}"
        rules = ", ".join(f"[{code}](rules/{code}.md)" for code in cited.get(key, ()))
        yield f"Cited by {rules}." if rules else "Cited by no rule; background of the model."


def _named(source: Source) -> str:
    journal = f" *{source.journal}*." if source.journal else ""
    doi = f" [doi:{source.doi}](https://doi.org/{source.doi})" if source.doi else ""
    return f"{source.authors} ({source.year or 'no year'}). {source.title}.{journal}{doi}"


def main() -> None:
    """Write the pages, and remove those of rules that are no more."""
    made = pages()
    for old in (REFERENCE / "rules").glob("*.md"):
        if f"rules/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        (REFERENCE / name).parent.mkdir(parents=True, exist_ok=True)
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
