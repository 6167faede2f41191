"""What is worked out quickly is what the plain words say: slow references, written from the design and read in one go."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import THRESHOLD, Join, JudgmentBy, Role, confer
from moot.bench.credit import credits, fit
from moot.bench.reasoning import base_weight, before_the_court, grounded, reason
from moot.case import Attacking, Heard, OpinionKind, PositionRef, Side
from moot.round import moves
from moot.round.draw import Dice
from moot.round.position import heard_after
from moot.round.round import Round
from moot.score.ballot import ITEMS, ballot
from moot.score.marks import marks
from moot.testing import benches, cases, judges

CASES = [moot.load_case(id) for id in ("sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne")]
NINE = moot.load_bench("lewis-1998")
calm = settings(max_examples=40, deadline=None)


@st.composite
def hearings(draw):
    """A case, real or made by chance, and anything at all heard of it, some of it conceded or taken back."""
    case = draw(st.sampled_from(CASES) | cases())

    def some(ids, most):
        return draw(st.frozensets(st.sampled_from(sorted(ids)), max_size=most)) if ids else frozenset()

    full = some(case.point, 18)
    half = some(case.point, 8) - full
    either = {*case.point, *case.answers}
    return case, Heard(half, full, some(case.answers, 20), some(either, 4), some(either, 4))


@calm
@given(hearings(), st.sampled_from(NINE.judges) | judges())
def test_a_judge_reasons_as_the_design_says(hearing, judge):
    """Design, section 4, one step after another."""
    case, heard = hearing
    mind = reason(judge, case, heard)
    weights = {
        id: base_weight(judge, case.arguments[id]) * times
        for id, times in before_the_court(case, heard).items()
        if base_weight(judge, case.arguments[id])
    }
    assert mind.weights == weights
    attacks = {
        (argument.id, attack.target, attack.kind)
        for argument in case.arguments.values()
        for attack in argument.attacks
        if attack.target in case.arguments
    }
    attacks |= {(target, attacker, kind) for attacker, target, kind in attacks if kind is Attacking.REBUT}
    struck = {
        (attacker, target, kind)
        for attacker, target, kind in attacks
        if attacker in weights
        and target in weights
        and (kind is Attacking.UNDERCUT or weights[attacker] >= weights[target])
    }
    assert len(mind.struck) == len(struck)
    assert set(mind.struck) == struck
    accepted = grounded(weights, [(attacker, target) for attacker, target, _ in struck])
    assert mind.accepted == accepted
    assert mind.refused == tuple(id for id in weights if id not in accepted)
    credit = credits(judge, case, heard, mind.refused)
    assert mind.credit == credit
    totals = {}
    for issue in case.issues:
        for position in issue.positions:
            ref = PositionRef(issue.id, position.id)
            best = {}
            for id in accepted:
                if ref in case.arguments[id].urges:
                    modality = case.arguments[id].modality
                    best[modality] = max(best.get(modality, 0), weights[id])
            prior = sum(judge.held.get(name, 0) * much for name, much in position.embodies)
            totals[ref] = prior + sum(best.values()) + (credit[position.favours] if position.favours else 0)
    assert mind.totals == totals == {ref: support.total for ref, support in mind.support.items()}
    for issue in case.issues:
        most = max(totals[PositionRef(issue.id, position.id)] for position in issue.positions)
        tied = [position for position in issue.positions if totals[PositionRef(issue.id, position.id)] == most]
        won = [position for position in tied if position.favours is case.below.won]
        assert mind.findings[issue.id] == (won or tied)[0].id
        first, second = sorted((totals[PositionRef(issue.id, each.id)] for each in issue.positions), reverse=True)[:2]
        assert mind.margin(issue.id) == first - second
    node, walk = case.tree.node(case.tree.root), []
    while node.disposition is None:
        walk.append((node.id, node.issue, mind.findings[node.issue]))
        node = case.tree.child(node.id, mind.findings[node.issue])
    assert ([tuple(step) for step in mind.walk], mind.vote) == (walk, node.disposition)
    assert mind.strength == sum(mind.margin(step.issue) for step in mind.walk)


@settings(max_examples=120, deadline=None)
@given(hearings(), st.just(NINE) | benches(largest=9))
def test_the_conference_is_held_as_the_design_says(hearing, bench):
    """Design, section 5, rule after rule; judges speak in order of seniority, so of equals the first is meant."""
    case, heard = hearing
    ruling = confer(case, bench, heard)
    minds = {judge.id: reason(judge, case, heard) for judge in bench.judges}
    half = len(minds) / 2
    disturbing = [mind.vote for mind in minds.values() if mind.vote != "affirmed"]
    if len(disturbing) == half:
        assert (ruling.judgment_by, ruling.disposition, ruling.opinions) == (JudgmentBy.DIVIDED, "affirmed", ())
    order = ["affirmed", "vacated and remanded", "reversed and remanded", "reversed"]
    votes = Counter(mind.vote for mind in minds.values())
    most = [vote for vote, judges in votes.items() if judges > half]
    most.append(min(disturbing, key=order.index) if len(disturbing) > half else "affirmed")
    judgment = most[0]
    assert ruling.disposition == judgment

    node = case.tree.node(case.tree.root)
    while node is not None and node.disposition is None:
        shares = Counter(mind.findings[node.issue] for mind in minds.values())
        found = [position for position, judges in shares.items() if judges > half]
        node = case.tree.child(node.id, found[0]) if found else None
    assert ruling.paradox is (node is not None and (node.disposition != "affirmed") is not (judgment != "affirmed"))
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        return

    coalitions = {}
    for id, mind in minds.items():
        coalitions.setdefault((mind.vote, mind.walk), []).append(id)
    behind = [members for (vote, _), members in coalitions.items() if vote == judgment]
    largest = [members for members in behind if len(members) == max(map(len, behind))]
    if len(largest[0]) > half:
        by = JudgmentBy.OPINION
    else:
        by = JudgmentBy.PLURALITY if len(largest) == 1 else JudgmentBy.NO_LEAD
    assert ruling.judgment_by is by
    wrote = {opinion.author: opinion for opinion in ruling.opinions}
    roles = {id: ruling.standings[id].role for id in minds}
    led = largest[0] if by is not JudgmentBy.NO_LEAD else []
    for (vote, walk), members in coalitions.items():
        strongest = max(sum(minds[id].margin(step.issue) for step in walk) for id in members)
        author = next(id for id in members if sum(minds[id].margin(step.issue) for step in walk) == strongest)
        assert (wrote[author].disposition, wrote[author].walk) == (vote, walk)
        assert wrote[author].joined == tuple(id for id in members if id != author)
        if members is led:
            assert roles[author] is Role.AUTHOR
            assert ruling.lead is wrote[author]
            hold_to_concurrences(case, bench, ruling, walk, [id for id in members if id != author])
        elif vote == judgment or (judgment != "affirmed" and order.index(vote) > order.index(judgment)):
            assert {roles[id] for id in members} == {Role.IN_THE_JUDGMENT}
        elif vote != "affirmed" and judgment != "affirmed":
            assert {roles[id] for id in members} == {Role.IN_PART}
            mine = [(step.issue, step.position) for step in walk]
            lead = minds[led[0]].walk if led else ()
            shared = tuple(step.issue for step in lead if (step.issue, step.position) in mine)
            for id in members:
                joined = [join for join in ruling.standings[id].joins if led and join.opinion == 0]
                assert joined == ([Join(0, shared)] if shared else [])
        else:
            agreed = (
                any(
                    case.issue[step.issue].claim and minds[members[0]].findings[step.issue] == step.position
                    for step in (minds[led[0]].walk if led else ())
                )
                and sum(issue.claim for issue in case.issues) > 1
            )
            assert {roles[id] for id in members} == {Role.IN_PART if agreed else Role.DISSENTING}


def hold_to_concurrences(case, bench, ruling, walk, members):
    """Who writes for a principle passed over, and who joins that; the others have joined the opinion and no more."""
    adopted, passed = set(), {}
    found = {step.issue: step.position for step in walk}
    for issue in (case.issue[id] for id in case.tree.issues):
        for position in issue.positions:
            for name, much in position.embodies:
                if found.get(issue.id) == position.id:
                    adopted.add(name)
                else:
                    passed[name] = max(passed.get(name, 0), much)
    grounds = {}
    for id in members:
        held = bench.judge[id].held
        eligible = [name for name in passed if name not in adopted and held.get(name, 0) >= THRESHOLD]
        if eligible:
            ground = min(eligible, key=lambda name: (-held[name], -passed[name], name))
            grounds.setdefault(ground, []).append(id)
    written = {opinion.ground: opinion for opinion in ruling.opinions if opinion.kind is OpinionKind.CONCURRING}
    assert set(written) == set(grounds)
    for ground, ids in grounds.items():
        most = max(bench.judge[id].held[ground] for id in ids)
        assert written[ground].author == next(id for id in ids if bench.judge[id].held[ground] == most)
        assert {written[ground].author, *written[ground].joined} == set(ids)
    for id in members:
        concurs = any(id in ids for ids in grounds.values())
        assert ruling.standings[id].role is (Role.CONCURRING if concurs else Role.JOINED)
        assert Join(0) in ruling.standings[id].joins


def offered_plainly(round):
    """The moves at a place under a head, turning away once for each head announced and not yet opened."""
    rules, place = round.rules, round.position.place
    if rules.side(place) is None or place.phase.value.endswith("roadmap"):
        return tuple(step.move for step in rules.steps(place))
    found = []
    for way in rules.within(rules.split(place)[0]):
        if isinstance(way.move, moves.Turn):
            found += [moves.Turn(head.id) for head in round.case.heads if head.id in place.left]
        else:
            found.append(way.move)
    return tuple(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
def test_what_is_offered_and_where_it_leads_is_what_the_rules_list(case, form):
    """Along random lines: listed from the place afresh, or known from the move before; found by sight or by value."""
    for seed in range(25):
        dice = Dice("plainly", seed)
        round = Round(case, NINE, seed=seed, format=form)
        while legal := list(round.legal):
            place = round.position.place
            steps = round.rules.steps(place)
            assert round.rules.offered(place).moves == tuple(step.move for step in steps) == offered_plainly(round)
            assert [step.move for step in steps if round._find(round.position, step.move)] == legal
            for step in steps:
                assert round.rules.step(place, step.move) == step
                again = moves.parse_move(step.move.words)
                assert round.rules.step(place, again) == step
                for clock in (round.position.clock, 1, 0):
                    for ticks in (None, 3):
                        there, left, red = round.rules.after(place, clock, step, ticks)
                        gone = round.rules.go(place, round.rules.offered(place), step.move, clock, ticks)
                        assert gone is not None
                        assert gone[:3] == (there, left, red)
                        assert gone[4].moves == round.rules.offered(there).moves
                        said = Heard(half=frozenset({step.half} - {""}))
                        assert heard_after(case, said, gone[3], red) == heard_after(case, said, step, red)
            assert round.rules.step(place, moves.Turn("")) is None
            assert round.rules.step(place, moves.Plead("nothing")) is None
            round.push(legal[dice.below(len(legal))])
            if dice.below(4) == 0:
                # Back and forth: what was known of the place left must not be taken for that of the one come to.
                last = round.pop()
                assert last in round.legal
                round.push(last)
        assert round.problems() == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_ballot_adds_up_in_fractions(case):
    """Each answer earns its share of the best one; each item its share of what the open items come to."""
    for seed in range(40):
        dice = Dice("ballots", seed)
        round = Round(case, NINE, seed=seed, format="scotus-1997")
        while legal := list(round.legal):
            round.push(legal[dice.below(len(legal))])
        for side in Side:
            sheet = ballot(round, side)
            items = {item.name: item for item in sheet.items}
            shared = sum(ITEMS[item.name] for item in sheet.items if item.opportunities)
            for item in sheet.items:
                assert item.out_of == (Fraction(100 * ITEMS[item.name], shared) if item.opportunities else 0)
                assert item.earned == item.out_of - sum((loss.points for loss in item.losses), Fraction(0))
            assert shared == 0 or sum(item.out_of for item in sheet.items) == 100
            shares = []
            for move in round.line:
                if isinstance(move, moves.Answer) and case.side_of(move.answer) is side:
                    question, given_ = case.question_of[move.answer], case.answers[move.answer]
                    if question.pick is None:
                        best = max(fit(question, one) for one in question.answers)
                        shares.append(Fraction(fit(question, given_) + 2, best + 2))
            assert items["answers"].opportunities == len(shares)
            if shares:
                assert items["answers"].earned == items["answers"].out_of * sum(shares) / len(shares)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_time_is_scored_for_every_turn_however_it_ends(case):
    """Counsel who talk until the light is red; it may come with a move of the bench's, which is on nobody's line."""
    brought = set()
    for seed in range(40):
        dice = Dice("time", seed)
        round = Round(case, NINE, seed=seed, format="quick")
        while legal := list(round.legal):
            talk = [move for move in legal if not isinstance(move, moves.Sit)]
            round.push((talk or legal)[dice.below(len(talk or legal))])
        turns = [round.rules.turn(position.place) for position in round.positions]
        sides = [round.rules.side(position.place) for position in round.positions]
        for side in Side:
            mine = [(ply, move) for ply, move in enumerate(round.line, start=1) if sides[ply - 1] is side]
            ended = [(ply, move) for ply, move in mine if turns[ply] != turns[ply - 1]]
            kept = [move.reserve for _, move in mine if isinstance(move, moves.Roadmap)]
            time = next(item for item in ballot(round, side).items if item.name == "time")
            assert time.opportunities == len(ended) + len(kept) + sum(minutes > 0 for minutes in kept)
            red = [(ply, str(move)) for ply, move in ended if not isinstance(move, moves.Sit)]
            assert [(loss.ply, loss.move) for loss in time.losses if "red light" in loss.why] == red
            brought |= {move.partition(" ")[0] for _, move in red}
    assert {"pass", "plead"} <= brought


def test_marks_stand_in_the_order_of_the_line():
    case = CASES[0]
    round = Round(case, NINE, format="scotus-1997")
    dice = Dice("marks", 3)
    while legal := list(round.legal):
        round.push(legal[dice.below(len(legal))])
    said = [
        (ply, move.point if isinstance(move, moves.Plead) else move.answer)
        for ply, move in enumerate(round.line, start=1)
        if isinstance(move, moves.Plead | moves.Answer)
    ]
    expected = [
        (ply, id, mark.opinion, mark.treatment)
        for ply, id in said
        for mark in (case.point[id] if id in case.point else case.answers[id]).marks
    ]
    assert [(each.ply, each.said, each.opinion, each.treatment) for each in marks(round)] == expected
