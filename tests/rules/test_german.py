"""German says all that the rules say: what it lacks would be said in English, in the middle of a German text."""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import periodize as pz
from periodize import _text
from periodize._messages import _KINDS
from periodize._text import _words

GERMAN = pz.Messages.of("de")
RULES = pz.RuleSet.default()
PACKAGE = Path(inspect.getfile(pz)).parent
ENGLISH = re.compile(
    r"(?<![-\w])(the|week|of|has|have|sets|days?|session|than|after|before|more|less|or|and|is|on|no)(?![-\w])"
)


def constants(node: ast.AST) -> Iterator[str]:
    """Yield the texts of a piece of source, but neither docstrings nor parts of formatted ones."""
    if isinstance(node, ast.Expr | ast.JoinedStr) and not isinstance(getattr(node, "value", None), ast.Yield):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from constants(child)


def names_values(text: str) -> bool:
    """Whether a text names values in braces."""
    return "{" in text and any(name is not None for _, name, _, _ in Formatter().parse(text))


def said(tree: ast.AST, *functions: str) -> set[str]:
    """Return what is written as the first argument of calls of some functions."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [node for node in calls if getattr(node.func, "id", getattr(node.func, "attr", "")) in functions]
    return {text for node in named for text in constants(node.args[0])}


@cache
def phrases() -> set[str]:
    """Return the phrases that the whole of the source says, and those that stand in tables of the text views."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    counts = (text for both in _text.COUNTS.values() for text in both)
    tables = {*_words.PURPOSES.values(), *_words.LOADS.values(), *_text.PHASE_HEADS, *_text.WEEK_HEADS, *counts}
    return tables.union(*(said(tree, "phrase", "say") for tree in trees))


def templates(rule: object) -> set[str]:
    """Return what a rule can say, from its source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(type(rule))))
    methods = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name != "law"]
    texts = {text for method in methods for text in constants(method) if names_values(text)}
    return texts | said(tree, "Hit", "_late") - said(tree, "phrase")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_german_says_all_that_a_rule_says_and_no_more(rule: pz.Rule) -> None:
    """Each template of the source stands in the file under its code; and none that the source has no longer."""
    mine = GERMAN._rules[rule.meta.code]
    sayable = GERMAN._tables["phrases"]
    found = templates(rule)
    assert set(mine) == {text for text in found if text not in sayable}
    examples = [example for example in rule.meta.examples if example.trips]
    for example in examples:
        for finding in pz.check(pz.loads(json.dumps(example.plan))):
            if finding.code == rule.meta.code:
                assert finding.template in mine
                german = finding.said(GERMAN)
                assert rule.meta.code == "PZ002" or not ENGLISH.search(german), german
                assert "{" not in german
                assert finding.said(pz.Messages.default()) == finding.message
                assert finding.text(pz.Messages.default()) == str(finding)


def test_german_knows_every_phrase() -> None:
    """What is said anywhere in the package stands in the file, and no more."""
    rows = {text for text in templates_of_sizes() if text in GERMAN._tables["phrases"]}
    assert set(GERMAN._tables["phrases"]) == {text for text in phrases() if text} | rows


def templates_of_sizes() -> set[str]:
    """Return the phrases that a rule chooses from a table of its own."""
    return {text for rule in RULES for text in templates(rule)}


@pytest.mark.parametrize(("kind", "table"), _KINDS.items(), ids=str)
def test_german_names_every_word(kind: type[pz.Phase], table: str) -> None:
    """Each phase, form, focus, part, kind of run, movement, level, weekday and piece of equipment."""
    assert [member.value for member in kind] == list(GERMAN._tables[table])
    assert [GERMAN._tables[table][member.value] for member in kind] == [GERMAN.name(member) for member in kind]


def test_german_names_what_stands_in_texts() -> None:
    """The severities, and a letter for each kind of run and each focus, no two alike among either."""
    assert [severity.value for severity in pz.Severity] == list(GERMAN._tables["severities"])
    marks = GERMAN._tables["marks"]
    runs = [kind.value for kind in pz.RunKind if kind is not pz.RunKind.REST]
    assert [*runs, *(focus.value for focus in pz.Focus)] == list(marks)
    assert len({marks[kind] for kind in runs}) == len(runs)
    assert len({marks[focus] for focus in pz.Focus}) == len(pz.Focus)


def test_german_names_every_exercise() -> None:
    """In the catalogue's order, no two alike, and none that is there no longer."""
    names = GERMAN._tables["exercises"]
    catalogue = pz.Catalogue.default()
    assert list(catalogue) == list(names)
    assert len(names) == len(set(names.values()))
    assert [GERMAN.name(catalogue.name(slug)) for slug in names] == list(names.values())


def test_german_has_no_gaps() -> None:
    """Neither has English; a language of three words has."""
    assert (GERMAN.missing(), pz.Messages.default().missing()) == ((), ())
    french = pz.Messages.from_toml('language = "fr"\n[phases]\nstrength = "force"')
    missing = french.missing()
    assert "phases: power" in missing
    assert "phases: strength" not in missing
    assert "rules.PZ303: {session} overlaps the {run}" in missing
