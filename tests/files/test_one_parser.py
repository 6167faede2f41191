"""A file is read alike with libyaml and without: what is VALID on one machine is VALID on all."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot.files.yaml.read as reader
from moot.files.case.read import read_case_text
from moot.files.folders import list_cases
from moot.files.yaml.parser import PythonParser
from moot.files.yaml.read import parse
from tests.files.pages import HERE

needs_libyaml = pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="libyaml is not here to compare with")
BASE = (HERE / "base-case.yaml").read_text()


def events(parser: type, text: str) -> list[tuple] | None:
    """What a parser makes of a text; None where it refuses."""
    reading = parser(text)
    found = []
    try:
        while not isinstance(event := reading.get_event(), yaml.StreamEndEvent):
            value, style = getattr(event, "value", None), getattr(event, "style", None) or None
            at = (event.start_mark.line, event.start_mark.column) if value else None
            end = (event.end_mark.line, event.end_mark.column) if value and style is None else None
            found.append((type(event).__name__, value, style, getattr(event, "anchor", None), at, end))
    except yaml.YAMLError:
        return None
    finally:
        reading.dispose()
    return found


SIGNS = (
    "a", "b", " ", "  ", "\n", "\n  ", "\n- ", "!", "!a", "!!str ", "`", "<<: ", ": ", ":", "?", "? ", "{", "}", "[", "]", ",", ", ", "#", " #", "'", '"', "-", "- ", "|", "|\n  ",
    ">", "> ", "&x", "*x", "\t", "\\", "%", "@", "key: ", "x: {", "...", "---", "''", '""', "é", "0", ".", ";",
)  # fmt: skip


@needs_libyaml
@settings(max_examples=400)
@given(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
def test_both_parsers_read_the_same(text: str):
    assert events(PythonParser, text) == events(yaml.CSafeLoader, text)


@needs_libyaml
@pytest.mark.parametrize(
    "text",
    [
        "{a: Who left?, b: c}", "{a: b?c}", "[b ?]", "{a?: b}", "{a: http://x/y?z=1}", "a: b\tc", "a:\tb", "{\tb: c}", "{a: {b: c?}}",
        "{b:}", "%FOO x\n---\na: b", 'a: "\\ud800"', "a: >\t\n  b", "a: |#\n  b", "a: |\n\tb", "a: b\n  c\n\n  d", "a: b # c",
    ],
)  # fmt: skip
def test_places_where_the_parsers_differed(text: str):
    assert events(PythonParser, text) == events(yaml.CSafeLoader, text)


def empty(parser: type, text: str) -> list[tuple[int, int]]:
    """Where a parser finds that nothing stands."""
    reading, found = parser(text), []
    while not isinstance(event := reading.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent) and not event.value:
            found += [(mark.line, mark.column) for mark in (event.start_mark, event.end_mark)]
    return found


@needs_libyaml
@pytest.mark.parametrize(
    "text",
    [
        "{a: }", "{a: , b: c}", "[a: , b]", "{a: \n }", "{a: ,b: }", "[a: ]", "[? ]", "{? : x}", "[? a : ]", "{a}", "{? a}", "[? a, b]", "{a: !!str }", "{a: &x }", "{a: '' }",
        "a:\nb: c", "- \n- x", "? \n: x", "a:   # c\nb: 1",
    ],
)  # fmt: skip
def test_nothing_in_braces_stood_a_column_earlier_without_libyaml(text: str):
    assert empty(PythonParser, text) == empty(yaml.CSafeLoader, text)


@pytest.mark.parametrize("parser", [None, PythonParser], ids=["usual", "python"])
def test_a_question_mark_in_braces_is_read_without_libyaml(parser, monkeypatch):
    if parser is not None:
        monkeypatch.setattr(reader, "_PARSER", parser)
    text = BASE.replace("text: A day.", "text: A day? Or two?")
    case, found = read_case_text(text, "base-case.yaml")
    assert text != BASE
    assert case is not None, found
    assert parse("{a: Who left?, b: c}").value == {"a": "Who left?", "b": "c"}


def test_shipped_cases_are_read_alike(monkeypatch):
    texts = {name: path.read_text() for name, path in list_cases().items()}
    usual = {name: parse(text) for name, text in texts.items()}
    monkeypatch.setattr(reader, "_PARSER", PythonParser)
    for name, text in texts.items():
        plain = parse(text)
        assert plain.value == usual[name].value
        assert plain.marks == usual[name].marks


@needs_libyaml
@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("a: {b: 3, ", 1, 4, "is not closed"),
        ("k:\n  - {a: b,\n  - {c: d}\n", 2, 5, "is not closed"),
        ("a: [[1, {", 1, 9, "is not closed"),
        ("a: {b: # c\n", 1, 4, "is not closed"),
        ("a: {b: , c: ]}", 1, 13, "a text is missing before `]`"),
        ("a: [ , b]", 1, 6, "a text is missing before `,`"),
        ("a: [- b]", 1, 5, "a text is missing before `-`"),
    ],
)
def test_a_text_missing_in_brackets_was_told_by_each_parser_in_its_own_words(monkeypatch, text, line, column, says):
    """Both said M010, `this is not YAML`, at two places."""
    for parser in (PythonParser, yaml.CSafeLoader):
        monkeypatch.setattr(reader, "_PARSER", parser)
        (problem,) = parse(text).problems
        assert (problem.code, problem.line, problem.column) == ("M014", line, column)
        assert says in problem.message


@needs_libyaml
@pytest.mark.parametrize(
    "text",
    [
        "a: {b: c, items:{d: e}}\n",
        "- [one, two:{x: y}]\n",
        "k: {https:, b: c}\n",
        "a: {b:[1]}\n",
        "a: }\n",
        "a:\n- ]\n",
    ],
)
def test_a_slip_in_brackets_was_told_in_two_ways(monkeypatch, text):
    """`items:{` was named at its start without libyaml, and at the colon with it; a stray `}` was M014 or M010."""
    told = []
    for parser in (PythonParser, yaml.CSafeLoader):
        monkeypatch.setattr(reader, "_PARSER", parser)
        told.append([(each.code, each.message, each.line, each.column) for each in parse(text).problems])
    assert told[0] == told[1] != []


def told(monkeypatch, text: str) -> list[list[tuple]]:
    """What each parser has moot say of a text."""
    found = []
    for parser in (PythonParser, yaml.CSafeLoader):
        monkeypatch.setattr(reader, "_PARSER", parser)
        found.append([(each.code, each.message, each.help, each.line, each.column) for each in parse(text).problems])
    return found


@needs_libyaml
@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(SIGNS), max_size=10).map("".join))
def test_garbage_was_told_in_two_ways(monkeypatch, text: str):
    """Of short random texts nine in a hundred got another message, or another place, without libyaml."""
    without, usual = told(monkeypatch, text)
    assert without == usual


@needs_libyaml
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("?\t", "M011", 1, 2),
        ("&x]", "M014", 1, 3),
        (",", "M017", 1, 1),
        ("a: b\n...\n,", "M017", 3, 1),
        ("...", "M012", 1, 1),
        ("%x", "M020", 1, 1),
        ("%\t: ", "M020", 1, 1),
        ("a: !b\tc", "M020", 1, 4),
        ("a: !b, c", "M020", 1, 4),
        ("a: !0%", "M020", 1, 4),
        ("[? :  #", "M019", 1, 2),
        ("{\n\n\t", "M014", 1, 1),
        ("-\n\n[", "M012", 3, 1),
        ("&x *x", "M021", 1, 4),
    ],
)
def test_kinds_of_garbage_that_were_told_in_two_ways(monkeypatch, text, code, line, column):
    without, usual = told(monkeypatch, text)
    assert without == usual
    assert [(each[0], each[3], each[4]) for each in usual] == [(code, line, column)]
