"""The game by its keys, on the real case."""

from __future__ import annotations

import ast
import io
import threading
from pathlib import Path

import pytest

import moot
from moot.counsel import Novice
from moot.files.records import read_record
from moot.plain.play import play
from moot.sitting.setup import new_session
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.conference import ConferenceScreen
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.decided.prompt import PromptScreen
from moot.tui.screens.decided.ruling import RulingScreen, WhyScreen
from moot.tui.screens.help import HelpScreen
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.text import BROADEST
from moot.tui.themes import THEMES
from tests.tui.driver import (
    LARGE,
    SMALL,
    briefly,
    contrast,
    decided,
    game,
    inks,
    open_page,
    play_out,
    read,
    read_on,
    seen,
    settle,
    to_lectern,
)


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def plain_record(folder, side, line):
    """The same choices through the plain form: the record's bytes after the header."""
    session, path = new_session(
        "sacramento-v-lewis", bench="three", side=side, opponent="novice", format="quick", seed=5, saves=folder
    )
    own = [
        str(move)
        for move, before in zip(line.line, line.positions, strict=False)
        if not before.state.bench and (side == "both" or line.rules.side(before.state) == side)
    ]
    play(session, path, io.StringIO("\n".join(own) + "\n"), io.StringIO())
    assert session.round.line == line.line
    return path.read_bytes().split(b"\n", 1)[1]


@pytest.mark.slow
@pytest.mark.parametrize(("side", "size"), [("petitioner", SMALL), ("respondent", LARGE)])
async def test_a_whole_round_by_keys_to_the_debrief(side, size, tmp_path) -> None:
    app = game(side=side, format="quick", bench="three", saves=tmp_path / "tui")
    async with app.run_test(size=size) as pilot:
        assert isinstance(app.screen, BriefScreen)
        assert "County of Sacramento v. Lewis" in seen(app)
        await to_lectern(app, pilot)
        await play_out(app, pilot, lambda offered: 1 + len(offered) // 2)
        assert isinstance(app.screen, ConferenceScreen)
        await pilot.press("f")
        await settle(pilot)
        round = app.sitting.session.round
        ruling = round.outcome().ruling
        assert ruling.disposition.value in seen(app).lower()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RulingScreen)
        assert "imulated" in seen(app)
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(app.screen, WhyScreen)
        assert "Nearest to moving" in seen(app)
        await pilot.press("2")
        await settle(pilot)
        assert "The numbers" in seen(app)
        await pilot.press("escape", "enter")
        await settle(pilot)
        if isinstance(app.screen, PromptScreen):
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        for id, words in (
            ("court", "What the Court decided"),
            ("bench", "Really: reversed"),
            ("issues", "The other side:"),
            ("marks", "opinions really written"),
            ("ballot", "blind to who won"),
            ("moves", "Every move"),
        ):
            await open_page(app, pilot, id)
            assert words in read(app), id
        written = app.sitting.path.read_bytes().split(b"\n", 1)[1]
        assert tuple(str(move) for move in round.line) == read_record(app.sitting.path).moves
    assert written == plain_record(tmp_path / "plain", side, round)


async def test_both_sides_in_turn_give_the_plain_form_s_record(tmp_path) -> None:
    app = game(side="both", format="quick", bench="three", saves=tmp_path / "tui")
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("1")
        await play_out(app, pilot, briefly)
        round = app.sitting.session.round
        assert round.turn is None
        written = app.sitting.path.read_bytes().split(b"\n", 1)[1]
    assert written == plain_record(tmp_path / "plain", "both", round)


async def test_nine_judges_took_up_to_84_keys_and_the_vote_stood_under_five_findings(tmp_path) -> None:
    path = decided(tmp_path)
    app = MootApp(Options(resume=path))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference()
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ConferenceScreen)
        case, ruling = screen.ruling.case, screen.ruling
        for judge in ruling.bench.judges:
            rows = seen(app).splitlines()
            vote = ruling.reasonings[judge.id].vote
            (told,) = (index for index, row in enumerate(rows) if f"{judge.title} votes: " in row)
            assert str(vote) in rows[told]
            step = ruling.reasonings[judge.id].walk[0]
            assert case.issue[step.issue].question.split()[0] in "".join(rows[told + 1 :]), "the findings stand below"
            assert not screen.done
            await pilot.press("space")
            await settle(pilot)
        assert screen.done, "one key a judge"
        assert "Reversed" in seen(app) or "Affirmed" in seen(app) or "Vacated" in seen(app)
        assert seen(app).count("in life: ") == len(ruling.bench.judges), "and where each really ended"


async def test_a_decided_sitting_began_its_conference_again(tmp_path) -> None:
    app = MootApp(Options(resume=decided(tmp_path)))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ConferenceScreen)
        assert app.screen.done
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, RulingScreen)


async def test_the_start_lists_what_can_be_gone_on_with(tmp_path) -> None:
    decided(tmp_path)
    (tmp_path / "broken.jsonl").write_text("{}\n", encoding="utf-8")
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "petitioner" in seen(app)
        assert "Decided" in seen(app)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ConferenceScreen)


async def test_a_case_by_its_path_is_among_the_choices(tmp_path) -> None:
    app = MootApp(Options(case=str(tmp_path / "nowhere.yaml"), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, ChooseScreen)
        await settle(pilot)
        assert "there is no file" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("right")
        await settle(pilot)
        assert "there is no file" not in seen(app)


async def test_enter_never_chooses_while_one_is_reading() -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("1")
        await settle(pilot)
        assert app.screen.reading
        line = app.sitting.session.round.line
        await pilot.press("enter", "enter", "2")
        await settle(pilot)
        assert app.screen.reading
        assert app.sitting.session.round.line == line


async def test_taking_back_takes_the_words_off_the_screen() -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await settle(pilot)
        before = seen(app)
        await pilot.press("2", "space")
        await settle(pilot)
        assert seen(app) != before
        await pilot.press("u")
        await settle(pilot)
        assert seen(app) == before


class Slow(Novice):
    """An opponent who thinks until told to stop."""

    thinks = True

    def __init__(self) -> None:
        super().__init__(1)
        self.done = threading.Event()

    def choose(self, round):
        assert self.done.wait(20)
        return super().choose(round)


async def test_a_thinking_opponent_leaves_the_screen_alive_and_the_choices_closed() -> None:
    app = game(format="quick", bench="three", heat="cold")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        slow = app.sitting.session.opponent = Slow()
        screen = app.screen
        await pilot.press("s", "y")
        for _ in range(20):
            await settle(pilot)
            if screen.thinking:
                break
            await pilot.press("space")
        assert screen.thinking
        assert "The other side is thinking" in seen(app)
        await pilot.press("1", "space", "f", "s", "question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        slow.done.set()
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert not screen.thinking
        await play_out(app, pilot, briefly)
        assert app.sitting.session.round.turn is None


async def test_a_hint_stands_on_the_desk_until_it_is_read_and_is_no_part_of_the_transcript() -> None:
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "f")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen), "not even the fast key goes past a hint"
        assert "Hint" in seen(app)
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen)
        await pilot.press("1", "2", "enter")
        await read_on(app, pilot)
        assert "Hint" not in seen(app)
        assert app.screen.offered


@pytest.mark.parametrize("theme", [*(theme.name for theme in THEMES), "no color"])
async def test_every_word_can_be_read_in_every_theme(theme, monkeypatch) -> None:
    """At least 4.5 to 1 between ink and paper (WCAG 2.2, AA), by the lectern with everything on it."""
    if theme == "no color":
        monkeypatch.setenv("NO_COLOR", "1")
    app = game(heat="hot")
    async with app.run_test(size=LARGE) as pilot:
        if theme != "no color":
            app.theme = theme
        await to_lectern(app, pilot)
        await settle(pilot)
        thin = [pair for pair in inks(app) if contrast(*pair) < 4.5]
        assert not thin
        if theme == "no color":
            assert all(len(set(ink)) == 1 for pair in inks(app) for ink in pair)


async def test_the_palette_names_what_can_be_done_now() -> None:
    app = game()
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        shown = seen(app)
        assert "Sit down" in shown
        assert "Go on" not in shown
        # A command had neither its key nor what it does, and what no key line shows was missing.
        for line in (
            "s  Sit down   give up the rest of your time",
            "r  Record   what counsel may rely on",
            "x  Closed",
        ):
            assert line in shown
        await pilot.press(*"reasons", *["backspace"] * 7, *"press")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "Mark as weak" not in seen(app), "nothing of theirs has been said"


async def test_the_roadmap_counts_what_is_chosen_and_only_gives_a_legal_one() -> None:
    app = game()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await read_on(app, pilot)
        assert isinstance(app.screen, RoadmapScreen)
        await pilot.press("2", "enter")
        await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen), "one head is no roadmap"
        await pilot.press("4", "left", "enter")
        await settle(pilot)
        assert str(app.sitting.session.round.line[0]) == "roadmap conduct,immunity reserve 2"


async def test_undo_goes_back_to_the_last_choice_in_training_only() -> None:
    for mode in ("training", "exam"):
        app = game(mode=mode, heat="cold", seed=1)
        async with app.run_test(size=SMALL) as pilot:
            await to_lectern(app, pilot)
            await pilot.press("1")
            await read_on(app, pilot)
            made = app.sitting.session.round.ply
            await pilot.press("u")
            await settle(pilot)
            assert app.sitting.session.round.ply == (1 if mode == "training" else made)


async def test_a_sitting_left_is_taken_up_where_it_stood() -> None:
    app = game(format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("1")
        await read_on(app, pilot)
        line, path = app.sitting.session.round.line, app.sitting.path
        await pilot.press("q")
    again = MootApp(Options(resume=path))
    async with again.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(again.screen, LecternScreen)
        assert again.sitting.session.round.line == line
        await play_out(again, pilot, briefly)
        assert again.sitting.session.round.turn is None


async def test_the_start_settles_what_is_played() -> None:
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, ChooseScreen)
        start = list(moot.files.folders.list_cases()).index("sacramento-v-lewis")
        await pilot.press(*["right"] * start, "down", "right", "down")
        bench = app.screen.row("bench")
        await pilot.press(*["right"] * ((bench.values.index("three") - bench.at) % len(bench.values)))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
        assert app.sitting.session.human.value == "respondent"
        assert len(app.sitting.bench.judges) == 3


async def test_the_brief_and_the_record_are_a_key_away_at_the_lectern() -> None:
    app = game()
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Not in the record" in seen(app) or "In the record" in seen(app)
        await pilot.press("escape", "question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_sitting_down_asks_first() -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        ply = app.sitting.session.round.ply
        await pilot.press("s")
        await settle(pilot)
        assert app.sitting.session.round.ply == ply
        await pilot.press("y")
        await settle(pilot)
        assert app.sitting.session.round.ply > ply


HOSTILE = ("[red]x[/]", "[/x]", "[@click=app.bell]go[/]", "[sic]")


async def test_text_that_looks_like_markup_is_shown_as_it_is(tmp_path) -> None:
    """A case whose words are markup and links: they are words."""
    from importlib import resources

    text = resources.files("moot.templates").joinpath("case.yaml").read_text(encoding="utf-8")
    text = text.replace("CASE-ID", "hostile")
    text = text.replace("title: No fine without a hearing", f"title: '{HOSTILE[0]} {HOSTILE[1]}'")
    asked = "A parking ticket may be contested before it is paid."
    assert f"text: {asked} Must the borough hold a hearing before it writes one?" in text
    text = text.replace(
        f"text: {asked} Must the borough hold a hearing before it writes one?",
        f'text: "{HOSTILE[2]} {HOSTILE[3]} {asked}"',
    )
    text = text.replace("before: it may be contested before it is paid", f'before: "{HOSTILE[0]} it may be contested"')
    text = text.replace("caption: Finch v. Borough of Alder", "caption: 'Finch [b]v.[/b] Alder'")
    path = tmp_path / "hostile.yaml"
    path.write_text(text, encoding="utf-8")
    app = game(case=str(path), bench="three", heat="hot", seed=0)
    async with app.run_test(size=LARGE) as pilot:
        assert "Finch [b]v.[/b] Alder" in seen(app)
        await to_lectern(app, pilot)
        assert "[red]x[/] [/x]" in seen(app)
        await pilot.press("1")
        await read_on(app, pilot)
        shown = seen(app)
        if app.sitting.session.round.position.state.pending:
            assert "[@click=app.bell]go[/] [sic]" in shown
            assert "Supposed: [red]x[/] it may be contested" in shown
        await play_out(app, pilot)
        await pilot.press("f", "enter")
        await settle(pilot)
        assert "[b]v.[/b]" in seen(app)


def test_no_bare_string_reaches_a_widget() -> None:
    """Only tui/text.py builds styled text, and only widgets/safe.py touches Textual's text widgets, behind its gate."""
    home = Path(moot.__file__).parent / "tui"
    looked_at = 0
    for path in home.rglob("*.py"):
        where = path.relative_to(home).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            at = f"{where}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
                assert where == "widgets/safe.py", f"{at} imports a text widget"
                looked_at += 1
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = (
                    [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
                )
                assert not any(
                    module.startswith(("rich.text", "rich.markup", "textual.markup")) for module in modules
                ), at
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"from_markup", "from_rich_text", "escape", "sub_title"}, f"{at} parses markup"
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = {target.attr for target in targets if isinstance(target, ast.Attribute)}
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
                parsed = {"border_title", "border_subtitle", "tooltip", "BORDER_TITLE", "BORDER_SUBTITLE"}
                fixed = isinstance(node.value, ast.Constant) and "[" not in str(node.value.value)
                assert fixed or not names & parsed, f"{at} sets a title that is parsed"
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called == "Content" or (
                    isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "Content"
                ):
                    assert where == "text.py", f"{at} builds Content"
                    looked_at += 1
                keywords = {keyword.arg: keyword.value for keyword in node.keywords}
                if called == "notify":
                    markup = keywords.get("markup")
                    assert isinstance(markup, ast.Constant) and markup.value is False, f"{at} lets a notice be parsed"
                    looked_at += 1
                assert "tooltip" not in keywords, f"{at} gives a tooltip"
    assert looked_at >= 5, "the scan has lost what it is about"


async def test_a_widget_refuses_a_bare_string() -> None:
    from moot.tui.widgets.safe import Words

    with pytest.raises(TypeError):
        Words("[b]bold[/b]")


async def test_the_fast_key_goes_on_from_the_last_thing_to_be_read_too() -> None:
    """It once did nothing there, and only the space bar went on to the choices."""
    app = game(case="sacramento-v-lewis", side="respondent", opponent="greedy", seed=12, heat="hot", format="quick")
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        for _ in range(12):
            screen = app.screen
            if not isinstance(screen, LecternScreen):
                break
            if screen.reading and not screen.queue and not screen.hinted:
                await pilot.press("f")
                await pilot.pause()
                assert not (app.screen is screen and screen.reading and not screen.queue), "still waiting"
                return
            await pilot.press("1" if not screen.reading else "space")
            await pilot.pause()
        raise AssertionError("nothing was read to the end")


async def test_a_broad_window_had_seventy_empty_columns_between_the_transcript_and_the_plan(tmp_path) -> None:
    app = game(format="quick", saves=tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        heading = "Your next point, under: Only a purpose to harm shocks the conscience"
        assert heading.replace(" ", "") in "".join(seen(app).split()), "the heading is whole in a small window"
        await pilot.resize_terminal(200, 50)
        await settle(pilot)
        rows = seen(app).splitlines()
        row = next(row for row in rows if heading in row)
        start = row.index(heading)
        assert (200 - BROADEST) // 2 <= start <= (200 - BROADEST) // 2 + 2
        plan = next(row for row in rows if "Cassidy's roadmap" in row)
        assert plan.index("│") - start == BROADEST - 35
        sit = next(row for row in rows if "Sit down" in row)
        assert len(sit) <= (200 + BROADEST) // 2
        assert len(rows[0]) <= (200 + BROADEST) // 2
