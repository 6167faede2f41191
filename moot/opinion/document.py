"""The ruling as a document: frozen values that any screen can show, and two plain renderings of them.

A paragraph carries tags for what it states, so that a program can read the findings off the document. The words say
the same: a test reads the findings back out of the prose alone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from moot.case import Attacking, Disposition

__all__ = [
    "Adopted",
    "Agreed",
    "Attributed",
    "Disposed",
    "Document",
    "Held",
    "Paragraph",
    "Part",
    "Rejected",
    "Section",
    "Stated",
]


@dataclass(frozen=True, slots=True)
class Held:
    """The writer of the section holds this position on this issue."""

    issue: str
    position: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """The writer holds this position too, and says so by agreeing with an earlier opinion (its number)."""

    issue: str
    position: str
    opinion: int


@dataclass(frozen=True, slots=True)
class Attributed:
    """The paragraph says that another opinion (its number) takes this position; the writer does not."""

    opinion: int
    issue: str
    position: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """An argument, by the id of its point or answer, that the writer accepts."""

    argument: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """An argument that the writer does not accept, what defeated it (ids, perhaps none) and how."""

    argument: str
    by: tuple[str, ...] = ()
    kind: Attacking | None = None


@dataclass(frozen=True, slots=True)
class Disposed:
    """What the writer would do, or the court does, with the judgment below."""

    disposition: Disposition


Stated = Held | Agreed | Attributed | Adopted | Rejected | Disposed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a single line of text, and what it states."""

    text: str
    states: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an opinion. ``number`` is a Roman numeral or empty; ``title`` is empty where the part has none."""

    number: str
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def heading(self) -> str:
        """The numeral and the title as one line; empty where there is neither."""
        return ". ".join(piece for piece in (self.number, self.title) if piece)


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the ruling: the syllabus, a note, or one opinion (``opinion`` is its number, else None)."""

    title: str
    byline: str
    notice: str
    parts: tuple[Part, ...]
    opinion: int | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the section in reading order."""
        return tuple(paragraph for part in self.parts for paragraph in part.paragraphs)

    @property
    def states(self) -> tuple[Stated, ...]:
        """Everything the section states."""
        return tuple(stated for paragraph in self.paragraphs for stated in paragraph.states)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole ruling. ``sections`` holds the opinions, lead first; ``notes`` what the judges did not write."""

    title: str
    under: str
    notice: str
    syllabus: Section
    line_up: str
    notes: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    disposition: Disposition

    def section(self, opinion: int) -> Section:
        """The section of the opinion with this number; raises ``KeyError``."""
        for section in self.sections:
            if section.opinion == opinion:
                return section
        raise KeyError(opinion)

    @property
    def words(self) -> int:
        """How many words the whole document has."""
        return sum(len(block.split()) for block in self._blocks())

    def lines(self, width: int = 78) -> list[str]:
        """The document as plain lines, none longer than ``width`` (at least 1); blank lines part the paragraphs."""
        out: list[str] = []
        for block in self._blocks():
            if out:
                out.append("")
            out.extend(_wrap(block, max(width, 1)))
        return out

    def markdown(self) -> str:
        """The document as Markdown; what comes from files or the keyboard is escaped."""
        out = [f"# {_escape(self.title)}", f"*{_escape(self.notice)}*"]
        if self.under:
            out.append(_escape(self.under))
        out += _markdown_section(self.syllabus)
        out.append(_escape(self.line_up))
        if self.notes:
            out.append("## Notes")
            out += [_escape(note.text) for note in self.notes]
        for section in self.sections:
            out += _markdown_section(section)
        return "\n\n".join(out) + "\n"

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        return self.markdown()

    def _blocks(self) -> Iterator[str]:
        yield self.title.upper()
        if self.under:
            yield self.under
        yield self.notice
        yield from _section_blocks(self.syllabus)
        yield self.line_up
        if self.notes:
            yield "NOTES"
            yield from (note.text for note in self.notes)
        for section in self.sections:
            yield from _section_blocks(section)


def _section_blocks(section: Section) -> Iterator[str]:
    yield section.title.upper()
    if section.byline:
        yield section.byline
    if section.notice:
        yield section.notice
    for part in section.parts:
        if part.heading:
            yield part.heading
        yield from (paragraph.text for paragraph in part.paragraphs)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def _markdown_section(section: Section) -> list[str]:
    out = [f"## {_escape(section.title)}"]
    if section.byline:
        out.append(f"**{_escape(section.byline)}**")
    if section.notice:
        out.append(f"*{_escape(section.notice)}*")
    for part in section.parts:
        if part.heading:
            out.append(f"### {_escape(part.heading)}")
        out += [_escape(paragraph.text) for paragraph in part.paragraphs]
    return out


_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_AT_THE_START = re.compile(r"^(\d+)([.)])(\s)|^([#+=-])")


def _escape(text: str) -> str:
    """Text in which Markdown and HTML find nothing to act on."""
    text = _SPECIAL.sub(lambda found: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], "\\" + found[0]), text)
    return _AT_THE_START.sub(lambda found: f"{found[1]}\\{found[2]}{found[3]}" if found[1] else "\\" + found[4], text)
