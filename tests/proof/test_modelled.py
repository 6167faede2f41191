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
from moot.round.formats import FORMATS, Format, Segment
from moot.round.turns.phases import Phase, PhaseChange, Trigger, course_of

CASE = moot.load_case("first-argument")
QUICK = FORMATS["quick"]
SURREBUTTAL = Segment("surrebuttal", moot.Side.RESPONDENT, 8, replies=True)


def test_a_turn_the_model_did_not_know_was_left_out_and_spin_found_no_error() -> None:
    text = promela(CASE, replace(QUICK, segments=(*QUICK.segments, SURREBUTTAL)))
    assert "SURREBUTTAL_SUB" in text
    assert "SURREBUTTAL_SUB" not in promela(CASE, QUICK)


def test_a_change_of_phase_the_model_does_not_know_is_refused(monkeypatch, tmp_path, capsys) -> None:
    course = course_of(QUICK)
    recess = PhaseChange(Trigger.SIT, Phase("rebuttal question"), Phase.SUBMITTED)
    monkeypatch.setitem(vars(course), "transitions", (*course.transitions, recess))
    with pytest.raises(NotModelled, match="the change of phase `rebuttal question > sit > submitted`"):
        promela(CASE, "quick")
    path = tmp_path / "model.pml"
    assert main(["export", "first-argument", "--promela", str(path)]) == 2
    assert "does not know the change of phase" in capsys.readouterr().err
    assert not path.exists()


def test_a_change_of_phase_the_rules_have_lost_is_refused(monkeypatch) -> None:
    course = course_of(QUICK)
    monkeypatch.setitem(vars(course), "transitions", course.transitions[:-1])
    with pytest.raises(NotModelled, match="a course without `conference > decide > decided`"):
        promela(CASE, "quick")


def test_a_format_that_cannot_be_played_is_refused() -> None:
    with pytest.raises(NotModelled, match="respondent never opens"):
        promela(CASE, replace(QUICK, segments=QUICK.segments[:1]))


def test_a_new_trigger_is_refused(monkeypatch) -> None:
    more = StrEnum("Trigger", {**{one.name: one.value for one in Trigger}, "SURPRISE": "surprise"})
    monkeypatch.setattr(modelled, "Trigger", more)
    with pytest.raises(NotModelled, match="`SURPRISE`"):
        promela(CASE)


@pytest.mark.parametrize("known", ["_MOVES", "_STATE", "_TRANSITION", "_GUARD", "_FORMAT", "_SEGMENT"])
def test_each_part_of_the_rules_is_looked_at(monkeypatch, known: str) -> None:
    """The model forgets one thing it knew: as if the rules had one thing more."""
    name = min(getattr(modelled, known))
    monkeypatch.setattr(modelled, known, getattr(modelled, known) - {name})
    with pytest.raises(NotModelled, match=f"`{name}`"):
        promela(CASE)


def test_a_new_setting_of_a_format_or_a_segment_is_refused_where_it_is_used() -> None:
    @dataclass(frozen=True)
    class Recorded(Format):
        recorded: bool = False

    @dataclass(frozen=True)
    class Divided(Segment):
        yields: int = 0

    one = Recorded(QUICK.id, QUICK.title, QUICK.segments, QUICK.pace)
    assert promela(CASE, one) == promela(CASE, QUICK)
    with pytest.raises(NotModelled, match="the setting of the format `recorded`"):
        promela(CASE, replace(one, recorded=True))
    first, *rest = QUICK.segments
    divided = Divided(first.id, first.side, first.ticks, reserves=first.reserves)
    assert promela(CASE, replace(QUICK, segments=(divided, *rest))) == promela(CASE, QUICK)
    with pytest.raises(NotModelled, match="the setting of a segment `yields`"):
        promela(CASE, replace(QUICK, segments=(replace(divided, yields=1), *rest)))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_shipped_format_is_modelled(form: str) -> None:
    assert promela(CASE, form)
