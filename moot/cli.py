"""The command line: thin. It reads words, calls a command, and turns a refusal into one line and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import sys
from collections.abc import Sequence

from moot.commands import module_of
from moot.commands.arguments import parser
from moot.commands.streams import quiet, ready
from moot.errors import MootError, did_you_mean

__all__ = ["main", "parser"]

_STOPPED = 130
"""The exit code of a command stopped from the keyboard, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 done, 1 problems found, 2 wrong usage or unreadable file."""
    try:
        ready()
        return _run(list(sys.argv[1:] if argv is None else argv))
    except SystemExit:
        try:
            sys.stdout.flush()
        except OSError as error:
            return _refused(f"the output cannot be written: {error.strerror}")
        raise
    except BrokenPipeError:
        # Whoever read our output has gone; that is not an error of ours.
        quiet()
        return 0
    except MootError as error:
        from moot.files.text import clean

        return _refused(clean(str(error), 1200))
    except KeyboardInterrupt:
        _refused("stopped", before="\n")
        return _STOPPED
    except OSError as error:
        what = f"{error.filename}: " if error.filename else "the output cannot be written: "
        return _refused(what + (error.strerror or str(error)))
    except MemoryError:
        return _refused("there is not enough memory for this")


def _refused(why: str, before: str = "") -> int:
    quiet()
    with contextlib.suppress(OSError):
        print(f"{before}moot: {why}", file=sys.stderr, flush=True)
    return 2


def _run(words: list[str]) -> int:
    if not words:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            print("moot: no terminal to open the game in; play line by line with: moot play --plain", file=sys.stderr)
            return 2
        words = ["play"]
    for word in words:
        if not word or (word.startswith("--") and word.endswith("=")):
            what = f"`{word[:-1]}` has an empty value" if word else "an empty name names nothing"
            raise MootError(f"{what}; write the name, or leave the option out (is a variable of your script not set?)")
    top = parser(words[0])
    args, unknown = top.parse_known_args(words)
    if unknown:
        top.error(_unknown(top, args.command, unknown[0]))
    if args.command is None:
        top.print_help()
        return 0
    if str(getattr(args, "format", "")).endswith((".yaml", ".yml")):
        args.format = importlib.import_module("moot.files.formats.read").load_format(args.format)
    module = module_of(args.command)
    code: int = module.run(args)
    sys.stdout.flush()
    return code


def _unknown(top: argparse.ArgumentParser, command: str | None, word: str) -> str:
    """What to say of a word no command takes, with the nearest option."""
    options = top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction) and command is not None:
            options = action.choices[command]
    of = f"moot {command}" if command else "moot"
    if not word.startswith("-"):
        return f"{of} takes no further word {word!r}"
    known = [name for action in options._actions for name in action.option_strings]
    near = did_you_mean(word.split("=", 1)[0], known)
    return f"{of} has no option {word!r}" + (f"; did you mean {near!r}?" if near else "")


if __name__ == "__main__":
    raise SystemExit(main())
