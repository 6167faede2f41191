"""Where the questions of a practice come from: a record's mistakes, what is due, any case, one judge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime

from moot.bench.persona import Bench
from moot.case import Case, Purpose, Question
from moot.errors import MootError
from moot.files.library import load_bench, load_case
from moot.files.practice import Attempt
from moot.round import moves
from moot.round.asking.askers import suited
from moot.round.asking.groups import STOCK
from moot.round.dice import Dice
from moot.round.round import Round
from moot.sitting.practice.engine import Grade, Task
from moot.sitting.practice.played import Played
from moot.sitting.practice.schedule import schedule
from moot.sitting.practice.standing import standing_before
from moot.sitting.replaying import Say
from moot.study.skills import skill_of

__all__ = [
    "DRILL",
    "HOT_SEAT",
    "drill_tasks",
    "hot_seat_tasks",
    "mistakes",
    "skill_tasks",
]

DRILL = 8
"""Questions of a drill: about five minutes."""

HOT_SEAT = 10
"""Questions of a hot seat."""

_WEAK = 3
"""So many attempts at a skill before it may be called weak."""


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
