"""Sentences that a professor could not read to a class from an opinion, each over sittings drawn by seed."""

from __future__ import annotations

import re

import moot
from moot.case import Modality, OpinionKind
from moot.opinion.document import Adopted
from moot.opinion.prose.citing import full
from moot.opinion.prose.grammar import would
from moot.opinion.prose.styles import STYLES
from tests.opinion.test_reading_aloud import every

_THEIRS = re.compile(
    r"(?:relies on|accepts|is impressed by|swallows|against this\? The) (?:the )?argument that ([^.]+)\."
    r"|argument, on which [^,]+ relies, that ([^.]+)\."
)
_TO_WHAT = re.compile(r"^(?:Pressed at argument, counsel|The answer of counsel|Counsel for \w+ told the Court)")


def test_an_argument_is_called_the_courts_only_where_its_opinion_has_it() -> None:
    """`The Court is impressed by the argument that ...`, of an argument that the Court's opinion does not mention."""
    seen = 0
    for one in every():
        lead = one.page(one.ruling.opinions[0]).lower()
        for opinion in one.ruling.opinions[1:]:
            for found in _THEIRS.finditer(one.page(opinion)):
                seen += 1
                assert (found[1] or found[2]).lower() in lead, found[0]
    assert seen


def test_no_part_of_the_courts_opinion_begins_with_what_counsel_answered() -> None:
    """`III. Asked about this at argument, counsel answered ...`: about what?"""
    for one in every():
        for number in range(2, 12):
            for found in re.finditer(rf"### {'I' * number}\n\n(.*)", one.document.markdown()):
                assert not _TO_WHAT.search(found[1]), found[1]
    assert not any(
        "about this" in frame for style in STYLES.values() for frames in style.frames.values() for frame in frames
    )


def test_common_experience_supports_no_reading_of_a_text() -> None:
    """`Common experience supports what petitioners argue, that probable cause is in another clause.`"""
    for one in every():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                if "Common experience supports" in paragraph.text:
                    taken = [stated.argument for stated in paragraph.states if isinstance(stated, Adopted)]
                    kinds = {one.ruling.case.arguments[id].modality for id in taken}
                    assert kinds & {Modality.ETHICAL, Modality.FACTUAL, Modality.PRUDENTIAL}, paragraph.text


def test_only_an_answer_that_weighs_is_told_that_weighing_decides_nothing() -> None:
    """`Statutes show what legislatures have allowed. ... A test that weighs everything decides nothing`: it weighs nothing."""
    for one in every():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                rest = paragraph.text.replace("A test that weighs everything", "")
                if rest != paragraph.text:
                    assert re.search(r"weigh|balanc|circumstances|conscience", rest), paragraph.text


def test_who_dissents_in_part_says_what_judgment_should_be_entered() -> None:
    for one in every():
        for opinion in one.ruling.opinions:
            if opinion.kind is OpinionKind.IN_PART and opinion.disposition is not one.ruling.disposition:
                assert f"I would {would(opinion.disposition)}." in one.page(opinion)


def test_a_book_is_cited_by_its_author_and_title_once() -> None:
    """`Blackstone's Commentaries, 4 Bl. Comm. 189 (1769)` names the book twice."""
    atwater, glucksberg = (moot.load_case(id).authority for id in ("atwater-v-lago-vista", "washington-v-glucksberg"))
    assert full(glucksberg["blackstone"]) == "4 W. Blackstone, Commentaries *189 (1769)"
    assert full(atwater["hale"]) == "2 M. Hale, Pleas of the Crown 88 (1736)"
    assert full(atwater["model-code"]) == "Model Code of Pre-Arraignment Procedure § 120.1(1)(c) (Am. Law Inst. 1975)"


def test_no_remark_is_in_the_idiom_of_another_country() -> None:
    said = [text for style in STYLES.values() for _, text in style.against]
    assert not any("heavy weather" in text for text in said)
