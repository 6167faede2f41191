"""Faults that a reader heard when rulings were read aloud, each over sittings drawn by seed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from moot.bench.conference import JudgmentBy
from moot.case import Modality, OpinionKind, PositionRef
from moot.case.language.speech import sentences
from moot.case.presented import answers_it
from moot.opinion.document import Adopted, Held, Rejected
from moot.opinion.plan import grounds, short_of
from moot.opinion.prose.clauses import bare, formal, that
from moot.opinion.prose.grammar import number_of, numbered, roman, would
from moot.opinion.prose.styles import STYLES
from moot.opinion.writing.real import quoted_again
from tests.opinion.sittings import CASES, Sitting, bench_of, case_of, sittings

SEEDS = range(3)
_AGREED = re.compile(r"(?:and (?:we|I) agree|is correct|to us sound|Just so|Exactly|helpful and fair)\.$")
_ALREADY = ("undercut", "undermine")


def every() -> Iterator[Sitting]:
    for case in CASES:
        yield from sittings(case, SEEDS)


def _remarks(place: str) -> set[str]:
    judges = [judge for name in ("lewis-1998", "three", "fictional") for judge in bench_of(name).judges]
    return {sentences(phrase)[0] for judge in judges for phrase in judge.voice.writes.get(place, ())}


def test_a_judges_own_remark_is_not_a_second_verdict() -> None:
    """`The answer seems to us sound. The point is a sound one.`; `The argument proves too much. The argument assumes, however, ...`"""
    accepting, rejecting = _remarks("adopts"), _remarks("rejects")
    verdicts = {
        frame.split("{")[0].strip()
        for style in STYLES.values()
        for place in _ALREADY
        for frame in style.frames[place]
        if len(frame.split("{")[0].split()) > 2
    }
    seen = 0
    for one in every():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                told = sentences(paragraph.text)
                for before, after in zip(told, told[1:], strict=False):
                    seen += after in accepting or before in rejecting
                    assert after not in accepting or not _AGREED.search(before), (before, after)
                    assert before not in rejecting or not after.startswith(tuple(verdicts)), (before, after)
    assert seen > 20


def test_an_opinion_that_does_not_answer_the_question_presented_says_so() -> None:
    """`May an officer ...? The answer is that the law was not clearly established`: no answer to what was asked."""
    lewis = case_of("sacramento-v-lewis")
    assert [issue.id for issue in lewis.issues if not answers_it(lewis, issue.id)] == ["established"]
    for id in CASES:
        assert id == "sacramento-v-lewis" or all(answers_it(case_of(id), issue.id) for issue in case_of(id).issues)
    passed = 0
    for one in sittings("sacramento-v-lewis", range(8)):
        lead = one.ruling.lead
        if lead is None:
            continue
        opening = one.document.section(lead.number).paragraphs[0].text
        reached = any(answers_it(lewis, step.issue) for step in grounds(one.ruling, lead))
        passed += not reached
        says = re.search(r"do not (?:reach|get that far)|unnecessary to answer that question", opening) is not None
        assert says is not reached, opening
    assert passed


def test_answers_shared_with_one_opinion_stand_in_one_sentence() -> None:
    """`I agree with the plurality that A. With the plurality I conclude that B. I too would hold that C.`"""
    starts = (
        "I agree with",
        "With ",
        "I too would hold",
        "It is common to both",
        "Like ",
        "I share",
        "I am persuaded, with",
        "It seems to me",
    )
    for one in every():
        for opinion in one.ruling.opinions[1:]:
            told = sentences(one.page(opinion))
            for first, second in zip(told, told[1:], strict=False):
                same = [
                    re.search(r"(?:[Tt]he (?:Court|plurality)|Justice [A-Z][\w']+)", text) for text in (first, second)
                ]
                if first.startswith(starts) and second.startswith(starts) and all(same) and "Part" not in first:
                    assert same[0][0] != same[1][0], (first, second)


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 90, 499, 2999])
def test_a_numeral_is_read_back(number: int) -> None:
    assert number_of(roman(number)) == number


def test_parts_in_a_row_are_named_as_a_run() -> None:
    """`Parts III, IV, V, VI, VII, VIII, and IX of the plurality's opinion`."""
    assert numbered(["II"]) == "Part II"
    assert numbered(["II", "III"]) == "Parts II and III"
    assert numbered(["III", "IV", "V", "VI"]) == "Parts III through VI"
    assert numbered(["II", "IV", "V", "VI", "IX"]) == "Parts II, IV through VI, and IX"


@pytest.mark.parametrize("id", CASES)
def test_a_parenthetical_begins_with_a_participle_or_is_a_phrase(id: str) -> None:
    """`(called the State's interest in life unqualified)`, `(and of the passenger compartment)`, `(an arrest allows a full search)`."""
    finite = r"\b(?:is|are|was|were|isn't|may|must|need|does|do|did|had|has|have|can|cannot|stands|allows|applies|guides|justifies|parts|saw|seeks)\b"
    wrong = []
    for argument in case_of(id).arguments.values():
        for cited in argument.citations:
            first = cited.says.split(" ")[0]
            if first.endswith("ing") or cited.says.startswith("not "):
                continue
            if re.match(
                r"and\b|[a-z]{4,}ed (?!in\b|by\b|patient|liberty|consent)|(?:spoke|held|took|found|let|gave) ",
                cited.says,
            ) or re.search(
                finite,
                cited.says.partition(" who ")[0].partition(" that ")[0].partition(", which ")[0].partition(" whom ")[0],
            ):
                wrong.append(cited.says)
    assert wrong == []


def test_an_opinion_apart_gives_its_reasons() -> None:
    """Six opinions in one ruling left about a hundred words to each of those apart, with the reasons cut to a sentence."""
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions[1:]:
            if opinion.kind is OpinionKind.CONCURRING:
                continue
            section, page = one.document.section(opinion.number), one.page(opinion)
            assert len(section.paragraphs) >= 3, page
            for stated in section.states:
                if isinstance(stated, Held) and stated.issue == grounds(one.ruling, opinion)[-1].issue:
                    reasons = sentences(case.issue[stated.issue].position(stated.position).reasons)
                    halves = [half for reason in reasons for half in re.split(r"[;.] ?", reason) if len(half) > 20]
                    # Reasons that an earlier opinion gave are not given again.
                    pages = " ".join(one.page(each) for each in one.ruling.opinions[: opinion.number + 1]).lower()
                    told = sum(half.lower()[3:] in pages for half in halves)
                    assert told >= min(2, len(halves)), (halves, page)


def test_what_a_dissent_would_do_is_said_once() -> None:
    """`I would reverse. ... I would reverse the judgment below, and I dissent.`"""
    for one in every():
        for opinion in one.ruling.opinions[1:]:
            if opinion.kind is OpinionKind.DISSENTING:
                order = f"would {would(opinion.disposition)}"
                assert len(re.findall(rf"\b{order}\b(?! and)", one.page(opinion))) <= 1, one.page(opinion)


def test_where_no_opinion_speaks_for_the_court_none_is_called_the_courts() -> None:
    """`The Court gets the judgment right and the reason wrong`, where there was no opinion of the Court; a Justice alone `holds`."""
    for one in every():
        leads = one.ruling.judgment_by is not JudgmentBy.NO_LEAD
        for opinion in one.ruling.opinions[1:]:
            page = one.page(opinion)
            if not leads:
                assert not re.search(r"[Tt]he Court(?:'s opinion| gets| holds| announces| accepts)", page), page
            assert not re.search(r"Justice [A-Z][\w']+ (?:holds|announces) that", page), page


def test_a_separate_opinion_was_not_argued_to_its_author_alone() -> None:
    """`Counsel for respondents told me at argument`; `respondents ask me to believe`."""
    for one in every():
        for opinion in one.ruling.opinions:
            assert not re.search(r"\b(?:told|ask|asks|before|to) me (?:at argument|to believe|that)", one.page(opinion))


def test_a_remark_fits_the_argument_it_is_made_on() -> None:
    """`At common law ... . That is not law but a mood`; `No one has produced a source for this`, of an argument that cited three."""
    seen = 0
    for one in every():
        arguments = one.ruling.case.arguments
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                for stated in paragraph.states:
                    if isinstance(stated, Rejected):
                        met = arguments[stated.argument]
                        from_law = met.modality in (Modality.TEXTUAL, Modality.HISTORICAL, Modality.DOCTRINAL)
                        from_facts = met.modality is Modality.FACTUAL
                        assert not from_facts or "it as legislation" not in paragraph.text, paragraph.text
                        assert not met.cites or "produced a source" not in paragraph.text, paragraph.text
                        assert not from_law or "not law but a mood" not in paragraph.text, paragraph.text
                        assert not from_law or "Judges are not legislators" not in paragraph.text, paragraph.text
                        seen += from_law
    assert seen > 20


def test_an_opinion_takes_no_answer_that_the_case_file_values_at_nothing() -> None:
    """`We agree with what counsel said, that Mays should be adopted whole`."""
    taken = 0
    for one in every():
        for section in one.document.sections:
            for stated in section.states:
                if isinstance(stated, Adopted) and stated.argument not in one.ruling.case.point:
                    answer = one.ruling.case.answers[stated.argument]
                    taken += 1
                    assert answer.worth is None or answer.worth > 0, answer.id
    assert taken > 10


def test_those_who_differ_are_given_a_reason_where_they_are_answered() -> None:
    """`We disagree for the reasons stated in Part II.` and no more, though a reason had been there to give."""
    given = 0
    for one in every():
        lead = one.ruling.lead
        if lead is None:
            continue
        case, parts = one.ruling.case, one.document.section(lead.number).parts
        replies = " ".join(paragraph.text for paragraph in parts[-2].paragraphs)
        for step in lead.walk:
            last = sentences(formal(case.issue[step.issue].position(step.position).reasons))[-1:]
            given += any(reason in replies for reason in last)
    assert given > 10


def test_a_quotation_of_a_quotation_of_a_quotation_has_double_marks_again() -> None:
    """`applies to all arrests, without the need to 'balance' the interests`, all in single marks."""
    assert quoted_again("plain words of the officers' own") == "plain words of the officers' own"
    assert quoted_again('the "core" of it') == "the 'core' of it"
    assert quoted_again("it \"applie[s], with no need to 'balance' the officers' interests\"") == (
        "it 'applie[s], with no need to “balance” the officers' interests'"
    )


def test_a_finding_for_the_losing_side_is_told_to_be_too_little() -> None:
    """`A jury could find conscious disregard of the boys' lives. Accordingly, I would reverse`, with no word of why that is not enough."""
    seen = 0
    for one in sittings("sacramento-v-lewis", range(8)):
        for opinion in one.ruling.opinions:
            law = short_of(one.ruling, opinion)
            if law is None or opinion.kind is OpinionKind.CONCURRING:
                continue
            seen += 1
            holds = one.ruling.case.issue[law.issue].position(law.position).holds
            assert f"That is not enough, because {bare(that(holds))}." in one.page(opinion), opinion
    assert seen


def test_an_opinion_meets_no_argument_with_one_that_it_rejects() -> None:
    """`Deliberate indifference should be enough here`, as the reply of an opinion that holds that only a purpose to harm is."""
    seen = 0
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions:
            for paragraph in one.document.section(opinion.number).paragraphs:
                for stated in paragraph.states:
                    for by in stated.by if isinstance(stated, Rejected) else ():
                        if case.arguments[by].offends:
                            continue
                        urged = [ref for ref in case.arguments[by].urges if ref.issue in opinion.holdings]
                        seen += 1
                        assert not urged or any(opinion.holdings[ref.issue] == ref.position for ref in urged), stated
    assert seen > 20


def test_an_instinct_to_do_the_job_answers_deliberate_indifference_too() -> None:
    """A reversal for want of a purpose to harm, by an opinion that holds deliberate indifference enough."""
    finding = case_of("sacramento-v-lewis").issue["application"].position("no-shock")
    assert "no time to deliberate" in finding.holds
    assert "has not been deliberately indifferent" in finding.reasons
    lewis = case_of("sacramento-v-lewis")
    urged = PositionRef("application", "no-shock")
    told = [lewis.answers[id].says for id, one in lewis.arguments.items() if id in lewis.answers and urged in one.urges]
    assert told
    assert not any("disregard is the most" in says for says in told), (
        "an instinct to do his job, because he disregarded life"
    )


@pytest.mark.parametrize("case", CASES)
def test_a_holding_is_one_clause_that_can_stand_as_a_sentence(case: str) -> None:
    """`(b) A cracked wall does not wait sixty days, and that a State which speaks before it acts is excused`, in a syllabus."""
    for issue in case_of(case).issues:
        for position in issue.positions:
            assert not re.search(r", (?:and|but|or) that\b", position.holds), position.holds
