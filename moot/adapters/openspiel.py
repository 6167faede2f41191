"""moot as an OpenSpiel game: two players, perfect information, the bench as chance.

>>> game = load_game(case, bench, format="quick")  # doctest: +SKIP
>>> state = game.new_initial_state()  # doctest: +SKIP

At a chance node the outcomes are the pass and the questions, with the chances of the bench's own draw at normal heat.
Returns come at the end: votes for less votes against, over the size of the bench.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyspiel

from moot.adapters.common import SIDES, Table, table_for, worth
from moot.bench.persona import Bench
from moot.case import BENCH, Case, Side
from moot.files.loading import load_bench, load_case
from moot.round import moves
from moot.round.draw import odds
from moot.round.formats import format_of
from moot.round.moves import Move
from moot.round.round import Round

__all__ = ["MootGame", "MootState", "load_game"]

_NAME = "python_moot"
_TYPE = pyspiel.GameType(
    short_name=_NAME,
    long_name="moot: an oral argument",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.PERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.ZERO_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=2,
    min_num_players=2,
    provides_information_state_string=True,
    provides_information_state_tensor=False,
    provides_observation_string=True,
    provides_observation_tensor=True,
    provides_factored_observation_string=False,
    default_loadable=False,
    parameter_specification={"case": "", "bench": "", "format": "quick"},
)

# OpenSpiel keeps a game as text, so the values given to `load_game` are found again by these names.
_CASES: dict[str, Case] = {}
_BENCHES: dict[str, Bench] = {}


def load_game(case: Case, bench: Bench, format: str = "quick") -> pyspiel.Game:
    """The game of a case before a bench. Takes what ``load_case`` and ``load_bench`` give."""
    return pyspiel.load_game(
        _NAME,
        {
            "case": _keep(_CASES, case.id, case),
            "bench": _keep(_BENCHES, bench.id, bench),
            "format": format_of(case, format).id,
        },
    )


def _keep(known: dict[str, Any], name: str, value: Any) -> str:
    """Remember a value by its name, or by the name with a number where another value has it."""
    base, number = "".join(char if char.isalnum() or char in "-_" else "_" for char in name), 1
    key = base
    while known.setdefault(key, value) is not value:
        number += 1
        key = f"{base}_{number}"
    return key


class MootGame(pyspiel.Game):
    """The game of one case before one bench under one format."""

    def __init__(self, params: Mapping[str, Any] | None = None) -> None:
        given = dict(params or {})
        self.names = (given["case"], given["bench"], given.get("format", "quick"))
        case, bench, form = self.names
        # In a fresh process the names are those of shipped cases and benches.
        if case not in _CASES:
            _CASES[case] = load_case(case)
        if bench not in _BENCHES:
            _BENCHES[bench] = load_bench(bench)
        self.table: Table = table_for(_CASES[case], form)
        info = pyspiel.GameInfo(
            num_distinct_actions=len(self.table.counsel),
            max_chance_outcomes=len(self.table.bench),
            num_players=2,
            min_utility=-1.0,
            max_utility=1.0,
            utility_sum=0.0,
            max_game_length=self.table.longest,
        )
        super().__init__(_TYPE, info, given)

    def new_initial_state(self) -> MootState:
        return MootState(self)

    def max_chance_nodes_in_history(self) -> int:
        return self.table.most_bench_moves

    def make_py_observer(self, iig_obs_type: Any = None, params: Any = None) -> _Observer:
        return _Observer(self.table, params)


class _Play:
    """A round that pickles and copies as the names it is of and the moves made: cases are shared, never copied."""

    def __init__(self, case: str, bench: str, form: str, line: tuple[str, ...] = ()) -> None:
        self.names = (case, bench, form)
        self.table = table_for(_CASES[case], form)
        self.round = Round(_CASES[case], _BENCHES[bench], format=form)
        for move in line:
            self.round.push(move)

    def __reduce__(self) -> tuple[type[_Play], tuple[Any, ...]]:
        return _Play, (*self.names, tuple(str(move) for move in self.round.line))

    def __deepcopy__(self, memo: dict[int, Any]) -> _Play:
        twin = _Play(*self.names)
        twin.round = self.round.copy()
        return twin


class MootState(pyspiel.State):
    """A position of one round; the history is OpenSpiel's."""

    def __init__(self, game: MootGame) -> None:
        super().__init__(game)
        self.play = _Play(*game.names)

    @property
    def round(self) -> Round:
        """The round played."""
        return self.play.round

    @property
    def table(self) -> Table:
        """The numbers of its moves."""
        return self.play.table

    def current_player(self) -> int:
        turn = self.round.turn
        if turn is None:
            return int(pyspiel.PlayerId.TERMINAL)
        return int(pyspiel.PlayerId.CHANCE) if turn == BENCH else SIDES.index(Side(turn))

    def _legal_actions(self, player: int) -> list[int]:
        return sorted(self.table.action[move] for move in self.round.legal)

    def chance_outcomes(self) -> list[tuple[int, float]]:
        """The pass and the questions with their chances; who would ask is projected away."""
        chances = dict.fromkeys((self.table.action[move] for move in self.round.legal), 0.0)
        for move, chance in odds(self.round):
            plain: Move = moves.Ask(move.question) if isinstance(move, moves.Ask) else move
            chances[self.table.action[plain]] += float(chance)
        return sorted((action, chance) for action, chance in chances.items() if chance)

    def _apply_action(self, action: int) -> None:
        side = self.table.bench if self.round.turn == BENCH else self.table.counsel
        self.round.push(side[action])

    def _action_to_string(self, player: int, action: int) -> str:
        return str((self.table.bench if player == pyspiel.PlayerId.CHANCE else self.table.counsel)[action])

    def is_terminal(self) -> bool:
        return self.round.turn is None

    def returns(self) -> list[float]:
        outcome = self.round.outcome()
        return list(worth(outcome.ruling)) if outcome else [0.0, 0.0]

    def __str__(self) -> str:
        return "; ".join(str(move) for move in self.round.line)


class _Observer:
    """The position as numbers, and the line as text."""

    def __init__(self, table: Table, params: Any) -> None:
        if params:
            raise ValueError(f"observation parameters are not supported: {params}")
        self.table = table
        self.tensor = np.zeros(table.size, np.float32)
        self.dict = {"position": self.tensor}

    def set_from(self, state: MootState, player: int) -> None:
        self.tensor[:] = self.table.observe(state.round.position)

    def string_from(self, state: MootState, player: int) -> str:
        return str(state)


pyspiel.register_game(_TYPE, MootGame)
