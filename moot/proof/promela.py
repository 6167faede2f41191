"""The control model of a case for SPIN, an independent model checker.

Written from the rules (design, section 3) and the case: its points, heads, questions, costs and guards. Nothing here looks
at :class:`~moot.round.rules.Rules` or at the explored graph, so that two accounts of the rules can be held against each
other. One process, one ``do``, one ``d_step`` a move; the variables are the control content and nothing else, so SPIN
stores a state for each of ours and :data:`EXTRA_STATES` more, and takes as many steps as there are moves and
:data:`EXTRA_TRANSITIONS` more.

Compile without reductions and without lossy storage::

    spin -a case.pml && gcc -O2 -DNOREDUCE -DSAFETY -DMEMLIM=4096 -o pan pan.c && ./pan -m1000
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from moot.bench.persona import Bench
from moot.case import Answer, Case, Guard, Point, Question, Side
from moot.round.clock import answer_cost, ask_cost, first_half, point_cost, roadmap_cost
from moot.round.eligible import may_ask
from moot.round.formats import TICKS_A_MINUTE, Format, get_format

__all__ = ["EXTRA_STATES", "EXTRA_TRANSITIONS", "promela"]

EXTRA_STATES = 2
"""States that SPIN stores and we do not count: its process at its end, the case decided, and then gone."""

EXTRA_TRANSITIONS = 3
"""Steps that SPIN counts and we do not: to the first state, and the two by which its process ends."""

_TURNS = ("P", "R", "B")


def promela(case: Case, format: str | Format | None = None, bench: Bench | None = None) -> str:
    """The model as Promela text. Given a bench, only the questions that someone on it may ask."""
    return _Model(case, get_format(format or case.argument), bench).text()


class _Model:
    """Writes one model. Numbers of things begin at 1; nought is none."""

    def __init__(self, case: Case, form: Format, bench: Bench | None) -> None:
        self.case, self.form = case, form
        self.eligible = may_ask(case, bench) if bench is not None else None
        self.heads = {head.id: n + 1 for side in Side for n, head in enumerate(case.heads_of[side])}
        self.points = {point.id: n + 1 for n, point in enumerate(case.points)}
        groups = (*(case.points_under[head.id] for head in case.heads), case.rebuttals)
        self.bit = {point.id: 1 << n for group in groups for n, point in enumerate(group)}
        self.asked = {question.id: n for point in case.points for n, question in enumerate(point.walk())}
        self.flags = self._flags()

    # -- what is remembered ------------------------------------------------------------------------------------------

    def _flags(self) -> dict[frozenset[str], list[Point]]:
        """Each thing that something later asks about, with the points under which it is asked about."""
        readers: dict[frozenset[str], list[Point]] = {}
        for point in self.case.points:
            if point.rebuttal:
                readers.setdefault(self._replied(point), []).append(point)
            guards = [*point.when]
            for question in point.walk():
                guards += question.when
                for answer in question.answers:
                    guards += answer.when
            for guard in guards:
                readers.setdefault(frozenset({guard.said}), []).append(point)
        return readers

    def _replied(self, point: Point) -> frozenset[str]:
        """Any of these, once said, opens the rebuttal."""
        said: set[str] = set()
        for id in point.replies_to:
            said |= {under.id for under in self.case.points_under[id]} if id in self.case.head else {id}
        return frozenset(said)

    def _mask(self, said: frozenset[str]) -> int:
        return 1 << list(self.flags).index(said)

    def _raised(self, id: str) -> int:
        return sum(self._mask(said) for said in self.flags if id in said)

    def _true(self, guards: Iterable[Guard]) -> list[str]:
        """The guards as conditions on `flags`."""
        return [f"{'' if guard.wanted else '!'}(flags & {self._mask(frozenset({guard.said}))})" for guard in guards]

    def _may_come(self, point: Point) -> str:
        """When the point, or a question under it, may still come up: what keeps a flag that it reads."""
        turn = _turn(point)
        bit = self.bit[point.id]
        mine = f"(!(said & {bit}) || (point == {self.points[point.id]} && (bench || pending)))"
        if turn == "B":
            return f"(phase < B_SUB && reserve) || (phase <= B_ASK && phase >= B_SUB && {mine})"
        head = self.heads[point.head or ""]
        under = f"(left & {1 << (head - 1)}) || (head == {head} && {mine})"
        here = f"phase >= {turn}_SUB && phase <= {turn}_ASK"
        return f"phase < {turn}_SUB || ({here} && ({under}))"

    # -- moves -------------------------------------------------------------------------------------------------------

    def _roadmaps(self) -> Iterator[str]:
        cost = roadmap_cost(self.case, self.form)
        for turn, side in (("P", Side.PETITIONER), ("R", Side.RESPONDENT)):
            heads = [self.heads[head.id] for head in self.case.heads_of[side]]
            sizes = (2, 3) if len(heads) > 1 else (1,)
            keeps = [minutes * TICKS_A_MINUTE for minutes in self.form.reserves] if turn == "P" else [0]
            for first, *rest in (order for size in sizes for order in permutations(heads, size)):
                left = sum(1 << (head - 1) for head in rest)
                for keep in keeps:
                    kept = f"reserve = {keep}; " if turn == "P" else ""
                    does = f"{kept}phase = {turn}_SUB; head = {first}; left = {left}"
                    yield self._move([f"phase == {turn}_ROAD"], does, turn, cost + keep)

    def _counsel(self) -> Iterator[str]:
        for point in self.case.points:
            turn, number, bit = _turn(point), self.points[point.id], self.bit[point.id]
            first = first_half(point_cost(point, self.case, self.form))
            second = point_cost(point, self.case, self.form) - first
            head = self.heads[point.head] if point.head else 0
            lectern = [f"phase == {turn}_SUB", "!bench", f"head == {head}"]
            replied = [f"(flags & {self._mask(self._replied(point))})"] if point.rebuttal else []
            raised = self._raised(point.id)
            yield self._move(
                [*lectern, f"!(said & {bit})", *self._true(point.when), *replied],
                f"flags = flags | {raised}; bench = 1; said = said | {bit}; point = {number}; cut = 0; "
                f"menu = {self._menu(point.questions)}",
                turn,
                first,
            )
            yield self._move(
                [f"phase == {turn}_SUB", "!bench", "cut", f"point == {number}"], "point = 0; cut = 0", turn, second
            )
            yield self._move(
                [f"phase == {turn}_SUB", "bench", "!cut", f"point == {number}"],
                "bench = 0; menu = 0; point = 0",
                turn,
                second,
            )
        for each in self.case.heads:
            turn, number = each.side.value[0].upper(), self.heads[each.id]
            bit = 1 << (number - 1)
            yield self._move(
                [f"phase == {turn}_SUB", "!bench", f"(left & {bit})"],
                f"left = left & ~{bit}; head = {number}; said = 0; point = 0; cut = 0",
                turn,
                0,
            )
        for turn in _TURNS:
            yield self._move([f"phase == {turn}_SUB", "!bench"], "clock = 0", turn, 0, ends=True)

    def _bench(self) -> Iterator[str]:
        for point in self.case.points:
            turn, number = _turn(point), self.points[point.id]
            roots = {question.id: n for n, question in enumerate(point.questions)}
            for root, place in roots.items():
                later = point.questions[place + 1 :]
                for question in self.case.questions[root].walk():
                    local = self.asked[question.id]
                    if self.eligible is None or self.eligible[question.id]:
                        cost = ask_cost(question, self.case, self.form)
                        yield self._move(
                            ["bench", f"point == {number}", f"(menu & {1 << local})"],
                            f"phase = {turn}_ASK; bench = 0; cut = 1; menu = 0; pending = {local + 1}; "
                            f"clock = (clock > {cost} -> clock - {cost} : 0)",
                            turn,
                            0,
                        )
                    for answer in question.answers:
                        yield self._answer(point, turn, question, answer, later)
        for turn in _TURNS:
            yield self._move(
                [f"phase >= {turn}_SUB", f"phase <= {turn}_ASK", "bench", "cut"],
                f"phase = {turn}_SUB; bench = 0; menu = 0",
                turn,
                0,
            )

    def _answer(self, point: Point, turn: str, question: Question, answer: Answer, later: tuple[Question, ...]) -> str:
        where = [f"pending == {self.asked[question.id] + 1}", f"point == {self.points[point.id]}"]
        raised = self._raised(answer.id)
        return self._move(
            [*where, *self._true(answer.when)],
            f"flags = flags | {raised}; bench = 1; pending = 0; menu = {self._menu((*answer.follow_ups, *later))}",
            turn,
            answer_cost(answer, self.case, self.form),
        )

    def _menu(self, questions: Iterable[Question]) -> str:
        """The set of questions the bench may now ask, one bit a question of the point."""
        parts = []
        for question in questions:
            bit = 1 << self.asked[question.id]
            guards = self._true(question.when)
            parts.append(f"({' && '.join(guards)} -> {bit} : 0)" if guards else str(bit))
        return " | ".join(parts) or "0"

    def _move(self, when: list[str], does: str, turn: str, spends: int, *, ends: bool = False) -> str:
        """One move. What it spends is taken off the clock; at nought the red light ends the turn."""
        body = [does.replace("flags = flags | 0; ", "")]
        if ends:
            body.append(f"END_{turn}")
        elif spends:
            body.append(f"if :: clock > {spends} -> clock = clock - {spends} :: else -> END_{turn} fi")
        if self.flags:
            body.append("DROP")
        body.append("assert(clock >= 0)")
        return f":: d_step {{ {' && '.join(when)} -> {'; '.join(body)} }}"

    # -- the text ----------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The whole model."""
        widest = max((sum(1 for _ in point.walk()) for point in self.case.points), default=0)
        rows = [
            f"/* {self.case.id}, {self.form.id}: the control model of the argument, written by moot from the rules. */",
            "#define P_ROAD 0",
            "#define P_SUB 1",
            "#define P_ASK 2",
            "#define R_ROAD 3",
            "#define R_SUB 4",
            "#define R_ASK 5",
            "#define B_SUB 6",
            "#define B_ASK 7",
            "#define DECIDED 8",
            "",
            "byte phase = P_ROAD;    /* whose turn at the lectern, and whether a question was asked on this point */",
            f"short clock = {self.form.ticks};      /* ticks left to whoever speaks */",
            "short reserve;          /* ticks kept for rebuttal */",
            "byte left, head, said;  /* heads announced and not opened; the current one; its points begun, a bit each */",
            "byte point;             /* the point under question or broken into */",
            "bit bench, cut;         /* the bench is to move; the other half may still be said */",
            f"{'int' if widest > 14 else 'short'} menu;              /* what the bench may ask, a bit for each question of the point */",
            "byte pending;           /* the question to be answered */",
            f"{'int' if len(self.flags) > 14 else 'short'} flags;             /* what was said that something later asks about */",
            "",
            "#define CLEAR left = 0; head = 0; said = 0; point = 0; bench = 0; cut = 0; menu = 0; pending = 0",
            f"#define END_P CLEAR; phase = R_ROAD; clock = {self.form.ticks}",
            "#define END_R CLEAR; phase = (reserve -> B_SUB : DECIDED); clock = reserve"
            + ("; flags = (reserve -> flags : 0)" if self.flags else ""),
            "#define END_B CLEAR; phase = DECIDED; reserve = 0; clock = 0" + ("; flags = 0" if self.flags else ""),
            "",
        ]
        if self.flags:
            kept = [
                f"(({' || '.join(dict.fromkeys(self._may_come(point) for point in readers))}) -> {self._mask(said)} : 0)"
                for said, readers in self.flags.items()
            ]
            rows += ["#define DROP flags = flags & (" + " | ".join(kept) + ")", ""]
        rows += ["active proctype argument() {", "do"]
        rows += [*self._roadmaps(), *self._counsel(), *self._bench()]
        rows += [":: phase == DECIDED -> break", "od", "}", ""]
        return "\n".join(rows)


def _turn(point: Point) -> str:
    return "B" if point.rebuttal else "P" if point.side is Side.PETITIONER else "R"
