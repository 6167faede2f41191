"""A case is edited under a sitting that is kept: it goes on with exactly what was chosen, or stops before what no longer stands."""

from __future__ import annotations

import copy
import re
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from moot.case import Case
from moot.files.loading import load_case
from moot.files.records import read_record
from moot.round.moves import Ask, GiveAnswer, Pass, Plead, Resume, parse_move
from moot.sitting.replaying import replay
from moot.sitting.setup import new_session, resume_session
from tests.files.pages import HERE

TEXTS = [
    (HERE / "base-case.yaml").read_text(encoding="utf-8"),
    (HERE.parent.parent / "moot" / "templates" / "case.yaml").read_text(encoding="utf-8").replace("CASE-ID", "my-case"),
]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads dates as text, which moot does too."""


_Loader.yaml_implicit_resolvers = {
    sign: [each for each in known if "timestamp" not in each[0]]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
TREES = [yaml.load(text, _Loader) for text in TEXTS]


def questions(tree: dict) -> list[dict]:
    return [question for point in tree["points"] for question in point.get("questions", [])]


def with_answers(tree: dict) -> list[dict]:
    return [question for question in questions(tree) if len(question.get("answers", [])) > 1 and "pick" not in question]


def renamed(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)


def reword_answer(draw, tree):
    answer = draw(st.sampled_from(draw(st.sampled_from(with_answers(tree)))["answers"]))
    answer["text"] = draw(
        st.sampled_from(["Another thing altogether.", f"{answer['text']} And more.", f" {answer['text']}!"])
    )


def reword_question(draw, tree):
    draw(st.sampled_from(questions(tree)))["text"] = "What of another thing altogether?"


def reword_point(draw, tree):
    draw(st.sampled_from(tree["points"]))["speech"] = "May it please the Court: another thing altogether."


def swap_answers(draw, tree):
    """The texts in another order under the same letters: what H6 was."""
    question = draw(st.sampled_from(with_answers(tree)))
    order = draw(st.permutations(question["answers"]))
    letters = [answer["id"] for answer in question["answers"]]
    question["answers"] = [
        {**answer, "id": letter} for answer, letter in zip(copy.deepcopy(order), letters, strict=True)
    ]


def exchange_ids(both):
    for one, id in zip(both, [each["id"] for each in reversed(both)], strict=True):
        one["id"] = id


def swap_questions(draw, tree):
    """Two questions exchange their ids, where there are two."""
    exchange_ids(draw(st.permutations(questions(tree)))[:2])


def swap_points(draw, tree):
    """Two points of a side exchange their ids, where another edit has left two."""
    exchange_ids(draw(st.permutations([point for point in tree["points"] if point["side"] == "petitioner"]))[:2])


def insert_answer(draw, tree):
    question = draw(st.sampled_from(with_answers(tree)))
    new = {"id": "x", "text": "A new answer.", "manner": "evade"}
    question["answers"].insert(draw(st.integers(0, len(question["answers"]))), new)
    for letter, answer in zip("abcdefgh", question["answers"], strict=False):
        answer["id"] = letter


def insert_question(draw, tree):
    point = draw(st.sampled_from(tree["points"]))
    answers = [{"id": "a", "text": "Yes.", "manner": "direct"}, {"id": "b", "text": "No matter.", "manner": "evade"}]
    new = {"id": "q-new", "purpose": "clarify", "tone": "neutral", "text": "And so?", "answers": answers}
    point["questions"] = [new, *point.get("questions", [])]


def delete_answer(draw, tree):
    answers = draw(st.sampled_from(with_answers(tree)))["answers"]
    del answers[draw(st.integers(0, len(answers) - 1))]
    for letter, answer in zip("abcdefgh", answers, strict=False):
        answer["id"] = letter


def delete_question(draw, tree):
    point = draw(st.sampled_from([point for point in tree["points"] if point.get("questions")]))
    del point["questions"][draw(st.integers(0, len(point["questions"]) - 1))]


def delete_point(draw, tree):
    del tree["points"][draw(st.integers(0, len(tree["points"]) - 1))]


def reorder_points(draw, tree):
    tree["points"] = draw(st.permutations(tree["points"]))


def reorder_heads(draw, tree):
    tree["heads"]["petitioner"] = draw(st.permutations(tree["heads"]["petitioner"]))


def rename(draw, tree):
    """An id, with all that names it."""
    old = draw(
        st.sampled_from([each["id"] for each in (*questions(tree), *tree["points"], *tree["heads"]["petitioner"])])
    )
    text = renamed(yaml.dump(tree, allow_unicode=True, sort_keys=False), old, f"{old}-anew")
    tree.clear()
    tree.update(yaml.load(text, _Loader))


def change_costs(draw, tree):
    tree["costs"] = {
        "roadmap": draw(st.integers(1, 4)),
        "point": draw(st.integers(4, 20)),
        "ask": 2,
        "answer": draw(st.integers(1, 6)),
    }


def change_guard(draw, tree):
    question = draw(st.sampled_from(questions(tree)))
    said = draw(st.sampled_from([f"{other['id']}.a" for other in with_answers(tree)]))
    question["when"] = [{draw(st.sampled_from(["said", "unsaid"])): said}]


EDITS = [
    reword_answer, reword_question, reword_point, swap_answers, swap_questions, swap_points, insert_answer, insert_question, delete_answer,
    delete_question, delete_point, reorder_points, reorder_heads, rename, change_costs, change_guard,
]  # fmt: skip


def words_of(case: Case, move) -> str:
    """What a move says, without what is no word."""
    if isinstance(move, GiveAnswer):
        said = case.answers[move.answer]
        text = f"{case.questions[move.answer.rpartition('.')[0]].id and said.text}"
    elif isinstance(move, Plead):
        text = case.point[move.point].speech
    elif isinstance(move, Ask):
        text = case.questions[move.question].text
    else:
        return str(move).partition(" ")[0]
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def everything_said(case: Case, move) -> set[str]:
    """All that can be said in the case by this kind of move."""
    if isinstance(move, Plead):
        return {words_of(case, Plead(point.id)) for point in case.points}
    return {words_of(case, Ask(question, "x")) for question in case.questions}


def agrees(before: Case, was, after: Case, now) -> bool:
    """Whether a move made again says what it said. A point or a question may have been reworded; an answer may not."""
    if type(was) is not type(now):
        return False
    old, new = words_of(before, was), words_of(after, now)
    if isinstance(now, GiveAnswer) or old == new or not isinstance(now, Plead | Ask):
        return old == new
    # Reworded: the new words were nowhere before, and the old are nowhere now.
    return new not in everything_said(before, was) and old not in everything_said(after, now)


@pytest.mark.slow
@settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    report_multiple_bugs=False,
)
@given(st.data())
def test_a_sitting_goes_on_with_what_was_chosen_or_stops_and_says_why(data) -> None:
    which = data.draw(st.integers(0, len(TREES) - 1))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{TREES[which]['id']}.yaml"
        file.write_text(TEXTS[which], encoding="utf-8")
        before = load_case(file)
        session, path = new_session(
            file, "three", side="both", heat="hot", seed=data.draw(st.integers(0, 999)), saves=folder
        )
        session.open()
        for choice in data.draw(st.lists(st.integers(0, 9), min_size=2, max_size=25)):
            if session.waiting:
                legal = list(session.round.legal)
                session.play(legal[choice % len(legal)])
        session.recorder.close()
        tree = copy.deepcopy(TREES[which])
        for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=2)):
            edit(data.draw, tree)
        file.write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
        try:
            after = load_case(file)
        except Exception:
            assume(False)
        whole = path.read_bytes()
        said: list[str] = []
        again, _ = resume_session(path, file, said.append)
        kept = read_record(path)
        line = list(again.round.line)
        at = filled = 0
        for was in map(parse_move, kept.moves):
            # Where the bench may now break in and could not then, it passes and counsel goes on; that is said.
            while at < len(line) and isinstance(line[at], Pass | Resume) and not agrees(before, was, after, line[at]):
                at, filled = at + 1, filled + 1
            if at == len(line):
                break
            assert agrees(before, was, after, line[at]), (str(was), str(line[at]), said)
            at += 1
        assert not filled or any(f"{filled} move" in told and "filled in" in told for told in said), said
        if len(line) < len(kept.moves) and not filled:
            assert f"{len(line)} of {len(kept.moves)} moves agree" in said[-1]
        again.open()
        assert path.read_bytes() == whole
        if again.waiting:
            again.play(next(iter(again.round.legal)))
            assert read_record(path).moves == tuple(str(move) for move in again.round.line)
            assert replay(read_record(path), file).line == again.round.line
        again.recorder.close()
