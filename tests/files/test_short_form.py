"""The short form of a case file means what the long form means."""

from __future__ import annotations

import random
import re
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
import yaml

from moot.case import Case
from moot.files.case.read import read_case_text
from moot.files.case.short.picks import picked
from moot.files.schema.jsonschema import schema
from scripts import short_form

HERE = Path(__file__).parents[2]
SHIPPED = sorted(path.stem for path in (HERE / "scenarios").glob("*.yaml"))


def same(one: Case | None, other: Case | None) -> bool:
    return (
        one is not None
        and other is not None
        and all(getattr(one, each.name) == getattr(other, each.name) for each in fields(one))
    )


def in_short(text: str) -> str:
    short_form.SILENT.clear()
    short_form.SILENT.update(short_form.silences(short_form.parse(text).value))
    return short_form.shorten(text)


LONG = [id for id in SHIPPED if "\n    side:" in (HERE / "scenarios" / f"{id}.yaml").read_text(encoding="utf-8")]


@pytest.mark.parametrize("id", LONG)
def test_a_shipped_case_in_short_form_is_the_same_case(id: str) -> None:
    path = HERE / "scenarios" / f"{id}.yaml"
    long = path.read_text(encoding="utf-8")
    short = in_short(long)
    case, problems = read_case_text(short, str(path))
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert same(read_case_text(long, str(path))[0], case)
    assert short_form.lines(short) < 0.67 * short_form.lines(long)


def test_the_first_argument_takes_less_than_half_the_lines() -> None:
    long = (HERE / "scenarios" / "first-argument.yaml").read_text(encoding="utf-8")
    short = in_short(long)
    assert max(map(len, short.splitlines())) <= max(map(len, long.splitlines()))
    assert short_form.lines(short) < 0.5 * short_form.lines(long)
    assert short_form.references(short) < 0.5 * short_form.references(long)


class Loader(yaml.SafeLoader):
    """Dates stay text, as in a case file."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in each if tag != "tag:yaml.org,2002:timestamp"]
    for sign, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("id", ["first-argument", "lark-river"])
def test_the_schema_knows_the_short_form(id: str) -> None:
    short = in_short((HERE / "scenarios" / f"{id}.yaml").read_text(encoding="utf-8"))
    valid = jsonschema.Draft202012Validator(schema("case"))
    assert [error.message[:200] for error in valid.iter_errors(yaml.load(short, Loader))] == []
    wrong = short.replace("b distinguish,", "b distinguishing,").replace("a direct:", "a directly:")
    assert list(valid.iter_errors(yaml.load(wrong, Loader)))


BASE = """\
format: moot-case/1
id: base-case
version: 1
real: false
caption: Reed v. Lane
court: Court
bench: three
argument: quick
question_presented: Must a sign stand?
facts: A car was towed.
below: {court: Lower Court, won: respondent, summary: It lost.}
sides:
  petitioner: {name: Reed, counsel: A, asks: that it be reversed}
  respondent: {name: Lane, counsel: B, asks: that it be affirmed}
authorities:
  - {id: ames, name: Ames v. Bee, cite: "1 U.S. 2 (1970)", court: U.S. Supreme Court, year: 1970, status: binding, says: holding something}
  - {id: oxley, name: Oxley v. Cow, cite: "3 U.S. 4 (1971)", court: U.S. Supreme Court, year: 1971, status: binding, says: holding something else}
record:
  - {id: sign, text: No sign stood there., page: "3"}
issues:
  - warning law: Was a warning due?
    positions:
      - due petitioner: A sign costs little.
        then: harm
        embodies: notice 2, precedent 1
      - not-due respondent: The statute is warning enough.
        then: affirmed
  - harm application: Was she harmed?
    positions:
      - loss petitioner: A fee was paid.
        then: reversed and remanded
      - none respondent: The car came back.
        then: affirmed
heads:
  petitioner: [{id: fair, title: Nobody warned her}, {id: fee, title: She paid}]
  respondent: [{id: act, title: The act warned her}, {id: trifle, title: Nothing was lost}]
points:
  petitioner:
    fair for warning.due:
      - p-sign: A sign costs little
        argues: ARGUES
        speech: We say that a sign costs little, and that it was due.
        marks: adopted c-sign
        questions:
          - q-where criticism probing, for notice precedent, asked by souter, said p-fee: Where would signs stand?
            a direct, factual 2, record sign, undermines r-act: In every lane.
            a why: It says where.
            b concede, withdraws, worth -2: Nowhere at all.
            b concedes: That none is due.
            b marks: rejected c-sign
            b then:
              - q-so clarify neutral, pick the authority: Which case says so?
                a right ames: It is Ames.
                b wrong oxley:
                c evade: It is late.
            c concede, contradicts p-fee, outside: It stood there.
    fee:
      - p-fee: She paid a fee
        argues: ethical 2 for harm.loss and warning.due; briefed
        speech: She paid, and the fee was not due from her.
  respondent:
    act for warning.not-due:
      - r-act: The act was printed
        argues: textual 3; rebuts p-sign
        speech: The act was printed where all could read it.
    trifle for harm.none:
      - r-same-day: The car came back
        argues: factual 2; record sign
        speech: The car came back on the same day.
opinions:
  - id: court
    author: souter
    kind: opinion of the court
    ground: A sign was due
    holdings:
      warning.due:
        - {id: c-sign, pin: "2", decides: it, gist: A sign was due, quote: A sign was due.}
      else:
        - {id: c-else, pin: "3", gist: No more is said, quote: No more is said.}
    silent_on: {harm: The court does not come to it.}
historical:
  line: roadmap fair,fee; p-sign; q-where.a by souter; pass; sit
  disposition: reversed and remanded
  votes: {souter: author}
""".replace(
    "ARGUES", "doctrinal 3; cites ames, see also oxley at 92; record sign; appeals to notice, precedent; rebuts r-act"
).replace(", outside: It stood", ": It stood")


def read(text: str):
    return read_case_text(text, "")


def test_each_short_form_says_what_it_should() -> None:
    case, problems = read(BASE)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert case is not None
    point = case.points[0]
    assert (point.id, point.title, point.head, str(point.argument.side)) == (
        "p-sign",
        "A sign costs little",
        "fair",
        "petitioner",
    )
    assert (str(point.argument.modality), point.argument.strength) == ("doctrinal", 3)
    assert [str(each) for each in point.argument.urges] == ["warning.due"]
    assert point.argument.cites == ("ames", "oxley")
    assert [(each.authority, str(each.signal), each.pin) for each in point.argument.citations] == [
        ("oxley", "see also", "92")
    ]
    question = point.questions[0]
    assert (question.id, str(question.purpose), str(question.tone), question.asked_by) == (
        "q-where",
        "criticism",
        "probing",
        ("souter",),
    )
    a, b, c = question.answers
    assert [str(each) for each in a.argument.urges] == ["warning.due"]
    assert (b.concedes.gives_up, b.concedes.what, b.worth) == (("p-sign",), "That none is due.", -2)
    assert b.follow_ups[0].answers[0].right
    assert b.follow_ups[0].answers[1].text == "Oxley v. Cow, 3 U.S. 4 (1971)."
    assert c.contradicts == ("p-fee",)
    assert [mark.treatment.value for mark in case.issues[0].positions[0].marks] == ["adopted"]
    assert [mark.treatment.value for mark in case.issues[0].positions[1].marks] == ["rejected"]
    assert [mark.treatment.value for mark in case.issues[1].positions[1].marks] == ["not reached"]
    assert [(node.id, node.disposition) for node in case.tree.nodes[2:]] == [
        ("reversed-and-remanded", "reversed and remanded"),
        ("affirmed", "affirmed"),
    ]
    assert case.historical.line == (
        "roadmap fair,fee",
        "plead p-sign",
        "ask q-where by souter",
        "answer q-where.a",
        "pass",
        "sit",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "code", "told"),
    [
        ("argues: textual 3; rebuts p-sign", "argues: textual three; rebuts p-sign", "M131", "write the strength"),
        ("argues: textual 3; rebuts p-sign", "argues: textual 3; rebut p-sign", "M131", "did you mean `rebuts`"),
        ("marks: adopted c-sign", "marks: adopted c-sing", "M208", "did you mean `c-sign`"),
        ("b marks: rejected c-sign", "b marks: refused c-sign", "M131", "a treatment and a holding"),
        ("a direct, factual 2", "a directly, factual 2", "M131", "did you mean `direct`"),
        ("q-where criticism probing", "q-where criticism probeing", "M131", "did you mean `probing`"),
        ("  respondent:\n    act for", "  respondant:\n    act for", "M131", "petitioner: or respondent:"),
        ("cites ames, see also oxley at 92", "cites ames, see also oxly at 92", "M202", "did you mean `oxley`"),
        ("a why:", "a wy:", "M101", "wy"),
        ("rebuts p-sign", "rebuts p-sing", "M206", "did you mean `p-sign`"),
    ],
)  # fmt: skip
def test_a_slip_in_the_short_form_is_told_with_its_line(right: str, wrong: str, code: str, told: str) -> None:
    assert right in BASE
    text = BASE.replace(right, wrong, 1)
    _, problems = read(text)
    hit = [problem for problem in problems if problem.code == code and told in f"{problem.message} {problem.help}"]
    assert hit, [str(problem) for problem in problems]
    assert hit[0].line == text[: text.index(wrong)].count("\n") + 1 + (
        wrong.index("act for") > 0 and 0 if "act for" in wrong else 0
    )


def test_a_choice_is_what_its_words_name() -> None:
    text = BASE.replace("a right ames: It is Ames.", "a right: It is Ames.").replace(
        "b wrong oxley:", "b wrong: Oxley, perhaps."
    )
    case, problems = read(text)
    assert case is not None, problems
    follow_up = case.points[0].questions[0].answers[1].follow_ups[0]
    assert [(each.picks, each.right) for each in follow_up.answers[:2]] == [("ames", True), ("oxley", False)]


@pytest.mark.parametrize(
    ("words", "says"),
    [("It is an old one.", "name no one that is listed"), ("Ames, or else Oxley.", "fit several: ames, oxley")],
)
def test_a_choice_whose_words_name_none_or_several_is_told(words: str, says: str) -> None:
    _, problems = read(BASE.replace("a right ames: It is Ames.", f"a right: {words}"))
    assert [says in each.message for each in problems if each.code == "M131"] == [True]


def test_a_page_names_an_entry_of_the_record_and_dissent_a_dissent() -> None:
    case = short_form.parse(BASE).value
    assert picked(case, "record", "Page 3, where no sign stood.") == ("sign",)
    assert picked(case, "record", "On page 33.") == ()
    for each, status in zip(case["authorities"], ("binding", "dissent"), strict=True):
        each["name"], each["status"] = "Ames v. Bee", status
    assert picked(case, "authority", "The dissent in Ames.") == ("oxley",)
    assert picked(case, "authority", "Ames, at page 2.") == ("ames",)


def test_what_follows_an_answer_may_contradict_it_without_an_id() -> None:
    case, problems = read(BASE.replace("c evade: It is late.", "c evade, contradicts: It is late."))
    assert case is not None, problems
    assert case.points[0].questions[0].answers[1].follow_ups[0].answers[2].contradicts == ("q-where.b",)
    _, problems = read(BASE.replace("a direct, factual 2", "a direct, contradicts, factual 2"))
    assert any("`contradicts` names nothing" in each.message for each in problems)


def test_an_issue_that_is_left_open_marks_its_positions() -> None:
    text = BASE.replace(
        '      else:\n        - {id: c-else, pin: "3"', '      harm:\n        - {id: c-else, leaves_open: it, pin: "3"'
    ).replace("    silent_on: {harm: The court does not come to it.}\n", "")
    case, problems = read(text)
    assert case is not None, problems
    marks = [mark for position in case.issues[1].positions for mark in position.marks]
    assert [(str(mark.treatment), mark.holding) for mark in marks] == [("reserved", "c-else")] * 2


def test_groups_of_holdings_may_stand_in_a_list() -> None:
    before, _ = read(BASE)
    text = BASE.replace("      warning.due:\n        - {", "      - warning.due:\n          - {").replace(
        "      else:\n        - {id: c-else", "      - {id: c-else"
    )
    assert text != BASE
    after, problems = read(text)
    assert same(before, after), problems


def test_a_roadmap_without_heads_announces_all_and_turn_goes_on_to_the_next() -> None:
    before, _ = read(BASE.replace("pass; sit", "pass; turn fee; p-fee; pass; pass; sit; roadmap act,trifle; sit"))
    text = BASE.replace("pass; sit", "pass; turn; p-fee; pass; pass; sit; roadmap; sit").replace(
        "roadmap fair,fee", "roadmap"
    )
    after, problems = read(text)
    assert same(before, after), problems
    _, problems = read(BASE.replace("pass; sit", "pass; turn; turn; sit"))
    assert any("`turn` names no head" in each.message for each in problems)


def test_no_damage_to_a_short_file_is_a_crash() -> None:
    """Whatever is missing or stands in the wrong place is told, or left to the rules of the long form."""
    dice = random.Random(7)
    lines = BASE.splitlines()
    for _ in range(400):
        broken = list(lines)
        for _ in range(dice.randint(1, 3)):
            place = dice.randrange(len(broken))
            kind = dice.randrange(4)
            if kind == 0:
                del broken[place]
            elif kind == 1:
                broken[place] = re.sub(r":.*", ":", broken[place], count=1)
            elif kind == 2:
                broken[place] = re.sub(r": .*", ": [a, {b: c}]", broken[place], count=1)
            else:
                broken[place] = re.sub(r"- ", "", broken[place], count=1)
        case, problems = read("\n".join(broken))
        assert case is not None or problems
