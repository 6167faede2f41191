"""The table of authorities: where counsel cite each, and on which pages the court does."""

from __future__ import annotations

import html.parser

import pytest

from moot.cli import main
from moot.files.cites.table import authority_rows
from moot.files.folders import list_cases
from moot.files.loading import load_case


def rows(id: str):
    return {row.cite: row for row in authority_rows(load_case(id), list_cases()[id].parent)}


def test_pages_are_those_on_which_the_court_cites_it() -> None:
    lewis = rows("sacramento-v-lewis")
    assert lewis["510 U.S. 266 (1994)"].pages == ("840 n. 4", "842", "843")
    assert lewis["474 U.S. 344 (1986)"].pages == ("840", "846", "849"), (
        "Daniels is in the same volume and has pins of its own"
    )
    assert lewis["499 U.S. 621 (1991)"].pages == ("843", "845 n. 7"), "a State is a party to many cases"
    assert lewis["499 U.S. 621, 629 (1991)"].pages == ("845 n. 7",), "a dissent is cited where its writer is named"
    assert lewis["503 U.S. 115 (1992)"].pages == ("passim",)


def test_headings_are_those_under_which_counsel_cite_it() -> None:
    first = rows("first-argument")
    assert first["58 Westm. 12 (1974)"].heads == ("Petitioner I", "Respondent I")
    assert first["44 Westm. 90 (1961)"].heads == ("Petitioner I, rebuttal", "Respondent I")
    assert first["52 Westm. 377 (1969)"].pages == ("103",), "the opinions of an invented case cite by name"


def test_kinds_come_in_the_order_of_a_brief() -> None:
    kinds = [row.kind for row in rows("sacramento-v-lewis").values()]
    assert list(dict.fromkeys(kinds)) == ["Cases", "Constitutional provisions", "Statutes, rules and regulations"]


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_the_table_is_text_markdown_or_a_page(ending: str, tmp_path, capsys) -> None:
    out = tmp_path / f"table.{ending}"
    assert main(["export", "brower-v-inyo", "--authorities", str(out)]) == 0
    assert "20 authorities" in capsys.readouterr().err
    text = out.read_text(encoding="utf-8")
    assert "Jamieson v. Shaw, 772 F.2d 1205 (5th Cir. 1985)" in text
    if ending == "html":
        seen = []
        parser = html.parser.HTMLParser()
        parser.handle_starttag = lambda tag, attrs: seen.append(tag)
        parser.feed(text)
        assert {"table", "caption", "th", "main"} <= set(seen)
    elif ending == "txt":
        assert max(map(len, text.splitlines())) <= 100


def test_a_case_without_authorities_has_no_table(tmp_path, capsys) -> None:
    main(["new", "case", "bare", "--dir", str(tmp_path)])
    path = tmp_path / "bare.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("authorities:\n"), text.index("# Facts that a hypothetical")
    text = text[:begin] + text[end:]
    for cited in ("[carter]", "[ordinance]", "[doyle]"):
        text = text.replace(f"    cites: {cited}\n", "")
    path.write_text(text, encoding="utf-8")
    assert main(["export", str(path), "--authorities", "-"]) != 0
    assert "has no authorities" in capsys.readouterr().err
