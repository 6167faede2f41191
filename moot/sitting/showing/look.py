"""What the lectern shows of a sitting, as one frozen value: pure functions of the round and of what has been told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moot.case import Case, Heard, Reaction, Side
from moot.round.control_state import ControlState
from moot.round.formats import TICK_SECONDS, WHITE_LIGHT, Segment
from moot.round.moves import Pass, Roadmap
from moot.round.round import Round
from moot.sitting.events import Answered, Asked, Begun, Decided, Event, Light, Opened, Reacted, Resumed
from moot.sitting.words.spoken import judge_name, last_name

__all__ = ["ASKS", "LEANS", "LOOKS", "Look", "Row", "Seat", "View", "leaning_in", "seated", "view"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a judge's face reads: a glyph, one short word for the bench, an ink, and what the transcript says of it."""

    glyph: str
    word: str
    ink: str
    said: str = ""


LAST_SECONDS = 30 // TICK_SECONDS
"""Ticks of the last thirty seconds."""

ASKS = Look("▸", "asks", "key")
"""How the judge looks whose question is pending."""

LEANS = Look("›", "leans", "key", "leans in")
"""How a judge looks who is about to break in."""

LOOKS: dict[Reaction, Look] = {
    Reaction.PLEASED: Look("+", "nods", "good", "nods"),
    Reaction.MET: Look("·", "hears", "key", "has the answer"),
    Reaction.TAKEN: Look("·", "takes", "warn", "writes that down"),
    Reaction.CORRECTED: Look("+", "notes", "good", "makes a note"),
    Reaction.DOUBTFUL: Look("~", "doubt", "warn", "doubts it"),
    Reaction.DODGED: Look("–", "waits", "bad", "waits for an answer"),
    Reaction.DEFLECTED: Look("–", "asks?", "bad", "asks for the answer"),
    Reaction.CONTRADICTION: Look("!", "clash", "bad", "sees a contradiction"),
    Reaction.OUTSIDE: Look("!", "page?", "bad", "looks for the page"),
    Reaction.OVERCLAIM: Look("–", "frown", "bad", "frowns"),
    Reaction.MISREAD: Look("×", "no", "bad", "shakes the head"),
    Reaction.UNDISTINGUISHED: Look("~", "so?", "warn", "sees no difference"),
    Reaction.CAUGHT: Look("!", "hmm", "bad", "is not persuaded"),
    Reaction.UNRECOGNIZED: Look("–", "sighs", "bad", "sighs"),
    Reaction.REPEATED: Look("–", "heard", "warn", "has heard that"),
    Reaction.WRONG: Look("×", "wrong", "bad", "shakes the head"),
    Reaction.WRONG_PAGE: Look("×", "page", "bad", "turns the page back"),
}
"""One word of at most five letters for each reaction, so that nine fit beside each other."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One judge at the bench. ``look`` is the last thing shown, ``now`` whether it is being shown at this moment."""

    judge: str
    name: str
    look: Look | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of counsel's plan: a head (``now``, ``later`` or ``left``) or a point (``full``, ``half``, ``open`` or ``gone``: conceded away)."""

    title: str
    state: str
    point: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """The lectern at one moment. Clock and total are in ticks; ``place`` is the number of the current head, from 1."""

    turn: Segment | None = None
    side: Side | None = None
    counsel: str = ""
    clock: int = 0
    total: int = 0
    head: str = ""
    place: int = 0
    heads: int = 0
    points_left: int = 0
    seats: tuple[Seat, ...] = ()
    plan: tuple[Row, ...] = ()
    reserve: int = 0

    @property
    def white(self) -> bool:
        """Whether the white light is on."""
        return 0 < self.clock <= WHITE_LIGHT and self.total > WHITE_LIGHT

    @property
    def last(self) -> bool:
        """Whether the last thirty seconds are running."""
        return self.turn is not None and 0 < self.clock <= LAST_SECONDS

    @property
    def red(self) -> bool:
        """Whether the red light is on."""
        return self.clock <= 0 and self.turn is not None


def leaning_in(seats: Sequence[Seat], judge: str) -> tuple[Seat, ...]:
    """The bench while this judge is about to break in."""
    return tuple(
        replace(seat, look=LEANS, now=True) if seat.judge == judge else replace(seat, now=False) for seat in seats
    )


def seated(ids: Sequence[str]) -> list[str]:
    """Judges from seniority into seats: the senior in the middle, the next at their right hand, and so outwards."""
    order: list[str] = []
    for number, id in enumerate(ids):
        order.insert(0 if number % 2 else len(order), id)
    return order


def view(round: Round, told: Sequence[Event]) -> View:
    """The lectern as it stands after the events told so far, and after the passes of the bench that follow them.

    A pass makes no event of its own; what it spends belongs to the point that the bench has let run.
    """
    if not told or isinstance(told[-1], Decided):
        return View(seats=_seats(round, told))
    ply = _past_the_passes(round, told[-1].ply)
    position = round.positions[ply]
    clock = position.clock
    state = position.state
    opened = any(isinstance(event, Opened) and event.ply == ply for event in told)
    if ply and not opened and state.phase.segment != round.positions[ply - 1].phase.segment:
        # The turn has ended and the next is not yet called: its own clock stays in view.
        before = round.positions[ply - 1]
        state = before.state
        clock = 0 if any(isinstance(event, Light) and event.ply == ply for event in told) else before.clock
    turn = round.rules.segment(state)
    if turn is None:
        return View(seats=_seats(round, told))
    case, side = round.case, turn.side
    announced = _announced(round, ply, turn)
    points = case.replies_of[side] if turn.replies else case.points_under.get(state.head, ())
    return View(
        turn=turn,
        side=side,
        counsel=last_name(case.party(side).speaker(turn.speaker)),
        clock=clock,
        total=round.rules.allowed_ticks(state) if turn.replies else turn.ticks,
        head=state.head,
        place=announced.index(state.head) + 1 if state.head in announced else 0,
        heads=len(announced),
        points_left=sum(point.id not in state.said and point.id not in position.heard.withdrawn for point in points),
        seats=_seats(round, told),
        plan=tuple(_plan(round, state, position.heard, announced)),
        reserve=round.rules.kept_for_reply(state),
    )


def _past_the_passes(round: Round, ply: int) -> int:
    """How many moves have been made once the bench has passed on what was told, and the turn is not over."""
    while (
        ply < round.ply
        and isinstance(round.line[ply], Pass)
        and round.positions[ply + 1].phase.segment == round.positions[ply].phase.segment
    ):
        ply += 1
    return ply


def _plan(round: Round, control: ControlState, heard: Heard, announced: tuple[str, ...]) -> Iterator[Row]:
    """The heads announced, and the points of the one being argued."""
    case = round.case
    turn = round.rules.segment(control)
    assert turn is not None
    if not announced and not turn.replies:
        return
    if turn.replies:
        for point in case.replies_of[turn.side]:
            yield Row(point.title, _said(point.id, heard), point=True)
        return
    for head in announced:
        state = "now" if head == control.head else "later" if head in control.left else "left"
        yield Row(case.head[head].title, state)
        for point in case.points_under[head]:
            said = _said(point.id, heard)
            if state == "now" or (state == "left" and said != "open"):
                yield Row(point.title, said, point=True)


def _said(point: str, heard: Heard) -> str:
    if point in heard.withdrawn:
        return "gone"
    return "full" if point in heard.full else "half" if point in heard.half else "open"


def _announced(round: Round, ply: int, turn: Segment) -> tuple[str, ...]:
    """The heads a speaker has announced, current one and those left included, in the order of the roadmap."""
    for number in range(min(ply, round.ply) - 1, -1, -1):
        move = round.line[number]
        if isinstance(move, Roadmap) and round.rules.segment(round.positions[number].state) == turn:
            return move.heads
    return ()


def _seats(round: Round, told: Sequence[Event]) -> tuple[Seat, ...]:
    looks: dict[str, Look] = {}
    now = ""
    for event in told:
        match event:
            case Opened():
                looks, now = {}, ""
            case Asked(judge=judge):
                looks[judge], now = ASKS, judge
            case Reacted(judge=judge, kind=kind):
                looks[judge], now = LOOKS[kind], judge
            case Answered():
                # An answer without a look leaves the face blank again.
                looks.pop(now, None)
                now = ""
            case Begun() | Resumed():
                # What a judge thought of an answer is over when counsel goes on.
                looks, now = {}, ""
            case _:
                pass
    ids = seated([judge.id for judge in round.bench.judges])
    return tuple(Seat(id, judge_name(round.bench, id), looks.get(id), id == now) for id in ids)


def head_title(case: Case, head: str) -> str:
    """The title of a head, or nothing where there is none."""
    return case.head[head].title if head in case.head else ""
