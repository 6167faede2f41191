"""What judges notice in an answer: each thing with its own look, its own line in each voice, and its own price."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.judging.bench_credit import credit_of, credits, half
from moot.bench.judging.credit import LedgerEntry, ledger, repetitions
from moot.bench.judging.reasoning import reason
from moot.bench.noticing import reaction
from moot.bench.persona import Prices
from moot.case import Argument, Attack, Attacking, Heard, Manner, Modality, Purpose, Reaction, Side, Tone
from moot.files.folders import list_judges
from moot.sitting.events import Begun, Reacted
from moot.sitting.session import Session
from tests import support as small

FREE = Prices(0, 0, 0, 0, 0, 0, 0, 0, 0)
HELPFUL = {"purpose": Purpose.SUPPORT, "tone": Tone.HELPFUL}


def costs(answer, prices: Prices, **asked) -> list[LedgerEntry]:
    question = small.question("q", answer, **asked)
    case = small.case(small.point("p", head="pa", questions=(question,)))
    judge = replace(small.judge("j"), prices=prices)
    return list(ledger(judge, case, Heard(answers=frozenset({answer.id})), Side.PETITIONER))


@pytest.mark.parametrize(
    ("what", "price", "answer", "asked"),
    [
        ("a dodge", "evasion", small.answer("q.a", Manner.EVADE), {}),
        ("another question answered", "deflection", small.answer("q.a", Manner.DEFLECT), {}),
        ("a friendly question fought", "unrecognized", small.answer("q.a", Manner.DISTINGUISH), HELPFUL),
        ("a fact outside the record", "outside", small.answer("q.a", outside=("x",)), {}),
        ("a claim too large", "overclaim", small.answer("q.a", overclaims=True), {}),
    ],
)
def test_each_fault_has_its_own_price_and_no_other_price_touches_it(what, price, answer, asked) -> None:
    for worth in (1, 3):
        marks = [entry.marks for entry in costs(answer, replace(FREE, **{price: worth}), **asked) if entry.what == what]
        assert len(marks) == 1
        assert marks[0] in (-worth, -2 * worth)
    everything_else = replace(Prices(*[3] * 9), **{price: 0})
    assert what not in [entry.what for entry in costs(answer, everything_else, **asked)]


def refused_twice(times: int, **more):
    """Petitioner says one theory so many times; one undercut by respondent answers each."""
    mine = [small.point(f"p{n}", head="pa", **more) for n in range(times)]
    undercuts = tuple(Attack(Attacking.UNDERCUT, point.id) for point in mine)
    theirs = small.point("r", Side.RESPONDENT, "ra", "merits.no", attacks=undercuts)
    return small.case(*mine, theirs), Heard(full=frozenset({*(point.id for point in mine), "r"}))


def test_a_refused_theory_costs_from_the_second_time_on() -> None:
    for times in (1, 2, 3, 4):
        case, heard = refused_twice(times)
        judge = replace(small.judge("j"), prices=replace(FREE, repetition=2))
        reasoning = reason(judge, case, heard)
        again = [
            entry
            for entry in ledger(judge, case, heard, Side.PETITIONER, reasoning.refused)
            if entry.what == "a refused theory again"
        ]
        assert [(entry.said, entry.marks) for entry in again] == [(f"p{n}", -2) for n in range(1, times)]
        assert reasoning.credit[Side.PETITIONER] == half(credit_of(-2 * (times - 1), 0))
        assert reasoning.credit[Side.RESPONDENT] == -reasoning.credit[Side.PETITIONER]


def test_a_theory_that_was_accepted_or_only_briefed_is_not_repeated() -> None:
    case, heard = refused_twice(3)
    judge = small.judge("j")
    unanswered = heard._replace(full=heard.full - {"r"})
    assert reason(judge, case, unanswered).refused == ()
    briefed, heard = refused_twice(3, briefed=True)
    once = heard._replace(full=frozenset({"p0", "r"}))
    assert repetitions(briefed, once, reason(judge, briefed, once).refused)[Side.PETITIONER] == []


def test_a_judge_without_a_price_for_it_does_not_mind_hearing_it_again() -> None:
    case, heard = refused_twice(4)
    refused = reason(small.judge("j"), case, heard).refused
    assert credits(replace(small.judge("j"), prices=FREE), case, heard, refused)[Side.PETITIONER] == 0


def test_the_bench_lets_it_be_seen_that_it_has_refused_a_theory_and_hears_it_again() -> None:
    case, _ = refused_twice(2)
    theirs = case.point["r"]
    briefed = replace(theirs, argument=replace(theirs.argument, briefed=True))
    case = replace(case, points=tuple(briefed if point is theirs else point for point in case.points))
    judge = small.judge("j")
    judge = replace(judge, voice=replace(judge.voice, react={"repeated": ("I have that, {counsel}.",)}))
    session = Session(case, small.bench(judge), human=None, heat="cold")
    session.open()
    session.play(next(str(move) for move in session.round.legal))
    first = session.play("plead p0")
    second = session.play("plead p1")
    assert not [event for event in first if isinstance(event, Reacted)]
    assert [(event.kind, event.text) for event in second if isinstance(event, Reacted)] == [
        ("repeated", "I have that, counsel.")
    ]
    assert isinstance(second[0], Begun)


@pytest.mark.parametrize(
    ("kind", "answer", "asked"),
    [
        ("dodged", small.answer("q.a", Manner.EVADE), {}),
        ("dodged", small.answer("q.a", Manner.EVADE), HELPFUL),
        ("deflected", small.answer("q.a", Manner.DEFLECT), {}),
        ("unrecognized", small.answer("q.a", Manner.MODIFY), HELPFUL),
        ("outside", small.answer("q.a", Manner.EVADE, outside=("x",)), {}),
        ("overclaim", small.answer("q.a", overclaims=True), {}),
    ],
)
def test_each_fault_has_its_own_look(kind, answer, asked) -> None:
    case = small.case(small.point("p", head="pa", questions=(small.question("q", answer, **asked),)))
    judge = small.judge("j")
    heard = Heard(answers=frozenset({"q.a"}))
    assert reaction(judge, case, case.questions["q"], case.answers["q.a"], heard) == kind


def test_replies_that_the_rule_does_not_bear_out_have_looks_of_their_own() -> None:
    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench("lewis-1998")
    looks = {
        answer.consequence.outcome.name: reaction(
            bench.judge["souter"], case, question, answer, Heard(answers=frozenset({answer.id}))
        )
        for question in case.questions.values()
        for answer in question.answers
        if answer.consequence is not None and answer.reply is not None and not answer.consequence.offense
    }
    assert looks["MISREAD"] == "misread"
    assert looks["NO_DIFFERENCE"] == "undistinguished"
    assert looks["MODIFIED"] == looks["DISTINGUISHED"] == looks["ACCEPTED"] == "pleased"


def test_every_shipped_judge_has_a_line_for_everything_a_bench_notices() -> None:
    for id in list_judges():
        react = moot.files.loading.load_judge(id).voice.react
        assert set(react) == set(Reaction), id
        assert all(len(lines) >= 2 for lines in react.values()), id


def test_a_judge_does_not_praise_a_good_answer_to_an_end_they_reject() -> None:
    """Praise followed manner alone: "Good. I was hoping somebody would say that", of a plea the judge rejected."""
    speech = Argument("q.a", Side.PETITIONER, Modality.ETHICAL, (small.ref("merits.yes"),), 3)
    answer = small.answer("q.a", argument=speech)
    asked = small.question("q", answer, small.answer("q.b"))
    case = small.case(
        small.point("p", head="pa", questions=(asked,)),
        small.point("r", Side.RESPONDENT, "ra", "merits.no", strength=4),
    )
    said = Heard(answers=frozenset({"q.a"}))
    assert reaction(small.judge("j"), case, asked, answer, said) is Reaction.PLEASED
    assert reaction(small.judge("deaf", ethical=0), case, asked, answer, said) is None
    against = said._replace(full=frozenset({"r"}))
    assert reaction(small.judge("j"), case, asked, answer, against) is None
    plain = asked.answers[1]
    assert reaction(small.judge("j"), case, asked, plain, Heard(answers=frozenset({"q.b"}))) is Reaction.PLEASED
