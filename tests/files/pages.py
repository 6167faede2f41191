"""The pages of docs/diagnostics: how their examples are read, and what their heads and index say.

``python -m tests.files.pages`` writes the heads and the index again from the registry. docs/diagnostics/README.md
tells the convention of the examples.
"""

from __future__ import annotations

import codecs
import json
import re
import shutil
from pathlib import Path

import moot.proof.codes  # noqa: F401 - its codes are in the index
from moot.case import Case
from moot.counsel.opponents import names
from moot.errors import Diagnostic, MootError
from moot.files.assignment import read_assignment
from moot.files.case.read import read_case
from moot.files.cites.check import check_citations, check_quotations
from moot.files.diagnostics.render import CODES
from moot.files.judge.read import read_bench_file, read_judge
from moot.files.loading import load_bench
from moot.files.yaml.read import Map, Plain, Seq, parse
from moot.proof.historical.facts import check_history
from moot.proof.historical.line import check_line
from moot.proof.historical.thin import check_thin
from moot.study.tells.warnings import check_tells

HERE = Path(__file__).parent
PAGES = HERE.parent.parent / "docs" / "diagnostics"
_BLOCK = re.compile(r"^```yaml (broken|mended)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^# (?:(judge|bench|assignment) )?at (\S+)\n", re.MULTILINE)


class Raw(str):
    """YAML put in as it is written."""

    __slots__ = ()


def examples(page: str) -> dict[str, str]:
    """The examples of a page, by `broken` and `mended`."""
    return {match[1]: match[2] for match in _BLOCK.finditer(page)}


def run(example: str, folder: Path) -> list[Diagnostic]:
    """What moot says of the file that this example stands for."""
    if example.startswith("# whole file"):
        first, _, body = example.partition("\n")
        data = codecs.escape_decode(body.encode())[0] if "escaped" in first else body.encode()
        path = folder / "base-case.yaml"
        path.write_bytes(data)
        return read_case(path)[1]
    example, *files = re.split(r"^# file (\S+)\n", example, flags=re.MULTILINE)
    beside = dict(zip(files[::2], files[1::2], strict=True))
    parts = list(_PART.finditer(example))
    assert parts, "an example names a place"
    assert parts[0].start() == 0, "an example begins with `# at PATH` or `# whole file`"
    kind = parts[0][1] or "case"
    value = parse((HERE / f"base-{kind}.yaml").read_bytes()).value
    ends = [part.start() for part in parts[1:]] + [len(example)]
    for part, end in zip(parts, ends, strict=True):
        put(value, part[2], example[part.end() : end].rstrip("\n"))
    path = folder / f"base-{kind}.yaml"
    path.write_text("\n".join(emit(value)) + "\n")
    if kind == "judge":
        return read_judge(path)[1]
    if kind == "bench":
        return read_bench_file(path)[1]
    if kind == "assignment":
        return read_assignment(path, names())[1]
    shutil.copy(HERE / "base-case.opinion.txt", folder)
    for name, text in beside.items():
        (folder / name).write_text(text)
    case, found = read_case(path)
    return found + (
        check_quotations(case, folder) + check_citations(case) + _history(case) + check_tells(case) if case else []
    )


def _history(case: Case) -> list[Diagnostic]:
    """What is wrong with dates, names and the historical line, before the bench of the case."""
    try:
        bench = load_bench(case.bench)
    except MootError:
        bench = None
    return check_history(case, bench) + check_line(case, bench) + check_thin(case, bench)


def put(value, path: str, text: str) -> None:
    """Put text in at a path; no text takes away what stands there. `+` is the place after the last of a list."""
    *above, last = path.split(".")
    for part in above:
        value = value[int(part)] if isinstance(value, Seq) else value[part]
    if isinstance(value, Seq):
        if last == "+":
            value.append(Raw(text))
        elif text:
            value[int(last)] = Raw(text)
        else:
            del value[int(last)]
    elif text:
        value[last] = Raw(text)
    else:
        del value[last]


def emit(value) -> list[str]:
    """A value as lines of YAML."""
    if isinstance(value, Map):
        lines = []
        for key, item in value.items():
            lines += _under(f"{key}:", emit(item), scalar=isinstance(item, str))
        return lines or ["{}"]
    if isinstance(value, Seq):
        lines = []
        for item in value:
            lines += _under("-", emit(item), scalar=isinstance(item, str))
        return lines or ["[]"]
    if isinstance(value, Raw):
        return value.split("\n")
    return [str(value) if isinstance(value, Plain) else json.dumps(value, ensure_ascii=False)]


def _under(head: str, lines: list[str], *, scalar: bool) -> list[str]:
    inline = len(lines) == 1 and (scalar or lines[0] in ("{}", "[]")) and not lines[0].startswith("- ")
    return [f"{head} {lines[0]}"] if inline else [head, *(f"  {line}" for line in lines)]


def head(code: str) -> str:
    """The first lines of a page."""
    title, severity, explanation = CODES[code]
    return f"# {code}: {title}\n\n{severity.capitalize()}. {explanation}\n"


def index() -> str:
    """The list of all codes, for docs/diagnostics/README.md."""
    rows = [f"| [{code}]({code}.md) | {row.severity} | {row.title} |" for code, row in sorted(CODES.items())]
    return "\n".join(["| code | severity | problem |", "|---|---|---|", *rows]) + "\n"


def with_head(code: str, text: str) -> str:
    """A page with its head written again. Only the title and the first paragraph are the head: what follows was written by hand."""
    title, _, rest = text.partition("\n\n")
    assert title.startswith("# ") and "\n" not in title, f"{code}: a page begins with its title and an empty line"
    return head(code) + rest[rest.index("\n\n") + 1 :]


def rewrite() -> None:
    """Write heads and index again."""
    for code in CODES:
        path = PAGES / f"{code}.md"
        if path.is_file():
            path.write_text(with_head(code, path.read_text()))
    readme = PAGES / "README.md"
    readme.write_text(readme.read_text().split("| code |")[0] + index())


if __name__ == "__main__":
    rewrite()
