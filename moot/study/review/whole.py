"""The review of a sitting: every move of one side measured, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace

from moot.case import BENCH, Side
from moot.counsel.scripted import historical_moves
from moot.counsel.tails import Script, follow
from moot.round import moves
from moot.round.moves import Move, parse_move
from moot.round.round import Round
from moot.score.ballot import ballot
from moot.study.alternatives import votes_for
from moot.study.policies import LinePlan
from moot.study.review.classes import accuracy, classify, move_accuracy
from moot.study.review.measuring import Effort, Measured, measure, measure_all
from moot.study.review.missed import missed_chances
from moot.study.review.planning import make_plan, par_of
from moot.study.review.setting import Setting, line_text
from moot.study.review.turning import leaning, turning_point
from moot.study.review.values import MoveReview, Par, Review

__all__ = ["ReviewRun", "review"]

PAR_SITTINGS = 24


def review(
    round: Round,
    side: Side | str | None = None,
    *,
    opponent: str = "scripted",
    opponent_seed: int = 0,
    executor: Executor | None = None,
    effort: Effort | None = None,
) -> Review:
    """Review the moves of one side: what each cost against best play from there, in votes and in ballot points.

    ``side`` left out is the petitioner. ``opponent`` names the player by which the other side goes on. With an ``executor`` of
    `concurrent.futures` the work is shared out; the figures are the same. The round is left as it was.
    """
    run = ReviewRun(round, side, opponent=opponent, opponent_seed=opponent_seed, effort=effort)
    for _ in run.steps(executor):
        pass
    return run.result()


class ReviewRun:
    """A review under way: :meth:`steps` works, and :meth:`result` may be asked for at any time."""

    def __init__(
        self,
        round: Round,
        side: Side | str | None = None,
        *,
        opponent: str = "scripted",
        opponent_seed: int = 0,
        effort: Effort | None = None,
    ) -> None:
        self.round = round
        self.side = Side(side) if side is not None else Side.PETITIONER
        self.effort = effort or Effort()
        self.setting = Setting(
            round.case,
            round.bench,
            round.format,
            round.heat,
            round.seed,
            self.side,
            opponent,
            opponent_seed,
            LinePlan(self.side),
        )
        self.places = _choices_of(round, self.side)
        self.found: dict[int, Measured] = {}
        self.par: Par | None = None

    @property
    def total(self) -> int:
        """How many steps there are."""
        return _PLANNING + len(self.places)

    def steps(self, executor: Executor | None = None) -> Iterator[None]:
        """Do the work, a step at a time. Stopping early leaves what was done."""
        for setting in make_plan(self.setting):
            self.setting = setting
            yield
        self.par = par_of(self.setting, PAR_SITTINGS, self.effort.key)
        # A setting of its own for the workers: what it is called has to change with its plan.
        pool = [line_text(self.setting.sitting(self.effort.key, number)) for number in range(PAR_SITTINGS)]
        self.setting = replace(self.setting, pool=tuple(pool), token=f"{self.setting.token}-planned")
        yield
        for measured in self._measure(executor):
            self.found[measured.ply] = measured
            yield

    def _measure(self, executor: Executor | None) -> Iterator[Measured]:
        """Measure every choice, from the last to the first: near the end a search may be exhaustive.

        Workers begin with the earlier ones while the end is searched here.
        """
        line = self.round.line
        places = list(reversed(self.places))
        waiting = self._submitted(executor, places[_LATE:]) if executor is not None else []
        done: set[int] = set()
        try:
            for ply in places:
                found = measure(self.setting, line[:ply], line[ply], self.effort, search=True)
                done.add(found.ply)
                yield found
                if found.futures:
                    break
            late = [ply for ply in places[:_LATE] if ply + 1 not in done]
            if executor is None:
                for ply in (each for each in places if each + 1 not in done):
                    yield measure(self.setting, line[:ply], line[ply], self.effort, search=False)
                return
            if len(done) < len(places):
                waiting += self._submitted(executor, late)
                for future in waiting:
                    yield from (each for each in future.result() if each.ply not in done)
        finally:
            for future in waiting:
                future.cancel()

    def _submitted(self, executor: Executor, places: Sequence[int]) -> list[Future[list[Measured]]]:
        """The measuring of these choices, handed to workers."""
        line = self.round.line
        jobs = [(line[:ply], line[ply]) for ply in places]
        return [
            executor.submit(measure_all, self.setting, jobs[at : at + _TOGETHER], self.effort)
            for at in range(0, len(jobs), _TOGETHER)
        ]

    def result(self) -> Review:
        """The review as far as it has come. Raises ``ValueError`` before par is known."""
        if self.par is None:
            raise ValueError("nothing has been reviewed yet")
        line, case = self.round.line, self.round.case
        history = historical_moves(case)
        told: list[MoveReview] = []
        for ply in self.places:
            measured = self.found.get(ply + 1)
            if measured is None:
                continue
            move = line[ply]
            played = next(each for each in measured.alternatives if each.move == str(move))
            told.append(
                MoveReview(
                    ply + 1,
                    self.side,
                    str(move),
                    str(move.trigger),
                    measured.alternatives,
                    classify(played.regret),
                    measured.only,
                    move.unmeasured in history,
                    move_accuracy(max(played.regret.shown, played.ballot_regret.shown / 100)),
                    measured.futures,
                )
            )
        seats = len(self.round.bench.judges)
        votes = (
            len(votes_for(self.round, self.round.position.heard, self.side)) if self.round.position.decided else None
        )
        card = ballot(self.round, self.side)
        told = [self._same_sitting(each, votes) for each in told]
        best_line, best_votes = self._best_line(told, votes)
        leanings = leaning(self.round, self.side)
        return Review(
            case=case.id,
            bench=tuple(judge.id for judge in self.round.bench.judges),
            format=self.round.format.id,
            heat=self.round.heat,
            side=self.side,
            opponent=self.setting.opponent,
            moves=tuple(told),
            par=self.par,
            leaning=leanings,
            turning_point=turning_point(self.round, leanings, seats),
            missed=missed_chances(self.round, self.side),
            accuracy=accuracy([each.accuracy for each in told], [each.stake for each in told]),
            votes=votes,
            ballot=float(card.total) if card.enough else None,
            best_line=best_line,
            best_votes=best_votes,
            complete=len(told) == len(self.places),
        )

    # -- the same sitting with other moves -----------------------------------------------------------------------

    def _same_sitting(self, each: MoveReview, votes: int | None) -> MoveReview:
        if votes is None or not each.cls.fault:
            return each
        other = self._replayed({each.ply: each.best.move})
        return replace(each, same_sitting=(votes, len(votes_for(other, other.position.heard, self.side))))

    def _best_line(self, told: Sequence[MoveReview], votes: int | None) -> tuple[tuple[str, ...], int | None]:
        instead = {each.ply: each.best.move for each in told if each.cls.fault}
        if votes is None or not instead:
            return (), None
        other = self._replayed(instead)
        # Shown only as the engine plays it: made again from the call of the case.
        again = self.setting.round([parse_move(str(move)) for move in other.line])
        assert again.position == other.position
        return tuple(str(move) for move in again.line), len(votes_for(again, again.position.heard, self.side))

    def _replayed(self, instead: dict[int, str]) -> Round:
        """The same sitting with these moves made instead, by ply, where they may still be made."""
        swaps = {self.round.line[ply - 1].unmeasured: parse_move(move) for ply, move in instead.items()}
        round = self.setting.round(self.round.line[: min(instead) - 1])
        script = Script(self.round, round.ply)
        for was, now in swaps.items():
            _swap(script, was, now)
        first = parse_move(instead[min(instead)])
        round.push(first)
        follow(round, script, self.setting.choosers("same"))
        return round


_TOGETHER = 3
"""So many positions go to a worker at a time."""

_LATE = 6
"""So many choices at the end are searched before workers get those that are left of them."""

_PLANNING = 6
"""Steps before the first move is measured: two samples, three trials, par."""


def _swap(script: Script, was: Move, now: Move) -> None:
    """Put one move in the place of another wherever the script has it."""
    for question, answer in script.answers.items():
        if answer.unmeasured == was and isinstance(now, moves.GiveAnswer):
            script.answers[question] = now


def _choices_of(round: Round, side: Side) -> list[int]:
    """The plies (from 0) at which the side had a choice of moves."""
    again = Round(round.case, round.bench, seed=round.seed, format=round.format, heat=round.heat)
    found = []
    for ply, move in enumerate(round.line):
        if again.turn is side and again.turn != BENCH and len(again.legal) > 1:
            found.append(ply)
        again.push(move)
    return found
