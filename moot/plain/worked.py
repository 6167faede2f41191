"""A worked example line by line: episodes of the real argument, and at each question a stop for the reader's answer."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TextIO

from moot.case.language.naming import known_as
from moot.files.practice import Attempt
from moot.plain.page import BLANK, Page, Para
from moot.plain.practice import answer_menu, verdict_lines
from moot.plain.render import transcript
from moot.plain.speech import plural
from moot.round import moves
from moot.round.round import Round
from moot.sitting.practice.engine import Grade, Task
from moot.sitting.practice.worked import Comment, Episode, QuestionStop, ToldEvents, worked_example
from moot.sitting.showing.choices import choices
from moot.sitting.words.spoken import judge_title, last_name

__all__ = ["HELP", "worked"]

_LONGEST = 200

HELP = (
    "Type the number of the answer you would give, or only Enter to hear what was said. "
    "rest: hear the rest without stopping. quit: stop here."
)


def worked(
    round: Round, log: Callable[[Attempt], None], source: TextIO | None = None, out: TextIO | None = None
) -> bool:
    """Tell the argument in episodes, asking before each answer. False where the reader stopped before its end."""
    source = source or sys.stdin
    page = Page.on(out or sys.stdout)
    asking, told = True, ""
    tally: Counter[Grade] = Counter()
    page.say(HELP)
    for step in worked_example(round):
        match step:
            case Episode():
                page.put(_episode(round, step))
            case ToldEvents(events=events):
                page.put(transcript(events, round))
            case Comment() if not told or told != step.said:
                page.put(_comment(round, step))
            case QuestionStop(task=task):
                if not asking:
                    continue
                typed = _asked(page, task, source)
                if typed is None:
                    page.say("Stopped here. To hear the whole argument: moot demo.")
                    page.put(_tally(tally))
                    return False
                if typed == "rest":
                    asking = False
                elif typed:
                    answer, verdict = _graded(page, task, typed, log)
                    # What was said of the reader's answer is not said again of the same one.
                    told = answer
                    tally[verdict] += 1
    page.put(_tally(tally))
    return True


def _asked(page: Page, task: Task, source: TextIO) -> str | None:
    """What the reader would say: a number, nothing, or ``rest``; None to stop."""
    count = len(choices(task.round))
    page.put([BLANK, Para("What would you say here?"), *answer_menu(task.round)])
    while True:
        page.prompt()
        typed = page.typed(source, _LONGEST)
        if typed is None:
            return None
        typed = typed.lower()
        if typed in {"quit", "q", "exit"}:
            return None
        if typed in {"", "rest"}:
            return typed
        if typed.lstrip("0") in {str(number) for number in range(1, count + 1)}:
            return typed.lstrip("0")
        page.say(HELP if typed in {"help", "?"} else f"Type a number from 1 to {count}, Enter, rest or quit.")


def _graded(page: Page, task: Task, typed: str, log: Callable[[Attempt], None]) -> tuple[str, Grade]:
    """Say how the reader's answer is, and write it down."""
    move = choices(task.round)[int(typed) - 1].move
    assert isinstance(move, moves.GiveAnswer)
    verdict = task.verdict(move.answer)
    told = next(each for each in task.alternatives if each.answer == move.answer)
    page.put([BLANK, *verdict_lines(task.round, verdict, told)])
    best = task.alternatives[0].answer
    if verdict is Grade.NOT_YET and best != task.given:
        page.say(f"Better: {known_as(task.round.case, best, 60)}", 2, 2)
    page.put([BLANK, Para("What was really said:" if move.answer != task.given else "The same was really said:")])
    now = datetime.now(UTC).isoformat(timespec="seconds")
    log(Attempt(task.round.case.id, task.question.id, verdict is not Grade.NOT_YET, now, "demo"))
    return move.answer, verdict


def _episode(round: Round, step: Episode) -> Iterator[Para]:
    case = round.case
    counsel = last_name(case.party(step.side).counsel)
    title = case.head[step.head].title if step.head else "reply"
    yield BLANK
    yield Para(f"EPISODE {step.number} of {step.of}: {counsel}: {title}", hang=2)
    yield Para(f"To be won: “{step.question}” The answer wanted: {step.answer}", hang=2)
    yield BLANK


def _comment(round: Round, step: Comment) -> Iterator[Para]:
    """What to know of what was said."""
    if step.why:
        yield Para(f"(Why: {step.why})", indent=2, hang=2)
    for mark in step.marks:
        author = judge_title(round.bench, mark.author)
        what = "" if step.why else f"{known_as(round.case, mark.said)}: "
        yield Para(
            f"({what}{author}'s opinion, {mark.treatment.value}: {mark.reason} “{mark.quote}” ({mark.pin}))",
            indent=2,
            hang=2,
        )


def _tally(tally: Counter[Grade]) -> Iterator[Para]:
    if tally:
        told = ", ".join(f"{tally[verdict]} {verdict}" for verdict in Grade if tally[verdict])
        yield BLANK
        yield Para(f"You answered {plural(tally.total(), 'question')}: {told}.")
