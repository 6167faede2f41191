"""The quotations of the opinion key are verbatim, short, and stand on their pages."""

from __future__ import annotations

from pathlib import Path

from moot.case import Case, Holding
from moot.case.language.speech import count_words
from moot.case.opinion import DecisionLine
from moot.errors import Diagnostic, Key, MootError
from moot.files.cites.differences import altered
from moot.files.cites.opinion_text import OpinionText, read_opinion, read_pin

__all__ = ["MOST_WORDS", "check_quotations"]

MOST_WORDS = 50
"""A quotation is short: it shows where to look, and the opinion is read there."""


def check_quotations(case: Case, folder: Path, extra_opinion: Path | None = None) -> list[Diagnostic]:
    """What is wrong with the quotations of the opinion key.

    Each opinion's ``text`` is looked for in ``folder``. ``extra_opinion`` is a text that every opinion may also be
    quoted from; it serves where a case ships only some of them.
    """
    extra = read_opinion(extra_opinion) if extra_opinion is not None else None
    found: list[Diagnostic] = []
    read: dict[str, OpinionText] = {}
    for index, opinion in enumerate(case.opinions):
        text: OpinionText | None = None
        if opinion.text is not None:
            key: Key = ("opinions", index, "text")
            name = Path(opinion.text)
            if name.name != opinion.text:
                found.append(
                    Diagnostic(
                        "M210",
                        f"`{opinion.text}` must be a file beside the case file",
                        key,
                        "write its name only",
                    )
                )
            else:
                try:
                    text = read[opinion.text] = read.get(opinion.text) or read_opinion(folder / name)
                except MootError as error:
                    found.append(_unread(opinion.text, key, str(error)))
        texts = [each for each in (text, extra) if each is not None]
        for number, holding in enumerate(opinion.holdings):
            found += _holding(("opinions", index, "holdings", number), holding, texts)
    texts_of = {each.id: read[each.text] for each in case.opinions if each.text in read}
    for index, line in enumerate(case.decision):
        found += _line(("decision", index, "pin"), line, texts_of.get(line.opinion))
    return found


def _line(key: Key, line: DecisionLine, text: OpinionText | None) -> list[Diagnostic]:
    """A line of the decision is cited to pages that can be read, and that its opinion has where its text ships."""
    pin = read_pin(line.pin)
    help = "write 853, 852-853, 845 n. 7, or several with commas"
    if pin is None:
        return [Diagnostic("M336", f"the pin cite `{line.pin}` cannot be read", key, help, "warning")]
    marks = text.pages if text is not None and not pin[0].paragraph else ()
    if not marks:
        return []
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    return [
        Diagnostic("M336", f"the opinion has no page {page}; it runs from {first} to {last}", key, help, "warning")
        for page in pin
        if page.first < first or page.last > last
    ]


def _unread(name: str, key: Key, error: str) -> Diagnostic:
    """Why the text of an opinion cannot be used."""
    if error.startswith("there is no file"):
        message = f"there is no file `{name}` beside the case file"
        return Diagnostic("M210", message, key, "put it there, or delete `text:`")
    return Diagnostic("M321", f"the text of this opinion cannot be read: {error}", key, "mend that file")


def _holding(key: Key, holding: Holding, texts: list[OpinionText]) -> list[Diagnostic]:
    found = []
    many = count_words(holding.quote)
    if many > MOST_WORDS:
        found.append(
            Diagnostic(
                "M315",
                f"the quotation of `{holding.id}` has {many} words; the limit is {MOST_WORDS}",
                (*key, "quote"),
                "quote one whole clause of it; 25 words is a good length",
            )
        )
    pin = read_pin(holding.pin)
    if pin is None:
        found.append(
            Diagnostic(
                "M319",
                f"the pin cite `{holding.pin}` cannot be read",
                (*key, "pin"),
                "write 853, 852-853, 845 n. 7, *3 or ¶ 12",
                "warning",
            )
        )
    if not texts or not holding.quote:
        return found
    hits = [(text, hit) for text in texts for hit in text.find(holding.quote)]
    if not hits:
        found.append(
            Diagnostic(
                "M316",
                f"the quotation of `{holding.id}` does not stand in the opinion",
                (*key, "quote"),
                _nearest(holding.quote, texts),
            )
        )
    elif pin is not None and not any(text.stands(hit, pin) for text, hit in hits):
        where = [str(text.where(hit[0])) for text, hit in hits]
        message = (
            f"the quotation of `{holding.id}` stands on page {' and '.join(dict.fromkeys(where))}, not {holding.pin}"
        )
        found.append(Diagnostic("M317", message, (*key, "pin"), f'write pin: "{where[0]}"'))
    return found


def _nearest(quote: str, texts: list[OpinionText]) -> str:
    """All that differs from the passage the quotation was taken from, where there is one."""
    found = altered(quote, texts)
    return str(found) if found is not None else "copy it from the opinion word for word"
