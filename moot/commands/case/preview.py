"""`moot preview`: a case checked and played again on every save, from any point or question."""

from __future__ import annotations

import argparse
import queue
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from moot.bench.persona import Bench
from moot.case import BENCH, Case
from moot.case.difference import differences
from moot.case.language.speech import opening
from moot.commands.case.check import Checked, check_file
from moot.commands.case.check import show as show_checked
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.case.read import read_case
from moot.files.folders import find, list_cases, read_bytes
from moot.files.loading import load_bench
from moot.round import moves
from moot.round.moves import Move, parse_move
from moot.sitting.preview import Preview, Replayed
from moot.sitting.showing.choices import choices, heading

__all__ = ["PreviewLoop", "run"]

_LISTED = 8
"""How many changes, or roadmaps, are listed."""

_HELP = """\
  a number           make that choice; so does a move in notation: answer q-rule.b
  back [N]           take back the last choice, or N of them
  go ID [after ID,…] go to a point or a question, with these points and answers said before it
  line               the choices made so far
  check              check and prove the file now
  quit               stop; the file is never written to"""


class PreviewLoop:
    """What is shown, and what is done with a line that is typed or a file that is saved. It reads and waits for nothing itself.

    A file that has errors from the start is played once a save has mended it.
    """

    def __init__(self, path: Path, args: argparse.Namespace) -> None:
        self.path, self.args = path, args
        self._preview: Preview | None = None
        self._offered: list[Move] = []

    @property
    def preview(self) -> Preview:
        """What is played. Raises :class:`~moot.errors.MootError` while there is nothing yet."""
        if self._preview is None:
            raise MootError("there is nothing to play yet: the file has errors (`check` tells them)")
        return self._preview

    def begin(self, greeting: str = "") -> None:
        """Begin to play the case, at its start or where the command says; or tell what is wrong with the file.

        The greeting is said once nothing stands in the way.
        """
        case, _ = read_case(self.path)
        if case is None:
            if greeting:
                say(greeting)
            self._check(proof=False)
            say("the file has errors; it can be played once they are mended and the file is saved")
            return
        preview = Preview(case, _bench(case, self.args), self.args.format)
        if self.args.at:
            preview.go(self.args.at, [id.strip() for id in (self.args.after or "").split(",") if id.strip()])
        self._preview = preview
        if greeting:
            say(greeting)
        self.show()

    def show(self) -> None:
        """Where the argument stands, and the choices there."""
        round = self.preview.round
        say(f"  if the argument ended here: {self.preview.vote}")
        if round.turn is None:
            self._offered = []
            say("  the case is decided; `back` takes back a choice")
            return
        offers = list(self._offers())
        self._offered = [move for move, _ in offers]
        who = "The bench" if round.turn == BENCH else f"{str(round.turn).capitalize()}: {_what(round)}"
        say(f"\n{who}")
        for number, (move, text) in enumerate(offers, start=1):
            say(f"  {number}) {move}" + (f": {text}" if text else ""))

    def _offers(self) -> Iterator[tuple[Move, str]]:
        round, case = self.preview.round, self.preview.case
        legal = list(round.legal)
        if any(isinstance(move, moves.Roadmap) for move in legal):
            yield from ((move, "") for move in legal[:_LISTED])
            say(f"  ({len(legal) - _LISTED} more: write one in notation)") if len(legal) > _LISTED else None
        elif round.turn == BENCH:
            for move in legal:
                text = opening(case.questions[move.question].text, 14) if isinstance(move, moves.Ask) else ""
                yield move, text
        else:
            for choice in choices(round):
                yield choice.move, choice.title or opening(choice.text, 14)

    def typed(self, line: str) -> bool:
        """Do what a line says. False where it says to stop."""
        word, _, rest = line.strip().partition(" ")
        try:
            if word in ("quit", "exit", "q"):
                return False
            if word in ("help", "?"):
                say(_HELP)
            elif word == "check":
                self._check(proof=True)
            elif word == "line":
                say("\n".join(f"  {number}. {text}" for number, text in enumerate(self.preview.remembered, start=1)))
            elif word:
                self._change(word, rest.strip(), line)
                self.show()
        except MootError as why:
            say(f"  {why}")
        return True

    def _change(self, word: str, rest: str, line: str) -> None:
        preview = self.preview
        if word == "back":
            preview.back(int(rest) if rest.isdecimal() else 1)
        elif word == "go":
            at, _, said = rest.partition(" after ")
            preview.go(at.strip(), [id.strip() for id in said.split(",") if id.strip()])
        elif word.isdecimal():
            if not 1 <= int(word) <= len(self._offered):
                raise MootError(f"there is no choice {word}; `help` says what can be typed")
            preview.choose(self._offered[int(word) - 1])
        else:
            preview.choose(parse_move(line))

    def saved(self) -> None:
        """Check the file again, and play the choices again in the case as it is now."""
        say(f"\n-- saved {time.strftime('%H:%M:%S')} --")
        try:
            checked = self._check(proof=False)
            case, _ = read_case(self.path)
            if self._preview is None:
                if case is not None:
                    self.begin()
                return
            if case is None:
                say("  the file has errors: what you play is the case as it was before them")
                return
            bench = _bench(case, self.args)
        except MootError as why:
            say(f"  {why}; what you play is the case as it was")
            return
        before, vote = self.preview.case, self.preview.vote
        replayed = self.preview.load(case, bench)
        _say_changes(before, case)
        _say_replayed(replayed)
        if self.preview.vote != vote:
            say(f"  before this save it was: {vote}")
        self.show()
        if not checked.failed and not self.args.no_proof:
            self._check(proof=True, only_verdict=True)

    def _check(self, *, proof: bool, only_verdict: bool = False) -> Checked:
        checked = check_file(self.path, _checking(proof=proof, format=self.args.format))
        if only_verdict:
            say("")
            # The warnings that need no proof have been told.
            checked.problems = [problem for problem in checked.problems if problem.code.startswith("M5")]
        show_checked(checked)
        return checked


def _checking(*, proof: bool, format: str | None) -> argparse.Namespace:
    return argparse.Namespace(no_proof=not proof, format=format, sample=None, bound=None, fix=False)


def _what(round: Any) -> str:
    if any(isinstance(move, moves.Roadmap) for move in round.legal):
        return "the roadmap"
    state = round.position.state
    if state.pending:
        return f"{heading(round)}: {opening(round.case.questions[state.pending].text, 30)}"
    return heading(round)


def _say_changes(old: Case, new: Case) -> None:
    # The answers of a question that has another id have other ids with it.
    found = [each for each in differences(old, new) if (each.what, each.how) != ("answer", "renamed")]
    for each in found[:_LISTED]:
        told = f": {'; '.join(each.details)}" if each.details else ""
        say(f"  {each.how}: {each.what}{f' {each.id}' if each.id else ''}{told}")
    if len(found) > _LISTED:
        say(f"  and {len(found) - _LISTED} changes more; `moot diff` tells all")


def _say_replayed(replayed: Replayed) -> None:
    for old, new in replayed.followed:
        say(f"  `{old}` is now `{new}`: its words are the same")
    if replayed.fault is None:
        if replayed.of:
            say(f"  your {replayed.of} choice{'s' * (replayed.of != 1)} still stand{'s' * (replayed.of == 1)}")
        return
    say(f"  your choices stand up to number {replayed.stand} of {replayed.of}; {replayed.fault.message}")
    if replayed.fault.help:
        say(f"    {replayed.fault.help}")
    say("    (they are remembered until you make another choice)")


def _bench(case: Case, args: argparse.Namespace) -> Bench:
    return load_bench(args.bench or case.bench)


def run(args: argparse.Namespace) -> int:
    """Watch a case until `quit` or the end of input."""
    if args.after and not args.at:
        raise MootError("--after says what is said before a point or a question: name it with --at")
    path = find("case", args.case, list_cases())
    table = PreviewLoop(path, args)
    read_bytes(path)  # what cannot be read is refused before it is watched
    table.begin(f"{path} is watched; `help` says what can be typed")
    events: queue.Queue[tuple[Literal["typed", "saved", "over"], str]] = queue.Queue()
    stop = threading.Event()
    for work in (_reads, _watches):
        threading.Thread(target=work, args=(events, path, stop), daemon=True).start()
    try:
        while True:
            _prompt()
            kind, line = events.get()
            if kind == "saved":
                table.saved()
            elif kind == "over" or not table.typed(line):
                return 0
    finally:
        stop.set()


def _prompt() -> None:
    print("> ", end="", flush=True)


def _reads(events: queue.Queue[tuple[str, str]], _: Path, stop: threading.Event) -> None:
    """Hand on what is typed, line by line."""
    for line in sys.stdin:
        if stop.is_set():
            return
        events.put(("typed", line))
    events.put(("over", ""))


def _watches(events: queue.Queue[tuple[str, str]], path: Path, stop: threading.Event) -> None:
    """Say when the case, or a file of the same name beside it (its opinions), is saved."""
    try:
        from watchfiles import watch
    except ImportError:
        _polls(events, path, stop)
        return
    for changes in watch(path.resolve().parent, stop_event=stop, debounce=300, recursive=False, raise_interrupt=False):
        if any(Path(name).name.split(".")[0] == path.name.split(".")[0] for _, name in changes) and path.is_file():
            events.put(("saved", ""))


def _polls(events: queue.Queue[tuple[str, str]], path: Path, stop: threading.Event, every: float = 0.5) -> None:
    """The same without the library `watchfiles`: look at the case file twice a second."""
    seen = _stamp(path)
    while not stop.wait(every):
        now = _stamp(path)
        if now != seen and now is not None:
            events.put(("saved", ""))
        seen = now or seen


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
