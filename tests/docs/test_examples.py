"""The examples run, and show what their first lines promise."""

import os
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from periodize import _api, _document, cli
from periodize._model import Brief

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
BRIEFS = sorted(path for path in EXAMPLES.glob("*.toml") if path.name != "coachs_plan.toml")


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_brief_gives_a_plan_without_an_error(path, capsys):
    """Each brief is planned, and the season is printed with its sessions and the verdict."""
    code = cli.main(["plan", str(path)])

    out, err = capsys.readouterr()
    assert (0, "") == (code, err)
    assert "\nChecked: no errors" in out


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_first_lines_say_the_command(path):
    """Each file begins with what to run and what to see."""
    text = path.read_text(encoding="utf-8")
    command = "check" if path.name == "coachs_plan.toml" else "plan"

    assert text.startswith("# ")
    assert f"#     periodize {command} examples/{path.name}\n" in text
    assert "# What to see: " in text


def test_coachs_plan_has_what_its_comment_says(capsys):
    """The coach's plan has exactly the errors that its first lines name, and the exit code is 1."""
    path = EXAMPLES / "coachs_plan.toml"
    promised = set(re.findall(r"^#   (PZ\d{3}) ", path.read_text(encoding="utf-8"), re.MULTILINE))

    code = cli.main(["check", str(path)])

    report = _api.check(_document.read_plan(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert code == 1
    assert promised == {finding.code for finding in report.errors}
    assert capsys.readouterr().out.splitlines()[:-1] == [str(finding) for finding in report]


def test_index_names_every_example():
    """The index has a line for each file, with a command that is the file's own."""
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    expected = {
        f"{path.name}/" if path.is_dir() else path.name for path in EXAMPLES.iterdir() if path.name != "README.md"
    }

    assert expected == set(re.findall(r"\]\(([^)]+)\)", text))
    for command in re.findall(r"`((?:periodize|python) [^`]*examples/[^`]*)`", text):
        (path,) = (word for word in shlex.split(command) if word.startswith("examples/"))
        assert (ROOT / path).is_file(), command


def test_city_marathon_is_the_brief_of_the_readme():
    """The first example is the season that the Python example plans."""
    plain = _api.plan(Brief.from_toml((EXAMPLES / "city_marathon.toml").read_text(encoding="utf-8")))
    made = runpy.run_path(str(EXAMPLES / "season.py"))

    assert plain == made["plan"]


def test_block_model_gives_plans_that_are_clean_in_it():
    """A model of an app's own is planned in its own order, without an error or a warning."""
    made = runpy.run_path(str(EXAMPLES / "block_model.py"))

    phases = [mesocycle.phase.value for mesocycle in made["plan"].mesocycles]
    assert phases == [*["endurance", "strength", "power"] * 2, "taper", "transition"]
    assert made["report"].errors == made["report"].warnings == ()


def test_readme_shows_what_is_printed(capsys):
    """Every line of the README's excerpt is a line of what its first command prints, in the same order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"(?m)^pip install \. && periodize (.*)$", text)[1]
    excerpt = [line for line in re.search(r"(?s)```text\n(.*?)```", text)[1].splitlines() if line not in {"", "..."}]

    cli.main([word.replace("examples/", f"{EXAMPLES}/") for word in shlex.split(command)])

    printed = iter(capsys.readouterr().out.splitlines())
    assert excerpt
    assert [line for line in excerpt if line not in printed] == []


def test_readme_is_short():
    """What stands above its reference fits on one screen, the Python in ten lines, each command in one line of its own."""
    screen = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Reference\n")[0]
    commands = re.findall(r"(?s)```sh\n(.*?)```", screen)

    assert 60 >= len(screen.splitlines())
    assert 10 >= len(re.search(r"(?s)```python\n(.*?)```", screen)[1].splitlines())
    assert [
        "pip install . && periodize plan examples/city_marathon.toml\n",
        'pip install -e ".[dev]" && python -m pytest\n',
    ] == commands


def test_package_of_rules_passes_its_own_tests():
    """They are run as its authors would, from the package's folder."""
    folder = EXAMPLES / "club_rules"
    paths = os.pathsep.join([str(folder / "src"), str(Path(_api.__file__).parents[1])])
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "pyproject.toml", "tests"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert "3 passed" in ran.stdout


def test_package_of_rules_steers_the_command_line(capsys, monkeypatch):
    """The city marathon has no session on a Friday evening."""
    monkeypatch.syspath_prepend(str(EXAMPLES / "club_rules" / "src"))

    code = cli.main(["plan", str(EXAMPLES / "city_marathon.toml"), "--rules", "club_rules"])

    out = capsys.readouterr().out
    assert code == 0
    assert "\n  Thu 20" in out
    assert "\n  Fri 20" not in out
