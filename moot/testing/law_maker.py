"""Draws the law of a case: facts that a hypothetical may turn, issues with their positions, and the decision tree."""

from __future__ import annotations

from hypothesis import strategies as st

from moot.case import DecisionTree, Dial, Disposition, Issue, IssueKind, Node, Position, Rule
from moot.testing.words import SIDES, SOME

__all__ = ["LawMaker", "chance"]

_ENDS = tuple(end for end in Disposition if not end.of_application)


def chance(draw: st.DrawFn, one_in: int) -> bool:
    """Whether something comes up that does so once in so many times."""
    return draw(st.integers(0, one_in - 1)) == one_in - 1


class LawMaker:
    """Draws the dials and the issues when it is made; the tree when it is asked for, as that comes last."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.dials = self._dials()
        self.issues = self._issues()

    def _dials(self) -> tuple[Dial, ...]:
        """None, or two or three facts of two or three values."""
        if chance(self.draw, 2):
            return ()
        found = []
        for n in range(self.draw(st.integers(2, 3))):
            values = tuple(f"v{v}" for v in range(self.draw(st.integers(2, 3))))
            found.append(Dial(f"d{n}", f"Which, of {n}?", self.draw(st.sampled_from(values)), values, values))
        return tuple(found)

    def rule(self) -> Rule | None:
        """A rule over the dials, now and then."""
        if not self.dials or chance(self.draw, 3):
            return None
        ways = []
        for _ in range(self.draw(st.integers(1, 2))):
            named = self.draw(st.lists(st.sampled_from(self.dials), min_size=1, max_size=2, unique_by=lambda d: d.id))
            ways.append(tuple((dial.id, self._some_of(dial)) for dial in named))
        return Rule(tuple(ways))

    def _some_of(self, dial: Dial) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(dial.values), min_size=1, max_size=2, unique=True)))

    def shows(self) -> tuple[tuple[str, str], ...]:
        """What the record shows, now and then."""
        if not self.dials or chance(self.draw, 2):
            return ()
        dial = self.draw(st.sampled_from(self.dials))
        return ((dial.id, self.draw(st.sampled_from(dial.values))),)

    def _issues(self) -> tuple[Issue, ...]:
        found = []
        for n in range(self.draw(st.integers(1, 3))):
            positions = []
            for p in range(self.draw(st.integers(2, 3))):
                favors = SIDES[p] if p < 2 else None
                embodies = self.draw(st.dictionaries(st.sampled_from(SOME), st.integers(1, 3), max_size=2))
                made = Position(f"x{p}", f"Position {p}.", favors, tuple(embodies.items()), self.rule(), self.shows())
                positions.append(made)
            asked = f"Which, on {n}?"
            found.append(
                Issue(f"i{n}", asked, IssueKind.LAW, tuple(positions), chance(self.draw, 3), "it holds", "it does not")
            )
        return tuple(found)

    def tree(self) -> DecisionTree:
        """The issues one after another; each position leads on or to a disposition."""
        ends = tuple(Node(f"end{n}", disposition=disposition) for n, disposition in enumerate(_ENDS))
        nodes = []
        for n, issue in enumerate(self.issues):
            onward = [f"n{n + 1}"] if n + 1 < len(self.issues) else []
            then = []
            for p, position in enumerate(issue.positions):
                places = onward if onward and p == 0 else [*onward, *(end.id for end in ends)]
                then.append((position.id, self.draw(st.sampled_from(places))))
            nodes.append(Node(f"n{n}", issue.id, tuple(then)))
        return DecisionTree("n0", (*nodes, *ends))
