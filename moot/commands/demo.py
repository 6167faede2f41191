"""`moot demo`: the historical line, without asking anything."""

from __future__ import annotations

import argparse
import json
import sys

from moot.counsel import Scripted, ScriptedBench
from moot.errors import MootError
from moot.events import Decided
from moot.files.case_file import load_case
from moot.files.judge_file import load_bench
from moot.session import Session
from moot.setup import default_case

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Play the historical line and print it: transcript, conference, ruling, marks, ballot."""
    case = load_case(args.case or default_case())
    if case.historical is None:
        raise MootError(f"{case.id} has no historical line; try: moot play {case.id}")
    bench = load_bench(args.bench or case.bench)
    session = Session(case, bench, human=None, judges=ScriptedBench(), heat="historical")
    events = list(session.open())
    counsel = Scripted()
    while session.waiting:
        events.extend(session.play(counsel.choose(session.round)))
    if args.json:
        from moot.score.document import sitting

        json.dump(sitting(session.round), sys.stdout, indent=2, ensure_ascii=False)
        print()
        return 0
    from moot.plain.closing import closing
    from moot.plain.page import Page
    from moot.plain.render import opening, transcript

    page = Page.on(sys.stdout)
    page.put(opening(session.round))
    page.put(transcript(events, session.round))
    last = events[-1]
    assert isinstance(last, Decided)
    page.put(closing(session.round, last.ruling))
    return 0
