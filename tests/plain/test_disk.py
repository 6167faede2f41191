"""What cannot be written has not happened."""

from __future__ import annotations

import pytest

import moot
from moot.errors import RecordError
from moot.sitting.session import Session


class FullDisk:
    behind = False

    def append(self, move: str) -> None:
        raise RecordError("the disk is full")

    def undo(self, count: int) -> None:
        raise RecordError("the disk is full")


def test_a_move_that_cannot_be_recorded_is_not_made() -> None:
    session = Session(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"), human=None, recorder=FullDisk())
    session.open()
    before = session.round.position
    with pytest.raises(RecordError, match="disk is full"):
        session.play("roadmap standard,conduct reserve 0")
    assert session.round.position == before
    assert session.round.ply == 0
