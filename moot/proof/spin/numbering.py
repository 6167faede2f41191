"""What the model for SPIN numbers: heads, points, questions, answers and flags, and the conditions written of them."""

from __future__ import annotations

from collections.abc import Iterable

from moot.bench.persona import Bench
from moot.case import Case, ConcessionKind, Guard, Point, Side
from moot.proof.spin.turns import ModelTurn, ModelTurns
from moot.round.asking.eligible import may_ask
from moot.round.formats import Format

__all__ = ["ModelNumbers"]


class ModelNumbers:
    """Writes one model. Numbers of things begin at 1; zero is none."""

    def __init__(self, case: Case, form: Format, bench: Bench | None) -> None:
        self.case, self.form = case, form
        self.eligible = may_ask(case, bench) if bench is not None else None
        self.heads = {head.id: n + 1 for side in Side for n, head in enumerate(case.heads_of[side])}
        self.points = {point.id: n + 1 for n, point in enumerate(case.points)}
        self.lectern = ModelTurns(case, form)
        self.turns = self.lectern.all
        self.playable = self.lectern.playable()
        groups = (*(case.points_under[head.id] for head in case.heads), *(case.replies_of[side] for side in Side))
        self.bit = {point.id: 1 << n for group in groups for n, point in enumerate(group)}
        self.asked = {question.id: n for point in case.points for n, question in enumerate(point.walk())}
        self.flags = self._flags()

    # -- what is remembered ------------------------------------------------------------------------------------------

    def _flags(self) -> dict[frozenset[str], list[Point]]:
        """Each thing that something later asks about, with the points under which it is asked about."""
        readers: dict[frozenset[str], list[Point]] = {}
        for point in self.case.points:
            if point.replies:
                readers.setdefault(self._replied(point), []).append(point)
            for said, unless in self._losses(point):
                for ids in filter(None, (said, unless)):
                    readers.setdefault(ids, []).append(point)
            guards = [*point.when]
            for question in point.walk():
                guards += question.when
                for answer in question.answers:
                    guards += answer.when
            for guard in guards:
                readers.setdefault(frozenset({guard.said}), []).append(point)
        return readers

    def _replied(self, point: Point) -> frozenset[str]:
        """Any of these, once said, opens the reply."""
        said: set[str] = set()
        for id in point.replies_to:
            said |= {under.id for under in self.case.points_under[id]} if id in self.case.head else {id}
        return frozenset(said)

    def _losses(self, point: Point) -> list[tuple[frozenset[str], frozenset[str]]]:
        """What takes the point out of the case once it is said, each with what undoes that: a concession of law retracted."""
        answers = self.case.answers.values()
        found: dict[frozenset[str], set[str]] = {}
        for answer in answers:
            if point.id in answer.retracts:
                found.setdefault(frozenset(), set()).add(answer.id)
            if answer.concedes is not None and point.id in answer.concedes.gives_up:
                undone = {other.id for other in answers if answer.id in other.retracts}
                by = frozenset(undone if answer.concedes.kind is ConcessionKind.LAW else ())
                found.setdefault(by, set()).add(answer.id)
        return [(frozenset(said), unless) for unless, said in found.items()]

    def _lost(self, point: Point) -> list[str]:
        """The conditions on `flags`, each of which means that the point is worth nothing."""
        return [
            f"(flags & {self._mask(said)})" + (f" && !(flags & {self._mask(unless)})" if unless else "")
            for said, unless in self._losses(point)
        ]

    def _mask(self, said: frozenset[str]) -> int:
        return 1 << list(self.flags).index(said)

    def _raised(self, id: str) -> int:
        return sum(self._mask(said) for said in self.flags if id in said)

    def _true(self, guards: Iterable[Guard]) -> list[str]:
        """The guards as conditions on `flags`."""
        return [f"{'' if guard.wanted else '!'}(flags & {self._mask(frozenset({guard.said}))})" for guard in guards]

    def _may_come(self, point: Point, turn: ModelTurn) -> str:
        """When the point, or a question under it, may still come up: what keeps a flag that it reads."""
        bit = self.bit[point.id]
        # While a place to break in is still ahead, the bench may come back to the point after counsel has resumed.
        ahead = " || (cut && part == 1)" if self._twice(point) else ""
        mine = f"(!(said & {bit}) || (point == {self.points[point.id]} && (bench || pending{ahead})))"
        if turn.segment.replies:
            before = f"phase < {turn.sub}"
            if not turn.segment.ticks:
                # Whether it takes place is open until its keeper has given a roadmap; then it is known.
                keeper = turn.keeper
                kept = [f"reserve_{turn.name}"] if keeper else []
                if keeper is not None and any(keeper.segment.reserves):
                    kept.append(f"phase <= {keeper.road}")
                before = f"{before} && ({' || '.join(kept) or '0'})"
            return f"({before}) || (phase >= {turn.sub} && phase <= {turn.ask} && {mine})"
        head = self.heads[point.head or ""]
        under = f"(left & {1 << (head - 1)}) || (head == {head} && {mine})"
        here = f"phase >= {turn.sub} && phase <= {turn.ask}"
        return f"phase < {turn.sub} || ({here} && ({under}))"

    # -- moves -------------------------------------------------------------------------------------------------------
    #
    # SPIN looks at every option of the `do` in every state. So moves of one kind share an option for each index in a
    # list (the second point of a head, the third answer of a question): its guard says whether there is such a one, and
    # inside, an `if` that leaves no choice looks up what it does. Each option is still one move.

    def _twice(self, point: Point) -> bool:
        """Whether the bench may break in at two places: where there is more than one question to ask."""
        return len(point.questions) > 1
