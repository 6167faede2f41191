"""The machine of phases and the table compiled from it say the same, always."""

from __future__ import annotations

import ast
import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.errors import PhaseError
from moot.round.formats import FORMATS
from moot.round.turns.machine import compiled, fire, next_phase, triggers
from moot.round.turns.phases import Phase, Trigger, course_of

FORM = FORMATS["quick"]


class Model:
    """Anything with a state."""

    def __init__(self, state: str) -> None:
        self.state = state


@given(st.sampled_from(course_of(FORM).phases), st.lists(st.sampled_from(list(Trigger)), max_size=30))
def test_machine_and_table_reach_the_same_phase_and_refuse_the_same_triggers(start, triggers) -> None:
    model, phase = Model(start.value), start
    for trigger in triggers:
        try:
            fired: Phase | None = fire(model, trigger, FORM)
        except PhaseError:
            fired = None
        try:
            looked_up: Phase | None = next_phase(phase, trigger, FORM)
        except PhaseError:
            looked_up = None
        assert fired == looked_up
        phase = looked_up or phase
        assert model.state == phase.value


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_the_table_holds_the_data_and_nothing_else(form) -> None:
    """No automatic transition crept in: nobody can jump to a phase."""
    assert {(step.source, step.trigger): step.dest for step in course_of(form).transitions} == dict(compiled(form))


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_every_phase_can_be_reached_and_only_decided_ends(form) -> None:
    table = compiled(form)
    seen, waiting = {Phase.CALLED}, [Phase.CALLED]
    while waiting:
        here = waiting.pop()
        for (source, _), dest in table.items():
            if source is here and dest not in seen:
                seen.add(dest)
                waiting.append(dest)
    assert seen == set(course_of(form).phases)
    assert {phase for phase in seen if not any(source is phase for source, _ in table)} == {Phase.DECIDED}


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
    model = Told(Phase("petitioner submission").value)
    fire(model, Trigger.SIT, FORM)
    assert model.heard == [
        ("left", Phase("petitioner submission"), Trigger.SIT),
        ("entered", Phase("respondent roadmap"), Trigger.SIT),
    ]


def test_a_refused_trigger_tells_nothing() -> None:
    model = Told(Phase("petitioner roadmap").value)
    with pytest.raises(PhaseError):
        fire(model, Trigger.ASK, FORM)
    assert model.heard == []


@settings(deadline=None)
@given(st.data())
def test_the_triggers_of_a_move_lead_through_the_machine_to_where_the_rules_lead(data) -> None:
    """The stateful test: a whole random argument, move by move, through the real machine and through the rules."""
    case, bench = moot.load_case("first-argument"), moot.load_bench("three")
    round = moot.Round(
        case, bench, seed=data.draw(st.integers(0, 99)), format=data.draw(st.sampled_from(["quick", "amca", "jessup"]))
    )
    model = Model(round.position.phase.value)
    while round.turn is not None:
        before = round.position.phase
        move = data.draw(st.sampled_from(list(round.legal)))
        round.push(move)
        for trigger in triggers(before, move.trigger, round.position.phase, round.format):
            fire(model, trigger, round.format)
        assert model.state == round.position.phase.value


def test_an_unknown_state_is_refused_and_not_created() -> None:
    with pytest.raises(PhaseError):
        fire(Model("lunch"), Trigger.SIT, FORM)


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


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_turn_numbers_come_from_the_segments(form) -> None:
    """They were written out in the liveness of flags, in the checks of guards, and beside two maps of phases to turns."""
    course = course_of(form)
    assert tuple(turn.segment for turn in course.turns) == form.segments
    assert [turn.number for turn in course.turns] == list(range(len(form.segments)))
    assert {course.turn_of[phase] for phase in course.turn_of} == set(course.turns)
    assert all(phase.segment == turn.segment.id for phase, turn in course.turn_of.items())


def test_a_phase_is_one_value_however_it_comes_about() -> None:
    phase = Phase("second-speaker question")
    assert pickle.loads(pickle.dumps(phase)) is phase is copy.deepcopy(phase) is Phase("second-speaker question")
    assert eval(repr(phase)) is phase
    for wrong in ("lunch", "petitioner lunch", " roadmap", "x" * 50 + " roadmap"):
        with pytest.raises(ValueError, match="is no phase"):
            Phase(wrong)
