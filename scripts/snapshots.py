"""Rewrite the snapshots of the screens (tests/tui/test_snapshots.py); words given go to pytest. Look at `git diff` before you commit them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    test = ROOT / "tests" / "tui" / "test_snapshots.py"
    sys.exit(
        subprocess.call([sys.executable, "-m", "pytest", "-q", "--snapshot-update", str(test), *sys.argv[1:]], cwd=ROOT)
    )
