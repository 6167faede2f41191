"""The debrief: the result beside the real one, the marks, the ballots, what came after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from moot.case import Side, Treatment
from moot.report.build import report
from moot.report.sway import sway_lines
from moot.report.values import ItemReport, LossReport
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
        self.told = report(sitting.session.round)

    def heading(self) -> Content:
        """The case."""
        return words(("Debrief", Ink.TITLE), (f"   {self.told.caption}", Ink.QUIET))

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
            card = self.told.ballot(side)
            who = words((card.counsel, ink_of(side)), (f" for {card.called}", Ink.QUIET))
            rows += [EMPTY, words(who, "   ", (card.told, Ink.STRONG)), EMPTY]
            rows += [words((f"{each.counsel} alone: {each.told}", Ink.QUIET)) for each in card.speakers]
            for item in card.items:
                rows.append(_item(item))
                if side in sides:
                    rows += [_loss(loss) for loss in item.losses]
        return rows

    def _marks(self, sides: Sequence[Side]) -> list[Shown]:
        rows: list[Shown] = [words(("What you said, against the opinions really written.", Ink.ASIDE))]
        said = ""
        for mark in self.told.marks:
            if mark.side not in sides:
                continue
            if mark.said != said:
                said = mark.said
                rows += [EMPTY, Hanging(EMPTY, [words((mark.words, Ink.STRONG))], indent=0)]
            glyph, ink = _GLYPH[mark.treatment]
            head = words((f"{mark.title}: {mark.treatment.value}. ", ink), mark.voice)
            if mark.treatment is Treatment.NOT_REACHED:
                tail = words((mark.reason, Ink.QUIET))
            else:
                tail = words((f"“{mark.quote}”", Ink.QUOTE), (f" ({mark.pin})", Ink.QUIET))
            rows.append(Hanging(words((f" {glyph}", ink)), [head, tail], indent=4))
        return rows

    def _result(self) -> list[Shown]:
        actual = self.told.actual
        assert actual is not None
        rows: list[Shown] = [words("Here: ", (actual.here.value, Ink.STRONG))]
        if actual.really is not None:
            rows += [words("Really: ", (actual.really.value, Ink.STRONG)), EMPTY]
        human = self.sitting.session.human
        for moved in self.told.sway:
            if human in (None, moved.side):
                rows += [Hanging(EMPTY, [words(line)], indent=0) for line in sway_lines(moved, human)] + [EMPTY]
        for role in actual.roles:
            text = role.here if role.same else f"{role.here}; really {role.really}"
            rows.append(Hanging(words(_same(role.same)), [words((f"{role.title}: ", Ink.STRONG), text)], indent=2))
        rows.append(EMPTY)
        for one in actual.holdings:
            if one.here and one.really:
                held = [words((one.question, Ink.STRONG)), words(one.here_text)]
                if not one.same:
                    held.append(words(("Really: ", Ink.QUIET), one.really_text))
                rows.append(Hanging(words(_same(one.same)), held, indent=2))
        if self.told.aftermath:
            rows += [EMPTY, words(("Afterward", Ink.TITLE))]
            rows += [Hanging(EMPTY, [words(line)], indent=0) for line in self.told.aftermath]
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


def _loss(loss: LossReport) -> Shown:
    """What was lost, at which move, and why."""
    return Hanging(
        words((f"  −{float(loss.points):.1f}", Ink.BAD)),
        [words((f"move {loss.ply}, ", Ink.QUIET), loss.words, (f": {loss.why}", Ink.QUIET))],
        indent=8,
    )


def _same(same: bool) -> tuple[str, Ink]:
    return ("✓", Ink.GOOD) if same else ("≠", Ink.WARN)


def _item(item: ItemReport) -> Shown:
    """One item of a ballot, with its bar."""
    name = f"{item.label:28}"
    if not item.opportunities:
        return words(name, (" no occasion: shared out over the others", Ink.QUIET))
    full = round(float(item.earned / item.out_of) * 20)
    figures = f"{float(item.earned):5.1f} of {float(item.out_of):4.1f}  "
    return words(name, figures, ("█" * full, Ink.KEY), ("░" * (20 - full), Ink.QUIET))
