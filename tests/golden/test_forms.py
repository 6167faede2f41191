"""The promised forms. If one differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import pytest

from tests.golden.forms import FORMS, HOME, form


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """One cache folder for all of them: the files are read for the first form, and the others are told from what was kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOOT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("name", FORMS)
def test_a_field_added_renamed_or_reworded_is_noticed(name: str) -> None:
    """A field could be added to the ballot's JSON and a figure to its plain form, and no test failed."""
    assert form(name) == (HOME / name).read_text(encoding="utf-8")


def test_no_form_is_left_over() -> None:
    assert {path.name for path in HOME.iterdir()} == set(FORMS)
