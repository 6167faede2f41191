"""What drawn judges make of drawn cases, as it was: a change of how anybody reasons, credits, joins or explains shows here.

Tests by hand say how it should be, on cases so small that most parts of the weighing meet nothing to do; these say that it is as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from moot.bench import weighing
from moot.bench.conference import confer
from moot.bench.explaining.explain import explain
from moot.bench.explaining.turning import Effect, turning
from moot.bench.noticing import reaction, repeats
from moot.bench.ruling import Ruling
from moot.bench.supposing import suppose
from tests.bench.drawn import bench, case, heard

THIRDS, TIMES = ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11)), range(6)
FEW = ((0, 4), (5, 7), (9, 10))


def rulings(number: int) -> Iterator[Ruling]:
    """The rulings of a case, as often as something else was heard."""
    for time in TIMES:
        yield confer(case(number), bench(number), heard(number, time))


def ruled(number: int) -> Iterator[str]:
    """Judgment, opinions, and how each judge stands."""
    for ruling in rulings(number):
        yield json.dumps(ruling.to_dict())
        yield f"{ruling!r} {ruling.common_ground} {[ruling.in_part(each) for each in ruling.opinions]}"


def explained(number: int) -> Iterator[str]:
    """The explanation of every vote, and what a reader is not shown of it."""
    for ruling in rulings(number):
        for judge in ruling.bench.judges:
            found = explain(ruling.reasonings[judge.id])
            yield str(found)
            yield repr((found.ledger, found.alternatives, found.turns_on, found.sways, found.answers))


def weighed(number: int) -> Iterator[str]:
    """What every argument counts, and what every position has."""
    for ruling in rulings(number):
        for each in ruling.reasonings.values():
            yield repr((each.credit, each.strength, each.closest, each.weighed, each.struck, each.refused))
            yield repr([(str(ref), some.total, some.open, some.best) for ref, some in each.support.items()])
            yield repr([suppose(each, (turn,)) for turn in (("time", "long"), ("aim", "harm"))])


def effect(found: Effect | None) -> str:
    if found is None:
        return "none"
    change = found.change
    return f"{change[:4]} {found.vote} {found.flips} {found.changed} {found.distance} {found.firm}"


def turned(number: int) -> Iterator[str]:
    """What each vote turned on."""
    for ruling in [*rulings(number)][:2]:
        for each in ruling.reasonings.values():
            found = turning(each)
            yield f"{found.side} {found.distance} {found.hinges} {found.order}"
            yield "; ".join(map(effect, (*found.turned, *found.unsaid, found.closest)))


def reacted(number: int) -> Iterator[str]:
    """What each judge lets be seen of every answer."""
    of = case(number)
    for time in TIMES[:2]:
        there = heard(number, time)
        for answer in of.answers.values():
            given = there if answer.id in there.answers else replace_answers(there, answer.id)
            question = of.question_of[answer.id]
            yield repr([reaction(judge, of, question, answer, given) for judge in bench(number).judges])
    for ruling in [*rulings(number)][:2]:
        for each in ruling.reasonings.values():
            yield repr([repeats(each, id) for id in of.arguments])


def replace_answers(there, id: str):
    """The same heard with one answer more."""
    return there._replace(answers=there.answers | {id})


PIECES = tuple(field.name for field in fields(weighing.Weighing))
GOLDEN = Path(__file__).with_name("judged.txt")


def digest(kind: Callable[[int], Iterator[str]], numbers: tuple[int, ...]) -> str:
    """What a function yields for these cases, in a few letters."""
    found = hashlib.blake2b(digest_size=8)
    for number in numbers:
        for line in kind(number):
            found.update(line.encode())
    return f"{kind.__name__} {min(numbers)} to {max(numbers)}: {found.hexdigest()}"


def without(piece: str) -> str:
    """What is weighed and ruled with one piece of the weighing off."""
    shipped = weighing.SHIPPED
    weighing.SHIPPED = replace(shipped, **{piece: False})
    try:
        found = hashlib.blake2b(digest_size=8)
        for number in (1, 4):
            for line in (*ruled(number), *weighed(number)):
                found.update(line.encode())
    finally:
        weighing.SHIPPED = shipped
    return f"without {piece}: {found.hexdigest()}"


def write() -> None:
    """Write the golden text again."""
    lines = [digest(kind, numbers) for kind in (ruled, explained, weighed, reacted) for numbers in THIRDS]
    lines += [digest(turned, numbers) for numbers in FEW] + [without(piece) for piece in PIECES]
    GOLDEN.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def held() -> list[str]:
    """If a line differs and the change is meant: `python scripts/goldens.py`, and compare what the function of that name yields."""
    return GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("numbers", THIRDS)
def test_drawn_judges_rule_as_they_ruled(numbers: tuple[int, ...]) -> None:
    assert digest(ruled, numbers) in held()


@pytest.mark.parametrize("numbers", THIRDS)
def test_drawn_judges_explain_what_they_explained(numbers: tuple[int, ...]) -> None:
    assert digest(explained, numbers) in held()


@pytest.mark.parametrize("numbers", THIRDS)
def test_drawn_judges_weigh_as_they_weighed(numbers: tuple[int, ...]) -> None:
    assert digest(weighed, numbers) in held()


@pytest.mark.parametrize("numbers", THIRDS)
def test_drawn_judges_show_what_they_showed(numbers: tuple[int, ...]) -> None:
    assert digest(reacted, numbers) in held()


@pytest.mark.parametrize("numbers", FEW)
def test_the_votes_of_drawn_judges_turn_on_what_they_turned_on(numbers: tuple[int, ...]) -> None:
    assert digest(turned, numbers) in held()


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_of_the_weighing_can_be_left_out_and_leaves_what_it_left(piece: str) -> None:
    assert without(piece) in held()


def test_no_piece_of_the_weighing_is_without_effect_on_the_drawn_cases() -> None:
    lines = [line.partition(": ") for line in held()]
    told = [digest for what, _, digest in lines if what.startswith("without")]
    assert len(told) == len(set(told)) == len(PIECES)
