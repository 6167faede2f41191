"""Write out what a case file says in the short form."""

from __future__ import annotations

from moot.files.case.short.argument import Arguments
from moot.files.case.short.key import write_opinions
from moot.files.case.short.law import write_issues, write_tree
from moot.files.case.short.line import write_line, write_list
from moot.files.case.short.writing import Writing, is_todo
from moot.files.yaml.values import Map, Seq, YamlDocument

__all__ = ["expanded"]


def expanded(document: YamlDocument) -> YamlDocument:
    """The document with everything short written out. What cannot be read is told (M131), and the nearest that can be stands in for it."""
    case = document.value
    if not isinstance(case, Map):
        return document
    writing = Writing(document)
    write_opinions(writing, case.get("opinions"))
    write_issues(writing, case.get("issues"))
    write_tree(writing, case)
    points = Arguments(writing, case).write(case.get("points"))
    if points is not None:
        case["points"] = points
    historical = case.get("historical")
    line = historical.get("line") if isinstance(historical, Map) else None
    if isinstance(historical, Map) and isinstance(line, Seq):
        historical["line"] = write_list(writing, case, line)
    if isinstance(historical, Map) and isinstance(line, str) and line and not is_todo(line):
        historical["line"] = write_line(writing, case, line, historical.marks["line"][1])
    return document
