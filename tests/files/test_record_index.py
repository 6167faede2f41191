"""Thousands of records are listed from an index in the cache; it is never believed where a file has changed, and never needed."""

from __future__ import annotations

import json
import os

import pytest

import moot
from moot.files.records import Record, index, kept, new_header
from moot.files.records.index import summaries

CASE, BENCH = moot.load_case("first-argument"), moot.load_bench("fictional")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with more records than are simply read, all written long ago, and a cache of its own."""
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(index, "FEW", 3)
    monkeypatch.setattr(index, "_SETTLED", 0)
    place = tmp_path / "saves"
    place.mkdir()
    for number in range(6):
        with Record.create(new_header(CASE, BENCH, format="quick", seed=number, side="respondent"), place):
            pass
    return place


def _told(place):
    return [(each.path.name, each.case, each.side, each.moves, each.problem) for each in summaries(place)]


def _really(place):
    return [
        (one.path.name, one.data.header.case, one.data.header.side, len(one.data.moves), "")
        if one.data is not None
        else (one.path.name, "", "", 0, one.problem)
        for one in kept(place)
    ]


def test_the_index_says_what_the_records_say(folder):
    assert _told(folder) == _really(folder)
    assert _told(folder) == _really(folder)


def test_listing_again_opens_no_record(folder, monkeypatch):
    summaries(folder)
    read = []
    monkeypatch.setattr(index, "read_record", lambda path: read.append(path) or 1 / 0)
    assert len(summaries(folder)) == 6
    assert not read


def test_a_record_that_grew_or_was_damaged_is_read_again(folder):
    first = summaries(folder)
    with first[2].path.open("ab") as file:
        file.write(b"nonsense\nnonsense\n")
    first[4].path.unlink()
    first[3].path.write_bytes(first[3].path.read_bytes().replace(b"respondent", b"petitionex"))
    assert _told(folder) == _really(folder)
    assert sum(bool(each.problem) for each in summaries(folder)) == 2


def test_a_record_written_over_with_its_old_time_is_read_again(folder):
    path = summaries(folder)[0].path
    stat, text = path.stat(), path.read_bytes()
    path.write_bytes(text.replace(b"respondent", b"respondenT"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert summaries(folder)[0].problem


def test_a_record_changed_this_moment_is_not_indexed(folder, monkeypatch):
    monkeypatch.setattr(index, "_SETTLED", 10**12)
    summaries(folder)
    rows = json.loads((folder.parent / "cache" / "records.json").read_text())["rows"]
    assert list(rows.values()) == [{}]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nonsense",
        '{"version": "1", "rows": {"PLACE": 7}}',
        '{"version": "1", "rows": {"PLACE": {"NAME": [MARK, ["a", 1]]}}}',
        '{"version": "1", "rows": {"PLACE": {"NAME": [MARK, ["a", "b", "c", "d", "e", "many", ""]]}}}',
        '{"version": "0", "rows": {"PLACE": {"NAME": [MARK, ["a", "b", "c", "d", "e", 7, ""]]}}}',
    ],
)
def test_an_index_that_is_none_is_passed_over(folder, text):
    path = summaries(folder)[0].path
    stat = path.stat()
    mark = json.dumps([stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino])
    text = text.replace("PLACE", str(folder)).replace("NAME", path.name).replace("MARK", mark)
    (folder.parent / "cache" / "records.json").write_text(text)
    assert _told(folder) == _really(folder)


@pytest.mark.parametrize("cache", ["file/cache", "~nosuchuser/cache", "n" * 300, "/dev/zero"])
def test_a_cache_that_cannot_be_written_is_no_error(folder, monkeypatch, cache):
    monkeypatch.chdir(folder.parent)
    (folder.parent / "file").write_text("")
    monkeypatch.setenv("MOOT_CACHE", cache)
    assert _told(folder) == _really(folder)


def test_a_folder_with_few_records_leaves_no_index(folder, monkeypatch):
    monkeypatch.setattr(index, "FEW", 100)
    summaries(folder)
    assert not (folder.parent / "cache").exists()
