"""The choices a person has at the lectern, as values a menu can show."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Case, Modality, Point
from moot.case.language.speech import opening
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.moves import Move
from moot.round.offered import answers_offered
from moot.round.round import Round
from moot.sitting.words.speaking import taken_up
from moot.sitting.words.spoken import authority_names, said_text

__all__ = ["Choice", "choices", "heading"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One legal move: a title or the words to be said, what it cites, and its cost in ticks (0: none)."""

    move: Move
    title: str = ""
    text: str = ""
    note: str = ""
    cost: int = 0

    @property
    def face(self) -> str:
        """The cost as minutes and seconds; nothing where it costs nothing."""
        return clock_face(self.cost) if self.cost else ""


_ORDER = (moves.GiveAnswer, moves.Resume, moves.Plead, moves.Turn, moves.Sit)


def choices(round: Round) -> list[Choice]:
    """Every legal move but a roadmap, in the order in which it is offered: what is begun is finished first.

    Answers stand in an order drawn from the seed and the line, so that their places say nothing.
    """
    legal: list[Move] = [*answers_offered(round)] or [move for move in round.legal if isinstance(move, _ORDER)]
    legal.sort(key=lambda move: next(index for index, kind in enumerate(_ORDER) if isinstance(move, kind)))
    return [_choice(round, move) for move in legal]


def _choice(round: Round, move: Move) -> Choice:
    case, cost = round.case, round.cost(move)
    match move:
        case moves.GiveAnswer(answer=id):
            text, named = said_text(case, case.answers[id])
            argument = case.answers[id].argument
            cites = argument.cites if argument else ()
            return Choice(move, text=text or named, note=named if text else authority_names(case, cites), cost=cost)
        case moves.Plead(point=id):
            point = case.point[id]
            return Choice(move, title=point.title, note=point_note(case, point), cost=cost)
        case moves.Resume():
            state = round.position.state
            point = case.point[state.point]
            words = taken_up(point.speech, round.rules.stretches(point.id), state.part)
            rest = opening(words, 9).removesuffix(" …")
            return Choice(move, title=f"Go on with: {point.title}", note=f"“{rest} …”", cost=cost)
        case moves.Turn(head=head):
            return Choice(move, title=f"Turn to: {case.head[head].title}", note="This head cannot be taken up again.")
        case _:
            left = round.position.clock
            return Choice(move, title="Sit down", note=f"{clock_face(left)} unused" if left else "")


def point_note(case: Case, point: Point) -> str:
    """What stands under a point's title: its form of argument, authorities and record pages."""
    pages = ", ".join(
        dict.fromkeys(item.page for id in point.argument.record if (item := case.record_item.get(id)) and item.page)
    )
    modality = "on the facts" if point.argument.modality is Modality.FACTUAL else point.argument.modality.value
    parts = [modality, authority_names(case, point.argument.cites), f"record {pages}" if pages else ""]
    return " · ".join(part for part in parts if part)


def heading(round: Round) -> str:
    """What the person is asked to do now."""
    state = round.position.state
    case = round.case
    if state.pending:
        question = case.questions[state.pending]
        if question.pick == "authority":
            return "Name the authority"
        if question.pick == "record":
            return "Point to the record"
        return "Your answer"
    if state.cut:
        return f"Half said: {case.point[state.point].title}"
    if state.head:
        return f"Your next point, under: {case.head[state.head].title}"
    return "Your reply"
