"""The command line: what is written where, and with which exit code."""

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from periodize import _api, _codec, _document, cli

BRIEF = """
start = 2027-02-15

[[events]]
name = "Park Ten"
date = 2027-04-18
distance_km = 10

[runs]
week = "Tue 06:30 quality; Thu 06:30 easy; Sun 08:00 long"
"""
BAD_PLAN = {
    "format": "periodize/plan",
    "version": 1,
    "brief": {
        "start": "2027-02-15",
        "events": [{"name": "Park Ten", "date": "2027-04-18", "distance_km": 10}],
        "runs": {"week": "Tue 18:00 easy"},
    },
    "sessions": [{"date": "2027-02-16", "time": "06:30"}],
}


@pytest.fixture
def brief(tmp_path):
    """Write a small brief and give its path."""
    path = tmp_path / "brief.toml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture
def bad_plan(tmp_path):
    """Write a plan that is full of errors and give its path."""
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(BAD_PLAN), encoding="utf-8")
    return path


@pytest.fixture
def stdin(monkeypatch):
    """Give a function that puts bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def run(capsys, *argv):
    """Run the command line; return its exit code and what it wrote to both streams."""
    code = cli.main([str(word) for word in argv])
    return (code, *capsys.readouterr())


# --- plan -------------------------------------------------------------------------------------------------------------


def test_plan_prints_the_season(brief, capsys):
    """A brief becomes a season with its weeks, its sessions and the verdict."""
    code, out, err = run(capsys, "plan", brief)

    assert (0, "") == (code, err)
    assert out.startswith("Park Ten, Sun 2027-04-18, 10 km\n")
    assert "\nWeek 1, " in out
    assert "rest 1:00" in out
    assert "\nChecked: no errors" in out
    assert out.endswith("\n")


def test_plan_as_json_reads_back(brief, capsys):
    """What is printed as JSON is the plan, to the byte."""
    code, out, _ = run(capsys, "plan", brief, "--format", "json")

    assert code == 0
    assert out == _document.dumps(_document.loads(out))


@pytest.mark.parametrize("target", [[], ["-o", "-"]])
def test_plan_reads_standard_input(target, stdin, brief, capsys):
    """A brief on standard input, TOML or JSON, gives the plan of the same brief in a file."""
    expected = run(capsys, "plan", brief, "--format", "json")

    stdin(BRIEF.encode())
    assert expected == run(capsys, "plan", "-", "--format", "json", *target)

    stdin(b"\n " + json.dumps(_codec.parse_toml(BRIEF), default=str).encode())
    assert expected == run(capsys, "plan", "-", "--format", "json", *target)


def test_suffix_decides_before_content(tmp_path, capsys):
    """A file that is named JSON is read as JSON, also where it is none; a byte order mark is passed over."""
    wrong = tmp_path / "brief.JSON"
    wrong.write_text(BRIEF, encoding="utf-8")
    marked = tmp_path / "brief"
    marked.write_bytes(b"\xef\xbb\xbf" + BRIEF.encode())

    code, out, err = run(capsys, "plan", wrong)
    assert (2, "") == (code, out)
    assert err.startswith(f"periodize: {wrong}: /: is not JSON")

    assert run(capsys, "plan", marked)[0] == 0


def test_plan_writes_a_file(brief, tmp_path, capsys):
    """With -o the plan goes to a file, in JSON where its name says so, and one line says how good it is."""
    target = tmp_path / "season.json"

    code, out, err = run(capsys, "plan", brief, "-o", target)

    assert (0, "") == (code, err)
    assert out.startswith(f"{target}: no errors, ")
    assert out.count("\n") == 1
    assert _document.loads(target.read_bytes()).sessions
    assert b"\r" not in target.read_bytes()
    assert not list(tmp_path.glob(".periodize-*"))


def test_format_beats_the_name_of_the_file(brief, tmp_path, capsys):
    """A format that is asked for is the one that is written."""
    target = tmp_path / "season.json"

    run(capsys, "plan", brief, "-o", target, "--format", "text")

    assert target.read_text(encoding="utf-8").startswith("Park Ten")


def test_replaced_file_keeps_its_mode(brief, tmp_path, capsys):
    """A new file has the mode that any new file has, a replaced one keeps its own, and a link stays one."""
    target, plain, link = tmp_path / "season.txt", tmp_path / "plain", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    plain.write_text("")

    run(capsys, "plan", brief, "-o", link)
    run(capsys, "plan", brief, "-o", tmp_path / "new")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("Park Ten")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def test_failed_write_leaves_the_old_file(brief, tmp_path, capsys, monkeypatch):
    """If the disk is full nothing is half written: the old file stays and no other is left."""
    target = tmp_path / "season.txt"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))

    code, out, err = run(capsys, "plan", brief, "-o", target)

    assert (2, "", f"periodize: cannot write {target}: no space left on device\n") == (code, out, err)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.toml", "season.txt"]


def test_broken_brief_leaves_the_old_file(tmp_path, capsys):
    """Where there is no plan the file that stood there is not touched."""
    target, empty = tmp_path / "season.txt", tmp_path / "empty.toml"
    target.write_text("old")
    empty.write_text("")

    assert run(capsys, "plan", empty, "-o", target)[0] == 2
    assert target.read_text() == "old"


def test_the_brief_is_not_overwritten(brief, capsys):
    """A plan never takes the place of the brief that it is made from."""
    code, out, err = run(capsys, "plan", brief, "-o", brief.parent / "." / brief.name)

    assert (2, "", f"periodize: cannot write {brief}: it is the brief\n") == (code, out, err)
    assert brief.read_text(encoding="utf-8") == BRIEF


def test_writing_to_a_device(brief, capsys):
    """A device is written to, not replaced by a file."""
    code, out, _ = run(capsys, "plan", brief, "-o", os.devnull)

    assert code == 0
    assert out.startswith(f"{os.devnull}: no errors")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["missing/season.txt", ".", "a\0b"])
def test_unwritable_target(name, brief, tmp_path, capsys):
    """A missing directory, a directory and an impossible name are said in one line."""
    code, out, err = run(capsys, "plan", brief, "-o", f"{tmp_path}/{name}")

    assert (2, "") == (code, out)
    assert err.startswith("periodize: cannot write ")
    assert err.count("\n") == 1


def test_all_problems_are_listed(tmp_path, capsys):
    """A brief with several mistakes is refused once, with every one of them."""
    path = tmp_path / "brief.toml"
    path.write_text(BRIEF.replace("start = 2027", "dosis = 1\nstart = 1027").replace("long", "lang"), encoding="utf-8")

    code, out, err = run(capsys, "plan", path)

    first, *others = err.splitlines()
    assert (2, "") == (code, out)
    assert first == f"periodize: {path}: {len(others)} problems"
    assert any(line.startswith("  /dosis: ") for line in others)
    assert any(line.startswith("  /runs/week: ") for line in others)


def test_infeasible_brief(brief, tmp_path, capsys):
    """Where no plan is possible the reason and a way out are said, nothing is written, and the exit code is 1."""
    brief.write_text(f'{BRIEF}[availability]\ndays = ["sat", "sun"]\n', encoding="utf-8")
    target = tmp_path / "season.txt"

    code, out, err = run(capsys, "plan", brief, "-o", target)

    assert (1, "") == (code, out)
    assert err.startswith("periodize: no plan holds all of this in week ")
    assert "maybe" in err
    assert not target.exists()
    assert run(capsys, "plan", brief, "--best-effort", "-o", target)[0] == 1
    assert " PZ201 weekly-minimum: " in target.read_text(encoding="utf-8")


def test_plan_with_errors(brief, bad_plan, tmp_path, capsys, monkeypatch):
    """A plan with errors is written all the same, the errors are named beside JSON, and the exit code is 1."""
    bad = _document.loads(bad_plan.read_bytes())
    asked = []
    monkeypatch.setattr(_api, "plan", lambda _, *, best_effort, rules: asked.append(best_effort) or bad)

    code, out, err = run(capsys, "plan", brief, "--best-effort", "--format", "json")
    assert (1, _document.dumps(bad)) == (code, out)
    assert err.startswith("periodize: the plan has ")
    assert " PZ301 lift-before-run: " in err

    code, out, err = run(capsys, "plan", brief)
    assert (1, "") == (code, err)
    assert " PZ301 lift-before-run: " in out

    target = tmp_path / "season.txt"
    code, out, err = run(capsys, "plan", brief, "-o", target)
    assert (1, "") == (code, err)
    assert out.startswith(f"{target}: ")
    assert " PZ301 lift-before-run: " in target.read_text(encoding="utf-8")
    assert asked == [True, False, False]


@pytest.mark.parametrize("number", [1, 9])
def test_a_single_week_is_written(number, brief, capsys):
    """With --week only that week is written: all its seven days, with every card in full."""
    code, out, err = run(capsys, "plan", brief, "--week", number)

    assert (0, "") == (code, err)
    assert out.startswith(f"Week {number}, ")
    assert "\nWeek" not in out
    assert all(f"\n  {day} 2027-" in out for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
    assert "rest " in out


@pytest.mark.parametrize("number", ["0", "12", "-1"])
def test_a_week_that_is_not_there(number, brief, tmp_path, capsys):
    """The weeks that there are are named, and nothing is written."""
    target = tmp_path / "week.txt"
    code, out, err = run(capsys, "plan", brief, "--week", number, "-o", target)

    assert (2, "", f"periodize: the plan has no week {number}; its weeks are 1 to 10\n") == (code, out, err)
    assert not target.exists()


@pytest.mark.parametrize("options", [["--format", "json"], ["-o", "week.json"]])
def test_a_single_week_is_text(options, brief, capsys):
    """A week is no document of its own: asking for JSON is refused."""
    code, out, err = run(capsys, "plan", brief, "--week", "1", *options)

    assert (2, "") == (code, out)
    assert err.startswith("periodize: a week alone is written as text, not as JSON\n")


def test_a_single_week_of_a_plan_with_errors(brief, bad_plan, capsys, monkeypatch):
    """The errors of the plan are named beside it, as they are beside JSON."""
    bad = _document.loads(bad_plan.read_bytes())
    monkeypatch.setattr(_api, "plan", lambda _, *, best_effort, rules: bad)

    code, out, err = run(capsys, "plan", brief, "--week", "1")

    assert 1 == code
    assert out.startswith("Week 1, ")
    assert " PZ301 lift-before-run: " in err


# --- check ------------------------------------------------------------------------------------------------------------


def test_check_prints_a_line_for_each_finding(bad_plan, capsys):
    """Each finding is a line of date, place, code, name, message; the last line counts them."""
    code, out, err = run(capsys, "check", bad_plan)

    *lines, last = out.splitlines()
    report = _api.check(_document.loads(bad_plan.read_bytes()))
    assert (1, "") == (code, err)
    assert [str(finding) for finding in report] == lines
    assert any(line.startswith("2027-02-16 w1-1 PZ301 lift-before-run: ") for line in lines)
    assert last.startswith(f"{len(report.errors)} errors (PZ")


def test_check_of_our_own_plan(brief, tmp_path, capsys):
    """What is planned is found without an error, from a file and from standard input."""
    target = tmp_path / "season.json"
    run(capsys, "plan", brief, "-o", target)

    code, out, _ = run(capsys, "check", target)

    assert code == 0
    assert out.splitlines()[-1].startswith("no errors, ")


def test_check_as_json(bad_plan, capsys):
    """As JSON the report is its document."""
    code, out, _ = run(capsys, "check", bad_plan, "--format", "json")

    assert code == 1
    assert json.loads(out) == _api.check(_document.loads(bad_plan.read_bytes())).to_dict()


def test_check_reads_toml(stdin, bad_plan, capsys):
    """A plan may be TOML as well; on standard input its first character decides."""
    expected = run(capsys, "check", bad_plan)
    stdin(
        b'format = "periodize/plan"\nversion = 1\nsessions = [{ date = 2027-02-16, time = "06:30" }]\n'
        b'[brief]\nstart = 2027-02-15\nruns = "Tue 18:00 easy"\n'
        b'events = [{ name = "Park Ten", date = 2027-04-18, distance_km = 10 }]\n'
    )

    assert expected == run(capsys, "check", "-")


@pytest.mark.parametrize(
    ("options", "code", "codes"),
    [
        (["--select", "PZ301"], 1, {"PZ301"}),
        (["--select", "lift-before-run,PZ201"], 1, {"PZ301", "PZ201"}),
        (["--select", "PZ301", "--select", "PZ201"], 1, {"PZ301", "PZ201"}),
        (["--select", "PZ3"], 1, {"PZ301"}),
        (["--select", "PZ3", "--ignore", "lift-before-run"], 0, set()),
        (["--select", "PZ301", "--ignore", "PZ2,PZ3"], 0, set()),
        (["--select", "PZ301", "--ignore", "PZ201"], 1, {"PZ301"}),
        (["--select", "PZ202"], 0, {"PZ202"}),
        (["--select", "PZ202", "--strict"], 1, {"PZ202"}),
        (["--select", "PZ304", "--strict"], 0, set()),
    ],
)
def test_select_and_ignore(options, code, codes, bad_plan, capsys):
    """Rules are chosen by code, name or family, with commas or again; what is ignored is not asked."""
    actual, out, _ = run(capsys, "check", bad_plan, *options)

    assert code == actual
    assert codes == {line.split()[2] for line in out.splitlines()[:-1]}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule(option, bad_plan, capsys):
    """A rule that does not exist is refused with the nearest that does."""
    code, out, err = run(capsys, "check", bad_plan, option, "lift-before-runs")

    assert (2, "") == (code, out)
    assert err.startswith("periodize: no rule has the code, name or family 'lift-before-runs'\nmaybe lift-before-run")
