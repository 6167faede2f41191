"""A scene whose facts the court left undecided has a third outcome: no result of the rule stands against anybody there."""

from __future__ import annotations

import pytest

import moot
from moot.case import Answer, Dial, Manner, Reply, ReplyKind, ReplyOutcome, Rule, Scene
from moot.case.hypotheticals.replies import consequence
from moot.sitting.words.scenes import worked_out

DIALS = {
    "hurry": Dial("hurry", "How fast?", "sudden", ("sudden", "slow"), ("at once", "with time to think")),
    "aim": Dial("aim", "Why?", "arrest", ("arrest", "harm"), ("to arrest", "to hurt")),
}
RULE = Rule(((("aim", ("harm",)),),))
OPEN = Rule(((("hurry", ("slow",)),),))
SCENE = Scene(("fault", "purpose"), (("hurry", "slow"),), (), (("individual-rights", 2),))


def made(reply: Reply | None):
    answer = Answer("q.a", "Yes.", Manner.DIRECT, reply=reply)
    return consequence(SCENE, RULE, DIALS, answer, OPEN)


@pytest.mark.parametrize(
    ("reply", "outcome", "worth"),
    [
        (Reply(ReplyKind.ACCEPT, says=None), ReplyOutcome.LEFT_OPEN, 2),
        (Reply(ReplyKind.ACCEPT, says=False), ReplyOutcome.PRESUMED, 1),
        (Reply(ReplyKind.ACCEPT, says=True), ReplyOutcome.PRESUMED, 1),
        (Reply(ReplyKind.DISTINGUISH, dial="hurry"), ReplyOutcome.DISTINGUISHED, 2),
        (Reply(ReplyKind.MODIFY, rule=Rule(((("hurry", ("sudden",)),),))), ReplyOutcome.GIVEN_AWAY, 0),
        (None, ReplyOutcome.UNANSWERED, None),
    ],
)
def test_what_the_court_left_open_is_neither_met_nor_unmet(reply, outcome, worth) -> None:
    found = made(reply)
    assert (found.outcome, found.worth, found.offense, found.open) == (outcome, worth, (), True)


def test_to_call_a_settled_scene_open_misreads_the_rule() -> None:
    answer = Answer("q.a", "It is open.", Manner.DIRECT, reply=Reply(ReplyKind.ACCEPT, says=None))
    assert consequence(SCENE, RULE, DIALS, answer).outcome is ReplyOutcome.MISREAD


def test_the_game_does_not_announce_a_result_that_the_court_left_open() -> None:
    """In Lewis a long chase on an open road was announced as a violation, which the Court did not hold."""
    case = moot.load_case("sacramento-v-lewis")
    found = case.answers["q-fifteen-minutes.a"].consequence
    assert found is not None
    assert found.open
    assert worked_out(case, found).startswith("The court left open whether due process is violated there.")
