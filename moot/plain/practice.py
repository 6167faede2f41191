"""Practice line by line: the question, the numbered answers, and why an answer is right or not yet."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from moot.case.language.naming import called
from moot.plain.page import BLANK, Page, Para
from moot.plain.speech import judge_label, plural
from moot.round import moves
from moot.round.round import Round
from moot.sitting.events import Asked
from moot.sitting.practice.engine import (
    Finished,
    Grade,
    Graded,
    Hinted,
    Posed,
    Practice,
    PracticeEvent,
    Revealed,
    Skipped,
    Task,
)
from moot.sitting.practice.told import tally_told, verdict_told
from moot.sitting.showing.choices import Choice, choices
from moot.sitting.words.scenes import scene_text
from moot.sitting.words.spoken import asked_text, judge_title, what_was_said
from moot.study.alternatives import AnswerAlternative

__all__ = ["HELP", "answer_menu", "practice", "practice_lines", "question_lines", "verdict_lines"]

_LONGEST = 200
HELP = (
    "Type the number of an answer. hint: a hint (again: a stronger one). view: see the answers. skip: pass this question over. "
    "quit: stop; what you have answered is kept."
)


def practice(practicing: Practice, source: TextIO | None = None, out: TextIO | None = None) -> int:
    """Go through the questions, to the end or to the end of the input. Returns the exit code, 0."""
    source = source or sys.stdin
    page = Page.on(out or sys.stdout)
    page.put(practice_lines(practicing.open()))
    while (task := practicing.task) is not None:
        menu = choices(task.round)
        page.prompt()
        typed = page.typed(source, _LONGEST)
        if typed is None or typed.lower() in {"quit", "q", "exit"}:
            page.put(_stopped(practicing))
            return 0
        page.put(_obey(practicing, menu, typed.lower()))
    return 0


def _obey(practicing: Practice, menu: Sequence[Choice], typed: str) -> Iterator[Para]:
    number = typed.lstrip("0")
    if number in {str(each) for each in range(1, len(menu) + 1)}:
        yield from practice_lines(practicing.answer(menu[int(number) - 1].move))
        if practicing.tried:
            yield Para("Try again, or type hint, view or skip.")
    elif typed in {"hint", "h"}:
        yield from practice_lines(practicing.hint())
    elif typed in {"view", "v"}:
        yield from practice_lines(practicing.view())
    elif typed in {"skip", "s"}:
        yield from practice_lines(practicing.skip())
    elif typed in {"help", "?"}:
        yield Para(HELP)
    else:
        yield Para(f"Type a number from 1 to {len(menu)}, or hint, view, skip, quit.")


def _stopped(practicing: Practice) -> Iterator[Para]:
    yield from practice_lines([Finished(0, 0, practicing.tally)])
    yield Para("What you have answered is kept.")


def practice_lines(events: Sequence[PracticeEvent]) -> Iterator[Para]:
    """The events as paragraphs."""
    for event in events:
        match event:
            case Posed(number=number, of=of, task=task):
                yield BLANK
                origin = f" ({task.origin})" if task.origin else ""
                yield Para(f"QUESTION {number} of {of}{origin}")
                yield from question_lines(task.round)
                if task.given is not None:
                    yield Para(f"You said: {what_was_said(task.round.case, task.given)}", hang=2)
                yield BLANK
                yield from answer_menu(task.round)
            case Graded(task=task, verdict=verdict, answer=answer, others=others):
                yield BLANK
                yield from verdict_lines(task.round, verdict, answer)
                for other in others:
                    yield Para(f"Also right: {what_was_said(task.round.case, other.answer)}", indent=2, hang=2)
            case Hinted(text=text):
                yield Para(f"Hint: {text}", hang=2)
            case Revealed(task=task):
                yield BLANK
                yield from _revealed(task)
            case Skipped():
                yield Para("Skipped.")
            case Finished(tally=tally):
                yield BLANK
                yield Para(f"{tally_told(tally).capitalize()}.")


def question_lines(round: Round) -> Iterator[Para]:
    """What counsel is arguing, what was said in this thread before, and the question."""
    case, point = round.case, round.case.point[round.position.state.point]
    party = case.party(point.side)
    yield Para(f"{case.caption}. You are {party.counsel}, for {called(party)}, arguing: {point.title}.", hang=2)
    for number, move in _thread(round):
        if isinstance(move, moves.GiveAnswer):
            yield Para(f"You: {what_was_said(case, move.answer)}", indent=2, hang=2)
        elif isinstance(move, moves.Ask):
            yield from _question(round, number, move, indent=2)
    last = round.line[-1]
    assert isinstance(last, moves.Ask)
    yield from _question(round, round.ply, last)


def _thread(round: Round) -> list[tuple[int, moves.Move]]:
    """The questions and answers that came just before the one that is pending, with their plies."""
    found: list[tuple[int, moves.Move]] = []
    for ply in range(round.ply - 1, 0, -1):
        move = round.line[ply - 1]
        if not isinstance(move, moves.Ask | moves.GiveAnswer):
            break
        found.append((ply, move))
    return found[::-1]


def _question(round: Round, ply: int, ask: moves.Ask, indent: int = 0) -> Iterator[Para]:
    judge = ask.by or round.askers(ask.question)[0]
    said = asked_text(round, Asked(ply, judge, ask.question, broke_in=False))
    yield Para(f"{judge_label(round.bench, judge)}: {said}", indent=indent, hang=2)
    if supposed := scene_text(round.case, round.case.questions[ask.question]):
        yield Para(f"({supposed})", indent=indent, hang=1)


def answer_menu(round: Round) -> Iterator[Para]:
    """The answers, numbered."""
    for number, choice in enumerate(choices(round), 1):
        note = f" [{choice.note}]" if choice.note else ""
        yield Para(f"{number}) {choice.text}{note}", indent=2, hang=3)


def verdict_lines(round: Round, verdict: Grade, answer: AnswerAlternative) -> Iterator[Para]:
    """How an answer is, why in law, and what the opinions say of it."""
    heading = f"{verdict_told(verdict, answer).upper()}."
    earns = (
        f" On the ballot it earns {float(answer.share):.0%} of what there is here." if verdict is Grade.NOT_YET else ""
    )
    yield Para(f"{heading} {answer.reason}{earns}".strip(), hang=2)
    yield from _marked(round, answer)
    if answer.change:
        whom = plural(abs(answer.change), "judge")
        yield Para(
            f"The bench as it leans now: {whom} {'won' if answer.change > 0 else 'lost'} by it.", indent=2, hang=2
        )


def _marked(round: Round, answer: AnswerAlternative) -> Iterator[Para]:
    """The first opinion that speaks of it, with its page."""
    if (mark := answer.noticed) is not None:
        author = judge_title(round.bench, mark.author)
        lead = f"On the merits, {author}: {mark.treatment.value}. {mark.reason}"
        yield Para(f"{lead} “{mark.quote}” ({mark.pin})", indent=2, hang=2)


def _revealed(task: Task) -> Iterator[Para]:
    """Every answer, the best first, each with why."""
    case = task.round.case
    for each in task.alternatives:
        label = "Right" if each.right else "Not"
        yield Para(f"{label}: {what_was_said(case, each.answer)}", hang=2)
        if each.reason:
            yield Para(each.reason, indent=4, hang=2)
    yield from _marked(task.round, task.alternatives[0])
