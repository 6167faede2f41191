"""What the bench shows of answers: never praise for a wrong one, a word for the best ones, and lines that fit and do not come round."""

from __future__ import annotations

from collections import defaultdict

import pytest

import moot
from moot.bench.judging.credit import fit
from moot.bench.noticing import reaction
from moot.case import Heard, Manner, Reaction
from moot.counsel import Novice, Scripted
from moot.files.folders import list_cases
from moot.files.loading import load_judge
from moot.round import moves
from moot.score.answering import answer_loss
from moot.sitting.events import Answered, Reacted
from moot.sitting.retelling import retell
from moot.sitting.showing.looks import Looks
from tests import support as small

NINE = ("rehnquist", "stevens", "oconnor", "scalia", "kennedy", "souter", "thomas", "ginsburg", "breyer")
PRAISE = (Reaction.PLEASED, Reaction.CORRECTED, Reaction.MET)
CASES = sorted(list_cases())


def played(seed: int, *, best: bool = False) -> moot.Round:
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
    round.play_out(*((Scripted(), Scripted()) if best else (Novice(seed), Novice(seed + 1))))
    return round


@pytest.mark.parametrize("id", CASES)
def test_no_judge_praises_an_answer_that_loses_most_on_the_ballot(id: str) -> None:
    """A concession that gave the case away, rightly withdrawn from no ground at all, was thanked."""
    case, bench = moot.load_case(id), moot.load_bench("lewis-1998")
    for question in case.questions.values():
        loss = {answer.id: answer_loss(case, answer.id) for answer in question.answers}
        for answer in question.answers:
            if loss[answer.id] > min(loss.values()) and loss[answer.id] == max(loss.values()):
                for judge in bench.judges:
                    look = reaction(judge, case, question, answer, Heard(answers=frozenset({answer.id})))
                    assert look not in PRAISE, (answer.id, judge.id, look)


@pytest.mark.parametrize("id", CASES)
def test_a_worst_answer_is_not_met_with_a_blank_face(id: str) -> None:
    """One in five got no reaction at all."""
    case, judge = moot.load_case(id), load_judge("souter")
    for question in case.questions.values():
        for answer in question.answers:
            if fit(question, answer) < 0:
                assert reaction(judge, case, question, answer, Heard(answers=frozenset({answer.id}))), answer.id


@pytest.mark.parametrize(
    ("kind", "answer", "more"),
    [
        ("doubtful", small.answer("q.a", Manner.DIRECT, worth=-1), {}),
        ("taken", small.answer("q.a", Manner.CONCEDE, worth=-2), {}),
        ("dodged", small.answer("q.a", Manner.DECLINE, worth=-1), {}),
    ],
)
def test_a_wrong_answer_given_straight_is_not_called_a_dodge(kind: str, answer, more) -> None:
    """ "I asked you a question" was said to counsel who had answered it, badly."""
    case = small.case(small.point("p", head="pa", questions=(small.question("q", answer, **more),)))
    found = reaction(small.judge("j"), case, case.questions["q"], answer, Heard(answers=frozenset({"q.a"})))
    assert found == kind


def test_of_two_best_answers_running_one_is_met_with_a_word() -> None:
    seen = 0
    for seed in range(4):
        round = played(seed, best=True)
        looks = Looks(round)
        blank: dict[str, bool] = defaultdict(bool)
        for ply, move in enumerate(round.line, 1):
            if isinstance(move, moves.GiveAnswer):
                look = looks.at(ply)
                turn = round.rules.turn(round.positions[ply - 1].state)
                if look.best:
                    assert not (blank[turn] and look.kind is None)
                    blank[turn] = look.kind is None
                    seen += look.kind is Reaction.MET
    assert seen


def test_a_judge_uses_every_line_before_one_comes_again() -> None:
    """Six of nine Justices had two or three openings and two or three nods in all."""
    for seed in range(3):
        round = played(seed)
        said: dict[tuple[str, Reaction], list[str]] = defaultdict(list)
        events = retell(round)
        for event, before in zip(events[1:], events, strict=False):
            if isinstance(event, Reacted) and isinstance(before, Answered):
                said[event.judge, event.kind].append(event.text)
        assert said
        for lines in said.values():
            assert len(set(lines[:8])) == len(lines[:8])


def test_looking_back_changes_no_look() -> None:
    round = played(2)
    assert retell(round) == retell(round)
    one, other = Looks(round), Looks(round)
    plies = [ply for ply, move in enumerate(round.line, 1) if isinstance(move, moves.GiveAnswer)]
    assert [one.at(ply) for ply in plies] == [other.at(ply) for ply in reversed(plies)][::-1]


@pytest.mark.parametrize("id", NINE)
def test_each_justice_has_eight_openings_and_eight_lines_a_look(id: str) -> None:
    voice = load_judge(id).voice
    assert len(set(voice.address)) >= 8
    for look in Reaction:
        assert len(set(voice.react[look])) >= 8, look
    assert set(voice.asks) >= {
        "authority",
        "record",
        "rule",
        "limit",
        "brief",
        "judgment",
        "return",
        "press",
        "then",
        "stands",
    }


def test_no_two_justices_say_the_same() -> None:
    """In their own manner: a line belongs to one of them, but for a word or two of thanks or assent."""
    said: dict[str, set[str]] = defaultdict(set)
    for id in NINE:
        voice = load_judge(id).voice
        for line in (*voice.address, *(line for lines in voice.react.values() for line in lines)):
            if len(line.split()) > 6:
                said[line].add(id)
    assert {line: ids for line, ids in said.items() if len(ids) > 1} == {}


UNFIT = {
    Reaction.PLEASED: ("text", "record", "principle", "candid", "history", "page", "case"),
    Reaction.DOUBTFUL: ("text", "record", "history", "page", "the court below"),
    Reaction.OVERCLAIM: ("the opinion", "the decision", "the case", "the authority"),
    Reaction.CONTRADICTION: ("your brief", "ten minutes", "a minute ago", "my colleague"),
    Reaction.WRONG: ("record", "page"),
    Reaction.WRONG_PAGE: ("the case", "that case", "decision", "citation"),
}
"""Words that say more than the look does: the line would be wrong of some answers that get it."""


@pytest.mark.parametrize("id", NINE)
def test_no_line_says_more_than_the_look_does(id: str) -> None:
    """ "That is a candid answer" was said of an entry named from the record."""
    react = load_judge(id).voice.react
    found = [
        (look.value, line)
        for look, words in UNFIT.items()
        for line in react[look]
        for word in words
        if word in line.lower()
    ]
    assert found == []
