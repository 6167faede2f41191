"""Where the questions of a practice come from: a record's mistakes, what is due, any case, one judge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from moot.bench.persona import Bench
from moot.case import Case, Purpose, Question, Side
from moot.errors import MootError
from moot.files.library import load_bench, load_case
from moot.files.practice import Attempt
from moot.files.records import Header, RecordData
from moot.round import moves
from moot.round.asking.askers import suited
from moot.round.asking.groups import STOCK
from moot.round.dice import Dice
from moot.round.position import PositionOfPlay
from moot.round.round import Round
from moot.sitting.practice.engine import Grade, Task
from moot.sitting.practice.schedule import schedule
from moot.sitting.practice.standing import standing_before
from moot.sitting.replaying import Benches, Say, replay
from moot.sitting.setup import HISTORY
from moot.study.alternatives import ALSO_RIGHT, answer_share
from moot.study.skills import skill_of

__all__ = [
    "DRILL",
    "HOT_SEAT",
    "Played",
    "drill_tasks",
    "hot_seat_tasks",
    "mistakes",
    "played",
    "skill_tasks",
    "started_of",
]

DRILL = 8
"""Questions of a drill: about five minutes."""

HOT_SEAT = 10
"""Questions of a hot seat."""

_WEAK = 3
"""So many attempts at a skill before it may be called weak."""


@dataclass(frozen=True)
class Played:
    """A record played again, and the side or sides a person argued in it."""

    data: RecordData
    round: Round

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides a person argued."""
        return sides_of(self.data.header)

    def spoke(self, before: PositionOfPlay) -> bool:
        """Whether it is a person who speaks in this position: the side is theirs, and the speaker, where they were only one."""
        segment = self.round.rules.segment(before.state)
        if segment is None or segment.side not in self.sides:
            return False
        return self.data.header.speaker in (None, segment.speaker)

    def attempts(self) -> Iterator[Attempt]:
        """Every answer a person gave, and whether it was right."""
        case, started = self.round.case, started_of(self.data.header).isoformat()
        for move, before in zip(self.round.line, self.round.positions, strict=False):
            if isinstance(move, moves.GiveAnswer) and self.spoke(before):
                right = _is_right(self.round, move.answer, before)
                yield Attempt(case.id, case.question_of[move.answer].id, right, started, "sitting")


def started_of(header: Header) -> datetime:
    """When a sitting began; the beginning of time where the record does not say it in a form that can be read."""
    try:
        found = datetime.fromisoformat(header.started)
    except ValueError:
        found = datetime.min.replace(tzinfo=UTC)
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def sides_of(header: Header) -> tuple[Side, ...]:
    """The sides a person argued in the record of this header; none in that of a demo."""
    if header.opponent == HISTORY:
        return ()
    return header.argued


def _is_right(round: Round, answer: str, before: PositionOfPlay) -> bool:
    """Whether an answer was within the bound of the best that was offered."""
    case, heard = round.case, before.heard
    offered = [move.answer for move in round.rules.moves_at(before.state) if isinstance(move, moves.GiveAnswer)]
    best = max(answer_share(case, each, heard) for each in offered)
    return float(best - answer_share(case, answer, heard)) <= ALSO_RIGHT


def played(found: Iterable[RecordData], say: Say) -> Iterator[Played]:
    """The records that a person argued, played again; ``say`` gets a line on each that cannot be."""
    # A case and a bench are loaded once, however many records are of them.
    cases: dict[str, Case] = {}
    benches: Benches = {}
    for data in found:
        if not sides_of(data.header) or not data.moves:
            continue
        try:
            round = replay(data, cases.get(data.header.case), benches=benches)
        except MootError as error:
            say(f"{data.path.name} is left out: {error}")
            continue
        cases[data.header.case] = round.case
        yield Played(data, round)


# -- retry -----------------------------------------------------------------------------------------------------------


def mistakes(record: Played) -> tuple[Task, ...]:
    """The questions of a record that were not answered right, the costliest on the ballot first; each before its own question."""
    found: list[tuple[float, int, Task]] = []
    whole = record.round
    for ply, move in enumerate(whole.line):
        if not isinstance(move, moves.GiveAnswer) or not record.spoke(whole.positions[ply]):
            continue
        round = _until(whole, ply)
        task = Task(round, f"move {ply + 1} of this sitting", move.answer)
        if task.verdict(move.answer) is Grade.NOT_YET:
            lost = next(each.ballot for each in task.alternatives if each.answer == move.answer)
            found.append((-float(lost - task.alternatives[0].ballot), ply, task))
    return tuple(task for _, _, task in sorted(found, key=lambda each: each[:2]))


def _until(whole: Round, ply: int) -> Round:
    return Round.from_line(
        whole.case, whole.bench, whole.line[:ply], seed=whole.seed, format=whole.format, heat=whole.heat
    )


# -- drill -----------------------------------------------------------------------------------------------------------


class _Rooms:
    """Cases and benches, each read once; None where it cannot be."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._known: dict[str, tuple[Case, Bench] | None] = {}

    def get(self, id: str) -> tuple[Case, Bench] | None:
        if id not in self._known:
            try:
                case = load_case(id)
                self._known[id] = case, load_bench(case.bench)
            except MootError as error:
                self._say(f"Questions on {id} are left out: {str(error).splitlines()[0]}")
                self._known[id] = None
        return self._known[id]

    def put(self, case: Case) -> None:
        """Take a case that was named."""
        self.keep(case, load_bench(case.bench))

    def keep(self, case: Case, bench: Bench) -> None:
        """Take a case and the bench that hears it."""
        self._known[case.id] = case, bench


def drill_tasks(
    attempts: Sequence[Attempt], case: Case | None, number: int, today: date, say: Say, default: Callable[[], str]
) -> tuple[Task, ...]:
    """The questions of a drill: what is due, the longest due first, then new ones of the case named, or of those that were played.

    Of the new ones a third try the weakest skill, where one is known. ``default`` names the case for somebody who has played none.
    """
    rooms = _Rooms(say)
    if case is not None:
        rooms.put(case)
    coming = schedule(attempts)
    due = sorted(
        (each for each in coming.values() if each.day <= today and (case is None or each.case == case.id)),
        key=lambda each: (each.day, -each.fumbled, each.case, each.question),
    )
    found: list[Task] = []
    for each in due:
        if len(found) == number:
            break
        task = _task(
            rooms, each.case, each.question, f"fumbled {_times(each.fumbled)}; due since {each.day.isoformat()}"
        )
        if task is not None:
            found.append(task)
    cases = [case.id] if case is not None else list(dict.fromkeys(each.case for each in reversed(attempts)))[:3]
    taken = {*coming, *((task.round.case.id, task.question.id) for task in found)}
    found += _fresh(rooms, cases or [default()], attempts, taken, number - len(found), today)
    return tuple(found)


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def _task(rooms: _Rooms, case: str, question: str, origin: str) -> Task | None:
    known = rooms.get(case)
    if known is None or question not in known[0].questions:
        return None
    by = _asker(known[0], known[1], question)
    round = standing_before(known[0], known[1], question, by=by) if by else None
    if round is None or sum(isinstance(move, moves.GiveAnswer) for move in round.legal) < 2:
        return None
    return Task(round, origin)


def _asker(case: Case, bench: Bench, question: str) -> str | None:
    """Who puts it: whom it suits best."""
    put = suited(case, bench)[question]
    return max(put, key=lambda judge: (put[judge], judge)) if put else None


def _fresh(
    rooms: _Rooms,
    cases: Sequence[str],
    attempts: Sequence[Attempt],
    taken: set[tuple[str, str]],
    number: int,
    today: date,
) -> list[Task]:
    """New questions: never answered before those answered right already, a third of them on the weakest skill."""
    if number <= 0:
        return []
    dice = Dice("drill", today.isoformat(), len(attempts), *cases)
    right = {(each.case, each.question): each.time for each in attempts if each.right}
    pool: list[tuple[str, str, str]] = []
    for id in cases:
        known = rooms.get(id)
        if known is not None:
            pool += [
                (id, question.id, skill_of(question))
                for question in known[0].questions.values()
                if (id, question.id) not in taken and question.purpose is not Purpose.HUMOR
            ]
    order = dice.shuffled(pool)
    long_ago = datetime.fromisoformat("0001-01-01T00:00:00+00:00")
    order.sort(key=lambda each: right.get(each[:2], long_ago))
    weak = _weakest(rooms, attempts)
    first = [each for each in order if each[2] == weak and each[:2] not in right][: -(-number // 3)]
    found: list[Task] = []
    for id, question, _ in [*first, *(each for each in order if each not in first)]:
        if len(found) == number:
            break
        task = _task(rooms, id, question, "")
        if task is not None and _varied(found, task.question, number):
            found.append(task)
    return dice.shuffled(found)


def _varied(found: Sequence[Task], question: Question, number: int) -> bool:
    """Whether a question may be added: no stock question of a kind twice, and at most one in so many, as from the bench."""
    kinds = [task.question.stock for task in found if task.question.stock]
    return not question.stock or (question.stock not in kinds and (len(kinds) + 1) * STOCK <= max(number, STOCK))


def _weakest(rooms: _Rooms, attempts: Sequence[Attempt]) -> str:
    """The skill whose questions were answered right least often; empty where too few were tried."""
    tried: dict[str, list[bool]] = {}
    for each in attempts:
        known = rooms.get(each.case)
        if known is not None and each.question in known[0].questions:
            tried.setdefault(skill_of(known[0].questions[each.question]), []).append(each.right)
    rates = {skill: sum(right) / len(right) for skill, right in tried.items() if len(right) >= _WEAK}
    weak = min(rates, key=lambda skill: (rates[skill], skill), default="")
    return weak if weak and rates[weak] < 1 else ""


def skill_tasks(case: Case, bench: Bench, wanted: Collection[str], number: int, key: object) -> tuple[Task, ...]:
    """Questions of a case that try one of these skills (:func:`~moot.study.skills.skill_of`), in an order drawn from ``key``; no stock questions."""
    dice = Dice("skill", case.id, *sorted(wanted), key)
    fitting = [each.id for each in case.questions.values() if not each.stock and skill_of(each) in wanted]
    rooms = _Rooms(lambda _: None)
    rooms.keep(case, bench)
    found: list[Task] = []
    for id in dice.shuffled(fitting):
        if len(found) == number:
            break
        task = _task(rooms, case.id, id, "")
        if task is not None:
            found.append(task)
    return tuple(found)


def hot_seat_tasks(case: Case, bench: Bench, judge: str, number: int, key: object) -> tuple[Task, ...]:
    """Questions of one judge on one case, as they suit the judge; those that were really asked by them come sooner.

    Raises :class:`~moot.errors.MootError` where the judge has nothing to ask there.
    """
    put = suited(case, bench)
    weights = {
        id: who[judge] * (3 if judge in case.questions[id].asked_by else 1) for id, who in put.items() if judge in who
    }
    dice = Dice("hot seat", case.id, judge, key)
    found: list[Task] = []
    while weights and len(found) < number:
        id = dice.pick(list(weights), list(weights.values()))
        del weights[id]
        if case.questions[id].purpose is Purpose.HUMOR:
            continue
        round = standing_before(case, bench, id, by=judge)
        if round is None or sum(isinstance(move, moves.GiveAnswer) for move in round.legal) < 2:
            continue
        task = Task(round)
        if _varied(found, task.question, number):
            found.append(task)
    if not found:
        raise MootError(
            f"{bench.judge[judge].title} has no question to put in {case.id}; try another judge, or another case"
        )
    return tuple(found)
