"""Cures in the keys of the short form, for answers that were written in it: nobody wrote `concedes.what`."""

from __future__ import annotations

from moot.errors import Diagnostic, Key
from moot.files.yaml.values import Map, Seq, Value, YamlDocument

__all__ = ["in_short"]


def in_short(document: YamlDocument, problems: list[Diagnostic]) -> list[Diagnostic]:
    """The problems, with a cure that can be written where the thing was written in the short form."""
    return [_cured(document, problem) for problem in problems] if document.short else problems


def _cured(document: YamlDocument, problem: Diagnostic) -> Diagnostic:
    if problem.code not in ("M102", "M309"):
        return problem
    letter, below = _answer(document, problem.key)
    if not letter:
        return problem
    if problem.code == "M309" and below == ("marks",):
        help = f"add `{letter} marks: …` below it: a treatment and a holding for each, such as `adopted m-hold; not reached by pole: why`"
        return problem._replace(help=help)
    if below == ("concedes", "what"):
        message = f"the answer `{letter}` concedes something and does not say what"
        return problem._replace(message=message, help=f"add `{letter} concedes: …` below it: what is conceded")
    return problem


def _answer(document: YamlDocument, key: Key) -> tuple[str, Key]:
    """The letter of the answer in the short form that this place belongs to, and the rest of the way; empty where there is none."""
    here: Value | None = document.value
    found: tuple[str, Key] = ("", ())
    for number, part in enumerate(key):
        if isinstance(here, Map) and part in here:
            here = here[str(part)]
        elif isinstance(here, Seq) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            break
        if isinstance(here, Map) and "id" in here.marks and here.marks["id"][0] in document.short:
            found = (document.short[here.marks["id"][0]], key[number + 1 :])
    return found
