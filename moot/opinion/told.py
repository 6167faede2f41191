"""What a ruling has said so far: no sentence twice, no argument twice, each authority in full once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Told", "sentences"]

_ABBREVIATION = re.compile(
    r"(?:\b(?:v|n|nn|No|Nos|Mr|Mrs|Ms|Dr|St|Co|Inc|Ltd|Corp|cf|Cf|J|JJ|C|U|S|F|p|pp|art|amend|Const|Cal|Veh|Rev|Stat|App|Rep|Mass|Wheat|Cir|Supp|"
    r"Wash|Tex|Transp|Ann|Tenn|Edw|ch|Bl|Comm|Dept|Assn|Pa|Ins|Cranch|How|Tr|Westm|Estm|Fed|Rptr|Fla|Wis|Ala|So|Eng|Hale|Hawk|P|D|H|R|L|N|W|K|B|Q"
    r"|Media|Mich|Reform|seq)\.(?:\d+)?)$"
)


def sentences(text: str) -> list[str]:
    """The text cut into sentences; a stop after an abbreviation is not an end."""
    out: list[str] = []
    for piece in re.split(r"(?<=[.?!])\s+|(?<=[.?!]”)\s+|(?<=[.?!]\))\s+", text.strip()):
        if out and (
            _ABBREVIATION.search(out[-1])
            or piece[:1].islower()
            or piece[:1].isdigit()
            or piece[:1] == "."
            or out[-1].endswith(" .")
        ):
            out[-1] += " " + piece
        else:
            out.append(piece)
    return [piece for piece in out if piece]


@dataclass
class Told:
    """Shared by all the opinions of one ruling, in the order in which they are written.

    ``reasoned`` is where the reasons for a position stand: the number of the opinion and of its part. ``adopted`` and ``opposed`` say in
    which opinion an argument was accepted or met.
    """

    said: set[str] = field(default_factory=set)
    reasoned: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    stated: dict[tuple[str, str], int] = field(default_factory=dict)
    adopted: dict[str, int] = field(default_factory=dict)
    opposed: dict[str, int] = field(default_factory=dict)

    def fresh(self, text: str) -> bool:
        """Whether no sentence of the text stands in the ruling yet."""
        return self.said.isdisjoint(sentences(text))

    def note(self, text: str) -> None:
        """The text now stands in the ruling."""
        self.said.update(sentences(text))
