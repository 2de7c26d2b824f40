"""`periodize why`: what it prints, and with which exit code."""

import json

import pytest

import periodize as pz
from periodize import cli

BRIEF = pz.Brief(
    events=(
        pz.Event("Tune\nup", "2027-02-17", distance_km=5, priority="C"),
        pz.Event("City 10", "2027-04-18", distance_km=10),
    ),
    start="2027-01-25",
    runs="Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min",
)


@pytest.fixture(scope="module")
def plan():
    """Plan a season with a race that has a line end in its name."""
    return pz.plan(BRIEF)


@pytest.fixture
def file(plan, tmp_path):
    """Write the plan and give its path."""
    path = tmp_path / "plan.json"
    path.write_text(pz.dumps(plan), encoding="utf-8")
    return path


def run(capsys, *argv):
    """Run the command line; return its exit code and what it wrote to both streams."""
    code = cli.main([str(word) for word in argv])
    return (code, *capsys.readouterr())


def test_it_prints_the_explanation(plan, file, capsys):
    """Line by line, as the library tells it."""
    assert (0, f"{pz.why(plan, 'w6-1')}\n", "") == run(capsys, "why", file, "w6-1")


def test_names_cannot_obey(file, capsys):
    """Control characters of a name are escaped, in the line in which they stand."""
    _, out, _ = run(capsys, "why", file, "w4-1")
    assert any(line.endswith("forbidden: PZ701 w4-1 stands on the day of Tune\\nup") for line in out.splitlines())


def test_a_coachs_plan_can_be_toml(tmp_path, capsys):
    """A few lines are a plan."""
    path = tmp_path / "coach.toml"
    path.write_text(
        'format = "periodize/plan"\nversion = 1\nsessions = [{ id = "a", date = 2027-02-15, time = "18:00" }]\n'
        "[brief]\nstart = 2027-01-25\nevents = [{ date = 2027-04-18 }]\n",
        encoding="utf-8",
    )
    code, out, err = run(capsys, "why", path, "a")
    assert (0, "a on Mon 2027-02-15 at 18:00", "") == (code, out.splitlines()[0], err)


def test_an_unknown_session_is_unusable(file, capsys):
    """The message names the nearest session that there is."""
    code, out, err = run(capsys, "why", file, "w4-9")
    assert (2, "", True) == (code, out, err.startswith("periodize: the plan has no session 'w4-9'; maybe w"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "/format"),
        (json.dumps({"format": "periodize/plan", "version": 1, "brief": {}, "sessions": []}), "/brief/start"),
        ("nonsense", ""),
    ],
)
def test_what_is_no_plan_is_unusable(text, said, tmp_path, capsys):
    """The message says where the document is wrong."""
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "why", path, "w4-1")
    assert (2, "", True) == (code, out, said in err)


@pytest.mark.parametrize("words", [["why"], ["why", "no such file"], ["why", "no such file", "w4-1"]])
def test_wrong_usage(words, capsys, monkeypatch, tmp_path):
    """A file is needed."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *words)
    assert (2, "", True) == (code, out, err.startswith("periodize: "))


def test_without_an_id_the_season_is_explained(plan, file, capsys):
    """Line by line, as the library tells it."""
    assert (0, f"{pz.why(plan)}\n", "") == run(capsys, "why", file)
