"""One program at a time has a folder open, and the next is told which."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sessions.storage.owner import Occupied, Ownership

OTHER = """
import sys
from pathlib import Path
from sessions.storage.owner import Ownership

ownership = Ownership(Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""
Other = subprocess.Popen[str]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Other]:
    """Another program that has the folder."""
    command = [sys.executable, "-c", OTHER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        yield other
        other.kill()


def test_the_second_program_is_told_who_has_the_folder(tmp_path: Path, other: Other) -> None:
    with pytest.raises(Occupied) as occupied:
        Ownership(tmp_path)
    assert occupied.value.owner_pid == other.pid
    assert occupied.value.since is not None
    assert timedelta() <= datetime.now(UTC) - occupied.value.since < timedelta(minutes=1)


@pytest.mark.parametrize("end", [subprocess.Popen.kill, subprocess.Popen.communicate])
def test_a_folder_is_free_when_its_owner_has_ended(
    tmp_path: Path, other: Other, end: Callable[[Other], object]
) -> None:
    end(other)
    other.wait()
    Ownership(tmp_path).release()


@pytest.mark.parametrize("card", ["", "{", "[]", '{"pid": null, "since": 1}'])
def test_an_unreadable_card_tells_nothing(tmp_path: Path, other: Other, card: str) -> None:
    assert other.poll() is None
    (tmp_path / "dialogkafe.owner").write_text(card)
    with pytest.raises(Occupied) as occupied:
        Ownership(tmp_path)
    assert (occupied.value.owner_pid, occupied.value.since) == (None, None)


def test_a_folder_is_taken_once_within_a_program_too(tmp_path: Path) -> None:
    first = Ownership(tmp_path)
    with pytest.raises(Occupied):
        Ownership(tmp_path)
    first.release()
    second = Ownership(tmp_path)
    first.release()
    with pytest.raises(Occupied) as occupied:
        Ownership(tmp_path)
    assert occupied.value.owner_pid == os.getpid()
    second.release()
    assert not (tmp_path / "dialogkafe.owner").exists()
