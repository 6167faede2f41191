"""A record loses nothing that was shown, whatever happens."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import RecordError
from moot.files.case_file import load_case
from moot.files.judge_file import load_bench
from moot.files.records import Header, Record, new_header, newest, read_record, records
from tests.files.pages import HERE

MOVES = [
    "roadmap fairness,fee reserve 1",
    "plead p-sign",
    "ask q-everywhere by souter",
    "answer q-everywhere.b",
    "pass",
]


@pytest.fixture(scope="module")
def header() -> Header:
    case = load_case(HERE / "base-case.yaml")
    bench = load_bench("three")
    return new_header(case, bench, format="quick", seed=7, started="2026-01-02T03:04:05+00:00")


def write(folder: Path, header: Header, moves=MOVES) -> Path:
    with Record.create(header, folder) as record:
        for move in moves:
            record.append(move)
    return record.path


def test_what_is_written_is_read(tmp_path, header):
    path = write(tmp_path, header)
    assert path.name == "base-case-20260102T030405.jsonl"
    read = read_record(path)
    assert (read.header, read.moves, read.torn) == (header, tuple(MOVES), False)
    rows = [json.loads(row) for row in path.read_text().splitlines()]
    assert next(iter(rows[0])) == "moot"
    assert rows[1] == {"n": 1, "move": MOVES[0]}


def test_two_of_one_second_have_two_names(tmp_path, header):
    one, two = write(tmp_path, header), write(tmp_path, header)
    assert one != two
    os.utime(one, (1, 1))
    assert newest(tmp_path) == two
    assert records(tmp_path) == [two, one]


def test_cut_at_every_byte_it_opens_and_goes_on(tmp_path, header):
    path = write(tmp_path, header)
    whole = path.read_bytes()
    start = whole.index(b"\n") + 1
    lost = tmp_path / "lost.jsonl"
    for size in range(start, len(whole) + 1):
        lost.write_bytes(whole[:size])
        kept = whole[:size].count(b"}") - 1
        before = read_record(lost)
        assert before.moves == tuple(MOVES[:kept])
        with Record.open(lost) as record:
            assert record.moves == before.moves
            record.append("sit down")
        after = read_record(lost)
        assert (after.moves, after.torn) == ((*MOVES[:kept], "sit down"), False)
        assert lost.read_bytes().endswith(b"\n")


def test_a_torn_header_is_no_record(tmp_path, header):
    path = write(tmp_path, header, [])
    whole = path.read_bytes()
    for size in range(len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(RecordError):
            read_record(path)
    assert records(tmp_path) == []
    with pytest.raises(RecordError, match="there is no record in"):
        newest(tmp_path)


@pytest.mark.parametrize("rest", [b"\x00" * 40, b'{"n": 6, "mo', b"{}garbage\n", b"\xff\xfe\n"])
def test_rubbish_at_the_end_is_dropped(tmp_path, header, rest):
    path = write(tmp_path, header)
    with path.open("ab") as file:
        file.write(rest)
    assert read_record(path).torn
    with Record.open(path) as record:
        assert record.moves == tuple(MOVES)
    assert not read_record(path).torn


def test_rubbish_in_the_middle_is_told(tmp_path, header):
    path = write(tmp_path, header)
    rows = path.read_bytes().split(b"\n")
    rows[2] = b"rubbish"
    path.write_bytes(b"\n".join(rows))
    with pytest.raises(RecordError, match="line 3"):
        read_record(path)


def test_a_missing_or_repeated_move_is_told(tmp_path, header):
    path = write(tmp_path, header)
    rows = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*rows[:2], *rows[3:]]))
    with pytest.raises(RecordError, match="move 3 stands where move 2 should"):
        read_record(path)


@given(st.lists(st.sampled_from(["pass", "resume", 1, 2, 3]), max_size=25))
def test_undo_only_ever_adds(tmp_path_factory, header, events):
    folder = tmp_path_factory.mktemp("undo")
    stands: list[str] = []
    with Record.create(header, folder) as record:
        sizes = [record.path.stat().st_size]
        for event in events:
            if isinstance(event, str):
                record.append(event)
                stands.append(event)
            elif event <= len(stands):
                record.undo(event)
                del stands[-event:]
            else:
                with pytest.raises(RecordError):
                    record.undo(event)
                continue
            sizes.append(record.path.stat().st_size)
        assert record.moves == tuple(stands) == read_record(record.path).moves
        assert sizes == sorted(set(sizes))


def test_each_move_is_synced_before_it_returns(tmp_path, header, monkeypatch):
    calls: list[str] = []
    real_write, real_sync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *a: (calls.append("write"), real_write(*a))[1])
    monkeypatch.setattr(os, "fsync", lambda *a: (calls.append("sync"), real_sync(*a))[1])
    with Record.create(header, tmp_path) as record:
        assert calls == ["write", "sync", "sync"]
        calls.clear()
        record.append("pass")
        assert calls == ["write", "sync"]


def test_a_full_disk_leaves_a_whole_record(tmp_path, header, monkeypatch):
    with Record.create(header, tmp_path) as record:
        record.append("pass")
        good = record.path.read_bytes()
        real = os.write

        def half(handle, data):
            if data.startswith(b"{"):
                return real(handle, data[:5])
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "write", half)
            with pytest.raises(RecordError, match="No space left"):
                record.append("resume")
        assert record.path.read_bytes() == good
        assert record.moves == ("pass",)
        record.append("resume")
    assert read_record(record.path).moves == ("pass", "resume")


def test_two_programs_do_not_write_over_each_other(tmp_path, header):
    path = write(tmp_path, header, ["pass"])
    with Record.open(path) as one, Record.open(path) as two:
        one.append("resume")
        with pytest.raises(RecordError, match="changed by another program"):
            two.append("sit down")
    assert read_record(path).moves == ("pass", "resume")


@pytest.mark.parametrize("move", ["", "two\nlines", "\x1b[2J", " pass", "x" * 600])
def test_a_move_is_one_clean_line(tmp_path, header, move):
    with Record.create(header, tmp_path) as record, pytest.raises(RecordError):
        record.append(move)


def test_another_version_is_named(tmp_path, header):
    path = write(tmp_path, header)
    path.write_text(path.read_text().replace("record/1", "record/9", 1))
    with pytest.raises(RecordError, match="another version of moot \\(record/9\\)"):
        read_record(path)


@pytest.mark.parametrize("name", ["case", "seed", "bench"])
def test_a_header_without_something_is_told(tmp_path, header, name):
    path = write(tmp_path, header)
    rows = path.read_text().splitlines()
    first = json.loads(rows[0])
    first[name] = None
    path.write_text("\n".join([json.dumps(first), *rows[1:]]))
    with pytest.raises(RecordError, match=f"`{name}`"):
        read_record(path)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_record_or_one_line(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "x.jsonl"
    path.write_bytes(data)
    with pytest.raises(RecordError) as told:
        read_record(path)
    assert "\n" not in str(told.value)


def test_what_is_not_there_is_told(tmp_path):
    for open_it in (read_record, Record.open):
        with pytest.raises(RecordError, match="there is no record"):
            open_it(tmp_path / "none.jsonl")
    with pytest.raises(RecordError):
        read_record(tmp_path)
