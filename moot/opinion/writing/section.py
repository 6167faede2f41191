"""One opinion as a section of the ruling."""

from __future__ import annotations

from moot.bench.conference import Opinion, Ruling
from moot.case import OpinionKind
from moot.opinion.context import OpinionContext, speaks_for_several
from moot.opinion.document import Section
from moot.opinion.plan import without_majority
from moot.opinion.prose.grammar import numbered, titles
from moot.opinion.prose.phrases import PhraseBank, VariantPicker
from moot.opinion.prose.styles import style_of
from moot.opinion.told import Told
from moot.opinion.writing.concurrence import concurrence
from moot.opinion.writing.lead import lead
from moot.opinion.writing.separate import separate

__all__ = ["byline", "section"]


def section(
    ruling: Ruling, opinion: Opinion, picker: VariantPicker, told: Told, detail: int, less: frozenset[str] = frozenset()
) -> Section:
    """The section of this opinion; ``detail`` (-2 to 3) is how much of it is said, one less on the issues of ``less``."""
    picker.begin_opinion()
    seed = "|".join([ruling.case.id, opinion.author, *(f"{step.issue}.{step.position}" for step in opinion.walk)])
    judge = ruling.bench.judge[opinion.author]
    phrase_bank = PhraseBank(judge, seed, speaks_for_several(ruling, opinion))
    context = OpinionContext(ruling, opinion, style_of(judge.style), picker, phrase_bank, told, detail, less=less)
    if opinion.kind is OpinionKind.CONCURRING:
        parts = concurrence(context)
    elif opinion is ruling.lead:
        parts = lead(context)
    else:
        parts = separate(context)
    return Section(_title(ruling, opinion), byline(ruling, opinion), "", parts, opinion.number)


def byline(ruling: Ruling, opinion: Opinion) -> str:
    """Whose opinion it is and who joins it, as it stands at the head of the opinion."""
    author = ruling.bench.judge[opinion.author].title
    others = titles(ruling.bench.judge[id] for id in opinion.joined)
    if opinion.kind is OpinionKind.COURT:
        short = without_majority(ruling, opinion)
        return f"{author} delivered the opinion of the Court{f', except as to {numbered(short)}' if short else ''}."
    if opinion.kind is OpinionKind.PLURALITY:
        tail = f", in which {others} {'joins' if len(opinion.joined) == 1 else 'join'}" if others else ""
        return f"{author} announced the judgment of the Court and delivered an opinion{tail}."
    tail = f", with whom {others} {'joins' if len(opinion.joined) == 1 else 'join'}" if others else ""
    partly = ruling.in_part(opinion)
    if partly:
        names = titles(ruling.bench.judge[id] for id in partly)
        joins = f"{names} {'joins' if len(partly) == 1 else 'join'} in part"
        tail += f", and with whom {joins}" if tail else f", with whom {joins}"
    return f"{author}{tail}, {opinion.kind}."


def _title(ruling: Ruling, opinion: Opinion) -> str:
    if opinion.kind is OpinionKind.COURT:
        return "Opinion of the Court"
    if opinion.kind is OpinionKind.PLURALITY:
        return "Judgment of the Court"
    return f"Opinion of {ruling.bench.judge[opinion.author].title}"
