"""What must be true of every ruling, whatever was argued. Each check raises with the sentence that fails it."""

from __future__ import annotations

import re
from collections import Counter

from moot.bench.votes.coalitions import asked_about
from moot.case import OpinionKind, PositionRef, Signal, Status
from moot.case.language.speech import sentences
from moot.opinion.compose import LONGEST
from moot.opinion.plan import grounds, preliminaries
from moot.opinion.prose.citing import full, short
from moot.opinion.prose.clauses import formal, that
from moot.opinion.prose.grammar import sentence as as_sentence
from tests.opinion.reading import findings, stated
from tests.opinion.sittings import Sitting

LEAST_OWN_WORDS = 0.40
_AGAIN = re.compile(r"Id\., at [0-9, n.-]+\.")
"""The page of a second quotation from the same opinion: a citation, and no sentence."""

_UNTIDY = re.compile(r"[{}⟦⟧]|(?<!\.)\.\.(?!\.)|,,|::|  |;\.|\?\.|:\.|\.:| [,;:](?!\w)|[.?!]”\.|\bthat that\b")
_BOILERPLATE = re.compile(
    r"\bscales?\b|\btie\b|\btips?\b|\bweighs? less\b|the question is close|\bwalk\b(?! away)|the trust that|cancel out|\bRecord \d|without being asked|"
    r"another ground, which|need not reach, would|would still be the same|passed this question by|nothing was argued|Counsel did not",
    re.IGNORECASE,
)


def whole_text(sitting: Sitting) -> list[str]:
    """Every paragraph of the ruling below the notice."""
    document = sitting.document
    found = [paragraph.text for section in (document.syllabus, *document.sections) for paragraph in section.paragraphs]
    return [*found, *(note.text for note in document.notes)]


def check_findings(sitting: Sitting) -> None:
    """What a page states as the writer's own is what the writer found, and every ground is stated."""
    ruling = sitting.ruling
    for opinion in ruling.opinions:
        reasoning = ruling.reasonings[opinion.author]
        told = findings(sitting, opinion)
        for issue, positions in told.items():
            assert positions == {reasoning.findings[issue]}, (opinion.author, issue, positions, sitting.page(opinion))
        if opinion.kind is not OpinionKind.CONCURRING:
            wanted = {step.issue for step in grounds(ruling, opinion)}
            if opinion is ruling.lead:
                wanted |= {step.issue for step in preliminaries(ruling, opinion)}
            assert wanted <= told.keys(), (opinion.author, wanted - told.keys(), sitting.page(opinion))


def check_others(sitting: Sitting) -> None:
    """A view put down to another is not the writer's, and is held by someone who is named."""
    ruling = sitting.ruling
    says = {that(one.says) for one in (*ruling.case.points, *ruling.case.answers.values())}
    for opinion in ruling.opinions:
        reasoning = ruling.reasonings[opinion.author]
        for ref, whose, sentence in stated(sitting, opinion):
            if whose == "other":
                assert reasoning.findings[ref.issue] != ref.position or opinion.kind is OpinionKind.CONCURRING, sentence
            elif whose == "argument":
                held = that(ruling.case.issue[ref.issue].position(ref.position).holds)
                assert held in says or any(held in one for one in says), f"unread: {sentence}"


def check_sentences(sitting: Sitting) -> None:
    """No sentence stands twice in one ruling, and none is a title or boilerplate."""
    case = sitting.ruling.case
    text = whole_text(sitting)
    counted = Counter(one for paragraph in text for one in sentences(paragraph) if not _AGAIN.fullmatch(one))
    assert max(counted.values()) == 1, counted.most_common(2)
    titles = {as_sentence(formal(point.title)).lower() for point in case.points} | {
        as_sentence(head.title).lower() for head in case.heads
    }
    for paragraph in text:
        assert not _UNTIDY.search(paragraph), paragraph
        assert paragraph == as_sentence(formal(case.facts)) or not _BOILERPLATE.search(paragraph), paragraph
        for one in sentences(paragraph):
            assert one.lower() not in titles, one
            assert one[0].isupper() or one[0] in "“(0123456789§", one
    assert "\n".join(sitting.document.lines()).count("imulated") == 1


def check_preliminary(sitting: Sitting) -> None:
    """What is held is never a preliminary question, and nothing is reached that need not be."""
    case = sitting.ruling.case
    held = " ".join(paragraph.text for paragraph in sitting.document.syllabus.paragraphs)
    for issue in case.issues:
        if (
            issue.preliminary
            and sitting.ruling.lead
            and grounds(sitting.ruling, sitting.ruling.lead)[-1].issue != issue.id
        ):
            assert issue.question not in held
            assert not any(position.holds and formal(position.holds)[5:] in held for position in issue.positions)
    for opinion in sitting.ruling.opinions:
        if opinion.kind is OpinionKind.CONCURRING:
            continue
        for ref, whose, sentence in stated(sitting, opinion):
            claimed = case.issue[ref.issue].claim and opinion.kind is OpinionKind.IN_PART
            assert whose != "own" or ref.issue in opinion.holdings or claimed, sentence


def check_counsel(sitting: Sitting) -> None:
    """What is put in counsel's mouth was said or briefed by that side; nothing asked about is called undisputed."""
    ruling, heard = sitting.ruling, sitting.heard
    case = ruling.case
    put = {
        that(case.point[id].says if id in case.point else case.answers[id].says): argument.side
        for id, argument in case.arguments.items()
        if id in heard.full or id in heard.half or id in heard.answers or argument.briefed
    }
    put |= {that(case.answers[id].says): case.side_of(id) for id in heard.answers}
    never = {that(one.says) for one in (*case.points, *case.answers.values())} - put.keys()
    asked = asked_about(case, heard)
    for opinion in ruling.opinions:
        page = sitting.page(opinion)
        for clause in never:
            longer = [other for other in put if clause in other]
            assert not clause or longer or clause not in page or _is_position(case, clause), clause
        for one in sentences(page):
            found = re.search(r"conceded at argument (that [^.]*)", one)
            if found:
                what = [that(case.answers[id].concedes.what) for id in heard.answers if case.answers[id].concedes]
                assert any(clause.startswith(found[1][:60]) for clause in what), one
        for ref, _, sentence in stated(sitting, opinion):
            if re.search(
                r"not disputed|disputes|common ground|Neither side questions|Nobody denies|no one questions|No one (?:here )?questions",
                sentence,
            ):
                assert ref.issue not in asked, sentence
                for id, argument in case.arguments.items():
                    spoken = id in heard.full or id in heard.half or id in heard.answers
                    if (
                        spoken
                        and id not in heard.withdrawn
                        and any(urged.issue == ref.issue for urged in argument.urges)
                    ):
                        assert ref in argument.urges, (sentence, id)


def _is_position(case, clause: str) -> bool:
    return any(clause in that(position.holds) for issue in case.issues for position in issue.positions)


def check_citations(sitting: Sitting) -> None:
    """An authority stands with a supporting signal only where an accepted argument cites it so; never a later one."""
    ruling = sitting.ruling
    case = ruling.case
    for opinion in ruling.opinions:
        page = (
            sitting.page(opinion).replace(as_sentence(formal(case.facts)), "").replace(formal(case.below.summary), "")
        )
        reasoning = ruling.reasonings[opinion.author]
        accepted = [case.arguments[id] for id in reasoning.accepted]
        for authority in case.authorities:
            names = {full(authority).partition(",")[0] + ","} if " v. " in authority.name else {full(authority)}
            named = [name for name in names if name in page]
            if not named:
                continue
            assert authority.status is not Status.LATER, authority.name
            group = [
                one for one in case.authorities if full(one).partition(",")[0] == full(authority).partition(",")[0]
            ]
            uses = [argument.citation(one.id) for argument in accepted for one in group if one.id in argument.cites]
            assert uses, (opinion.author, authority.name)
            for found in re.finditer(re.escape(named[0]), page):
                before = page[: found.start()].rstrip()
                against = re.search(r"(?:But see|But cf\.|Contra,)$", before) is not None
                if against:
                    assert any(use.signal in (Signal.BUT_SEE, Signal.BUT_CF, Signal.CONTRA) for use in uses), (
                        authority.name,
                        before[-60:],
                    )
        for authority in case.authorities:
            if authority.status is Status.DISSENT and (full(authority) in page or short(authority) in page):
                assert "dissenting" in page
        assert not re.search(r"\bCA\d", page)
        assert "§ 1, " not in page


def check_length(sitting: Sitting) -> None:
    """A ruling is not longer than its matter, and most of its lead opinion is about this case."""
    assert sitting.document.words <= LONGEST + 50
    lead = sitting.ruling.lead
    if lead is not None and any(
        position.reasons for issue in sitting.ruling.case.issues for position in issue.positions
    ):
        share = own_words(sitting, sitting.page(lead))
        assert share >= LEAST_OWN_WORDS, share


def own_words(sitting: Sitting, text: str) -> float:
    """The share of words that stand in a run of four from the case file."""
    case = sitting.ruling.case
    source = [case.facts, case.question_presented, case.below.summary]
    for issue in case.issues:
        source += [text for position in issue.positions for text in (position.text, position.reasons, position.holds)]
    source += [one.says for one in (*case.points, *case.answers.values())]
    source += [text for one in case.authorities for text in (full(one), one.says)]
    source += [citation.says for argument in case.arguments.values() for citation in argument.citations]
    runs = {run for one in source for run in _runs(_words(formal(one)))}
    words = _words(text)
    covered = [False] * len(words)
    for at, run in enumerate(_runs(words)):
        if run in runs:
            covered[at : at + 4] = [True] * 4
    return sum(covered) / len(words)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.§'-]+", text.lower())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(len(words) - 3)]


ALL = (
    check_findings,
    check_others,
    check_sentences,
    check_preliminary,
    check_counsel,
    check_citations,
    check_length,
)
_ = PositionRef
