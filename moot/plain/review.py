"""A review as paragraphs: what cost most first, then the rest, then every move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moot.plain.page import BLANK, Para
from moot.plain.speech import plural
from moot.report.build import move_words
from moot.round import moves
from moot.round.moves import Move, parse_move
from moot.round.round import Round
from moot.sitting.events import Asked
from moot.sitting.words.spoken import asked_text, judge_title, what_was_said
from moot.study.review.values import Figure, MoveClass, MoveReview, Review

__all__ = ["review_lines"]

_DEAREST = 3
"""So many faults are told in full; the others stand in the list of all moves."""

_POINTS = 1.0
"""A move that cost fewer ballot points than this is not listed among those that cost most on the ballot."""


def review_lines(round: Round, found: Review) -> Iterator[Para]:
    """All of it, in order."""
    yield from _summary(round, found)
    yield from _faults(round, found)
    yield from _on_the_ballot(round, found)
    yield from _moments(round, found)
    yield from _every_move(round, found)
    yield from _notes(found)


def _summary(round: Round, found: Review) -> Iterator[Para]:
    seats = len(found.bench)
    yield Para(f"REVIEW: {round.case.caption}, for the {round.case.party(found.side).called}")
    yield BLANK
    if found.votes is None:
        yield Para("The argument is not finished; it is reviewed as far as it goes.")
    else:
        scored = "too little to score" if found.ballot is None else f"{found.ballot:.1f} of 100"
        yield Para(f"Votes for the {round.case.party(found.side).called}: {found.votes} of {seats}. Ballot: {scored}.")
    par = found.par
    yield Para(
        f"Par for this seat, bench and format: {_one(par.votes)} of {seats} votes ({_between(par.votes, 1)}), "
        f"ballot {_one(par.ballot)} of 100 ({_between(par.ballot, 1)}); estimated from {plural(par.sittings, 'sitting')}."
    )
    if found.accuracy is not None:
        yield Para(f"Accuracy: {found.accuracy:.0f} of 100.")
    counted = Counter(move.cls for move in found.moves)
    told = ", ".join(f"{counted[cls]} {_many(cls, counted[cls])}" for cls in MoveClass if counted[cls])
    stopped = "" if found.complete else " The review was stopped before it was whole."
    yield Para(f"{plural(len(found.moves), 'choice')}: {told}.{stopped}")


def _many(cls: MoveClass, number: int) -> str:
    if not cls.fault or number == 1:
        return str(cls)
    return "inaccuracies" if cls is MoveClass.INACCURACY else f"{cls}s"


def _faults(round: Round, found: Review) -> Iterator[Para]:
    yield BLANK
    if not found.faults:
        yield Para("No move cost the bench: nothing here is an inaccuracy or worse.")
        return
    yield Para("WHAT COST MOST WITH THE BENCH")
    for each in found.faults[:_DEAREST]:
        yield BLANK
        yield from _told(round, each, len(found.bench))


def _told(round: Round, each: MoveReview, seats: int) -> Iterator[Para]:
    yield Para(f"Move {each.ply}, {each.cls}: {_asked(round, each)}{_said(round, each.move)}", hang=2)
    yield Para(
        f"It cost {_share(each.regret)} of the bench, and {each.ballot_regret.mean:.1f} points of the ballot.",
        indent=2,
        hang=2,
    )
    yield Para(f"Better: {_said(round, each.best.move)}", indent=2, hang=2)
    if why := _why(round, each.best.move):
        yield Para(f"Why: {why}", indent=2, hang=2)
    others = [one for one in each.alternatives[1:] if one.right and one.move != each.move]
    for other in others:
        yield Para(f"Also right: {_said(round, other.move)}", indent=2, hang=2)
    if each.same_sitting is not None:
        was, would = each.same_sitting
        yield Para(
            f"In this same sitting with that one move: {would} of {seats} votes instead of {was}."
            if would != was
            else f"In this same sitting that one move alone would not have changed a vote ({was} of {seats}).",
            indent=2,
            hang=2,
        )


def _on_the_ballot(round: Round, found: Review) -> Iterator[Para]:
    told = {each.ply for each in found.faults[:_DEAREST]}
    dear = sorted(
        (each for each in found.moves if each.ballot_regret.mean >= _POINTS and each.ply not in told),
        key=lambda each: (-each.ballot_regret.mean, each.ply),
    )
    if not dear:
        return
    yield BLANK
    yield Para("WHAT COST MOST ON THE BALLOT")
    for each in dear[:_DEAREST]:
        yield BLANK
        yield Para(
            f"Move {each.ply}, {each.ballot_regret.mean:.1f} points: {_asked(round, each)}{_said(round, each.move)}",
            hang=2,
        )
        best = min(each.alternatives, key=lambda one: (one.ballot_regret.mean, one.regret.mean))
        yield Para(f"Better: {_said(round, best.move)}", indent=2, hang=2)
        if why := _why(round, best.move):
            yield Para(f"Why: {why}", indent=2, hang=2)


def _moments(round: Round, found: Review) -> Iterator[Para]:
    seats = len(found.bench)
    if found.turning_point is not None:
        at = found.turning_point
        yield BLANK
        who = _speaker(round, at.ply)
        yield Para("THE TURNING POINT")
        yield Para(
            f"Move {at.ply}, {who}: {_words(round, at.move)}. Before it {at.before} of {seats} leaned to the {round.case.party(found.side).called}, "
            f"after it {at.after}.",
            hang=2,
        )
    if found.missed:
        yield BLANK
        yield Para("CHANCES MISSED")
        for chance in found.missed:
            yield Para(
                f"Move {chance.ply}: the other side {chance.fault} ({_said(round, f'answer {chance.said}')}), and it was left "
                f"alone, with the argument it was said for. A reply was open to you: {round.case.point[chance.reply].title}.",
                hang=2,
            )
    only = [each for each in found.moves if each.only and each.cls is MoveClass.BEST]
    if only:
        yield BLANK
        yield Para("THE ONLY MOVE, AND IT WAS FOUND")
        for each in only:
            yield Para(f"Move {each.ply}: {_words(round, each.move)}", hang=2)
    if found.best_votes is not None:
        yield BLANK
        yield Para("THE SAME SITTING WITH EVERY FAULT MENDED")
        yield Para(
            f"{found.best_votes} of {seats} votes for the {round.case.party(found.side).called}. Played again on the engine: the same questions where they could "
            "still be asked, and all the other words as they were.",
            hang=2,
        )


def _every_move(round: Round, found: Review) -> Iterator[Para]:
    yield BLANK
    yield Para("EVERY CHOICE: its class, the share of the bench it cost, the ballot points it cost")
    yield BLANK
    for each in found.moves:
        cost = f"{each.regret.mean:.2f}" if each.regret.mean >= 0.005 else "0"
        points = f"{each.ballot_regret.mean:.1f}" if each.ballot_regret.mean >= 0.05 else "0"
        yield Para(f"{each.ply:>3} {each.cls}; {cost}; {points}; {_words(round, each.move)}", hang=4)


def _notes(found: Review) -> Iterator[Para]:
    yield BLANK
    exact = sum(each.regret.exact for each in found.moves)
    if found.exact and found.moves:
        yield Para("Every figure is exact: the search was exhaustive.")
    else:
        shared = (
            f" ({exact} of {len(found.moves)} choices are exact: there the search was exhaustive.)" if exact else ""
        )
        yield Para(
            "The figures are estimates from sittings played on from each choice, with best play by this side as far as it was found, "
            f"the other side by {found.opponent} counsel, and the bench by its odds. In brackets: where the true value lies, 95 times in "
            f"100. A class is what has been shown at least.{shared} docs/review.md says how they are made."
        )


# -- words -----------------------------------------------------------------------------------------------------------


def _said(round: Round, move: str) -> str:
    """A move in full words."""
    made = parse_move(move)
    if isinstance(made, moves.GiveAnswer):
        return what_was_said(round.case, made.answer)
    return _words(round, move)


def _words(round: Round, move: str) -> str:
    """A move in a few words; a roadmap with its heads."""
    made: Move = parse_move(move)
    if isinstance(made, moves.Roadmap):
        heads = "; ".join(round.case.head[id].title for id in made.heads)
        return f"the roadmap: {heads}" + (f"; {plural(made.reserve, 'minute')} kept" if made.reserve else "")
    return move_words(round, made)


def _why(round: Round, move: str) -> str:
    made = parse_move(move)
    return round.case.answers[made.answer].why if isinstance(made, moves.GiveAnswer) else ""


def _asked(round: Round, each: MoveReview) -> str:
    """The question that the move answered, with who asked it."""
    made = parse_move(each.move)
    if not isinstance(made, moves.GiveAnswer):
        return ""
    question = round.case.question_of[made.answer]
    asked = round.line[each.ply - 2] if each.ply > 1 else None
    by = asked.by if isinstance(asked, moves.Ask) and asked.by else ""
    who = judge_title(round.bench, by) if by else "the bench"
    text = asked_text(round, Asked(each.ply - 1, by, question.id, broke_in=False))
    return f"{who} asked, “{text}” The answer: "


def _speaker(round: Round, ply: int) -> str:
    state = round.positions[ply - 1].state
    turn = round.rules.segment(state)
    return "the bench" if state.bench or turn is None else round.case.party(turn.side).speaker(turn.speaker)


def _share(figure: Figure) -> str:
    told = f"{figure.mean:.2f}"
    return told if figure.exact else f"{told} ({_between(figure, 2)})"


def _between(figure: Figure, digits: int) -> str:
    return f"{figure.low:.{digits}f} to {figure.high:.{digits}f}"


def _one(figure: Figure) -> str:
    return f"{figure.mean:.1f}"
