"""What is said in a case, of the values of its file: points, questions and answers, with their marks."""

from __future__ import annotations

from typing import Any

from moot.case import (
    Answer,
    Argument,
    Attack,
    Attacking,
    Citation,
    Concession,
    Guard,
    Mark,
    Point,
    PositionRef,
    Question,
    Reply,
    ReplyKind,
    Rule,
    Scene,
    Side,
    Treatment,
)

__all__ = ["PointBuilder", "Values", "marks_of", "rule_of"]

Values = dict[str, Any]
"""What a mapping of the file holds, read into shape."""


def marks_of(item: dict[str, tuple[str, str]]) -> tuple[Mark, ...]:
    """The marks of these opinions."""
    marks = []
    for opinion, (word, said) in item.items():
        treatment = Treatment(word)
        reached = treatment is not Treatment.NOT_REACHED
        marks.append(Mark(opinion, treatment, said if reached else None, "" if reached else said))
    return tuple(marks)


def _guards(item: tuple[tuple[str, str], ...]) -> tuple[Guard, ...]:
    return tuple(Guard(id, word == "said") for word, id in item)


def _argument(id: str, side: Side, item: Values, *, briefed: bool = False) -> Argument:
    urges = tuple(PositionRef.parse(text) for text in (item["urges"], *item["also_urges"]))
    attacks = tuple(Attack(Attacking(kind), target) for kind, target in item["attacks"])
    return Argument(
        id,
        side,
        item["modality"],
        urges,
        item["strength"],
        attacks,
        tuple(each["authority"] for each in item["cites"]),
        item["record"],
        briefed,
        citations=tuple(cite for each in item["cites"] if (cite := Citation(**each)) != Citation(cite.authority)),
        appeals=item["appeals"],
    )


def rule_of(ways: tuple[dict[str, tuple[str, ...]], ...]) -> Rule:
    """The rule that these ways of meeting it make."""
    return Rule(tuple(tuple(way.items()) for way in ways))


def _scene(item: Values) -> Scene:
    tests = PositionRef.parse(item["tests"])
    return Scene(
        (tests.issue, tests.position),
        tuple(item["turns"].items()),
        tuple(item["if_met"].items()),
        tuple(item["if_unmet"].items()),
    )


def _reply(item: tuple[str, Any]) -> Reply:
    kind, what = ReplyKind(item[0]), item[1]
    if kind is ReplyKind.ACCEPT:
        return Reply(kind, says=what)
    if kind is ReplyKind.DISTINGUISH:
        return Reply(kind, dial=what)
    return Reply(kind, rule=rule_of(what))


class PointBuilder:
    """Points, questions and answers: what they may name (``names``), and the marks of positions that they inherit."""

    def __init__(self, names: Values, inherited: dict[tuple[str, str], tuple[Mark, ...]]) -> None:
        self.names, self.inherited = names, inherited

    def point(self, item: Values) -> Point:
        side: Side = item["side"]
        argument = _argument(item["id"], side, item, briefed=item["briefed"])
        return Point(
            id=item["id"],
            title=item["title"],
            speech=item["speech"],
            argument=argument,
            head=item["head"],
            questions=tuple(self.question(each, side) for each in item["questions"]),
            replies_to=item["replies_to"],
            marks=self.marks(item["marks"], argument),
            ticks=item["ticks"],
            when=_guards(item["when"]),
            says=item["says"],
        )

    def question(self, item: Values, side: Side) -> Question:
        return Question(
            id=item["id"],
            text=item["text"],
            purpose=item["purpose"],
            tone=item["tone"],
            answers=tuple(self.answer(each, item, side) for each in item["answers"]),
            who=item["who"],
            asked_by=item["asked_by"],
            source=item["source"],
            pick=item["pick"],
            scene=_scene(item["scene"]) if item["scene"] else None,
            when=_guards(item["when"]),
            ticks=item["ticks"],
        )

    def answer(self, item: Values, question: Values, side: Side) -> Answer:
        id = f"{question['id']}.{item['id']}"
        concedes = item["concedes"]
        argument = _argument(id, side, item["argument"]) if item["argument"] else None
        gives_up = concedes["strikes"] + concedes["withdraws"] if concedes else ()
        return Answer(
            id=id,
            text=item["text"] or _picked(self.names.get(item["picks"])),
            manner=item["manner"],
            argument=argument,
            concedes=Concession(concedes["kind"], concedes["what"], gives_up) if concedes else None,
            retracts=item["retracts"],
            contradicts=item["contradicts"],
            outside=item["outside"],
            overclaims=item["overclaims"],
            reply=_reply(item["reply"]) if item["reply"] else None,
            picks=item["picks"],
            # An entry of a quiz that the file does not call right is wrong.
            right=bool(item["right"]) if question["pick"] else item["right"],
            marks=self.marks(item["marks"], argument),
            follow_ups=tuple(self.question(each, side) for each in item["follow_ups"]),
            ticks=item["ticks"],
            when=_guards(item["when"]),
            why=item["why"],
            worth=item["worth"],
            says=item["says"],
        )

    def marks(self, item: dict[str, tuple[str, str]], argument: Argument | None) -> tuple[Mark, ...]:
        """Its own marks, and for the other opinions those of the position it urges first."""
        own = marks_of(item)
        marked = {mark.opinion for mark in own}
        from_position = (
            self.inherited.get((argument.urges[0].issue, argument.urges[0].position), ()) if argument else ()
        )
        return (*own, *(mark for mark in from_position if mark.opinion not in marked))


def _picked(item: Values | None) -> str:
    """What counsel says who only names an authority or a page."""
    if item is None:
        return ""
    if "cite" in item:
        return f"{item['name']}, {item['cite']}."
    return f"Page {item['page']}: {item['text']}" if item.get("page") else str(item["text"])
