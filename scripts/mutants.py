"""Mutation testing with Cosmic Ray: a sample of the mutants of some rooms, each tried against the tests of its room.

    pip install cosmic-ray
    python scripts/mutants.py --each 12 --seed 1 round bench      a sample of 12 a room; prints the score and every survivor

Works on a copy of the project, so the files here are never touched. Each mutant is tried against the tests that run its lines. Mutants that cannot change anything are left out: those of
annotations (which Python does not evaluate here) and of decorators. Wants `cosmic-ray` on the path, and the tests' packages and
pytest-cov with the Python that runs it.
"""

from __future__ import annotations

import argparse
import difflib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from project_copy import copy_project

ROOT = Path(__file__).resolve().parent.parent
QUICK = "not slow and not spin"
TESTS = {
    "case": "tests/case tests/files/test_case_file.py tests/files/test_fingerprint.py tests/files/test_diagnostic_pages.py",
    "round": "tests/round tests/properties/test_plainly.py",
    "bench": "tests/bench tests/properties/test_judging.py tests/golden/test_historical.py",
    "opinion": "tests/opinion tests/golden/test_lewis_law.py",
    "score": "tests/score tests/report/test_debrief.py",
    "proof": "tests/proof",
}
_ANNOTATION = re.compile(
    r"\| None|->|^\s*(?:def|class|@|from|import|Values|[A-Z]\w+ = )|^\s*\w+: [\w\[\], |.]+(?: =.*)?,?$"
)


def sample(session: Path, each: int, dice: random.Random, tree: Path) -> int:
    """Leave so many mutants of a session, drawn at random; how many there were."""
    with sqlite3.connect(session) as base:
        rows = base.execute("select job_id, module_path, operator_name, start_pos_row from mutation_specs").fetchall()
        lines: dict[str, list[str]] = {}
        worth = []
        for job, module, operator, row in rows:
            text = lines.setdefault(module, (tree / module).read_text(encoding="utf-8").splitlines())
            if "Decorator" in operator or ("BitOr" in operator and _ANNOTATION.search(text[row - 1])):
                continue
            worth.append(job)
        kept = set(dice.sample(sorted(worth), min(each, len(worth))))
        for table in ("mutation_specs", "work_items"):
            base.executemany(f"delete from {table} where job_id = ?", [(job,) for job, *_ in rows if job not in kept])
    return len(worth)


def covering(room: str, tree: Path, env: dict[str, str]) -> dict[str, dict[int, set[str]]]:
    """For every file of a room and every line in it, the tests that run it, by one run of the tests of the room."""
    from coverage import CoverageData

    words = ["-q", "--no-header", "-m", QUICK, f"--cov=moot/{room}", "--cov-context=test", "--cov-report="]
    command = [
        sys.executable,
        "-m",
        "pytest",
        *words,
        "-o",
        "addopts=--strict-markers -p no:cacheprovider",
        *TESTS[room].split(),
    ]
    done = subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the tests of {room} fail without a mutant:\n{done.stdout[-2000:]}")
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    return {
        str(Path(name).relative_to(tree)): {
            line: {context.rpartition("|")[0] for context in contexts if context}
            for line, contexts in data.contexts_by_lineno(name).items()
        }
        for name in data.measured_files()
    }


def tried(room: str, each: int, seed: int, tree: Path, seconds: float) -> tuple[int, int, int, list[str]]:
    """The killed and the tried of a sample, the mutants there are, and the survivors as differences."""
    config, session = tree / f"{room}.toml", tree / f"{room}.sqlite"
    config.write_text(
        f'[cosmic-ray]\nmodule-path = "moot/{room}"\ntimeout = {seconds}\nexcluded-modules = []\n'
        'test-command = "true"\n\n[cosmic-ray.distributor]\nname = "local"\n',
        encoding="utf-8",
    )
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": str(tree / ".compiled")}
    subprocess.run(["cosmic-ray", "init", config.name, session.name], cwd=tree, check=True, capture_output=True)
    there = sample(session, each, random.Random(f"{seed} {room}"), tree)
    with sqlite3.connect(session) as base:
        mutants = base.execute(
            "select module_path, operator_name, occurrence, start_pos_row, end_pos_row from mutation_specs order by job_id"
        ).fetchall()
    runs = covering(room, tree, env)
    lived, killed = [], 0
    for module, operator, occurrence, first, last in mutants:
        tests = set().union(*(runs.get(module, {}).get(line, set()) for line in range(first, last + 1)))
        file = tree / module
        before = file.read_text(encoding="utf-8")
        subprocess.run(["cosmic-ray", "apply", module, operator, str(occurrence)], cwd=tree, check=True, env=env)
        after = file.read_text(encoding="utf-8")
        noticed = _noticed(sorted(tests) or TESTS[room].split(), tree, env, seconds)
        file.write_text(before, encoding="utf-8")
        killed += noticed
        changed = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]
        told = f"{module}:{first} {operator.split('/')[-1]}, run by {len(tests)} tests\n" + "\n".join(changed)
        print(f"  {'killed' if noticed else 'SURVIVED'}: " + told.replace("\n", "\n    "), flush=True)
        lived += [] if noticed else [told]
    return killed, len(mutants), there, lived


def _noticed(tests: list[str], tree: Path, env: dict[str, str], seconds: float) -> bool:
    """Whether one of these tests fails, or they come to no end."""
    for start in range(0, len(tests), 300):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-m", QUICK, *tests[start : start + 300]]
        try:
            done = subprocess.run(command, cwd=tree, env=env, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            return True
        if done.returncode not in (0, 5):
            return True
    return False


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(TESTS)}; all if none is named")
    words.add_argument("--each", type=int, default=12, metavar="N", help="mutants a room")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument(
        "--seconds", type=float, default=600.0, help="after which a mutant counts as killed: it made something endless"
    )
    asked = words.parse_args()
    tree = Path(tempfile.mkdtemp(prefix="moot-mutants-"))
    copy_project(tree, package=True)
    killed = total = 0
    for room in asked.rooms or TESTS:
        done, of, there, _ = tried(room, asked.each, asked.seed, tree, asked.seconds)
        killed, total = killed + done, total + of
        print(f"{room}: {done} of {of} killed, a sample of {there:,} mutants", flush=True)
    print(f"in all {killed} of {total}, {100 * killed / max(total, 1):.0f}%")
    shutil.rmtree(tree, ignore_errors=True)


if __name__ == "__main__":
    main()
