"""Tells: the exact odds, what counts as a feature, and how few questions say nothing."""

from __future__ import annotations

from itertools import combinations, product

import pytest

import moot
from moot.case import Side
from moot.files.case.read import read_case_text
from moot.study.tells.ballots import RULES, rule_ballots
from moot.study.tells.chance import Draw, expected, odds, tail
from moot.study.tells.features import Feature, features, reasoned
from moot.study.tells.table import End, Tell, best_and_worst
from moot.study.tells.warnings import FEWEST_QUESTIONS, check_tells
from tests.files.pages import HERE, PAGES, examples, run


@pytest.mark.parametrize(
    "draws", [[Draw(3, 1, 1)] * 3, [Draw(4, 2, 1), Draw(3, 1, 2), Draw(4, 1, 3)], [Draw(2, 1, 1), Draw(4, 3, 2)]]
)
def test_the_p_value_is_that_of_every_way_of_naming_the_best(draws) -> None:
    """Counted by brute force: in each question, every set of answers may be the best ones."""
    ways = [
        [sum(place < draw.marked for place in best) for best in combinations(range(draw.offered), draw.best)]
        for draw in draws
    ]
    counts = [sum(hits) for hits in product(*ways)]
    assert expected(draws) == pytest.approx(sum(counts) / len(counts))
    for hits in range(sum(draw.marked for draw in draws) + 2):
        assert tail(draws, hits) == pytest.approx(sum(count >= hits for count in counts) / len(counts))


def test_chance_is_the_mean_share_of_best_answers() -> None:
    assert odds([Draw(4, 1, 1), Draw(2, 1, 1)], 2) == (pytest.approx(0.375), pytest.approx(0.125))


def test_a_feature_that_all_answers_share_says_nothing() -> None:
    case = moot.load_case("first-argument")
    for question in case.questions.values():
        for feature, having in features(case, question):
            assert 0 < len(having) < len(question.answers), feature


def test_your_honor_is_counted_as_one_word() -> None:
    case = moot.load_case("sacramento-v-lewis")
    found = {feature.name for question in case.questions.values() for feature, _ in features(case, question)}
    assert {"your honor", "longest", "first", "distinguish", "echoing the question"} <= found


def test_a_name_alone_is_no_reason() -> None:
    assert not reasoned("Canton v. Harris")
    assert reasoned("Canton, on failure to train. It says nothing of the officer.")
    assert not reasoned("The entry on the three that issued.")


def test_best_and_worst_are_by_the_ballot_with_worth() -> None:
    case = moot.load_case("sacramento-v-lewis")
    ends = best_and_worst(case, case.questions["q-why-not-immunity"])
    assert ends == {
        End.BEST: {"q-why-not-immunity.b", "q-why-not-immunity.c"},
        End.WORST: {"q-why-not-immunity.a"},
    }


def _with_questions(tmp_path, example: str, many: int):
    """The base case with the first so many questions of an example of M323."""
    whole = examples((PAGES / "M323.md").read_text())[example]
    first, *questions = whole.split("\n- id: ")
    return run("\n- id: ".join([first, *questions[:many]]) + "\n", tmp_path)


def test_a_few_questions_with_the_best_answer_first_are_not_called_a_tell(tmp_path) -> None:
    found = [problem for problem in _with_questions(tmp_path, "broken", FEWEST_QUESTIONS - 3) if problem.code == "M323"]
    assert found == []


def test_ten_questions_with_the_best_answer_first_are(tmp_path) -> None:
    said = [problem.message for problem in _with_questions(tmp_path, "broken", 10) if problem.code == "M323"]
    assert any("the answer listed first is the best of its question" in each for each in said), said


def test_what_chance_explains_is_over_the_limit_and_not_sure() -> None:
    """Seven of eleven is 30 points above chance, and chance alone does as much once in twenty-five times."""
    draws = [Draw(3, 1, 1)] * 11
    row = Tell(Feature("place", "first"), End.BEST, 7, 11, *odds(draws, 7), 20)
    assert row.over
    assert not row.sure
    assert row.fails, "a shipped case is held to its limits as they stand"
    word = row._replace(feature=Feature("word", "nothing"))
    assert word.over
    assert not word.fails


def test_the_base_case_is_too_small_to_be_told_anything() -> None:
    case, _ = read_case_text((HERE / "base-case.yaml").read_bytes(), "base-case.yaml")
    assert case is not None
    assert check_tells(case) == []


def test_the_ballot_of_random_answers_does_not_differ_from_itself() -> None:
    case = moot.load_case("first-argument")
    rows = rule_ballots(case, moot.load_bench(case.bench), range(3))
    assert {(row.side, row.rule) for row in rows} == {(side, rule) for side in Side for rule in RULES}
    same = [row for row in rows if row.rule == "random"]
    assert all(row.difference.mean == 0 and not row.over for row in same)
    assert all(0 <= row.mean <= 100 for row in rows)


def test_first_and_last_are_measured_in_the_order_that_the_player_is_shown() -> None:
    """The rules went by the order of the file, which nobody sees: always-first was past its limit where no player could use it."""
    from moot.round import moves
    from moot.round.offered import answers_offered
    from moot.sitting.showing.choices import choices
    from moot.study.tells.ballots import Ruled

    case = moot.load_case("atwater-v-lago-vista")
    asked = [
        root.id for point in case.points_under[case.heads_of[moot.Side.PETITIONER][0].id] for root in point.questions
    ]
    point = case.point_of[asked[0]]
    heads = ",".join(head.id for head in case.heads_of[moot.Side.PETITIONER][:2])
    line = (f"roadmap {heads} reserve 0", f"plead {point.id}", f"ask {asked[0]}")
    first = set()
    for seed in range(20):
        round = moot.Round.from_line(case, moot.load_bench(case.bench), line, seed=seed)
        shown = [choice.move for choice in choices(round)]
        assert list(answers_offered(round)) == shown
        assert Ruled("first", seed).choose(round) == shown[0]
        assert Ruled("last", seed).choose(round) == shown[-1]
        first.add(shown[0])
    assert len(first) > 1
    assert moves.GiveAnswer(case.questions[asked[0]].answers[0].id) in first
