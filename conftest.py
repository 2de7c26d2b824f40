"""Run the examples of the README, of the documentation and of the docstrings as tests."""

import contextlib
import io
import json
import shlex
import tomllib
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent


def run_console(example: Example) -> str | None:
    """Run the program's commands of a block from the project's folder, and compare what they print."""
    from periodize import cli

    _, *commands = ("\n" + example.parsed).split("\n$ ")
    for command in commands:
        line, _, expected = command.partition("\n")
        program, *arguments = shlex.split(line)
        assert program == "periodize", f"a block may run periodize alone, not {program}; maybe ```text"
        printed = io.StringIO()
        with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            cli.main(arguments)
        if not OutputChecker().check_output(expected.strip(), printed.getvalue().strip(), ELLIPSIS):
            return f"{line} prints\n{printed.getvalue()}\nand not\n{expected}"
    return None


def read_document(document: dict[str, Any]) -> None:
    """Read a plan, a brief or a configuration, as the pages promise that it can be read."""
    import periodize as pz

    if "brief" in document:
        pz.Plan.from_dict({"format": "periodize/plan", "version": 1, **document})
    elif "start" in document:
        pz.Brief.from_dict(document)
    else:
        pz.RuleSet.from_dict(document)


def read_toml(example: Example) -> None:
    """Read a block of TOML: a document, or a language."""
    import periodize as pz

    document = tomllib.loads(example.parsed)
    if "language" in document:
        pz.Messages.from_toml(example.parsed)
    else:
        read_document(document)


def read_json(example: Example) -> None:
    """Read a block of JSON."""
    read_document(json.loads(example.parsed))


pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser(language="console", evaluator=run_console),
        CodeBlockParser(language="toml", evaluator=read_toml),
        CodeBlockParser(language="json", evaluator=read_json),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],  # a double star is one folder to Sybil
    excludes=["docs/changes/*.md"],
)
docstrings = Sybil(
    parsers=[DocTestParser(ELLIPSIS)],
    patterns=["src/periodize/*.py", "src/periodize/*/*.py"],
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = (pages + docstrings).pytest()
