"""No note that a phone has a receipt for is lost, and none is there twice."""

import subprocess
import sys
from pathlib import Path


def test_nothing_is_lost_or_doubled_in_bad_runs() -> None:
    """Dropped requests and answers, a program that is killed, a full disk, phones offline; `.ci/run` has forty."""
    command = [sys.executable, "-m", "tests.tui.door.faults", "8"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.endswith(" 0 lost, 0 doubled\n")
