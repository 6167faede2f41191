"""Every code of the proof has a page, and the examples on it are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moot.commands.case.must import answered, must_problems
from moot.errors import MootError
from moot.files.case.read import read_case
from moot.files.loading import load_bench
from moot.proof import prove
from moot.proof.codes import PROOF_CODES
from tests.files.pages import PAGES, examples, head, run

WITH_EXAMPLES = sorted(code for code in PROOF_CODES if code >= "M510")
ROOT = Path(__file__).parent.parent.parent


def seated(case):
    try:
        return load_bench(case.bench)
    except MootError:
        return None


def found(page: str, example: str, folder: Path):
    assert [problem for problem in run(example, folder) if problem.severity == "error"] == []
    case, _ = read_case(folder / "base-case.yaml")
    if case.must:
        return must_problems(answered(case, seated(case), None, folder / "base-case.yaml"))
    alone = re.search(r"Before `(\w+)` sitting alone", page)
    return prove(case, judges=load_bench([alone[1]] if alone else case.bench)).problems


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_page(code, tmp_path):
    page = (PAGES / f"{code}.md").read_text()
    both = examples(page)
    hit = [problem for problem in found(page, both["broken"], tmp_path) if problem.code == code]
    assert hit
    assert all(problem.severity == PROOF_CODES[code][1] and problem.key for problem in hit)
    assert [problem for problem in found(page, both["mended"], tmp_path) if problem.code == code] == []


@pytest.mark.parametrize("code", sorted(PROOF_CODES))
def test_the_page_begins_as_the_registry_says(code):
    assert (PAGES / f"{code}.md").read_text().startswith(head(code)), "run python -m tests.files.pages"


def test_every_code_in_the_source_is_registered_and_used():
    used = set()
    for path in (*(ROOT / "moot/proof").glob("*.py"), ROOT / "moot/commands/case/must.py"):
        if path.name != "codes.py":
            used |= set(re.findall(r'"(M5[0-9]{2})"', path.read_text()))
    assert used == set(PROOF_CODES)
