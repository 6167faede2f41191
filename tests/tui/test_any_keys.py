"""Random legal keys, other keys, the mouse, resizes and pastes: the screen always agrees with the engine.

Hypothesis chooses the steps; `python -m tests.tui.any_keys` makes longer runs.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from moot.testing import hostile_text
from tests.tui.any_keys import HOSTILE, KEYS, SIZES, Anybody


class AnyKeys(RuleBasedStateMachine):
    """A game and somebody who presses anything. A game that was left is left alone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.person: Anybody | None = None

    @initialize(
        side=st.sampled_from(("petitioner", "respondent", "both")),
        seed=st.integers(0, 9),
        hostile=st.booleans(),
        mode=st.sampled_from(("training", "exam")),
    )
    def begin(self, side: str, seed: int, hostile: bool, mode: str) -> None:
        self.person = Anybody(Path(self.folder.name), hostile=hostile, side=side, seed=seed, mode=mode)

    @property
    def playing(self) -> bool:
        return self.person is not None and not self.person.app._exit

    @precondition(lambda self: self.playing)
    @rule(number=st.integers(0, 40))
    def legal(self, number: int) -> None:
        self.person.legal(number)

    @precondition(lambda self: self.playing)
    @rule(number=st.integers(1, 9))
    def choose(self, number: int) -> None:
        self.person.press(str(number))

    @precondition(lambda self: self.playing)
    @rule(key=st.sampled_from(("space", "f", "enter", "escape")))
    def read_on(self, key: str) -> None:
        self.person.press(key)

    @precondition(lambda self: self.playing)
    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        self.person.press(key)

    @precondition(lambda self: self.playing)
    @rule(size=st.sampled_from(SIZES))
    def resize(self, size: tuple[int, int]) -> None:
        self.person.resize(*size)

    @precondition(lambda self: self.playing)
    @rule(across=st.integers(0, 199), down=st.integers(0, 59))
    def click(self, across: int, down: int) -> None:
        self.person.click(across, down)

    @precondition(lambda self: self.playing)
    @rule(text=st.sampled_from(HOSTILE) | hostile_text())
    def paste(self, text: str) -> None:
        self.person.paste(text)

    def teardown(self) -> None:
        if self.person is not None:
            self.person.close()
        self.folder.cleanup()


@pytest.mark.slow
def test_the_screen_agrees_with_the_engine_whatever_is_pressed(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    AnyKeys.TestCase.settings = settings(
        max_examples=4,
        stateful_step_count=75,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        # The steps are in the message; shrinking them takes longer than reading them.
        phases=(Phase.generate,),
    )
    AnyKeys.TestCase().runTest()


def test_a_paste_into_the_palette_reached_the_terminal(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    person = Anybody(tmp_path)
    try:
        person.press("ctrl+p")
        for text in HOSTILE:
            person.paste(text)
    finally:
        person.close()


@pytest.mark.slow
def test_hostile_text_goes_through_every_page(monkeypatch, tmp_path) -> None:
    """From the start to the debrief by keys, with the text of the case hostile throughout; every page of every screen is looked at."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    person = Anybody(tmp_path, hostile=True, side="both", mode="training")
    seen = set()
    try:
        for _ in range(260):
            screen = type(person.app.screen).__name__
            first = screen not in seen
            seen.add(screen)
            if first and screen in {"BriefScreen", "DebriefScreen", "WhyScreen", "RulingScreen", "ReaderScreen"}:
                for _ in range(9):
                    person.press("right")
            if first and screen == "LecternScreen":
                for key in ("b", "escape", "question_mark", "escape", "j", "x", "enter", "escape", "ctrl+p", "escape"):
                    person.press(key)
            if first and screen == "DebriefScreen":
                for key in ("w", "escape", "r", "enter"):
                    person.press(key)
                break
            offered = getattr(person.app.screen, "offered", None)
            if screen == "RoadmapScreen":
                for key in ("1", "2", "enter"):
                    person.press(key)
            elif screen == "Ask":
                person.press("y")
            elif offered:
                person.press(str(len(offered)))
            elif screen == "LecternScreen":
                person.press("f")
                if person.app.screen.__class__.__name__ == screen and not person.app.screen.offered:
                    person.press("space")
            else:
                person.press("f" if screen == "ConferenceScreen" and first else "enter")
        assert {
            "BriefScreen",
            "RoadmapScreen",
            "LecternScreen",
            "HandOverScreen",
            "ConferenceScreen",
            "RulingScreen",
            "DebriefScreen",
        } <= seen
    finally:
        person.close()
