"""The attacks of a case, cut into connected components: what is settled apart is what would be settled together."""

from __future__ import annotations

import copy
import gc
import weakref

from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.judging.acceptance import counts
from moot.bench.judging.attack_graph import attack_graph, attacks_of, bits_of, members
from moot.bench.judging.reach import HEARD_FULL, before_the_court, court_of, reaches
from moot.bench.judging.scales import scales_of
from moot.bench.judging.whole_bench import whole_bench
from moot.case import Attacking, Heard
from moot.testing import cases

LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_components_share_no_argument_and_no_attack_and_are_connected(data) -> None:
    case = data.draw(st.just(LEWIS) | cases())
    bits = list(bits_of(case).values())
    full = sum(data.draw(st.frozensets(st.sampled_from(bits), max_size=30)))
    half = sum(data.draw(st.frozensets(st.sampled_from(bits), max_size=30))) & ~full
    alone, found = attack_graph(case).components(half, full)
    assert alone + sum(component.mask for component in found) == half | full
    bit = bits_of(case)
    pairs = [
        (bit[one], bit[other])
        for one, other, _ in attacks_of(case)
        if bit[one] & (half | full) and bit[other] & (half | full)
    ]
    assert not any(alone & (one | other) for one, other in pairs)
    home = {each: component for component in found for each in members(component.mask)}
    assert all(home[one] is home[other] for one, other in pairs)
    for component in found:
        reached = {members(component.mask)[0]}
        while grown := {b for a, b in pairs if a in reached} | {a for a, b in pairs if b in reached}:
            if grown <= reached:
                break
            reached |= grown
        assert sum(reached) == component.mask
        assert [1 << number for number in component.numbers] == members(component.mask)
        assert [times == HEARD_FULL for times in component.times] == [bool(full >> n & 1) for n in component.numbers]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_settled_apart_is_settled_together(data) -> None:
    """What every argument counts when all those before the court are one list, and when components go one by one."""
    case = data.draw(st.just(LEWIS) | cases())
    full = data.draw(st.frozensets(st.sampled_from(sorted(case.point)), max_size=20))
    answers = (
        data.draw(st.frozensets(st.sampled_from(sorted(case.answers)), max_size=20)) if case.answers else frozenset()
    )
    heard = Heard(full=full, answers=answers)
    times = before_the_court(case, heard)
    place = {id: at for at, id in enumerate(times)}
    attacks = [[] for _ in times]
    undercuts = []
    for one, other, kind in attacks_of(case):
        if one in place and other in place:
            if kind is Attacking.UNDERCUT:
                undercuts.append((place[one], place[other]))
            else:
                attacks[place[one]].append(place[other])
    weigher = whole_bench(case, NINE.judges).weigher
    for judge, scales in enumerate(weigher.scales):
        weights = [scales.base[id] * much for id, much in times.items()]
        together = dict(zip(times, counts(weights, attacks, undercuts), strict=True))
        apart = {}
        for live in court_of(case, heard).within:
            apart |= {scales.ids[at]: scales.base_of[at] * much for at, much in live.times}
            for component in live.components:
                apart |= {scales.ids[number]: row[judge] for number, row in weigher.settled(component).counts.items()}
        assert apart == {id: much for id, much in together.items() if any(id in reach.ids for reach in reaches(case))}


def test_scales_and_courts_are_freed_with_their_case() -> None:
    """Caches at module level kept every case that was ever weighed alive for the whole process."""
    case = copy.copy(moot.load_case("first-argument"))  # other tests share the one that was loaded
    moot.Round(case, NINE, seed=1).play_out(moot.counsel.Novice(1), moot.counsel.Greedy())
    gone = weakref.ref(scales_of(NINE.judges[0], case))
    held = weakref.ref(case)
    del case
    gc.collect()
    assert gone() is None
    assert held() is None
