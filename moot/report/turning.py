"""What a vote turned on, in sentences for people: no ids and no figures.

Every sentence reads a :class:`~moot.bench.explaining.turning.Turning`, which was found by judging again what would have been heard.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from moot.bench.explaining.changes import Change, ChangeKind
from moot.bench.explaining.turning import Effect, Hinge, Turning
from moot.bench.ruling import Ruling
from moot.case import Side
from moot.case.language.naming import called, known_as
from moot.opinion.prose.grammar import cap, count, joined, mid, possessive, would
from moot.round import moves
from moot.round.round import Round
from moot.sitting.words.spoken import judge_title

__all__ = ["Teller", "askers"]

_NOTHING = "No one thing that was said decided the vote: with any of it taken back, the vote is the same."

_WORDS = 14
"""Words of an answer that are quoted in a sentence."""

_NARROW = 6
"""An answer found by a margin of this or less was found narrowly."""

_PARTS = ((3, "a little"), (5, "about a third"), (7, "about half"), (10, "most"), (12, "nearly all"))
"""How much of a gap is closed, in words, up to so many twelfths of it."""


def askers(round: Round) -> dict[str, str]:
    """Who put each question on this line: question to judge."""
    return {
        move.question: move.by or round.askers(move.question)[0] for move in round.line if isinstance(move, moves.Ask)
    }


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the turnings of one sitting. ``human`` is the side spoken to as "you", or None; ``decided`` whether it is over."""

    ruling: Ruling
    asked: Mapping[str, str]
    human: Side | None
    decided: bool

    def _favored(self) -> str:
        return self.ruling.case.below.tie_goes_to

    def summary(self, turnings: tuple[Turning, ...]) -> str:
        """The whole bench in a sentence or two; ``turnings`` are in order, the nearest to moving first."""
        won = self.ruling.case.below.won
        winner = won.other if self.ruling.disposition.disturbs else won
        votes = sum(each.side is winner for each in turnings)
        tally = f"{votes} to {len(turnings) - votes}"
        if not self.decided:
            first = f"As the bench leans now, the vote would be {tally} for {self._them(winner)}."
        elif self.human is None:
            first = f"{cap(self._name(winner))} won, {tally}: {self.ruling.disposition}."
        else:
            first = f"You {'won' if self.human is winner else 'lost'}, {tally}: {self.ruling.disposition}."
        nearest = turnings[0]
        if len(turnings) < 2 or not nearest.hinges:
            return first
        verb = "Nearest to moving" if self.decided else "Nearest to changing"
        on = self._question(nearest.hinges[0])
        return _stopped(f"{first} {verb}: {self._judge(nearest)}, on {on}")

    def paragraph(self, turning: Turning, spare: Collection[str] = ()) -> str:
        """One judge: the questions that decided the vote, what turned it, and what would have moved the judge.

        Without the sentences to ``spare``, which are told of several judges together.
        """
        last = (self._further(turning), self._turned(turning), self._unsaid(turning))
        told = [text for text in last if text and text not in spare]
        return " ".join((self._headline(turning), self._finding(turning), *told))

    def together(self, turnings: Sequence[Turning]) -> dict[str, str]:
        """What is the same of several judges: the sentence that each would be told, and one that names them all."""
        whose: dict[str, list[Turning]] = {}
        more: dict[tuple[str, ...], list[Turning]] = {}
        for each in turnings:
            whose.setdefault(self._turned(each), []).append(each)
            whose.setdefault(self._unsaid(each), []).append(each)
            more.setdefault(tuple(hinge.issue for hinge in each.hinges[1:]), []).append(each)
        found = {text: self._of_all(text, several) for text, several in whose.items() if len(several) > 1}
        for issues, several in more.items():
            if issues and len(several) > 1:
                found |= dict.fromkeys(map(self._further, several), self._further_of_all(several))
        return found

    def _of_all(self, text: str, turnings: Sequence[Turning]) -> str:
        every = len(turnings) == len(self.ruling.bench.judges)
        if text == _NOTHING:
            whose = (
                "any of the votes" if every else f"the vote of {joined([self._judge(each) for each in turnings], 'or')}"
            )
            return f"No one thing that was said decided {whose}: with any of it taken back, each vote is the same."
        names = "every judge" if every else joined([self._judge(each) for each in turnings])
        return f"With {names}, {mid(self.ruling.case, text)}"

    def _further_of_all(self, turnings: Sequence[Turning]) -> str:
        """What else would have had to change for several votes, with what is true of it in all of them."""
        told = []
        for hinges in zip(*(each.hinges[1:] for each in turnings), strict=True):
            apart = {self._apart(each, hinge) for each, hinge in zip(turnings, hinges, strict=True)}
            told.append(self._question(hinges[0]) + (apart.pop() if len(apart) == 1 else ""))
        every = len(turnings) == len(self.ruling.bench.judges)
        whose = "every vote" if every else f"the votes of {joined([self._judge(each) for each in turnings])}"
        return _stopped(
            f"For {whose}, {self._had_to_change(len(told))} besides the one that is told of each: {joined(told)}"
        )

    def thing(self, change: Change) -> str:
        """Something said or left unsaid, as "your answer to Justice Scalia (“It can, if …”)"."""
        case, id = self.ruling.case, change.said
        whose = self._whose(change.side)
        if id in case.point:
            return f"{whose} point {known_as(case, id)}"
        kind = "concession" if case.answers[id].concedes is not None else "answer"
        return f"{whose} {kind}{self._to(id)} ({known_as(case, id, _WORDS)})"

    def because(self, turning: Turning) -> str:
        """What decided a vote, as the end of a sentence after a comma; nothing where no single thing did."""
        flips = [effect for effect in turning.turned if effect.flips]
        found = flips[0] if flips else _carrier(turning, turning.hinges[0]) if turning.hinges else None
        if found is None:
            return ""
        return f", {self._by(turning, found, turning.hinges[0].issue if turning.hinges else '')} {self.thing(found.change)}"

    def _by(self, turning: Turning, found: Effect, issue: str) -> str:
        """How what was said stands to the answer found: it carried it only if it argues that issue for the side that has the vote."""
        argument = self.ruling.case.arguments.get(found.change.said)
        argued = argument is not None and any(ref.issue == issue for ref in argument.urges)
        return "carried by" if argued and found.change.side is turning.side else "after"

    def instead(self, turning: Turning) -> str:
        """What the side that did not get the vote could have said to move the judge, in a sentence."""
        return self._unsaid(turning)

    # -- sentences -----------------------------------------------------------------------------------------------------

    def _headline(self, turning: Turning) -> str:
        """Who has the vote, and the first question that decided it."""
        judge = self._judge(turning)
        on = f" on {self._question(turning.hinges[0])}" if turning.hinges else ""
        if not self.decided:
            if self.human is None:
                where = f"to {self._name(turning.side)}"
            else:
                where = "to you" if turning.side is self.human else "against you"
            return _stopped(f"{judge} leans {where}{on}")
        if self.human is None:
            return _stopped(f"{cap(self._name(turning.side))} won {judge}{on}")
        return _stopped(f"You {'won' if turning.side is self.human else 'lost'} {judge}{on}")

    def _finding(self, turning: Turning) -> str:
        """What was found on that question, over what, and what carried it where one thing did."""
        if not turning.hinges:
            return f"The decision tree of this case has no way to a vote for {self._them(turning.side.other)}."
        first = turning.hinges[0]
        found, other = self._text(first.issue, first.found), self._text(first.issue, first.rival)
        narrowly = ", narrowly" if first.open and 0 < first.support - first.against <= _NARROW else ""
        text = f"The answer found{narrowly}: {found}, not {other}"
        if not first.open:
            text += f", which was not open: {self._them(turning.side.other)} had not carried it at the lectern"
        elif first.support == first.against:
            favored = self.ruling.case.issue[first.issue].position(first.found).favors
            below = favored is self.ruling.case.below.presumed
            text += f", a tie, which goes to {self._favored() if below else 'the answer listed first'}"
        return _stopped(text + self._carried(turning, first))

    def _further(self, turning: Turning) -> str:
        """What else would have had to change for the vote; nothing where the first question decided it alone."""
        told = [f"{self._question(each)}{self._apart(turning, each)}" for each in turning.hinges[1:]]
        return _stopped(f"For the vote, {self._had_to_change(len(told))}: {joined(told)}") if told else ""

    def _had_to_change(self, many: int) -> str:
        more = "one more answer" if many == 1 else f"{count(many)} more answers"
        return f"{more} {'would have had' if self.decided else 'would have'} to change"

    def _apart(self, turning: Turning, hinge: Hinge) -> str:
        """How a further answer was found, in parentheses: whether narrowly, and what carried it; nothing where there is nothing to say."""
        told = ("narrow" if hinge.margin <= _NARROW else "") + self._carried(turning, hinge)
        return f" ({told.removeprefix(', ')})" if told else ""

    def _carried(self, turning: Turning, hinge: Hinge) -> str:
        """What carried a finding, after a comma; nothing where no single thing did, or where it is told with the vote."""
        found = None if turning.turned and turning.turned[0].flips else _carrier(turning, hinge)
        if found is None:
            return ""
        return f", {self._by(turning, found, hinge.issue)} {self.thing(found.change)}"

    def _turned(self, turning: Turning) -> str:
        """What turned the vote."""
        flips = [effect for effect in turning.turned if effect.flips]
        if not flips:
            return _NOTHING
        first, judge = flips[0], self._judge(turning)
        thing, vote = self.thing(first.change), self._vote(first)
        issue = first.changed[0].issue if first.changed else turning.hinges[0].issue
        if issue != turning.hinges[0].issue:
            vote += f", because of the answer to {self._question_of(issue)}"
        if first.change.side is turning.side:
            text = _stopped(f"What carried it was {thing}; without it {judge} {vote}")
        elif self._concedes(first.change):
            text = f"It came after {thing}; restoring what it gave up {self._back(turning, judge)}."
        else:
            text = _stopped(f"It came after {thing}; without it {judge} {vote}")
        if more := len(flips) - 1:
            text += f" The same is true of {count(more)} other {'thing' if more == 1 else 'things'} said."
        return text

    def _unsaid(self, turning: Turning) -> str:
        """What the side that did not get the vote could have said to move the judge."""
        loser, judge = turning.side.other, self._judge(turning)
        if turning.unsaid:
            return self._would(turning, turning.unsaid[0])
        by_itself = (
            f"Nothing else that {self._them(loser)} could {'have said' if self.decided else 'say'} would by itself"
        )
        change = "have changed" if self.decided else "change"
        if turning.closest is None:
            return f"{by_itself} {'have brought' if self.decided else 'bring'} {judge} closer."
        closed = f"{'would have closed' if self.decided else 'would close'} {_part(turning)} of the gap"
        return f"{by_itself} {change} any of this. {_stopped(self._other(turning.closest.change, closed))}"

    def _would(self, turning: Turning, effect: Effect) -> str:
        """What one thing more, or another answer, would have done."""
        would = "would have" if self.decided else "would"
        if effect.flips:
            result = f"{would} won the vote" if self.decided else f"{would} win the vote"
        else:
            issue, _, after = effect.changed[0]
            on = "" if issue == turning.hinges[0].issue else f" to {self._question_of(issue)}"
            change = "changed" if self.decided else "change"
            result = f"{would} {change} the answer{on} to {self._text(issue, after)}, but not the vote"
        return _stopped(self._other(effect.change, result))

    def _other(self, change: Change, result: str) -> str:
        """What could have been said, and what that would have done."""
        case, whose = self.ruling.case, self._whose(change.side)
        if change.kind is ChangeKind.ANSWERED:
            old, new = (known_as(case, id, _WORDS) for id in (change.said, change.instead))
            return f"Another answer{self._to(change.said)} {result}: {new}, in place of {whose} {old}"
        if change.kind is ChangeKind.FINISHED:
            return f"{cap(whose)} point {known_as(case, change.said)}, which was cut short, {result} if finished"
        return f"The point {known_as(case, change.said)}, which {self._them(change.side)} left unsaid, {result}"

    # -- words ---------------------------------------------------------------------------------------------------------

    def _vote(self, effect: Effect) -> str:
        verb = would(effect.vote)
        return f"would have voted to {verb}" if self.decided else f"would vote to {verb}"

    def _back(self, turning: Turning, judge: str) -> str:
        loser = turning.side.other
        back = f"{judge} back" if self.human is loser else f"{judge} to {self._name(loser)}"
        return f"would have brought {back}" if self.decided else f"would bring {back}"

    def _concedes(self, change: Change) -> bool:
        given = self.ruling.case.answers.get(change.said)
        return given is not None and given.concedes is not None

    def _to(self, answer: str) -> str:
        asker = self.asked.get(self.ruling.case.question_of[answer].id)
        return f" to {judge_title(self.ruling.bench, asker)}" if asker else ""

    def _judge(self, turning: Turning) -> str:
        return judge_title(self.ruling.bench, turning.judge)

    def _name(self, side: Side) -> str:
        return called(self.ruling.case.party(side))

    def _them(self, side: Side | None) -> str:
        return "you" if side is None or side is self.human else self._name(side)

    def _whose(self, side: Side) -> str:
        return "your" if side is self.human else possessive(self._name(side))

    def _question(self, hinge: Hinge) -> str:
        return self._question_of(hinge.issue)

    def _question_of(self, issue: str) -> str:
        return f"“{self.ruling.case.issue[issue].question}”"

    def _text(self, issue: str, position: str) -> str:
        return f"“{self.ruling.case.issue[issue].position(position).text.rstrip('.')}”"


def _part(turning: Turning) -> str:
    """How much of what there was to make up the closest change makes up, in words."""
    assert turning.closest is not None
    twelfths = 12 * (turning.distance - turning.closest.distance) // turning.distance
    return next(words for most, words in _PARTS if twelfths < most or most == 12)


def _stopped(text: str) -> str:
    """The text with a stop, unless a quoted question ends it."""
    return text if text.endswith(("?”", ".”", "!”")) else f"{text}."


def _carrier(turning: Turning, hinge: Hinge) -> Effect | None:
    """The thing said without which this question would have been answered otherwise; of several the one that matters most."""
    return next((each for each in turning.turned if any(one.issue == hinge.issue for one in each.changed)), None)
