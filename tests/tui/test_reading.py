"""What is shown, and when: beats, the retelling, the lectern's view, and the plan beside the transcript."""

from __future__ import annotations

from pathlib import Path

import pytest

import moot
from moot.case import Reaction, Side
from moot.counsel import Novice, Scripted
from moot.round import moves
from moot.sitting.events import Answered, Asked, Begun, Closed, Decided, Opened, Reacted, Resumed
from moot.sitting.session import Session
from moot.sitting.showing.look import ASKS, LOOKS, seated, view
from moot.sitting.words.spoken import said_text
from moot.tui.story import beats, retell
from moot.tui.text import EMPTY, Hanging, Ink, Pile, words
from moot.tui.widgets.transcript import set_event


@pytest.fixture(scope="module")
def case():
    return moot.load_case("sacramento-v-lewis")


@pytest.fixture(scope="module")
def nine():
    return moot.load_bench("lewis-1998")


def played(case, bench, human=Side.PETITIONER, heat="hot", seed=2):
    """A whole sitting with the events as they came."""
    session = Session(case, bench, human=human, opponent=Scripted(), seed=seed, format="quick", heat=heat)
    events = session.open()
    batches = [events]
    person = Novice(seed)
    while session.waiting:
        batches.append(session.play(person.choose(session.round)))
    return session, batches


def test_a_line_is_retold_as_it_was_told(case, nine) -> None:
    session, batches = played(case, nine)
    assert retell(session.round) == [event for batch in batches for event in batch]


def test_no_event_is_lost_in_the_beats_and_their_order_is_kept(case, nine) -> None:
    for human in (*Side, None):
        _, batches = played(case, nine, human)
        for batch in batches:
            assert [event for beat in beats(batch, human) for event in beat.events] == batch


def test_every_word_of_an_opponent_waits_and_no_question_to_the_player_does(case, nine) -> None:
    _, batches = played(case, nine)
    for batch in batches:
        side = None
        cut = beats(batch, Side.PETITIONER)
        for beat, then in zip(cut, [*cut[1:], None], strict=True):
            first, last = beat.events[0], beat.events[-1]
            side = getattr(first, "side", side)
            ends = isinstance(last, Closed) and then is not None and isinstance(then.events[0], Decided)
            if isinstance(first, Opened) or ends:
                assert not beat.waits
            elif side is Side.RESPONDENT or isinstance(last, Closed) or isinstance(first, Begun | Resumed | Decided):
                assert beat.waits
            elif isinstance(first, Asked) and first is batch[-1]:
                assert not beat.waits


def test_what_a_pick_names_is_said_once(case) -> None:
    for answer in case.answers.values():
        if answer.picks:
            text, named = said_text(case, answer)
            said = f"{text} {named}".lower()
            item = case.authority.get(answer.picks) or case.record_item[answer.picks]
            assert said.count(item.text.lower() if hasattr(item, "page") else item.cite.lower()) == 1


def test_a_look_before_the_next_question_waits(case, nine) -> None:
    seen = 0
    for seed in range(12):
        _, batches = played(case, nine, seed=seed)
        for batch in batches:
            cut = beats(batch, Side.PETITIONER)
            for beat, then in zip(cut, cut[1:], strict=False):
                if isinstance(beat.events[0], Answered) and isinstance(then.events[0], Asked):
                    assert beat.waits is isinstance(beat.events[-1], Reacted) or beat.events[0].side is Side.RESPONDENT
                    seen += 1
    assert seen


def test_the_bench_sits_with_the_chief_in_the_middle(nine) -> None:
    assert seated([judge.id for judge in nine.judges]) == [
        "ginsburg", "souter", "scalia", "stevens", "rehnquist", "oconnor", "kennedy", "thomas", "breyer",
    ]  # fmt: skip
    assert seated(["a"]) == ["a"]
    assert seated(["a", "b"]) == ["b", "a"]


def test_every_look_fits_under_the_shortest_name() -> None:
    for look in (ASKS, *LOOKS.values()):
        assert len(f"{look.glyph} {look.word}") <= 7


def test_every_reaction_has_a_look_and_a_line_in_the_docs() -> None:
    """The fourteen words stood in six lists."""
    assert set(LOOKS) == set(Reaction)
    docs = (Path(__file__).parents[2] / "docs" / "judge-format.md").read_text(encoding="utf-8")
    (told,) = (line for line in docs.splitlines() if line.lstrip().startswith("react:"))
    assert told.partition("#")[2].split() == [str(each) for each in Reaction]


def test_the_view_follows_what_has_been_told_and_not_what_has_been_played(case, nine) -> None:
    session, batches = played(case, nine)
    events = [event for batch in batches for event in batch]
    opening = view(session.round, events[:1])
    assert (opening.turn.name, opening.clock, opening.plan) == ("petitioner", 32, ())
    for index, event in enumerate(events):
        shown = view(session.round, events[: index + 1])
        if isinstance(event, Asked):
            (asking,) = [seat for seat in shown.seats if seat.now]
            assert asking.judge == event.judge
        if isinstance(event, Closed):
            assert shown.turn == event.segment
            assert shown.red is event.by_red_light or shown.clock == 0
        if isinstance(event, Opened) and event.ply:
            assert shown.turn == event.segment
            assert shown.clock == event.ticks
    assert view(session.round, events).turn is None


def test_the_plan_marks_what_has_been_said(case, nine) -> None:
    session = Session(case, nine, human=None, seed=1, heat="cold")
    events = session.open()
    events += session.play("roadmap standard,conduct reserve 4")
    assert [(row.state, row.point) for row in view(session.round, events).plan].count(("open", True)) == 4
    events += session.play("plead p-riot")
    shown = view(session.round, events)
    said = {row.title: row.state for row in shown.plan if row.point}
    assert said[case.point["p-riot"].title] in ("full", "half")
    assert shown.reserve == 16
    if moves.Turn("conduct") in session.round.legal:
        events += session.play("turn conduct")
        heads = [row.state for row in view(session.round, events).plan if not row.point]
        assert heads == ["left", "now"]


def test_a_speech_that_is_cut_goes_on_where_it_stopped(case, nine) -> None:
    session, batches = played(case, nine)
    events = [event for batch in batches for event in batch]
    cut = []
    for begun, then in zip(events, events[1:], strict=False):
        if isinstance(begun, Begun) and isinstance(then, Asked):
            first = set_event(begun, then, session.round)
            whole = set_event(begun, None, session.round)
            assert len(first.plain) < len(whole.plain)
            assert first.paragraphs[0].plain.endswith(" \u2013")
            cut.append(begun.point)
    assert cut, "no speech was cut"
    for resumed in (event for event in events if isinstance(event, Resumed)):
        rest = set_event(resumed, None, session.round).paragraphs[0].plain
        # The sentence that was broken off is begun again, and nothing after it is lost.
        assert case.point[resumed.point].speech.endswith(rest)


@pytest.mark.parametrize("width", [30, 40, 78, 118])
def test_hanging_text_keeps_to_its_width_and_loses_no_word(width) -> None:
    text = "In a police pursuit, must conduct shock the conscience before an officer violates due process?"
    shown = Hanging(words(("Scalia", Ink.BENCH)), [words(text)], indent=11, end=words("2:00"))
    rows = shown.laid(width).plain.split("\n")
    assert all(len(row) <= width for row in rows)
    assert all(row.startswith(" " * 11) for row in rows[1:])
    found = " ".join(rows).replace("2:00", "").split()
    assert found == ["Scalia", *text.split()]
    pile = Pile([words("one"), shown, EMPTY, words("two")])
    assert pile.laid(width).plain.split("\n") == ["one", *rows, "", "two"]


def test_control_characters_never_reach_the_terminal() -> None:
    assert words("a\x1b[31mb\x07c\u202ed").plain == "a [31mb c d"
