"""Small cases and judges made by hand, for tests that need to know every number."""

from __future__ import annotations

from dataclasses import replace

from moot.bench.persona import Bench, HeldPrinciple, Judge, Prices, Voice
from moot.case import (
    Answer,
    Argument,
    Below,
    Case,
    Concession,
    Costs,
    DecisionTree,
    Disposition,
    Guard,
    Head,
    Issue,
    IssueKind,
    Manner,
    Modality,
    Node,
    Party,
    Point,
    Position,
    PositionRef,
    Purpose,
    Question,
    Side,
    Tone,
)

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT


def ref(text: str) -> PositionRef:
    return PositionRef.parse(text)


def judge(id: str, seniority: int = 1, *, chief: bool = False, held: dict | None = None, **receptivity: int) -> Judge:
    """A judge receptive to everything at 2 unless told otherwise."""
    return Judge(
        id=id,
        name=id.title(),
        title=f"Justice {id.title()}",
        note="Made for a test.",
        seniority=seniority,
        chief=chief,
        receptivity={modality: receptivity.get(modality.value, 2) for modality in Modality},
        holds=tuple(HeldPrinciple(name, weight) for name, weight in (held or {}).items()),
        purposes=dict.fromkeys(Purpose, 1),
        talk=5,
        prices=Prices(),
        voice=Voice(),
    )


def bench(*judges: Judge) -> Bench:
    return Bench("test", "A test bench", judges)


def answer(id: str, manner: Manner = Manner.DIRECT, **more) -> Answer:
    return Answer(id, f"Answer {id}.", manner, **more)


def question(
    id: str, *answers: Answer, purpose: Purpose = Purpose.CLARIFY, tone: Tone = Tone.NEUTRAL, **more
) -> Question:
    return Question(
        id, f"Question {id}?", purpose, tone, answers or (answer(f"{id}.a"), answer(f"{id}.b", Manner.EVADE)), **more
    )


def point(
    id: str,
    side: Side = PETITIONER,
    head: str | None = None,
    urges: str = "merits.yes",
    *,
    strength: int = 3,
    modality: Modality = Modality.DOCTRINAL,
    attacks: tuple = (),
    briefed: bool = False,
    **more,
) -> Point:
    urged = tuple(ref(one) for one in urges.split())
    argument = Argument(id, side, modality, urged, strength, attacks, briefed=briefed)
    return Point(id, f"Point {id}", f"Speech of {id}.", argument, head, **more)


def issue(id: str, *positions: Position, claim: bool = False) -> Issue:
    return Issue(id, f"Which {id}?", IssueKind.LAW, positions, claim)


def position(id: str, favors: Side | None = None, **embodies: int) -> Position:
    return Position(id, f"Position {id}.", favors, tuple((name.replace("_", "-"), n) for name, n in embodies.items()))


MERITS = issue("merits", position("yes", PETITIONER), position("no", RESPONDENT))
MERITS_TREE = DecisionTree(
    "m",
    (
        Node("m", "merits", (("yes", "rev"), ("no", "aff"))),
        Node("rev", disposition=Disposition.REVERSED),
        Node("aff", disposition=Disposition.AFFIRMED),
    ),
)


def case(
    *points: Point,
    issues: tuple[Issue, ...] = (MERITS,),
    tree: DecisionTree = MERITS_TREE,
    heads: tuple[Head, ...] | None = None,
    won: Side = RESPONDENT,
    costs: Costs = Costs(roadmap=1, point=2, ask=1, answer=1),
    **more,
) -> Case:
    """A small case; without points it gets two heads a side with one point each and one question on each."""
    if not points:
        points = (
            point("p1", PETITIONER, "pa", questions=(question("q1"),)),
            point("p2", PETITIONER, "pb", questions=(question("q2"),)),
            point("r1", RESPONDENT, "ra", "merits.no", questions=(question("q3"),)),
            point("r2", RESPONDENT, "rb", "merits.no", questions=(question("q4"),)),
        )
    if heads is None:
        named = dict.fromkeys((one.head, one.side) for one in points if one.head)
        heads = tuple(Head(id, side, f"Head {id}") for id, side in named)
    party = Party("A party", "Counsel", "judgment", "")
    made = Case(
        id="small",
        version=1,
        real=False,
        caption="Small v. Small",
        citation="",
        docket="",
        court="A court",
        argued="",
        decided="",
        bench="test",
        argument="quick",
        question_presented="Which?",
        facts="Some facts.",
        below=Below("A court below", "", won, "It ruled."),
        petitioner=party,
        respondent=party,
        costs=costs,
        record=(),
        outside_record=(),
        authorities=(),
        issues=issues,
        tree=tree,
        heads=heads,
        points=points,
    )
    return replace(made, **more) if more else made


__all__ = [
    "MERITS",
    "MERITS_TREE",
    "PETITIONER",
    "RESPONDENT",
    "Concession",
    "Costs",
    "Guard",
    "answer",
    "bench",
    "case",
    "issue",
    "judge",
    "point",
    "position",
    "question",
    "ref",
]
