"""Faults heard in rulings drawn by seed from every case and bench, with sound, poor and silent counsel on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random

import pytest

import moot
from moot.bench.conference import JudgmentBy, confer
from moot.case import Attacking, Citation, Heard, Holding, Modality, OpinionKind
from moot.case.hypotheticals.dials import turned
from moot.case.language.likeness import shared
from moot.case.language.speech import sentences
from moot.files.folders import list_judges
from moot.files.loading import load_judge
from moot.opinion import ruling_document
from moot.opinion.document import Agreed, Held, Rejected
from moot.opinion.plan import grounds, parts_of, without_majority
from moot.opinion.prose import citing
from moot.opinion.prose.clauses import that, without_reason
from moot.opinion.prose.phrases import ReasonContext, fits
from moot.opinion.prose.style import Piece
from moot.opinion.prose.styles import STYLES
from moot.opinion.writing.real import points_back, quotation
from tests.opinion.sittings import BENCHES, CASES, Sitting, bench_of, case_of

NINE = ("rehnquist", "stevens", "oconnor", "scalia", "kennedy", "souter", "thomas", "ginsburg", "breyer")
_ALL = ReasonContext(frozenset(Modality), attack=Attacking.UNDERCUT)


@lru_cache(maxsize=1)
def drawn() -> tuple[Sitting, ...]:
    """Rulings on what a bench may hear: nothing, a little, or a good deal, before benches of nine, three, one and an even number."""
    dice, found = Random(2611), []
    for id in CASES:
        case = case_of(id)
        points, answers = sorted(case.point), sorted(case.answers)
        benches = [bench_of(name) for name in BENCHES]
        benches += [moot.load_bench(dice.sample(NINE, size)) for size in (1, 2, 4, 8)]
        for place, bench in enumerate(benches):
            many = (0, 6, 16)[place % 3]
            full = frozenset(dice.sample(points, min(many, len(points))))
            said = frozenset(dice.sample(answers, min(many, len(answers))))
            ruling = confer(case, bench, Heard(frozenset(), full, said, frozenset()))
            found.append(Sitting(ruling, ruling_document(ruling)))
    return tuple(found)


def paragraphs() -> Iterator[tuple[Sitting, str]]:
    for one in drawn():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                yield one, paragraph.text


@pytest.mark.parametrize(
    "phrase",
    [
        "That rule would sweep in far more than it should.",
        "We cannot accept so broad a rule.",
        "There is real danger in announcing such a rule.",
        "The rule proposed would cost more than it is worth.",
        "The proposition is stated at too high a level of generality.",
        "Too rigid an answer now may prove the wrong one later.",
    ],
)
def test_a_remark_on_a_rule_is_not_made_on_a_fact_or_a_case(phrase: str) -> None:
    """`At common law an officer could arrest only for a breach of the peace. That rule would sweep in far more than it should.`"""
    assert fits(phrase, _ALL)
    assert not fits(phrase, ReasonContext(frozenset(Modality), attack=Attacking.UNDERCUT, rule=False))


@pytest.mark.parametrize("id", list_judges())
def test_every_judge_has_a_remark_that_rejects_an_argument_of_any_kind(id: str) -> None:
    """`Bills had said it five weeks before, and the Second Circuit found the law clear. I do not believe that the law requires this.`"""
    rejects = load_judge(id).voice.writes["rejects"]
    bare = ReasonContext(law=False, attack=Attacking.REBUT, sourced=True, rule=False)
    assert any(fits(phrase, bare) for phrase in rejects), rejects
    assert not any(
        re.search(r"the law requires this|proves too much|refutes itself|so far when", one) for one in rejects
    )


@pytest.mark.parametrize("id", list_judges())
def test_an_argument_accepted_in_silence_has_no_authority_against_it(id: str) -> None:
    """`We see no answer to that. But see Ansel v. Morra.`"""
    assert not any("no answer to" in phrase for phrase in load_judge(id).voice.writes["adopts"])


def test_only_an_argument_from_what_is_fair_or_wise_is_called_a_concern() -> None:
    """`A dying patient may have whatever drugs will end the pain. While that concern is legitimate, ...`: that was a fact."""
    places = ("oppose", "stands", "stands.bare")
    for style in STYLES.values():
        for place in places:
            for frame in style.frames[place]:
                told = re.search(r"\bconcern\b|as policy|not an argument from law", frame)
                assert told is None or "{of_concern}" in frame, frame


def test_what_meets_an_argument_is_not_said_to_be_its_premise() -> None:
    """`No court had held the practice unlawful. That takes for granted what is in dispute.`; `The argument rests upon a mistaken premise.`"""
    for style in STYLES.values():
        for frame in style.frames["undermine"]:
            assert not re.search(r"premise|takes for granted|assum|sweeps", frame), frame


def test_an_argument_is_not_met_by_one_that_answers_another_question() -> None:
    """`The claim is to be described so. Petitioners reply that in the Netherlands the limits did not hold`: the slope, of a description."""
    seen = 0
    for one in drawn():
        case = one.ruling.case
        for section in one.document.sections:
            for tag in (tag for paragraph in section.paragraphs for tag in paragraph.states):
                if not isinstance(tag, Rejected) or tag.kind is not Attacking.UNDERMINE:
                    continue
                (by,) = tag.by
                attacker, target = case.arguments[by], case.arguments[tag.argument]
                same = {ref.issue for ref in attacker.urges} & {ref.issue for ref in target.urges}
                says = [case.point[id].says if id in case.point else case.answers[id].says for id in (by, tag.argument)]
                seen += 1
                assert same or attacker.offends or shared(*says), says
    assert seen > 5


def test_the_first_thing_said_on_the_merits_is_not_said_as_well() -> None:
    """`II. We are also satisfied that the Librarian may forgive fines by a notice`, as the first words of the discussion."""
    for one in drawn():
        for section in one.document.sections[:1]:
            after = [part for part in section.parts if part.number not in ("", "I")]
            first = after[0].paragraphs[0].text if after else ""
            assert not re.match(r"(?:We|I) (?:are|am) also|(?:We|I) conclude as well|It is also clear", first), first


def test_a_judge_who_writes_on_what_was_left_open_does_not_call_it_a_step_of_the_opinion() -> None:
    """`One of its steps deserves more to be said for it. Nothing in the Court's opinion forecloses the view that ...`."""
    seen = 0
    for one in drawn():
        for opinion in one.ruling.opinions:
            if opinion.kind is OpinionKind.CONCURRING:
                told = one.page(opinion)
                open_, step = (
                    re.search(r"forecloses|to reject the view|leaves untouched|pass\w+ over|for granted", told),
                    re.search(r"its steps|premises", told),
                )
                seen += open_ is not None
                assert not (open_ and step), told
    assert seen > 2


def test_a_ground_whose_reasons_stand_elsewhere_is_told_where() -> None:
    """`My own conclusion is that the State's reasons do not support so general a ban`, and not a word of why."""
    for one in drawn():
        for opinion in one.ruling.opinions[1:]:
            section = one.document.section(opinion.number)
            held = {(tag.issue, tag.position) for p in section.paragraphs for tag in p.states if isinstance(tag, Held)}
            agreed = {
                (tag.issue, tag.position) for p in section.paragraphs for tag in p.states if isinstance(tag, Agreed)
            }
            if opinion.kind is OpinionKind.CONCURRING:
                continue
            for issue, position in held - agreed:
                before = [
                    other
                    for other in one.ruling.opinions[: opinion.number]
                    if other.kind is not OpinionKind.CONCURRING and other.holdings.get(issue) == position
                ]
                reasons = sentences(one.ruling.case.issue[issue].position(position).reasons)
                given = bool(reasons) and reasons[0][:40] in one.page(opinion)
                assert given or not before or "reasons" in one.page(opinion) or _brief(one, opinion.number), one.page(
                    opinion
                )


def _brief(one: Sitting, number: int) -> bool:
    """Whether the opinion is one of those told in little, which state more than they reason."""
    return len(" ".join(p.text for p in one.document.section(number).paragraphs).split()) < 160


def test_an_invented_court_follows_no_rule_of_the_supreme_court_of_the_united_states() -> None:
    """`Common ground (Marks v. United States)`, in the Court of the Lark River; `We granted review`, of an application."""
    for one in drawn():
        text = " ".join(note.text for note in one.document.notes)
        assert ("Marks" in text) <= one.ruling.case.real
        if one.ruling.case.below.application:
            assert "granted review" not in "\n".join(one.document.lines())


def test_where_no_opinion_is_the_courts_a_judge_does_not_come_out_where_the_court_does() -> None:
    """`I come out where the Court does on the judgment`, of an opinion that was Justice O'Connor's alone."""
    for one in drawn():
        if one.ruling.judgment_by is JudgmentBy.NO_LEAD:
            for section in one.document.sections[1:]:
                assert "where the Court does" not in " ".join(p.text for p in section.paragraphs)


def test_a_conclusion_that_is_rejected_is_told_without_its_reason() -> None:
    """`It does not follow that publicity does not justify bringing the press in, for it bears no direct relation to the entry.`"""
    assert without_reason("that A does not justify B, for it bears no relation to C") == "that A does not justify B"
    assert without_reason("that he may, for good cause, do it") == "that he may, for good cause, do it"


def test_an_answer_is_short_only_where_nothing_else_is_held() -> None:
    """`I would hold that A. That is all there is to it.` - and two more holdings; `We hold, in short`, as the first words of a Part."""
    for _, text in paragraphs():
        assert "That is all there is to it" not in text
        assert "hold, in short" not in text
        assert "the further argument" not in text


def test_a_quotation_does_not_begin_with_a_word_for_what_nobody_has_read() -> None:
    """`The real opinion of the Court: “They are unquestionably important and legitimate, ...”`."""
    assert points_back(Holding("a", "1", "They had done nothing to cause it.", "gist"))
    assert not points_back(Holding("a", "1", "It is a violation of the Fourth Amendment.", "gist"))
    for one in drawn():
        for paragraph in one.document.syllabus.paragraphs:
            assert not re.search(r"real opinion of the Court: “(?:They|This|These|That is|He|She)\b", paragraph.text)


def test_the_stop_stands_inside_both_marks_of_a_quotation_in_a_quotation() -> None:
    """`... involved in particular situations'.” 532 U.S., at 354`."""
    case = case_of("atwater-v-lago-vista")
    told = [quotation(case, holding) for opinion in case.opinions for holding in opinion.holdings]
    assert any(".'”" in text for text in told)
    assert not any("'.”" in text for text in told)


def test_the_end_of_an_opinion_does_not_point_at_what_need_not_be_decided() -> None:
    """`... ; that need not be decided. That disposes of the case. That is reason enough to dissent.`"""
    for _, text in paragraphs():
        assert not re.search(r"need not be decided\. (?:That|This|It)\b", text), text


def test_a_rule_of_law_is_not_held_on_these_facts() -> None:
    """`We are persuaded, on these facts, that a liberty which the text does not name is fundamental only if it is rooted in history.`"""
    for style in STYLES.values():
        for frame in style.frames["hold"]:
            assert "{of_fact}" in frame or not re.search(r"facts|circumstances", frame), frame


def test_agreement_is_not_said_twice_in_a_row() -> None:
    """`Pressed at argument, counsel answered that A, and we agree. We agree with what counsel said at argument, that B.`"""
    for _, text in paragraphs():
        assert not re.search(r"and (we|I) agree\. (?:We|I) agree", text), text


def test_what_no_majority_joins_is_not_called_the_courts() -> None:
    """`The opinion of the Court, except as to Part II` - and in a concurrence, of Part II, `The Court announces that ...`."""
    for one in drawn():
        lead = one.ruling.opinions[0] if one.ruling.opinions else None
        for number in without_majority(one.ruling, lead) if lead is not None else ():
            part = next(part for part in parts_of(one.ruling, lead) if part.number == number)
            for step in part.steps:
                held = that(one.ruling.case.issue[step.issue].position(step.position).holds)
                for opinion in one.ruling.opinions[1:]:
                    page = one.page(opinion)
                    assert not held or not re.search(rf"Court (?:[a-z]+ )?{re.escape(held)}", page), page


def test_a_real_quotation_does_not_disagree_with_whom_the_writer_joins_here() -> None:
    """`Justice Breyer's real opinion: “I do not agree with the Court's formulation”`, where the Court took his own."""
    for _, text in paragraphs():
        assert not re.search(r"real opinion: .*\bagree\b[^.]*Court", text), text


def test_an_insistence_is_denied_only_where_it_is_then_answered() -> None:
    """`Respondents insist that A. Not so. Interesting, if true.`"""
    for _, text in paragraphs():
        assert not re.search(r"(?:Not so|\bNo)\. (?:Perhaps|Interesting|Say what|Suppose it)", text), text


def test_a_case_put_at_argument_is_no_difficulty_where_the_courts_own_rule_ends_there_too() -> None:
    """`Suppose that he meant them harm. Under the rule proposed, due process is violated`: as it is under the rule the opinion takes."""
    told = 0
    for id in ("sacramento-v-lewis", "washington-v-glucksberg"):
        case, bench = case_of(id), bench_of("lewis-1998")
        put = [answer for answer in case.answers.values() if answer.consequence and answer.consequence.offense]
        for answer in put[::4]:
            side = case.side_of(answer.id)
            full = frozenset(point.id for point in case.points if point.side is not side)
            own = frozenset([case.point_of[case.question_of[answer.id].id].id])
            ruling = confer(case, bench, Heard(frozenset(), full | own, frozenset([answer.id]), frozenset()))
            page = " ".join(one.text for part in ruling_document(ruling).sections for one in part.paragraphs)
            found = answer.consequence
            if "Take this case, but suppose" not in page or ruling.lead is None:
                continue
            told += 1
            facts = turned(case.dial, case.question_of[answer.id].scene.turns)
            rules = [
                case.issue[found.tests.issue].position(one.holdings[found.tests.issue]).rule
                for one in ruling.opinions
                if found.tests.issue in one.holdings
            ]
            assert any(rule is None or rule.met(facts) is not found.left_with for rule in rules), page
    assert told


def test_the_judgment_under_review_is_cited_short() -> None:
    """`See Parker v. Boyer; Wilson v. Layne, 141 F.3d 111 (4th Cir. 1998) (en banc)`, in an opinion on that very judgment."""
    case = case_of("wilson-v-layne")
    (below,) = [one for one in case.authorities if one.id == "fourth-circuit"]
    assert citing.string(case, [(below, Citation(below.id))], ()) == "See 141 F.3d 111."


def test_a_part_does_not_begin_with_what_counsel_conceded() -> None:
    """`It was conceded for respondents at argument that an officer's dislike may matter.`, before a word of what the question is."""
    for style in STYLES.values():
        first = style.paragraphs[0]
        if Piece.CONCEDED in first:
            assert first.index(Piece.CONCEDED) > first.index(Piece.REASONS), style.id


def test_what_a_judge_agrees_to_in_part_is_not_left_undecided() -> None:
    """`I have no disagreement with Part IV. Applicant also argues [what Part IV decides]; that need not be decided.`"""
    for one in drawn():
        for opinion in one.ruling.opinions:
            if opinion.kind is OpinionKind.IN_PART:
                assert not re.search(r"need not be decided|do not reach that contention", one.page(opinion)), one.page(
                    opinion
                )


def test_a_judge_concurs_on_a_ground_of_his_own_only_where_it_decides() -> None:
    """`On that ground alone I concur in the judgment`, of a step before the one that decides, on which the Court agrees."""
    for style in STYLES.values():
        for frame in style.frames["end.judgment"]:
            assert "{of_ground}" in frame or not re.search(r"ground|that reason|basis|nothing else", frame), frame
    seen = 0
    for one in drawn():
        for opinion in one.ruling.opinions[1:]:
            last = grounds(one.ruling, opinion)[-1]
            if one.ruling.opinions[0].holdings.get(last.issue) == last.position:
                seen += 1
                assert not re.search(r"On that (?:ground|limited basis)|for that reason\.", one.page(opinion)), (
                    one.page(opinion)
                )
    assert seen
