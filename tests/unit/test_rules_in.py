"""The rules of a module that is named."""

import sys
import textwrap

import pytest

import periodize as pz
from periodize import cli
from periodize._engine import rules_in

RULE = '''
from typing import ClassVar
import attrs, periodize as pz

@attrs.frozen
class NoFridays:
    """A session falls on a Friday."""
    weekday: int = 4
    meta: ClassVar = pz.RuleMeta(code="APP001", name="friday-session", severity=pz.Severity.ERROR)
    def check_session(self, session, view):
        if session.date.weekday() == self.weekday:
            yield pz.Hit("{session} falls on a Friday")
'''


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Write a module into the current directory and return its name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))

    def write(text, name="their_rules"):
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        return name

    return write


def test_each_public_class_with_a_meta_is_a_rule(module):
    """It has its default knobs; the path of imports is as before."""
    before = list(sys.path)
    assert ["APP001"] == [rule.meta.code for rule in rules_in(module(RULE))]
    assert before == sys.path


def test_a_value_stands_in_for_its_class(module):
    """So a module can set knobs; a package may gather rules of its modules."""
    module(RULE)
    (rule,) = rules_in(module("from their_rules import NoFridays\nfriday = NoFridays(weekday=2)\n", "gathered"))
    assert rule.weekday == 2


def test_private_names_and_names_outside_all_are_not_taken(module):
    """Those are the module's own business."""
    assert ["APP001"] == [
        rule.meta.code
        for rule in rules_in(module(RULE + "_spare = NoFridays\nOther = None\n__all__ = ['NoFridays']\n"))
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "module their_rules holds no rule\nmaybe a public class with a meta of type RuleMeta"),
        ("import nowhere_at_all", "module their_rules needs nowhere_at_all, which is not installed"),
        ("1 / 0", "module their_rules cannot be imported: ZeroDivisionError: division by zero"),
        ("def", "module their_rules cannot be imported: SyntaxError: "),
        (RULE.replace("weekday: int = 4", "weekday: int"), "NoFridays needs knobs: "),
    ],
)
def test_a_module_that_gives_no_rules_is_a_clear_error(module, text, said):
    """Whatever it does when it is imported."""
    with pytest.raises(pz.ConfigError) as caught:
        rules_in(module(text))
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("name", ["their_ruls", "their_ruls.deep", "", "..", "a b"])
def test_a_module_that_is_not_there_is_a_clear_error(module, name):
    """The message says what to do."""
    module(RULE)
    with pytest.raises(pz.ConfigError, match=r"there is no module|cannot be imported"):
        rules_in(name)


def test_the_command_line_asks_the_rules_of_a_module(module, tmp_path, capsys):
    """They are listed, explained, steer a plan and check one."""
    name = module(RULE)
    brief = tmp_path / "brief.json"
    brief.write_text('{"start": "8 weeks before", "events": [{"date": "2027-05-09"}]}', encoding="utf-8")
    assert cli.main(["plan", str(brief), "--rules", name, "-o", "plan.json"]) == 0
    assert cli.main(["check", "plan.json", "--rules", name, "--select", "APP001"]) == 0
    assert cli.main(["why", "plan.json", "w2-1", "--rules", name]) == 0
    assert "w2-1 falls on a Friday" in capsys.readouterr().out
    assert cli.main(["rules", "--rules", name, "--rules", name]) == 0
    assert capsys.readouterr().out.count("APP001") == 1
    assert cli.main(["explain", "friday-session", "--rules", name]) == 0
    assert "A session falls on a Friday." in capsys.readouterr().out


def test_a_code_that_is_taken_is_an_error(module, capsys):
    """The message names both classes, and the exit code is that of wrong usage."""
    assert cli.main(["rules", "--rules", module(RULE.replace("APP001", "PZ301"))]) == 2
    assert capsys.readouterr().err == "periodize: NoFridays and LiftBeforeRun are both called PZ301\n"
