"""The opinion key in the short form: holdings under what they are about, what an opinion is silent on, marks as one text."""

from __future__ import annotations

import re
from typing import Final

from moot.case.words import Treatment
from moot.errors import did_you_mean
from moot.files.case.short.values import mapping, put, word
from moot.files.case.short.writing import Writing, is_todo, maps
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value

__all__ = ["write_marks", "write_opinions"]

_TREATMENTS = sorted((str(each) for each in Treatment if each is not Treatment.NOT_REACHED), key=len, reverse=True)
_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MARK = re.compile(rf"({'|'.join(_TREATMENTS)})\s({_ID})")
_NOT_REACHED = re.compile(rf"not reached by ({_ID}):\s*(.+)", re.DOTALL)
_SAYS_ITSELF = frozenset({"about", "issue"})


def write_opinions(writing: Writing, opinions: Value | None) -> None:
    """Write out the holdings of every opinion, and note what each decides, leaves open and is silent on."""
    for _, opinion in maps(opinions):
        if not isinstance(opinion.get("id"), str):
            continue
        id = str(opinion["id"])
        silent = opinion.get("silent_on")
        if isinstance(silent, Map):
            for issue, reason in silent.items():
                writing.silent.setdefault(issue, []).append((id, reason, silent.marks[issue][1]))
            del opinion["silent_on"]
        held = opinion.get("holdings")
        if isinstance(held, Map):
            made = Seq()
            _groups(writing, held, made)
            opinion["holdings"] = held = made
        elif isinstance(held, Seq) and any(_is_group(each) for each in held):
            opinion["holdings"] = held = _mixed(writing, held)
        for _, holding in maps(held):
            if isinstance(holding.get("id"), str):
                _holding(writing, id, holding)


def _is_group(item: Value) -> bool:
    """Whether an item of a list of holdings is a group: one key, and a list under it."""
    return isinstance(item, Map) and len(item) == 1 and isinstance(next(iter(item.values())), Seq)


def _mixed(writing: Writing, held: Seq) -> Seq:
    """A list of holdings and of groups of holdings."""
    made = Seq()
    for index, item in enumerate(held):
        if isinstance(item, Map) and _is_group(item):
            _groups(writing, item, made)
        else:
            made.append(item)
            made.marks.append(held.marks[index])
    return made


def _groups(writing: Writing, held: Map, made: Seq) -> None:
    """Holdings that stand under what they are about: `power.by-notice: [...]`; `else: [...]` for those that are about no issue."""
    for position, those in held.items():
        at = held.marks[position][0]
        if not isinstance(those, Seq):
            writing.tell(at, f"`{clean(position, 40)}` must hold a list of holdings", "begin each holding with `- `")
            continue
        for index, holding in enumerate(those):
            if (
                isinstance(holding, Map)
                and position != "else"
                and not _SAYS_ITSELF & set(holding)
                and all(holding.get(key, "it") == "it" for key in ("decides", "leaves_open"))
            ):
                put(holding, "about", word(position), at)
            made.append(holding)
            made.marks.append(those.marks[index])


def _holding(writing: Writing, opinion: str, holding: Map) -> None:
    id = str(holding["id"])
    writing.holdings.setdefault(id, opinion)
    for key in ("decides", "leaves_open", "about"):
        named = holding.get(key)
        if key != "about" and named == "it" and isinstance(holding.get("about"), str):
            named = holding["about"]
        if not isinstance(named, str):
            continue
        issue, _, position = named.partition(".")
        where = holding.marks[key][1]
        if key == "decides" and position:
            writing.decided.setdefault(issue, []).append((opinion, position, id, where))
        elif key == "leaves_open":
            writing.reserved.setdefault(issue, []).append((opinion, id, where))
        del holding[key]
        if "issue" in holding:
            continue
        put(holding, "issue", word(issue), where)
        if position:
            put(holding, "position", word(position), where)


def write_marks(writing: Writing, holder: Map, urges: str = "") -> None:
    """Write out marks that are one text: `adopted m-riot; rejected s-choice; not reached by stevens: why`.

    What does not argue inherits no mark. ``urges`` is what the point of such an answer urges: an opinion that is silent on that issue, or
    leaves it open, does so here too.
    """
    said = holder.get("marks")
    if not isinstance(said, str) or not said or is_todo(said):
        return
    at = holder.marks["marks"][1]
    made = Map(flow=True)
    for part in said.split(";"):
        clause = " ".join(part.split())
        mark, none = _MARK.fullmatch(clause), _NOT_REACHED.fullmatch(clause)
        if mark is not None and mark[2] in writing.holdings:
            put(made, writing.holdings[mark[2]], mapping([(mark[1], word(mark[2]))], at), at)
        elif mark is not None:
            near = did_you_mean(mark[2], writing.holdings)
            help = f"did you mean `{near}`?" if near else "holdings stand under `opinions`"
            writing.tell(at, f"no opinion has a holding called `{mark[2]}`", help, "M208")
        elif none is not None:
            put(made, none[1], mapping([("not reached", none[2])], at), at)
        elif clause:
            writing.tell(
                at,
                f"this is no mark: `{clean(clause, 60)}`",
                "write a treatment and a holding, such as `adopted m-riot; rejected s-choice`, or `not reached by stevens: why`",
            )
    if urges and "argument" not in holder:
        inherit(writing, made, urges.partition(".")[0])
    holder["marks"] = made


def inherit(writing: Writing, marks: Map, issue: str) -> None:
    """Add the marks of opinions that leave an issue open, or do not come to it, where they have none yet."""
    before = len(marks)
    for opinion, holding, at in writing.reserved.get(issue, ()):
        if opinion not in marks:
            put(marks, opinion, mapping([("reserved", word(holding))], at), at)
    for opinion, reason, at in writing.silent.get(issue, ()):
        if opinion not in marks:
            put(marks, opinion, mapping([("not reached", reason)], at), at)
    if len(marks) > before:
        writing.in_order(marks)
