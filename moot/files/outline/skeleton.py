"""A case file to go on from, out of an opinion that was cut up: what the text says is filled in, the rest says TODO."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from moot.case.words import Disposition, OpinionKind
from moot.files.outline.cut import Cut, CutOpinion, HeldSentence

__all__ = ["skeleton"]

_LINES = 8
_FEWEST_ISSUES = 2
"""A roadmap announces two heads at least, and each issue makes one."""
_MOST_QUOTED = 60
_ROLES = {OpinionKind.COURT: "author", OpinionKind.PLURALITY: "author"}


@dataclass(frozen=True)
class _Issue:
    id: str
    about: str
    holding: HeldSentence | None


def skeleton(id: str, cut: Cut, source: str, known: dict[str, str]) -> str:
    """The text of the case file. ``known`` is what the head of the opinion says: caption, citation, docket, argued, decided."""
    lead = cut.opinions[0]
    reversed_ = cut.disposition not in (Disposition.AFFIRMED, None)
    issues = _issues(cut, lead)
    parts = [
        _head(id, cut, source, known),
        _authorities(cut),
        _law(cut, issues, reversed_=reversed_),
        _argument(issues),
        _opinions(id, cut),
        _decided(cut, lead),
    ]
    return "\n".join(parts)


def _q(text: str) -> str:
    """A text in straight quotes."""
    return json.dumps(text, ensure_ascii=False)


def _todo(what: str) -> str:
    return _q(f"TODO: {what}")


def _issues(cut: Cut, lead: CutOpinion) -> list[_Issue]:
    """One issue for each Part of the lead opinion after the first; two where it has fewer Parts."""
    parts = list(re.finditer(r"^\s*(II|III|IV|V|VI|VII)\.?\s*$", cut.paged.text, re.MULTILINE))
    names = list(dict.fromkeys(part[1] for part in parts))
    if len(names) < _FEWEST_ISSUES:
        second = lead.held[min(1, len(lead.held) - 1)]
        return [
            _Issue("rule", "the question of law, such as: What is a seizure?", lead.held[0]),
            _Issue("application", "the question the rule leaves for this record, such as: Was he seized?", second),
        ]
    return [
        _Issue(
            f"part-{name.lower()}", f"the question that Part {name} answers", lead.held[min(index, len(lead.held) - 1)]
        )
        for index, name in enumerate(names)
    ]


def _head(id: str, cut: Cut, source: str, known: dict[str, str]) -> str:
    pages = cut.paged.pages
    marks = (
        f"pages {pages[0]} to {pages[-1]} ({cut.paged.style})" if pages else "no page marks: give every pin yourself"
    )
    won = "respondent"
    optional = [
        f"{key}: {_q(known[key])}" if key == "docket" else f"{key}: {known[key]}"
        for key in ("argued", "decided", "docket")
        if key in known
    ]
    return f"""\
# {id}: from {source}, {marks}.
# What the opinion says is filled in: its pages, authorities, quotations and holdings. What only you can say begins with TODO;
#     moot check {id}.yaml
# lists what is left, with its line, until nothing is. Take out what you do not want: a holding, an authority, a question.
# docs/coach.md says in what order to write, docs/case-format.md what every key means.
format: moot-case/1
id: {id}
version: 1
real: true
caption: {_q(known["caption"]) if "caption" in known else _todo("the parties, such as Brower v. County of Inyo")}
citation: {_q(known["citation"]) if "citation" in known else _todo("the citation, such as 489 U.S. 593 (1989)")}
court: {_q(known.get("court", "Supreme Court of the United States"))}
{chr(10).join(optional)}{chr(10) if optional else ""}\
bench: three                    # who sits by default; `moot list benches`
argument: quick                 # a format: quick, amca, scotus-1997 ...; `moot list formats`
question_presented: {_todo("the question, in one sentence that names the facts")}
facts: {_todo("what happened and how the case came here, in 80 to 150 words of your own")}
below:
  court: {_todo("the court whose judgment is under review")}
  won: {won}               # who won there: petitioner or respondent
  summary: {_todo("what that court decided, and why: The Court of Appeals held that ...")}
sides:
  petitioner: {{name: {_todo("who brings the case here")}, counsel: {_todo("who argued")}, asks: {_todo("the judgment asked for")}}}
  respondent: {{name: {_todo("the other side")}, counsel: {_todo("who argued")}, asks: {_todo("the judgment asked for")}}}
costs: {{roadmap: 2, point: 6, ask: 1, answer: 1}}   # in ticks of 15 seconds

# The closed record: each fact that counsel may rely on, and the page on which the opinion states it.
record:
  - {{id: fact-one, page: {_todo("the page")}, text: {_todo("a fact of the record, in a sentence of your own")}}}
  - {{id: fact-two, page: {_todo("the page")}, text: {_todo("another fact")}}}
outside_record:
  - {{id: not-there, text: {_todo("something people will want to say that is not in the record")}}}
"""


def _authorities(cut: Cut) -> str:
    lines = [
        "# The cases the opinion cites, in its order, each with the page of it that is cited first (its pin) and the page of the opinion where",
        "# that is. `status`: binding, persuasive, dissent, or later (decided after the argument).",
    ]
    lines += [f"# Cited as well, and to be added with its year: {name}" for name in cut.statutes]
    lines.append("authorities:" if cut.cited else "authorities: []")
    for each in cut.cited:
        status = "binding" if each.supreme else "persuasive"
        where = ", ".join(([f"at {each.pin}"] if each.pin else []) + ([f"cited on page {each.at}"] if each.at else []))
        what = f"what it stands for, in a line{f' ({where})' if where else ''}"
        court = _q(each.court)
        lines.append(
            f"  - {{id: {each.id}, name: {_q(each.name)}, cite: {_q(each.cite)}, court: {court}, year: {each.year}, status: {status}, says: {_todo(what)}}}"
        )
    return "\n".join(lines) + "\n"


def _law(cut: Cut, issues: list[_Issue], *, reversed_: bool) -> str:
    adopted = "for-petitioner" if reversed_ else "for-respondent"
    leaf = (cut.disposition or Disposition.REVERSED) if reversed_ else Disposition.REVERSED
    lines = [
        "# Each issue is a question, each position one answer to it. `embodies` names principles (1 to 3): `moot list words` says what each means.",
        "issues:",
    ]
    for issue in issues:
        lines += [
            f"  - id: {issue.id}",
            f"    question: {_todo(issue.about)}",
            "    kind: law                # law, or application",
            "    positions:",
        ]
        for position in ("for-petitioner", "for-respondent"):
            marks = []
            for index, opinion in enumerate(cut.opinions):
                word = "adopted" if position == adopted else "rejected"
                if index == 0:
                    marks.append(f"{opinion.id}: {{{word}: {issue.holding.id if issue.holding else ''}}}")
                else:
                    marks.append(
                        f"{opinion.id}: {{not reached: {_todo(f'how this opinion treats it; name one of its holdings, such as {{{word}: {opinion.held[0].id}}}')}}}"
                    )
            side = position.removeprefix("for-")
            lines += [
                f"      - id: {position}",
                f"        text: {_todo(f'the answer that helps {side}')}",
                f"        holds: {_todo('the same as a clause: that ...')}",
                f"        favors: {side}",
                f"        embodies: {{{'individual-rights' if side == 'petitioner' else 'precedent'}: 1}}   # choose your own",
                f"        reasons: {_todo('two or three sentences of the law, in your words, that an opinion could print')}",
                f"        marks: {{{', '.join(marks)}}}",
            ]
    lines += ["tree:", f"  root: {issues[0].id}", "  nodes:"]
    for index, issue in enumerate(issues):
        then = issues[index + 1].id if index + 1 < len(issues) else "disturbed"
        lines.append(
            f"    - {{id: {issue.id}, issue: {issue.id}, then: {{for-petitioner: {then}, for-respondent: affirmed}}}}"
        )
    lines += [f"    - {{id: disturbed, disposition: {leaf}}}", "    - {id: affirmed, disposition: affirmed}"]
    return "\n".join(lines) + "\n"


def _argument(issues: list[_Issue]) -> str:
    lines = ["heads:"]
    for side, letter in (("petitioner", "p"), ("respondent", "r")):
        lines.append(f"  {side}:")
        lines += [
            f"    - {{id: {letter}-{issue.id}, title: {_todo(f'a heading of the argument for {side}')}}}"
            for issue in issues
        ]
    lines += [
        "",
        "# Two or three points under a head and two or three questions a point are a good size. One of each stands here.",
        "points:",
    ]
    for side, letter in (("petitioner", "p"), ("respondent", "r")):
        for issue in issues:
            lines += [
                f"  - id: {letter}-{issue.id}-1",
                f"    side: {side}",
                f"    head: {letter}-{issue.id}",
                f"    title: {_todo('at most 60 characters, shown on the choice')}",
                f"    speech: {_todo('what counsel says, 60 to 110 words')}",
                f"    says: {_todo('the point as a clause: that ...')}",
                f"    modality: {_todo('textual, historical, structural, doctrinal, ethical, prudential or factual')}",
                f"    urges: {issue.id}.for-{side}",
                f"    strength: {_todo('1 to 5, without quotes; a strong point is 3')}",
                "    record: [fact-one]",
                "    cites: []             # ids of authorities",
                "    attacks: []           # such as {rebut: r-question-1}",
                "    questions:",
                f"      - id: q-{letter}-{issue.id}",
                "        purpose: criticism",
                "        tone: probing",
                f"        text: {_todo('a question the bench would ask, 20 to 70 words')}",
                "        answers:",
            ]
            for answer, manner in (("a", "direct"), ("b", "distinguish"), ("c", "concede")):
                lines += [
                    f"          - id: {answer}",
                    f"            text: {_todo('an answer a good advocate might give, 15 to 60 words')}",
                    f"            manner: {manner}",
                    f"            why: {_todo('one sentence of law: why this answer helps or hurts')}",
                ]
    return "\n".join(lines) + "\n"


def _opinions(id: str, cut: Cut) -> str:
    lines = [
        "# Sentences that decide something, word for word, with their pages. Keep those that matter, and say in `gist` what each comes to.",
        *(f"# Too long to quote whole ({each.pin}): {each.text}" for each in cut.long),
        "opinions:",
    ]
    for opinion in cut.opinions:
        lines += [f"  - id: {opinion.id}", f"    author: {opinion.author}", f"    kind: {opinion.kind}"]
        if opinion.joined:
            lines.append(f"    joined: [{', '.join(opinion.joined)}]")
        lines += [
            f"    ground: {_todo('what it rests on, in one line')}",
            f"    text: {id}.opinion.txt",
            "    holdings:",
        ]
        for held in opinion.held:
            lines.append(
                f"      - {{id: {held.id}, pin: {_q(held.pin)}, gist: {_todo('what it says, in your words')}, quote: {_q(held.text)}}}"
            )
    if cut.quoted:
        lines += ["", "# What the opinion itself quotes, and where, for your points and questions:"]
        lines += [f"#   {each.pin + ': ' if each.pin else ''}{_q(each.text)}" for each in cut.quoted[:_MOST_QUOTED]]
    return "\n".join(lines) + "\n"


def _decided(cut: Cut, lead: CutOpinion) -> str:
    held = [*lead.held, *(each for opinion in cut.opinions[1:] for each in opinion.held)]
    lines = [
        "# The court in eight to twelve lines: the holding, the steps with their pages, what was left open, who differed and why.",
        "decision:",
    ]
    for index in range(_LINES):
        pin = held[min(index, len(held) - 1)].pin
        lines.append(
            f"  - {{pin: {_q(pin)}, text: {_todo('the holding' if index == 0 else 'a step, what was left open, or who differed')}}}"
        )
    judges: dict[str, str] = {}
    for opinion in cut.opinions:
        judges.setdefault(opinion.author, _ROLES.get(opinion.kind, str(opinion.kind)))
        for judge in opinion.joined:
            judges.setdefault(judge, "joined" if opinion is lead else str(opinion.kind))
    lines += [
        "",
        "historical:                     # what was really done; the line, move by move, can be added (docs/case-format.md)",
        f"  disposition: {cut.disposition or Disposition.AFFIRMED}",
        "  votes:                        # every judge who sat, each once; add those the text does not name",
        *(f"    {judge}: {role}" for judge, role in judges.items()),
    ]
    return "\n".join(lines) + "\n"
