"""Slips of a coach that were told as something else, twice, without their cure, or not at all."""

from __future__ import annotations

import pytest

import moot.files.yaml.read as reader
from moot.files.case.read import read_case_text
from moot.files.folders import list_benches, list_judges
from moot.files.formats.read import read_format
from moot.files.judge.read import read_bench_text, read_judge_text
from moot.files.yaml.parser import PythonParser
from tests.files.pages import HERE
from tests.files.test_short_slips import BASE as SHORT

LONG = (HERE / "base-case.yaml").read_text(encoding="utf-8")
NAMES = {SHORT: "old-oak.yaml", LONG: "base-case.yaml"}


@pytest.fixture(autouse=True, params=["usual", "python"])
def parser(request, monkeypatch):
    if request.param == "python":
        monkeypatch.setattr(reader, "_PARSER", PythonParser)


def told(base: str, was: str, becomes: str) -> list[tuple[str, int, str]]:
    """What is told: the code, how many lines below the change, and the message with its cure."""
    assert was in base
    row = base[: base.index(was)].count("\n") + 1
    _, found = read_case_text(base.replace(was, becomes, 1), NAMES[base])
    return [(each.code, each.line - row, f"{each.message} ({each.help})") for each in found]


# What was there, what stands there now, the one code, lines below, and words of the message.
SLIPS = [
    # A key in another spelling: told twice, as missing and as unknown, with all that hangs on it.
    (SHORT, "question_presented:", "Question_presented:", "M101", 0, "did you mean `question_presented`?"),
    (SHORT, "question_presented:", "question presented:", "M101", 0, "did you mean `question_presented`?"),
    (SHORT, "question_presented:", "question-presented:", "M101", 0, "did you mean `question_presented`?"),
    (LONG, "authorities:", "authority:", "M101", 0, "did you mean `authorities`?"),
    (LONG, "facts:", "fact:", "M101", 0, "did you mean `facts`?"),
    (LONG, "    urges: warning.due", "    urge: warning.due", "M101", 0, "did you mean `urges`?"),
    (LONG, "outside_record:", "outsideRecord:", "M101", 0, "did you mean `outside_record`?"),
    (LONG, "won: respondent", "winner: respondent", "M101", 0, "did you mean `won`?"),
    (SHORT, "below: {court", "bellow: {court", "M101", 0, "did you mean `below`?"),
    (SHORT, "petitioner: {name: Tom Weir", "appellant: {name: Tom Weir", "M101", 0, "did you mean `petitioner`?"),
    # A list where there is one thing, one thing where there is a list, a level too many.
    (LONG, "costs: {roadmap: 2, point: 4, ask: 2, answer: 2}", "costs: [2, 4, 2, 2]", "M103", 0, "`{roadmap: 2, point: 4, ask: 2, answer: 2}`"),
    (LONG, "record:\n  - {id: towed", "record:\n  entries:\n  - {id: towed", "M103", 0, "`entries` stands between (delete `entries`"),
    (LONG, "opinions:\n  - id: majority", "opinions:\n    id: majority", "M103", 0, "begin each item with `- `"),
    (LONG, "below:\n  court: Court", "below:\n  - court: Court", "M012", 2, "does not begin with a hyphen and the one above it"),
    (SHORT, "authorities:\n  - {id: road-act, name", "authorities:\n  road-act: {name", "M012", 2, "begins with a hyphen and the one above it"),
    (SHORT, "    - {id: silence, title: Nobody told him}", "    - Nobody told him", "M103", 0, "write its keys: `{id: …, title: …}`"),
    (SHORT, "joined: [pragmatist, sceptic]", "joined: pragmatist and sceptic", "M103", 0, "write `[pragmatist, sceptic]`"),
    (SHORT, "votes: {textualist: author, pragmatist: joined, sceptic: joined}", "votes: [textualist, sceptic]", "M103", 0, "`{textualist: …, sceptic: …}`"),
    (SHORT, "bench: fictional", "bench: [textualist, sceptic]", "M103", 0, "`moot new bench` makes a file"),
    (SHORT, "must:\n  - can_win: {side: petitioner, votes: 2}", "must: can win petitioner 2", "M103", 0, "`- can_win: {side: petitioner, votes: 5}`"),
    # Numbers, dates and words as they are said.
    (SHORT, "votes: 2}", "votes: two}", "M105", 0, "write `2`"),
    (SHORT, "version: 1\n", "version: 1.0\n", "M105", 0, "write `1`"),
    (SHORT, "costs: {roadmap: 2,", "costs: {roadmap: 30s,", "M105", 0, "write `30`"),
    (SHORT, "real: false", "real: fictional", "M113", 0, "wanted here: true for a decided case"),
    (SHORT, "votes: {textualist: author", "votes: {textualist: wrote", "M104", 0, "`wrote` is not one of the words for `textualist` (write `author`"),
    (SHORT, "pragmatist: joined", "pragmatist: dissented", "M104", 0, "write `dissenting`"),
    (SHORT, 'page: "2"', "page: 2-3, 5", "M101", 0, "in braces a text without quotes ends at its comma"),
    # Pasted.
    (SHORT, "cites road-act", "cites road\u2010act", "M131", 0, "write a plain hyphen: `road-act`"),
    (SHORT, "        says: that the Road Act names one condition\n", "        says: that the Road Act names one condition\n\n17\n\n", "M012", 2, "as a page number does"),
    (SHORT, "speech: The Road Act names", "speech: The <i>Road Act</i> names", "M122", 0, "came with this text from a web page"),
    (LONG, "text: The car was towed within", "text: The car was&nbsp;towed within", "M122", 0, "`&nbsp;` came with this text"),
    (SHORT, "      - p-days:", "      o p-days:", "M027", 0, "begins with `o` where YAML has a hyphen"),
    (SHORT, "      - p-days:", "      -\tp-days:", "M011", 0, "a tab "),
    (SHORT, "heads:\n", "**heads**:\n", "M021", 0, "stars as Markdown sets them"),
    (SHORT, "year: 1991", "year: '91", "M015", 0, "an apostrophe stands in double quotes"),
    # The short form.
    (SHORT, "      - p-days: From", "      -\n      - p-days: From", "M131", 0, "this item of the list is empty"),
    (SHORT, "  respondent:\n    act for", "  Respondent:\n    act for", "M131", 0, "did you mean `respondent`?"),
    (SHORT, "            a distinguish: That wall", "            answers:\n            - That wall was a wall.\n            a distinguish: That wall", "M131", 0, "has answers in two places"),
    (SHORT, "q-wall criticism probing: Lund", "q-wall criticism probing Lund", "M012", 0, "a colon is missing on this line"),
    (SHORT, "argues: doctrinal 4; cites marsh;", "argues: doctrinal 4 cites marsh;", "M131", 0, "put a semicolon before `cites`"),
    (SHORT, "rebuts r-act", "rebuts The Act names one condition", "M131", 0, "write the id of what is meant, and not its title"),
    (SHORT, "record four-days;", "record page 2;", "M131", 0, "and not their pages"),
    (SHORT, "q-wall criticism probing:", "q-wall criticism probing, asked by Justice Sceptic:", "M131", 0, "`asked by sceptic`"),
    (SHORT, "scene: turns wait minutes", "scene: turns weight minutes", "M220", 0, "did you mean `wait`?"),
    (SHORT, "    time for danger.not-yet:\n", "    time for dangr.not-yet:\n", "M204", 1, "did you mean `danger`?"),
    # The law and the opinions.
    (LONG, "  root: warning\n", "  start: warning\n", "M101", 0, "did you mean `root`?"),
    (LONG, "then: {due: harm, not-due: affirmed}", "then: {due: harm, notdue: affirmed}", "M204", 0, "did you mean `not-due`?"),
    (LONG, "    marks: {majority: {adopted: m-sign}}\n    questions", "    marks: {hale: {adopted: m-sign}}\n    questions", "M207", 0, "that is who wrote `majority`"),
    (LONG, "  - id: harm\n    question", "  - id: warning\n    question", "M201", 0, "used twice among issues"),
    (LONG, "kind: opinion of the court", "kind: majority", "M104", 0, "did you mean `opinion of the court`?"),
    (LONG, "kind: application", "kind: fact", "M104", 0, "did you mean `application`?"),
    (LONG, "manner: decline}", "manner: refuse}", "M104", 0, "did you mean `decline`?"),
    (LONG, "who: [notice, hypothetical]", "who: [scalia]", "M104", 0, "for one judge write `asked_by: [scalia]`"),
    (LONG, "year: 1950", "year: c. 1950", "M105", 0, "write `1950`"),
    (LONG, "counsel: Ms. Hale", "counsel: {first: Ms. Hale, second: Mr. Ash}", "M103", 0, "`[Ms. Hale, Mr. Ash]`"),
    (LONG, "argument: quick", "argument: Quick", "M104", 0, "did you mean `quick`?"),
    (LONG, "argument: quick", "argument: 20 minutes a side", "M104", 0, "no format is called `20 minutes a side`"),
    (LONG, "values: {at-once: within the hour, waits: after a day}", "values: [at-once, waits]", "M103", 0, "`{at-once: …, waits: …}`"),
    (LONG, "stock: false", "stock: false\ndecision: The Court held that notice was due.", "M103", 1, "write its keys: `{text: …, pin: …}`"),
    (LONG, "stock: false", "...\nstock: false", "M022", 0, "delete the line `...`"),
    (LONG, "bench: three", "bench: nine", "M211", 0, "known: brower-1989"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "was", "becomes", "code", "below", "says"), SLIPS)
def test_a_slip_was_told_as_something_else_or_twice_or_without_its_cure(
    base: str, was: str, becomes: str, code: str, below: int, says: str
) -> None:
    ((found, down, message),) = told(base, was, becomes)
    assert (found, down) == (code, below)
    assert says in message


def test_a_historical_line_that_is_a_list_may_be_short_too() -> None:
    line = "  line: [roadmap reserve 1, p-marsh, q-wall.a by sceptic, pass, resume, pass, sit, roadmap, sit, sit]\n"
    case, found = read_case_text(
        SHORT.replace("  disposition: reversed\n", line + "  disposition: reversed\n", 1), "old-oak.yaml"
    )
    assert case is not None, found
    assert case.historical is not None
    assert case.historical.line[:4] == (
        "roadmap silence,time reserve 1",
        "plead p-marsh",
        "ask q-wall by sceptic",
        "answer q-wall.a",
    )


# The other files: a judge, a bench, a format, an assignment.

JUDGE = list_judges()["souter"].read_text(encoding="utf-8")
BENCH = list_benches()["three"].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("was", "becomes", "code", "says"),
    [
        ("seniority: 6", "seniority: sixth", "M105", "write `6`"),
        ("receptivity: {textual: 3, ", "receptivity: {", "M102", "add `textual: …`"),
        ("doctrinal: 5", "precedent: 5", "M101", "did you mean `doctrinal`?"),
        ("receptivity: {textual: 3,", "receptivity: {textual: 9,", "M105", "from 0 to 5, not 9"),
        ("principle: reasoned-judgment", "principle: reasoned judgement", "M104", "did you mean `reasoned-judgment`?"),
    ],
)
def test_a_slip_of_a_judge_file_was_told_twice_or_without_its_cure(
    was: str, becomes: str, code: str, says: str
) -> None:
    """What stood in for a value that could not be read was told as out of its range, or as listed twice."""
    assert was in JUDGE
    (found,) = read_judge_text(JUDGE.replace(was, becomes, 1), "souter.yaml")[1]
    assert found.code == code
    assert says in f"{found.message} ({found.help})"


@pytest.mark.parametrize(
    ("judges", "code", "says"),
    [
        ("judges: souter, scalia and stevens", "M103", "write `[souter, scalia, stevens]`"),
        ("justices: [souter, scalia, stevens]", "M101", "did you mean `judges`?"),
        ("judges: [Justice Souter, scalia, stevens]", "M106", "perhaps `souter`"),
    ],
)
def test_a_slip_of_a_bench_was_told_twice_or_without_its_cure(judges: str, code: str, says: str) -> None:
    (found,) = read_bench_text(BENCH.replace("judges: [souter, scalia, stevens]", judges), "three.yaml")[1]
    assert found.code == code
    assert says in f"{found.message} ({found.help})"


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("minutes: 15", "minutes: 15:00", "write `15`"),
        ("minutes: 15", "minutes: 1/2", "write `0.5`"),
        ("side: petitioner", "side: appellant", "did you mean `petitioner`?"),
        ("replies: true", "rebuttal: true", "did you mean `replies`?"),
        ("minutes: 15", "time: 15", "did you mean `minutes`?"),
    ],
)
def test_a_slip_of_a_format_was_told_twice_or_without_its_cure(tmp_path, was: str, becomes: str, says: str) -> None:
    text = (
        "format: moot-format/1\nid: our-round\ntitle: Ours\nsegments:\n  - {side: petitioner, minutes: 15}\n"
        "  - {side: respondent, minutes: 15}\n  - {side: petitioner, replies: true, minutes: 2}\n"
    )
    path = tmp_path / "our-round.yaml"
    path.write_text(text.replace(was, becomes, 1))
    (found,) = read_format(path)[1]
    assert says in f"{found.message} ({found.help})"
