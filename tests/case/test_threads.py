"""Follow-ups that the engine makes where the author wrote none."""

from __future__ import annotations

import pytest

import moot
from moot.bench.judging.credit import fit
from moot.case import Manner, Question
from moot.case.stock import FOLLOW_UPS, LEADS
from moot.files.folders import list_judges
from moot.files.loading import load_judge
from moot.sitting.events import Asked
from moot.sitting.words.spoken import asked_text

CASES = (
    "sacramento-v-lewis",
    "washington-v-glucksberg",
    "wilson-v-layne",
    "atwater-v-lago-vista",
    "first-argument",
)


def made(case: moot.Case) -> list[tuple[Question, str]]:
    """Every follow-up that the engine made, with the answer it follows."""
    return [
        (follow_up, answer.id)
        for question in case.questions.values()
        for answer in question.answers
        for follow_up in answer.follow_ups
        if follow_up.stock
    ]


@pytest.mark.parametrize("id", CASES)
def test_every_case_has_follow_ups_where_its_author_wrote_none(id: str) -> None:
    case = moot.load_case(id)
    found = made(case)
    assert "then" in {question.stock for question, _ in found}
    for question, said in found:
        assert len(case.answers[said].follow_ups) == 1
        worth = [fit(question, answer) for answer in question.answers]
        assert max(worth) > 0 > min(worth), question.id
        assert len({answer.text for answer in question.answers}) == len(question.answers) >= 2


@pytest.mark.parametrize("id", CASES)
def test_a_question_not_answered_is_put_again_with_its_own_answers(id: str) -> None:
    case = moot.load_case(id)
    for question, said in made(case):
        if question.stock == "press":
            before = case.question_of[said]
            assert case.answers[said].manner in (Manner.EVADE, Manner.DEFLECT)
            assert question.text.removeprefix("You have not answered that. ") in before.text
            again = {answer.text for answer in question.answers} & {answer.text for answer in before.answers}
            assert len(again) == len(question.answers) - 1
            assert case.answers[said].text not in again


def test_a_rule_put_back_wrongly_has_to_be_refused() -> None:
    """Were it always put rightly, yes would always be the answer."""
    rightly = []
    for case in map(moot.load_case, CASES):
        for question, said in made(case):
            if question.stock != "then":
                continue
            argument = case.answers[said].argument
            assert argument is not None
            mine = case.issue[argument.urges[0].issue].position(argument.urges[0].position)
            best = max(question.answers, key=lambda answer: fit(question, answer))
            yes = best.text.startswith(("Yes", "It is."))
            plain = mine.text.rpartition("Yes: ")[2].rpartition("No: ")[2]
            assert (plain[1:].strip(".") in question.text) is yes, question.id
            assert (plain[1:].strip(".") in best.text) is not yes, question.id
            rightly.append(yes)
    assert 0.25 < sum(rightly) / len(rightly) < 0.75


def test_another_judge_presses_with_the_name_of_the_judge_who_was_not_answered() -> None:
    case, bench = moot.load_case("wilson-v-layne"), moot.load_bench("lewis-1998")
    press, said = next(
        (question, said)
        for question, said in made(case)
        if question.stock == "press" and not case.question_of[said].when
    )
    first = case.question_of[said]
    point = case.point_of[first.id]
    assert first in point.questions
    heads = [head.id for head in case.heads_of[point.side]]
    heads = [point.head, *(id for id in heads if id != point.head)][:2]
    line = [f"roadmap {','.join(heads)} reserve 0", f"plead {point.id}"]
    if point.side is moot.Side.RESPONDENT:
        other = [head.id for head in case.heads_of[moot.Side.PETITIONER]][:2]
        line = [f"roadmap {','.join(other)} reserve 0", "sit", f"roadmap {','.join(heads)}", f"plead {point.id}"]
    round = moot.Round.from_line(case, bench, line, seed=1)
    if f"ask {first.id}" not in {str(move).partition(" by ")[0] for move in round.legal}:
        round.push("pass")
    round.push(f"ask {first.id} by {round.askers(first.id)[0]}")
    asker = round.line[-1].by
    round.push(f"answer {said}")
    other = next(judge for judge in round.askers(press.id) if judge != asker)
    round.push(f"ask {press.id} by {other}")
    text = asked_text(round, Asked(round.ply, other, press.id, False))
    assert text.startswith(f"You have not answered {bench.judge[asker].title}.")
    assert asked_text(round, Asked(round.ply, asker, press.id, False)) != text


def test_a_judge_announced_as_counsels_rule_one_that_was_not() -> None:
    """`Then your rule is this`, of the other side's rule. The words may not say which it is, so in no voice do they announce it."""
    lines = [LEADS["then"], *(line for id in list_judges() for line in load_judge(id).voice.asks.get("then", ()))]
    assert len(lines) > 20
    for line in lines:
        assert line.endswith("?") or any(word in line.split() for word in ("if", "whether")), line


def test_no_other_kind_only_follows_an_answer() -> None:
    case = moot.load_case("sacramento-v-lewis")
    roots = {root.id for point in case.points for root in point.questions}
    for question in case.questions.values():
        if question.stock in FOLLOW_UPS:
            assert question.id not in roots


def test_a_rule_put_back_keeps_the_yes_or_no_that_it_answers_with() -> None:
    """Counsel said "We ask for this one. That depends on facts ..." of a position that reads "No: that depends on facts ..."."""
    case = moot.load_case("brower-v-inyo")
    positions = [
        each.text for issue in case.issues for each in issue.positions if each.text.startswith(("Yes: ", "No: "))
    ]
    seen = 0
    for question, _ in made(case):
        for text in (question.text, *(answer.text for answer in question.answers)) if question.stock == "then" else ():
            for position in positions:
                if position.partition(": ")[2].rstrip(".") in text:
                    seen += 1
                    assert position.rstrip(".") in text
    assert seen
