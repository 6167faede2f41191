"""Sittings held on a cluster of Dask. In CI this runs and is not skipped."""

from __future__ import annotations

import os

import pytest

import moot
from moot.counsel import Novice

if os.environ.get("MOOT_CI") == "conformance":
    import distributed
else:
    distributed = pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.filterwarnings("ignore"),  # the cluster's own, while it stops
]


def test_a_cluster_gives_the_same_numbers() -> None:
    case, bench = moot.load_case("first-argument"), moot.load_bench("three")

    def simulate(executor=None):
        # A function that is in no module cannot be pickled; Dask sends it all the same.
        players = {"petitioner": Novice, "respondent": lambda round: round.legal[0]}
        return moot.simulate(case, bench, n=30, seed=5, format="quick", executor=executor, **players).to_dict()

    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
        client.get_executor() as executor,
    ):
        assert simulate(executor) == simulate()
