"""The bench's own choice is a function of the seed and the line."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import moot
from moot.case import Purpose
from moot.case.stock import FOLLOW_UPS
from moot.counsel import Novice
from moot.round import moves
from moot.round.asking.asked import asked_so_far
from moot.round.asking.odds import chances, each_chance, odds
from moot.round.dice import Dice
from moot.round.draw import draw, throw
from tests import support as small


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
        groups = chances(round)
        drawn = Counter(str(throw(groups, Dice("often", heat, each))) for each in range(number))
        said = {str(move): float(chance) for move, chance in odds(round)}
        assert abs(sum(said.values()) - 1) < 1e-9
        assert set(drawn) <= set(said)
        # Pearson's test: under the odds, so large a sum comes once in some tens of thousands.
        apart = sum((drawn[move] - number * chance) ** 2 / (number * chance) for move, chance in said.items())
        degrees = len(said) - 1
        assert apart < degrees + 4 * (2 * degrees) ** 0.5 + 10, (heat, apart, degrees)


def test_a_group_that_is_left_out_unread_is_never_the_one_the_throw_falls_on() -> None:
    """The draw passes over questions where the throw is past the most their share can be; the odds look at all of them."""
    left_out = 0
    for heat in ("cold", "hot"):
        round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998"), seed=3, heat=heat)
        while not round.position.decided:
            if round.turn != "bench":
                round.push(Novice(8).choose(round))
                continue
            asked = asked_so_far(round)
            shares = [group.share for group in chances(round)]
            for thrown in range(0, 1000, 3):
                looked_at = [group.share for group in each_chance(round, asked, thrown)]
                assert looked_at == shares[: len(looked_at)]
                assert thrown >= sum(shares) or thrown < sum(looked_at)
                left_out += len(looked_at) < len(shares)
            round.push(draw(round))
    assert left_out


def test_judges_take_stock_when_a_head_is_opened_and_not_at_every_move(monkeypatch) -> None:
    """Every judge who might ask was made to reason about the whole case before each move of the bench."""
    from moot.round.asking import leaning

    weighed = []
    real = leaning.court_of
    monkeypatch.setattr(leaning, "court_of", lambda *given: weighed.append(given[1]) or real(*given))
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998"), seed=1)
    round.play_out(Novice(1), Novice(2))
    opened = sum(isinstance(move, moves.Roadmap | moves.Turn) for move in round.line)
    assert weighed
    assert len(set(weighed)) <= opened + 1  # and once before the rebuttal


def press(case: moot.Case, bench: moot.Bench, seeds: int, **more) -> list[moot.Round]:
    """Sittings in which counsel use their time."""
    found = []
    for seed in range(seeds):
        round = moot.Round(case, bench, seed=seed, **more)
        round.play_out(moot.counsel.Scripted(), moot.counsel.Scripted())
        found.append(round)
    return found


def asks(round: moot.Round) -> list[moves.Ask]:
    return [move for move in round.line if isinstance(move, moves.Ask)]


def test_the_bench_is_as_busy_as_the_real_one() -> None:
    """It asked 8 questions in Lewis at normal heat; the real argument had 41 episodes."""
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    rounds = press(case, bench, 12)
    assert 28 <= sum(len(asks(round)) for round in rounds) / 12 <= 42
    assert len({len(asks(round)) for round in rounds}) > 4
    quick = press(case, bench, 12, format="quick")
    assert 8 <= sum(len(asks(round)) for round in quick) / 12 <= 15


def test_the_first_interruption_comes_within_a_minute_most_often() -> None:
    """A point of two minutes was broken into after one, so the first interruption came after two minutes at the earliest."""
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    first = []
    for round in press(case, bench, 20):
        at = next(n for n, move in enumerate(round.line) if isinstance(move, moves.Ask))
        state, clock = round.positions[at].state, round.positions[at].clock
        first.append((round.rules.allowed_ticks(state) - clock) * 15)
    assert min(first) >= 45
    assert sum(seconds <= 65 for seconds in first) > 10


def test_a_point_is_broken_into_more_than_once() -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    for round in press(case, bench, 3, heat="hot"):
        broken = Counter(
            round.positions[n].state.point
            for n, move in enumerate(round.line)
            if isinstance(move, moves.Ask) and not round.positions[n].state.cut
        )
        assert max(broken.values()) == 2


def test_stock_questions_are_never_more_than_a_fifth_of_what_is_asked() -> None:
    """And with the follow-ups that the engine makes never more than a third."""
    for id in ("first-argument", "washington-v-glucksberg", "atwater-v-lago-vista", "wilson-v-layne"):
        case = moot.load_case(id)
        for round in press(case, moot.load_bench(case.bench), 5, heat="hot"):
            made = [kind for move in asks(round) if (kind := case.questions[move.question].stock)]
            assert sum(kind not in FOLLOW_UPS for kind in made) * 5 <= len(asks(round))
            assert len(made) * 3 <= len(asks(round))


def threads(round: moot.Round) -> list[int]:
    """How many questions were put at each interruption before counsel went on."""
    found: list[int] = []
    for move, before in zip(round.line, round.positions, strict=False):
        if isinstance(move, moves.Ask):
            found[-1:] = [found[-1] + 1] if before.state.cut and found else [*found[-1:], 1]
    return found


def test_threads_go_on_for_three_to_five_questions() -> None:
    """Four threads in five were one question long, and most answers had no follow-up."""
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    lengths = [length for round in press(case, bench, 12) for length in threads(round)]
    assert max(lengths) in (4, 5)
    assert sum(length > 1 for length in lengths) > 0.4 * len(lengths)
    assert sum(length for length in lengths if length >= 3) > 0.25 * sum(lengths)


def test_counsel_is_asked_once_for_the_rule_on_one_issue() -> None:
    """Three minutes apart Justice Ginsburg put the same rule back to the same counsel twice."""
    case = moot.load_case("wilson-v-layne")
    for round in press(case, moot.load_bench(case.bench), 6, heat="hot"):
        put = Counter(
            (case.point_of[question.id].side, issue.id)
            for move in asks(round)
            if (question := case.questions[move.question]).stock in ("rule", "then")
            for issue in case.issues
            if issue.question in question.text
        )
        assert put
        assert set(put.values()) == {1}


def test_a_judge_comes_back_only_to_what_was_said() -> None:
    case = moot.load_case("wilson-v-layne")
    seen = 0
    for seed in range(30):
        round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
        round.play_out(Novice(seed), Novice(seed + 50))
        for n, move in enumerate(round.line):
            if isinstance(move, moves.Ask) and (said := case.questions[move.question].returns_to):
                seen += 1
                assert round.positions[n].heard.answers & set(said)
    assert seen


def test_a_question_really_asked_is_put_by_who_asked_it() -> None:
    """Justice Stevens might put a question that Justice Scalia had put."""
    case, bench = moot.load_case("washington-v-glucksberg"), moot.load_bench("lewis-1998")
    put = [
        (case.questions[move.question].asked_by, move.by)
        for round in press(case, bench, 6)
        for move in asks(round)
        if case.questions[move.question].asked_by
    ]
    assert len(put) > 10
    assert all(by in asked_by for asked_by, by in put)


def test_a_judge_who_leans_presses_the_side_they_stand_against() -> None:
    from decimal import Decimal

    from moot.round.asking.leaning import EVEN, pressing

    plain = small.judge("j")
    assert pressing(plain, True) == pressing(plain, False) == EVEN
    leaning = replace(plain, lean=Decimal("1.8"))
    assert pressing(leaning, True) > EVEN > pressing(leaning, False)


def test_eligibility_never_looks_at_leanings() -> None:
    from decimal import Decimal

    from moot.round.asking.eligible import may_ask

    case = small.case()
    plain = small.bench(small.judge("j"))
    leaning = small.bench(replace(small.judge("j"), lean=Decimal(5), opens=0))
    assert may_ask(case, plain) == may_ask(case, leaning)


def test_counsel_was_held_to_one_concession_by_two_judges_in_the_same_words() -> None:
    """In Brower Justice Scalia asked what was left after a concession, and Justice Kennedy came back to it with the same question."""
    case = moot.load_case("brower-v-inyo")
    bench = moot.load_bench(case.bench)
    pressed = 0
    for seed in range(100, 160):
        round = moot.Round(case, bench, seed=seed)
        round.play_out(moot.counsel.Scripted(), moot.counsel.Scripted())
        asked = [case.questions[move.question] for move in round.line if isinstance(move, moves.Ask)]
        about = Counter(
            source
            for each in asked
            for source in (
                {said.rpartition(".")[0] for said in each.returns_to}
                or ({each.id.partition(".")[2]} if each.stock in ("press", "stands") else set())
            )
        )
        pressed += sum(about.values())
        assert all(many == 1 for many in about.values()), (seed, about)
    assert pressed
