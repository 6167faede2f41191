"""The ruling as a document, and its line-up.

:func:`ruling_document` composes the whole ruling from the conference's findings: nothing in it is drawn by chance and
nothing is stated that the case file, the judges' reasoning or a judge's own phrases do not give. Every page says that
it is simulated.
"""

from __future__ import annotations

from moot.bench.conference import JudgmentBy, Opinion, Ruling
from moot.case import Disposition, OpinionKind
from moot.opinion.document import Agreed, Disposed, Document, Held, Paragraph, Part, Section, Stated
from moot.opinion.lineup import line_up, part_of
from moot.opinion.notes import notes
from moot.opinion.prose.grammar import all_of, joined, letter, question, roman, sentence
from moot.opinion.prose.phrases import Chooser
from moot.opinion.section import section

__all__ = ["Document", "Paragraph", "Part", "Section", "line_up", "ruling_document"]


def ruling_document(ruling: Ruling) -> Document:
    """The whole ruling: syllabus, line-up, notes, and every opinion with its reasons. The same for the same ruling."""
    case = ruling.case
    chooser = Chooser(f"{case.id}|{ruling.disposition}|{'|'.join(judge.id for judge in ruling.bench.judges)}")
    opinions = tuple(section(ruling, opinion, chooser) for opinion in ruling.opinions)
    return Document(
        title=case.caption,
        under=_under(ruling),
        notice=_notice(ruling),
        syllabus=_syllabus(ruling),
        line_up=line_up(ruling),
        notes=notes(ruling),
        sections=opinions or (_order(),),
        disposition=ruling.disposition,
    )


def _under(ruling: Ruling) -> str:
    case = ruling.case
    number = f"No. {case.docket}" if case.docket else ""
    return all_of(sentence(piece) for piece in (case.court, number) if piece)


def _notice(ruling: Ruling) -> str:
    judges = [judge.title for judge in ruling.bench.judges]
    manner = joined(judges) if len(judges) <= 3 else "the judges named here"
    return (
        f"Simulated, in the manner of {manner}; none of them wrote or said any of it. Counsel's words are those of this "
        "sitting. The authorities and the record are the case file's."
    )


def _syllabus(ruling: Ruling) -> Section:
    case = ruling.case
    told = [Paragraph(all_of(["Question presented.", question(case.question_presented)]))]
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        told.append(Paragraph("The Court is equally divided, and states no reasons."))
    elif ruling.lead is not None:
        told += _held(ruling, ruling.lead)
    else:
        told += _grounds(ruling)
    below = case.below.citation.rstrip(".") or f"Judgment of the {case.below.court}"
    told.append(Paragraph(f"{below}, {ruling.disposition}.", (Disposed(ruling.disposition),)))
    return Section("Syllabus", "", "Simulated. The syllabus is no part of an opinion.", (Part("", "", tuple(told)),))


def _held(ruling: Ruling, lead: Opinion) -> list[Paragraph]:
    """The holdings of the lead opinion, lettered, with the parts that give their reasons."""
    by = "Held" if lead.kind is OpinionKind.COURT else f"{ruling.bench.judge[lead.author].title} concludes"
    out: list[Paragraph] = []
    for place, step in enumerate(lead.walk):
        issue = ruling.case.issue[step.issue]
        text = f"({letter(place + 1)}) {question(issue.question)} {sentence(issue.position(step.position).text)}"
        states: tuple[Stated, ...] = (Held(step.issue, step.position),)
        part = roman(part_of(lead, step.issue))
        out.append(Paragraph(f"{by + ': ' if place == 0 else ''}{text} Part {part}.", states))
    return out


def _grounds(ruling: Ruling) -> list[Paragraph]:
    """Where no opinion leads: the ground on which each of those behind the judgment would decide."""
    out = [Paragraph(f"Held: the judgment is {ruling.disposition}. No opinion speaks for the Court.")]
    for opinion in ruling.opinions:
        if opinion.kind is not OpinionKind.IN_THE_JUDGMENT or not opinion.walk:
            continue
        last = opinion.walk[-1]
        issue = ruling.case.issue[last.issue]
        author = ruling.bench.judge[opinion.author].title
        who = joined([author, *(ruling.bench.judge[id].title for id in opinion.joined)])
        verb = "decide" if opinion.joined else "decides"
        text = (
            f"{who} {verb} on this question. {question(issue.question)} {sentence(issue.position(last.position).text)}"
        )
        out.append(Paragraph(text, (Agreed(last.issue, last.position, opinion.number),)))
    return out


def _order() -> Section:
    """The whole of what an equally divided court says."""
    order = Paragraph("The judgment is affirmed by an equally divided Court.", (Disposed(Disposition.AFFIRMED),))
    return Section("Order", "Per curiam.", "Simulated.", (Part("", "", (order,)),))
