"""What was read is kept and not read again; what comes back from there is what the reader would have given, in everything."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings

import moot
from moot.case import Disposition, Manner, PositionRef
from moot.case.fingerprint import fingerprints, prose_hash, structure_hash
from moot.case.must import CanWin, NeverCarries, Reaches
from moot.cli import main
from moot.errors import CaseError
from moot.files.case.read import read_case_text
from moot.files.compiled import store
from moot.files.compiled.plain import plain, read_as
from moot.files.folders import list_benches, list_cases, list_judges
from moot.files.judge.bench_list import BenchList
from moot.files.loading import KeptCase, load_bench, load_case, load_judge
from moot.testing import benches, cases, judges
from tests.conftest import ROOT


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of its own, with nothing in it yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("MOOT_CACHE", str(folder))
    return folder / "compiled"


def differences(one, other, at="it"):
    """Where two values differ in type or in content; the order of a mapping counts."""
    if type(one) is not type(other):
        yield f"{at}: {type(one).__name__}, not {type(other).__name__}"
    elif dataclasses.is_dataclass(one):
        for each in dataclasses.fields(one):
            yield from differences(getattr(one, each.name), getattr(other, each.name), f"{at}.{each.name}")
    elif isinstance(one, tuple | list):
        if len(one) != len(other):
            yield f"{at}: {len(one)} items, not {len(other)}"
        for number, (here, there) in enumerate(zip(one, other, strict=False)):
            yield from differences(here, there, f"{at}[{number}]")
    elif isinstance(one, Mapping):
        yield from differences(list(one), list(other), f"the keys of {at}")
        for key in one:
            yield from differences(one[key], other.get(key), f"{at}[{key!r}]")
    else:
        assert isinstance(one, str | int | Decimal | Enum | None), f"{at} is a {type(one).__name__}: compare those too"
        if one != other:
            yield f"{at}: {one!r}, not {other!r}"


def through_json(value):
    return json.loads(json.dumps(plain(value), ensure_ascii=False))


def test_a_difference_in_a_type_or_an_order_is_seen():
    assert list(differences((1, "a"), (1, "a"))) == []
    assert list(differences((1,), (True,)))
    assert list(differences({"a": 1, "b": 2}, {"b": 2, "a": 1}))
    assert list(differences(CanWin("petitioner", 5), CanWin(moot.Side.PETITIONER, 5)))


@pytest.mark.parametrize("id", list_cases())
def test_a_shipped_case_from_the_cache_is_the_case_that_was_read(id, cache):
    read, found = read_case_text(list_cases()[id].read_bytes(), str(list_cases()[id]))
    assert read is not None, found
    load_case(id)
    kept = store.recall(KeptCase, list_cases()[id].read_bytes())
    assert kept is not None, "nothing was kept"
    assert list(differences(read, kept.case)) == []
    assert read == kept.case
    assert hash(read) == hash(kept.case)
    assert fingerprints(read) == (kept.structure, kept.prose)
    again = load_case(id)
    assert (structure_hash(again), prose_hash(again)) == fingerprints(read)
    assert list(differences(read, again)) == []


def test_every_shipped_judge_and_bench_comes_back_the_same(cache, monkeypatch):
    def everyone():
        return [*map(load_judge, list_judges()), *map(load_bench, list_benches())]

    monkeypatch.setenv("MOOT_CACHE", "off")
    read = everyone()
    monkeypatch.setenv("MOOT_CACHE", str(cache.parent))
    everyone()
    assert list(differences(read, everyone())) == []
    assert len(list(cache.iterdir())) == len(list_judges()) + len(list_benches())


@given(cases())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_case_comes_back_the_same_from_json(case):
    assert list(differences(case, read_as(moot.Case, through_json(case)))) == []


@given(judges("anybody"), benches())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_judge_comes_back_the_same_from_json(judge, bench):
    for each in (judge, *bench.judges):
        assert list(differences(each, read_as(moot.Judge, through_json(each)))) == []


@given(cases())
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_what_lacks_a_field_or_has_one_of_another_kind_is_refused(case):
    """What is kept is data: it makes a case of the right shape, or none."""
    whole = through_json(case)
    for place in range(len(whole)):
        for spoilt in (whole[:place] + whole[place + 1 :], [*whole[:place], {"a": 1}, *whole[place + 1 :]]):
            with pytest.raises(ValueError, match=r"no Case|argument"):
                read_as(moot.Case, json.loads(json.dumps(spoilt)))


def test_every_property_that_a_coach_may_ask_for_comes_back():
    case = load_case("first-argument")
    asked = (
        CanWin(moot.Side.RESPONDENT, 2),
        NeverCarries("q.a", PositionRef("issue", "position")),
        NeverCarries("q.a", disposition=Disposition.AFFIRMED),
        Reaches((Manner.EVADE,)),
    )
    case = dataclasses.replace(case, must=asked)
    assert list(differences(case, read_as(moot.Case, through_json(case)))) == []


def test_what_was_read_before_needs_no_reader_of_yaml(cache):
    code = (
        "import sys, moot; case = moot.load_case('first-argument'); bench = moot.load_bench(case.bench); print(case.caption, bench.title);"
        "print(sorted({'yaml', 'moot.files.case.read', 'moot.files.judge.read'} & set(sys.modules)))"
    )
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
        for _ in range(2)
    ]
    first, second = (text.splitlines() for text in told)
    assert first[0] == second[0]
    assert first[1] == "['moot.files.case.read', 'moot.files.judge.read', 'yaml']"
    assert second[1] == "[]"


def test_an_edited_case_is_read_again(cache, tmp_path):
    path = tmp_path / "first-argument.yaml"
    text = list_cases()["first-argument"].read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    version = load_case(path).version
    path.write_text(text.replace(f"\nversion: {version}\n", "\nversion: 77\n"), encoding="utf-8")
    assert load_case(path).version == 77


def test_an_edited_judge_sits_on_a_bench_that_was_kept(cache, tmp_path, monkeypatch):
    monkeypatch.setenv("MOOT_JUDGES", str(tmp_path))
    text = list_judges()["sceptic"].read_text(encoding="utf-8")
    mine = tmp_path / "sceptic.yaml"
    mine.write_text(text, encoding="utf-8")
    assert "sceptic" in load_bench("fictional").judge
    mine.write_text(text.replace("seniority: ", "seniority: 5"), encoding="utf-8")
    assert load_bench("fictional").judge["sceptic"].seniority > 50
    mine.write_text(text.replace("talk:", "tork:"), encoding="utf-8")
    with pytest.raises(CaseError, match="no `talk`"):
        load_bench("fictional")


def test_a_format_in_a_file_of_its_own_is_not_kept_with_the_case(cache, tmp_path):
    text = list_cases()["first-argument"].read_text(encoding="utf-8")
    argument = next(line for line in text.splitlines() if line.startswith("argument:"))
    path, form = tmp_path / "first-argument.yaml", tmp_path / "ours.yaml"
    path.write_text(text.replace(argument, "argument: ours"), encoding="utf-8")
    assert main(["new", "format", "ours", "--dir", str(tmp_path)]) == 0
    written = form.read_text(encoding="utf-8")
    minutes = load_case(path).form.segments[0].ticks
    form.write_text(written.replace("minutes: 15", "minutes: 20", 1), encoding="utf-8")
    assert load_case(path).form.segments[0].ticks != minutes


def test_what_is_wrong_is_told_every_time(cache, tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("format: moot-case-1\nid: wrong\n", encoding="utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(CaseError) as caught:
            load_case(path)
        told.append([str(problem) for problem in caught.value.problems])
    assert told[0] == told[1]
    assert not cache.exists()


def test_a_bench_list_comes_back_the_same():
    listed = BenchList("us", "We", ("a", "b"), (), {"a": "Judge A"}, None, "")
    assert list(differences(listed, read_as(BenchList, through_json(listed)))) == []


def test_check_reads_the_file_itself(cache, capsys):
    """Another case stood in the cache under the hash of this one: whoever checks a file is told of that file."""
    data = list_cases()["first-argument"].read_bytes()
    other = load_case("lark-river")
    store.keep(data, KeptCase(other, *fingerprints(other)))
    assert load_case("first-argument").id == "lark-river"
    assert main(["check", "first-argument", "--no-proof"]) == 0
    assert "lark" not in capsys.readouterr().out


def test_off_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOOT_CACHE", "off")
    load_case("first-argument")
    assert list(tmp_path.iterdir()) == []
