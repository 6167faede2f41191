"""The historical line as one text: moves between semicolons."""

from __future__ import annotations

import re
from typing import Final

from moot.files.case.short.values import listed
from moot.files.case.short.writing import Writing, maps
from moot.files.yaml.values import Map, Seq, Value, Where

__all__ = ["write_line"]

_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MOVES = ("roadmap", "plead", "ask", "answer", "turn")
_BARE = frozenset({"pass", "resume", "sit"})
_ANSWERED = re.compile(rf"({_ID})\.({_ID})(\sby\s{_ID})?")
_ALL_HEADS = re.compile(r"roadmap(\sreserve\s.*)?")
_MOST = 3
"""How many heads a roadmap announces."""


def write_line(writing: Writing, case: Map, said: str, at: Where) -> Seq:
    """`q-why.b by souter` asks and answers, and a point alone is pleaded.

    A roadmap without heads announces all of its side, in their order; `turn` alone goes on to the next that was announced.
    """
    moves: list[Value] = []
    sides = iter(("petitioner", "respondent"))
    announced: list[str] = []
    for part in re.split(r"[;\n]", said):
        move = " ".join(part.split())
        answered, all_heads = _ANSWERED.fullmatch(move), _ALL_HEADS.fullmatch(move)
        if move.startswith("roadmap"):
            side = next(sides, "")
            if all_heads is not None:
                move = f"roadmap {','.join(_heads(writing, case, side, at))}{all_heads[1] or ''}"
            announced = move.split(" ")[1].split(",")[1:] if " " in move else []
        elif move.startswith("turn "):
            announced = [head for head in announced if head != move[5:]]
        elif move == "turn":
            if not announced:
                writing.tell(at, "`turn` names no head, and none that was announced is left", "write `turn HEAD`")
                continue
            move = f"turn {announced.pop(0)}"
        if answered is not None:
            moves += [f"ask {answered[1]}{answered[3] or ''}", f"answer {answered[1]}.{answered[2]}"]
        elif move and move not in _BARE and move.split(" ")[0] not in _MOVES:
            moves.append(f"plead {move}")
        elif move:
            moves.append(move)
    return listed(moves, at)


def _heads(writing: Writing, case: Map, side: str, at: Where) -> list[str]:
    """The heads of a side, where a roadmap can announce all of them."""
    heads = case.get("heads")
    those = [head for _, head in maps(heads.get(side))] if isinstance(heads, Map) else []
    ids = [str(head.get("id")) for head in those]
    if not ids or len(ids) > _MOST or any("speaker" in head for head in those):
        help = "write them in order, with commas: `roadmap HEAD,HEAD reserve 4`"
        writing.tell(at, "this roadmap names no heads, and which are meant is not clear", help)
        return ["?"]
    return ids
