"""The project's chores: `nox --list` names them, `nox -s lint types` runs some, plain `nox` runs those of every day."""

import re
import shlex
import shutil
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.14"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False  # reported as skipped
nox.options.sessions = ["lint", "types", "contracts", "tests", "docs", "package"]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
CONSTRAINTS = ROOT / "constraints.txt"


def install(session: nox.Session, constraints: Path = CONSTRAINTS) -> None:
    """Install the project in place with all that its chores need, at the pinned versions."""
    session.install("--editable", ".[dev]", "--constraint", str(constraints))


def existing(*names: str) -> list[str]:
    """Keep the paths that are there."""
    return [name for name in names if (ROOT / name).exists()]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, formatting, spelling."""
    install(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package, and what its callers see of them."""
    install(session)
    session.run("mypy", "src", *existing("tests/typing"))


@nox.session
def contracts(session: nox.Session) -> None:
    """Who may import whom."""
    install(session)
    session.run("lint-imports", "--no-cache")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and every example, on each supported Python."""
    install(session)
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest supported dependencies."""
    extras = PROJECT["project"]["optional-dependencies"]
    floors = dict(line.split(">=") for line in PROJECT["project"]["dependencies"] + extras["strategies"])
    pins = [line for line in CONSTRAINTS.read_text().splitlines() if re.split("[=;# ]", line)[0] not in floors]
    oldest = Path(session.create_tmp()) / "lowest.txt"
    oldest.write_text("\n".join(pins + [f"{name}=={floor}.*" for name, floor in floors.items()]) + "\n")
    install(session, oldest)
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Every line and branch of the package is reached by a test."""
    install(session)
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """Run every example of the pages and docstrings, build the site, read every news fragment."""
    install(session)
    session.install("--editable", ".[docs]", "--constraint", str(CONSTRAINTS))
    pages = existing("README.md", "docs", "src", "tests/docs")
    session.run("python", "-m", "pytest", *pages, *session.posargs, success_codes=[0, 5])
    session.run("sphinx-build", "--fail-on-warning", "--keep-going", "--quiet", "-b", "html", "docs", "site")
    session.run("towncrier", "build", "--draft", "--version", "next", silent=True)


@nox.session
def package(session: nox.Session) -> None:
    """Build the distributions, look inside, install the wheel elsewhere and run the README's first command."""
    install(session)
    session.run("python", "-m", "pytest", "tests/package", "--numprocesses=0")
    out = Path(session.create_tmp()) / "dist"
    for old in out.glob("*"):
        old.unlink()
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(out), silent=True)
    (wheel,) = out.glob("*.whl")

    with tempfile.TemporaryDirectory() as elsewhere:
        clean = Path(elsewhere) / "venv" / "bin"
        session.run("python", "-m", "venv", str(clean.parent))
        pip = [str(clean / "python"), "-m", "pip"]
        session.run(*pip, "install", "--quiet", "--constraint", str(CONSTRAINTS), str(wheel), external=True)
        session.run(*pip, "check", external=True)
        for name in existing("examples"):
            shutil.copytree(ROOT / name, Path(elsewhere) / name)
        with session.chdir(elsewhere):
            session.run(str(clean / "python"), "-c", "import periodize", external=True)
            program, *arguments = first_command(ROOT / "README.md")
            session.run(str(clean / program), *arguments, external=True)


def first_command(readme: Path) -> list[str]:
    """Find the first command of a page that calls the program."""
    blocks = re.findall(r"(?ms)^```(?:console|sh|bash|shell)\n(.*?)^```", readme.read_text(encoding="utf-8"))
    found = re.search(r"(?m)^(?:.*&& )?(periodize .*)$", "\n".join(blocks))
    if found is None:
        message = f"{readme.name} shows no command that calls periodize"
        raise ValueError(message)
    return shlex.split(found[1], comments=True)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Feed the readers with nonsense: only the library's own errors may come out."""
    if not existing("tests/fuzz"):
        session.skip("no fuzz targets yet")
    install(session)
    session.run("python", "-m", "pytest", "tests/fuzz", "--hypothesis-profile=deep", *session.posargs)


@nox.session
def deep(session: nox.Session) -> None:
    """Run the tests with many more examples for each property."""
    install(session)
    session.run("python", "-m", "pytest", "--hypothesis-profile=deep", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time the library; nothing fails for being slow."""
    install(session)
    session.install("-e", ".[bench,cpsat]", "-c", str(CONSTRAINTS))
    # Without what they depend on: rule-engine wants an older python-dateutil, but runs with ours.
    session.install("--no-deps", "business-rules", "rule-engine", "six", "-c", str(CONSTRAINTS))
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def cpsat(session: nox.Session) -> None:
    """Compare placement with a constraint solver that is told the same laws anew, on many seasons."""
    install(session)
    session.install("-e", ".[cpsat]", "-c", str(CONSTRAINTS))
    seasons = {"PERIODIZE_CPSAT_SEASONS": "1000"}
    session.run("python", "-m", "pytest", "tests/property/test_cpsat.py", "-n", "0", *session.posargs, env=seasons)


@nox.session
def brute(session: nox.Session) -> None:
    """Compare placement with brute force on thousands of small seasons."""
    install(session)
    files = [f"tests/property/test_{name}.py" for name in ("placement", "placement_rules", "search", "steady")]
    session.run("python", "-m", "pytest", *files, "--hypothesis-profile=deep", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Plant errors in the laws, the preferences and the search; the tests of placement are to see each of them."""
    install(session)
    session.run("python", "-m", "tests.mutation", *session.posargs)
