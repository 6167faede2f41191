"""One judge's reasoning: weights, what they count, support, findings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from moot.bench.judging.reasoning import reason
from moot.case import (
    NOTHING_HEARD,
    Attack,
    Attacking,
    Concession,
    ConcessionKind,
    DecisionTree,
    Disposition,
    Heard,
    Manner,
    Modality,
    Node,
    Side,
)
from tests import support as small

IDS = "abcdefgh"
YES, NO = small.ref("merits.yes"), small.ref("merits.no")


def test_a_point_counts_double_in_full_once_in_half_or_briefed_and_not_at_all_unsaid() -> None:
    case = small.case(
        small.point("said", head="pa"), small.point("cut", head="pa"), small.point("briefed", head="pa", briefed=True)
    )
    weights = reason(small.judge("j"), case, Heard(full=frozenset({"said"}), half=frozenset({"cut"}))).weights
    assert weights == {"said": 12, "cut": 6, "briefed": 6}
    assert reason(small.judge("j"), case, NOTHING_HEARD).weights == {"briefed": 6}


def test_breadth_counts_and_repetition_does_not() -> None:
    points = [small.point(f"d{n}", head="pa", strength=n + 1) for n in range(3)]
    points.append(small.point("p", head="pa", modality=Modality.PRUDENTIAL, strength=1))
    reasoning = reason(small.judge("j"), small.case(*points), Heard(full=frozenset({"d0", "d1", "d2", "p"})))
    assert reasoning.support[YES].total == 3 * 2 * 2 + 1 * 2 * 2
    assert {id for _, id, _ in reasoning.support[YES].best} == {"d2", "p"}


def test_an_undercut_strikes_whatever_the_weights_and_a_rebut_weakens_both_by_what_the_other_counts() -> None:
    for kind, left in ((Attacking.UNDERCUT, {"strong": 0, "weak": 4}), (Attacking.REBUT, {"strong": 19, "weak": 3})):
        case = small.case(
            small.point("strong", head="pa", strength=5),
            small.point("weak", Side.RESPONDENT, "ra", "merits.no", strength=1, attacks=(Attack(kind, "strong"),)),
        )
        reasoning = reason(small.judge("j"), case, Heard(full=frozenset({"strong", "weak"})))
        assert {id: each.counts for id, each in reasoning.weighed.items()} == left
        assert reasoning.accepted == {max(left, key=left.__getitem__)}


def test_the_same_exchange_is_won_by_one_side_for_one_judge_and_by_the_other_for_another() -> None:
    case = small.case(
        small.point("old", head="pa", modality=Modality.HISTORICAL),
        small.point(
            "new",
            Side.RESPONDENT,
            "ra",
            "merits.no",
            modality=Modality.PRUDENTIAL,
            attacks=(Attack(Attacking.REBUT, "old"),),
        ),
    )
    heard = Heard(full=frozenset({"old", "new"}))
    assert reason(small.judge("h", historical=5, prudential=1), case, heard).findings == {"merits": "yes"}
    assert reason(small.judge("p", historical=1, prudential=5), case, heard).findings == {"merits": "no"}


@given(st.integers(1, 5), st.integers(1, 5))
def test_a_rebut_of_equal_weight_added_to_an_equal_pair_changes_no_other_issue(pair, strength) -> None:
    """Nor does it turn the issue it is on over to whatever is left: the pair had cancelled out, and a trifle decided."""
    other = small.issue("other", small.position("yes", Side.PETITIONER), small.position("no", Side.RESPONDENT))
    points = (
        small.point("p", head="pa", strength=pair),
        small.point("r", Side.RESPONDENT, "ra", "merits.no", strength=pair, attacks=(Attack(Attacking.REBUT, "p"),)),
        small.point("q", head="pb", urges="other.yes", strength=strength),
    )
    third = small.point("s", Side.RESPONDENT, "ra", "merits.no", strength=pair, attacks=(Attack(Attacking.REBUT, "p"),))
    case = small.case(*points, third, issues=(small.MERITS, other))
    before = reason(small.judge("j"), case, Heard(full=frozenset("prq")))
    after = reason(small.judge("j"), case, Heard(full=frozenset("prqs")))
    assert after.support[small.ref("other.yes")] == before.support[small.ref("other.yes")]
    assert after.findings["other"] == before.findings["other"] == "yes"
    assert after.support[YES].total > 0


def test_what_the_side_that_lost_below_did_not_argue_is_not_found_for_it() -> None:
    """Silence won 9 to 0: whatever a judge leaned to was found, argued or not."""
    merits = small.issue(
        "merits", small.position("yes", Side.PETITIONER, notice=3), small.position("no", Side.RESPONDENT)
    )
    case = small.case(small.point("p", head="pa"), small.point("b", head="pa", briefed=True), issues=(merits,))
    leans, convinced = (small.judge("j", held={"notice": weight}) for weight in (4, 5))
    for heard in (NOTHING_HEARD, Heard(half=frozenset())):
        reasoning = reason(leans, case, heard)
        assert reasoning.findings == {"merits": "no"}
        assert not reasoning.support[YES].open
        assert reasoning.support[YES].total > reasoning.support[NO].total
        assert reasoning.margin("merits") == 0
    assert reason(leans, case, Heard(full=frozenset({"p"}))).findings == {"merits": "yes"}
    assert reason(leans, case, Heard(half=frozenset({"b"}))).findings == {"merits": "yes"}
    assert reason(convinced, case, NOTHING_HEARD).findings == {"merits": "yes"}


def test_a_preliminary_issue_needs_no_argument() -> None:
    order = replace(
        small.issue("merits", small.position("yes", Side.PETITIONER, notice=1), small.position("no", Side.RESPONDENT)),
        preliminary=True,
    )
    reasoning = reason(small.judge("j", held={"notice": 1}), small.case(issues=(order,)), NOTHING_HEARD)
    assert reasoning.findings == {"merits": "yes"}


def test_a_brief_will_do_where_the_other_side_took_the_issue_up_and_left_it_whole() -> None:
    case = small.case(
        small.point("b", head="pa", strength=5, briefed=True),
        small.point("r", Side.RESPONDENT, "ra", "merits.no", strength=1),
        small.point("t", Side.RESPONDENT, "ra", "merits.no", strength=1, attacks=(Attack(Attacking.REBUT, "b"),)),
    )
    judge = small.judge("j")
    assert reason(judge, case, NOTHING_HEARD).findings == {"merits": "no"}
    assert reason(judge, case, Heard(full=frozenset({"r"}))).findings == {"merits": "yes"}
    assert reason(judge, case, Heard(full=frozenset({"r", "t"}))).findings == {"merits": "no"}


def test_the_answer_to_a_friendly_question_does_not_carry_an_issue_alone() -> None:
    from moot.case import Argument, Purpose, Tone

    speech = Argument("q.a", Side.PETITIONER, Modality.PRUDENTIAL, (YES,), 5)

    def case(**asked):
        question = small.question("q", small.answer("q.a", argument=speech), **asked)
        return small.case(
            small.point("p", head="pa", questions=(question,)), small.point("r", Side.RESPONDENT, "ra", "merits.no")
        )

    alone, backed = Heard(answers=frozenset({"q.a"})), Heard(full=frozenset({"p"}), answers=frozenset({"q.a"}))
    judge = small.judge("j")
    for asked in ({"tone": Tone.HELPFUL}, {"purpose": Purpose.BACKGROUND}):
        assert reason(judge, case(**asked), alone).support[YES].best == ()
        assert reason(judge, case(**asked), alone).findings == {"merits": "no"}
        assert len(reason(judge, case(**asked), backed).support[YES].best) == 2
    assert reason(judge, case(tone=Tone.HOSTILE), alone).findings == {"merits": "yes"}


def test_what_is_withdrawn_neither_supports_nor_attacks() -> None:
    case = small.case(
        small.point("a", head="pa", attacks=(Attack(Attacking.UNDERCUT, "b"),)),
        small.point("b", Side.RESPONDENT, "ra", "merits.no"),
    )
    both = frozenset({"a", "b"})
    assert reason(small.judge("j"), case, Heard(full=both)).accepted == {"a"}
    for gone in (Heard(full=both, conceded=frozenset({"a"})), Heard(full=both, retracted=frozenset({"a"}))):
        assert reason(small.judge("j"), case, gone).accepted == {"b"}


def test_a_tie_goes_to_the_winner_below_and_else_to_the_position_listed_first() -> None:
    assert reason(small.judge("j"), small.case(), NOTHING_HEARD).findings == {"merits": "no"}
    assert reason(small.judge("j"), small.case(won=Side.PETITIONER), NOTHING_HEARD).findings == {"merits": "yes"}
    neutral = small.issue("merits", small.position("yes"), small.position("no"))
    assert reason(small.judge("j"), small.case(issues=(neutral,)), NOTHING_HEARD).findings == {"merits": "yes"}


def test_a_tie_between_two_that_were_both_argued_goes_to_the_winner_below_and_not_to_the_first_listed() -> None:
    """Without argument only the winner's position may be found, so a tie without argument says nothing about the rule."""
    both = Heard(full=frozenset({"p1", "r1"}))
    for won, found in ((Side.RESPONDENT, "no"), (Side.PETITIONER, "yes")):
        reasoning = reason(small.judge("j"), small.case(won=won), both)
        assert all(support.open for support in reasoning.support.values())
        assert reasoning.margin("merits") == 0
        assert reasoning.findings == {"merits": found}


def test_prior_is_the_sum_of_weight_held_times_measure_embodied() -> None:
    merits = small.issue("merits", small.position("yes", notice=3, precedent=1), small.position("no", avoidance=2))
    reasoning = reason(
        small.judge("j", held={"notice": 2, "precedent": 5, "avoidance": 4}),
        small.case(issues=(merits,)),
        NOTHING_HEARD,
    )
    assert reasoning.support[YES].prior == 11
    assert reasoning.support[NO].prior == 8
    assert reasoning.margin("merits") == 3


def test_an_alternative_ground_is_a_finding_off_the_walk_that_leads_to_the_same_disposition() -> None:
    first = small.issue("first", small.position("stop", notice=1), small.position("go"))
    second = small.issue("second", small.position("over", notice=1), small.position("on"))
    tree = DecisionTree(
        "f",
        (
            Node("f", "first", (("stop", "rev"), ("go", "s"))),
            Node("s", "second", (("over", "rev"), ("on", "aff"))),
            Node("rev", disposition=Disposition.REVERSED),
            Node("aff", disposition=Disposition.AFFIRMED),
        ),
    )
    reasoning = reason(
        small.judge("j", held={"notice": 1}), small.case(issues=(first, second), tree=tree), NOTHING_HEARD
    )
    assert [step.issue for step in reasoning.walk] == ["first"]
    assert reasoning.alternatives == (small.ref("second.over"),)


heards = st.sets(st.sampled_from(IDS[:6])).map(frozenset)


def _framework(modality: Modality = Modality.DOCTRINAL):
    return small.case(
        *(
            small.point(
                id,
                Side.PETITIONER if n % 2 else Side.RESPONDENT,
                "pa" if n % 2 else "ra",
                "merits.yes" if n % 2 else "merits.no",
                strength=1 + n % 4,
                modality=list(Modality)[n],
                attacks=(Attack(list(Attacking)[n % 3], IDS[(n + 1) % 6]),),
            )
            for n, id in enumerate(IDS[:6])
        ),
        small.point("extra", head="pa", strength=4, modality=modality),
    )


@given(heards, st.sampled_from(list(Modality)))
def test_an_unattacked_point_that_attacks_nothing_never_lowers_support_for_what_it_urges(said, modality) -> None:
    case, reasoning = _framework(modality), small.judge("j")
    before = reason(reasoning, case, Heard(full=said)).support[YES].total
    assert reason(reasoning, case, Heard(full=said | {"extra"})).support[YES].total >= before


@given(heards, st.sampled_from(list(Modality)))
def test_a_point_in_a_modality_a_judge_is_deaf_to_never_moves_that_judge(said, modality) -> None:
    case = _framework(modality)
    deaf = small.judge("j", **{modality.value: 0})
    silent = reason(deaf, case, Heard(full=said)).support
    assert reason(deaf, case, Heard(full=said | {"extra"})).support == silent


def test_an_argument_in_an_answer_counts_in_full() -> None:
    from moot.case import Argument

    speech = Argument("q.a", Side.PETITIONER, Modality.DOCTRINAL, (YES,), 2)
    case = small.case(
        small.point("p", head="pa", questions=(small.question("q", small.answer("q.a", argument=speech)),))
    )
    assert reason(small.judge("j"), case, Heard(answers=frozenset({"q.a"}))).weights == {"q.a": 8}
    assert not reason(small.judge("j"), case, Heard(full=frozenset({"p"}))).weights.get("q.a")


def test_a_concession_of_law_is_lifted_when_its_answer_is_taken_back_and_one_of_fact_is_not() -> None:
    from moot.round.position import with_answer

    law = Concession(ConcessionKind.LAW, "the point", ("p",))
    fact = Concession(ConcessionKind.FACT, "the fact", ("p",))
    for concession, binding in ((law, frozenset()), (fact, frozenset({"p"}))):
        case = small.case(
            small.point(
                "p",
                head="pa",
                questions=(
                    small.question("q1", small.answer("q1.a", Manner.CONCEDE, concedes=concession)),
                    small.question("q2", small.answer("q2.a", retracts=("q1.a",))),
                ),
            )
        )
        once = with_answer(NOTHING_HEARD, case.answers["q1.a"], case)
        assert once.conceded == {"p"}
        assert with_answer(once, case.answers["q2.a"], case).conceded == binding
