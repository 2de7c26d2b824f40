"""The command line beside its work: usage, help, input that cannot be read, output that cannot be written."""

import argparse
import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from periodize import _api, _codec, _engine, cli

BRIEF = """
start = 2027-02-15

[[events]]
name = "Park Ten"
date = 2027-04-18
distance_km = 10

[runs]
week = "Tue 06:30 quality; Thu 06:30 easy; Sun 08:00 long"
"""


@pytest.fixture
def brief(tmp_path):
    """Write a small brief and give its path."""
    path = tmp_path / "brief.toml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture
def stdin(monkeypatch):
    """Give a function that puts bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def run(capsys, *argv):
    """Run the command line; return its exit code and what it wrote to both streams."""
    code = cli.main([str(word) for word in argv])
    return (code, *capsys.readouterr())


# --- explain, rules, version, help ------------------------------------------------------------------------------------


def test_explain_takes_a_code_or_a_name(capsys):
    """A rule is explained by its code and by its name."""
    by_code, by_name = run(capsys, "explain", "PZ301"), run(capsys, "explain", "lift-before-run")

    assert by_code == by_name
    assert by_code[0] == 0
    assert "PZ301" in by_code[1]


def test_explain_of_an_unknown_rule(capsys):
    """An unknown name is refused with the nearest ones."""
    code, out, err = run(capsys, "explain", "lift-before-runs")

    assert (2, "") == (code, out)
    assert err.startswith("periodize: ")
    assert "maybe lift-before-run" in err


def test_rules_lists_them_all(capsys):
    """Each rule has a line: code, name, severity, what it is about."""
    code, out, _ = run(capsys, "rules")

    rules = _engine.RuleSet.default()
    words = [line.split()[:3] for line in out.splitlines()]
    assert code == 0
    assert words == [[rule.meta.code, rule.meta.name, rules.severity_of(rule)] for rule in rules]


def test_version_is_that_of_the_distribution(capsys, monkeypatch):
    """The version is that of the installed distribution; there may be none."""
    monkeypatch.setattr("importlib.metadata.version", lambda _: "1.2.3")
    assert run(capsys, "--version") == (0, "periodize 1.2.3\n", "")

    monkeypatch.undo()
    monkeypatch.setattr("importlib.metadata.distribution", _not_found)
    assert run(capsys, "--version") == (0, "periodize (not installed)\n", "")


def _not_found(name):
    from importlib.metadata import PackageNotFoundError

    raise PackageNotFoundError(name)


@pytest.mark.parametrize("argv", [["--help"], ["plan", "--help"], ["check", "--help"]])
def test_help_goes_to_standard_output(argv, capsys):
    """Help goes to standard output, names the exit codes, and is no error."""
    code, out, err = run(capsys, *argv)

    assert (0, "") == (code, err)
    assert "exit codes: 0 no error" in out.replace("\n", " ").replace("  ", " ")
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["plan"],
        ["plan", "a", "b"],
        ["plan", "a", "--form", "json"],
        ["plan", "a", "--format", "pdf"],
        ["check", "a", "--select", ","],
        ["sing"],
    ],
)
def test_wrong_usage(argv, capsys):
    """Wrong usage is said in a line or two on standard error, without a traceback."""
    code, out, err = run(capsys, *argv)

    assert (2, "") == (code, out)
    assert err.startswith("periodize: ")
    assert err.splitlines()[1].startswith("maybe periodize ")


# --- input that cannot be read ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["plan", "check"])
@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.toml", "no such file or directory"), (".", "is a directory"), ("a\0b", "embedded null byte")],
)
def test_unreadable_file(command, name, says, tmp_path, capsys):
    """A file that cannot be opened is named with the reason."""
    code, out, err = run(capsys, command, f"{tmp_path}/{name}")

    assert (2, "") == (code, out)
    assert err.startswith("periodize: cannot read ")
    assert err.endswith(f": {says}\n")


def test_unlucky_name(tmp_path, capsys):
    """A control character in a file's name does not reach the terminal."""
    code, _, err = run(capsys, "check", f"{tmp_path}/\x1b[31m")

    assert code == 2
    assert r"\x1b[31m" in err
    assert "\x1b" not in err


def test_file_that_may_not_be_read(brief, capsys, monkeypatch):
    """A file without permission is one clear message."""
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))

    assert run(capsys, "plan", brief) == (2, "", f"periodize: cannot read {brief}: permission denied\n")


def test_another_encoding_is_refused(tmp_path, capsys):
    """A document in another encoding is refused."""
    path = tmp_path / "brief.toml"
    path.write_bytes(BRIEF.replace("Park", "Pärk").encode("latin-1"))

    code, out, err = run(capsys, "plan", path)

    assert (2, "") == (code, out)
    assert err.startswith(f"periodize: {path}: /: is not UTF-8")


def test_huge_input_is_not_read_whole(stdin, tmp_path, capsys):
    """Of a document over the limit no more than the limit is read."""
    path = tmp_path / "brief.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    stdin(b" " * (_codec.LONGEST_DOCUMENT + 1))

    assert run(capsys, "plan", path) == (2, "", f"periodize: {path} is larger than 10 MB\n")
    assert run(capsys, "check", "-") == (2, "", "periodize: standard input is larger than 10 MB\n")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\0", b"a = ", b'{"start": 1}', b"\xff\xfe{\0"])
@pytest.mark.parametrize("command", ["plan", "check"])
def test_nonsense_on_standard_input_is_refused(command, data, stdin, capsys):
    """Nonsense on standard input is refused, never a traceback."""
    stdin(data)

    code, out, err = run(capsys, command, "-")

    assert (2, "") == (code, out)
    assert err.startswith("periodize: standard input: ")


def test_no_standard_input(capsys, monkeypatch):
    """Without a standard input, or with a closed one, there is a message."""
    expected = (2, "", "periodize: there is no standard input\n")

    monkeypatch.setattr(sys, "stdin", None)
    assert expected == run(capsys, "plan", "-")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    sys.stdin.close()
    assert expected == run(capsys, "plan", "-")


# --- output that cannot be written, and interruptions -----------------------------------------------------------------


class BrokenStream:
    """A standard output whose reader is gone, or whose disk is full; its descriptor is that of a file."""

    def __init__(self, error, file):
        self.error, self.file = error, file

    def write(self, text):
        """Fail."""
        raise self.error

    def fileno(self):
        """Give the file's descriptor."""
        return self.file.fileno()


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (BrokenPipeError(), 0, ""),
        (OSError(28, "No space left on device"), 2, "cannot write to standard output: no space left on device"),
        (OSError("odd"), 2, "cannot write to standard output: odd"),
    ],
)
def test_output_that_fails(error, code, says, tmp_path, capsys, monkeypatch):
    """A reader that has seen enough is no error; any other failure is said."""
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", BrokenStream(error, file))
        actual = cli.main(["rules"])
        monkeypatch.undo()

    assert code == actual
    assert capsys.readouterr().err == (f"periodize: {says}\n" if says else "")


def test_without_any_stream(monkeypatch):
    """What cannot be written is no success, also where nobody can be told."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert [2, 2, 2] == [cli.main(["rules"]), cli.main(["explain", "?"]), cli.main(["--help"])]


@pytest.mark.parametrize("command", [["rules"], ["--help"], ["plan", "--help"]])
def test_without_standard_output(command, capsys, monkeypatch):
    """A closed standard output is an error that is said."""
    monkeypatch.setattr(sys, "stdout", None)
    code = cli.main(command)
    monkeypatch.undo()

    assert (2, "periodize: there is no standard output\n") == (code, capsys.readouterr().err)


def test_a_plan_in_a_file_needs_no_standard_output(brief, tmp_path, monkeypatch):
    """What is asked for in a file is written there, and that is a success."""
    target = tmp_path / "season.json"
    monkeypatch.setattr(sys, "stdout", None)

    assert (0, True) == (cli.main(["plan", str(brief), "-o", str(target)]), target.exists())


def test_any_encoding(tmp_path, monkeypatch):
    """Whatever the terminal's encoding, text goes out as UTF-8 with line feeds, and half a character is escaped."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\r\n")
    monkeypatch.setattr(sys, "stderr", stream)

    cli.main(["plan", str(tmp_path / "läuft\udcff.toml")])

    stream.flush()
    written = stream.buffer.getvalue()
    assert "läuft\\udcff".encode() in written
    assert written.endswith(b"\n")
    assert b"\r" not in written


def test_interrupted(brief, capsys, monkeypatch):
    """An interrupt from the keyboard ends quietly with the code that shells expect."""
    monkeypatch.setattr(_api, "plan", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))

    assert run(capsys, "plan", brief) == (130, "", "")


def test_exit_without_a_code(monkeypatch):
    """A plain exit is a success."""
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", lambda *_: sys.exit())

    assert cli.main([]) == 0


def test_module_runs_the_command_line(capsys, monkeypatch):
    """`python -m periodize` is the command; importing the module runs nothing."""
    monkeypatch.setattr(sys, "argv", ["periodize", "rules"])

    with pytest.raises(SystemExit) as stop:
        runpy.run_module("periodize", run_name="__main__")

    assert stop.value.code == 0
    assert "PZ301" in capsys.readouterr().out
    runpy.run_module("periodize.__main__", run_name="imported")


def test_closed_pipe_is_quiet():
    """The real program, whose reader leaves at once, says nothing."""
    program = "import sys; from periodize.cli import main; sys.exit(main(['rules']))"
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    done = subprocess.run(
        [sys.executable, "-c", program], stdout=write, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (0, b"")
