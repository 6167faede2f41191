"""`moot check`: every problem of a file at once, then the proof of a case."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from moot.bench.persona import Bench
from moot.case import Case
from moot.commands.case.fixing import fix
from moot.commands.case.must import KeptAnswer, answered, must_problems
from moot.commands.case.named import file_kind, files_named
from moot.commands.printing import say, say_json
from moot.errors import Diagnostic, MootError
from moot.files.case.read import read_case, written_out
from moot.files.cites.check import check_citations, check_quotations
from moot.files.diagnostics.render import render_each
from moot.files.folders import list_cases, list_judges, read_bytes
from moot.files.formats.read import read_format
from moot.files.judge.read import read_bench_file, read_judge
from moot.files.loading import load_bench
from moot.files.text import clean

__all__ = ["Checked", "check_file", "placed", "run", "show"]


class Checked:
    """What was found of one file."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path, self.kind = path, kind
        self.id = path.stem
        self.problems: list[Diagnostic] = []
        self.certificate: Any = None
        self.must: tuple[KeptAnswer, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error was found; a failed proof is one."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def verdict(self) -> str:
        """PROVED, BOUNDED, SAMPLED, VALID or INVALID."""
        if self.failed:
            return "INVALID"
        return str(self.certificate.verdict) if self.certificate is not None else "VALID"

    def as_json(self) -> dict[str, Any]:
        """The promised shape. Where a property of ``must`` is not proved, the answers to all of them stand there too."""
        must = [each.to_dict() for each in self.must]
        return {
            "file": str(self.path),
            "kind": self.kind,
            "id": self.id,
            "verdict": self.verdict,
            "problems": [
                {
                    "code": problem.code,
                    "severity": problem.severity,
                    "message": problem.message,
                    "file": problem.file or str(self.path),
                    "line": problem.line,
                    "column": problem.column,
                    "help": problem.help,
                }
                for problem in self.problems
            ],
            "certificate": self.certificate.to_dict() if self.certificate is not None else None,
            **({"must": must} if any(each["verdict"] != "PROVED" for each in must) else {}),
        }


def run(args: argparse.Namespace) -> int:
    """Check the files named, or every shipped case and judge. Exit 1 when one has an error.

    A name that means nothing, or a file that cannot be read, gets its line and does not end the run; then the exit code is 2.
    """
    results: list[Checked] = []
    refused = 0
    for name in args.paths or (*list_cases().values(), *list_judges().values()):
        try:
            paths = files_named(name)
        except MootError as error:
            refused += _refuse(error)
            continue
        for path in paths:
            try:
                if args.fix:
                    fix(path, file_kind(path))
                results.append(check_file(path, args))
            except MootError as error:
                refused += _refuse(error)
    if results or not refused:
        _print(results, args)
    return 2 if refused else 1 if any(result.failed for result in results) else 0


def _refuse(error: MootError) -> int:
    say(f"moot: {clean(str(error), 1200)}", sys.stderr)
    return 1


def _print(results: list[Checked], args: argparse.Namespace) -> None:
    if args.json:
        say_json([result.as_json() for result in results])
    elif args.sarif:
        say_json(_sarif(results))
    else:
        for result in results:
            show(result)


def _reader(kind: str) -> Callable[[Path], tuple[Any, list[Diagnostic]]]:
    """What reads a file of a kind that is no case. Opponents and sheets are imported only where they are needed."""
    if kind == "assignment":
        from moot.counsel.opponents import names
        from moot.files.assignment import read_assignment

        return lambda path: read_assignment(path, names())
    if kind == "sheet":
        from moot.files.sheet import read_sheet

        return read_sheet
    return {"judge": read_judge, "bench": read_bench_file, "format": read_format}[kind]


def check_file(path: Path, args: argparse.Namespace) -> Checked:
    """Everything wrong with one file and, for a case that can be read, its certificate."""
    kind = file_kind(path)
    checked = Checked(path, kind)
    if kind != "case":
        found, checked.problems = _reader(kind)(path)
        checked.id = found.id if found else path.stem
        return checked
    case, checked.problems = read_case(path)
    if case is None:
        return checked
    checked.id = case.id
    checked.problems += placed([*check_quotations(case, path.parent), *check_citations(case)], path)
    try:
        judges = load_bench(case.bench)
    except MootError:
        judges = None  # that the bench cannot be seated is a problem of its own (M211, or its judge's)
    _history(checked, case, judges)
    _tells(checked, case)
    if not args.no_proof:
        _prove(checked, case, judges, args)
        if case.must:
            checked.must = answered(case, judges, args.format, path)
            checked.problems += placed(must_problems(checked.must), path)
    return checked


def _history(checked: Checked, case: Case, judges: Bench | None) -> None:
    from moot.proof.historical.facts import check_history
    from moot.proof.historical.line import check_line
    from moot.proof.historical.thin import check_thin

    found = [*check_history(case, judges), *check_line(case, judges), *check_thin(case, judges)]
    checked.problems += placed(found, checked.path)


def _tells(checked: Checked, case: Case) -> None:
    from moot.study.tells.warnings import check_tells

    checked.problems += placed(check_tells(case), checked.path)


def _prove(checked: Checked, case: Case, judges: Bench | None, args: argparse.Namespace) -> None:
    from moot.proof import prove

    said = sys.stderr.isatty()
    if said:
        print(f"proving {case.id} …", end="", file=sys.stderr, flush=True)
    begun = time.perf_counter()
    more: dict[str, Any] = {"bound": args.bound} if args.bound else {}
    checked.certificate = prove(case, judges=judges, format=args.format, sample=args.sample, **more)
    if said:
        print(f" {time.perf_counter() - begun:.1f} s", file=sys.stderr)
    checked.problems += placed(list(checked.certificate.problems), checked.path)
    if checked.certificate.counterexample and judges is not None:
        from moot.proof import write_counterexample

        record = write_counterexample(checked.certificate, case, judges)
        say(f"a line that shows it is kept; see it with: moot play {checked.path} --resume {record}", file=sys.stderr)


def placed(problems: list[Diagnostic], path: Path) -> list[Diagnostic]:
    """Diagnostics of the file at ``path``, with lines for their keys."""
    if not problems:
        return []
    document = written_out(read_bytes(path), str(path))
    found = []
    for problem in problems:
        key = problem.key
        while key and key not in document.marks:
            key = key[:-1]
        line, column = document.marks.get(key, (problem.line or 1, problem.column or 1))
        found.append(problem._replace(file=str(path), line=problem.line or line, column=problem.column or column))
    return found


def show(result: Checked) -> None:
    """Print the problems of a file, its verdict, and what was proved."""
    source = read_bytes(result.path).decode("utf-8", "replace") if result.problems else ""
    for shown in render_each(result.problems, source):
        say(f"{shown}\n")
    errors = sum(problem.severity == "error" for problem in result.problems)
    warnings = len(result.problems) - errors
    counts = ", ".join(
        f"{count} {word}{'s' * (count != 1)}" for count, word in ((errors, "error"), (warnings, "warning")) if count
    )
    say(f"{result.kind} {result.id}: {result.verdict}" + (f" ({counts})" if counts else ""))
    if result.certificate is not None:
        for line in str(result.certificate).splitlines():
            say(f"  {line}")
    for each in result.must:
        say(f"  {each}")


def _sarif(results: list[Checked]) -> dict[str, Any]:
    """SARIF 2.1.0, for editors and code review."""
    import moot

    rules = sorted({problem.code for result in results for problem in result.problems})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "moot", "version": moot.__version__, "rules": [{"id": code} for code in rules]}
                },
                "results": [
                    {
                        "ruleId": problem.code,
                        "level": problem.severity,
                        "message": {"text": f"{problem.message}. {problem.help}".rstrip(". ") + "."},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": quote(result.path.as_posix())},
                                    "region": {
                                        "startLine": max(problem.line, 1),
                                        "startColumn": max(problem.column, 1),
                                    },
                                }
                            }
                        ],
                    }
                    for result in results
                    for problem in result.problems
                ],
            }
        ],
    }
