"""Faults heard in rulings of Lewis that nobody chose, seeds 2701 to 2712, read whole; each is tried on every case and bench."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from random import Random

import pytest

import moot
from moot.bench.conference import Opinion, confer
from moot.case import Heard, Modality, OpinionKind, PositionRef, Purpose, Signal, Treatment
from moot.case.language.likeness import shared, within
from moot.case.language.speech import sentences
from moot.counsel import Greedy, Novice, Scripted
from moot.files.loading import load_judge
from moot.opinion.compose import LONGEST, _written, ruling_document
from moot.opinion.document import Held
from moot.opinion.plan import disputed, grounds, joined_parts, parts_of, without_majority
from moot.opinion.prose.clauses import formal, reason_of, that
from moot.opinion.prose.phrases import ReasonContext, fits
from moot.opinion.prose.styles import STYLES
from moot.opinion.writing.real import quotation
from tests.opinion.sittings import CASES, Sitting, bench_of, case_of
from tests.opinion.test_nobody_chose import NINE, drawn

_APART = (OpinionKind.DISSENTING, OpinionKind.IN_THE_JUDGMENT)


@lru_cache(maxsize=1)
def every() -> tuple[Sitting, ...]:
    """The rulings that were read, and those drawn from every case and bench."""
    found = []
    for place, seed in enumerate(range(2701, 2713)):
        sides = (
            (Novice(seed), Novice(seed + 1)),
            (Greedy(), Novice(seed)),
            (Novice(seed), Greedy()),
            (Scripted(), Scripted()),
            (Greedy(), Greedy()),
            (Scripted(), Novice(seed)),
        )[place % 6]
        bench = bench_of("lewis-1998" if place % 2 == 0 or place > 8 else "three")
        form = "quick" if place % 3 == 0 else "scotus-1997"
        round = moot.Round(case_of("sacramento-v-lewis"), bench, seed=seed, format=form)
        ruling = round.play_out(petitioner=sides[0], respondent=sides[1]).ruling
        found.append(Sitting(ruling, ruling_document(ruling)))
    return (*found, *drawn())


def paragraphs() -> Iterator[tuple[Sitting, str]]:
    for one in every():
        for section in one.document.sections:
            for paragraph in section.paragraphs:
                yield one, paragraph.text


def _apart() -> list[tuple[Sitting, Opinion]]:
    return [(one, opinion) for one in every() for opinion in one.ruling.opinions[1:] if opinion.kind in _APART]


def test_a_dissent_of_three_holdings_gave_no_reason_for_the_third() -> None:
    """`I would also hold that the right to be free of a reckless police chase is rooted in history`, and not a word of why."""
    seen = 0
    for one, opinion in _apart():
        case, page = one.ruling.case, one.page(opinion)
        everything = " ".join(one.page(other) for other in one.ruling.opinions)
        held = {
            (tag.issue, tag.position)
            for p in one.document.section(opinion.number).paragraphs
            for tag in p.states
            if isinstance(tag, Held)
        }
        own = [step for step in grounds(one.ruling, opinion) if (step.issue, step.position) in held]
        settled = [step for step in own if not disputed(one.ruling, step)]
        for step in own:
            position = case.issue[step.issue].position(step.position)
            if not position.reasons or (step in settled and len(settled) > 1):
                # Several that nobody disputes are told in one sentence.
                continue
            first = re.split(r"[.;]", sentences(formal(position.reasons))[0])[0]
            seen += 1
            assert first.lower() in everything.lower(), (opinion.author, step, page)
    assert seen > 20


def test_several_answers_are_not_one() -> None:
    """`On the steps between, my answers are that A.`"""
    for _, text in paragraphs():
        for found in re.finditer(r"On the steps between, \w+ answers are (.*?)\.(?: |$)", text):
            assert "and that" in found[1], text


def test_an_end_did_not_rest_on_what_need_not_be_decided() -> None:
    """`...; that need not be decided. On that ground alone I concur in the judgment.`"""
    for _, text in paragraphs():
        assert not re.search(
            r"(?:need not be decided|do not reach that contention)\. (?:\w+ )?(?:[Tt]hat|[Tt]hose|[Tt]his) ", text
        ), text
        assert not re.search(r"(?:need not be decided|do not reach that contention)\. On that", text), text


def test_one_judge_alone_said_we() -> None:
    """`We have given our reasons in Part II`, in an opinion that nobody joined."""
    for style in STYLES.values():
        for place in (
            "reply",
            "reply.see",
            "reply.own",
            "reply.rests",
            "oppose",
            "stands",
            "meet",
            "close",
            "hold",
            "first",
        ):
            for frame in style.frames.get(place, ()):
                assert not re.search(
                    r"(?<!\{)\b(?:[Ww]e (?:have|think|hold|agree|do)|[Oo]ur (?:reasons|judgment|view))\b", frame
                ), frame


def test_a_part_on_a_preliminary_question_that_one_judge_joins_is_not_the_courts() -> None:
    """`Stevens, J., delivered the opinion of the Court, except as to Part III`, where nobody joined Part II either."""
    for one in every():
        lead = one.ruling.opinions[0] if one.ruling.opinions else None
        if lead is None or lead.kind is not OpinionKind.COURT:
            continue
        short = without_majority(one.ruling, lead)
        for part in parts_of(one.ruling, lead):
            behind = 1 + sum(
                part.number in joined_parts(one.ruling, lead, judge.id)[0]
                for judge in one.ruling.bench.judges
                if judge.id != lead.author
            )
            assert (part.number in short) is (behind < one.ruling.bench.majority), (part.number, one.document.line_up)


def test_an_opinion_is_not_right_as_far_as_a_part_and_in_the_next_one_too() -> None:
    """`The Court's opinion is right as far as Part III, and no further. The Court is right that ...`, of Part IV."""
    for _, text in paragraphs():
        assert not re.search(r"and no further\. (?:The (?:Court|plurality)|(?:Chief )?Justice \w+) is right", text), (
            text
        )


def test_two_answers_of_counsel_are_not_told_in_the_same_words() -> None:
    """`Counsel, when taken back over the step at argument, said that A. ... Counsel, when taken back over the step at argument, said that B.`"""
    for style in STYLES.values():
        accepts = [frame.split()[:5] for frame in style.frames["accept.answer"]]
        for frame in style.frames["told.answer"]:
            assert frame.split()[:5] not in accepts, frame


def test_the_reason_that_the_other_view_gives_for_itself_is_not_granted() -> None:
    """`No decision gave fair warning. That much may be accepted without its following that the law was not clearly established.`"""
    granted = re.compile(
        r"may be accepted|may be granted|Interesting, if true|has some force|does not (?:follow|establish|show)|given its due"
    )
    for one, text in paragraphs():
        case = one.ruling.case
        reasons = [reason for issue in case.issues for each in issue.positions if (reason := reason_of(each.holds))]
        for before, after in pairwise(sentences(text)):
            if granted.search(after):
                assert not any(within(reason, before) and that(reason) not in after for reason in reasons), (
                    before,
                    after,
                )


def test_the_only_authority_for_what_nobody_disputes_is_not_one_against_it() -> None:
    """`It is also clear that A. But see Mays.`: Lanier, which says so, was not cited."""
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions[:1]:
            accepted = one.ruling.reasonings[opinion.author].accepted
            for paragraph in one.document.section(opinion.number).paragraphs:
                found = re.search(
                    r"(?:not disputed|common ground|also clear|also satisfied|conclude as well|to begin with,?) that [^.]*\. (But see|But cf\.|Contra)",
                    paragraph.text,
                )
                if not found:
                    continue
                held = {PositionRef(tag.issue, tag.position) for tag in paragraph.states if isinstance(tag, Held)}
                signals = {
                    argument.citation(cited).signal
                    for id in accepted
                    for argument in (case.arguments[id],)
                    if held & set(argument.urges)
                    for cited in argument.cites
                }
                assert Signal.SEE not in signals or "supports" in found[1], paragraph.text


def test_a_question_answered_in_silence_is_not_called_open() -> None:
    """`Nothing in the Court's opinion forecloses the view that the case be decided as presented`: it had decided the amici's point."""
    for one in every():
        lead, case = (one.ruling.opinions[0] if one.ruling.opinions else None), one.ruling.case
        for opinion in one.ruling.opinions:
            if opinion.kind is not OpinionKind.CONCURRING:
                continue
            for sentence in sentences(one.page(opinion)):
                if not re.search(r"forecloses|to reject the view|leaves untouched", sentence):
                    continue
                for issue in case.issues:
                    for position in issue.positions:
                        if position.holds and that(position.holds) in sentence:
                            assert lead.holdings.get(issue.id) in (None, position.id), sentence


def test_real_words_about_the_court_were_quoted_where_this_court_held_nothing_of_the_kind() -> None:
    """`The Court is correct in concluding that 'shocks the conscience' is the right choice`, in a ruling on immunity alone."""
    seen = 0
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions[1:]:
            page, lead = one.page(opinion), one.ruling.opinions[0]
            for real in case.opinions:
                for holding in real.holdings:
                    quoted = (said := quotation(case, holding)) and said in page
                    if real.kind is OpinionKind.COURT or not quoted:
                        continue
                    seen += 1
                    if re.search(r"\bthe Court\b(?! of )|\btoday\b|\bante\b", holding.quote):
                        taken = lead.holdings.get(holding.issue)
                        marks = case.issue[holding.issue].position(taken).marks if taken else ()
                        court = {each.id for each in case.opinions if each.kind is OpinionKind.COURT}
                        agreed = [
                            mark
                            for mark in marks
                            if mark.opinion in court
                            and mark.treatment in (Treatment.ADOPTED, Treatment.ACCEPTED_IN_PART)
                        ]
                        assert agreed, holding.quote
    assert seen > 3


def test_a_ruling_of_one_judge_gave_up_a_whole_level_of_detail_for_a_few_words() -> None:
    """Over its limit, it is told in less detail where that matters least, and in full where the case is decided."""
    limit, longer = LONGEST - 90 * 8, 0
    for one in alone():
        levels = [_written(one.ruling, {0: detail}).words for detail in range(-2, 4)]
        if levels[-1] > limit:
            fits_in = max(words for words in levels if words <= limit)
            assert fits_in <= one.document.words <= limit
            longer += one.document.words > fits_in
    assert longer


def alone() -> Iterator[Sitting]:
    """Rulings of one judge who heard a great deal."""
    dice = Random(2712)
    for id in ("sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne"):
        case = case_of(id)
        for judge in NINE[::3]:
            full = frozenset(dice.sample(sorted(case.point), min(16, len(case.point))))
            said = frozenset(dice.sample(sorted(case.answers), 30))
            ruling = confer(case, moot.load_bench([judge]), Heard(frozenset(), full, said, frozenset()))
            yield Sitting(ruling, ruling_document(ruling))


def test_two_sides_are_not_both_the_other_side() -> None:
    """`On the other side petitioners say that A. But consider, on the other side, what respondents say, namely that B.`"""
    for _, text in paragraphs():
        for before, after in pairwise(sentences(text)):
            assert not ("other side" in before and "other side" in after), text


def test_a_reason_kept_for_a_reply_speaks_to_the_other_view() -> None:
    """`Justice Stevens would hold that Garner decides the case. ... An accident may be a tort, and it is answered as one.`"""
    for one, text in paragraphs():
        assert not re.search(r"Garner decided as much.*An accident may be a tort", text), one.document.line_up


def test_a_ground_that_comes_back_after_other_questions_says_that_it_does() -> None:
    """`The liberty claimed is not fundamental ... The reasons are those that Justice Kennedy gives`: for that, or for the ground?"""
    seen = 0
    for one, _ in _apart():
        for section in one.document.sections[1:]:
            text = " ".join(paragraph.text for paragraph in section.paragraphs)
            seen += "at the outset" in text or "at the start" in text or "with which I began" in text
    assert seen


def test_common_ground_is_with_an_opinion_that_is_named() -> None:
    """`It is common to both opinions, as I read them, that A`: it was Justice Kennedy's, and the last one named was the Court's."""
    for style in STYLES.values():
        for frame in style.frames["agree.that"]:
            assert not re.search(r"both|two", frame), frame
            assert "{who" in frame.lower() or "I too" in frame, frame


def test_an_apostrophe_is_not_a_quotation_mark() -> None:
    """`'The easiest cases don't even arise'.” 526 U.S., at 621`: with three marks in it, the stop fell outside."""
    case = case_of("wilson-v-layne")
    told = [quotation(case, holding) for opinion in case.opinions for holding in opinion.holdings]
    assert any("don't even arise.'”" in text for text in told)
    assert not any("'.”" in text for text in told)
    assert "“'The easiest cases don't even arise.'” 526 U.S., at 621" in told, (
        "a whole sentence, though it begins with a mark"
    )


def test_a_remark_on_what_is_asked_of_each_side_is_made_on_what_is_fair_or_wise() -> None:
    """`The flood in Ames went to whether the cause was good. That asks of each side only what it can do.`"""
    phrase = "That asks of each side only what it can do."
    assert not fits(phrase, ReasonContext(frozenset({Modality.DOCTRINAL})))
    assert fits(phrase, ReasonContext(frozenset({Modality.PRUDENTIAL})))


@pytest.mark.parametrize("id", CASES)
def test_a_point_told_in_an_opinion_does_not_begin_with_a_pronoun(id: str) -> None:
    """`Petitioners also argue that he was stopped by a truck`, and nobody had been named."""
    for point in case_of(id).points:
        assert not re.match(r"that (?:he|she|they|nothing restrained him)\b", point.says), point.says


def test_an_answer_is_not_promised_and_left_out() -> None:
    """`The point deserves an answer, but it is not a reason to hold ...`, and no answer."""
    for style in STYLES.values():
        for frame in style.frames["stands"]:
            assert "deserves an answer" not in frame, frame


def test_a_judges_opening_is_not_an_announcement_of_what_does_not_follow() -> None:
    """`Begin with what is claimed. The case comes down to this.`; `How the case arrives here bears on what may be decided. I would hold ...`"""
    for judge in ("scalia", "ginsburg"):
        for phrase in load_judge(judge).voice.writes["opens"]:
            assert not re.match(r"Begin with|How the case", phrase), phrase


def test_one_asked_in_jest_is_not_told_that_no_answer_was_heard() -> None:
    """`You were asked this, and I did not hear an answer`, of a joke."""
    seen = 0
    for id in CASES:
        for asked in case_of(id).questions.values():
            if asked.purpose is Purpose.HUMOR and asked.stock == "return":
                seen += 1
                assert "You were asked this" not in asked.text, asked.text
    assert seen


def test_what_counsel_answered_speaks_to_the_view_it_is_told_of() -> None:
    """Of the test for executive action: `It was important to me to hear that the question presented is the one to be decided.`"""
    for one in every():
        case = one.ruling.case
        for opinion in one.ruling.opinions:
            if opinion.kind is not OpinionKind.CONCURRING:
                continue
            page = one.page(opinion)
            views = [
                each
                for issue in case.issues
                for each in issue.positions
                if each.holds and that(each.holds).removeprefix("that ") in page  # "whether the law was not clear"
            ]
            for answer in case.answers.values():
                told = answer.says and re.search(
                    rf"in answer to a question,(?: said)? {re.escape(that(answer.says))}", page
                )
                if told:
                    assert any(shared(answer.says, f"{each.holds} {each.reasons}") > 0 for each in views), answer.says
