"""The rulings printed in docs/rulings are those of the sittings they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.rulings import FOLDER, SITTINGS, page
from tests.opinion.sittings import CASES, case_of


def test_every_real_case_has_its_ruling_and_so_has_the_application() -> None:
    assert sorted(SITTINGS) == sorted({*(id for id in CASES if case_of(id).real), "lark-river"})
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(SITTINGS)


@pytest.mark.slow
@pytest.mark.parametrize("id", SITTINGS)
def test_the_page_is_the_ruling_of_the_sitting_it_names(id: str) -> None:
    text = (Path(FOLDER) / f"{id}.md").read_text(encoding="utf-8")
    assert re.search(rf"seed {SITTINGS[id][0]};", text.splitlines()[0])
    assert text == page(id), "run scripts/rulings.py, and read what it writes"
