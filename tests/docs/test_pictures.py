"""The pictures of the README are what the game shows now."""

from __future__ import annotations

import importlib.util
import re
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
