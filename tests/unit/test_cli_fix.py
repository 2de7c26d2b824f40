"""The command line repairs: what it writes where, what it says, and what it leaves alone."""

import io
import json
import sys

import pytest

from periodize import _document, cli

PLAN = {
    "format": "periodize/plan",
    "version": 1,
    "brief": {
        "start": "2027-02-15",
        "events": [{"name": "Park Ten", "date": "2027-04-18", "distance_km": 10}],
        "runs": {"week": "Tue 07:00 easy; Sun 08:00 long"},
        "availability": {"blackout": [{"first": "2027-02-15", "last": "2027-02-21"}]},
    },
    "sessions": [
        {"id": "early", "date": "2027-02-23", "time": "06:00"},
        {"id": "first", "date": "2027-03-02"},
        {"id": "a\nb", "date": "2027-03-03"},
        {"id": "closed", "date": "2027-02-20"},
    ],
}
RULES = ("--select", "PZ301,PZ302,PZ304")
MOVED = "move a\\nb to Thu 2027-03-04 18:00"


@pytest.fixture
def path(tmp_path):
    """Write a plan with errors and give its path."""
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN), encoding="utf-8")
    return path


def run(capsys, *argv):
    """Run the command line; return its exit code and what it wrote to both streams."""
    code = cli.main(["check", *(str(word) for word in argv), *RULES])
    return (code, *capsys.readouterr())


def places(text):
    """Say where the sessions of a document stand."""
    return {session.id: f"{session.date} {session.time:%H:%M}" for session in _document.loads(text).sessions}


SAFE = {
    "early": "2027-02-23 18:00",
    "first": "2027-03-02 18:00",
    "a\nb": "2027-03-04 18:00",
    "closed": "2027-02-20 18:00",
}


def test_fix_writes_the_plan_back_and_says_what_is_left(path, capsys):
    """Each repair with the finding that it answers, then what is left; a second time nothing is done."""
    code, out, err = run(capsys, path, "--fix")

    assert (1, "") == (code, err)
    assert SAFE == places(path.read_text(encoding="utf-8"))
    lines = out.splitlines()
    assert "move early to Tue 2027-02-23 18:00" in lines
    assert any(line.startswith("  for 2027-02-23 early PZ301 lift-before-run: ") for line in lines)
    assert MOVED in lines
    assert lines[-3] == "2 repairs made"
    assert "2027-02-20 closed PZ304 outside-availability: " in lines[-2]
    assert lines[-1].startswith("1 error (PZ304), ")

    before = path.stat().st_mtime_ns, path.read_bytes()
    code, out, _ = run(capsys, path, "--fix")
    assert (1, "no repairs made") == (code, out.splitlines()[0])
    assert before == (path.stat().st_mtime_ns, path.read_bytes())


def test_unsafe_fixes_are_asked_for(path, capsys):
    """Then a session may leave its week."""
    code, out, _ = run(capsys, path, "--fix", "--unsafe-fixes")

    assert code == 0
    assert out.splitlines()[-1].startswith("no errors, ")
    assert places(path.read_text(encoding="utf-8"))["closed"] >= "2027-02-22"


def test_output_leaves_the_plan_alone(path, tmp_path, capsys):
    """The fixed plan goes to another file, also where nothing was to be done."""
    before, target = path.read_bytes(), tmp_path / "fixed.json"
    code, _, err = run(capsys, path, "--fix", "-o", target)

    assert (1, "", before) == (code, err, path.read_bytes())
    assert SAFE == places(target.read_text(encoding="utf-8"))
    again = tmp_path / "again.json"
    run(capsys, target, "--fix", "-o", again)
    assert target.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("options", [[], ["-o", "-"]])
def test_standard_input_gives_the_fixed_plan_on_standard_output(options, path, capsys, monkeypatch):
    """What is said goes to standard error."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    code, out, err = run(capsys, "-", "--fix", *options)

    assert (1, SAFE) == (code, places(out))
    assert "2 repairs made" in err.splitlines()


def test_nobody_needs_to_listen(path, capsys, monkeypatch):
    """Without a standard error the plan is written all the same."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    monkeypatch.setattr(sys, "stderr", None)
    assert SAFE == places(run(capsys, "-", "--fix")[1])


def test_diff_shows_what_would_change_and_writes_nothing(path, capsys):
    """A unified diff of the plan as it is written; the exit code is that of the plan as it is."""
    before = path.read_bytes()
    code, out, err = run(capsys, path, "--diff", "--fix")

    assert (1, before, "2 repairs would be made\n") == (code, path.read_bytes(), err)
    lines = out.splitlines()
    assert [f"--- {path}", f"+++ {path}"] == lines[:2]
    assert ['-   "date": "2027-03-03",', '+   "date": "2027-03-04",'] == [
        line for line in lines if "date" in line and line[0] in "+-"
    ]
    assert ['-   "time": "06:00",', '+   "time": "18:00",'] == [
        line for line in lines if "time" in line and line[0] in "+-"
    ]

    run(capsys, path, "--fix", "--unsafe-fixes")
    assert (0, "", "no repairs would be made\n") == run(capsys, path, "--diff")


def test_json_says_what_was_applied(path, capsys):
    """The report's document, with the repairs."""
    code, out, _ = run(capsys, path, "--fix", "--format", "json")
    report = json.loads(out)

    assert (1, "periodize/report", 1) == (code, report["format"], len(report["findings"]))
    assert ["PZ301", "PZ302"] == sorted(item["finding"]["code"] for item in report["applied"])
    assert {"safe"} == {item["repair"]["grade"] for item in report["applied"]}


TOML = (
    'format = "periodize/plan"\nversion = 1\nsessions = [{ date = 2027-02-23, time = "06:30" }]\n'
    '[brief]\nstart = 2027-02-15\nruns = "Tue 18:00 easy"\nevents = [{ name = "Park Ten", date = 2027-04-18 }]\n'
)


@pytest.mark.parametrize(("name", "options"), [("plan.toml", []), ("plan", []), ("plan.toml", ["-o", "other.toml"])])
def test_toml_is_not_written(name, options, tmp_path, capsys, monkeypatch):
    """A plan that was read as TOML stays as it is; the way out is named, and works; a diff needs none."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    path.write_text(TOML, encoding="utf-8")
    code, out, err = run(capsys, name, "--fix", *options)

    stem = "other" if options else "plan"
    assert (2, "", TOML) == (code, out, path.read_text(encoding="utf-8"))
    assert f"plans are written as JSON\nmaybe --fix -o {stem}.json\n" in err
    assert run(capsys, name, "--diff")[1].startswith(f"--- {name}\n")
    assert 0 == run(capsys, name, "--fix", "-o", f"{stem}.json")[0]
    assert {"w2-1": "2027-02-23 18:45"} == places((tmp_path / f"{stem}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-o", "x.json"], "-o is for a plan that --fix repairs\nmaybe --fix -o FILE\n"),
        (["--diff", "-o", "x.json"], "-o is for a plan that --fix repairs\nmaybe --fix -o FILE\n"),
        (["--unsafe-fixes"], "--unsafe-fixes says how to repair\nmaybe --fix --unsafe-fixes\n"),
    ],
)
def test_options_that_do_nothing_are_refused(options, says, path, capsys):
    """With what was probably meant."""
    assert (2, "", f"periodize: {says}") == run(capsys, path, *options)
