"""How time and memory grow: with points, questions, guards, the clock and the length of the file; with records and sittings.

    python scripts/growth.py            the tables of docs/proof.md; some minutes
    python scripts/growth.py --records N   N records read and listed (scripts/soak.py is N sittings)

Times are of the processor, in a process of its own for each row, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from moot.cli import main
from moot.files.case.read import read_case_text
from moot.files.folders import list_cases
from moot.files.loading import load_case
from moot.files.records import kept
from moot.proof.prove import prove
from moot.round.formats import get_format, one_speaker
from tests.proof import heavy

FORMAT = get_format("quick")


def alone(work: Callable[[], object]) -> tuple[float, float, str]:
    """Seconds of the processor and megabytes that a piece of work takes in a process of its own, and what it says."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(read)
        before = time.process_time()
        try:
            told = str(work())
        except BaseException as error:  # noqa: BLE001 (it is told)
            told = repr(error)[:60]
        used = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(write, f"{used}\t{peak}\t{told}".encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        used, peak, told = pipe.read().split("\t", 2)
    os.waitpid(pid, 0)
    return float(used), float(peak), told


def table(title: str, head: str, rows: Iterable[tuple[object, Callable[[], object]]]) -> None:
    """Print a table of Markdown, row by row."""
    print(f"\n**{title}**\n\n| {head} | seconds | MB | answer |\n|---|---|---|---|", flush=True)
    for name, work in rows:
        used, peak, told = alone(work)
        print(f"| {name} | {used:.1f} | {peak:.0f} | {told} |", flush=True)


def _proved(text: str) -> str:
    case, found = read_case_text(text, "base-case.yaml")
    if case is None:
        return f"refused: {sorted({each.code for each in found if each.severity.value == 'error'})}"
    certificate = prove(case)
    return f"{certificate.verdict}, {certificate.states:,} states"


def _clock(minutes: int) -> str:
    case = load_case("wilson-v-layne")
    certificate = prove(replace(case, argument=one_speaker("longer", "Longer", minutes * 4, (0, 12))))
    return f"{certificate.verdict}, {certificate.states:,} states"


def _checked(lines: int) -> str:
    """The largest shipped case, spread over so many lines by comments and blank lines."""
    path = Path(__file__).resolve().parent.parent / "scenarios" / "sacramento-v-lewis.yaml"
    rows = path.read_text(encoding="utf-8").splitlines()
    points = rows.index("points:")
    text = "\n".join([*rows[:points], *["# a comment", ""] * ((lines - len(rows)) // 2), *rows[points:]])
    case, found = read_case_text(text, path.name)
    return f"{len(text.splitlines()):,} lines, {len(found):,} problems" if case else "refused"


def _check(case: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()):
        return f"exit {main(['check', case])}"


def _records(many: int) -> None:
    """Read so many records, and list them twice: the second time from the index. All were written long ago."""
    folder = Path(tempfile.mkdtemp(prefix="moot-growth-"))
    os.environ.update(MOOT_SAVES=str(folder), MOOT_CACHE=str(folder / "cache"))
    main(["demo", "first-argument", "--json"])
    one = next(folder.glob("*.jsonl")).read_bytes()
    for number in range(many):
        (folder / f"first-argument-{number:05}.jsonl").write_bytes(one)
        os.utime(folder / f"first-argument-{number:05}.jsonl", (1.7e9 + number, 1.7e9 + number))
    time.sleep(3)  # a file that changed this moment is not indexed
    began = time.process_time()
    found = len(kept())
    print(f"{found:,} records read: {time.process_time() - began:.2f} s", file=sys.stderr)
    for which in ("first", "second"):
        began = time.process_time()
        main(["list", "records", "--json"])
        print(f"moot list records, the {which} time: {time.process_time() - began:.2f} s", file=sys.stderr)
    shutil.rmtree(folder)


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--records", type=int, metavar="N")
    asked = words.parse_args()
    if asked.records:
        _records(asked.records)
        raise SystemExit
    guarded = [(n, lambda n=n: _proved(heavy.guarded(n))) for n in (4, 8, 12, 16, 20, 24, 32, 40)]
    table("Questions under one point, half of them guarded by the other half", "questions", guarded)
    heads = [(n, lambda n=n: _proved(heavy.at_the_maximum(n, 2, 2, 2))) for n in (2, 3, 4, 5)]
    table("Heads a side, two points each, two questions a point", "heads", heads)
    points = [(n, lambda n=n: _proved(heavy.at_the_maximum(2, n, 2, 2))) for n in (1, 2, 3, 4)]
    table("Points under each of two heads a side, two questions a point", "points", points)
    table("The clock: *Wilson v. Layne*", "minutes a side", [(n, lambda n=n: _clock(n)) for n in (15, 30, 60, 120)])
    lengths = [(n, lambda n=n: _checked(n)) for n in (12_500, 25_000, 50_000)]
    table("The length of the file (checked, not proved)", "lines", lengths)
    table("All of `moot check`", "case", [(name, lambda name=name: _check(name)) for name in list_cases()])
