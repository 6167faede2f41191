"""Issues, positions and the tree in the short form."""

from __future__ import annotations

import re

from moot.case.words import Disposition
from moot.errors import did_you_mean
from moot.files.case.court import DISPOSITION
from moot.files.case.schema import ISSUE, POSITION_OF_ISSUE
from moot.files.case.short import openings
from moot.files.case.short.key import inherit, write_marks
from moot.files.case.short.openings import Shape, read_opening
from moot.files.case.short.values import carry, mapping, put, rest, word
from moot.files.case.short.writing import Writing, is_todo, maps
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, Where

__all__ = ["begins_short", "write_issues", "write_tree"]

_DISPOSITIONS = tuple(str(each) for each in Disposition)


def begins_short(thing: Map, fields: object) -> str:
    """The first key of a thing that begins in the short form; empty for one that is written out."""
    first = next(iter(thing), "")
    known = first in fields if isinstance(fields, dict) else False
    return first if "id" not in thing and not known and isinstance(thing.get(first), str) else ""


def write_issues(writing: Writing, issues: Value | None) -> None:
    """Write out every issue and its positions, in place."""
    for place, issue in maps(issues):
        made = _opened(writing, issue, openings.ISSUE, ISSUE.fields, ("question", "kind"))
        assert isinstance(issues, Seq)
        issues[place] = made
        positions = made.get("positions")
        for number, position in maps(positions):
            assert isinstance(positions, Seq)
            positions[number] = _position(writing, position, str(made.get("id", "")))


def _opened(writing: Writing, thing: Map, shape: Shape, fields: object, keys: tuple[str, str]) -> Map:
    """A thing that begins with its id and words, with keys for them; the same thing where it is written out."""
    first = begins_short(thing, fields)
    if not first:
        return thing
    at = thing.marks[first][0]
    opening = writing.opened(read_opening(first, shape), at)
    if opening.clauses:
        writing.tell(
            at,
            f"this cannot be read: `{clean(opening.clauses, 60)}`",
            f"{shape.what}s have no clauses; such as `{shape.example}`",
        )
    text, named = keys
    made = Map()
    put(made, "id", word(opening.id), at)
    carry(thing, first, made, text)
    put(made, named, word(opening.words[0]), at)
    for flag in opening.flags:
        put(made, flag, word("true"), at)
    rest(thing, first, made)
    return made


def _position(writing: Writing, position: Map, issue: str) -> Map:
    made = _opened(writing, position, openings.POSITION, POSITION_OF_ISSUE.fields, ("text", "favors"))
    embodies = made.get("embodies")
    if isinstance(embodies, str) and not is_todo(embodies):
        made["embodies"] = _weighted(writing, embodies, made.marks["embodies"][1])
    write_marks(writing, made)
    _marked(writing, made, issue)
    return made


def _weighted(writing: Writing, said: str, at: Where) -> Map:
    """Principles with their weights, as in `notice 2, individual-rights 1`."""
    if ";" in said:
        writing.tell(
            at,
            f"a semicolon stands in `{clean(said, 60)}`",
            "put commas between the principles: `notice 2, precedent 1`",
        )
    pairs: list[tuple[str, str]] = []
    for each in re.split(r"[,;]\s*", said):
        name, _, weight = each.strip().rpartition(" ")
        if not name:
            name, weight = each.strip(), "1"
            if name:
                help = f"write its weight after it, 1 to 3: `{clean(name, 40)} 2`"
                writing.tell(at, f"the principle `{clean(name, 40)}` has no weight", help)
        if name:
            pairs.append((name, weight))
    return mapping([(name, word(weight)) for name, weight in pairs], at)


def _marked(writing: Writing, position: Map, issue: str) -> None:
    """The marks of a position that follow from what the opinions decide, leave open and do not come to."""
    marks = position.get("marks")
    found = marks if isinstance(marks, Map) else Map(flow=True)
    own = len(found)
    for opinion, taken, holding, at in writing.decided.get(issue, ()):
        if opinion not in found:
            treated = "adopted" if taken == str(position.get("id", "")) else "rejected"
            put(found, opinion, mapping([(treated, word(holding))], at), at)
    inherit(writing, found, issue)
    if len(found) > own:
        writing.in_order(found)
        at = position.marks["marks"][0] if "marks" in position else next(iter(found.marks.values()))[0]
        put(position, "marks", found, at)


# ---- the tree


def write_tree(writing: Writing, case: Map) -> None:
    """Write out the tree, or make it of positions that each say where they lead: `then: promise`, `then: affirmed`."""
    issues = [issue for _, issue in maps(case.get("issues"))]
    saying = [
        (position, issue) for issue in issues for _, position in maps(issue.get("positions")) if "then" in position
    ]
    if saying and "tree" in case:
        writing.tell(
            saying[0][0].marks["then"][0],
            "positions say where they lead, and there is a `tree` besides",
            "keep one of the two: delete `tree`, or every `then`",
        )
        for position, _ in saying:
            del position["then"]
    elif saying:
        _leads(writing, case, issues)
    tree = case.get("tree")
    if isinstance(tree, Map) and "nodes" not in tree and "root" not in tree:
        case["tree"] = _tree(writing, tree)


def _leads(writing: Writing, case: Map, issues: list[Map]) -> None:
    tree = Map()
    for issue in issues:
        then = Map(flow=True)
        for number, position in maps(issue.get("positions")):
            id = str(position.get("id", ""))
            if "then" in position:
                carry(position, "then", then, id)
                del position["then"]
            else:
                positions = issue["positions"]
                assert isinstance(positions, Seq)
                at = positions.marks[number]
                writing.tell(
                    at,
                    f"the position `{clean(id, 40)}` does not say where it leads",
                    "add `then: …`: an issue or a disposition",
                    "M302",
                )
                put(then, id, word(_DISPOSITIONS[0]), at)
        if then:
            put(tree, str(issue.get("id", "")), then, next(iter(then.marks.values()))[0])
    put(case, "tree", tree, next(iter(tree.marks.values()))[0])


def _tree(writing: Writing, tree: Map) -> Map:
    nodes = Seq()
    leaves: dict[str, Where] = {}
    for issue, then in tree.items():
        at = tree.marks[issue][0]
        node = mapping([("id", word(issue)), ("issue", word(issue))], at)
        if isinstance(then, Map):
            child = Map(flow=True)
            for position, to in then.items():
                where = then.marks[position][1]
                goal = _goal(writing, to, tree, where) if isinstance(to, str) else to
                known = goal in _DISPOSITIONS
                if known:
                    leaves.setdefault(str(goal), where)
                put(child, position, word(str(goal).replace(" ", "-")) if known else goal, where)
            put(node, "then", child, tree.marks[issue][1])
        else:
            put(node, "then", then, tree.marks[issue][1])
        nodes.append(node)
        nodes.marks.append(at)
    for leaf, at in sorted(leaves.items(), key=lambda each: -Disposition(each[0]).reach):
        nodes.append(mapping([("id", word(leaf.replace(" ", "-"))), ("disposition", word(leaf))], at))
        nodes.marks.append(at)
    start = next(iter(tree.marks.values()), ((1, 1), (1, 1)))[0]
    made = mapping([("root", word(next(iter(tree), "")))], start)
    put(made, "nodes", nodes, start)
    return made


def _goal(writing: Writing, to: str, tree: Map, at: Where) -> str:
    """Where a position leads: an issue of the tree or a disposition, or the nearest to what is neither."""
    if to in tree or to in _DISPOSITIONS:
        return to
    led_to = {str(each) for then in tree.values() if isinstance(then, Map) for each in then.values()}
    stands_in = next((issue for issue in list(tree)[1:] if issue not in led_to), next(iter(_DISPOSITIONS)))
    if is_todo(to):
        writing.tell(
            at,
            "`then` is still to be written",
            "write the issue or the disposition that this position leads to",
            "M130",
        )
        return stands_in
    near = did_you_mean(to, [*tree, *_DISPOSITIONS])
    nearest = DISPOSITION.nearest(to) if DISPOSITION.nearest is not None and not near else ""
    help = (
        f"did you mean `{near}`?"
        if near
        else nearest or f"issues: {', '.join(tree)}; dispositions: {', '.join(_DISPOSITIONS)}"
    )
    said = f"`{clean(to, 40)}` is neither an issue nor a disposition" if to else "this does not say where it leads"
    writing.tell(at, said, help, "M301")
    return near or stands_in
