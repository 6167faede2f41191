"""`moot history`: every figure is that of the sittings."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

import moot
from moot.case import Side
from moot.cli import main
from moot.plain.history import history_lines
from moot.sitting.setup import new_session
from moot.study.history import Past, past, progress
from moot.study.policies import Answering
from moot.study.skills import Skill


def run(capsys, *words: str) -> tuple[int, str, str]:
    code = main(["history", *words])
    out, err = capsys.readouterr()
    return code, out, err


def _sit(seed: int, *, best: bool, side: str = "petitioner") -> moot.Round:
    session, _ = new_session("first-argument", seed=seed, side=side)
    session.open()
    while session.waiting:
        session.play(Answering(seed, best=best).choose(session.round))
    return session.round


def test_figures_are_those_of_the_sittings(capsys, saves) -> None:
    rounds = [_sit(1, best=False), _sit(2, best=True)]
    code, out, err = run(capsys, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    ballots = {float(moot.score(round).ballots[Side.PETITIONER].total) for round in rounds}
    assert {each["ballot"] for each in found["sittings"]} == ballots
    (seat,) = found["seats"]
    assert (seat["case"], seat["side"], seat["sittings"]) == ("first-argument", "petitioner", 2)
    assert seat["ballot"] == max(ballots)
    assert found["this_week"] == 2
    text = run(capsys)[1]
    assert text.startswith("2 sittings, 2 in the last seven days.")
    assert f"best {max(ballots):.1f}" in text
    assert "█" not in text


def test_a_demo_and_an_untouched_record_do_not_count(capsys, saves) -> None:
    assert main(["demo", "first-argument", "--json"]) == 0
    new_session("first-argument", seed=1)
    capsys.readouterr()
    code, out, _ = run(capsys, "--json")
    assert code == 0
    assert json.loads(out)["sittings"] == []
    assert "No sitting is kept" in run(capsys)[1]


def test_looking_writes_nothing_and_a_bad_record_is_named_and_passed_over(capsys, saves) -> None:
    _sit(1, best=True)
    (record,) = saves.glob("*.jsonl")
    foreign = record.read_text().replace('"case": "first-argument"', '"case": "nobodys-case"', 1)
    head, _, rest = foreign.partition("\n")
    from moot.files.records.lines import seal

    values = json.loads(head)
    values.pop("sum")
    (saves / "foreign.jsonl").write_text(seal(values) + "\n" + rest)
    before = {path: path.read_bytes() for path in saves.iterdir()}
    code, out, err = run(capsys)
    assert code == 0
    assert out.startswith("1 sitting, 1 in the last seven days.")
    assert "foreign.jsonl is left out" in err
    assert {path: path.read_bytes() for path in saves.iterdir()} == before


def _past(day: int, taken: int, ballot: int, seats: int = 9, votes: int = 4) -> Past:
    return Past(
        record=f"{day}",
        started=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day),
        case="c",
        caption="A v. B",
        side=Side.PETITIONER,
        bench="b",
        seats=seats,
        format="quick",
        mode="training",
        decided=True,
        ballot=Fraction(ballot),
        votes=votes,
        swayed=1,
        skills={"candor": Skill(Fraction(taken, 4), 2)},
    )


def test_growth_compares_the_later_half_with_the_earlier() -> None:
    found = progress([_past(day, day, 50 + day) for day in range(4)], date(2026, 1, 4))
    (candor,) = found.skills
    assert (candor.taken, candor.of) == (Fraction(6, 16), 8)
    assert (candor.earlier, candor.later) == (Fraction(1, 8), Fraction(5, 8))
    assert found.week == 4
    assert progress(found.sittings[:2], date(2026, 1, 4)).skills[0].earlier is None


def test_the_best_votes_of_a_seat_are_the_best_share() -> None:
    found = progress([_past(0, 1, 10, seats=9, votes=4), _past(1, 1, 10, seats=3, votes=2)], date(2026, 1, 4))
    assert (found.seats[0].votes, found.seats[0].seats) == (2, 3)


@pytest.mark.parametrize("drawn", [True, False])
def test_what_is_drawn_says_no_more_than_the_words(drawn) -> None:
    found = progress([_past(day, day % 5, 50 + day) for day in range(30)], date(2026, 2, 1))
    lines = [line for para in history_lines(found, drawn=drawn) for line in para.lines(78)]
    text = "\n".join(lines)
    assert all(len(line) <= 80 for line in lines)
    assert "THE LAST 12 SITTINGS" in text
    assert ("█" in text) is drawn
    for each in found.skills:
        assert f"{float(each.taken):.0%} of {each.of} occasions" in " ".join(text.split())


def test_of_a_sitting_that_was_left_what_there_is_is_told(saves) -> None:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench))
    round.push(next(iter(round.legal)))
    found = past(round, Side.PETITIONER, record="r", started=datetime(2026, 1, 1, tzinfo=UTC), mode="exam")
    assert (found.decided, found.ballot, found.votes) == (False, None, None)
    text = " ".join(para.text for para in history_lines(progress([found], date(2026, 1, 1)), drawn=True))
    assert "too little to score" in text
    assert "not finished" in text


def test_a_record_that_cannot_be_read_was_passed_over_in_silence(capsys, saves) -> None:
    """With nothing else there it said that no sitting was kept yet."""
    saves.mkdir(parents=True)
    (saves / "a.jsonl").write_text("rubbish\n")
    code, out, err = run(capsys)
    assert (code, out.startswith("No sitting that can be read is kept")) == (0, True)
    assert "a.jsonl is not a record of moot" in err
    _sit(1, best=True)
    (saves / "b.jsonl").write_text("rubbish\n")
    code, _, err = run(capsys, "--json")
    assert code == 0
    assert err.startswith("Left out, because it cannot be read: ")
    assert "(and 1 more)" in err
