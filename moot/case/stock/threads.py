"""Follow-ups made by the engine, so that a thread goes on where the author wrote none.

A question the author wrote may be followed by one that presses counsel who did not answer it, one that puts counsel's rule back to
them (rightly or not), or one that holds them to what they conceded; and a rule, once put back, by the question where it stops.
They are listed under the answer they follow, like an author's follow-ups, and only where there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from moot.case.argument import Answer, Point, Question
from moot.case.case import Case
from moot.case.language.speech import sentences
from moot.case.law import Issue, Position
from moot.case.stock.kinds import KINDS, answer, question, spread
from moot.case.stock.returning import DODGES, held_to, kept
from moot.case.stock.words import stopped
from moot.case.words import IssueKind, Manner, Purpose

__all__ = ["MOST_FOLLOW_UPS", "with_threads"]

MOST_FOLLOW_UPS = 6
"""A point is given at most so many follow-ups, and fewer where the author wrote many questions: each one adds to the states."""

_ANSWERED = (
    "I believe that I have answered it.",
    "I think that my answer covers it, and I would leave it there.",
    "I would answer that as I did a moment ago.",
)
_YES = (
    "Yes, that is the rule we ask for.",
    "It is. The Court has it exactly, and we stand on it.",
    "Yes. We ask the Court to say so in those words.",
)
_NO = ("No. Our rule is this.", "That is not our rule. Ours is this.", "No, that is another rule. We ask for this one.")
_OTHER_ANSWER = "That is not our answer. Ours is this."
_UNWILLING = (
    "I would rather not put it in so few words.",
    "I would want to think about the wording before I say.",
    "It is hard to say in general. So much depends on the facts.",
)
_GOT_IT = ("Have I got that right?", "Is that it?", "Is that what you ask us to hold?")
"""Ways of saying the same thing, so that it is not always said alike."""

_FULL = 4
"""For each question of its own past so many a point is given one follow-up less, down to four."""

_EACH = 2
"""At most so many follow-ups of one kind under a point."""


def with_threads(case: Case, point: Point) -> Point:
    """The same point with follow-ups under its own questions."""
    written = [each for root in point.questions if not root.stock for each in root.walk()]
    room = max(4, MOST_FOLLOW_UPS - max(0, len(written) - _FULL))
    made: dict[str, Question] = {}
    kinds = (lambda asked: _then(case, point, asked), lambda asked: _stands(point, asked), _press)
    for kind in kinds:
        for each in spread(written, point.id, lambda one: one.id):
            if each.pick is None:
                _add(made, kind(each), room)
    return replace(point, questions=tuple(_followed(root, made) for root in point.questions)) if made else point


def _add(made: dict[str, Question], found: tuple[str, Question] | None, room: int) -> None:
    """Add a follow-up to an answer that has none, while there is room for it and all that it leads to."""
    if found is None or found[0] in made:
        return
    said, asked = found
    length = sum(1 for each in made.values() for _ in each.walk()) + sum(1 for _ in asked.walk())
    if length <= room and sum(each.stock == asked.stock for each in made.values()) < _EACH:
        made[said] = asked


def _followed(asked: Question, made: dict[str, Question]) -> Question:
    """The question with what was made put under the answers it follows, at any depth."""
    answers = tuple(
        replace(
            each,
            follow_ups=(made[each.id],)
            if each.id in made
            else tuple(_followed(follow_up, made) for follow_up in each.follow_ups),
        )
        for each in asked.answers
    )
    return replace(asked, answers=answers)


# -- the kinds -------------------------------------------------------------------------------------------------------


def _press(asked: Question) -> tuple[str, Question] | None:
    """The question counsel did not answer, put again: with its answers, and with one that dodges it again."""
    dodge = next((each for each in _ending(asked) if each.manner in DODGES), None)
    again = [each for each in kept(asked) if each.manner not in DODGES]
    if dodge is None or not again or asked.purpose is Purpose.HUMOR:
        return None
    dodged = answer(_one(_ANSWERED, asked), Manner.EVADE, "It was not answered, and the Court heard that.", worth=-2)
    offered = [*again, dodged]
    return dodge.id, question("press", f"stock-press.{asked.id}", _nub(asked), asked.purpose, offered)


def _then(case: Case, point: Point, asked: Question) -> tuple[str, Question] | None:
    """Would this be your rule: what the answer argues for, as a rule; or, as often, another, which counsel has to refuse.

    The judge asks and does not announce, in the same words for both: one rule of the two is not counsel's, and the words must not say which.
    """
    for each in _ending(asked):
        found = _argued(case, point, each)
        if found is not None:
            issue, mine, others = found
            other = spread(others, asked.id, lambda one: one.text)[0]
            return each.id, _put_back(case, point, asked, issue, mine, other)
    return None


def _put_back(case: Case, point: Point, asked: Question, issue: Issue, mine: Position, other: Position) -> Question:
    rightly = spread(("rightly", "wrongly"), f"then/{asked.id}", str)[0] == "rightly"
    put, rest = (mine, other) if rightly else (other, mine)
    refused = _OTHER_ANSWER if _yes_or_no(rest.text) else _one(_NO, asked)
    yes, no = _one(_YES, asked), f"{refused} {_sentence(rest.text)}"
    right = "It is the rule that the answer before argued for, and counsel stands by it."
    wrong = "That is not the rule that the answer before argued for."
    theirs = other.favors is point.side.other
    lost = "That is the other side's rule." if theirs else wrong
    answers = [
        answer(yes, Manner.DIRECT, right, worth=2)
        if rightly
        else answer(yes, Manner.CONCEDE, lost, worth=-2 if theirs else -1),
        answer(no, Manner.CONCEDE if theirs else Manner.MODIFY, lost, worth=-2 if theirs else -1)
        if rightly
        else answer(
            no,
            Manner.DIRECT,
            "It refuses a rule that is not counsel's own and states the one that the answer before argued for.",
            worth=2,
        ),
        answer(
            _one(_UNWILLING, asked),
            Manner.EVADE,
            "A court that is asked to adopt a rule has to know what it is.",
        ),
    ]
    detail = f"{issue.question} {_sentence(put.text)} {_one(_GOT_IT, asked)}"
    made = question("then", f"stock-then.{asked.id}", detail, Purpose.CLARIFY, answers)
    return _stopping(case, point, asked, made)


def _stopping(case: Case, point: Point, asked: Question, made: Question) -> Question:
    """The same, with the question where the rule stops under its best answer, if the case can say."""
    if any(each.stock == "limit" for each in point.questions):
        return made
    stops = dict(KINDS)["limit"](case, point, f"stock-limit.{asked.id}")
    if stops is None:
        return made
    best = max(made.answers, key=lambda each: each.worth or -2)
    return replace(
        made, answers=tuple(replace(each, follow_ups=(stops,)) if each is best else each for each in made.answers)
    )


def _stands(point: Point, asked: Question) -> tuple[str, Question] | None:
    """What counsel has just conceded, held against the point."""
    for each in _ending(asked):
        if each.concedes is not None and each.consequence is None and point.id not in each.concedes.gives_up:
            return each.id, held_to(point, each, each.concedes, f"stock-stands.{asked.id}", "stands")
    return None


# -- what they are made of -------------------------------------------------------------------------------------------


def _ending(asked: Question) -> Iterable[Answer]:
    """The answers that nothing follows yet."""
    return (each for each in asked.answers if not each.follow_ups)


def _argued(case: Case, point: Point, given: Answer) -> tuple[Issue, Position, list[Position]] | None:
    """The issue, the rule that an answer argues for on it, and its rivals, where it is one of law, counsel's own, and not preliminary."""
    if given.argument is None or not given.argument.urges or given.manner in (*DODGES, Manner.CONCEDE):
        return None
    if given.overclaims or given.outside or (given.worth is not None and given.worth < 1):
        return None
    ref = given.argument.urges[0]
    issue = case.issue.get(ref.issue)
    if issue is None or issue.preliminary or issue.kind is not IssueKind.LAW or len(issue.positions) < 2:
        return None
    mine = next((each for each in issue.positions if each.id == ref.position), None)
    if mine is None or mine.favors is point.side.other:
        return None
    rivals = [each for each in issue.positions if each is not mine]
    return issue, mine, [each for each in rivals if each.favors is point.side.other] or rivals


def _one(ways: tuple[str, ...], asked: Question) -> str:
    """One of these ways of saying a thing, by the question alone."""
    return spread(ways, asked.id, str)[0]


def _yes_or_no(text: str) -> bool:
    """Whether a position begins with yes or no, so that what follows may not stand without the question it answers."""
    first, colon, _ = text.partition(": ")
    return bool(colon) and first in ("Yes", "No")


def _sentence(text: str) -> str:
    """A position as a sentence of its own."""
    return stopped(text[0].upper() + text[1:])


def _nub(asked: Question) -> str:
    """The last thing a question asks, as a judge would put it again."""
    return next((each.strip() for each in reversed(sentences(asked.text)) if each.strip().endswith("?")), asked.text)
