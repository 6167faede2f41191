"""The pytest plugin, on a folder outside this repository; and `moot.testing` as a coach uses it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from moot.files.folders import list_cases, list_judges
from moot.testing import RoundMachine, random_round_test
from tests import support
from tests.files.pages import HERE
from tests.proof.made import ANYONE

LEWIS = list_cases()["sacramento-v-lewis"]


def run(folder, *words):
    """pytest in a folder of its own, with no settings of ours."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q", "-rs", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_shipped_case_outside_the_repository_passes_all_four(tmp_path):
    for path in LEWIS.parent.glob("sacramento-v-lewis*"):
        shutil.copy(path, tmp_path)
    done = run(tmp_path, "sacramento-v-lewis.yaml")
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


def test_a_folder_gives_cases_judges_and_benches_and_leaves_other_yaml_alone(tmp_path):
    for name in ("base-case.yaml", "base-case.opinion.txt", "base-judge.yaml", "base-bench.yaml"):
        shutil.copy(HERE / name, tmp_path)
    (tmp_path / "other.yaml").write_text("format: something-else/1\n")
    (tmp_path / "broken.yaml").write_text("[\n")
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "5 passed, 1 skipped" in done.stdout  # the base case has no historical line
    assert list_judges()


def test_what_is_wrong_is_told_once_with_its_line_and_no_traceback(tmp_path):
    text = (HERE / "base-case.yaml").read_text().replace("urges: harm.loss", "urges: harm.los", 1)
    (tmp_path / "base-case.yaml").write_text(text)
    done = run(tmp_path)
    assert done.returncode == 1
    assert "1 failed, 3 skipped" in done.stdout
    assert "error[M204]" in done.stdout
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "harm.los" in row and "harm.loss" not in row)
    assert f"base-case.yaml:{line}:" in done.stdout
    assert "did you mean `loss`" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_quotation_that_is_not_in_the_opinion_fails_its_own_test(tmp_path):
    shutil.copy(HERE / "base-case.opinion.txt", tmp_path)
    text = (HERE / "base-case.yaml").read_text().replace("A sign is the least", "A sign is the most")
    (tmp_path / "base-case.yaml").write_text(text)
    done = run(tmp_path)
    assert "base-case.yaml::quotations" in done.stdout
    assert "1 failed, 2 passed" in done.stdout
    assert "M316" in done.stdout


def test_random_rounds_look_after_every_move_and_a_failure_prints_a_script():
    seen = []
    random_round_test(support.case(), ANYONE, rounds=3, check=lambda round: seen.append(round.ply), format="quick")
    assert len(seen) > 10

    def refuse(round):
        assert round.ply < 3, "three moves are too many"

    with pytest.raises(AssertionError, match="three moves are too many") as caught:
        random_round_test(support.case(), ANYONE, rounds=1, check=refuse, format="quick")
    script = str(caught.value).partition("\n\n")[2]
    pushes = [row for row in script.splitlines() if row.startswith("round.push(")]
    assert len(pushes) == 3
    compile(script, "script", "exec")


class Small(RoundMachine):
    """The machine as a coach would extend it."""

    case = support.case()
    bench = ANYONE
    format = "quick"


TestSmall = Small.TestCase
