"""Records that earlier versions wrote still open. One file a version, and the case as it was; none is ever written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.files.records import read_record
from moot.sitting.replaying import replay

HERE = Path(__file__).parent
RECORDS = sorted((HERE / "records").glob("*.jsonl"))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_of_an_earlier_version_opens_whole_on_an_unchanged_case(path: Path) -> None:
    data = read_record(path)
    told: list[str] = []
    round = replay(data, HERE / "records" / "base-case.yaml", told.append)
    assert (round.ply, round.turn, told) == (len(data.moves), None, [])


def test_there_is_a_record_of_the_first_version() -> None:
    assert any(path.stem == "first-version" for path in RECORDS)
