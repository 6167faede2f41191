"""HTML built from values. Every string is text until it is escaped here, once; nothing else makes markup."""

from __future__ import annotations

import html
from collections.abc import Iterable

from moot.files.text import harmless

__all__ = ["Html", "Part", "document", "el", "join", "table"]


class Html(str):
    """Markup that :func:`el` made."""

    __slots__ = ()


Part = Html | str | None

_VOID = frozenset({"br", "meta", "hr"})


def el(name: str, /, *parts: Part, **attributes: str | int | None) -> Html:
    """An element. Strings are escaped; ``class_`` and ``for_`` lose their underscore; others become hyphens."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(harmless(str(value)), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(parts)}</{name}>")


def join(parts: Iterable[Part]) -> Html:
    """Parts one after the other."""
    return Html("".join(_escaped(part) for part in parts if part is not None))


def _escaped(part: Html | str) -> str:
    return str(part) if isinstance(part, Html) else html.escape(harmless(part), quote=False)


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[Part]]) -> Html:
    """A table with a caption, for those who hear the page; the first cell of a row is its heading."""
    body = []
    for row in rows:
        first, *others = row
        body.append(el("tr", el("th", first, scope="row"), *(el("td", each) for each in others)))
    top = el("tr", *(el("th", each, scope="col") for each in head))
    made = el("table", el("caption", caption), el("thead", top), el("tbody", *body))
    # A wide table scrolls by itself, and the keyboard can scroll it.
    return el("div", made, class_="wide", tabindex=0, role="region", aria_label=caption)


def document(title: str, style: str, *parts: Part) -> str:
    """A whole page. Its own policy lets nothing be fetched and no script run."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", title),
        el("style", Html(style)),
    )
    return f"<!DOCTYPE html>\n{el('html', head, el('body', *parts), lang='en')}\n"
