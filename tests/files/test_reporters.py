"""Citations held against a list of reporters, with the extra and without it."""

from __future__ import annotations

import importlib
import sys

import pytest

from moot.files.case.read import read_case_text
from moot.files.cites import reporters
from moot.files.cites.check import check_citations
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text(encoding="utf-8")
LISTED = """
import datetime
EDITIONS = {"U.S.": "U.S.", "F.": "F.", "F.2d": "F.", "F.3d": "F."}
VARIATIONS_ONLY = {"U. S.": ["U.S."]}
def _from(year):
    return {"start": datetime.datetime(year, 1, 1), "end": datetime.datetime(1988, 12, 31)}
REPORTERS = {
    "U.S.": [{"editions": {"U.S.": _from(1875)}}],
    "F.": [{"editions": {"F.": _from(1880), "F.2d": _from(1924), "F.3d": _from(1993)}}],
}
"""
READS = """
import re
class FullCaseCitation:
    def __init__(self, found):
        self.found = found
    def span(self):
        return self.found.span()
def get_citations(text):
    return [FullCaseCitation(each) for each in re.finditer(r"\\d{4}-Nowhere-\\d+", text)]
"""


@pytest.fixture
def extra(tmp_path, monkeypatch):
    """Two packages of these names, small enough to know all of."""
    for name, text in (("eyecite", READS), ("reporters_db", LISTED)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield
    for name in ("eyecite", "reporters_db"):
        sys.modules.pop(name, None)


@pytest.fixture
def without(monkeypatch):
    monkeypatch.setattr(reporters, "at_hand", lambda: False)


def case_with(cite: str, *, real: bool = True):
    old = next(line for line in BASE.splitlines() if "cite:" in line)
    was = old.split("cite: ")[1].split(", court")[0]
    text = BASE.replace(was, f'"{cite}"', 1)
    if not real:
        text = text.replace("real: true", "real: false")
    case, problems = read_case_text(text, "")
    assert case is not None, problems
    return case


def told(cite: str, *, real: bool = True) -> list[str]:
    return [f"{each.message} ({each.help})" for each in reporters.check_reporters(case_with(cite, real=real))]


@pytest.mark.parametrize(
    ("cite", "says"),
    [
        ("12 F.9d 34 (5th Cir. 1990)", "no reporter is called `F.9d`: 12 F.9d 34 (5th Cir. 1990) (did you mean `F.` or `F.2d` or `F.3d`?)"),
        ("12 F.3d 34 (5th Cir. 1986)", "`F.3d` has no volume of 1986: 12 F.3d 34 (5th Cir. 1986) (it began in 1993; correct the series or the year)"),
    ],
)  # fmt: skip
def test_a_reporter_that_does_not_exist_or_began_later_is_told(extra, cite: str, says: str) -> None:
    assert told(cite) == [says]


@pytest.mark.parametrize(
    "cite",
    ["12 U.S. 34 (1990)", "12 U. S. 34 (1990)", "12 F. 34 (1816)", "12 F.2d 34 (5th Cir. 1999)", "5 Q.B. 256 (1893)", "[2019] UKSC 41"],
)  # fmt: skip
def test_what_the_list_may_be_wrong_about_or_does_not_hold_is_passed_over(extra, cite: str) -> None:
    """The list has wrong last years (F. Supp. to 1988) and no reporters of other countries."""
    assert told(cite) == []


def test_an_invented_case_has_invented_reporters(extra) -> None:
    assert told("12 F.9d 34 (1990)", real=False) == []


def test_a_form_that_only_eyecite_knows_is_known_with_it(extra) -> None:
    assert reporters.form_is_known("2001-Nowhere-12 (2001)")
    assert not reporters.form_is_known("2001-Nowhere-12 and much more that is no citation")


def test_without_the_extra_the_form_alone_counts(without) -> None:
    assert told("12 F.9d 34 (5th Cir. 1990)") == []
    assert not reporters.form_is_known("2001-Nowhere-12 (2001)")
    assert [each.code for each in check_citations(case_with("no citation"), reporters.form_is_known)] == ["M318"]
