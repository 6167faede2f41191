"""One process at a time has a record open for writing, and a second is told so before it has done anything."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from moot.cli import main
from moot.errors import RecordError
from moot.files.records import Record, read_record, records
from moot.sitting.setup import new_session

OPENS = "import sys; from moot.files.records import Record; kept = Record.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


@pytest.fixture
def path(tmp_path) -> Path:
    """A record of some moves, not open."""
    session, path = new_session("first-argument", "three", format="quick", seed=2, saves=tmp_path)
    session.open()
    session.play(session.round.legal[0])
    session.recorder.close()
    return path


@contextlib.contextmanager
def open_elsewhere(path: Path) -> Iterator[None]:
    """Another process has the record open while this lasts; then it is killed."""
    with subprocess.Popen([sys.executable, "-c", OPENS, path], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield
        finally:
            other.kill()


def refused_elsewhere(path: Path) -> bool:
    """Whether another process cannot open the record."""
    done = subprocess.run([sys.executable, "-c", OPENS, path], input="", capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "is open in another moot" in done.stderr
    return done.returncode != 0


@pytest.mark.parametrize("look", [True, False])
def test_a_second_process_was_told_only_after_it_had_lost_a_move(path, look) -> None:
    before, moves = path.read_bytes(), read_record(path).moves
    with open_elsewhere(path):
        with pytest.raises(RecordError, match="is open in another moot; leave it there first"):
            Record.open(path, look=look)
        assert read_record(path).moves == moves
        assert records(path.parent) == [path]
    assert path.read_bytes() == before
    # The lock went with the process that was killed.
    with Record.open(path) as record:
        record.undo(1)
    assert read_record(path).moves == moves[:-1]


def test_a_sitting_open_elsewhere_gets_one_line_and_can_be_looked_at(path, capsys) -> None:
    with open_elsewhere(path):
        assert main(["play", "--plain", "--resume", str(path)]) == 2
        captured = capsys.readouterr()
        assert captured.err.splitlines()[-1].endswith("leave it there first, or begin another sitting")
        assert main(["replay", str(path)]) == 0


def test_records_of_one_process_share_the_lock_of_a_file(path) -> None:
    one, two = Record.open(path), Record.open(path)
    one.close()
    assert refused_elsewhere(path)
    two.close()
    assert not refused_elsewhere(path)


def test_a_record_deleted_and_written_again_is_locked_again(path) -> None:
    with Record.open(path) as record:
        path.unlink()
        record.undo(1)
        assert refused_elsewhere(path)
    assert not refused_elsewhere(path)


def test_a_disk_without_locks_is_written_all_the_same(path, monkeypatch) -> None:
    def none(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", none)
    with Record.open(path) as record:
        record.undo(1)
        assert not refused_elsewhere(path)
