"""The command line in another language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from periodize import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN, BRIEF = EXAMPLES / "coachs_plan.toml", EXAMPLES / "half_next_month.toml"
OWN = """
language = "nl"
[phrases]
"no errors" = "geen fouten"
[rules.PZ301]
"{session} at {time:%H:%M} comes before the {run} at {run_time:%H:%M}" = "{session} om {time:%H:%M} is voor de {run}"
"""


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Run the command line; return its exit code and what it wrote to both streams."""
    code = cli.main([str(word) for word in argv])
    return code, *capsys.readouterr()


def test_a_check_is_said_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    """As lines, and as the messages of a document, whose other keys stay."""
    code, out, err = run(capsys, "check", PLAN, "--language", "de")
    assert (code, err) == (1, "")
    assert "w1-1 PZ301 lift-before-run: w1-1 um 06:30 Uhr liegt vor dem Dauerlauf r1-1 um 18:30 Uhr\n" in out
    assert out.splitlines()[-1].startswith("4 Fehler (PZ201, PZ301, PZ302, PZ401), ")
    _, german, _ = run(capsys, "check", PLAN, "--language", "de", "--format", "json", "--select", "PZ301")
    _, english, _ = run(capsys, "check", PLAN, "--format", "json", "--select", "PZ301")
    (said,), (meant,) = json.loads(german)["findings"], json.loads(english)["findings"]
    assert said.pop("message") == "w1-1 um 06:30 Uhr liegt vor dem Dauerlauf r1-1 um 18:30 Uhr"
    assert meant.pop("message") == "w1-1 at 06:30 comes before the easy run r1-1 at 18:30"
    assert said == meant


def test_what_a_repair_leaves_is_said_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What was done is said in English."""
    argv = ("check", PLAN, "--language", "de", "--select", "PZ301", "--fix", "-o", tmp_path / "plan.json")
    _, out, _ = run(capsys, *argv)
    assert out.splitlines()[-1] == "keine Fehler, keine Warnungen, keine Hinweise"


def test_a_week_and_a_season_are_written_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The season with its verdict; one week alone; and what is said where a file is written."""
    _, season, _ = run(capsys, "plan", BRIEF, "--language", "de")
    assert "Phasen, vom Wettkampf zurückgezählt" in season
    assert "Geprüft: " in season
    _, week, _ = run(capsys, "plan", BRIEF, "--language", "de", "--week", "1")
    assert week.startswith("Woche 1, ")
    _, said, _ = run(capsys, "plan", BRIEF, "--language", "de", "-o", tmp_path / "plan.json")
    assert ": keine Fehler, " in said


def test_a_language_can_be_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What it lacks is said in English."""
    path = tmp_path / "dutch.toml"
    path.write_text(OWN, encoding="utf-8")
    _, out, _ = run(capsys, "check", PLAN, "--language", path, "--select", "PZ301,PZ303")
    assert "lift-before-run: w1-1 om 06:30 is voor de easy run r1-1\n" in out
    assert out.splitlines()[-1] == "1 error (PZ301), no warnings, no advice"


@pytest.mark.parametrize("command", ["plan", "check"])
def test_a_wrong_language_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    """With the languages that there are, or with all that is wrong with the file."""
    assert run(capsys, command, PLAN, "--language", "ger") == (
        2,
        "",
        "periodize: unknown language 'ger'; there are de, en\n",
    )
    path = tmp_path / "own.toml"
    path.write_text("[phases]\nbase = 'x'", encoding="utf-8")
    code, out, err = run(capsys, command, PLAN, "--language", path)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f'periodize: {path}: /language: must be the code of a language, such as "fr"',
        f"{path}: /phases/base: is an unknown word",
    ]
