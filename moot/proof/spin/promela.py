"""The control model of a case for SPIN, an independent model checker.

Written from the rules of play and the case: its points, heads, questions, costs and guards. Nothing here looks at
:class:`~moot.round.rules.Rules` or at the explored graph, so that two accounts of the rules can be compared. That is why
the turns, the liveness of flags and the expiry of the clock are written a second time here, on purpose. One process, one ``do`` (with the first roadmap
before it), one ``d_step`` a move; the variables are the control content and nothing else, so SPIN
stores a state for each of ours and :data:`EXTRA_STATES` more, and takes as many steps as there are moves and
:data:`EXTRA_TRANSITIONS` more.

Compile without reductions and without lossy storage::

    spin -a case.pml && gcc -O2 -DNOREDUCE -DSAFETY -DMEMLIM=4096 -o pan pan.c && ./pan -m1000
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from moot.bench.persona import Bench
from moot.case import Case, Point, Question
from moot.proof.spin.modelled import refuse_unmodelled
from moot.proof.spin.numbering import ModelNumbers
from moot.proof.spin.turns import ModelTurn
from moot.round.clock import answer_cost, ask_cost, point_cost, roadmap_cost
from moot.round.formats import TICKS_A_MINUTE, Format, format_of

__all__ = ["EXTRA_STATES", "EXTRA_TRANSITIONS", "promela"]

EXTRA_STATES = 2
"""States that SPIN stores and we do not count: its process at its end, the case decided, and then gone."""

EXTRA_TRANSITIONS = 3
"""Steps that SPIN counts and we do not: to the first state, and the two by which its process ends."""


def promela(case: Case, format: str | Format | None = None, bench: Bench | None = None) -> str:
    """The model as Promela text. Given a bench, only the questions that someone on it may ask.

    Raises :class:`~moot.proof.spin.modelled.NotModelled` where the rules have something that the model does not.
    """
    form = format_of(case, format)
    refuse_unmodelled(case, form)
    return _Model(case, form, bench).text()


class _Model(ModelNumbers):
    """Writes one model."""

    def _roadmaps(self, turn: ModelTurn) -> Iterator[str]:
        cost = roadmap_cost(self.case, self.form)
        heads = [self.heads[head] for head in turn.heads]
        sizes = (2, 3) if len(heads) > 1 else (1,)
        keeps = [minutes * TICKS_A_MINUTE for minutes in turn.segment.reserves] if turn.keeps else [0]
        for first, *rest in (order for size in sizes for order in permutations(heads, size)):
            left = sum(1 << (head - 1) for head in rest)
            for keep in keeps:
                kept = f"reserve_{turn.keeps.name} = {keep}; " if turn.keeps else ""
                does = f"{kept}phase = {turn.sub}; head = {first}; left = {left}"
                spends = cost + keep
                # A turn opens with its whole time, so whether the red light comes is known.
                spend = f"clock = clock - {spends}; DROP" if spends < turn.segment.ticks else f"cost = {spends}; SPEND"
                yield _option(f"phase == {turn.road}", does, spend)

    def _counsel(self) -> Iterator[str]:
        by_bit: dict[int, list[tuple[Point, ModelTurn]]] = {}
        for point, turn in self.playable:
            by_bit.setdefault(self.bit[point.id], []).append((point, turn))
        for bit, points in by_bit.items():
            there = [" && ".join([self._under(point, turn), *self._opens(point)]) for point, turn in points]
            rows = [
                (
                    self._under(point, turn),
                    f"point = {self.points[point.id]}; cost = {self._costs(point)[0]}"
                    f"{self._raise(point.id)}; menu = {self._menu(self._asked_first(point))}",
                )
                for point, turn in points
            ]
            yield _option(
                f"!bench && !(said & {bit}) && ({_any(there)})",
                _look_up(rows),
                f"bench = 1; said = said | {bit}; cut = 0; part = 1",
                "SPEND",
            )
        rest = [(f"point == {self.points[point.id]}", self._rest(point)) for point, _ in self.playable]
        lectern = f"({' || '.join(f'phase == {turn.sub}' for turn in self.turns)})"
        # Resuming, and letting a point run: both say its next stretch.
        yield _option(f"{lectern} && !bench && cut", _look_up(rest), "SPEND")
        yield _option("bench && !cut", _look_up(rest), "SPEND")
        for turn in self.turns:
            for head in turn.heads:
                number = self.heads[head]
                bit = 1 << (number - 1)
                yield _option(
                    f"phase == {turn.sub} && !bench && (left & {bit})",
                    f"left = left & ~{bit}; head = {number}; said = 0; point = 0; cut = 0; part = 0; DROP",
                )
        yield _option(f"{lectern} && !bench", "END; DROP")

    def _under(self, point: Point, turn: ModelTurn) -> str:
        """Where counsel stands who may make this point."""
        head = self.heads[point.head] if point.head else 0
        return f"phase == {turn.sub} && head == {head}"

    def _opens(self, point: Point) -> list[str]:
        replied = [f"(flags & {self._mask(self._replied(point))})"] if point.replies else []
        kept = [f"!({lost})" for lost in self._lost(point)]
        return [*self._true(point.when), *replied, *kept]

    def _asked_first(self, point: Point) -> tuple[Question, ...]:
        """What may be asked at the first place: half of the questions of the case file, the middle one too."""
        if not self._twice(point):
            return point.questions
        written = [question for question in point.questions if not question.stock] or list(point.questions)
        return tuple(written[: (len(written) + 1) // 2])

    def _asked_second(self, point: Point) -> tuple[Question, ...]:
        first = self._asked_first(point)
        return tuple(question for question in point.questions if question not in first)

    def _costs(self, point: Point) -> tuple[int, ...]:
        """The ticks of the two or three stretches of a point."""
        cost = point_cost(point, self.case, self.form)
        if not self._twice(point):
            return cost - cost // 2, cost // 2
        third = cost // 3
        return third, (cost - third) // 2, cost - third - (cost - third) // 2

    def _rest(self, point: Point) -> str:
        """What saying the next stretch of the point does."""
        *_, last = costs = self._costs(point)
        over = f"cost = {last}; point = 0; bench = 0; menu = 0; part = 0; cut = 0"
        if not self._twice(point):
            return over
        on = f"cost = {costs[1]}; bench = 1; menu = {self._menu(self._asked_second(point))}; part = 2; cut = 0"
        return f"if :: part == 1 -> {on} :: else -> {over} fi"

    def _bench(self) -> Iterator[str]:
        asked = [(point, question) for point, _ in self.playable for question in point.walk()]
        for local in range(max(self.asked.values(), default=-1) + 1):
            here = [(point, question) for point, question in asked if self.asked[question.id] == local]
            mute = [
                f"point != {self.points[point.id]}"
                for point, question in here
                if self.eligible is not None and not self.eligible[question.id]
            ]
            rows = [
                (f"point == {self.points[point.id]}", f"cost = {ask_cost(question, self.case, self.form)}")
                for point, question in here
            ]
            yield _option(
                " && ".join(["bench", f"(menu & {1 << local})", *mute]),
                _look_up(rows),
                f"phase = {self.lectern.in_turn('ask')}",
                f"bench = 0; cut = 1; menu = 0; pending = {local + 1}",
                "clock = (clock > cost -> clock - cost : 0)",
            )
        lost = [
            f"(point == {self.points[point.id]} && ({_any(conditions)}))"
            for point, _ in self.playable
            if (conditions := self._lost(point))
        ]
        yield _option(
            "bench && cut",
            f"phase = {self.lectern.in_turn('sub')}",
            *([f"if :: {' || '.join(lost)} -> point = 0; cut = 0; part = 0 :: else -> skip fi"] if lost else []),
            "bench = 0; menu = 0; DROP",
        )
        later = {
            question.id: roots[n + 1 :]
            for point, _ in self.playable
            for roots in (self._asked_first(point), self._asked_second(point))
            for n, root in enumerate(roots)
            for question in root.walk()
        }
        for index in range(max((len(question.answers) for _, question in asked), default=0)):
            yield self._answer(asked, later, index)

    def _answer(self, asked: list[tuple[Point, Question]], later: dict[str, tuple[Question, ...]], index: int) -> str:
        """The move of giving the answer with this index in its list, whatever the question."""
        barred, rows = [], dict[str, list[tuple[str, str]]]()
        for point, question in asked:
            where = f"point == {self.points[point.id]}"
            pending = f"pending == {self.asked[question.id] + 1}"
            if index >= len(question.answers):
                barred.append(f"!({where} && {pending})")
                continue
            answer = question.answers[index]
            if answer.when:
                barred.append(f"(!({where} && {pending}) || ({' && '.join(self._true(answer.when))}))")
            cost = answer_cost(answer, self.case, self.form)
            menu = self._menu((*answer.follow_ups, *later[question.id]))
            rows.setdefault(where, []).append((pending, f"cost = {cost}{self._raise(answer.id)}; menu = {menu}"))
        by_point = [(where, _look_up(inner)) for where, inner in rows.items()]
        return _option(" && ".join(["pending", *barred]), _look_up(by_point), "bench = 1; pending = 0", "SPEND")

    def _raise(self, id: str) -> str:
        raised = self._raised(id)
        return f"; flags = flags | {raised}" if raised else ""

    def _menu(self, questions: Iterable[Question]) -> str:
        """The set of questions the bench may now ask, one bit a question of the point."""
        parts = []
        for question in questions:
            bit = 1 << self.asked[question.id]
            guards = self._true(question.when)
            parts.append(f"({' && '.join(guards)} -> {bit} : 0)" if guards else str(bit))
        return " | ".join(parts) or "0"

    # -- the text ----------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The whole model."""
        widest = max((sum(1 for _ in point.walk()) for point in self.case.points), default=0)
        menu, flags = ("int" if many > 14 else "short" for many in (widest, len(self.flags)))
        coming = {
            said: [self._may_come(point, turn) for point in readers if (turn := self.lectern.of(point)) is not None]
            for said, readers in self.flags.items()
        }
        kept = [f"(({_any(dict.fromkeys(when))}) -> {self._mask(said)} : 0)" for said, when in coming.items() if when]
        keepers = self.lectern.keepers
        opening = self.turns[0]
        rows = [
            f"/* {self.case.id}, {self.form.id}: the control model of the argument, written by moot from the rules. */",
            *(f"#define {name} {n}" for n, name in enumerate(self.lectern.phases())),
            "",
            f"byte phase = {opening.road};    /* whose turn at the lectern, and whether a question was asked on this point */",
            f"short clock = {opening.segment.ticks};      /* ticks left to whoever speaks */",
            *(f"short reserve_{turn.name};          /* ticks kept for {turn.segment.name} */" for turn in keepers),
            "byte left, head, said;  /* heads announced and not opened; the current one; its points begun, a bit each */",
            "byte point;             /* the point under question or broken into */",
            "bit bench, cut;         /* the bench is to move; it has broken in, and the rest may still be said */",
            "byte part;              /* how many stretches of the point have been said */",
            f"{menu} menu;             /* what the bench may ask, a bit for each question of the point */",
            "byte pending;           /* the question to be answered */",
            f"{flags} flags;            /* what was said that something later asks about */",
            "hidden short cost;      /* of the move in hand; no part of the state */",
            "",
            f"#define DROP flags = flags & ({' | '.join(kept) or '0'})",
            "#define CLEAR left = 0; head = 0; said = 0; point = 0; bench = 0; cut = 0; part = 0; menu = 0; pending = 0",
            f"#define RULING phase = DECIDED; {''.join(f'reserve_{turn.name} = 0; ' for turn in keepers)}clock = 0; flags = 0",
            "/* the turn is over, by sitting down or by the red light */",
            f"#define END {self.lectern.end()}",
            "#define SPEND if :: clock > cost -> clock = clock - cost :: else -> END fi; DROP",
            "",
            "active proctype argument() {",
            "if",
            *self._roadmaps(opening),
            "fi;",
            "do",
            *(option for turn in self.turns[1:] for option in self._roadmaps(turn)),
            *self._counsel(),
            *self._bench(),
            ":: phase == DECIDED -> break",
            "od",
            "}",
            "",
        ]
        return "\n".join(rows)


def _any(conditions: Iterable[str]) -> str:
    return " || ".join(f"({condition})" for condition in conditions)


def _look_up(rows: list[tuple[str, str]]) -> str:
    """What to do in the one case that holds: no choice."""
    return "if " + " ".join(f":: {when} -> {does}" for when, does in rows) + " fi" if rows else "skip"


def _option(when: str, *does: str) -> str:
    """One move."""
    return f":: d_step {{ {when} -> {'; '.join(does)}; assert(clock >= 0) }}"
