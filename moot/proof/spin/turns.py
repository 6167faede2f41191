"""The turns of an argument as the SPIN model has them: worked out from the segments of the format a second time, on purpose."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Case, Point
from moot.round.formats import Format, Segment

__all__ = ["ModelTurn", "ModelTurns"]


@dataclass(eq=False)
class ModelTurn:
    """One turn of the model: its segment, its name in the model, its heads; who keeps time for it, and for whom it keeps time."""

    segment: Segment
    name: str
    heads: tuple[str, ...]
    keeper: ModelTurn | None = None
    keeps: ModelTurn | None = None

    @property
    def road(self) -> str:
        """The phase in which the roadmap is given."""
        return f"{self.name}_ROAD"

    @property
    def sub(self) -> str:
        """The phase in which counsel speaks."""
        return f"{self.name}_SUB"

    @property
    def ask(self) -> str:
        """The phase in which a question has been asked on this point."""
        return f"{self.name}_ASK"


class ModelTurns:
    """The turns that can take place in one case, in order, and what ends each."""

    def __init__(self, case: Case, form: Format) -> None:
        self.case, self.form = case, form
        self.all = self._turns()

    @property
    def keepers(self) -> list[ModelTurn]:
        """The replies for which time can be kept."""
        return [turn for turn in self.all if turn.segment.replies and turn.keeper is not None]

    def _turns(self) -> list[ModelTurn]:
        """The turns that can take place, in order: a speaker whom the case leaves no head has none."""
        found: list[ModelTurn] = []
        for segment in self.form.segments:
            heads = () if segment.replies else self._heads_of(segment)
            if heads or segment.replies:
                found.append(ModelTurn(segment, segment.id.upper().replace("-", "_"), heads))
        for turn in found:
            if turn.segment.reserves:
                for other in found:
                    if other.segment.replies and other.segment.side is turn.segment.side:
                        other.keeper, turn.keeps = turn, other
        return found

    def _heads_of(self, segment: Segment) -> tuple[str, ...]:
        """The heads of one speaker. Where two speak, a head that is nobody's goes to the first while fewer than half have."""
        heads = self.case.heads_of[segment.side]
        two = any(each.side is segment.side and each.speaker == 2 and not each.replies for each in self.form.segments)
        if not two:
            return tuple(head.id for head in heads)
        found, free = [], [head.id for head in heads if head.speaker == 0]
        for head in heads:
            mine = head.speaker or (1 if 2 * free.index(head.id) < len(free) else 2)
            if mine == segment.speaker:
                found.append(head.id)
        return tuple(found)

    def of(self, point: Point) -> ModelTurn | None:
        """The turn in which a point can be made."""
        for turn in self.all:
            if point.head in turn.heads or (
                point.head is None and turn.segment.replies and turn.segment.side is point.side
            ):
                return turn
        return None

    def playable(self) -> list[tuple[Point, ModelTurn]]:
        """The points that can be made at all in this format, with the turn of each."""
        return [(point, turn) for point in self.case.points if (turn := self.of(point)) is not None]

    def in_turn(self, part: str) -> str:
        """The phase of asking, or of speaking, in whichever turn it is."""
        *others, last = self.all
        found = getattr(last, part)
        for turn in reversed(others):
            found = f"(phase <= {turn.ask} -> {getattr(turn, part)} : {found})"
        return str(found)

    def end(self) -> str:
        """The turn is over, by sitting down or by the red light: the next one that takes place opens, or the case is decided."""
        rows: list[str] = []
        for number, turn in enumerate(self.all):
            over = "".join(
                f"reserve_{each.name} = 0; "
                for each in self.all[: number + 1]
                if each.segment.replies and each.keeper is not None
            )
            here = (
                f"phase <= {turn.ask}" if not number else f"phase > {self.all[number - 1].ask} && phase <= {turn.ask}"
            )
            wait = ""
            for later in self.all[number + 1 :]:
                ticks = later.segment.ticks
                kept = f"reserve_{later.name}" if later.segment.replies and later.keeper is not None else ""
                opens = f"phase = {later.road if later.heads else later.sub}"
                if ticks:
                    time = f"{ticks} + {kept}" if kept else str(ticks)
                    rows.append(f":: {here}{wait} -> {over}{opens}; clock = {time}")
                    break
                if not kept:
                    continue
                rows.append(f":: {here}{wait} && {kept} -> {over}{opens}; clock = {kept}")
                wait += f" && !{kept}"
            else:
                rows.append(f":: {here}{wait} -> RULING")
        return f"CLEAR; if {' '.join(rows)} fi"

    def phases(self) -> list[str]:
        """The names of the phases, first to last."""
        found: list[str] = []
        for turn in self.all:
            found += [turn.road, turn.sub, turn.ask] if turn.heads else [turn.sub, turn.ask]
        return [*found, "DECIDED"]
