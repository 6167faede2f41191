"""Questions and answers in the short form, with their follow-ups and scenes."""

from __future__ import annotations

import re
from typing import Final

from moot.case.words import Manner
from moot.errors import did_you_mean
from moot.files.case.said import QUESTION_FIELDS
from moot.files.case.short import openings
from moot.files.case.short.key import write_marks
from moot.files.case.short.law import begins_short
from moot.files.case.short.openings import read_opening
from moot.files.case.short.picks import picked
from moot.files.case.short.values import carry, listed, mapping, put, word
from moot.files.case.short.writing import Writing, is_todo, maps
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, Where

__all__ = ["Questions"]

_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_CHOICE = re.compile(rf"({_ID})\s(right|wrong)(?:\s({_ID}))?(?:,\s*(.*))?")
_OF_ANSWER = re.compile(rf"({_ID})\s([a-z][a-z_]*)(?:\s(law|fact))?")
_LETTER = re.compile(r"[A-Za-z0-9]\)?")
_MANNERS = frozenset(str(each) for each in Manner)
_FIRST_OF_SCENE = ("tests", "turns", "if met", "if unmet")
_MORE = frozenset({"why", "says", "marks", "concedes", "argues", "then", "reply", "argument", "worth", "when", "ticks"})
"""What may follow the letter of an answer on further lines about it."""


class Questions:
    """The questions of a case being written out."""

    def __init__(self, writing: Writing, case: Map) -> None:
        self.writing, self.case = writing, case

    def questions(self, holder: Map, key: str, urges: str) -> None:
        questions = holder.get(key)
        for place, question in maps(questions):
            assert isinstance(questions, Seq)
            questions[place] = self.question(question, urges)

    def question(self, question: Map, urges: str) -> Map:
        first = begins_short(question, QUESTION_FIELDS)
        if not first:
            for _, answer in maps(question.get("answers")):
                write_marks(self.writing, answer)
                self.followed(answer, question.get("id"), urges)
            return question
        key = question.marks[first][0]
        opening = self.writing.opened(read_opening(first, openings.QUESTION), key)
        made = Map()
        for name, value in zip(("id", "purpose", "tone"), (opening.id, *opening.words), strict=True):
            put(made, name, word(value), key)
        carry(question, first, made, "text")
        for name, item in self.writing.clauses(opening.clauses, key, ",").own.items():
            put(made, name, item, key)
        answers = self.answers(question, first, made, urges)
        if answers:
            if made.get("answers"):
                help = "write them all in one way: delete `answers:`, or the answers that begin with their letters"
                self.writing.tell(made.marks["answers"][0], f"`{opening.id}` has answers in two places", help)
            put(made, "answers", answers, key)
        scene = made.get("scene")
        if isinstance(scene, str) and not is_todo(scene):
            made["scene"] = self.scene(scene, made.marks["scene"][1], urges)
        return made

    def followed(self, answer: Map, question: Value | None, urges: str) -> None:
        """Write out the follow-ups of an answer."""
        before = self.writing.follows
        self.writing.follows = f"{question}.{answer.get('id')}"
        self.questions(answer, "follow_ups", urges)
        self.writing.follows = before

    def answers(self, question: Map, first: str, made: Map, urges: str) -> Seq:
        """The answers of a question in the short form; its other keys go to ``made``."""
        answers = Seq()
        by_letter: dict[str, Map] = {}

        def add(answer: Map, at: Where) -> None:
            by_letter.setdefault(str(answer["id"]), answer)
            answers.append(answer)
            answers.marks.append(at)

        for key in question:
            if key == first:
                continue
            at = question.marks[key][0]
            choice = _CHOICE.fullmatch(key)
            said = key.split()
            more = _OF_ANSWER.fullmatch(key)
            if choice is not None and (choice[3] or choice[1] not in by_letter):
                add(self.choice(choice, question, key, str(made.get("pick", ""))), at)
            elif more is not None and more[1] in by_letter and more[2] not in _MANNERS:
                self.of_answer(by_letter[more[1]], more, question, key, urges, str(made["id"]))
            elif more is not None and more[2] in _MORE - {"concedes"}:
                help = f"write `{more[1]} direct: …`, or another manner, above it: {', '.join(Manner)}"
                self.writing.tell(at, f"no answer `{more[1]}` stands above `{clean(key, 40)}`", help)
            elif len(said) > 1 or (key not in QUESTION_FIELDS and _LETTER.fullmatch(key)):
                add(self.answer(question, key, urges), at)
            else:
                carry(question, key, made, key)
        return answers

    def answer(self, question: Map, key: str, urges: str) -> Map:
        at = question.marks[key][0]
        opening = read_opening(key, openings.ANSWER)
        second = key.split()[1].strip(",") if len(key.split()) > 1 else ""
        nothing_above = opening.problems and "," not in key and second not in _MANNERS
        if nothing_above and (second in _MORE or second.removesuffix("s") in _MANNERS):
            meant = second.removesuffix("s")
            cure = (
                f"if `{meant}` is its manner write `{opening.id} {meant}: …`"
                if meant in _MANNERS
                else f"begin the answer above with its manner, such as `{opening.id} direct: …`"
            )
            opening.problems[:] = [(f"no answer `{clean(opening.id, 20)}` stands above `{clean(key, 40)}`", cure)]
            opening.words = (meant if meant in _MANNERS else opening.words[0],)
        self.writing.opened(opening, at)
        made = Map()
        put(made, "id", word(opening.id), at)
        self.writing.document.short[at] = opening.id
        carry(question, key, made, "text")
        put(made, "manner", word(opening.words[0]), at)
        self.adopt(made, opening.clauses, at, ",", urges)
        return made

    def choice(self, begins: re.Match[str], question: Map, key: str, pick: str) -> Map:
        """`a right ames: words`; without an id the words themselves name the authority, or the page of the record."""
        at = question.marks[key][0]
        made = Map()
        put(made, "id", word(begins[1]), at)
        text = question[key]
        if text:
            carry(question, key, made, "text")
        put(made, "manner", word("direct"), at)
        chosen = begins[3] or ""
        if not chosen:
            may_be = picked(self.case, pick, text if isinstance(text, str) else "")
            chosen = may_be[0] if may_be else ""
            if len(may_be) != 1:
                what = "an authority" if pick == "authority" else "an entry of the record"
                several = (
                    f"these words fit several: {', '.join(may_be[:6])}"
                    if may_be
                    else f"these words name no one that is listed as {what}"
                )
                self.writing.tell(
                    at, several, f"say which is chosen: `{begins[1]} {begins[2]} {may_be[0] if may_be else 'id'}: …`"
                )
        if chosen:
            put(made, "picks", word(chosen), at)
        if begins[2] == "right":
            put(made, "right", word("true"), at)
        self.adopt(made, begins[4] or "", at, ",", "")
        return made

    def adopt(self, answer: Map, clauses: str, at: Where, between: str, urges: str) -> None:
        """Put what clauses say into an answer."""
        found = self.writing.clauses(clauses, at, between)
        if found.argument:
            if "urges" not in found.argument:
                put(found.argument, "urges", word(urges), at)
            for key, stands_in in (("modality", "doctrinal"), ("strength", "3")) if found.refused else ():
                if key not in found.argument:
                    put(found.argument, key, word(stands_in), at)
            put(answer, "argument", found.argument, at)
        given_up = {key: found.own.pop(key) for key in ("withdraws", "strikes") if key in found.own}
        for key, value in found.own.items():
            bare = key in {"contradicts", "retracts"} and not value
            put(answer, key, self.followed_answer(key, at) if bare else value, at)
        for key, value in given_up.items():
            if not value:
                given_up[key] = listed([word(self.writing.here)], at)
        if given_up:
            kind = "fact" if "strikes" in given_up else "law"
            put(answer, "concedes", mapping([("kind", word(kind)), *given_up.items()], at), at)

    def followed_answer(self, clause: str, at: Where) -> Seq:
        """What `contradicts` and `retracts` mean without an id."""
        if not self.writing.follows:
            help = f"say which answer or point: `{clause} q-why.a`; only under a follow-up may it be left out"
            self.writing.tell(at, f"`{clause}` names nothing", help)
            return listed((), at)
        return listed([word(self.writing.follows)], at)

    def of_answer(self, answer: Map, more: re.Match[str], question: Map, key: str, urges: str, id: str) -> None:
        """One more line about an answer: `b why`, `b says`, `b marks`, `b concedes`, `b argues`, `b then` ..."""
        at, value_at = question.marks[key]
        name, value = more[2], question[key]
        if name == "concedes" and isinstance(value, str):
            before = answer.get("concedes")
            conceded = before if isinstance(before, Map) else mapping([("kind", word(more[3] or "law"))], at)
            put(conceded, "what", value, value_at)
            put(answer, "concedes", conceded, at)
        elif name == "argues" and isinstance(value, str) and not is_todo(value):
            self.adopt(answer, value, value_at, ";", urges)
        elif name == "then":
            put(answer, "follow_ups", value, at)
            self.followed(answer, id, urges)
        else:
            carry(question, key, answer, name)
            if name == "marks":
                write_marks(self.writing, answer, urges)

    def scene(self, said: str, at: Where, urges: str) -> Value:
        """`turns intent injure; if unmet individual-rights 3`; it tests the position of the point, unless `tests issue.position` stands there."""
        made = mapping([("tests", word(urges))], at)
        for part in said.split(";"):
            clause = " ".join(part.split())
            name = next((each for each in _FIRST_OF_SCENE if clause.startswith(each + " ")), "")
            if clause and not name:
                near = did_you_mean(clause.split(" ")[0], _FIRST_OF_SCENE)
                help = "a scene has clauses `tests issue.position`, `turns dial value`, `if met principle 2`, `if unmet principle 2`"
                self.writing.tell(
                    at,
                    f"this cannot be read: `{clean(clause, 60)}`",
                    f"did you mean `{near}`? {help[0].upper()}{help[1:]}" if near else help,
                )
                name, clause = near, f"{near} {clause.partition(' ')[2]}"
            rest_of = clause.removeprefix(name).strip()
            if name == "tests":
                put(made, "tests", word(rest_of), at)
            elif name:
                pairs = [each.rpartition(" ") for each in re.split(r",\s*|\sand\s", rest_of)]
                put(
                    made,
                    name.replace(" ", "_"),
                    mapping([(left, word(right)) for left, _, right in pairs if left], at),
                    at,
                )
        return made
