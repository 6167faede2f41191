"""Cases and judges drawn by dice, with everything a judge can weigh in them, for tests that compare what is made of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TypeVar

from moot.bench.persona import Bench, HeldPrinciple, Judge, Prices, Voice
from moot.case import (
    Answer,
    Argument,
    Case,
    Concession,
    ConcessionKind,
    DecisionTree,
    Disposition,
    Heard,
    Issue,
    IssueKind,
    Manner,
    Modality,
    Node,
    Point,
    Position,
    PositionRef,
    Purpose,
    Question,
    Side,
    Tone,
)
from moot.case.argument import Attack
from moot.case.heard import heard_of
from moot.case.hypotheticals.dials import Dial, Reply, ReplyKind, Rule, Scene
from moot.case.hypotheticals.replies import with_consequences
from moot.case.words import Attacking
from moot.round.dice import Dice
from tests import support as small

T = TypeVar("T")

PRINCIPLES = ("notice", "precedent", "minimalism", "accountability", "bright-lines", "avoidance")
DIALS = (
    Dial("time", "How long did it last?", "short", ("short", "long"), ("it was short", "it was long")),
    Dial("aim", "What for?", "help", ("help", "harm"), ("to help", "to harm")),
)
SHORT, HARM = Rule(((("time", ("short",)),),)), Rule(((("aim", ("harm",)),),))
ENDS = (
    (Disposition.REVERSED, Disposition.AFFIRMED, Disposition.VACATED_AND_REMANDED),
    (Disposition.REVERSED_AND_REMANDED, Disposition.AFFIRMED, Disposition.REVERSED_IN_PART),
    (Disposition.GRANTED, Disposition.DENIED, Disposition.GRANTED_IN_PART),
)
PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
MANNERS, MODALITIES = tuple(Manner), tuple(Modality)


class Draw:
    """Choices by dice."""

    def __init__(self, *key: object) -> None:
        self.dice = Dice("drawn for the bench", *key)

    def one(self, items: tuple[T, ...]) -> T:
        return items[self.dice.below(len(items))]

    def some(self, items: tuple[T, ...], most: int) -> tuple[T, ...]:
        return tuple(self.dice.shuffled(items)[: self.dice.below(most + 1)])

    def chance(self, hundred: int) -> bool:
        return self.dice.below(100) < hundred

    def much(self, low: int, high: int) -> int:
        return low + self.dice.below(high - low + 1)


def positions(draw: Draw, *named: tuple[str, Side | None], **more: object) -> tuple[Position, ...]:
    return tuple(
        Position(
            id,
            f"Position {id}.",
            favors,
            tuple((name, draw.much(1, 3)) for name in draw.some(PRINCIPLES, 3)),
            **{word: dict(values)[id] for word, values in more.items() if id in dict(values)},
        )
        for id, favors in named
    )


def issues(draw: Draw, number: int) -> tuple[Issue, ...]:
    """Four issues. In every third case the third answer to the second favors petitioner too; in every fourth there is one claim only."""
    sides = (("yes", PETITIONER), ("no", RESPONDENT))
    middle = PETITIONER if number % 3 == 1 else None
    law = positions(draw, *sides, ("part", middle), rule={"yes": SHORT, "no": HARM})
    shown = {"did": (("time", "short"),), "not": (("time", "long"),)}
    facts = positions(draw, ("did", PETITIONER), ("not", RESPONDENT), shows=shown)
    return (
        Issue("order", "Which order?", IssueKind.LAW, positions(draw, *sides), preliminary=True),
        Issue("rule", "Which rule?", IssueKind.LAW, law, claim=True, met="it is met", unmet="it is not met"),
        Issue("facts", "Which facts?", IssueKind.APPLICATION, facts),
        Issue("remedy", "Which remedy?", IssueKind.LAW, positions(draw, *sides), claim=number % 4 != 2),
    )


def tree(ends: tuple[Disposition, ...], *, short: bool) -> DecisionTree:
    """``short``: one answer to the preliminary question ends the case."""
    far, rests, partly = ends
    return DecisionTree(
        "o",
        (
            Node("o", "order", (("yes", "r"), ("no", "aff" if short else "r2"))),
            Node("r", "rule", (("yes", "f"), ("no", "aff"), ("part", "m"))),
            Node("f", "facts", (("did", "rev"), ("not", "m"))),
            Node("m", "remedy", (("yes", "some"), ("no", "aff"))),
            *(
                ()
                if short
                else (
                    Node("r2", "remedy", (("yes", "some"), ("no", "f2"))),
                    Node("f2", "facts", (("did", "some"), ("not", "aff"))),
                )
            ),
            Node("rev", disposition=far),
            Node("aff", disposition=rests),
            Node("some", disposition=partly),
        ),
    )


URGED = {
    side: tuple(PositionRef.parse(f"{issue}.{mine}") for issue, mine in zip(("order", "rule", "facts", "remedy"), ids, strict=True))
    for side, ids in ((PETITIONER, ("yes", "yes", "did", "yes")), (RESPONDENT, ("no", "no", "not", "no")))
}  # fmt: skip
MIDDLE = PositionRef("rule", "part")
IDS = {side: tuple(f"{side[0]}{n}" for n in range(5)) for side in Side}
ANSWERS = {side: tuple(f"q{id}.{letter}" for id in IDS[side] for letter in "abc") for side in Side}


def argument(draw: Draw, id: str, side: Side) -> Argument:
    urges = (*draw.some(URGED[side], 2), draw.one(URGED[side])) if draw.chance(85) else (MIDDLE,)
    others = (*IDS[side.other], *ANSWERS[side.other], *(IDS[side][:1] if draw.chance(20) else ()))
    attacks = tuple(Attack(draw.one(tuple(Attacking)), target) for target in draw.some(others, 3) if target != id)
    return Argument(
        id, side, draw.one(MODALITIES), tuple(dict.fromkeys(urges)), draw.much(1, 5), attacks, briefed=draw.chance(30)
    )


def answer(draw: Draw, id: str, side: Side, pick: bool) -> Answer:
    concedes = None
    if draw.chance(20):
        concedes = Concession(draw.one(tuple(ConcessionKind)), "it", draw.some(IDS[side], 2))
    return Answer(
        id,
        f"Answer {id} which has some words.",
        draw.one(MANNERS),
        argument=replace(argument(draw, id, side), briefed=False) if draw.chance(50) else None,
        concedes=concedes,
        retracts=draw.some((*IDS[side], *ANSWERS[side]), 2) if draw.chance(15) else (),
        contradicts=draw.some((*IDS[side], *ANSWERS[side]), 4) if draw.chance(25) else (),
        outside=("matter",) if draw.chance(12) else (),
        overclaims=draw.chance(12),
        picks=id if pick else None,
        right=id.endswith(".b") if pick else None,
        worth=draw.much(-2, 2) if draw.chance(25) else None,
    )


def question(draw: Draw, id: str, side: Side) -> Question:
    pick = draw.one(("authority", "record")) if draw.chance(15) else None
    answers = tuple(answer(draw, f"{id}.{letter}", side, pick is not None) for letter in "abc")
    scene = None
    if pick is None and draw.chance(30):
        tests = ("rule", "yes" if side is PETITIONER else "no")
        offends = tuple((name, draw.much(1, 3)) for name in draw.some(PRINCIPLES, 3))
        scene = Scene(tests, (("time", "long"), ("aim", "harm")), offends, offends[:1])
        replies = (
            Reply(ReplyKind.ACCEPT, says=draw.chance(50)),
            Reply(ReplyKind.DISTINGUISH, dial=draw.one(("time", "aim"))),
            Reply(ReplyKind.MODIFY, rule=draw.one((SHORT, HARM, Rule((*SHORT.ways, *HARM.ways))))),
        )
        answers = tuple(
            replace(each, reply=reply, argument=None, concedes=None) if draw.chance(80) else each
            for each, reply in zip(answers, replies, strict=True)
        )
    purpose = Purpose.HYPOTHETICAL if scene else draw.one(tuple(Purpose))
    return Question(
        id, f"Question {id}?", purpose, draw.one(tuple(Tone)), answers, pick=pick, scene=scene,
        stock="brief" if draw.chance(8) else "",
    )  # fmt: skip


@cache
def case(number: int) -> Case:
    """The case of this number."""
    draw = Draw("case", number)
    ends = ENDS[number % 3]
    application = Disposition.GRANTED in ends
    points = [
        Point(
            id,
            f"Point {id}",
            f"Speech of {id}.",
            argument(draw, id, side),
            None if id.endswith("4") else f"{side[0]}{'ab'[index % 2]}",
            (question(draw, f"q{id}", side),),
            replies_to=(f"{side.other[0]}a", f"{side.other[0]}1") if id.endswith("4") else (),
        )
        for side in Side
        for index, id in enumerate(IDS[side])
    ]
    about = issues(draw, number)
    made = small.case(
        *with_consequences(points, about, DIALS),
        issues=about,
        tree=tree(ends, short=number % 5 == 4),
        won=PETITIONER if number % 4 == 3 and not application else RESPONDENT,
        dials=DIALS,
    )
    presumption = PETITIONER if application and number % 2 else None
    return replace(made, below=replace(made.below, application=application, presumption=presumption))


@cache
def bench(number: int) -> Bench:
    """A bench of four to seven judges."""
    judges = []
    for index in range(4 + number % 4):
        draw = Draw("judge", number, index)
        held = tuple(HeldPrinciple(name, draw.much(1, 5)) for name in draw.some(PRINCIPLES, 5))
        judges.append(
            Judge(
                f"j{index}",
                f"J{index}",
                f"Justice J{index}",
                "Drawn.",
                seniority=1 + (index * 3) % 7,
                chief=index == 2,
                receptivity={each: draw.much(0, 5) for each in Modality},
                holds=held,
                purposes=dict.fromkeys(Purpose, 1),
                talk=5,
                prices=Prices(*(draw.much(0, 3) for _ in range(9))),
                voice=Voice(),
            )
        )
    return small.bench(*judges)


def heard(number: int, time: int) -> Heard:
    """Something that may have been heard of a case."""
    draw, of = Draw("heard", number, time), case(number)
    begun = [point for point in of.points if draw.chance(70)]
    full = [point.id for point in begun if draw.chance(70)]
    answers = [
        draw.one(question.answers).id for point in begun for question in point.questions if draw.chance(75)
    ]  # fmt: skip
    return heard_of(of, [point.id for point in begun if point.id not in full], full, answers)
