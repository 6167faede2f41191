"""The graph of an argument: heads, points, questions and follow-ups, and what must, or must not, have been said before each."""

from __future__ import annotations

from collections.abc import Iterable

from moot.case import Case, Guard, Point, Question, Side
from moot.case.language.speech import opening
from moot.errors import UnknownName
from moot.graphs.model import Arrow, Box, Graph

__all__ = ["questions"]

_WORDS = 9
"""How many words of a question or an answer stand in its box."""


def questions(case: Case, under: str = "") -> Graph:
    """Everything that can be said and asked, without the engine's stock questions; or what is ``under`` one head or point.

    What has a guard is reached by a guarded arrow. An answer has a box of its own where it has a guard, or takes something out of
    the case. Raises :class:`~moot.errors.UnknownName` for an unknown head or point.
    """
    if under and under not in case.head and under not in case.point:
        raise UnknownName("head or point", under, [*case.head, *case.point])
    title = f"{case.caption}: what can be said and asked" + (f" under {under}" if under else "")
    drawn = _Drawing(case, Graph(title))
    if under in case.point:
        drawn.point(case.point[under], "")
    for side in Side:
        for head in case.heads_of[side]:
            if under in ("", head.id):
                drawn.graph.boxes.append(Box(head.id, f"{side}: {head.title}", side.value))
                for point in case.points_under[head.id]:
                    drawn.point(point, head.id)
        if not under and case.replies_of[side]:
            reply = f"{side} replies"
            drawn.graph.boxes.append(Box(reply, reply, side.value))
            for point in case.replies_of[side]:
                drawn.point(point, reply)
    drawn.taken_out()
    return drawn.graph


class _Drawing:
    def __init__(self, case: Case, graph: Graph) -> None:
        self.case, self.graph = case, graph

    def point(self, point: Point, above: str) -> None:
        """A point, and what may be asked of it."""
        self.graph.boxes.append(Box(point.id, f"{point.id}: {point.title}", point.side.value))
        if above:
            guards = _words(point.when)
            if point.replies:
                guards = " and ".join(filter(None, (self._any(point.replies_to), guards)))
            self.graph.arrows.append(Arrow(above, point.id, "", guards))
        for question in point.questions:
            self._question(question, point.id, "asked")

    def _question(self, question: Question, above: str, word: str) -> None:
        if question.stock:
            return
        self.graph.boxes.append(Box(question.id, f"{question.id}: {opening(question.text, _WORDS)}"))
        self.graph.arrows.append(Arrow(above, question.id, word, _words(question.when)))
        for answer in question.answers:
            after, word = question.id, f"after {answer.letter}"
            if answer.when or answer.concedes or answer.retracts:
                self.graph.boxes.append(Box(answer.id, f"{answer.id}: {opening(answer.text, _WORDS)}", "answer"))
                self.graph.arrows.append(Arrow(question.id, answer.id, "answered", _words(answer.when)))
                after, word = answer.id, "then"
            for each in answer.follow_ups:
                self._question(each, after, word)

    def _any(self, ids: tuple[str, ...]) -> str:
        """What a reply replies to; a head means anything under it."""
        named = [f"anything under {id}" if id in self.case.head else id for id in ids]
        return f"once {' or '.join(named)} is said" if named else ""

    def taken_out(self) -> None:
        """What answers concede away or take back, where it is drawn too."""
        here = {box.id for box in self.graph.boxes}
        for answer in self.case.answers.values():
            if answer.id not in here:
                continue
            for word, ids in (
                ("concedes away", answer.concedes.gives_up if answer.concedes else ()),
                ("takes back", answer.retracts),
            ):
                self.graph.arrows += [Arrow(answer.id, id, word) for id in ids if id in here]


def _words(guards: Iterable[Guard]) -> str:
    return " and ".join(f"{'once' if guard.wanted else 'unless'} {guard.said} is said" for guard in guards)
