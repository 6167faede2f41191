"""A greedy advocate: always the move after which the bench, as it leans now, stands best for its side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from moot.case import Heard, Side
from moot.counsel.standing import standing_of
from moot.round import moves
from moot.round.moves import Move
from moot.round.position import with_answer
from moot.round.round import Round

__all__ = ["Greedy", "standing"]


def standing(round: Round, heard: Heard, side: Side) -> int:
    """How well a side stands with the bench on these words: votes first, then the leads on the issues that favor it."""
    return standing_of(round.case, round.bench, heard, side)


class Greedy:
    """Looks one move ahead. It announces the heads that would move the bench most, and sits when nothing helps.

    It draws nothing, so ``seed`` changes nothing; it is there because every opponent is made with one.
    """

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed

    def choose(self, round: Round) -> Move:
        """The best move by :func:`standing`; the first of equals."""
        side = round.speaker
        assert side is not None
        legal = list(round.legal)
        if isinstance(legal[0], moves.Roadmap):
            return self._roadmap(round, legal, side)
        return max(legal, key=lambda move: self._worth(round, move, side))

    def _worth(self, round: Round, move: Move, side: Side) -> tuple[int, int]:
        """The standing after the move, and among equals: go on before turning, turn before sitting."""
        heard = round.position.heard
        match move:
            case moves.Plead(point=point):
                heard = heard.with_full(point)
            case moves.Resume():
                heard = heard.with_full(round.position.state.point)
            case moves.Turn(head=head):
                # What a head may bring is less sure than what is said now.
                return standing(round, _with_heads(round, [head]), side) - 1, 0
            case moves.GiveAnswer(answer=answer):
                heard = with_answer(heard, round.case.answers[answer], round.case)
            case _:
                return standing(round, heard, side), -1
        return standing(round, heard, side), 1

    def _roadmap(self, round: Round, legal: list[Move], side: Side) -> Move:
        """The heads that together would move the bench most, the strongest of them first, with the largest reserve."""
        maps = [move for move in legal if isinstance(move, moves.Roadmap)]
        most = max(len(one.heads) for one in maps)
        heads_here = list(dict.fromkeys(head for one in maps for head in one.heads))
        worth = {heads: standing(round, _with_heads(round, heads), side) for heads in combinations(heads_here, most)}
        best = max(worth, key=worth.__getitem__)
        alone = {head: standing(round, _with_heads(round, (head,)), side) for head in best}
        order = tuple(sorted(best, key=lambda head: -alone[head]))
        return max((one for one in maps if one.heads == order), key=lambda one: one.reserve)


def _with_heads(round: Round, heads: Iterable[str]) -> Heard:
    """What would have been heard if every point under these heads had been said in full."""
    under = round.case.points_under
    return round.position.heard.with_full(*[point.id for head in heads for point in under[head]])
