"""Write out what a case file says in the short form."""

from __future__ import annotations

import re
from typing import Final

from moot.case.words import Disposition, IssueKind, Manner, Purpose, Side, Tone, Treatment
from moot.errors import Diagnostic, did_you_mean
from moot.files.case.short.clauses import Clauses, listed, mapping, read_clauses, word
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, Where, YamlDocument

__all__ = ["expanded"]

_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_QUESTION = re.compile(rf"({_ID})\s({'|'.join(Purpose)})\s({'|'.join(Tone)})(?:,\s*(.*))?")
_ANSWER = re.compile(rf"({_ID})\s({'|'.join(Manner)})(?:,\s*(.*))?")
_CHOICE = re.compile(rf"({_ID})\s(right|wrong)\s({_ID})(?:,\s*(.*))?")
_OF_ANSWER = re.compile(rf"({_ID})\s([a-z][a-z_]*)(?:\s(law|fact))?")
_ISSUE = re.compile(rf"({_ID})\s({'|'.join(IssueKind)})((?:\s(?:claim|preliminary))*)")
_POSITION = re.compile(rf"({_ID})\s({'|'.join(Side)}|neither)")
_SIDES = frozenset(str(side) for side in Side)
_TREATMENTS = sorted((str(each) for each in Treatment if each is not Treatment.NOT_REACHED), key=len, reverse=True)
_MARK = re.compile(rf"({'|'.join(_TREATMENTS)})\s({_ID})")
_NOT_REACHED = re.compile(rf"not reached by ({_ID}):\s*(.+)", re.DOTALL)
_MOVES = ("roadmap", "plead", "ask", "answer", "turn")
_BARE = frozenset({"pass", "resume", "sit"})
_ANSWERED = re.compile(rf"({_ID})\.({_ID})(\sby\s{_ID})?")
_FIRST_OF_SCENE = ("tests", "turns", "if met", "if unmet")


def expanded(document: YamlDocument) -> YamlDocument:
    """The document with everything short written out. What cannot be read is told (M131) and left as it is."""
    if isinstance(document.value, Map):
        _Writer(document).case(document.value)
    return document


class _Writer:
    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.here = ""
        """The point whose questions are being read."""
        self.holdings: dict[str, str] = {}
        """The opinion of each holding."""
        self.silent: dict[str, list[tuple[str, Value, Where]]] = {}
        """For each issue, the opinions that do not come to it, and why."""
        self.decided: dict[str, list[tuple[str, str, str, Where]]] = {}
        """For each issue: an opinion, the position it takes, and the holding that says so."""

    def tell(self, at: Where, message: str, help: str, code: str = "M131") -> None:
        self.document.problems.append(Diagnostic(code, message, (), help, "error", self.document.file, *at))

    def clauses(self, text: str, at: Where, between: str) -> Clauses:
        return read_clauses(
            text, at, between, lambda clause, cure: self.tell(at, f"this cannot be read: `{clean(clause, 60)}`", cure)
        )

    def case(self, case: Map) -> None:
        self.opinions(case.get("opinions"))
        issues = case.get("issues")
        if isinstance(issues, Seq):
            for place, issue in enumerate(issues):
                if isinstance(issue, Map):
                    issues[place] = self.issue(issue)
        if "tree" not in case and isinstance(issues, Seq):
            self.leads(case, issues)
        tree = case.get("tree")
        if isinstance(tree, Map) and "nodes" not in tree and "root" not in tree:
            case["tree"] = self.tree(tree)
        points = case.get("points")
        if isinstance(points, Map):
            case["points"] = self.points(points)
        elif isinstance(points, Seq):
            for place, point in enumerate(points):
                if isinstance(point, Map):
                    points[place] = self.point(point)
        historical = case.get("historical")
        line = historical.get("line") if isinstance(historical, Map) else None
        if isinstance(historical, Map) and isinstance(line, str) and line:
            historical["line"] = self.line(line, historical.marks["line"][1])

    # ---- opinions, issues, tree

    def opinions(self, opinions: Value | None) -> None:
        for opinion in opinions if isinstance(opinions, Seq) else ():
            if not isinstance(opinion, Map) or not isinstance(opinion.get("id"), str):
                continue
            id = str(opinion["id"])
            silent = opinion.get("silent_on")
            if isinstance(silent, Map):
                for issue, reason in silent.items():
                    self.silent.setdefault(issue, []).append((id, reason, silent.marks[issue][1]))
                del opinion["silent_on"]
            held = opinion.get("holdings")
            if isinstance(held, Map):
                opinion["holdings"] = held = self.grouped(held)
            for holding in held if isinstance(held, Seq) else ():
                if isinstance(holding, Map) and isinstance(holding.get("id"), str):
                    self.holding(id, holding)

    def grouped(self, held: Map) -> Seq:
        """Holdings that stand under the position they take: `power.by-notice: [...]`; `else: [...]` for those that take none."""
        made = Seq()
        for position, those in held.items():
            if not isinstance(those, Seq):
                self.tell(
                    held.marks[position][0],
                    f"`{clean(position, 40)}` must hold a list of holdings",
                    "begin each holding with `- `",
                )
                continue
            for place, holding in enumerate(those):
                if (
                    isinstance(holding, Map)
                    and position != "else"
                    and not {"about", "issue"} & set(holding)
                    and holding.get("decides", "it") == "it"
                ):
                    _put(holding, "about", word(position), held.marks[position][0])
                made.append(holding)
                made.marks.append(those.marks[place])
        return made

    def holding(self, opinion: str, holding: Map) -> None:
        id = str(holding["id"])
        self.holdings.setdefault(id, opinion)
        for key in ("decides", "about"):
            named = holding.get(key)
            if key == "decides" and named == "it" and isinstance(holding.get("about"), str):
                named = holding["about"]
            if not isinstance(named, str):
                continue
            issue, _, position = named.partition(".")
            where = holding.marks[key][1]
            if key == "decides" and position:
                self.decided.setdefault(issue, []).append((opinion, position, id, where))
            del holding[key]
            if "issue" in holding:
                continue
            _put(holding, "issue", word(issue), where)
            if position:
                _put(holding, "position", word(position), where)

    def issue(self, issue: Map) -> Map:
        first = next(iter(issue), "")
        short = _ISSUE.fullmatch(first) if "id" not in issue else None
        made = issue
        if short is not None:
            key = issue.marks[first][0]
            made = Map()
            _put(made, "id", word(short[1]), key)
            _copy(issue, first, made, "question")
            _put(made, "kind", word(short[2]), key)
            for flag in short[3].split():
                _put(made, flag, word("true"), key)
            _rest(issue, first, made)
        positions = made.get("positions")
        if isinstance(positions, Seq):
            for place, position in enumerate(positions):
                if isinstance(position, Map):
                    positions[place] = self.position(position, str(made.get("id", "")))
        return made

    def position(self, position: Map, issue: str) -> Map:
        first = next(iter(position), "")
        short = _POSITION.fullmatch(first) if "id" not in position else None
        made = position
        if short is not None:
            key, _ = position.marks[first]
            made = Map()
            _put(made, "id", word(short[1]), key)
            _copy(position, first, made, "text")
            _put(made, "favors", word(short[2]), key)
            _rest(position, first, made)
        embodies = made.get("embodies")
        if isinstance(embodies, str):
            at = made.marks["embodies"][1]
            pairs = [each.rpartition(" ") for each in re.split(r",\s*", embodies)]
            made["embodies"] = mapping([(name, word(weight)) for name, _, weight in pairs], at)
        self.marks(made)
        self.inherited(made, issue)
        return made

    def inherited(self, position: Map, issue: str) -> None:
        """The marks of a position that follow from what the opinions decide, and do not come to."""
        marks = position.get("marks")
        found = marks if isinstance(marks, Map) else Map(flow=True)
        id = str(position.get("id", ""))
        own = len(found)
        for opinion, taken, holding, at in self.decided.get(issue, ()):
            if opinion not in found:
                treated = "adopted" if taken == id else "rejected"
                _put(found, opinion, mapping([(treated, word(holding))], at), at)
        for opinion, reason, at in self.silent.get(issue, ()):
            if opinion not in found:
                _put(found, opinion, mapping([("not reached", reason)], at), at)
        if len(found) > own:
            places = {opinion: place for place, opinion in enumerate(dict.fromkeys(self.holdings.values()))}
            for opinion in sorted(found, key=lambda each: places.get(each, len(places))):
                found[opinion] = found.pop(opinion)
            at = position.marks["marks"][0] if "marks" in position else next(iter(found.marks.values()))[0]
            _put(position, "marks", found, at)

    def leads(self, case: Map, issues: Seq) -> None:
        """The tree of positions that each say where they lead: `then: promise`, `then: affirmed`."""
        tree = Map()
        for issue in issues:
            positions = issue.get("positions") if isinstance(issue, Map) else None
            then = Map(flow=True)
            for position in positions if isinstance(positions, Seq) else ():
                if isinstance(position, Map) and "then" in position:
                    _copy(position, "then", then, str(position.get("id", "")))
                    del position["then"]
            if then and isinstance(issue, Map):
                _put(tree, str(issue.get("id", "")), then, next(iter(then.marks.values()))[0])
        if tree:
            _put(case, "tree", tree, next(iter(tree.marks.values()))[0])

    def tree(self, tree: Map) -> Map:
        nodes = Seq()
        leaves: dict[str, Where] = {}
        for issue, then in tree.items():
            at = tree.marks[issue][0]
            node = mapping([("id", word(issue)), ("issue", word(issue))], at)
            if isinstance(then, Map):
                child = Map(flow=True)
                for position, to in then.items():
                    known = isinstance(to, str) and to in set(Disposition)
                    if known:
                        leaves.setdefault(str(to), then.marks[position][1])
                    _put(child, position, word(str(to).replace(" ", "-")) if known else to, then.marks[position][1])
                _put(node, "then", child, tree.marks[issue][1])
            else:
                _put(node, "then", then, tree.marks[issue][1])
            nodes.append(node)
            nodes.marks.append(at)
        for leaf, at in sorted(leaves.items(), key=lambda each: -Disposition(each[0]).reach):
            nodes.append(mapping([("id", word(leaf.replace(" ", "-"))), ("disposition", word(leaf))], at))
            nodes.marks.append(at)
        start = next(iter(tree.marks.values()), ((1, 1), (1, 1)))[0]
        made = mapping([("root", word(next(iter(tree), "")))], start)
        _put(made, "nodes", nodes, start)
        return made

    # ---- points, questions, answers

    def points(self, points: Map) -> Seq:
        made = Seq()
        for side, heads in points.items():
            at = points.marks[side][0]
            if side == "rebuttal" and isinstance(heads, Map):
                for who, those in heads.items():
                    self.under(made, who, "rebuttal", those, heads.marks[who][0])
                continue
            if side not in _SIDES or not isinstance(heads, Map):
                self.tell(
                    at,
                    f"under `points` stands `{clean(side, 40)}`",
                    "write petitioner: or respondent:, below it each head, and below that its points",
                )
                continue
            for head, those in heads.items():
                self.under(made, side, head, those, heads.marks[head][0])
        return made

    def under(self, made: Seq, side: str, head: str, those: Value, at: Where) -> None:
        """The points under one head, which may name the position they urge unless they say otherwise: `forgiven for power.by-notice`."""
        if not isinstance(those, Seq):
            self.tell(at, f"`{clean(head, 40)}` must hold a list of points", "begin each point with `- ` and its id")
            return
        name, _, urges = head.partition(" for ")
        for place, point in enumerate(those):
            if isinstance(point, Map):
                made.append(self.point(point, side, name, urges))
                made.marks.append(those.marks[place])

    def point(self, point: Map, side: str = "", head: str = "", urged: str = "") -> Map:
        made = Map()
        first = next(iter(point), "")
        key = point.marks[first][0] if first else (1, 1)
        if "id" not in point and first:
            _put(made, "id", word(first), key)
        if side:
            _put(made, "side", word(side), key)
            _put(made, *(("rebuttal", word("true")) if head == "rebuttal" else ("head", word(head))), key)
        if "id" not in point and first:
            _copy(point, first, made, "title")
            _rest(point, first, made)
        else:
            _rest(point, "", made)
        self.argues(made, into=made)
        if urged and "urges" not in made:
            _put(made, "urges", word(urged), key)
        self.marks(made)
        urges, id = made.get("urges"), made.get("id")
        self.here = str(id) if isinstance(id, str) else ""
        self.questions(made, "questions", str(urges) if isinstance(urges, str) else "")
        return made

    def argues(self, holder: Map, into: Map) -> None:
        """Write out `argues` of a point."""
        said = holder.get("argues")
        if not isinstance(said, str):
            return
        at = holder.marks["argues"][1]
        del holder["argues"]
        found = self.clauses(said, at, ";")
        for part in (found.argument, found.own):
            for key, value in part.items():
                if key not in into:
                    _put(into, key, value, at)

    def questions(self, holder: Map, key: str, urges: str) -> None:
        questions = holder.get(key)
        if isinstance(questions, Seq):
            for place, question in enumerate(questions):
                if isinstance(question, Map):
                    questions[place] = self.question(question, urges)

    def question(self, question: Map, urges: str) -> Map:
        first = next(iter(question), "")
        short = _QUESTION.fullmatch(first) if "id" not in question else None
        if short is None:
            if "id" not in question and " " in first:
                self.tell(
                    question.marks[first][0],
                    f"this is not how a question begins: `{clean(first, 60)}`",
                    "write its id, its purpose and its tone, such as `q-why criticism probing: The words of the question`",
                )
            answers = question.get("answers")
            for answer in answers if isinstance(answers, Seq) else ():
                if isinstance(answer, Map):
                    self.marks(answer)
                    self.questions(answer, "follow_ups", urges)
            return question
        key = question.marks[first][0]
        made = Map()
        for name, value in (("id", short[1]), ("purpose", short[2]), ("tone", short[3])):
            _put(made, name, word(value), key)
        _copy(question, first, made, "text")
        for name, item in self.clauses(short[4] or "", key, ",").own.items():
            _put(made, name, item, key)
        answers = self.answers(question, first, made, urges)
        if answers:
            _put(made, "answers", answers, key)
        scene = made.get("scene")
        if isinstance(scene, str):
            made["scene"] = self.scene(scene, made.marks["scene"][1], urges)
        return made

    def answers(self, question: Map, first: str, made: Map, urges: str) -> Seq:
        """The answers of a question in the short form; its other keys go to ``made``."""
        answers = Seq()
        by_letter: dict[str, Map] = {}
        for key in question:
            if key == first:
                continue
            at = question.marks[key][0]
            begins = _ANSWER.fullmatch(key) or _CHOICE.fullmatch(key)
            more = _OF_ANSWER.fullmatch(key)
            if begins is not None:
                answer = self.answer(begins, question, key, urges)
                by_letter[begins[1]] = answer
                answers.append(answer)
                answers.marks.append(at)
            elif more is not None and more[1] in by_letter:
                self.of_answer(by_letter[more[1]], more, question, key, urges)
            elif " " in key:
                self.tell(
                    at,
                    f"this is not how an answer begins: `{clean(key, 60)}`",
                    f"write its letter and its manner, such as `a direct: ...`; manners: {', '.join(Manner)}",
                )
            else:
                _copy(question, key, made, key)
        return answers

    def answer(self, begins: re.Match[str], question: Map, key: str, urges: str) -> Map:
        at = question.marks[key][0]
        made = Map()
        _put(made, "id", word(begins[1]), at)
        if begins.re is _CHOICE:
            if question[key]:
                _copy(question, key, made, "text")
            _put(made, "manner", word("direct"), at)
            _put(made, "picks", word(begins[3]), at)
            if begins[2] == "right":
                _put(made, "right", word("true"), at)
        else:
            _copy(question, key, made, "text")
            _put(made, "manner", word(begins[2]), at)
        found = self.clauses((begins[4] if begins.re is _CHOICE else begins[3]) or "", at, ",")
        self.adopt(made, found, at, urges)
        return made

    def adopt(self, answer: Map, found: Clauses, at: Where, urges: str) -> None:
        """Put what clauses say into an answer."""
        if found.argument:
            if "urges" not in found.argument:
                _put(found.argument, "urges", word(urges), at)
            _put(answer, "argument", found.argument, at)
        given_up = {key: found.own.pop(key) for key in ("withdraws", "strikes") if key in found.own}
        for key, value in found.own.items():
            _put(answer, key, value, at)
        for key, value in given_up.items():
            if not value:
                given_up[key] = listed([word(self.here)], at)
        if given_up:
            kind = "fact" if "strikes" in given_up else "law"
            _put(answer, "concedes", mapping([("kind", word(kind)), *given_up.items()], at), at)

    def of_answer(self, answer: Map, more: re.Match[str], question: Map, key: str, urges: str) -> None:
        """One more line about an answer: `b why`, `b says`, `b marks`, `b concedes`, `b argues`, `b then` ..."""
        at, value_at = question.marks[key]
        name, value = more[2], question[key]
        if name == "concedes" and isinstance(value, str):
            before = answer.get("concedes")
            conceded = before if isinstance(before, Map) else mapping([("kind", word(more[3] or "law"))], at)
            _put(conceded, "what", value, value_at)
            _put(answer, "concedes", conceded, at)
        elif name == "argues" and isinstance(value, str):
            self.adopt(answer, self.clauses(value, value_at, ";"), value_at, urges)
        elif name == "then":
            _put(answer, "follow_ups", value, at)
            self.questions(answer, "follow_ups", urges)
        else:
            _copy(question, key, answer, name)
            if name == "marks":
                self.marks(answer, urges)

    def scene(self, said: str, at: Where, urges: str) -> Value:
        """`turns intent injure; if unmet individual-rights 3`; it tests the position of the point, unless `tests issue.position` stands there."""
        made = mapping([("tests", word(urges))], at)
        for part in said.split(";"):
            clause = " ".join(part.split())
            name = next((each for each in _FIRST_OF_SCENE if clause.startswith(each + " ")), "")
            rest = clause.removeprefix(name).strip()
            if name == "tests":
                _put(made, "tests", word(rest), at)
            elif name:
                pairs = [each.rpartition(" ") for each in re.split(r",\s*|\sand\s", rest)]
                _put(made, name.replace(" ", "_"), mapping([(left, word(right)) for left, _, right in pairs], at), at)
            elif clause:
                self.tell(
                    at,
                    f"this cannot be read: `{clean(clause, 60)}`",
                    "a scene has clauses `tests issue.position`, `turns dial value`, `if met principle 2`, `if unmet principle 2`",
                )
        return made

    # ---- marks, line

    def marks(self, holder: Map, urges: str = "") -> None:
        """Write out marks that are one text: `adopted m-riot; rejected s-choice; not reached by stevens: why`.

        What does not argue inherits no mark; an opinion that is silent on the issue of the point does not reach it either.
        """
        said = holder.get("marks")
        if not isinstance(said, str) or not said:
            return
        at = holder.marks["marks"][1]
        made = Map(flow=True)
        for part in said.split(";"):
            clause = " ".join(part.split())
            mark, none = _MARK.fullmatch(clause), _NOT_REACHED.fullmatch(clause)
            if mark is not None and mark[2] in self.holdings:
                _put(made, self.holdings[mark[2]], mapping([(mark[1], word(mark[2]))], at), at)
            elif mark is not None:
                near = did_you_mean(mark[2], self.holdings)
                self.tell(
                    at,
                    f"no opinion has a holding called `{mark[2]}`",
                    f"did you mean `{near}`?" if near else "holdings stand under `opinions`",
                    "M208",
                )
            elif none is not None:
                _put(made, none[1], mapping([("not reached", none[2])], at), at)
            elif clause:
                self.tell(
                    at,
                    f"this is no mark: `{clean(clause, 60)}`",
                    "write a treatment and a holding, such as `adopted m-riot; rejected s-choice`, or `not reached by stevens: why`",
                )
        if urges and "argument" not in holder:
            for opinion, reason, where in self.silent.get(urges.partition(".")[0], ()):
                if opinion not in made:
                    _put(made, opinion, mapping([("not reached", reason)], where), where)
        holder["marks"] = made

    def line(self, said: str, at: Where) -> Seq:
        """Moves between semicolons; `q-why.b by souter` asks and answers, and a point alone is pleaded."""
        moves: list[Value] = []
        for part in re.split(r"[;\n]", said):
            move = " ".join(part.split())
            answered = _ANSWERED.fullmatch(move)
            if answered is not None:
                moves += [f"ask {answered[1]}{answered[3] or ''}", f"answer {answered[1]}.{answered[2]}"]
            elif move and move not in _BARE and move.split(" ")[0] not in _MOVES:
                moves.append(f"plead {move}")
            elif move:
                moves.append(move)
        return listed(moves, at)


def _put(into: Map, key: str, value: Value, at: Where) -> None:
    into[key] = value
    into.marks[key] = (at, at)


def _copy(source: Map, key: str, into: Map, name: str) -> None:
    """Carry a value over under another key, with its places."""
    into[name] = source[key]
    into.marks[name] = source.marks[key]


def _rest(source: Map, first: str, into: Map) -> None:
    for key in source:
        if key != first and (first or key not in into):
            _copy(source, key, into, key)
