"""Write a case file in the short form, and count what is saved: `python scripts/short_form.py CASE.yaml [-o SHORT.yaml]`.

Lines are those that are neither blank nor a comment. A reference is an id that is defined elsewhere in the file, wherever it stands outside
of prose. Both files are wrapped at the same width and mean the same case; the script compares the two and says so.
"""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections import Counter
from dataclasses import fields
from pathlib import Path

from moot.case import Case
from moot.case.words import Disposition
from moot.files.case.read import read_case_text
from moot.files.case.short.picks import picked
from moot.files.yaml.read import parse
from moot.files.yaml.values import Map, Seq, Value

WIDTH = 130
LONGEST = 290
"""Characters of an entry that is kept on one line, as the shipped cases keep them."""
ATTACKS = {"rebut": "rebuts", "undermine": "undermines", "undercut": "undercuts"}


class Printer:
    """Lines of YAML, wrapped."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def text(self, key: str, text: str, indent: int, dash: str = "") -> None:
        """One key with a text, on as few lines as it needs. A text whose signs YAML would misread is put in quotes."""
        first = " " * indent + dash + key + ":"
        inner = " " * (indent + len(dash) + 2)
        said = " ".join(text.split())
        value = said if plain(said) else json.dumps(said, ensure_ascii=False)
        if len(first) + 1 + len(value) <= WIDTH:
            self.lines.append(f"{first} {value}")
        elif plain(said):
            glued = first.replace(" ", "\0")
            wrapped = textwrap.wrap(
                f"{glued} {said}",
                WIDTH,
                subsequent_indent=inner + "  ",
                break_long_words=False,
                break_on_hyphens=False,
                drop_whitespace=True,
            )
            wrapped[0] = wrapped[0].replace("\0", " ")
            if any(re.match(r"\s*[#&*!|>%@`\"'{}\[\]?,-]", line) or re.search(r":\s*$", line) for line in wrapped[1:]):
                self.folded(first, said, inner)
            else:
                self.lines += wrapped
        else:
            self.folded(first, said, inner)

    def folded(self, first: str, said: str, inner: str) -> None:
        self.lines.append(f"{first} >-")
        self.lines += textwrap.wrap(
            said, WIDTH, initial_indent=inner, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
        )

    def value(self, key: str, value: Value, indent: int, dash: str = "") -> None:
        """One key with anything, as the long form has it."""
        if isinstance(value, str):
            self.text(key, value, indent, dash) if not bare(value) else self.lines.append(
                f"{' ' * indent}{dash}{key}: {value}"
            )
            return
        flat = flow(value)
        if len(flat) + indent + len(dash) + len(key) + 2 <= WIDTH:
            self.lines.append(f"{' ' * indent}{dash}{key}: {flat}")
            return
        self.lines.append(f"{' ' * indent}{dash}{key}:")
        self.block(value, indent + len(dash) + 2)

    def block(self, value: Value, indent: int) -> None:
        if isinstance(value, Map):
            for key, item in value.items():
                self.value(key, item, indent)
        else:
            for item in value:
                if isinstance(item, str):
                    self.lines.append(f"{' ' * indent}- {scalar(item)}")
                elif len(flow(item)) + indent + 2 <= LONGEST:
                    self.lines.append(f"{' ' * indent}- {flow(item)}")
                else:
                    for index, (key, each) in enumerate(item.items()):
                        self.value(key, each, indent if not index else indent + 2, "- " if not index else "")


def plain(text: str) -> bool:
    """Whether a text needs no quotes."""
    return not (
        re.search(r":(\s|$)|\s#", text)
        or re.match(r"[\s&*!|>%@`\"'#{}\[\],?:-]", text)
        or re.fullmatch(r"[-+.\d:eE_xob]+|(?i:true|false|yes|no|on|off|null|y|n|~)|", text)
        or re.match(r"\d[\d.:]*$", text)
    )


def bare(value: str) -> bool:
    """Whether a value was a word or a number without quotes."""
    return type(value) is not str and not plain(value) and " " not in value


def scalar(text: str) -> str:
    if type(text) is not str and re.fullmatch(r"[\w.+-]+", text):
        return text
    return (
        text if plain(text) and re.fullmatch(r"[\w§$][\w .'’§/()&$–-]*", text) else json.dumps(text, ensure_ascii=False)
    )


def flow(value: Value) -> str:
    if isinstance(value, Map):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Seq):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def shorten(text: str) -> str:
    """The case file in the short form; comments at the head are kept."""
    case = parse(text).value
    assert isinstance(case, Map)
    OPEN.clear()
    OPEN.update(left_open(case))
    out = Printer()
    out.lines += [line for line in text.split("\nformat:", maxsplit=1)[0].splitlines() if line.startswith("#")]
    for key, value in case.items():
        if key == "issues":
            issues(out, case, decided(case))
        elif key == "tree":
            if not simple_tree(case):
                tree(out, value)
        elif key == "points":
            points(out, case)
        elif key == "opinions":
            opinions(out, value, case)
        elif key == "historical":
            historical(out, value, case["heads"])
        else:
            out.value(key, value, 0)
    return "\n".join(out.lines) + "\n"


def in_order(case: Map, issue: Map) -> bool:
    """Whether the marks of every position come in the order of the opinions."""
    order = [opinion["id"] for opinion in case.get("opinions", ())]
    return all(
        [each for each in order if each in position.get("marks", ())] == list(position.get("marks", ()))
        for position in issue["positions"]
    )


def decided(case: Map) -> dict[tuple[str, str], tuple[str, str]]:
    """For each opinion and issue it decides: the position, and the holding all marks of the issue's positions name."""
    found = {}
    for opinion in case.get("opinions", ()):
        for issue in case["issues"]:
            if not in_order(case, issue):
                continue
            marks = {position["id"]: position.get("marks", {}).get(opinion["id"]) for position in issue["positions"]}
            words = [
                next(iter(mark.items()), ("", "")) if isinstance(mark, Map) else ("", "") for mark in marks.values()
            ]
            names = {name for _, name in words}
            taken = [id for id, (word, _) in zip(marks, words, strict=True) if word == "adopted"]
            if len(names) == 1 and len(taken) == 1 and {word for word, _ in words} <= {"adopted", "rejected"}:
                (name,) = names
                holding = next((each for each in opinion["holdings"] if each["id"] == name), None)
                if holding is not None and (holding.get("issue"), holding.get("position")) == (issue["id"], taken[0]):
                    found[opinion["id"], issue["id"]] = taken[0], name
    return found


def silences(case: Map) -> dict[tuple[str, str], str]:
    """For each opinion and issue it does not come to: the one reason."""
    found = {}
    for opinion in case.get("opinions", ()):
        for issue in case["issues"]:
            if not in_order(case, issue):
                continue
            marks = [position.get("marks", {}).get(opinion["id"]) for position in issue["positions"]]
            reasons = {mark.get("not reached") if isinstance(mark, Map) else None for mark in marks}
            if len(reasons) == 1 and None not in reasons:
                found[opinion["id"], issue["id"]] = reasons.pop()
    return found


def left_open(case: Map) -> dict[tuple[str, str], str]:
    """For each opinion and issue it leaves open: the one holding of that issue that says so."""
    found = {}
    for opinion in case.get("opinions", ()):
        about = {holding["id"]: holding.get("issue") for holding in opinion["holdings"]}
        for issue in case["issues"]:
            if not in_order(case, issue):
                continue
            marks = [position.get("marks", {}).get(opinion["id"]) for position in issue["positions"]]
            named = {mark.get("reserved") if isinstance(mark, Map) else None for mark in marks}
            if len(named) == 1 and None not in named:
                (holding,) = named
                if about.get(holding) == issue["id"]:
                    found[opinion["id"], issue["id"]] = holding
    return found


def marks_text(marks: Map) -> str | None:
    parts = []
    for opinion, mark in marks.items():
        ((word, said),) = mark.items()
        if word == "not reached" and (";" in said):
            return None
        parts.append(f"not reached by {opinion}: {said}" if word == "not reached" else f"{word} {said}")
    return "; ".join(parts)


def put_marks(out: Printer, marks: Map, key: str, indent: int) -> None:
    text = marks_text(marks)
    if text is None:
        out.value(key, marks, indent)
    else:
        out.text(key, text, indent)


def simple_tree(case: Map) -> dict[str, dict[str, str]]:
    """Where each position leads, if the tree has one node an issue, in the order of the issues."""
    nodes = case["tree"]["nodes"]
    leaf = {node["id"]: node["disposition"] for node in nodes if "disposition" in node}
    order = {what: index for index, what in enumerate(sorted(leaf.values(), key=lambda each: -Disposition(each).reach))}
    inner = [node["id"] for node in nodes if "issue" in node]
    simple = (
        inner == [issue["id"] for issue in case["issues"]]
        and case["tree"]["root"] == inner[0] == nodes[0]["id"]
        and all(node["id"] == node["issue"] for node in nodes if "issue" in node)
        and all(id == what.replace(" ", "-") for id, what in leaf.items())
        and [order[what] for what in leaf.values()] == sorted(order.values())
        and nodes[len(inner) :] == [node for node in nodes if "disposition" in node]
        and not any("terms" in node for node in nodes)
        and all(
            list(node["then"]) == [each["id"] for each in issue["positions"]]
            for node, issue in zip(nodes, case["issues"], strict=False)
        )
    )
    return (
        {
            node["id"]: {position: leaf.get(to, to) for position, to in node["then"].items()}
            for node in nodes
            if "issue" in node
        }
        if simple
        else {}
    )


def issues(out: Printer, case: Map, taken: dict[tuple[str, str], tuple[str, str]]) -> None:
    value, leads = case["issues"], simple_tree(case)
    out.lines.append("issues:")
    for issue in value:
        flags = "".join(f" {flag}" for flag in ("claim", "preliminary") if issue.get(flag) == "true")
        out.text(f"{issue['id']} {issue['kind']}{flags}", issue["question"], 2, "- ")
        for key, item in issue.items():
            if key not in {"id", "question", "kind", "claim", "preliminary", "positions"}:
                out.value(key, item, 4)
        out.lines.append("    positions:")
        for position in issue["positions"]:
            out.text(f"{position['id']} {position['favors']}", position["text"], 6, "- ")
            if leads:
                out.lines.append(f"        then: {leads[issue['id']][position['id']]}")
            for key, item in position.items():
                if key in {"id", "text", "favors"}:
                    continue
                if key == "embodies":
                    out.text(key, ", ".join(f"{name} {weight}" for name, weight in item.items()), 8)
                elif key == "marks":
                    left = Map()
                    for opinion, mark in item.items():
                        if all((opinion, issue["id"]) not in known for known in (taken, SILENT, OPEN)):
                            left[opinion] = mark
                    if left:
                        put_marks(out, left, key, 8)
                else:
                    out.value(key, item, 8)


SILENT: dict[tuple[str, str], str] = {}
OPEN: dict[tuple[str, str], str] = {}


def tree(out: Printer, value: Map) -> None:
    nodes = value["nodes"]
    leaf = {node["id"]: node["disposition"] for node in nodes if "disposition" in node}
    simple = (
        value["root"] == nodes[0]["id"]
        and all(node["id"] == node.get("issue", node["id"]) for node in nodes)
        and all(id == what.replace(" ", "-") for id, what in leaf.items())
        and not any("terms" in node for node in nodes)
    )
    if not simple:
        out.value("tree", value, 0)
        return
    out.lines.append("tree:")
    for node in nodes:
        if "issue" in node:
            then = ", ".join(f"{position}: {leaf.get(to, to)}" for position, to in node["then"].items())
            out.lines.append(f"  {node['id']}: {{{then}}}")


def cites_text(cites: Seq) -> str | None:
    parts = []
    for cite in cites:
        if isinstance(cite, str):
            parts.append(cite)
        elif "says" in cite or re.search("[,;]", cite.get("pin", "")):
            return None
        else:
            signal = f"{cite['signal']} " if "signal" in cite else ""
            pin = f" at {cite['pin']}" if "pin" in cite else ""
            parts.append(f"{signal}{cite['authority']}{pin}")
    return ", ".join(parts)


def argument_clauses(item: Map, urged: str = "") -> tuple[list[str], list[str]]:
    """The clauses of an argument, and the keys that need their long form."""
    long: list[str] = []
    urges = item["urges"]
    more = item.get("also_urges", ())
    goal = "" if urges == urged and not more else f" for {urges}" + "".join(f" and {each}" for each in more)
    clauses = [f"{item['modality']} {item['strength']}{goal}"]
    if item.get("cites"):
        said = cites_text(item["cites"])
        if said is None:
            long.append("cites")
        else:
            clauses.append(f"cites {said}")
    if item.get("record"):
        clauses.append(f"record {', '.join(item['record'])}")
    if item.get("appeals"):
        clauses.append(f"appeals to {', '.join(item['appeals'])}")
    before = ""
    for attack in item.get("attacks", ()):
        ((kind, target),) = attack.items()
        if ATTACKS[kind] == before:
            clauses[-1] += f", {target}"
        else:
            before = ATTACKS[kind]
            clauses.append(f"{before} {target}")
    return clauses, long


def points(out: Printer, case: Map) -> None:
    out.lines.append("points:")
    groups: dict[str, dict[str, list[Map]]] = {}
    for point in case["points"]:
        side, head = point["side"], point.get("head")
        first, second = (side, head) if head else ("rebuttal", side)
        groups.setdefault(first, {}).setdefault(second, []).append(point)
    if [point for heads in groups.values() for those in heads.values() for point in those] != list(case["points"]):
        for point in case["points"]:
            one_point(out, point, case, "", grouped=False)
        return
    for side, heads in groups.items():
        out.lines.append(f"  {side}:")
        for head, those in heads.items():
            urged = (
                Counter(point["urges"] for point in those).most_common(1)[0][0]
                if side != "rebuttal" and len(those) > 1
                else ""
            )
            out.lines.append(f"    {head}{' for ' if urged else ''}{urged}:")
            for point in those:
                one_point(out, point, case, urged)


def inherited(case: Map, urges: str) -> Map:
    """The marks of a position."""
    issue, _, position = urges.partition(".")
    return next(
        (
            each.get("marks", Map())
            for one in case["issues"]
            if one["id"] == issue
            for each in one["positions"]
            if each["id"] == position
        ),
        Map(),
    )


def unspoken(urges: str) -> Map:
    """The marks of opinions that leave the issue of a position open, or do not come to it."""
    found = Map()
    for word, known in (("reserved", OPEN), ("not reached", SILENT)):
        for (opinion, issue), said in known.items():
            if issue == urges.partition(".")[0]:
                found[opinion] = Map()
                found[opinion][word] = said
    return found


def own_marks(marks: Map, above: Map, order: list[str] | None = None) -> Map:
    """Marks without those that are given anyway: by the position, after these; or by the opinions, in their ``order``."""
    kept = Map()
    for opinion, mark in marks.items():
        if above.get(opinion) != mark:
            kept[opinion] = mark
    result = [*kept, *(each for each in above if each not in kept)]
    if order is not None and len(result) > len(kept):
        result.sort(key=order.index)
    return kept if result == list(marks) else marks


def one_point(out: Printer, point: Map, case: Map, urged: str, *, grouped: bool = True) -> None:
    out.text(point["id"], point["title"], 6, "- ")
    if not grouped:
        for key in ("side", "head", "rebuttal"):
            if key in point:
                out.value(key, point[key], 8)
    clauses, long = argument_clauses(point, urged)
    if point.get("briefed") == "true":
        clauses.append("briefed")
    if "replies_to" in point:
        clauses.append(f"replies to {', '.join(point['replies_to'])}")
    for guard in point.get("when", ()):
        ((kind, id),) = guard.items()
        clauses.append(f"{kind} {id}")
    if "ticks" in point:
        clauses.append(f"ticks {point['ticks']}")
    out.text("argues", "; ".join(clauses), 8)
    done = {
        "id",
        "side",
        "head",
        "rebuttal",
        "title",
        "modality",
        "urges",
        "also_urges",
        "strength",
        "cites",
        "record",
        "appeals",
        "attacks",
        "briefed",
        "replies_to",
        "when",
        "ticks",
    } - set(long)
    for key, item in point.items():
        if key in done:
            continue
        if key == "questions":
            out.lines.append("        questions:")
            for question in item:
                one_question(out, question, 10, point, case)
        elif key == "marks":
            own = own_marks(item, inherited(case, point["urges"]))
            if own:
                put_marks(out, own, key, 8)
        else:
            out.value(key, item, 8)


def one_question(out: Printer, question: Map, indent: int, point: Map, case: Map, follows: str = "") -> None:
    key = f"{question['id']} {question['purpose']} {question['tone']}"
    if "pick" in question:
        key += f", pick the {question['pick']}"
    if "who" in question:
        key += f", for {' '.join(question['who'])}"
    if "asked_by" in question:
        key += f", asked by {' '.join(question['asked_by'])}"
    if "source" in question and "," not in question["source"]:
        key += f", source {question['source']}"
    for guard in question.get("when", ()):
        ((kind, id),) = guard.items()
        key += f", {kind} {id}"
    if "ticks" in question:
        key += f", ticks {question['ticks']}"
    out.text(key, question["text"], indent, "- ")
    indent += 2
    for name, item in question.items():
        if name == "scene":
            scene(out, item, indent, point["urges"])
        elif name == "source":
            if "," in item:
                out.value(name, item, indent)
        elif name not in {"id", "purpose", "tone", "pick", "who", "asked_by", "when", "ticks", "text", "answers"}:
            out.value(name, item, indent)
    for answer in question["answers"]:
        one_answer(out, answer, indent, point, case, question, follows)


def scene(out: Printer, item: Map, indent: int, urges: str) -> None:
    parts = [f"tests {item['tests']}"] if item["tests"] != urges else []
    parts += [f"turns {', '.join(f'{dial} {value}' for dial, value in item['turns'].items())}"]
    for key in ("if_met", "if_unmet"):
        if key in item:
            parts.append(
                f"{key.replace('_', ' ')} {', '.join(f'{name} {weight}' for name, weight in item[key].items())}"
            )
    out.text("scene", "; ".join(parts), indent)


def one_answer(out: Printer, answer: Map, indent: int, point: Map, case: Map, question: Map, follows: str) -> None:
    letter = answer["id"]
    clauses: list[str] = []
    long: list[str] = []
    more = ""
    if "argument" in answer:
        argues, long = argument_clauses(answer["argument"], point["urges"])
        if long or any("," in clause for clause in argues):
            argues = (
                [clause.replace(",", "") for clause in argues]
                if not long and not re.search(r"\bat\b", "".join(argues))
                else argues
            )
        if long:
            more = "argument"
        elif any("," in clause for clause in argues) or sum(map(len, argues)) > 70:
            more = "; ".join(argues)
        else:
            clauses += argues
    conceded = answer.get("concedes")
    if conceded:
        for key in ("withdraws", "strikes"):
            if conceded.get(key):
                clauses.append(key if list(conceded[key]) == [point["id"]] else f"{key} {' '.join(conceded[key])}")
    for key in ("retracts", "contradicts", "outside"):
        if answer.get(key):
            by_itself = key != "outside" and list(answer[key]) == [follows]
            clauses.append(key if by_itself else f"{key} {' '.join(answer[key])}")
    if answer.get("overclaims") == "true":
        clauses.append("overclaims")
    reply = answer.get("reply")
    if reply is not None and "accept" in reply:
        clauses.append(f"accepts {reply['accept']}")
    elif reply is not None and "distinguish" in reply:
        clauses.append(f"distinguishes {reply['distinguish']}")
    for key in ("worth", "ticks"):
        if key in answer:
            clauses.append(f"{key} {answer[key]}")
    for guard in answer.get("when", ()):
        ((kind, id),) = guard.items()
        clauses.append(f"{kind} {id}")
    chosen = "picks" in answer and answer["manner"] == "direct"
    begins = answer["manner"]
    if chosen:
        begins = "right" if answer.get("right") == "true" else "wrong"
        if picked(case, question.get("pick", ""), answer.get("text", "")) != (answer["picks"],):
            begins += f" {answer['picks']}"
    out.text(", ".join([f"{letter} {begins}", *clauses]), answer.get("text", ""), indent)
    for key in ("picks", "right"):
        if key in answer and not chosen:
            out.value(f"{letter} {key}", answer[key], indent)
    if conceded:
        law = "" if conceded.get("withdraws") or conceded.get("strikes") or conceded["kind"] == "law" else " fact"
        out.text(f"{letter} concedes{law}", conceded["what"], indent)
    if more == "argument":
        out.value(f"{letter} argument", answer["argument"], indent)
    elif more:
        out.text(f"{letter} argues", more, indent)
    if reply is not None and "modify" in reply:
        out.value(f"{letter} reply", reply, indent)
    for key in ("why", "says"):
        if key in answer:
            out.text(f"{letter} {key}", answer[key], indent)
    if "marks" in answer:
        argues = "argument" in answer
        above = inherited(case, answer["argument"]["urges"]) if argues else unspoken(point["urges"])
        order = None if argues else [opinion["id"] for opinion in case["opinions"]]
        own = own_marks(answer["marks"], above, order)
        if own:
            put_marks(out, own, f"{letter} marks", indent)
    if answer.get("follow_ups"):
        out.lines.append(f"{' ' * indent}{letter} then:")
        for each in answer["follow_ups"]:
            one_question(out, each, indent + 2, point, case, f"{question['id']}.{letter}")


def opinions(out: Printer, value: Seq, case: Map) -> None:
    taken = decided(case)
    out.lines.append("opinions:")
    for opinion in value:
        for index, (key, item) in enumerate(opinion.items()):
            dash, indent = ("- ", 2) if not index else ("", 4)
            if key != "holdings":
                out.value(key, item, indent, dash)
                continue
            quiet = {issue: reason for (id, issue), reason in SILENT.items() if id == opinion["id"]}
            if quiet:
                out.lines.append("    silent_on:")
                for issue, reason in quiet.items():
                    out.text(issue, reason, 6)
            put_holdings(out, item, opinion["id"], taken)


def put_holdings(out: Printer, held: Seq, opinion: str, taken: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Holdings under the position they take, if that keeps their order; else a list of such groups and of holdings."""
    out.lines.append("    holdings:")
    groups: dict[str, list[Map]] = {}
    runs: list[tuple[str, list[Map]]] = []
    for holding in held:
        goal = ".".join(holding[key] for key in ("issue", "position") if key in holding) or "else"
        groups.setdefault(goal, []).append(holding)
        if not runs or runs[-1][0] != goal:
            runs.append((goal, []))
        runs[-1][1].append(holding)
    grouped = [each for those in groups.values() for each in those] == list(held)
    for goal, those in groups.items() if grouped else runs:
        alone = not grouped and (goal == "else" or len(those) == 1)
        if not alone:
            out.lines.append(f"      {'' if grouped else '- '}{goal}:")
        for holding in those:
            short = Map()
            for name, each in holding.items():
                if name == "issue":
                    own = each + (f".{holding['position']}" if "position" in holding else "")
                    if taken.get((opinion, each)) == (holding.get("position"), holding["id"]):
                        short["decides"] = type(each)(own if alone else "it")
                    elif OPEN.get((opinion, each)) == holding["id"]:
                        short["leaves_open"] = type(each)(own if alone else "it")
                    elif alone:
                        short["about"] = type(each)(own)
                elif name != "position":
                    short[name] = each
            indent = 6 if alone else 8 if grouped else 10
            out.lines.append(f"{' ' * indent}- {flow(short)}")


def whole_roadmap(move: str, heads: list[Map], most: int = 3) -> bool:
    """Whether a roadmap announces all heads of its side, in their order."""
    ids = [head["id"] for head in heads]
    named = move.split(" ")[1].split(",") if " " in move else []
    return named == ids and len(ids) <= most and not any("speaker" in head for head in heads)


def historical(out: Printer, value: Map, heads: Map) -> None:
    out.lines.append("historical:")
    for key, item in value.items():
        if key != "line":
            out.value(key, item, 2)
            continue
        moves: list[str] = []
        asked = ""
        sides, ahead = iter(("petitioner", "respondent")), list[str]()
        for move in item:
            word, _, rest = move.partition(" ")
            if word == "roadmap":
                ahead = rest.split(" ")[0].split(",")[1:]
                if whole_roadmap(move, heads.get(next(sides, ""), [])):
                    reserve = rest.partition(" ")[2]
                    moves.append(f"roadmap {reserve}".strip())
                    continue
            if word == "turn":
                following = ahead[:1] == [rest]
                ahead = [head for head in ahead if head != rest]
                if following:
                    moves.append(word)
                    continue
            if word == "ask":
                asked = rest
            elif word == "answer":
                by = asked.partition(" by ")[2]
                moves.append(f"{rest} by {by}" if by else rest)
            elif word == "plead":
                moves.append(rest)
            else:
                moves.append(move)
        out.text(key, "; ".join(moves), 2)


PROSE = frozenset(
    [
        "text",
        "speech",
        "title",
        "says",
        "why",
        "what",
        "reasons",
        "holds",
        "question",
        "facts",
        "summary",
        "gist",
        "quote",
        "ground",
        "caption",
        "citation",
        "name",
        "cite",
        "court",
        "asks",
        "counsel",
        "pin",
        "page",
        "met",
        "unmet",
        "short",
        "aftermath",
        "hints",
        "decision",
        "author",
        "joined",
        "asked_by",
        "votes",
        "kind",
        "docket",
        "version",
        "format",
        "real",
        "bench",
        "argued",
        "decided",
        "argument_name",
        "source",
        "id",
        "question_presented",
        "purpose",
        "tone",
        "manner",
        "modality",
        "who",
        "embodies",
        "appeals",
        "disposition",
        "tone",
        "strength",
        "year",
        "status",
        "favors",
        "called",
        "several",
        "costs",
        "worth",
        "ticks",
        "if_met",
        "if_unmet",
    ]
)


def references(text: str) -> int:
    """How often an id that is defined elsewhere stands outside of prose."""
    case, _ = read_case_text(text, "")
    value = parse(text).value
    assert case is not None
    assert isinstance(value, Map)
    return _count(value, ids(case), "")


def ids(case: Case) -> frozenset[str]:
    found = {
        each.id
        for each in (
            *case.authorities,
            *case.record,
            *case.outside_record,
            *case.dials,
            *case.heads,
            *case.points,
            *case.opinions,
        )
    }
    for issue in case.issues:
        found.add(issue.id)
        found |= {position.id for position in issue.positions} | {
            f"{issue.id}.{position.id}" for position in issue.positions
        }
    found |= {holding.id for opinion in case.opinions for holding in opinion.holdings}
    found |= {node.id for node in case.tree.nodes}
    waiting = [question for point in case.points for question in point.questions]
    while waiting:
        question = waiting.pop()
        found.add(question.id)
        for answer in question.answers:
            found.add(answer.id)
            waiting += answer.follow_ups
    return frozenset(found)


def _count(value: Value, known: frozenset[str], key: str) -> int:
    total = 0
    if isinstance(value, Map):
        for index, (name, item) in enumerate(value.items()):
            words = name.split()
            if len(words) > 1:  # short form: the first word is what is defined, and clauses follow
                total += sum(word.strip(",") in known for word in words[1:])
                inner = (
                    words[1] if words[1] in {"marks", "argues", "then", "reply", "argument", "follow_ups"} else "text"
                )
                total += _count(item, known, inner)
                continue
            if key in {"holdings", "silent_on"} and not isinstance(item, str):
                total += name in known
            defines = name in known and index == 0 and isinstance(item, str)  # a point of the short form and its title
            by_name = key in {
                "marks",
                "then",
                "turns",
                "shows",
                "silent_on",
                "rule",
                "open",
                "modify",
                "tree",
                "petitioner",
                "respondent",
            }
            total += name in known and by_name and not defines
            total += 0 if defines else _count(item, known, name if name not in known else key)
        return total
    if isinstance(value, Seq):
        return sum(_count(item, known, key) for item in value)
    if key in PROSE:
        return 0
    said = re.sub(r"not reached by ([a-z0-9-]+):[^;]*", r"\1", value) if key == "marks" else value
    return sum(word in known for word in re.split(r"[\s,;]+", said))


def lines(text: str) -> int:
    """Lines that are neither blank nor a comment."""
    return sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in text.splitlines())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("-o", dest="output", type=Path)
    args = parser.parse_args()
    old = args.case.read_text(encoding="utf-8")
    value = parse(old).value
    assert isinstance(value, Map)
    SILENT.clear()
    SILENT.update(silences(value))
    new = shorten(old)
    before, _ = read_case_text(old, str(args.case))
    after, problems = read_case_text(new, str(args.case))
    if args.output is not None:
        args.output.write_text(new, encoding="utf-8")
    for problem in problems[:20]:
        print(problem)
    print(f"lines {lines(old)} -> {lines(new)} ({lines(new) / lines(old):.0%})")
    if after is not None:
        print(f"references {references(old)} -> {references(new)} ({references(new) / references(old):.0%})")
    same = (
        before is not None
        and after is not None
        and all(getattr(before, each.name) == getattr(after, each.name) for each in fields(before))
    )
    print("the same case" if same else "NOT the same case")
    return not same


if __name__ == "__main__":
    raise SystemExit(main())
