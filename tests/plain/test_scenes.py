"""A hypothetical shows what it supposes; in training the reader is told what the rule made of the reply, in an exam not."""

from __future__ import annotations

import moot
from moot.bench.persona import Bench
from moot.case import Manner
from moot.plain.render import transcript
from moot.round.round import Round
from moot.score import ballot
from moot.score.answering import WHOLE, plain_chances
from moot.sitting.events import Answered, Asked, Begun, Reacted, WorkedOut, next_said
from moot.sitting.session import Session
from moot.sitting.words.scenes import scene_text, worked_out

LEWIS = moot.load_case("sacramento-v-lewis")
NINE: Bench = moot.load_bench("lewis-1998")
LINE = (
    "roadmap fourth,standard reserve 0", "plead p-graham", "pass", "ask q-into-the-wall by scalia",
    "answer q-into-the-wall.a", "pass", "sit",
)  # fmt: skip


class Follows:
    """A bench that makes the moves of the line."""

    def choose(self, round: Round):
        return round.parse(LINE[round.ply])


def told(*, hints: bool):
    session = Session(LEWIS, NINE, human=None, judges=Follows(), hints=hints)
    events = session.open()
    while session.round.ply < len(LINE):
        events += session.play(LINE[session.round.ply])
    return session, events, "\n".join(getattr(para, "text", "") for para in transcript(events, session.round))


def test_the_scene_stands_under_the_question_in_every_mode() -> None:
    for hints in (True, False):
        _, _, text = told(hints=hints)
        assert "(Supposed: he meant to do them bodily harm (here, he meant only to catch them).)" in text


def test_what_the_rule_made_of_the_reply_is_told_in_training_only() -> None:
    session, events, text = told(hints=True)
    assert [event.answer for event in events if isinstance(event, WorkedOut)] == ["q-into-the-wall.a"]
    words = worked_out(LEWIS, LEWIS.answers["q-into-the-wall.a"].consequence)
    assert f"({words})" in text
    assert "makes no difference to the rule" in words
    _, events, text = told(hints=False)
    assert not any(isinstance(event, WorkedOut) for event in events)
    assert words not in text
    reacted = next(event for event in events if isinstance(event, Reacted))
    assert (reacted.judge, reacted.kind) == ("scalia", "undistinguished")
    assert session.round.problems() == []


def test_a_look_between_a_point_and_a_question_does_not_make_the_point_whole_again() -> None:
    """A point broken into is told by half; a look that came between once made it whole."""
    events = [
        Begun(1, "petitioner", "p-graham"),
        Reacted(1, "scalia", "repeated", "Yes."),
        Asked(2, "scalia", "q-into-the-wall", True),
    ]
    assert isinstance(next_said(events, 0), Asked)
    assert next_said(events, 2) is None
    assert isinstance(next_said(events[:2], 0, events[2]), Asked)


def test_a_question_without_a_scene_supposes_nothing() -> None:
    assert scene_text(LEWIS, LEWIS.questions["q-passenger"]) == ""
    assert all(scene_text(LEWIS, question) for question in LEWIS.questions.values() if question.scene)


def test_the_ballot_says_how_a_reply_failed() -> None:
    session, events, _ = told(hints=False)
    assert any(isinstance(event, Answered) for event in events)
    lost = [loss.why for item in ballot(session.round, moot.Side.PETITIONER).items for loss in item.losses]
    assert (
        "a hypothetical: the reply distinguishes by what makes no difference to the rule; a better answer was offered"
        in lost
    )


def test_a_loss_on_the_ballot_read_like_praise() -> None:
    """Two points off for "a hypothetical: the reply accepts what the rule gives", or for "a direct answer", with no word of a better one."""
    for question in LEWIS.questions.values():
        for answer in question.answers:
            for item, taken, why in plain_chances(LEWIS, answer.id):
                if (
                    item == "answers"
                    and taken < WHOLE
                    and answer.manner in (Manner.DIRECT, Manner.CONCEDE, Manner.MODIFY)
                ):
                    assert why.endswith("; a better answer was offered"), why
