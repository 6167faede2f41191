"""The dice are specified in docs/dice.md: the vectors there come from the dice of moot and from dice written from the page."""

from __future__ import annotations

import hashlib
import re

import pytest

from moot.round.dice import Dice
from tests.files.pages import HERE

PAGE = (HERE.parent.parent / "docs" / "dice.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`.+?) \| (below|shuffle).*? \| (.+?) \|$", PAGE, flags=re.MULTILINE)
FACES = re.findall(r"^\| `.+? \| below (\S+), ", PAGE, flags=re.MULTILINE)


class Written:
    """Dice as the page describes them."""

    def __init__(self, *key: object) -> None:
        self.k = "\x1f".join(str(each) for each in key).encode("utf-8")
        self.filled = 0
        self.pool = int.from_bytes(hashlib.blake2b(self.k, digest_size=32).digest(), "big")

    def below(self, n: int) -> int:
        if self.pool < n * 2**64:
            self.filled += 1
            again = self.k + b"\x1e" + str(self.filled).encode()
            self.pool = int.from_bytes(hashlib.blake2b(again, digest_size=32).digest(), "big")
        self.pool, thrown = divmod(self.pool, n)
        return thrown

    def shuffled(self, items: list[str]) -> list[str]:
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in items]


def key(cell: str) -> list[object]:
    return [part.strip("`") if part.startswith("`") else int(part) for part in cell.split(", ")]


@pytest.mark.parametrize("dice", [Dice, Written])
def test_the_vectors_of_the_page_are_what_the_dice_throw(dice) -> None:
    assert len(ROWS) == 4
    faces = iter(FACES)
    for cell, kind, wanted in ROWS:
        thrown = dice(*key(cell))
        if kind == "shuffle":
            assert thrown.shuffled(list("abcdefgh")) == wanted.split()
            continue
        face = next(faces)
        number = 2 ** int(face[2:]) if face.startswith("2^") else int(face)
        assert [thrown.below(number) for _ in wanted.split()] == [int(each) for each in wanted.split()]


def test_a_key_that_grows_throws_as_the_whole_key() -> None:
    assert Dice("bench", 7).then("pass", 3).below(10**18) == Written("bench", 7, "pass", 3).below(10**18)


def test_the_dice_picks_by_weight() -> None:
    for number in range(50):
        throw = Written("weights", number).below(6)
        assert Dice("weights", number).pick("abc", [1, 2, 3]) == "abbccc"[throw]
