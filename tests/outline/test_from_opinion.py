"""`moot new case ID --from OPINION.txt`: what is cut, and that its TODOs lead to a case that is proved."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from moot.cli import main
from moot.files.outline.cut import cut
from moot.files.outline.pages import paged

TEXT = (Path(__file__).parents[2] / "scenarios" / "brower-v-inyo.opinion.txt").read_text(encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], path: Path) -> dict:
    main(["check", str(path), "--json"])
    (one,) = json.loads(capsys.readouterr().out)
    return one


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    source = tmp_path / "opinion.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["new", "case", "inyo", "--from", str(source), "--dir", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    return tmp_path / "out" / "inyo.yaml"


def test_the_todos_are_all_that_check_lists(begun, capsys) -> None:
    found = checked(capsys, begun)
    assert found["verdict"] == "INVALID"
    assert {problem["code"] for problem in found["problems"]} == {"M130"}
    written = [line for line in begun.read_text().splitlines() if not line.lstrip().startswith("#")]
    assert len(found["problems"]) == sum(line.count('"TODO') for line in written)


def test_writing_one_text_takes_one_todo_away(begun, capsys) -> None:
    before = len(checked(capsys, begun)["problems"])
    text = begun.read_text()
    begun.write_text(re.sub(r'"TODO: the question, in one sentence[^"]*"', "Was he seized?", text, count=1))
    assert len(checked(capsys, begun)["problems"]) == before - 1


def filled(text: str) -> str:
    """The case with every TODO written somehow: words that differ, and a page where a page is wanted."""
    count = 0

    def write(todo: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return '"594"' if todo[0] == '"TODO: the page"' else f'"that step {count} of the argument holds on this record"'

    text = re.sub(r"\{not reached: \"TODO: how this opinion.*?such as (\{[a-z]+: [a-z0-9-]+\})\"\}", r"\1", text)
    text = re.sub(r'modality: "TODO[^"]*"', "modality: doctrinal", text)
    text = re.sub(r'strength: "TODO[^"]*"', "strength: 3", text)
    return re.sub(r'"TODO[^"]*"', write, text)


def test_no_modality_and_no_strength_is_guessed(begun) -> None:
    """Both sides began with `doctrinal` and 3, and the first rebut was told to cancel (M444) by values that nobody had written."""
    assert not re.search(r"^    (?:modality|strength): (?!\"TODO)", begun.read_text(), re.MULTILINE)


def test_when_no_todo_is_left_the_case_is_proved(begun, capsys) -> None:
    begun.write_text(filled(begun.read_text()))
    found = checked(capsys, begun)
    assert [problem for problem in found["problems"] if problem["severity"] == "error"] == []
    assert found["verdict"] == "PROVED"


def test_every_quotation_stands_at_its_page(begun, capsys) -> None:
    begun.write_text(filled(begun.read_text()))
    assert main(["cite", str(begun)]) == 0
    assert "0 wrong" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("mark", "style"),
    [
        ("[*{}]", "bracketed star marks"),
        ("*{}", "star marks"),
        ("[Page {}]", "[Page 1] marks"),
        ("Page 489 U. S. {}", "marks that name the volume"),
        ("[489 U.S. 593, {}]", "marks that name the volume"),
        ("[{}]", "bracketed numbers"),
        ("\n{}        OCTOBER TERM, 1988\nOpinion of the Court\n", "running heads"),
    ],
)
def test_pages_are_found_in_the_marks_of_each_publisher(mark: str, style: str) -> None:
    text = re.sub(r"\[\*(\d+)\]", lambda page: mark.format(page[1]), TEXT)
    found = paged(text)
    assert (found.pages, found.style) == (tuple(range(594, 602)), style)
    assert "[*597] individual" in found.text or "[*597]" in found.text


def test_a_star_in_a_citation_is_no_page() -> None:
    assert paged("*594 See Blackstone *301 and *302 there. *595 More. *596 More.").pages == (594, 595, 596)
    assert paged("See Blackstone *301 only.").pages == ()


def test_authorities_have_the_page_first_cited() -> None:
    found = {each.name: each for each in cut(TEXT).cited}
    assert len(found) == 19  # each once, and no name with another citation in it
    assert (found["Hill v. California"].pin, found["Hill v. California"].at) == ("802-805", "596")
    assert found["Tennessee v. Garner"].pin == "7"  # only later, by id.
    assert found["Galas v. McKee"].cite == "801 F.2d 200 (6th Cir. 1986)"
    assert found["United States v. Leon"].pin == "922 n. 23"
    assert found["Jamieson v. Shaw"].name == "Jamieson v. Shaw"  # not the court before it


def test_parallel_citations_are_no_other_case() -> None:
    said = "We held so in California v. Hodari D., 499 U.S. 621, 626, 113 L. Ed. 2d 690, 111 S. Ct. 1547 (1991), and no more."
    (case,) = cut(f"{said} " + "There is more to say of this than we can say here. " * 8).cited
    assert (case.name, case.cite, case.pin) == ("California v. Hodari D.", "499 U.S. 621 (1991)", "626")


def test_opinions_are_told_apart() -> None:
    lead, other = cut(TEXT).opinions
    assert (lead.author, str(lead.kind)) == ("scalia", "opinion of the court")
    assert (other.author, str(other.kind)) == ("stevens", "concurring in the judgment")
    assert other.joined == ("brennan", "marshall", "blackmun")
    assert str(cut(TEXT).disposition) == "reversed and remanded"


def test_who_joined_is_read_in_the_line_up_of_a_syllabus() -> None:
    line = (
        "SCALIA, J., delivered the opinion of the Court, in which REHNQUIST, C. J., and WHITE, O'CONNOR, and KENNEDY, JJ., joined. "
        "STEVENS, J., filed an opinion concurring in the judgment, in which BRENNAN, MARSHALL, and BLACKMUN, JJ., joined."
    )
    lead = cut(TEXT.replace("[*594]", f"{line}\n\n[*594]", 1)).opinions[0]
    assert lead.joined == ("rehnquist", "white", "oconnor", "kennedy")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.4 ...", "not plain text"),
        (b"caf\xe9 " * 50, "not UTF-8"),
        (b"Too short.", "fewer than 50 words"),
    ],
)
def test_what_is_no_opinion_gets_one_line(data: bytes, told: str, tmp_path: Path, capsys) -> None:
    source = tmp_path / "opinion.txt"
    source.write_bytes(data)
    assert main(["new", "case", "inyo", "--from", str(source), "--dir", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not (tmp_path / "inyo.yaml").exists()


def test_hostile_text_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    for piece in ("A v. ", "[*1] ", '"', "JUSTICE ", "See A v. B, 1 U. S. 2, ", "aA" * 3 + ". ", "\n\n"):
        cut(piece * 20_000)
