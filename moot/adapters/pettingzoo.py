"""moot as a PettingZoo environment: two agents take turns; the bench plays inside the environment, by its own dice."""

from __future__ import annotations

from typing import Any

import gymnasium
import numpy as np
from gymnasium.spaces import Box, Dict, Discrete
from pettingzoo import AECEnv

from moot.adapters.common import SIDES, Table, table_for, worth
from moot.bench.persona import Bench
from moot.case import BENCH, Case
from moot.errors import IllegalMove
from moot.round.draw import draw
from moot.round.round import Round

__all__ = ["MootEnv", "env"]


def env(case: Case, bench: Bench, format: str = "quick", heat: str = "normal") -> MootEnv:
    """The environment of a case before a bench. Takes what ``load_case`` and ``load_bench`` give."""
    return MootEnv(case, bench, format, heat)


class MootEnv(AECEnv):
    """Observations are ``{"observation": numbers, "action_mask": 0 or 1 an action}``; the reward comes at the end.

    ``reset(seed)`` seeds the bench. An action the mask forbids raises :class:`~moot.errors.IllegalMove`.
    """

    metadata = {"name": "moot_v0", "render_modes": ["ansi"], "is_parallelizable": False}  # noqa: RUF012 (the library's way)

    def __init__(self, case: Case, bench: Bench, format: str, heat: str, render_mode: str | None = None) -> None:
        super().__init__()
        self.case, self.bench, self.format, self.heat = case, bench, format, heat
        self.render_mode = render_mode
        self.table: Table = table_for(case, format)
        self.possible_agents = [side.value for side in SIDES]
        count = len(self.table.counsel)
        self.action_spaces = {agent: Discrete(count) for agent in self.possible_agents}
        self.observation_spaces = {
            agent: Dict(
                {
                    "observation": Box(0.0, 1.0, (self.table.size,), np.float32),
                    "action_mask": Box(0, 1, (count,), np.int8),
                }
            )
            for agent in self.possible_agents
        }

    def observation_space(self, agent: str) -> gymnasium.Space[Any]:
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> gymnasium.Space[Any]:
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self.round = Round(self.case, self.bench, seed=seed or 0, format=self.format, heat=self.heat)
        self._let_the_bench_play()

    def observe(self, agent: str) -> dict[str, Any]:
        mask = np.zeros(len(self.table.counsel), np.int8)
        if self.round.turn == agent:
            mask[[self.table.action[move] for move in self.round.legal]] = 1
        return {"observation": self.table.observe(self.round.position), "action_mask": mask}

    def step(self, action: int | None) -> None:
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        if action is None:
            raise IllegalMove("counsel must choose an action")
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        self.round.push(self.table.counsel[int(action)])
        self._let_the_bench_play()
        outcome = self.round.outcome()
        if outcome is not None:
            self.rewards = dict(zip(self.possible_agents, worth(outcome.ruling), strict=True))
            self.terminations = dict.fromkeys(self.agents, True)
        self._accumulate_rewards()

    def render(self) -> str:
        return "\n".join(str(move) for move in self.round.line)

    def close(self) -> None:
        """Nothing is open."""

    def _let_the_bench_play(self) -> None:
        while self.round.turn == BENCH:
            self.round.push(draw(self.round))
        turn = self.round.turn
        if turn is not None:
            self.agent_selection = str(turn)
        else:
            # The library asks each agent once more for its last reward; begin with the first.
            self.agent_selection = self.agents[0]
