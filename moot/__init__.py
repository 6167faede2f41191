"""moot: an oral-argument simulator for appellate cases.

>>> import moot
>>> case = moot.load_case("sacramento-v-lewis")
>>> bench = moot.load_bench("three")
>>> round = moot.Round(case, bench, seed=7, format="quick")
>>> round.turn
<Side.PETITIONER: 'petitioner'>

Nothing is imported until it is asked for, so ``import moot`` is quick and loads neither textual nor yaml.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot import counsel
    from moot.bench.conference import Ruling
    from moot.bench.persona import Bench, Judge
    from moot.case import BENCH, Case, Side
    from moot.errors import (
        AmbiguousMove,
        CaseError,
        IllegalMove,
        InvalidMove,
        InvalidPosition,
        MootError,
        RecordError,
        UnknownName,
    )
    from moot.files.loading import load_bench, load_case, load_judge
    from moot.proof import Certificate, perft, prove
    from moot.round import moves
    from moot.round.moves import Move
    from moot.round.outcome import Outcome
    from moot.round.position import PositionOfPlay
    from moot.round.round import Round
    from moot.score import Card, score
    from moot.sitting.session import Session
    from moot.study.review import Review, review
    from moot.study.simulation import Simulation, simulate

__version__ = "0.1.0"

_HOMES = {
    "AmbiguousMove": "moot.errors",
    "BENCH": "moot.case",
    "Bench": "moot.bench.persona",
    "Card": "moot.score",
    "Case": "moot.case",
    "CaseError": "moot.errors",
    "Certificate": "moot.proof",
    "IllegalMove": "moot.errors",
    "InvalidMove": "moot.errors",
    "InvalidPosition": "moot.errors",
    "Judge": "moot.bench.persona",
    "MootError": "moot.errors",
    "Move": "moot.round.moves",
    "Outcome": "moot.round.outcome",
    "PositionOfPlay": "moot.round.position",
    "RecordError": "moot.errors",
    "Review": "moot.study.review",
    "Round": "moot.round.round",
    "Ruling": "moot.bench.conference",
    "Session": "moot.sitting.session",
    "Side": "moot.case",
    "Simulation": "moot.study.simulation",
    "UnknownName": "moot.errors",
    "load_bench": "moot.files.loading",
    "load_case": "moot.files.loading",
    "load_judge": "moot.files.loading",
    "perft": "moot.proof",
    "prove": "moot.proof",
    "review": "moot.study.review",
    "simulate": "moot.study.simulation",
}
_MODULES = {"counsel": "moot.counsel", "moves": "moot.round.moves", "score": "moot.score"}

__all__ = [
    "BENCH",
    "AmbiguousMove",
    "Bench",
    "Card",
    "Case",
    "CaseError",
    "Certificate",
    "IllegalMove",
    "InvalidMove",
    "InvalidPosition",
    "Judge",
    "MootError",
    "Move",
    "Outcome",
    "PositionOfPlay",
    "RecordError",
    "Review",
    "Round",
    "Ruling",
    "Session",
    "Side",
    "Simulation",
    "UnknownName",
    "__version__",
    "counsel",
    "load_bench",
    "load_case",
    "load_judge",
    "moves",
    "perft",
    "prove",
    "review",
    "score",
    "simulate",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        value: Any = importlib.import_module(_MODULES[name])
    elif name in _HOMES:
        value = getattr(importlib.import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'moot' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
