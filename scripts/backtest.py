"""The bench against what the Justices did: per judge and per case, on each historical line, and beside three baselines.

    python scripts/backtest.py            prints the tables
    python scripts/backtest.py --markdown prints them for the docs

A case counts when it is real and has a historical line. Three things are predicted for each judge: whether the judge
joins the lead opinion, the role (joined, concurring, in the judgment …), and the vote.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.case import Side
from moot.files.folders import list_cases
from moot.score import result

JOINS = {"author", "joined", "concurring"}


def sittings():
    """Every real case played on its historical line: (case, ruling, result beside the real one)."""
    for id in sorted(list_cases()):
        case = moot.load_case(id)
        if not case.real or case.historical is None:
            continue
        round = moot.Round(case, moot.load_bench(case.bench))
        for move in case.historical.line:
            round.push(move)
        ruling = round.outcome().ruling
        yield case, ruling, result(ruling)


def real_vote(case, role: str) -> bool:
    """Whether the judge really voted to disturb the judgment below."""
    disturbs = case.historical.disposition.disturbs
    against = role in {"dissenting", "concurring in part and dissenting in part"}
    return disturbs is not against


def real_ground(case, judge: str) -> str:
    """What the judge's separate opinion, written or joined, really rested on, in the words of the case file."""
    for opinion in case.opinions[1:]:
        if judge == opinion.author:
            return opinion.ground
    joined = [opinion.ground for opinion in case.opinions[1:] if judge in opinion.joined]
    return "; ".join(joined) or "-"


GOVERNMENT = {
    "atwater-v-lago-vista": Side.RESPONDENT,
    "brower-v-inyo": Side.RESPONDENT,
    "sacramento-v-lewis": Side.PETITIONER,
    "washington-v-glucksberg": Side.PETITIONER,
    "wilson-v-layne": Side.RESPONDENT,
}
"""Which side is the government's: an officer, a county or a State."""

BASELINES: dict[str, Callable[[object], tuple[bool, bool]]] = {
    # Each gives (joins the lead opinion, votes to disturb) for any judge in a case.
    "always disturbing the judgment below": lambda _: (True, True),
    "always with the government": lambda case: (
        True,
        (case.below.won is Side.RESPONDENT) is (GOVERNMENT[case.id] is Side.PETITIONER),
    ),
    "always joining the real lead opinion": lambda case: (True, case.historical.disposition.disturbs),
}


def main() -> None:
    markdown = "--markdown" in sys.argv
    rows, score = [], {"moot": [0, 0, 0, 0]}
    for name in BASELINES:
        score[name] = [0, 0, 0, 0]
    for case, ruling, beside in sittings():
        for role in beside.roles:
            here_joins, really_joins = role.here in JOINS, role.really in JOINS
            vote = ruling.standings[role.judge].vote.disturbs
            really = real_vote(case, role.really)
            ground = next(
                (
                    opinion.ground
                    for opinion in ruling.opinions
                    if role.judge in (opinion.author, *opinion.joined) and opinion.number
                ),
                "",
            )
            rows.append(
                (
                    case.id,
                    role.judge,
                    role.here,
                    role.really,
                    ground or "-",
                    real_ground(case, role.judge),
                    f"{ruling.standings[role.judge].vote.value}, really {'to disturb' if really else 'to affirm'}",
                    "yes" if role.here == role.really and vote == really else "NO",
                )
            )
            tally = score["moot"]
            for index, right in enumerate((here_joins == really_joins, role.here == role.really, vote == really)):
                tally[index] += right
            tally[3] += 1
            for name, guess in BASELINES.items():
                joins, disturbs = guess(case)
                tally = score[name]
                tally[0] += joins == really_joins
                tally[1] += joins == really_joins and role.really == "joined"
                tally[2] += disturbs == really
                tally[3] += 1
    bar = "|" if markdown else " "
    heads = ("case", "judge", "here", "really", "separate ground here", "separate ground really", "vote", "same")
    print(bar, f" {bar} ".join(heads), bar)
    if markdown:
        print("|---" * len(heads) + "|")
    for row in rows:
        print(bar, f" {bar} ".join(row), bar)
    print()
    print(f"{bar} predictor {bar} joins the lead {bar} role {bar} vote {bar}")
    if markdown:
        print("|---|---|---|---|")
    for name, (joins, role, vote, count) in score.items():
        print(f"{bar} {name} {bar} {joins}/{count} {bar} {role}/{count} {bar} {vote}/{count} {bar}")


if __name__ == "__main__":
    main()
