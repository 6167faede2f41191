"""One sitting: a round, who argues it, and its record. Yields events; knows no screen.

A screen asks :meth:`Session.open` once, shows the events, and while :attr:`Session.waiting` offers the legal moves and
hands the chosen one to :meth:`Session.play`. Every move is in the record, on disk, before the events of it come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.bench.judging.reasoning import reason
from moot.bench.persona import Bench, Judge
from moot.case import BENCH, Case, Purpose, Reaction, Side
from moot.case.case import REPLY_MOMENT
from moot.errors import IllegalMove
from moot.round import moves
from moot.round.control_state import ControlState
from moot.round.draw import Drawn
from moot.round.formats import WHITE_LIGHT, Format
from moot.round.moves import Move
from moot.round.round import Player, Round
from moot.sitting.events import (
    Answered,
    Asked,
    Begun,
    Event,
    GaveUp,
    Hint,
    Mapped,
    Reacted,
    Resumed,
    TurnedTo,
    WorkedOut,
)
from moot.sitting.partners import Recorder, SlowPlayer
from moot.sitting.showing.looks import Looks, line_of
from moot.sitting.stage import Stage
from moot.sitting.words.scenes import lost_by
from moot.sitting.words.spoken import filled

__all__ = ["Session"]


class Session:
    """A sitting. ``human`` is the side a person argues, or None for both; the other side is ``opponent``'s.

    With a ``speaker`` (1 or 2) the person is only that one of the side's speakers, and the opponent is the other as well.
    """

    def __init__(
        self,
        case: Case,
        bench: Bench,
        *,
        human: Side | None,
        speaker: int | None = None,
        opponent: Player | None = None,
        seed: int = 0,
        format: str | Format | None = None,
        heat: str = "normal",
        judges: Player | None = None,
        recorder: Recorder | None = None,
        line: Sequence[Move | str] = (),
        hints: bool = False,
        hold: bool = False,
        unwritten: Sequence[str] = (),
    ) -> None:
        self.round = Round(case, bench, seed=seed, format=format, heat=heat)
        self.human = human
        self.speaker = speaker
        self.opponent = opponent
        self.judges = judges or Drawn()
        self.recorder = recorder
        # With `hold` (a sitting taken up again) nothing is recorded until a person chooses: looking never writes.
        # `unwritten` are the last moves of `line` that its record does not have.
        self._held: list[str] | None = list(unwritten) if hold else None
        self._untold: list[Event] = []
        self._teaching = hints
        self._hints = dict(case.hints) if hints else {}
        for move in line:
            self.round.push(move)
        self._stage = Stage(self.round)
        self._looks = Looks(self.round)

    @property
    def case(self) -> Case:
        """The case argued."""
        return self.round.case

    @property
    def bench(self) -> Bench:
        """The bench sitting."""
        return self.round.bench

    @property
    def waiting(self) -> bool:
        """Whether a person is to choose."""
        return self._player() is None and self.round.turn is not None

    @property
    def slow(self) -> bool:
        """Whether the opponent says that it thinks."""
        return isinstance(self.opponent, SlowPlayer) and self.opponent.thinks

    @property
    def thinker(self) -> SlowPlayer | None:
        """The opponent, where it is to move and says that it thinks."""
        player = self._player() if self.round.turn is not None else None
        return player if isinstance(player, SlowPlayer) and player.thinks else None

    def open(self, *, slow: bool = True) -> list[Event]:
        """Begin, or go on after a resumed line: everything up to a person's next choice."""
        if self.round.ply == 0:
            self._untold += self._stage.call()
        elif self.round.turn is None:
            return [self._stage.decided()]
        return self.carry_on(slow=slow)

    def play(self, move: Move | str, *, slow: bool = True) -> list[Event]:
        """Make a person's move. Raises the round's errors, and changes nothing when it does."""
        if not self.waiting:
            raise IllegalMove("it is not your move")
        self._untold += self._make(self.round.parse(move) if isinstance(move, str) else move, chosen=True)
        return self.carry_on(slow=slow)

    def reply(self, move: Move) -> list[Event]:
        """Make the move that :attr:`thinker` has chosen elsewhere, and go on as far as nobody has to think.

        Raises ``IllegalMove`` where nobody was to think.
        """
        if self.thinker is None:
            raise IllegalMove("it is not the other side's move")
        self._untold += self._make(move)
        return self.carry_on(slow=False)

    def carry_on(self, *, slow: bool = True) -> list[Event]:
        """Everything up to a person's next choice. A write that failed on the way there is tried again, and nothing is lost.

        With ``slow`` false it stops before an opponent that thinks, too: a screen lets :attr:`thinker` choose in the background,
        on a copy of the round, and hands the move to :meth:`reply`.
        """
        while (player := self._player()) is not None and self.round.turn is not None:
            if not slow and self.thinker is not None:
                return self.told()
            self._untold += self._make(player.choose(self.round))
        if self.round.turn is None and not (self.recorder is not None and self.recorder.behind):
            # No choice was left: the sitting could only end so.
            self._write_held()
        told, self._untold = [*self._untold, *self._advice()], []
        return told

    def told(self) -> list[Event]:
        """What has happened and has not been told yet: after a write that failed, the moves made before it."""
        told, self._untold = self._untold, []
        return told

    def undo(self) -> int:
        """Go back to the person's last choice; says how many moves were taken back (0 when there was none)."""
        line = self.round.line
        back = 0
        for number in range(len(line) - 1, -1, -1):
            before = self.round.positions[number]
            if not before.state.bench and self._mine(before.state):
                back = len(line) - number
                break
        held = len(self._held or ())
        if back > held and self.recorder is not None:
            self.recorder.undo(back - held)
        if back and self._held is not None:
            del self._held[max(0, held - back) :]
        for _ in range(back):
            self.round.pop()
        if back:
            self._looks.back_to(self.round.ply)
            self._stage.reset()
        return back

    # -- inside --------------------------------------------------------------------------------------------------

    def _player(self) -> Player | None:
        turn = self.round.turn
        if turn == BENCH:
            return self.judges
        return None if self._mine(self.round.position.state) else self.opponent

    def _mine(self, state: ControlState) -> bool:
        """Whether it is the person who is at the lectern."""
        segment = self.round.rules.segment(state)
        if self.human is None or segment is None:
            return self.human is None
        return segment.side is self.human and self.speaker in (None, segment.speaker)

    def _record(self, move: Move, *, chosen: bool) -> None:
        if self.recorder is None:
            return
        if self._held is not None and not chosen:
            self._held.append(str(move))
            return
        self._write_held()
        self.recorder.append(str(move))

    def _write_held(self) -> None:
        """Record the moves that were held back."""
        while self._held and self.recorder is not None:
            self.recorder.append(self._held[0])
            del self._held[0]
        self._held = None

    def _make(self, move: Move, *, chosen: bool = False) -> list[Event]:
        before = self.round.position
        side = self.round.speaker
        assert side is not None
        self.round.push(move)
        try:
            told = self._stage.follow(move, before)
            self._record(move, chosen=chosen)
        except BaseException:
            # What is not on the disk has not happened.
            self.round.pop()
            self._looks.back_to(self.round.ply)
            self._stage.reset()
            raise
        ply = self.round.ply
        events: list[Event] = []
        match move:
            case moves.Roadmap(heads=heads, reserve=reserve):
                events.append(Mapped(ply, side, heads, reserve))
            case moves.Plead(point=point):
                events.append(Begun(ply, side, point))
                events.extend(self._heard_before(point))
            case moves.Ask(question=question, by=by):
                events.append(Asked(ply, by or self.round.askers(question)[0], question, not before.state.cut))
            case moves.GiveAnswer(answer=answer):
                events.append(Answered(ply, side, answer))
                events.extend(self._reactions())
                if self._teaching and self.case.answers[answer].consequence is not None:
                    events.append(WorkedOut(ply, answer))
                elif self._teaching and (
                    lost := lost_by(self.case.answers[answer], before.heard, self.round.position.heard)
                ):
                    events.append(GaveUp(ply, answer, lost))
            case moves.Resume():
                events.append(Resumed(ply, side, before.state.point))
            case moves.Turn(head=head):
                events.append(TurnedTo(ply, side, head))
        return events + told

    def _advice(self) -> list[Event]:
        """The hint for this moment, if the case has one that has not been given."""
        for moment in self._moments() if self._hints else ():
            text = self._hints.pop(moment, None)
            if text:
                return [Hint(self.round.ply, moment, text)]
        return []

    def _moments(self) -> Iterator[str]:
        """What moment this is for the person who is to choose, the most particular first."""
        state, clock = self.round.position.state, self.round.position.clock
        if self.round.turn is None:
            yield "decided"
            return
        segment = self.round.rules.segment(state)
        assert segment is not None
        if self.round.rules.roadmap_due(state):
            yield "roadmap"
            return
        if 0 < clock <= WHITE_LIGHT < segment.ticks and not segment.replies:
            yield "white-light"
        if state.pending:
            question = self.case.questions[state.pending]
            if question.pick:
                yield "pick"
            if question.purpose is Purpose.HYPOTHETICAL:
                yield "hypothetical"
            yield "question"
            return
        if state.cut:
            yield "half-said"
        if any(isinstance(move, moves.Plead) for move in self.round.legal):
            yield REPLY_MOMENT if segment.replies else "point"

    def _reactions(self) -> list[Event]:
        """The look at the answer just given."""
        ply = self.round.ply
        look = self._looks.at(ply)
        return self._reacted(self.bench.judge[look.judge], look.kind) if look.kind else []

    def _reacted(self, judge: Judge, kind: Reaction) -> list[Event]:
        """The look, with a line in the judge's voice; nothing where the voice has no line for it."""
        shown = kind if judge.voice.react.get(kind) else kind.nearest
        said = judge.voice.react.get(shown, ())
        if not said:
            return []
        used = self._looks.times(self.round.ply, judge.id, kind)
        text = line_of(said, used, "voice", self.round.seed, judge.id, shown)
        return [Reacted(self.round.ply, judge.id, kind, filled(text, self.round, self.round.ply))]

    def _heard_before(self, point: str) -> list[Event]:
        """A look at a point whose theory most of the bench has refused: from whoever of them talks most."""
        from moot.bench.noticing import repeats

        tired = [
            judge for judge in self.bench.judges if repeats(reason(judge, self.case, self.round.position.heard), point)
        ]
        if len(tired) < self.bench.majority:
            return []
        judge = max(tired, key=lambda judge: judge.talk)
        return self._reacted(judge, Reaction.REPEATED)
