"""Records that earlier versions wrote still open. One file a version, and the case as it was; none is ever rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.files.records import read_record
from moot.sitting.replaying import replay
from moot.sitting.setup import resume_session

HERE = Path(__file__).parent
RECORDS = sorted((HERE / "records").glob("*.jsonl"))


FILLED = {"first-version": 5}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_of_an_earlier_version_opens_whole_on_an_unchanged_case(path: Path) -> None:
    data = read_record(path)
    told: list[str] = []
    round = replay(data, HERE / "records" / "base-case.yaml", told.append)
    assert round.turn is None
    # The first version knew one place to break into a point: what is missing at the second is filled in, and said.
    assert round.ply - len(data.moves) == FILLED.get(path.stem, 0)
    assert len(told) == (path.stem in FILLED)
    assert all("5 moves that this record does not have were filled in" in line for line in told)


@pytest.mark.parametrize("size", range(1, 21))
def test_a_record_of_the_first_version_could_be_read_and_not_gone_on_with(tmp_path, size: int) -> None:
    """Where moves were filled in the sitting had more than its record, and `-1 moves cannot be left out`."""
    path = tmp_path / "some.jsonl"
    rows = (HERE / "records" / "first-version.jsonl").read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(rows[: size + 1]))
    before = path.read_bytes()
    session, _ = resume_session(path, HERE / "records" / "base-case.yaml")
    session.open()
    assert path.read_bytes().startswith(before)
    if session.waiting:
        session.play(next(iter(session.round.legal)))
        assert read_record(path).moves == tuple(str(move) for move in session.round.line)
        taken = session.undo()
        assert taken
        assert read_record(path).moves == tuple(str(move) for move in session.round.line)


def test_there_is_a_record_of_the_first_version() -> None:
    assert any(path.stem == "first-version" for path in RECORDS)
