"""Words around what the case file says: names as a transcript gives them, a roadmap aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.bench.persona import Bench
from moot.case import Answer, Authority, Case, Side
from moot.case.case import last_name
from moot.case.formats import Segment
from moot.case.stock import LEADS
from moot.opinion.prose.grammar import cap, count, plural, sentence
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.formats import TICKS_A_MINUTE, WHITE_LIGHT
from moot.round.round import Round
from moot.sitting.events import Asked, TurnedTo
from moot.sitting.showing.looks import line_of

__all__ = [
    "asked_text",
    "authority_names",
    "both",
    "counsel_name",
    "filled",
    "judge_called",
    "judge_name",
    "judge_title",
    "last_name",
    "plural",
    "reply_name",
    "roadmap_text",
    "said_text",
    "salutation",
    "segment_name",
    "short_name",
    "speaker_at",
    "speaker_of",
    "time_is_up",
    "turn_text",
    "what_was_said",
    "white_light_time",
]

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
_VOCATIVE = re.compile(r", counsel(?=[,.?!;])")
"""Counsel addressed within a question."""
SUPREME_COURT = "Supreme Court of the United States"
"""The court whose presiding judge counsel addresses as "Mr. Chief Justice"."""


def counsel_name(case: Case, side: Side) -> str:
    """The family name of the first counsel of a side."""
    return last_name(case.party(side).counsel)


def speaker_at(round: Round, ply: int) -> str:
    """The counsel at the lectern once so many moves have been made; empty where none is."""
    segment = round.rules.segment(round.positions[ply].state)
    return round.case.party(segment.side).speaker(segment.speaker) if segment else ""


def time_is_up(round: Round) -> tuple[str, str]:
    """The presiding judge, and what is said to counsel whose time has run out in silence."""
    return round.bench.judges[0].id, "Thank you, counsel. Your time is up."


def segment_name(round: Round, segment: Segment) -> str:
    """A turn at the lectern as it is announced: a reply by its own name, else whose side, and which speaker where there are two."""
    if segment.replies:
        return segment.name
    name = f"{round.case.party(segment.side).called} at the lectern"
    second = ("first", "second")[segment.speaker - 1]
    return f"{name}, {second} speaker" if round.format.speakers(segment.side) > 1 else name


def reply_name(round: Round, side: Side | None) -> str:
    """What the reply of a side is called in this format."""
    number = round.format.reply_of(side) if side else None
    return round.format.segments[number].name if number is not None else "reply"


def both(names: Sequence[str]) -> str:
    """One name, or two joined."""
    return " and ".join(names)


def speaker_of(round: Round, ply: int) -> str:
    """The family name of the counsel who made the move that brought the line to ``ply`` moves."""
    return last_name(speaker_at(round, max(ply - 1, 0)))


def judge_name(bench: Bench, judge: str) -> str:
    """The family name of a judge."""
    found = bench.judge.get(judge)
    return last_name(found.name) if found else judge


def judge_called(bench: Bench, said: str) -> str | None:
    """The id of the judge whom somebody calls by id or by family name; None where nobody of that name sits."""
    named = {judge_name(bench, id).casefold(): id for id in bench.judge}
    return said if said in bench.judge else named.get(said.casefold())


def judge_title(bench: Bench, judge: str) -> str:
    """The title and family name of a judge, as counsel would say it."""
    found = bench.judge.get(judge)
    return found.title if found else judge


def authority_names(case: Case, ids: Sequence[str]) -> str:
    """Authorities by short name, as a list of them is read aloud: two of one name are named once."""
    return ", ".join(dict.fromkeys(short_name(case.authority[id]) for id in ids if id in case.authority))


def short_name(authority: Authority) -> str:
    """The name by which counsel calls an authority: the party its id is named after, or else the whole name."""
    if " v. " in authority.name:
        called = authority.id.partition("-")[0]
        for word in re.findall(r"[^\W_][\w'\u2019]*", authority.name):
            if word.lower() == called:
                return str(word)
    return authority.name


def salutation(round: Round) -> str:
    """How counsel opens: to the Chief Justice by office in the Supreme Court, to another presiding judge by title."""
    if round.bench.salutation:
        return round.bench.salutation
    presiding = round.bench.judges[0]
    if not presiding.chief:
        return "May it please the Court."
    chief = presiding.title
    if round.case.court == SUPREME_COURT and chief.startswith("Chief Justice"):
        chief = "Mr. Chief Justice"
    return f"{chief}, and may it please the Court."


def roadmap_text(round: Round, heads: Sequence[str], reserve: int) -> str:
    """A roadmap as counsel gives it."""
    case = round.case
    said = [salutation(round), f"I'd like to make {count(len(heads))} point{'s' * (len(heads) > 1)}."]
    if len(heads) == 1:
        said.append(sentence(case.head[heads[0]].title))
    else:
        said += [
            f"{ordinal}: {sentence(case.head[head].title)}" for ordinal, head in zip(_ORDINALS, heads, strict=False)
        ]
    if reserve:
        said.append(
            f"I'd like to reserve {count(reserve)} minute{'s' * (reserve > 1)} for {reply_name(round, case.head[heads[0]].side)}."
        )
    return " ".join(said)


def turn_text(round: Round, event: TurnedTo) -> str:
    """What counsel says on turning to another head: to the next of the roadmap, or by number to one out of its order."""
    before = event.ply - 1
    title = sentence(round.case.head[event.head].title)
    announced: tuple[str, ...] = ()
    opening = True
    for move in round.line[:before]:
        if isinstance(move, moves.Roadmap):
            announced, opening = move.heads, True
        elif isinstance(move, moves.Plead | moves.Turn):
            opening = False
    # The first head of a roadmap is open already, so nobody turns to it.
    at = announced.index(event.head) if event.head in announced else 0
    if at == 0 or (not opening and announced[at - 1] == round.positions[before].state.head):
        return f"Turning to my next point: {title}"
    return f"{'I will begin with' if opening else 'Let me turn to'} my {_ORDINALS[at].lower()} point: {title}"


def said_text(case: Case, answer: Answer) -> tuple[str, str]:
    """An answer's words, and what it names from the table of authorities or the record if the words do not say it."""
    if answer.picks is None:
        return answer.text, ""
    if (authority := case.authority.get(answer.picks)) is not None:
        named, said = f"{authority.name}, {authority.cite}", authority.cite
    else:
        item = case.record_item[answer.picks]
        named, said = f"Record {item.page}: {item.text}" if item.page else item.text, item.text
    return answer.text, "" if said.lower() in answer.text.lower() else named


def asked_text(round: Round, event: Asked) -> str:
    """A question in the judge's voice: one who breaks in to press counsel says so first; a stock one begins in their words."""
    question = round.case.questions[event.question]
    judge = round.bench.judge.get(event.judge)
    if question.stock:
        lines = judge.voice.asks.get(question.stock, ()) if judge else ()
        lead = LEADS[question.stock]
        said = line_of(lines, _asks(round, event, question.stock), "asks", round.seed, event.judge) if lines else lead
        before = _asked_before(round, event) if question.stock == "press" else event.judge
        if before != event.judge:
            said = f"You have not answered {judge_title(round.bench, before)}."
        return filled(said, round, event.ply, question.text) + question.text.removeprefix(lead)
    if judge is None or not event.broke_in or question.tone in ("helpful", "neutral"):
        return question.text
    lines = judge.voice.address
    opener = line_of(lines, _asks(round, event), "address", round.seed, judge.id) if lines else ""
    # A judge who has addressed counsel on breaking in does not do so again in the question.
    text = _VOCATIVE.sub("", question.text, count=1) if "counsel" in opener.lower() else question.text
    return f"{filled(opener, round, event.ply, text)} {text}".strip()


def _asks(round: Round, event: Asked, stock: str = "") -> int:
    """How many questions this judge has put before this one: stock questions of this kind, or any where none is named."""
    earlier = [move for move in round.line[: event.ply - 1] if isinstance(move, moves.Ask)]
    mine = [move for move in earlier if (move.by or round.askers(move.question)[0]) == event.judge]
    return sum(not stock or round.case.questions[move.question].stock == stock for move in mine)


def _asked_before(round: Round, event: Asked) -> str:
    """Who put the question before this one."""
    for move in reversed(round.line[: event.ply - 1]):
        if isinstance(move, moves.Ask):
            return move.by or round.askers(move.question)[0]
    return event.judge


def filled(line: str, round: Round, ply: int, beside: str = "") -> str:
    """A line of a judge's voice with what it calls the counsel at the lectern filled in (files/judge/schema.py warns of any other braces).

    ``ply`` is that of the question or of the answer the line is about. Where the text ``beside`` it names counsel already, the line does not.
    """
    if "{counsel}" not in line:
        return line
    name, turn = "counsel", round.rules.segment(round.positions[ply - 1].state)
    if turn is not None:
        name = round.case.party(turn.side).address(turn.speaker)
    return cap(line.replace("{counsel}", "counsel" if name in beside else name))


def what_was_said(case: Case, said: str) -> str:
    """A point's title, or an answer's words in quotation marks."""
    if said in case.point:
        return case.point[said].title
    text, named = said_text(case, case.answers[said])
    return f"“{text or named}”"


def white_light_time() -> str:
    """How much time is left at the white light, in words."""
    minutes, rest = divmod(WHITE_LIGHT, TICKS_A_MINUTE)
    return clock_face(WHITE_LIGHT) if rest else f"{count(minutes)} minute{'s' * (minutes != 1)}"
