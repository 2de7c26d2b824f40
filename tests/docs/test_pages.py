"""The pages that are made from the code are fresh, and the documentation leaves nothing out."""

import re
import runpy
from pathlib import Path

import pytest

import periodize as pz

DOCS = Path(__file__).resolve().parents[2] / "docs"
GENERATE = runpy.run_path(str(DOCS / "generate.py"))
MADE = GENERATE["pages"]()


@pytest.mark.parametrize("name", sorted(MADE))
def test_generated_page_is_fresh(name):
    """It is what `python docs/generate.py` writes."""
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == MADE[name]


def test_no_page_is_left_of_a_rule_that_is_gone():
    """Each page of a rule is made."""
    assert {f"rules/{path.name}" for path in (DOCS / "reference" / "rules").iterdir()} == {
        name for name in MADE if "/" in name
    }


@pytest.mark.parametrize("rule", pz.RuleSet.default(), ids=lambda rule: rule.meta.code)
def test_each_example_of_a_rule_is_on_its_page(rule):
    """With what the rule says of it."""
    page = MADE[f"rules/{rule.meta.code}.md"]
    for example in rule.meta.examples:
        assert f"**{'Trips' if example.trips else 'Passes'}: {example.says}**" in page
        for finding in pz.check(pz.Plan.from_dict(example.plan), rules=pz.RuleSet((rule,))):
            assert str(finding) in page


@pytest.mark.parametrize("name", pz.__all__)
def test_each_public_name_has_a_docstring(name):
    """The reference is made from them."""
    assert re.match(r"\S.*", getattr(pz, name).__doc__ or "")


def test_index_fits_on_one_screen():
    """Above the trees of contents there are few lines."""
    screen = (DOCS / "index.md").read_text(encoding="utf-8").partition("```{toctree}")[0]
    assert 40 >= len(screen.splitlines())


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.stem)
def test_each_page_begins_with_its_title(path):
    """Fragments of news, which are no pages, aside."""
    if path.parent.name != "changes":
        assert path.read_text(encoding="utf-8").startswith("# ")
