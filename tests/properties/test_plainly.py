"""What is worked out quickly is what the plain words say: slow references, written from the design and read in one go."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench.conference import Join, JudgmentBy, Role, confer
from moot.bench.judging.acceptance import BITE
from moot.bench.judging.bench_credit import credits
from moot.bench.judging.credit import fit
from moot.bench.judging.reach import light
from moot.bench.judging.reasoning import base_weight, before_the_court, grounded, reason
from moot.bench.votes.coalitions import asked_about
from moot.bench.votes.judgment import stance_of
from moot.bench.votes.separate import MOST, SQUARELY, THRESHOLD
from moot.case import Attacking, Heard, OpinionKind, PositionRef, Side
from moot.round import moves
from moot.round.draw import Dice
from moot.round.round import Round
from moot.score.answering import ITEMS
from moot.score.ballot import ballot
from moot.score.marks import marks
from moot.testing import benches, cases, judges

CASES = [moot.load_case(id) for id in ("sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne")]
APPLICATION = moot.load_case("lark-river")
NINE = moot.load_bench("lewis-1998")
TENTH = Fraction(1, 10)
calm = settings(max_examples=40, deadline=None)


@st.composite
def hearings(draw, *others):
    """A case, real or made by chance, and anything at all heard of it, some of it conceded or taken back."""
    case = draw(st.sampled_from([*CASES, *others]) | cases())

    def some(ids, most):
        return draw(st.frozensets(st.sampled_from(sorted(ids)), max_size=most)) if ids else frozenset()

    full = some(case.point, 18)
    half = some(case.point, 8) - full
    either = {*case.point, *case.answers}
    return case, Heard(half, full, some(case.answers, 20), some(either, 4), some(either, 4))


def plainly_counted(weights, attacks):
    """What each argument counts: undercuts strike by the grounded extension; the rest weaken, round after round, in sixteenths."""
    among = {(one, other, kind) for one, other, kind in attacks if one in weights and other in weights}
    standing = grounded(weights, [(one, other) for one, other, kind in among if kind is Attacking.UNDERCUT])
    now = {id: 16 * weight if id in standing else 0 for id, weight in weights.items()}
    against = {id: [] for id in now}
    for one, other, kind in among:
        if kind is not Attacking.UNDERCUT and now[one] and now[other]:
            against[other].append(one)
    # A rebut and an undermine of one target by one attacker are two attacks.
    for _ in range(64):
        now = {
            id: 16 * weights[id] * 16 * BITE // (16 * BITE + sum(now[one] for one in against[id])) if now[id] else 0
            for id in now
        }
    return {id: (much + 8) // 16 for id, much in now.items()}


@calm
@given(hearings(APPLICATION), st.sampled_from(NINE.judges) | judges())
def test_a_judge_reasons_as_the_design_says(hearing, judge):
    """As docs/judging.md says, one step after another."""
    case, heard = hearing
    reasoning = reason(judge, case, heard)
    weights = {
        id: base_weight(judge, case.arguments[id]) * times
        for id, times in before_the_court(case, heard).items()
        if base_weight(judge, case.arguments[id])
    }
    assert reasoning.weights == weights
    attacks = {
        (argument.id, attack.target, attack.kind)
        for argument in case.arguments.values()
        for attack in argument.attacks
        if attack.target in case.arguments
    }
    attacks |= {(target, attacker, kind) for attacker, target, kind in attacks if kind is Attacking.REBUT}
    left = plainly_counted(weights, attacks)
    assert {id: each.counts for id, each in reasoning.weighed.items()}.items() <= left.items()
    accepted = {
        id
        for id, much in left.items()
        if much
        and not any(
            left[one] > much for one, other, kind in attacks if other == id and one in left and kind != "undercut"
        )
    }
    assert reasoning.accepted & reasoning.weighed.keys() == accepted & reasoning.weighed.keys()
    assert reasoning.refused == tuple(id for id in weights if id not in reasoning.accepted)
    credit = credits(judge, case, heard, reasoning.refused)
    assert reasoning.credit == credit
    spoken = heard.full | heard.half | heard.answers
    totals, may = {}, {}
    for issue in case.issues:
        put = {
            ref.position: [id for id in left if ref in case.arguments[id].urges]
            for ref in (PositionRef(issue.id, position.id) for position in issue.positions)
        }
        # Whether or not this judge has an ear for it.
        opened = any(
            id in spoken
            and case.arguments[id].side is case.below.won
            and any(ref.issue == issue.id for ref in case.arguments[id].urges)
            for id in before_the_court(case, heard)
        )
        for position in issue.positions:
            ref = PositionRef(issue.id, position.id)
            firm = [id for id in put[position.id] if not light(case, id)]
            counted = put[position.id] if accepted & set(firm) else firm
            best = {}
            for id in counted:
                modality = case.arguments[id].modality
                best[modality] = max(best.get(modality, 0), left[id])
            prior = sum(judge.held.get(name, 0) * much for name, much in position.embodies)
            totals[ref] = prior + sum(best.values()) + (credit[position.favors] if position.favors else 0)
            may[ref] = (
                position.favors is not case.below.won.other
                or issue.preliminary
                or (not case.below.application and any(judge.held.get(name, 0) >= 5 for name, _ in position.embodies))
                or any(
                    left[id]
                    and case.arguments[id].side is not case.below.won
                    and (id in spoken or (not case.below.application and opened and left[id] == weights[id]))
                    for id in firm
                )
            )
    assert reasoning.totals == totals == {ref: support.total for ref, support in reasoning.support.items()}
    for issue in case.issues:
        refs = [PositionRef(issue.id, position.id) for position in issue.positions]
        able = [ref for ref in refs if may[ref]] or refs
        assert [ref for ref in refs if reasoning.support[ref].open] == able
        most = max(totals[ref] for ref in able)
        tied = [ref.position for ref in able if totals[ref] == most]
        won = [id for id in tied if issue.position(id).favors is case.below.won]
        found = (won or tied)[0]
        assert reasoning.findings[issue.id] == found
        others = [totals[ref] for ref in able if ref.position != found] or [
            totals[ref] for ref in refs if ref.position != found
        ]
        assert reasoning.margin(issue.id) == max(0, most - max(others))
    node, walk = case.tree.node(case.tree.root), []
    while node.disposition is None:
        walk.append((node.id, node.issue, reasoning.findings[node.issue]))
        node = case.tree.child(node.id, reasoning.findings[node.issue])
    assert ([tuple(step) for step in reasoning.walk], reasoning.vote) == (walk, node.disposition)
    assert reasoning.strength == sum(reasoning.margin(step.issue) for step in reasoning.walk)


@settings(max_examples=120, deadline=None)
@given(hearings(), st.just(NINE) | benches(largest=9))
def test_the_conference_is_held_as_the_design_says(hearing, bench):
    """As docs/judging.md says, rule after rule; judges speak in order of seniority, so of equals the first is meant."""
    case, heard = hearing
    ruling = confer(case, bench, heard)
    bounds = {judge.id: reason(judge, case, heard) for judge in bench.judges}
    half = len(bounds) / 2
    stands = "denied" if case.below.application else "affirmed"
    disturbing = [reasoning.vote for reasoning in bounds.values() if reasoning.vote != stands]
    if len(disturbing) == half:
        assert (ruling.judgment_by, ruling.disposition, ruling.opinions) == (JudgmentBy.DIVIDED, stands, ())
    part = ["affirmed in part and reversed in part", "granted in part"]
    order = [*part, "vacated and remanded", "reversed and remanded", "reversed", "granted"]
    votes = Counter(reasoning.vote for reasoning in bounds.values())
    most = [vote for vote, judges in votes.items() if judges > half]
    most.append(min(disturbing, key=order.index) if len(disturbing) > half else stands)
    judgment = most[0]
    assert ruling.disposition == judgment

    node = case.tree.node(case.tree.root)
    while node is not None and node.disposition is None:
        shares = Counter(reasoning.findings[node.issue] for reasoning in bounds.values())
        found = [position for position, judges in shares.items() if judges > half]
        node = case.tree.child(node.id, found[0]) if found else None
    assert ruling.paradox is (node is not None and (node.disposition != stands) is not (judgment != stands))
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        return

    hold_to_opinions(case, bench, ruling, bounds, judgment)


def test_judges_who_dissent_in_part_were_counted_for_an_opinion_of_the_court():
    """Five of nine are with a part of the lead opinion, two of them for another judgment: this account took it for the Court's."""
    case = moot.load_case("washington-v-glucksberg")
    answers = frozenset({"q-anybody.b", "q-attempts.a"})
    heard = Heard(frozenset({"p-unknown", "p-vulnerable"}), frozenset(), answers, frozenset(), frozenset({"p-slope"}))
    ruling = confer(case, NINE, heard)
    assert ruling.judgment_by is JudgmentBy.PLURALITY
    assert [id for id, each in ruling.standings.items() if each.role is Role.IN_PART] == ["kennedy", "souter"]
    reasonings = {judge.id: reason(judge, case, heard) for judge in NINE.judges}
    hold_to_opinions(case, NINE, ruling, reasonings, ruling.disposition)


def hold_to_opinions(case, bench, ruling, reasonings, judgment):
    """Who stands with whom, who leads, who writes: by grounds, one rule after another."""

    def grounds(walk):
        return tuple((step.issue, step.position) for step in walk if not case.issue[step.issue].preliminary)

    groups = {}
    for id, reasoning in reasonings.items():
        groups.setdefault((reasoning.vote, grounds(reasoning.walk)), []).append(id)
    for opinion in ruling.opinions:
        assert reasonings[opinion.author].vote == opinion.disposition
        if opinion.kind is not OpinionKind.CONCURRING:
            same = groups[opinion.disposition, grounds(opinion.walk)]
            assert opinion.author in same
            behind = {opinion.author, *opinion.joined}
            for id in behind:
                assert reasonings[id].vote == opinion.disposition
                assert all(reasonings[id].findings[issue] == position for issue, position in grounds(opinion.walk)), id
            members = [id for id in same if id in behind]
            walks = Counter(reasonings[id].walk for id in members)
            assert walks[opinion.walk] == max(walks.values())
            took = [id for id in members if reasonings[id].walk == opinion.walk]
            strongest = max(reasonings[id].strength for id in took)
            if (
                opinion is ruling.lead
                and ruling.votes_for
                and ruling.votes_against
                and max(ruling.votes_for, ruling.votes_against) == bench.majority
            ):
                nearest = min(reasonings[id].closest for id in took)
                assert opinion.author == next(id for id in took if reasonings[id].closest == nearest)
            else:
                assert opinion.author == next(id for id in took if reasonings[id].strength == strongest)
    assert len(ruling.opinions) <= max(
        MOST, len({stance_of(reasoning.vote, judgment) for reasoning in reasonings.values()})
    )
    written = [(each.kind, each.disposition, grounds(each.walk), each.ground) for each in ruling.opinions]
    assert len(written) == len(set(written)), "two opinions on one ground"
    half = len(reasonings) / 2
    if max(len(members) for (vote, _), members in groups.items() if vote == judgment) > half:
        assert ruling.judgment_by is JudgmentBy.OPINION
    # Who joins a part and would dispose of the case otherwise does not make it the opinion of the Court.
    with_it = [
        id
        for id, each in ruling.standings.items()
        if each.vote == judgment and any(join.opinion == 0 for join in each.joins)
    ]
    assert (ruling.judgment_by is JudgmentBy.OPINION) is (len({ruling.lead.author, *with_it}) > half)
    assert ruling.lead.disposition == judgment
    hold_to_roles(case, bench, ruling, reasonings, grounds)


def hold_to_roles(case, bench, ruling, reasonings, grounds):
    """How each judge stands to the lead opinion, and for what the concurrences are written."""
    lead = ruling.lead
    asked = asked_about(case, next(iter(reasonings.values())).heard)
    for id, reasoning in reasonings.items():
        role, joins = ruling.standings[id].role, ruling.standings[id].joins
        if id == lead.author:
            assert role is Role.AUTHOR
        elif id in lead.joined:
            assert role in (Role.JOINED, Role.CONCURRING)
            assert Join(0) in joins
        elif reasoning.vote == lead.disposition and any(join.opinion == 0 for join in joins):
            assert role in (Role.JOINED, Role.CONCURRING)
            (part,) = [join.issues for join in joins if join.opinion == 0]
            assert part, "nobody joins nothing"
            assert set(part) < {issue for issue, _ in grounds(lead.walk)}
            assert all(reasoning.findings[issue] == position for issue, position in grounds(lead.walk) if issue in part)
        elif reasoning.vote.supports(lead.disposition):
            assert role is Role.IN_THE_JUDGMENT
        else:
            assert role in (Role.DISSENTING, Role.IN_PART)
    for opinion in ruling.opinions:
        if opinion.kind is OpinionKind.CONCURRING:
            bears = {
                issue
                for issue in case.tree.issues
                for position in case.issue[issue].positions
                if lead.holdings.get(issue) != position.id and dict(position.embodies).get(opinion.ground)
            }
            assert bears & asked, "a judge writes on what the bench asked about"
            for id in (opinion.author, *opinion.joined):
                assert bench.judge[id].held[opinion.ground] >= THRESHOLD
                if id in lead.joined:
                    assert any(
                        dict(position.embodies).get(opinion.ground, 0) >= SQUARELY
                        for issue in bears & asked
                        for position in case.issue[issue].positions
                    )


def offered_plainly(round):
    """The moves at a state under a head, turning away once for each head announced and not yet opened."""
    rules, state = round.rules, round.position.state
    if rules.side(state) is None or state.phase.value.endswith("roadmap"):
        return tuple(step.move for step in rules.transitions(state))
    found = []
    for way in rules.local_moves(rules.split(state)[0]):
        if isinstance(way.move, moves.Turn):
            found += [moves.Turn(head.id) for head in round.case.heads if head.id in state.left]
        else:
            found.append(way.move)
    return tuple(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
def test_what_is_offered_and_where_it_leads_is_what_the_rules_list(case, form):
    """Along random lines: the moves listed alone, and one step found alone, are those of all the steps."""
    for seed in range(25):
        dice = Dice("plainly", seed)
        round = Round(case, NINE, seed=seed, format=form)
        while legal := list(round.legal):
            state = round.position.state
            steps = round.rules.transitions(state)
            assert round.rules.moves_at(state) == tuple(step.move for step in steps) == offered_plainly(round)
            assert [step.move for step in steps if round._find(round.position, step.move)] == legal
            for step in steps:
                assert round.rules.transition(state, step.move) == step
                again = moves.parse_move(step.move.words)
                assert round.rules.transition(state, again) == step
            assert round.rules.transition(state, moves.Turn("")) is None
            assert round.rules.transition(state, moves.Plead("nothing")) is None
            round.push(legal[dice.below(len(legal))])
            if dice.below(4) == 0:
                # Back and forth: what was known of the state left must not be taken for that of the one come to.
                last = round.pop()
                assert last in round.legal
                round.push(last)
        assert round.problems() == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_ballot_is_the_exact_shares_to_the_nearest_tenth(case):
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
                exactly = Fraction(100 * ITEMS[item.name], shared) if item.opportunities else 0
                assert abs(item.out_of - exactly) < TENTH
                assert item.earned == item.out_of - sum((loss.points for loss in item.losses), Fraction(0))
            assert shared == 0 or sum(item.out_of for item in sheet.items) == 100
            shares = []
            for move in round.line:
                if isinstance(move, moves.GiveAnswer) and case.side_of(move.answer) is side:
                    question, given_ = case.question_of[move.answer], case.answers[move.answer]
                    if question.pick is None:
                        best = max(fit(question, one) for one in question.answers)
                        shares.append(Fraction(fit(question, given_) + 2, best + 2))
            assert items["answers"].opportunities == len(shares)
            if shares:
                exactly = items["answers"].out_of * sum(shares) / len(shares)
                assert abs(items["answers"].earned - exactly) <= TENTH / 2


def cost_at(round, ply):
    """What the move of this ply took, and what it set aside."""
    step = round.rules.transition(round.positions[ply - 1].state, round.line[ply - 1])
    return step.cost + step.reserves


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_time_is_scored_for_every_turn_however_it_ends(case):
    """Counsel who talk until the light is red; it may come with a move of the bench's, which is on nobody's line."""
    brought = set()
    for seed in range(80):
        dice = Dice("time", seed)
        round = Round(case, NINE, seed=seed, format="quick")
        while legal := list(round.legal):
            talk = [move for move in legal if not isinstance(move, moves.Sit)]
            round.push((talk or legal)[dice.below(len(talk or legal))])
        turns = [round.rules.turn(position.state) for position in round.positions]
        sides = [round.rules.side(position.state) for position in round.positions]
        for side in Side:
            mine = [(ply, move) for ply, move in enumerate(round.line, start=1) if sides[ply - 1] is side]
            ended = [(ply, move) for ply, move in mine if turns[ply] != turns[ply - 1]]
            kept = [move.reserve for _, move in mine if isinstance(move, moves.Roadmap)]
            time = next(item for item in ballot(round, side).items if item.name == "time")
            assert time.opportunities == len(ended) + len(kept) + sum(minutes > 0 for minutes in kept)
            red = [(ply, str(move)) for ply, move in ended if not isinstance(move, moves.Sit)]
            # Who was done just as the light came on was not stopped by it.
            short = [
                (ply, move)
                for ply, move in red
                if move.startswith("plead") or cost_at(round, ply) > round.positions[ply - 1].clock
            ]
            assert [(loss.ply, loss.move) for loss in time.losses if "red light" in loss.why] == short
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
        if isinstance(move, moves.Plead | moves.GiveAnswer)
    ]
    expected = [
        (ply, id, mark.opinion, mark.treatment)
        for ply, id in said
        for mark in (case.point[id] if id in case.point else case.answers[id]).marks
    ]
    assert [(each.ply, each.said, each.opinion, each.treatment) for each in marks(round)] == expected
