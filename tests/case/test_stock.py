"""Stock questions: made from the case's own data, listed after its own questions, seen by everything."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import moot
from moot.bench.judging.credit import fit
from moot.case import Manner, Side
from moot.case.stock import LEADS
from moot.files.case.read import read_case_text
from moot.round.moves import Ask, parse_move
from moot.sitting.events import Asked
from moot.sitting.words.spoken import asked_text

CASES = (
    "sacramento-v-lewis",
    "washington-v-glucksberg",
    "wilson-v-layne",
    "atwater-v-lago-vista",
    "first-argument",
)
BASE = Path(__file__).parents[1] / "files" / "base-case.yaml"


def stock(case: moot.Case) -> list:
    return [question for question in case.questions.values() if question.stock]


@pytest.mark.parametrize("id", CASES)
def test_every_point_has_a_stock_question_and_every_kind_comes_up(id: str) -> None:
    case = moot.load_case(id)
    for point in case.points:
        made = [question for question in point.questions if question.stock]
        assert 1 <= len(made) <= 3
        assert list(point.questions[-len(made) :]) == made
        assert all(question.id == f"stock-{question.stock}.{point.id}" for question in made)
    assert len({question.stock for question in stock(case)} & set(LEADS)) >= 6
    for side in Side:
        kinds = Counter(each.stock for each in stock(case) if case.point_of[each.id].side is side)
        assert len(kinds) >= 4


@pytest.mark.parametrize("id", CASES)
def test_something_turns_on_every_stock_question(id: str) -> None:
    case = moot.load_case(id)
    for question in stock(case):
        worth = [fit(question, answer) for answer in question.answers]
        assert max(worth) > 0, question.id
        assert min(worth) < max(worth), question.id
        assert len({answer.id for answer in question.answers}) == len(question.answers) >= 2
        if question.pick:
            assert [answer.right for answer in question.answers].count(True) == 1
        if question.stock != "return":
            assert all(answer.why for answer in question.answers)
        if question.returns_to:
            assert all(case.side_of(said) is case.point_of[question.id].side for said in question.returns_to)
            assert all(
                case.point_of[said.rpartition(".")[0]] is not case.point_of[question.id] for said in question.returns_to
            )


def test_a_wrong_authority_is_one_that_only_the_other_side_cites() -> None:
    """Another authority of one's own side might be thought as good as the one called right."""
    case = moot.load_case("sacramento-v-lewis")
    cited = {
        side: {cite for each in case.arguments.values() if each.side is side for cite in each.cites} for side in Side
    }
    for question in stock(case):
        if question.stock == "authority":
            side = case.point_of[question.id].side
            assert all(answer.right or answer.picks not in cited[side] for answer in question.answers)


def test_the_right_answer_has_no_place_of_its_own() -> None:
    places = Counter(
        next(n for n, answer in enumerate(question.answers) if answer.right)
        for id in CASES
        for question in stock(moot.load_case(id))
        if question.pick
    )
    assert len(places) >= 3
    assert max(places.values()) < 0.6 * places.total()


def test_a_case_may_do_without_them() -> None:
    text = BASE.read_text()
    without, _ = read_case_text(text, "base-case.yaml")
    with_them, found = read_case_text(text.replace("stock: false", "stock: true"), "base-case.yaml")
    assert without is not None
    assert with_them is not None, found
    assert not stock(without)
    assert stock(with_them)


def test_the_same_file_gives_the_same_ones() -> None:
    one, other = (moot.load_case("first-argument") for _ in range(2))
    assert [each.id for each in stock(one)] == [each.id for each in stock(other)]
    assert stock(one) == stock(other)


def test_their_moves_are_read_and_printed_like_any_other() -> None:
    for text in ("ask stock-rule.p-riot", "ask stock-rule.p-riot by scalia", "answer stock-rule.p-riot.b"):
        assert str(parse_move(text)) == text
    assert parse_move("answer q-riot.b").answer == "q-riot.b"
    assert parse_move("ask stock-rule.p-riot").question == "stock-rule.p-riot"


def test_a_judge_begins_them_in_their_own_words() -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    round = moot.Round(case, bench)
    rule = next(each for each in stock(case) if each.stock == "rule")
    said = {judge.id: asked_text(round, Asked(9, judge.id, rule.id, True)) for judge in bench.judges}
    assert len(set(said.values())) == 9
    asked = case.issue[case.point_of[rule.id].argument.urges[0].issue].question
    assert all(text.endswith(asked) for text in said.values())
    assert any(said["scalia"].startswith(lead) for lead in bench.judge["scalia"].voice.asks["rule"])


def test_a_question_that_comes_back_says_to_what() -> None:
    case = moot.load_case("sacramento-v-lewis")
    for question in stock(case):
        if question.stock != "return":
            continue
        answer = case.answers[question.returns_to[0]]
        if answer.concedes is not None:
            assert "conceded" in question.text
            assert any(answer.id in each.contradicts for each in question.answers)
        else:
            assert case.question_of[answer.id].text in question.text
            assert answer.manner in (Manner.EVADE, Manner.DEFLECT)


def test_the_rules_offer_them_at_the_second_place_to_break_in() -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    head = case.heads_of[Side.PETITIONER][0].id
    other = case.heads_of[Side.PETITIONER][1].id
    point = case.points_under[head][0]
    round = moot.Round.from_line(case, bench, [f"roadmap {head},{other} reserve 0", f"plead {point.id}", "pass"])
    offered = {move.question for move in round.legal if isinstance(move, Ask)}
    assert {question.id for question in point.questions if question.stock} <= offered
