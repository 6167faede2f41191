"""A record loses nothing that was shown, whatever happens."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import RecordError
from moot.files.loading import load_bench, load_case
from moot.files.records import Header, Record, new_header, newest, read_record, records, unreadable
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
    assert {key: rows[1][key] for key in ("n", "move")} == {"n": 1, "move": MOVES[0]}
    assert set(rows[1]) == {"n", "move", "sum"}


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


def test_a_flipped_bit_is_noticed_wherever_it_is(tmp_path, header):
    path = write(tmp_path, header, MOVES[:3])
    whole = path.read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    for at in range(len(whole)):
        for bit in (0, 1 + at % 7):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            try:
                found = read_record(path)
            except RecordError as error:
                assert "\n" not in str(error)
                continue
            # Only a damaged last line is passed over, and that is said.
            assert at >= last - 1
            assert found.torn
            assert (found.header, found.moves) == (header, tuple(MOVES[: 2 if at >= last else 1]))


def test_a_record_without_checksums_opens_and_goes_on_without(tmp_path, header):
    path = tmp_path / "old.jsonl"
    first = {key: value for key, value in json.loads(header.line()).items() if key not in ("judges", "sum")}
    path.write_text(json.dumps(first) + '\n{"n": 1, "move": "pass"}\n')
    assert read_record(path).moves == ("pass",)
    with Record.open(path) as record:
        record.append("resume")
        record.undo(1)
    assert read_record(path).moves == ("pass",)
    assert b'"sum"' not in path.read_bytes()


def test_a_pipe_among_the_records_stops_nothing(tmp_path, header):
    path = write(tmp_path, header)
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert records(tmp_path) == [path]
    assert "device or a pipe" in unreadable(tmp_path)[tmp_path / "pipe.jsonl"]
    with pytest.raises(RecordError, match="device or a pipe"):
        Record.open(tmp_path / "pipe.jsonl")


@pytest.mark.parametrize("key", ["case", "bench_name", "bench"])
@pytest.mark.parametrize("value", ["~nosuchuser/x", "/dev/zero", "../x", "x.yaml", "漢" * 250, ""])
def test_a_header_that_names_a_path_is_refused(tmp_path, header, key, value):
    path = write(tmp_path, header)
    rows = path.read_text().splitlines()
    first = {name: each for name, each in json.loads(rows[0]).items() if name != "sum"}
    first[key] = [value] if key == "bench" else value
    path.write_text("\n".join([json.dumps(first), *rows[1:]]))
    with pytest.raises(RecordError, match="not an id"):
        read_record(path)


def test_looking_at_a_torn_record_leaves_it_as_it_is(tmp_path, header):
    path = write(tmp_path, header)
    with path.open("ab") as file:
        file.write(b'{"n": 6, "mo')
    before = path.read_bytes()
    with Record.open(path, look=True) as record:
        record.drop(2)
        assert path.read_bytes() == before
        record.append("sit")
    assert read_record(path).moves == (*MOVES[:3], "sit")


def test_taking_back_after_leaving_out_counts_both(tmp_path, header):
    path = write(tmp_path, header)
    with Record.open(path, look=True) as record:
        record.drop(2)
        record.undo(1)
    assert read_record(path).moves == tuple(MOVES[:2])


def test_two_writers_at_once_leave_a_record_that_can_be_read(tmp_path, header):
    import threading

    for number in range(10):
        path = write(tmp_path, header, ["pass"])
        start = threading.Barrier(2)
        refused: list[RecordError] = []

        def add(record, start=start, refused=refused):
            start.wait()
            try:
                record.append("resume")
            except RecordError as error:
                refused.append(error)

        with Record.open(path) as one, Record.open(path) as two:
            both = [threading.Thread(target=add, args=(record,)) for record in (one, two)]
            for each in both:
                each.start()
            for each in both:
                each.join()
        assert read_record(path).moves == ("pass", "resume"), number
        assert len(refused) == 1


def test_a_record_deleted_in_mid_play_is_written_again(tmp_path, header):
    folder = tmp_path / "saves"
    with Record.create(header, folder) as record:
        record.append("pass")
        record.path.unlink()
        folder.rmdir()
        record.append("resume")
        assert read_record(record.path).moves == ("pass", "resume")
        record.path.unlink()
        record.restore()
        assert read_record(record.path).moves == ("pass", "resume")


def test_a_record_does_not_grow_past_what_can_be_read(tmp_path, header, monkeypatch):
    monkeypatch.setattr("moot.files.records.writing.MAX_BYTES", 2000)
    with Record.create(header, tmp_path) as record:
        while record._size < 1970:
            record.append("pass")
        with pytest.raises(RecordError, match="is full"):
            record.append("pass")
    assert read_record(record.path).moves


def test_a_disk_that_cannot_be_written_leaves_no_empty_record(tmp_path, header, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(RecordError, match="No space left"):
        Record.create(header, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_saves_that_cannot_be_made_are_named(tmp_path, header):
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="MOOT_SAVES"):
        Record.create(header, tmp_path / "file" / "saves")


def test_a_damaged_line_in_the_middle_lost_all_that_stood_before_it(tmp_path, header):
    path = write(tmp_path, header)
    rows = path.read_bytes().split(b"\n")
    rows[3] = rows[3].replace(b"move", b"muve")
    whole = b"\n".join(rows)
    path.write_bytes(whole)
    with pytest.raises(RecordError, match=r"line 4: .*; `moot play --resume` goes on from move 2"):
        read_record(path)
    found = read_record(path, damaged=True)
    assert (found.moves, found.torn) == (tuple(MOVES[:2]), False)
    assert "line 4" in found.damage
    with Record.open(path, look=True, damaged=True) as record:
        assert path.read_bytes() == whole
        record.append("sit")
    assert read_record(path).moves == (*MOVES[:2], "sit")
    assert (tmp_path / f"{path.name}.damaged").read_bytes() == whole
    assert records(tmp_path) == [path]


def test_a_second_damage_does_not_write_over_what_was_kept_of_the_first(tmp_path, header):
    path = write(tmp_path, header)
    for wrong in (b"rubbish", b"more rubbish"):
        rows = path.read_bytes().split(b"\n")
        path.write_bytes(b"\n".join([*rows[:2], wrong, *rows[2:]]))
        with Record.open(path, look=True, damaged=True) as record:
            record.append("sit")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        path.name,
        f"{path.name}.damaged",
        f"{path.name}.damaged-2",
    ]


def test_a_damaged_record_that_could_not_be_kept_aside_left_half_a_copy(tmp_path, header, monkeypatch):
    path = write(tmp_path, header)
    rows = path.read_bytes().split(b"\n")
    whole = b"\n".join([*rows[:2], b"rubbish", *rows[2:]])
    path.write_bytes(whole)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with Record.open(path, look=True, damaged=True) as record:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(RecordError, match="No space left"):
            record.append("sit")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == whole


@pytest.mark.parametrize("change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_or_other_ends_of_lines_made_a_record_unreadable(tmp_path, header, change):
    path = write(tmp_path, header)
    path.write_bytes(change(path.read_bytes()))
    found = read_record(path)
    assert (found.header, found.moves, found.torn) == (header, tuple(MOVES), False)
    with Record.open(path) as record:
        record.append("sit")
    assert read_record(path).moves == (*MOVES, "sit")


def test_a_file_where_the_folder_of_saves_was_is_named_and_not_the_record(tmp_path, header):
    saves = tmp_path / "saves"
    saves.mkdir()
    path = write(saves, header)
    with Record.open(path) as record:
        saves.rename(tmp_path / "elsewhere")
        saves.write_text("in the way")
        with pytest.raises(RecordError, match=r"records cannot be kept in \S*saves: File exists \(MOOT_SAVES names"):
            record.append("sit")
        saves.unlink()
        record.append("sit")
    assert read_record(path).moves == (*MOVES, "sit")


def test_to_go_on_with_the_newest_record_all_of_them_were_read(tmp_path, header, monkeypatch):
    path = write(tmp_path, header)
    for number in range(20):
        (tmp_path / f"older-{number}.jsonl").write_bytes(path.read_bytes())
        os.utime(tmp_path / f"older-{number}.jsonl", (1, 1))
    looked: list[str] = []
    monkeypatch.setattr(
        "moot.files.records.folder.read_record", lambda one: looked.append(one.name) or read_record(one)
    )
    assert newest(tmp_path) == path
    assert looked == [path.name]


@pytest.mark.parametrize(
    ("old", "new"),
    [('"n": 2', '"n": 02'), ('"n": 2', '"n": 3'), ('"move": "', '"move": "  '), ('"sum": "', '"sum": "0')],
)
def test_a_line_that_looks_nearly_as_usual_is_not_taken(tmp_path, header, old, new):
    path = write(tmp_path, header)
    rows = path.read_text().split("\n")
    rows[2] = rows[2].replace(old, new)
    path.write_text("\n".join(rows))
    with pytest.raises(RecordError, match="line 3"):
        read_record(path)
