"""One forward pass over a control graph, all clocks of a state at once.

Every state carries one integer, packed (:mod:`moot.proof.fast.bitpacked`): slot ``c`` holds the value for ``c`` ticks left.
Values meet by ``merge``. What the values are (shortest and longest lines, or numbers of lines) is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable

from moot.proof.reference.compile import SAME_TURN, Edge, Model
from moot.round.clock import expiry_limit

__all__ = ["ForwardPass"]

_NONE: dict[int, int] = {}


class ForwardPass:
    """Values flowing through a model. ``fold`` merges all slots of an integer into slot 0.

    For each state in the model's order, call :meth:`take` once and then, where it has edges, :meth:`send`.
    """

    def __init__(
        self,
        model: Model,
        width: int,
        start: int,
        merge: Callable[[int, int], int],
        fold: Callable[[int], int],
        slots: int,
    ) -> None:
        self._width, self._merge, self._fold, self._slots = width, merge, fold, slots
        self._flow = [0] * len(model.states)
        # What arrives in a single slot: where a turn opens or time has expired. Folded when the state is reached.
        self._single: list[dict[int, int] | None] = [None] * len(model.states)
        self._masks = [(1 << (n + 1) * width) - 1 for n in range(slots + 1)]
        self._flow[0] = start

    def take(self, state: int) -> int:
        """Everything that arrives at a state. What was kept for it is released."""
        packed = self._flow[state]
        for slot, pool in (self._single[state] or _NONE).items():
            packed = self._merge(packed, self._fold(pool) << slot * self._width)
        self._flow[state] = 0
        self._single[state] = None
        return packed

    def send(self, edges: tuple[Edge, ...], packed: int) -> None:
        """Send a state's value along its edges."""
        width, merge, flow = self._width, self._merge, self._flow
        spent = -1
        running = expired = 0
        for following, opens, on_expiry, expiry_opens, spends, timed in edges:
            if timed:
                if spends != spent:
                    spent = spends
                    limit = expiry_limit(spends)
                    # Slots above the limit move down by what is spent; those up to it expire.
                    running = packed >> (limit + 1) * width << (limit + 1 - spends) * width
                    expired = packed & self._masks[limit] if limit < self._slots else packed
                if expired:
                    self._send_single(on_expiry, 0 if expiry_opens == SAME_TURN else expiry_opens, expired)
                ahead = running
            else:
                ahead = packed
            if not ahead:
                continue
            if opens == SAME_TURN:
                flow[following] = merge(flow[following], ahead)
            else:
                self._send_single(following, opens, ahead)

    def _send_single(self, state: int, slot: int, packed: int) -> None:
        pools = self._single[state]
        if pools is None:
            pools = self._single[state] = {}
        pools[slot] = self._merge(pools.get(slot, 0), packed)
