"""`moot demo`: the historical line, without asking anything. Nothing is made up where the line does not stand."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from moot.commands.printing import say, say_json
from moot.errors import MootError, RecordError
from moot.files.loading import load_bench, load_case
from moot.files.records import Record, new_header, words_hash
from moot.proof.historical.line import Fault, LineWalk, walk_line
from moot.round.round import Round
from moot.sitting.setup import BOTH, HISTORY, TRAINING, default_case

__all__ = ["historical_walk", "run", "say_fault"]


def run(args: argparse.Namespace) -> int:
    """Play the historical line and print it: transcript, conference, ruling, marks, ballot; keep a record.

    Exit 1 when a move does not stand: what was played before it is printed, and nothing after it.
    """
    walk = historical_walk(args.case or default_case(), args.bench)
    _keep(walk.round, args.case)
    if args.json:
        from moot.report.as_json import sitting

        say_json(sitting(walk.round))
    elif args.ask:
        if not _ask(walk.round):
            return 0
    else:
        _print(walk.round)
    if walk.fault is not None:
        sys.stdout.flush()
        say_fault(walk.fault)
        return 1
    return 0


def historical_walk(name: str, bench: str | None = None) -> LineWalk:
    """The historical line of a case, played before its own bench or the one named.

    Raises :class:`~moot.errors.MootError` when the case has no line. Before another bench, a question whose asker does not
    sit is put by the senior judge who may ask it; that is said on standard error.
    """
    case = load_case(name)
    if case.historical is None or not case.historical.line:
        raise MootError(f"{case.id} has no historical line; try: moot play {case.id}")
    walk = walk_line(case, load_bench(bench or case.bench), substitute=bench not in (None, case.bench))
    if walk.replaced:
        many = "1 question is" if walk.replaced == 1 else f"{walk.replaced} questions are"
        say(f"{many} put by another judge: whoever asked does not sit here, or may not ask.", sys.stderr)
    return walk


def say_fault(fault: Fault) -> None:
    """Say on standard error where the line leaves history, and why."""
    from moot.files.text import clean

    say(f"moot: the historical line does not stand [{fault.code}]: {clean(fault.message, 600)}", sys.stderr)
    say(f"moot: {clean(fault.help, 600)}", sys.stderr)
    say("moot: nothing is played beyond this; see also: moot check", sys.stderr)


def _keep(round: Round, named: str | None) -> None:
    """Write the record of what was played, and say where it is. The demo goes on where none can be written."""
    header = new_header(
        round.case,
        round.bench,
        format=round.format.id,
        seed=round.seed,
        heat=round.heat,
        side=BOTH,
        opponent=HISTORY,
        mode=TRAINING,
    )
    try:
        with Record.create(header) as record:
            record.words_of = lambda move: words_hash(round.case, move)
            for move in round.line:
                record.append(str(move))
    except RecordError as error:
        say(f"moot: no record is kept: {error}", sys.stderr)
        return
    case = f" --case {shlex.quote(named)}" if named is not None and Path(named).suffix else ""
    say(f"record: {record.path}; explain it with: moot why {shlex.quote(str(record.path))}{case}", sys.stderr)


def _ask(round: Round) -> bool:
    """Tell it in episodes, asking before each answer; then the ruling. False where the reader stopped."""
    from moot.commands.sitting.practicing import logged
    from moot.plain.closing import closing
    from moot.plain.page import Page
    from moot.plain.render import opening
    from moot.plain.worked import worked

    page = Page.on(sys.stdout)
    page.put(opening(round))
    if not worked(round, logged()):
        return False
    outcome = round.outcome()
    if outcome is not None:
        page.put(closing(round, outcome.ruling))
    return True


def _print(round: Round) -> None:
    from moot.plain.closing import closing
    from moot.plain.page import Page
    from moot.plain.render import opening, transcript
    from moot.sitting.retelling import retell

    page = Page.on(sys.stdout)
    page.put(opening(round))
    page.put(transcript(retell(round), round))
    outcome = round.outcome()
    if outcome is not None:
        page.put(closing(round, outcome.ruling))
