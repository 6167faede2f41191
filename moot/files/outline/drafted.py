"""A case file in the short form, out of a coach's outline: what was written is filled in, the rest says TODO."""

from __future__ import annotations

import json
import re

from moot.case import Side
from moot.case.words import Manner
from moot.files.outline.draft import Draft, DraftIssue, DraftPoint, DraftQuestion

__all__ = ["drafted"]

_FEWEST_ISSUES = 2
"""A roadmap announces two heads at least, and each issue makes one."""
_FEWEST_ANSWERS = 3
_TITLE = 60
_SMALL = frozenset(
    "a an and are as at be before but by did do does for from had has have he her his how if in into is it its may must no not of on or our she should that the their them then there they this to under was were what when where whether which who whom why will with would yes you your".split()  # noqa: SIM905 - a list of sixty strings would hide them
)
_LEADING_WORD = re.compile(r"^(?:yes|no)\b[,:;.]?\s*", re.IGNORECASE)
_MANNERS = (Manner.DIRECT, Manner.DISTINGUISH, Manner.CONCEDE)
_CITED = re.compile(
    r"(?P<name>.+?),\s(?P<cite>\d{1,4}\s[A-Z][^:(]{1,40}\s\d{1,5}[^:()]*\([^()]*?(?P<year>\d{4})\))\s*(?:[:–-]\s*(?P<says>.+))?$"
)


def drafted(id: str, draft: Draft, source: str) -> str:
    """The text of the case file."""
    names = _Names()
    issues = [*draft.issues]
    while len(issues) < _FEWEST_ISSUES:
        issues.append(DraftIssue(""))
    ids = [names.give("", each.text, f"issue-{number}") for number, each in enumerate(issues, 1)]
    heads = {side: [f"{str(side)[0]}-{each}" for each in ids] for side in Side}
    names.taken.update(head for those in heads.values() for head in those)
    parts = [
        _head(id, draft, source),
        _law(issues, ids, names),
        _heads(issues, heads),
        _points(issues, ids, heads, names),
        _left_over(draft),
    ]
    return "\n".join(part for part in parts if part)


def _q(text: str) -> str:
    """A text in straight quotes."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _todo(what: str, so_far: str = "") -> str:
    return _q(f"TODO: {what}" + (f"; your outline says: {so_far}" if so_far else ""))


def _written(text: str, what: str, most: int = 400) -> str:
    """The text, or a TODO where there is none or it is too long for its place."""
    said = " ".join(text.split())
    return (
        _todo(what)
        if not said
        else _q(said)
        if len(said) <= most
        else _todo(f"{what}, in at most {most} characters", said)
    )


class _Names:
    """Ids made of the words of a text, each given once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def give(self, letter: str, text: str, otherwise: str) -> str:
        words = [
            word
            for word in re.findall(r"[a-z0-9]+", text.lower().replace("'s", "").replace("’s", ""))
            if word not in _SMALL
        ]
        made = "-".join(words[:3])[:40].strip("-") or otherwise
        made = f"{letter}-{made}" if letter else made
        id, number = made, 2
        while id in self.taken:
            id, number = f"{made}-{number}", number + 1
        self.taken.add(id)
        return id


def _head(id: str, draft: Draft, source: str) -> str:
    first, versus, second = (
        re.split(r"(\sv\.?\s|\svs\.?\s)", draft.caption, maxsplit=1)
        if re.search(r"\svs?\.?\s", draft.caption)
        else ("", "", "")
    )
    record = [
        f"  - {{id: fact-{number}, page: {_todo('the page')}, text: {_written(each, 'the fact', 600)}}}"
        for number, each in enumerate(draft.record, 1)
    ]
    record = record or [
        f"  - {{id: fact-1, page: {_todo('the page')}, text: {_todo('a fact of the record, in a sentence')}}}"
    ]
    return f"""\
# {id}: from {source}. What stands there is filled in; what is still to be written begins with TODO, and
#     moot check {id}.yaml
# lists each with its line until none is left. The file is in the short form: docs/case-format.md says what every word means,
# docs/coach.md in what order to write. Change whatever was guessed: ids, modality and strength, purpose and tone, manner.
format: moot-case/1
id: {id}
version: 1
real: false                     # true for a decided case; then add `opinions` and `historical`
caption: {_written(draft.caption, "the parties, such as Weir v. Town of Hollin", 200)}
court: {_todo("the court")}
bench: three                    # who sits by default; `moot list benches`
argument: quick                 # a format: quick, amca, scotus-1997 ...; `moot list formats`
question_presented: {_written(draft.question, "the question, in one sentence that names the facts", 600)}
facts: {_written(draft.facts, "what happened and how the case came here, in 80 to 150 words", 3000)}
below: {{court: {_todo("the court whose judgment is under review")}, won: respondent, summary: {_todo("what it decided, and why: The Court of Appeals held that ...")}}}
sides:
  petitioner: {{name: {_written(first if versus else "", "who brings the case here", 200)}, counsel: {_todo("who argues")}, asks: {_todo("the judgment asked for")}}}
  respondent: {{name: {_written(second if versus else "", "the other side", 200)}, counsel: {_todo("who argues")}, asks: {_todo("the judgment asked for")}}}
costs: {{roadmap: 2, point: 6, ask: 1, answer: 1}}   # in ticks of 15 seconds
record:
{chr(10).join(record)}
{_authorities(draft)}"""


def _authorities(draft: Draft) -> str:
    if not draft.authorities:
        return "authorities: []"
    names, lines = _Names(), ["authorities:"]
    for each in draft.authorities:
        cited = _CITED.match(each)
        name = cited["name"] if cited else re.split(r"[,:]", each, maxsplit=1)[0]
        cite = _q(cited["cite"]) if cited else _todo("the citation, and its year in `year`", each)
        year = cited["year"] if cited else "2000"
        says = _written(cited["says"] or "" if cited else "", "what it stands for, in a line", 300)
        id = names.give("", name.split(" v. ", maxsplit=1)[0], "authority")
        lines.append(
            f"  - {{id: {id}, name: {_q(name[:200])}, cite: {cite}, court: {_todo('the court')}, year: {year}, status: binding, says: {says}}}"
        )
    return "\n".join(lines)


def _law(issues: list[DraftIssue], ids: list[str], names: _Names) -> str:
    lines = [
        "",
        "# An issue: its id, law or application, and its question. A position: its id, the side it favors, and its answer. `then` says where it leads.",
        "# `embodies` names principles with weights from 1 to 3; `moot list words` says what each means.",
        "issues:",
    ]
    for number, (issue, id) in enumerate(zip(issues, ids, strict=True)):
        following = ids[number + 1] if number + 1 < len(ids) else "reversed"
        lines += [
            f"  - {id} law: {_written(issue.text, 'the question the court may have to answer')}",
            "    positions:",
        ]
        for side in Side:
            petitioner = side is Side.PETITIONER
            lines += [
                f"      - for-{side} {side}: {_written(issue.positions.get(side, ''), f'the answer that helps {side}')}",
                f"        then: {following if petitioner else 'affirmed'}",
                f"        embodies: {'individual-rights' if petitioner else 'precedent'} 1",
                f"        holds: {_todo('the same as a clause: that ...')}",
                f"        reasons: {_todo('two or three sentences of the law that an opinion could print')}",
            ]
    del names
    return "\n".join(lines)


def _heads(issues: list[DraftIssue], heads: dict[Side, list[str]]) -> str:
    lines = ["", "# At most five a side, of which two or three are announced.", "heads:"]
    for side in Side:
        lines.append(f"  {side}:")
        for issue, id in zip(issues, heads[side], strict=True):
            said = _LEADING_WORD.sub("", issue.positions.get(side, "")).strip().rstrip(".")
            title = said[:1].upper() + said[1:]
            lines.append(
                f"    - {{id: {id}, title: {_written(title, f'a heading of the argument for {side}', _TITLE)}}}"
            )
    return "\n".join(lines)


def _points(issues: list[DraftIssue], ids: list[str], heads: dict[Side, list[str]], names: _Names) -> str:
    lines = [
        "",
        "# A point: its id and its title. `argues` begins with the modality and the strength (1 to 5); then may follow `cites`, `record`, `rebuts` ...",
        "points:",
    ]
    for side in Side:
        lines.append(f"  {side}:")
        for issue, id, head in zip(issues, ids, heads[side], strict=True):
            lines.append(f"    {head} for {id}.for-{side}:")
            for point in issue.points[side] or [DraftPoint("")]:
                lines += _point(point, side, head, names)
    return "\n".join(lines) + "\n"


def _point(point: DraftPoint, side: Side, head: str, names: _Names) -> list[str]:
    id = names.give(str(side)[0], point.text, f"{head[2:]}-point")
    said = point.text if len(" ".join(point.text.split())) > _TITLE else ""
    lines = [
        f"      - {id}: {_written(_title(point.text), 'at most 60 characters, shown on the choice', _TITLE)}",
        f"        argues: {_todo('the modality and the strength, 1 to 5, such as: doctrinal 3')}",
        f"        speech: {_todo('what counsel says, 60 to 110 words', said)}",
        f"        says: {_todo('the point as a clause: that ...')}",
        "        questions:",
    ]
    for question in point.questions or [DraftQuestion("")]:
        lines += _question(question, names)
    return lines


def _title(text: str) -> str:
    """The text, or as many whole words of it as a title may have."""
    said = " ".join(text.split()).rstrip(".")
    return said if len(said) <= _TITLE else said[: _TITLE - 1].rpartition(" ")[0].rstrip(",;:") or said[:_TITLE]


def _question(question: DraftQuestion, names: _Names) -> list[str]:
    id = names.give("q", question.text, "question")
    lines = [
        f"          - {id} criticism probing: {_written(question.text, 'a question the bench would ask, 20 to 70 words', 3000)}"
    ]
    answers = [*question.answers]
    while len(answers) < _FEWEST_ANSWERS:
        answers.append(("", ""))
    for number, (manner, text) in enumerate(answers):
        letter = "abcdefghijklmnopqrstuvwxyz"[number % 26]
        how = manner or str(_MANNERS[number % len(_MANNERS)])
        lines += [
            f"            {letter} {how}: {_written(text, 'an answer a good advocate might give, 15 to 60 words', 3000)}",
            f"            {letter} why: {_todo('one sentence of law: why this answer helps or hurts')}",
        ]
    return lines


def _left_over(draft: Draft) -> str:
    if not draft.left_over:
        return ""
    return (
        "\n".join(["# What had no place above:", *(f"#   {' '.join(each.split())}" for each in draft.left_over)]) + "\n"
    )
