"""Words and structure are told apart."""

from __future__ import annotations

import pytest

from moot.case.fingerprint import prose_hash, structure_hash
from moot.files.case.read import read_case_text
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()


def prints(text: str) -> tuple[str, str]:
    case, found = read_case_text(text, "base-case.yaml")
    assert case is not None, [str(problem) for problem in found]
    return structure_hash(case), prose_hash(case)


def change(was: str, becomes: str) -> tuple[bool, bool]:
    """Whether structure and prose differ after the change."""
    assert was in BASE
    old, new = prints(BASE), prints(BASE.replace(was, becomes, 1))
    return old[0] != new[0], old[1] != new[1]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("title: A fee is a loss", "title: A fee is a real loss"),
        ("speech: The car was in her hands the same day.", "speech: It was in her hands."),
        ("text: A day.", "text: A whole day and not an hour less whatever the township may say."),
        ("gist: A sign was due.", "gist: It was due."),
        ("facts: Reed left", "facts: She left"),
        ("question: Does the record show a loss?", "question: Was there a loss?"),
    ],
)
def test_words(was, becomes):
    assert change(was, becomes) == (False, True)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("strength: 4", "strength: 5"),
        ("modality: ethical", "modality: textual"),
        ("costs: {roadmap: 2, point: 4", "costs: {roadmap: 2, point: 5"),
        ("attacks: [{rebut: r-act}]", "attacks: [{undercut: r-act}]"),
        ("briefed: true", "briefed: false"),
        ("tone: probing", "tone: hostile"),
        ("manner: decline", "manner: deflect"),
        ("urges: harm.loss", "urges: warning.due"),
        ("{adopted: m-sign}", "{accepted in part: m-sign}"),
        ("who: [notice, hypothetical]", "who: [notice]"),
        ("{notice: 3}", "{notice: 2}"),
        ("replies_to: [statute]", "replies_to: [trifle]"),
    ],
)
def test_structure(was, becomes):
    assert change(was, becomes) == (True, False)


def test_neither():
    assert change("version: 1", "version: 2") == (False, False)
    assert change("format: moot-case/1", "format: moot-case/1   # a comment") == (False, False)


def test_where_words_set_the_cost_a_longer_speech_is_structure():
    free = BASE.replace("costs: {roadmap: 2, point: 4, ask: 2, answer: 2}\n", "", 1)
    was = "speech: The car was in her hands the same day."
    same = free.replace(was, "speech: It was in her hands the same day.")
    longer = free.replace(was, was + " It was." * 40)
    assert prints(free)[0] == prints(same)[0]
    assert prints(free)[0] != prints(longer)[0]
