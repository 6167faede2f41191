"""The page's sitting in Python, without a browser: the same transcript, choices and record as the plain form."""

import io
import json
import random
import subprocess
import sys
from contextlib import contextmanager

import pytest

from moot.files import library
from moot.plain.play import play
from moot.sitting.setup import new_session
from moot.web.build.compiled import compiled, library_of
from moot.web.page import calls
from moot.web.page.boot import start

STARTED = "2026-01-01T00:00:00+00:00"


@contextmanager
def page_library(tmp_path, *cases):
    """While this lasts cases and judges come from a compiled library, as in the page."""
    path = tmp_path / "library"
    path.write_bytes(compiled(library_of(cases)))
    start(str(path))
    try:
        yield
    finally:
        library.use(None)


def ask(name, *words):
    told = json.loads(calls.call(name, json.dumps(words)))
    assert "error" not in told, told
    return told


def played(options, pick):
    """A whole sitting in the page: what was typed, the last state and the debrief."""
    state, typed = ask("new", options), []
    while state["menu"]:
        number = pick(len(state["menu"]["options"]))
        typed.append(str(number))
        state = ask("choose", number)
    ask("conference")
    return typed, state, ask("debrief")


def plain(options, typed):
    """The same choices in the plain form: its transcript, without the last line that names the file, and its record."""
    session, path = new_session(**options)
    out = io.StringIO()
    play(session, path, io.StringIO("".join(f"{word}\n" for word in typed)), out)
    text = out.getvalue()
    assert any(line.startswith("The sitting is kept in") for line in text.splitlines()[-3:])
    return text[: text.rindex("The sitting is kept in")], path.read_text()


def moves_of(record):
    return record.partition("\n")[2]


@pytest.mark.parametrize("side", ["petitioner", "respondent", "both"])
@pytest.mark.parametrize("seed", range(4))
def test_the_transcript_is_the_plain_forms_to_the_byte(tmp_path, side, seed):
    options = {"case": "first-argument", "side": side, "seed": seed}
    with page_library(tmp_path, "first-argument"):
        dice = random.Random(seed)
        typed, state, _ = played(options, lambda many: dice.randint(1, many))
        shown = ask("transcript")["text"]
    text, record = plain(options, typed)
    assert shown == text
    assert moves_of(state["saved"]) == moves_of(record)


def test_a_choice_taken_back_is_told_as_in_the_plain_form(tmp_path):
    options = {"case": "first-argument", "seed": 3}
    with page_library(tmp_path, "first-argument"):
        ask("new", options)
        typed = []
        for number in (1, 1, 1, 1, 0, 2, 0, 0):
            typed.append(str(number) if number else "undo")
            ask("choose", number) if number else ask("undo")
        shown = ask("transcript")["text"]
    session, path = new_session(**options)
    out = io.StringIO()
    play(session, path, io.StringIO("".join(f"{word}\n" for word in typed)), out)
    # At the end of its input the plain form ends the prompt and says where the sitting is kept.
    assert out.getvalue().startswith(shown)


def test_every_word_of_an_entry_stands_in_the_transcript(tmp_path):
    with page_library(tmp_path, "first-argument"):
        state = ask("new", {"case": "first-argument", "seed": 5})
        entries = list(state["entries"])
        while state["menu"]:
            state = ask("choose", 1)
            entries += state["entries"]
        text = ask("transcript")["text"]
    assert {"turn", "speech", "question"} <= {entry["kind"] for entry in entries}
    for entry in entries:
        for sentence in entry["text"].split(". "):
            assert sentence in text


def test_the_debrief_tells_all_that_the_plain_form_tells(tmp_path):
    with page_library(tmp_path, "first-argument"):
        _, _, debrief = played({"case": "first-argument", "seed": 2}, lambda _: 1)
        text = ask("transcript")["text"]
    told = json.dumps(debrief, ensure_ascii=False).casefold()
    after = text[text.index("DEBRIEF, ") :]
    headings = [section["title"].upper() for section in debrief["sections"]]
    assert {"DEBRIEF", "MARKS", "BALLOT", "EVERY MOVE"} <= set(headings)
    for line in after.splitlines():
        found = next((title for title in headings if line.startswith(title)), "")
        words = json.dumps(line.removeprefix(found).strip(" :,"), ensure_ascii=False)[1:-1]
        assert words.casefold() in told, line


def test_a_record_goes_on_in_the_page_and_back_unchanged_but_for_what_was_added(tmp_path):
    options = {"case": "first-argument", "seed": 11, "side": "respondent"}
    session, path = new_session(**options)
    session.open()
    before = path.read_text()
    with page_library(tmp_path, "first-argument"):
        state = ask("resume", str(path))
        assert state["saved"] == before  # looking writes nothing
        state = ask("choose", 1)
        while state["menu"]:
            state = ask("choose", 1)
        assert state["saved"].startswith(before)
        assert path.read_text() == state["saved"]


def test_in_an_exam_nothing_is_taken_back_and_the_bench_keeps_its_counsel(tmp_path):
    with page_library(tmp_path, "first-argument"):
        state = ask("new", {"case": "first-argument", "seed": 1, "mode": "exam"})
        for _ in range(4):
            state = ask("choose", 1)
        assert not state["can_undo"]
        before = moves_of(state["saved"])
        assert moves_of(ask("undo")["saved"]) == before
        assert "keeps its counsel" in json.loads(calls.call("why", "[]"))["error"]


def test_a_choice_that_is_not_there_is_refused_in_one_line(tmp_path):
    with page_library(tmp_path, "first-argument"):
        ask("new", {"case": "first-argument", "seed": 1})
        for number in (0, -1, 99):
            assert json.loads(calls.call("choose", json.dumps([number])))["error"] == f"There is no choice {number}."
        assert "no case called" in json.loads(calls.call("new", '[{"case": "no-such-case"}]'))["error"]


def test_the_page_needs_no_yaml_no_screen_and_no_file_of_a_case():
    code = (
        "import sys, pkgutil\n"
        "import moot.web.page.boot, moot.web.page.face, moot.plain.closing, moot.report.why, moot.counsel.scripted\n"
        "found = {name.partition('.')[0] for name in sys.modules}\n"
        "bad = found & {'yaml', 'textual', 'rich', 'platformdirs'}\n"
        "bad |= {name for name in sys.modules if name.startswith(('moot.files.yaml', 'moot.files.schema', 'moot.tui', 'moot.proof'))}\n"
        "assert not bad, bad\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr


def test_a_drill_in_the_page_asks_says_why_and_is_kept_in_the_log(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    with page_library(tmp_path, "first-argument"):
        told = ask("practice", "first-argument")
        assert told["title"] == "Drill"
        assert told["question"]["count"].startswith("Question 1 of ")
        assert len(told["question"]["options"]) >= 2
        assert ask("practice-hint")["told"][0].startswith("Hint: ")
        for _ in range(40):
            if told["over"]:
                break
            told = ask("practice-answer", 1)
            assert told["told"][0].startswith("You answer: ")
            if told["again"]:
                told = ask("practice-view")
        assert told["over"]
        assert told["log"] == (tmp_path / "saves" / "practice.log").read_text()
        assert ask("practice", "first-argument")["log"] == told["log"]


def test_a_hot_seat_in_the_page_is_one_judges(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    with page_library(tmp_path, "first-argument"):
        judge = next(iter(library.load_bench(library.load_case("first-argument").bench).judges))
        told = ask("practice", "first-argument", judge.id)
        assert told["title"] == "Hot seat"
        assert judge.title in told["about"]
        refused = json.loads(calls.call("practice", json.dumps(["first-argument", "nobody"])))
        assert "does not sit" in refused["error"]


def test_the_page_keeps_to_the_number_of_sittings_that_an_assignment_allows(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    options = {"case": "first-argument", "seed": 3, "assignment": "week-3", "due": "2026-12-01", "sittings": 1}
    with page_library(tmp_path, "first-argument"):
        state = ask("new", options)
        assert state["assignment"] == "week-3"
        header = json.loads(state["saved"].splitlines()[0])
        assert (header["assignment"], header["due"]) == ("week-3", "2026-12-01")
        refused = json.loads(calls.call("new", json.dumps([options])))
        assert "allows one sitting" in refused["error"]


def test_the_debrief_in_the_page_names_the_passages_that_it_cites(tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path / "saves"))
    with page_library(tmp_path, "first-argument"):
        _, _, told = played({"case": "first-argument", "seed": 2}, lambda count: count)
        case = library.load_case("first-argument")
        known = {(opinion.id, holding.id) for opinion in case.opinions for holding in opinion.holdings}
        cited = [(each["opinion"], each["holding"]) for each in told["cited"]]
        assert set(cited) <= known
        assert len(cited) == len(set(cited))
