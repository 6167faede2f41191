"""The script that prints the backtest reads every real case that has a historical line."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "backtest.py"


def test_a_new_case_broke_the_backtest_script(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["backtest.py", "--markdown"])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    told = capsys.readouterr().out
    assert "| brower-v-inyo | scalia | author | author |" in told
    assert "| always with the government |" in told
