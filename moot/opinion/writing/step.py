"""One question in an opinion: the holding, its reasons, counsel's arguments, the other side and what meets it."""

from __future__ import annotations

import re

from moot.bench.votes.coalitions import asked_about
from moot.case import Attacking, IssueKind, PositionRef, Step
from moot.case.language.likeness import alike, shared, within
from moot.case.language.speech import sentences
from moot.opinion.document import Adopted, Held, Paragraph, Rejected, Stated
from moot.opinion.material import Contest, adopted, backing, conceded, contest, history
from moot.opinion.pen import Pen
from moot.opinion.plan import grounds, short_of
from moot.opinion.prose.clauses import formal, reason_of, spoken, without_reason
from moot.opinion.prose.grammar import all_of, cap, mid, question, sentence, small, yes_or_no
from moot.opinion.prose.style import Piece, Run
from moot.opinion.writing.remarks import remark
from moot.opinion.writing.scene import offense

__all__ = ["agreed_with", "discuss", "finding", "meeting", "reasons", "too_little", "undisputed"]

_ENOUGH = 3
_TO_THE_POINT = 2
"""So many words of substance in common show that a reason speaks to another view."""
_LEANS = re.compile(r"\b(?:it|they|he|she|them|this|that|these|those|so|neither|even|taken|like)\b", re.IGNORECASE)
"""What in the first words of a reason leans on the sentence before."""
_LONG = 58
_LEAST = -2
_PRELIMINARY = ((Piece.HOLD, Piece.REASONS, Piece.SUPPORT, Piece.OPPOSE),)
_MEETS = {Attacking.UNDERCUT: "undercut", Attacking.UNDERMINE: "undermine", Attacking.REBUT: "rebut"}


def discuss(
    pen: Pen, step: Step, part: str, *, full: bool, held: bool = False, alone: bool = False, keep: bool = False
) -> list[Paragraph]:
    """The paragraphs about one question.

    Not ``full``, only the holding, its reasons and its authorities; ``held`` where the holding has been stated already, ``alone`` where the
    other side is met elsewhere; ``keep`` where the last reason is to be kept for those who answer the question otherwise.
    """
    wanted = not alone and (full or (pen.detail >= 2 and not pen.case.issue[step.issue].preliminary))
    other = contest(pen, step) if wanted else None
    cites: list[str] = []

    def told(move: Piece) -> tuple[str, tuple[Stated, ...]]:
        if move is Piece.HOLD:
            return ("", ()) if held else (finding(pen, step), (Held(step.issue, step.position),))
        if move is Piece.OPPOSE:
            return _opposing(pen, step, other)
        if move is Piece.SUPPORT:
            return _support(pen, step, other, full=full, held=held)
        if move is Piece.REASONS:
            preliminary = pen.plural and pen.case.issue[step.issue].preliminary
            least = preliminary or pen.detail < (0 if pen.plural else -1)
            most = 1 if least else 3 if pen.detail >= 2 else 2
            text = reasons(pen, step, part, most=3 if full and pen.detail > _LEAST else most, keep=keep)
            cites.append(_authorities(pen, step, other, full=full) if pen.detail >= 0 else "")
            return all_of([text, cites[-1]]) if text else cites[-1], ()
        if move is Piece.CONCEDED:
            return _conceded(pen, step), ()
        return (_history(pen, step) if full else ""), ()

    out = []
    first = pen.plural and pen.case.issue[step.issue].preliminary
    for usual in _PRELIMINARY if first else pen.style.paragraphs:
        late = _begins_with_an_answer(pen, step, other, usual, held=held, full=full)
        moves = (*(move for move in usual if move is not Piece.SUPPORT), Piece.SUPPORT) if late else usual
        pieces = [piece for piece in map(told, moves) if piece[0]]
        if pieces:
            out.append(Paragraph(all_of(text for text, _ in pieces), tuple(tag for _, tags in pieces for tag in tags)))
    if out and (text := too_little(pen, step)):
        out.append(Paragraph(text))
    return _merged(out)


def _begins_with_an_answer(
    pen: Pen, step: Step, other: Contest | None, moves: tuple[Piece, ...], *, held: bool, full: bool
) -> bool:
    """Whether a paragraph would begin with what counsel answered, before a reader knows to what."""
    if Piece.SUPPORT not in moves or Piece.REASONS not in moves:
        return False
    at = moves.index(Piece.SUPPORT)
    if moves.index(Piece.REASONS) < at or (Piece.HOLD in moves[:at] and not held):
        return False
    told = adopted(pen, step, {other.by} if other is not None else set())[: _told_of(pen, full=full)]
    return bool(told) and pen.is_answer(told[0])


def too_little(pen: Pen, step: Step) -> str:
    """Why a last finding for the side that loses does not save it: the law the opinion has stated asks for more."""
    law = short_of(pen.ruling, pen.opinion)
    if law is None or step != grounds(pen.ruling, pen.opinion)[-1]:
        return ""
    clause = pen.holds(PositionRef(law.issue, law.position)).get("bare", "")
    return pen.once(
        f"That is not enough, because {clause}." if clause else "On the law as stated above, that is not enough."
    )


def _merged(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs of a line or two put together."""
    if len(paragraphs) == 2 and min(len(one.text.split()) for one in paragraphs) < 36:
        first, last = paragraphs
        return [Paragraph(f"{first.text} {last.text}", (*first.states, *last.states))]
    return paragraphs


def finding(pen: Pen, step: Step, place: str = "") -> str:
    """The holding as a sentence; where the case file has no clause for it, the question and its answer."""
    fields = pen.holds(PositionRef(step.issue, step.position))
    issue = pen.case.issue[step.issue]
    if not place:
        place = "hold"
        if pen.plural and issue.preliminary:
            place = "first.more" if "first" in pen.marks else "first"
            pen.marks.add("first")
    fields["of_law" if issue.kind is IssueKind.LAW else "of_fact"] = ""
    text = pen.say(place, step.issue, **fields) if "that" in fields else ""
    text = text or _answered(pen, step)
    if text:
        pen.marks.add("held")
    return text


def _answered(pen: Pen, step: Step) -> str:
    """The question and its answer in the words of the case file; where both stand in the ruling, whose answer it is."""
    issue = pen.case.issue[step.issue]
    text = sentence(formal(issue.position(step.position).text))
    own = f"{pen.words['We']} {'answer' if pen.plural else 'would answer'} {small(text)}" if yes_or_no(text) else text
    asked = question(issue.question)
    brief = sentences(text)[0]
    answer = f" {small(brief)}" if yes_or_no(text) else f": {mid(pen.case, brief)}"
    again = f"On the question “{asked}” {pen.words['our']} answer is{answer}"
    said = pen.once(f"{asked} {own}") or pen.once(again)
    if said:
        pen.told.stated.setdefault((step.issue, step.position), pen.opinion.number)
        return said
    before = pen.told.stated.get((step.issue, step.position))
    whom = pen.name_of(pen.ruling.opinions[before]) if before is not None else ""
    if not whom or before == pen.opinion.number:
        return ""
    return agreed_with(pen, step.issue, whom)


def agreed_with(pen: Pen, issue: str, whom: str) -> str:
    """That the writer agrees with another opinion on a question, which is named."""
    asked = question(pen.case.issue[issue].question)
    # The question comes last: at its mark a sentence ends, and no sentence stands in a ruling twice.
    ways = ("I agree with", "I am with", "I give the same answer as", "I would say what is said by")
    return next((said for way in ways if (said := pen.once(f"{way} {whom} on the question “{asked}”"))), "")


def undisputed(pen: Pen, step: Step) -> Paragraph:
    """A step that nobody disputes, in one sentence; one the bench asked about is not said to be undisputed."""
    asked = step.issue in asked_about(pen.case, pen.reasoning.heard)
    place = ("first.more" if "held" in pen.marks else "hold.first") if asked else "undisputed"
    text = finding(pen, step, place)
    cites = (
        next((cites for id in backing(pen, step) if (cites := pen.cites(id, step, 1))), "") if pen.detail >= 1 else ""
    )
    return Paragraph(all_of([text, cites]), (Held(step.issue, step.position),))


def reasons(pen: Pen, step: Step, part: str, most: int = 3, *, keep: bool = False) -> str:
    """The case file's reasons for a position, in the run of the style; told once in a ruling.

    With ``keep`` the last of three is kept for a reply, where it can be understood there.
    """
    key = (step.issue, step.position)
    told = sentences(formal(pen.case.issue[step.issue].position(step.position).reasons))[:most]
    if key in pen.told.reasoned or not told:
        return ""
    pen.told.reasoned[key] = (pen.opinion.number, part)
    if (
        keep
        and len(told) >= _ENOUGH
        and not _LEANS.search(" ".join(told[-1].split()[:5]))
        and _replies(pen, step, told[-1])
    ):
        pen.told.kept[key] = told.pop()
    return all_of(pen.once(one) for one in _run(pen, told))


def _replies(pen: Pen, step: Step, reason: str) -> bool:
    """Whether a reason speaks to what another opinion holds on the question, so that it can be told as a reply."""
    issue = pen.case.issue[step.issue]
    found = {opinion.holdings.get(step.issue) for opinion in pen.ruling.opinions} - {None, step.position}
    others = [position for position in issue.positions if position.id in found]
    return any(shared(reason, f"{one.text} {one.holds} {one.reasons}") >= _TO_THE_POINT for one in others)


def _run(pen: Pen, told: list[str]) -> list[str]:
    if pen.style.run is Run.SHORT:
        return (
            [cap(sentence(piece)) for one in told for piece in one.rstrip(".").split("; ")]
            if all("?" not in one for one in told)
            else told
        )
    if pen.style.run is Run.LONG and len(told) > 1:
        first, second, *rest = told
        plain = first.endswith(".") and not set(";:") & set(first + second)
        if plain and len(f"{first} {second}".split()) <= _LONG:
            return [f"{first[:-1]}; {mid(pen.case, second)}", *rest]
    return told


def _told_of(pen: Pen, *, full: bool) -> int:
    """How many arguments for a finding are told."""
    return max(0, min(pen.detail, 2)) if full else (1 if pen.detail >= 3 else 0)


def _support(pen: Pen, step: Step, other: Contest | None, *, full: bool, held: bool) -> tuple[str, tuple[Stated, ...]]:
    """What counsel said for the finding that adds something, with its authorities."""
    spare = {other.by} if other is not None else set()
    pieces: list[str] = []
    tags: list[Stated] = []
    for id in adopted(pen, step, spare)[: _told_of(pen, full=full)]:
        fields = pen.side(pen.case.arguments[id].side) | pen.fits(pen.case.arguments[id])
        fields["after_another" if pieces else "if_first"] = ""
        if pieces or not held:
            fields["after_holding"] = ""
        clause = pen.says(id)
        wanted = pen.detail >= 2 and pen.plural and "adopts" not in pen.marks
        own = pen.persona("adopts", step, of=pen.case.arguments[id]) if wanted else ""
        pen.marks.add("adopts")
        # A judge's own remark accepts the argument, so the sentence before it only tells it.
        place = ("told" if own else "accept") + (".answer" if pen.is_answer(id) else "")
        text = pen.say(place, id, **spoken(clause), **fields) or pen.say("accept+", id, that=clause, **fields)
        pieces += [text, own, pen.cites(id, step)]
        pen.told.adopted[id] = pen.opinion.number
        tags.append(Adopted(id))
    return all_of(pieces), tuple(tags)


def _authorities(pen: Pen, step: Step, other: Contest | None, *, full: bool) -> str:
    """The authorities of an argument whose words would add nothing to the reasons."""
    position = pen.case.issue[step.issue].position(step.position)
    known = f"{position.holds} {position.reasons}"
    for id in backing(pen, step):
        new = id not in pen.told.adopted and (other is None or id != other.by)
        if new and alike(pen.says(id) or known, known) and (cites := pen.cites(id, step, 3 if full else 2)):
            return cites
    return ""


def _opposing(pen: Pen, step: Step, other: Contest | None) -> tuple[str, tuple[Stated, ...]]:
    if other is None:
        return "", ()
    argument = pen.case.arguments[other.against]
    own = (
        pen.persona("rejects", step, other.kind, of=argument)
        if other.kind and pen.detail >= 2 and "rejects" not in pen.marks
        else ""
    )
    answer = meeting(pen, step, other, rejected=bool(own))
    if not answer:
        return "", ()
    fields = pen.side(argument.side) | pen.fits(argument)
    place = "oppose.answer" if pen.is_answer(other.against) else "oppose"
    clause = pen.says(other.against)
    if other.kind in (Attacking.UNDERMINE, Attacking.REBUT) and not (own or pen.case.arguments[other.by].offends):
        fields["of_denial"] = ""
    text = pen.say(place, other.against, that=clause, **fields) or pen.say(
        "oppose+", other.against, that=clause, **fields
    )
    pen.told.opposed[other.against] = pen.opinion.number
    pen.marks.add("rejects")
    tags: list[Stated] = (
        [Rejected(other.against, (other.by,) if other.kind else (), other.kind)]
        if (other.against not in pen.reasoning.accepted)
        else []
    )
    return all_of([text, own, answer, remark(pen, step, argument.urges, argument.modality)]), tuple(tags)


def meeting(pen: Pen, step: Step, other: Contest, *, rejected: bool = False, stated: bool = False) -> str:
    """What meets an argument, in words.

    Where the argument is ``rejected`` already it is not rejected again, and where what it was urged for has just been ``stated`` that is not
    stated again.
    """
    argument = pen.case.arguments[other.against]
    fields = pen.side(argument.side) | pen.fits(argument)
    if other.kind is not None:
        attacker = pen.case.arguments[other.by]
        if attacker.offends:
            text = all_of([pen.say("scene", other.by), pen.once(offense(pen, other.by))])
        elif within(pen.says(other.by), pen.case.issue[step.issue].position(step.position).holds):
            # It says what is held, which has been said: it is cited for that, and no more.
            bare = "" if rejected else pen.say("stands.bare", other.against, **fields)
            text = all_of([bare, pen.cites(other.by, step, 2)])
        else:
            more = fields | pen.side(attacker.side, "o")
            clause = pen.says(other.by)
            place = "meet" if rejected else _MEETS[other.kind]
            text = pen.say(place, other.by, **spoken(clause), **more) or pen.say("meet+", other.by, that=clause, **more)
            text = all_of([text, pen.cites(other.by, step, 2)])
        if text:
            pen.told.adopted[other.by] = pen.opinion.number
            return text
    rival = next((ref for ref in argument.urges if ref.issue == step.issue), None)
    whole = pen.holds(rival).get("that", "") if rival is not None else ""
    clause = without_reason(whole)
    # To grant the very reason that the other holding gives for itself would be to grant the holding.
    granted = within(reason_of(whole), pen.says(other.against))
    if clause and not (stated or granted) and (text := pen.say("stands", other.against, rival=clause, **fields)):
        return text
    return pen.say("stands.bare", other.against, **fields)


def _history(pen: Pen, step: Step) -> str:
    if any(key.startswith("history.") for key in pen.told.opposed):
        return ""
    fields = history(pen, step)
    text = pen.say("history", step.issue, **fields) if fields else ""
    if text:
        pen.told.opposed[f"history.{pen.opinion.number}"] = pen.opinion.number
    return text


def _conceded(pen: Pen, step: Step) -> str:
    found = conceded(pen, step)
    if found is None:
        return ""
    side, clause = found
    return pen.say("conceded", step.issue, that=clause, **pen.side(side))
