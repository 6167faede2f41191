"""The pictures of the README are what the game shows now."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_no_picture_of_the_readme_is_stale() -> None:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "scripts" / "pictures.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert not script.stale(), "run scripts/pictures.py, look at them, and commit them"


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    shown = set(re.findall(r"docs/pictures/([\w-]+)\.svg", (ROOT / "README.md").read_text(encoding="utf-8")))
    kept = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.svg")}
    assert shown == kept
    for path in (ROOT / "docs" / "pictures").glob("*.svg"):
        assert "http" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/", ""), (
            "a picture needs nothing from elsewhere"
        )


FRAMES = ROOT / "docs" / "pictures" / "sitting.txt"


def shows_a_sitting(text: str) -> None:
    """An interruption, the white light and a vote that the player has won, in a sitting that is whole."""
    for told in (
        " leans in.\n",
        "a question breaks in",
        "White light: five minutes left.",
        "Your roadmap",
        "The conference",
        "The vote rests on this.",
        "Debrief",
    ):
        assert told in text, told
    assert re.search(r"\w \u2013( |$)", text, re.MULTILINE), "a speech is cut in mid-sentence"
    won = re.search(r"With petitioner silent, .*?(\w+) would have", text)
    assert re.search(rf"^  ▸ {won[1]} +▲", text, re.MULTILINE), "the vote that was won is seen at the conference"
    frames = text.count("\n== ")
    assert frames == int(text.split()[3])


def test_the_frames_kept_show_a_whole_sitting() -> None:
    shows_a_sitting(FRAMES.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_a_sitting_is_recorded_as_text_frames(tmp_path) -> None:
    file = tmp_path / "sitting.txt"
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "frames.py"), "-o", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shows_a_sitting(file.read_text(encoding="utf-8"))
