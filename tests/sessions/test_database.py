"""What the database promises to those who save."""

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from sessions.database import Change, Database, Occupied
from sessions.storage import disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dialogkafe"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    with Database(folder) as database:
        yield database


def note(key: str, **fields: Any) -> Change:  # noqa: ANN401 - any JSON
    return Change("notes", key, {"id": key, **fields})


def held_up(database: Database) -> Event:
    """Keep the writer busy until the event is set."""
    event = Event()
    database._writer.run(event.wait)
    return event


def test_what_is_saved_is_there_when_opened_again(folder: Path) -> None:
    with Database(folder) as database:
        database.save([note("a", n=1), note("b", n=2)]).result()
        database.save([note("a", n=3), Change("notes", "b", None), Change("items", "1", {"text": "æøå"})])
    with Database(folder) as database:
        assert database.documents("notes") == [{"id": "a", "n": 3}]
        assert database.documents("items") == [{"text": "æøå"}]
        assert database.documents("nothing") == []
        assert database.damaged is None


def test_a_future_is_done_when_the_file_has_it(database: Database, folder: Path) -> None:
    found: list[bool] = []
    promise = database.save([note("a", text="dagslys")])
    promise.add_done_callback(lambda _: found.append(b"dagslys" in (folder / "dialogkafe.journal").read_bytes()))
    database.flush(10)
    assert found == [True]


def test_saving_waits_for_nothing_and_is_seen_when_durable(database: Database) -> None:
    go_on = held_up(database)
    promise = database.save([note("a")])
    assert not promise.done()
    assert database.documents("notes") == []
    go_on.set()
    promise.result(10)
    assert database.documents("notes") == [{"id": "a"}]


def test_all_that_waits_is_synced_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    sync = disk._fdatasync

    def count(descriptor: int) -> None:
        synced.append(descriptor)
        sync(descriptor)

    monkeypatch.setattr(disk, "_fdatasync", count)
    go_on = held_up(database)
    promises = [database.save([note(str(n), n=n)]) for n in range(50)]
    go_on.set()
    for promise in promises:
        promise.result(10)
    assert len(synced) == 1
    assert [document["n"] for document in database.documents("notes")] == list(range(50))


def test_changes_of_one_call_are_made_all_or_none(folder: Path) -> None:
    with Database(folder) as database:
        database.save([note("a")])
        database.save([note("b"), Change("notes", "a", None)])
    journal = folder / "dialogkafe.journal"
    journal.write_bytes(journal.read_bytes()[:-1])
    with Database(folder) as database:
        assert database.documents("notes") == [{"id": "a"}]


def test_documents_are_found_by_their_fields(database: Database) -> None:
    database.save([note("a", table=1, round=1), note("b", table=1, round=2), note("c", table=2, round=2)]).result()
    assert [d["id"] for d in database.documents("notes", table=1)] == ["a", "b"]
    assert [d["id"] for d in database.documents("notes", table=1, round=2)] == ["b"]
    assert database.documents("notes", nothing=None) == []


def test_documents_are_copies_both_ways(database: Database) -> None:
    marks = ["!"]
    promise = database.save([note("a", marks=marks)])
    marks.append("?")
    promise.result()
    database.documents("notes")[0]["marks"].append("?")
    assert database.documents("notes") == [{"id": "a", "marks": ["!"]}]


@pytest.mark.parametrize("bad", [{"n": {1}}, {"n": object()}])
def test_what_cannot_be_stored_is_refused_at_once(database: Database, bad: Any) -> None:  # noqa: ANN401 - no JSON
    with pytest.raises(TypeError):
        database.save([note("a"), Change("notes", "b", bad)])
    database.flush(10)
    assert database.documents("notes") == []


async def test_a_note_is_saved_though_nobody_waits_for_it(database: Database) -> None:
    """A phone that goes away cancels what waits for its receipt."""
    go_on = held_up(database)
    waiting = asyncio.wrap_future(database.save([note("a")]))
    waiting.cancel()
    go_on.set()
    await asyncio.wait_for(asyncio.wrap_future(database.save([note("b")])), 10)
    assert [d["id"] for d in database.documents("notes")] == ["a", "b"]


def test_flush_tells_when_it_takes_too_long(database: Database) -> None:
    go_on = held_up(database)
    with pytest.raises(TimeoutError):
        database.flush(0)
    go_on.set()
    database.flush(10)


def test_a_closed_database_takes_nothing_more(folder: Path) -> None:
    database = Database(folder)
    database.close()
    database.close()
    with pytest.raises(ValueError, match="closed"):
        database.save([note("a")])


def test_a_folder_is_open_in_one_program(folder: Path, database: Database) -> None:
    with pytest.raises(Occupied):
        Database(folder)
    database.save([note("a")]).result()


def test_a_folder_that_cannot_be_opened_is_free_again(folder: Path) -> None:
    (folder / "dialogkafe.json").mkdir(parents=True)
    with pytest.raises(OSError):  # noqa: PT011 - its kind is the platform's
        Database(folder)
    (folder / "dialogkafe.json").rmdir()
    Database(folder).close()


def test_damage_is_told(folder: Path) -> None:
    with Database(folder) as database:
        for key in "abc":
            database.save([note(key)])
    journal = folder / "dialogkafe.journal"
    journal.write_bytes(journal.read_bytes().replace(b'"id":"b"', b'"id":"x"'))
    with Database(folder) as database:
        assert [d["id"] for d in database.documents("notes")] == ["a", "c"]
        assert database.damaged is not None
        assert b'"id":"x"' in database.damaged.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are POSIX's")
def test_folder_and_files_are_private(folder: Path) -> None:
    with Database(folder, compact_from=0) as database:
        database.save([note("a")])
    (folder / "dialogkafe.json").write_text("{")
    with Database(folder):
        modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {"dialogkafe.json", "dialogkafe.journal", "dialogkafe.lock", "dialogkafe.owner"} < set(modes)
    assert len(modes) == 5
    assert set(modes.values()) == {0o600}


def test_what_is_erased_is_in_no_file(database: Database, folder: Path) -> None:
    """What was saved before is erased with the rest, what was saved after is kept."""
    database.save([note("a", text="Kari"), note("b", text="Olaug")]).result()
    go_on = held_up(database)
    database.save([note("c", text="Kari")])
    erased = database.erase(lambda table, document: table == "notes" and document["text"] == "Kari")
    database.save([note("d", text="Kari")])
    go_on.set()
    assert erased.result(10) == 2
    database.flush(10)
    assert [d["id"] for d in database.documents("notes")] == ["b", "d"]
    assert database.erase(lambda _, document: document["text"] == "Kari").result(10) == 1
    assert not any(b"Kari" in file.read_bytes() for file in folder.iterdir())
    assert [d["id"] for d in database.documents("notes")] == ["b"]


def test_an_erasure_that_fails_tells_the_one_who_asked(database: Database) -> None:
    database.save([note("a")]).result()
    with pytest.raises(KeyError):
        database.erase(lambda _, document: bool(document["missing"])).result(10)
    database.save([note("b")]).result(10)
    assert len(database.documents("notes")) == 2


def test_the_journal_is_compacted_by_itself(folder: Path) -> None:
    with Database(folder, compact_from=2_000) as database:
        for n in range(200):
            database.save([note("a", n=n)])
        database.flush(10)
    assert (folder / "dialogkafe.journal").stat().st_size < 4_000
    assert json.loads((folder / "dialogkafe.json").read_bytes())["_snapshot"]["1"]["generation"] > 0
    with Database(folder) as database:
        assert database.documents("notes") == [{"id": "a", "n": 199}]


def test_a_listener_that_fails_does_not_stop_the_writing(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: OSError | None) -> None:
        raise LookupError

    with Database(folder, on_trouble=fail) as database, caplog.at_level(logging.ERROR):
        database._writer._tell(OSError())
        database.save([note("a")]).result(10)
        database.flush(10)
        assert len(caplog.records) == 2
