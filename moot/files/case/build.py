"""Turn the values of a case file into a :class:`~moot.case.Case`. The shape has already been read."""

from __future__ import annotations

import re
from typing import Any

from moot.case import (
    Answer,
    Argument,
    Attack,
    Attacking,
    Authority,
    Below,
    Case,
    Citation,
    Concession,
    Costs,
    DecisionLine,
    DecisionTree,
    Dial,
    Guard,
    Head,
    Historical,
    Holding,
    Issue,
    Mark,
    Node,
    Party,
    Point,
    Position,
    PositionRef,
    Question,
    RealOpinion,
    RealVote,
    RecordItem,
    Reply,
    ReplyKind,
    Rule,
    Scene,
    Side,
    Treatment,
    with_consequences,
)
from moot.files.case.must import build_property
from moot.files.formats.read import build_format

__all__ = ["build_case"]

Values = dict[str, Any]
_NUMBER = re.compile(r"^(?:Docket\s+)?Nos?\.\s*", re.IGNORECASE)
"""What some write before the number of a docket; what is shown has it already."""


def build_case(values: Values) -> Case:
    """The case these values describe. ``values`` must have been read without breaks."""
    names = {
        item["id"]: item
        for item in (
            *values["authorities"],
            *values["record"],
            *values["outside_record"],
        )
    }
    costs = values["costs"] or {}
    dials = tuple(_dial(item) for item in values["dials"])
    issues = tuple(_issue(item) for item in values["issues"])
    inherited = {
        (issue.id, position.id): position.marks for issue in issues for position in issue.positions if position.marks
    }
    points = tuple(_Builder(names, inherited).point(item) for item in values["points"])
    plain = (
        "id", "version", "real", "caption", "citation", "docket", "court", "argued", "decided", "bench",
        "question_presented", "facts", "aftermath",
    )  # fmt: skip
    argument = values["argument"]
    form = build_format(argument) if isinstance(argument, dict) else None
    return Case(
        **{name: values[name] for name in plain} | {"docket": _NUMBER.sub("", values["docket"])},
        argument=form.id if form is not None else argument,
        form=form,
        hints=tuple((values["hints"] or {}).items()),
        below=_below(values),
        petitioner=_party(values["sides"]["petitioner"], Side.PETITIONER),
        respondent=_party(values["sides"]["respondent"], Side.RESPONDENT),
        costs=Costs(**{name: cost for name, cost in costs.items() if cost is not None}),
        record=tuple(RecordItem(**item) for item in values["record"]),
        outside_record=tuple(RecordItem(**item) for item in values["outside_record"]),
        authorities=tuple(Authority(**item) for item in values["authorities"]),
        dials=dials,
        issues=issues,
        tree=DecisionTree(
            values["tree"]["root"],
            tuple(_node(item) for item in values["tree"]["nodes"]),
        ),
        heads=tuple(
            Head(item["id"], side, item["title"], item["speaker"])
            for side in Side
            for item in values["heads"][side.value]
        ),
        points=with_consequences(points, issues, dials),
        opinions=tuple(_opinion(item) for item in values["opinions"]),
        decision=_decision(values),
        historical=_historical(values["historical"]),
        accepts=tuple(values["accepts"].items()),
        renamed_from=tuple((item["id"], item["was"]) for item in values["renamed_from"]),
        must=tuple(build_property(item) for item in values["must"] if item is not None),
    )


def _below(values: Values) -> Below:
    if values["below"] is not None:
        return Below(**values["below"])
    item = values["application"]
    presumption = Side.PETITIONER if item["presumption"] is Side.PETITIONER else None
    return Below("", "", Side.RESPONDENT, item["summary"], application=True, presumption=presumption)


def _party(item: Values, side: Side) -> Party:
    first, second = (*item["counsel"], "")[:2] if item["counsel"] else ("", "")
    return Party(
        item["name"],
        first,
        item["asks"],
        item["called"] or side.value,
        item["several"],
        second,
        item["addressed"] or (),
    )


def _issue(item: Values) -> Issue:
    positions = tuple(
        Position(
            each["id"],
            each["text"],
            each["favors"],
            tuple(each["embodies"].items()),
            _rule(each["rule"]) if each["rule"] else None,
            tuple(each["shows"].items()),
            _rule(each["open"]) if each["open"] else None,
            each["reasons"],
            _marks(each["marks"]),
            each["holds"],
        )
        for each in item["positions"]
    )
    words = item["met"], item["unmet"], item["preliminary"]
    return Issue(item["id"], item["question"], item["kind"], positions, item["claim"], *words)


def _dial(item: Values) -> Dial:
    return Dial(item["id"], item["asks"], item["here"], tuple(item["values"]), tuple(item["values"].values()))


def _rule(ways: tuple[dict[str, tuple[str, ...]], ...]) -> Rule:
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
    return Reply(kind, rule=_rule(what))


def _node(item: Values) -> Node:
    return Node(
        item["id"],
        item["issue"],
        tuple((item["then"] or {}).items()),
        item["disposition"],
        item["terms"],
    )


def _opinion(item: Values) -> RealOpinion:
    holdings = tuple(Holding(**each) for each in item["holdings"])
    return RealOpinion(**{**item, "holdings": holdings})


def _decision(values: Values) -> tuple[DecisionLine, ...]:
    """A line that names no opinion is the lead opinion's: the first listed."""
    lead = values["opinions"][0]["id"] if values["opinions"] else ""
    return tuple(DecisionLine(item["text"], item["pin"], item["opinion"] or lead) for item in values["decision"])


def _historical(item: Values | None) -> Historical | None:
    if item is None:
        return None
    votes = tuple(RealVote(judge, role) for judge, role in item["votes"].items())
    return Historical(item["line"], item["disposition"], votes)


def _marks(item: dict[str, tuple[str, str]]) -> tuple[Mark, ...]:
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


class _Builder:
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
        own = _marks(item)
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
