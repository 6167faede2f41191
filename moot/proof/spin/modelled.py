"""What the SPIN model covers of the rules. Anything else is refused: half a model would find no error in what it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import MISSING, fields

from moot.case import Case, Guard, Side
from moot.errors import MootError
from moot.round import moves, phases
from moot.round.control_state import ControlState, Transition
from moot.round.formats import Format
from moot.round.phases import LecternTurn, Phase, Trigger

__all__ = ["NotModelled", "refuse_unmodelled"]


class NotModelled(MootError):
    """The rules have something that the SPIN model does not."""


_TURNS = (
    LecternTurn(
        "petitioner",
        Side.PETITIONER,
        Phase.PETITIONER_ROADMAP,
        Phase.PETITIONER_SUBMISSION,
        Phase.PETITIONER_QUESTION,
        Phase.RESPONDENT_ROADMAP,
    ),
    LecternTurn(
        "respondent",
        Side.RESPONDENT,
        Phase.RESPONDENT_ROADMAP,
        Phase.RESPONDENT_SUBMISSION,
        Phase.RESPONDENT_QUESTION,
        Phase.REBUTTAL_SUBMISSION,
    ),
    LecternTurn("rebuttal", Side.PETITIONER, None, Phase.REBUTTAL_SUBMISSION, Phase.REBUTTAL_QUESTION, Phase.SUBMITTED),
)
"""The turns of the model, in its own words; written out again so that a new turn of the rules is noticed."""

_PHASES = frozenset(
    {
        "CALLED", "PETITIONER_ROADMAP", "PETITIONER_SUBMISSION", "PETITIONER_QUESTION", "RESPONDENT_ROADMAP",
        "RESPONDENT_SUBMISSION", "RESPONDENT_QUESTION", "REBUTTAL_SUBMISSION", "REBUTTAL_QUESTION", "SUBMITTED",
        "CONFERENCE", "DECIDED",
    }
)  # fmt: skip
_TRIGGERS = frozenset(
    {
        "ROADMAP", "PLEAD", "RESUME", "TURN", "SIT", "ASK", "PASS", "ANSWER", "CALL", "RED_LIGHT", "NO_REBUTTAL",
        "CONFER", "DECIDE",
    }
)  # fmt: skip
_MOVES = frozenset({"Roadmap", "Plead", "Resume", "Turn", "Sit", "Answer", "Ask", "Pass"})
_FORMAT = frozenset({"id", "title", "ticks", "reserves", "pace"})
_STATE = frozenset(
    {"phase", "bench", "reserve", "left", "head", "said", "point", "cut", "part", "menu", "pending", "flags"}
)
_TRANSITION = frozenset({"move", "cost", "next", "on_expiry", "reserves", "half", "full", "full_on_expiry"})
_GUARD = frozenset({"said", "wanted"})


def refuse_unmodelled(case: Case, form: Format) -> None:
    """Raise :class:`NotModelled` where the rules or the format have a part that the model knows nothing of."""
    unknown = [
        *_more("turn", [turn.name for turn in phases.TURNS if turn not in _TURNS], ()),
        *_more("phase", [phase.name for phase in Phase], _PHASES),
        *_more("trigger", [trigger.name for trigger in Trigger], _TRIGGERS),
        *_more("kind of move", [kind.__name__ for kind in moves.Move.__subclasses__()], _MOVES),
        *_more("part of a control state", ControlState._fields, _STATE),
        *_more("part of a transition", Transition._fields, _TRANSITION),
        *_more("part of a guard", Guard._fields, _GUARD),
        *_more("setting of the format", _set(form), _FORMAT),
    ]
    if not unknown and phases.TURNS != _TURNS:
        unknown = [f"the order of turns {', '.join(turn.name for turn in phases.TURNS)}"]
    if any(point.rebuttal and point.side is not Side.PETITIONER for point in case.points):
        unknown.append("a rebuttal of respondent")
    if unknown:
        raise NotModelled(
            f"{case.id} cannot be exported in the format {form.id}: the SPIN model does not know {'; '.join(unknown)}"
        )


def _more(what: str, names: Iterable[str], known: Collection[str]) -> list[str]:
    return [f"the {what} `{name}`" for name in names if name not in known]


def _set(form: Format) -> list[str]:
    """The settings of the format that are not at their default; one without a default is always set."""
    found = []
    for each in fields(form):
        default = each.default if each.default_factory is MISSING else each.default_factory()
        if default is MISSING or getattr(form, each.name) != default:
            found.append(each.name)
    return found
