"""No acknowledged change is lost when the program is killed."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

from tests.kills import State, changes, do, lost


def test_nothing_acknowledged_is_lost_in_forty_kills() -> None:
    """The same script with a larger count is for a longer look."""
    command = [sys.executable, "-m", "tests.kills", "40"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.endswith(" 0 lost\n")


def state_after(count: int) -> State:
    state: State = {}
    for transaction in islice(changes(1), count):
        do(state, transaction)
    return state


def test_what_is_lost_is_counted() -> None:
    """What was under way may be there, what was acknowledged must."""
    assert lost({}, state_after(50), 1, 50) == 0
    assert lost({}, state_after(53), 1, 50) == 0
    assert lost({}, state_after(49), 1, 50) >= 1
    state = state_after(50)
    state.popitem()
    assert lost({}, state, 1, 50) == 1
