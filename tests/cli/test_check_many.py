"""`moot check` of many files: what is not moot's is passed over, and one bad name does not end the run."""

from __future__ import annotations

import json
import shutil

import pytest

from moot.cli import main
from moot.files.folders import list_judges


@pytest.fixture
def folder(tmp_path):
    """A judge among other people's YAML: a file that is none of ours, and one that is no YAML at all."""
    shutil.copy(list_judges()["souter"], tmp_path)
    (tmp_path / "docker-compose.yaml").write_text('version: "3"\nservices:\n  web: {image: nginx}\n')
    (tmp_path / "broken.yml").write_text("key: [a\n")
    return tmp_path


def test_other_peoples_yaml_is_passed_over_in_one_line_each(capsys, folder) -> None:
    """It was read as a case, and had seventeen errors."""
    assert main(["check", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out == "judge souter: VALID\n"
    assert [line.split(":")[0] for line in err.splitlines()] == [
        f"passed over {folder / name}" for name in ("broken.yml", "docker-compose.yaml")
    ]


def test_a_case_that_has_lost_its_format_line_is_not_passed_over(capsys, folder) -> None:
    (folder / "mine.yaml").write_text("id: mine\nquestion_presented: May they?\npoints: []\n")
    assert main(["check", str(folder)]) == 1
    assert "the case has no `format`" in capsys.readouterr().out


def test_a_folder_with_nothing_of_ours_is_refused(capsys, folder) -> None:
    (folder / "souter.yaml").unlink()
    assert main(["check", str(folder)]) == 2
    assert "is one of moot's" in capsys.readouterr().err.splitlines()[-1]


def test_one_bad_name_does_not_end_the_run(capsys) -> None:
    """Nothing at all was checked."""
    assert main(["check", "suoter", "souter", "no-such.yaml", "scalia"]) == 2
    out, err = capsys.readouterr()
    assert out == "judge souter: VALID\njudge scalia: VALID\n"
    assert len(err.splitlines()) == 2
    assert "'suoter'" in err.splitlines()[0]
    assert "no-such.yaml" in err.splitlines()[1]


def test_a_bad_name_leaves_the_json_of_the_rest_whole(capsys) -> None:
    assert main(["check", "souter", "no-such.yaml", "--json"]) == 2
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == ["souter"]
