"""Practice: what counts as right, what comes back when, and where the questions come from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

import moot
from moot.errors import IllegalMove, RecordError
from moot.files.practice import NAME, Attempt, append_attempt, read_attempts
from moot.files.records import read_record
from moot.round import moves
from moot.sitting.practice.engine import Finished, Grade, Graded, Hinted, Posed, Practice, Revealed, Task
from moot.sitting.practice.played import Played
from moot.sitting.practice.schedule import DAYS, schedule
from moot.sitting.practice.standing import standing_before
from moot.sitting.practice.tasks import drill_tasks, hot_seat_tasks, mistakes
from moot.sitting.replaying import replay
from moot.sitting.setup import default_case, new_session
from moot.study.policies import Answering
from moot.study.skills import SKILLS, skills

CASE = "first-argument"


@cache
def _case() -> moot.Case:
    return moot.load_case(CASE)


@cache
def _bench() -> moot.Bench:
    return moot.load_bench(_case().bench)


def _record(*, best: bool = False, seed: int = 3) -> Played:
    session, path = new_session(CASE, seed=seed)
    session.open()
    while session.waiting:
        session.play(Answering(seed, best=best).choose(session.round))
    data = read_record(path)
    return Played(data, replay(data))


def _day(number: int) -> str:
    return (datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=number)).isoformat()


def _attempts(*what: tuple[int, bool]) -> list[Attempt]:
    return [Attempt(CASE, "q1", right, _day(day), "drill") for day, right in what]


# -- the ladder --------------------------------------------------------------------------------------------------------


def test_a_fumbled_question_comes_back_after_1_3_7_and_21_days_and_then_no_more() -> None:
    told = [(0, False)]
    day = 0
    for days in DAYS:
        day += days
        due = schedule(_attempts(*told))[CASE, "q1"]
        assert due.day == date(2026, 1, 1) + timedelta(days=day)
        told.append((day, True))
    assert schedule(_attempts(*told)) == {}
    assert DAYS == (1, 3, 7, 21)


def test_fumbled_again_it_begins_again_and_early_success_changes_nothing() -> None:
    again = schedule(_attempts((0, False), (1, True), (4, False)))[CASE, "q1"]
    assert (again.step, again.day, again.fumbled) == (0, date(2026, 1, 6), 2)
    early = schedule(_attempts((0, False), (0, True)))[CASE, "q1"]
    assert (early.step, early.day) == (0, date(2026, 1, 2))
    assert schedule(_attempts((0, True))) == {}


# -- standing before a question ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("id", [CASE, "washington-v-glucksberg"])
def test_one_can_stand_before_every_question_of_a_case(id: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    for question, asked in case.questions.items():
        round = standing_before(case, bench, question)
        if asked.returns_to:
            # "You were asked this, and I did not hear an answer" was put to counsel who had not been asked.
            assert round is None
            continue
        assert round is not None, question
        assert round.pending is not None
        assert round.pending.id == question
        assert not round.problems()


# -- the engine --------------------------------------------------------------------------------------------------------


def _tasks(number: int = 3) -> list[Task]:
    rounds = (standing_before(_case(), _bench(), id) for id in _case().questions)
    tasks = [Task(round) for round in rounds if round is not None and len(round.legal) > 1]
    return [task for task in tasks if any(not each.right for each in task.alternatives)][:number]


def _wrong(task: Task) -> moves.GiveAnswer:
    return moves.GiveAnswer(task.alternatives[-1].answer)


def _right(task: Task) -> moves.GiveAnswer:
    return moves.GiveAnswer(task.alternatives[0].answer)


def test_not_yet_stays_and_right_goes_on() -> None:
    log: list[Attempt] = []
    tasks = _tasks()
    practice = Practice(tasks, "drill", log.append)
    (posed,) = practice.open()
    assert isinstance(posed, Posed)
    (graded,) = practice.answer(_wrong(tasks[0]))
    assert isinstance(graded, Graded)
    assert graded.verdict is Grade.NOT_YET
    assert practice.task is tasks[0]
    graded, posed = practice.answer(_right(tasks[0]))
    assert isinstance(graded, Graded)
    assert graded.verdict is Grade.RIGHT
    assert isinstance(posed, Posed)
    assert posed.number == 2
    revealed, _ = practice.view()
    assert isinstance(revealed, Revealed)
    *_, finished = practice.answer(_right(tasks[2]))
    assert isinstance(finished, Finished)
    assert (finished.tally.first, finished.tally.later, finished.tally.viewed) == (1, 1, 1)
    assert practice.task is None
    # The first answer to each is what counts.
    assert [each.right for each in log] == [False, False, True]


def test_an_answer_within_the_bound_is_also_right_and_is_said_to_be() -> None:
    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench(case.bench)
    rounds = (standing_before(case, bench, id) for id in case.questions)
    found = False
    for task in (Task(round) for round in rounds if round is not None):
        for each in task.alternatives:
            verdict = task.verdict(each.answer)
            assert (verdict is not Grade.NOT_YET) == each.right
            if verdict is Grade.ALSO_RIGHT:
                found = True
                graded, *_ = Practice([task], "drill").answer(moves.GiveAnswer(each.answer))
                assert isinstance(graded, Graded)
                assert task.alternatives[0] in graded.others
    assert found


def test_hints_grow_and_never_name_a_right_answer() -> None:
    for task in _tasks(20):
        practice = Practice([task], "drill")
        texts = []
        for _ in range(3):
            (hinted,) = practice.hint()
            assert isinstance(hinted, Hinted)
            texts.append(hinted.text)
            right = [each.text for each in task.alternatives if each.right and len(each.text) > 12]
            assert not any(f"“{text}”" in hinted.text for text in right)
        assert texts[0] != texts[1]


def test_what_cannot_be_said_there_changes_nothing() -> None:
    practice = Practice(_tasks(1), "drill")
    for move in (moves.Sit(), moves.GiveAnswer("no.a")):
        with pytest.raises(IllegalMove):
            practice.answer(move)
    assert practice.tried == []
    practice.skip()
    with pytest.raises(IllegalMove):
        practice.view()


# -- retry -------------------------------------------------------------------------------------------------------------


def test_retry_stands_before_every_fumbled_answer_the_costliest_first(saves) -> None:
    record = _record()
    tasks = mistakes(record)
    assert tasks
    costs = []
    for task in tasks:
        assert task.given is not None
        line = (*task.round.line, moves.GiveAnswer(task.given))
        assert record.round.line[: len(line)] == line
        assert task.verdict(task.given) is Grade.NOT_YET
        lost = {each.answer: each.ballot for each in task.alternatives}
        costs.append(lost[task.given] - task.alternatives[0].ballot)
    assert costs == sorted(costs, reverse=True)


def test_a_sitting_without_a_fumble_has_nothing_to_retry(saves) -> None:
    assert mistakes(_record(best=True)) == ()


# -- drill -------------------------------------------------------------------------------------------------------------


def _drill(attempts: list[Attempt], today: date, number: int = 5) -> tuple[Task, ...]:
    return drill_tasks(attempts, _case(), number, today, lambda _: None, default_case)


def test_what_was_fumbled_in_a_sitting_is_drilled_the_next_day_and_not_before(saves) -> None:
    attempts = list(_record().attempts())
    fumbled = {each.question for each in attempts if not each.right}
    assert fumbled
    day = attempts[0].time.date()
    assert not any(task.question.id in fumbled for task in _drill(attempts, day))
    back = _drill(attempts, day + timedelta(days=1), len(fumbled))
    assert {task.question.id for task in back} == fumbled
    assert all(task.origin.startswith("fumbled") for task in back)


def test_a_drill_is_varied_and_no_question_comes_twice(saves) -> None:
    for day in range(4):
        found = _drill([], date(2026, 1, 1) + timedelta(days=day), 10)
        ids = [task.question.id for task in found]
        assert len(ids) == len(set(ids)) == 10
        kinds = [task.question.stock for task in found if task.question.stock]
        assert len(kinds) <= 2
        assert len(kinds) == len(set(kinds))


def test_the_weakest_skill_gets_a_third_of_the_new_questions(saves) -> None:
    hypotheticals = [id for id, each in _case().questions.items() if each.purpose is moot.case.Purpose.HYPOTHETICAL]
    assert len(hypotheticals) > 4
    attempts = [Attempt(CASE, id, False, _day(40), "drill") for id in hypotheticals[:3]]
    new = _drill(attempts, date(2026, 1, 1), 6)
    assert sum(task.question.purpose is moot.case.Purpose.HYPOTHETICAL for task in new) >= 2


def test_the_hot_seat_is_one_judge_and_only_what_they_may_ask(saves) -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    tasks = hot_seat_tasks(case, bench, "breyer", 10, "key")
    assert len(tasks) == 10
    for task in tasks:
        last = task.round.peek()
        assert isinstance(last, moves.Ask)
        assert last.by == "breyer"
        assert "breyer" in task.round.askers(task.question.id)


# -- the log -----------------------------------------------------------------------------------------------------------


def test_the_log_survives_a_torn_line_and_says_how_many_it_lost(saves) -> None:
    one, other = _attempts((0, False), (1, True))
    append_attempt(one)
    with (saves / NAME).open("ab") as file:
        file.write(b'{"case": "first-arg')
    append_attempt(other)
    with (saves / NAME).open("ab") as file:
        file.write(b'{"case": "../../etc", "question": "x", "right": true, "at": "2026-01-01", "kind": "drill"}\n[1]\n')
    assert read_attempts() == ([one, other], 3)


def test_the_log_is_no_record_and_is_not_in_the_way_of_one(saves) -> None:
    append_attempt(*_attempts((0, False)))
    from moot.files.records import kept

    assert kept() == []


def test_a_folder_in_the_place_of_the_log_is_said_in_one_line(saves) -> None:
    (saves / NAME).mkdir(parents=True)
    with pytest.raises(RecordError) as caught:
        read_attempts()
    assert "\n" not in str(caught.value)
    with pytest.raises(RecordError):
        append_attempt(*_attempts((0, False)))


# -- skills ------------------------------------------------------------------------------------------------------------


def test_skills_are_shares_of_what_was_offered(saves) -> None:
    good, bad = _record(best=True), _record()
    for record in (good, bad):
        found = skills(record.round, record.sides[0])
        assert list(found) == [name for name in SKILLS if name in found]
        for each in found.values():
            assert 0 <= each.taken <= 1
            assert each.of > 0
    best, worst = (skills(record.round, record.sides[0]) for record in (good, bad))
    assert all(best[name].taken > worst[name].taken for name in ("questions",) if name in best and name in worst)


def test_a_case_and_a_bench_were_loaded_for_every_record(saves, monkeypatch) -> None:
    from moot.sitting import replaying
    from moot.sitting.practice.played import played

    records = [_record(seed=seed).data for seed in (1, 2, 3)]
    loaded: list[object] = []
    for name in ("load_case", "load_bench"):
        real = getattr(replaying, name)
        monkeypatch.setattr(replaying, name, lambda what, real=real: loaded.append(what) or real(what))
    found = list(played(records, pytest.fail))
    assert [each.data for each in found] == records
    assert len(loaded) == 2
    assert len({id(each.round.bench) for each in found}) == 1
