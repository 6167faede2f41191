"""The choices of the plain form: numbered lines, and a roadmap asked for in stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from moot.case.language.naming import known_as
from moot.plain.page import Para
from moot.round import moves
from moot.round.clock import clock_face
from moot.round.moves import Move
from moot.round.round import Round
from moot.sitting.showing.choices import choices, heading
from moot.sitting.showing.standing import presses
from moot.sitting.words.spoken import plural, reply_name

__all__ = ["NumberedMenu", "Option", "lectern_menu", "roadmap_menu"]


@dataclass(frozen=True, slots=True)
class Option:
    """One numbered line. ``value`` is a move, or one part of a roadmap."""

    text: str
    value: Move | str | int


@dataclass(frozen=True, slots=True)
class NumberedMenu:
    """A heading and its options."""

    heading: str
    options: tuple[Option, ...]
    facts: tuple[str, ...] = field(default=())

    def lines(self) -> list[Para]:
        """The menu as it is printed."""
        out = [Para(self.heading)]
        out += [Para(fact) for fact in self.facts]
        out += [Para(f"{number}) {option.text}", indent=2, hang=3) for number, option in enumerate(self.options, 1)]
        return out


def lectern_menu(round: Round, weak: Sequence[str] = ()) -> NumberedMenu:
    """What counsel may do now, each with its cites and its cost; a point that presses something marked ``weak`` says so."""
    options = []
    for choice in choices(round):
        text = choice.title or choice.text
        notes = [choice.note] if choice.note else []
        if choice.face:
            notes.append(choice.face)
        pressed = presses(round.case, weak, choice.move.point) if isinstance(choice.move, moves.Plead) else ""
        if pressed:
            notes.append(f"presses what you marked: {known_as(round.case, pressed)}")
        options.append(Option(f"{text} [{'; '.join(notes)}]" if notes else text, choice.move))
    return NumberedMenu(f"{heading(round)} ({clock_face(round.position.clock)} left)", tuple(options))


def roadmap_menu(round: Round, chosen: Sequence[str]) -> NumberedMenu | moves.Roadmap:
    """The next stage of a roadmap, given the heads chosen so far and at last the reserve; or the roadmap, when it is whole.

    ``chosen`` holds head ids, then `done` (or a third head), then the minutes.
    """
    legal = [move for move in round.legal if isinstance(move, moves.Roadmap)]
    heads = tuple(part for part in chosen if part in round.case.head)
    rest = [part for part in chosen if part not in round.case.head]
    longest = max(len(move.heads) for move in legal)
    shortest = min(len(move.heads) for move in legal)
    settled = len(heads) == longest or "done" in rest
    if not settled:
        following = {
            move.heads[len(heads)]
            for move in legal
            if move.heads[: len(heads)] == heads and len(move.heads) > len(heads)
        }
        options = [Option(head.title, head.id) for head in round.case.heads if head.id in following]
        if len(heads) >= shortest:
            options.append(Option("No more heads", "done"))
        which = ("first", "second", "third")[len(heads)]
        return NumberedMenu(f"Your roadmap: which head {which}?", tuple(options))
    reserves = sorted({move.reserve for move in legal if move.heads == heads})
    minutes = [part for part in rest if part != "done"]
    if minutes or len(reserves) == 1:
        return moves.Roadmap(heads, int(minutes[0]) if minutes else reserves[0])
    options = [Option(plural(reserve, "minute") if reserve else "None", str(reserve)) for reserve in reserves]
    return NumberedMenu(f"How long will you keep for {reply_name(round, round.speaker)}?", tuple(options))
