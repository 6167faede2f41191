"""What the docs say is so."""

from __future__ import annotations

import contextlib
import io
import re
import runpy
from pathlib import Path

import moot
from moot.bench.explaining.explain import title_of
from moot.bench.judging.credit import FIT
from moot.case import PRINCIPLES, VOCABULARY, Attacking, Manner, Modality, Purpose, Signal, Tone, Treatment
from moot.cli import main, parser

ROOT = Path(__file__).parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_opens_with_exactly_two_commands() -> None:
    opening = read("README.md").split("**moot is", 1)[0]
    commands = re.findall(r"```sh\n(.*?)\n```", opening, flags=re.DOTALL)
    assert commands == ["sh scripts/play sacramento-v-lewis", "sh scripts/test"]
    for command in commands:
        assert (ROOT / command.split()[1]).exists()


def test_the_python_of_the_readme_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)\n```", read("README.md"), flags=re.DOTALL)
    out = io.StringIO()
    names: dict = {}
    with contextlib.redirect_stdout(out):
        exec(code, names)
    assert "Justice Scalia votes: " in out.getvalue()
    assert set(names["card"].ballots) == set(moot.Side)


def test_every_command_the_docs_name_exists() -> None:
    known = set(parser()._subparsers._group_actions[0].choices)
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for name in re.findall(r"`moot ([a-z]+)", path.read_text(encoding="utf-8")):
            assert name in known, f"{path.name}: moot {name}"


def test_every_file_the_docs_link_to_exists() -> None:
    for path in [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_table_of_manners_is_the_one_in_use() -> None:
    rows = re.findall(r"^\| (\w+) \| (-?\d.*?) \|$", read("docs/judging.md"), flags=re.MULTILINE)
    table = {
        (Purpose(purpose), manner): int(worth)
        for purpose, cells in rows
        for manner, worth in zip(Manner, cells.split(" | "), strict=True)
    }
    assert table == dict(FIT)


def test_the_machine_in_the_docs_is_the_machine(capsys) -> None:
    assert main(["graph", "sacramento-v-lewis", "--what", "round", "--as", "mermaid"]) == 0
    assert capsys.readouterr().out.strip() in read("docs/round.md")


def test_judges_hold_only_documented_principles_and_each_has_a_meaning() -> None:
    held = {held.principle for judge in moot.load_bench("lewis-1998").judges for held in judge.holds}
    assert held <= set(PRINCIPLES)
    assert all(meaning.endswith(".") for meaning in PRINCIPLES.values())


def test_the_page_of_words_is_made_from_the_vocabulary() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "words.py"))["page"]()
    assert read("docs/words.md") == made


def test_every_word_of_a_closed_list_is_defined() -> None:
    for name, enum in (
        ("modalities", Modality),
        ("manners", Manner),
        ("purposes", Purpose),
        ("tones", Tone),
        ("attacks", Attacking),
        ("signals", Signal),
        ("treatments", Treatment),
    ):
        assert list(VOCABULARY[name]) == [str(word) for word in enum]
    for kind in ("principles", "modalities"):
        for word, term in VOCABULARY[kind].items():
            assert term.meaning.endswith(".") and term.example and term.confused, word


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    bad = re.compile(r"https?://(?:pypi|registry\.npmjs|deb\.debian)|/work/|/root/|/tmp/parts")
    for path in ROOT.rglob("*"):
        if (
            path.is_file()
            and path.suffix in {".py", ".md", ".toml", ".yaml", ".sh", ""}
            and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts)
        ):
            if path.name == "test_docs.py" or "egg-info" in str(path):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not bad.search(text), path


def test_the_finding_worked_by_hand_in_judging_is_what_the_engine_finds() -> None:
    page = read("docs/judging.md").partition("### One finding worked by hand")[2].partition("## Credit")[0]
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench))
    for move in case.historical.line:
        round.push(move)
    reasoning = round.outcome().ruling.reasonings["sceptic"]
    totals = [str(support.total) for ref, support in reasoning.support.items() if ref.issue == "power"]
    assert re.findall(r"\*\*(\d+)\*\*", page) == totals
    rows = re.findall(r"^\| (.+?) \| .+? \| .*?= (\d+) \| .+? \| (?:.*= )?(\d+) \|$", page, flags=re.MULTILINE)
    named = {title_of(case, id): each for id, each in reasoning.weighed.items()}
    assert len(rows) == 6
    for name, weight, counts in rows:
        assert (named[name].weight, named[name].counts) == (int(weight), int(counts)), name
