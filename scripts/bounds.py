"""moot on every Python that is here, with its dependencies at the lowest versions pyproject allows and at the newest.

    python scripts/bounds.py                     every python3.11 and newer found, wheel and sdist, both ends
    python scripts/bounds.py PYTHON ...          these Pythons
    python scripts/bounds.py --tests tests/tui   these tests as well, against what is installed

Builds the wheel and the sdist, installs each in a clean environment, and makes a journey with it: list, check, play from a pipe,
the game on a screen (in a pseudo-terminal), replay, why, report, simulate. Needs an index of packages, and hatchling here. Prints a
row of Markdown for each; exit 1 if a journey fails.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from project_copy import copy_project

ROOT = Path(__file__).resolve().parent.parent
NEEDS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
NAMES = [re.split(r"[^a-z]", each)[0] for each in NEEDS]
LOWEST = [re.sub(r">=([\d.]+).*", r"==\1", each) for each in NEEDS]
JOURNEY = (
    ("--version", ""),
    ("list", ""),
    ("check first-argument", ""),
    ("play first-argument --plain --seed 4", "1\n" * 80),
    ("replay --json", ""),
    ("why", ""),
    ("report --html report.html", ""),
    ("simulate first-argument -n 4 --workers 2", ""),
    ("demo sacramento-v-lewis", ""),
)


def pythons() -> list[str]:
    """Every Python from 3.11 on that is on the path or among pyenv's."""
    found: dict[str, str] = {}
    names = [shutil.which(f"python3.{minor}") or "" for minor in range(11, 20)]
    names += sorted(map(str, (Path.home() / ".pyenv" / "versions").glob("3.1[1-9]*/bin/python")))
    for name in filter(None, [sys.executable, *names]):
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            code = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
            version = subprocess.run([name, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
            if tuple(map(int, version.split("."))) >= (3, 11):
                found.setdefault(version, name)
    return [found[version] for version in sorted(found, key=lambda each: tuple(map(int, each.split("."))))]


def first_screen(moot: Path, env: dict[str, str], folder: Path) -> str:
    """Start the game in a pseudo-terminal, leave it again, and say what is wrong; empty where nothing is."""
    pid, handle = pty.fork()
    if not pid:
        os.chdir(folder)
        os.execve(moot, [str(moot), "play"], {**env, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"})
    seen, until, asked = b"", time.monotonic() + 300, False
    with contextlib.suppress(OSError):
        while time.monotonic() < until:
            if not select.select([handle], [], [], 1)[0]:
                continue
            seen += os.read(handle, 65536)
            if b"You argue" in seen and not asked:
                os.write(handle, b"\x11")
                asked = True
    with contextlib.suppress(OSError):
        os.kill(pid, 9)
    _, status = os.waitpid(pid, 0)
    os.close(handle)
    if not asked:
        return f"no first screen: {re.sub(rb'[^ -~]+', b' ', seen)[-300:].decode()}"
    return "" if status == 0 else f"the game ended with {os.waitstatus_to_exitcode(status)}"


def journey(python: str, package: Path, lowest: bool, tests: list[str]) -> tuple[str, str]:
    """The versions installed, and what failed; empty where nothing did."""
    place = Path(tempfile.mkdtemp(prefix="moot-bounds-"))
    env = {
        key: value for key, value in os.environ.items() if not key.startswith(("MOOT_", "PYTHON", "XDG_", "VIRTUAL"))
    }
    env |= {"HOME": str(place), "TEXTUAL_ANIMATIONS": "none"}
    bin = place / "venv" / "bin"

    def run(*words: str, input: str = "", cwd: Path = place) -> str:
        done = subprocess.run(words, cwd=cwd, env=env, input=input, capture_output=True, text=True, check=False)
        if done.returncode:
            short = " ".join(Path(word).name if os.sep in word else word for word in words[:6])
            raise RuntimeError(f"{short}: exit {done.returncode}: {(done.stdout + done.stderr).strip()[-600:]}")
        return done.stdout

    versions = ""
    try:
        run(python, "-m", "venv", str(place / "venv"))
        pip = [str(bin / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        extra = "[testing]" if tests else ""
        run(
            *pip,
            f"{package}{extra}",
            *(LOWEST if lowest else []),
            *(["pytest-asyncio", "pytest-xdist", "syrupy>=5,<8", "jsonschema"] if tests else []),
        )
        code = f"import importlib.metadata as m, sys; print(sys.version.split()[0], *[f'{{n}} {{m.version(n)}}' for n in {NAMES}], sep=', ')"
        versions = run(str(bin / "python"), "-c", code).strip()
        for words, typed in JOURNEY:
            run(str(bin / "moot"), *words.split(), input=typed)
        if wrong := first_screen(bin / "moot", env, place):
            raise RuntimeError(wrong)
        if tests:
            copy_project(place, package=False)
            run(str(bin / "python"), "-m", "pytest", "-q", "-x", "-m", "not slow", *tests)
    except RuntimeError as error:
        return versions, str(error)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return versions, ""


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("pythons", nargs="*", metavar="PYTHON")
    words.add_argument("--tests", nargs="*", default=[], metavar="PATH")
    asked = words.parse_args()
    folder, failed = Path(tempfile.mkdtemp(prefix="moot-built-")), 0
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    print("| package | dependencies | Python and versions | journey |\n|---|---|---|---|", flush=True)
    for python in asked.pythons or pythons():
        for package, lowest in ((wheel, True), (wheel, False), (sdist, False)):
            versions, wrong = journey(python, package, lowest, asked.tests)
            failed += bool(wrong)
            kind, end = "wheel" if package == wheel else "sdist", "lowest" if lowest else "newest"
            print(f"| {kind} | {end} | {versions or python} | {wrong.replace(chr(10), ' / ') or 'well'} |", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
