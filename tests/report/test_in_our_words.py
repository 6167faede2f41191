"""A passage of a real opinion that the case file does not quote is told in our own words, and never in quotation marks."""

from __future__ import annotations

from dataclasses import replace

import moot
from moot.case import Case, Side, Treatment
from moot.counsel import Novice
from moot.files.cites.quotations import check_quotations
from moot.files.cites.tally import UNCHECKED, tally
from moot.files.folders import list_cases
from moot.plain.closing import mark_lines
from moot.report.build import report
from moot.report.debrief.court import agreeing
from moot.report.page.markdown import sitting_markdown
from moot.report.page.sitting import gather
from moot.report.page.sitting_html import sitting_html
from moot.report.reader import library

ID = "wilson-v-layne"
BLANK = frozenset({"m-not-follow", "m-objectives", "m-own-story", "m-fall-short", "m-relations", "m-reporters"})
"""Passages whose words are taken out here, as a coach leaves them out who has no copy of that page."""


def unquoted() -> Case:
    """The shipped case with these passages told in our own words."""
    case = moot.load_case(ID)
    opinions = tuple(
        replace(
            opinion,
            holdings=tuple(replace(each, quote="") if each.id in BLANK else each for each in opinion.holdings),
        )
        for opinion in case.opinions
    )
    return replace(case, opinions=opinions)


CASE = unquoted()
BENCH = moot.load_bench(CASE.bench)
OURS = {holding.id: holding for opinion in CASE.opinions for holding in opinion.holdings if not holding.quote}


def test_the_passages_without_a_quotation_are_those_left_without_one() -> None:
    assert set(OURS) == BLANK


def test_no_page_of_a_sitting_puts_marks_around_nothing() -> None:
    round = moot.Round(CASE, BENCH, seed=11, format="quick")
    round.play_out(petitioner=Novice(11), respondent=Novice(12))
    marks = [mark for mark in report(round).marks if mark.treatment is not Treatment.NOT_REACHED]
    ours = [mark for mark in marks if mark.holding in OURS]
    assert ours
    told = gather(round, list_cases()[ID].parent, Side.PETITIONER)
    plain = " ".join(
        each.text for each in mark_lines(marks, {side: side.value for side in Side}, real=True) if hasattr(each, "text")
    )
    for page in (plain, sitting_markdown(told), sitting_html(told)):
        assert "“”" not in page
    for mark in ours:
        assert f"{OURS[mark.holding].gist} ({mark.pin})" in plain
        assert "“" not in mark.told


def test_the_reader_of_opinions_shows_them_in_our_words() -> None:
    (majority, _) = library(CASE, BENCH, None)
    assert {each.holding for each in majority.passages if not each.words} == set(OURS)


def test_the_sentence_beside_an_answer_is_the_gist() -> None:
    marked = [
        answer.id
        for answer in CASE.answers.values()
        if any(mark.holding in OURS and mark.treatment is Treatment.ADOPTED for mark in answer.marks)
    ]
    sentence = agreeing(CASE, BENCH, marked[0])
    assert sentence is not None
    assert sentence.words == sentence.gist
    assert "“" not in sentence.words


def test_what_is_not_quoted_is_not_counted_as_a_quotation() -> None:
    folder = list_cases()[ID].parent
    counted = tally(CASE, check_quotations(CASE, folder))
    many = sum(len(opinion.holdings) for opinion in CASE.opinions)
    assert sum(counted.values()) == counted[UNCHECKED] == many - len(OURS)
