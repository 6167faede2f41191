"""What the draw reads of the line is kept with the round, move by move; it is what reading the whole line again gives."""

from __future__ import annotations

import moot
from moot.round import moves
from moot.round.asking.asked import asked_so_far
from moot.round.dice import Dice
from moot.round.draw import draw

LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")


def throws(dice: Dice) -> list[int]:
    unthrown = dice.then()
    return [unthrown.below(1000) for _ in range(40)]


def test_what_is_kept_is_what_the_line_says_also_after_moves_are_taken_back() -> None:
    """Kept counts must not outlive the moves that made them, in the round or in a copy of it."""
    for seed in range(6):
        dice = Dice("asked", seed)
        round = moot.Round(LEWIS, NINE, seed=seed)
        while legal := list(round.legal):
            round.push(legal[dice.below(len(legal))])
            asked_so_far(round)
            if dice.below(5) == 0:
                for _ in range(1 + dice.below(min(4, round.ply))):
                    round.pop()
            other = round.copy()
            fresh = moot.Round.from_line(LEWIS, NINE, round.line, seed=seed)
            for mine in (asked_so_far(round), asked_so_far(other)):
                again = asked_so_far(fresh)
                assert mine[1:] == again[1:]
                assert throws(mine.dice) == throws(again.dice)
            if round.turn == "bench":
                assert draw(round) == draw(fresh)
            assert round.notation == fresh.notation == tuple(str(move) for move in round.line)


def test_questions_are_counted_by_turn_and_by_judge() -> None:
    round = moot.Round(LEWIS, NINE, seed=4)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    while round.position.decided or round.turn != "bench":
        round.pop()
    asks = [move for move in round.line if isinstance(move, moves.Ask)]
    found = asked_so_far(round)
    assert found.total == len(asks)
    assert found.turn == sum(found.by.values()) <= found.total
    assert found.name == round.rules.turn(round.position.state)


def test_dice_with_a_longer_key_are_those_of_the_whole_key() -> None:
    """A key that is hashed on from where it stood gives the same throws, also past the first refill."""
    grown = Dice("bench", 7).then("plead p", "ask q").then("answer q.a")
    whole = Dice("bench", 7, "plead p", "ask q", "answer q.a")
    assert [grown.below(10**9) for _ in range(30)] == [whole.below(10**9) for _ in range(30)]
    assert throws(Dice("a")) != throws(Dice("a", ""))
