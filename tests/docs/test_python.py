"""docs/python.md: every example runs, and everything that moot exports is in one."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import moot

PAGE = Path(__file__).parents[2] / "docs" / "python.md"


def test_every_example_of_the_page_runs() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert tried > 40
    assert failed == 0


def test_every_exported_name_has_an_example() -> None:
    examples = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL))
    used = set(re.findall(r"\bmoot\.(\w+)", examples))
    assert set(moot.__all__) <= used, sorted(set(moot.__all__) - used)


def test_every_public_call_of_a_round_has_an_example() -> None:
    examples = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL))
    for name in ("push", "pop", "peek", "legal", "turn", "ply", "line", "position", "copy", "from_line", "outcome"):
        assert re.search(rf"[Rr]ound\.{name}\b", examples), name
