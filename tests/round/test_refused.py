"""Why a move is refused, in the words a person reads: each reason where it holds, and the nearest one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.case import Concession, ConcessionKind, Guard, Side
from moot.errors import IllegalMove
from moot.round.moves import Plead
from tests import support as small

LAW = Concession(ConcessionKind.LAW, "It.", ("p2",))
PETITIONER_ONLY = moot.round.formats.one_speaker("alone", "Alone", 60, (0, 2))


def made() -> moot.Case:
    gives = small.answer("q1.a", concedes=LAW)
    return small.case(
        small.point("p1", head="pa", questions=(small.question("q1", gives, small.answer("q1.b")),)),
        small.point("p2", head="pa", questions=(small.question("q2", who=("nobody",)),)),
        small.point("p3", head="pa", when=(Guard("q1.b"),)),
        small.point("p4", head="pb", questions=(small.question("q4"),)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        small.point("s1", Side.RESPONDENT, None, "merits.no", replies_to=("pa",)),
        small.point("b1", replies_to=("r1",)),
    )


def refused(move: str, *line: str, case: moot.Case | None = None) -> str:
    round = moot.Round.from_line(case or made(), small.bench(small.judge("j")), line, format=PETITIONER_ONLY)
    with pytest.raises(IllegalMove) as told:
        round.push(move)
    return str(told.value).partition(": ")[2]


OPEN = ("roadmap pa,pb reserve 2",)
PLED = (*OPEN, "plead p1")
ASKED = (*PLED, "ask q1")


@pytest.mark.parametrize(
    ("line", "move", "reason"),
    [
        ((), "sit", "counsel opens with a roadmap"),
        ((), "plead p1", "counsel opens with a roadmap"),
        ((), "pass", "the bench has had its turn; counsel is to speak"),
        ((), "roadmap pa,pa reserve 0", "announce two or three of your own heads, each once, and a reserve the format allows"),
        ((), "roadmap pa,pb reserve 1", "announce two or three of your own heads, each once, and a reserve the format allows"),
        (OPEN, "roadmap pa,pb reserve 2", "the roadmap has been given"),
        (OPEN, "plead p9", "there is no such point"),
        (OPEN, "plead r1", "that point belongs to the other side"),
        (OPEN, "plead p3", "something it needs has not been said"),
        (OPEN, "plead p4", "it belongs to the head 'pb'; turn to it first"),
        (OPEN, "plead b1", "it is kept for rebuttal"),
        (OPEN, "turn pz", "there is no such head"),
        (OPEN, "turn ra", "that head was not announced, or has been left"),
        (OPEN, "turn pa", "that head was not announced, or has been left"),
        (OPEN, "resume", "no point was broken into"),
        (OPEN, "answer q1.a", "no question is pending"),
        (OPEN, "ask q1", "the bench has had its turn; counsel is to speak"),
        (PLED, "sit", "the bench is to ask or pass"),
        (PLED, "ask q9", "there is no such question"),
        (PLED, "ask q2", "no judge on this bench would ask it"),
        (PLED, "ask q4", "that question does not belong to what was just said"),
        (ASKED, "sit", "a question is pending; answer it first"),
        (ASKED, "answer q4.a", "it does not answer the pending question (q1)"),
        ((*ASKED, "answer q1.b", "pass"), "plead p1", "it has been said"),
        ((*ASKED, "answer q1.a", "pass"), "plead p2", "p2 has been conceded away or taken back, and is worth nothing now"),
        ((*OPEN, "sit"), "plead r1", "counsel opens with a roadmap"),
        ((*OPEN, "sit", "roadmap ra reserve 0"), "plead s1", "it is a reply, and respondent has none in the format `alone`"),
        ((*OPEN, "sit", "roadmap ra reserve 0", "sit"), "plead b1",
         "rebuttal answers what respondent said, and respondent said nothing it replies to"),
        ((*OPEN, "sit", "roadmap ra reserve 0", "sit"), "plead p1", "it belongs to the head 'pa'; turn to it first"),
        ((*OPEN, "sit", "roadmap ra reserve 0", "sit", "sit"), "sit", "the case is decided"),
    ],
)  # fmt: skip
def test_a_move_is_refused_for_the_reason_that_holds(line, move, reason) -> None:
    assert refused(move, *line) == reason


def test_a_point_that_counsel_broke_off_and_conceded_is_not_resumed() -> None:
    case = made()
    gives = replace(LAW, gives_up=("p1",))
    first = case.points[0].questions[0]
    answers = (replace(first.answers[0], concedes=gives), *first.answers[1:])
    point = replace(case.points[0], questions=(replace(first, answers=answers),))
    case = replace(case, points=(point, *case.points[1:]))
    reason = "p1 has been conceded away or taken back, and is worth nothing now"
    assert refused("resume", *ASKED, "answer q1.a", "pass", case=case) == reason


def test_a_move_may_name_who_asks_and_what_it_cost_and_is_still_the_move() -> None:
    round = moot.Round.from_line(made(), small.bench(small.judge("j")), PLED, format=PETITIONER_ONLY)
    assert "ask q1 by j @3" in round.legal
    assert "ask q1 by k" not in round.legal
    assert Plead("p1", ticks=9).unmeasured == Plead("p1")
    with pytest.raises(IllegalMove, match=r"ask q1 by k: k does not sit, or may not ask that"):
        round.push("ask q1 by k")
    round.push("ask q1 by j @3")
    assert (round.clock, round.line[-1].ticks) == (60 - 1 - 1 - 3 - 8, 3)
