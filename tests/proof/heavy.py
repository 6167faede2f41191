"""Case files that are valid and as heavy as one likes, as text."""

from __future__ import annotations

from pathlib import Path

BASE = Path(__file__).parent.parent / "files" / "base-case.yaml"


def guarded(questions: int) -> str:
    """So many questions under one point, each of the second half guarded by what was said to one of the first."""
    half = questions // 2
    rows = "".join(_question(f"q-{n}", _guards(f"q-{n - half}.a") if n >= half else "") for n in range(questions))
    return _case(_point("p-one", "petitioner", "fairness", "warning.due", rows) + _others())


def at_the_maximum(heads: int = 5, points: int = 4, questions: int = 4, guards: int = 6) -> str:
    """So many heads a side, points a head, questions a point and guards a side."""
    body, names = "", []
    for side, position in (("petitioner", "warning.due"), ("respondent", "warning.not-due")):
        said = [f"q-{side[0]}-{n // points}-{n % points}-0.a" for n in range(guards)]
        for head in range(heads):
            for point in range(points):
                name = f"{side[0]}-{head}-{point}"
                rows = ""
                for number in range(questions):
                    asked = said[(point * questions + number) % guards]
                    later = head > int(asked.split("-")[2])
                    rows += _question(f"q-{name}-{number}", _guards(asked) if number and later else "")
                body += _point(name, side, f"{side[0]}h-{head}", position, rows)
        names.append("".join(f"    - {{id: {side[0]}h-{head}, title: Head {head}}}\n" for head in range(heads)))
    text = _case(body, f"heads:\n  petitioner:\n{names[0]}  respondent:\n{names[1]}")
    text = _replaced(text, "costs", "costs: {roadmap: 2, point: 4, ask: 1, answer: 2}\n")
    return _replaced(text, "argument", "argument: scotus-1997\n")


def chain(nodes: int) -> str:
    """A tree of so many nodes, one after the other, all on one issue."""
    rows = "".join(
        f"    - {{id: n-{n}, issue: warning, then: {{due: n-{n + 1}, not-due: n-{n + 1}}}}}\n" for n in range(nodes)
    )
    text = _case(_point("p-one", "petitioner", "fairness", "warning.due", "") + _others())
    tree = f"tree:\n  root: n-0\n  nodes:\n{rows}    - {{id: n-{nodes}, disposition: affirmed}}\n"
    return _replaced(text, "tree", tree)


def _point(id: str, side: str, head: str, urges: str, questions: str) -> str:
    asked = f"    questions:\n{questions}" if questions else ""
    return (
        f"  - id: {id}\n    side: {side}\n    head: {head}\n    title: The point {id}\n    speech: Said of {id}.\n"
        f"    modality: doctrinal\n    urges: {urges}\n    strength: 3\n{asked}"
    )


def _question(id: str, guards: str) -> str:
    return (
        f"      - id: {id}\n        purpose: clarify\n        tone: neutral\n        text: What of {id}?\n{guards}"
        f"        answers:\n          - {{id: a, text: Yes to {id}., manner: direct}}\n          - {{id: b, text: Not {id}., manner: evade}}\n"
    )


def _guards(*said: str) -> str:
    return f"        when: [{', '.join(f'{{said: {id}}}' for id in said)}]\n"


def _others() -> str:
    return "".join(
        _point(f"o-{head}", side, head, urges, "")
        for side, head, urges in (
            ("petitioner", "fee", "warning.due"),
            ("respondent", "statute", "warning.not-due"),
            ("respondent", "trifle", "warning.not-due"),
        )
    )


def _case(points: str, heads: str = "") -> str:
    text = _replaced(BASE.read_text(encoding="utf-8"), "points", f"points:\n{points}")
    text = _replaced(text, "opinions", "opinions: []\n")
    return _replaced(text, "heads", heads) if heads else text


def _replaced(text: str, key: str, by: str) -> str:
    """The text with another block under a key of the top level."""
    rows: list[str] = []
    inside = False
    for row in text.splitlines(keepends=True):
        if row[:1] not in (" ", "#", "\n", "-"):
            inside = row.startswith(f"{key}:")
            if inside:
                rows.append(by)
        if not inside:
            rows.append(row)
    return "".join(rows)


def long_walk(issues: int) -> str:
    """A case in which every walk of the tree takes up so many issues."""
    named = "".join(
        f"  - id: i-{n}\n    question: Is it so of {n}?\n    kind: law\n    positions:\n"
        f"      - {{id: so, text: It is so of {n}., favors: petitioner}}\n"
        f"      - {{id: not, text: It is not so of {n}., favors: respondent}}\n"
        for n in range(issues)
    )
    nodes = "".join(
        f"    - {{id: n-{n}, issue: i-{n}, then: {{so: {f'n-{n + 1}' if n + 1 < issues else 'won'}, not: {f'n-{n + 1}' if n + 1 < issues else 'lost'}}}}}\n"
        for n in range(issues)
    )
    points = "".join(
        _point(f"o-{head}", side, head, f"i-{issues - 1}.{'so' if side == 'petitioner' else 'not'}", "")
        for side, head in (
            ("petitioner", "fairness"),
            ("petitioner", "fee"),
            ("respondent", "statute"),
            ("respondent", "trifle"),
        )
    )
    text = _replaced(_case(points), "issues", f"issues:\n{named}")
    tree = f"tree:\n  root: n-0\n  nodes:\n{nodes}    - {{id: won, disposition: reversed}}\n    - {{id: lost, disposition: affirmed}}\n"
    return _replaced(_replaced(text, "tree", tree), "dials", "")
