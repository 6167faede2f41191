"""For people who test cases and judges: strategies for Hypothesis, random rounds, and a machine to extend.

Needs the extra ``moot[testing]``. Nothing here reads a file.

::

    from hypothesis import given
    from moot.testing import benches, cases, random_round_test


    @given(cases(), benches())
    def test_mine(case, bench):
        random_round_test(case, bench, rounds=3)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from moot.bench.persona import Bench, Held, Judge, Prices, Voice
from moot.case import (
    PRINCIPLES,
    Answer,
    Argument,
    Attack,
    Attacking,
    Below,
    Case,
    Concession,
    ConcessionKind,
    Costs,
    DecisionTree,
    Disposition,
    Guard,
    Head,
    Issue,
    IssueKind,
    Manner,
    Modality,
    Node,
    Party,
    Point,
    Position,
    PositionRef,
    Purpose,
    Question,
    Side,
    Tone,
)
from moot.case.problems import problems
from moot.round.draw import Dice
from moot.round.formats import Format
from moot.round.moves import Move
from moot.round.round import Round

__all__ = [
    "RoundMachine",
    "benches",
    "cases",
    "formats",
    "hostile_text",
    "judges",
    "lines",
    "random_round_test",
]

_SIDES = (Side.PETITIONER, Side.RESPONDENT)
_SOME = tuple(sorted(PRINCIPLES))[:6]


# -- what a file or a keyboard may hold ----------------------------------------------------------------------------------

_NASTY = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "[@click=app.quit]",
    "[/x]",
    "[sic]",
    "\\[",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u0000",
    "\r",
    "{counsel}",
    "%s",
    "${x}",
    "e\u0301",
    "\U0001f469\u200d\u2696\ufe0f",
    "no",
    "12:30",
    "3.10",
    "[1997] 1 AC",
    "- a: &b *b",
)


def hostile_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Text meant to do harm: escapes, markup, characters that turn writing round, and YAML's traps."""
    piece = st.one_of(st.sampled_from(_NASTY), st.text(max_size=8))
    return st.lists(piece, min_size=1, max_size=8).map(lambda parts: "".join(parts)[:max_size])


# -- judges --------------------------------------------------------------------------------------------------------------


@st.composite
def judges(draw: st.DrawFn, id: str = "judge", seniority: int = 1, chief: bool = False) -> Judge:
    """A judge of any temper."""
    held = draw(st.dictionaries(st.sampled_from(_SOME), st.integers(1, 5), max_size=4))
    price = st.integers(0, 3)
    return Judge(
        id=id,
        name=id.title(),
        title=f"Justice {id.title()}",
        note="Made by chance.",
        seniority=seniority,
        chief=chief,
        receptivity={modality: draw(st.integers(0, 5)) for modality in Modality},
        holds=tuple(Held(name, weight) for name, weight in held.items()),
        purposes={purpose: draw(st.integers(0, 3)) for purpose in Purpose},
        talk=draw(st.integers(0, 10)),
        prices=Prices(*(draw(price) for _ in range(6))),
        voice=Voice(),
    )


@st.composite
def benches(draw: st.DrawFn, largest: int = 4) -> Bench:
    """A bench of one to ``largest`` judges (nine at most), the first of them the chief."""
    count = draw(st.integers(1, largest))
    return Bench("made", "Made by chance", tuple(draw(judges(f"j{n}", n + 1, n == 0)) for n in range(count)))


# -- cases ---------------------------------------------------------------------------------------------------------------


class _Maker:
    """Draws one valid case. Ids tell what a thing is: ``p1``, ``p1-q2``, ``p1-q2.a``."""

    def __init__(self, draw: st.DrawFn, heads: int, points: int, questions: int, rebuttals: int) -> None:
        self.draw = draw
        self.most_heads, self.most_points, self.most_questions = heads, points, questions
        self.most_rebuttals = rebuttals
        self.issues = self._issues()
        self.refs = [PositionRef(issue.id, position.id) for issue in self.issues for position in issue.positions]
        self.heads: list[Head] = []
        self.points: list[Point] = []
        self.before: list[tuple[Side, str]] = []
        self.arguments: list[tuple[Side, str]] = []
        self.guarded = dict.fromkeys(Side, 0)

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(0, one_in - 1)) == one_in - 1

    def _issues(self) -> tuple[Issue, ...]:
        found = []
        for n in range(self.draw(st.integers(1, 3))):
            positions = []
            for p in range(self.draw(st.integers(2, 3))):
                favours = _SIDES[p] if p < 2 else None
                embodies = self.draw(st.dictionaries(st.sampled_from(_SOME), st.integers(1, 3), max_size=2))
                positions.append(Position(f"x{p}", f"Position {p}.", favours, tuple(embodies.items())))
            found.append(Issue(f"i{n}", f"Which, on {n}?", IssueKind.LAW, tuple(positions), claim=self.chance(3)))
        return tuple(found)

    def tree(self) -> DecisionTree:
        """The issues one after another; each position leads on or to a disposition."""
        ends = tuple(Node(f"end{n}", disposition=disposition) for n, disposition in enumerate(Disposition))
        nodes = []
        for n, issue in enumerate(self.issues):
            onward = [f"n{n + 1}"] if n + 1 < len(self.issues) else []
            then = []
            for p, position in enumerate(issue.positions):
                places = onward if onward and p == 0 else [*onward, *(end.id for end in ends)]
                then.append((position.id, self.draw(st.sampled_from(places))))
            nodes.append(Node(f"n{n}", issue.id, tuple(then)))
        return DecisionTree("n0", (*nodes, *ends))

    def argument(self, id: str, side: Side) -> Argument:
        targets = [other for other_side, other in self.arguments if other_side is not side and other != id]
        attacks: tuple[Attack, ...] = ()
        if targets and self.chance(2):
            attacks = (Attack(self.draw(st.sampled_from(Attacking)), self.draw(st.sampled_from(targets))),)
        self.arguments.append((side, id))
        urges = (self.draw(st.sampled_from(self.refs)),)
        return Argument(
            id,
            side,
            self.draw(st.sampled_from(Modality)),
            urges,
            self.draw(st.integers(1, 5)),
            attacks,
            briefed=self.chance(3) and "." not in id,
        )

    def guards(self, side: Side, earlier: list[str]) -> tuple[Guard, ...]:
        """At most one guard, on something that may and need not have come before."""
        known = earlier or [id for _, id in self.before]
        if not known or not self.chance(4) or self.guarded[side] >= 3:
            return ()
        self.guarded[side] += 1
        return (Guard(self.draw(st.sampled_from(known)), wanted=not self.chance(3)),)

    def question(self, id: str, point: str, side: Side, earlier: list[str], depth: int) -> Question:
        when = self.guards(side, earlier)
        answers = []
        for n in range(self.draw(st.integers(2, 3))):
            answer = f"{id}.{'abc'[n]}"
            follow_ups: tuple[Question, ...] = ()
            if depth and self.chance(4):
                follow_ups = (self.question(f"{id}{'abc'[n]}1", point, side, earlier, depth - 1),)
            own = [other for other_side, other in self.before if other_side is side]
            answers.append(
                Answer(
                    answer,
                    "An answer.",
                    self.draw(st.sampled_from(Manner)),
                    argument=self.argument(answer, side) if self.chance(4) else None,
                    concedes=self.concession(own) if own and self.chance(6) else None,
                    retracts=(self.draw(st.sampled_from(own)),) if own and self.chance(8) else (),
                    contradicts=(self.draw(st.sampled_from(own)),) if own and self.chance(6) else (),
                    follow_ups=follow_ups,
                    ticks=self.draw(st.integers(1, 2)),
                    when=self.guards(side, earlier) if n else (),
                )
            )
        purpose = self.draw(st.sampled_from(Purpose))
        who = (self.draw(st.sampled_from([*_SOME, purpose.value])),) if self.chance(3) else ()
        return Question(
            id, "A question?", purpose, self.draw(st.sampled_from(Tone)), tuple(answers), who, when=when, ticks=1
        )

    def concession(self, own: list[str]) -> Concession:
        kind = self.draw(st.sampled_from(ConcessionKind))
        return Concession(kind, "Something.", (self.draw(st.sampled_from(own)),))

    def point(self, id: str, side: Side, head: str | None, replies: tuple[str, ...] = ()) -> Point:
        argument = self.argument(id, side)
        when = self.guards(side, []) if self.chance(2) else ()
        questions: list[Question] = []
        earlier: list[str] = []
        for n in range(self.draw(st.integers(0, self.most_questions))):
            made = self.question(f"{id}-q{n}", id, side, list(earlier), 1)
            questions.append(made)
            earlier += [answer.id for question in made.walk() for answer in question.answers]
        self.before += [(side, id), *((side, answer) for answer in earlier)]
        ticks = self.draw(st.integers(1, 4))
        return Point(id, f"Point {id}", "A speech.", argument, head, tuple(questions), replies, (), ticks, when)

    def case(self) -> Case:
        for side in _SIDES:
            letter = side.value[0]
            for h in range(self.draw(st.integers(1, self.most_heads))):
                head = Head(f"{letter}h{h}", side, f"Head {h}")
                self.heads.append(head)
                for n in range(self.draw(st.integers(1, self.most_points))):
                    self.points.append(self.point(f"{letter}{h}{n}", side, head.id))
        theirs = [head.id for head in self.heads if head.side is Side.RESPONDENT]
        theirs += [point.id for point in self.points if point.side is Side.RESPONDENT]
        for n in range(self.draw(st.integers(0, self.most_rebuttals))):
            replies = (self.draw(st.sampled_from(theirs)),)
            self.points.append(self.point(f"b{n}", Side.PETITIONER, None, replies))
        party = Party("A party", "Counsel", "judgment", "")
        return Case(
            id="made",
            version=1,
            real=False,
            caption="Made v. Made",
            citation="",
            docket="",
            court="A court",
            argued="",
            decided="",
            bench="made",
            argument="quick",
            question_presented="Which?",
            facts="Some facts.",
            below=Below("A court below", "", self.draw(st.sampled_from(_SIDES)), "It ruled."),
            petitioner=party,
            respondent=party,
            costs=Costs(roadmap=self.draw(st.integers(1, 2))),
            record=(),
            outside_record=(),
            authorities=(),
            issues=self.issues,
            tree=self.tree(),
            heads=tuple(self.heads),
            points=tuple(self.points),
        )


@st.composite
def cases(draw: st.DrawFn, heads: int = 3, points: int = 2, questions: int = 2, rebuttals: int = 2) -> Case:
    """A small valid case; the numbers are the most of each: heads a side, points a head, questions a point, rebuttals.

    Every shape comes up: one head or several, follow-ups, guards, rebuttals, concessions, retractions, attacks.
    """
    case = _Maker(draw, heads, points, questions, rebuttals).case()
    from hypothesis import assume

    assume(not any(problem.severity == "error" for problem in problems(case)))
    return case


@st.composite
def formats(draw: st.DrawFn, longest: int = 12) -> Format:
    """A short format: 1 to ``longest`` ticks a side, a reserve of nought or one minute, any pace."""
    ticks = draw(st.integers(1, longest))
    reserves = draw(st.sampled_from([(0,), (0, 1), (1,)]))
    return Format("made", "Made by chance", ticks, reserves, draw(st.integers(1, 2)))


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


# -- whole rounds --------------------------------------------------------------------------------------------------------


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
    every move; let it assert what it likes. The same seed plays the same rounds. A failure prints a script that shows it.
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
