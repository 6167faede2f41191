"""Every code has a page, and the examples on it are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moot.files.case.read import read_case
from moot.files.diagnostics.render import CODES
from moot.files.judge.read import read_bench_file, read_judge
from tests.files.pages import HERE, PAGES, examples, head, index, run, with_head

ROOT = HERE.parent.parent
OURS = sorted(code for code in CODES if not code.startswith("M5"))


def test_the_base_files_have_no_problem():
    for found in (
        read_case(HERE / "base-case.yaml")[1],
        read_judge(HERE / "base-judge.yaml")[1],
        read_bench_file(HERE / "base-bench.yaml")[1],
    ):
        assert found == []


@pytest.mark.parametrize("code", OURS)
def test_page(code: str, tmp_path: Path):
    page = (PAGES / f"{code}.md").read_text()
    assert page.startswith(head(code)), "run python -m tests.files.pages"
    both = examples(page)
    broken, mended = run(both["broken"], tmp_path), run(both["mended"], tmp_path)
    hit = [problem for problem in broken if problem.code == code]
    assert hit, [str(problem) for problem in broken]
    assert CODES[code].severity in {problem.severity for problem in hit}
    assert all(problem.line > 0 for problem in hit if problem.file)
    assert [str(problem) for problem in mended if problem.code == code or problem.severity == "error"] == []


def test_every_page_has_a_code_and_the_index_is_whole():
    pages = {path.stem for path in PAGES.glob("*.md")} - {"README"}
    assert set(OURS) <= pages
    assert {page for page in pages if not page.startswith("M5")} <= set(CODES)
    assert (PAGES / "README.md").read_text().endswith(index()), "run python -m tests.files.pages"


def test_every_code_in_the_source_is_registered():
    used = set()
    rooms = ("moot/files", "moot/case/problems", "moot/proof", "moot/study/tells")
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        used |= set(re.findall(r'"([MJ][0-9]{3})"', path.read_text()))
    assert used <= set(CODES)
    assert set(OURS) <= used


@pytest.mark.parametrize("code", sorted(page.stem for page in PAGES.glob("M*.md") if page.stem in CODES))
def test_writing_the_head_again_keeps_what_was_written_by_hand(code: str):
    """Writing the heads of all pages again took away the advice under the head of M315."""
    page = (PAGES / f"{code}.md").read_text()
    assert with_head(code, page) == page
    assert "By hand.\n\n## " in with_head(code, page.replace("\n## ", "\nBy hand.\n\n## ", 1))
