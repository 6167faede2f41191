"""The YAML parser: libyaml where it is installed, and PyYAML's own, made to read the same files, where it is not.

PyYAML's own scanner refuses a question mark inside a text in braces and a tab between words, which libyaml reads, and
takes a few things that libyaml refuses. Here it follows libyaml 0.2.5, so a file that is VALID on one machine is
VALID on all; tests/files/test_one_parser.py compares the two.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken, TagToken

__all__ = ["PARSER", "PythonParser"]

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANK_OR_END = f"\0 \t{_BREAKS}"
_IN_HANDLE = re.compile(r"[0-9A-Za-z_-]")
_IN_TAG = re.compile(r"[0-9A-Za-z_;/?:@&=+$.!~*'()%-]")
_IN_WHOLE_TAG = re.compile(r"[0-9A-Za-z_;/?:@&=+$.!~*'()%,\[\]-]")


class PythonParser(yaml.SafeLoader):
    """PyYAML's own parser with libyaml's rules."""

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and line breaks; a tab is a blank where it cannot be indentation."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in f"\0{_BREAKS}":
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def fetch_stream_end(self) -> None:
        """The end of the file is a new line: a line that had to be a key and has no colon is told first."""
        for key in self.possible_simple_keys.values():
            if key.required:
                problem = "could not find expected ':'"
                raise ScannerError("while scanning a simple key", key.mark, problem, self.get_mark())
        super().fetch_stream_end()

    def scan_plain(self) -> Any:
        """A text without quotes. Inside brackets it ends at a comma or a bracket, not at a question mark."""
        start = end = self.get_mark()
        least = self.indent + 1
        said = between = ""
        while self.peek() != "#" and not self._at_document_mark():
            length = self._word_length()
            if not length:
                break
            said += between + self.prefix(length)
            self.forward(length)
            self.allow_simple_key = False
            end = self.get_mark()
            between = self._between_words(least, start)
            if not between or (not self.flow_level and self.column < least):
                break
        return ScalarToken(said, True, start, end)

    def _line_break(self) -> str:
        broken: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return broken

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK_OR_END

    def _word_length(self) -> int:
        """How many characters follow up to a blank or a sign that ends the text."""
        length = 0
        while (char := self.peek(length)) not in _BLANK_OR_END:
            after = self.peek(length + 1)
            if self.flow_level and char == ":" and after in ",?[]{}":
                start = self.get_mark()
                self.forward(length)
                problem = "found unexpected ':'"
                raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            if (char == ":" and after in _BLANK_OR_END) or (self.flow_level and char in ",[]{}"):
                break
            length += 1
        return length

    def _between_words(self, least: int, start: Any) -> str:
        """What stands between two words of a text: blanks as written, or a line break as YAML folds it."""
        blanks, breaks = "", 0
        while True:
            char = self.peek()
            if char in " \t":
                if breaks and char == "\t" and self.column < least:
                    problem = "found a tab character that violates indentation"
                    raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
                blanks += "" if breaks else char
                self.forward()
            elif char in _BREAKS:
                self._line_break()
                self.allow_simple_key = True
                breaks += 1
            else:
                break
        return blanks if not breaks else " " if breaks == 1 else "\n" * (breaks - 1)

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """The signs after `|` or `>`: `+` or `-`, and how deep the text is indented, in either order."""
        chomping: bool | None = None
        depth: int | None = None
        for _ in range(2):
            char = self.peek()
            if char in "+-" and chomping is None:
                chomping = char == "+"
            elif char in "0123456789" and depth is None:
                depth = int(char)
                if depth == 0:
                    problem = "found an indentation indicator equal to 0"
                    raise ScannerError("while scanning a block scalar", start_mark, problem, self.get_mark())
            else:
                break
            self.forward()
        return chomping, depth

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:
        """The rest of the line after those signs: blanks and a comment."""
        while self.peek() in " \t":
            self.forward()
        if self.peek() == "#":
            while self.peek() not in f"\0{_BREAKS}":
                self.forward()
        if self.peek() not in f"\0{_BREAKS}":
            problem = "did not find expected comment or line break"
            raise ScannerError("while scanning a block scalar", start_mark, problem, self.get_mark())
        self._line_break()

    def scan_block_scalar_indentation(self) -> Any:
        """As PyYAML's; a tab is no indentation."""
        found = super().scan_block_scalar_indentation()
        self._no_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """As PyYAML's; a tab is no indentation."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._no_tab()
        return found

    def _no_tab(self) -> None:
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", self.get_mark(), problem, self.get_mark())

    def scan_tag(self) -> Any:
        """What begins with `!`: a tab ends it, and so does a comma in brackets; a comma or a bracket is no part of it."""
        start = self.get_mark()
        if self.peek(1) == "<":
            self.forward(2)
            handle, suffix = None, self._tag_rest("", _IN_WHOLE_TAG, start)
            if self.peek() != ">":
                raise ScannerError("while scanning a tag", start, "did not find the expected '>'", self.get_mark())
            self.forward()
        else:
            handle = self._tag_handle()
            if len(handle) > 1 and handle.endswith("!"):
                suffix = self._tag_rest("", _IN_TAG, start)
            else:
                suffix = self._tag_rest(handle, _IN_TAG, start)
                handle, suffix = ("!", suffix) if suffix else (None, "!")
        if self.peek() not in _BLANK_OR_END and not (self.flow_level and self.peek() == ","):
            problem = "did not find expected whitespace or line break"
            raise ScannerError("while scanning a tag", start, problem, self.get_mark())
        return TagToken((handle, suffix), start, self.get_mark())

    def _tag_handle(self) -> str:
        """`!`, `!!`, or `!name!`; `!name` where no second mark follows."""
        length = 1
        while _IN_HANDLE.match(self.peek(length)):
            length += 1
        length += self.peek(length) == "!"
        handle: str = self.prefix(length)
        self.forward(length)
        return handle

    def _tag_rest(self, begun: str, allowed: re.Pattern[str], start: Any) -> str:
        """The characters of a tag behind its handle; ``begun`` is a handle that turned out to be part of it."""
        rest = begun[1:]
        while allowed.match(char := self.peek()):
            if char == "%":
                rest += self.scan_uri_escapes("tag", start)
            else:
                rest += char
                self.forward()
        if not rest and not begun:
            raise ScannerError("while parsing a tag", start, "did not find expected tag URI", self.get_mark())
        return rest

    def scan_directive(self) -> Any:
        """Only `%YAML` and `%TAG` are known."""
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", token.start_mark, "found unknown directive name")
        return token

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """As PyYAML's, but half of a surrogate pair is no character."""
        chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        if any("\ud800" <= char <= "\udfff" for chunk in chunks for char in chunk):
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, problem, self.get_mark())
        return chunks

    def parse_flow_mapping_key(self, first: bool = False) -> Any:
        """As PyYAML's, but an empty value has the place of the next token."""
        return self._at_next_token(super().parse_flow_mapping_key(first))

    def parse_flow_mapping_value(self) -> Any:
        """As PyYAML's, but an empty value has the place of the next token."""
        return self._at_next_token(super().parse_flow_mapping_value())  # type: ignore[no-untyped-call]

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """As PyYAML's, but an empty value has the place of the next token."""
        return self._at_next_token(super().parse_flow_sequence_entry_mapping_key())  # type: ignore[no-untyped-call]

    def parse_flow_sequence_entry_mapping_value(self) -> Any:
        """As PyYAML's, but an empty value has the place of the next token."""
        return self._at_next_token(super().parse_flow_sequence_entry_mapping_value())  # type: ignore[no-untyped-call]

    def _at_next_token(self, event: Any) -> Any:
        """The event; where it is an empty value, at the next token, which is where libyaml places it."""
        start: Any = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and start.index == event.end_mark.index:  # type: ignore[union-attr]
            event.start_mark = event.end_mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]
        return event


PARSER: Any = getattr(yaml, "CSafeLoader", None) or PythonParser
