"""The limits of the proof and of the checks hold: a heavy file is checked, bounded or refused, and never goes on forever.

Work is counted, not timed: each test says how much was done.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import moot
from moot.case import Step
from moot.case.problems.tree import _Under
from moot.files.case.read import read_case_text
from moot.opinion import ruling_document
from moot.opinion.document import Document
from moot.opinion.plan import parts_of
from moot.opinion.prose.grammar import roman
from moot.proof.fast import head_graphs
from moot.proof.partial import COVER, bounded
from moot.proof.prove import prove
from moot.round.rules import rules_for
from tests.proof import heavy


@pytest.fixture
def small(monkeypatch):
    """A limit on work that a test has time to reach."""
    monkeypatch.setattr("moot.proof.fast.survey.WORK", 100_000)


@pytest.mark.parametrize("text", [heavy.guarded(40), heavy.at_the_maximum()], ids=["guarded", "maximum"])
def test_a_case_too_heavy_to_prove_is_bounded_and_names_the_limit(small, text) -> None:
    case, found = read_case_text(text, "base-case.yaml")
    assert case is not None, found
    certificate = prove(case)
    assert certificate.verdict == "BOUNDED"
    assert certificate.depth
    (problem,) = certificate.problems
    assert problem.code == "M505"
    assert "more than 100,000 steps of work" in problem.message


def test_a_higher_bound_gives_more_work(small) -> None:
    case, _ = read_case_text(heavy.guarded(18), "base-case.yaml")
    assert prove(case).verdict == "BOUNDED"
    assert prove(case, bound=100_000_000).verdict == "PROVED"


def test_a_shipped_case_stays_far_from_the_limit(monkeypatch) -> None:
    spent: list[head_graphs.Work] = []
    real = head_graphs.Work.__init__

    def noted(self, *limits):
        real(self, *limits)
        spent.append(self)

    monkeypatch.setattr(head_graphs.Work, "__init__", noted)
    assert prove(moot.load_case("wilson-v-layne")).verdict == "PROVED"
    assert spent[0].done * 4 < spent[0].limit


def test_bounded_follows_no_more_moves_than_its_cover() -> None:
    case, _ = read_case_text(heavy.guarded(40), "base-case.yaml")
    rules = rules_for(case)
    followed = 0

    def steps(state):
        nonlocal followed
        found = rules.transitions(state)
        followed += len(found)
        return found

    seen = bounded(rules, steps, 20_000_000, 20_000)
    assert seen.depth
    assert followed <= 20_000 + 100
    assert COVER < head_graphs.WORK


def test_a_cover_counts_what_ends_within_it_as_before() -> None:
    case = moot.load_case("first-argument")
    whole = prove(case)
    seen = bounded(rules_for(case), rules_for(case).transitions, 10**9, 10**9)
    assert (seen.states, seen.moves, seen.lines) == (whole.states, whole.moves, whole.paths)
    assert (seen.shortest, seen.longest, seen.depth) == (whole.shortest, whole.longest, whole.longest)


def test_a_chain_of_thousands_of_nodes_is_gone_through_once() -> None:
    _, found = read_case_text(heavy.chain(400), "base-case.yaml")
    assert sum(problem.code == "M304" for problem in found) == 100
    case, found = read_case_text(heavy.chain(8000), "base-case.yaml")
    assert case is None
    assert "M109" in {problem.code for problem in found}


def test_nodes_that_come_back_to_themselves_are_found_in_any_tree() -> None:
    case = moot.load_case("sacramento-v-lewis")
    under = _Under({node.id: node for node in case.tree.nodes})
    assert not under.looping
    assert under.reached(case.tree.root) == {node.id for node in case.tree.nodes}


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (49, "XLIX"), (89, "LXXXIX"), (90, "XC"), (144, "CXLIV"), (2999, "MMCMXCIX")]
)
def test_a_walk_of_ninety_issues_has_numerals(number, numeral) -> None:
    assert roman(number) == numeral


def ninety() -> moot.Round:
    """A sitting of a case whose every walk has ninety issues, played out."""
    case, found = read_case_text(heavy.long_walk(90), "base-case.yaml")
    assert case is not None, found
    assert prove(case).verdict == "PROVED"
    round = moot.Round(case, moot.load_bench("three"), seed=1)
    round.play_out(petitioner=moot.counsel.Novice(1), respondent=moot.counsel.Novice(2))
    return round


def unanswered(document: Document, walk: tuple[Step, ...]) -> list[str]:
    """The issues of the walk whose answer the syllabus does not give with its part, or which that part of the opinion does not answer."""
    held = "\n".join(paragraph.text for paragraph in document.syllabus.paragraphs)
    parts = {part.number: " ".join(one.text for one in part.paragraphs) for part in document.section(0).parts}
    missing = []
    for step in walk:
        number = step.issue.removeprefix("i-")
        answer = f"t is {'not ' if step.position == 'not' else ''}so of {number}"
        found = re.findall(rf"Is it so of {number}\? Answer: i{answer} \(Part ([IVXLC]+)\)\.", held)
        if len(found) != 1 or f"Is it so of {number}? I{answer}." not in parts.get(found[0], ""):
            missing.append(step.issue)
    return missing


def test_a_walk_of_ninety_issues_comes_to_a_ruling_in_words() -> None:
    """A ruling that left out eighty-nine of ninety issues passed, as long as it said `affirmed`."""
    from moot.plain.closing import closing

    round = ninety()
    ruling = round.outcome().ruling
    lead = ruling.lead
    assert len(lead.walk) == 90
    assert unanswered(ruling_document(ruling), lead.walk) == []
    shown = "\n".join(para.text for para in closing(round, ruling))
    assert all(f"so of {number}." in shown for number in range(90))


@pytest.mark.parametrize("left_out", [0, 44, 88])
def test_an_issue_left_out_of_a_ruling_of_ninety_is_missed(monkeypatch, left_out: int) -> None:
    ruling = ninety().outcome().ruling
    walk = ruling.lead.walk
    whole = parts_of(ruling, ruling.lead)
    gone = walk[left_out]
    short = tuple(replace(part, steps=tuple(step for step in part.steps if step != gone)) for part in whole)
    monkeypatch.setattr("moot.opinion.context.parts_of", lambda *_: short)
    assert unanswered(ruling_document(ruling), walk) == [gone.issue]
