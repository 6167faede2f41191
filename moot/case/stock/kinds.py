"""The kinds of stock question that ask about the point being argued. Each is made from the case's data, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

from moot.case.argument import Answer, Point, Question
from moot.case.case import Case
from moot.case.law import Issue, Position
from moot.case.stock.words import LEADS, quoted, rule_text, sayable, stopped
from moot.case.words import IssueKind, Manner, Purpose, Side, Tone

__all__ = ["KINDS", "question", "spread"]

T = TypeVar("T")

WRONG = 3
"""So many wrong choices beside the right one, where the case has them."""


def spread(items: Iterable[T], key: str, name: Callable[[T], str]) -> list[T]:
    """The items in an order that depends on ``key`` and the names alone, and looks like none."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{key}/{name(item)}".encode()).digest())


def question(
    kind: str, id: str, detail: str, purpose: Purpose, answers: list[Answer], *, returns_to: tuple[str, ...] = ()
) -> Question:
    """A stock question; its answers get their letters in an order that says nothing about them."""
    lettered = tuple(
        Answer(
            id=f"{id}.{'abcdef'[number]}",
            text=each.text,
            manner=each.manner,
            picks=each.picks,
            right=each.right,
            overclaims=each.overclaims,
            contradicts=each.contradicts,
            why=each.why,
            worth=each.worth,
        )
        for number, each in enumerate(spread(answers, id, lambda answer: answer.text + (answer.picks or "")))
    )
    return Question(
        id=id,
        text=f"{LEADS[kind]} {detail}".strip(),
        purpose=purpose,
        tone=Tone.PROBING,
        answers=lettered,
        pick=kind if kind in ("authority", "record") else None,  # type: ignore[arg-type]
        stock=kind,
        returns_to=returns_to,
    )


def answer(text: str, manner: Manner, why: str, *, worth: int | None = None, overclaims: bool = False) -> Answer:
    """An answer without its letter."""
    return Answer("", stopped(text), manner, why=why, worth=worth, overclaims=overclaims)


def _picked(picks: str, text: str, right: bool, why: str) -> Answer:
    return Answer("", text, Manner.DIRECT, picks=picks, right=right, why=why)


def _issue(case: Case, point: Point) -> tuple[Issue, Position] | None:
    """The issue and the position a point urges first."""
    urged = point.argument.urges[0]
    issue = case.issue.get(urged.issue)
    position = next((each for each in issue.positions if each.id == urged.position), None) if issue else None
    return (issue, position) if issue is not None and position is not None else None


def _picks(point: Point) -> set[str]:
    return {question.pick for question in point.walk() if question.pick is not None}


def authority(case: Case, point: Point, id: str) -> Question | None:
    """Your best authority: one the point cites, among others cited for something else."""
    cites = [cite for cite in point.argument.cites if cite in case.authority]
    if not cites or "authority" in _picks(point):
        return None
    cited = {
        side: {cite for argument in case.arguments.values() if argument.side is side for cite in argument.cites}
        for side in Side
    }
    # Only what this side never cites: another of its own authorities might be thought as good.
    others = [each for each in case.authorities if each.id in cited[point.side.other] - cited[point.side]]
    right = case.authority[cites[0]]
    if not others:
        return None
    answers = [
        _picked(
            each.id, f"{each.name}, {each.cite}.", each is right, _why_authority(each.name, each.says, each is right)
        )
        for each in (right, *spread(others, id, lambda one: one.id)[:WRONG])
    ]
    return question("authority", id, "", Purpose.AUTHORITY, answers)


def _why_authority(name: str, says: str, right: bool) -> str:
    return stopped(f"The point rests on {name}: {says}" if right else f"The point does not rest on {name}: {says}")


def record(case: Case, point: Point, id: str) -> Question | None:
    """Where in the record: the entry the point rests on, among others.

    Of a decided case the pages are those of the opinion, which nobody could name before it was written.
    """
    entries = [entry for entry in point.argument.record if entry in {item.id for item in case.record}]
    if not entries or "record" in _picks(point):
        return None
    mine = {
        entry
        for argument in case.arguments.values()
        if set(argument.urges) & set(point.argument.urges)
        for entry in argument.record
    } | set(entries)
    others = [item for item in case.record if item.id not in mine]
    right = case.record_item[entries[0]]
    if not others:
        return None
    answers = [
        _picked(
            item.id,
            f"Page {item.page}: {item.text}" if item.page and not case.real else item.text,
            item is right,
            "The point rests on that entry." if item is right else "That entry shows something else.",
        )
        for item in (right, *spread(others, id, lambda one: one.id)[:WRONG])
    ]
    return question("record", id, "", Purpose.SUPPORT, answers)


def rule(case: Case, point: Point, id: str) -> Question | None:
    """State your rule: the position the point urges, beside another of the issue and one of another issue."""
    found = _issue(case, point)
    if found is None or found[0].preliminary or found[0].kind is not IssueKind.LAW:
        return None
    issue, position = found
    rivals = [each for each in issue.positions if each is not position]
    theirs = [each for each in rivals if each.favors is point.side.other]
    others = [each for each in rivals if each.favors is not point.side.other]
    elsewhere = [
        each
        for other in case.issues
        if other is not issue and other.kind is IssueKind.LAW
        for each in other.positions
        if each.favors in (None, point.side)
    ]
    answers = [answer(position.text, Manner.DIRECT, "It is the rule the point argues for, stated as a rule.")]
    for some, manner, why, worth in (
        (theirs, Manner.CONCEDE, "That is the other side's rule.", -2),
        (others, Manner.MODIFY, "That is another rule than the one the point argues for.", -1),
        (elsewhere, Manner.DEFLECT, "That answers another question in the case.", None),
    ):
        answers += [answer(each.text, manner, why, worth=worth) for each in spread(some, id, lambda one: one.text)[:1]]
    return question("rule", id, issue.question, Purpose.CLARIFY, answers) if len(answers) > 2 else None


def limit(case: Case, point: Point, id: str) -> Question | None:
    """Your limiting principle: where the rule of the point stops, in the facts the case knows, among where others do."""
    found = _issue(case, point)
    if found is None or found[1].rule is None or not found[0].met:
        return None
    issue, position = found
    said = {
        each.id: f"Under our rule {issue.met} only where {rule_text(each.rule, case.dial)}."
        for each in issue.positions
        if each.rule is not None and sayable(each.rule, case.dial)
    }
    if position.id not in said:
        return None
    answers = [answer(said[position.id], Manner.DIRECT, "It says where the rule stops, and it is this rule.")]
    # A rule that stops where this one does is no wrong answer.
    for each in [one for one in issue.positions if said.get(one.id, said[position.id]) != said[position.id]][:1]:
        why = f"That is where another rule stops: {each.text}"
        answers.append(answer(said[each.id], Manner.MODIFY, stopped(why), worth=-1))
    text = "The Court need not say today where the rule stops."
    answers.append(answer(text, Manner.EVADE, "A court that adopts a rule has to know where it stops."))
    return question("limit", id, "", Purpose.IMPLICATIONS, answers) if len(answers) > 2 else None


def brief(case: Case, point: Point, id: str) -> Question | None:
    """Is it in the brief: yes or no, as the case file says."""
    party = case.party(point.side)
    called = f"{party.called}s" if party.several and not party.called.endswith("s") else party.called
    briefed = point.argument.briefed
    head = case.head.get(point.head or "")
    yes = (
        f"It is. It stands in our brief under the heading {quoted(head.title)}"
        if head
        else "It is. Our brief argues it."
    )
    no = "It isn't in the brief. I offer it in answer to what has been said against us."
    whole = "application" if case.below.application else f"judgment of the {case.below.court}"
    around = f"Our brief takes up the whole of the {whole}."
    return question(
        "brief",
        id,
        "",
        Purpose.BACKGROUND,
        [
            answer(
                yes,
                Manner.DIRECT,
                f"The brief of {called} argues it." if briefed else f"The brief of {called} does not argue it.",
                worth=None if briefed else -2,
                overclaims=not briefed,
            ),
            answer(
                no,
                Manner.CONCEDE,
                f"The brief of {called} argues it." if briefed else "It is not in the brief, and the Court is told so.",
                worth=-1 if briefed else None,
            ),
            answer(around, Manner.EVADE, "The question was about this argument, and has a yes or a no."),
        ],
    )


def judgment(case: Case, point: Point, id: str) -> Question | None:
    """What judgment: what this side asks for, what the other does, and half of each."""
    mine, theirs = case.party(point.side), case.party(point.side.other)
    if case.points_under.get(point.head or "", (point,))[-1] is not point:
        return None
    lost = point.side is not case.below.won
    half = (
        f"We ask that the judgment of the {case.below.court} be vacated, and that it look at the case again."
        if lost
        else f"We ask that the judgment of the {case.below.court} be affirmed in part."
    )
    if case.below.application:
        half = f"We ask that the application be {'granted' if lost else 'denied'} in part."
    return question(
        "judgment",
        id,
        "",
        Purpose.CLARIFY,
        [
            answer(f"We ask {mine.asks}", Manner.DIRECT, "It is the judgment this side asks for."),
            answer(f"We ask {theirs.asks}", Manner.CONCEDE, "It is the judgment the other side asks for.", worth=-2),
            answer(half, Manner.MODIFY, "It asks for less than the argument would give.", worth=-1),
        ],
    )


Make = Callable[[Case, Point, str], Question | None]

KINDS: tuple[tuple[str, Make], ...] = (
    ("authority", authority),
    ("rule", rule),
    ("record", record),
    ("limit", limit),
    ("judgment", judgment),
    ("brief", brief),
)
"""Each kind with what makes it."""
