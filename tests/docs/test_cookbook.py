"""The cookbook: twelve patterns, and each block put into the small case checks clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.files.pages import run

PAGE = (Path(__file__).parents[2] / "docs" / "cookbook.md").read_text(encoding="utf-8")
PATTERNS = re.findall(r"^## (\d+)\. (.+?)\n.*?^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_the_cookbook_has_twelve_patterns_with_a_block_each() -> None:
    assert [number for number, _, _ in PATTERNS] == [str(number) for number in range(1, 13)]
    assert PAGE.count("```yaml\n") == 12


@pytest.mark.parametrize(
    ("title", "block"), [(title, block) for _, title, block in PATTERNS], ids=lambda text: text[:30]
)
def test_the_pattern_checks_clean(title: str, block: str, tmp_path: Path) -> None:
    assert [str(problem) for problem in run(block, tmp_path)] == [], title
