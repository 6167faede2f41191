"""Every path through a case: what is proved of it, and how that is checked.

``prove(case)`` gives a :class:`Certificate`; ``perft(round, depth)`` counts lines on the real round, to check it by.
"""

from moot.proof.certificate import Certificate, Dead
from moot.proof.counterexample_record import keep_line, write_counterexample
from moot.proof.prove import prove
from moot.proof.reference.perft import perft

__all__ = ["Certificate", "Dead", "keep_line", "perft", "prove", "write_counterexample"]
