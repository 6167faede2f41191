"""Faults that a teacher of law found in rulings: findings that deny each other, opinions without their reasons or their conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from moot.bench.conference import JudgmentBy
from moot.case import Case, OpinionKind
from moot.case.language.speech import sentences
from moot.opinion import ruling_document
from moot.opinion.document import Adopted, Agreed
from moot.opinion.plan import divided, preliminaries
from moot.opinion.prose.clauses import flat
from moot.opinion.writing.real import quoted_again
from tests.golden.test_historical import historical
from tests.opinion.sittings import CASES, Sitting, case_of, sittings


def every() -> Iterator[Sitting]:
    for case in CASES:
        yield from sittings(case, range(4))


def _walks(case: Case) -> Iterator[dict[str, str]]:
    """Every way down the tree: issue to position."""

    def down(id: str, taken: dict[str, str]) -> Iterator[dict[str, str]]:
        node = case.tree.node(id)
        if node.disposition is not None:
            yield taken
            return
        for position, child in node.then:
            if taken.get(node.issue, position) == position:
                yield from down(child, {**taken, node.issue: position})

    yield from down(case.tree.root, {})


# An earlier answer and a later one on the same walk: words the later must have to stand with it, and words one of them must not have.
TOGETHER = [
    ("wilson-v-layne", "scope.in-aid", "publicity.justifies", "serves its execution", ""),
    ("wilson-v-layne", "scope.in-aid", "watch.protective", "aided the execution of the warrant", ""),
    ("wilson-v-layne", "scope.in-aid", "violation.reasonable", "for which the warrant gave no authority", ""),
    ("wilson-v-layne", "policy.reliance", "established.established", "", "where case law was undeveloped"),
    ("wilson-v-layne", "generality.general", "established.not-established", "", "in the books before 1992"),
    (
        "sacramento-v-lewis",
        "culpability.gross-negligence",
        "application.no-shock",
        "at most an error of judgment",
        "imprudent",
    ),
    ("washington-v-glucksberg", "reach.leave-open", "interests.not-justified", "so general a ban", "own claim"),
    ("washington-v-glucksberg", "justification.arbitrary", "institution.legislatures-first", "", "the doubt is for"),
    ("brower-v-inyo", "standard.garner-alone", "remedy.left-open", "", "no more need be said"),
]


@pytest.mark.parametrize(("id", "earlier", "later", "has", "never"), TOGETHER)
def test_two_answers_on_one_walk_do_not_deny_each_other(id, earlier, later, has, never) -> None:
    """`Only those whose presence aids the execution of the warrant. The reporters' presence was not unreasonable.`"""
    case = case_of(id)
    refs = [ref.split(".") for ref in (earlier, later)]
    assert any(all(walk.get(issue) == position for issue, position in refs) for walk in _walks(case))
    told = [case.issue[issue].position(position) for issue, position in refs]
    assert has in " ".join(told[1].holds.split())
    for one in told:
        assert not never or never not in f"{one.holds} {one.reasons}"


def test_company_that_serves_the_mission_is_lawful_where_the_mission_is_the_measure() -> None:
    """`Those whose presence furthers the mission may come in. The officers violated the Amendment by bringing in those who gave no aid.`"""
    for walk in _walks(case_of("wilson-v-layne")):
        assert not (walk.get("scope") == "mission" and "violation" in walk)


def test_what_ends_a_walk_answers_the_question() -> None:
    """`The liberty claimed is one of dying with dignity, and the law does not leave a patient to suffer. We therefore reverse.`"""
    for ref, words in (
        ("washington-v-glucksberg palliative relief-open", "does not infringe the liberty"),
        ("wilson-v-layne watch protective", "as the Fourth Amendment allows"),
        ("atwater-v-lago-vista common-law settled-bar", "as a seatbelt offense is not"),
        ("brower-v-inyo stopped by-himself", "was not seized"),
    ):
        id, issue, position = ref.split()
        assert words in " ".join(case_of(id).issue[issue].position(position).holds.split())


def test_of_equal_groups_one_announces_the_judgment_and_the_ruling_says_why() -> None:
    """`President Vale would decide the case on one ground. A cracked wall does not wait sixty days, and that a State ...`"""
    ruling = historical("sacramento-v-lewis", "three").outcome().ruling
    assert ruling.judgment_by is JudgmentBy.NO_LEAD
    document = ruling_document(ruling)
    assert document.line_up.startswith("Scalia, J., announced the judgment of the Court and delivered an opinion.")
    syllabus = " ".join(paragraph.text for paragraph in document.syllabus.paragraphs)
    assert "Justice Scalia concludes: (a) " in syllabus
    assert "Held" not in syllabus
    notes = " ".join(note.text for note in document.notes)
    assert "No opinion speaks for the Court" in notes
    assert "because it decides the question presented" in notes
    assert "Marks v. United States" in notes
    # Alone, the author does not write `we`.
    page = " ".join(paragraph.text for paragraph in document.section(0).paragraphs)
    assert not re.search(r"\b[Ww]e (?:hold|conclude|therefore)\b", page)
    assert "The plurality" not in "\n".join(document.lines())


def test_every_ruling_of_a_divided_majority_has_an_opinion_that_announces_it() -> None:
    for one in every():
        if one.ruling.judgment_by is JudgmentBy.NO_LEAD:
            assert one.ruling.opinions[0].kind is OpinionKind.PLURALITY
            assert "announced the judgment" in one.document.line_up


def test_two_clauses_make_two_sentences_without_that() -> None:
    assert flat("that a wall does not wait, and that a State which speaks is excused") == (
        "A wall does not wait, and a State which speaks is excused."
    )
    assert flat("that half the rain had failed that spring, and that nothing shows more") == (
        "Half the rain had failed that spring, and nothing shows more."
    )
    assert flat("that the record shows that it rained, and that it stopped") == (
        "The record shows that it rained, and that it stopped."
    )


def test_a_concurrence_names_the_view_before_it_says_who_argues_it() -> None:
    """`I write this explanation of one of the premises. Justice Scalia states the case for it.`"""
    seen = 0
    for one in every():
        for opinion in one.ruling.opinions:
            if opinion.kind is not OpinionKind.CONCURRING:
                continue
            told = sentences(one.page(opinion))
            for before, after in zip(told, told[1:], strict=False):
                if re.search(r"states the case for it|can be said for it", after):
                    seen += 1
                    assert " that " in before, (before, after)
            assert "When it comes, we shall see" not in told
            assert "which I think unnecessary to the result" not in one.page(opinion)
    assert seen


def test_a_real_concurrence_gives_its_own_reasons_with_their_pages() -> None:
    """Justice Kennedy's concurrence was one sentence and `Justice Scalia states the case for it`."""
    ruling = historical("sacramento-v-lewis", "lewis-1998").outcome().ruling
    document = ruling_document(ruling)
    (kennedy,) = [opinion for opinion in ruling.opinions if opinion.author == "kennedy"]
    page = " ".join(paragraph.text for paragraph in document.section(kennedy.number).paragraphs)
    assert "Justice Kennedy's real opinion: “" in page
    assert "523 U.S., at 857 (Kennedy, J., concurring)" in page


def test_the_words_of_a_real_opinion_are_its_authors_and_verbatim() -> None:
    seen = 0
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions:
            found = re.search(r"Justice [A-Z][\w']+'s? real opinion: (.*)", one.page(opinion))
            if found is None:
                continue
            (real,) = [real for real in case.opinions if real.author == opinion.author]
            known = " ".join(quoted_again(holding.quote) for holding in real.holdings)
            for quote in re.findall(r"“(?:\. \. \. )?([^”]*)”", found[1]):
                seen += 1
                assert quote.rstrip(".")[1:] in known, quote
    assert seen


def test_a_preliminary_answer_that_changes_nothing_is_not_told() -> None:
    """`The question is not open and shut`, in an opinion that decides it all the same, and later that any officer knew the answer."""
    left = 0
    for one in every():
        lead = one.ruling.lead
        if lead is None:
            continue
        case, told = one.ruling.case, preliminaries(one.ruling, lead)
        page = one.page(lead)
        for step in lead.walk:
            issue = case.issue[step.issue]
            alone = all(case.issue[each.issue].preliminary for each in lead.walk)
            if issue.preliminary and step not in told and divided(one.ruling, step.issue) and not alone:
                left += 1
                clause = issue.position(step.position).holds.removeprefix("that ")
                assert " ".join(clause.split()) not in page
    assert left


def test_who_agrees_with_the_parts_of_an_opinion_joins_them() -> None:
    """`I agree with Parts III through VII`, under a line-up that joined her in Part VI alone."""
    seen = 0
    for one in every():
        for opinion in one.ruling.opinions:
            if opinion.kind is not OpinionKind.IN_PART:
                continue
            joins = [join for join in one.ruling.standings[opinion.author].joins if join.opinion == 0]
            joined = {issue for join in joins for issue in join.issues or one.ruling.opinions[0].holdings}
            agreed = {
                stated.issue
                for stated in one.document.section(opinion.number).states
                if isinstance(stated, Agreed) and stated.opinion == 0
            }
            seen += bool(agreed)
            assert not joined or agreed <= joined, (opinion.author, agreed - joined)
    assert seen


def test_the_notice_does_not_deny_the_words_that_are_quoted() -> None:
    """`None of them wrote or said any of it`, over a page that quotes Justice Kennedy's real opinion."""
    quoted = 0
    for one in every():
        text = "\n".join(one.document.lines())
        said = "real opinion of " in text or "real opinion:" in text
        quoted += said
        assert ("apart from what is quoted from a real opinion" in one.document.notice) is said
    assert quoted


def test_no_opinion_of_a_sitting_denies_itself() -> None:
    """`No controlling decision was needed because the general rule plainly covered the case. The right was not clearly established.`"""
    met = 0
    for one in every():
        for opinion in one.ruling.opinions:
            for id, earlier, later, _, never in TOGETHER:
                refs = [ref.split(".") for ref in (earlier, later)]
                if id == one.ruling.case.id and all(
                    opinion.holdings.get(issue) == position for issue, position in refs
                ):
                    met += 1
                    assert not never or never not in one.page(opinion)
            for section in one.document.sections:
                for stated in section.states:
                    if isinstance(stated, Adopted) and section.opinion == opinion.number:
                        urged = one.ruling.case.arguments[stated.argument].urges if stated.argument else ()
                        assert all(opinion.holdings.get(ref.issue, ref.position) == ref.position for ref in urged)
    assert met > 5
