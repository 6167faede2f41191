"""What is kept under one set of weighing rules is never read under another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from moot.bench import weighing
from moot.bench.judging.bench_credit import credits
from moot.bench.persona import Prices
from moot.bench.weighing import Weighing
from moot.case import Case, Heard, Manner, Side
from moot.round.asking.leaning import leanings_of
from moot.score.answering import answer_loss
from tests import support as small

HEARD = Heard(answers=frozenset({"q.a"}))
JUDGE = replace(small.judge("j"), prices=Prices(directness=3, candor=3, evasion=3))
BENCH = small.bench(JUDGE)


def a_case() -> Case:
    """One answer that the case file calls bad, and the table good."""
    answers = (replace(small.answer("q.a", Manner.DIRECT), worth=-2), small.answer("q.b", Manner.DIRECT))
    return small.case(small.point("p", head="pa", questions=(small.question("q", *answers),)))


@pytest.mark.parametrize(
    "found",
    [
        lambda case: credits(JUDGE, case, HEARD)[Side.PETITIONER],
        lambda case: answer_loss(case, "q.a"),
        lambda case: leanings_of(case, BENCH, HEARD),
    ],
    ids=["credit", "ballot", "leanings"],
)
def test_what_was_worked_out_under_other_weighing_rules_was_kept_and_used(
    monkeypatch: pytest.MonkeyPatch, found: Callable[[Case], object]
) -> None:
    """`scripts/sway.py --without candor` in one process read marks that had been worked out with candor on."""
    case = a_case()
    shipped = found(case)
    monkeypatch.setattr(weighing, "SHIPPED", Weighing(candor=False))
    other = found(case)
    assert other == found(case) != shipped
    assert isinstance(other, type(shipped))
    monkeypatch.undo()
    assert found(case) == shipped


def test_each_set_of_rules_keeps_results_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Weighing] = []

    @weighing.recent_under_rules(8)
    def seen(_: Case, number: int) -> int:
        calls.append(weighing.SHIPPED)
        return number

    case, first, second = a_case(), Weighing(), Weighing(rate=False)
    for rules in (first, second, first, second):
        monkeypatch.setattr(weighing, "SHIPPED", rules)
        assert seen(case, 7) == 7
    assert calls == [first, second]
