"""Words and joints: names, lists, numerals, and how to set a title from the case file into a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from moot.bench.persona import Judge
from moot.case import Case, Disposition
from moot.case.per_case import per_case

__all__ = [
    "all_of",
    "cap",
    "count",
    "joined",
    "letter",
    "line_up_names",
    "mid",
    "number_of",
    "numbered",
    "ordered",
    "plural",
    "possessive",
    "question",
    "roman",
    "run_together",
    "sentence",
    "small",
    "surname",
    "the_judgment",
    "titles",
    "would",
    "yes_or_no",
]

_STYLES = re.compile(r"^(?:(Chief) )?Justice (?=\S)")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL_WORDS = """
a an the no not what when where which who whether how why is are was were does do did may must can could
should he she it they this that these those there here any every all both each some such in on at by of to for
from with without under over after before if as because nothing nobody only even yes
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def surname(judge: Judge) -> str:
    """The name the court's pages use: ``Souter`` of ``Justice Souter``; the whole title where there is no such style."""
    return _STYLES.sub("", judge.title)


def style(judge: Judge) -> str:
    """``J``, ``CJ`` or, where the title is of another kind, the empty string."""
    found = _STYLES.match(judge.title)
    if found is None:
        return ""
    return "CJ" if found[1] else "J"


def joined(items: Sequence[str], word: str = "and") -> str:
    """``a``; ``a and b``; ``a, b, and c``."""
    if len(items) < 3:
        return f" {word} ".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def number_of(numeral: str) -> int:
    """The number that a Roman numeral stands for."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in numeral]
    return sum(value if value >= max(values[place:]) else -value for place, value in enumerate(values))


def numbered(parts: Sequence[str]) -> str:
    """The parts of an opinion by their numerals, in order: ``Part II``; ``Parts II and IV``; ``Parts II through V and VII``."""
    runs: list[list[str]] = []
    for part in parts:
        if runs and number_of(part) == number_of(runs[-1][-1]) + 1:
            runs[-1].append(part)
        else:
            runs.append([part])
    named = [name for run in runs for name in ([f"{run[0]} through {run[-1]}"] if len(run) > 2 else run)]
    return f"{'Part' if len(parts) == 1 else 'Parts'} {joined(named)}"


def run_together(clauses: Sequence[str]) -> str:
    """``that A``; ``that A; and that B``; ``that A; that B; and that C``."""
    return "; ".join(clauses[:-1]) + f"; and {clauses[-1]}" if len(clauses) > 1 else "".join(clauses)


def titles(judges: Iterable[Judge]) -> str:
    """The judges as prose names them: ``Justice Souter``, ``Justice Scalia and Justice Thomas``."""
    return joined([judge.title for judge in judges])


def line_up_names(judges: Sequence[Judge]) -> str:
    """The judges as a line-up names them: ``Rehnquist, C. J., and O'Connor and Kennedy, JJ.,`` with its last comma."""
    chiefs = [f"{surname(judge)}, C. J.," for judge in judges if style(judge) == "CJ"]
    plain = [surname(judge) for judge in judges if style(judge) == "J"]
    others = [judge.title for judge in judges if not style(judge)]
    groups = chiefs
    if plain:
        groups.append(f"{joined(plain)}, {'J.,' if len(plain) == 1 else 'JJ.,'}")
    if others:
        groups.append(joined(others))
    if len(groups) == 1:
        return groups[0]
    return f"{', '.join(group.rstrip(',') for group in groups[:-1])}, and {groups[-1]}"


def roman(number: int) -> str:
    """The Roman numeral of a number from 1."""
    out = "M" * (number // 1000)
    for ten, (one, five, next_one) in ((100, "CDM"), (10, "XLC"), (1, "IVX")):
        digit = number // ten % 10
        out += (
            "",
            one,
            one * 2,
            one * 3,
            one + five,
            five,
            five + one,
            five + one * 2,
            five + one * 3,
            one + next_one,
        )[digit]
    return out


def letter(number: int) -> str:
    """``a`` for 1, ``z`` for 26, then ``aa``."""
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)


def count(number: int) -> str:
    """A number in words up to ten."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def plural(number: int, one: str, many: str = "") -> str:
    """``1 move``, ``2 moves``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def cap(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital at the start and one stop at the end; nothing for nothing."""
    text = cap(text.strip())
    if not text or text.endswith((".", "?", "!", "…")) or (text.endswith(("”", '"')) and text[-2:-1] in ".?!"):
        return text
    return text.rstrip(",;:") + "."


def mid(case: Case, text: str) -> str:
    """The text with a small first letter where its first word is not a name, to follow a colon or a comma."""
    word = re.match(r"[^\W\d_]+", text)
    if word is None or any(letter.isupper() for letter in word[0][1:]) or word[0] == "I":
        return text
    if word[0].lower() in _SMALL or _common(case)[word[0].lower()] > _proper(case)[word[0]]:
        return text[0].lower() + text[1:]
    if not _proper(case)[word[0]] and word[0] not in _names(case):
        return text[0].lower() + text[1:]
    return text


def question(text: str) -> str:
    """The question as written, ending in its own mark or in a question mark."""
    text = cap(text.strip())
    return text if not text or text.endswith((".", "?", "!", "…")) else text + "?"


def small(text: str) -> str:
    """The text with a small first letter."""
    return text[:1].lower() + text[1:]


def possessive(name: str) -> str:
    """``petitioner's``, ``respondents'``."""
    return name + ("'" if name.endswith("s") else "'s")


def would(disposition: Disposition) -> str:
    """The verb: what a judge would do with the judgment."""
    return {
        Disposition.GRANTED: "grant the application",
        Disposition.GRANTED_IN_PART: "grant the application in part",
        Disposition.DENIED: "deny the application",
        Disposition.REVERSED_IN_PART: "affirm in part and reverse in part",
        Disposition.AFFIRMED: "affirm",
        Disposition.REVERSED: "reverse",
        Disposition.REVERSED_AND_REMANDED: "reverse and remand",
        Disposition.VACATED_AND_REMANDED: "vacate and remand",
    }[disposition]


def ordered(disposition: Disposition, *, short: bool = False) -> str:
    """What is done with the judgment, to follow ``is``; ``short`` without the terms of a remand."""
    if short or "remanded" not in disposition:
        return disposition.value
    verb = disposition.value.partition(" ")[0]
    return f"{verb}, and the case is remanded for further proceedings consistent with this opinion"


def the_judgment(case: Case) -> str:
    """`the judgment of the Court of Appeals for the Ninth Circuit`; where there is none below, `the application of` the petitioner."""
    if case.below.application:
        return f"the application of {case.petitioner.name}"
    court = case.below.court.partition(" (")[0]
    return f"the judgment of {court if court.lower().startswith('the ') else 'the ' + court}"


def yes_or_no(text: str) -> bool:
    """Whether the text is an answer that begins with a yes or a no of its own."""
    return re.match(r"(?:Yes|No)[:,.;]", text) is not None


def all_of(pieces: Iterable[str]) -> str:
    """Sentences set one after another, empty ones left out."""
    return " ".join(piece for piece in pieces if piece)


def _prose(case: Case) -> Iterable[str]:
    yield case.facts
    yield case.question_presented
    yield case.below.summary
    for issue in case.issues:
        yield issue.question
        yield from (position.text for position in issue.positions)
    yield from (item.text for item in case.record)
    yield from (authority.says for authority in case.authorities)
    for point in case.points:
        yield point.speech
        for question in point.walk():
            yield question.text
            yield from (answer.text for answer in question.answers)


@per_case
def _common(case: Case) -> Counter[str]:
    """How often each word stands in small letters in the case's prose."""
    return Counter(word for text in _prose(case) for word in re.findall(r"\b[^\W\d_A-Z]+\b", text))


@per_case
def _names(case: Case) -> frozenset[str]:
    """Every word of the names that the case file gives."""
    parties = (case.petitioner, case.respondent)
    given = [case.caption, case.court, case.below.court, *(authority.name for authority in case.authorities)]
    given += [text for party in parties for text in (party.name, *party.speakers)]
    return frozenset(word for text in given for word in re.findall(r"[^\W\d_]+", text))


@per_case
def _proper(case: Case) -> Counter[str]:
    """How often each word stands with a capital inside a sentence."""
    return Counter(word for text in _prose(case) for word in re.findall(r"(?<=[a-z,] )[A-Z][^\W\d_]*", text))
