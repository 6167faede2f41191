"""Argue a drawn sitting of each case and print every text about it, as one JSON object: a program for `test_every_text.py`."""

from __future__ import annotations

import json
import re
import sys

import moot
from moot.commands.case.graph import GRAPHS
from moot.files.case.read import read_case_text
from moot.files.folders import find, list_cases
from moot.graphs.build import merged
from moot.graphs.notation import dot, mermaid
from moot.graphs.text import listing
from moot.plain.closing import closing
from moot.plain.closing import why as plain_why
from moot.proof.spin.promela import promela
from moot.report.as_json import sitting
from moot.report.page.markdown import sitting_markdown
from moot.report.page.sitting import gather
from moot.report.page.sitting_html import sitting_html
from moot.report.transcript import transcript
from moot.report.why import why, why_json


def texts(name: str) -> dict[str, str]:
    """Every text about one sitting of this case, drawn with one seed, and about the case itself."""
    case = moot.load_case(name)
    round = moot.Round(case, moot.load_bench(case.bench), seed=11, heat="hot")
    round.play_out(petitioner=moot.counsel.Novice(3), respondent=moot.counsel.Greedy())
    ruling = round.outcome().ruling
    judges = [judge.id for judge in round.bench.judges]
    page = gather(round, None, None, ())
    said = {
        "line": "\n".join(map(str, round.line)),
        "transcript": repr(transcript(round)),
        "sitting as JSON": json.dumps(sitting(round)),
        "why as JSON": json.dumps(why_json(round, ruling, None, judges)),
        "report as Markdown": sitting_markdown(page),
        "report as a page": sitting_html(page),
        "model": promela(case),
    }
    for human in (None, *moot.Side):
        said[f"closing for {human}"] = "\n".join(para.text for para in closing(round, ruling, human))
        said[f"why for {human}"] = "\n".join(para.text for para in plain_why(why(round, ruling, human)))
    for what, drawn in GRAPHS.items():
        graph = merged(drawn(case))
        said[f"graph of {what}"] = "\n".join((dot(graph), mermaid(graph), listing(graph)))
    said["problems of a spoilt file"] = spoilt(name)
    return {f"{name}: {what}": text for what, text in said.items()}


def spoilt(name: str) -> str:
    """What is wrong with the case when every reference of these kinds has a letter too many."""
    text = find("case", name, list_cases()).read_text(encoding="utf-8")
    text = re.sub(
        r"\b(urges|rebut|undermine|head|issue): (?=[a-z])|\b(rebuts|undermines|cites) (?=[a-z])", r"\g<0>x", text
    )
    return "\n".join(map(str, read_case_text(text, f"{name}.yaml")[1]))


if __name__ == "__main__":
    json.dump(texts(sys.argv[1]), sys.stdout)
