"""A case played while it is written: choices outlive a save, and what no longer fits is told and kept."""

from __future__ import annotations

import pytest

import moot
from moot.errors import MootError
from moot.files.case.read import read_case_text
from moot.files.folders import list_cases
from moot.round.moves import parse_move
from moot.round.rules import rules_for
from moot.sitting.preview import Preview
from moot.study.starting import starting_line

SOURCE = list_cases()["first-argument"].read_text()


def read(source=SOURCE):
    case, found = read_case_text(source, "first-argument.yaml")
    assert case is not None, [str(problem) for problem in found]
    return case


@pytest.fixture
def preview():
    case = read()
    return Preview(case, moot.load_bench(case.bench))


@pytest.mark.parametrize("id", ["sacramento-v-lewis", "first-argument", "lark-river"])
def test_there_is_a_way_to_every_point_and_to_questions_of_a_case(id):
    case = moot.load_case(id)
    rules = rules_for(case)
    for at in (*list(case.point)[:: len(case.point) // 3], *list(case.questions)[:: len(case.questions) // 6 + 1]):
        assert starting_line(rules, rules.transitions, at) is not None, at


def test_it_starts_at_a_question_with_what_is_said_before(preview):
    preview.go("q-flood", ["p-remit", "q-good-cause.b"])
    assert preview.round.position.state.pending == "q-flood"
    assert {"q-good-cause.b"} <= preview.round.position.heard.answers


def test_it_starts_where_a_point_may_be_made(preview):
    preview.go("r-each")
    assert parse_move("plead r-each") in preview.round.legal


def test_an_unknown_name_is_told_with_the_nearest(preview):
    with pytest.raises(MootError, match="did you mean `q-flood`"):
        preview.go("q-flod")


def test_choices_are_kept_over_a_change_of_words(preview):
    preview.go("q-flood")
    preview.choose(parse_move("answer q-flood.b"))
    before = list(preview.remembered)
    told = preview.load(read(SOURCE.replace("It does. Ames says", "Yes. Ames says")), preview.bench)
    assert (told.stand, told.fault) == (len(before), None)
    assert preview.remembered == before


def test_choices_follow_a_new_id_by_their_words(preview):
    preview.go("q-flood")
    preview.choose(parse_move("answer q-flood.b"))
    told = preview.load(read(SOURCE.replace("q-flood", "q-high-water")), preview.bench)
    assert told.fault is None
    assert ("answer q-flood.b", "answer q-high-water.b") in told.followed
    assert preview.remembered[-1] == "answer q-high-water.b"


def test_what_no_longer_stands_is_told_and_comes_back_when_it_is_put_right(preview):
    preview.go("q-flood")
    preview.choose(parse_move("answer q-flood.b"))
    line = list(preview.remembered)
    guarded = SOURCE.replace("- id: q-flood\n", "- id: q-flood\n        when: [{said: p-remit}]\n", 1)
    told = preview.load(read(guarded), preview.bench)
    assert told.stand == line.index("ask q-flood")
    assert "ask q-flood" in told.fault.message
    assert preview.rest == tuple(line[told.stand :])
    assert preview.load(read(), preview.bench).fault is None
    assert preview.remembered == line


def test_another_choice_forgets_what_no_longer_stood(preview):
    preview.go("q-flood")
    preview.back(2)
    preview.choose(parse_move("sit") if parse_move("sit") in preview.round.legal else preview.round.legal[0])
    assert preview.rest == ()
