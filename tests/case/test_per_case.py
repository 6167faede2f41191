"""What is derived from a case lives and dies with it."""

from __future__ import annotations

import ast
import copy
import gc
import pickle
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import moot
from moot.bench.judging import attack_graph, reach, weighed
from moot.bench.judging.whole_bench import WholeBench, whole_bench
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


def decorated() -> Iterator[tuple[str, list[ast.expr], set[str]]]:
    """Every decorated function of moot: its file and name, its decorators, and the types of what it takes after the case."""
    here = Path(moot.__file__).parent
    for path in here.rglob("*.py"):
        if "_data" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.decorator_list:
                wanted = {ast.unparse(arg.annotation) for arg in node.args.args[1:] if arg.annotation}
                yield f"{path.relative_to(here)}: {node.name}", node.decorator_list, wanted


def test_a_case_does_not_keep_every_bench_it_was_argued_before():
    """Each sitting loads its bench again: what was kept by bench or judge grew with every sitting."""
    found = [
        f"{name}{sorted(wanted)}: recent_per_case bounds it"
        for name, decorators, wanted in decorated()
        if any(ast.unparse(one) == "per_case" for one in decorators) and not wanted <= {"str", "int", "Format", "Side"}
    ]
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


def test_what_is_kept_of_what_was_heard_filled_up_only_after_thousands_of_sittings():
    """A process that held sitting after sitting grew from 74 to 152 MB in 5,000 of them. No two sittings hear the same, so little of it was used again."""
    found = [
        name
        for name, decorators, wanted in decorated()
        for one in decorators
        if isinstance(one, ast.Call) and ast.unparse(one.func).startswith("recent_")
        if wanted & {"Heard", "frozenset[str]", "Walk"} and ast.literal_eval(one.args[0]) > 1024
    ]
    assert found == []


def test_a_judge_s_scales_start_afresh_when_they_are_full(monkeypatch):
    for room in (weighed, reach, attack_graph):
        assert room._KEPT <= 2048
        monkeypatch.setattr(room, "_KEPT", 8)
    found = sys.modules[WholeBench.__module__]
    assert max(weighed._SETTLED, found._KEPT) <= 1 << 13
    monkeypatch.setattr(weighed, "_SETTLED", 8)
    monkeypatch.setattr(found, "_KEPT", 8)
    case = copy.copy(moot.load_case("first-argument"))  # with nothing derived from it yet
    bench = moot.load_bench(case.bench)
    for seed in range(3):
        Round(case, bench, seed=seed).play_out(moot.counsel.Novice(seed), moot.counsel.Novice(seed + 1))
    weigher = whole_bench(case, bench.judges).weigher
    most = max(len(kept) for kept in (*weigher._parts, weigher._known))
    assert 0 < most <= 8
    assert 0 < max(len(each.parts) for each in reach.reaches(case)) <= 8
    assert len(attack_graph.attack_graph(case)._made) <= 8 + len(case.arguments)
