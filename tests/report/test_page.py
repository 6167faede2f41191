"""Reports of one sitting: whole, self-contained, linked to the opinion, and text whatever the words are."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import moot
from moot.bench.explaining.turning import side_of
from moot.bench.judging.reasoning import reason
from moot.case import Side
from moot.case.opinion import DecisionLine
from moot.cli import main
from moot.counsel import Novice, Scripted
from moot.files.folders import list_cases
from moot.plain.closing import beside, closing, mark_lines
from moot.report.build import report
from moot.report.leaning import leanings, speakers, turns
from moot.report.page.markdown import sitting_markdown
from moot.report.page.sitting import gather
from moot.report.page.sitting_html import sitting_html
from moot.report.reader import library, search
from moot.round.formats import TICKS_A_MINUTE
from moot.round.moves import Roadmap

CASE = "first-argument"
HOSTILE = (
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror="document.title=\'pwned\'">',
    "</title></style></svg><svg onload=document.title='pwned'>",
    "[click](javascript:alert(1)) <a href='http://127.0.0.1:9/'>x</a> &amp; `code` | cell | **bold**",
)


def played(case, format="quick", seed=7):
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed, format=format)
    round.play_out(petitioner=Novice(1), respondent=Scripted())
    return round


def folder(id):
    return list_cases()[id].parent


@pytest.fixture(scope="module")
def lewis():
    return played(moot.load_case("sacramento-v-lewis"))


@pytest.fixture(scope="module")
def page(lewis):
    return sitting_html(gather(lewis, folder("sacramento-v-lewis"), Side.PETITIONER))


class _Reads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags, self.ids, self.links, self.words, self.attributes = [], [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words.append(data)


def reads(page):
    found = _Reads()
    found.feed(page)
    return found


def hostile(case):
    """The case with hostile words wherever a person reads some."""
    one, two, three, four = HOSTILE
    points = tuple(replace(each, title=one[:60], speech=two) for each in case.points)
    return replace(
        case,
        caption=three,
        citation=four,
        points=points,
        petitioner=replace(case.petitioner, counsel=two, called=one),
        respondent=replace(case.respondent, counsel=three, called=four),
        issues=tuple(replace(each, question=four) for each in case.issues),
        aftermath=HOSTILE,
        decision=tuple(DecisionLine(each, "1", case.opinions[0].id) for each in HOSTILE),
    )


def test_the_page_holds_every_part_in_order(page) -> None:
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    wanted = (
        "In brief",
        "What the Court decided",
        "What to learn from it",
        "Your line beside",
        "How each judge leaned",
        "The rulings side by side",
        "Marks",
        "Ballot",
        "Who spoke when",
        "Transcript",
        "Every move",
        "What came after",
        "The opinions really written",
    )
    assert len(headings) == len(wanted)
    for heading, begins in zip(headings, wanted, strict=True):
        assert heading.startswith(begins)


def test_the_page_needs_nothing_else(page) -> None:
    found = reads(page)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(found.tags)
    assert "src" not in found.attributes
    assert all(link.startswith("#") for link in found.links)
    assert "url(" not in page
    assert "@import" not in page


def test_every_citation_leads_to_its_passage_and_back(page) -> None:
    found = reads(page)
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert any(id.startswith("passage-") for id in found.ids)
    assert any(id.startswith("cite-") for id in found.ids)


def test_no_inner_id_is_in_a_report(page, lewis) -> None:
    case = lewis.case
    words = set(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9-]+)+", " ".join(reads(page).words)))
    assert not words & {id for id in (*case.point, *case.questions, *case.answers) if "-" in id or "." in id}


def test_every_figure_of_the_ballot_is_the_engine_s_and_the_totals_add_up(page, lewis) -> None:
    told = report(lewis)
    for card in told.ballots:
        assert sum(item.earned for item in card.items) == card.total
        assert f": {card.told}" in page
        for item in card.items:
            assert item.earned + sum(loss.points for loss in item.losses) == item.out_of
            if item.opportunities:
                assert f"{float(item.earned):.1f} of {float(item.out_of):.1f}" in page


def test_hostile_words_stay_words_in_a_page() -> None:
    round = played(hostile(moot.load_case(CASE)), seed=3)
    page = sitting_html(gather(round, folder(CASE), None))
    found = reads(page)
    assert not {"script", "img", "iframe"} & set(found.tags)
    assert not {name for name in found.attributes if name.startswith("on")}
    assert all(link.startswith("#") for link in found.links)
    assert found.tags.count("title") == 1 + found.tags.count("svg")
    assert any(HOSTILE[0] in words for words in found.words)


def test_hostile_words_stay_words_in_markdown() -> None:
    round = played(hostile(moot.load_case(CASE)), seed=3)
    text = sitting_markdown(gather(round, folder(CASE), None))
    assert not re.search(r"(?<!\\)<", text)
    assert "[click](" not in text
    assert "\\[click\\]" in text
    for line in text.splitlines():
        if line.startswith("|"):
            assert line.count("|") - line.count("\\|") in {3, 4, 5, 6}


def test_a_lean_is_what_the_judge_would_vote_after_that_move(lewis) -> None:
    for each in leanings(lewis):
        judge = lewis.bench.judge[each.judge]
        for ply in range(0, lewis.ply + 1, 9):
            assert each.at(ply).side is side_of(reason(judge, lewis.case, lewis.positions[ply].heard))
        vote = lewis.outcome().ruling.standings[each.judge].vote
        assert (each.leans[-1].side is not lewis.case.below.won) is vote.disturbs


def test_who_spoke_when_is_the_clock_of_the_round(lewis) -> None:
    found = speakers(lewis)
    spells = sorted((start, ticks) for each in found for start, ticks in each.spells)
    for (start, ticks), (following, _) in zip(spells, spells[1:], strict=False):
        assert start + ticks <= following
    # What a roadmap keeps for rebuttal leaves the clock and is not spoken.
    used = -sum(TICKS_A_MINUTE * move.reserve for move in lewis.line if isinstance(move, Roadmap))
    for turn in turns(lewis):
        plies = range(turn.first - 1, turn.last)
        used += sum(max(lewis.positions[ply].clock - lewis.positions[ply + 1].clock, 0) for ply in plies[:-1])
    assert used <= sum(each.ticks for each in found)


def test_the_reader_finds_every_passage_of_an_opinion_whose_text_ships() -> None:
    for id in ("sacramento-v-lewis", CASE):
        case = moot.load_case(id)
        for opinion, written in zip(library(case, moot.load_bench(case.bench), folder(id)), case.opinions, strict=True):
            if written.text is None:
                assert opinion.pages == ()
                continue
            for passage in opinion.passages:
                number = opinion.page_of(passage.holding)
                assert number is not None, passage.holding


def test_a_passage_is_marked_to_its_last_letter() -> None:
    case = moot.load_case(CASE)
    for opinion in library(case, moot.load_bench(case.bench), folder(CASE)):
        for passage in opinion.passages:
            page = opinion.pages[opinion.page_of(passage.holding)]
            marked = "".join(
                span.text for paragraph in page.paragraphs for span in paragraph if passage.holding in span.passages
            )
            assert marked.strip().rstrip(".")[-1] == passage.quote.strip().rstrip(".")[-1]


def test_the_reader_is_searched_by_words_whatever_their_case() -> None:
    case = moot.load_case("sacramento-v-lewis")
    opinions = library(case, moot.load_bench(case.bench), folder(case.id))
    found = list(search(opinions, "SHOCKS  the conscience"))
    assert found
    for number, place in found:
        assert "shocks the conscience" in " ".join(opinions[number].pages[place].plain.casefold().split())
    assert list(search(opinions, "")) == []


def test_where_no_text_ships_the_report_says_so() -> None:
    round = played(moot.load_case("wilson-v-layne"))
    page = sitting_html(gather(round, folder("wilson-v-layne"), Side.PETITIONER))
    assert "does not come with the case" in page


def test_report_writes_a_page_markdown_or_says_why_not(capsys, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path))
    assert main(["demo", CASE]) == 0
    capsys.readouterr()
    assert main(["report", "--html", str(tmp_path / "r.html")]) == 0
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["report"]) == 0
    assert capsys.readouterr().out.startswith("# ")
    assert main(["report", "--html", str(tmp_path / "no" / "r.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["report", str(tmp_path / "empty")]) == 2
    assert "there is no record in the folder" in capsys.readouterr().err


@pytest.mark.parametrize("id", [CASE, "lark-river", "sacramento-v-lewis"])
def test_what_a_made_up_court_really_did(id) -> None:
    """An invented case has a ruling as written; only a real court really did anything. In each form of a report."""
    case = moot.load_case(id)
    round = moot.Round(case, moot.load_bench(case.bench), seed=1)
    round.play_out(petitioner=Novice(1), respondent=Novice(2))
    told = gather(round, folder(id), None)
    plain = "\n".join(
        para.text
        for para in (
            *mark_lines(told.sitting.marks, {side: side.value for side in Side}, real=told.sitting.real),
            *beside(told.sitting),
        )
    )
    for form in (str(sitting_html(told)), sitting_markdown(told), plain, str(moot.score(round)._repr_markdown_())):
        assert bool(re.search(r"\bReally\b|[;,] really |really (written|stood)", form)) is case.real


def test_an_opinion_was_quoted_eight_times_in_the_same_words() -> None:
    """`The Court is unquestionably correct in concluding that respondents' use of a roadblock ...`, beside eight things said."""
    case = moot.load_case("brower-v-inyo")
    round = moot.Round(case, moot.load_bench(case.bench), seed=2828)
    round.play_out(petitioner=Novice(2828), respondent=Novice(2829))
    told = gather(round, folder(case.id), None)
    marks = told.sitting.marks
    quoted = [mark.quote for mark in marks if mark.quote]
    assert len(set(quoted)) < len(quoted)
    plain = [para.text for para in mark_lines(marks, {side: side.value for side in Side}, real=True)]
    for form in ("\n".join(plain), sitting_markdown(told).partition("## Marks")[2]):
        for mark in marks:
            assert not mark.quote or form.count(f"“{mark.quote}”") == 1
    assert sum(
        f"{mark.title}: {mark.treatment.value}. {mark.reason}" in text for mark in marks for text in plain
    ) >= len(quoted)


def test_an_applicant_was_called_petitioner_on_the_ballot() -> None:
    case = moot.load_case("lark-river")
    round = moot.Round(case, moot.load_bench(case.bench), seed=1)
    round.play_out(petitioner=Novice(1), respondent=Novice(2))
    plain = [para.text for para in closing(round, round.outcome().ruling)]
    assert any(text.startswith("Mira Solano and Edwin Carrow, for applicant: ") for text in plain)
    assert not any("petitioner" in text for text in plain)


@pytest.mark.parametrize("id", ["brower-v-inyo", "lark-river", CASE])
def test_a_judge_answered_yes_or_no_to_a_question_nobody_had_put(id) -> None:
    """`JUSTICE SCALIA: reversed and remanded. No: that depends on facts which the complaint alleges.`, in the conference."""
    case = moot.load_case(id)
    for seed in range(4):
        round = moot.Round(case, moot.load_bench(case.bench), seed=seed)
        round.play_out(petitioner=Scripted(), respondent=Novice(seed))
        for judge in report(round).ruling.judges:
            assert judge.ground.endswith(".")
            assert not re.match(r"Yes\b|No\b[:,]|That ", judge.ground), judge.ground
