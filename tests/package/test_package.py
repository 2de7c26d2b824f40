"""What an installer gets, and what importing it costs."""

import importlib.metadata
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "periodize"

# In pieces, so that this file does not hold what it looks for.
REGISTRY_WORDS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "deb.debian" + ".org",
    "index" + "-url",
    "find" + "-links",
)


def run(*command, cwd):
    """Run a command, and show its output if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def repository_files():
    """List the files that are, or could be, under version control."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT)
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with the tools at hand, without a network."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT), cwd=out)
    (built,) = out.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        yield archive


def test_wheel_holds_the_whole_package(wheel):
    """The wheel has every module, the data files and the typing marker, and nothing else."""
    expected = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    actual = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert expected == actual
    assert {"periodize/__init__.py", "periodize/py.typed"} <= actual
    assert any(name.startswith("periodize/data/") and name.endswith(".toml") for name in actual)


def test_wheel_is_pure_and_carries_its_licence(wheel):
    """One wheel serves every platform, and the licence travels with it."""
    names = wheel.namelist()

    assert wheel.filename.endswith("-py3-none-any.whl")
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_wheel_metadata_matches_the_project_file(wheel):
    """The core dependencies are those of pyproject.toml, without upper bounds."""
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metadata = importlib.metadata.PathDistribution(zipfile.Path(wheel, name.removesuffix("METADATA"))).metadata
    core = {line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line}

    assert project["version"] == metadata["Version"]
    assert project["requires-python"] == metadata["Requires-Python"]
    assert set(project["dependencies"]) == core
    assert not [line for line in core if "<" in line or "==" in line]


@pytest.mark.parametrize("module", ["argparse", "cattrs", "hypothesis", "pytest"])
def test_import_loads_no_more_than_it_needs(module, tmp_path):
    """Importing periodize leaves alone what only some of its users need."""
    program = (
        "import sys; before = set(sys.modules); import periodize; "
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    loaded = run(sys.executable, "-c", program, cwd=tmp_path).split()

    assert "periodize" in loaded
    assert module not in loaded


def test_repository_names_no_registry():
    """No file says where packages are fetched from: that is for each machine to decide."""
    found = [
        (path.relative_to(ROOT).as_posix(), word)
        for path in repository_files()
        for word in REGISTRY_WORDS
        if word in path.read_bytes().decode("utf-8", errors="ignore")
    ]

    assert not found


def test_constraints_pin_every_line():
    """The constraints file holds exact pins and comments, and no option or local path."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]

    assert pins
    assert not [pin for pin in pins if "==" not in pin or " @ " in pin or pin.startswith("-")]
