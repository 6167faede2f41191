"""Composed rulings: they say what was found, nothing else, and read as prose."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import confer
from moot.bench.writing import ruling_document
from moot.bench.writing_document import Held
from moot.case import Heard
from tests import support as small
from tests.bench.test_conference import hold

CASE = moot.load_case("sacramento-v-lewis")
BENCHES = {name: moot.load_bench(name) for name in ("lewis-1998", "three")}
calm = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))

heards = st.builds(
    lambda full, half, answers: Heard(full=full, half=half - full, answers=answers),
    st.frozensets(st.sampled_from(sorted(CASE.point)), max_size=20),
    st.frozensets(st.sampled_from(sorted(CASE.point)), max_size=8),
    st.frozensets(st.sampled_from(sorted(CASE.answers)), max_size=15),
)


def squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", text).lower()


@calm
@given(heards, st.sampled_from(sorted(BENCHES)))
def test_the_findings_are_read_back_out_of_the_prose(heard, name) -> None:
    ruling = confer(CASE, BENCHES[name], heard)
    document = ruling_document(ruling)
    for section in document.sections:
        if section.opinion is None:
            continue
        opinion = ruling.opinions[section.opinion]
        prose = squeezed(" ".join(paragraph.text for paragraph in section.paragraphs))
        findings = ruling.reasonings[opinion.author].findings
        for state in section.states:
            if isinstance(state, Held):
                assert findings[state.issue] == state.position, "a holding is claimed that was not found"
        if opinion.kind.value != "concurring":
            for step in opinion.walk:
                said = squeezed(CASE.issue[step.issue].position(step.position).text).strip()
                assert said.split(" ", 1)[1] in prose, f"the holding on {step.issue} is not in the prose"


@calm
@given(heards, st.sampled_from(sorted(BENCHES)), st.integers(30, 120))
def test_the_prose_is_tidy_and_deterministic(heard, name, width) -> None:
    ruling = confer(CASE, BENCHES[name], heard)
    lines = ruling_document(ruling).lines(width)
    assert lines == ruling_document(confer(CASE, BENCHES[name], heard)).lines(width)
    text = "\n".join(lines)
    assert not re.search(r"[{}]|(?<!\.)\.\.(?!\.)|,,|  \S|;\.|\?\.|:\.| \.(?!\w)", text), re.search(
        r".{20}([{}]|\.\.|,,|;\.|\?\.|:\.).{5}", text
    )
    assert all(len(line) <= width or " " not in line.strip() for line in lines)
    assert "imulated" in text
    for section in ruling_document(ruling).sections:
        assert "imulated" in section.notice or section.opinion is None


@pytest.mark.parametrize(
    ("votes", "says"),
    [
        ("rrraa", "delivered the opinion"),
        ("rrvva", "announced the judgment"),
        ("rraa", "equally divided"),
        ("rrr", "delivered the opinion"),
    ],
)
def test_the_line_up_says_what_carries_the_judgment(votes, says) -> None:
    assert says in hold(votes).line_up


def test_the_real_line_up_reads_like_a_syllabus() -> None:
    round = moot.Round(CASE, BENCHES["lewis-1998"])
    for move in CASE.historical.line:
        round.push(move)
    assert round.outcome().ruling.line_up == (
        "Souter, J., delivered the opinion of the Court, in which Rehnquist, C. J., and O'Connor, Kennedy, Ginsburg, and "
        "Breyer, JJ., joined. Rehnquist, C. J., filed a concurring opinion. Kennedy, J., filed a concurring opinion, in which "
        "O'Connor, J., joined. Breyer, J., filed a concurring opinion. Stevens, J., filed an opinion concurring in the "
        "judgment. Scalia, J., filed an opinion concurring in the judgment, in which Thomas, J., joined."
    )


def test_an_equally_divided_court_says_one_sentence() -> None:
    document = ruling_document(hold("rraa"))
    said = [paragraph.text for section in document.sections for paragraph in section.paragraphs]
    assert said == ["The judgment is affirmed by an equally divided Court."]


def test_a_case_of_one_judge_can_be_written() -> None:
    case = small.case()
    ruling = confer(case, small.bench(small.judge("j")), Heard())
    assert ruling_document(ruling).lines(78)
