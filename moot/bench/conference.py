"""The conference: from votes to a judgment, opinions and their authors (docs/judging.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from moot.bench import weighing
from moot.bench.judging.reasoning import Reasoning, reasonings_of
from moot.bench.persona import Bench, Judge
from moot.bench.ruling import Join, JudgmentBy, Opinion, Role, Ruling, Standing, Walk
from moot.bench.votes.announcing import announces
from moot.bench.votes.coalitions import Coalition, asked_about, coalitions_of
from moot.bench.votes.common_ground import common_ground
from moot.bench.votes.joining import joined_in_part
from moot.bench.votes.judgment import Stance, judgment_of, stance_of
from moot.bench.votes.separate import MOST, concurrences, who_write
from moot.case import Case, Disposition, Heard, OpinionKind, PositionRef
from moot.case.per_case import per_case

__all__ = ["Join", "JudgmentBy", "Opinion", "Role", "Ruling", "Standing", "confer"]


def confer(case: Case, bench: Bench, heard: Heard) -> Ruling:
    """Hold the conference on what has been heard."""
    reasonings = reasonings_of(case, bench.judges, heard)
    return decide(case, bench, {each.judge.id: each for each in reasonings})


def decide(case: Case, bench: Bench, reasonings: dict[str, Reasoning]) -> Ruling:
    """The ruling that these judges' reasoning makes."""
    coalitions = coalitions_of(case, bench.judges, reasonings)
    asked = asked_about(case, next(iter(reasonings.values())).heard) if weighing.SHIPPED.asked else None
    disposition, judgment_by, votes_for = judgment_of(case, bench, reasonings)
    against = len(bench.judges) - votes_for
    paradox = _paradox(case, bench, reasonings, disposition)
    if judgment_by is JudgmentBy.DIVIDED:
        standings = {
            judge.id: Standing(
                judge.id,
                reasonings[judge.id].vote,
                Role.DISSENTING if reasonings[judge.id].vote.disturbs else Role.JOINED,
                None,
                (),
            )
            for judge in bench.judges
        }
        return Ruling(case, bench, disposition, votes_for, against, judgment_by, (), standings, reasonings, paradox)
    lead, judgment_by = _lead(case, bench, coalitions, disposition)
    bare = bool(votes_for and against) and max(votes_for, against) == bench.majority
    author = _assign(lead, reasonings, bare=bare)
    kind = OpinionKind.COURT if judgment_by is JudgmentBy.OPINION else OpinionKind.PLURALITY
    opinions = [_opinion(0, author, kind, lead)]
    for coalition, stance in who_write(case, coalitions, lead, disposition, asked):
        opinions.append(_separate(case, coalition, reasonings, len(opinions), stance, lead))
    partly = {coalition.walk: coalition.partly for coalition in coalitions if coalition.partly}
    room = MOST - len(opinions) if asked is not None else len(bench.judges)
    opinions[1:1] = concurrences(case, lead, author, asked, reasonings)[: max(0, room)]
    opinions = [opinion._replace(number=number) for number, opinion in enumerate(opinions)]
    standings = _standings(case, bench, reasonings, opinions, lead, disposition, partly)
    common, note = (None, "")
    if judgment_by is not JudgmentBy.OPINION:
        behind = [(len(each.members), each.walk) for each in coalitions if each.disposition.supports(disposition)]
        common, note = common_ground(bench, behind)
    return Ruling(
        case,
        bench,
        disposition,
        votes_for,
        against,
        judgment_by,
        tuple(opinions),
        standings,
        reasonings,
        paradox,
        common,
        note,
    )


def _lead(
    case: Case, bench: Bench, coalitions: Sequence[Coalition], disposition: Disposition
) -> tuple[Coalition, JudgmentBy]:
    behind = [coalition for coalition in coalitions if coalition.disposition is disposition]
    most = max(coalition.behind for coalition in behind)
    largest = [coalition for coalition in behind if coalition.behind == most]
    if most >= bench.majority:
        return largest[0], JudgmentBy.OPINION
    if len(largest) == 1:
        return largest[0], JudgmentBy.PLURALITY
    return announces(case, largest), JudgmentBy.NO_LEAD


def _assign(coalition: Coalition, reasonings: dict[str, Reasoning], *, bare: bool = False) -> Judge:
    """The chief, or the senior member, gives the opinion to whoever supports it most strongly; ties to the senior.

    Where the judgment has a ``bare`` majority over dissent it goes to the member nearest to leaving it, whom the others need: the marginal justice
    is much favored there (Brenner and Spaeth 1988). Whoever writes has taken every step of the opinion's walk.
    """
    members = [judge for judge in coalition.members if reasonings[judge.id].walk == coalition.walk]
    if len(members) == 1:
        return members[0]
    # Members stand senior first, and of equals the first is the least and the greatest.
    if bare:
        return min(members, key=lambda judge: reasonings[judge.id].closest)
    return max(members, key=lambda judge: reasonings[judge.id].strength)


def _opinion(number: int, author: Judge, kind: OpinionKind, coalition: Coalition) -> Opinion:
    return Opinion(
        number,
        author.id,
        kind,
        tuple([judge.id for judge in coalition.members if judge is not author]),
        _ground(coalition.walk),
        coalition.disposition,
        coalition.walk,
    )


@lru_cache(maxsize=512)
def _ground(walk: Walk) -> str:
    return str(PositionRef(walk[-1].issue, walk[-1].position)) if walk else ""


def _shared_claims(case: Case, walk: Walk, reasoning: Reasoning) -> tuple[str, ...]:
    """The claims on which this judge finds as the lead opinion did, in a case with several claims."""
    claims = _claims(case)
    if len(claims) < 2:
        return ()
    return tuple(
        step.issue for step in walk if step.issue in claims and reasoning.findings[step.issue] == step.position
    )


def _shared_steps(case: Case, walk: Walk, reasoning: Reasoning, stance: Stance) -> tuple[str, ...]:
    """The issues as to which a judge who is in part with the lead opinion joins it.

    Who would disturb the judgment below less joins the steps the two walks share. So does who would not disturb it and finds
    a claim alike, with that claim.
    """
    claims = _shared_claims(case, walk, reasoning)
    if stance is not Stance.IN_PART and not claims:
        return ()
    mine = {(step.issue, step.position) for step in reasoning.walk}
    return tuple(step.issue for step in walk if (step.issue, step.position) in mine or step.issue in claims)


@per_case
def _claims(case: Case) -> frozenset[str]:
    return frozenset(issue.id for issue in case.issues if issue.claim)


def _separate(
    case: Case,
    coalition: Coalition,
    reasonings: dict[str, Reasoning],
    number: int,
    stance: Stance,
    lead: Coalition,
) -> Opinion:
    if stance is Stance.FOR:
        kind = OpinionKind.IN_THE_JUDGMENT
    elif stance is Stance.IN_PART or _shared_claims(case, lead.walk, reasonings[coalition.members[0].id]):
        kind = OpinionKind.IN_PART
    else:
        kind = OpinionKind.DISSENTING
    return _opinion(number, _assign(coalition, reasonings), kind, coalition)


_WITHOUT_OPINION = {
    Stance.FOR: Role.IN_THE_JUDGMENT,
    Stance.IN_PART: Role.IN_PART,
    Stance.AGAINST: Role.DISSENTING,
}
"""How those stand who neither write nor join."""

_ROLE_OF = {
    OpinionKind.CONCURRING: Role.CONCURRING,
    OpinionKind.IN_THE_JUDGMENT: Role.IN_THE_JUDGMENT,
    OpinionKind.IN_PART: Role.IN_PART,
    OpinionKind.DISSENTING: Role.DISSENTING,
}


def _standings(
    case: Case,
    bench: Bench,
    reasonings: dict[str, Reasoning],
    opinions: Sequence[Opinion],
    lead: Coalition,
    judgment: Disposition,
    partly: Mapping[Walk, Sequence[tuple[Judge, tuple[str, ...]]]],
) -> dict[str, Standing]:
    in_part = joined_in_part(case, opinions, reasonings)
    writes: dict[str, int] = {}
    joins: dict[str, tuple[Join, ...]] = {}
    roles: dict[str, Role] = {}
    for opinion in opinions:
        first = opinion.number == 0
        writes.setdefault(opinion.author, opinion.number)
        roles[opinion.author] = Role.AUTHOR if first else _ROLE_OF[opinion.kind]
        for judge_id in opinion.joined:
            joins[judge_id] = (*joins.get(judge_id, ()), Join(opinion.number))
            roles[judge_id] = Role.JOINED if first else _ROLE_OF[opinion.kind]
        if opinion.kind is not OpinionKind.CONCURRING:
            for judge, issues in partly.get(opinion.walk, ()):
                joins[judge.id] = (*joins.get(judge.id, ()), Join(opinion.number, issues))
                roles[judge.id] = Role.JOINED if first else _ROLE_OF[opinion.kind]
    found: dict[str, Standing] = {}
    for judge in bench.judges:
        id = judge.id
        stance = stance_of(reasonings[id].vote, judgment)
        role, mine = roles.get(id, _WITHOUT_OPINION[stance]), joins.get(id, ())
        if role is Role.IN_PART:
            shared = _shared_steps(case, lead.walk, reasonings[id], stance_of(reasonings[id].vote, judgment))
            mine = (Join(0, shared), *mine) if shared else mine
        if id in in_part:
            mine += in_part[id]
        found[id] = Standing(id, reasonings[id].vote, role, writes.get(id), mine)
    return found


def _paradox(
    case: Case,
    bench: Bench,
    reasonings: dict[str, Reasoning],
    disposition: Disposition,
) -> bool:
    """Whether walking the tree by the majority finding at each node ends on the other side of the judgment."""
    node, majority = case.tree.node(case.tree.root), bench.majority
    found_by = [reasonings[judge.id].findings for judge in bench.judges]
    while node.disposition is None:
        assert node.issue is not None
        found = sorted([findings[node.issue] for findings in found_by])
        # What more than half have found stands in the middle.
        leader = found[len(found) // 2]
        if found.count(leader) < majority:
            return False
        node = case.tree.child(node.id, leader)
    return node.disposition.disturbs is not disposition.disturbs
