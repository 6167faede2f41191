"""What a coach asks for in `must`: proved, refuted with a line, or left undecided; never sampled and called proved."""

from __future__ import annotations

import dataclasses

from hypothesis import HealthCheck, assume, given, settings

import moot
from moot.case import Manner, PositionRef, Side
from moot.case.fingerprint import structure_hash
from moot.case.must import CanWin, NeverCarries, Reaches
from moot.files.case.read import read_case_text
from moot.files.folders import list_cases
from moot.proof.dead import reachable_in
from moot.proof.reference.compile import allowed_transitions, compile_model
from moot.proof.reference.explore import explore, upper_bounds
from moot.round.position import advance, initial
from moot.round.rules import rules_for
from moot.study.must import answer_properties
from moot.study.must import votes as counting
from moot.study.must.reaching import RulesWithout, reached
from moot.study.outcomes import played
from moot.testing import benches, cases, formats

SMALL = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def ask(case, bench, *properties, form=None):
    return answer_properties(dataclasses.replace(case, must=properties), bench, form)


def every_heard(rules, successors, most=20_000):
    """What has been heard at the end of every line, walked one position at a time."""
    seen, waiting, found = set(), [initial(rules)], set()
    while waiting:
        position = waiting.pop()
        if position in seen:
            continue
        seen.add(position)
        assume(len(seen) < most)
        if position.decided:
            found.add(position.heard)
        waiting += [advance(rules, position, each) for each in successors(position.state)]
    return found


@SMALL
@given(cases(heads=1, points=2, questions=1, replies=0), formats(longest=6), benches(3))
def test_every_answer_agrees_with_every_line_played(case, form, bench):
    rules = rules_for(case, form)
    ends = every_heard(rules, allowed_transitions(rules, case, bench))
    wishes = [CanWin(side, votes) for side in Side for votes in range(1, len(bench.judges) + 2)]
    wishes += [
        NeverCarries(answer.id, PositionRef(issue.id, position.id))
        for answer in case.answers.values()
        if answer.concedes or answer.retracts
        for issue in case.issues
        for position in issue.positions
    ]
    for found in ask(case, bench, *wishes, form=form):
        wish = found.property
        shown = any(counting.holds_at(case, bench, wish, heard)[0] for heard in ends)
        if isinstance(wish, CanWin):
            assert found.verdict == ("PROVED" if shown else "REFUTED"), found
        else:
            assert found.verdict == ("REFUTED" if shown else "PROVED"), found
        if found.line and shown:
            assert counting.holds_at(case, bench, wish, played(rules, found.line).heard)[0]


@SMALL
@given(cases(heads=2, points=1, questions=2, replies=1), formats(longest=8), benches(2))
def test_questions_without_a_manner_agree_with_the_plain_exploration(case, form, bench):
    rules = RulesWithout(case, form, (Manner.EVADE, Manner.DIRECT))
    model = compile_model(rules, allowed_transitions(rules, case, bench))
    plain = reachable_in(model, explore(model, upper_bounds(model)[1]))
    assert reached(rules, bench) == plain


def test_a_case_too_large_to_play_out_is_undecided_and_not_called_proved():
    case = moot.load_case("washington-v-glucksberg")
    wish = NeverCarries("q-repealed.b", PositionRef("fundamental", "undecided"))
    (found,) = ask(case, moot.load_bench(case.bench), wish)
    assert found.verdict == "UNDECIDED"
    assert "no line that was tried" in found.reason


def test_more_votes_than_judges_is_refuted_by_the_bounds():
    case = moot.load_case("first-argument")
    won, refuted = ask(case, moot.load_bench(case.bench), CanWin(Side.PETITIONER, 3), CanWin(Side.PETITIONER, 4))
    assert (won.verdict, refuted.verdict) == ("PROVED", "REFUTED")
    assert "the bounds" in refuted.reason
    assert refuted.shows.startswith("3 votes for petitioner")


def test_a_question_that_only_an_evasion_opens_is_refuted_with_a_line_to_it():
    case = moot.load_case("sacramento-v-lewis")
    opened = next(
        each.id
        for question in case.questions.values()
        for answer in question.answers
        if answer.manner is Manner.EVADE
        for each in answer.follow_ups
        if each.stock
    )
    (found,) = ask(case, moot.load_bench(case.bench), Reaches((Manner.EVADE,), (opened,)))
    assert found.verdict == "REFUTED"
    assert str(found.line[-1]) == f"ask {opened}"
    assert played(rules_for(case), found.line).state.pending == opened


def test_every_question_means_those_of_the_file():
    """The engine's own follow-ups answer an evasion, so no case could reach them all without one."""
    case = moot.load_case("first-argument")
    (found,) = ask(case, moot.load_bench(case.bench), Reaches((Manner.EVADE,)))
    assert found.verdict == "PROVED"
    assert str(sum(not each.stock for each in case.questions.values())) in found.reason


def _read(must: str):
    before, _, rest = list_cases()["first-argument"].read_text().partition("\nmust:\n")
    asked = rest[: rest.index("\n\n")]
    return read_case_text(f"{before}\nmust:\n{must}{rest.removeprefix(asked)}", "first-argument.yaml")


def test_must_is_read_and_an_unknown_name_is_told_with_the_nearest():
    case, found = _read("- can_win: {side: petitioner, votes: 2}\n- reaches: {without: [evade]}\n")
    assert case.must == (CanWin(Side.PETITIONER, 2), Reaches((Manner.EVADE,)))
    assert found == []
    case, found = _read("- never_carries: {conceding: q-flod.a, position: power.by-notis}\n")
    assert case is None
    assert [problem.code for problem in found] == ["M206", "M204"]
    assert "q-flood.a" in found[0].help


def test_what_must_be_is_no_structure_so_records_still_fit():
    plain, asking = moot.load_case("first-argument"), _read("- can_win: {side: petitioner, votes: 3}\n")[0]
    assert structure_hash(plain) == structure_hash(asking)
