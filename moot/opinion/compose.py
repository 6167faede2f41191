"""The ruling as a document.

:func:`ruling_document` composes the whole ruling from the conference's findings: nothing in it is drawn by chance and
nothing is stated that the case file, the judges' reasoning or a judge's own phrases do not give. It says once, at the top,
that it is simulated.
"""

from __future__ import annotations

from collections.abc import Mapping

from moot.bench.conference import Ruling
from moot.case import OpinionKind
from moot.opinion.document import Disposed, Document, Paragraph, Part, Section
from moot.opinion.lineup import line_up
from moot.opinion.prose.grammar import all_of, joined, sentence
from moot.opinion.prose.phrases import VariantPicker
from moot.opinion.told import Told
from moot.opinion.writing.lead import least_first
from moot.opinion.writing.notes import notes
from moot.opinion.writing.section import section
from moot.opinion.writing.syllabus import syllabus

__all__ = ["LONGEST", "Document", "Paragraph", "Part", "Section", "line_up", "ruling_document"]

LONGEST = 2440
"""The ruling of nine judges that is longer than this many words is written with less detail."""

_ONE_LESS = 90
"""A judge fewer makes the ruling so many words shorter."""

_LEAST, _MOST = -2, 3
"""How much may be told: from the holdings with a reason each, to all there is to say."""


def ruling_document(ruling: Ruling) -> Document:
    """The whole ruling: syllabus, line-up, notes, and every opinion with its reasons. The same for the same ruling.

    It tells as much as fits into :data:`LONGEST` words, fewer for fewer than nine judges: every opinion in turn a little more, the lead
    opinion first, and at last that opinion on the issues that matter most.
    """
    longest = LONGEST - _ONE_LESS * max(0, 9 - len(ruling.bench.judges))
    numbers = [opinion.number for opinion in ruling.opinions]
    detail = dict.fromkeys(numbers, _MOST)
    document = _written(ruling, detail)
    if document.words <= longest or not numbers:
        return document
    # Those who would decide otherwise have more to say than those who join.
    apart = sorted(ruling.opinions[1:], key=lambda opinion: (opinion.kind is OpinionKind.CONCURRING, opinion.number))
    detail = dict.fromkeys(numbers, _LEAST)
    best = _written(ruling, detail)
    growing = [numbers[0], *(opinion.number for opinion in apart)]
    while growing:
        for number in tuple(growing):
            tried = detail | {number: detail[number] + 1}
            document = _written(ruling, tried)
            if document.words <= longest:
                best, detail = document, tried
            if document.words > longest or detail[number] == _MOST:
                growing.remove(number)
    return _a_little_more(ruling, detail, longest) or best


def _a_little_more(ruling: Ruling, detail: Mapping[int, int], longest: int) -> Document | None:
    """The ruling with more said in the lead opinion on the issues that matter most, as many as there is room for; None where there is none."""
    lead, found = ruling.opinions[0], None
    if detail[lead.number] == _MOST:
        return None
    issues, more = least_first(ruling, lead), {**detail, lead.number: detail[lead.number] + 1}
    for cut in range(len(issues), 0, -1):
        document = _written(ruling, more, frozenset(issues[:cut]))
        if document.words > longest:
            break
        found = document
    return found


def _written(ruling: Ruling, detail: Mapping[int, int], less: frozenset[str] = frozenset()) -> Document:
    case = ruling.case
    picker = VariantPicker(f"{case.id}|{ruling.disposition}|{'|'.join(judge.id for judge in ruling.bench.judges)}")
    told = Told()
    first, after = syllabus(ruling, 2 if detail.get(0, 0) > 0 else 0), notes(ruling)
    for paragraph in (*first.paragraphs, *after):
        told.note(paragraph.text)
    # Concurrences come after the lead opinion on the page. They are written last, so that they take no words from those who differ.
    order = sorted(ruling.opinions, key=lambda opinion: (opinion.kind is OpinionKind.CONCURRING, opinion.number))
    written = {
        opinion.number: section(
            ruling, opinion, picker, told, detail[opinion.number], frozenset() if opinion.number else less
        )
        for opinion in order
    }
    opinions = tuple(written[opinion.number] for opinion in ruling.opinions)
    return Document(
        title=case.caption,
        under=_under(ruling),
        notice=_notice(ruling, first, *opinions),
        syllabus=first,
        line_up=line_up(ruling),
        notes=after,
        sections=opinions or (_order(ruling),),
        disposition=ruling.disposition,
    )


def _under(ruling: Ruling) -> str:
    case = ruling.case
    number = f"No. {case.docket}" if case.docket else ""
    return all_of(sentence(piece) for piece in (case.court, number) if piece)


def _notice(ruling: Ruling, *told: Section) -> str:
    judges = [judge.title for judge in ruling.bench.judges]
    manner = joined(judges) if len(judges) <= 3 else "the judges named here"
    quotes = any(" real opinion" in paragraph.text for section in told for paragraph in section.paragraphs)
    apart = ", apart from what is quoted from a real opinion" if quotes else ""
    return (
        f"Simulated, in the manner of {manner}; none of them wrote or said any of it{apart}. What counsel said is from this "
        "sitting. The authorities and the facts are the case file's."
    )


def _order(ruling: Ruling) -> Section:
    """The whole of what an equally divided court says."""
    text = f"The {ruling.case.below.matter} is {ruling.disposition} by an equally divided Court."
    order = Paragraph(text, (Disposed(ruling.disposition),))
    return Section("Order", "Per curiam.", "", (Part("", "", (order,)),))
