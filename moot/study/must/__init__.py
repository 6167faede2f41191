"""What a coach asks of a case in `must`, and what is answered: PROVED, REFUTED with a line that shows it, or UNDECIDED.

``answer_properties(case, bench)`` answers each. A line that was played proves that a thing can be; a bound or a complete
enumeration proves that it cannot. Lines that were only tried prove nothing, and nothing is called proved because of them.
"""

from moot.study.must.answers import PropertyAnswer, answer_properties

__all__ = ["PropertyAnswer", "answer_properties"]
