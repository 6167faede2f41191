"""A record and an edited case: nothing is written by looking, and nobody is told to have said what they did not say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from moot.errors import RecordError
from moot.files.folders import list_judges
from moot.files.loading import load_case
from moot.files.records import read_record
from moot.round.moves import GiveAnswer
from moot.sitting.replaying import replay
from moot.sitting.setup import new_session, resume_session
from tests.files.pages import HERE

TEXT = (HERE / "base-case.yaml").read_text(encoding="utf-8")


@pytest.fixture
def case(tmp_path) -> Path:
    path = tmp_path / "base-case.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def sitting(case: Path) -> tuple[Path, int]:
    """A record in which counsel has answered a question; and the number of that move."""
    for seed in range(60):
        session, path = new_session(case, "three", side="both", heat="hot", seed=seed)
        session.open()
        while session.waiting and session.round.ply < 12:
            session.play(next(iter(session.round.legal)))
            answers = [(n, move.answer) for n, move in enumerate(session.round.line, 1) if isinstance(move, GiveAnswer)]
            given = [n for n, id in answers if session.case.answers[id].picks is None]
            if given and session.waiting:
                return path, given[0]
    raise AssertionError("no question was asked")


def parts(text: str, question: str) -> list[str]:
    """The texts of the answers to a question, as they stand in the file."""
    case = load_case_of(text)
    return [answer.text for answer in case.questions[question].answers]


def load_case_of(text: str):
    from moot.files.case.read import read_case_text

    found, problems = read_case_text(text, "base-case.yaml")
    assert found is not None, problems
    return found


def test_looking_at_a_sitting_writes_nothing(case) -> None:
    path, _ = sitting(case)
    rows = path.read_bytes().splitlines(keepends=True)
    for size in range(1, len(rows) + 1):
        # Cut off in mid-play, so that the bench or the other counsel is to move when it is taken up again.
        path.write_bytes(b"".join(rows[:size]))
        before = path.read_bytes()
        session, _ = resume_session(path, case)
        session.open()
        assert path.read_bytes() == before
    session.play(next(iter(session.round.legal)))
    assert read_record(path).moves == tuple(str(move) for move in session.round.line)


def test_an_edit_that_is_undone_costs_nothing(case) -> None:
    path, _ = sitting(case)
    before = path.read_bytes()
    head = load_case(case).heads[0].id
    case.write_text(TEXT.replace(head, f"{head}-anew"), encoding="utf-8")
    said: list[str] = []
    session, _ = resume_session(path, case, said.append)
    session.open()
    assert "structure of the case has been edited" in said[-1]
    assert path.read_bytes() == before
    case.write_text(TEXT, encoding="utf-8")
    again, _ = resume_session(path, case, said.append)
    assert again.round.ply == len(read_record(path).moves)


def test_a_record_that_does_not_fit_is_cut_when_a_move_is_made(case) -> None:
    path, number = sitting(case)
    question, letter = read_record(path).moves[number - 1].split()[1].split(".")
    words = parts(TEXT, question)["abcdefgh".index(letter)]
    case.write_text(TEXT.replace(words, "Something else altogether was said."), encoding="utf-8")
    session, _ = resume_session(path, case)
    session.open()
    session.play(next(iter(session.round.legal)))
    moves = read_record(path).moves
    assert moves == tuple(str(move) for move in session.round.line)
    assert moves[: number - 1] == read_record(path).moves[: number - 1]


def test_an_answer_that_stands_under_another_letter_keeps_its_words(case) -> None:
    path, number = sitting(case)
    move = read_record(path).moves[number - 1]
    question, letter = move.split()[1].split(".")
    texts = parts(TEXT, question)
    mine = "abcdefgh".index(letter)
    other = (mine + 1) % len(texts)
    swapped = TEXT.replace(texts[mine], "@@").replace(texts[other], texts[mine]).replace("@@", texts[other])
    case.write_text(swapped, encoding="utf-8")
    said: list[str] = []
    session, _ = resume_session(path, case, said.append)
    answer = session.round.line[number - 1].answer
    assert answer != f"{question}.{letter}"
    assert session.case.answers[answer].text == texts[mine]
    assert any(f"Move {number}" in line and "the same words" in line for line in said)


def test_an_answer_whose_words_are_gone_is_not_given(case) -> None:
    path, number = sitting(case)
    question, letter = read_record(path).moves[number - 1].split()[1].split(".")
    words = parts(TEXT, question)["abcdefgh".index(letter)]
    case.write_text(TEXT.replace(words, "Something else altogether was said."), encoding="utf-8")
    said: list[str] = []
    session, _ = resume_session(path, case, said.append)
    assert session.round.ply == number - 1
    assert f"move {number} no longer stands" in said[-1]
    assert "the words of" in said[-1]


def test_a_comma_is_no_other_answer(case) -> None:
    path, number = sitting(case)
    question, letter = read_record(path).moves[number - 1].split()[1].split(".")
    words = parts(TEXT, question)["abcdefgh".index(letter)]
    case.write_text(TEXT.replace(words, words.rstrip(".") + "!"), encoding="utf-8")
    session, _ = resume_session(path, case)
    assert session.round.ply == len(read_record(path).moves)


def old(path: Path) -> list[dict]:
    """The record as an older version wrote it."""
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        for key in ("sum", "words", "judges"):
            row.pop(key, None)
    return rows


def test_an_old_record_opens_and_an_edit_of_structure_stops_it_at_the_first_answer(case) -> None:
    path, number = sitting(case)
    path.write_text("".join(json.dumps(row) + "\n" for row in old(path)), encoding="utf-8")
    session, _ = resume_session(path, case)
    assert session.round.ply == len(read_record(path).moves)
    said: list[str] = []
    case.write_text(TEXT.replace("strength: 3", "strength: 2", 1), encoding="utf-8")
    session, _ = resume_session(path, case, said.append)
    assert session.round.ply == number - 1
    assert "kept no words" in said[-1]


def test_a_flipped_bit_is_not_called_an_edited_judge(case) -> None:
    path, _ = sitting(case)
    rows = old(path)
    rows[2]["move"] = "sat"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said: list[str] = []
    replay(read_record(path), case, said.append)
    assert "the record is damaged" in said[-1]
    assert "edited" not in said[-1]


def test_an_edited_judge_is_named(case, tmp_path, monkeypatch) -> None:
    path, _ = sitting(case)
    judges = tmp_path / "judges"
    judges.mkdir()
    source = list_judges()["scalia"]
    shutil.copy(source, judges)
    text = (judges / source.name).read_text(encoding="utf-8")
    edited = text.replace("talk: ", "talk: 1 # ", 1)
    assert edited != text
    (judges / source.name).write_text(edited, encoding="utf-8")
    monkeypatch.setenv("MOOT_JUDGES", str(judges))
    said: list[str] = []
    replay(read_record(path), case, said.append)
    assert "Scalia has been edited" in said[-1]
    assert "votes may differ" in said[-1]


def test_a_damaged_last_line_is_named(case) -> None:
    path, _ = sitting(case)
    path.write_bytes(path.read_bytes()[:-9] + b"x\n")
    said: list[str] = []
    replay(read_record(path), case, said.append)
    assert "damaged or cut short" in said[0]


def test_a_record_of_another_case_is_refused(case) -> None:
    path, _ = sitting(case)
    with pytest.raises(RecordError, match="is a record of base-case"):
        replay(read_record(path), "first-argument")
