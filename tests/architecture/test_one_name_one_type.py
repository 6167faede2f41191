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


OLD_WORDS = re.compile(
    r"\b(nought|wherefore|whence|thereof|hereby|betwixt|amiss|whilst|aught|naught|anew|reckon(s|ed|ing)?|forthwith|behold|ado|"
    r"yonder|heretofore|hither|thither|henceforth|albeit|nigh|asunder|twain|amongst|unto|thrice|sundry|perchance)\b",
    re.IGNORECASE,
)
_VOICES = ("opinion/prose/",)


def ours(folder: Path, *kinds: str) -> list[Path]:
    """The files of these kinds that we wrote: no data of the package, and no sentence that a judge says."""
    found = [path for kind in kinds for path in sorted(folder.rglob(f"*.{kind}")) if "_data" not in path.parts]
    return [path for path in found if not path.relative_to(folder).as_posix().startswith(_VOICES)]


def old_words(folder: Path, *kinds: str) -> list[str]:
    """Where a word of another century stands, outside of ticks and quotation marks: those name it, or are the Court's."""
    quoted = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"" if "md" in kinds else r"$^")
    return [
        f"{path.relative_to(folder)}:{number}: {line.strip()}"
        for path in ours(folder, *kinds)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if OLD_WORDS.search(quoted.sub("", line))
    ]


def test_no_word_of_another_century_is_in_code_comments_or_messages() -> None:
    """`reckoned` and `anew` stood in comments and in a message; judges' voices and law may be as old as they are."""
    found = old_words(PACKAGE, "py", "js", "css", "tcss", "html")
    assert not found, "\n".join(found)


def test_no_word_of_another_century_is_in_docs_or_scripts() -> None:
    """Only the package was looked at: a cost was `reckoned` in the reference of the case file."""
    root = PACKAGE.parent
    found = [each for folder in ("docs", "scripts") for each in old_words(root / folder, "md", "py")]
    found += [
        f"{name}: {line}"
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
        for line in (root / name).read_text(encoding="utf-8").splitlines()
        if OLD_WORDS.search(line)
    ]
    assert not found, "\n".join(found)
