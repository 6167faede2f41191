"""Structure-aware fuzzing of every kind of file that moot reads, by the commands that read it.

    python scripts/fuzz.py --minutes 1 --seed 7      prints totals and findings; exit 1 if there is one
    python scripts/fuzz.py --minutes 30 --keep DIR   keeps the input of each finding in DIR

Each trial runs in a process of its own with a limit of time (2 s of the processor; a proof may take 10) and of memory. A
finding is a traceback, an exit code other than 0, 1 and 2, an answer that is missing, something that acts on a terminal, JSON that
is none, a limit passed, or another answer without libyaml than with it.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from fuzz_mutations import mutate_lines, mutate_opinion, mutate_record, mutate_table, mutate_tree

import moot.files.yaml.read as reader
from moot.cli import main
from moot.files.yaml.parser import PythonParser

ROOT = Path(__file__).resolve().parent.parent
SECONDS, PROOF_SECONDS, MEGABYTES = 2, 10, 500
_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

FORMAT = """format: moot-format/1
id: our-round
title: Two speakers a side
segments:
  - {side: petitioner, speaker: 1, minutes: 15}
  - {side: petitioner, speaker: 2, minutes: 15, reserves: [0, 2, 3]}
  - {side: respondent, speaker: 1, minutes: 15, protected: 1}
  - {side: respondent, speaker: 2, minutes: 15, reserves: [0, 2]}
  - {side: petitioner, replies: true}
  - {side: respondent, replies: true}
"""
SHEET = """format: moot-sheet/1
id: mine
title: Our own sheet
headings:
  - {label: Meets the question, points: 60, items: {answers: 3, candor: 1}}
  - {label: Knows the record, points: 30, items: {authority: 1}}
  - {label: Voice, points: 10}
"""
PAGES = "us_page,char_offset\n4,0\n5,40\n6,90\n"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads dates as text, which moot does too."""


_Loader.yaml_implicit_resolvers = {
    sign: [each for each in known if "timestamp" not in each[0]]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass
class Base:
    """A good file of some kind, and the commands that read it: FILE stands for its path, - before one for choices typed."""

    kind: str
    name: str
    text: str
    commands: tuple[str, ...]
    beside: dict[str, str] = field(default_factory=dict)
    tree: object = None

    def mutant(self, dice: random.Random) -> bytes:
        if self.kind == "record":
            return mutate_record(dice, self.text)
        if self.kind == "opinion":
            return mutate_opinion(dice, self.text)
        if self.kind == "table":
            return mutate_table(dice, self.text)
        if dice.random() < 0.6:
            self.tree = self.tree or yaml.load(self.text, _Loader)
            return mutate_tree(dice, self.tree).encode("utf-8", "surrogatepass")
        return mutate_lines(dice, self.text)


CASE = (
    "check --no-proof FILE", "check --no-proof --json FILE", "check --no-proof --sarif FILE", "check FILE", "check --fix --no-proof FILE",
    "cite FILE", "graph FILE", "graph FILE --as svg --what attacks", "- play FILE --plain --seed 3", "demo FILE --json", "diff FILE first-argument",
    "opinion FILE", "simulate FILE -n 1 --seed 1", "export FILE --promela OUT", "why --demo FILE",
)  # fmt: skip


def bases(work: Path) -> list[Base]:
    """One good file of each kind."""
    files = ROOT / "tests" / "files"

    def read(name: str) -> str:
        return (files / name).read_text(encoding="utf-8")

    _main(["new", "case", "tiny", "--dir", str(work)])
    tiny = (work / "tiny.yaml").read_text(encoding="utf-8") + "renamed_from:\n  - {id: tiny, was: small}\n"
    first = (ROOT / "scenarios" / "first-argument.yaml").read_text(encoding="utf-8")
    _main(["play", "first-argument", "--plain", "--seed", "4"], "1\n" * 60)
    record = next(Path(os.environ["MOOT_SAVES"]).glob("first-argument-*.jsonl"))
    opinion = read("base-case.opinion.txt")
    check = ("check FILE", "check --json FILE", "check --sarif FILE", "check --fix FILE")
    on_record = (
        "replay FILE",
        "replay FILE --json",
        "why FILE",
        "- play --plain --resume FILE",
        "report FILE",
        "report FILE --csv OUT",
        "history",
        "list records",
    )
    return [
        Base("case", "base-case.yaml", read("base-case.yaml"), CASE),
        Base("case", "tiny.yaml", tiny, CASE),
        Base("case", "first-argument.yaml", first, CASE),
        Base("judge", "base-judge.yaml", read("base-judge.yaml"), (*check, "simulate first-argument -n 1 --bench FILE")),
        Base("bench", "base-bench.yaml", read("base-bench.yaml"), (*check, "- play first-argument --plain --bench FILE")),
        Base("format", "our-round.yaml", FORMAT, check),
        Base("assignment", "base-assignment.yaml", read("base-assignment.yaml"), (*check, "- play --plain --assignment FILE")),
        Base("sheet", "mine.yaml", SHEET, (*check, f"- judge {record} --sheet FILE")),
        Base("record", "some.jsonl", record.read_text(encoding="utf-8"), on_record),
        Base("opinion", "base-case.opinion.txt", opinion, ("cite CASE", "check --no-proof CASE"), {"base-case.yaml": read("base-case.yaml")}),
        Base("table", "base-case.opinion.pages.csv", PAGES, ("cite CASE",), {"base-case.yaml": read("base-case.yaml"), "base-case.opinion.txt": opinion}),
    ]  # fmt: skip


def _main(words: list[str], typed: str = "") -> tuple[int, str, str]:
    """Exit code, answer and narration of a command, in this process."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 2
    finally:
        sys.stdin = before
    return code, out.getvalue(), err.getvalue()


def wrong(words: list[str], code: int, out: str, err: str) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if code == 2 and not err.strip():
        return "exit code 2 without a word"
    if code and not (out + err).strip():
        return "a failure without a word"
    if "Traceback" in out + err:
        return "traceback printed"
    if code == 2 and len(err.strip().splitlines()) > 12:
        return "more than one line of refusal"
    if found := _ACTS.search(out + err):
        return f"U+{ord(found[0]):04X} is printed"
    if code < 2 and ("--json" in words or "--sarif" in words):
        try:
            json.loads(out)
        except ValueError:
            return "the JSON is none"
    return ""


def _stop(*_: object) -> None:
    raise TimeoutError


def trial(words: list[str], typed: str, pure: bool, seconds: int, say: int) -> None:
    """In a process of its own: run the command, and say as JSON what came of it."""
    signal.signal(signal.SIGPROF, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (_size() + MEGABYTES * 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 60, seconds + 60))
    if pure:
        reader._PARSER = PythonParser
    found: dict[str, str] = {"wrong": "", "answer": ""}
    try:
        # Without libyaml reading takes several times as long; that is known.
        signal.setitimer(signal.ITIMER_PROF, seconds * (4 if pure else 1))
        code, out, err = _main(words, typed)
        signal.setitimer(signal.ITIMER_PROF, 0)
        found["wrong"] = wrong(words, code, out, err)
        found["answer"] = f"{code}\n{out}\n{err}"
    except BaseException as error:  # noqa: BLE001 (whatever a command lets through is the finding)
        signal.setitimer(signal.ITIMER_PROF, 0)
        frames = traceback.extract_tb(error.__traceback__)
        places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames[-3:]))
        found["wrong"] = (
            f"{'over the limit of time' if isinstance(error, TimeoutError) else repr(error)[:80]} at {places}"
        )
    if "not enough memory" in found["answer"]:
        found["wrong"] = "over the limit of memory"
    with os.fdopen(say, "w") as pipe:
        json.dump(found, pipe)


def _size() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def forked(words: list[str], typed: str, pure: bool, seconds: int) -> dict[str, str]:
    """What a trial in a process of its own says."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.close(read)
            trial(words, typed, pure, seconds, write)
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    _, status = os.waitpid(pid, 0)
    return json.loads(text) if text else {"wrong": f"the process ended with {status}", "answer": ""}


def run(minutes: float, seed: int, keep: Path | None, only: str = "") -> int:
    """Fuzz until so many minutes of the processor are used; the number of findings."""
    work = Path(tempfile.mkdtemp(prefix="moot-fuzz-"))
    os.environ.update(MOOT_SAVES=str(work / "saves"), MOOT_CACHE=str(work / "cache"), COLUMNS="100")
    dice = random.Random(seed)
    made = [base for base in bases(work) if only in ("", base.kind)]
    trials: collections.Counter[str] = collections.Counter()
    codes: collections.Counter[str] = collections.Counter()
    found: dict[str, tuple[int, str]] = {}
    began = time.monotonic()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who stops it early still gets the totals
    with contextlib.suppress(KeyboardInterrupt):
        while sum(os.times()[:4]) < minutes * 60:
            base = dice.choices(made, [2 if one.kind in ("case", "record") else 1 for one in made])[0]
            data = base.mutant(dice)
            place = work / "one"
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            for name, text in base.beside.items():
                (place / name).write_text(text, encoding="utf-8")
            file = place / base.name
            file.write_bytes(data)
            command = dice.choice(base.commands)
            names = {"FILE": str(file), "CASE": str(place / "base-case.yaml"), "OUT": str(place / "out")}
            words = [names.get(word, word) for word in command.removeprefix("- ").split()]
            typed = (
                "".join(f"{dice.choice([1, 1, 2, 3, 'why', 'undo', 'record', 'zzz'])}\n" for _ in range(40))
                if command[0] == "-"
                else ""
            )
            proves = base.kind == "case" and command in ("check FILE", "simulate FILE -n 1 --seed 1")
            answer = forked(words, typed, False, PROOF_SECONDS if proves else SECONDS)
            trials[base.kind] += 1
            codes[f"{base.kind} {answer['answer'][:1]}"] += 1
            problem = answer["wrong"]
            if (
                not problem
                and base.kind not in ("record", "opinion", "table")
                and words[0] == "check"
                and "--fix" not in words
                and dice.random() < 0.3
            ):
                other = forked(words, typed, True, PROOF_SECONDS if proves else SECONDS)
                trials["of these again without libyaml"] += 1
                problem = other["wrong"] or ("another answer without libyaml" if _told(other) != _told(answer) else "")
            if problem:
                key = f"{base.kind}: {command}: {problem}"
                many, _ = found.get(key, (0, ""))
                found[key] = many + 1, f"{base.kind}-{len(found)}"
                if keep and not many:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{len(found)}-{base.name}").write_bytes(data)
                    print(f"finding {len(found)}: {key}", flush=True)
    shutil.rmtree(work, ignore_errors=True)
    used = sum(os.times()[:4])
    print(f"seed {seed}: {used / 60:.1f} minutes of the processor, {(time.monotonic() - began) / 60:.1f} by the clock")
    for kind, many in sorted(trials.items()):
        said = ", ".join(
            f"exit {code.split()[-1]}: {count}" for code, count in sorted(codes.items()) if code.startswith(kind)
        )
        print(f"  {kind:12} {many:7,} trials  {said}")
    print(f"{len(found)} kinds of finding")
    for key, (many, _) in sorted(found.items(), key=lambda one: -one[1][0]):
        print(f"  {many:5} x {key}")
    return len(found)


def _told(answer: dict[str, str]) -> str:
    """An answer without the seconds that a proof took."""
    return re.sub(r"\d+\.\d+ s|\"seconds\": [\d.e-]+", "", answer["answer"])


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--minutes", type=float, default=1.0, help="of the processor")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep", type=Path, help="a folder for the inputs of findings")
    words.add_argument("--only", default="", help="one kind of file")
    asked = words.parse_args()
    raise SystemExit(1 if run(asked.minutes, asked.seed, asked.keep, asked.only) else 0)
