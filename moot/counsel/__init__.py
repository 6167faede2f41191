"""Who can argue: anything with ``choose(round) -> Move``."""

from moot.counsel.greedy import Greedy
from moot.counsel.novice import Novice
from moot.counsel.scripted import Scripted

__all__ = ["Greedy", "Novice", "Scripted"]
