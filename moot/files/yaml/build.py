"""Build values from the events of a YAML parser, within limits."""

from __future__ import annotations

import re
from typing import Any

import yaml

from moot.errors import Diagnostic, Key
from moot.files.text import clean
from moot.files.yaml.slips import pasted
from moot.files.yaml.values import Map, Plain, Seq, Value, Where, YamlDocument

__all__ = ["MAX_ALIASES", "MAX_DEPTH", "MAX_NODES", "Builder", "Stop", "tell"]

MAX_DEPTH = 40
MAX_NODES = 200_000
MAX_ALIASES = 100
_COMMENT = re.compile(r"[ \t]+(#.*)")


def tell(
    document: YamlDocument,
    code: str,
    message: str,
    help: str = "",
    where: Where = (1, 1),
    key: Key = (),
) -> None:
    """Note a problem of the file."""
    document.problems.append(Diagnostic(code, message, key, help, file=document.file, line=where[0], column=where[1]))


class Stop(Exception):
    """Reading cannot go on; the problem has been told."""


class _Open:
    """A mapping or list still being read."""

    __slots__ = ("anchor", "depth", "key", "key_mark", "mark", "size", "value", "wants_key")

    def __init__(self, value: Map | Seq, mark: Where, anchor: str | None) -> None:
        self.value = value
        self.mark = mark
        self.anchor = anchor
        self.size = 0
        self.depth = 0
        """Levels under this one, counted through aliases."""
        self.wants_key = type(value) is Map
        self.key = ""
        self.key_mark: Where = mark


class Builder:
    """Builds values from events; holds the limits."""

    def __init__(self, document: YamlDocument, text: str) -> None:
        self.document = document
        self.rows = re.split(r"\r\n|\r|\n", text) if "#" in text else []
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Value, int, int] | None] = {}
        self.unused: dict[str, Where] = {}
        """Anchors of texts that no alias has named yet."""
        self.nodes = 0
        self.aliases = 0

    def stop(self, code: str, message: str, help: str, where: Where) -> Stop:
        tell(self.document, code, message, help, where)
        return Stop()

    def build(self, parser: Any) -> None:
        """Read every event of this parser. Raises :class:`Stop` where reading cannot go on."""
        try:
            self._read(parser)
        finally:
            parser.dispose()

    def _read(self, parser: Any) -> None:
        get = parser.get_event
        scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
        begin_map, begin_seq = yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = 0
        opened = self.open
        while True:
            event = get()
            kind = type(event)
            if kind is scalar:
                mark = event.start_mark
                where = (mark.line + 1, mark.column + 1)
                if event.tag is not None:
                    raise self._tagged(event.tag, where)
                text = event.value
                top = opened[-1] if opened else None
                if top is not None and top.wants_key and text and event.anchor is None:
                    if text[0] > "\x7f":
                        self._pasted(text, where)
                    top.wants_key, top.key, top.key_mark = False, text, where
                    top.size += 1
                    self.nodes += 1
                    continue
                value: Value = text if event.style else Plain(text)
                if event.anchor is not None:
                    self.anchors[event.anchor] = (value, 1, 0)
                    self.unused.setdefault(event.anchor, where)
                if self.rows and not event.style:
                    self._cut(event.end_mark, where)
                self._add(value, where, 1)
            elif kind is begin_map or kind is begin_seq:
                mark = event.start_mark
                where = (mark.line + 1, mark.column + 1)
                if event.tag is not None:
                    raise self._tagged(event.tag, where)
                self._begin(
                    Map(flow=event.flow_style) if kind is begin_map else Seq(flow=event.flow_style),
                    where,
                    event.anchor,
                )
            elif kind in ends:
                done = self.open.pop()
                if done.anchor is not None:
                    self.anchors[done.anchor] = (done.value, done.size + 1, done.depth + 1)
                self._add(done.value, done.mark, done.size + 1, done.depth + 1, counted=True)
            elif kind is alias:
                self._alias(
                    event.anchor,
                    (event.start_mark.line + 1, event.start_mark.column + 1),
                )
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    where = (event.start_mark.line + 1, event.start_mark.column + 1)
                    raise self.stop(
                        "M022",
                        "the file holds more than one document",
                        "delete the line `---` and what follows",
                        where,
                    )
            elif kind is yaml.StreamEndEvent:
                break
        for name, where in self.unused.items():
            message = f"`&{clean(name, 60)}` names a text for YAML and is no part of it; what is read begins after it"
            help = "put the whole text in quotes; or delete the `&` and the name"
            self.document.problems.append(
                Diagnostic("M025", message, (), help, "warning", self.document.file, where[0], where[1])
            )
        value_read = self.document.value
        if value_read is None or value_read == "":
            raise self.stop(
                "M023",
                "the file is empty",
                "`moot new case ID` writes a file to start from",
                (1, 1),
            )

    def _dash_forgotten(self, top: _Open, key: str) -> bool:
        """Whether an item of a list begins its first key again: then the next item begins here, and is read as one."""
        holder, above = top.value, self.open[-2].value if len(self.open) > 1 else None
        if type(holder) is not Map or type(above) is not Seq or holder.flow or top.anchor is not None:
            return False
        if len(holder) == 1 or next(iter(holder)) != key:
            return False
        first = holder.marks[key][0][0]
        message = f"the key `{key}` comes twice in one item of a list; it is first on line {first}"
        help = "if the next item begins here, write `- ` (a hyphen and a space) before it; if not, keep one of the two"
        tell(self.document, "M018", message, help, top.key_mark)
        above.append(holder)
        above.marks.append(top.mark)
        top.mark = top.key_mark
        return True

    def _pasted(self, key: str, where: Where) -> None:
        """Stop at a key that begins with a no-break space or a bullet: the line came out of a word processor."""
        found = pasted(key + " ")
        if found:
            raise self.stop(found.code, found.message, found.help, where)

    def _cut(self, end: Any, where: Where) -> None:
        """Note a comment that follows a text without quotes: it may have been meant as part of the text."""
        row = self.rows[end.line] if end.line < len(self.rows) else ""
        comment = _COMMENT.match(row, end.column)
        if comment:
            self.document.comments[where] = ((end.line + 1, comment.start(1) + 1), comment[0])

    def _tagged(self, tag: str, where: Where) -> Stop:
        return self.stop(
            "M020",
            f"the tag `{tag}` is not allowed",
            "delete what begins with `!`, or put the text in quotes",
            where,
        )

    def _begin(self, value: Map | Seq, where: Where, anchor: str | None) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self.stop(
                "M002",
                f"the file is nested deeper than {MAX_DEPTH} levels",
                "flatten it",
                where,
            )
        if anchor is not None:
            self.anchors[anchor] = None
        self.open.append(_Open(value, where, anchor))

    def _alias(self, anchor: str, where: Where) -> None:
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise self.stop(
                "M002",
                f"the file uses more than {MAX_ALIASES} aliases (`*name`)",
                "write the words out",
                where,
            )
        known = self.anchors.get(anchor)
        if known is None:
            message = (
                f"`*{anchor}` names nothing written above"
                if anchor not in self.anchors
                else f"`*{anchor}` contains itself"
            )
            raise self.stop(
                "M021",
                message,
                "put the text in quotes if the star is part of it",
                where,
            )
        self.unused.pop(anchor, None)
        if len(self.open) + known[2] > MAX_DEPTH:
            raise self.stop(
                "M002",
                f"with what its aliases hold, the file is nested deeper than {MAX_DEPTH} levels",
                "write the words out",
                where,
            )
        self._add(known[0], where, known[1], known[2])

    def _add(self, value: Value, where: Where, size: int, depth: int = 0, *, counted: bool = False) -> None:
        self.nodes += 1 if counted else size
        if self.nodes > MAX_NODES:
            raise self.stop(
                "M002",
                f"the file holds more than {MAX_NODES} values",
                "split it",
                where,
            )
        if not self.open:
            self.document.value, self.document.start = value, where
            return
        top = self.open[-1]
        top.size += size
        top.depth = max(top.depth, depth)
        holder = top.value
        if type(holder) is Seq:
            holder.append(value)
            holder.marks.append(where)
            return
        assert isinstance(holder, Map)
        if top.wants_key:
            if not isinstance(value, str) or not value:
                # Where an empty key stands, the two parsers do not agree; where its mapping begins, they do.
                where = where if value else top.mark
                raise self.stop(
                    "M019",
                    "a key must be a word",
                    "write `key: value`; put text with brackets in quotes",
                    where,
                )
            top.wants_key, top.key, top.key_mark = False, str(value), where
            return
        key, top.wants_key = top.key, True
        if key in holder and self._dash_forgotten(top, key):
            top.value = holder = Map()
        if key in holder:
            first = holder.marks[key][0][0]
            tell(
                self.document,
                "M018",
                f"the key `{key}` comes twice here; it is first on line {first}",
                "keep one of the two",
                top.key_mark,
            )
            return
        holder[key] = value
        holder.marks[key] = (top.key_mark, where)
