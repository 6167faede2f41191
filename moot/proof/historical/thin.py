"""What is legal but poor: rebuts that cancel, issues and heads that the historical line leaves out, quotations that nothing checks.

A case may accept any of these with a reason (`accepts`); then it is not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.conference import confer
from moot.bench.persona import Bench
from moot.case import Attacking, Case
from moot.errors import Diagnostic
from moot.proof.historical.line import walk_line
from moot.round import moves
from moot.round.round import Round

__all__ = ["check_thin"]

_ANNOUNCED = 3
"""The most heads that a roadmap announces."""

_NAMED = 4
"""How many names a message lists."""


def check_thin(case: Case, bench: Bench | None) -> list[Diagnostic]:
    """Warnings M324, M444, M458 and M459, without those that the case accepts; the case must have no errors."""
    found = [*_cancels(case), *_unchecked(case)]
    if bench is not None and case.historical is not None and case.historical.line:
        walk = walk_line(case, bench)
        if walk.fault is None:
            found += [*_unargued(case, bench, walk.round), *_unannounced(case, walk.round)]
    accepted = dict(case.accepts)
    return [problem for problem in found if problem.code not in accepted]


def _cancels(case: Case) -> Iterator[Diagnostic]:
    """An issue on which all that is said are rebuts of one form and one strength: no judge can differ on it but by principle."""
    equal: dict[str, str] = {}
    for argument in case.arguments.values():
        for attack in argument.attacks:
            other = case.arguments.get(attack.target)
            if other is None:  # An attack on what makes no argument is told of elsewhere (M419).
                continue
            same = (argument.modality, argument.strength) == (other.modality, other.strength)
            if attack.kind is Attacking.REBUT and same:
                equal |= {argument.id: other.id, other.id: argument.id}
    for index, issue in enumerate(case.issues):
        urging = [each.id for each in case.arguments.values() if any(ref.issue == issue.id for ref in each.urges)]
        if urging and all(id in equal for id in urging):
            one = case.arguments[urging[0]]
            yield Diagnostic(
                "M444",
                f"all that is said on `{issue.id}` cancels: `{one.id}` and `{equal[one.id]}` are both {one.modality} of strength "
                f"{one.strength} and rebut each other, so for every judge alike neither is left with more",
                ("issues", index),
                "give one another form or strength, or add a point of another kind; or let the positions embody different principles and accept this",
                "warning",
            )


def _unchecked(case: Case) -> Iterator[Diagnostic]:
    """Quotations of opinions whose text is not beside the case: one warning for all of them."""
    without = [(index, each) for index, each in enumerate(case.opinions) if each.text is None and each.holdings]
    many = sum(len(each.holdings) for _, each in without)
    if many:
        yield Diagnostic(
            "M324",
            f"{many} quotation{'s' * (many != 1)} of {_some([each.id for _, each in without])} "
            f"{'are' if many != 1 else 'is'} checked against no text",
            ("opinions", without[0][0]),
            "put the opinion's text beside the case and name it with `text:`",
            "warning",
        )


def _unargued(case: Case, bench: Bench, round: Round) -> Iterator[Diagnostic]:
    """An issue that a judge decides on the historical line, although nobody said a word on it there or in the briefs."""
    heard = round.position.heard
    before = heard.half | heard.full | heard.answers | {id for id, each in case.arguments.items() if each.briefed}
    decided = {step.issue for each in confer(case, bench, heard).reasonings.values() for step in each.walk}
    for index, issue in enumerate(case.issues):
        urging = [each.id for each in case.arguments.values() if any(ref.issue == issue.id for ref in each.urges)]
        if issue.preliminary or issue.id not in decided or (before - heard.withdrawn) & set(urging):
            continue
        yield Diagnostic(
            "M458",
            f"nobody argues `{issue.id}` on the historical line, in a point, an answer or a brief, and yet it is decided there",
            ("issues", index),
            f"say on the line one of {_some(urging)}, or mark a point `briefed`" if urging else "add a point on it",
            "warning",
        )


def _unannounced(case: Case, round: Round) -> Iterator[Diagnostic]:
    """A head after the third that the historical line never announces, and none of whose points the briefs make."""
    announced = {head for move in round.line if isinstance(move, moves.Roadmap) for head in move.heads}
    for side, heads in case.heads_of.items():
        for index, head in enumerate(heads):
            points = case.points_under[head.id]
            if (
                len(heads) > _ANNOUNCED
                and head.id not in announced
                and not any(each.argument.briefed for each in points)
            ):
                yield Diagnostic(
                    "M459",
                    f"the historical line never announces the head `{head.id}`: of {len(heads)} heads a roadmap takes at most "
                    f"{_ANNOUNCED}, and none of its points is `briefed`, so there they count for nothing",
                    ("heads", side.value, index),
                    "announce it in place of another, or mark as `briefed` what the written briefs made",
                    "warning",
                )


def _some(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(f"`{name}`" for name in names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
