"""The review of a sitting against a search of the test's own, and what it promises."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

import moot
from moot.case import Answer, Argument, Manner, Modality, Purpose, Side
from moot.round.asking.odds import odds
from moot.score.ballot import ballot
from moot.study.alternatives import votes_for
from moot.study.review import Effort, MoveClass, Review, ReviewRun, review
from moot.study.review.classes import accuracy, classify, move_accuracy
from moot.study.review.values import Figure
from tests.support import PETITIONER, RESPONDENT, answer, bench, case, judge, point, question, ref

QUICK = Effort(futures=6, more=6)
EXACT = Effort(futures=6, more=6, budget=10**6)
SAMPLED = Effort(futures=24, more=24, budget=0)


def _argued(id: str, side: Side, urges: str, strength: int, manner: Manner = Manner.DIRECT) -> Answer:
    argument = Argument(id, side, Modality.DOCTRINAL, (ref(urges),), strength)
    return answer(id, manner, argument=argument)


def _small() -> moot.Case:
    """One head a side, a question on each point; what petitioner answers can win or lose the case."""
    first = question(
        "q1",
        _argued("q1.a", PETITIONER, "merits.yes", 5),
        answer("q1.b", Manner.EVADE),
        _argued("q1.c", PETITIONER, "merits.no", 3, Manner.CONCEDE),
        purpose=Purpose.CRITICISM,
    )
    second = question("q2", _argued("q2.a", RESPONDENT, "merits.no", 4), answer("q2.b", Manner.EVADE))
    return case(
        point("p1", PETITIONER, "pa", strength=2, questions=(first,)),
        point("p2", PETITIONER, "pa", strength=1),
        point("r1", RESPONDENT, "ra", "merits.no", strength=3, questions=(second,)),
    )


JUDGES = bench(
    judge("one", 1, chief=True, doctrinal=3),
    judge("two", 2, doctrinal=1),
    judge("three", 3, held={"self-government": 2}),
)


def _sitting(seed: int, petitioner: object = None) -> moot.Round:
    round = moot.Round(_small(), JUDGES, seed=seed)
    round.play_out(petitioner or moot.counsel.Novice(seed), moot.counsel.Scripted())  # type: ignore[arg-type]
    return round


def _plain_value(round: moot.Round, side: Side) -> tuple[float, float]:
    """Backward induction as the definition says it, in the plainest way."""
    if round.turn is None:
        return len(votes_for(round, round.position.heard, side)) / len(round.bench.judges), float(
            ballot(round, side).total
        )
    found = []
    if round.turn == moot.BENCH:
        ways = [(move, float(chance)) for move, chance in odds(round)]
    elif round.turn is side:
        ways = [(move, 1.0) for move in list(round.legal)]
    else:
        ways = [(moot.counsel.Scripted().choose(round), 1.0)]
    for move, chance in ways:
        other = round.copy()
        other.push(move)
        one, points = _plain_value(other, side)
        found.append((one * chance, points * chance))
    pick = max if round.turn is side else sum
    return pick(one for one, _ in found), pick(points for _, points in found)


@pytest.mark.parametrize("seed", range(4))
def test_on_a_small_case_the_review_is_the_exhaustive_search(seed: int) -> None:
    round = _sitting(seed)
    found = review(round, effort=EXACT)
    assert found.exact
    assert found.moves
    for each in found.moves:
        before = moot.Round.from_line(round.case, round.bench, round.line[: each.ply - 1], seed=seed)
        best, best_ballot = _plain_value(before, PETITIONER)
        for other in each.alternatives:
            after = before.copy()
            after.push(other.move)
            value, points = _plain_value(after, PETITIONER)
            assert other.value.mean == pytest.approx(value)
            assert other.regret.mean == pytest.approx(best - value)
            assert other.ballot_regret.mean == pytest.approx(best_ballot - points)
        assert len(each.alternatives) == len(before.legal)


@pytest.mark.parametrize("seed", range(6))
def test_an_estimate_lies_near_the_exhaustive_search_and_never_calls_a_best_move_a_fault(seed: int) -> None:
    round = _sitting(seed)
    exact, told = review(round, effort=EXACT), review(round, effort=SAMPLED)
    assert not told.exact
    for sure, guess in zip(exact.moves, told.moves, strict=True):
        assert sure.ply == guess.ply
        assert guess.regret.mean == pytest.approx(sure.regret.mean, abs=0.12)
        assert guess.regret.low - 0.03 <= sure.regret.mean
        if sure.cls is MoveClass.BEST:
            assert not guess.cls.fault


def test_the_best_move_is_never_a_fault_and_a_given_away_case_is() -> None:
    sittings = map(_sitting, range(40))
    away = next(each for each in sittings if "answer q1.c" in map(str, each.line))
    found = review(away, effort=EXACT)
    given = next(each for each in found.moves if each.move == "answer q1.c")
    assert given.cls.fault
    assert given.best.move == "answer q1.a"
    assert given.same_sitting is not None
    assert given.same_sitting[1] > given.same_sitting[0]
    assert found.best_votes == given.same_sitting[1]
    assert "answer q1.a" in found.best_line
    for each in found.moves:
        assert each.best.regret.mean == 0
        assert classify(each.best.regret) is MoveClass.BEST


def test_the_best_line_stands_on_the_engine() -> None:
    for seed in range(12):
        found = review(_sitting(seed), effort=EXACT)
        if found.best_line:
            again = moot.Round.from_line(_small(), JUDGES, found.best_line, seed=seed)
            assert again.position.decided
            assert found.best_votes == len(votes_for(again, again.position.heard, PETITIONER))


def test_the_same_record_gives_the_same_review_on_any_executor() -> None:
    round = _first()
    alone = _reviewed()
    with ThreadPoolExecutor(2) as pool:
        shared = review(round, effort=QUICK, executor=pool)
    assert shared == alone
    assert round.line == _first().line


@cache
def _first() -> moot.Round:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench), seed=3)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Scripted())
    return round


@cache
def _reviewed() -> Review:
    return review(_first(), effort=QUICK)


def test_every_choice_of_the_side_is_reviewed_once_and_nothing_else() -> None:
    round, found = _first(), _reviewed()
    plies = [each.ply for each in found.moves]
    assert plies == sorted(set(plies))
    for each in found.moves:
        before = round.positions[each.ply - 1]
        assert not before.state.bench
        assert round.rules.side(before.state) is PETITIONER
        assert str(round.line[each.ply - 1]) == each.move
    assert found.complete


def test_figures_are_within_their_intervals_and_classes_follow_them() -> None:
    for each in _reviewed().moves:
        for other in each.alternatives:
            for figure in (other.value, other.ballot, other.regret):
                assert figure.low <= figure.mean + 1e-9
                assert figure.mean <= figure.high + 1e-9
            assert other.regret.mean >= 0
        assert each.cls is classify(each.regret)
        assert any(other.right for other in each.alternatives)


def test_leaning_ends_where_the_votes_are() -> None:
    found = _reviewed()
    assert len(found.leaning) == _first().ply + 1
    assert found.leaning[-1] == found.votes
    if found.turning_point is not None:
        at = found.turning_point
        assert (at.before, at.after) == (found.leaning[at.ply - 1], found.leaning[at.ply])


def test_what_was_done_when_it_is_stopped_is_kept() -> None:
    run = ReviewRun(_first(), effort=QUICK)
    with pytest.raises(ValueError, match="nothing has been reviewed"):
        run.result()
    for number, _ in enumerate(run.steps()):
        if number == 8:
            break
    found = run.result()
    assert not found.complete
    assert found.moves


def test_it_is_plain_values() -> None:
    found = _reviewed().to_dict()
    assert json.loads(json.dumps(found)) == found
    assert set(found) >= {"par", "moves", "turning_point", "missed_chances", "best_line", "accuracy", "exact"}


def test_accuracy_is_the_published_formula() -> None:
    assert move_accuracy(0) == 100
    assert move_accuracy(0.2) == pytest.approx(103.1668 * 2.718281828 ** (-0.04354 * 20) - 3.1669, abs=0.01)
    assert accuracy([], []) is None
    assert accuracy([100.0] * 12, [5.0] * 12) == pytest.approx(100)
    mixed = accuracy([100.0, 20.0] * 6, [5.0] * 12)
    assert mixed is not None
    assert 20 < mixed < 60.1
    at_stake = accuracy([100.0, 20.0], [0.0, 12.0])
    assert at_stake is not None
    assert at_stake < mixed


def test_classes_are_cut_where_the_page_says() -> None:
    cuts = {0.0: "best", 0.02: "excellent", 0.05: "good", 0.1: "inaccuracy", 0.2: "mistake", 0.21: "blunder"}
    assert {cut: str(classify(Figure.of(cut))) for cut in cuts} == cuts


def test_an_unfinished_record_is_reviewed_as_far_as_it_goes() -> None:
    round = _first().copy()
    while not round.position.decided and round.ply:
        round.pop()
    part = moot.Round.from_line(round.case, round.bench, _first().line[:9], seed=3)
    found = review(part, effort=QUICK)
    assert found.votes is None
    assert found.best_line == ()
    assert found.moves
