"""What is derived from a case lives and dies with it."""

from __future__ import annotations

import ast
import copy
import gc
import pickle
import weakref
from pathlib import Path

import moot
from moot.case.per_case import per_case
from moot.proof import prove
from moot.round.asking.askers import suited
from moot.round.round import Round
from moot.round.rules import rules_for
from tests import support


def test_the_round_and_the_proof_do_not_keep_a_case_alive():
    """Module-level caches keyed by the case kept every case, and its rules, until the process ended."""
    case = support.case()
    bench = support.bench(support.judge("a"))
    round = Round(case, bench, format="quick")
    round.push(round.legal[0])
    assert prove(case, bench, format="quick", dead=False)
    gone = weakref.ref(case)
    del case, round
    gc.collect()
    assert gone() is None


def test_it_is_computed_once_for_each_case_and_argument():
    calls = []

    @per_case
    def noted(case, word):
        calls.append(word)
        return word * 2

    one, other = support.case(), support.case()
    assert [noted(one, "a"), noted(one, "a"), noted(other, "a"), noted(one, "b")] == ["aa", "aa", "aa", "bb"]
    assert calls == ["a", "a", "b"]


def test_a_pickled_or_copied_case_leaves_it_behind():
    case = support.case()
    rules = rules_for(case, "quick")
    assert rules_for(case, "quick") is rules
    for again in (pickle.loads(pickle.dumps(case)), copy.copy(case), copy.deepcopy(case)):
        assert again.derived == {}
        assert rules_for(again, "quick") is not rules
        assert again.point == case.point


def test_a_case_does_not_keep_every_bench_it_was_argued_before():
    """Each sitting loads its bench anew, and judges are compared by identity: what was kept by bench or judge grew with every sitting."""
    here = Path(moot.__file__).parent
    found = []
    for path in here.rglob("*.py"):
        if "_data" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(ast.unparse(one) == "per_case" for one in node.decorator_list):
                wanted = {ast.unparse(arg.annotation) for arg in node.args.args[1:] if arg.annotation}
                if not wanted <= {"str", "int", "Format", "Side"}:
                    found.append(f"{path.relative_to(here)}: {node.name}{sorted(wanted)}: recent_per_case bounds it")
    assert found == []


def test_benches_of_sittings_gone_are_freed():
    case = support.case()
    gone = []
    for seed in range(40):
        bench = support.bench(support.judge("a"))
        gone.append(weakref.ref(bench))
        suited(case, bench)
        Round(case, bench, format="quick", seed=seed)
    del bench
    gc.collect()
    assert sum(each() is not None for each in gone) <= 16
