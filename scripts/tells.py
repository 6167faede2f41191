"""Do the answers give themselves away? The table of tells of every shipped case, and what simple rules are worth on the ballot.

    python scripts/tells.py                         every shipped case, 100 sittings a rule and seat
    python scripts/tells.py wilson-v-layne my.yaml  these cases
    python scripts/tells.py --at REV                the case files as they were at a revision, under today's rules
    python scripts/tells.py --seeds 200 --first 1000  ballots on other seeds than those the cases were mended on
    python scripts/tells.py --seeds 0               without ballots
    python scripts/tells.py --all                   every word, and not only those past the limit
    python scripts/tells.py --why                   which questions make a rule's ballot differ from random

Best and worst are by ballot value (moot/score/answering.py, with `worth`): an answer's loss over the answers, authority and candor items.
Chance is the mean share of best (worst) answers in the questions where the feature says anything: what all answers of a
question share is left out. p is exact (moot/study/tells/chance.py) and one-sided.

  over   past the issue's limit in points above chance, by chance or not
  sure   over, and p times the number of rows tested (words and openings together, the rest together) is under 0.05
  FAILS  a limit the shipped cases must keep: place, length, manner and quiz as they stand, with 5 answers or more; a word or
         opening, with 20 answers or more, where it is sure, or over and used in 60 answers or more; the ballot of a rule where
         the whole 95% interval of its difference from random is past 6 points

Exit 1 when a case fails.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import moot
from moot.files.folders import list_cases
from moot.round import moves
from moot.score.answering import answer_loss
from moot.study.tells.ballots import RANDOM, RULES, Ruled, rule_ballots
from moot.study.tells.table import Tell, tells

FIRST_SEED = 100


def at(revision: str, folder: Path) -> dict[str, Path]:
    """The case files of a revision, written into a folder."""

    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True).stdout

    for name in git("ls-tree", "--name-only", revision, "scenarios/").split():
        (folder / Path(name).name).write_text(git("show", f"{revision}:{name}"), encoding="utf-8")
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def word(row: Tell) -> str:
    return "FAILS" if row.fails else "sure" if row.sure else "over" if row.over else ""


def show(case, every: bool) -> int:
    rows = tells(case)
    quizzes = sum(question.pick is not None for question in case.questions.values())
    print(f"\n{case.id}: {len(case.questions)} questions, {quizzes} of them quizzes")
    print(f"  {'':<9}{'answer':<24}{'is':<7}{'times':>10}{'%':>6}{'chance':>8}{'above':>8}{'limit':>7}{'p':>9}")
    hidden = Counter()
    for row in rows:
        if row.feature.kind in ("word", "opening") and not (row.over or every):
            hidden[row.feature.kind] += 1
            continue
        limit = "" if row.limit is None else f"+{row.limit}"
        print(
            f"  {row.feature.kind:<9}{row.feature.name:<24}{row.end:<7}{f'{row.hits}/{row.uses}':>10}"
            f"{100 * row.hits / row.uses:>6.0f}{100 * row.chance:>8.0f}{row.above:>+8.1f}{limit:>7}{row.p:>9.4f}  {word(row)}"
        )
    told = ", ".join(f"{many} of {kind}s" for kind, many in hidden.items())
    print(f"  within their limits and not shown: {told or 'none'}")
    return sum(row.fails for row in rows)


def show_ballots(case, bench, seeds: range) -> int:
    rows = rule_ballots(case, bench, seeds)
    print(f"  ballots, {len(seeds)} sittings a rule: mean, difference from random (95% interval), limit 6 either way")
    for rule in RULES:
        cells = []
        for row in rows:
            if row.rule == rule:
                apart = (row.difference.high or 0) - row.difference.mean
                state = "FAILS" if row.fails else "over" if row.over else ""
                cells.append(f"{row.side.value} {row.mean:5.1f} {row.difference.mean:+5.1f} ±{apart:<4.1f}{state:<6}")
        print(f"    {rule:<12}{'   '.join(cells)}")
    return sum(row.fails for row in rows)


def show_reasons(case, bench, seeds: range) -> None:
    """For each seat and rule, the questions that move its answers item most: how often asked, and the share lost against random."""
    met: Counter = Counter()
    for rule in RULES:
        for seed in seeds:
            round = moot.Round(case, bench, seed=seed)
            round.play_out(Ruled(rule, seed), Ruled(rule, seed))
            met.update(case.question_of[move.answer].id for move in round.line if isinstance(move, moves.GiveAnswer))
    plays = len(seeds) * len(RULES)
    found = defaultdict(list)
    for id, times in met.items():
        question = case.questions[id]
        loss = {answer.id: float(answer_loss(case, answer.id)) for answer in question.answers}
        for rule, choose in RULES.items():
            chosen = choose(case, question.answers) or question.answers
            gain = sum(loss.values()) / len(loss) - sum(loss[answer.id] for answer in chosen) / len(chosen)
            if rule != RANDOM and gain:
                found[case.point_of[id].side, rule].append((times / plays * gain, times / plays, gain, id, loss))
    for (side, rule), rows in sorted(found.items()):
        print(f"  {case.id}, {side.value}, {rule}: {sum(row[0] for row in rows):+.1f}")
        for share, often, gain, id, loss in sorted(rows, key=lambda row: -abs(row[0]))[:12]:
            each = " ".join(
                f"{answer.letter}:{answer.manner.value[:4]}:{loss[answer.id]:.0f}"
                for answer in case.questions[id].answers
            )
            print(f"    {share:+6.2f}  asked {often:.2f}  {gain:+6.1f}  {id}  {each}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Do the answers give themselves away?")
    parser.add_argument("cases", nargs="*", help="ids or paths; all shipped cases if none")
    parser.add_argument("--at", metavar="REV", help="the case files of a revision")
    parser.add_argument("--seeds", type=int, default=100, metavar="N", help="sittings a rule; 0 leaves ballots out")
    parser.add_argument("--first", type=int, default=FIRST_SEED, metavar="N", help="the first seed")
    parser.add_argument("--all", action="store_true", help="print every word")
    parser.add_argument("--why", action="store_true", help="print which questions make a rule's ballot differ")
    args = parser.parse_args()
    failed: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        shipped = at(args.at, Path(folder)) if args.at else list_cases()
        for name in args.cases or sorted(shipped):
            case = moot.load_case(shipped.get(name, name))
            failed[case.id] = show(case, args.all)
            if args.seeds:
                bench, seeds = moot.load_bench(case.bench), range(args.first, args.first + args.seeds)
                failed[case.id] += show_ballots(case, bench, seeds)
                if args.why:
                    show_reasons(case, bench, seeds)
    print()
    for id, many in failed.items():
        print(f"{id}: {f'{many} rows fail' if many else 'within every limit'}")
    return 1 if any(failed.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
