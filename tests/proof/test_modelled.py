"""The SPIN export refuses what its model does not know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest

import moot
from moot.cli import main
from moot.proof.spin import modelled
from moot.proof.spin.modelled import NotModelled
from moot.proof.spin.promela import promela
from moot.round import phases
from moot.round.formats import FORMATS, Format
from moot.round.phases import Phase

CASE = moot.load_case("first-argument")
SURREBUTTAL = phases.LecternTurn(
    "surrebuttal", moot.Side.RESPONDENT, None, Phase.REBUTTAL_SUBMISSION, Phase.REBUTTAL_QUESTION, Phase.SUBMITTED
)


def test_a_turn_the_model_does_not_know_was_left_out_and_spin_found_no_error(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr(phases, "TURNS", (*phases.TURNS, SURREBUTTAL))
    with pytest.raises(NotModelled, match="the turn `surrebuttal`"):
        promela(CASE, "quick")
    path = tmp_path / "model.pml"
    assert main(["export", "first-argument", "--promela", str(path)]) == 2
    assert "does not know the turn `surrebuttal`" in capsys.readouterr().err
    assert not path.exists()


def test_a_turn_changed_or_out_of_order_is_refused(monkeypatch) -> None:
    first, *rest = phases.TURNS
    monkeypatch.setattr(phases, "TURNS", (first._replace(after=Phase.SUBMITTED), *rest))
    with pytest.raises(NotModelled, match="the turn `petitioner`"):
        promela(CASE)
    monkeypatch.setattr(phases, "TURNS", tuple(reversed((first, *rest))))
    with pytest.raises(NotModelled, match="the order of turns"):
        promela(CASE)


@pytest.mark.parametrize("name", ["Phase", "Trigger"])
def test_a_new_phase_or_trigger_is_refused(monkeypatch, name: str) -> None:
    known = getattr(modelled, name)
    more = StrEnum(name, {**{one.name: one.value for one in known}, "SURPRISE": "surprise"})
    monkeypatch.setattr(modelled, name, more)
    with pytest.raises(NotModelled, match="`SURPRISE`"):
        promela(CASE)


@pytest.mark.parametrize("known", ["_MOVES", "_STATE", "_TRANSITION", "_GUARD", "_FORMAT"])
def test_each_part_of_the_rules_is_looked_at(monkeypatch, known: str) -> None:
    """The model forgets one thing it knew: as if the rules had one thing more."""
    name = min(getattr(modelled, known))
    monkeypatch.setattr(modelled, known, getattr(modelled, known) - {name})
    with pytest.raises(NotModelled, match=f"`{name}`"):
        promela(CASE)


def test_a_new_setting_of_a_format_is_refused_where_it_is_used() -> None:
    @dataclass(frozen=True)
    class Divided(Format):
        speakers: int = 1

    form = FORMATS["quick"]
    one = Divided(form.id, form.title, form.ticks, form.reserves, form.pace)
    assert promela(CASE, one) == promela(CASE, form)
    with pytest.raises(NotModelled, match="the setting of the format `speakers`"):
        promela(CASE, replace(one, speakers=2))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_shipped_format_is_modelled(form: str) -> None:
    assert promela(CASE, form)
