"""The machine of phases and the table compiled from it say the same, always."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moot
from moot.errors import PhaseError
from moot.round.machine import compiled, fire, next_phase, triggers
from moot.round.phases import TRANSITIONS, Phase, Trigger


class Model:
    """Anything with a state."""

    def __init__(self, state: str) -> None:
        self.state = state


@given(st.sampled_from(list(Phase)), st.lists(st.sampled_from(list(Trigger)), max_size=30))
def test_machine_and_table_reach_the_same_phase_and_refuse_the_same_triggers(start, triggers) -> None:
    model, phase = Model(start.value), start
    for trigger in triggers:
        try:
            fired: Phase | None = fire(model, trigger)
        except PhaseError:
            fired = None
        try:
            looked_up: Phase | None = next_phase(phase, trigger)
        except PhaseError:
            looked_up = None
        assert fired == looked_up
        phase = looked_up or phase
        assert model.state == phase.value


def test_the_table_holds_the_data_and_nothing_else() -> None:
    """No automatic transition crept in: nobody can jump to a phase."""
    assert {(step.source, step.trigger): step.dest for step in TRANSITIONS} == dict(compiled())


def test_every_phase_can_be_reached_and_only_decided_ends() -> None:
    table = compiled()
    seen, waiting = {Phase.CALLED}, [Phase.CALLED]
    while waiting:
        here = waiting.pop()
        for (source, _), dest in table.items():
            if source is here and dest not in seen:
                seen.add(dest)
                waiting.append(dest)
    assert seen == set(Phase)
    assert {phase for phase in Phase if not any(source is phase for source, _ in table)} == {Phase.DECIDED}


class Told(Model):
    """Writes down what the machine tells it."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.heard: list[tuple[str, Phase, Trigger]] = []

    def left(self, phase: Phase, trigger: Trigger) -> None:
        self.heard.append(("left", phase, trigger))

    def entered(self, phase: Phase, trigger: Trigger) -> None:
        self.heard.append(("entered", phase, trigger))


def test_a_model_is_told_of_every_state_it_leaves_and_enters() -> None:
    model = Told(Phase.PETITIONER_SUBMISSION.value)
    fire(model, Trigger.SIT)
    assert model.heard == [
        ("left", Phase.PETITIONER_SUBMISSION, Trigger.SIT),
        ("entered", Phase.RESPONDENT_ROADMAP, Trigger.SIT),
    ]


def test_a_refused_trigger_tells_nothing() -> None:
    model = Told(Phase.PETITIONER_ROADMAP.value)
    with pytest.raises(PhaseError):
        fire(model, Trigger.ASK)
    assert model.heard == []


@given(st.data())
def test_the_triggers_of_a_move_lead_through_the_machine_to_where_the_rules_lead(data) -> None:
    """The stateful test: a whole random argument, move by move, through the real machine and through the rules."""
    case, bench = moot.load_case("first-argument"), moot.load_bench("three")
    round = moot.Round(
        case, bench, seed=data.draw(st.integers(0, 99)), format=data.draw(st.sampled_from(["quick", "amca"]))
    )
    model = Model(round.position.phase.value)
    while round.turn is not None:
        before = round.position.phase
        move = data.draw(st.sampled_from(list(round.legal)))
        round.push(move)
        for trigger in triggers(before, move.trigger, round.position.phase):
            fire(model, trigger)
        assert model.state == round.position.phase.value


def test_an_unknown_state_is_refused_and_not_created() -> None:
    with pytest.raises(PhaseError):
        fire(Model("lunch"), Trigger.SIT)


def test_transitions_is_imported_in_one_file() -> None:
    importers = set()
    for path in Path(moot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.split(".")[0] == "transitions" for name in names):
                importers.add(path.name)
    assert importers == {"machine.py"}


def test_turn_numbers_come_from_the_table_of_turns() -> None:
    """They were written out in the liveness of flags, in the checks of guards, and beside two maps of phases to turns."""
    from moot.case.words import TURN_ORDER
    from moot.round.phases import TURN_NUMBER, TURN_OF, TURNS, turns_held
    from tests import support as small

    assert tuple(turn.name for turn in TURNS) == TURN_ORDER
    assert {TURNS[TURN_NUMBER[phase]] for phase in TURN_NUMBER} == set(TURNS)
    assert all(TURNS[TURN_NUMBER[phase]] is turn for phase, turn in TURN_OF.items())
    assert turns_held(reserved=False) < turns_held(reserved=True) == frozenset(range(len(TURNS)))
    for side, turn in ((small.PETITIONER, "petitioner"), (small.RESPONDENT, "respondent")):
        assert TURNS[small.point("p", side, "a").turn].name == turn
