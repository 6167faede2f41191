"""The order in which choices are offered."""

from __future__ import annotations

import moot
from moot.round import moves
from moot.sitting.showing.choices import choices

CASE, NINE = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
QUESTION = next(question for question in CASE.points[0].questions if len(question.answers) == 4)
OPENING = ("roadmap standard,conduct reserve 0", f"plead {CASE.points[0].id}")


def asked(seed: int, by: str = "") -> moot.Round:
    line = (*OPENING, f"ask {QUESTION.id}{by}")
    return moot.Round.from_line(CASE, NINE, line, seed=seed)


def order(round: moot.Round) -> list[str]:
    return [str(choice.move) for choice in choices(round)]


def test_answers_stand_in_an_order_drawn_from_the_seed_and_the_line() -> None:
    """They stood as in the file: outside Lewis the first was the best one in 54 of 60."""
    orders = {tuple(order(asked(seed))) for seed in range(40)}
    assert len(orders) > 12
    first = {each[0] for each in orders}
    assert first == {f"answer {answer.id}" for answer in QUESTION.answers}
    assert order(asked(3)) == order(asked(3))


def test_who_asked_does_not_move_the_answers() -> None:
    assert order(asked(3)) == order(asked(3, f" by {asked(3).askers(QUESTION.id)[0]}"))


def test_every_answer_is_offered_once() -> None:
    assert sorted(order(asked(5))) == sorted(str(move) for move in asked(5).legal)


def test_points_and_turns_keep_the_order_of_the_file() -> None:
    round = moot.Round.from_line(CASE, NINE, OPENING[:1], seed=4)
    pleaded = [choice.move.point for choice in choices(round) if isinstance(choice.move, moves.Plead)]
    assert pleaded == [point.id for point in CASE.points_under["standard"]]
