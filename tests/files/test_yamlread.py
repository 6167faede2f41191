"""YAML is read with its places, and its traps are told at the very line and column."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import moot.files.yaml.read as reader
from moot.files.case.read import read_case_text
from moot.files.yaml.read import MAX_ALIASES, MAX_BYTES, MAX_NODES, Map, Plain, parse
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()


@pytest.fixture(params=["libyaml", "python"])
def parser(request, monkeypatch):
    if request.param == "python":
        monkeypatch.setattr(reader, "_PARSER", yaml.SafeLoader)


def first(text: str | bytes):
    document = parse(text)
    assert document.value is None
    problem = document.problems[0]
    return problem.code, problem.line, problem.column


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb:\n\tc: 2\n", ("M011", 3, 1)),
        ("a: 1\nb: what: is this\n", ("M013", 2, 8)),
        ("a: 1\n   b: 2\n", ("M012", 2, 4)),
        ("a:\n  - b\n c: d\n", ("M012", 3, 2)),
        ("a: [1, 2\nb: 3\n", ("M014", 1, 4)),
        ("a: {b: 1\nc: 2\n", ("M014", 1, 4)),
        ('a: "never closed\nb: 2\n', ("M015", 1, 4)),
        ('a: "a \\q b"\n', ("M016", 1, 7)),
        ("a: @home\n", ("M017", 1, 4)),
        ("a: `tick`\n", ("M017", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", ("M020", 1, 4)),
        ("a: *unknown\n", ("M021", 1, 4)),
        ("a: &x [*x]\n", ("M021", 1, 8)),
        ("a: 1\n---\nb: 2\n", ("M022", 2, 1)),
        ("# only a comment\n", ("M023", 1, 1)),
        ("", ("M023", 1, 1)),
        ("a: [1997] 1 AC 1\n", ("M110", 1, 4)),
        ("a: b\n? [x]\n: c\n", ("M019", 2, 3)),
        ("caption: a\x1b[31m\n", ("M003", 1, 11)),
        (b"caption: ok\nx: caf\xe9\n", ("M001", 2, 7)),
    ],
)
def test_the_place_is_exact(parser, text, told):
    assert first(text) == told


def test_a_second_key_is_told_and_reading_goes_on(parser):
    document = parse("a: 1\nb: 2\na: 3\nb: 4\n")
    assert [(problem.code, problem.line, problem.column) for problem in document.problems] == [
        ("M018", 3, 1),
        ("M018", 4, 1),
    ]
    assert document.value == {"a": "1", "b": "2"}


def test_limits():
    assert first("a: " + "[" * 41 + "]" * 41)[0] == "M002"
    assert first("x" * (MAX_BYTES + 1))[0] == "M002"
    assert first("a: &x 1\nb: [" + "*x, " * (MAX_ALIASES + 1) + "]")[0] == "M002"
    assert first("[" + "1," * (MAX_NODES + 1) + "]")[0] == "M002"
    laughs = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
    )
    assert first(laughs)[0] == "M002"


def test_scalars_stay_as_written(parser):
    value = parse("a: no\nb: 12:30\nc: 3.10\nd: 1997-12-09\ne: 'no'\nf: ~\n").value
    assert value == {"a": "no", "b": "12:30", "c": "3.10", "d": "1997-12-09", "e": "no", "f": "~"}
    assert isinstance(value, Map)
    assert [type(value[key]) is Plain for key in "abcdef"] == [True, True, True, True, False, True]


def test_places_of_keys_and_values(parser):
    document = parse("top:\n  list:\n    - {a: 1, b: two}\n    - x\n")
    assert document.key_at(("top", "list")) == (2, 3)
    assert document.value_at(("top", "list")) == (2, 3)
    assert document.value_at(("top", "list", 0)) == (3, 7)
    assert document.value_at(("top", "list", 0, "b")) == (3, 17)
    assert document.key_at(("top", "list", 0, "b")) == (3, 14)
    assert document.value_at(("top", "list", 0, "gone", 4)) == (3, 7)
    assert document.marks["top", "list", 1] == (4, 7)


def test_line_separators_do_not_shift_lines(parser):
    document = parse("a: one\u2028two\x85three\nb: c\n")
    assert document.value_at(("b",)) == (2, 4)


@pytest.mark.parametrize(
    ("was", "becomes", "code", "mark"),
    [
        ("caption: Reed v. Township of Marl", "caption: no", "M111", "no"),
        ("caption: Reed v. Township of Marl", "caption: Off", "M111", "Off"),
        ("caption: Reed v. Township of Marl", "caption: ~", "M111", "~"),
        ("caption: Reed v. Township of Marl", "caption: 12:30", "M112", "12:30"),
        ("caption: Reed v. Township of Marl", "caption: 3.10", "M112", "3.10"),
        ("caption: Reed v. Township of Marl", "caption: 007", "M112", "007"),
        ("caption: Reed v. Township of Marl", "caption: 1e3", "M112", "1e3"),
        ("caption: Reed v. Township of Marl", "caption: [1997]", "M110", "[1997]"),
        ("caption: Reed v. Township of Marl", "caption: [1997] 1 AC 1", "M110", "[1997]"),
        ("argued: 1990-11-05", "argued: 1990-13-05", "M114", "1990-13"),
        ("version: 1", "version: 1:30", "M105", "1:30"),
        ("version: 1", 'version: "1"', "M105", '"1"'),
        ("version: 1", "version: 1_0", "M105", "1_0"),
        ("real: true", "real: yes", "M113", "yes"),
    ],
)
def test_traps_in_a_case(was, becomes, code, mark):
    text = BASE.replace(was, becomes, 1)
    row = next(number for number, line in enumerate(text.split("\n"), 1) if line == becomes)
    case, found = read_case_text(text, "base-case.yaml")
    assert case is None
    assert (code, row, becomes.index(mark) + 1) in {(each.code, each.line, each.column) for each in found}


def test_text_without_traps_needs_no_quotes():
    for words in (
        "853",
        "838-839",
        "96-1337",
        "1997-12-09",
        "523 U.S. 833 (1998)",
        "No one came",
        "north",
        "2.5 miles",
    ):
        text = BASE.replace("caption: Reed v. Township of Marl", f"caption: {words}", 1)
        case, found = read_case_text(text, "base-case.yaml")
        assert (case is not None and case.caption, found) == (words, [])


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_reading_never_raises(data: bytes):
    document = parse(data, "x.yaml")
    assert (document.value is None) <= bool(document.problems)
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1


@given(st.data())
def test_a_damaged_case_is_told_never_thrown(data):
    start = data.draw(st.integers(0, len(BASE) - 1))
    end = data.draw(st.integers(start, min(len(BASE), start + 40)))
    put = data.draw(st.text(st.sampled_from("[]{}:,-#&*!|>'\"%@` \n\tab1\x1b"), max_size=6))
    case, found = read_case_text(BASE[:start] + put + BASE[end:], "base-case.yaml")
    assert case is not None or any(problem.severity == "error" for problem in found)
    assert all(problem.line >= 1 for problem in found)
