"""M460 to M466: the judges named by votes, opinions and questions are the same judges, and stand where they say.

What needs the bench is checked by ``moot.proof.historical.facts``. The rule for a coach: every judge has one vote, and every vote
agrees with the opinions given.
"""

from __future__ import annotations

from moot.case.case import Case
from moot.case.opinion import RealOpinion
from moot.case.problems.notes import Notes, asked
from moot.case.words import NO_PART, Disposition, OpinionKind
from moot.errors import Key, did_you_mean

__all__ = ["check", "reachable"]

_LEAD = (OpinionKind.COURT, OpinionKind.PLURALITY)


def check(case: Case, notes: Notes) -> None:
    """Compare votes with opinions, questions with votes, and opinions with the tree."""
    for index, opinion in enumerate(case.opinions):
        _joined_once(notes, index, opinion)
    if case.historical is None:
        return
    votes = {vote.judge: vote.role for vote in case.historical.votes}
    for index, opinion in enumerate(case.opinions):
        _has_vote(notes, ("opinions", index, "author"), votes, opinion.author, f"wrote the opinion `{opinion.id}`")
        for number, judge in enumerate(opinion.joined):
            _has_vote(notes, ("opinions", index, "joined", number), votes, judge, f"joined the opinion `{opinion.id}`")
    for key, question, _ in asked(case):
        for number, judge in enumerate(question.asked_by):
            if votes.get(judge, NO_PART) == NO_PART:
                why = "took no part" if judge in votes else "has no vote"
                help = _near(judge, votes) or "name a judge who sat, or leave `asked_by` out"
                notes.error(
                    "M466", (*key, "asked_by", number), f"`{judge}` did not sit: under `historical` it {why}", help
                )
    if case.opinions:
        for judge, role in votes.items():
            _agrees(case, notes, judge, role)
        _walks(case, notes, case.historical.disposition)


def _joined_once(notes: Notes, place: int, opinion: RealOpinion) -> None:
    seen = {opinion.author}
    for number, judge in enumerate(opinion.joined):
        if judge in seen:
            twice = "wrote it" if judge == opinion.author else "is listed twice"
            notes.error(
                "M463",
                ("opinions", place, "joined", number),
                f"`{judge}` joins the opinion `{opinion.id}` and {twice}",
                "name each judge once",
            )
        seen.add(judge)


def _has_vote(notes: Notes, key: Key, votes: dict[str, str], judge: str, did: str) -> None:
    if judge not in votes:
        near = _near(judge, votes)
        add = f"add `{judge}: …` under `historical.votes`"
        notes.error("M460", key, f"`{judge}` {did} and has no vote", f"{near} Otherwise {add}" if near else add)


def _near(judge: str, votes: dict[str, str]) -> str:
    near = did_you_mean(judge, votes)
    return f"did you mean `{near}`?" if near else ""


def _agrees(case: Case, notes: Notes, judge: str, role: str) -> None:
    """Whether one vote agrees with the opinions."""
    key: Key = ("historical", "votes", judge)
    lead = next((opinion for opinion in case.opinions if opinion.kind in _LEAD), None)
    wrote = [opinion for opinion in case.opinions if opinion.author == judge]
    joins_lead = lead is not None and judge in lead.joined
    kinds = {"author" if opinion.kind in _LEAD else opinion.kind.value for opinion in wrote}
    if kinds and role not in kinds:
        ids = " and ".join(f"`{opinion.id}` ({opinion.kind.value})" for opinion in wrote)
        notes.error("M463", key, f"`{judge}` wrote {ids}, but the vote is `{role}`", "make the two agree")
    elif role == "author" and not wrote:
        by = f"; the lead opinion is by `{lead.author}`" if lead else ""
        notes.error(
            "M463", key, f"`{judge}` is `author`, but no opinion here is by `{judge}`{by}", "make the two agree"
        )
    elif role == "joined" and lead is not None and not joins_lead:
        other = next((opinion for opinion in case.opinions if judge in opinion.joined), None)
        notes.error(
            "M463",
            key,
            f"`{judge}` joined, but `joined` of the lead opinion `{lead.id}` does not list `{judge}`"
            + (f"; that of `{other.id}` does" if other else ""),
            f"`joined` means the lead opinion; who joined `{other.id}` votes as its author does: write `{judge}: {_votes_as(case, other)}`"
            if other
            else "add the judge there, or correct the vote",
        )
    elif joins_lead and role in {OpinionKind.IN_THE_JUDGMENT.value, OpinionKind.DISSENTING.value, NO_PART}:
        assert lead is not None
        notes.error(
            "M463",
            key,
            f"`{judge}` is `{role}`, but is listed as joining the lead opinion `{lead.id}`",
            "take the judge off that list, or correct the vote",
        )
    elif case.real and role not in {"author", "joined", NO_PART} and not wrote:
        apart = [opinion for opinion in case.opinions if opinion.kind not in _LEAD and judge in opinion.joined]
        if not apart:
            notes.warning(
                "M464",
                key,
                f"`{judge}` is `{role}`, but no separate opinion here is by or joined by `{judge}`",
                "add the opinion, or the judge to its `joined`",
            )


def _votes_as(case: Case, opinion: RealOpinion) -> str:
    """The vote of whoever wrote or joined an opinion that does not lead: its author's, or what its kind says."""
    assert case.historical is not None
    author = next((vote.role for vote in case.historical.votes if vote.judge == opinion.author), "")
    return author if author not in ("", "author", "joined", NO_PART) else opinion.kind.value


def _walks(case: Case, notes: Notes, judgment: Disposition) -> None:
    """Whether some walk of the tree agrees with each opinion and ends in its judgment.

    Only what an opinion holds is fixed; on other issues its author may have found anything. So an opinion that is
    reported cannot be reached by any findings, and one that is not need not be.
    """
    for index, opinion in enumerate(case.opinions):
        if opinion.kind is OpinionKind.IN_PART:
            continue
        ends = reachable(case, opinion)
        dissent = opinion.kind is OpinionKind.DISSENTING
        if (ends - {judgment}) if dissent else judgment in ends:
            continue
        held = dict.fromkeys(f"{one.issue}.{one.position}" for one in opinion.holdings if one.issue and one.position)
        wanted = f"another judgment than `{judgment}`" if dissent else f"`{judgment}`"
        got = ", ".join(f"`{end}`" for end in sorted(ends)) or "nothing"
        notes.warning(
            "M465",
            ("opinions", index),
            f"no walk that agrees with what `{opinion.id}` holds ({', '.join(held)}) ends in {wanted}; such walks end in {got}",
            "correct the `issue` and `position` of its holdings, or the tree",
        )


def reachable(case: Case, opinion: RealOpinion) -> frozenset[Disposition]:
    """Where the walks that agree with everything the opinion holds can end. The tree must be sound."""
    held: dict[str, set[str]] = {}
    for holding in opinion.holdings:
        if holding.issue and holding.position:
            held.setdefault(holding.issue, set()).add(holding.position)
    ends: set[Disposition] = set()
    seen: set[str] = set()
    ahead = [case.tree.root]
    while ahead:
        id = ahead.pop()
        if id in seen:
            continue
        seen.add(id)
        node = case.tree.node(id)
        if node.disposition is not None:
            ends.add(node.disposition)
            continue
        positions = held.get(node.issue or "")
        ahead += [child for position, child in node.then if positions is None or position in positions]
    return frozenset(ends)
