"""What a certificate says where something is wrong."""

from __future__ import annotations

import sys

import pytest

from moot.proof import prove
from moot.proof.prove import prove_rules
from tests.proof.as_proved import SHORT, base
from tests.proof.test_mutants import RULES, Broken


@pytest.mark.parametrize("name", ["the bench may not pass", "sitting down begins the turn again"])
def test_a_failed_certificate_ends_with_the_line_that_shows_it(name: str) -> None:
    _, steps, after = RULES[name]
    certificate = prove_rules(Broken(steps, after))
    first, *_, last = str(certificate).splitlines()
    assert first == f"FAILED: {certificate.problems[0].message}."
    assert last == "  " + "; ".join(str(move) for move in certificate.counterexample)


def test_a_fault_that_only_the_quick_way_finds_is_shown_at_the_start(monkeypatch) -> None:
    """The reference finds no state for it: the line that shows it has no move."""
    monkeypatch.setattr(
        sys.modules["moot.proof.prove"], "audit_survey", lambda *_: iter([("M504", "a clock is wrong")])
    )
    certificate = prove(base(), format=SHORT)
    assert (certificate.verdict, certificate.counterexample) == ("FAILED", ())
    assert [(problem.code, problem.message) for problem in certificate.problems] == [("M504", "a clock is wrong")]
    assert not certificate.clock_never_negative
    assert certificate.every_path_reaches_a_ruling
