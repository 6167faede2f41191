"""The bench's own choice is a function of the seed and the line."""

from __future__ import annotations

from collections import Counter

import moot
from moot.case import Purpose
from moot.counsel import Novice
from moot.round import moves
from moot.round.draw import Dice


def play(seed: int, heat: str = "normal"):
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    round = moot.Round(case, bench, seed=seed, heat=heat)
    round.play_out(Novice(1), Novice(2))
    return round


def test_the_same_seed_and_line_give_the_same_bench() -> None:
    assert [str(move) for move in play(5).line] == [str(move) for move in play(5).line]
    assert play(5).line != play(6).line


def test_a_hotter_bench_asks_more() -> None:
    asked = {
        heat: sum(isinstance(move, moves.Ask) for seed in range(6) for move in play(seed, heat).line)
        for heat in ("cold", "normal", "hot")
    }
    assert asked["cold"] < asked["normal"] < asked["hot"]


def test_the_historical_heat_asks_only_what_was_really_asked_by_those_who_asked_it() -> None:
    round = play(3, "historical")
    asked = [move for move in round.line if isinstance(move, moves.Ask)]
    assert asked
    for move in asked:
        assert move.by in round.case.questions[move.question].asked_by


def test_dice_are_fair_enough_and_keyed() -> None:
    throws = Counter(Dice("fair", n).below(6) for n in range(6000))
    assert set(throws) == set(range(6))
    assert max(throws.values()) < 1.25 * min(throws.values())
    assert Dice("a", 1).below(10**6) == Dice("a", 1).below(10**6)
    many = Dice("deep")
    assert len({many.below(1000) for _ in range(400)}) > 250


def test_weights_are_kept() -> None:
    picks = Counter(Dice("w", n).pick("ab", [1, 3]) for n in range(4000))
    assert 2.5 < picks["b"] / picks["a"] < 3.6
    assert {Dice("z", n).pick("ab", [0, 1]) for n in range(50)} == {"b"}


def test_over_many_seeds_a_bench_asks_nearer_the_declared_mix_than_the_mix_the_case_holds() -> None:
    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench(case.bench)
    asked = {judge.id: Counter() for judge in bench.judges}
    for seed in range(60):
        round = moot.Round(case, bench, seed=seed)
        round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1))
        for move in round.line:
            if isinstance(move, moves.Ask):
                asked[move.by][case.questions[move.question].purpose] += 1
    held = Counter(question.purpose for question in case.questions.values())

    def apart(one: Counter, declared: dict) -> float:
        mine, theirs = one.total(), sum(declared.values())
        return sum(abs(one[purpose] / mine - declared.get(purpose, 0) / theirs) for purpose in Purpose) / 2

    talkers = [judge for judge in bench.judges if asked[judge.id].total() >= 25]
    assert len(talkers) >= 6
    here = sum(apart(asked[judge.id], judge.purposes) for judge in talkers) / len(talkers)
    supply = sum(apart(held, judge.purposes) for judge in talkers) / len(talkers)
    assert here < 0.8 * supply
