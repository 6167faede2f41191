"""The start: which case, side, bench, opponent, format and heat; or a record to go on with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from moot.case import Case, Side
from moot.counsel.opponents import OPPONENTS
from moot.errors import MootError
from moot.files.case.read import load_case
from moot.files.folders import list_benches, list_cases
from moot.files.judge.read import load_bench
from moot.files.records import kept, read_record
from moot.opinion.prose.grammar import joined
from moot.round.draw import HEATS
from moot.round.formats import FORMATS
from moot.sitting.setup import BOTH, EXAM, SIDES, TRAINING, replay
from moot.sitting.spoken import judge_name, plural
from moot.tui.options import Options
from moot.tui.screens.help import HelpScreen
from moot.tui.text import EMPTY, Hanging, Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["ChooseScreen"]

_SHOWN_RECORDS = 5
_LABEL = 12


@dataclass
class _Row:
    """One thing to settle: its name, the values it may have, and which it has."""

    key: str
    label: str
    values: list[str]
    at: int = 0

    @property
    def value(self) -> str:
        return self.values[self.at] if self.values else ""


class ChooseScreen(Screen[None]):
    """Settles what is played. Left and right change the marked line; enter begins."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", priority=True),
        Binding("left,minus", "change(-1)", "change", show=False),
        Binding("right", "change(1)", "change", key_display="← →"),
        Binding("plus,space", "change(1)", "change", show=False),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, options: Options, problem: str = "") -> None:
        super().__init__()
        self.options = options
        self.problem = problem
        self._cases: dict[str, Case | MootError] = {}
        known = list(list_cases())
        if options.case is not None and options.case not in known:
            known.insert(0, options.case)
        self.rows = [
            _row("case", "Case", known, options.case),
            _row("side", "You argue", list(SIDES), options.side),
            _row("bench", "Bench", list(list_benches()), options.bench),
            _row("opponent", "Opponent", list(OPPONENTS), options.opponent),
            _row("format", "Format", list(FORMATS), options.format),
            _row("heat", "Heat", list(HEATS), options.heat),
            _row("mode", "Mode", [TRAINING, EXAM], options.mode),
        ]
        self.records = self._kept(options)
        self._follow_case(keep=options)

    def _kept(self, options: Options) -> list[Path]:
        """The records to go on with. One that cannot be read is named and passed over."""
        try:
            found = kept(options.saves)
        except MootError as error:
            self.problem = self.problem or str(error)
            return []
        bad = [each.problem for each in found if each.data is None]
        if bad and not self.problem:
            more = f" And {len(bad) - 1} more: see moot list." if len(bad) > 1 else ""
            self.problem = f"A record is passed over: {bad[0]}.{more}"
        return [each.path for each in found if each.data is not None][:_SHOWN_RECORDS]

    def _follow_case(self, keep: Options | None = None) -> None:
        """A case brings its own bench and format, unless they were asked for."""
        case = self.case
        if case is None:
            return
        for key, value in (("bench", case.bench), ("format", case.argument)):
            row = self.row(key)
            asked = getattr(keep, key) if keep else None
            if not asked and value in row.values:
                row.at = row.values.index(value)

    @property
    def case(self) -> Case | None:
        """The case chosen; None when there is none that can be read."""
        found = self._case(self.row("case").value)
        return found if isinstance(found, Case) else None

    def _case(self, id: str) -> Case | MootError:
        """A case, or why it cannot be read. It is read when first looked at: the screen does not wait for all."""
        if id not in self._cases:
            try:
                self._cases[id] = load_case(id)
            except MootError as error:
                self._cases[id] = error
        return self._cases[id]

    def row(self, key: str) -> _Row:
        """The row of this key."""
        return next(row for row in self.rows if row.key == key)

    def compose(self) -> ComposeResult:
        """Name, what is chosen, what it means, the keys."""
        yield Words(
            words(("moot", Ink.TITLE), ("   an oral argument, before a bench that thinks", Ink.QUIET)), id="title"
        )
        yield Menu(id="menu")
        yield Words(id="note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer the choices."""
        menu = self.query_one(Menu)
        line = [None] if self.records else []
        menu.offer([*(self._entry(row) for row in self.rows), *line, *(_unread() for _ in self.records)])
        menu.focus()
        self._note()
        self.call_after_refresh(self._read_records)

    def _read_records(self) -> None:
        """Say what the records are, once the screen stands."""
        menu = self.query_one(Menu)
        for number, path in enumerate(self.records):
            menu.change(len(self.rows) + number, self._record(path))

    def _entry(self, row: _Row) -> Entry:
        shown = words((f"‹ {self._said(row)} ›", Ink.KEY))
        return Entry("", [words((f"{row.label:{_LABEL}}", Ink.QUIET), shown)])

    def _said(self, row: _Row) -> str:
        if row.key == "case" and self.case:
            return self.case.caption
        if row.key == "format" and row.value in FORMATS:
            return FORMATS[row.value].title
        if row.key == "side" and row.value == BOTH:
            return "both in turn"
        if row.key == "mode":
            return "training (you may take back)" if row.value == TRAINING else "exam (nothing is taken back)"
        if row.key == "bench":
            return self._bench(row.value)
        return row.value

    def _bench(self, id: str) -> str:
        try:
            bench = load_bench(id)
        except MootError:
            return id
        names = [judge_name(bench, judge.id) for judge in bench.judges]
        return f"{bench.title} ({len(names)} judge{'s' * (len(names) > 1)})"

    def _record(self, path: Path) -> Entry:
        try:
            data = read_record(path)
            head = data.header
            case = self._case(head.case)
            if isinstance(case, MootError):
                raise case
            said = words(case.caption)
            state = "decided" if replay(data, case).turn is None else plural(len(data.moves), "move")
            end = f"{head.side}, {_day(head.started)}, {state}"
        except MootError as error:
            said, end = words((str(error), Ink.BAD)), ""
        return Entry("", [words((f"{'Go on with':{_LABEL}}", Ink.QUIET), said)], words((end, Ink.QUIET)))

    def _about(self, path: Path) -> str:
        """All there is to say of a record."""
        try:
            head = read_record(path).header
        except MootError as error:
            return str(error)
        when = head.started[:16].replace("T", " ")
        what = f"{head.side} before {head.bench_name}, against {head.opponent}, {head.format}, {head.heat}, {head.mode}"
        return f"Begun {when}: {what}. {path}"

    def _note(self) -> None:
        place = self.query_one(Menu).highlighted or 0
        case = self.case
        if self.problem:
            shown = words((self.problem, Ink.BAD))
        elif place >= len(self.rows):
            shown = words((self._about(self.records[place - len(self.rows)]), Ink.ASIDE))
        elif case is None:
            shown = words((str(self._case(self.row("case").value)), Ink.BAD))
        else:
            shown = words((self._meaning(self.rows[place], case), Ink.ASIDE))
        self.query_one("#note", Words).show(Hanging(EMPTY, [shown], indent=0))
        self.refresh_bindings()

    def _meaning(self, row: _Row, case: Case) -> str:
        """What the marked line is for, or what its value means."""
        if row.key == "case":
            return case.question_presented
        if row.key == "side" and row.value in tuple(Side):
            party = case.party(Side(row.value))
            return f"{party.counsel}, for {party.name}: asks {party.asks}."
        if row.key == "bench":
            try:
                bench = load_bench(row.value)
            except MootError as error:
                return str(error)
            return f"{joined([judge_name(bench, judge.id) for judge in bench.judges])}."
        return _NOTES.get(f"{row.key} {row.value}") or _NOTES.get(row.key, "")

    @on(Menu.OptionHighlighted)
    def _moved(self) -> None:
        self._note()

    def action_change(self, way: int) -> None:
        """Another value for the marked line."""
        menu = self.query_one(Menu)
        place = menu.highlighted
        if place is None or place >= len(self.rows) or not self.rows[place].values:
            return
        row = self.rows[place]
        row.at = (row.at + way) % len(row.values)
        self.problem = ""
        if row.key == "case":
            self._follow_case()
        for number, each in enumerate(self.rows):
            menu.change(number, self._entry(each))
        self._note()

    def action_begin(self) -> None:
        """Begin, or go on with the marked record."""
        place = self.query_one(Menu).highlighted or 0
        if place >= len(self.rows):
            chosen = replace(self.options, resume=self.records[place - len(self.rows)], case=None)
        else:
            chosen = replace(
                self.options,
                resume=None,
                case=self.row("case").value,
                side=self.row("side").value,
                bench=self.row("bench").value,
                opponent=self.row("opponent").value,
                format=self.row("format").value,
                heat=self.row("heat").value,
                mode=self.row("mode").value,
            )
        try:
            self.app.begin(chosen)  # type: ignore[attr-defined]
        except MootError as error:
            self.problem = str(error)
            self._note()

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the game."""
        self.app.exit(0)


_NOTES = {
    "side both": "Petitioner first, then respondent, then rebuttal: you speak for each in turn.",
    "opponent novice": "Says what comes to mind.",
    "opponent scripted": "Follows the real argument while it can, and then its own points in order.",
    "opponent greedy": "Takes at each turn what moves the bench most at once.",
    "format": "How long each side has at the lectern. In quick, everything is spoken in brief.",
    "heat cold": "The bench asks seldom.",
    "heat normal": "The bench asks about half the time it could.",
    "heat hot": "The bench hardly lets you finish.",
    "heat historical": "Only what was really asked, by whoever asked it.",
    "mode training": "You may take a choice back, as often as you like.",
    "mode exam": "What is said is said.",
}


def _row(key: str, label: str, values: list[str], value: str | None) -> _Row:
    return _Row(key, label, values, values.index(value) if value in values else 0)


def _unread() -> Entry:
    return Entry("", [words((f"{'Go on with':{_LABEL}}…", Ink.QUIET))])


def _day(started: str) -> str:
    """The day of an ISO time as a person writes it."""
    try:
        day = datetime.fromisoformat(started)
    except ValueError:
        return started[:10]
    return f"{day.day} {day:%b}"
