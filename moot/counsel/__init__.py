"""Who can argue: anything with ``choose(round) -> Move``."""

from moot.counsel.novice import Novice
from moot.counsel.scripted import Scripted, ScriptedBench

__all__ = ["Novice", "Scripted", "ScriptedBench"]
