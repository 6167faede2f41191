"""Draws valid cases of every shape."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from moot.case import (
    Answer,
    Argument,
    Attack,
    Attacking,
    Below,
    Case,
    Concession,
    ConcessionKind,
    Costs,
    Guard,
    Head,
    Manner,
    Modality,
    Party,
    Point,
    PositionRef,
    Purpose,
    Question,
    Reply,
    ReplyKind,
    Scene,
    Side,
    Tone,
    with_consequences,
)
from moot.case.problems import problems
from moot.testing.law_maker import LawMaker, chance
from moot.testing.words import SIDES, SOME

__all__ = ["cases"]


class _CaseMaker:
    """Draws what is said in one valid case; the law is drawn by :class:`~moot.testing.law_maker.LawMaker`. Ids tell what a thing is: ``p1``, ``p1-q2``, ``p1-q2.a``."""

    def __init__(
        self, draw: st.DrawFn, heads: int, points: int, questions: int, replies: int, respondent_replies: int
    ) -> None:
        self.draw = draw
        self.most_heads, self.most_points, self.most_questions = heads, points, questions
        self.most_replies = {Side.PETITIONER: replies, Side.RESPONDENT: respondent_replies}
        self.law = LawMaker(draw)
        self.dials, self.issues = self.law.dials, self.law.issues
        self.refs = [PositionRef(issue.id, position.id) for issue in self.issues for position in issue.positions]
        self.heads: list[Head] = []
        self.points: list[Point] = []
        self.before: list[tuple[Side, str]] = []
        self.arguments: list[tuple[Side, str]] = []
        self.guarded = dict.fromkeys(Side, 0)

    def chance(self, one_in: int) -> bool:
        return chance(self.draw, one_in)

    def scene(self) -> Scene | None:
        """A scene that turns a dial and tests some rule, if there is one."""
        tested = [
            (issue.id, position.id)
            for issue in self.issues
            for position in issue.positions
            if position.rule is not None
        ]
        if not tested or not self.chance(2):
            return None
        dial = self.draw(st.sampled_from(self.dials))
        value = self.draw(st.sampled_from([value for value in dial.values if value != dial.here]))
        offense = st.dictionaries(st.sampled_from(SOME), st.integers(1, 3), max_size=2)
        return Scene(
            self.draw(st.sampled_from(tested)),
            ((dial.id, value),),
            tuple(self.draw(offense).items()),
            tuple(self.draw(offense).items()),
        )

    def reply(self, scene: Scene) -> tuple[Reply | None, Manner]:
        """One of the three replies, or none, and a manner that goes with it."""
        kind = self.draw(st.sampled_from([*ReplyKind, None]))
        if kind is ReplyKind.ACCEPT:
            return Reply(kind, says=self.draw(st.booleans())), self.draw(
                st.sampled_from([Manner.DIRECT, Manner.CONCEDE])
            )
        if kind is ReplyKind.DISTINGUISH:
            return Reply(kind, dial=scene.turns[0][0]), Manner.DISTINGUISH
        if kind is ReplyKind.MODIFY and (rule := self.law.rule()) is not None:
            return Reply(kind, rule=rule), Manner.MODIFY
        return None, Manner.EVADE

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
        scene = self.scene()
        for n in range(self.draw(st.integers(2, 3))):
            answer = f"{id}.{'abc'[n]}"
            follow_ups: tuple[Question, ...] = ()
            if depth and self.chance(4):
                follow_ups = (self.question(f"{id}{'abc'[n]}1", point, side, earlier, depth - 1),)
            own = [*(other for other_side, other in self.before if other_side is side), point]
            reply, manner = self.reply(scene) if scene else (None, self.draw(st.sampled_from(Manner)))
            answers.append(
                Answer(
                    answer,
                    "An answer.",
                    manner,
                    argument=self.argument(answer, side) if not scene and self.chance(4) else None,
                    concedes=self.concession(own) if own and not scene and self.chance(6) else None,
                    reply=reply,
                    retracts=(self.draw(st.sampled_from(own)),) if own and self.chance(8) else (),
                    contradicts=(self.draw(st.sampled_from(own)),) if own and self.chance(6) else (),
                    follow_ups=follow_ups,
                    ticks=self.draw(st.integers(1, 2)),
                    when=self.guards(side, earlier) if n else (),
                )
            )
        if scene and all(answer.reply is None for answer in answers):
            answers[0] = replace(answers[0], reply=Reply(ReplyKind.ACCEPT, says=True), manner=Manner.DIRECT)
        purpose = Purpose.HYPOTHETICAL if scene else self.draw(st.sampled_from(Purpose))
        who = (self.draw(st.sampled_from([*SOME, purpose.value])),) if self.chance(3) else ()
        return Question(
            id,
            "A question?",
            purpose,
            self.draw(st.sampled_from(Tone)),
            tuple(answers),
            who,
            when=when,
            ticks=self.draw(st.integers(1, 2)),
            scene=scene,
        )

    def concession(self, own: list[str]) -> Concession:
        kind = self.draw(st.sampled_from(ConcessionKind))
        # A concession of fact strikes points of either side.
        known = own if kind is ConcessionKind.LAW else [*own, *(id for _, id in self.before)]
        return Concession(kind, "Something.", (self.draw(st.sampled_from(known)),))

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

    def _speaker(self) -> int:
        """Which speaker argues a head: where no case of the test has two speakers, nobody in particular."""
        return self.draw(st.integers(0, 2)) if self.most_replies[Side.RESPONDENT] else 0

    def case(self) -> Case:
        for side in SIDES:
            letter = side.value[0]
            for h in range(self.draw(st.integers(1, self.most_heads))):
                head = Head(f"{letter}h{h}", side, f"Head {h}", self._speaker())
                self.heads.append(head)
                for n in range(self.draw(st.integers(1, self.most_points))):
                    self.points.append(self.point(f"{letter}{h}{n}", side, head.id))
        for side, most in self.most_replies.items():
            theirs = [head.id for head in self.heads if head.side is not side]
            theirs += [point.id for point in self.points if point.side is not side]
            for n in range(self.draw(st.integers(0, most)) if most else 0):
                replies = (self.draw(st.sampled_from(theirs)),)
                self.points.append(self.point(f"{'b' if side is Side.PETITIONER else 's'}{n}", side, None, replies))
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
            below=Below("A court below", "", self.draw(st.sampled_from(SIDES)), "It ruled."),
            petitioner=party,
            respondent=party,
            costs=Costs(roadmap=self.draw(st.integers(1, 2))),
            record=(),
            outside_record=(),
            authorities=(),
            dials=self.dials,
            issues=self.issues,
            tree=self.law.tree(),
            heads=tuple(self.heads),
            points=with_consequences(self.points, self.issues, self.dials),
        )


@st.composite
def cases(
    draw: st.DrawFn, heads: int = 3, points: int = 2, questions: int = 2, replies: int = 2, respondent_replies: int = 0
) -> Case:
    """A small valid case; the numbers are the most of each: heads a side, points a head, questions a point, points of reply.

    With ``respondent_replies`` respondent may reply too, and heads may be given to a speaker.

    Every shape comes up: one head or several, follow-ups, guards, replies, concessions, retractions, attacks, and
    hypotheticals with dials.
    """
    case = _CaseMaker(draw, heads, points, questions, replies, respondent_replies).case()
    assume(not any(problem.severity == "error" for problem in problems(case)))
    return case
