"""Mutation testing with Cosmic Ray: a sample of the mutants of some rooms, each tried against the tests of its room.

    pip install cosmic-ray
    python scripts/mutants.py --each 12 --seed 1 round bench      a sample of 12 a room; prints the score and every survivor

Works on a copy of the project, so the files here are never touched. Mutants that cannot change anything are left out: those of
annotations (which Python does not evaluate here) and of decorators. Wants `cosmic-ray` on the path, and the tests' packages.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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


def tried(room: str, each: int, seed: int, tree: Path, seconds: float) -> tuple[int, int, int, list[str]]:
    """The killed and the tried of a sample, the mutants there are, and the survivors as differences."""
    config, session = tree / f"{room}.toml", tree / f"{room}.sqlite"
    command = f"{sys.executable} -m pytest -x -q --no-header -m 'not slow and not spin' {TESTS[room]}"
    config.write_text(
        f'[cosmic-ray]\nmodule-path = "moot/{room}"\ntimeout = {seconds}\nexcluded-modules = []\n'
        f'test-command = {json.dumps(command)}\n\n[cosmic-ray.distributor]\nname = "local"\n',
        encoding="utf-8",
    )
    env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(["cosmic-ray", "init", config.name, session.name], cwd=tree, check=True, capture_output=True)
    there = sample(session, each, random.Random(f"{seed} {room}"), tree)
    subprocess.run(["cosmic-ray", "exec", config.name, session.name], cwd=tree, check=True, env=env)
    with sqlite3.connect(session) as base:
        found = base.execute(
            "select m.module_path, m.operator_name, m.start_pos_row, r.test_outcome, r.diff from mutation_specs m "
            "join work_results r on m.job_id = r.job_id"
        ).fetchall()
    lived = [
        f"{module}:{row} {operator.split('/')[-1]}\n" + "\n".join(line for line in (diff or "").splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---"))
        for module, operator, row, outcome, diff in found
        if "SURVIVED" in str(outcome).upper()
    ]  # fmt: skip
    return len(found) - len(lived), len(found), there, lived


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
    for name in (
        "moot",
        "tests",
        "scenarios",
        "judges",
        "docs",
        "scripts",
        "pyproject.toml",
        "README.md",
        "ARCHITECTURE.md",
    ):
        place = ROOT / name
        (shutil.copytree if place.is_dir() else shutil.copy)(place, tree / name)
    killed = total = 0
    for room in asked.rooms or TESTS:
        done, of, there, lived = tried(room, asked.each, asked.seed, tree, asked.seconds)
        killed, total = killed + done, total + of
        print(f"{room}: {done} of {of} killed, a sample of {there:,} mutants", flush=True)
        for each in lived:
            print("  survived: " + each.replace("\n", "\n    "), flush=True)
    print(f"in all {killed} of {total}, {100 * killed / max(total, 1):.0f}%")
    shutil.rmtree(tree, ignore_errors=True)


if __name__ == "__main__":
    main()
