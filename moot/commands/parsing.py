"""The words of a command: names that come from a registry, whole numbers, and a parser that refuses in one line."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn, cast

from moot.errors import UnknownName

__all__ = ["CommandParser", "Known", "KnownOrFile", "count", "whole_number"]


class Known:
    """The names in a registry, imported only when they are wanted: reading a command must not load the whole game."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    def __iter__(self) -> Iterator[str]:
        registry = getattr(importlib.import_module(self.module), self.name)
        return iter(registry() if callable(registry) else registry)

    def __contains__(self, word: object) -> bool:
        return word in tuple(self)


class KnownOrFile(Known):
    """The names in a registry, or the path of a YAML file."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (isinstance(word, str) and word.endswith((".yaml", ".yml")))


BENCHES = Known("moot.files.folders", "list_benches")


class CommandParser(argparse.ArgumentParser):
    """Refuses in one line, with the nearest word where there is one. Its help lists what is in the registries."""

    # While arguments are added; None is the terminal's, and asking for it imports several modules that `moot list` can do without.
    _width: int | None = 80

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._listed: list[tuple[argparse.Action, str, Known]] = []

    def one_of(
        self, flag: str, known: Known, help: str = "", default: str | None = None, dest: str | None = None
    ) -> None:
        """An option that takes one of the names of a registry."""
        name = flag.lstrip("-")
        action = self.add_argument(
            flag, dest=dest or name, metavar=name.upper(), choices=cast("Sequence[str]", known), default=default
        )
        self._listed.append((action, help, known))

    def bench(self) -> None:
        """The option that takes a bench, or the ids of judges."""
        action = self.add_argument("--bench", metavar="NAME|id,id,…")
        self._listed.append((action, "judges by id, or a bench", BENCHES))

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=self._width)

    def format_usage(self) -> str:
        """The usage, as wide as the terminal."""
        self._width = None
        return super().format_usage()

    def format_help(self) -> str:
        """The help, as wide as the terminal, with the names that are known now."""
        self._width = None
        for action, help, known in self._listed:
            default = f" ({action.default})" if action.default else ""
            action.help = f"{help}{': ' if help else ''}{', '.join(known)}{default}".replace("%", "%%")
        return super().format_help()

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            refusal = str(UnknownName("command", str(value), [str(choice) for choice in action.choices]))
            if action.metavar != "COMMAND":
                name = "/".join(action.option_strings) or action.dest
                refusal = refusal.replace("no command", f"{name}: nothing is", 1)
            self._refuse(refusal)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version. An output that cannot be written is an error here as everywhere; the library passes it over."""
        if message:
            (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        self._refuse(f"{message.removeprefix('argument ')} (try --help)")

    def _refuse(self, why: str) -> NoReturn:
        from moot.files.text import clean

        self.exit(2, f"moot: {clean(why, 600)}\n")


def whole_number(text: str) -> int:
    """A whole number as it is typed. Raises ``argparse.ArgumentTypeError``."""
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        long = re.fullmatch(r"[+-]?[0-9]+", text) is not None
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number{' of at most 18 digits' * long}")
    return int(text)


def count(text: str) -> int:
    """A whole number of 1 or more, as it is typed. Raises ``argparse.ArgumentTypeError``."""
    number = whole_number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a whole number of 1 or more")
    return number
