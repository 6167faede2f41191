"""No type name is defined twice in the package, so that a name says what it is without its import."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import moot

PACKAGE = Path(moot.__file__).parent

ROOMS = (
    "bench/**/*.py",
    "case/*.py",
    "round/**/*.py",
    "proof/**/*.py",
    "adapters/*.py",
    "counsel/*.py",
    *(f"study/{name}.py" for name in ("sampling", "outcomes", "contributions")),
)
"""Where the words that were riddles must stay gone."""

_CAMEL = re.compile(r"[A-Z]\w*[a-z]\w*")


def types_of(path: Path) -> set[str]:
    """The public classes and type aliases at the top of a module; a type variable is nobody's type."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            variable = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) in {"TypeVar", "ParamSpec"}
            if isinstance(target, ast.Name) and not variable:
                found.add(target.id)
    return {name for name in found if _CAMEL.fullmatch(name)}


def test_no_type_name_is_defined_twice() -> None:
    """22 were, `Turn` three times; the last was `Answer`, a case's answer and the move that gives it."""
    where = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in types_of(path):
            where[name].append(path.relative_to(PACKAGE).as_posix())
    twice = {name: paths for name, paths in where.items() if len(paths) > 1}
    assert not twice


def test_the_move_and_the_answer_it_gives_are_told_apart_wherever_they_are_named() -> None:
    """Two modules imported the move under its bare name, and one had to rename it on the way."""
    bare = re.compile(r"^from moot\.round\.moves import .*\b(GiveAnswer|Ask)\b", re.MULTILINE)
    found = [str(path) for path in PACKAGE.rglob("*.py") if bare.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_the_words_that_were_riddles_stay_gone() -> None:
    """Private words for standard things, in code and comments of the round and the proof."""
    riddles = re.compile(
        r"\b(nought|beyond|sheets?|dearest|uncollected|unsuited|doubts|inflation|minds|mind|full_if_red|spots?)\b",
        re.IGNORECASE,
    )
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(path for pattern in ROOMS for path in PACKAGE.glob(pattern))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if riddles.search(line)
    ]
    assert not found, "\n".join(found)


def test_no_word_of_another_century_is_in_code_comments_or_messages() -> None:
    """`reckoned` and `anew` stood in comments and in a message; judges' voices and law may be as old as they are."""
    old = re.compile(
        r"\b(nought|wherefore|whence|thereof|hereby|betwixt|amiss|whilst|aught|naught|anew|reckon(s|ed|ing)?|forthwith|behold|ado|"
        r"yonder|heretofore|hither|thither|henceforth|albeit|nigh|asunder|thrice|twain)\b",
        re.IGNORECASE,
    )
    voices = ("opinion/prose/",)
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if not path.relative_to(PACKAGE).as_posix().startswith(voices) and "_data" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if old.search(line)
    ]
    assert not found, "\n".join(found)
