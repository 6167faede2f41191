"""What a judge may and may not be moved by: names, order, labels."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import confer
from moot.bench.judging.reasoning import reason
from moot.case import (
    Answer,
    Argument,
    Attack,
    Attacking,
    Case,
    DecisionTree,
    Disposition,
    Heard,
    Issue,
    IssueKind,
    Modality,
    Node,
    Point,
    PositionRef,
    Question,
    Side,
)
from tests import support as small

LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")
calm = settings(max_examples=12, deadline=None)

heards = st.builds(
    lambda full, half, answers: Heard(full=full, half=half - full, answers=answers),
    st.frozensets(st.sampled_from(sorted(LEWIS.point)), max_size=18),
    st.frozensets(st.sampled_from(sorted(LEWIS.point)), max_size=8),
    st.frozensets(st.sampled_from(sorted(LEWIS.answers)), max_size=15),
)


def new(id: str) -> str:
    """Another name that keeps no order: the id backwards, the question's letter left where it is."""
    question, dot, letter = id.partition(".")
    return f"z{question[::-1]}{dot}{letter}"


def renamed(case: Case) -> Case:
    """The same case with every point and answer under another name."""

    def argument(old: Argument) -> Argument:
        return replace(old, id=new(old.id), attacks=tuple(Attack(one.kind, new(one.target)) for one in old.attacks))

    def answer(old: Answer) -> Answer:
        return replace(
            old,
            id=new(old.id),
            argument=argument(old.argument) if old.argument else None,
            retracts=tuple(map(new, old.retracts)),
            contradicts=tuple(map(new, old.contradicts)),
            follow_ups=tuple(map(question, old.follow_ups)),
            concedes=replace(old.concedes, gives_up=tuple(map(new, old.concedes.gives_up))) if old.concedes else None,
        )

    def question(old: Question) -> Question:
        return replace(old, id=new(old.id), answers=tuple(map(answer, old.answers)))

    def point(old: Point) -> Point:
        return replace(
            old, id=new(old.id), argument=argument(old.argument), questions=tuple(map(question, old.questions))
        )

    return replace(case, points=tuple(map(point, case.points)))


RENAMED = renamed(LEWIS)
REORDERED = replace(
    LEWIS,
    points=tuple(reversed(LEWIS.points)),
    issues=tuple(reversed(LEWIS.issues)),
    heads=tuple(reversed(LEWIS.heads)),
    tree=replace(LEWIS.tree, nodes=tuple(reversed(LEWIS.tree.nodes))),
)


def outline(ruling):
    return (
        ruling.disposition,
        [(one.author, one.kind, one.joined, one.ground, one.walk) for one in ruling.opinions],
        {id: (reasoning.vote, reasoning.findings, reasoning.strength) for id, reasoning in ruling.reasonings.items()},
    )


@calm
@given(heards)
def test_other_names_change_nothing(heard) -> None:
    there = Heard(*(frozenset(map(new, said)) for said in (heard.half, heard.full, heard.answers)))
    assert outline(confer(RENAMED, NINE, there)) == outline(confer(LEWIS, NINE, heard))


@calm
@given(heards)
def test_another_order_changes_nothing_but_the_positions_of_an_issue(heard) -> None:
    assert outline(confer(REORDERED, NINE, heard)) == outline(confer(LEWIS, NINE, heard))


def _symmetric(won: Side) -> Case:
    """A case that looks the same from both sides, but for who won below."""
    yes = small.position("yes", Side.PETITIONER, notice=2)
    no = small.position("no", Side.RESPONDENT, notice=2)
    tree = DecisionTree(
        "m",
        (
            Node("m", "merits", (("yes", "p"), ("no", "r"))),
            Node("p", disposition=Disposition.REVERSED if won is Side.RESPONDENT else Disposition.AFFIRMED),
            Node("r", disposition=Disposition.AFFIRMED if won is Side.RESPONDENT else Disposition.REVERSED),
        ),
    )
    points = []
    for n, modality in enumerate(Modality):
        for side, letter, urged, other in ((Side.PETITIONER, "p", "yes", "r"), (Side.RESPONDENT, "r", "no", "p")):
            points.append(
                small.point(
                    f"{letter}{n}",
                    side,
                    f"{letter}a",
                    f"merits.{urged}",
                    strength=1 + n % 4,
                    modality=modality,
                    attacks=(Attack(list(Attacking)[n % 3], f"{other}{(n + 1) % 7}"),),
                )
            )
    return small.case(*points, issues=(Issue("merits", "Which?", IssueKind.LAW, (yes, no)),), tree=tree, won=won)


def mirror(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(("r" if id[0] == "p" else "p") + id[1:] for id in ids)


said = st.frozensets(st.from_regex(r"[pr][0-6]", fullmatch=True), max_size=10)


@given(said, said, st.dictionaries(st.sampled_from([m.value for m in Modality]), st.integers(0, 5)))
def test_swapping_the_sides_mirrors_the_result(full, half, receptivity) -> None:
    judge = small.judge("j", held={"notice": 3}, **receptivity)
    here = reason(judge, _symmetric(Side.RESPONDENT), Heard(full=full, half=half - full))
    there = reason(judge, _symmetric(Side.PETITIONER), Heard(full=mirror(full), half=mirror(half - full)))
    assert there.accepted == mirror(here.accepted)
    assert here.totals[PositionRef("merits", "yes")] == there.totals[PositionRef("merits", "no")]
    assert {"yes": "no", "no": "yes"}[here.findings["merits"]] == there.findings["merits"]
    assert here.vote is there.vote


def test_no_persona_was_written_for_one_case() -> None:
    """Every principle a judge holds strongly is embodied in two shipped cases at least."""
    from moot.files.folders import list_cases

    uses: dict[str, set[str]] = {}
    for id in list_cases():
        for issue in moot.load_case(id).issues:
            for position in issue.positions:
                for name, _ in position.embodies:
                    uses.setdefault(name, set()).add(id)
    strong = {held.principle for judge in NINE.judges for held in judge.holds if held.weight >= 3}
    assert not {name for name in strong if len(uses.get(name, ())) < 2}
