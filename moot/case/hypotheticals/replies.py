"""What a reply to a hypothetical does to the position it tests, worked out from the rule and never authored.

The result of the rule in the scene is computed. If counsel accepts a result that offends a principle, an argument enters
the judges' scales that undermines whatever urges the position: it weighs what the judge's own principles make it weigh. A
distinction stands only where the rule turns on the dial named; a modification only where the new rule escapes the
result without losing the case on this record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from moot.case.argument import Answer, Argument, Attack, Point, Question
from moot.case.hypotheticals.consequence import Concession, Consequence, ReplyOutcome
from moot.case.hypotheticals.dials import Dial, Facts, ReplyKind, Rule, Scene, turned
from moot.case.law import Issue, PositionRef
from moot.case.words import Attacking, ConcessionKind, Modality, Side

__all__ = ["consequence", "with_consequences"]


def consequence(
    scene: Scene, rule: Rule, dials: Mapping[str, Dial], answer: Answer, undecided: Rule | None = None
) -> Consequence:
    """Apply the rule to the scene and see what this answer makes of the result.

    ``undecided`` holds the facts that the court left open: in such a scene the best reply says so, or distinguishes it, and
    nothing offends.
    """
    tests = PositionRef(*scene.tests)
    facts = turned(dials, scene.turns)
    here = turned(dials, ())
    met = rule.met(facts)
    offense = scene.offends(met)
    reply = answer.reply
    if undecided is not None and undecided.met(facts):
        return _undecided(rule, undecided, facts, here, tests, answer)
    if reply is None:
        return Consequence(ReplyOutcome.UNANSWERED, tests, met, offense)
    if reply.kind is ReplyKind.ACCEPT:
        return Consequence(ReplyOutcome.ACCEPTED if reply.says is met else ReplyOutcome.MISREAD, tests, met, offense)
    if reply.kind is ReplyKind.DISTINGUISH:
        assert reply.dial is not None
        back = {**facts, reply.dial: here[reply.dial]}
        if rule.met(back) is met:
            return Consequence(ReplyOutcome.NO_DIFFERENCE, tests, met, offense)
        return Consequence(ReplyOutcome.DISTINGUISHED, tests, met, offense, halved=True)
    assert reply.rule is not None
    now = reply.rule.met(facts)
    if reply.rule.met(here) is not rule.met(here):
        return Consequence(ReplyOutcome.GIVEN_AWAY, tests, met, modified=now)
    caught = scene.offends(now)
    outcome = ReplyOutcome.STILL_CAUGHT if caught else ReplyOutcome.MODIFIED if offense else ReplyOutcome.NEEDLESS
    return Consequence(outcome, tests, met, caught, modified=now)


def _undecided(
    rule: Rule, undecided: Rule, facts: Facts, here: Facts, tests: PositionRef, answer: Answer
) -> Consequence:
    """What a reply does in a scene that the court left open."""
    reply, met = answer.reply, rule.met(facts)
    modified: bool | None = None
    if reply is None:
        outcome = ReplyOutcome.UNANSWERED
    elif reply.kind is ReplyKind.ACCEPT:
        outcome = ReplyOutcome.LEFT_OPEN if reply.says is None else ReplyOutcome.PRESUMED
    elif reply.kind is ReplyKind.DISTINGUISH:
        assert reply.dial is not None
        apart = not undecided.met({**facts, reply.dial: here[reply.dial]})
        outcome = ReplyOutcome.DISTINGUISHED if apart else ReplyOutcome.NO_DIFFERENCE
    else:
        assert reply.rule is not None
        modified = reply.rule.met(facts)
        lost = reply.rule.met(here) is not rule.met(here)
        outcome = ReplyOutcome.GIVEN_AWAY if lost else ReplyOutcome.NEEDLESS
    return Consequence(outcome, tests, met, modified=modified, open=True)


def with_consequences(points: Iterable[Point], issues: Iterable[Issue], dials: Iterable[Dial]) -> tuple[Point, ...]:
    """The points with the consequence of every answer to a scene worked out.

    An answer gets the argument, the concession and the claim too large that follow from it. Where a name leads nowhere the
    answer is left as it is: the checks tell of that.
    """
    return _Worker(tuple(points), tuple(issues), {dial.id: dial for dial in dials}).points()


class _Worker:
    """One case's worth of it."""

    def __init__(self, points: tuple[Point, ...], issues: tuple[Issue, ...], dials: Mapping[str, Dial]) -> None:
        self._points, self._dials = points, dials
        self._rules = {
            (issue.id, position.id): position.rule
            for issue in issues
            for position in issue.positions
            if position.rule is not None and self._known(position.rule)
        }
        self._undecided = {
            (issue.id, position.id): position.open
            for issue in issues
            for position in issue.positions
            if position.open is not None and self._known(position.open)
        }
        arguments = [point.argument for point in points]
        for point in points:
            for question in point.walk():
                arguments += [answer.argument for answer in question.answers if answer.argument is not None]
        self._arguments = arguments

    def _known(self, rule: Rule) -> bool:
        return rule.reads <= self._dials.keys()

    def points(self) -> tuple[Point, ...]:
        return tuple(
            replace(point, questions=tuple(self._question(question, point.side) for question in point.questions))
            for point in self._points
        )

    def _question(self, question: Question, side: Side) -> Question:
        answers = []
        for answer in question.answers:
            below = tuple(self._question(follow_up, side) for follow_up in answer.follow_ups)
            whole = replace(answer, follow_ups=below) if below else answer
            answers.append(self._answer(question.scene, whole, side) if question.scene is not None else whole)
        return replace(question, answers=tuple(answers))

    def _answer(self, scene: Scene, answer: Answer, side: Side) -> Answer:
        rule = self._rules.get(scene.tests)
        if rule is None or not self._answerable(scene, answer):
            return answer
        found = consequence(scene, rule, self._dials, answer, self._undecided.get(scene.tests))
        if found.outcome is ReplyOutcome.GIVEN_AWAY:
            mine = tuple(argument.id for argument in self._urging(found.tests) if argument.side is side)
            what = "the rule argued for, by changing it until it lost"
            found = replace(found, concession=Concession(ConcessionKind.LAW, what, mine))
        argument = answer.argument
        if found.offense and argument is None:
            argument = Argument(
                id=answer.id,
                side=side,
                modality=Modality.PRUDENTIAL,
                urges=(),
                strength=max(much for _, much in found.offense),
                attacks=tuple(Attack(Attacking.UNDERMINE, hit.id) for hit in self._urging(found.tests)),
                offends=found.offense,
                halved=found.halved,
            )
        return replace(
            answer,
            argument=argument,
            concedes=answer.concedes or found.concession,
            overclaims=answer.overclaims or found.outcome is ReplyOutcome.MISREAD,
            consequence=found,
        )

    def _answerable(self, scene: Scene, answer: Answer) -> bool:
        """Whether every dial and value that is named exists."""
        named = [*scene.turns]
        reply = answer.reply
        if reply is not None and reply.dial is not None and reply.dial not in self._dials:
            return False
        if reply is not None and reply.rule is not None and not self._known(reply.rule):
            return False
        return all(dial in self._dials and value in self._dials[dial].values for dial, value in named)

    def _urging(self, tests: PositionRef) -> list[Argument]:
        return [argument for argument in self._arguments if tests in argument.urges]
