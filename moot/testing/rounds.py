"""Lines, whole rounds, and a machine to extend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from moot.bench.persona import Bench
from moot.case import Case, Side
from moot.round.draw import Dice
from moot.round.formats import TICKS_A_MINUTE, Format, Segment, one_speaker
from moot.round.moves import Move
from moot.round.round import Round

__all__ = ["RoundMachine", "formats", "lines", "random_round_test", "script_of", "segmented"]


@st.composite
def formats(draw: st.DrawFn, longest: int = 12) -> Format:
    """A short format: 1 to ``longest`` ticks a side, a reserve of zero or one minute where there is so much, any pace."""
    ticks = draw(st.integers(1, longest))
    reserves = draw(st.sampled_from([(0,), (0, 1), (1,)] if ticks >= TICKS_A_MINUTE else [(0,)]))
    return one_speaker("made", "Made by chance", ticks, reserves, draw(st.integers(1, 2)))


@st.composite
def segmented(draw: st.DrawFn, longest: int = 12) -> Format:
    """A format of any shape: one or two speakers a side in any order, replies of either side, reserved or with time of their own."""
    opening: list[Segment] = []
    replies: list[Segment] = []
    for side in Side:
        speakers = draw(st.integers(1, 2))
        replying = draw(st.sampled_from(["", "reserved", "own time", "both"]))
        keeper = draw(st.integers(1, speakers)) if replying in ("reserved", "both") else 0
        for speaker in range(1, speakers + 1):
            reserves = draw(st.sampled_from([(0, 1), (1,), (0,)])) if speaker == keeper else ()
            ticks = draw(st.integers(TICKS_A_MINUTE if any(reserves) else 1, max(TICKS_A_MINUTE, longest)))
            opening.append(Segment(f"{side}-{speaker}", side, ticks, speaker, reserves=reserves))
        if replying:
            ticks = draw(st.integers(1, longest)) if replying != "reserved" else 0
            replies.append(Segment(f"{side}-reply", side, ticks, draw(st.integers(1, speakers)), replies=True))
    if draw(st.booleans()):
        opening.sort(key=lambda each: each.speaker)
    if draw(st.booleans()):
        replies.reverse()
    return Format("made", "Made by chance", (*opening, *replies), draw(st.integers(1, 2)))


@st.composite
def lines(
    draw: st.DrawFn, case: Case, bench: Bench, format: str | Format = "quick", most: int = 200
) -> tuple[Move, ...]:
    """A line of legal moves from the call of the case, of any length, perhaps to the ruling."""
    round = Round(case, bench, format=format)
    for _ in range(draw(st.integers(0, most))):
        if not round.legal:
            break
        round.push(draw(st.sampled_from(list(round.legal))))
    return round.line


def random_round_test(
    case: Case,
    bench: Bench,
    rounds: int = 10,
    check: Callable[[Round], Any] | None = None,
    *,
    format: str | Format | None = None,
    seed: int = 0,
) -> None:
    """Play whole rounds, every move drawn evenly, and look after the last move of each.

    Always asserted: the round ends, its line replays, and it has an outcome. ``check`` is called with the round after
    every move; let it assert what it likes. The same seed plays the same rounds. A failure raises ``AssertionError`` with a script that shows it.
    """
    for number in range(rounds):
        dice = Dice("random round", seed, number)
        round = Round(case, bench, seed=number, format=format)
        try:
            while round.legal:
                moves = list(round.legal)
                round.push(moves[dice.below(len(moves))])
                if check is not None:
                    check(round)
            assert round.outcome() is not None, "the round stopped without a ruling"
            assert round.problems() == []
        except AssertionError as error:
            raise AssertionError(f"{error}\n\n{script_of(round)}") from error


def script_of(round: Round) -> str:
    """A script that plays the line of a round again; put your own case and bench at the top."""
    rows = [
        "import moot",
        f'case = moot.load_case("{round.case.id}")',
        f'bench = moot.load_bench("{round.bench.id}")',
        f'round = moot.Round(case, bench, seed={round.seed}, format="{round.format.id}")',
        *(f'round.push("{move}")' for move in round.line),
        "print(round.position)",
    ]
    return "\n".join(rows)


class RoundMachine(RuleBasedStateMachine):
    """A round played by Hypothesis, one rule a kind of move. Extend it: set ``case``, ``bench``, ``format``; add invariants.

    ::

        class MyRound(RoundMachine):
            case = moot.load_case("my-case.yaml")
            bench = moot.load_bench("three")

            @invariant()
            def nobody_concedes(self):
                assert not self.round.position.heard.conceded


        TestMyRound = MyRound.TestCase
    """

    case: Case
    bench: Bench
    format: str | Format | None = None

    def __init__(self) -> None:
        super().__init__()
        self.round = Round(self.case, self.bench, format=self.format)

    def play(self, data: st.DataObject, moves: list[Move]) -> None:
        """Make one of the moves. Override it to look before or after."""
        self.round.push(data.draw(st.sampled_from(moves)))

    @rule(data=st.data())
    @precondition(lambda self: bool(self.round.legal))
    def move(self, data: st.DataObject) -> None:
        """Any legal move."""
        self.play(data, list(self.round.legal))

    @rule()
    @precondition(lambda self: self.round.ply > 0)
    def take_back(self) -> None:
        """The last move is taken back and made again: the same position comes of it."""
        position, move = self.round.position, self.round.pop()
        self.round.push(move)
        assert self.round.position == position

    @invariant()
    def sound(self) -> None:
        """The clock is never negative, and there is a move until the case is decided."""
        assert self.round.position.clock >= 0
        assert bool(self.round.legal) is not self.round.position.decided

    def teardown(self) -> None:
        """At the end the line replays to the same position."""
        assert self.round.problems() == []
