"""The stock question that comes back to something counsel said earlier: a concession, or a question not answered."""

from __future__ import annotations

from dataclasses import replace

from moot.case.argument import Answer, Point, Question
from moot.case.case import Case
from moot.case.hypotheticals.consequence import Concession
from moot.case.stock.kinds import answer, question
from moot.case.stock.words import lowered, stopped
from moot.case.words import Manner, Purpose

__all__ = ["DODGES", "held_to", "kept", "returning"]

_ASKED = "You were asked this, and I did not hear an answer"
_PUT = {Purpose.HUMOR: "I put this to you lightly, but I would like an answer"}
"""The words before a question that is asked again, by its purpose, where they are not :data:`_ASKED`."""

DODGES = (Manner.EVADE, Manner.DEFLECT)


def returning(case: Case, point: Point, number: int) -> Question | None:
    """A question under ``point`` that comes back to an answer under another point of the same side.

    ``returns_to`` are the answers after which the draw may ask it. Under the same head if there is one there, and each
    point comes back to something else.
    """
    if point.replies:
        return None
    others = [each for each in case.points if each.side is point.side and each is not point and not each.replies]
    others.sort(key=lambda each: each.head != point.head)
    sources = [source for each in others for source in _sources(each, point)]
    near = sum(1 for each in others if each.head == point.head for _ in _sources(each, point))
    if not sources:
        return None
    asked, conceded = sources[number % (near or len(sources))]
    id = f"stock-return.{point.id}"
    if conceded is None:
        return _again(asked, id)
    assert conceded.concedes is not None
    return held_to(point, conceded, conceded.concedes, id)


def _sources(of: Point, under: Point) -> list[tuple[Question, Answer | None]]:
    """What a judge might come back to ``under`` a point: concessions that leave it standing, and first questions dodged."""
    found: list[tuple[Question, Answer | None]] = []
    for root in of.questions:
        for each in root.walk():
            found += [
                (each, one)
                for one in each.answers
                if one.concedes is not None and one.consequence is None and under.id not in one.concedes.gives_up
            ]
        if len(kept(root)) > 1 and any(one.manner in DODGES for one in root.answers):
            found.append((root, None))
    return found


def kept(asked: Question) -> list[Answer]:
    """The answers that may be offered again: those that change nothing but counsel's credit. None if none of them is good."""
    if asked.pick is not None or asked.scene is not None:
        return []
    kept: dict[tuple[object, ...], Answer] = {}
    for one in asked.answers:
        if not (one.retracts or one.concedes is not None or one.outside or one.when):
            # Of two of one manner, which without their arguments might come to the same, the first.
            kept.setdefault((one.manner, one.overclaims, one.contradicts), one)
    good = [one for one in kept.values() if one.manner not in DODGES and (one.worth is None or one.worth > 0)]
    return list(kept.values()) if good else []


def _again(asked: Question, id: str) -> Question:
    """The question counsel did not answer, put again; with the answers it had."""
    dodges = tuple(one.id for one in asked.answers if one.manner in DODGES)
    return question(
        "return",
        id,
        f"{_PUT.get(asked.purpose, _ASKED)}: {asked.text}",
        asked.purpose,
        kept(asked),
        returns_to=dodges,
    )


def held_to(point: Point, conceded: Answer, concession: Concession, id: str, kind: str = "return") -> Question:
    """What counsel conceded, held against the point: a while later, or at once (a kind of its own)."""
    what = concession.what.removesuffix(".")
    given = f"that {what.removeprefix('That ')}" if what.startswith("That ") else lowered(what)
    says = point.says or f"that {lowered(point.title)}"
    return question(
        kind,
        id,
        stopped(f"You {'conceded' if kind == 'return' else 'concede'} {given}")
        + " What is left of the point you are making now?",
        Purpose.CONCESSION,
        [
            answer(
                f"All of it. I stand by what I conceded. The point now is {says}",
                Manner.DISTINGUISH,
                "A concession gives up what it says and no more, and counsel stands by it.",
            ),
            replace(
                answer(
                    "I don't believe that I conceded that.",
                    Manner.EVADE,
                    "It was conceded, and the Court heard it.",
                    worth=-2,
                ),
                contradicts=(conceded.id,),
            ),
            answer(
                "Nothing, I suppose. The point falls with it.",
                Manner.CONCEDE,
                "It gives up more than was asked: the concession does not reach this point.",
                worth=-2,
            ),
        ],
        returns_to=(conceded.id,) if kind == "return" else (),
    )
