"""Turn the values of a case file into a :class:`~moot.case.Case`. The shape has already been read."""

from __future__ import annotations

from typing import Any

from moot.case import (
    Answer,
    Argument,
    Attack,
    Attacking,
    Authority,
    Below,
    Case,
    Concession,
    Costs,
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

__all__ = ["build_case"]

Values = dict[str, Any]


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
    points = tuple(_point(item, names) for item in values["points"])
    plain = (
        "id", "version", "real", "caption", "citation", "docket", "court", "argued", "decided", "bench", "argument",
        "question_presented", "facts", "aftermath",
    )  # fmt: skip
    return Case(
        **{name: values[name] for name in plain},
        hints=tuple((values["hints"] or {}).items()),
        below=Below(**values["below"]),
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
        heads=tuple(Head(item["id"], side, item["title"]) for side in Side for item in values["heads"][side.value]),
        points=with_consequences(points, issues, dials),
        opinions=tuple(_opinion(item) for item in values["opinions"]),
        historical=_historical(values["historical"]),
    )


def _party(item: Values, side: Side) -> Party:
    return Party(item["name"], item["counsel"], item["asks"], item["called"] or side.value)


def _issue(item: Values) -> Issue:
    positions = tuple(
        Position(
            each["id"],
            each["text"],
            each["favours"],
            tuple(each["embodies"].items()),
            _rule(each["rule"]) if each["rule"] else None,
            tuple(each["shows"].items()),
        )
        for each in item["positions"]
    )
    return Issue(
        item["id"],
        item["question"],
        item["kind"],
        positions,
        item["claim"],
        item["met"],
        item["unmet"],
        item["preliminary"],
    )


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
    )


def _opinion(item: Values) -> RealOpinion:
    holdings = tuple(Holding(**each) for each in item["holdings"])
    return RealOpinion(**{**item, "holdings": holdings})


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
        item["cites"],
        item["record"],
        briefed,
    )


def _point(item: Values, names: Values) -> Point:
    side: Side = item["side"]
    return Point(
        id=item["id"],
        title=item["title"],
        speech=item["speech"],
        argument=_argument(item["id"], side, item, briefed=item["briefed"]),
        head=item["head"],
        questions=tuple(_question(each, side, names) for each in item["questions"]),
        replies_to=item["replies_to"],
        marks=_marks(item["marks"]),
        ticks=item["ticks"],
        when=_guards(item["when"]),
    )


def _question(item: Values, side: Side, names: Values) -> Question:
    return Question(
        id=item["id"],
        text=item["text"],
        purpose=item["purpose"],
        tone=item["tone"],
        answers=tuple(_answer(each, item, side, names) for each in item["answers"]),
        who=item["who"],
        asked_by=item["asked_by"],
        source=item["source"],
        pick=item["pick"],
        scene=_scene(item["scene"]) if item["scene"] else None,
        when=_guards(item["when"]),
        ticks=item["ticks"],
    )


def _answer(item: Values, question: Values, side: Side, names: Values) -> Answer:
    id = f"{question['id']}.{item['id']}"
    argument, concedes = item["argument"], item["concedes"]
    gives_up = concedes["strikes"] + concedes["withdraws"] if concedes else ()
    return Answer(
        id=id,
        text=item["text"] or _picked(names.get(item["picks"])),
        manner=item["manner"],
        argument=_argument(id, side, argument) if argument else None,
        concedes=Concession(concedes["kind"], concedes["what"], gives_up) if concedes else None,
        retracts=item["retracts"],
        contradicts=item["contradicts"],
        outside=item["outside"],
        overclaims=item["overclaims"],
        reply=_reply(item["reply"]) if item["reply"] else None,
        picks=item["picks"],
        # An entry of a quiz that the file does not call right is wrong.
        right=bool(item["right"]) if question["pick"] else item["right"],
        marks=_marks(item["marks"]),
        follow_ups=tuple(_question(each, side, names) for each in item["follow_ups"]),
        ticks=item["ticks"],
        when=_guards(item["when"]),
        worth=item["worth"],
    )


def _picked(item: Values | None) -> str:
    """What counsel says who only names an authority or a page."""
    if item is None:
        return ""
    if "cite" in item:
        return f"{item['name']}, {item['cite']}."
    return f"Page {item['page']}: {item['text']}" if item.get("page") else str(item["text"])
