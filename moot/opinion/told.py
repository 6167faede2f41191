"""What a ruling has said so far: no sentence twice, no argument twice, each authority in full once."""

from __future__ import annotations

from dataclasses import dataclass, field

from moot.case.language.speech import sentences

__all__ = ["Told"]


@dataclass
class Told:
    """Shared by all the opinions of one ruling, in the order in which they are written.

    ``reasoned`` is where the reasons for a position stand: the number of the opinion and of its part. ``adopted`` and ``opposed`` say in
    which opinion an argument was accepted or met. ``kept`` holds the last reason of a position that another opinion departs from, for the reply.
    """

    said: set[str] = field(default_factory=set)
    reasoned: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    stated: dict[tuple[str, str], int] = field(default_factory=dict)
    adopted: dict[str, int] = field(default_factory=dict)
    opposed: dict[str, int] = field(default_factory=dict)
    kept: dict[tuple[str, str], str] = field(default_factory=dict)

    def fresh(self, text: str) -> bool:
        """Whether no sentence of the text stands in the ruling yet."""
        return self.said.isdisjoint(sentences(text))

    def note(self, text: str) -> None:
        """The text now stands in the ruling."""
        self.said.update(sentences(text))
