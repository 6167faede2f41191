"""`moot opinion`: the opinions really written, by page, and searched."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from moot.errors import MootError
from moot.files.folders import find, list_cases
from moot.files.loading import load_bench, load_case
from moot.plain.page import BLANK, Page, Para
from moot.report.reader import ReadOpinion, library

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """List the opinions of a case, print the pages named, or every paragraph that has the words looked for.

    Exit 1 where nothing is found.
    """
    case = load_case(args.case)
    opinions = library(case, load_bench(case.bench), find("case", args.case, list_cases()).parent)
    if not opinions:
        raise MootError(f"{case.id} has no opinion: no court has written on it")
    page = Page.on(sys.stdout)
    if args.page is not None:
        lines = list(_pages(opinions, args.page))
    elif args.find is not None:
        lines = list(_found(opinions, " ".join(args.find.casefold().split())))
    else:
        lines = [Para(_about(each)) for each in opinions]
    page.put(lines)
    if not lines:
        print(f"moot: nothing found; {case.id} has these:", file=sys.stderr)
        for each in opinions:
            print(f"moot:   {_about(each)}", file=sys.stderr)
        return 1
    return 0


def _about(opinion: ReadOpinion) -> str:
    """An opinion in a line: whose, its pages, and how much is quoted."""
    whose = f"{opinion.title[:1].upper()}{opinion.title[1:]}"
    many = f"{len(opinion.passages)} passage{'s' * (len(opinion.passages) != 1)} quoted"
    if not opinion.pages:
        return f"{whose}: no text comes with the case; {many}"
    first, last = opinion.pages[0].label, opinion.pages[-1].label
    return f"{whose}: {f'page {first}' if first == last else f'pages {first} to {last}'}; {many}"


def _pages(opinions: Sequence[ReadOpinion], wanted: str) -> Iterator[Para]:
    """The page, with its notes; of opinions without their text what is quoted from it."""
    for opinion in opinions:
        for page in opinion.pages:
            if page.label == wanted or page.label.startswith(f"{wanted} n."):
                yield BLANK
                yield Para(f"{opinion.title.upper()}, page {page.label}")
                for paragraph in page.paragraphs:
                    yield Para("".join(span.text for span in paragraph), indent=2)
        if not opinion.pages:
            for passage in opinion.passages:
                if passage.pin.split(" ")[0].split("-")[0].rstrip(",") == wanted:
                    yield BLANK
                    yield Para(
                        f"{opinion.title.upper()}, {'quoted from page' if passage.quote else 'page'} {passage.pin}"
                    )
                    yield Para(passage.words or f"({passage.gist})", indent=2)


def _found(opinions: Sequence[ReadOpinion], key: str) -> Iterator[Para]:
    """Every paragraph with the words, and every quotation of an opinion without its text."""
    for opinion in opinions:
        places = [
            (page.label, "".join(span.text for span in paragraph))
            for page in opinion.pages
            for paragraph in page.paragraphs
        ]
        if not opinion.pages:
            places = [(passage.pin, passage.words or f"({passage.gist})") for passage in opinion.passages]
        for label, text in places:
            if key and key in " ".join(text.casefold().split()):
                yield BLANK
                yield Para(f"{opinion.title.upper()}, page {label}")
                yield Para(text, indent=2)
