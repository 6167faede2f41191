"""A record played again with the case and the judges as they are now, and in words what has changed since."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.fingerprint import prose_hash, structure_hash
from moot.errors import InvalidMove, MootError, MoveError, RecordError, UnknownName
from moot.files.folders import is_there
from moot.files.library import list_cases, load_bench, load_case
from moot.files.records import Header, RecordData, judge_hash, same_words, words_hash
from moot.round import moves
from moot.round.draw import heat_of
from moot.round.moves import Move, parse_move
from moot.round.round import Round
from moot.sitting.renaming import as_named_now, once_called

__all__ = ["Benches", "Say", "replay", "replayed"]

Say = Callable[[str], None]

Benches = dict[tuple[str, tuple[str, ...]], tuple[Bench, bool]]
"""Benches that were loaded for a record, for those who replay many records: by name and judges."""


def _silent(line: str) -> None:
    """Say nothing."""


def replay(
    data: RecordData,
    case: str | os.PathLike[str] | Case | None = None,
    say: Say = _silent,
    benches: Benches | None = None,
) -> Round:
    """The round of a record, played again as far as its moves agree with the case and the judges as they are now.

    A move whose words have changed is not made: the replay stops before it, unless just one other answer of the question
    (or point of that side, or question) says the words that were said, and then that is made instead. A point or a question
    that was only reworded is made with its new words. ``say`` gets a line on whatever has changed. ``benches`` keeps what was loaded
    from one record to the next. Raises :class:`~moot.errors.RecordError`, and what loading a case or a bench raises.
    """
    round, stopped = replayed(data, case, say, benches)
    if stopped:
        say(stopped)
    return round


def replayed(
    data: RecordData,
    case: str | os.PathLike[str] | Case | None = None,
    say: Say = _silent,
    benches: Benches | None = None,
) -> tuple[Round, str]:
    """The same, with what is to be said of the move that no longer stands; empty where all of them do.

    Raises ``RecordError`` for a record of another case, and what :func:`replay` raises.
    """
    header = data.header
    value = _case_of(header, case)
    if not once_called(value, header.case):
        raise RecordError(f"{data.path} is a record of {header.case}, not of {value.id}")
    heat_of(header.heat)
    bench, named = _seated(header, benches)
    round = Round(value, bench, seed=header.seed, format=header.argument, heat=header.heat)
    same = structure_hash(value) == header.structure
    if data.damage:
        say(
            f"{data.damage}. The sitting goes on from move {len(data.moves)}, the last before it; "
            f"the file as it is will be kept as {data.path.name}.damaged when you make a move."
        )
    if data.torn:
        say(f"The last line of {data.path} is damaged or cut short, and is left out.")
    filled = 0
    moved: dict[str, str] = {}
    for number, (move, words) in enumerate(zip(data.moves, _words(data), strict=True), start=1):
        try:
            said = _as_said(round, move, words, number, say, moved, sure=same)
            filled += _filled_in(round, said)
            round.push(said)
        except MoveError as error:
            return round, _parted(data, round, named=named, number=number, why=error)
    if filled:
        say(_FILLED.format(f"{filled} move{'s' * (filled > 1)}"))
    for line in _changes(data, round, named=named):
        say(f"{line} every move still stands.")
    return round, ""


_FILLED = (
    "{} that this record does not have were filled in, because a bench may now break into a point twice: where it broke in "
    "once or not at all, it passes and counsel goes on."
)

_BETWEEN = (
    ("pass",),
    ("pass", "pass"),
    ("resume",),
    ("resume", "pass"),
    ("pass", "resume"),
    ("pass", "resume", "pass"),
)
"""What may stand between two moves of a record made when a point was said in halves."""


def _filled_in(round: Round, move: Move) -> int:
    """Make the moves that are missing before this one where a point is now said in three stretches; how many they are."""
    if move in round.legal:
        return 0
    for between in _BETWEEN:
        other = round.copy()
        try:
            for each in (*between, move):
                other.push(each)
        except MoveError:
            continue
        for each in between:
            round.push(each)
        return len(between)
    return 0


def _words(data: RecordData) -> tuple[str, ...]:
    return data.words or ("",) * len(data.moves)


class _Reworded(MoveError):
    """The move of the record would now say other words."""


def _as_said(round: Round, text: str, words: str, number: int, say: Say, moved: dict[str, str], *, sure: bool) -> Move:
    """The move that says today what this one said then. Raises ``MoveError``.

    ``moved`` has the ids that questions stand under now, for those asked so far that stand under another.
    """
    try:
        move = parse_move(text)
    except InvalidMove:
        return round.parse(text)
    case = round.case
    move = as_named_now(case, move)
    if isinstance(move, moves.GiveAnswer):
        question, _, letter = move.answer.rpartition(".")
        move = replace(move, answer=f"{moved.get(question, question)}.{letter}")
    if not words and not sure and isinstance(move, moves.GiveAnswer):
        raise _Reworded(
            f"an older version of moot made the record and kept no words, so {move.words} may be another answer now"
        )
    says = words_hash(case, move)
    if not words or says == words:
        return move
    others = same_words(case, move, words, round.speaker)
    if len(others) != 1:
        if (isinstance(move, moves.Plead | moves.Ask) or not says) and not others:
            return move
        found = "several say" if others else "none says"
        what = f"the words of {move.words} have been changed, and {found} what was said then"
        raise _Reworded(what)
    field = {moves.GiveAnswer: "answer", moves.Ask: "question"}.get(type(move), "point")
    other: Move = replace(move, **{field: others[0]})  # type: ignore[arg-type]
    if other.unmeasured not in round.legal:
        raise _Reworded(f"what was said then now stands at {others[0]}, which cannot be said there")
    if isinstance(move, moves.Ask):
        moved[move.question] = others[0]
    say(
        f"Move {number}: the words said as `{move.words}` now stand at `{other.words}`; it goes on with the same words."
    )
    return other


def _parted(data: RecordData, round: Round, *, named: bool, number: int, why: MoveError) -> str:
    """What to say where a move no longer stands: what differs, and how much agrees."""
    kept = f"{number - 1} of {len(data.moves)} moves agree"
    if isinstance(why, _Reworded):
        return f"The case has been edited since this record was made: move {number} no longer stands ({why}). {kept}."
    changes = _changes(data, round, named=named, moves=True)
    if changes:
        return f"{' '.join(change.rstrip(';') + '.' for change in changes)} So move {number} no longer stands ({why}). {kept}."
    return (
        f"Neither the case nor the bench has changed since this record was made, but move {number} cannot be made there ({why}): "
        f"the record is damaged, or another version of moot made it. {kept}."
    )


def _changes(data: RecordData, round: Round, *, named: bool, moves: bool = False) -> list[str]:
    """A clause for each thing that differs from what the record was made with. ``moves``: only what may bar a move."""
    header, found = data.header, []
    if structure_hash(round.case) != header.structure:
        found.append("The structure of the case has been edited since this record was made;")
    if not moves and prose_hash(round.case) != header.prose:
        found.append(
            "The words of the case have been edited since this record was made; it goes on with the new ones, and"
        )
    edited = [
        judge.title
        for judge, before in zip(round.bench.judges, header.judges, strict=False)
        if judge_hash(judge) != before
    ]
    if edited and len(header.judges) == len(header.bench):
        verb = "has" if len(edited) == 1 else "have"
        votes = "" if moves else " votes may differ from those then, but"
        found.append(f"{', '.join(edited)} {verb} been edited since this record was made;{votes}")
    if not named:
        found.append(
            f"The bench `{header.bench_name}` has other judges than when this record was made; those of the record sit;"
        )
    return found


def _case_of(header: Header, case: str | os.PathLike[str] | Case | None) -> Case:
    if isinstance(case, Case):
        return case
    if case is not None:
        return load_case(case)
    here = Path(f"{header.case}.yaml")
    if header.case not in list_cases() and is_there(here):
        return load_case(here)
    return load_case(header.case)


def _seated(header: Header, benches: Benches | None) -> tuple[Bench, bool]:
    """The judges of the record, from those loaded before where there are such."""
    if benches is None:
        return _bench_of(header)
    key = header.bench_name, header.bench
    if key not in benches:
        benches[key] = _bench_of(header)
    return benches[key]


def _bench_of(header: Header) -> tuple[Bench, bool]:
    """The judges of the record, and whether the bench it names still seats just them."""
    named = None
    try:
        named = load_bench(header.bench_name)
    except UnknownName:
        here = Path(f"{header.bench_name}.yaml")
        if "," in header.bench_name or not is_there(here):
            return load_bench(list(header.bench)), True
        try:
            named = load_bench(here)
        except MootError:
            return load_bench(list(header.bench)), True
    except MootError:
        return load_bench(list(header.bench)), False
    if tuple(judge.id for judge in named.judges) == header.bench:
        return named, True
    return load_bench(list(header.bench)), False
