"""`moot drill`: five minutes of single questions; with --judge, a hot seat."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from moot.bench.persona import Bench
from moot.case import Case
from moot.commands.printing import say
from moot.commands.sitting.practicing import logged, practice_on_terminal
from moot.errors import MootError
from moot.files.folders import list_cases
from moot.files.loading import load_bench, load_case, load_judge
from moot.files.records import kept
from moot.sitting.practice.attempts import all_attempts, due_again
from moot.sitting.practice.engine import Practice
from moot.sitting.practice.tasks import DRILL, HOT_SEAT, drill_tasks, hot_seat_tasks
from moot.sitting.setup import default_case, learning_case
from moot.sitting.words.spoken import plural

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Ask what is due and then what is new; or ten questions from one judge."""
    if args.judge is not None:
        case = load_case(args.case or _last_case() or default_case())
        bench = _with(case, args.judge)
        judge = bench.judge[args.judge]
        tasks = hot_seat_tasks(case, bench, judge.id, args.number or HOT_SEAT, datetime.now(UTC).isoformat())
        say(f"Hot seat: {plural(len(tasks), 'question')} from {judge.title} in {case.caption}. The judge is simulated.")
        return practice_on_terminal(Practice(tasks, "hot seat", logged()))
    attempts = all_attempts(lambda line: say(line, sys.stderr))
    named = load_case(args.case) if args.case is not None else None
    today = datetime.now(UTC).date()
    tasks = drill_tasks(attempts, named, args.number or DRILL, today, lambda line: say(line, sys.stderr), learning_case)
    if not tasks:
        raise MootError("there is no question to drill: no case that was played can be read; name one: moot drill CASE")
    back = sum(bool(task.origin) for task in tasks)
    say(f"{plural(len(tasks), 'question')}: {back} that you fumbled before, {len(tasks) - back} new.")
    code = practice_on_terminal(Practice(tasks, "drill", logged()))
    if due := due_again(all_attempts(lambda _: None), today):
        say(due)
    return code


def _last_case() -> str:
    """The case that was argued last; empty where there is none, or it is not a known one."""
    newest = next((each.data for each in kept() if each.data is not None), None)
    return newest.header.case if newest is not None and newest.header.case in list_cases() else ""


def _with(case: Case, judge: str) -> Bench:
    """The bench of the case where the judge sits on it, or else a bench of that judge alone."""
    bench = load_bench(case.bench)
    if judge in bench.judge:
        return bench
    return load_bench([load_judge(judge).id])
