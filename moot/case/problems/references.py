"""M2xx: ids are unique, and every id that is mentioned names something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moot.case.argument import Answer, Point
from moot.case.case import Case
from moot.case.must import NeverCarries, Reaches
from moot.case.opinion import Mark
from moot.case.problems.notes import Notes, Said, argument_keys, asked, guarded, said
from moot.case.words import ConcessionKind, Side
from moot.errors import Key

__all__ = ["check"]


def check(case: Case, notes: Notes) -> None:
    """Look up every name."""
    _unique(case, notes)
    names = set(case.point) | set(case.answers)
    for saying in said(case):
        _saying(case, notes, saying, names)
    for key, _, _, guards in guarded(case):
        for index, guard in enumerate(guards):
            word = "said" if guard.wanted else "unsaid"
            notes.known(
                "M206",
                (*key, "when", index, word),
                "point or answer",
                guard.said,
                names,
            )
    for key, question, _ in asked(case):
        table = case.authority if question.pick == "authority" else {item.id: item for item in case.record}
        code, kind = ("M202", "authority") if question.pick == "authority" else ("M203", "entry of the record")
        for index, answer in enumerate(question.answers):
            if question.pick and answer.picks is not None:
                notes.known(code, (*key, "answers", index, "picks"), kind, answer.picks, table)
    for index, issue in enumerate(case.issues):
        for number, position in enumerate(issue.positions):
            _marks(case, notes, ("issues", index, "positions", number), position.marks)
    for index, line in enumerate(case.decision):
        if line.opinion:
            notes.known("M207", ("decision", index, "opinion"), "opinion", line.opinion, case.opinion)
    _properties(case, notes)
    _opinions(case, notes)


def _unique(case: Case, notes: Notes) -> None:
    heads = (
        (("heads", side.value, index, "id"), head.id) for side in Side for index, head in enumerate(case.heads_of[side])
    )
    points = ((("points", index, "id"), point.id) for index, point in enumerate(case.points))
    questions = (((*key, "id"), question.id) for key, question, _ in asked(case))
    _once(notes, "heads, points and questions", (*heads, *points, *questions))
    for key, question, _ in asked(case):
        _once(
            notes,
            f"the answers to `{question.id}`",
            (((*key, "answers", index, "id"), answer.letter) for index, answer in enumerate(question.answers)),
        )
    _once(notes, "issues", _ids("issues", case.issues))
    for index, issue in enumerate(case.issues):
        _once(
            notes,
            f"the positions of `{issue.id}`",
            _ids(("issues", index, "positions"), issue.positions),
        )
    _once(notes, "nodes of the tree", _ids(("tree", "nodes"), case.tree.nodes))
    _once(notes, "authorities", _ids("authorities", case.authorities))
    entries = (
        *_ids("record", case.record),
        *_ids("outside_record", case.outside_record),
    )
    _once(notes, "the record and the matters outside it", entries)
    _once(notes, "opinions", _ids("opinions", case.opinions))
    for index, opinion in enumerate(case.opinions):
        _once(
            notes,
            f"the holdings of `{opinion.id}`",
            _ids(("opinions", index, "holdings"), opinion.holdings),
        )


def _ids(above: str | Key, things: Iterable[object]) -> Iterator[tuple[Key, str]]:
    base: Key = (above,) if isinstance(above, str) else above
    for index, thing in enumerate(things):
        yield (*base, index, "id"), str(getattr(thing, "id"))  # noqa: B009 - every one of them has an id


def _once(notes: Notes, among: str, ids: Iterable[tuple[Key, str]]) -> None:
    seen: set[str] = set()
    for key, id in ids:
        if id in seen:
            notes.error(
                "M201",
                key,
                f"the id `{id}` is used twice among {among}",
                "give one of them another id",
            )
        seen.add(id)


def _saying(case: Case, notes: Notes, saying: Said, names: set[str]) -> None:
    for key, urged in argument_keys(saying):
        _position(case, notes, key, *urged.split(".", 1))
    argument = saying.argument
    if argument is not None:
        base = saying.argument_key
        for index, id in enumerate(argument.cites):
            notes.known("M202", (*base, "cites", index), "authority", id, case.authority)
        for index, id in enumerate(argument.record):
            _in_record(case, notes, (*base, "record", index), id)
        for index, attack in enumerate(argument.attacks):
            notes.known(
                "M206",
                (*base, "attacks", index, str(attack.kind)),
                "point or answer",
                attack.target,
                names,
            )
    if isinstance(saying.thing, Point):
        _point(case, notes, saying.key, saying.thing)
    else:
        _answer(case, notes, saying.key, saying.thing, names)
    inherited = _inherited(case, saying)
    _marks(case, notes, saying.key, [mark for mark in saying.thing.marks if mark not in inherited])


def _inherited(case: Case, saying: Said) -> tuple[Mark, ...]:
    """The marks of the position urged first: they are looked up where they are written."""
    if saying.argument is None or not saying.argument.urges:
        return ()
    urged = saying.argument.urges[0]
    positions = case.issue[urged.issue].positions if urged.issue in case.issue else ()
    return next((position.marks for position in positions if position.id == urged.position), ())


def _marks(case: Case, notes: Notes, above: Key, marks: Iterable[Mark]) -> None:
    """A mark names an opinion, and a holding of it."""
    for mark in marks:
        key = (*above, "marks", mark.opinion)
        wrote = next((opinion.id for opinion in case.opinions if opinion.author == mark.opinion), "")
        if wrote and mark.opinion not in case.opinion:
            message = f"no opinion is called `{mark.opinion}`; that is who wrote `{wrote}`"
            notes.error("M207", key, message, f"a mark names the opinion: write `{wrote}`")
        elif notes.known("M207", key, "opinion", mark.opinion, case.opinion) and mark.holding is not None:
            held = [holding.id for holding in case.opinion[mark.opinion].holdings]
            kind = f"holding of the opinion `{mark.opinion}`"
            notes.known("M208", (*key, str(mark.treatment)), kind, mark.holding, held)


def _properties(case: Case, notes: Notes) -> None:
    """What `must` names: answers that take something back, positions, questions."""
    for index, each in enumerate(case.must):
        if isinstance(each, NeverCarries):
            key = ("must", index, "never_carries")
            if notes.known("M206", (*key, "conceding"), "answer", each.conceding, case.answers):
                answer = case.answers[each.conceding]
                if not answer.concedes and not answer.retracts:
                    notes.error(
                        "M221",
                        (*key, "conceding"),
                        f"`{each.conceding}` concedes and retracts nothing",
                        "name an answer with `concedes` or `retracts`",
                    )
            if each.position is not None:
                _position(case, notes, (*key, "position"), each.position.issue, each.position.position)
        elif isinstance(each, Reaches):
            for number, id in enumerate(each.questions):
                notes.known("M206", ("must", index, "reaches", "questions", number), "question", id, case.questions)


def _position(case: Case, notes: Notes, key: Key, issue: str, position: str) -> None:
    """``issue.position`` must name both."""
    if issue not in case.issue:
        notes.known("M204", key, "issue", issue, case.issue)
        return
    names = [each.id for each in case.issue[issue].positions]
    notes.known("M204", key, f"position of the issue `{issue}`", position, names)


def _in_record(case: Case, notes: Notes, key: Key, id: str) -> None:
    inside = {item.id for item in case.record}
    if id not in inside and any(item.id == id for item in case.outside_record):
        notes.error(
            "M203",
            key,
            f"`{id}` is outside the record",
            "a point may rely on the record only; an answer that brings it in lists it under `outside`",
        )
        return
    notes.known("M203", key, "entry of the record", id, inside)


def _point(case: Case, notes: Notes, key: Key, point: Point) -> None:
    if point.head is not None and notes.known("M205", (*key, "head"), "head", point.head, case.head):
        head = case.head[point.head]
        if head.side is not point.side:
            notes.error(
                "M205",
                (*key, "head"),
                f"the head `{head.id}` is {head.side}'s, but the point is {point.side}'s",
                f"put it under a head of {point.side}",
            )
    for index, id in enumerate(point.replies_to):
        notes.known(
            "M206",
            (*key, "replies_to", index),
            "head or point",
            id,
            (*case.head, *case.point),
        )


def _answer(case: Case, notes: Notes, key: Key, answer: Answer, names: set[str]) -> None:
    for word, ids in (
        ("retracts", answer.retracts),
        ("contradicts", answer.contradicts),
    ):
        for index, id in enumerate(ids):
            notes.known("M206", (*key, word, index), "point or answer", id, names)
    if answer.concedes is not None:
        word = "strikes" if answer.concedes.kind is ConcessionKind.FACT else "withdraws"
        for index, id in enumerate(answer.concedes.gives_up):
            notes.known("M206", (*key, "concedes", word, index), "point or answer", id, names)
    outside = {item.id for item in case.outside_record}
    for index, id in enumerate(answer.outside):
        if any(item.id == id for item in case.record):
            notes.error(
                "M209",
                (*key, "outside", index),
                f"`{id}` is in the record",
                "list under `outside` only what stands in `outside_record`",
            )
        else:
            notes.known(
                "M209",
                (*key, "outside", index),
                "matter outside the record",
                id,
                outside,
            )


def _opinions(case: Case, notes: Notes) -> None:
    for index, opinion in enumerate(case.opinions):
        for number, holding in enumerate(opinion.holdings):
            key: Key = ("opinions", index, "holdings", number)
            if holding.issue is None:
                if holding.position is not None:
                    notes.error(
                        "M204",
                        (*key, "position"),
                        "a position is named without its issue",
                        "add `issue:`",
                    )
            elif holding.position is None:
                notes.known("M204", (*key, "issue"), "issue", holding.issue, case.issue)
            else:
                of = "position" if holding.issue in case.issue else "issue"
                _position(case, notes, (*key, of), holding.issue, holding.position)
