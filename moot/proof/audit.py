"""What a model must satisfy for its certificate: looked at after the search, state by state, never taken for granted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moot.proof.fast.survey import Survey
from moot.proof.fast.turns import Turn, Witness
from moot.proof.reference.compile import SAME_TURN, Model
from moot.proof.reference.explore import Reach
from moot.round.control_state import Place, Step
from moot.round.moves import Move
from moot.round.moves import Turn as Turning
from moot.round.phases import Phase
from moot.round.rules import Rules

__all__ = ["Failure", "audit", "doubts"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something wrong at a state: the code, in words, and the place (by number) with a clock."""

    code: str
    message: str
    place: int
    clock: int


def audit(model: Model, reach: Reach) -> list[Failure]:
    """Look at every place that comes up.

    Three things together make every line finite and end in a ruling: each move leads forward in one fixed order; a place
    without a move is a decided one; a decided one has no move. The clock is tried on the rules themselves at the
    lowest clock of each place, where it would go under first.
    """
    found: list[Failure] = []
    tried: set[tuple[int, int, int, int, bool]] = set()
    for n, edges in enumerate(model.edges):
        if not reach.clocks[n]:
            continue
        least = reach.lowest(n)
        decided = model.places[n].phase is Phase.DECIDED
        if not edges and not decided:
            found.append(Failure("M502", "a state without a legal move, and the case is not decided", n, least))
        if edges and decided:
            found.append(Failure("M503", "the case is decided, and a move is still legal", n, least))
        for number, edge in enumerate(edges):
            if edge.then <= n or (edge.timed and edge.red <= n):
                found.append(Failure("M501", "a move leads back to where the line has been", n, least))
            key = least, edge.spends, edge.then_opens, edge.red_opens, edge.timed
            if key not in tried:
                tried.add(key)
                if not _clock_kept(model, n, number, least):
                    found.append(Failure("M504", "a move leaves a clock that is not what it should be", n, least))
    return found


def _clock_kept(model: Model, n: int, number: int, clock: int) -> bool:
    """Whether the rules and the model agree on the place and the clock after a move, and it is not below nought."""
    edge = model.edges[n][number]
    step = model.steps(model.places[n])[number]
    place, left, red = model.rules.after(model.places[n], clock, step)
    if left < 0 or step.cost < 0 or step.keeps < 0:
        return False
    mine_red = edge.timed and clock <= edge.spends
    target, opens = (edge.red, edge.red_opens) if mine_red else (edge.then, edge.then_opens)
    mine = opens if opens != SAME_TURN else 0 if mine_red else clock - (edge.spends if edge.timed else 0)
    return place == model.places[target] and left == mine and red is mine_red


def doubts(found: Survey, rules: Rules, barred: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The same of a survey, each as code and words. Where there is one, the case is gone over again place by place.

    Everything that comes up under a head is looked at in the state with the lowest clock of all, where the clock would go
    under first. The steps are those that the round itself offers in that place.
    """
    if rules.steps(Place(Phase.DECIDED)):
        yield "M503", "the case is decided, and a move is still legal"
    for place in found.openings:
        if rules.opening_clock(place) and not _at_lectern(rules, place):
            yield from _moved(rules, place, rules.opening_clock(place), rules.steps(place))
    for turn, reserve in {id(turn): (turn, reserve) for turn, reserve in found.turns}.values():
        ranks: dict[int, dict[int, int]] = {}
        for witness in turn.witnesses.values():
            sheet = witness.sheet
            rank = ranks.get(id(sheet))
            if rank is None:
                rank = ranks[id(sheet)] = {node: at for at, node in enumerate(sheet.order)}
            place = turn.place(witness, reserve)
            steps = rules.steps(place)
            if barred and place.menu:
                steps = tuple(step for step in steps if not _asks(step.move, barred))
            yield from _moved(rules, place, witness.clock, steps)
            yield from _stamped(turn, witness, place, steps, rank)


def _at_lectern(rules: Rules, place: Place) -> bool:
    return rules.submission(place.phase) is place.phase


def _asks(move: Move, barred: frozenset[str]) -> bool:
    return getattr(move, "question", None) in barred


def _moved(rules: Rules, place: Place, clock: int, steps: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
    """Whether the clock is what it should be after each move."""
    if not steps:
        yield "M502", "a state without a legal move, and the case is not decided"
    here = rules.turn(place)
    for step in steps:
        there, left, red = rules.after(place, clock, step)
        gone = step.cost > 0 and clock <= step.cost + step.keeps
        should = step.red if gone else step.then
        if rules.turn(should) != here:
            ticks = rules.opening_clock(should)
        else:
            ticks = 0 if gone else clock - step.cost - step.keeps
        if left < 0 or step.cost < 0 or step.keeps < 0 or red is not gone or left != ticks or there != should:
            yield "M504", "a move leaves a clock that is not what it should be"


def _stamped(
    turn: Turn, witness: Witness, place: Place, steps: tuple[Step, ...], rank: dict[int, int]
) -> Iterator[tuple[str, str]]:
    """Whether the steps of a place are those of its node on the sheet, and each leads forward.

    Under the head: to a later node of the sheet in the same lane. Turning: to a head with fewer left. Otherwise to a later
    turn.
    """
    sheet, lane, rules = witness.sheet, witness.lane, turn.sheets.rules
    here = sheet.moves[witness.node]
    within: list[tuple[int, int]] = []
    here_turn = rules.turn(place)
    for step in steps:
        if isinstance(step.move, Turning):
            if len(step.then.left) >= len(place.left) or step.then is not step.red:
                yield "M501", "turning to another head leads back"
            continue
        if rules.turn(step.then) != here_turn:
            if rules.later(step.then, place) and step.then is step.red and not step.cost:
                continue
            yield "M501", "a turn leads back to where the line has been"
            continue
        there, node, beside = turn.sheets.at(step.then)
        number = sheet.number(node) if there is sheet and beside == lane else None
        if number is None or rank[number] <= rank[witness.node]:
            yield "M501", "a move leads back to where the line has been"
            continue
        within.append((number, step.cost))
        if step.cost and step.red != step.then and not rules.later(step.red, place):
            yield "M504", "the red light ends no turn"
    told = [(to, 0) for to, ways in here.free for _ in range(ways)]
    told += [(to, cost) for to, cost, ways in (*here.timed, *here.goes_on) for _ in range(ways)]
    if sorted(within) != sorted(told):
        yield "M501", "the moves of a place are not those of its sheet"
