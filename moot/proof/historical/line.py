"""The historical line of a case, walked on the real rules: where it stops standing, and why (M450 to M457)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moot.bench.persona import Bench
from moot.case import BENCH, Case
from moot.errors import Diagnostic, IllegalMove, InvalidMove, did_you_mean
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.formats import Format
from moot.round.moves import Move, parse_move
from moot.round.round import Round

__all__ = ["Fault", "LineWalk", "check_line", "walk_line"]

_MOST = 6
"""How many moves or names of one kind a message lists."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line does not stand. ``number`` counts moves from 1; it is one past the last where the line stops early."""

    code: str
    number: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class LineWalk:
    """How far a line was played, and what stopped it; no fault when it was played to the ruling.

    ``replaced`` counts questions put by another judge because the one who really asked does not sit.
    """

    round: Round
    fault: Fault | None
    replaced: int = 0


def check_line(case: Case, bench: Bench | None) -> list[Diagnostic]:
    """The problem of the case's historical line, if it has one. ``bench`` is the case's own; None if it cannot be seated."""
    if case.historical is None or not case.historical.line:
        return []
    if bench is None:
        return [
            Diagnostic(
                "M457",
                f"the historical line was not walked: the bench `{case.bench}` cannot be seated",
                ("historical", "line"),
                "correct `bench`, or put its file where moot looks for judges",
                "warning",
            )
        ]
    fault = walk_line(case, bench).fault
    if fault is None:
        return []
    index = min(fault.number, len(case.historical.line)) - 1
    return [Diagnostic(fault.code, fault.message, ("historical", "line", index), fault.help)]


def walk_line(
    case: Case,
    bench: Bench,
    *,
    substitute: bool = False,
    line: Sequence[str] | None = None,
    format: str | Format | None = None,
) -> LineWalk:
    """Play the historical line, or another ``line``, until it ends or a move does not stand.

    The clock runs, and nothing is put in. With ``substitute``, for a bench that is not the case's own, a question whose
    asker may not ask it here is put by the senior judge who may. Another line may stop before the ruling.
    """
    round = Round(case, bench, heat="historical", format=format)
    whole = line is None
    if line is None:
        line = case.historical.line if case.historical else ()
    replaced = 0
    for number, text in enumerate(line, start=1):
        try:
            move = parse_move(text)
        except InvalidMove as error:
            message, _, forms = str(error).partition("; ")
            why = message.removeprefix(f"{text!r}").lstrip(": ").replace("is not a move", "not a move in notation")
            return LineWalk(round, _fault(round, "M450", number, text, why, forms), replaced)
        if substitute and isinstance(move, moves.Ask) and move.by and move.by not in _askers(round, move.question):
            move = moves.Ask(move.question, next(iter(_askers(round, move.question)), None), ticks=move.ticks)
            replaced += 1
        fault = _unknown(round, number, move, text)
        if fault is None:
            try:
                round.push(move)
            except IllegalMove as error:
                fault = _refused(round, number, move, text, str(error).removeprefix(f"{move}: "))
        if fault is not None:
            return LineWalk(round, fault, replaced)
    return LineWalk(round, _early(round, len(line)) if whole and round.turn is not None else None, replaced)


def _askers(round: Round, question: str) -> tuple[str, ...]:
    return round.askers(question) if question in round.case.questions else ()


def _fault(round: Round, code: str, number: int, text: str, why: str, mend: str = "") -> Fault:
    """The fault of one move: what it is, why it is refused, what is left and what was allowed."""
    now = _now(round)
    if mend and not mend.endswith("?"):
        mend += "."
    if mend.endswith((".", "?")) or not mend:
        now = _capital(now)
    return Fault(code, number, f"move {number}, `{text}`: {why}", f"{mend} {now}".strip())


def _now(round: Round) -> str:
    """Whose move it is, the time left, and what may be done."""
    speaker = round.speaker
    if speaker is None:
        return "the argument was over"
    left = clock_face(round.position.clock)
    who = f"the bench was to move and {speaker}" if round.turn == BENCH else f"{speaker} was to move and"
    return f"{who} had {left} left; allowed here: {_allowed(round)}"


def _allowed(round: Round) -> str:
    """The legal moves in a few words: one entry a kind of move, at most six names in each."""
    kinds: dict[str, list[str]] = {}
    for move in round.legal:
        kind, _, name = move.words.partition(" ")
        kinds.setdefault(kind, []).append(name)
    if "roadmap" in kinds:
        return _roadmaps(round)
    return "; ".join(f"{kind} {_either(names)}".rstrip() for kind, names in kinds.items())


def _roadmaps(round: Round) -> str:
    found = [move for move in round.legal if isinstance(move, moves.Roadmap)]
    heads = list(dict.fromkeys(head for move in found for head in move.heads))
    sizes = sorted({len(move.heads) for move in found})
    reserves = sorted({move.reserve for move in found})
    many = _either([str(size) for size in sizes])
    return f"roadmap with {many} of {_some(heads)}, and reserve {_minutes(reserves)}"


def _minutes(reserves: Iterable[int]) -> str:
    listed = list(reserves)
    unit = "minute" if listed == [1] else "minutes"
    return f"{_either([str(each) for each in listed])} {unit}"


def _either(names: list[str]) -> str:
    """The names as a choice: `a, b or c`."""
    if len(names) < 2 or len(names) > _MOST:
        return _some(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _some(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" (and {more} more)" if more > 0 else "")


# -- the causes, the most particular first -------------------------------------------------------------------------


def _unknown(round: Round, number: int, move: Move, text: str) -> Fault | None:
    """A name in the move that names nothing, whenever it is said."""
    case = round.case
    named: list[tuple[str, str, Iterable[str]]] = []
    match move:
        case moves.Roadmap(heads=heads):
            named = [("head", head, case.head) for head in heads]
        case moves.Turn(head=head):
            named = [("head", head, case.head)]
        case moves.Plead(point=point):
            named = [("point", point, case.point)]
        case moves.Ask(question=question):
            named = [("question", question, case.questions)]
        case moves.GiveAnswer(answer=answer):
            question = answer.rpartition(".")[0]
            if question in case.questions:
                answers = [each.id for each in case.questions[question].answers]
                named = [(f"answer to `{question}`", answer, answers)]
            else:
                named = [("question", question, case.questions)]
    for kind, name, known in named:
        if name not in known:
            near = did_you_mean(name, known)
            mend = f"did you mean `{near}`?" if near else f"known: {_some(list(known))}"
            return _fault(round, "M452", number, text, f"no {kind} is called `{name}`", mend)
    if isinstance(move, moves.Ask) and move.by is not None and move.by not in round.bench.judge:
        near = did_you_mean(move.by, round.bench.judge)
        sitting = f"sitting: {', '.join(round.bench.judge)}"
        mend = f"did you mean `{near}`? {sitting}" if near else sitting
        why = f"nobody called `{move.by}` sits on the bench `{round.bench.id}`"
        return _fault(round, "M453", number, text, why, mend)
    return None


def _refused(round: Round, number: int, move: Move, text: str, why: str) -> Fault:
    if isinstance(move, moves.Ask) and moves.Ask(move.question) in round.legal:
        who = " or ".join(f"`{judge}`" for judge in round.askers(move.question))
        wanted = ", ".join(f"`{each}`" for each in round.case.questions[move.question].who)
        why = f"`{move.by}` may not ask it: the question is for {wanted}, and the judge has none of these"
        return _fault(round, "M453", number, text, why, f"name {who}, leave `by` out, or add what fits the judge")
    if isinstance(move, moves.Roadmap):
        reserves = sorted(
            {each.reserve for each in round.legal if isinstance(each, moves.Roadmap) and each.heads == move.heads}
        )
        if reserves and move.reserve not in reserves:
            unit = "minute" if move.reserve == 1 else "minutes"
            why = f"{round.speaker} cannot keep {move.reserve} {unit} in the format `{round.format.id}`"
            return _fault(round, "M454", number, text, why, f"allowed reserves: {_minutes(reserves)}")
    before = _ended(round)
    pending = round.position.state.pending
    if pending and not isinstance(move, moves.GiveAnswer):
        return _fault(round, "M451", number, text, f"the question `{pending}` has not been answered")
    for missing in (
        ("sit",),
        ("pass",),
        ("pass", "pass"),
        ("resume",),
        ("resume", "pass"),
        ("pass", "sit"),
        *((f"turn {head}",) for head in sorted(round.position.state.left)),
    ):
        if _stands_after(round, missing, move):
            words = " and a ".join(f"`{each}`" for each in missing)
            if "sit" not in missing:
                return _fault(round, "M451", number, text, f"{why}{before}", f"perhaps a {words} is missing before it")
            lacks = f"a {words} is missing before this move: {round.speaker} still has the lectern"
            return _fault(round, "M455", number, text, lacks, f"put {words} in before it".replace(" and a ", " and "))
    if isinstance(move, moves.Sit) and round.rules.roadmap_due(round.position.state):
        return _fault(
            round, "M451", number, text, f"{why}{before}", "take this `sit` out, if it was for the turn before"
        )
    return _fault(round, "M451", number, text, f"{why}{before}")


def _stands_after(round: Round, missing: tuple[str, ...], move: Move) -> bool:
    """Whether the move would stand after these; a roadmap, with some reserve."""
    ahead = round.copy()
    try:
        for each in missing:
            ahead.push(each)
    except IllegalMove:
        return False
    if isinstance(move, moves.Roadmap):
        return any(isinstance(each, moves.Roadmap) and each.heads == move.heads for each in ahead.legal)
    return move.unmeasured in ahead.legal


def _ended(round: Round) -> str:
    """How the last turn ended, where that was by time: lines go wrong there."""
    turns = [round.rules.turn(each.state) for each in round.positions]
    for ply in range(round.ply, 0, -1):
        if turns[ply] != turns[ply - 1]:
            if isinstance(round.line[ply - 1], moves.Sit):
                return ""
            return f" (the time of the {turns[ply - 1]} turn ran out with move {ply})"
    return ""


def _early(round: Round, moves_made: int) -> Fault:
    turn = round.rules.turn(round.position.state)
    return Fault(
        "M456",
        moves_made + 1,
        f"the line stops after move {moves_made}, in the {turn} turn, before the argument is over",
        f"a turn ends with `sit` or with its time. {_capital(_now(round))}",
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
