"""What the judges do not write but a reader needs: Marks, the doctrinal paradox, the force of an equal division."""

from __future__ import annotations

from moot.bench.conference import JudgmentBy, Ruling
from moot.bench.votes.announcing import decides_it
from moot.case import Case, DecisionTree, Disposition, OpinionKind, PositionRef, Step
from moot.opinion.document import Paragraph
from moot.opinion.prose.clauses import that
from moot.opinion.prose.grammar import all_of, count, sentence
from moot.opinion.writing.syllabus import stated

__all__ = ["majority_walk", "notes"]


def notes(ruling: Ruling) -> tuple[Paragraph, ...]:
    """The notes this ruling needs, none where it needs none."""
    out: list[Paragraph] = []
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        out.append(
            Paragraph(
                f"The votes are {count(ruling.votes_against)} to {count(ruling.votes_for)}. {_stands(ruling.case)} "
                "because nothing displaces it. The order binds these parties and is no precedent."
            )
        )
    if ruling.judgment_by is JudgmentBy.NO_LEAD:
        out.append(_announced(ruling))
    if ruling.judgment_by in (JudgmentBy.PLURALITY, JudgmentBy.NO_LEAD):
        out.append(_marks(ruling))
    if ruling.paradox:
        out.append(_paradox(ruling))
    return tuple(out)


def _stands(case: Case) -> str:
    if not case.below.application:
        return "The judgment below stands"
    return "The application fails" if case.below.rests is Disposition.DENIED else "The application succeeds"


def _announced(ruling: Ruling) -> Paragraph:
    """That no opinion speaks for the court, and why this one announces the judgment."""
    lead = ruling.opinions[0]
    others = [
        opinion
        for opinion in ruling.opinions
        if opinion.kind is OpinionKind.IN_THE_JUDGMENT and opinion.disposition is lead.disposition
    ]
    passed = not all(decides_it(ruling.case, opinion.walk) for opinion in (lead, *others))
    why = "it decides the question presented" if passed else "the senior judge among them is behind it"
    return Paragraph(
        "No opinion speaks for the Court, because the largest groups of judges behind the judgment are of one size. "
        f"The opinion of {ruling.bench.judge[lead.author].title} announces the judgment, because {why}."
    )


def _marks(ruling: Ruling) -> Paragraph:
    rule = "" if _elsewhere(ruling.case) else " (Marks v. United States, 430 U.S. 188 (1977))"
    said = [f"Common ground{rule}.", sentence(ruling.common_ground_note)]
    common = [step for step in ruling.common_ground or () if not ruling.case.issue[step.issue].preliminary]
    said.extend(stated(ruling, PositionRef(step.issue, step.position)) for step in common)
    return Paragraph(all_of(said))


def _elsewhere(case: Case) -> bool:
    """Whether the court is one that the decisions of the Supreme Court of the United States do not bind, as far as the file says."""
    american = "United States" in case.court or any(" U.S. " in authority.cite for authority in case.authorities)
    return bool(case.court) and not american


def majority_walk(ruling: Ruling) -> tuple[tuple[Step, ...], Disposition]:
    """The walk by the majority's finding at each node; the disposition is that of the leaf. Only where one exists."""
    tree: DecisionTree = ruling.case.tree
    counted: dict[str, str] = {}
    for id in tree.issues:
        votes: dict[str, int] = {}
        for judge in ruling.bench.judges:
            position = ruling.reasonings[judge.id].findings[id]
            votes[position] = votes.get(position, 0) + 1
        counted[id] = max(votes, key=lambda position: votes[position])
    return tree.walk(counted)


def _paradox(ruling: Ruling) -> Paragraph:
    walk, end = majority_walk(ruling)
    said = ["The reasons and the result part company."]
    refs = [PositionRef(step.issue, step.position) for step in walk]
    clauses = [that(ruling.case.issue[ref.issue].position(ref.position).holds) for ref in refs]
    if all(clauses):
        said.append(
            f"Question by question a majority of the judges would hold {'; '.join(clauses[:-1])}; and {clauses[-1]}."
        )
    else:
        said.append("Question by question a majority of the judges answers as follows.")
        said.extend(stated(ruling, ref) for ref in refs)
    said.append(
        f"Those answers lead to a judgment {end}. Counted by votes the judgment is {ruling.disposition}. This is the "
        "doctrinal paradox; courts count votes on the judgment."
    )
    return Paragraph(all_of(said))
