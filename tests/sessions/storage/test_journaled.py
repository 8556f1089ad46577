"""The storage makes changes durable before they are seen, one by one or as a group."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from sessions.storage.journaled import JournaledStorage
from sessions.storage.overlay import Overlay
from sessions.storage.tables import JournaledDB
from tests.sessions.processes import python
from tests.sessions.storage.stock import contents, key, keyed, keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def db(folder: Path) -> Iterator[JournaledDB]:
    with JournaledDB(folder) as db:
        db.table("notes").insert_multiple(keyed(name, n=1) for name in "abc")
        yield db


def storage_of(db: JournaledDB) -> JournaledStorage:
    assert isinstance(db.storage, JournaledStorage)
    return db.storage


def lines(folder: Path) -> int:
    return len((folder / "dialogkafe.journal").read_bytes().splitlines())


def test_a_table_operation_is_one_line(db: JournaledDB, folder: Path) -> None:
    assert lines(folder) == 1
    db.table("notes").update({"n": 2})
    assert lines(folder) == 2


def test_what_was_only_looked_at_is_not_written(db: JournaledDB, folder: Path) -> None:
    size = (folder / "dialogkafe.journal").stat().st_size
    db.table("notes").update({"n": 1})
    db.table("notes").remove(doc_ids=keys("nobody"))
    assert (folder / "dialogkafe.journal").stat().st_size == size


def test_a_group_is_seen_within_and_by_others_when_it_is_durable(db: JournaledDB, folder: Path) -> None:
    notes = db.table("notes")
    seen_by_others: list[int] = []
    with storage_of(db).group():
        notes.upsert(keyed("a", n=2))
        notes.upsert(keyed("a", m=3))
        db.table("items").insert(keyed("1", n=1))
        db.drop_table("items")
        assert notes.get(doc_id=key("a")) == {"n": 2, "m": 3}
        other = Thread(target=lambda: seen_by_others.extend(d["n"] for d in notes))
        other.start()
        other.join()
        assert lines(folder) == 1
    assert seen_by_others == [1, 1, 1]
    assert lines(folder) == 5
    assert notes.get(doc_id=key("a")) == {"n": 2, "m": 3}


def test_a_group_that_raises_has_not_happened(db: JournaledDB, folder: Path) -> None:
    def fail() -> None:
        with storage_of(db).group(), storage_of(db).group():
            db.table("notes").truncate()
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert len(db.table("notes")) == 3
    assert lines(folder) == 1


def test_erased_documents_are_in_no_file(db: JournaledDB, folder: Path) -> None:
    db.table("notes").insert(keyed("secret", text="Kari på rom 12"))
    storage_of(db).compact()
    db.table("notes").upsert(keyed("secret", more="Olaug på rom 14"))
    assert storage_of(db).erase(lambda table, document: table == "notes" and "text" in document) == 1
    assert not any(word in file.read_bytes() for file in folder.iterdir() for word in (b"Kari", b"Olaug"))
    assert contents(db) == {"notes": [("a", {"n": 1}), ("b", {"n": 1}), ("c", {"n": 1})]}


def test_an_overlay_is_a_mapping(db: JournaledDB) -> None:
    """With all that an updater may ask of one, in any order."""
    overlay = storage_of(db).documents("notes")
    overlay["a"]["n"] = 5
    del overlay["b"]
    overlay["d"] = {"n": 6}
    assert (list(overlay), len(overlay), "b" in overlay) == (["a", "c", "d"], 3, False)
    with pytest.raises(KeyError):
        del overlay["b"]
    with pytest.raises(KeyError):
        overlay["b"]
    overlay["b"] = {"n": 7}
    assert (list(overlay), len(overlay)) == (["a", "c", "d", "b"], 4)
    assert [step[:3:2] for step in overlay.steps("notes")] == [
        ["remove", "b"],
        ["put", "a"],
        ["put", "d"],
        ["put", "b"],
    ]
    overlay.clear()
    assert (list(overlay), overlay.steps("notes")) == ([], [["clear", "notes"]])


def test_the_table_below_an_overlay_stays_as_it_is() -> None:
    below: dict[str, dict[str, Any]] = {"a": {"marks": [{"n": 1}]}}
    overlay = Overlay(below)
    overlay["a"]["marks"][0]["n"] = 2
    assert below == {"a": {"marks": [{"n": 1}]}}
    assert overlay.steps("notes") == [["put", "notes", "a", {"marks": [{"n": 2}]}]]


FULL = """
import resource, sys
from pathlib import Path
from tinydb.table import Document
from sessions.storage.tables import JournaledDB

room = lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
folder = Path(sys.argv[1])
with JournaledDB(folder) as db:
    table, storage = db.table("notes"), db.storage
    table.insert(Document({"text": "x" * 300}, doc_id="a"))
    before = (folder / "dialogkafe.json").exists(), (folder / "dialogkafe.journal").read_bytes()

    def refused(act):
        room(500)
        try:
            act()
        except OSError:
            assert before == ((folder / "dialogkafe.json").exists(), (folder / "dialogkafe.journal").read_bytes())
            assert [(d.doc_id, len(d["text"])) for d in table] == [("a", 300)]
            print("refused")
        room(resource.RLIM_INFINITY)

    def group():
        with storage.group():
            table.insert(Document({"text": "y"}, doc_id="b"))
            table.update({"text": "x" * 500}, doc_ids=["a"])

    refused(lambda: table.update({"text": "x" * 500}))
    refused(group)
    room(200)
    try:
        storage.compact()
    except OSError:
        print("refused")
    room(resource.RLIM_INFINITY)
    assert before == ((folder / "dialogkafe.json").exists(), (folder / "dialogkafe.journal").read_bytes())
    group()
with JournaledDB(folder) as db:
    print([(d.doc_id, len(d["text"])) for d in db.table("notes")], db.storage.damaged)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is POSIX's")
def test_on_a_full_disk_nothing_has_happened_until_there_is_room(folder: Path) -> None:
    """In memory and on the disk alike: a change, a group and a compaction."""
    assert python(FULL, str(folder)).splitlines() == ["refused"] * 3 + ["[('a', 500), ('b', 1)] None"]
