"""Points in the short form, under sides and heads; their questions are :mod:`moot.files.case.short.question`."""

from __future__ import annotations

import re

from moot.case.words import Side
from moot.errors import did_you_mean
from moot.files.case.short.key import write_marks
from moot.files.case.short.question import Questions
from moot.files.case.short.values import carry, put, rest, word
from moot.files.case.short.writing import Writing, is_todo, maps
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, Where

__all__ = ["Arguments"]

_SPEAKER = re.compile(r"(petitioner|respondent)[ -]?(?:speaker[ -]?)?([12])")
_SIDES = frozenset(str(side) for side in Side)
_UNDER_POINTS = "write petitioner: or respondent:, below it each head, and below that its points; what the parties are called stands under `sides`"


class Arguments:
    """The points of a case being written out."""

    def __init__(self, writing: Writing, case: Map) -> None:
        self.writing, self.said = writing, Questions(writing, case)

    def write(self, points: Value | None) -> Value | None:
        """The points as a list, whether they stood in one or under sides and heads."""
        if isinstance(points, Map):
            return self.grouped(points)
        for place, point in maps(points):
            assert isinstance(points, Seq)
            points[place] = self.point(point)
        return points

    def grouped(self, points: Map) -> Seq:
        made = Seq()
        for name, heads in points.items():
            at, side = points.marks[name][0], name
            if side == "rebuttal" and isinstance(heads, Map):
                for who, those in heads.items():
                    self.under(made, who, "rebuttal", those, heads.marks[who][0])
                continue
            speaker = _SPEAKER.fullmatch(side)
            if speaker is not None and isinstance(heads, Map):
                help = f"put them under `{speaker[1]}`, and write `speaker: {speaker[2]}` beside their heads, under `heads`"
                self.writing.tell(at, f"the points of both speakers stand under `{speaker[1]}`", help)
                side = speaker[1]
            elif side not in _SIDES or not isinstance(heads, Map):
                near = did_you_mean(side.lower(), [*_SIDES, "rebuttal"])
                help = (f"did you mean `{near}`? Otherwise " if near else "") + _UNDER_POINTS
                self.writing.tell(at, f"under `points` stands `{clean(side, 40)}`", help)
                left = [each for each in Side if each not in points]
                if len(left) != 1 or not isinstance(heads, Map):
                    continue
                side = str(left[0])
            for head, those in heads.items():
                self.under(made, side, head, those, heads.marks[head][0])
        return made

    def under(self, made: Seq, side: str, head: str, those: Value, at: Where) -> None:
        """The points under one head, which may name the position they urge unless they say otherwise: `forgiven for power.by-notice`."""
        if not isinstance(those, Seq):
            self.writing.tell(
                at, f"`{clean(head, 40)}` must hold a list of points", "begin each point with `- ` and its id"
            )
            return
        for place, item in enumerate(those):
            if isinstance(item, str):
                said = clean(item, 40)
                what = f"`{said}` is no point: it has no title" if item else "this item of the list is empty"
                help = (
                    f"write a colon and its title: `- {said}: …`" if item else "delete its hyphen, or write the point"
                )
                self.writing.tell(those.marks[place], what, help)
        name, _, urges = head.partition(" for ")
        for place, point in maps(those):
            made.append(self.point(point, side, name, urges))
            made.marks.append(those.marks[place])

    def point(self, point: Map, side: str = "", head: str = "", urged: str = "") -> Map:
        made = Map()
        first = next(iter(point), "")
        key = point.marks[first][0] if first else (1, 1)
        if "id" not in point and first:
            put(made, "id", word(first), key)
        if side:
            put(made, "side", word(side), key)
            put(made, *(("rebuttal", word("true")) if head == "rebuttal" else ("head", word(head))), key)
        if "id" not in point and first:
            carry(point, first, made, "title")
            rest(point, first, made)
        else:
            rest(point, "", made)
        if "id" not in point and first:
            self.must_argue(made, key)
        self.argues(made)
        if urged and "urges" not in made:
            put(made, "urges", word(urged), key)
        write_marks(self.writing, made)
        urges, id = made.get("urges"), made.get("id")
        self.writing.here = str(id) if isinstance(id, str) else ""
        self.writing.follows = ""
        self.said.questions(made, "questions", str(urges) if isinstance(urges, str) else "")
        return made

    def must_argue(self, point: Map, at: Where) -> None:
        """Tell where a point in the short form does not say what it argues."""
        if {"argues", "modality", "strength"} & set(point):
            return
        id = clean(str(point.get("id", "")), 40)
        help = "add `argues: doctrinal 3` below it, or another modality and strength (1 to 5)"
        self.writing.tell(at, f"the point `{id}` does not say what kind of argument it is", help)
        for key, stands_in in (("modality", "doctrinal"), ("strength", "3")):
            put(point, key, word(stands_in), at)

    def argues(self, point: Map) -> None:
        """Write out `argues` of a point."""
        said = point.get("argues")
        if not isinstance(said, str):
            return
        at = point.marks["argues"][1]
        later = is_todo(said)
        if not later:
            del point["argues"]
        found = self.writing.clauses("" if later else said, at, ";")
        for part in (found.argument, found.own):
            for key, value in part.items():
                if key not in point:
                    put(point, key, value, at)
        for key, stands_in in (("modality", "doctrinal"), ("strength", "3")) if found.refused or later else ():
            if key not in point:
                put(point, key, word(stands_in), at)
