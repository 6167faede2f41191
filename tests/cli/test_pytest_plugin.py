"""The plugin, on a case folder outside this repository."""

from __future__ import annotations

import subprocess
import sys

import pytest

from moot.cli import main
from moot.files.folders import list_cases, list_judges


@pytest.fixture
def folder(tmp_path, capsys):
    assert main(["new", "case", "my-case", "--dir", str(tmp_path)]) == 0
    assert main(["new", "judge", "ashe", "--dir", str(tmp_path)]) == 0
    capsys.readouterr()
    return tmp_path


def run(folder, *words: str):
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words, str(folder)],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        timeout=120,
    )


def test_a_folder_of_files_is_collected_and_passes(folder) -> None:
    (folder / "notes.yaml").write_text("shopping: [bread]\n", encoding="utf-8")
    done = run(folder)
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout  # three of the case, one of the judge; the notes are left alone


def test_a_failure_prints_the_diagnostic_and_no_traceback(folder) -> None:
    path = folder / "my-case.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("urges: hearing.due", "urges: hearing.dew"), encoding="utf-8"
    )
    done = run(folder)
    assert done.returncode == 1
    assert "error[M" in done.stdout
    assert "did you mean" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_shipped_case_and_judges_pass_as_a_coach_would_run_them(tmp_path) -> None:
    for path in list_cases()["sacramento-v-lewis"].parent.glob("sacramento-v-lewis*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "scalia.yaml").write_bytes(list_judges()["scalia"].read_bytes())
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout


def test_a_wrong_real_ruling_is_found(tmp_path) -> None:
    source = list_cases()["sacramento-v-lewis"]
    for path in source.parent.glob("sacramento-v-lewis*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy = tmp_path / source.name
    copy.write_text(
        copy.read_text(encoding="utf-8").replace("ginsburg: joined", "ginsburg: concurring"), encoding="utf-8"
    )
    done = run(tmp_path, "-k", "historical")
    assert done.returncode == 1
    assert "ginsburg: joined, really concurring" in done.stdout


def _broken_line(tmp_path, old: str, new: str):
    source = list_cases()["first-argument"]
    for path in source.parent.glob("first-argument*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    copy = tmp_path / source.name
    text = copy.read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    return run(tmp_path)


def test_a_missing_move_was_reported_with_the_wrong_cause(tmp_path) -> None:
    """pytest said that the roadmap had been given; it says what `moot check` says, at the line of the file."""
    done = _broken_line(tmp_path, "    - turn home\n", "    - roadmap purse,door reserve 0\n")
    assert done.returncode == 1
    assert "error[M455]" in done.stdout
    assert "a `sit` is missing before this move" in done.stdout
    assert "= help:" in done.stdout
    assert "first-argument.yaml:" in done.stdout
    assert "1 failed, 4 passed" in done.stdout


def test_a_misspelt_judge_passed(tmp_path) -> None:
    done = _broken_line(tmp_path, "textualist: dissenting", "textualst: dissenting")
    assert done.returncode == 1
    assert "error[M461]" in done.stdout


def test_what_a_case_must_have_is_a_test_of_its_own(folder) -> None:
    with (folder / "my-case.yaml").open("a", encoding="utf-8") as file:
        file.write("\nmust:\n- can_win: {side: petitioner, votes: 15}\n- reaches: {without: [evade]}\n")
    done = run(folder)
    assert "my-case.yaml::must" in done.stdout
    assert "REFUTED: petitioner can win 15 votes" in done.stdout
    assert "can be reached" not in done.stdout, "what is proved is not told among the failures"
    assert "1 failed, 4 passed" in done.stdout


def test_formats_assignments_and_sheets_were_passed_over_in_silence(tmp_path) -> None:
    """`moot check` checks them; the plugin collected none of them."""
    wrong = {
        "form.yaml": "format: moot-format/1\nid: form\ntitle: A form\nsegments: []\n",
        "week.yaml": "format: moot-assignment/1\nid: week\ntitle: A week\ncase: first-argument\nside: neither\n",
        "sheet.yaml": "format: moot-sheet/1\nid: sheet\ntitle: A sheet\nheadings: []\n",
    }
    for name, text in wrong.items():
        (tmp_path / name).write_text(text)
    done = run(tmp_path)
    assert "3 failed" in done.stdout, done.stdout
    assert all(name in done.stdout for name in wrong)
    assert "Traceback" not in done.stdout


def test_a_quoted_key_hid_what_a_case_must_have(folder) -> None:
    """The plugin looked for a line that begins with `must:`; YAML writes the key in other ways too."""
    path = folder / "my-case.yaml"
    text = path.read_text(encoding="utf-8")
    for key in ('"must"', "'must'", "must "):
        path.write_text(text + f"\n{key}:\n- can_win: {{side: petitioner, votes: 15}}\n", encoding="utf-8")
        done = run(folder, "-k", "must")
        assert "REFUTED: petitioner can win 15 votes" in done.stdout, key


def test_a_file_with_a_quoted_format_or_in_utf_16_was_passed_over_in_silence(tmp_path) -> None:
    (tmp_path / "quoted.yaml").write_text('"format": "moot-sheet/1"\nid: quoted\n')
    (tmp_path / "braces.yaml").write_text("{ 'format' : moot-sheet/1, id: braces}\n")
    (tmp_path / "wide.yaml").write_text("format: moot-sheet/1\nid: wide\n", encoding="utf-16")
    done = run(tmp_path)
    assert "3 failed" in done.stdout, done.stdout
    assert "the file is UTF-16 text, and not UTF-8" in done.stdout
