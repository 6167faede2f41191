"""What the room shows of counsel's points: what is taken back or conceded is gone, and is not counted among those left."""

from __future__ import annotations

import pytest

import moot
from moot.case import Case, Concession, ConcessionKind
from moot.sitting.retelling import retell
from moot.sitting.showing.look import view
from tests import support as small

TAKES_BACK = {"retracts": ("p2",)}
CONCEDES = {"concedes": Concession(ConcessionKind.LAW, "That.", ("p2",))}


def answering(**more) -> Case:
    """Petitioner may say p1, p2 and p3 under one head; the answer q1.a to the question on p1 does what it is told."""
    gives = small.answer("q1.a", **more)
    return small.case(
        small.point("p1", small.PETITIONER, "pa", questions=(small.question("q1", gives, small.answer("q1.b")),)),
        small.point("p2", small.PETITIONER, "pa"),
        small.point("p3", small.PETITIONER, "pa"),
        small.point("r1", small.RESPONDENT, "ra", "merits.no"),
    )


@pytest.mark.parametrize("more", [TAKES_BACK, CONCEDES], ids=["taken back", "conceded"])
def test_a_point_that_is_taken_back_or_conceded_is_shown_as_gone_and_not_counted_as_left(more) -> None:
    """The plan could offer it as open, and count it, and no test said so."""
    for answer, left, said in (("q1.a", 1, "gone"), ("q1.b", 2, "open")):
        round = moot.Round(answering(**more), small.bench(small.judge("j")), format="quick")
        for move in ("roadmap pa reserve 1", "plead p1", "ask q1", f"answer {answer}", "pass"):
            round.push(move)
        shown = view(round, retell(round))
        assert shown.points_left == left
        assert [row.state for row in shown.plan if row.title == "Point p2"] == [said]
