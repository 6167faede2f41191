"""A bench by its name, and a vote in the words that people use for it."""

from __future__ import annotations

from moot.case import PRINCIPLES, Purpose
from moot.case.words import VOTES
from moot.errors import did_you_mean
from moot.files.schema.shapes import Id, Reading, Word
from moot.files.text import clean
from moot.files.yaml.read import Seq, Value

__all__ = ["BENCH", "VOTE"]

_STOOD = (
    ("took no part", ("recus", "absent", "disqualif", "not sit", "no part")),
    ("concurring in the judgment", ("in judgment", "in result", "in the result")),
    ("concurring in part and dissenting in part", ("part",)),
    ("author", ("wrote", "writes", "majority", "opinion of the court", "delivered", "lead", "writer")),
    ("concurring", ("concur",)),
    ("dissenting", ("dissent", "minority", "against")),
    ("joined", ("join", "agree", "with the court")),
)


def _vote(word: str) -> str:
    """The vote that people mean by a word of their own."""
    said = word.lower()
    meant = next((vote for vote, signs in _STOOD if any(sign in said for sign in signs)), "")
    return f"write `{meant}`, if that is meant; the words are: {', '.join(VOTES)}" if meant else ""


def not_a_judge(word: str) -> str:
    """What is meant by a name among the purposes and principles of who may ask."""
    if did_you_mean(word, (*Purpose, *PRINCIPLES)):
        return ""
    return f"purposes and principles stand here; for one judge write `asked_by: [{clean(word, 40)}]`"


class _BenchId(Id):
    """The name of a bench."""

    def instead(self, raw: Value, reading: Reading) -> str:
        """Judges in a list are a bench that has no name yet."""
        if isinstance(raw, Seq):
            return "a bench is named here: `moot new bench` makes a file of the judges you name; then write its name"
        return super().instead(raw, reading)


BENCH = _BenchId()
VOTE = Word(VOTES, nearest=_vote)
