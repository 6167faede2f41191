"""The path: from a first argument, by one skill after another, to a whole case. What is done is seen from the records and the practice log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from textual.content import Content

from moot.case import Case
from moot.errors import MootError
from moot.files.loading import load_bench, load_case
from moot.files.practice import Attempt, read_attempts
from moot.files.records import kept
from moot.round import moves
from moot.sitting.modes import SIDES
from moot.sitting.practice.played import Played, played
from moot.sitting.practice.tasks import skill_tasks
from moot.sitting.setup import default_case
from moot.study.skills import skill_of
from moot.tui.first_run import FIRST_CASE, FIRST_FORMAT
from moot.tui.options import Options
from moot.tui.screens.home.listing import ListingScreen
from moot.tui.text import Ink, words
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["STEPS", "PathScreen", "PathStep"]

ENOUGH = 5
"""So many questions of a kind answered right finish their step."""

_ROOM = 30
"""On a screen of so many rows each step says what it asks; on a smaller one only the marked step does."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step: its name, what it asks of you, and the skills whose questions it practices (none: it is a sitting)."""

    id: str
    title: str
    note: str
    skills: tuple[str, ...] = ()


STEPS = (
    PathStep(
        "first", "A first argument", "Argue the short case made up to learn the game on, to its end. Ten minutes."
    ),
    PathStep(
        "record",
        "Record and authorities",
        f"Answer {ENOUGH} questions from the record or the table of authorities right at the first try.",
        ("record", "authority"),
    ),
    PathStep(
        "hypotheticals",
        "Hypotheticals",
        f"Meet {ENOUGH} hypotheticals right at the first try: accept, distinguish, or change your rule.",
        ("hypotheticals",),
    ),
    PathStep(
        "concessions",
        "Concessions",
        f"Answer {ENOUGH} questions that ask for a concession right at the first try: give what must be given, and no more.",
        ("candor",),
    ),
    PathStep("rebuttal", "Rebuttal", "As petitioner in quick, keep time for rebuttal and make a point in it."),
    PathStep("whole", "A whole case", "Argue a real case to its end in its own format."),
)


class PathScreen(ListingScreen[None]):
    """The steps. Enter begins the marked one; the first that is not done is marked."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.done: set[str] = set()

    def heading(self) -> Content:
        """How far it is."""
        return words(("The path", Ink.TITLE), (f"   {len(self.done)} of {len(STEPS)} steps done", Ink.QUIET))

    def on_mount(self) -> None:
        """Mark the first step that is not done."""
        self.done = self._done()
        super().on_mount()
        first = next((n for n, step in enumerate(STEPS) if step.id not in self.done), 0)
        self.query_one(Menu).highlighted = first

    def on_screen_resume(self) -> None:
        """After a practice: see what is done now."""
        self.done = self._done()
        self.query_one("#title", Words).show(self.heading())
        if self.query_one(Menu).entries:
            self.offer()

    def entries(self) -> Sequence[Entry]:
        """One a step."""
        return [
            Entry(
                str(number),
                [
                    words((step.title, Ink.STRONG)),
                    *([words((step.note, Ink.QUIET))] if self.app.size.height >= _ROOM else []),
                ],
                words(("✓ done", Ink.GOOD)) if step.id in self.done else words(("·", Ink.QUIET)),
            )
            for number, step in enumerate(STEPS, start=1)
        ]

    def note(self, place: int) -> str:
        """What the step asks."""
        return "" if self.app.size.height >= _ROOM else STEPS[place].note

    def take(self, place: int) -> None:
        """Begin the step."""
        step = STEPS[place]
        try:
            if step.skills:
                self._practice(step)
            else:
                self.app.begin(self._sitting(step))  # type: ignore[attr-defined]
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]

    def _sitting(self, step: PathStep) -> Options:
        """What is played in a step that is a sitting."""
        bare = Options(side=SIDES[0], seed=self.options.seed, saves=self.options.saves, clock=self.options.clock)
        if step.id == "whole":
            return replace(bare, case=default_case())
        case = FIRST_CASE if step.id == "first" else default_case()
        return replace(bare, case=case, format=FIRST_FORMAT)

    def _practice(self, step: PathStep) -> None:
        from moot.tui.screens.home.practice import PracticeScreen

        case = load_case(default_case())
        tasks = skill_tasks(case, load_bench(case.bench), step.skills, ENOUGH, datetime.now(UTC).date().isoformat())
        if tasks:
            self.app.push_screen(PracticeScreen(tasks, "drill", step.title))
        else:
            self.app.tell(f"{case.caption} has no question of this kind.")  # type: ignore[attr-defined]

    # -- what is done ------------------------------------------------------------------------------------------------

    def _done(self) -> set[str]:
        """The steps that are done, as far as the records and the log can be read."""
        try:
            sittings = list(played((each.data for each in kept(self.options.saves) if each.data is not None), _silent))
            attempts = [attempt for each in sittings for attempt in each.attempts()]
            attempts += read_attempts(self.options.saves)[0]
        except MootError:
            return set()
        done = {step.id for step in STEPS if step.skills and _right(attempts, step.skills) >= ENOUGH}
        for each in sittings:
            done |= _sat(each)
        return done


def _silent(line: str) -> None:
    """What cannot be read is told elsewhere."""


def _sat(sitting: Played) -> set[str]:
    """The steps that a sitting finished."""
    round, found = sitting.round, set()
    if round.turn is None:
        if round.case.id == FIRST_CASE:
            found.add("first")
        if round.case.real and round.format.id == round.case.argument:
            found.add("whole")
    for move, before in zip(round.line, round.positions, strict=False):
        segment = round.rules.segment(before.state)
        if isinstance(move, moves.Plead) and segment is not None and segment.replies and sitting.spoke(before):
            found.add("rebuttal")
    return found


def _right(attempts: Sequence[Attempt], skills: Sequence[str]) -> int:
    """How many different questions that try these skills were answered right at the first try."""
    known: dict[str, Case | None] = {}
    found = set()
    for each in attempts:
        if each.case not in known:
            try:
                known[each.case] = load_case(each.case)
            except MootError:
                known[each.case] = None
        case = known[each.case]
        question = case.questions.get(each.question) if case is not None else None
        if each.right and question is not None and skill_of(question) in skills:
            found.add((each.case, each.question))
    return len(found)
