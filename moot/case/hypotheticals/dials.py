"""Facts as dials, rules stated over them, and scenes that turn them.

A dial is a fact that a hypothetical may change (what the officer meant, how long he had). A position may state its rule as
conditions on dials; a judge's scene turns one or two of them and asks what the rule gives. Counsel may accept the result,
distinguish the scene, or modify the rule: the three replies of Ashley's LARGO (Pinkwart, Ashley, Lynch and Aleven 2009).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from moot.case.hypotheticals.settings import Budget, boxes, equal, turning

__all__ = ["Dial", "Facts", "Reply", "ReplyKind", "Rule", "Scene", "Way", "turned"]

Facts = Mapping[str, str]
"""A value for every dial, by id."""

Way = tuple[tuple[str, tuple[str, ...]], ...]
"""One way to meet a rule: for each dial it names, the values that will do."""


@dataclass(frozen=True, slots=True)
class Dial:
    """A fact with a few values. ``here`` is its value on this record; ``words`` says each of ``values`` in words."""

    id: str
    asks: str
    here: str
    values: tuple[str, ...]
    words: tuple[str, ...]

    def text(self, value: str) -> str:
        """The words of a value. Raises ``ValueError``."""
        return self.words[self.values.index(value)]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as conditions on dials: it is met where any of its ``ways`` is, a way where each of its dials has one of its values."""

    ways: tuple[Way, ...]

    def met(self, facts: Facts) -> bool:
        """Whether these facts meet the rule."""
        return any(all(facts[dial] in values for dial, values in way) for way in self.ways)

    @property
    def reads(self) -> frozenset[str]:
        """The dials the rule names. What it does not name it does not turn on."""
        return frozenset(dial for way in self.ways for dial, _ in way)

    def turns_on(self, dials: Mapping[str, Dial], budget: Budget | None = None) -> frozenset[str]:
        """The dials that can change the result, with some setting of the others. A dial it names in vain is not among them.

        Raises :class:`~moot.case.hypotheticals.settings.TooTangled` where that would take more work than the limit; a case that passed
        the checks never does.
        """
        if not self.reads <= dials.keys():
            return self.reads
        values = {name: dials[name].values for name in self.reads}
        return frozenset(turning(boxes(self.ways, values), values, budget or Budget()))

    def same(self, other: Rule, dials: Mapping[str, Dial], budget: Budget | None = None) -> bool:
        """Whether the other rule is met by just the same facts. Every dial named must exist."""
        values = {name: dials[name].values for name in self.reads | other.reads}
        return equal(boxes(self.ways, values), boxes(other.ways, values), values, budget or Budget())


@dataclass(frozen=True, slots=True)
class Scene:
    """A judge's hypothetical: the record with some dials turned, put to the rule of one position.

    ``tests`` is that position (issue, position). ``if_met`` and ``if_unmet`` say which principles it offends, and how
    gravely (1 to 3), that the rule should give that result here; a judge who holds none of them sees nothing absurd in it.
    """

    tests: tuple[str, str]
    turns: tuple[tuple[str, str], ...]
    if_met: tuple[tuple[str, int], ...] = ()
    if_unmet: tuple[tuple[str, int], ...] = ()

    def offends(self, met: bool) -> tuple[tuple[str, int], ...]:
        """The principles offended by this result."""
        return self.if_met if met else self.if_unmet


class ReplyKind(StrEnum):
    """The three good replies to a hypothetical."""

    ACCEPT = "accept"
    DISTINGUISH = "distinguish"
    MODIFY = "modify"


@dataclass(frozen=True, slots=True)
class Reply:
    """How an answer meets a scene: ``says`` is the result it accepts, ``dial`` what it distinguishes by, ``rule`` the new rule."""

    kind: ReplyKind
    says: bool | None = None
    dial: str | None = None
    rule: Rule | None = None


def turned(dials: Mapping[str, Dial], turns: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The facts of this record with these dials turned."""
    return {**{id: dial.here for id, dial in dials.items()}, **dict(turns)}
