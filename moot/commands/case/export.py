"""`moot export`: the control model for an independent model checker, the certificate for the independent checker, the table of authorities."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from moot.case import Case
from moot.commands.output import write
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.folders import find, list_cases, read_bytes
from moot.files.loading import load_case

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Write the Promela model, the certificate or the table of authorities of a case; ``-`` writes it to standard output."""
    case = load_case(args.case)
    if args.promela is not None:
        from moot.proof.spin.promela import promela

        text, file, then = promela(case, args.format), args.promela, "see docs/proof.md for how to run SPIN on it"
    elif args.authorities is not None:
        text, file = _authorities(case, find("case", args.case, list_cases()), args.authorities), args.authorities
        then = f"{len(case.authorities)} authorities"
    else:
        path = find("case", args.case, list_cases())
        text, file = _certificate(case, path, args.format), args.certificate
        then = f"check it without moot: python check_certificate.py {file} {path}"
    if file == "-":
        print(text, end="")
        return 0
    write(file, text)
    say(f"wrote {file}; {then}", file=sys.stderr)
    return 0


def _authorities(case: Case, path: Path, file: str) -> str:
    """The table in the form that the file's ending asks for."""
    from moot.files.cites.table import authority_rows
    from moot.report.authorities import authorities_html, authorities_markdown, authorities_text

    rows = authority_rows(case, path.parent)
    if not rows:
        raise MootError(f"{case.id} has no authorities, so there is no table of them")
    name = file.lower()
    if name.endswith((".html", ".htm")):
        return authorities_html(case, rows)
    return authorities_markdown(case, rows) if name.endswith(".md") else authorities_text(case, rows)


def _certificate(case: Case, path: Path, format: str | None) -> str:
    from moot.proof.portable import certificate_document
    from moot.proof.reference.compile import TooLarge

    try:
        document = certificate_document(case, read_bytes(path), format)
    except TooLarge as why:
        raise MootError(f"{case.id} is not proved, so there is no certificate: {why}") from None
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
