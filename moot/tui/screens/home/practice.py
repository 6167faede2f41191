"""Practice: one question after another, answered until it is right, with hints, and why an answer is right or not yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from moot.errors import RecordError
from moot.files.practice import Attempt, append_attempt
from moot.round import moves
from moot.round.round import Round
from moot.sitting.events import Asked
from moot.sitting.practice.engine import (
    Finished,
    Grade,
    Graded,
    Hinted,
    Posed,
    Practice,
    PracticeEvent,
    Revealed,
    Skipped,
    Task,
)
from moot.sitting.practice.told import tally_told, verdict_told
from moot.sitting.showing.choices import Choice, choices
from moot.sitting.showing.look import ASKS
from moot.sitting.words import spoken
from moot.sitting.words.scenes import scene_text
from moot.study.alternatives import AnswerAlternative
from moot.tui.screens.base import GameScreen
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.desk import Desk
from moot.tui.widgets.faces import FACES, ascii_only, in_ascii
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Menu, Words
from moot.tui.widgets.transcript import ROOMY, gutter

__all__ = ["PracticeScreen"]

_GRADES = {
    Grade.RIGHT: ("✓", Ink.GOOD),
    Grade.ALSO_RIGHT: ("✓", Ink.GOOD),
    Grade.NOT_YET: ("~", Ink.WARN),
}


class PracticeScreen(GameScreen[None]):
    """The questions of a practice. What is answered goes to the practice log; no record is changed."""

    CSS_PATH = "practice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "go_on", "go on"),
        Binding("h", "hint", "hint"),
        Binding("v", "reveal", "see the answers"),
        Binding("s", "skip", "skip"),
        Binding("escape", "back", "back"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        Binding("pageup", "page(-1)", "back a page", show=False, priority=True),
        Binding("pagedown", "page(1)", "on a page", show=False, priority=True),
        *(Binding(str(digit), f"choose({digit})", f"answer {digit}", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, tasks: Sequence[Task], kind: str, name: str) -> None:
        super().__init__()
        self.name_of_it = name
        self.practice = Practice(tasks, kind, self._log)
        self.offered: list[Choice] = []
        self.posed: Posed | None = None
        """The question that comes once what stands here has been read."""
        self._unkept = False

    def compose(self) -> ComposeResult:
        """Title, what was asked and said of it, the answers, the keys."""
        yield Words(id="title")
        yield VerticalScroll(id="told", can_focus=False)
        yield Desk()
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the first question."""
        self._take(self.practice.open())
        self._pose()

    # -- what happened -------------------------------------------------------------------------------------------

    def _take(self, events: Sequence[PracticeEvent]) -> None:
        """Show what has happened. A further question waits until it has been read."""
        rows: list[Shown] = []
        for event in events:
            match event:
                case Posed():
                    self.posed = event
                case Graded(task=task, verdict=verdict, answer=answer, others=others):
                    rows += _graded(task.round, verdict, answer)
                    rows += [_line("Also right", spoken.what_was_said(task.round.case, each.answer)) for each in others]
                case Hinted(text=text):
                    rows.append(_line("Hint", text))
                case Revealed(task=task):
                    rows += _revealed(task)
                case Skipped():
                    rows.append(_line("Skipped", ""))
                case Finished(tally=tally):
                    rows.append(_line("Done", f"{tally_told(tally)}."))
        self._add(rows)
        if self.posed is not None or self.practice.task is None:
            self.offered = []
            self.query_one(Desk).wait()
        self.refresh_bindings()

    def _pose(self) -> None:
        """Put the question that waits."""
        posed = self.posed
        if posed is None:
            return
        self.posed = None
        origin = f"   {posed.task.origin}" if posed.task.origin else ""
        count = f"   question {posed.number} of {posed.of}"
        self.query_one("#title", Words).show(words((self.name_of_it, Ink.TITLE), count, (origin, Ink.QUIET)))
        self.query_one("#told").remove_children()
        rows = list(self._question(posed.task))
        # The question itself is to be seen whole, before what led to it.
        self._add(rows, first=len(rows) - (2 if posed.task.given is not None else 1))
        self.offered = choices(posed.task.round)
        self.query_one(Desk).offer(posed.task.round, self.offered)
        self.refresh_bindings()

    def _add(self, rows: Sequence[Shown], first: int = 0) -> None:
        """Add rows and bring one of them to the top, as far as there is more to see below it."""
        made = [Words(row, classes="row") for row in rows]
        if not made:
            return
        told = self.query_one("#told", VerticalScroll)
        told.mount(*made)
        made[first].call_after_refresh(made[first].scroll_visible, top=True, animate=False)

    def _question(self, task: Task) -> Iterator[Shown]:
        """Where counsel stands, what came before in this thread, the question, and what was answered once."""
        round, case = task.round, task.round.case
        point = case.point[round.position.state.point]
        yield Hanging(EMPTY, [words((f"{case.caption}. You argue: {point.title}.", Ink.ASIDE))], indent=0)
        start = round.ply - 1
        while start and isinstance(round.line[start - 1], moves.Ask | moves.GiveAnswer):
            start -= 1
        for number, move in enumerate(round.line[start:], start + 1):
            if isinstance(move, moves.GiveAnswer):
                lead = words((spoken.speaker_of(round, number), Ink.QUIET))
                yield Hanging(lead, [words(spoken.what_was_said(case, move.answer))], indent=gutter(round))
            elif isinstance(move, moves.Ask):
                yield self._asked(round, number, move)
        if task.given is not None:
            yield _line("You said", spoken.what_was_said(case, task.given))

    def _asked(self, round: Round, ply: int, ask: moves.Ask) -> Hanging:
        judge = ask.by or round.askers(ask.question)[0]
        event = Asked(ply, judge, ask.question, broke_in=False)
        said = [words((spoken.asked_text(round, event), Ink.STRONG))]
        if supposed := scene_text(round.case, round.case.questions[ask.question]):
            said.append(words((supposed, Ink.ASIDE)))
        face = FACES[ASKS].large() if ply == round.ply and self.screen.size.height >= ROOMY else ()
        drawn = in_ascii(face) if ascii_only(self.app.console.encoding) else face
        lead = words((spoken.judge_name(round.bench, judge), Ink.BENCH))
        return Hanging(lead, said, indent=gutter(round), beside=[words((row, Ink.KEY)) for row in drawn])

    def _log(self, attempt: Attempt) -> None:
        try:
            append_attempt(attempt, self.app.options.saves)  # type: ignore[attr-defined]
        except RecordError as error:
            if not self._unkept:
                self._unkept = True
                self.app.tell(f"Practice is not kept: {error}", bad=True)  # type: ignore[attr-defined]

    # -- keys ----------------------------------------------------------------------------------------------------

    @on(Menu.OptionSelected)
    def _selected(self, event: Menu.OptionSelected) -> None:
        self.action_choose(event.option_index + 1)

    def action_choose(self, number: int) -> None:
        """Give the answer with this number."""
        if number <= len(self.offered):
            self._take(self.practice.answer(self.offered[number - 1].move))

    def action_go_on(self) -> None:
        """The next question; after the last, back."""
        if self.posed is not None:
            self._pose()
        else:
            self.action_back()

    def action_page(self, way: int) -> None:
        """Scroll what was asked and said by a page."""
        told = self.query_one("#told", VerticalScroll)
        (told.scroll_page_up if way < 0 else told.scroll_page_down)(animate=False)

    def action_hint(self) -> None:
        """A hint, each time a stronger one."""
        self._take(self.practice.hint())

    def action_reveal(self) -> None:
        """The answers, the best first."""
        self._take(self.practice.view())

    def action_skip(self) -> None:
        """Pass this question over."""
        self._take(self.practice.skip())
        self._pose()

    def action_back(self) -> None:
        """Back to where practice was begun. What was answered is kept."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Answers, hints and skipping while a question stands; going on when it has been dealt with."""
        if action in ("choose", "hint", "reveal", "skip"):
            return bool(self.offered)
        if action == "go_on":
            return not self.offered
        return True


def _line(lead: str, text: str) -> Hanging:
    label = (f"{lead}: " if text else f"{lead}.", Ink.QUIET)
    return Hanging(EMPTY, [words(label, text)], indent=0)


def _graded(round: Round, verdict: Grade, answer: AnswerAlternative) -> Iterator[Hanging]:
    """What was answered, how it is, why in law, and the opinion that speaks of it."""
    yield _line("You answer", spoken.what_was_said(round.case, answer.answer))
    glyph, ink = _GRADES[verdict]
    said = f"{glyph} {verdict_told(verdict, answer)}."
    earns = f" It earns {float(answer.share):.0%} of what the ballot gives here." if verdict is Grade.NOT_YET else ""
    yield Hanging(EMPTY, [words((f"{said} ", ink), f"{answer.reason}{earns}")], indent=0)
    if verdict is not Grade.NOT_YET:
        yield from _marked(round, answer)


def _marked(round: Round, answer: AnswerAlternative) -> Iterator[Hanging]:
    """The first opinion that speaks of an answer, with its page."""
    if (mark := answer.noticed) is not None:
        author = spoken.judge_title(round.bench, mark.author)
        quoted = words(f"{author}: {mark.treatment.value}. {mark.reason} ", (f"“{mark.quote}”", Ink.QUOTE))
        yield Hanging(EMPTY, [words(quoted, (f" ({mark.pin})", Ink.QUIET))], indent=2)


def _revealed(task: Task) -> Iterator[Hanging]:
    """Every answer, the best first, each with why."""
    for each in task.alternatives:
        mark = ("✓ ", Ink.GOOD) if each.right else ("× ", Ink.QUIET)
        said = words(spoken.what_was_said(task.round.case, each.answer))
        why = each.reason
        yield Hanging(words(mark), [said, *([words((why, Ink.ASIDE))] if why else [])], indent=2)
    yield from _marked(task.round, task.alternatives[0])
