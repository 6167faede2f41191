"""The folder of what was read: damaged, foreign, hostile, full, shared by processes. A case is loaded all the same, and nothing else is touched."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from moot.files.compiled import mark, store
from moot.files.folders import list_cases
from moot.files.loading import KeptCase, load_bench, load_case
from tests.conftest import ROOT

CASE = "first-argument"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of its own, with nothing in it yet."""
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "compiled"


@pytest.fixture
def kept(cache):
    """The file in which a case is kept."""
    load_case(CASE)
    (path,) = cache.iterdir()
    return path


def recalled():
    return store.recall(KeptCase, list_cases()[CASE].read_bytes())


def spoilt(data):
    """Ways in which a file may come to hold something else."""
    head, _, body = data.partition(b"\n")
    yield "empty", b""
    yield "cut short", data[: len(data) // 2]
    yield "a head alone", head + b"\n"
    yield "one bit", data[:-5000] + bytes([data[-5000] ^ 1]) + data[-4999:]
    yield "more behind it", data + b" "
    yield "no text", os.urandom(5000)
    yield "another shape", _whole(b'["case", "structure", "prose"]')
    yield "no case", _whole(b"{}")
    yield "nested without end", _whole(b"[" * 100_000)
    yield "a number for a text", _whole(body.replace(b'"first-argument"', b"1", 1))
    yield "a pickle", b"\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x00cos\nsystem\n(S'true'\ntR."


def _whole(body):
    return store._head(mark.mark_of_this_moot(), body) + b"\n" + body


def test_what_is_damaged_or_has_another_shape_is_passed_over_and_replaced(kept):
    good = kept.read_bytes()
    for how, data in spoilt(good):
        kept.write_bytes(data)
        assert recalled() is None, how
        assert load_case(CASE).id == CASE
        assert kept.read_bytes() == good, how


def test_what_another_moot_kept_is_passed_over_and_replaced(kept, monkeypatch):
    """In a checkout the code changes and the version does not."""
    monkeypatch.setattr(store, "mark_of_this_moot", lambda: "0" * 32)
    before = kept.read_bytes()
    assert recalled() is None
    load_case(CASE)
    assert kept.read_bytes() != before
    assert recalled() is not None


@pytest.mark.parametrize("part", ["case/law.py", "files/yaml/read.py", "round/formats.py", "__init__.py"])
def test_a_source_that_has_changed_makes_another_mark(part, tmp_path, monkeypatch):
    for name in (*mark._ROOMS, "files/yaml"):
        (tmp_path / name).mkdir()
    names = ("case/law.py", "files/yaml/read.py", "round/formats.py", "__init__.py", "errors.py")
    for name in names:
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(mark, "_PACKAGE", tmp_path)
    before = mark.mark_of_this_moot.__wrapped__()
    assert before == mark.mark_of_this_moot.__wrapped__()
    (tmp_path / part).write_text("three", encoding="utf-8")
    assert mark.mark_of_this_moot.__wrapped__() != before


def test_no_source_to_look_at_keeps_nothing(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(mark, "_PACKAGE", tmp_path / "moot.zip")
    monkeypatch.setattr(store, "mark_of_this_moot", mark.mark_of_this_moot.__wrapped__)
    assert load_case(CASE).id == CASE
    assert not cache.exists()


def test_a_link_to_another_folder_is_not_used(cache, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    cache.parent.mkdir()
    cache.symlink_to(elsewhere)
    assert load_case(CASE).id == CASE
    assert list(elsewhere.iterdir()) == []


def test_a_link_in_place_of_a_file_is_replaced_and_what_it_leads_to_stays(kept, tmp_path):
    mine = tmp_path / "mine.txt"
    mine.write_bytes(kept.read_bytes())
    kept.unlink()
    kept.symlink_to(mine)
    before = mine.read_bytes()
    assert recalled() is None
    load_case(CASE)
    assert not kept.is_symlink()
    assert recalled() is not None
    assert mine.read_bytes() == before


def test_a_link_laid_where_the_file_is_begun_is_not_written_through(cache, tmp_path):
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    load_case(CASE)
    (kept,) = cache.iterdir()
    kept.unlink()
    kept.with_name(f".{kept.name}.{os.getpid()}-{store.threading.get_ident()}").symlink_to(mine)
    load_case(CASE)
    assert mine.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in cache.iterdir()] == [kept.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_a_file_is_not_waited_for(kept):
    kept.unlink()
    os.mkfifo(kept)
    assert load_case(CASE).id == CASE
    assert kept.is_file()


def test_a_folder_in_place_of_a_file_stays(kept):
    kept.unlink()
    kept.mkdir()
    assert load_case(CASE).id == CASE
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_huge_file_is_not_read(kept):
    with kept.open("r+b") as file:
        file.truncate(store.MOST_BYTES * 100)
    began = time.perf_counter()
    assert recalled() is None
    assert time.perf_counter() - began < 5


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")
def test_a_folder_or_a_file_in_which_others_may_write_is_not_used(kept):
    kept.parent.chmod(0o777)
    assert recalled() is None
    kept.parent.chmod(0o700)
    kept.chmod(0o666)
    assert recalled() is None
    load_case(CASE)
    assert recalled() is not None
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_folder_or_a_file_of_somebody_else_is_not_used(kept):
    os.chown(kept, 12345, -1)
    assert recalled() is None
    load_case(CASE)
    assert recalled() is not None
    os.chown(kept.parent, 12345, -1)
    assert recalled() is None


@pytest.mark.parametrize("name", ["file/cache", "file", "~nosuchuser/cache", "x" * 300, "/dev/null/cache", "\x01"])
def test_a_folder_that_cannot_be_is_no_trouble(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("MOOT_CACHE", name)
    assert load_case(CASE).id == CASE
    assert load_bench("fictional").judges


def test_a_full_disk_leaves_nothing_half_written(cache, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.Path, "replace", full)
    assert load_case(CASE).id == CASE
    assert list(cache.iterdir()) == []


def test_files_are_few_small_and_young_and_nobody_elses_are_deleted(cache, monkeypatch):
    monkeypatch.setattr(store, "MOST_FILES", 4)
    load_bench("fictional")
    assert len(list(cache.iterdir())) == 4
    (oldest, *_), now = sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime), time.time()
    os.utime(oldest, (now, now - 91 * 86_400))
    half = cache / f".{oldest.name}.1-1"
    half.write_text("half", encoding="utf-8")
    os.utime(half, (now, now - 2 * 86_400))
    (cache / "letter.txt").write_text("mine", encoding="utf-8")
    os.utime(cache / "letter.txt", (0, 0))
    monkeypatch.setattr(store, "MOST_FILES", 100)
    load_case(CASE)
    left = set(cache.iterdir())
    assert oldest not in left
    assert half not in left
    assert cache / "letter.txt" in left
    assert len(left) == 5
    size = max(path.stat().st_size for path in left)
    monkeypatch.setattr(store, "MOST_BYTES", size * 10 + 10)
    load_case("lark-river")
    assert sum(path.stat().st_size for path in cache.iterdir()) <= size * 10 + 10


def test_what_is_used_stays(kept):
    long_ago = time.time() - 89 * 86_400
    os.utime(kept, (long_ago, long_ago))
    assert recalled() is not None
    assert time.time() - kept.stat().st_mtime < 3600


def test_processes_at_once_all_have_the_case_and_leave_whole_files(cache):
    code = f"import moot; print(moot.load_case({CASE!r}).caption, moot.load_bench('fictional').title)"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        for _ in range(6)
    ]
    told = [each.communicate() for each in running]
    assert {out for out, _ in told} == {told[0][0]}
    assert told[0][0]
    assert all(err == b"" for _, err in told)
    assert all(path.name.endswith(".compiled") for path in cache.iterdir())
    assert recalled() is not None
