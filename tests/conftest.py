"""Records of the tests go to a folder of their own, and no example of a property is timed."""

from __future__ import annotations

import pytest
from hypothesis import settings

# Hypothesis fails an example that takes longer than 200 ms. On a busy machine that says nothing about the code.
settings.register_profile("moot", deadline=None)
settings.load_profile("moot")


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setenv("MOOT_SAVES", str(folder))
    return folder
