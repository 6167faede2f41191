"""The fast proof comes to the same as the reference explorer, which visits state by state."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.audit import audit_survey
from moot.proof.fast.bitpacked import pack, repeat, unpack
from moot.proof.fast.semirings import LineCounts, LineLengths, Reachability, window
from moot.proof.fast.survey import survey
from moot.proof.prove import prove_rules
from moot.proof.reference.compile import allowed_transitions, barred_questions, compile_model
from moot.proof.reference.explore import explore, upper_bounds
from moot.proof.reference.paths import count_lines
from moot.round import moves
from moot.round.control_state import Transition, join
from moot.round.formats import get_format, one_speaker
from moot.round.rules import Rules
from moot.round.turns.phases import Phase
from moot.testing import benches, cases, formats
from tests import support

LONG = ("sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne")
"""The cases whose plain proof takes longest; CI compares them."""

SLOW = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def agree(case, form, bench=None):
    rules, barred = Rules(case, form), barred_questions(case, bench)
    found = survey(rules, barred)
    assert list(audit_survey(found, rules, barred)) == []
    model = compile_model(rules, allowed_transitions(rules, case, bench))
    bound, longest = upper_bounds(model)
    reach = explore(model, longest)
    lines = count_lines(model, reach.slots, bound, reach.longest)
    assert found.control_states == sum(1 for clocks in reach.clocks if clocks)
    assert (found.states, found.moves) == (reach.states, reach.moves)
    assert (found.lines.count, found.lines.total) == (lines.count, lines.total)
    assert (found.lines.shortest, found.lines.longest) == (reach.shortest, reach.longest)
    at_lectern = {
        state
        for state, clocks in zip(model.states, reach.clocks, strict=True)
        if clocks and state.phase is not Phase.DECIDED and not state.phase.value.endswith("roadmap")
    }
    assert set(found.local_states) == {rules.split(state)[0] for state in at_lectern}


@settings(SLOW, max_examples=40)
@given(cases(), formats(longest=30))
def test_small_cases(case, form):
    agree(case, form)


@pytest.mark.slow
@SLOW
@given(cases(heads=3, points=2, questions=2, replies=2), formats(longest=16), benches(2))
def test_small_cases_narrowed_to_a_bench(case, form, bench):
    agree(case, form, bench)


@pytest.mark.slow
@SLOW
@given(cases(), st.integers(1, 40), st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True))
def test_any_clock_and_reserves(case, ticks, reserves):
    """Also where the reserve leaves no time, and where a move costs more than the whole turn."""
    agree(case, one_speaker("any", "Any", ticks, tuple(reserves)))


@pytest.mark.parametrize(
    "id",
    [pytest.param(id, marks=pytest.mark.slow if id in LONG else []) for id in sorted(list_cases())],
)
def test_shipped_cases(id):
    agree(moot.load_case(id), get_format("quick"))


def test_a_shipped_case_at_the_full_clock_with_many_reserves():
    case = moot.load_case("first-argument")
    agree(case, get_format("scotus-1997"))
    agree(case, one_speaker("eight", "Eight reserves", 240, tuple(range(8))))


@settings(SLOW, max_examples=40)
@given(cases(), formats(longest=30))
def test_a_control_state_is_its_two_parts(case, form):
    """And what may be done there depends on the first, whatever the second."""
    rules = Rules(case, form)
    by_part: dict = {}
    for state in compile_model(rules).states:
        if state.phase is Phase.DECIDED or state.phase.value.endswith("roadmap"):
            continue
        local, outer = rules.split(state)
        assert join(local, outer) == state
        assert outer.flags <= rules.live_later(state.phase, state.reserve, state.left)
        found = [
            (each.move, each.cost, each.half, each.full, each.full_on_expiry)
            for each in rules.transitions(state)
            if not isinstance(each.move, moves.Turn)
        ]
        assert by_part.setdefault(local, found) == found


# -- the arithmetic --------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 99), min_size=1, max_size=12), st.integers(1, 14))
def test_a_window_is_every_opening_at_which_time_runs_out(values, spends):
    counts = LineCounts(10_000, 9)
    clocks = Reachability()
    packed = sum(value << at * counts.width for at, value in enumerate(values))
    bits = sum(bool(value) << at for at, value in enumerate(values))
    slots = len(values) + spends + 1
    sums, seen = [0] * slots, [0] * slots
    for at, value in enumerate(values):
        for opening in range(at + 1, at + spends + 1):
            sums[opening] += value
            seen[opening] |= bool(value)
    assert window(counts.for_slots(slots), packed, spends, counts.width) == sum(
        value << at * counts.width for at, value in enumerate(sums)
    )
    assert window(clocks, bits, spends, 1) == sum(value << at for at, value in enumerate(seen))


@given(st.integers(0, 255), st.integers(1, 9))
def test_repeat_and_pack(value, count):
    assert repeat(value, 11, count) == sum(value << 11 * at for at in range(count))
    packed = pack(dict.fromkeys(range(0, count, 2), value), 3, count)
    assert unpack(packed, 3, count) == [value if at % 2 == 0 else 0 for at in range(count)]


@given(st.integers(0, 20))
def test_a_line_of_so_many_moves(length):
    lengths, counts = LineLengths(20), LineCounts(1, 20)
    assert lengths.read(lengths.line(length)) == (length, length)
    assert counts.read(counts.line(length)) == (1, length)


# -- faults in the rules of the engine's own kind --------------------------------------------------------------------------


class NoPass(Rules):
    """The bench may not pass once it has asked: a state without a move."""

    def _compute_local_moves(self, local):
        return [
            step
            for step in super()._compute_local_moves(local)
            if not (local.cut and isinstance(step.move, moves.Pass))
        ]


class AskAgain(Rules):
    """An answer leaves the question to be asked again."""

    def _compute_local_moves(self, local):
        for step in super()._compute_local_moves(local):
            if isinstance(step.move, moves.GiveAnswer):
                yield step._replace(next=step.next._replace(menu=(step.move.answer.partition(".")[0],)))
            else:
                yield step


class PaidToSpeak(Rules):
    """A point gives time."""

    def _compute_local_moves(self, local):
        for step in super()._compute_local_moves(local):
            yield step._replace(cost=-1) if isinstance(step.move, moves.Plead) else step


class NoEnd(Rules):
    """Sitting down in the first turn begins it again."""

    def _after_turn(self, phase, trigger, reserve, flags):
        found = super()._after_turn(phase, trigger, reserve, flags)
        return self.start if found.phase is Phase("respondent roadmap") else found


class NoFloor(Rules):
    """The clock runs on below zero."""

    def after(self, state, clock, step, ticks=None):
        there, left, expired = super().after(state, clock, step, ticks)
        return there, clock - step.cost if expired and clock < step.cost else left, expired


class LostLight(Rules):
    """The red light is never shown."""

    def after(self, state, clock, step, ticks=None):
        there, left, expired = super().after(state, clock, step, ticks)
        return (step.next if expired else there), left, expired


class OnAppeal(Rules):
    """The ruling can be appealed."""

    def _compute_transitions(self, state):
        found = list(super()._compute_transitions(state))
        if state.phase is Phase.DECIDED and not state.reserve:
            on_appeal = state._replace(reserve=1)
            found.append(Transition(moves.Sit(), 0, on_appeal, on_appeal))
        return found


class OtherSteps(Rules):
    """What is offered in a state is not what was computed for its head: one answer is never there."""

    def _compute_transitions(self, state):
        return [step for step in super()._compute_transitions(state) if str(step.move) != "answer q1.b"]


BROKEN = {
    NoPass: "M502",
    AskAgain: "M501",
    PaidToSpeak: "M504",
    NoEnd: "M501",
    NoFloor: "M504",
    LostLight: "M504",
    OnAppeal: "M503",
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_fault_in_the_rules_is_caught(broken):
    case = support.case()
    certificate = prove_rules(broken(case, one_speaker("short", "Short", 7, (0,))), barred=frozenset())
    assert certificate.verdict == "FAILED"
    assert BROKEN[broken] in {problem.code for problem in certificate.problems}


def test_steps_that_are_not_those_of_the_head_are_noticed():
    case = support.case(
        support.point("p1", support.PETITIONER, "pa", questions=(support.question("q1"),)),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
    )
    rules = OtherSteps(case, one_speaker("short", "Short", 12, (0,)))
    assert list(audit_survey(survey(rules), rules, frozenset()))
    assert not prove_rules(rules, barred=frozenset())


def test_prove_uses_it_and_says_the_same():
    case = moot.load_case("first-argument")
    rules = Rules(case, get_format("quick"))
    fast, plain = prove(case, format="quick", dead=False), prove_rules(rules, rules.transitions)
    told = [certificate.to_dict() for certificate in (fast, plain)]
    for each in told:
        for key in ("seconds", "case", "format"):
            each.pop(key, None)
    assert told[0] == told[1]
