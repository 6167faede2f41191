"""Sentences that a professor could not read to a class from an opinion, each over sittings drawn by seed."""

from __future__ import annotations

import re

import moot
from moot.case import IssueKind, Modality, OpinionKind
from moot.opinion.document import Adopted, Held
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
    frames = [style.frames.get(place, ()) for style in STYLES.values() for place in ("accept.answer", "told.answer")]
    assert not any("about this" in frame for some in frames for frame in some)


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


def test_a_dissent_begins_with_its_rule_and_not_with_how_the_rule_applies() -> None:
    """`The case comes down to this. I would hold that this arrest was no more harmful than the usual arrest`, of a dissent on the standard."""
    seen = 0
    for one in every():
        for opinion in one.ruling.opinions[1:]:
            if opinion.kind is not OpinionKind.DISSENTING:
                continue
            lead = one.ruling.opinions[0].holdings
            own = [one.ruling.case.issue[step.issue] for step in opinion.walk if lead.get(step.issue) != step.position]
            first = one.document.section(opinion.number).paragraphs[0]
            held = [one.ruling.case.issue[stated.issue] for stated in first.states if isinstance(stated, Held)]
            for issue in held:
                rules = [rule for rule in own if rule.kind is IssueKind.LAW and not rule.preliminary]
                seen += bool(rules)
                assert issue.kind is IssueKind.LAW or not rules or issue not in own, (one, issue.id)
    assert seen


def test_nothing_is_added_to_what_has_not_been_said() -> None:
    """`Add to this, with respondents, ...` and `Nor can it be denied, ...` begin no paragraph."""
    for one in every():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                assert not paragraph.text.startswith(("Add to this", "Nor can it be denied")), paragraph.text


def test_a_remark_and_a_principle_stand_without_what_went_before() -> None:
    """They follow the writer's own answer as often as the other side's: `Respondents are right. As legislation that may have much to recommend it.`"""
    said = [text for style in STYLES.values() for _, text in style.against]
    said += [frame for style in STYLES.values() for frame in style.frames["principle"]]
    pointing = re.compile(r"^It is that|^As legislation that\b|\b(?:where|what) that\b")
    assert [text for text in said if pointing.search(text)] == []
