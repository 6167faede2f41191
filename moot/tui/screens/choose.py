"""The start: which case, side, bench, opponent, format and heat; or a record to go on with.

The first frame shows what the heads of the files say. Cases, judges and records are read, and the next screens imported,
while the reader reads it: nothing that this module imports at its top may load them.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from moot.counsel.opponents import OPPONENTS, names
from moot.errors import MootError
from moot.files.folders import list_benches, list_cases
from moot.files.heads import ids_of, read_head
from moot.round.format_names import FORMAT_TITLES
from moot.round.heats import HEATS
from moot.sitting.modes import BOTH, EXAM, ONE_SPEAKER, SIDES, TRAINING, seat
from moot.tui.first_run import FIRST_CASE, FIRST_FORMAT, WELCOME, any_finished, no_record_yet
from moot.tui.options import Options
from moot.tui.text import EMPTY, Hanging, Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Entry, Menu, Words

if TYPE_CHECKING:
    from moot.case import Case

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
        Binding("d", "drill", "five minutes"),
        Binding("h", "history", "history"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, options: Options, problem: str = "") -> None:
        super().__init__()
        self.options = options
        self.problem = problem
        self._cases: dict[str, Case | MootError] = {}
        if options.case is not None and options.loaded_case is not None:
            self._cases[options.case] = options.loaded_case
        self._paths = list_cases()
        self.first = no_record_yet(options.saves)
        """Whether no sitting has been finished yet, as far as is known."""
        self.lesson = self.first and options.case not in (None, FIRST_CASE) and FIRST_CASE in self._paths
        """Whether the case to learn the game on stands under the settings, as something to begin."""
        self._touched: set[str] = set()
        self._heads: dict[str, dict[str, str] | None] = {}
        self.rows = [
            _row("case", "Case", list(self._paths), options.case or self._first_case()),
            _row(
                "side",
                "You argue",
                [each for each in SIDES if each not in ONE_SPEAKER or each == options.side],
                options.side,
            ),
            _row("bench", "Bench", list(list_benches()), options.bench),
            _row("opponent", "Opponent", list(OPPONENTS), options.opponent),
            _row("format", "Format", list(FORMAT_TITLES), options.format_id),
            _row("heat", "Heat", list(HEATS), options.heat),
            _row("mode", "Mode", [TRAINING, EXAM], options.mode),
        ]
        self.records: list[Path] = []
        self._follow_case(keep=options)

    def _first_case(self) -> str | None:
        """The case to learn the game on, in a first run."""
        return FIRST_CASE if self.first and FIRST_CASE in self._paths else None

    def _kept(self, options: Options) -> list[Path]:
        """The records that can be read, the newest first. One that cannot be read is named and passed over."""
        from moot.files.records import kept

        try:
            found = kept(options.saves)
        except MootError as error:
            self.problem = self.problem or str(error)
            return []
        bad = [each.problem for each in found if each.data is None]
        if bad and not self.problem:
            more = f" And {len(bad) - 1} more: see moot list." if len(bad) > 1 else ""
            self.problem = f"A record is passed over: {bad[0]}.{more}"
        return [each.path for each in found if each.data is not None]

    def _follow_case(self, keep: Options | None = None) -> None:
        """A case brings its own bench and format, unless they were asked for; in a first run every case is quick."""
        id = self.row("case").value
        case, head = self.case, self._head(id)
        if case is not None:
            brings = {"bench": case.bench, "format": case.argument}
        elif head is not None:
            brings = {"bench": head["bench"], "format": head["argument"]}
        else:
            return
        for key, value in brings.items():
            row = self.row(key)
            if key == "format" and self.first and value in row.values:
                value = FIRST_FORMAT  # noqa: PLW2901
            asked = getattr(keep, key) if keep else None
            if not asked and value in row.values:
                row.at = row.values.index(value)

    def _head(self, id: str) -> dict[str, str] | None:
        """What the head of a case's file says; None where it does not tell."""
        if id not in self._heads:
            path = self._paths.get(id, Path(id))
            self._heads[id] = read_head(path, "case", ("caption", "bench", "argument"))
        return self._heads[id]

    @property
    def case(self) -> Case | None:
        """The case chosen; None while it has not been read, and when it cannot be."""
        found = self._cases.get(self.row("case").value)
        return None if isinstance(found, MootError) else found

    def _case(self, id: str) -> Case | MootError:
        """A case, or why it cannot be read. It is read when first looked at: the screen does not wait for all."""
        from moot.files.case.read import load_case

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
        menu.offer(self._entries())
        menu.focus()
        self._note()
        # By way of the app, which draws the first frame when it has done with opening this screen, and not before.
        self.app.call_later(self.call_after_refresh, self._read_on)

    def _read_on(self) -> None:
        """Read the case chosen, the records and the names of opponents that packages add, now that the screen stands."""
        self._read_case()
        row = self.row("opponent")
        row.values += [name for name in names() if name not in row.values]
        found = self._kept(self.options)
        self.records = found[:_SHOWN_RECORDS]
        if self.records:
            self.first = not any_finished(found, self._case)
            if self.first and not self._touched:
                self._follow_case(keep=self.options)
            menu = self.query_one(Menu)
            menu.offer(self._entries(), mark=menu.highlighted or 0)
            self._note()
        self.call_after_refresh(_import_screens)

    def _entries(self) -> list[Entry | None]:
        """The settings; under them what else can be begun."""
        more = [self._lesson()] if self.lesson else []
        more += map(self._record, self.records)
        return [*map(self._entry, self.rows), *([None] if more else []), *more]

    def _lesson(self) -> Entry:
        """The entry that begins the case to learn the game on."""
        head = self._head(FIRST_CASE)
        said = words(head["caption"] if head else FIRST_CASE)
        return Entry("", [words((f"{'Learn first':{_LABEL}}", Ink.QUIET), said)], words(("ten minutes", Ink.QUIET)))

    def _more(self, place: int) -> Path | None:
        """The record that stands at this place under the settings; None for the case to learn the game on."""
        number = place - len(self.rows) - self.lesson
        return self.records[number] if number >= 0 else None

    def _read_case(self) -> None:
        """Read the case chosen, if that has not been done, and show what is known of it now."""
        id = self.row("case").value
        if not id or id in self._cases:
            return
        told = self._head(id) is not None
        self._case(id)
        if not told:
            self._follow_case(keep=self.options)
        self._show()

    def _show(self) -> None:
        """Show what is chosen, and what the marked line means."""
        menu = self.query_one(Menu)
        for number, each in enumerate(self.rows):
            menu.change(number, self._entry(each))
        self._note()

    def _entry(self, row: _Row) -> Entry:
        shown = words((f"‹ {self._said(row)} ›", Ink.KEY))
        return Entry("", [words((f"{row.label:{_LABEL}}", Ink.QUIET), shown)])

    def _said(self, row: _Row) -> str:
        if row.key == "case":
            head = self._head(row.value) if self.case is None else None
            return self.case.caption if self.case else head["caption"] if head else row.value
        if row.key == "format" and row.value in FORMAT_TITLES:
            return FORMAT_TITLES[row.value]
        if row.key == "side" and row.value == BOTH:
            return "both in turn"
        if row.key == "mode":
            return "training (you may take back)" if row.value == TRAINING else "exam (nothing is taken back)"
        if row.key == "bench":
            return self._bench(row.value)
        return row.value

    def _bench(self, id: str) -> str:
        path = list_benches().get(id)
        head = read_head(path, "bench", ("title", "judges")) if path is not None else None
        if head is not None and (judges := ids_of(head["judges"])):
            title, seats = head["title"], len(judges)
        else:
            from moot.files.judge.read import load_bench

            try:
                bench = load_bench(id)
            except MootError:
                return id
            title, seats = bench.title, len(bench.judges)
        return f"{title} ({seats} judge{'s' * (seats > 1)})"

    def _record(self, path: Path) -> Entry:
        from moot.files.records import read_record
        from moot.sitting.setup import replay
        from moot.sitting.spoken import plural

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
        from moot.files.records import read_record

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
            record = self._more(place)
            shown = words((self._about(record) if record else _LESSON, Ink.ASIDE))
        elif case is None:
            found = self._cases.get(self.row("case").value)
            shown = words((str(found), Ink.BAD)) if found else words(("…", Ink.QUIET))
        else:
            shown = words((self._meaning(self.rows[place], case), Ink.ASIDE))
        self.query_one("#note", Words).show(Hanging(EMPTY, [shown], indent=0))
        self.refresh_bindings()

    def _meaning(self, row: _Row, case: Case) -> str:
        """What the marked line is for, or what its value means."""
        from moot.case import Side
        from moot.files.judge.read import load_bench
        from moot.opinion.prose.grammar import joined
        from moot.sitting.spoken import both, judge_name

        if row.key == "case":
            lesson = f"{_LESSON} " if self.first and case.id == FIRST_CASE else ""
            return f"{lesson}{case.question_presented}"
        if row.key == "format" and self.first:
            return f"{_NOTES['format']} {WELCOME}"
        if row.key == "side" and row.value in tuple(Side):
            party = case.party(Side(seat(row.value)[0]))
            return f"{both(party.speakers)}, for {party.name}: asks {party.asks}."
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
        self._touched.add(row.key)
        self.problem = ""
        if row.key == "case":
            self._follow_case()
            self.call_after_refresh(self._read_case)
        self._show()

    def action_begin(self) -> None:
        """Begin, or go on with the marked record."""
        place = self.query_one(Menu).highlighted or 0
        record = self._more(place) if place >= len(self.rows) else None
        if record is not None:
            chosen = replace(self.options, resume=record, case=None, loaded_case=None)
        elif place >= len(self.rows):
            chosen = Options(
                case=FIRST_CASE, side=SIDES[0], format=FIRST_FORMAT, seed=self.options.seed, saves=self.options.saves
            )
        else:
            chosen = replace(
                self.options,
                resume=None,
                case=self.row("case").value,
                loaded_case=self.case,
                loaded_bench=None,
                side=self.row("side").value,
                bench=self.row("bench").value,
                opponent=self.row("opponent").value,
                format=self.options.format_named(self.row("format").value),
                heat=self.row("heat").value,
                mode=self.row("mode").value,
            )
        try:
            self.app.begin(chosen)  # type: ignore[attr-defined]
        except MootError as error:
            self.problem = str(error)
            self._note()

    def action_drill(self) -> None:
        """Today's five minutes: the questions that are due, then new ones."""
        from moot.tui.past import drill_of
        from moot.tui.screens.practice import PracticeScreen

        try:
            tasks = drill_of(self.options.saves, datetime.now(UTC).date(), self._tell)
        except MootError as error:
            self._tell(str(error))
            return
        if tasks:
            self.app.push_screen(PracticeScreen(tasks, "drill", "Five minutes"))
        else:
            self._tell("There is no question to drill.")

    def action_history(self) -> None:
        """The sittings so far."""
        from moot.tui.past import progress_of
        from moot.tui.screens.history import HistoryScreen

        try:
            found = progress_of(self.options.saves, datetime.now(UTC).date(), self._tell)
        except MootError as error:
            self._tell(str(error))
            return
        if found.sittings:
            self.app.push_screen(HistoryScreen(found))
        else:
            self._tell("No sitting is kept yet.")

    def _tell(self, text: str) -> None:
        self.app.tell(text)  # type: ignore[attr-defined]

    def action_help(self) -> None:
        """Open the help."""
        from moot.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the game."""
        self.app.exit(0)


_LESSON = "Never played? This short case, made up to learn the game on, takes ten minutes. Enter begins it."

_NOTES = {
    "side both": "You speak for each side in turn, replies included.",
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
    """A row with this value chosen; one that is not among the usual ones stands before them."""
    if value and value not in values:
        values = [value, *values]
    return _Row(key, label, values, values.index(value) if value else 0)


def _import_screens() -> None:
    """Import the screens that come next, so that the first key does not wait for them."""
    for name in ("brief", "lectern", "help"):
        importlib.import_module(f"moot.tui.screens.{name}")


def _day(started: str) -> str:
    """The day of an ISO time as a person writes it."""
    try:
        day = datetime.fromisoformat(started)
    except ValueError:
        return started[:10]
    return f"{day.day} {day:%b}"
