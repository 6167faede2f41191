"""The historical line as one text: moves between semicolons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from moot.case.formats import speaker_of
from moot.files.case.short.writing import Writing, maps
from moot.files.formats.read import named_format
from moot.files.yaml.values import Map, Seq, Value, Where
from moot.round.formats import FORMATS

__all__ = ["write_line", "write_list"]

_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_BARE = frozenset({"pass", "resume", "sit"})
_ANSWERED = re.compile(rf"({_ID})\.({_ID})(\sby\s{_ID})?")
_A_POINT = re.compile(_ID)
_ALL_HEADS = re.compile(r"roadmap(\sreserve\s.*)?")
_MOST = 3
"""How many heads a roadmap announces."""


def write_line(writing: Writing, case: Map, said: str, at: Where) -> Seq:
    """`q-why.b by souter` asks and answers, and a point alone is pleaded.

    A roadmap without heads announces all of its speaker, in their order; `turn` alone goes on to the next that was announced.
    """
    return _written(writing, case, _parts(writing.document.text, said, at))


def write_list(writing: Writing, case: Map, line: Seq) -> Seq:
    """The same of a line that is a list, each of whose moves may be short. What is no text stays as it is."""
    if not all(isinstance(each, str) for each in line):
        return line
    return _written(
        writing, case, [(" ".join(str(each).split()), at) for each, at in zip(line, line.marks, strict=True)]
    )


def _written(writing: Writing, case: Map, parts: Iterable[tuple[str, Where]]) -> Seq:
    moves = Seq(flow=True)
    turns = iter(_turns(writing, case))
    announced: list[str] = []
    for part, here in parts:
        move = part
        answered, all_heads = _ANSWERED.fullmatch(move), _ALL_HEADS.fullmatch(move)
        if move.startswith("roadmap"):
            turn = next(turns, None)
            if all_heads is not None:
                move = f"roadmap {','.join(_heads(writing, turn, here))}{all_heads[1] or ''}"
            announced = move.split(" ")[1].split(",")[1:] if " " in move else []
        elif move.startswith("turn "):
            announced = [head for head in announced if head != move[5:]]
        elif move == "turn":
            if not announced:
                writing.tell(here, "`turn` names no head, and none that was announced is left", "write `turn HEAD`")
                continue
            move = f"turn {announced.pop(0)}"
        if answered is not None:
            made = [f"ask {answered[1]}{answered[3] or ''}", f"answer {answered[1]}.{answered[2]}"]
        elif move not in _BARE and _A_POINT.fullmatch(move):
            made = [f"plead {move}"]
        else:
            made = [move]
        for each in made:
            moves.append(each)
            moves.marks.append(here)
    return moves


def _parts(text: str, said: str, at: Where) -> Iterator[tuple[str, Where]]:
    """The moves of a line that is one text, each with its place: the first place from here on where its words stand in the file."""
    begins = [0, *(each.end() for each in re.finditer(r"\r\n|\r|\n", text))]
    start = begins[at[0] - 1] + at[1] - 1
    for part in re.split(r"[;\n]", said):
        words = part.split()
        if not words:
            continue
        found = re.compile(r"\s+".join(map(re.escape, words))).search(text, start)
        if found is not None:
            start = found.end()
            row = bisect_right(begins, found.start())
            at = (row, found.start() - begins[row - 1] + 1)
        yield " ".join(words), at


class _Turn(NamedTuple):
    """A turn that opens with a roadmap: who speaks, and the heads that are theirs."""

    name: str
    heads: tuple[str, ...]


def _turns(writing: Writing, case: Map) -> list[_Turn]:
    """Every turn that opens with a roadmap, in the order of the format. A speaker without a head does not come to the lectern."""
    opening = _opening(case.get("argument"), writing.document.file)
    heads = case.get("heads")
    found = []
    for side, speaker in opening:
        those = [head for _, head in maps(heads.get(side))] if isinstance(heads, Map) else []
        speakers = max(number for each, number in opening if each == side)
        given = [_speaker(head.get("speaker")) for head in those]
        speaks = speaker_of(given, speakers) if speakers > 1 else [1] * len(those)
        mine = tuple(str(head.get("id")) for head, number in zip(those, speaks, strict=True) if number == speaker)
        if mine or not those:
            found.append(_Turn(f"speaker {speaker} of {side}" if speakers > 1 else side, mine))
    return found


def _opening(argument: Value | None, file: str) -> list[tuple[str, int]]:
    """The side and speaker of each turn that opens with a roadmap; the usual two where the format cannot be read."""
    found: list[tuple[str, int]] = []
    if isinstance(argument, Map):
        found = [
            (str(each.get("side")), _speaker(each.get("speaker")) or 1)
            for _, each in maps(argument.get("segments"))
            if each.get("replies") != "true"
        ]
    elif isinstance(argument, str):
        form = FORMATS[argument] if argument in FORMATS else named_format(argument, file)[0]
        found = [(str(each.side), each.speaker) for each in form.segments if not each.replies] if form else []
    return found or [("petitioner", 1), ("respondent", 1)]


def _speaker(said: Value | None) -> int:
    """The number of a speaker; 0 where none is given that can be read."""
    return int(said) if said in ("1", "2") else 0


def _heads(writing: Writing, turn: _Turn | None, at: Where) -> tuple[str, ...]:
    """The heads that a roadmap announces which names none: all of the speaker's, where that many can be announced."""
    if turn is not None and 0 < len(turn.heads) <= _MOST:
        return turn.heads
    if turn is None:
        said = "this is one roadmap more than the format has turns that open with one"
        help = "delete it; a reply (rebuttal, surrebuttal) has no roadmap"
    else:
        many = f"has {len(turn.heads)} heads, and a roadmap announces at most {_MOST}" if turn.heads else "has no heads"
        said = f"this roadmap names no heads: {turn.name} {many}"
        help = "write those that are announced, in order: `roadmap HEAD,HEAD reserve 4`"
    writing.tell(at, said, help)
    return ("?",)
