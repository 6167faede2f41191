"""Every state that the rules reach on made cases, every move from it, what it costs and where it leads, as it was.

The proof walks the same rules, so it cannot see that they have changed; here a change shows as another digest.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from moot.case import NOTHING_HEARD, Case, Concession, ConcessionKind, Guard, Manner, Side
from moot.case.formats import Format, Segment
from moot.round.control_state import ControlState, Transition
from moot.round.formats import one_speaker
from moot.round.position import heard_after
from moot.round.rules import Rules, rules_for
from moot.round.text.position import write_position
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
ONE = one_speaker("one", "One speaker", 40, (0, 2))
PACED = one_speaker("paced", "In brief", 20, (0, 1), pace=3)
TWO = Format(
    "two",
    "Two speakers",
    (
        Segment("petitioner", PETITIONER, 30, 1, protected=4),
        Segment("petitioner-2", PETITIONER, 20, 2, reserves=(0, 1, 3)),
        Segment("respondent", RESPONDENT, 30, 1, reserves=(0, 2)),
        Segment("respondent-2", RESPONDENT, 20, 2),
        Segment("rebuttal", PETITIONER, 0, 1, replies=True),
        Segment("surrebuttal", RESPONDENT, 2, 2, replies=True),
    ),
)


def guard(text: str) -> Guard:
    """`p1`: it was said; `-p1`: it was not."""
    return Guard(text.removeprefix("-"), wanted=not text.startswith("-"))


def when(*texts: str) -> tuple[Guard, ...]:
    return tuple(map(guard, texts))


def guarded() -> Case:
    """One head a side argues, with everything that a later rule reads: guards, concessions, what is taken back, replies."""
    law, fact = (Concession(kind, "it", ("p2",)) for kind in (ConcessionKind.LAW, ConcessionKind.FACT))
    last = small.question("f2", small.answer("f2.a", retracts=("f1.a",)), small.answer("f2.b", when=when("f1.a")))
    next = small.question(
        "f1", small.answer("f1.a", concedes=law, follow_ups=(last,)), small.answer("f1.b", Manner.EVADE)
    )
    first = small.question("q1", small.answer("q1.a", follow_ups=(next,)), small.answer("q1.b", when=when("-p2")))
    return small.case(
        small.point("p1", head="pa", questions=(first, small.question("q2", when=when("q1.b")))),
        small.point("p2", head="pa", when=when("-q1.b")),
        small.point("p3", head="pb", questions=(small.question("q4", small.answer("q4.a", concedes=replace(fact, gives_up=("r1",)))),)),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        small.point("r2", RESPONDENT, "ra", "merits.no", when=when("p1")),
        small.point("b1", replies_to=("ra",), when=when("-r1")),
        small.point("b2", replies_to=("r2",), when=when("-p3"), questions=(small.question("q5", small.answer("q5.a")),)),
    )  # fmt: skip


def divided() -> Case:
    """Heads of two speakers, one given to the second; a side of one head; replies of both sides."""
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1", small.answer("q1.a")),)),
        small.point("p2", head="pb"),
        small.point("p3", head="pc"),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        small.point("b1", replies_to=("ra",)),
        small.point("s1", RESPONDENT, None, "merits.no", replies_to=("p3", "b1")),
    )
    return replace(case, heads=tuple(replace(head, speaker=2 * (head.id == "pa")) for head in case.heads))


def long() -> Case:
    """A point with three questions, which is said in three stretches, and times by the words."""
    questions = tuple(small.question(f"q{n}", small.answer(f"q{n}.a", ticks=n)) for n in (1, 2, 3))
    return small.case(
        small.point("p1", head="pa", questions=questions, ticks=8),
        small.point("p2", head="pa", questions=(small.question("q4", small.answer("q4.a")), small.question("q5", stock="rule"))),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
        costs=small.Costs(roadmap=4, ask=3),
    )  # fmt: skip


MADE: dict[str, tuple[Case, Format]] = {
    "guarded, one speaker": (guarded(), ONE),
    "guarded, in brief": (guarded(), PACED),
    "divided, one speaker": (divided(), ONE),
    "divided, two speakers": (divided(), TWO),
    "long points": (long(), ONE),
}


def states(rules: Rules) -> Iterator[tuple[ControlState, tuple[Transition, ...]]]:
    """Every state that can be reached, whatever the clock, with its moves."""
    seen, waiting = {rules.start}, deque([rules.start])
    while waiting:
        state = waiting.popleft()
        found = rules.transitions(state)
        yield state, found
        for each in found:
            for target in (each.next, each.on_expiry):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)


def told(rules: Rules, state: ControlState, moves: tuple[Transition, ...]) -> str:
    """A state, its times, and its moves, in one text."""

    def text(where: ControlState) -> str:
        return write_position(where, 0, NOTHING_HEARD)

    times = rules.opening_clock(state), rules.allowed_ticks(state), rules.kept_for_reply(state)
    lines = [f"{text(state)} {times} {rules.side(state)} {rules.roadmap_due(state)}"]
    for each in moves:
        heard = f"{each.half}/{each.full}/{each.full_on_expiry}/{each.reserves}"
        lines.append(f"  {each.move} {each.cost} {heard} -> {text(each.next)} | {text(each.on_expiry)}")
        for clock in (0, 1, each.cost, each.cost + each.reserves, each.cost + each.reserves + 1, 40):
            for ticks in (None, each.cost + 2):
                target, left, expired = rules.after(state, clock, each, ticks)
                lines.append(f"    {clock} {ticks} {left} {expired} {target is each.next}")
        lines += [f"    {heard_after(rules.case, NOTHING_HEARD, each, expired)}" for expired in (False, True)]
    return "\n".join(lines)


def digest(name: str) -> str:
    rules = rules_for(*MADE[name])
    found = hashlib.blake2b(digest_size=8)
    many = moves = 0
    for state, there in states(rules):
        many, moves = many + 1, moves + len(there)
        found.update(told(rules, state, there).encode())
        assert [each.move for each in there] == list(rules.moves_at(state))
        assert all(rules.transition(state, each.move) == each for each in there)
    roadmaps = "; ".join(str(each) for each in rules.every_roadmap())
    return f"{name}: {many} states, {moves} moves, at most {rules.max_cost} ticks, {found.hexdigest()} | {roadmaps}"


GOLDEN = Path(__file__).with_name("rules.txt")


def write() -> None:
    """Write the golden text again."""
    GOLDEN.write_text("".join(f"{digest(name)}\n" for name in MADE), encoding="utf-8")


def held() -> list[str]:
    """If a line differs and the change is meant: `python scripts/goldens.py`, and read what `told` says of a state."""
    return GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", [name for name in MADE if "guarded" in name])
def test_the_rules_of_what_is_guarded_reach_the_states_they_reached(name: str) -> None:
    assert digest(name) in held()


@pytest.mark.parametrize("name", [name for name in MADE if "guarded" not in name])
def test_the_rules_reach_the_states_they_reached_by_the_same_moves(name: str) -> None:
    assert digest(name) in held()
