"""What is wrong with dials, rules, scenes and the replies to them, by code and place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Argument,
    Concession,
    ConcessionKind,
    DecisionTree,
    IssueKind,
    Manner,
    Modality,
    Node,
    PositionRef,
    Purpose,
)
from moot.case.hypotheticals.dials import Dial, Reply, ReplyKind, Rule, Scene
from tests import support as small
from tests.case.hand import (
    OTHERS,
    PETITIONER,
    REASONED,
    TREE,
    Q,
    asking,
    points,
    sound,
    told,
)

READER = Dial("reader", "Who?", "resident", ("resident", "stranger"), ("one who lives there", "a stranger"))
HURRY = Dial("hurry", "When?", "now", ("now", "later"), ("at once", "a day later"))
STRANGER, LATER = Rule(((("reader", ("stranger",)),),)), Rule(((("hurry", ("later",)),),))
ACCEPT = Reply(ReplyKind.ACCEPT, says=True)
SCENE = Scene(("merits", "yes"), (("reader", "stranger"),), (("notice", 2),))


def supposed(
    *answers, scene: Scene | None = SCENE, rule: Rule | None = STRANGER, dials=(READER,), purpose=Purpose.HYPOTHETICAL, **issue
) -> list:  # fmt: skip
    yes, no = REASONED.positions
    said = {"met": "it is due", "unmet": "it is not", **issue}
    about = replace(REASONED, positions=(replace(yes, rule=rule), no), **said)
    answers = answers or (replied("a", ACCEPT), small.answer("q.b", Manner.EVADE))
    return told(asking(small.question("q", *answers, purpose=purpose, scene=scene), issues=(about,), dials=dials))


def replied(letter: str, reply: Reply, manner: Manner = Manner.DIRECT, **more):
    return small.answer(f"q.{letter}", manner, reply=reply, **more)


def test_a_scene_that_tests_a_rule_and_is_replied_to_is_sound() -> None:
    assert supposed() == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"scene": None, "dials": (READER,)}, [("M432", *Q, "answers", 0, "reply")]),
        ({"purpose": Purpose.CLARIFY}, [("M440", *Q, "purpose")]),
        ({"rule": None, "met": "", "unmet": ""}, [("M430", *Q, "scene", "tests")]),
        ({"met": ""}, [("M430", "issues", 0)]),
        ({"unmet": ""}, [("M430", "issues", 0)]),
        ({"dials": (READER, HURRY)}, [("M438", "dials", 1)]),
        ({"dials": (replace(READER, here="nobody"),)}, [("M220", "dials", 0, "here")]),
        ({"scene": replace(SCENE, tests=("merits", "nil"))}, [("M204", *Q, "scene", "tests")]),
        ({"scene": replace(SCENE, tests=("other", "yes"))}, [("M204", *Q, "scene", "tests")]),
        ({"scene": replace(SCENE, turns=(("reader", "resident"),))}, [("M431", *Q, "scene", "turns")]),
        ({"scene": replace(SCENE, turns=())}, [("M431", *Q, "scene", "turns")]),
        ({"scene": replace(SCENE, turns=(("reader", "nobody"),))}, [("M220", *Q, "scene", "turns", "reader")]),
        ({"scene": replace(SCENE, turns=(("weather", "fair"),))}, [("M220", *Q, "scene", "turns", "weather")]),
        ({"scene": replace(SCENE, if_met=())}, [("M436", *Q, "scene")]),
        ({"scene": replace(SCENE, if_met=(), if_unmet=(("notice", 1),))}, []),
        ({"rule": Rule(((("reader", ("nobody",)),),))}, [("M220", "issues", 0, "positions", 0, "rule", 0, "reader", 0)]),
        ({"rule": Rule(((("reader", ("resident", "stranger")),),))}, [("M439", "issues", 0, "positions", 0, "rule")]),
        ({"rule": Rule((STRANGER.ways[0], (("weather", ("fair",)),)))}, [
            ("M220", "issues", 0, "positions", 0, "rule", 1, "weather"),
        ]),
    ],
)  # fmt: skip
def test_a_scene_turns_a_dial_and_tests_a_rule_that_is_there(more, found) -> None:
    assert supposed(**more) == found


def test_a_scene_tests_a_rule_of_counsel_who_is_asked() -> None:
    yes, no = REASONED.positions
    about = replace(REASONED, positions=(yes, replace(no, rule=STRANGER)), met="it is due", unmet="it is not")
    asked = small.question(
        "q", replied("a", ACCEPT), small.answer("q.b", Manner.EVADE), purpose=Purpose.HYPOTHETICAL,
        scene=replace(SCENE, tests=("merits", "no")),
    )  # fmt: skip
    assert told(asking(asked, issues=(about,), dials=(READER,))) == [("M443", *Q, "scene", "tests")]


ARGUMENT = Argument("q.a", PETITIONER, Modality.ETHICAL, (PositionRef("merits", "yes"),), 2)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ((small.answer("q.a"), small.answer("q.b", Manner.EVADE)), [("M432", *Q, "answers")]),
        ((replied("a", ACCEPT, argument=ARGUMENT),), [("M433", *Q, "answers", 0, "argument")]),
        ((replied("a", ACCEPT, concedes=Concession(ConcessionKind.LAW, "it", ())),), [("M433", *Q, "answers", 0, "concedes")]),
        ((replied("a", ACCEPT, worth=1),), [("M442", *Q, "answers", 0, "worth")]),
        ((replied("a", ACCEPT, Manner.CONCEDE),), []),
        ((replied("a", ACCEPT, Manner.MODIFY),), [("M434", *Q, "answers", 0, "manner")]),
        ((replied("a", Reply(ReplyKind.DISTINGUISH, dial="reader"), Manner.DISTINGUISH),), []),
        ((replied("a", Reply(ReplyKind.DISTINGUISH, dial="reader"), Manner.DIRECT),), [("M434", *Q, "answers", 0, "manner")]),
        ((replied("a", Reply(ReplyKind.DISTINGUISH, dial="weather"), Manner.DISTINGUISH),), [
            ("M220", *Q, "answers", 0, "reply", "distinguish"),
        ]),
        ((replied("a", Reply(ReplyKind.MODIFY, rule=STRANGER), Manner.MODIFY),), [
            ("M437", *Q, "answers", 0, "reply", "modify"),
        ]),
        ((replied("a", Reply(ReplyKind.MODIFY, rule=Rule((*STRANGER.ways, *LATER.ways))), Manner.MODIFY),), [
            ("M220", *Q, "answers", 0, "reply", "modify", 1, "hurry"),
        ]),
    ],
)  # fmt: skip
def test_a_reply_to_a_scene_says_what_its_kind_says_and_nothing_of_its_own(answers, found) -> None:
    if len(answers) == 1:
        answers = (*answers, small.answer("q.b", Manner.EVADE))
    assert supposed(*answers) == found


def test_counsel_distinguishes_by_a_dial_that_the_scene_turns() -> None:
    by = replied("a", Reply(ReplyKind.DISTINGUISH, dial="hurry"), Manner.DISTINGUISH)
    rule = Rule((*STRANGER.ways, *LATER.ways))
    answers = (by, small.answer("q.b", Manner.EVADE))
    assert supposed(*answers, rule=rule, dials=(READER, HURRY)) == [("M435", *Q, "answers", 0, "reply", "distinguish")]
    both = replace(SCENE, turns=(("reader", "stranger"), ("hurry", "later")))
    assert supposed(*answers, rule=rule, dials=(READER, HURRY), scene=both) == []
    # Where the scene names a dial that is not there, that is told, and no more.
    astray = replace(SCENE, turns=(("reader", "stranger"), ("weather", "fair")))
    assert supposed(*answers, rule=rule, dials=(READER, HURRY), scene=astray) == [
        ("M220", *Q, "scene", "turns", "weather")
    ]


@pytest.mark.parametrize(
    ("shown", "then", "tells"),
    [
        (("resident", "stranger"), ("aff", "rev"), False),
        (("resident", "stranger"), ("aff", "aff"), True),
        (("stranger", "stranger"), ("rev", "rev"), False),
        (("stranger", "stranger"), ("rev", "aff"), True),
    ],
)
def test_where_the_record_is_looked_at_the_tree_follows_the_rule(shown, then, tells) -> None:
    yes, no = REASONED.positions
    first = replace(REASONED, positions=(replace(yes, rule=STRANGER), no), met="it is due", unmet="it is not")
    facts = replace(
        REASONED,
        id="facts",
        kind=IssueKind.APPLICATION,
        positions=tuple(
            replace(each, shows=(("reader", value),)) for each, value in zip((yes, no), shown, strict=True)
        ),
    )
    tree = DecisionTree(
        "m",
        (
            Node("m", "merits", (("yes", "f"), ("no", "aff"))),
            Node("f", "facts", (("yes", then[0]), ("no", then[1]))),
            *TREE[1:],
        ),
    )
    every = (*points("p1", urges="merits.yes facts.yes"), *OTHERS)
    case = sound(*every, issues=(first, facts), tree=tree, dials=(READER,))
    assert told(case, "M441") == ([("M441", "tree", "nodes", 1, "then")] if tells else [])
    astray = replace(case, dials=(replace(READER, id="other"),))
    assert told(astray, "M441") == []
