"""Turn the values of a case file into a :class:`~moot.case.Case`. The shape has already been read."""

from __future__ import annotations

import re

from moot.case import (
    Authority,
    Below,
    Case,
    Costs,
    DecisionLine,
    DecisionTree,
    Dial,
    Head,
    Historical,
    Holding,
    Issue,
    Node,
    Party,
    Position,
    RealOpinion,
    RealVote,
    RecordItem,
    Side,
    with_consequences,
)
from moot.files.case.build_said import PointBuilder, Values, marks_of, rule_of
from moot.files.case.must import build_property
from moot.files.formats.read import build_format

__all__ = ["build_case"]

_NUMBER = re.compile(r"^(?:Docket\s+)?Nos?\.\s*", re.IGNORECASE)
"""What some write before the number of a docket; what is shown has it already."""


def build_case(values: Values) -> Case:
    """The case these values describe. ``values`` must have been read without breaks."""
    names = {
        item["id"]: item
        for item in (
            *values["authorities"],
            *values["record"],
            *values["outside_record"],
        )
    }
    costs = values["costs"] or {}
    dials = tuple(_dial(item) for item in values["dials"])
    issues = tuple(_issue(item) for item in values["issues"])
    inherited = {
        (issue.id, position.id): position.marks for issue in issues for position in issue.positions if position.marks
    }
    points = tuple(PointBuilder(names, inherited).point(item) for item in values["points"])
    plain = (
        "id", "version", "real", "caption", "citation", "docket", "court", "argued", "decided", "bench",
        "question_presented", "facts", "aftermath",
    )  # fmt: skip
    argument = values["argument"]
    form = build_format(argument) if isinstance(argument, dict) else None
    return Case(
        **{name: values[name] for name in plain} | {"docket": _NUMBER.sub("", values["docket"])},
        argument=form.id if form is not None else argument,
        form=form,
        hints=tuple((values["hints"] or {}).items()),
        below=_below(values),
        petitioner=_party(values["sides"]["petitioner"], Side.PETITIONER),
        respondent=_party(values["sides"]["respondent"], Side.RESPONDENT),
        costs=Costs(**{name: cost for name, cost in costs.items() if cost is not None}),
        record=tuple(RecordItem(**item) for item in values["record"]),
        outside_record=tuple(RecordItem(**item) for item in values["outside_record"]),
        authorities=tuple(Authority(**item) for item in values["authorities"]),
        dials=dials,
        issues=issues,
        tree=DecisionTree(
            values["tree"]["root"],
            tuple(_node(item) for item in values["tree"]["nodes"]),
        ),
        heads=tuple(
            Head(item["id"], side, item["title"], item["speaker"])
            for side in Side
            for item in values["heads"][side.value]
        ),
        points=with_consequences(points, issues, dials),
        opinions=tuple(_opinion(item) for item in values["opinions"]),
        decision=_decision(values),
        historical=_historical(values["historical"]),
        accepts=tuple(values["accepts"].items()),
        renamed_from=tuple((item["id"], item["was"]) for item in values["renamed_from"]),
        must=tuple(build_property(item) for item in values["must"] if item is not None),
    )


def _below(values: Values) -> Below:
    if values["below"] is not None:
        return Below(**values["below"])
    item = values["application"]
    presumption = Side.PETITIONER if item["presumption"] is Side.PETITIONER else None
    return Below("", "", Side.RESPONDENT, item["summary"], application=True, presumption=presumption)


def _party(item: Values, side: Side) -> Party:
    first, second = (*item["counsel"], "")[:2] if item["counsel"] else ("", "")
    return Party(
        item["name"],
        first,
        item["asks"],
        item["called"] or side.value,
        item["several"],
        second,
        item["addressed"] or (),
    )


def _issue(item: Values) -> Issue:
    positions = tuple(
        Position(
            each["id"],
            each["text"],
            each["favors"],
            tuple(each["embodies"].items()),
            rule_of(each["rule"]) if each["rule"] else None,
            tuple(each["shows"].items()),
            rule_of(each["open"]) if each["open"] else None,
            each["reasons"],
            marks_of(each["marks"]),
            each["holds"],
        )
        for each in item["positions"]
    )
    words = item["met"], item["unmet"], item["preliminary"]
    return Issue(item["id"], item["question"], item["kind"], positions, item["claim"], *words)


def _dial(item: Values) -> Dial:
    return Dial(item["id"], item["asks"], item["here"], tuple(item["values"]), tuple(item["values"].values()))


def _node(item: Values) -> Node:
    return Node(
        item["id"],
        item["issue"],
        tuple((item["then"] or {}).items()),
        item["disposition"],
        item["terms"],
    )


def _opinion(item: Values) -> RealOpinion:
    holdings = tuple(Holding(**each) for each in item["holdings"])
    return RealOpinion(**{**item, "holdings": holdings})


def _decision(values: Values) -> tuple[DecisionLine, ...]:
    """A line that names no opinion is the lead opinion's: the first listed."""
    lead = values["opinions"][0]["id"] if values["opinions"] else ""
    return tuple(DecisionLine(item["text"], item["pin"], item["opinion"] or lead) for item in values["decision"])


def _historical(item: Values | None) -> Historical | None:
    if item is None:
        return None
    votes = tuple(RealVote(judge, role) for judge, role in item["votes"].items())
    return Historical(item["line"], item["disposition"], votes)
