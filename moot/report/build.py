"""The report of a round: everything that is told of a sitting, looked up once."""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.conference import Ruling
from moot.case import BENCH
from moot.case.language.speech import opening
from moot.opinion import line_up
from moot.report.labels import CARRIED, ITEM_NAMES, role_label
from moot.report.sway import sway_reports
from moot.report.values import (
    ActualReport,
    BallotReport,
    HoldingReport,
    ItemReport,
    JudgeReport,
    LineEntry,
    LossReport,
    MarkReport,
    OpinionReport,
    RoleReport,
    RulingReport,
    SittingReport,
    SpeakerReport,
)
from moot.round import moves
from moot.round.moves import Move
from moot.round.round import Round
from moot.score.ballot import Ballot, ballots, speaker_ballots
from moot.score.marks import marks
from moot.score.result import result
from moot.sitting.words.spoken import both, judge_title, last_name, speaker_at, what_was_said

__all__ = ["report"]

_WORDS = 9
"""Words of an answer that are enough to know it again."""


def report(round: Round) -> SittingReport:
    """The report of a round, finished or not."""
    outcome = round.outcome()
    return SittingReport(
        case=round.case.id,
        caption=round.case.caption,
        bench=tuple(judge.id for judge in round.bench.judges),
        seed=round.seed,
        format=round.format.id,
        heat=round.heat,
        phase=round.position.phase,
        line=tuple(_line(round)),
        ruling=_ruling(outcome.ruling) if outcome else None,
        marks=tuple(_marks(round)),
        ballots=tuple(_ballot(round, each) for each in ballots(round).values()),
        sway=sway_reports(outcome.ruling) if outcome else (),
        actual=_actual(outcome.ruling) if outcome else None,
        aftermath=tuple(round.case.aftermath),
        real=round.case.real,
    )


def _line(round: Round) -> Iterator[LineEntry]:
    for ply, (move, before) in enumerate(zip(round.line, round.positions, strict=False), start=1):
        speaker, name = _speaker(round, move, ply)
        yield LineEntry(ply, speaker, name, move.trigger, str(move), move_words(round, move), before.clock)


def _speaker(round: Round, move: Move, ply: int) -> tuple[str, str]:
    """Who made a move, and the name."""
    match move:
        case moves.Ask(question=question, by=by):
            judge = by or round.askers(question)[0]
            return judge, judge_title(round.bench, judge)
        case moves.Pass():
            return BENCH, "the bench"
    side = round.rules.side(round.positions[ply - 1].state)
    assert side is not None
    return side.value, speaker_at(round, ply - 1)


def move_words(round: Round, move: Move) -> str:
    """A move in words: enough of them to know it again."""
    case = round.case
    match move:
        case moves.GiveAnswer(answer=id):
            return f"“{opening(what_was_said(case, id).strip('“”'), _WORDS)}”"
        case moves.Ask(question=id):
            return f"“{opening(case.questions[id].text, _WORDS)}”"
        case moves.Plead(point=id):
            return case.point[id].title
        case moves.Roadmap():
            return "the roadmap"
        case moves.Turn(head=head):
            return f"turning to: {case.head[head].title}"
        case moves.Resume():
            return "going on with the point"
        case moves.Sit():
            return "sitting down"
    return str(move)


def _ruling(ruling: Ruling) -> RulingReport:
    judges = []
    for judge in ruling.bench.judges:
        standing, reasoning = ruling.standings[judge.id], ruling.reasonings[judge.id]
        last = reasoning.walk[-1]
        judges.append(
            JudgeReport(
                id=judge.id,
                name=last_name(judge.name),
                title=judge.title,
                vote=standing.vote,
                role=standing.role,
                role_label=role_label(ruling, judge.id),
                writes=standing.writes,
                joins=standing.joins,
                findings=reasoning.findings,
                walk=tuple(step.issue for step in reasoning.walk),
                ground=ruling.case.issue[last.issue].position(last.position).holding,
            )
        )
    return RulingReport(
        disposition=ruling.disposition,
        votes_for=ruling.votes_for,
        votes_against=ruling.votes_against,
        disturbing=sum(judge.vote.disturbs for judge in judges),
        judgment_by=ruling.judgment_by,
        carried=CARRIED[ruling.judgment_by],
        judges=tuple(judges),
        opinions=tuple(
            OpinionReport(each.author, each.kind, each.joined, each.ground, each.holdings) for each in ruling.opinions
        ),
        paradox=ruling.paradox,
        line_up=line_up(ruling),
        common_ground=ruling.common_ground_note,
        absent=tuple(judge.id for judge in ruling.bench.absent),
    )


def _marks(round: Round) -> Iterator[MarkReport]:
    for mark in marks(round):
        yield MarkReport(
            ply=mark.ply,
            said=mark.said,
            words=what_was_said(round.case, mark.said),
            side=mark.side,
            opinion=mark.opinion,
            author=mark.author,
            title=judge_title(round.bench, mark.author),
            treatment=mark.treatment,
            pin=mark.pin,
            quote=mark.quote,
            reason=mark.reason,
            holding=mark.holding,
        )


def _ballot(round: Round, card: Ballot) -> BallotReport:
    party = round.case.party(card.side)
    items = []
    for item in card.items:
        losses = tuple(
            LossReport(
                loss.ply,
                loss.move,
                move_words(round, round.line[loss.ply - 1]) if loss.ply else loss.move,
                loss.points,
                loss.why,
            )
            for loss in item.losses
        )
        items.append(ItemReport(item.name, ITEM_NAMES[item.name], item.earned, item.out_of, item.opportunities, losses))
    speakers = tuple(
        SpeakerReport(party.speaker(number), number, each.total, each.enough, each.told)
        for number, each in speaker_ballots(round, card.side).items()
    )
    return BallotReport(
        card.side, both(party.speakers), party.called, card.total, card.enough, card.told, tuple(items), speakers
    )


def _actual(ruling: Ruling) -> ActualReport:
    compared, case = result(ruling), ruling.case

    def text(issue: str, position: str) -> str:
        return case.issue[issue].position(position).text if position else ""

    return ActualReport(
        here=compared.here,
        really=compared.really,
        agrees=compared.agrees,
        roles=tuple(
            RoleReport(role.judge, judge_title(ruling.bench, role.judge), role.here, role.really)
            for role in compared.roles
        ),
        holdings=tuple(
            HoldingReport(
                one.issue,
                case.issue[one.issue].question,
                one.here,
                text(one.issue, one.here),
                one.really,
                text(one.issue, one.really),
            )
            for one in compared.holdings
        ),
    )
