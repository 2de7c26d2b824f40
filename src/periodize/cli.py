"""The command line: files in, text out, exit codes. What a plan is and whether it is good is decided elsewhere.

Exit codes: 0 for a plan without an error, 1 for errors found or no plan possible, 2 for usage or unreadable input.
"""

from __future__ import annotations

import argparse
import codecs
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

if TYPE_CHECKING:
    from periodize._engine import RuleSet
    from periodize._findings import Report
    from periodize._messages import Messages
    from periodize._model import Plan, Prescription
    from periodize._repair import RepairResult

OK, FOUND, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
_EPILOG = "exit codes: 0 no error, 1 errors found or no plan possible, 2 wrong usage or unreadable input"


class _StopError(Exception):
    """Something outside the plan went wrong: the message is for the user, the exit code is 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _use_utf8(stream)
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as stop:  # the argument parser has said why
        return stop.code if isinstance(stop.code, int) else OK


def _run(argv: Sequence[str] | None) -> int:
    from periodize.exceptions import DecodeError, InfeasibleError, PeriodizeError

    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
    except DecodeError as error:
        shown = [str(problem) for problem in error.problems]
        name = _named(arguments.file)
        if len(shown) == 1:
            return _complain(f"{name}: {shown[0]}")
        return _complain(f"{name}: {len(shown)} problems", *(f"  {line}" for line in shown))
    except InfeasibleError as error:
        _complain(*str(error).split("\n"))
        return FOUND
    except (PeriodizeError, _StopError) as error:
        return _complain(*str(error).split("\n"))
    return code


# The arguments


class _Parser(argparse.ArgumentParser):
    """A parser that complains as the rest of the program does, without colour and without abbreviations."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        self.color = False  # read by Python 3.14 and later

    def print_help(self, file: object = None) -> None:  # noqa: ARG002  # help is always for standard output
        """Write the help where plans go too."""
        _say(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Complain and end."""
        self.exit(_complain(message, f"maybe {self.prog} --help"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="periodize",
        description="Strength training laid out around a runner's runs, counted back from the race, and checked.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.set_defaults(run=_no_command, file=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    plan = commands.add_parser("plan", help="make a plan from a brief", epilog=_EPILOG)
    plan.add_argument("file", metavar="BRIEF", help="a TOML or JSON file; - is standard input")
    plan.add_argument("-o", "--output", metavar="FILE", help="write the plan here, all of it or nothing")
    plan.add_argument("--format", choices=("text", "json"), help="text, or json where FILE ends in .json")
    plan.add_argument("--week", metavar="N", type=int, help="write this week alone, each of its days in full, as text")
    plan.add_argument("--best-effort", action="store_true", help="leave sessions out rather than refuse")
    _add_language(plan)
    _add_rules(plan)
    plan.set_defaults(run=_plan)

    check = commands.add_parser("check", help="say what is wrong with a plan, whoever made it", epilog=_EPILOG)
    check.add_argument("file", metavar="PLAN", help="a JSON or TOML file; - is standard input")
    for name, does in (("select", "ask only"), ("ignore", "do not ask")):
        text = f"{does} these rules: codes, names or families such as PZ3, with commas between; may be repeated"
        check.add_argument(f"--{name}", metavar="RULES", action="extend", type=_words, default=[], help=text)
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    check.add_argument("--format", choices=("text", "json"), default="text", help="text is the default")
    check.add_argument("--fix", action="store_true", help="repair what can be, write the plan back, say what is left")
    check.add_argument("-o", "--output", metavar="FILE", help="with --fix: write the plan here, all of it or nothing")
    check.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    text = "repair also what adds training, takes some away or moves it into another week"
    check.add_argument("--unsafe-fixes", action="store_true", help=text)
    _add_language(check)
    _add_rules(check)
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="explain a rule: why, its numbers, its evidence, examples")
    explain.add_argument("rule", metavar="CODE", help="a code such as PZ301, or a name such as lift-before-run")
    _add_rules(explain)
    explain.set_defaults(run=_explain)

    why = commands.add_parser(
        "why", help="say why a session stands there, or which warnings no plan avoids", epilog=_EPILOG
    )
    why.add_argument("file", metavar="PLAN", help="a JSON or TOML file; - is standard input")
    why.add_argument(
        "session",
        metavar="ID",
        nargs="?",
        help="the id of a session, such as w3-1, or w3-1/2 for its second line; the season if left out",
    )
    _add_rules(why)
    why.set_defaults(run=_why)

    rules = commands.add_parser("rules", help="list the rules")
    _add_rules(rules)
    rules.set_defaults(run=_rules)
    return parser


def _add_language(command: argparse.ArgumentParser) -> None:
    text = "say it in this language: en, de, or a TOML file of your own"
    command.add_argument("--language", metavar="LANG", default="en", help=text)


def _add_rules(command: argparse.ArgumentParser) -> None:
    text = "a Python module whose rules are asked too, such as my_club.rules; may be repeated"
    command.add_argument("--rules", metavar="MODULE", action="append", default=[], help=text)
    text = "a TOML file that says which rules are asked, what their findings weigh, and their knobs"
    command.add_argument("--config", metavar="FILE", help=text)


def _words(text: str) -> list[str]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        raise argparse.ArgumentTypeError("names no rule")
    return words


# The commands


def _rule_set(arguments: argparse.Namespace) -> RuleSet:
    """Return the default rules, and those of the modules that are named, as the configuration wants them."""
    from periodize._engine import RuleSet, rules_in
    from periodize.exceptions import ConfigError

    rules = RuleSet.default().plus(*(rule for name in dict.fromkeys(arguments.rules) for rule in rules_in(name)))
    path: str | None = arguments.config
    if path is None:
        return rules
    here = Path(path).parent

    def read(name: str) -> str:
        nonlocal here
        target = here / name
        here = target.parent
        return _text_of(str(target))

    try:
        return RuleSet.from_toml(_text_of(path), rules=rules, read=read)
    except ConfigError as error:
        first, *others = str(error).split("\n")
        raise _StopError("\n".join([f"{path}: {first}", *others])) from None


def _messages(arguments: argparse.Namespace) -> Messages:
    """Return the language that is asked for."""
    from periodize._messages import Messages
    from periodize.exceptions import DecodeError

    asked: str = arguments.language
    if Path(asked).suffix.casefold() != ".toml":
        return Messages.of(asked)
    try:
        return Messages.from_toml(_text_of(asked))
    except DecodeError as error:
        raise _StopError("\n".join(f"{asked}: {problem}" for problem in error.problems)) from None


def _text_of(path: str) -> str:
    data, _ = _read(path)
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise _StopError(f"{path} is not UTF-8") from None


def _no_command(arguments: argparse.Namespace) -> int:
    if not arguments.version:
        return _complain("no command; one of plan, check, explain, why, rules", "maybe periodize --help")
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("periodize")
    except PackageNotFoundError:
        number = "(not installed)"
    _say(f"periodize {number}\n")
    return OK


def _plan(arguments: argparse.Namespace) -> int:
    target, number = arguments.output, arguments.week
    as_json = (arguments.format or _format_of(target)) == "json"
    if as_json and number is not None:
        raise _StopError("a week alone is written as text, not as JSON\nmaybe --format text")
    messages = _messages(arguments)
    data, is_json = _read(arguments.file)
    from periodize import _api, _codec, _document, _text

    brief = _document.read_brief(_codec.parse_json(data) if is_json else _codec.parse_toml(data))
    rules = _rule_set(arguments)
    plan = _api.plan(brief, best_effort=arguments.best_effort, rules=rules)
    report = _api.check(plan, rules=rules)
    if number is not None:
        made = _week(plan, number, messages)
    else:
        made = _document.dumps(plan) if as_json else _text.season(plan, report, cards=True, messages=messages)
    made = made.rstrip("\n") + "\n"
    if target in (None, "-"):
        _say(made)
    else:
        _write(target, made, source=arguments.file)
        if sys.stdout is not None:  # the plan is written; that nobody hears of it is no error
            _say(f"{_text.escape(target)}: {_text.verdict(report, messages)}\n")
    if report.errors and (as_json or number is not None):  # the text of a season says so itself
        said = messages.say("the plan has {verdict}", verdict=_text.verdict(report, messages))
        _complain(said, *_text.finding_lines(report, report.errors[0].severity, messages))
    return OK if report.ok else FOUND


def _week(plan: Plan, number: int, messages: Messages) -> str:
    from periodize import _text

    try:
        return _text.week(plan, number, messages=messages)
    except LookupError as error:
        raise _StopError(str(error)) from None


def _check(arguments: argparse.Namespace) -> int:
    fixes = arguments.fix or arguments.diff
    if arguments.output is not None and not arguments.fix:
        return _complain("-o is for a plan that --fix repairs", "maybe --fix -o FILE")
    if arguments.unsafe_fixes and not fixes:
        return _complain("--unsafe-fixes says how to repair", "maybe --fix --unsafe-fixes")
    messages = _messages(arguments)
    data, is_json = _read(arguments.file)
    from periodize import _api, _codec, _document

    rules = _chosen(_rule_set(arguments), arguments.select, arguments.ignore)
    plan = _document.read_plan(_codec.parse_json(data) if is_json else _codec.parse_toml(data))
    if not fixes:
        report = _api.check(plan, rules=rules)
        _say(_findings_text(report, arguments.format, messages))
        return FOUND if _fails(report, strict=arguments.strict) else OK
    target = arguments.file if arguments.output is None else arguments.output
    if not arguments.diff:
        _refuse_toml(target, is_json=is_json or target != arguments.file)
    result = _api.repair(plan, rules=rules, unsafe=arguments.unsafe_fixes)
    if arguments.diff:
        _say(_diff(plan, result.plan, _named(arguments.file)))
        _tell(f"{_count(result)} would be made\n")
        return FOUND if _fails(_api.check(plan, rules=rules), strict=arguments.strict) else OK
    said = _findings_text(result.remaining, arguments.format, messages, result)
    if target == "-":
        _say(_document.dumps(result.plan))
        _tell(said)
    else:
        if result.applied or arguments.output is not None:
            _write(target, _document.dumps(result.plan), source="-")
        _say(said)
    return FOUND if _fails(result.remaining, strict=arguments.strict) else OK


def _findings_text(report: Report, form: str, messages: Messages, result: RepairResult | None = None) -> str:
    from periodize import _codec, _text

    applied = () if result is None else result.applied
    if form == "json":
        fixed = {} if result is None else {"applied": [item.to_dict() for item in applied]}
        return _codec.canonical_json({**report.to_dict(messages), **fixed})
    lines = [_text.escape(line) for item in applied for line in str(item).split("\n")]
    if result is not None:
        lines.append(f"{_count(result)} made")
    return "\n".join([*lines, *_text.finding_lines(report, messages=messages), _text.verdict(report, messages)]) + "\n"


def _count(result: RepairResult) -> str:
    count = len(result.applied)
    return f"{count or 'no'} repair{'s' * (count != 1)}"


def _refuse_toml(target: str, *, is_json: bool) -> None:
    if target != "-" and (Path(target).suffix.casefold() == ".toml" or not is_json):
        raise _StopError(f"cannot write {target}: plans are written as JSON\nmaybe --fix -o {Path(target).stem}.json")


def _diff(before: Plan, after: Plan, name: str) -> str:
    """Compare two plans as they are written."""
    import difflib

    from periodize import _document, _text

    old, new = (_document.dumps(plan).splitlines(keepends=True) for plan in (before, after))
    return "".join(difflib.unified_diff(old, new, _text.escape(name), _text.escape(name)))


def _fails(report: Report, *, strict: bool) -> bool:
    return not report.ok or (strict and bool(report.warnings))


def _chosen(rules: RuleSet, select: list[str], ignore: list[str]) -> RuleSet:
    rules.select(*ignore)  # says which of them are unknown
    chosen = rules.select(*select) if select else rules
    return chosen.without(*(word for word in ignore if word in chosen))


def _explain(arguments: argparse.Namespace) -> int:
    from periodize import _api

    _say(str(_api.explain(arguments.rule, rules=_rule_set(arguments))).rstrip("\n") + "\n")
    return OK


def _why(arguments: argparse.Namespace) -> int:
    data, is_json = _read(arguments.file)
    from periodize import _api, _codec, _document, _text

    plan = _document.read_plan(_codec.parse_json(data) if is_json else _codec.parse_toml(data))
    rules = _rule_set(arguments)
    asked = arguments.session
    if asked is None:
        lines = _api.why(plan, rules=rules).lines
    elif (line := _line_of(plan, asked)) is not None:
        lines = _api.why(plan, line, rules=rules).lines
    else:
        lines = _api.why(plan, asked, rules=rules).lines
    _say("\n".join(map(_text.escape, lines)) + "\n")
    return OK


def _line_of(plan: Plan, asked: str) -> Prescription | None:
    """Return the line that an id such as w3-1/2 names; an id of a session may hold a slash itself."""
    name, slash, number = asked.rpartition("/")
    for session in plan.sessions:
        if slash and session.id == name and number.isdecimal() and 1 <= int(number) <= len(session.exercises):
            return session.exercises[int(number) - 1]
    return None


def _rules(arguments: argparse.Namespace) -> int:
    import inspect

    rules = _rule_set(arguments)
    rows = []
    for rule in rules:
        says = (inspect.getdoc(type(rule)) or "").partition("\n")[0]
        rows.append((rule.meta.code, rule.meta.name, rules.severity_of(rule).value, says))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    _say("\n".join(lines) + "\n")
    return OK


# Files


def _named(path: str) -> str:
    return "standard input" if path == "-" else path


def _format_of(path: str | None) -> str:
    return "json" if path is not None and path.casefold().endswith(".json") else "text"


def _read(path: str) -> tuple[bytes, bool]:
    """Read a document; say too whether it is JSON, by the name of the file or by how the text begins."""
    from periodize._codec import LONGEST_DOCUMENT

    name = _named(path)
    try:
        if path == "-":
            if sys.stdin is None or sys.stdin.closed:
                raise _StopError("there is no standard input")
            data = sys.stdin.buffer.read(LONGEST_DOCUMENT + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(LONGEST_DOCUMENT + 1)
    except (OSError, ValueError) as error:
        raise _StopError(f"cannot read {name}: {_reason(error)}") from None
    if len(data) > LONGEST_DOCUMENT:
        raise _StopError(f"{name} is larger than {LONGEST_DOCUMENT // 1_000_000} MB")
    data = data.removeprefix(codecs.BOM_UTF8)
    suffix = Path(path).suffix.casefold()
    return data, suffix == ".json" if suffix in (".json", ".toml") else data.lstrip().startswith(b"{")


def _reason(error: Exception) -> str:
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said[:1].lower() + said[1:]


def _write(path: str, text: str, *, source: str) -> None:
    """Write a file whole or not at all; what stood there stays until the new one is complete."""
    try:
        target, whole = Path(path), Path(path).resolve()
        if source != "-" and whole == Path(source).resolve():
            raise _StopError(f"cannot write {path}: it is the brief")
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as device:  # a pipe or a device is written to, never replaced
                device.write(text.encode())
        else:
            _replace(whole, text.encode())
    except (OSError, ValueError) as error:
        raise _StopError(f"cannot write {path}: {_reason(error)}") from None


def _replace(target: Path, data: bytes) -> None:
    import tempfile

    if target.exists():
        with target.open("r+b"):  # fails on a directory, and where writing is not allowed
            mode = target.stat().st_mode & 0o777
    else:
        mode = 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=".periodize-", dir=target.parent)
    temporary = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  # an open handle
            file.write(data)
            file.flush()
            os.fsync(handle)
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


# The streams


def _use_utf8(stream: TextIO | None) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _say(text: str) -> None:
    """Write to standard output; a reader that has seen enough is no error."""
    if sys.stdout is None:
        raise _StopError("there is no standard output")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise _StopError(f"cannot write to standard output: {_reason(error)}") from None


def _tell(text: str) -> None:
    """Write to standard error, if there is one: what is said beside a document."""
    if sys.stderr is not None:
        sys.stderr.write(text)


def _complain(first: str, *others: str) -> int:
    """Write a message to standard error, if there is one; return the exit code for unusable input."""
    if sys.stderr is not None:
        from periodize._text import escape

        lines = [f"periodize: {first}", *others]
        sys.stderr.write("".join(f"{escape(line)}\n" for line in lines))
    return UNUSABLE
