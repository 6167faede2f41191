"""Mutation testing with Cosmic Ray: a sample of the mutants of some rooms, each tried against the tests that run its lines.

    pip install cosmic-ray
    python scripts/mutants.py --each 50 --seed 1 score bench      the score of a sample of 50 a room, and every survivor
    python scripts/mutants.py --each 50 --seed 1 --again score    only those that survived it, after tests were added

Works on a copy of the project, so the files here are never touched. The tests that run the mutated lines are tried, the quickest first
(with `--others` then the rest of the room's); a mutant that makes a test endless is noticed by that, and is counted by itself.

Left out is what cannot change anything, or says nothing about the tests:

- annotations, which Python does not evaluate here, and aliases of types;
- decorators: those taken away are caches, which change nothing, or classes and properties that then break at once;
- docstrings and other strings that stand alone, and the words of messages (Cosmic Ray's change of strings);
- assertions, and `strict` of `zip`, which say what is always so: weakened they change nothing, turned round they fail at once;
- `is` for `==` and the other way round: `is` is used of None, of members of enumerations and of one and the same object.

Wants `cosmic-ray` and pytest-cov with the Python that runs it. `mutant_trials.py` runs the tests, `mutant_coverage.py` finds which.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import hashlib
import json
import math
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from mutant_coverage import Covered, measured
from mutant_trials import Trials, Verdict
from project_copy import copy_project

ROOT = Path(__file__).resolve().parent.parent
TESTS = {
    "score": ["tests/score", "tests/round/test_notebook.py"],
    "bench": ["tests/bench", "tests/docs/test_docs.py"],
    "round": ["tests/round", "tests/docs/test_dice.py"],
    "case": [
        "tests/case",
        "tests/files/test_case_file.py",
        "tests/files/test_diagnostic_pages.py",
        "tests/files/test_fingerprint.py",
        "tests/bench/test_hypotheticals.py",
        "tests/cli/test_diff.py",
    ],
    "opinion": ["tests/opinion", "tests/golden/test_lewis_law.py"],
    "proof": ["tests/proof"],
}
READING = ("case", "round")
"""Rooms with code that runs when a case is read."""

LEFT_OUT = ("String", "Decorator", "_Is_Eq", "_IsNot_NotEq", "_Eq_Is", "_NotEq_IsNot")
"""Operators of Cosmic Ray whose name has one of these at its end."""

_At = tuple[int, int]


class Mutant(NamedTuple):
    """One change: the file, the operator of Cosmic Ray, which of its occurrences in the file, and where."""

    module: str
    operator: str
    occurrence: int
    start: _At
    end: _At

    def text(self, source: str) -> str:
        """The file with the change."""
        return mutate_code(source, get_operator(self.operator)(), self.occurrence)


def mutants(tree: Path, room: str, kept: Path) -> Iterator[Mutant]:
    """The mutants of a room, without what is left out. To find them takes longest, so those of a file are kept while it is the same."""
    for path in sorted((tree / "moot" / room).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        module = str(path.relative_to(tree))
        known = kept / f"{hashlib.blake2b((module + source).encode(), digest_size=12).hexdigest()}.mutants.json"
        if not known.exists():
            known.write_text(json.dumps(list(_mutants(module, source))), encoding="utf-8")
        inert = list(_inert(source))
        for *named, start, end in json.loads(known.read_text(encoding="utf-8")):
            if not any(first <= tuple(start) < last for first, last in inert):
                yield Mutant(*named, tuple(start), tuple(end))


def _mutants(module: str, source: str) -> Iterator[Mutant]:
    nodes = list(ast_nodes(get_ast(source)))
    for name in operator_names():
        kind = get_operator(name)
        if name.endswith(LEFT_OUT) or kind.arguments():
            continue
        operator = kind()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(places):
            yield Mutant(module, name, occurrence, start, end)


def _inert(source: str) -> Iterator[tuple[_At, _At]]:
    """The stretches of a file in which a change cannot change anything."""
    lines = source.splitlines()

    def span(node: ast.expr | ast.stmt) -> tuple[_At, _At]:
        first, last = lines[node.lineno - 1].encode(), lines[node.end_lineno - 1].encode()
        return (
            (node.lineno, len(first[: node.col_offset].decode())),
            (node.end_lineno, len(last[: node.end_col_offset].decode())),
        )

    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.Assign) and _alias(node.value):
            yield span(node)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            for decorator in node.decorator_list:
                (line, _), last = span(decorator)
                yield (line, 0), last
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None:
                yield span(annotation)
        if isinstance(node, ast.Assert) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield span(node)
        if isinstance(node, ast.keyword) and node.arg == "strict":
            yield span(node.value)


def _alias(value: ast.expr) -> bool:
    """Whether what is assigned is nothing but names of types."""
    parts = (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.BinOp, ast.BitOr, ast.Load)
    return isinstance(value, (ast.Subscript, ast.BinOp)) and all(
        isinstance(node, parts) or (isinstance(node, ast.Constant) and node.value in (None, ...))
        for node in ast.walk(value)
    )


def verdict_on(
    mutant: Mutant, text: str, trials: Trials, runs: Covered, seconds: float, *, others: bool
) -> tuple[Verdict, str]:
    """Try one mutant: the tests that run its lines, then perhaps the others. The verdict, and the change as differing lines."""
    source = (trials.tree / mutant.module).read_text(encoding="utf-8")
    changed = difflib.ndiff(source.splitlines(), text.splitlines())
    told = "\n".join(line for line in changed if line[:2] in ("- ", "+ "))
    first = runs.tests_of(mutant.module, *_statement(source, mutant.start[0]))
    # What a test runs is tried in it; only what runs on import alone, or makes a constant, needs a new import.
    imported = "" in first and (len(first) == 1 or not _in_function(source, mutant.start[0]))
    if imported:
        # Which tests notice that is not known: those that run the file, or one that imports it.
        first |= runs.tests_near(mutant.module, _importers(trials.tree, mutant.module))
    first.discard("")
    rest = runs.seconds.keys() - first if others else set[str]()
    verdict = Verdict("survived", "" if first or rest else "no test runs it")
    for tests in (first, rest):
        if tests and verdict.word == "survived":
            verdict = trials.tried(mutant.module, text, _within(seconds, tests, runs), imported=imported)
    return verdict, told


def _in_function(source: str, line: int) -> bool:
    """Whether this line stands in the body of a function."""
    return any(
        isinstance(node, ast.FunctionDef) and node.body[0].lineno <= line <= (node.end_lineno or 0)
        for node in ast.walk(ast.parse(source))
    )


def _importers(tree: Path, module: str) -> set[str]:
    """The files of its room that import something from a file."""
    name = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    room = tree / "/".join(Path(module).parts[:2])
    return {
        str(path.relative_to(tree))
        for path in room.rglob("*.py")
        if f"from {name} import" in path.read_text(encoding="utf-8")
    }


def _within(seconds: float, tests: Iterable[str], runs: Covered) -> dict[str, float]:
    """The quickest of these tests, as many as take so long together: at first three of one with many parameters, and then the others."""
    found: dict[str, float] = {}
    alike: Counter[str] = Counter()
    quickest = sorted((runs.seconds[test], test) for test in tests if test in runs.seconds)
    spent = 0.0
    for most in (3, len(quickest)):
        for taken, test in quickest:
            name = test.partition("[")[0]
            if test not in found and alike[name] < most and spent + taken <= seconds:
                alike[name] += 1
                spent += taken
                found[test] = taken
    return found


def _compiles(text: str) -> bool:
    """Whether this is Python at all: the star of a signature is taken for an operator, and what comes of that is none."""
    try:
        compile(text, "a mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _statement(source: str, line: int) -> tuple[int, int]:
    """The first and last line of the statement on this line; of one with a block only its head."""
    spans = [
        (node.lineno, max(node.lineno, node.body[0].lineno - 1) if hasattr(node, "body") else node.end_lineno)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.stmt)
    ]
    return min((span for span in spans if span[0] <= line <= span[1]), key=lambda span: span[1] - span[0])


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's interval of 95% for a share."""
    if not whole:
        return 0.0, 1.0
    z, share = 1.96, part / whole
    middle, spread = share + z * z / (2 * whole), z * math.sqrt(share * (1 - share) / whole + (z / (2 * whole)) ** 2)
    return (middle - spread) / (1 + z * z / whole), (middle + spread) / (1 + z * z / whole)


def scored(tree: Path, room: str, asked: argparse.Namespace) -> Counter[str]:
    """Try a sample of a room's mutants, print each and the score, and keep which survived."""
    files = [
        str(path.relative_to(tree))
        for name in asked.tests or TESTS[room]
        for path in (sorted((tree / name).glob("test_*.py")) if (tree / name).is_dir() else [tree / name])
    ]
    reading = room in READING
    runs = measured(tree, room, files, asked.kept / f"{room}.json", longest=asked.longest, reading=reading)
    there = list(mutants(tree, room, asked.kept))
    survivors = asked.kept / f"{room}-{asked.each}-{asked.seed}.survivors.json"
    if asked.again:
        alive = {tuple(one) for one in json.loads(survivors.read_text(encoding="utf-8"))}
        drawn = [one for one in there if one[:3] in alive]
    else:
        drawn = random.Random(f"{asked.seed} {room}").sample(there, len(there))
    changed = ((one, one.text((tree / one.module).read_text(encoding="utf-8"))) for one in drawn)
    chosen = list(islice(((one, text) for one, text in changed if _compiles(text)), asked.each))
    if not chosen:
        return Counter()
    print(f"{room}: {len(chosen)} of {len(there):,} mutants, {len(runs.seconds)} tests", flush=True)
    count: Counter[str] = Counter()
    lived = []
    trials = Trials(tree, files, reading=reading)
    # A test that took what another had made ready takes longer by itself.
    while failing := trials.fails(_within(asked.seconds, runs.seconds, runs)):
        print(f"left out, since it fails without a mutant: {failing}", flush=True)
        del runs.seconds[failing]
    for mutant, text in chosen:
        began = time.monotonic()
        verdict, told = verdict_on(mutant, text, trials, runs, asked.seconds, others=asked.others)
        count[verdict.word] += 1
        if verdict.word in ("survived", "stopped"):
            lived.append(mutant[:3])
        operator = mutant.operator.rpartition("/")[2]
        by = f" ({verdict.test})" if verdict.test else ""
        where = f"{mutant.module}:{mutant.start[0]} {operator}"
        print(f"{verdict.word}{by}, {time.monotonic() - began:.1f} s: {where}\n{told}", flush=True)
    trials.close()
    if not asked.again:
        survivors.write_text(json.dumps(lived), encoding="utf-8")
    print(f"{room}: {_score(count)}, a sample of {len(there):,} mutants\n", flush=True)
    return count


def _score(count: Counter[str]) -> str:
    noticed, whole = count["killed"] + count["endless"], count.total()
    low, high = interval(noticed, whole)
    words = ", ".join(f"{number} {word}" for word, number in count.most_common())
    return f"{noticed} of {whole} noticed ({100 * low:.0f} to {100 * high:.0f}%): {words}"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(TESTS)}; all if none is named")
    words.add_argument("--each", type=int, default=50, metavar="N", help="mutants a room")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--again", action="store_true", help="only those of this sample that survived when it was drawn")
    words.add_argument(
        "--others", action="store_true", help="a survivor is tried against the room's other tests as well"
    )
    words.add_argument(
        "--tests", nargs="+", metavar="FILE", help="only these files of tests or folders, in place of the room's"
    )
    words.add_argument("--longest", type=float, default=1.0, help="seconds of the processor a test may take to be used")
    words.add_argument(
        "--seconds", type=float, default=2.5, help="of tests for a mutant; one that lived so long is a survivor"
    )
    words.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "moot-mutants", metavar="FOLDER")
    asked = words.parse_args()
    asked.kept.mkdir(parents=True, exist_ok=True)
    tree = Path(tempfile.mkdtemp(prefix="moot-mutants-"))
    try:
        copy_project(tree, package=True)
        total = sum((scored(tree, room, asked) for room in asked.rooms or TESTS), Counter[str]())
    finally:
        shutil.rmtree(tree, ignore_errors=True)
    print(f"in all {_score(total)}")


if __name__ == "__main__":
    main()
