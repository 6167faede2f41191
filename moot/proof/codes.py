"""The codes of the proof (M5xx): title, severity, meaning. Importing this registers them."""

from __future__ import annotations

from moot.errors import Severity
from moot.files.diagnostics.render import register

__all__ = ["PROOF_CODES"]

PROOF_CODES: dict[str, tuple[str, Severity, str]] = {
    "M501": (
        "a line that need never end",
        "error",
        "A move leads back to a state where the line has been. Only the clock could end it, and the proof does not rely on the clock.",
    ),
    "M502": (
        "a line that stops short",
        "error",
        "Somewhere no move is legal and the case is not decided.",
    ),
    "M503": (
        "a move after the ruling",
        "error",
        "The case is decided, and the rules still allow a move.",
    ),
    "M504": (
        "a clock that goes wrong",
        "error",
        "A move leaves less than no time, or another time than its cost says.",
    ),
    "M505": (
        "too many states to prove",
        "warning",
        "The case is past a limit of the proof (states, control states or steps of work), so its lines were covered for a number of moves only: BOUNDED.",
    ),
    "M510": (
        "a point that can never be pleaded",
        "warning",
        "No line of play ever offers it.",
    ),
    "M511": (
        "a question that can never be asked",
        "warning",
        "No line of play ever lets the bench ask it.",
    ),
    "M512": (
        "a question nobody sitting may ask",
        "warning",
        "None of the judges on the bench has a purpose or a principle that `who` lists.",
    ),
    "M513": (
        "an answer that is never offered",
        "warning",
        "Its question is asked, but never while the guards of this answer hold.",
    ),
    "M514": (
        "a position no judge can find",
        "warning",
        "For every judge on the bench another position always has more support, whatever is said.",
    ),
    "M515": (
        "a branch of the tree that is never walked",
        "warning",
        "No judge on the bench can both come to this node and find this position.",
    ),
    "M516": (
        "an attack that takes nothing from its target",
        "warning",
        "With every judge on the bench the attacker weighs nothing, or too little to make its target count for less.",
    ),
    "M517": (
        "a choice without a difference",
        "warning",
        "Two answers to one question have every consequence in common; only the words differ.",
    ),
    "M520": (
        "a property that does not hold",
        "error",
        "Something that `must` asks for is refuted: a line that was played shows it, or every line was covered and none does.",
    ),
    "M521": (
        "a property that could not be decided",
        "warning",
        "Something that `must` asks for is neither shown by a line, nor ruled out by the bounds on the judges, and the case has too many lines to play all.",
    ),
}

register(PROOF_CODES)
