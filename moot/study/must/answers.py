"""Each property of `must` answered: what was proved, by what, and the line that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from moot.bench.persona import Bench
from moot.case import Case, ConcessionKind, PositionRef
from moot.case.must import CanWin, NeverCarries, Property, Reaches
from moot.proof.dead import Reachable
from moot.proof.reference.compile import TooLarge, UnsupportedRules, allowed_transitions
from moot.round import moves
from moot.round.formats import Format
from moot.round.moves import Move
from moot.round.rules import Rules, rules_for
from moot.study.must.pressing import PressedEnd, pressed_lines
from moot.study.must.reaching import RulesWithout, reached
from moot.study.must.relevant import line_to_question
from moot.study.must.votes import Possible, every_ending, holds_at, possible

__all__ = ["PropertyAnswer", "answer_properties"]

PropertyVerdict = Literal["PROVED", "REFUTED", "UNDECIDED"]

_TRIES = 40
"""How many lines are tried before it is said that none was found."""

_LISTED = 6
"""How many questions a reason lists by name."""


@dataclass(frozen=True)
class PropertyAnswer:
    """What was found of one property. ``reason`` says by what it was decided, or what stands in the way.

    ``line`` is a line that ``shows`` it: the votes won, the counterexample, how a question is reached all the same. It is empty
    where there is none to show.
    """

    property: Property
    verdict: PropertyVerdict
    reason: str
    line: tuple[Move, ...] = ()
    shows: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As `moot check --json` prints it."""
        return {
            "property": str(self.property),
            "verdict": self.verdict,
            "reason": self.reason,
            "line": [str(move) for move in self.line],
            "shows": self.shows,
        }


def answer_properties(case: Case, bench: Bench, format: str | Format | None = None) -> tuple[PropertyAnswer, ...]:
    """Answer every property that the case asks for, before this bench, in the order of the file."""
    asked = _Asked(case, bench, rules_for(case, format))
    return tuple(asked.answer(each) for each in case.must)


class _Asked:
    """A case and a bench, with what several properties need worked out once."""

    def __init__(self, case: Case, bench: Bench, rules: Rules) -> None:
        self.case, self.bench, self.rules = case, bench, rules
        self.successors = allowed_transitions(rules, case, bench)

    @cached_property
    def said(self) -> Reachable | None:
        """What can be said on some line; None where not every line can be covered."""
        try:
            return reached(self.rules, self.bench)
        except (TooLarge, UnsupportedRules):
            return None

    def answer(self, wish: Property) -> PropertyAnswer:
        """The answer to one property."""
        if isinstance(wish, Reaches):
            return self._reaches(wish)
        if self.said is None:
            return PropertyAnswer(
                wish, "UNDECIDED", "the case is past a limit of the proof, so not every line was covered"
            )
        if isinstance(wish, CanWin):
            return self._can_win(wish, self.said)
        return self._never_carries(wish, self.said)

    # -- votes -------------------------------------------------------------------------------------------------------

    def _can_win(self, wish: CanWin, said: Reachable) -> PropertyAnswer:
        disturbs = wish.side is not self.case.below.won
        bounds = possible(self.case, self.bench, said)
        most = sum(any(vote.disturbs is disturbs for vote in votes) for votes in bounds.votes.values())
        wanted = frozenset(
            node.disposition
            for node in self.case.tree.nodes
            if node.disposition is not None and node.disposition.disturbs is disturbs
        )
        best = -1
        line: tuple[Move, ...] = ()
        for tried, position in pressed_lines(
            self.rules, self.successors, self.bench, PressedEnd(wanted, None, wish.side), tries=_TRIES
        ):
            shown, won = holds_at(self.case, self.bench, wish, position.heard)
            if won > best:
                best, line = won, tried
            if shown:
                return PropertyAnswer(wish, "PROVED", "a line that was played shows it", tried, _votes(wish, won))
        if most < wish.votes:
            reason = f"no line can bring more than {most} of the {len(self.bench.judges)} judges to it, by the bounds on every judge"
            return PropertyAnswer(wish, "REFUTED", reason, line, f"{_votes(wish, best)}, the most that was found")
        whole = every_ending(self.rules, self.successors, lambda heard: holds_at(self.case, self.bench, wish, heard)[0])
        if isinstance(whole, tuple):
            return PropertyAnswer(
                wish, "PROVED", "a line that was played shows it", whole, f"at least {wish.votes} votes"
            )
        if whole is False:
            reason = "every line was played to its ruling, and none brings so many"
            return PropertyAnswer(wish, "REFUTED", reason, line, f"{_votes(wish, best)}, the most that was found")
        reason = f"no line that was tried brings more than {best}, the bounds allow {most}, and there are too many lines to play all"
        return PropertyAnswer(wish, "UNDECIDED", reason, line, f"{_votes(wish, best)}, the most that was found")

    def _never_carries(self, wish: NeverCarries, said: Reachable) -> PropertyAnswer:
        if wish.conceding not in said.answers:
            return PropertyAnswer(wish, "PROVED", f"`{wish.conceding}` is never offered before this bench")
        bounds = possible(self.case, self.bench, said, self._gone(wish, said))
        if not self._may_carry(wish, bounds):
            return PropertyAnswer(
                wish,
                "PROVED",
                "by the bounds on every judge, once what is conceded counts for nothing: too few can hold it",
            )
        found = self._carrying(wish)
        if found:
            return PropertyAnswer(
                wish, "REFUTED", "a line that was played shows it", found, f"`{wish.carried}` carried"
            )
        whole = every_ending(self.rules, self.successors, lambda heard: holds_at(self.case, self.bench, wish, heard)[0])
        if isinstance(whole, tuple):
            return PropertyAnswer(
                wish, "REFUTED", "a line that was played shows it", whole, f"`{wish.carried}` carried"
            )
        if whole is False:
            return PropertyAnswer(wish, "PROVED", "every line was played to its ruling, and it carries on none of them")
        reason = (
            "no line that was tried carries it, the bounds do not rule it out, and there are too many lines to play all"
        )
        return PropertyAnswer(wish, "UNDECIDED", reason)

    def _gone(self, wish: NeverCarries, said: Reachable) -> frozenset[str]:
        """What counts for nothing on every line on which the answer is given.

        A concession of law can be taken back; then what it gave up counts again.
        """
        answer = self.case.answers[wish.conceding]
        gone = set(answer.retracts)
        if answer.concedes is not None:
            undone = any(answer.id in self.case.answers[id].retracts for id in said.answers)
            if answer.concedes.kind is ConcessionKind.FACT or not undone:
                gone |= set(answer.concedes.gives_up)
        return frozenset(gone)

    def _may_carry(self, wish: NeverCarries, bounds: Possible) -> bool:
        """Whether the bounds leave it open that it carries."""
        judges = len(self.bench.judges)
        if wish.position is not None:
            return sum(wish.position in steps for steps in bounds.steps.values()) >= self.bench.majority
        assert wish.disposition is not None
        if not any(wish.disposition in votes for votes in bounds.votes.values()):
            return False
        if not wish.disposition.disturbs:
            # An even division leaves what stands.
            return 2 * sum(wish.disposition in votes for votes in bounds.votes.values()) >= judges
        # A disposition that disturbs what stands may control without a majority of its own, but never without one that disturbs.
        return sum(any(vote.disturbs for vote in votes) for votes in bounds.votes.values()) >= self.bench.majority

    def _carrying(self, wish: NeverCarries) -> tuple[Move, ...]:
        """A line on which the concession is made and yet it carries, if one is found."""
        if wish.position is not None:
            favors = self.case.issue[wish.position.issue].position(wish.position.position).favors
            end = PressedEnd(frozenset(), PositionRef(*wish.position), favors)
        else:
            assert wish.disposition is not None
            won = self.case.below.won
            end = PressedEnd(frozenset({wish.disposition}), None, won.other if wish.disposition.disturbs else won)
        asked = line_to_question(
            self.rules,
            self.successors,
            self.case.question_of[wish.conceding].id,
            lambda state: any(
                isinstance(each.move, moves.GiveAnswer) and each.move.answer == wish.conceding
                for each in self.successors(state)
            ),
        )
        begins = (*asked, moves.GiveAnswer(wish.conceding)) if asked is not None else ()
        for tried, position in pressed_lines(
            self.rules, self.successors, self.bench, end, tries=_TRIES, through=wish.conceding, begins=begins
        ):
            if holds_at(self.case, self.bench, wish, position.heard)[0]:
                return tried
        return ()

    # -- questions ---------------------------------------------------------------------------------------------------

    def _reaches(self, wish: Reaches) -> PropertyAnswer:
        wanted = wish.questions or tuple(id for id, each in self.case.questions.items() if not each.stock)
        try:
            said = reached(RulesWithout(self.case, self.rules.format, wish.without), self.bench)
        except (TooLarge, UnsupportedRules) as why:
            return PropertyAnswer(wish, "UNDECIDED", f"not every line was covered: {why}")
        missing = [id for id in wanted if id not in said.questions]
        if not missing:
            return PropertyAnswer(wish, "PROVED", f"all {len(wanted)} are asked on some line")
        listed = ", ".join(f"`{id}`" for id in missing[:_LISTED])
        more = f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else ""
        reason = f"{listed}{more} never asked of such counsel"
        for id in missing:
            if self.said is not None and id in self.said.questions:
                line = line_to_question(self.rules, self.successors, id)
                if line is not None:
                    return PropertyAnswer(wish, "REFUTED", reason, line, f"`{id}` asked, of counsel who do answer so")
        line = self._nearest(missing[0])
        return PropertyAnswer(
            wish,
            "REFUTED",
            f"{reason}, nor of any other",
            line,
            f"how near `{missing[0]}` a line comes" if line else "",
        )

    def _nearest(self, question: str) -> tuple[Move, ...]:
        """A line to the question that a follow-up follows; for one that follows none, to a question under the same point."""
        case = self.case
        point = case.point_of[question]
        above = [
            other.id
            for other in case.questions.values()
            for answer in other.answers
            if any(each.id == question for each in answer.follow_ups)
        ]
        for id in (*above, *(other.id for other in point.walk())):
            if self.said is not None and id in self.said.questions:
                return line_to_question(self.rules, self.successors, id) or ()
        return ()


def _votes(wish: CanWin, won: int) -> str:
    return f"{won} vote{'s' * (won != 1)} for {wish.side}"
