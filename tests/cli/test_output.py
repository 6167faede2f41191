"""What a command writes never takes the place of what it reads, and is whole or not there."""

from __future__ import annotations

import json
import os

import pytest

from moot.cli import main
from moot.commands.web import _write
from tests.files.pages import HERE


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "base-case.yaml"
    path.write_bytes((HERE / "base-case.yaml").read_bytes())
    return path


@pytest.mark.parametrize(
    "command", [["graph", "-o"], ["export", "--promela"], ["export", "--certificate"], ["web", "--one-file"]]
)
def test_an_output_named_like_the_case_wrote_over_it(case, capsys, command) -> None:
    before = case.read_bytes()
    assert main([command[0], str(case), command[1], str(case)]) == 2
    assert "would be lost; name another file" in capsys.readouterr().err
    assert case.read_bytes() == before


@pytest.mark.parametrize("named", ["a link to it", "another ending", "a page table"])
@pytest.mark.parametrize("command", [["graph", "-o"], ["web", "--one-file"]])
def test_a_case_under_another_name_was_written_over(case, tmp_path, capsys, command, named) -> None:
    """`moot graph -o out.svg`, where `out.svg` is a link to the case, put the picture in its place; and `web` looked at no name at all."""
    if named == "a link to it":
        out = tmp_path / "out.svg"
        out.symlink_to(case)
    else:
        out = tmp_path / ("case.txt" if named == "another ending" else "base-case.opinion.pages.csv")
        out.write_bytes(case.read_bytes())
    before = out.read_bytes()
    assert main([command[0], str(case), command[1], str(out)]) == 2
    assert "would be lost; name another file" in capsys.readouterr().err
    assert out.read_bytes() == before == case.read_bytes()


def test_the_name_of_a_file_was_no_address_in_sarif(case, capsys) -> None:
    """A space, `#` and `%` stood in the address as they are."""
    odd = case.with_name("sp ace#x%41?.yaml")
    case.rename(odd)
    odd.write_text("a: 1\n")
    main(["check", str(odd), "--sarif"])
    found = json.loads(capsys.readouterr().out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert found["artifactLocation"]["uri"].endswith("/sp%20ace%23x%2541%3F.yaml")


def test_a_link_stays_a_link_and_a_device_is_not_replaced(case, tmp_path, capsys) -> None:
    (tmp_path / "real.svg").write_text("old")
    link = tmp_path / "link.svg"
    link.symlink_to("real.svg")
    assert main(["graph", str(case), "-o", str(link), "--as", "svg"]) == 0
    assert link.is_symlink()
    assert (tmp_path / "real.svg").read_text().startswith("<svg")
    pipe = tmp_path / "pipe.svg"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert main(["graph", str(case), "-o", str(pipe), "--as", "dot"]) == 0
    assert os.read(reader, 7) == b"digraph"
    os.close(reader)
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base-case.yaml", "link.svg", "pipe.svg", "real.svg"]


def test_a_page_took_the_place_of_a_pipe_or_a_device(tmp_path) -> None:
    """As root `moot web CASE --one-file /dev/full` left a plain file where the device had been."""
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    _write(pipe, b"a page")
    assert os.read(reader, 6) == b"a page"
    os.close(reader)
    assert pipe.is_fifo()
    (tmp_path / "link.html").symlink_to("real.html")
    _write(tmp_path / "link.html", b"a page")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"a page"


def test_a_disk_that_fills_up_leaves_what_was_there(case, tmp_path, monkeypatch, capsys) -> None:
    picture = tmp_path / "x.svg"
    picture.write_text("old")

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    assert main(["graph", str(case), "-o", str(picture)]) == 2
    assert "cannot be written: No space left" in capsys.readouterr().err
    assert picture.read_text() == "old"


def test_json_that_is_printed_holds_nothing_that_acts_on_a_terminal(capsys) -> None:
    """A file called `\\u202eevil.yaml`, or with the one-byte form of an escape, stood in `check --json` as it was."""
    import json

    from moot.commands.printing import say_json

    value = {"file": "\u202eevil\x9b31m\x7f\udcff\u2028.yaml", "said": "Ça – “go”"}
    say_json(value)
    said = capsys.readouterr().out
    assert json.loads(said) == value
    assert all(char.isprintable() or char == "\n" for char in said)
    assert "Ça – “go”" in said
