"""One question in an opinion: the holding, its reasons, counsel's arguments, the other side and what meets it."""

from __future__ import annotations

from moot.bench.votes.coalitions import asked_about
from moot.case import PositionRef, Step
from moot.opinion.context import OpinionContext
from moot.opinion.document import Held, Paragraph, Stated
from moot.opinion.material import Contest, adopted, backing, contest
from moot.opinion.plan import grounds, short_of
from moot.opinion.prose.grammar import all_of
from moot.opinion.prose.style import Piece
from moot.opinion.writing.arguments import authorities, conceded_by, course_of_cases, most_told, opposing, support
from moot.opinion.writing.holding import finding, reasons

__all__ = ["discuss", "too_little", "undisputed"]

_LEAST = -2
_PRELIMINARY = ((Piece.HOLD, Piece.REASONS, Piece.SUPPORT, Piece.OPPOSE),)


def discuss(
    context: OpinionContext,
    step: Step,
    part: str,
    *,
    full: bool,
    held: bool = False,
    alone: bool = False,
    keep: bool = False,
) -> list[Paragraph]:
    """The paragraphs about one question.

    Not ``full``, only the holding, its reasons and its authorities; ``held`` where the holding has been stated already, ``alone`` where the
    other side is met elsewhere; ``keep`` where the last reason is to be kept for those who answer the question otherwise.
    """
    wanted = not alone and (full or (context.detail >= 2 and not context.case.issue[step.issue].preliminary))
    other = contest(context, step) if wanted else None
    cites: list[str] = []

    def told(move: Piece) -> tuple[str, tuple[Stated, ...]]:
        if move is Piece.HOLD:
            return ("", ()) if held else (finding(context, step), (Held(step.issue, step.position),))
        if move is Piece.OPPOSE:
            return opposing(context, step, other)
        if move is Piece.SUPPORT:
            return support(context, step, other, full=full, held=held)
        if move is Piece.REASONS:
            preliminary = context.plural and context.case.issue[step.issue].preliminary
            least = preliminary or context.detail < (0 if context.plural else -1)
            most = 1 if least else 3 if context.detail >= 2 else 2
            text = reasons(context, step, part, most=3 if full and context.detail > _LEAST else most, keep=keep)
            cites.append(authorities(context, step, other, full=full) if context.detail >= 0 else "")
            return all_of([text, cites[-1]]) if text else cites[-1], ()
        if move is Piece.CONCEDED:
            return conceded_by(context, step), ()
        return (course_of_cases(context, step) if full else ""), ()

    out = []
    first = context.plural and context.case.issue[step.issue].preliminary
    for usual in _PRELIMINARY if first else context.style.paragraphs:
        late = _begins_with_an_answer(context, step, other, usual, held=held, full=full)
        moves = (*(move for move in usual if move is not Piece.SUPPORT), Piece.SUPPORT) if late else usual
        pieces = [piece for piece in map(told, moves) if piece[0]]
        if pieces:
            out.append(Paragraph(all_of(text for text, _ in pieces), tuple(tag for _, tags in pieces for tag in tags)))
    if out and (text := too_little(context, step)):
        out.append(Paragraph(text))
    return _merged(out)


def _begins_with_an_answer(
    context: OpinionContext, step: Step, other: Contest | None, moves: tuple[Piece, ...], *, held: bool, full: bool
) -> bool:
    """Whether a paragraph would begin with what counsel answered, before a reader knows to what."""
    if Piece.SUPPORT not in moves or Piece.REASONS not in moves:
        return False
    at = moves.index(Piece.SUPPORT)
    if moves.index(Piece.REASONS) < at or (Piece.HOLD in moves[:at] and not held):
        return False
    told = adopted(context, step, {other.by} if other is not None else set())[: most_told(context, full=full)]
    return bool(told) and context.is_answer(told[0])


def too_little(context: OpinionContext, step: Step) -> str:
    """Why a last finding for the side that loses does not save it: the law the opinion has stated asks for more."""
    law = short_of(context.ruling, context.opinion)
    if law is None or step != grounds(context.ruling, context.opinion)[-1]:
        return ""
    clause = context.holds(PositionRef(law.issue, law.position)).get("bare", "")
    return context.once(
        f"That is not enough, because {clause}." if clause else "On the law as stated above, that is not enough."
    )


def _merged(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs of a line or two put together."""
    if len(paragraphs) == 2 and min(len(one.text.split()) for one in paragraphs) < 36:
        first, last = paragraphs
        return [Paragraph(f"{first.text} {last.text}", (*first.states, *last.states))]
    return paragraphs


def undisputed(context: OpinionContext, step: Step) -> Paragraph:
    """A step that nobody disputes, in one sentence; one the bench asked about is not said to be undisputed."""
    asked = step.issue in asked_about(context.case, context.reasoning.heard)
    place = ("first.more" if "held" in context.marks else "hold.first") if asked else "undisputed"
    text = finding(context, step, place)
    cites = (
        next((cites for id in backing(context, step) if (cites := context.cites(id, step, 1))), "")
        if context.detail >= 1
        else ""
    )
    return Paragraph(all_of([text, cites]), (Held(step.issue, step.position),))
