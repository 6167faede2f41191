"""The shape of a case file (docs/case-format.md), as data."""

from __future__ import annotations

from moot.case import (
    HINT_MOMENTS,
    PRINCIPLES,
    IssueKind,
    OpinionKind,
    Side,
    Status,
)
from moot.files.case.court import COUNSEL, DISPOSITION, NO_THIRD_SIDE, PRESUMPTION
from moot.files.case.dials import DIAL, RULE
from moot.files.case.must import MUST
from moot.files.case.named import BENCH, VOTE
from moot.files.case.said import MARK, POINT, REASONS, SAYS, SIDE
from moot.files.case.scalars import DATE, ID, IDS, PIN, PROSE, REF, SHORT, TICKS, optional
from moot.files.diagnostics.case_codes import ACCEPTABLE
from moot.files.formats.schema import ARGUMENT
from moot.files.schema.shapes import (
    Field,
    Fields,
    Flag,
    Keyed,
    ListOf,
    Number,
    Text,
    Word,
)

__all__ = ["CASE", "CASE_FORMAT", "ISSUE", "POSITION_OF_ISSUE"]

CASE_FORMAT = "moot-case/1"


def _favors(word: str) -> Side | None:
    return None if word == "neither" else Side(word)


POSITION_OF_ISSUE = Fields(
    "a position",
    {
        "id": Field(ID),
        "text": Field(Text(400), says="the answer it gives to the issue"),
        "favors": Field(Word((*Side, "neither"), _favors), says="petitioner, respondent or neither"),
        "embodies": optional(Keyed(Number(1, 3), tuple(PRINCIPLES), defined="principles"), {}, "principles, 1 to 3"),
        "rule": optional(RULE, None, "the ways to meet it: in each, dials with the values that will do"),
        "open": optional(RULE, None, "settings of dials that the court left undecided, written like a rule"),
        "shows": optional(Keyed(ID), {}, "for an issue of application: dials as it takes the record to show them"),
        "holds": optional(SAYS, "", "the position as a clause in indirect speech: what follows `we hold`"),
        "reasons": optional(REASONS, "", "the law's own reasons for it, two or three sentences an opinion could print"),
        "marks": optional(
            Keyed(MARK), {}, "how each real opinion treats it; points and answers that urge it inherit this"
        ),
    },
)
ISSUE = Fields(
    "an issue",
    {
        "id": Field(ID),
        "question": Field(Text(400)),
        "kind": Field(Word.of(IssueKind, IssueKind), says="law or application"),
        "claim": optional(Flag(), False, "true where it is one of several dispositive claims"),
        "preliminary": optional(
            Flag(), False, "true where it only shapes the walk (order, preservation) and is no ground"
        ),
        "met": optional(Text(120), "", "what it means that a rule on this issue is met"),
        "unmet": optional(Text(120), "", "what it means that it is not"),
        "positions": Field(ListOf(POSITION_OF_ISSUE), says="the order breaks ties last"),
    },
)
NODE = Fields(
    "a node of the tree",
    {
        "id": Field(ID),
        "issue": optional(ID, None, "the issue decided here"),
        "then": optional(Keyed(ID), None, "one child a position"),
        "disposition": optional(DISPOSITION, None, "for a leaf: what the court does"),
        "terms": optional(
            Text(200),
            "",
            "for a leaf: what is ordered claim by claim, such as: affirmed as to the search, reversed as to the seizure",
        ),
    },
    clash=(("issue", "disposition"), ("then", "disposition"), ("issue", "terms")),
    either=(("issue", "disposition"), ("then", "disposition")),
)
HEADS = ListOf(
    Fields(
        "a head",
        {
            "id": Field(ID),
            "title": Field(Text(80)),
            "speaker": optional(Number(1, 2), 0, "who argues it where two speak for the side: 1 or 2"),
        },
    )
)
PARTY = Fields(
    "a side",
    {
        "name": Field(SHORT),
        "counsel": Field(COUNSEL, says="who argues for the side: a name, or a list of two"),
        "addressed": optional(
            COUNSEL,
            None,
            "how the bench speaks to counsel, `Mr. Cassidy` (`counsel` where it is not said): a name, or a list of two",
        ),
        "asks": Field(Text(400), says="the judgment asked for"),
        "called": optional(Text(30), None, "appellant, appellee, or as you like"),
        "several": optional(Flag(), False, "true where the side is more than one party"),
    },
)
HOLDING = Fields(
    "a holding",
    {
        "id": Field(ID),
        "pin": Field(PIN, says="the page, such as 853 or 845 n. 7"),
        "quote": optional(
            Text(600), "", "verbatim, a whole clause, at most 50 words; left out where the words are not at hand"
        ),
        "gist": Field(SHORT, says="what it says, in our words"),
        "issue": optional(ID),
        "position": optional(ID),
    },
)
OPINION = Fields(
    "an opinion",
    {
        "id": Field(ID),
        "author": Field(ID),
        "kind": Field(Word.of(OpinionKind, OpinionKind)),
        "joined": optional(IDS, (), "judges who joined it"),
        "ground": Field(Text(400), says="what it rests on, in one line"),
        "text": optional(Text(120), None, "the file its quotations are checked against"),
        "holdings": Field(ListOf(HOLDING, 1)),
    },
)
AUTHORITY = Fields(
    "an authority",
    {
        "id": Field(ID),
        "name": Field(SHORT),
        "cite": Field(SHORT),
        "court": Field(SHORT),
        "year": Field(Number(1000, 2200)),
        "status": Field(Word.of(Status, Status)),
        "says": Field(Text(400), says="what it stands for, one line"),
        "short": optional(Text(60), "", "its short name in later citations"),
    },
)
RECORD_ITEM = Fields(
    "an entry of the record",
    {"id": Field(ID), "text": Field(Text(600)), "page": Field(Text(40))},
)
OUTSIDE_ITEM = Fields("a matter outside the record", {"id": Field(ID), "text": Field(Text(600))})
DECISION = ListOf(
    Fields(
        "a line of the decision",
        {
            "text": Field(Text(300), says="one step of what the court decided, in our words"),
            "pin": Field(PIN, says="the page"),
            "opinion": optional(ID, None, "whose opinion; left out, the lead opinion"),
        },
    ),
    most=12,
)
HISTORICAL = Fields(
    "the historical line",
    {
        "line": optional(ListOf(Text(200), most=2000), (), "moves, in notation"),
        "disposition": Field(DISPOSITION),
        "votes": Field(Keyed(VOTE), says="how each judge stood"),
    },
)

CASE = Fields(
    "the case",
    {
        "format": Field(Word((CASE_FORMAT,)), says="the format of the file"),
        "id": Field(ID, says="the same as the file's name"),
        "version": Field(Number(1, 1_000_000), says="raise it when you change the structure"),
        "caption": Field(SHORT),
        "citation": optional(SHORT, ""),
        "docket": optional(Text(60), ""),
        "court": Field(SHORT),
        "argued": optional(DATE, ""),
        "decided": optional(DATE, ""),
        "real": Field(Flag(), says="true for a decided case"),
        "bench": Field(BENCH, says="the bench that sits by default; `moot new bench` makes one of judges you name"),
        "argument": Field(ARGUMENT, says="the format of argument used by default: its name, or one written out"),
        "question_presented": Field(PROSE),
        "facts": Field(PROSE),
        "below": optional(
            Fields(
                "the judgment below",
                {
                    "court": Field(SHORT),
                    "citation": optional(SHORT, ""),
                    "won": Field(SIDE),
                    "summary": Field(PROSE),
                },
            ),
            None,
            "the judgment under review",
        ),
        "application": optional(
            Fields(
                "the application",
                {
                    "presumption": Field(PRESUMPTION, says="who prevails unless the other side makes its case"),
                    "summary": Field(
                        PROSE, says="what petitioner asks the court to do, and what respondent says to it"
                    ),
                },
            ),
            None,
            "instead of `below`: a case of first instance, decided by granting or denying what petitioner asks",
        ),
        "sides": Field(
            Fields("sides", {"petitioner": Field(PARTY), "respondent": Field(PARTY)}, nearest=NO_THIRD_SIDE)
        ),
        "costs": optional(
            Fields(
                "costs",
                {name: optional(TICKS) for name in ("roadmap", "point", "ask", "answer")},
            ),
            None,
            "ticks of 15 seconds",
        ),
        "record": optional(ListOf(RECORD_ITEM), (), "the closed record"),
        "outside_record": optional(ListOf(OUTSIDE_ITEM), (), "matters outside it"),
        "authorities": optional(ListOf(AUTHORITY), ()),
        "dials": optional(ListOf(DIAL), (), "facts that a hypothetical may change"),
        "issues": Field(ListOf(ISSUE, 1)),
        "tree": Field(Fields("the tree", {"root": Field(ID), "nodes": Field(ListOf(NODE, 1))})),
        "heads": Field(Fields("heads", {"petitioner": Field(HEADS), "respondent": Field(HEADS)})),
        "points": Field(ListOf(POINT, 1)),
        "stock": optional(
            Flag(), True, "whether the bench may also ask stock questions, made from this case's own data"
        ),
        "opinions": optional(ListOf(OPINION), ()),
        "decision": optional(
            DECISION, (), "the court in ten lines: holding, steps with pages, what it left open, who differed"
        ),
        "historical": optional(HISTORICAL),
        "aftermath": optional(ListOf(Text(600)), (), "what the debrief may say of later history"),
        "must": optional(MUST, (), "what `moot check` is to prove of this case: can_win, never_carries, reaches"),
        "accepts": optional(
            Keyed(Text(300), ACCEPTABLE),
            {},
            "warnings that are meant so, by code, each with the reason; they are not told",
        ),
        "renamed_from": optional(
            ListOf(
                Fields(
                    "an id that was changed",
                    {
                        "id": Field(REF, says="the id now, of a head, a point, a question, an answer or the case"),
                        "was": Field(REF, says="the id that records made before have"),
                    },
                )
            ),
            (),
            "ids that were changed, so that records made before go on",
        ),
        "hints": optional(
            Keyed(Text(300), HINT_MOMENTS), {}, "a sentence of advice for a moment, shown once in training"
        ),
    },
    clash=(("below", "application"),),
    either=(("below", "application"),),
)
