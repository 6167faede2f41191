"""A file is written whole or not at all."""

from __future__ import annotations

import os

import pytest

from moot.cli import main
from moot.files.whole import write_whole


@pytest.mark.parametrize("data", ["a \u201cword\u201d\r\n", b"\x00\xff"])
def test_what_is_written_is_read_back(tmp_path, data) -> None:
    path = tmp_path / "kept.json"
    path.write_text("before", encoding="utf-8")
    write_whole(path, data, synced=True)
    assert path.read_bytes() == (data.encode() if isinstance(data, str) else data)
    assert os.listdir(tmp_path) == ["kept.json"]


def test_where_the_write_fails_what_was_there_stays_and_nothing_is_left_beside_it(tmp_path, monkeypatch) -> None:
    path = tmp_path / "kept.json"
    path.write_text("before", encoding="utf-8")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "after", synced=True)
    assert path.read_text(encoding="utf-8") == "before"
    assert os.listdir(tmp_path) == ["kept.json"]


def test_a_starting_file_is_whole_or_not_there(tmp_path, monkeypatch, capsys) -> None:
    """`moot new` wrote in place: a disk that filled up left half a case that could not be written again."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    assert main(["new", "case", "half", "--dir", str(tmp_path)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert os.listdir(tmp_path) == []
