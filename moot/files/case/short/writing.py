"""What the parts of the short form share while a case file is written out."""

from __future__ import annotations

from moot.errors import Diagnostic
from moot.files.case.short.clauses import Clauses, read_clauses
from moot.files.case.short.openings import Opening
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, Where, YamlDocument

__all__ = ["Writing", "is_todo", "maps"]


class Writing:
    """One case file being written out, and what is known of it so far."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.here = ""
        """The point whose questions are being read."""
        self.follows = ""
        """The answer under which a follow-up stands; empty for a question that is none."""
        self.holdings: dict[str, str] = {}
        """The opinion of each holding."""
        self.silent: dict[str, list[tuple[str, Value, Where]]] = {}
        """For each issue, the opinions that do not come to it, and why."""
        self.reserved: dict[str, list[tuple[str, str, Where]]] = {}
        """For each issue, the opinions that leave it open, and the holding that says so."""
        self.decided: dict[str, list[tuple[str, str, str, Where]]] = {}
        """For each issue: an opinion, the position it takes, and the holding that says so."""

    def tell(self, at: Where, message: str, help: str, code: str = "M131") -> None:
        """Note a problem at a place of the file."""
        self.document.problems.append(Diagnostic(code, message, (), help, "error", self.document.file, *at))

    def clauses(self, text: str, at: Where, between: str) -> Clauses:
        """Read a row of clauses, telling what cannot be read."""
        return read_clauses(
            text, at, between, lambda clause, cure: self.tell(at, f"this cannot be read: `{clean(clause, 60)}`", cure)
        )

    def opened(self, opening: Opening, at: Where) -> Opening:
        """The same opening; tells what was wrong with it."""
        for message, cure in opening.problems:
            self.tell(at, message, cure)
        return opening

    def in_order(self, marks: Map) -> None:
        """Put marks in the order of the opinions."""
        places = {opinion: index for index, opinion in enumerate(dict.fromkeys(self.holdings.values()))}
        for opinion in sorted(marks, key=lambda each: places.get(each, len(places))):
            marks[opinion] = marks.pop(opinion)


def maps(value: Value | None) -> list[tuple[int, Map]]:
    """The mappings of a list, each with its place; none where it is no list."""
    return (
        [(index, each) for index, each in enumerate(value) if isinstance(each, Map)] if isinstance(value, Seq) else []
    )


def is_todo(text: str) -> bool:
    """Whether a text is still to be written, and says so; it is told as that and not read."""
    return text.startswith("TODO")
