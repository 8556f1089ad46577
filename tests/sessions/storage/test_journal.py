"""The journal keeps what was appended, and tells what it could not keep."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sessions.storage.journal import Journal, Replay
from sessions.storage.steps import as_transaction, put
from tests.sessions.processes import python


def transactions(*names: str) -> list[str]:
    return [as_transaction([put("notes", name, {"text": name})]) for name in names]


def names(replay: Replay) -> list[str]:
    return [steps[0][2] for steps in replay.transactions]


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    journal = Journal(path)
    try:
        yield journal
    finally:
        journal.close()


def fill(path: Path, *names: str, generation: int = 0) -> None:
    with opened(path) as journal:
        journal.replay(generation)
        for name in names:
            journal.append(transactions(name))


def replayed(path: Path, generation: int | None = 0) -> Replay:
    with opened(path) as journal:
        return journal.replay(generation)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dialogkafe.journal"


def test_what_was_appended_is_replayed_in_order(path: Path) -> None:
    fill(path, "a", "b")
    fill(path, "c")
    assert names(replayed(path)) == ["a", "b", "c"]
    assert replayed(path).damage == []


def test_several_transactions_are_appended_at_once(path: Path) -> None:
    with opened(path) as journal:
        journal.append(transactions("a", "b", "c"))
        journal.append([])
        assert journal.size == path.stat().st_size
    assert names(replayed(path)) == ["a", "b", "c"]


def test_any_cut_leaves_a_prefix_and_a_journal_that_goes_on(path: Path) -> None:
    fill(path, "a", "b", "c")
    raw = path.read_bytes()
    ends = [n + 1 for n, byte in enumerate(raw) if byte == ord("\n")]
    for cut in range(len(raw) + 1):
        path.write_bytes(raw[:cut])
        fill(path, "new")
        replay = replayed(path)
        whole = sum(end <= cut for end in ends)
        assert (names(replay), replay.damage) == ([*"abc"[:whole], "new"], [])


def test_a_damaged_line_is_told_and_the_others_are_kept(path: Path) -> None:
    fill(path, "a", "b", "c")
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b'"text":"b"', b'"text":"x"'))
    replay = replayed(path)
    assert names(replay) == ["a", "c"]
    assert any(b'"text":"x"' in piece for piece in replay.damage)


def test_a_missing_line_is_told(path: Path) -> None:
    fill(path, "a", "b", "c")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2])
    replay = replayed(path)
    assert names(replay) == ["a", "c"]
    assert replay.damage == [b"# transaction 0.1 is followed by 0.3"]


def test_a_missing_first_line_is_told(path: Path) -> None:
    fill(path, "a", "b")
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[1])
    assert replayed(path).damage == [b"# transaction 0.0 is followed by 0.2"]


def test_what_a_snapshot_has_is_not_replayed(path: Path) -> None:
    fill(path, "a", "b", generation=4)
    replay = replayed(path, generation=5)
    assert (replay.transactions, replay.damage) == ([], [])
    assert path.stat().st_size == 0


def test_generations_follow_each_other_in_one_file(path: Path) -> None:
    """So it is when a snapshot took its place and the folder could not be synced."""
    with opened(path) as journal:
        journal.append(transactions("a", "b"))
        journal.begin(1)
        journal.append(transactions("c"))
    assert names(replayed(path, generation=0)) == ["a", "b", "c"]
    assert replayed(path, generation=0).damage == []
    assert names(replayed(path, generation=1)) == ["c"]
    fill(path, "d", generation=1)
    fill(path, "e", generation=0)
    assert names(replayed(path, generation=1)) == ["c", "d", "e"]
    assert replayed(path, generation=0).damage == []


def test_a_journal_that_is_ahead_of_its_snapshot_is_told(path: Path) -> None:
    fill(path, "a", generation=7)
    replay = replayed(path, generation=0)
    assert names(replay) == ["a"]
    assert replay.damage == [b"# transaction 0.0 is followed by 7.1"]


def test_all_is_replayed_when_the_snapshot_does_not_know(path: Path) -> None:
    fill(path, "a", "b", generation=3)
    replay = replayed(path, generation=None)
    assert (names(replay), replay.damage) == (["a", "b"], [])


def test_emptied_it_starts_anew(path: Path) -> None:
    with opened(path) as journal:
        journal.append(transactions("a", "b"))
        journal.begin(1)
        journal.empty()
        journal.append(transactions("c"))
    assert names(replayed(path, generation=1)) == ["c"]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are POSIX's")
def test_the_file_is_private(path: Path) -> None:
    path.touch(mode=0o644)
    fill(path, "a")
    assert path.stat().st_mode & 0o777 == 0o600


FULL = """
import resource, sys
from pathlib import Path
from sessions.storage.journal import Journal
from sessions.storage.steps import as_transaction, put

journal = Journal(Path(sys.argv[1]))
append = lambda *names: journal.append([as_transaction([put("notes", n, {"text": 40 * n})]) for n in names])
append("a")
room = lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
room(journal.size + 100)
for names in (["b", "c"], ["b", "c", "d"]):
    try:
        append(*names)
    except OSError as error:
        assert Path(sys.argv[1]).stat().st_size == journal.size
        print(error.errno)
room(resource.RLIM_INFINITY)
append("e")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is POSIX's")
def test_a_full_disk_leaves_nothing_half_written(path: Path) -> None:
    """All or none of what is appended at once, though some of it had room; and it goes on when there is room."""
    import errno

    run = python(FULL, str(path))
    assert run.split() == [str(errno.EFBIG)] * 2
    assert names(replayed(path)) == ["a", "e"]
    assert replayed(path).damage == []
