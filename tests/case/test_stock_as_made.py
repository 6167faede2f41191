"""The stock questions and follow-ups of a made case, as they were: what the engine makes of other data shows here as another line.

Tests of what they must be (test_stock.py, test_threads.py) cannot see which of two rivals is offered, or an answer worth a little more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import moot
from moot.case import (
    Argument,
    Authority,
    Case,
    Concession,
    ConcessionKind,
    Guard,
    Issue,
    IssueKind,
    Manner,
    Modality,
    Position,
    PositionRef,
    Purpose,
    Question,
    Side,
    Status,
)
from moot.case.hypotheticals.dials import Dial, Rule, Scene
from moot.case.law import RecordItem
from moot.case.stock import with_stock
from moot.case.stock.returning import kept
from moot.case.stock.threads import with_threads
from moot.case.stock.words import lowered, quoted, rule_text, sayable, stopped
from moot.files.folders import list_cases
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
DIALS = (
    Dial("time", "How long?", "long", ("long", "short"), ("there was time", "there was none")),
    Dial(
        "aim", "What for?", "help", ("help", "harm", "none"), ("he meant to help", "he meant harm", "he meant nothing")
    ),
)
HARM = Rule(((("aim", ("harm", "none")), ("time", ("long",))), (("aim", ("harm",)),)))
TIME = Rule(((("time", ("short",)),),))
MERITS = Issue(
    "merits",
    "When is an officer liable?",
    IssueKind.LAW,
    (
        Position("yes", "the officer is liable where he meant harm", PETITIONER, rule=HARM),
        Position("no", "the officer is never liable", RESPONDENT, rule=TIME),
        Position("part", "it depends on the place", None),
    ),
    met="he is liable",
    unmet="he is not",
)
REMEDY = Issue(
    "remedy",
    "Are damages due?",
    IssueKind.LAW,
    (
        Position("due", "Yes: damages follow the wrong", PETITIONER),
        Position("none", "No: the statute gives none", RESPONDENT),
    ),
)
ORDER = Issue(
    "order",
    "Which comes first?",
    IssueKind.LAW,
    (Position("this", "this question", PETITIONER), Position("that", "that question", RESPONDENT)),
    preliminary=True,
)
FACTS = Issue(
    "facts",
    "Did he mean harm?",
    IssueKind.APPLICATION,
    (Position("did", "he did", PETITIONER), Position("not", "he did not", RESPONDENT)),
)
ACTS = tuple(
    Authority(f"a{n}", f"Case {n}", f"{n} U.S. 1 (19{50 + n})", "court", 1950 + n, Status.BINDING, f"rule {n}")
    for n in range(8)
)
RECORD = tuple(RecordItem(f"e{n}", f"entry {n}.", str(n) if n % 2 else "") for n in range(6))


def urging(id: str, urges: str) -> Argument:
    return Argument(id, PETITIONER, Modality.ETHICAL, (PositionRef.parse(urges),), 2)


def said(id: str, manner: Manner = Manner.DIRECT, urges: str = "", **more) -> small.Answer:
    return small.answer(id, manner, argument=urging(id, urges) if urges else None, **more)


def fact(what: str, *ids: str) -> Concession:
    return Concession(ConcessionKind.FACT, what, ids)


def asked() -> dict[str, tuple[Question, ...]]:
    """The questions of each point of petitioner."""
    scene = Scene(("merits", "yes"), (("time", "short"),), (("notice", 2),))
    inner = small.question("q1f", said("q1f.a", urges="merits.yes"), said("q1f.b", Manner.DEFLECT))
    return {
        "p1": (
            small.question(
                "q1",
                said("q1.a", urges="merits.yes", follow_ups=(inner,)),
                said("q1.b", Manner.EVADE),
                said("q1.c", Manner.CONCEDE, concedes=fact("That he knew the road.", "p2")),
                said("q1.d", Manner.DISTINGUISH, urges="merits.yes"),
                purpose=Purpose.CRITICISM,
                tone=small.Tone.HOSTILE,
            ),
        ),
        "p2": (
            small.question("q2", said("q2.a", urges="remedy.due"), said("q2.b", Manner.DEFLECT), said("q2.c", Manner.EVADE)),
            small.question("q3", said("q3.a", Manner.CONCEDE, concedes=fact("The road was wet", "p1")), said("q3.b", worth=-1)),
        ),
        "p3": (
            small.question("q4", said("q4.a", urges="merits.no"), said("q4.b", Manner.EVADE), purpose=Purpose.HUMOR),
            small.question("q5", said("q5.a", urges="facts.did"), said("q5.b", Manner.EVADE, worth=-2), said("q5.c", worth=0)),
            small.question("q6", said("q6.a", urges="merits.part"), said("q6.b", urges="merits.yes", overclaims=True)),
            small.question("q7", said("q7.a", urges="order.this"), said("q7.b", when=(Guard("p1"),)), said("q7.c", Manner.EVADE)),
            small.question("q8", said("q8.a", urges="merits.yes", worth=0), said("q8.b", urges="merits.yes", outside=("o",))),
        ),
        "p7": tuple(small.question(f"q1{n}") for n in (2, 3, 4)),
        "p4": (
            small.question("q9", said("q9.a", picks="a0", right=True), said("q9.b", picks="a5", right=False), pick="authority"),
            small.question("q10", said("q10.a", urges="merits.yes", worth=1), said("q10.b", Manner.EVADE), scene=scene),
            small.question("q11", said("q11.a", Manner.CONCEDE, urges="remedy.due"), said("q11.b", Manner.EVADE, retracts=("p1",))),
        ),
    }  # fmt: skip


def made(**more) -> Case:
    questions = asked()
    pet = [
        small.point("p1", PETITIONER, "pa", "merits.yes", briefed=True),
        small.point("p2", PETITIONER, "pa", "remedy.due", says="that damages are due"),
        small.point("p3", PETITIONER, "pb", "facts.did"),
        small.point("p4", PETITIONER, "pb", "order.this"),
        small.point("p5", PETITIONER, "pb", "merits.part"),
        small.point("p6", PETITIONER, None, "merits.yes", replies_to=("ra",)),
        small.point("p7", PETITIONER, "pc", "remedy.due"),
    ]
    resp = [
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        small.point("r2", RESPONDENT, "ra", "remedy.none", briefed=True),
        small.point("r3", RESPONDENT, "rb", "facts.not"),
        small.point("r4", RESPONDENT, "rc", "merits.none"),
    ]
    cites = {"p1": ("a0", "a1"), "p3": ("a9", "a2"), "p4": ("a1",), "p5": ("a3",), "r1": ("a3", "a4", "a5"), "r2": ("a6", "a7"), "r3": ("a0",)}  # fmt: skip
    record = {"p1": ("e0", "e1"), "p3": ("e9", "e2"), "p6": ("e5", "e4"), "r1": ("e3",), "r2": ("e0",)}
    points = [
        replace(
            each,
            argument=replace(each.argument, cites=cites.get(each.id, ()), record=record.get(each.id, ())),
            questions=questions.get(each.id, ()),
        )
        for each in (*pet, *resp)
    ]
    case = small.case(*points, issues=(MERITS, REMEDY, ORDER, FACTS), dials=DIALS, authorities=ACTS, record=RECORD)
    sides = {
        "petitioner": replace(case.petitioner, asks="that the judgment be reversed", called="petitioner"),
        "respondent": replace(case.respondent, asks="that the judgment be affirmed", called="respondent", several=True),
    }
    return replace(case, **sides, **more)


def lines(questions: tuple[Question, ...], above: str) -> Iterator[str]:
    for question in questions:
        if question.stock:
            returns = f" returns to {', '.join(question.returns_to)}" if question.returns_to else ""
            yield f"{above} -> {question.id} [{question.stock}, {question.purpose}, {question.tone}]{returns}: {question.text}"
        for answer in question.answers:
            if question.stock:
                words = {
                    "worth": answer.worth, "picks": answer.picks, "right": answer.right,
                    "overclaims": answer.overclaims or None, "contradicts": ", ".join(answer.contradicts) or None,
                }  # fmt: skip
                told = "".join(f", {word} {value}" for word, value in words.items() if value is not None)
                yield f"    {answer.id} ({answer.manner}{told}): {answer.text} | {answer.why}"
            yield from lines(answer.follow_ups, answer.id)


CASES = {
    "a judgment": made(),
    "a judgment won below by petitioner, in a real case": made(real=True, below=replace(made().below, won=PETITIONER)),
    "an application": made(below=replace(made().below, application=True)),
}
GOLDEN = Path(__file__).with_name("stock.txt")


def text(name: str) -> str:
    found = [line for point in with_stock(CASES[name]).points for line in lines(point.questions, point.id)]
    return "\n".join([f"== {name}", *found, ""])


def write() -> None:
    """Write the golden text again."""
    GOLDEN.write_text("".join(text(name) for name in CASES), encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_engine_asks_of_a_case_what_it_asked(name: str) -> None:
    """If it differs and the change is meant: `python scripts/goldens.py`, and read the difference."""
    assert text(name) in GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [("So.", "So."), ("So?", "So?"), ("So!", "So!"), ("“So.”", "“So.”"), (" So ", "So."), ("So,", "So,.")],
)
def test_a_sentence_gets_a_stop_if_it_has_none(before: str, after: str) -> None:
    assert stopped(before) == after
    assert quoted("So") == "“So.”"


@pytest.mark.parametrize(
    ("before", "after"),
    [("The road", "the road"), ("Reed left", "Reed left"), ("No", "no"), ("A. B. left", "A. B. left")],
)
def test_a_name_keeps_its_capital(before: str, after: str) -> None:
    assert lowered(before) == after


def test_a_rule_is_said_in_the_words_of_its_dials() -> None:
    dials = {dial.id: dial for dial in DIALS}
    assert rule_text(HARM, dials) == "there was time and either he meant harm or he meant nothing, or he meant harm"
    assert sayable(HARM, dials)
    assert not sayable(Rule(((("aim", ("hope",)),),)), dials)
    assert not sayable(Rule((*HARM.ways, (("place", ("here",)),))), dials)


def test_a_rule_was_one_long_chain_of_or_and_and() -> None:
    """`... only where the offense carries a term in jail and the arrest and booking are the usual ones, or the driver may ... or ... and ...`"""
    dials = {dial.id: dial for dial in DIALS}
    long, harm, none = (("time", ("long",)), ("aim", ("harm",)), ("aim", ("none",)))
    assert rule_text(Rule(((long, harm), (none, long))), dials) == (
        "there was time, and where he meant harm or he meant nothing"
    )
    assert rule_text(Rule(((long, harm),)), dials) == "there was time and he meant harm"
    assert rule_text(Rule(((("aim", ("help", "harm", "none")),),)), dials) == (
        "he meant to help, he meant harm, or he meant nothing"
    )
    for id in list_cases():
        case = moot.load_case(id)
        for issue in case.issues:
            for rule in (each.rule for each in issue.positions if each.rule is not None):
                text = rule_text(rule, case.dial)
                for dial in rule.reads:
                    for words in case.dial[dial].words:
                        assert text.count(words) < 2, text


def test_a_right_answer_and_a_wrong_one_were_the_same_words() -> None:
    """Brower's first two positions stop at the same facts: where the rule stops was right in one answer and wrong in the next."""
    for id in list_cases():
        for question in moot.load_case(id).questions.values():
            said = [answer.text for answer in question.answers if answer.picks is None]
            assert len(set(said)) == len(said), question.id


@pytest.mark.parametrize(
    ("answers", "again"),
    [
        ((said("q.a"), said("q.b", Manner.EVADE)), "ab"),
        ((said("q.a", worth=1), said("q.b", Manner.EVADE)), "ab"),
        ((said("q.a", worth=0), said("q.b", Manner.EVADE)), ""),
        ((said("q.a", worth=-1), said("q.b", Manner.EVADE, worth=2)), ""),
        ((said("q.a", Manner.DEFLECT), said("q.b", Manner.EVADE)), ""),
        ((said("q.a"), said("q.b"), said("q.c", overclaims=True), said("q.d", contradicts=("p",))), "acd"),
        ((said("q.a"), said("q.b", Manner.MODIFY, retracts=("p",)), said("q.c", Manner.CONCEDE, outside=("o",))), "a"),
        ((said("q.a"), said("q.b", Manner.MODIFY, when=(Guard("p"),)), said("q.c", Manner.DECLINE)), "ac"),
        ((said("q.a"), said("q.b", Manner.CONCEDE, concedes=fact("it", "p"))), "a"),
    ],
)
def test_an_answer_is_offered_again_if_it_changes_nothing_but_credit_and_one_of_them_is_good(answers, again) -> None:
    assert "".join(each.letter for each in kept(small.question("q", *answers))) == again
    assert kept(small.question("q", *answers, pick="record")) == []
    assert kept(small.question("q", *answers, scene=Scene(("merits", "yes"), ()))) == []


@pytest.mark.parametrize(("own", "made"), [(1, 3), (2, 6), (3, 6), (4, 6), (5, 5), (6, 4), (7, 4), (8, 4), (12, 4)])
def test_a_point_of_many_questions_is_given_fewer_follow_ups(own: int, made: int) -> None:
    """Six, and one less for each question past four, down to four; two of a kind at most."""
    questions = tuple(
        small.question(
            f"q{n}",
            said(f"q{n}.a", urges="remedy.due"),
            said(f"q{n}.b", Manner.EVADE),
            said(f"q{n}.c", Manner.CONCEDE, concedes=fact("The road was wet", "p1")),
        )
        for n in range(own)
    )
    case = CASES["a judgment"]
    point = with_threads(case, replace(case.points[1], questions=questions))
    kinds = Counter(
        each.stock for one in point.questions for answer in one.answers for each in answer.follow_ups if each.stock
    )
    assert kinds.total() == made
    assert max(kinds.values()) <= 2
