"""Write docs/words.md from the vocabulary (moot/case/language/vocabulary.py)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from moot.case.language.vocabulary import VOCABULARY

INTRODUCTION = {
    "principles": "What judges hold (1 to 5) and positions embody (1 to 3). An argument may also appeal to one (`appeals`).",
    "modalities": "The form of an argument: Bobbitt's six (*Constitutional Fate*, 1982), and the factual.",
    "manners": "How an answer meets its question.",
    "purposes": "Why a judge asks.",
    "tones": "How a question is put.",
    "attacks": "How one argument meets another (ASPIC+, Prakken 2010).",
    "signals": "What a citation does for the argument (*The Bluebook*, rule 1.2).",
    "treatments": "How one real opinion treats what counsel said.",
}


def page() -> str:
    """The whole page."""
    lines = [
        "# Words",
        "",
        "Every word that a case or judge file takes from a closed list. `moot list words` prints the same. Made by `scripts/words.py`.",
        "",
    ]
    for kind, terms in VOCABULARY.items():
        full = any(term.example for term in terms.values())
        lines += [f"## {kind.capitalize()}", "", INTRODUCTION[kind], ""]
        lines += (
            ["| word | meaning | example | what it is not |", "|---|---|---|---|"]
            if full
            else ["| word | meaning |", "|---|---|"]
        )
        for word, term in terms.items():
            cells = (f"`{word}`", *(term if full else term[:1]))
            lines.append("| " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "words.md").write_text(page(), encoding="utf-8")
