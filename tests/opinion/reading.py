"""Reading a ruling: what its sentences state, whose view that is, and what they cite. Nothing here looks at a document's tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from moot.bench.conference import Opinion
from moot.case import Case, PositionRef
from moot.case.language.speech import sentences
from moot.opinion.plan import parts_of
from moot.opinion.prose.clauses import bare, flat, formal, that, without_reason
from moot.opinion.prose.grammar import number_of, possessive, question, roman
from moot.opinion.prose.styles import STYLES
from tests.opinion.sittings import Sitting

OWN = (
    "answer",
    "answer.other",
    "hold",
    "hold.first",
    "undisputed",
    "first",
    "first.more",
    "briefly",
    "ground",
    "agree.that",
    "another",
    "view.but",
)
OTHERS = ("stands", "instead", "reply", "view", "open", "unsaid")
_STATED = re.compile(r"\{(that|thats|Flat|bare|rival|theirs)\}")
_FIELDS = {
    "we": "(?:we|I)", "We": "(?:We|I)", "us": "(?:us|me)", "our": "(?:our|my)", "Our": "(?:Our|My)", "hold": "(?:would )?hold",
    "think": "think", "are": "(?:are|am)", "have": "have", "conclude": "conclude", "agree": "agree",
    "so_order": "(?:we|I)[^⟦⟧]+", "So_order": "(?:We|I)[^⟦⟧]+", "order": "[a-z ]+", "accordingly_hold": "(?:would )?accordingly hold", "ordered": "[a-z ]+",
    "w_holds": "(?:holds|would hold)", "w_announces": "(?:announces|proposes to hold)",
}  # fmt: skip
_WHO = r"(?:[Tt]he Court|[Tt]he plurality|(?:Chief )?Ju(?:stice|dge) [A-Z][\w']+(?:,? (?:and )?(?:Chief )?Ju(?:stice|dge) [A-Z][\w']+)*)"
_FIELDS |= dict.fromkeys(("whom", "Whom", "names", "Names"), _WHO) | dict.fromkeys(
    ("whose", "Whose_cap", "Whomp"), rf"{_WHO}'s?"
)
_FIELDS |= dict.fromkeys(
    ("of_concern", "of_denial", "of_fact", "of_law", "of_merits", "of_all", "of_one", "of_several"), ""
)
_NAME = r"(?:(?:[Tt]he )?[A-Z][\w.']+(?:,? (?:and )?[A-Z][\w.']+)*|[a-z]+(?:'s?)?|[Tt]he (?:plurality|State|Town)(?:'s)?|[Pp]etitioners?'?s?|[Rr]espondents?'?s?)"
_MARK = r"⟦[^⟧]+⟧"
_MANY = rf"{_MARK}(?:(?:, and |; and |; ){_MARK})*"


@lru_cache(maxsize=1)
def _grammar() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every sentence of a template that states a position, as a pattern, and whose position it is."""
    found: dict[tuple[str, str], None] = {}
    for style in STYLES.values():
        for place in (*OWN, *OTHERS):
            for frame in style.frames[place]:
                for one in re.split(r"(?<=[.?!]) (?=[A-Z{])", frame):
                    if _STATED.search(one):
                        pattern = re.escape(_STATED.sub("§", one))
                        pattern = re.sub(r"\\\{(\w+)\\\}", lambda field: _FIELDS.get(field[1], _NAME), pattern)
                        found[pattern.replace("§", _MANY), "own" if place in OWN else "other"] = None
    found[rf"That is not enough, because {_MARK}\.", "own"] = None
    return tuple((re.compile(f"{pattern}$"), whose) for pattern, whose in found)


def clauses(case: Case) -> dict[str, PositionRef]:
    """The clauses in which positions are stated, with the reason they give for themselves and without it."""
    return {
        form(that(position.holds)): PositionRef(issue.id, position.id)
        for issue in case.issues
        for position in issue.positions
        if position.holds
        for form in (str, without_reason)
    }


def marked(text: str, case: Case) -> str:
    """The text with every clause that states a position put as `⟦issue.position⟧`."""
    for clause, ref in sorted(clauses(case).items(), key=lambda item: -len(item[0])):
        for form in (clause, flat(clause).rstrip("."), bare(clause)):
            text = text.replace(form, f"⟦{ref}⟧")
    return text


def stated(sitting: Sitting, opinion: Opinion) -> Iterator[tuple[PositionRef, str, str]]:
    """Every position the opinion's sentences state, whose it is (`own`, `other`, `argument`), and the sentence."""
    case = sitting.ruling.case
    for one in sentences(sitting.page(opinion)):
        sentence = marked(one, case)
        refs = [PositionRef.parse(found) for found in re.findall(r"⟦([^⟧]+)⟧", sentence)]
        if not refs:
            continue
        if re.fullmatch(rf"{_MARK}\.", sentence):
            yield refs[0], "own", sentence
            continue
        whose = {kind for pattern, kind in _grammar() if pattern.match(sentence)}
        if whose == {"own", "other"}:
            whose = {"own"} if re.match(r"(?:We|I) ", sentence) else {"other"}
        for ref in refs:
            yield ref, next(iter(whose), "argument"), sentence


def findings(sitting: Sitting, opinion: Opinion) -> dict[str, set[str]]:
    """Issue to the positions that the page states as the writer's own, in words or by agreeing with parts of another opinion."""
    ruling = sitting.ruling
    told: dict[str, set[str]] = {}
    for ref, whose, _ in stated(sitting, opinion):
        if whose == "own":
            told.setdefault(ref.issue, set()).add(ref.position)
    for issue in ruling.case.issues:
        told.setdefault(issue.id, set()).update(_answered(sitting.page(opinion), issue))
    for issue in ruling.case.issues:
        found = re.search(
            rf"I (?:agree with|am with|give the same answer as|would say what is said by) ([^.“]+) on the question “{re.escape(question(issue.question))}”",
            sitting.page(opinion),
        )
        names = {"the Court": 0, "the plurality": 0} | {
            ruling.bench.judge[one.author].title: one.number for one in ruling.opinions
        }
        if found:
            told.setdefault(issue.id, set()).add(ruling.opinions[names[found[1]]].holdings[issue.id])
    for parts, owner in _agreed(sitting, opinion):
        for part in parts_of(ruling, owner):
            if part.number in parts:
                for step in part.steps:
                    told.setdefault(step.issue, set()).add(step.position)
    return {issue: positions for issue, positions in told.items() if positions}


def _answered(page: str, issue) -> Iterator[str]:
    """The answers that follow the question itself, where the case file has no clause for them."""
    for found in re.finditer(re.escape(question(issue.question)), page):
        rest = page[found.end() : found.end() + 400].lower()
        near = [
            (rest.index(_first(position.text)), position.id)
            for position in issue.positions
            if _first(position.text) in rest
        ]
        if near:
            yield min(near)[1]


def _agreed(sitting: Sitting, opinion: Opinion) -> Iterator[tuple[set[str], Opinion]]:
    """The parts of other opinions the page agrees with."""
    ruling = sitting.ruling
    for sentence in sentences(sitting.page(opinion)):
        found = re.search(r"\bParts? ([IVX]+(?:(?:, and |, | and | through )[IVX]+)*)", sentence)
        if (
            opinion.number == 0
            or found is None
            or re.search(r"\b(?:except|but|in all but) Parts? |do not join|not Parts? ", sentence)
        ):
            continue
        names = {"the Court's": 0, "The Court's": 0, "the plurality's": 0, "The plurality's": 0}
        names |= {possessive(ruling.bench.judge[one.author].title): one.number for one in ruling.opinions}
        owner = next((number for name, number in names.items() if name in sentence), 0)
        yield _parts(found[1]), ruling.opinions[owner]


def _parts(named: str) -> set[str]:
    """The numerals of `II and IV` or `II through V and VII`."""
    runs = [
        range(number_of(run[1]), number_of(run[2] or run[1]) + 1)
        for run in re.finditer(r"([IVX]+)(?: through ([IVX]+))?", named)
    ]
    return {roman(number) for run in runs for number in run}


def _first(text: str) -> str:
    """The first sentence of an answer, small and without its stop."""
    return sentences(formal(text))[0].lower().rstrip(".")
