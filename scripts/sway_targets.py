"""The targets that scripts/sway.py holds its tables against. Each row says what is wanted, what was found, and whether it is met."""

from __future__ import annotations

import statistics
from functools import lru_cache
from typing import NamedTuple

from bench_simulate import measured
from sway_edits import edits

import moot
from moot.bench.conference import confer
from moot.case import Side
from moot.score import result
from moot.study.sway import differing, grounds, last_ground, taken

SEPARATE_WITHIN = 1.0


class Row(NamedTuple):
    """One target, for one seat or case. ``met`` is None where it could not be measured here."""

    target: str
    wanted: str
    found: str
    met: bool | None

    @property
    def word(self) -> str:
        return {True: "met", False: "MISSED", None: "-"}[self.met]


@lru_cache(maxsize=8)
def case_of(id: str):
    return moot.load_case(id)


def targets(seats: dict, cases: list[str]) -> list[Row]:
    """Every row that these seats and cases allow."""
    nine = {seat: pairings for seat, pairings in seats.items() if not seat[1]}
    rows = [*silence(nine), *history(cases), *answers(nine), *play(nine), *doomed(nine), *even(nine)]
    rows += [*opinions(nine), *robustness(cases), *speed(cases)]
    return rows


def rate(seen, side: Side) -> float:
    return 100 * sum(each.won is side for each in seen) / len(seen)


def judges(seen, side: Side) -> float:
    return statistics.fmean(each.judges(side) for each in seen)


def apart(one, other) -> float:
    return 100 * statistics.fmean(differing(*two) for two in zip(one, other, strict=True))


def short(id: str) -> str:
    return {"first-argument": id, "wilson-v-layne": "wilson"}.get(id, id.rpartition("-")[2])


def name(seat: tuple) -> str:
    return f"{short(seat[0])} {seat[2].value}"


def won_in_life(seat: tuple) -> bool:
    """Whether the seat won in the court that decided the case; where none did, no seat is counted as lost."""
    case = case_of(seat[0])
    if case.historical is None:
        return True
    disturbed = case.historical.disposition.disturbs
    return disturbed is (seat[2] is not case.below.won)


def silence(seats: dict):
    for seat, seen in seats.items():
        id, _, side = seat
        if id in ("sacramento-v-lewis", "washington-v-glucksberg") and side is Side.PETITIONER:
            for other in ("scripted", "greedy"):
                found = rate(seen["silent", other], side)
                yield Row("silence", f"{name(seat)} silent v. {other} wins at most 10%", f"{found:.0f}%", found <= 10)
        if id == "wilson-v-layne" and side is Side.RESPONDENT:
            lost = judges(seen["scripted", "scripted"], side) - judges(seen["silent", "scripted"], side)
            yield Row("silence", f"{name(seat)} silent has 3 judges fewer than scripted", f"{lost:.1f}", lost >= 3)


@lru_cache(maxsize=16)
def historical(id: str, bench_id: str):
    case = case_of(id)
    bench = moot.load_bench(bench_id)
    round = moot.Round(case, bench)
    for move in case.historical.line:
        round.push(move if bench_id == case.bench else move.partition(" by ")[0])
    return round


def history(cases: list[str]):
    votes = grounds_right = roles = judgments = leads = all_judges = real = 0
    for id in cases:
        case = case_of(id)
        if not case.real:
            continue
        real += 1
        ruling = historical(id, case.bench).outcome().ruling
        beside = result(ruling)
        judgments += beside.here is beside.really
        leads += ruling.lead is not None and ruling.lead.author == case.opinions[0].author
        for role in beside.roles:
            all_judges += 1
            against = role.really in {"dissenting", "concurring in part and dissenting in part"}
            disturbs = case.historical.disposition.disturbs is not against
            votes += ruling.reasonings[role.judge].vote.disturbs is disturbs
            roles += role.here == role.really
            grounds_right += right_ground(case, ruling, role.judge)
    if real:
        yield Row("history", "votes", f"{votes}/{all_judges}", votes == all_judges)
        yield Row("history", "decisive grounds", f"{grounds_right}/{all_judges}", grounds_right == all_judges)
        yield Row("history", "roles, at most one wrong", f"{roles}/{all_judges}", roles >= all_judges - 1)
        yield Row(
            "history", "judgments and lead authors", f"{judgments} and {leads} of {real}", judgments == leads == real
        )
    if "sacramento-v-lewis" in cases:
        ruling = historical("sacramento-v-lewis", "three").outcome().ruling
        right = sum(
            right_ground(case_of("sacramento-v-lewis"), ruling, judge) for judge in ("souter", "scalia", "stevens")
        )
        ends = {last_ground(ruling.case, reasoning.walk) for reasoning in ruling.reasonings.values()}
        yield Row(
            "history",
            "three judges in Lewis, each on their own ground",
            f"{right}/3, {len(ends)} grounds",
            right == 3 == len(ends),
        )


def right_ground(case, ruling, judge: str) -> bool:
    """Whether the last ground of the judge's walk is a holding of a real opinion that the judge wrote or joined."""
    held = {
        (holding.issue, holding.position)
        for opinion in case.opinions
        if judge == opinion.author or judge in opinion.joined
        for holding in opinion.holdings
        if holding.position
    }
    return last_ground(case, ruling.reasonings[judge].walk) in held


def answers(seats: dict):
    found = {
        seat: apart(seen["sound", "scripted"], seen["poor", "scripted"])
        for seat, seen in seats.items()
        if case_of(seat[0]).real
    }
    if found:
        told = ", ".join(f"{name(seat)} {much:.0f}" for seat, much in found.items())
        enough = 3 * sum(much >= 15 for much in found.values()) >= 2 * len(found)
        yield Row("answers", "sound and poor differ in 15% of findings, two seats in three", told, enough)
        yield Row("answers", "and in 8% in every seat", f"least {min(found.values()):.0f}", min(found.values()) >= 8)
    for seat, seen in seats.items():
        place = seat[2] is Side.RESPONDENT
        good, bad = (
            statistics.fmean(float(each.ballots[place]) for each in seen[way, "scripted"]) for way in ("sound", "poor")
        )
        yield Row("answers", f"{name(seat)} ballots 40 apart", f"{good - bad:.0f}", good - bad >= 40)


def play(seats: dict):
    for seat, seen in seats.items():
        if not case_of(seat[0]).real:
            continue
        best, worst = seen["best", "scripted"], seen["worst", "scripted"]
        if won_in_life(seat):
            gap = judges(best, seat[2]) - judges(worst, seat[2])
            yield Row("play", f"{name(seat)} best and worst 2.0 judges apart", f"{gap:.1f}", gap >= 2)
        else:
            gap = apart(best, worst)
            yield Row("play", f"{name(seat)} best and worst differ in 20% of findings", f"{gap:.0f}%", gap >= 20)


def doomed(seats: dict):
    """Judges are those won outright; findings are those taken from the sitting in which this seat is silent."""
    for seat, seen in seats.items():
        side, pair = seat[2], seen["best", "worst"]
        if not case_of(seat[0]).real:
            found = rate(pair, side)
            yield Row("nobody doomed", f"{name(seat)} best v. worst wins 60%", f"{found:.0f}%", found >= 60)
            continue
        won = judges(pair, side)
        got = 100 * statistics.fmean(taken(*two, side) for two in zip(pair, seen["silent", "worst"], strict=True))
        wanted = f"{name(seat)} best v. worst takes 2 judges or 25% of findings"
        yield Row("nobody doomed", wanted, f"{won:.1f} judges, {got:.0f}%", won >= 2 or got >= 25)


def even(seats: dict):
    for seat, seen in seats.items():
        case, side = case_of(seat[0]), seat[2]
        if ("best", "best") in seen and (not case.real or divided(case)):
            found = rate(seen["best", "best"], side)
            yield Row("even", f"{name(seat)} best v. best 35 to 65%", f"{found:.0f}%", 35 <= found <= 65)
        if case.real:
            continue
        found = rate(seen["best", "scripted"], side)
        yield Row("even", f"{name(seat)} best beats scripted 60%", f"{found:.0f}%", found >= 60)
        for one, other in (("sound", "random"), ("random", "poor")):
            won = rate(seen[one, other], side)
            gap = won - (100 - won)
            yield Row("even", f"{name(seat)} {one} beats {other} by 15 points", f"{gap:.0f}", gap >= 15)


def divided(case) -> bool:
    """Whether the real court stood one vote from the other judgment: such a case is even at argument as well."""
    against = sum(
        vote.role in {"dissenting", "concurring in part and dissenting in part"} for vote in case.historical.votes
    )
    return 2 * against + 1 == len(case.historical.votes)


def opinions(seats: dict):
    for seat, seen in seats.items():
        drawn = seen.get(("random", "random"))
        if drawn is None:
            continue
        case = case_of(seat[0])
        share = 100 * sum(each.court or each.decisive for each in drawn) / len(drawn)
        court = 100 * sum(each.court for each in drawn) / len(drawn)
        yield Row(
            "opinions",
            f"{short(seat[0])} of the Court, or a majority on the last ground, in 80%",
            f"{share:.0f}% (of the Court {court:.0f}%)",
            share >= 80,
        )
        everything = [each for pairing in seen.values() for each in pairing]
        if case.real:
            really = SEPARATE.get(case.id, len(case.opinions) - 1)
            here = statistics.fmean(each.separate for each in drawn)
            near = abs(here - really) <= SEPARATE_WITHIN
            yield Row(
                "opinions", f"{short(seat[0])} separate opinions within 1 of the real {really}", f"{here:.1f}", near
            )
        most = max(each.opinions for each in everything)
        yield Row("opinions", f"{short(seat[0])} never more than six opinions", f"most {most}", most <= 6)
        twice = sum(each.apart for each in everything)
        yield Row("opinions", f"{short(seat[0])} none on identical grounds apart", f"{twice} pairs", twice == 0)


SEPARATE = {"sacramento-v-lewis": 5, "washington-v-glucksberg": 5, "wilson-v-layne": 1}
"""Separate opinions really written: 523 U.S. 833, 856-865; 521 U.S. 702, 736-792; 526 U.S. 603, 618-625."""


def robustness(cases: list[str]):
    """Every small edit of the arguments before the court at the end of the historical line, each by itself."""
    for id in cases:
        case = case_of(id)
        if case.historical is None:
            continue
        round = historical(id, case.bench)
        heard, bench = round.position.heard, round.bench
        issues = [issue.id for issue in grounds(case)]

        def found(edited):
            reasonings = confer(edited, bench, heard).reasonings.values()  # noqa: B023
            return [tuple(reasoning.findings[issue] for issue in issues) for reasoning in reasonings]  # noqa: B023

        before = found(case)
        moved = [
            sum(one != other for one, other in zip(before, found(edited), strict=True)) for edited in edits(case, heard)
        ]
        steady = 100 * sum(much <= 1 for much in moved) / len(moved)
        wanted = f"{short(id)} small edits move at most one judge, 95%"
        yield Row("robustness", wanted, f"{steady:.0f}% of {len(moved)} (most {max(moved)})", steady >= 95)


def speed(cases: list[str]):
    if "sacramento-v-lewis" not in cases:
        return
    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench(case.bench)
    # The figures of scripts/bench_simulate.py, measured as it measures them.
    drawn, replayed = measured(case, bench, 100)
    yield Row("speed", "100 drawn Lewis sittings a second", f"{1 / drawn:.0f}", drawn <= 0.01)
    yield Row(
        "speed", "a drawn sitting 3 times replaying its line", f"{drawn / replayed:.1f} times", drawn <= 3 * replayed
    )
