"""The page of moves: every notation is one, and its line can be played in the case of the guide."""

from __future__ import annotations

import re
from pathlib import Path

import moot
from moot.round.moves import parse_move
from tests.docs.guide import blocks

PAGE = (Path(__file__).parents[2] / "docs" / "moves.md").read_text(encoding="utf-8")


def test_every_move_of_the_page_is_a_move() -> None:
    shown = re.findall(r"^\| `([^`]+)` \|", PAGE, flags=re.MULTILINE)
    assert [parse_move(text).words.split()[0] for text in shown] == [text.split()[0] for text in shown]
    assert len({type(parse_move(text)) for text in shown}) == len(shown)
    assert len(shown) == 8
    assert parse_move("answer q-wall.a @3").ticks == 3


def test_the_line_of_the_page_reaches_a_ruling_in_the_case_of_the_guide(tmp_path) -> None:
    path = tmp_path / "old-oak.yaml"
    path.write_text("".join(text for language, _, text in blocks() if language == "yaml"), encoding="utf-8")
    (tmp_path / "old-oak.opinion.txt").write_text(next(text for _, name, text in blocks() if name), encoding="utf-8")
    case = moot.load_case(path)
    round = moot.Round(case, moot.load_bench(case.bench), format=case.argument)
    (line,) = re.findall(r"^```text\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    for move in line.splitlines():
        round.push(round.parse(move))
    assert round.outcome() is not None
