"""What the bench asks, beside what these nine Justices really did.

    python scripts/questions.py [CASE ...] [-n SEEDS] [--only table,lean,replay,mix]

A question is one ask, follow-ups included. A thread is what is asked before counsel goes on, as far as each question follows the answer
before it, asks about the same issue, or is a stock question about the point. Counsel on both sides are :class:`Steady`: a roadmap of as many heads as the
format allows, every point of a head in an order drawn from the seed, every interrupted point resumed, :data:`SOUND`
in a hundred answers the best by the table and the rest at random.

The real figures are counted from the transcripts of 797 arguments before exactly these nine, October Terms 1994 to 2004 (Oyez;
votes from the Supreme Court Database). ``SHARES`` are shares of the turns of the bench, ``OPENS`` of the first interruptions
of a side, in a hundred. ``LEANS`` are turns to the side voted against over turns to the side voted for. ``FIRST`` are seconds
to the first turn of the bench, at each quartile. Where only some of the nine sit, they are compared by their shares of what those who
sit asked and opened.

Shares of a sample are off the true ones by chance alone. So beside each total variation from the real shares stand the number of
draws and the total variation that as many independent draws from the real shares would show on the average (:func:`chance`).
Asks of one thread are not independent, so for who asks chance alone is more than it says.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.bench.judging.credit import fit
from moot.bench.judging.reasoning import reason
from moot.case import Case, Purpose, Question, Side, Tone
from moot.case.stock import FOLLOW_UPS
from moot.files.folders import list_cases
from moot.round import moves
from moot.round.asking.askers import matters
from moot.round.dice import Dice
from moot.round.formats import TICK_SECONDS

SHARES = {
    "rehnquist": 13.18, "stevens": 10.97, "oconnor": 9.54, "scalia": 20.10, "kennedy": 9.10, "souter": 11.70,
    "thomas": 0.17, "ginsburg": 12.29, "breyer": 12.95,
}  # fmt: skip
OPENS = {
    "rehnquist": 26.24, "stevens": 6.61, "oconnor": 23.95, "scalia": 15.12, "kennedy": 9.75, "souter": 5.82,
    "thomas": 0.13, "ginsburg": 8.70, "breyer": 3.66,
}  # fmt: skip
LEANS = {
    "rehnquist": 1.33, "stevens": 1.81, "oconnor": 0.99, "scalia": 1.30, "kennedy": 0.97, "souter": 1.37,
    "ginsburg": 1.45, "breyer": 1.46,
}  # fmt: skip
FIRST = {Side.PETITIONER: (44, 64, 95), Side.RESPONDENT: (31, 46, 72)}

HEATS = ("cold", "normal", "hot", "historical")


SOUND = 60
"""In a hundred answers, how many of counsel's are the best by the table of credit; the rest are drawn."""


class Steady:
    """Counsel who uses the time: the most heads, every point, every interrupted point resumed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def choose(self, round: moot.Round) -> moves.Move:
        legal = list(round.legal)
        dice = Dice("steady", self.seed, round.ply, str(round.line[-1]) if round.line else "")
        for kind in (moves.Roadmap, moves.GiveAnswer, moves.Resume, moves.Plead, moves.Turn):
            some = [move for move in legal if isinstance(move, kind)]
            if kind is moves.Roadmap and some:
                most = max((len(move.heads), move.reserve) for move in some)
                some = [move for move in some if (len(move.heads), move.reserve) == most]
            if kind is moves.GiveAnswer and some and dice.below(100) < SOUND:
                question = round.case.questions[some[0].answer.rpartition(".")[0]]
                return max(some, key=lambda move: fit(question, round.case.answers[move.answer]))
            if some:
                return some[dice.below(len(some))]
        return moves.Sit()


@dataclass
class Asked:
    """One ask: who, what, to which side, what side the judge stood against then, and the seconds since the turn opened."""

    by: str
    question: Question
    side: Side
    against: Side
    seconds: int


@dataclass
class Sitting:
    """One sitting: its asks by turn, the threads by length, the points pleaded, how each judge voted."""

    turns: dict[str, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    chains: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    could: int = 0
    followed: int = 0
    pleaded: set[str] = field(default_factory=set)
    against: dict[str, Side] = field(default_factory=dict)
    facing: dict[tuple[str, bool], int] = field(default_factory=Counter)

    @property
    def asks(self) -> list[Asked]:
        return [ask for turn in self.turns.values() for ask in turn]


def disliked(case: Case, disturbs: bool) -> Side:
    """The side against which a judge stands who would or would not disturb the judgment below."""
    return case.below.won if disturbs else case.below.won.other


def play(
    case: Case, bench: moot.Bench, seed: int, heat: str, format: str | None, counsel: int | None = None
) -> Sitting:
    """One sitting before this bench. ``counsel`` is the seed of both counsel, that of the sitting unless given."""
    round = moot.Round(case, bench, seed=seed, heat=heat, format=format)
    given = seed if counsel is None else counsel
    outcome = round.play_out(Steady(given), Steady(given + 1000))
    found = Sitting()
    for id, reasoning in outcome.ruling.reasonings.items():
        found.against[id] = disliked(case, reasoning.vote.disturbs)
    roots = {each.id: root.id for point in case.points for root in point.questions for each in root.walk()}
    first = set(roots.values())
    matter = matters(case)
    root, last, opened, turn, stand = "", "", 0, "", {}
    for move, (before, after) in zip(round.line, pairwise(round.positions), strict=True):
        place = before.state
        side = round.rules.side(place)
        if round.rules.turn(place) != turn:
            turn, opened = round.rules.turn(place), before.clock
        if isinstance(move, moves.Plead):
            found.pleaded.add(move.point)
        if isinstance(move, moves.Roadmap | moves.Turn):
            stand = {
                judge.id: disliked(case, reason(judge, case, before.heard).vote.disturbs) for judge in bench.judges
            }
        for id, against in stand.items():
            if round.rules.turn(after.state) == turn:
                found.facing[id, against is side] += before.clock - after.clock
        if place.bench and any(id not in first for id in place.menu):
            found.could += 1
            found.followed += isinstance(move, moves.Ask) and move.question not in first
        if isinstance(move, moves.Ask):
            keeps = place.reserve if turn == "petitioner" else 0
            seconds = (opened - keeps - before.clock) * TICK_SECONDS
            found.turns[turn].append(Asked(move.by, case.questions[move.question], side, stand[move.by], seconds))
            run = place.cut and bool(found.runs)
            chained = roots[move.question] == root and bool(found.chains)
            near = matter[move.question] & matter[last] if last else frozenset()
            linked = chained or (run and bool(near or case.questions[move.question].stock))
            found.chains[-1:] = [found.chains[-1] + 1] if chained else [*found.chains[-1:], 1]
            found.threads[-1:] = [found.threads[-1] + 1] if linked else [*found.threads[-1:], 1]
            last = move.question
            found.runs[-1:] = [found.runs[-1] + 1] if run else [*found.runs[-1:], 1]
            root = roots[move.question]
        elif not isinstance(move, moves.GiveAnswer):
            root = last = ""
    return found


def shares(counts: Counter[str]) -> dict[str, float]:
    """Each judge's part in a hundred."""
    return {id: 100 * much / (counts.total() or 1) for id, much in counts.items()}


def variation(found: dict[str, float], real: dict[str, float]) -> float:
    """Total variation between two sets of shares, in points of a hundred."""
    return sum(abs(found.get(id, 0) - real.get(id, 0)) for id in {*found, *real}) / 2


def sitting_shares(real: dict[str, float], bench: moot.Bench) -> dict[str, float]:
    """The real shares among those of the nine who sit; nothing if somebody else sits."""
    ids = [judge.id for judge in bench.judges]
    if not set(ids) <= set(real):
        return {}
    whole = sum(real[id] for id in ids) or 1
    return {id: 100 * real[id] / whole for id in ids}


def chance(real: dict[str, float], draws: int) -> float:
    """The mean total variation between these shares and those of so many independent draws from them, in points; computed, not sampled.

    It is half the sum of the mean absolute deviations of the counts over the draws, and a count is binomial: with k the first
    whole number above np, the mean of |X - np| is 2 k (1 - p) P(X = k) (de Moivre).
    """
    if not draws:
        return 0
    whole = sum(real.values())
    return 100 * sum(_deviation(draws, share / whole) for share in real.values() if 0 < share < whole) / 2 / draws


def _deviation(n: int, p: float) -> float:
    """The mean absolute deviation of a binomial count from its mean."""
    k = math.floor(n * p) + 1
    if k > n:  # n times p is n itself only where p is 1 to the last digit
        return 0
    log = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return 2 * k * (1 - p) * math.exp(log + k * math.log(p) + (n - k) * math.log1p(-p))


def beside(counts: Counter[str], real: dict[str, float]) -> str:
    """Total variation from the real shares, what chance alone gives in as many draws, and the number of draws."""
    if not real:
        return f"{'-':>5} {'-':>6} {'-':>5}"
    draws = counts.total()
    return f"{variation(shares(counts), real):5.1f} ({chance(real, draws):4.1f}) {draws:5}"


def is_stock(question: Question) -> bool:
    """Whether it is a stock question; a follow-up that the engine made is not counted as one."""
    return bool(question.stock) and question.stock not in FOLLOW_UPS


def row(case: Case, bench: moot.Bench, heat: str, format: str, sittings: list[Sitting]) -> str:
    """One row of the table."""
    counts = [len(sitting.asks) for sitting in sittings]
    asks = [ask for sitting in sittings for ask in sitting.asks]
    by = Counter(ask.by for ask in asks)
    opens = Counter(
        asked[0].by for sitting in sittings for name, asked in sitting.turns.items() if asked and name != "rebuttal"
    )
    first = [
        quartiles([sitting.turns[name][0].seconds for sitting in sittings if sitting.turns[name]])
        for name in ("petitioner", "respondent")
    ]
    threads = Counter(min(length, 5) for sitting in sittings for length in sitting.threads)
    chains = Counter(min(length, 3) for sitting in sittings for length in sitting.chains)
    deep = sum(length * many for length, many in threads.items() if length >= 3)
    stock = 100 * sum(is_stock(ask.question) for ask in asks) / (len(asks) or 1)
    most_stock = max(
        (sum(is_stock(ask.question) for ask in s.asks) / len(s.asks) for s in sittings if s.asks), default=0
    )
    points = statistics.mean(len(sitting.pleaded) for sitting in sittings)
    cells = [
        f"{case.id[:12]:12} {format:12} {heat:10}",
        f"{statistics.mean(counts):5.1f} {statistics.pstdev(counts):4.1f} {points:5.1f}",
        f"{beside(by, sitting_shares(SHARES, bench))} {beside(opens, sitting_shares(OPENS, bench))}",
        "  ".join("/".join(str(round(part)) for part in part) for part in first),
        " ".join(f"{100 * threads[length] / (threads.total() or 1):3.0f}" for length in range(1, 6)),
        " ".join(f"{100 * chains[length] / (chains.total() or 1):3.0f}" for length in range(1, 4)),
        f"{100 * sum(s.followed for s in sittings) / (sum(s.could for s in sittings) or 1):3.0f}",
        f"{100 * deep / (len(asks) or 1):4.0f} {statistics.mean(run for s in sittings for run in s.runs or [0]):4.1f}",
        f"{stock:4.0f} {100 * most_stock:4.0f} {100 * sum(bool(ask.question.stock) for ask in asks) / (len(asks) or 1):4.0f}",
    ]
    return " | ".join(cells)


def quartiles(values: list[int]) -> tuple[float, float, float]:
    if len(values) < 2:
        return (0, 0, 0)
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def table(cases: list[Case], seeds: int) -> None:
    print(f"{seeds} sittings a row; a question is one ask, follow-ups included; counsel use their time")
    print(
        "asks: mean, sd over seeds, points pleaded | total variation from the real shares (by chance alone) in so many draws:"
    )
    print("who asks, who opens a side |")
    print("seconds to the first interruption, quartiles: petitioner, respondent (real: 44/64/95 31/46/72) |")
    print(
        "threads of 1, 2, 3, 4, 5 questions, in a hundred | chains of follow-ups alone of 1, 2, 3+ | follow-ups put, of those"
    )
    print(
        "that could be | share of asks in threads of 3+, mean questions an interruption | share of stock, most in a sitting, share made by the engine"
    )
    pooled: list[Asked] = []
    opened: Counter[str] = Counter()
    for case in cases:
        bench = moot.load_bench(case.bench)
        for format in dict.fromkeys((case.argument, "quick")):
            for heat in HEATS if format == case.argument else ("normal",):
                if heat == "historical" and not any(question.asked_by for question in case.questions.values()):
                    continue
                sittings = [play(case, bench, seed, heat, format) for seed in range(seeds)]
                print(row(case, bench, heat, format, sittings), flush=True)
                if heat == "normal" and format == "scotus-1997" and case.bench == "lewis-1998":
                    pooled += [ask for sitting in sittings for ask in sitting.asks]
                    opened.update(
                        s.turns[name][0].by
                        for s in sittings
                        for name in s.turns
                        if s.turns[name] and name != "rebuttal"
                    )
                if heat == "historical":
                    print("   real episodes whose point is pleaded:", historical(case, sittings))
    if pooled:
        asked = Counter(ask.by for ask in pooled)
        by, opens = shares(asked), shares(opened)
        print("\nthe nine, pooled over the real cases at normal heat: share of asks (real); opens a side (real)")
        for id, real in SHARES.items():
            print(f"  {id:10} {by.get(id, 0):5.1f} ({real:4.1f})   {opens.get(id, 0):5.1f} ({OPENS[id]:4.1f})")
        print(
            f"  total variation (by chance alone), draws: who asks {beside(asked, SHARES)}; who opens {beside(opened, OPENS)}"
        )


def historical(case: Case, sittings: list[Sitting]) -> str:
    """How many of the real episodes were asked, of those whose point was pleaded, and whether by those who asked them."""
    real = {id: question for id, question in case.questions.items() if question.asked_by}
    could = got = rightly = 0
    for sitting in sittings:
        mine = {id for id in real if case.point_of[id].id in sitting.pleaded}
        asked = {ask.question.id: ask.by for ask in sitting.asks if ask.question.id in mine}
        could, got = could + len(mine), got + len(asked)
        rightly += sum(by in real[id].asked_by for id, by in asked.items())
    return f"{100 * got / (could or 1):.0f}% asked, {100 * rightly / (got or 1):.0f}% of those by who asked them"


def lean(cases: list[Case], seeds: int) -> None:
    """How much harder each judge presses the side they stand against.

    The side a judge stands against is often the one whose turn has only begun, and a bench warms up: so even a bench that
    leans to nobody has ratios beside 1. The ratio is divided by that of the same bench with every lean at 1.
    """
    print(
        "\nlean: asks a minute to the side a judge stands against (by their leaning when the head was opened) over the side"
    )
    print(
        "they are for, divided by the same ratio of a bench that leans to nobody; in brackets undivided, and asks to the side"
    )
    print("voted against in the end over the side voted for; declared; real")
    bench = moot.load_bench("lewis-1998")
    even = moot.Bench(bench.id, bench.title, tuple(replace(judge, lean=Decimal(1)) for judge in bench.judges))
    found, ended = pressed(cases, bench, seeds)
    plain, _ = pressed(cases, even, seeds)
    for judge in bench.judges:
        id = judge.id
        print(
            f"  {id:10} {found[id] / (plain[id] or 1):5.2f} [{found[id]:4.2f} {ended[id]:4.2f}]"
            f"  {float(judge.lean):4.2f}  {LEANS.get(id, 0):4.2f}"
        )


def pressed(cases: list[Case], bench: moot.Bench, seeds: int) -> tuple[dict[str, float], dict[str, float]]:
    """For each judge the ratio by their leaning then, and by their vote in the end."""
    then: Counter[tuple[str, bool]] = Counter()
    facing: Counter[tuple[str, bool]] = Counter()
    final: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        for seed in range(seeds if case.bench == bench.id else 0):
            sitting = play(case, bench, seed, "normal", None)
            facing.update(sitting.facing)
            for ask in sitting.asks:
                then[ask.by, ask.against is ask.side] += 1
                final[ask.by, sitting.against[ask.by] is ask.side] += 1
    rate = {key: many / (facing[key] or 1) for key, many in then.items()}
    ids = [judge.id for judge in bench.judges]
    return (
        {id: rate.get((id, True), 0) / (rate.get((id, False)) or 1) for id in ids},
        {id: final[id, True] / (final[id, False] or 1) for id in ids},
    )


def replay(cases: list[Case], seeds: int = 20) -> None:
    print(
        "\nreplay of one seat, twenty seeds: asks a sitting, different, mean Jaccard, new in sittings 1 to 6, share new in the fifth"
    )
    print(
        "(first row: the same points each time, the order of the first seed; second: other heads and orders each time)"
    )
    for case in cases:
        bench = moot.load_bench(case.bench)
        for counsel in (7, None):
            played = [play(case, bench, seed, "normal", None, counsel) for seed in range(seeds)]
            for side in Side:
                sets = [{ask.question.id for ask in sitting.asks if ask.side is side} for sitting in played]
                print(f"  {case.id[:12]:12} {side.value:10} {replayed(sets)}", flush=True)


def replayed(sets: list[set[str]]) -> str:
    """The figures of one seat."""
    alike = [len(one & other) / (len(one | other) or 1) for one, other in combinations(sets, 2)]
    seen: set[str] = set()
    new = []
    for each in sets[:6]:
        new.append(len(each - seen))
        seen |= each
    fifths = [
        len(sets[at + 4] - set().union(*sets[at : at + 4])) / (len(sets[at + 4]) or 1) for at in range(len(sets) - 4)
    ]
    mean = statistics.mean(len(each) for each in sets)
    return (
        f"{mean:5.1f} {len(set().union(*sets)):4} {statistics.mean(alike):5.2f}  {' '.join(map(str, new)):20} "
        f"{100 * statistics.mean(fifths):3.0f}%"
    )


def asked(case: Case, bench: moot.Bench, heat: str, seeds: int) -> Iterator[Asked]:
    for seed in range(seeds):
        yield from play(case, bench, seed, heat, None).asks


def mix(case: Case, seeds: int) -> None:
    """The mix of purposes of each judge beside the declared one, and the tones of the historical heat."""
    bench = moot.load_bench(case.bench)
    print(f"\n{case.id} before {bench.id}, heat normal: purposes in a hundred (declared)")
    found: dict[str, Counter[Purpose]] = {judge.id: Counter() for judge in bench.judges}
    for ask in asked(case, bench, "normal", seeds):
        found[ask.by][ask.question.purpose] += 1
    print(f"{'':10} {'asked':>5} " + " ".join(f"{purpose.value[:9]:>10}" for purpose in Purpose))
    for judge in bench.judges:
        total, declared = found[judge.id].total() or 1, sum(judge.purposes.values()) or 1
        cells = [
            f"{100 * found[judge.id][purpose] // total:3} ({100 * judge.purposes.get(purpose, 0) // declared:2})"
            for purpose in Purpose
        ]
        print(f"{judge.id:10} {found[judge.id].total():5} " + " ".join(f"{cell:>10}" for cell in cells))
    tones = {side: Counter[Tone]() for side in Side}
    for ask in asked(case, bench, "historical", seeds):
        tones[ask.side][ask.question.tone] += 1
    real = {side: Counter[Tone]() for side in Side}
    for question in case.questions.values():
        if question.source:
            real[case.point_of[question.id].side][question.tone] += 1
    print("heat historical: tones in a hundred, to each side (really, by the case file's sources)")
    for side in Side:
        total, really = tones[side].total() or 1, real[side].total() or 1
        cells = [
            f"{tone.value} {100 * tones[side][tone] // total} ({100 * real[side][tone] // really})" for tone in Tone
        ]
        print(f"{side.value:10} " + "  ".join(cells))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*")
    parser.add_argument("-n", type=int, default=100, help="sittings a row; 100")
    parser.add_argument("--only", default="table,lean,replay,mix")
    args = parser.parse_args()
    cases = [moot.load_case(id) for id in args.cases or sorted(list_cases())]
    wanted = args.only.split(",")
    if "table" in wanted:
        table(cases, args.n)
    if "lean" in wanted:
        lean(cases, args.n)
    if "replay" in wanted:
        replay(cases)
    if "mix" in wanted:
        mix(cases[-1] if args.cases else moot.load_case("sacramento-v-lewis"), args.n)


if __name__ == "__main__":
    main()
