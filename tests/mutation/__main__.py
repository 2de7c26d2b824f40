"""Plant each error in a copy of the package and see that the tests of placement fail: `nox -s mutants`.

Words on the command line choose the errors whose description holds one of them; `PERIODIZE_WORKERS` says how many are
tried at once.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutation.errors import ERRORS, PACKAGE, SEARCH, PlantedError

ROOT = Path(__file__).parents[2]
FIRST = ("test_placement_limits.py", "test_placement.py::test_all_that_a_brief_can_say_for_two_full_sessions")
"""What is quick, and what sees most errors."""
FILES = ("test_placement.py", "test_placement_rules.py", "test_steady.py")
NOTHING = PlantedError("nothing", SEARCH, "", "")


def is_caught(error: PlantedError) -> bool:
    """Whether a test fails with a copy of the package that holds an error; always with the same examples."""
    names = ("test_search.py", *FILES) if error.file == SEARCH else (*FIRST, *FILES)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
    command += ["--hypothesis-profile=unshrunk", *(f"tests/property/{name}" for name in names)]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "periodize"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        file = copy / error.file
        text = file.read_text(encoding="utf-8")
        for right, wrong in error.texts:
            text = text.replace(right, wrong)
        file.write_text(text, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout + done.stderr)
    return done.returncode == 1


def report(error: PlantedError) -> bool:
    """Try one error and say how it went."""
    begin = time.monotonic()
    caught = is_caught(error)
    said = f"{'caught' if caught else 'UNSEEN'} {time.monotonic() - begin:5.1f} s  {error.what}"
    print(said, flush=True)  # noqa: T201  # its output
    return caught


def main(words: list[str]) -> int:
    """Plant the errors one by one; return how many stay unseen."""
    chosen = [error for error in ERRORS if not words or any(word in error.what for word in words)]
    if not words and is_caught(NOTHING):
        sys.exit("the tests fail without an error")
    with ThreadPoolExecutor(int(os.environ.get("PERIODIZE_WORKERS") or os.cpu_count() or 1)) as pool:
        caught = sum(pool.map(report, chosen))
    print(f"{caught} of {len(chosen)} planted errors are caught")  # noqa: T201  # its output
    return len(chosen) - caught


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
