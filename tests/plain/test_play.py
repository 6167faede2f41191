"""The line-by-line form: whole rounds, every word, and nothing lost whatever happens."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys

import pytest

from moot.files.loading import load_bench, load_case
from moot.files.records import read_record
from moot.plain.page import Page, Para
from moot.plain.play import play
from moot.sitting.setup import new_session, resume_session
from moot.sitting.words.spoken import judge_called


def sit(typed: str, side: str = "petitioner", **more):
    session, path = new_session("sacramento-v-lewis", side=side, seed=more.pop("seed", 7), **more)
    out = io.StringIO()
    code = play(session, path, io.StringIO(typed), out)
    return code, out.getvalue(), session, path


@pytest.mark.parametrize("side", ["petitioner", "respondent", "both"])
@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
def test_a_whole_round_by_numbers(side, form) -> None:
    code, text, session, path = sit("1\n" * 200, side, format=form, opponent="novice")
    assert code == 0
    assert session.round.turn is None
    for head in ("CONFERENCE", "RULING", "MARKS", "BALLOT", "BESIDE THE REAL RULING"):
        assert head in text
    assert tuple(str(move) for move in session.round.line) == read_record(path).moves


def test_every_choice_is_numbered_and_followed_by_the_prompt() -> None:
    _, text, _, _ = sit("1\n2\n4\n1\n1\n", format="quick")
    blocks = re.findall(r"((?:  \d+\) .+\n)+)> ", text)
    assert len(blocks) >= 4
    for block in blocks:
        numbers = [int(number) for number in re.findall(r"^  (\d+)\) ", block, flags=re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_notation_is_taken_wherever_a_number_is() -> None:
    _, _, by_word, _ = sit("roadmap standard,restraint reserve 2\nplead p-riot\n")
    _, _, by_number, _ = sit("1\n2\n4\n2\n3\n")
    assert by_word.round.line == by_number.round.line
    assert str(by_word.round.line[1]) == "plead p-riot"


def test_the_words() -> None:
    typed = "brief\nrecord\nwhy\nroadmap standard,conduct reserve 0\nwhy scalia\nwhy nobody\nsave\nhelp\n\n99\nplead zz\nquit\n"
    code, text, session, path = sit(typed)
    assert code == 0
    assert "75 seconds" in text
    assert "OUTSIDE IT" in text
    assert "Justice Scalia, for petitioners. " in text
    assert "No judge called nobody sits" in text
    assert "There is no choice 99" in text
    assert "there is no such point" in text
    assert text.rstrip().endswith(f"Saved in {path}; go on with: moot play --plain --resume {path}")
    assert session.round.ply == 1


def test_a_letter_alone_gave_an_answer() -> None:
    """``b`` is the brief on the screen, and was the second answer here."""
    session, path = new_session("first-argument", format="quick", seed=3, opponent="novice")
    play(session, path, io.StringIO("1\n1\n1\n"), io.StringIO())
    assert session.round.position.state.pending
    ply = session.round.ply
    out = io.StringIO()
    play(session, path, io.StringIO("".join(f"{letter}\n" for letter in "bracdxnmwtze")), out)
    assert session.round.ply == ply
    text = out.getvalue()
    for told in (
        "THE RECORD",
        "AUTHORITIES",
        "Nothing has been conceded yet",
        "From the questions to the judgment",
        "A question is pending: until it is answered",
        "There is no note of yours",
        "The other side has said nothing yet",
        "May the Librarian forgive fines by a notice to every reader?",
        "PETITIONER AT THE LECTERN",
        "z does nothing here. An answer is chosen by its number",
    ):
        assert told in text, told
    play(session, path, io.StringIO("u\n"), io.StringIO())
    assert session.round.ply < ply


def test_why_during_the_argument_told_the_vote() -> None:
    """The same key on the screen tells where each judge stands on the issue at hand, and never the vote."""
    session, path = new_session("first-argument", format="quick", seed=3, opponent="novice")
    out = io.StringIO()
    play(session, path, io.StringIO("1\n1\n1\nwhy\nwhy pole\n"), out)
    text = out.getvalue()
    asked = text.count("May the Librarian forgive fines by a notice to every reader?")
    assert asked == 2
    assert text.count("Judge Pole, for ") == 2
    assert text.count("Judge Vale, for ") == 1
    assert "the vote" not in text.partition("Your answer")[2]


def test_several_numbers_on_a_line_were_called_no_move() -> None:
    """And what might be typed was told in the notation of records."""
    session, path = new_session("first-argument", format="quick", seed=3, opponent="novice")
    out = io.StringIO()
    play(session, path, io.StringIO("1,2\n1 2\nfirst\n"), out)
    text = out.getvalue()
    assert text.count("One number at a time: 1 to 2.") == 2
    assert "Type a number from 1 to 2, or help." in text
    assert session.round.ply == 0


def test_a_weak_answer_could_not_be_marked_in_the_plain_form() -> None:
    session, path = new_session("first-argument", side="respondent", format="quick", seed=3)
    out = io.StringIO()
    play(session, path, io.StringIO("m\nmark 1\nmark 99\nmark\n1\n1\n"), out)
    text = out.getvalue()
    assert "1. “The Code lets the Librarian forgive”" in text
    assert "Marked as weak" in text
    assert "There is no 99" in text
    assert "(marked)" in text
    assert "presses what you marked: “The Code lets the Librarian forgive”" in text


def test_an_unfinished_roadmap_can_be_taken_back_a_step() -> None:
    _, text, session, _ = sit("1\nundo\n2\n1\n4\n1\n")
    assert str(session.round.line[0]).startswith("roadmap conduct,standard")
    assert text.count("which head first?") == 2


def test_undo_in_training_and_not_in_an_exam() -> None:
    line = "roadmap standard,conduct reserve 0\nplead p-riot\n"
    _, text, session, path = sit(line + "undo\nundo\nundo\n")
    assert session.round.ply == 0
    assert "There is nothing to take back." in text
    assert read_record(path).moves == ()
    _, text, session, _ = sit(line + "undo\nwhy\n", mode="exam")
    assert session.round.ply >= 2
    assert "Nothing is taken back in an exam." in text
    assert "keeps its counsel" in text


def test_the_end_of_input_saves_and_says_how_to_go_on() -> None:
    code, text, session, path = sit("roadmap standard,conduct reserve 0\nplead p-riot\n")
    assert code == 0
    assert text.splitlines()[-1] == f"Saved in {path}; go on with: moot play --plain --resume {path}"
    again, same = resume_session(path)
    assert same == path
    assert again.round.position == session.round.position
    assert again.round.line == session.round.line


def test_nothing_printed_can_move_the_cursor() -> None:
    _, text, _, _ = sit("1\n" * 120, format="quick")
    assert not re.search(r"[^\n\x20-\x7e\u00a0-\uffff]", text)


def test_a_terminal_gets_lines_of_78_and_a_pipe_whole_paragraphs() -> None:
    words = "word " * 60
    narrow, wide = io.StringIO(), io.StringIO()
    Page(narrow, 78).put([Para(words.strip(), 2, 3)])
    Page(wide, None).put([Para(words.strip(), 2, 3)])
    assert max(map(len, narrow.getvalue().splitlines())) <= 78
    assert len(wide.getvalue().splitlines()) == 1


@pytest.mark.parametrize("prompts", [2, 5, 9])
def test_kill_9_loses_nothing_shown(saves, prompts) -> None:
    """Kill the process right after a prompt: every move shown before it is in the record, and the sitting goes on."""
    game = subprocess.Popen(
        [sys.executable, "-m", "moot", "play", "sacramento-v-lewis", "--plain", "--seed", "3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=False,
        env={**os.environ},
    )
    shown = b""
    for _ in range(prompts):
        while not shown.endswith(b"\n> "):
            shown += game.stdout.read(1)
        game.stdin.write(b"1\n")
        game.stdin.flush()
        shown += b"1\n"
    while not shown.endswith(b"\n> "):
        shown += game.stdout.read(1)
    game.send_signal(signal.SIGKILL)
    game.wait()
    game.stdin.close()
    game.stdout.close()
    path = next(saves.glob("*.jsonl"))
    moves = read_record(path).moves
    text = shown.decode()
    assert text.count("CASSIDY [") == sum(move.startswith(("plead", "resume")) for move in moves)
    session, _ = resume_session(path)
    assert [str(move) for move in session.round.line] == list(moves)
    assert session.waiting


def test_an_edit_of_words_loads_and_an_edit_of_structure_says_where_it_parts(tmp_path, capsys) -> None:
    from moot.files.folders import list_cases

    source = list_cases()["sacramento-v-lewis"]
    copy = tmp_path / source.name
    text = source.read_text(encoding="utf-8").replace("    text: sacramento-v-lewis.opinion.txt\n", "")
    copy.write_text(text, encoding="utf-8")
    session, path = new_session(copy, seed=1)
    out = io.StringIO()
    play(session, path, io.StringIO("roadmap standard,conduct reserve 0\nplead p-riot\n"), out)
    before = read_record(path).moves
    said: list[str] = []

    copy.write_text(text.replace("A chase is like a prison riot", "A chase is a riot on wheels"), encoding="utf-8")
    again, _ = resume_session(path, copy, said.append)
    assert [str(move) for move in again.round.line] == list(before)
    assert "words" in said[-1]

    # Renamed with its words whole it is the same point, and the sitting goes on.
    copy.write_text(text.replace("p-riot", "p-uproar"), encoding="utf-8")
    renamed, _ = resume_session(path, copy, said.append)
    assert [str(move) for move in renamed.round.line] == [move.replace("p-riot", "p-uproar") for move in before]

    elsewhere = re.sub(r"(id: p-riot\n    side: petitioner\n    head: )\w+", r"\g<1>immunity", text)
    assert elsewhere != text
    copy.write_text(elsewhere, encoding="utf-8")
    cut, _ = resume_session(path, copy, said.append)
    assert [str(move) for move in cut.round.line] == list(before[:1])
    assert "move 2 no longer stands" in said[-1]
    assert read_record(path).moves == before


def test_the_record_says_everything_needed_to_play_it_again() -> None:
    _, _, session, path = sit("1\n" * 30, format="quick", heat="hot", opponent="novice")
    header = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    assert {"case", "bench", "format", "seed", "heat", "side", "opponent", "structure", "prose"} <= set(header)
    assert header["seed"] == session.round.seed


def test_a_sitting_taken_up_again_shows_the_question_that_waits() -> None:
    typed = "roadmap standard,conduct reserve 0\nplead p-shocks\n"
    for seed in range(20):
        _, text, session, path = sit(typed, seed=seed, heat="hot")
        if session.round.position.state.pending:
            break
    question = session.case.questions[session.round.position.state.pending]
    again, _ = resume_session(path)
    out = io.StringIO()
    play(again, path, io.StringIO(""), out)
    shown = out.getvalue()
    assert question.text in shown
    assert f"The argument so far: {session.round.ply} moves." in shown
    assert "May it please the Court" not in shown  # only what followed the last choice
    assert shown.split("It was left here.)")[1].split("\n> ")[0].strip() in text.replace("\n\n\n", "\n\n")


def test_after_an_undo_the_question_is_put_again() -> None:
    typed = "roadmap standard,conduct reserve 0\nplead p-shocks\n"
    for seed in range(20):
        _, _, session, _ = sit(typed, seed=seed, heat="hot")
        if session.round.position.state.pending:
            break
    question = session.case.questions[session.round.position.state.pending]
    _, text, session, _ = sit(f"{typed}1\nundo\n", seed=seed, heat="hot")
    assert session.round.position.state.pending == question.id
    assert text.count(question.text) == 2


@pytest.mark.parametrize(
    "typed", ["²", "٣", "9" * 5000, "0", "-1", "\x1b[31mred", "why \x1b[2J", "x" * 9000, "\x00", "\u202e1"]
)
def test_nothing_typed_can_stop_the_sitting_or_reach_the_screen(typed) -> None:
    code, text, session, _ = sit(f"{typed}\nquit\n")
    assert code == 0
    assert session.round.ply == 0
    assert not re.search(r"[^\n\x20-\x7e\u00a0-\u1fff\u2010-\u2027\u2030-\uffff]", text)
    assert max(len(line) for line in text.splitlines()) < 2000


def test_the_way_back_names_a_case_that_has_no_known_id(tmp_path, saves, capsys) -> None:
    import shlex

    from moot.cli import main

    folder = tmp_path / "my cases"
    assert main(["new", "case", "my-case", "--dir", str(folder)]) == 0
    words = [sys.executable, "-m", "moot", "play", str(folder / "my-case.yaml"), "--plain"]
    first = subprocess.run(words, input="1\n", capture_output=True, text=True, check=True, timeout=60)
    command = first.stdout.splitlines()[-1].split("go on with: ")[1]
    again = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        input="1\n" * 80,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
    )
    assert again.returncode == 0, again.stderr
    assert "CONFERENCE" in again.stdout
    assert len(list(saves.glob("*.jsonl"))) == 1


def test_a_judge_of_a_made_up_bench_could_be_named_by_an_id_alone() -> None:
    """The bench shows Pole; "why pole" said that sceptic, textualist, and pragmatist sit."""
    sitting = load_bench(load_case("first-argument").bench)
    assert {judge_called(sitting, name) for name in ("pole", "POLE", "textualist")} == {"textualist"}
    assert judge_called(sitting, "nobody") is None
