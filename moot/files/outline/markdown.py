"""An outline in Markdown: issues as headings, and under them lists of positions, points, questions and answers.

::

    # Weir v. Town of Hollin
    ## Must a town tell the owner before it fells a tree?
    - Petitioner: Yes, unless the tree is about to fall.
      - Marsh says when an owner is told
        - Lund says that a town need not wait. Why must it wait here?
          - distinguish: That wall was falling that morning.

How deep an item stands says what it is; how many blanks make a step does not matter. Headings `Record` and `Authorities` hold lists of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.case import Side
from moot.case.words import Manner
from moot.errors import MootError
from moot.files.outline.draft import Draft, DraftIssue, DraftPoint, DraftQuestion, side_of

__all__ = ["read_outline"]

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_ITEM = re.compile(r"(\s*)(?:[-*+•–]|\d{1,3}[.)]|[A-Za-z][.)])\s+(.+)$")
_SIDE = re.compile(r"(?:\*\*|__)?([A-Za-z' ]{1,24}?)(?:\*\*|__)?\s*(?::|\s[-–—])\s*(?:\*\*|__)?\s*(.*)$")
_LABEL = re.compile(
    r"(?:\*\*|__)?(question(?: presented)?|facts)(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.*)$", re.IGNORECASE
)
_ASKED = re.compile(r"(?:Q|Question)\s?[.:]\s*", re.IGNORECASE)
_MANNER = re.compile(rf"(?:A[.:]\s*)?\(?({'|'.join(Manner)})\)?\s*[:)–-]\s*", re.IGNORECASE)
_RECORD = frozenset({"record", "the record", "facts of the record"})
_AUTHORITIES = frozenset({"authorities", "cases", "cases and statutes", "table of authorities"})
_TAB = 4


def read_outline(text: str, name: str) -> Draft:
    """Read an outline. ``name`` is the file's, for messages.

    Raises :class:`~moot.errors.MootError` for one that has no issue.
    """
    reader = _MarkdownReader(Draft())
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            reader.line(line.expandtabs(_TAB).rstrip(), number)
    if not reader.draft.issues:
        raise MootError(
            f"{name} has no issue: begin each with `## ` and its question, and list the positions below it with `- Petitioner: ...`"
        )
    return reader.draft


@dataclass
class _MarkdownReader:
    draft: Draft
    section: str = ""
    """What the heading above said: an issue, `record`, `authorities`, or nothing yet."""
    label: str = ""
    side: Side | None = None
    by_heading: bool = False
    """Whether the side stands above as a heading, so that its items begin with points."""
    indents: tuple[int, ...] = ()
    """How far the items above stand in, from the outermost to the last."""
    last: str = ""
    """What the last line was, so that a line without a sign goes on with it."""

    def line(self, line: str, number: int) -> None:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if heading is not None:
            self.heading(len(heading[1]), heading[2])
        elif item is not None:
            self.item(len(item[1]), _plain(item[2]))
        else:
            self.words(_plain(line.strip()), number)

    def heading(self, depth: int, said: str) -> None:
        said = _plain(said)
        self.indents, self.label, self.side, self.last, self.by_heading = (), "", None, "", False
        known = said.lower().rstrip(":")
        if known in _RECORD or known in _AUTHORITIES:
            self.section = "record" if known in _RECORD else "authorities"
        elif depth > 2 and self.section == "issue" and side_of(said.rstrip(":")) is not None:
            self.side, self.by_heading, self.last = side_of(said.rstrip(":")), True, "position"
        elif depth == 1 and not self.draft.caption and not self.draft.issues:
            self.draft.caption, self.section = said, ""
        else:
            self.draft.issues.append(DraftIssue(re.sub(r"^(?:[Ii]ssue\s)?(?:\d+|[IVX]+)[.:)]\s*", "", said)))
            self.section = "issue"

    def item(self, indent: int, said: str) -> None:
        while self.indents and self.indents[-1] >= indent:
            self.indents = self.indents[:-1]
        self.indents = (*self.indents, indent)
        depth = len(self.indents) + self.by_heading
        if self.section in {"record", "authorities"}:
            (self.draft.record if self.section == "record" else self.draft.authorities).append(said)
            self.last = self.section
        elif self.section != "issue":
            self.words(said, 0)
        elif depth == 1:
            self.position(said)
        else:
            self.under(depth, said)

    def position(self, said: str) -> None:
        issue = self.draft.issues[-1]
        named = _SIDE.match(said)
        side = side_of(named[1]) if named else side_of(said)
        text = named[2] if named and side is not None else "" if side is not None else said
        if side is None:
            side = next((each for each in Side if each not in issue.positions), None)
        if side is None:
            self.draft.left_over.append(said)
            self.side = None
            return
        issue.positions[side] = text
        self.side, self.last = side, "position"

    def under(self, depth: int, said: str) -> None:
        if self.side is None:
            self.draft.left_over.append(said)
            return
        points = self.draft.issues[-1].points[self.side]
        asked = _ASKED.match(said)
        if depth == 2 or not points:
            points.append(DraftPoint(said))
            self.last = "point"
        elif depth == 3 or asked or not points[-1].questions:
            points[-1].questions.append(DraftQuestion(_ASKED.sub("", said, count=1)))
            self.last = "question"
        else:
            manner = _MANNER.match(said)
            text = said[manner.end() :] if manner else re.sub(r"^A[.:]\s*", "", said)
            points[-1].questions[-1].answers.append((manner[1].lower() if manner else "", text))
            self.last = "answer"

    def words(self, said: str, _number: int) -> None:
        """A line that is no item: a label and its text, or more of what stands above."""
        draft = self.draft
        label = _LABEL.match(said)
        if label is not None and not draft.issues:
            self.label = "facts" if label[1].lower() == "facts" else "question"
            said = label[2]
        if self.label == "facts":
            draft.facts = f"{draft.facts} {said}".strip()
        elif self.label == "question":
            draft.question = f"{draft.question} {said}".strip()
        elif self.last and self.section == "issue" and self.side is not None:
            self.goes_on(said)
        elif self.last in {"record", "authorities"}:
            held = draft.record if self.last == "record" else draft.authorities
            held[-1] = f"{held[-1]} {said}"
        else:
            draft.left_over.append(said)

    def goes_on(self, said: str) -> None:
        issue = self.draft.issues[-1]
        assert self.side is not None
        points = issue.points[self.side]
        if self.last == "position":
            issue.positions[self.side] = f"{issue.positions.get(self.side, '')} {said}".strip()
        elif self.last == "point":
            points[-1].text += f" {said}"
        elif self.last == "question":
            points[-1].questions[-1].text += f" {said}"
        else:
            manner, text = points[-1].questions[-1].answers[-1]
            points[-1].questions[-1].answers[-1] = (manner, f"{text} {said}")


def _plain(said: str) -> str:
    """Text without the signs of emphasis and of checked boxes."""
    return re.sub(r"(\*\*|__)(.+?)\1", r"\2", re.sub(r"^\[[ xX]\]\s+", "", said)).strip()
