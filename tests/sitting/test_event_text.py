"""Every face lays out the same words: what an event says is said in one place."""

from __future__ import annotations

import pytest

import moot
from moot.counsel import Novice
from moot.plain.render import transcript as plain_transcript
from moot.report.transcript import transcript as report_transcript
from moot.sitting.events import Closed, Decided, Hint, Light, Opened, WorkedOut, next_said
from moot.sitting.retelling import retell
from moot.sitting.words.event_text import event_text
from moot.tui.widgets.transcript import set_event
from moot.web.page.entries import entries


@pytest.mark.parametrize("seed", [1, 4])
def test_every_face_says_an_event_in_the_same_words(seed: int) -> None:
    """Four faces worded the events each for itself: a light and the end of a turn were told in three ways."""
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, moot.load_bench("lewis-1998"), seed=seed, format="quick")
    round.play_out(Novice(seed), Novice(seed + 1))
    events = retell(round)
    plain = "\n".join(para.text for para in plain_transcript(events, round))
    report = "\n".join(line.text for line in report_transcript(round))
    web = "\n".join(str(entry["text"]) for entry in entries(events, round))
    kinds = set()
    for index, event in enumerate(events):
        following = next_said(events, index)
        words = event_text(event, following, round)
        shown = set_event(event, following, round)
        if words is None:
            assert shown is None
            continue
        kinds.add(type(event))
        for said in filter(None, (words.text, words.aside)):
            assert said in plain
            assert said in web
            if not isinstance(event, Hint | WorkedOut | Decided | Opened):
                assert said in report
            if not isinstance(event, Hint) and not (isinstance(event, Opened) and event.segment.replies):
                assert shown is not None
                assert any(said in paragraph.plain for paragraph in shown.paragraphs), said
    assert {Closed, Light, Opened} <= kinds


def test_the_end_of_a_turn_is_told_with_the_time_left() -> None:
    """Reports and screens left out how much of the time was not used."""
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench), seed=1)
    round.play_out(lambda here: here.legal[0] if len(here.legal) == 1 else here.legal[-1], Novice(1))
    events = retell(round)
    ends = [event_text(event, None, round) for event in events if isinstance(event, Closed) and not event.by_red_light]
    assert any(words is not None and "unused" in words.text for words in ends)
