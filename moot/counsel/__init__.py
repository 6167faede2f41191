"""Who can argue: anything with ``choose(round) -> Move``, and by name through :func:`make`."""

from moot.counsel.greedy import Greedy
from moot.counsel.novice import Novice
from moot.counsel.opponents import make, opponents
from moot.counsel.scripted import Scripted

__all__ = ["Greedy", "Novice", "Scripted", "make", "opponents"]
