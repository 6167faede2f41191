"""Hypotheticals with dials: what a rule gives, what a reply does, whom it moves, and what would have changed a vote."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import confer
from moot.bench.judging.credit import fit
from moot.bench.judging.reasoning import base_weight, reason
from moot.bench.supposing import rules_on, suppose, sways
from moot.case import (
    Attacking,
    Dial,
    Heard,
    Issue,
    Manner,
    PositionRef,
    Purpose,
    Reply,
    ReplyKind,
    ReplyOutcome,
    Rule,
    Scene,
    Side,
    turned,
    with_consequences,
)
from moot.case.problems import problems
from moot.files.folders import list_cases
from moot.opinion import line_up
from moot.testing import benches, cases, lines
from tests import support as small

LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")
SCENES = {id: question for id, question in LEWIS.questions.items() if question.scene is not None}
SETTLED = {id: question for id, question in SCENES.items() if not question.answers[0].consequence.open}
"""Scenes that the court decided; those it left open are tested in tests/case/test_undecided.py."""
REPLIES = [answer for question in SCENES.values() for answer in question.answers]

some_heard = st.builds(
    lambda full, answers: Heard(full=full, answers=answers),
    st.frozensets(st.sampled_from(sorted(LEWIS.point)), max_size=20),
    st.frozensets(st.sampled_from(sorted(LEWIS.answers)), max_size=20),
)


def rule_of(question) -> Rule:
    issue, position = question.scene.tests
    rule = LEWIS.issue[issue].position(position).rule
    assert rule is not None
    return rule


def test_lewis_turns_dials_in_at_least_eight_hypotheticals_and_meets_every_reply_and_outcome() -> None:
    assert len(SCENES) >= 8
    assert {answer.reply.kind for answer in REPLIES if answer.reply} == set(ReplyKind)
    assert {answer.consequence.outcome for answer in REPLIES} == set(ReplyOutcome)
    assert {dial for question in SCENES.values() for dial, _ in question.scene.turns} >= {
        "intent",
        "means",
        "time",
        "custody",
    }
    sides = {LEWIS.point_of[id].side for id in SCENES}
    assert len(sides) == 2


@pytest.mark.parametrize("id", sorted(SETTLED))
def test_consequences_follow_from_the_rule_by_hand(id: str) -> None:
    question = SCENES[id]
    rule = rule_of(question)
    here = {dial.id: dial.here for dial in LEWIS.dials}
    scene = here | dict(question.scene.turns)

    def gives(what: Rule, facts: dict[str, str]) -> bool:
        return any(all(facts[dial] in values for dial, values in way) for way in what.ways)

    for answer in question.answers:
        found, reply = answer.consequence, answer.reply
        assert found.met is gives(rule, scene)
        offense = dict(question.scene.if_met if found.met else question.scene.if_unmet)
        if reply is None:
            assert found.outcome is ReplyOutcome.UNANSWERED
        elif reply.kind is ReplyKind.ACCEPT:
            assert (found.outcome is ReplyOutcome.ACCEPTED) is (reply.says is found.met)
            assert answer.overclaims is (reply.says is not found.met)
        elif reply.kind is ReplyKind.DISTINGUISH:
            back = scene | {reply.dial: here[reply.dial]}
            matters = gives(rule, back) is not found.met
            assert found.outcome is (ReplyOutcome.DISTINGUISHED if matters else ReplyOutcome.NO_DIFFERENCE)
            assert found.halved is matters
        else:
            keeps = gives(reply.rule, here) is gives(rule, here)
            assert (found.outcome is ReplyOutcome.GIVEN_AWAY) is not keeps
            offense = dict(question.scene.offends(gives(reply.rule, scene))) if keeps else {}
        assert dict(found.offense) == offense
        assert (answer.argument is not None) is bool(offense)
        assert (answer.concedes is not None) is (found.outcome is ReplyOutcome.GIVEN_AWAY)


def settled_scenes():
    """Every scene of a shipped case that its court decided: the case and the question."""
    for id in list_cases():
        case = moot.load_case(id)
        for question in case.questions.values():
            if question.scene is not None and not question.answers[0].consequence.open:
                yield case, question


def test_an_accepted_result_undermines_the_rule_for_those_who_hold_what_it_offends_and_for_no_one_else() -> None:
    tried = 0
    for case, question in settled_scenes():
        for accepts in question.answers:
            found = accepts.consequence
            if found.outcome is not ReplyOutcome.ACCEPTED or len(found.offense) != 1:
                continue
            ((principle, gravely),) = found.offense
            attacked = {attack.target for attack in accepts.argument.attacks}
            assert attacked == {id for id, argument in case.arguments.items() if found.tests in argument.urges}
            assert {attack.kind for attack in accepts.argument.attacks} == {Attacking.UNDERMINE}
            weights = [
                reason(judge, case, Heard(answers=frozenset({accepts.id}))).weights.get(accepts.id, 0)
                for judge in NINE.judges
            ]
            assert weights == [2 * 2 * gravely // 2 * judge.held.get(principle, 0) for judge in NINE.judges]
            tried += any(weights) and not all(weights)
    assert tried


def test_a_distinction_that_holds_counts_half_and_one_that_does_not_counts_whole() -> None:
    tried = 0
    for case, question in settled_scenes():
        by_outcome = {answer.consequence.outcome: answer.id for answer in question.answers}
        distinguished = by_outcome.get(ReplyOutcome.DISTINGUISHED)
        accepted = by_outcome.get(ReplyOutcome.ACCEPTED)
        if distinguished is None or accepted is None:
            continue
        for judge in NINE.judges:
            half = reason(judge, case, Heard(answers=frozenset({distinguished}))).weights.get(distinguished, 0)
            whole = reason(judge, case, Heard(answers=frozenset({accepted}))).weights.get(accepted, 0)
            assert whole == 2 * half
            tried += bool(whole)
    assert tried


def test_losing_the_case_by_a_modification_withdraws_everything_said_for_the_rule() -> None:
    gives_away = next(a for a in REPLIES if a.consequence.outcome is ReplyOutcome.GIVEN_AWAY)
    round = moot.Round(LEWIS, NINE)
    for move in (
        "roadmap standard,conduct reserve 0", "sit", "roadmap indifference,chase reserve 0", "plead r-negligence",
        "pass", "ask q-guard-on-the-stair", f"answer {gives_away.id}",
    ):  # fmt: skip
        round.push(move)
    gone = round.position.heard.conceded
    assert gone == set(gives_away.consequence.concession.gives_up)
    assert {
        id
        for id, a in LEWIS.arguments.items()
        if ("culpability", "deliberate-indifference") in a.urges and a.side == "respondent"
    } == gone
    for judge in NINE.judges:
        assert not gone & reason(judge, LEWIS, round.position.heard).weights.keys()


def test_replies_are_worth_what_the_rule_makes_of_them_whatever_their_manner() -> None:
    for question in SCENES.values():
        for answer in question.answers:
            worth = answer.consequence.worth
            if worth is not None:
                assert fit(question, answer) == worth
                assert fit(question, replace(answer, manner="evade")) == worth
            else:
                assert answer.reply is None


def test_working_it_out_twice_changes_nothing() -> None:
    again = with_consequences(LEWIS.points, LEWIS.issues, LEWIS.dials)
    assert again == LEWIS.points


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_rule_turns_on_just_the_dials_that_can_change_its_result(data) -> None:
    case = data.draw(cases().filter(lambda case: case.dials))
    for issue in case.issues:
        for position in issue.positions:
            if position.rule is None:
                continue
            on = position.rule.turns_on(case.dial)
            assert on <= position.rule.reads
            every = [dict(zip(case.dial, values, strict=True)) for values in product(*(d.values for d in case.dials))]
            for dial in case.dials:
                can = any(
                    position.rule.met(facts) is not position.rule.met({**facts, dial.id: value})
                    for facts in every
                    for value in dial.values
                )
                assert can is (dial.id in on)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_dial_no_rule_on_the_walk_reads_never_changes_the_vote(data) -> None:
    case, bench = data.draw(cases().filter(lambda case: case.dials)), data.draw(benches(2))
    round = moot.Round(case, bench)
    for move in data.draw(lines(case, bench)):
        round.push(move)
    for judge in bench.judges:
        reasoning = reason(judge, case, round.position.heard)
        assert suppose(reasoning, ()).vote is reasoning.vote
        assert suppose(reasoning, ()).walk == reasoning.walk
        read = {dial for _, _, rule in rules_on(reasoning) for dial in rule.turns_on(case.dial)}
        for dial in case.dials:
            for value in dial.values:
                if dial.id not in read:
                    assert suppose(reasoning, ((dial.id, value),)).vote is reasoning.vote


@settings(max_examples=25, deadline=None)
@given(some_heard)
def test_in_lewis_a_dial_the_rule_does_not_turn_on_never_changes_the_vote_and_some_other_does(heard) -> None:
    for judge in NINE.judges:
        reasoning = reason(judge, LEWIS, heard)
        read = {dial for _, _, rule in rules_on(reasoning) for dial in rule.reads}
        assert {sway.dial for sway in sways(reasoning)} <= read
        for dial in ("victim", "offense", "manual", "custody"):
            assert dial not in read


def test_a_purpose_to_harm_would_have_changed_a_vote_that_turns_on_it() -> None:
    """A judge for whom the right is rooted and clear affirms once the deputy means to injure."""
    judge = replace(NINE.judge["souter"], holds=(), receptivity=dict.fromkeys(NINE.judge["souter"].receptivity, 3))
    reasoning = reason(
        judge, LEWIS, Heard(full=frozenset({"p-riot", "p-instinct", "r-text", "r-clear", "r-remedy", "p-shocks"}))
    )
    assert {step.position for step in reasoning.walk} >= {"purpose", "no-shock"}
    changed = {(sway.dial, sway.value): sway.vote for sway in sways(reasoning)}
    assert changed[("intent", "injure")].value == "affirmed"
    assert ("victim", "bystander") not in changed


@settings(max_examples=20, deadline=None)
@given(some_heard, st.sampled_from(["weather", "offense"]))
def test_changing_a_fact_no_rule_reads_changes_nothing_in_the_ruling(heard, dial) -> None:
    """The value here of a dial that no rule and no reply turns on is no part of anyone's reasons."""
    idle = moot.case.Dial("weather", "Did it rain?", "dry", ("dry", "wet"), ("it was dry", "it rained"))
    here = replace(LEWIS, dials=(*LEWIS.dials, idle))
    there = replace(LEWIS, dials=(*LEWIS.dials, replace(idle, here="wet")))
    one, other = confer(here, NINE, heard), confer(there, NINE, heard)
    assert line_up(one) == line_up(other)
    for judge in NINE.judges:
        assert one.reasonings[judge.id].totals == other.reasonings[judge.id].totals
        assert str(one.explain(judge.id)) == str(other.explain(judge.id))


@settings(max_examples=25, deadline=None)
@given(some_heard)
def test_every_offense_in_an_explanation_is_recomputable_by_hand(heard) -> None:
    ruling = confer(LEWIS, NINE, heard)
    for judge in NINE.judges:
        for finding in ruling.explain(judge.id).findings:
            for position in finding.positions:
                for lost in position.lost:
                    for offense in lost.offenses:
                        argument = LEWIS.arguments[offense.answer]
                        weight = sum(gravely * judge.held.get(name, 0) for name, gravely in argument.offends)
                        assert weight == base_weight(judge, argument)
                        assert offense.weight == weight * offense.heard
                        assert offense.heard == (1 if argument.halved else 2)
                        assert (
                            sum(held * gravely for _, held, gravely in offense.principles) * offense.heard
                            == offense.weight
                        )
                        assert str(offense).endswith(f"= {offense.weight}")


def test_a_scene_uses_the_dials_of_the_case_and_the_facts_here_are_those_of_the_record() -> None:
    assert turned(LEWIS.dial, ())["intent"] == "none"
    assert turned(LEWIS.dial, (("intent", "injure"),)) == turned(LEWIS.dial, ()) | {"intent": "injure"}
    issue: Issue = LEWIS.issue["culpability"]
    assert issue.result(True) != issue.result(False)


def test_modifying_a_rule_nobody_argues_until_it_loses_is_no_consequence_written_by_hand() -> None:
    """What is withdrawn may be nothing at all; the check once took that for a concession of the author's."""
    dial = Dial("d", "Which?", "x", ("x", "y", "z"), ("it was x", "it was y", "it was z"))
    loses = Reply(ReplyKind.MODIFY, rule=Rule(((("d", ("z",)),),)))
    answers = (
        small.answer("q.a", Manner.MODIFY, reply=loses),
        small.answer("q.b", Manner.EVADE),
    )
    scene = Scene(("merits", "no"), (("d", "y"),), (("notice", 1),))
    asked = small.question("q", *answers, purpose=Purpose.HYPOTHETICAL, scene=scene)
    case = small.case(
        small.point("p1", head="pa", questions=(asked,)), small.point("r1", Side.RESPONDENT, "ra", "merits.no")
    )
    merits = replace(
        small.MERITS,
        met="it holds",
        unmet="it does not",
        positions=(
            small.MERITS.positions[0],
            replace(small.MERITS.positions[1], rule=Rule(((("d", ("x",)),),))),
        ),
    )
    case = replace(case, dials=(dial,), issues=(merits,), points=with_consequences(case.points, (merits,), (dial,)))
    conceded = case.answers["q.a"].concedes
    assert conceded is not None
    assert conceded.gives_up == ()
    assert PositionRef("merits", "no") == case.answers["q.a"].consequence.tests
    assert "M433" not in [problem.code for problem in problems(case)]
