"""No file makes the reader hang: every pattern, alias, text and device is bounded. An alarm stops a test that hangs."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import signal
from contextlib import contextmanager

import pytest

import moot
from moot.cli import main
from moot.errors import MootError, did_you_mean
from moot.files.case.read import read_case_text
from moot.files.cites.check import check_quotations, read_opinion
from moot.files.cites.form import well_formed
from moot.files.cites.opinion_text import MAX_OPINION
from moot.files.diagnostics.render import MOST_SHOWN, render_all
from moot.files.folders import read_bytes
from moot.files.yaml.read import parse
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()


@contextmanager
def alarm(seconds: int = 10):
    def stop(*_):
        raise TimeoutError("this hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_backslashes_before_a_quotation_mark_do_not_hang():
    with alarm():
        for many in (36, 60, 61, 5000):
            assert parse('a: "' + "\\" * many + '" x\n').problems


def test_a_citation_of_capitals_does_not_hang():
    with alarm():
        for cite in (
            "1 " + "A" * 40,
            "1 " + "A. " * 90,
            "1 " + "Aa " * 90,
            "(1992) 1 " + "A." * 140,
            "§ 1, " * 60,
            "A" * 10**6,
        ):
            assert not well_formed(cite)


def test_no_pattern_of_moot_hangs():
    found = {}
    for module in pkgutil.walk_packages(moot.__path__, "moot."):
        if not module.name.startswith(
            ("moot.adapters", "moot.__main__", "moot.testing", "moot.pytest_plugin", "moot.tui")
        ):
            for name, value in vars(importlib.import_module(module.name)).items():
                for each in value.values() if isinstance(value, dict) else (value,):
                    if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                        found[each] = f"{module.name}.{name}"
    assert len(found) > 40
    pumps = (
        "a",
        "A",
        "1",
        " ",
        "\n",
        "-",
        ".",
        '"',
        "'",
        "\\",
        "[",
        "(",
        "#",
        "A. ",
        "a-",
        "-\n",
        "1,",
        "§ 1",
        ". ",
        "*",
        "'a",
        "a: ",
        "_",
    )
    for pattern, name in found.items():
        for pump in pumps:
            for before in ("", "1 ", "A", 'a: "'):
                with alarm(5):
                    try:
                        pattern.fullmatch(before + pump * (2000 // len(pump)) + "!")
                    except TimeoutError:
                        pytest.fail(f"{name} hangs on {pump!r} after {before!r}")


def test_aliases_within_aliases_count_as_depth():
    text = "k0: &a0 {x: 1}\n" + "".join(f"k{n}: &a{n} {{x: *a{n - 1}}}\n" for n in range(1, 60))
    case, found = read_case_text(text, "x.yaml")
    assert case is None
    assert [problem.code for problem in found] == ["M002"]
    assert found[0].line == 40


@pytest.mark.parametrize(
    "text",
    ["[*" + "5" * 5000 + "] x", " " * 10**6, "word-" + "\n" * 10**6, "[" * 10**6, "-" * 10**6, "A. " * 10**5, "\ufb03" * 10**5, "[*5" * 10**5],
    ids=["page-mark", "blanks", "breaks", "brackets", "dashes", "initials", "ligatures", "open-marks"],
)  # fmt: skip
def test_an_opinion_of_any_shape_is_read_in_time(tmp_path, text: str):
    (tmp_path / "o.txt").write_text(text)
    with alarm():
        opinion = read_opinion(tmp_path / "o.txt")
        for quote in ("a sign . . . is due", "[A] sign [is] due", "a ... b ... c ... d", "[ ... ", "A. ... A."):
            opinion.find(quote)


def test_an_opinion_that_is_too_large_is_refused_in_one_line(tmp_path):
    (tmp_path / "base-case.opinion.txt").write_bytes(b"a" * (MAX_OPINION + 1))
    with pytest.raises(MootError, match="too large"):
        read_opinion(tmp_path / "base-case.opinion.txt")
    case, _ = read_case_text(BASE, "base-case.yaml")
    assert case is not None
    assert [problem.code for problem in check_quotations(case, tmp_path)] == ["M321"]


@pytest.mark.parametrize("row", ["4" * 140_000 + ",0", '"4\n\x00,0', "4,9" + "9" * 400, "4," + "9" * 30])
def test_a_broken_table_of_pages_is_told_of_its_own_case_only(tmp_path, row: str):
    (tmp_path / "base-case.yaml").write_text(BASE)
    (tmp_path / "base-case.opinion.txt").write_text("[*4] A sign is the least that fairness asks.")
    (tmp_path / "base-case.opinion.pages.csv").write_text(f"us_page,char_offset\n{row}\n")
    case, _ = read_case_text(BASE, "base-case.yaml")
    assert case is not None
    assert [problem.code for problem in check_quotations(case, tmp_path)] == ["M321"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_refused_not_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.yaml")
    with alarm():
        for path in (tmp_path / "pipe.yaml", "/dev/zero"):
            for words in (["check", str(path)], ["cite", "first-argument", "--opinion", str(path)]):
                assert main(words) == 2
                assert "a device or a pipe, not a file" in capsys.readouterr().err
            assert main(["simulate", "first-argument", "-n", "1", "--bench", str(path)]) == 2
            assert "a device or a pipe, not a file" in capsys.readouterr().err


def test_a_file_of_the_kernel_with_nothing_to_give_yet_ended_check_in_a_traceback(tmp_path, monkeypatch):
    """`moot check /proc/kmsg`: it is a regular file, and reading it without waiting gives no bytes at all."""
    handle, other = os.pipe()
    os.set_blocking(handle, False)
    monkeypatch.setattr("moot.files.folders.open_regular", lambda _: handle)
    with alarm(), pytest.raises(MootError, match="cannot be read: it waits for something to be written"):
        read_bytes(tmp_path / "kmsg")
    os.close(other)


def test_a_pipe_in_a_folder_is_passed_over(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "base-judge.yaml").write_text((HERE / "base-judge.yaml").read_text())
    with alarm():
        assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "judge base-judge: VALID\n"


def test_a_pipe_as_the_text_of_an_opinion_is_told(tmp_path):
    os.mkfifo(tmp_path / "base-case.opinion.txt")
    case, _ = read_case_text(BASE, "base-case.yaml")
    assert case is not None
    with alarm():
        assert [problem.code for problem in check_quotations(case, tmp_path)] == ["M321"]


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path):
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(MootError, match="too large"):
        read_bytes(tmp_path / "x.yaml")


def test_many_problems_are_shown_in_time_and_counted():
    text = "format: moot-case/1\n" + "".join(f"unknown{n}: 1\n" for n in range(20_000))
    with alarm(30):
        _, found = read_case_text(text, "x.yaml")
        shown = render_all(found, text)
    assert shown.count("-->") == MOST_SHOWN
    assert f"and {len(found) - MOST_SHOWN} more problems" in shown


def test_check_stops_showing_after_a_hundred(tmp_path, capsys):
    (tmp_path / "x.yaml").write_text("a: 1\n" * 5000)
    assert main(["check", "--no-proof", str(tmp_path / "x.yaml")]) == 1
    out = capsys.readouterr().out
    assert out.count("-->") == MOST_SHOWN
    assert "more problems, not shown" in out


def test_the_nearest_of_many_names_is_found_in_time():
    names = [f"authority-{n:05}" for n in range(5000)]
    with alarm():
        assert all(did_you_mean(f"autority-{n:05}", names) for n in range(0, 5000, 50))
    assert did_you_mean("zauthority-00321", names) == "authority-00321"
