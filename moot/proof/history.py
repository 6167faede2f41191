"""What a case says of what really happened: dates, votes and names (M460 to M474). The historical line is in ``line``."""

from __future__ import annotations

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.problems import history
from moot.case.problems.notes import Notes, asked
from moot.case.words import NO_PART
from moot.errors import Diagnostic, did_you_mean
from moot.files.places import list_judges

__all__ = ["check_history", "one_letter_apart"]


def check_history(case: Case, bench: Bench | None) -> list[Diagnostic]:
    """Everything wrong with dates, years and names; the case must have no errors. ``bench`` is None if it cannot be seated.

    To what the case alone tells come unknown judges among the votes, judges of the bench without a vote, and askers where no
    votes are given.

    A real case may have judges for whom moot has no file. So a voter is known who is on the bench, is named by an opinion
    of the case, or has a judge file; and a name one letter from a judge of the bench is never a judge of its own.
    """
    notes = Notes()
    notes.found += history(case)
    sitting = tuple(bench.judge) if bench is not None else ()
    by_opinions = {judge for opinion in case.opinions for judge in (opinion.author, *opinion.joined)}
    votes = {vote.judge: vote.role for vote in case.historical.votes} if case.historical is not None else {}
    known = {*sitting, *by_opinions, *list_judges()}
    for judge, role in votes.items():
        slip = next((one for one in sitting if judge not in sitting and one_letter_apart(judge, one)), "")
        if not slip and (judge in known or role == NO_PART):
            continue
        near = slip or did_you_mean(judge, (*sitting, *by_opinions))
        notes.error(
            "M461",
            ("historical", "votes", judge),
            f"no judge called `{judge}` is known: not on the bench, not named by an opinion, without a judge file",
            f"did you mean `{near}`?"
            if near
            else "correct the name, or give the opinion that this judge wrote or joined",
        )
    if votes and set(votes) <= set(sitting):
        for judge in sitting:
            if judge not in votes:
                notes.warning(
                    "M462",
                    ("historical", "votes"),
                    f"`{judge}` sits on the bench `{case.bench}` and has no vote",
                    f"add `{judge}: …`; who did not sit `took no part`",
                )
    if case.historical is None and sitting:
        for key, question, _ in asked(case):
            for number, judge in enumerate(question.asked_by):
                if judge not in {*sitting, *by_opinions}:
                    near = did_you_mean(judge, (*sitting, *by_opinions))
                    notes.error(
                        "M466",
                        (*key, "asked_by", number),
                        f"`{judge}` did not sit: not on the bench `{case.bench}`, and not named by an opinion",
                        f"did you mean `{near}`?" if near else "name a judge who sat, or leave `asked_by` out",
                    )
    return notes.found


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out, changed or swapped with its neighbor makes the two words equal."""
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1:
        return False
    start = next((n for n, letter in enumerate(one) if letter != other[n]), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[:start] + one[start : start + 2][::-1] + one[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or swapped == other
