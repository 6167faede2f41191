"""The guide in ten steps: its blocks make a case, and its commands run."""

from __future__ import annotations

import re

import pytest

from moot.cli import main
from tests.docs.guide import PAGE, blocks


def test_the_guide_has_ten_steps() -> None:
    numbers = re.findall(r"^## (\d+)\. ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert numbers == [str(step) for step in range(1, 11)]


@pytest.mark.slow
def test_the_blocks_of_the_guide_make_a_proved_case_and_its_commands_run(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    (tmp_path / "old-oak.opinion.txt").write_text(next(text for _, name, text in blocks() if name), encoding="utf-8")
    for language, name, text in blocks():
        if language == "yaml":
            with (tmp_path / "old-oak.yaml").open("a", encoding="utf-8") as file:
                file.write(text)
        elif language == "sh":
            for line in text.splitlines():
                assert main(line.split()[1:]) == 0, (line, capsys.readouterr())
                ran.append((line, capsys.readouterr().out))
        else:
            assert name
    checked = [out for line, out in ran if line.startswith("moot check")]
    assert len(checked) == 2
    assert all("PROVED" in out and "warning" not in out for out in checked), checked
    assert "2 checked" in next(out for line, out in ran if line.startswith("moot cite"))
