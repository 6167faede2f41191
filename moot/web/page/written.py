"""What is read rather than played - brief, record, ruling, debrief, reasons - as blocks of text for the page to set.

A document is a list of sections; a section has a title, an id, and blocks. A block is ``[kind, text]`` or
``[kind, text, more]``: ``h`` a heading, ``p`` a paragraph, ``in`` an indented one (``more``: how deep), ``note`` a quiet
one, ``item`` a term with what is said of it (``more``: the term), ``line`` a line of figures (``more``: how deep).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from moot.bench.ruling import Ruling
from moot.case import Case, Side
from moot.opinion.compose import ruling_document
from moot.opinion.document import Section as Opinion
from moot.plain.page import Para
from moot.report.build import report
from moot.report.values import RulingReport, WhyReport
from moot.round.round import Round
from moot.sitting.showing.choices import point_note
from moot.sitting.words.spoken import both, last_name

__all__ = ["PageBlock", "PageSection", "brief", "decision", "record", "ruling", "told", "why"]

PageBlock = list[Any]
PageSection = dict[str, Any]

_HEADING = re.compile(r"[A-Z][A-Z’' -]{3,}(?=$|[:,.] ?)")


def _section(id: str, title: str, blocks: Iterable[PageBlock]) -> PageSection:
    return {"id": id, "title": title, "blocks": list(blocks)}


# -- before and during the argument ---------------------------------------------------------------------------------


def brief(round: Round, sides: Sequence[Side]) -> list[PageSection]:
    """The case as counsel has it: question, facts, judgment below, the bench, the heads and points of their side."""
    case = round.case
    return [
        _section("case", "The case", _case(case, sides)),
        _section("bench", "The bench", _bench(round)),
        *(_section(f"points-{side.value}", _points_title(case, side, sides), _points(case, side)) for side in sides),
    ]


def _case(case: Case, sides: Sequence[Side]) -> Iterator[PageBlock]:
    where = [case.citation, f"No. {case.docket}" if case.docket else "", case.court]
    yield ["note", ", ".join(part for part in where if part)]
    for side in sides:
        party = case.party(side)
        yield ["p", f"You are {both(party.speakers)}, for {party.called}: {party.name}. You ask {party.asks}."]
    yield ["h", "The question"]
    yield ["p", case.question_presented]
    yield ["h", "The facts"]
    yield ["p", case.facts]
    yield ["h", "The application" if case.below.application else "The judgment below"]
    yield ["p", case.below.summary]
    if case.below.application:
        yield ["note", case.burden]
    else:
        won = case.party(case.below.won).called
        yield ["note", f"{case.below.court}, {case.below.citation}; for {won}."]


def _bench(round: Round) -> Iterator[PageBlock]:
    for judge in round.bench.judges:
        yield ["p", judge.title if judge.title.endswith(last_name(judge.name)) else f"{judge.title} {judge.name}"]
    yield ["note", "Simulated, in the manner of published opinions. No line is a real judge's words."]


def _points_title(case: Case, side: Side, sides: Sequence[Side]) -> str:
    return "Heads and points" if len(sides) == 1 else f"Heads and points: {case.party(side).called}"


def _points(case: Case, side: Side) -> Iterator[PageBlock]:
    for number, head in enumerate(case.heads_of[side], start=1):
        yield ["h", f"{number}. {head.title}"]
        for point in case.points_under[head.id]:
            briefed = " (in your brief)" if point.argument.briefed else ""
            yield ["item", point_note(case, point), point.title + briefed]
    if case.replies_of[side]:
        yield ["h", "In reply"]
        for point in case.replies_of[side]:
            yield ["item", point_note(case, point), point.title]


def record(case: Case) -> list[PageSection]:
    """The closed record, what lies outside it, and the authorities."""
    sections = [_section("record", "In the record", (["item", item.text, item.page] for item in case.record))]
    if case.outside_record:
        sections.append(_section("outside", "Not in the record", (["p", item.text] for item in case.outside_record)))
    known = [item for item in case.authorities if item.status.value != "later"]
    sections.append(
        _section(
            "authorities",
            "Authorities",
            (
                [
                    "item",
                    item.says + ("" if item.status.value == "binding" else f" ({item.status.value})"),
                    f"{item.name}, {item.cite}",
                ]
                for item in known
            ),
        )
    )
    return sections


def why(told: WhyReport) -> list[PageSection]:
    """The reasons for the votes: the bench in a sentence or two, then judge by judge."""
    out = [_section("why-bench", "The bench", [["p", told.summary]])]
    for judge in told.judges:
        blocks: list[PageBlock] = [["p", judge.summary], ["h", "The numbers"]]
        blocks += [_figures(line) for line in judge.numbers]
        blocks.append(["more", "All of it", [_figures(line) for line in judge.details]])
        out.append(_section(f"why-{judge.judge}", judge.title, blocks))
    return out


def _figures(line: str) -> PageBlock:
    text = line.lstrip()
    return ["line", text, len(line) - len(text)]


# -- after the argument ---------------------------------------------------------------------------------------------


def decision(round: Round) -> dict[str, Any]:
    """The conference: the votes as they were given, the judgment, who joins whom."""
    told = report(round).ruling
    assert told is not None
    return {
        "disposition": told.disposition.value,
        "votes": [told.votes_for, told.votes_against],
        "carried": told.carried,
        "line_up": told.line_up,
        "judges": [_vote(told, judge) for judge in range(len(told.judges))],
    }


def _vote(told: RulingReport, number: int) -> dict[str, Any]:
    judge = told.judges[number]
    return {
        "judge": judge.id,
        "title": judge.title,
        "name": judge.name,
        "vote": judge.vote.value,
        "with": judge.vote is told.disposition,
        "role": judge.role_label,
        "ground": judge.ground,
    }


def ruling(decided: Ruling) -> list[PageSection]:
    """The ruling as a document: the syllabus, then an opinion a section."""
    document = ruling_document(decided)
    first: list[PageBlock] = [["note", document.notice], ["note", document.under]]
    first += _opinion(document.syllabus)
    first.append(["p", document.line_up])
    first += [["p", note.text] for note in document.notes]
    out = [_section("syllabus", document.syllabus.title or "Syllabus", first)]
    for number, section in enumerate(document.sections):
        out.append(_section(f"opinion-{number}", section.title, _opinion(section)))
    return out


def _opinion(section: Opinion) -> list[PageBlock]:
    blocks: list[PageBlock] = [["byline", section.byline]] if section.byline else []
    if section.notice:
        blocks.append(["note", section.notice])
    for part in section.parts:
        if part.heading:
            blocks.append(["h", part.heading])
        blocks += [["p", paragraph.text] for paragraph in part.paragraphs]
    return blocks


def told(paras: Sequence[Para], id: str, title: str) -> list[PageSection]:
    """Paragraphs of the plain form, cut into sections at its headings: whatever it tells, the page tells."""
    sections: list[PageSection] = []
    blank = True
    for para in paras:
        found = _HEADING.match(para.text) if blank and not para.indent and not para.hang else None
        if found:
            head, more = found[0].strip(), para.text[found.end() :].lstrip(":,. ")
            sections.append(
                _section(
                    f"{id}-{len(sections)}",
                    head.capitalize().replace("court", "Court"),
                    [["note", more]] if more else [],
                )
            )
        elif para.text:
            if not sections:
                sections.append(_section(f"{id}-0", title, []))
            kind = "in" if para.indent else "lead" if blank else "p"
            sections[-1]["blocks"].append([kind, para.text, para.indent])
        blank = not para.text
    return sections
