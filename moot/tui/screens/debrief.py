"""The debrief: the result beside the real one, the marks, the ballots, what came after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from moot.case import Side, Treatment
from moot.case.speech import opening
from moot.round import moves
from moot.score import Item, Loss, ballot, marks, result
from moot.sitting.spoken import judge_title, mark_voice, what_was_said
from moot.tui.screens.reading import ReadingScreen
from moot.tui.screens.ruling import WhyScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.banner import ink_of
from moot.tui.widgets.pages import Page

__all__ = ["DebriefScreen"]

_GLYPH = {
    Treatment.ADOPTED: ("✓", Ink.GOOD),
    Treatment.ACCEPTED_IN_PART: ("◐", Ink.GOOD),
    Treatment.REJECTED: ("✗", Ink.BAD),
    Treatment.FORECLOSED: ("■", Ink.BAD),
    Treatment.RESERVED: ("…", Ink.WARN),
    Treatment.NOT_REACHED: ("–", Ink.QUIET),
}


class DebriefScreen(ReadingScreen):
    """Three separate things, a page each, and the later history."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "why", "why"),
        Binding("r", "ruling", "ruling"),
        Binding("n", "again", "new sitting"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.round = sitting.session.round
        outcome = self.round.outcome()
        assert outcome is not None
        self.ruling = outcome.ruling

    def heading(self) -> Content:
        """The case."""
        return words(("Debrief", Ink.TITLE), (f"   {self.round.case.caption}", Ink.QUIET))

    def pages(self) -> Sequence[Page]:
        """Ballot first: it is what counsel can change."""
        mine = self.sitting.sides
        return [
            Page("ballot", "Ballot", lambda: self._ballots(mine)),
            Page("marks", "Marks", lambda: self._marks(mine)),
            Page("result", "Result", self._result),
        ]

    def _ballots(self, sides: Sequence[Side]) -> list[Shown]:
        rows: list[Shown] = [words(("The advocacy, out of a hundred, blind to who won.", Ink.ASIDE))]
        for side in (*sides, *(side for side in Side if side not in sides)):
            card = ballot(self.round, side)
            party = self.round.case.party(side)
            who = words((party.counsel, ink_of(side)), (f" for {party.called}", Ink.QUIET))
            rows += [EMPTY, words(who, "   ", (card.told, Ink.STRONG)), EMPTY]
            for item in card.items:
                rows.append(_item(item))
                if side in sides:
                    rows += [self._loss(loss) for loss in item.losses]
        return rows

    def _loss(self, loss: Loss) -> Shown:
        """What was lost, at which move, and why."""
        what = self._move(loss.ply) if loss.ply else loss.move
        return Hanging(
            words((f"  −{float(loss.points):.1f}", Ink.BAD)),
            [words((f"move {loss.ply}, ", Ink.QUIET), what, (f": {loss.why}", Ink.QUIET))],
            indent=8,
        )

    def _move(self, ply: int) -> str:
        """A move in words: enough of them to know it again."""
        match self.round.line[ply - 1]:
            case moves.Answer(answer=id):
                return f"“{opening(what_was_said(self.round.case, id).strip('“”'), 9)}”"
            case moves.Plead(point=id):
                return self.round.case.point[id].title
            case moves.Roadmap():
                return "your roadmap"
            case moves.Turn(head=head):
                return f"turning to: {self.round.case.head[head].title}"
            case moves.Sit():
                return "sitting down"
            case move:
                return str(move)

    def _marks(self, sides: Sequence[Side]) -> list[Shown]:
        rows: list[Shown] = [words(("What you said, against the opinions really written.", Ink.ASIDE))]
        said = ""
        for mark in marks(self.round):
            if mark.side not in sides:
                continue
            if mark.said != said:
                said = mark.said
                rows += [EMPTY, Hanging(EMPTY, [words((what_was_said(self.round.case, said), Ink.STRONG))], indent=0)]
            glyph, ink = _GLYPH[mark.treatment]
            who = judge_title(self.round.bench, mark.author)
            head = words((f"{who}: {mark.treatment.value}. ", ink), mark_voice(self.round, mark))
            if mark.treatment is Treatment.NOT_REACHED:
                tail = words((mark.reason, Ink.QUIET))
            else:
                tail = words((f"“{mark.quote}”", Ink.QUOTE), (f" ({mark.pin})", Ink.QUIET))
            rows.append(Hanging(words((f" {glyph}", ink)), [head, tail], indent=4))
        return rows

    def _result(self) -> list[Shown]:
        compared = result(self.ruling)
        case = self.round.case
        rows: list[Shown] = [words("Here: ", (compared.here.value, Ink.STRONG))]
        if compared.really is not None:
            rows.append(words("Really: ", (compared.really.value, Ink.STRONG)))
            rows.append(EMPTY)
        for role in compared.roles:
            same = role.here == role.really
            name = judge_title(self.ruling.bench, role.judge)
            text = role.here if same else f"{role.here}; really {role.really}"
            mark = ("✓", Ink.GOOD) if same else ("≠", Ink.WARN)
            rows.append(Hanging(words(mark), [words((f"{name}: ", Ink.STRONG), text)], indent=2))
        rows.append(EMPTY)
        for one in compared.holdings:
            if one.here and one.really:
                issue = case.issue[one.issue]
                same = one.here == one.really
                held = [words((issue.question, Ink.STRONG)), words(issue.position(one.here).text)]
                if not same:
                    held.append(words(("Really: ", Ink.QUIET), issue.position(one.really).text))
                rows.append(Hanging(words(("✓", Ink.GOOD) if same else ("≠", Ink.WARN)), held, indent=2))
        if case.aftermath:
            rows += [EMPTY, words(("Afterwards", Ink.TITLE))]
            rows += [Hanging(EMPTY, [words(line)], indent=0) for line in case.aftermath]
        rows += [EMPTY, words((f"Kept in {self.sitting.path}", Ink.QUIET))]
        return rows

    def action_why(self) -> None:
        """The reasons, a judge a page."""
        self.app.push_screen(WhyScreen(self.sitting))

    def action_ruling(self) -> None:
        """Back to the ruling."""
        self.app.to_ruling()  # type: ignore[attr-defined]

    def action_again(self) -> None:
        """Another sitting."""
        self.app.to_choices()  # type: ignore[attr-defined]


_ITEMS = {
    "answers": "Answering questions",
    "authority": "Authority and record",
    "structure": "Roadmap and resuming",
    "candour": "Candour and concessions",
    "time": "Time and rebuttal",
}


def _item(item: Item) -> Shown:
    """One item of a ballot, with its bar."""
    name = f"{_ITEMS.get(item.name, item.name):28}"
    if not item.opportunities:
        return words(name, (" no occasion: shared out over the others", Ink.QUIET))
    full = round(float(item.earned / item.out_of) * 20)
    figures = f"{float(item.earned):5.1f} of {float(item.out_of):4.1f}  "
    return words(name, figures, ("█" * full, Ink.KEY), ("░" * (20 - full), Ink.QUIET))
