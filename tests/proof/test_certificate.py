"""What a certificate says, and when it says less than PROVED."""

from __future__ import annotations

import json
import pickle

import pytest

import moot
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.prove import BOUND
from moot.round.rules import rules_for
from tests import support


@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
@pytest.mark.parametrize("id", sorted(list_cases()))
def test_every_shipped_case_is_proved(id, form):
    certificate = prove(moot.load_case(id), format=form, dead=False)
    assert certificate.verdict == "PROVED"
    assert certificate.every_path_reaches_a_ruling
    assert certificate.clock_never_negative
    assert certificate.states < 15_000_000
    assert certificate.shortest <= certificate.mean <= certificate.longest


def test_the_mean_is_exact_and_the_paths_are_text_in_json():
    certificate = prove(moot.load_case("sacramento-v-lewis"), format="quick", dead=False)
    told = json.loads(json.dumps(certificate.to_dict()))
    assert int(told["paths"]) == certificate.paths > 2**64
    assert told["mean"] == pytest.approx(float(certificate.mean))
    assert certificate.mean.denominator > 1
    for key in ("states", "moves", "shortest", "longest", "every_path_reaches_a_ruling", "dead", "seconds"):
        assert key in told


def test_past_the_limit_it_says_bounded_and_how_far():
    case = moot.load_case("sacramento-v-lewis")
    certificate = prove(case, format="quick", bound=20_000)
    assert certificate.verdict == "BOUNDED"
    assert not certificate
    assert not certificate.every_path_reaches_a_ruling
    assert 0 < certificate.longest <= certificate.depth < prove(case, format="quick", dead=False).longest
    assert 10_000 < certificate.states <= 20_000
    assert [problem.code for problem in certificate.problems] == ["M505"]
    assert str(certificate.depth) in str(certificate)


def test_a_bound_it_does_not_reach_changes_nothing():
    case = support.case()
    whole = prove(case)
    assert prove(case, bound=whole.states).paths == whole.paths
    assert prove(case, bound=whole.states - 1).verdict == "BOUNDED"


def test_bounded_counts_what_it_covered_exactly():
    """With the bound one short of the whole, every line within the depth is counted, and no other."""
    case = support.case()
    whole = prove(case)
    most = prove(case, bound=whole.states - 1)
    assert most.depth < whole.longest
    assert most.paths < whole.paths
    assert most.shortest == whole.shortest


def test_sampled_says_so_and_is_the_same_for_the_same_seed():
    case = moot.load_case("sacramento-v-lewis")
    one, again, other = (prove(case, format="quick", sample=50, seed=seed) for seed in (1, 1, 2))
    assert one.verdict == "SAMPLED"
    assert not one.every_path_reaches_a_ruling
    assert (one.states, one.moves, one.paths) == (again.states, again.moves, again.paths)
    assert one.states != other.states
    assert one.paths == 50
    whole = prove(case, format="quick", dead=False)
    assert whole.shortest <= one.shortest
    assert one.longest <= whole.longest
    assert one.states < whole.states


def test_the_word_proved_is_never_used_for_less():
    case = support.case()
    for certificate in (prove(case, bound=3), prove(case, sample=3)):
        assert "PROVED" not in str(certificate)
        assert certificate.to_dict()["verdict"] != "PROVED"


def test_a_bench_narrows_and_never_widens():
    case = moot.load_case("sacramento-v-lewis")
    free = prove(case, format="quick", dead=False)
    nine = prove(case, moot.load_bench("lewis-1998"), format="quick", dead=False)
    assert nine.states <= free.states
    assert nine.paths <= free.paths


def test_the_same_case_gives_the_same_certificate():
    case = support.case()
    one, two = prove(case).to_dict(), prove(case).to_dict()
    one.pop("seconds"), two.pop("seconds")
    assert one == two
    assert pickle.loads(pickle.dumps(prove(case))).paths == prove(case).paths


def test_garbage_is_collected_again_afterwards():
    import gc

    assert gc.isenabled()
    prove(support.case())
    assert gc.isenabled()


def test_the_default_bound_is_far_above_what_a_case_may_have():
    assert BOUND > 10_000_000
    assert rules_for(support.case()).start.phase == "petitioner roadmap"
