"""Records that a person argued, played again, and the answers given in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from moot.case import Case, Side
from moot.errors import MootError
from moot.files.practice import Attempt
from moot.files.records import Header, RecordData
from moot.round import moves
from moot.round.position import PositionOfPlay
from moot.round.round import Round
from moot.sitting.replaying import Benches, Say, replay
from moot.sitting.setup import HISTORY
from moot.study.alternatives import ALSO_RIGHT, answer_share

__all__ = ["Played", "played", "sides_of", "started_of"]


@dataclass(frozen=True)
class Played:
    """A record played again, and the side or sides a person argued in it."""

    data: RecordData
    round: Round

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides a person argued."""
        return sides_of(self.data.header)

    def spoke(self, before: PositionOfPlay) -> bool:
        """Whether it is a person who speaks in this position: the side is theirs, and the speaker, where they were only one."""
        segment = self.round.rules.segment(before.state)
        if segment is None or segment.side not in self.sides:
            return False
        return self.data.header.speaker in (None, segment.speaker)

    def attempts(self) -> Iterator[Attempt]:
        """Every answer a person gave, and whether it was right."""
        case, started = self.round.case, started_of(self.data.header).isoformat()
        for move, before in zip(self.round.line, self.round.positions, strict=False):
            if isinstance(move, moves.GiveAnswer) and self.spoke(before):
                right = _is_right(self.round, move.answer, before)
                yield Attempt(case.id, case.question_of[move.answer].id, right, started, "sitting")


def started_of(header: Header) -> datetime:
    """When a sitting began; the beginning of time where the record does not say it in a form that can be read."""
    try:
        found = datetime.fromisoformat(header.started)
    except ValueError:
        found = datetime.min.replace(tzinfo=UTC)
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def sides_of(header: Header) -> tuple[Side, ...]:
    """The sides a person argued in the record of this header; none in that of a demo."""
    if header.opponent == HISTORY:
        return ()
    return header.argued


def _is_right(round: Round, answer: str, before: PositionOfPlay) -> bool:
    """Whether an answer was within the bound of the best that was offered."""
    case, heard = round.case, before.heard
    offered = [move.answer for move in round.rules.moves_at(before.state) if isinstance(move, moves.GiveAnswer)]
    best = max(answer_share(case, each, heard) for each in offered)
    return float(best - answer_share(case, answer, heard)) <= ALSO_RIGHT


def played(found: Iterable[RecordData], say: Say) -> Iterator[Played]:
    """The records that a person argued, played again; ``say`` gets a line on each that cannot be."""
    # A case and a bench are loaded once, however many records are of them.
    cases: dict[str, Case] = {}
    benches: Benches = {}
    for data in found:
        if not sides_of(data.header) or not data.moves:
            continue
        try:
            round = replay(data, cases.get(data.header.case), benches=benches)
        except MootError as error:
            say(f"{data.path.name} is left out: {error}")
            continue
        cases[data.header.case] = round.case
        yield Played(data, round)
