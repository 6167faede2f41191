"""The bench's own choice is a function of the seed and the line."""

from __future__ import annotations

from collections import Counter

import moot
from moot.case import Purpose
from moot.counsel import Novice
from moot.round import moves
from moot.round.draw import Dice, draw, odds


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
    for seed in range(240):
        round = moot.Round(case, bench, seed=seed)
        round.play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1))
        for move in round.line:
            if isinstance(move, moves.Ask):
                asked[move.by][case.questions[move.question].purpose] += 1
    held = Counter(question.purpose for question in case.questions.values())

    def apart(one: Counter, declared: dict) -> float:
        mine, theirs = one.total(), sum(declared.values())
        return sum(abs(one[purpose] / mine - declared.get(purpose, 0) / theirs) for purpose in Purpose) / 2

    talkers = [judge for judge in bench.judges if asked[judge.id].total() >= 100]
    assert len(talkers) >= 6
    here = sum(apart(asked[judge.id], judge.purposes) for judge in talkers) / len(talkers)
    supply = sum(apart(held, judge.purposes) for judge in talkers) / len(talkers)
    assert here < 0.8 * supply


def test_draws_come_as_often_as_the_odds_say() -> None:
    """The odds are what an engine of game theory is told; the draw must be of them."""
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    for heat, plies in (("normal", 2), ("hot", 6), ("historical", 2)):
        advocate = moot.counsel.Scripted() if heat == "historical" else Novice(4)
        round = moot.Round(case, bench, heat=heat)
        while round.ply < plies or round.turn != "bench" or len(odds(round)) < 3:
            round.push(draw(round) if round.turn == "bench" else advocate.choose(round))
        number = 3000
        drawn = Counter()
        for seed in range(number):
            round.seed = seed
            drawn[str(draw(round))] += 1
        chances = {str(move): float(chance) for move, chance in odds(round)}
        assert abs(sum(chances.values()) - 1) < 1e-9
        assert set(drawn) <= set(chances)
        # Pearson's test: under the odds, so large a sum comes once in some tens of thousands.
        apart = sum((drawn[move] - number * chance) ** 2 / (number * chance) for move, chance in chances.items())
        degrees = len(chances) - 1
        assert apart < degrees + 4 * (2 * degrees) ** 0.5 + 10, (heat, apart, degrees)


def test_only_the_judges_whose_question_is_thrown_weigh_what_they_heard(monkeypatch) -> None:
    """Every judge who might ask was made to reason about the whole case before each move of the bench."""
    from moot.round import draw as module

    weighed = []
    monkeypatch.setattr(module, "doubt", lambda judge, *rest: weighed.append(judge) or 3)
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998"), seed=1)
    novice, draws = Novice(1), 0
    while round.turn is not None:
        if round.turn == "bench":
            draws += 1
            round.push(draw(round))
        else:
            round.push(novice.choose(round))
    assert 0 < len(weighed) <= draws
