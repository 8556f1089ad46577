"""Changes that are saved without a trace are on the disk as what they made of the documents, and in no other form."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from sessions.database import Change, Database

FILES = ("dialogkafe.json", "dialogkafe.journal")


def forms(count: int) -> Change:
    return Change("forms", "a", {"count": count, "words": [f"ord-{number}" for number in range(count)]})


def bytes_of(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def held_up(database: Database) -> Event:
    """Keep the writer busy until the event is set."""
    event = Event()
    database._writer.run(event.wait)
    return event


def test_they_are_on_the_disk_and_never_in_the_journal(tmp_path: Path) -> None:
    with Database(tmp_path) as database:
        database.save([Change("notes", "a", {"n": 1})]).result(10)
        database.save([forms(1)], traced=False).result(10)
        snapshot, journal = bytes_of(tmp_path)
        assert b"ord-0" in snapshot
        assert journal == b""
        database.save([Change("notes", "a", {"n": 2})]).result(10)
        assert b"ord-0" not in bytes_of(tmp_path)[1]
        copy = Path(shutil.copytree(tmp_path, tmp_path.with_name("copied"), ignore=shutil.ignore_patterns("*.lock")))
    with Database(copy) as database:
        assert database.documents("forms") == [{"count": 1, "words": ["ord-0"]}]
        assert database.documents("notes") == [{"n": 2}]


@pytest.mark.parametrize("steps", [[3], [1, 3], [1, 2, 3], [2, 3, 3]])
def test_the_bytes_do_not_tell_in_how_many_steps_they_came(tmp_path: Path, steps: Sequence[int]) -> None:
    def folder_after(name: str, counts: Sequence[int]) -> list[bytes]:
        with Database(tmp_path / name) as database:
            database.save([Change("notes", "a", {"n": 1})])
            for count in counts:
                database.save([forms(count)], traced=False).result(10)
        return bytes_of(tmp_path / name)

    assert folder_after("some", steps) == folder_after("one", [3])


def test_those_that_wait_are_written_together_and_the_order_among_others_is_kept(tmp_path: Path) -> None:
    with Database(tmp_path) as database:
        go_on = held_up(database)
        promises = [database.save([Change("notes", "a", {"n": 1})])]
        promises += [database.save([forms(count)], traced=False) for count in (1, 2)]
        promises += [database.save([Change("forms", "a", None)]), database.save([forms(4)], traced=False)]
        go_on.set()
        for promise in promises:
            promise.result(10)
        assert [document["count"] for document in database.documents("forms")] == [4]
        assert bytes_of(tmp_path)[1] == b""


def test_on_a_full_disk_they_wait_and_nothing_of_them_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with Database(tmp_path, retry_after=0.01) as database:
        database.save([Change("notes", "a", {"n": 1})]).result(10)
        with monkeypatch.context() as patched:
            patched.setattr("sessions.storage.pair.write_snapshot", full)
            promise = database.save([forms(2)], traced=False)
            with pytest.raises(TimeoutError):
                promise.result(0.1)
            assert database.documents("forms") == []
            assert not any(b"ord-0" in file.read_bytes() for file in tmp_path.glob("dialogkafe.j*"))
        promise.result(10)
        assert [document["count"] for document in database.documents("forms")] == [2]


def test_when_the_journal_cannot_be_emptied_it_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sessions.storage.journal import Journal

    failed = Event()

    def fail_once(journal: Journal) -> None:
        if not failed.is_set():
            failed.set()
            raise OSError(5, "Input/output error")
        empty(journal)

    empty = Journal.empty
    with Database(tmp_path, retry_after=0.01) as database:
        database.save([Change("notes", "a", {"n": 1})]).result(10)
        monkeypatch.setattr(Journal, "empty", fail_once)
        database.save([forms(2)], traced=False).result(10)
        assert failed.is_set()
        assert bytes_of(tmp_path)[1] == b""
    with Database(tmp_path) as database:
        assert database.documents("notes") == [{"n": 1}]
        assert [document["count"] for document in database.documents("forms")] == [2]
