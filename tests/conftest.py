"""Records of the tests go to a folder of their own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setenv("MOOT_SAVES", str(folder))
    return folder
