"""Our tables do what stock TinyDB's do, now and after they were opened again."""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import increment
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from sessions.storage.journaled import JournaledStorage
from sessions.storage.tables import JournaledDB, JournaledTable
from tests.sessions.storage.stock import Row, contents, key, keyed, keys, rows

Opener = Callable[[], TinyDB]
NOTES: list[Row] = [
    ("b", {"text": "dagslys", "n": 1}),
    ("a", {"text": "vikarer", "n": 2}),
    ("c", {"text": "lunsj", "n": 2}),
]


@pytest.fixture
def notes(reopen: Opener) -> Table:
    table = reopen().table("notes")
    table.insert_multiple(keyed(name, **fields) for name, fields in NOTES)
    return table


def stays(notes: Table, reopen: Opener, expected: list[Row]) -> None:
    """Check that the table holds this, and still does when it is opened again."""
    assert rows(notes) == expected
    assert rows(reopen().table("notes")) == expected


def test_what_is_inserted_stays_in_its_order(notes: Table, reopen: Opener) -> None:
    stays(notes, reopen, NOTES)


def test_a_key_is_inserted_once(notes: Table, reopen: Opener) -> None:
    with pytest.raises(ValueError, match="already exists"):
        notes.insert(keyed("a", text="another"))
    stays(notes, reopen, NOTES)


def test_fields_are_updated_where_a_query_holds(notes: Table, reopen: Opener) -> None:
    assert notes.update({"n": 3}, where("n") == 2) == keys("a", "c")
    stays(notes, reopen, [(name, fields | {"n": 3} if fields["n"] == 2 else fields) for name, fields in NOTES])


def test_documents_are_updated_in_place_by_a_callable(notes: Table, reopen: Opener) -> None:
    def lengthen(document: MutableMapping[str, Any]) -> None:
        document["text"] += "!"
        document["marks"] = ["!"]

    assert notes.update(lengthen, doc_ids=keys("c", "nobody")) == keys("c")
    stays(notes, reopen, [*NOTES[:2], ("c", {"text": "lunsj!", "n": 2, "marks": ["!"]})])


def test_a_number_and_a_truth_are_not_the_same(notes: Table, reopen: Opener) -> None:
    """Python holds that 1 == True; a table may not."""
    notes.update({"n": True}, doc_ids=keys("b"))
    assert [fields["n"] is True for _, fields in rows(reopen().table("notes"))] == [True, False, False]


def test_several_updates_at_once(notes: Table, reopen: Opener) -> None:
    notes.update_multiple([({"n": 9}, where("n") == 1), (increment("n"), where("text") == "lunsj")])
    stays(notes, reopen, [(name, fields | {"n": {"b": 9, "a": 2, "c": 3}[name]}) for name, fields in NOTES])


def test_upsert_updates_or_inserts(notes: Table, reopen: Opener) -> None:
    assert notes.upsert(keyed("a", n=7)) == keys("a")
    assert notes.upsert(keyed("d", n=8)) == keys("d")
    assert notes.upsert({"n": 9}, Query().text == "lunsj") == keys("c")
    stays(
        notes,
        reopen,
        [NOTES[0], ("a", {"text": "vikarer", "n": 7}), ("c", {"text": "lunsj", "n": 9}), ("d", {"n": 8})],
    )


def test_documents_are_removed_by_query_and_by_key(notes: Table, reopen: Opener) -> None:
    assert notes.remove(where("n") == 1) == keys("b")
    assert notes.remove(doc_ids=keys("c", "nobody")) == keys("c")
    stays(notes, reopen, [NOTES[1]])


def test_a_removed_key_comes_last_when_it_is_back(notes: Table, reopen: Opener) -> None:
    notes.remove(doc_ids=keys("b"))
    notes.insert(keyed("b", n=5))
    stays(notes, reopen, [*NOTES[1:], ("b", {"n": 5})])


def test_truncate_leaves_an_empty_table(notes: Table, reopen: Opener) -> None:
    notes.truncate()
    notes.insert(keyed("z", n=1))
    stays(notes, reopen, [("z", {"n": 1})])


@pytest.mark.usefixtures("notes")
def test_a_dropped_table_is_gone(reopen: Opener) -> None:
    db = reopen()
    db.table("items").insert(keyed("1", heading="Opplæring"))
    db.drop_table("notes")
    assert db.tables() == {"items"}
    assert contents(reopen()) == {"items": [("1", {"heading": "Opplæring"})]}


@pytest.mark.usefixtures("notes")
def test_all_tables_can_be_dropped(reopen: Opener) -> None:
    db = reopen()
    db.drop_tables()
    assert db.tables() == set()
    assert reopen().tables() == set()


def test_an_empty_table_can_be_kept(reopen: Opener) -> None:
    reopen().table("notes", persist_empty=True)
    assert reopen().tables() == {"notes"}


def test_queries_and_counts(notes: Table) -> None:
    assert notes.count(where("n") == 2) == 2
    assert notes.contains(where("text").search("lys"))
    assert notes.contains(doc_id=key("a"))
    assert notes.get(doc_id=key("nobody")) is None
    assert [d.doc_id for d in notes.get(doc_ids=keys("c", "b"))] == keys("b", "c")
    assert len(notes) == 3


def test_altering_what_was_read_alters_nothing(tmp_path: Path) -> None:
    """Stock TinyDB gives what is in its cache; ours gives copies."""
    with JournaledDB(tmp_path) as db:
        db.insert({"marks": [["!"]]})
        for _ in range(2):
            found = db.search(where("marks").exists())[0]
            assert found == {"marks": [["!"]]}
            found["marks"][0].append("?")
            found["n"] = 5


def test_an_updater_that_raises_has_done_nothing(notes: Table, reopen: Opener) -> None:
    def fail(document: MutableMapping[str, Any]) -> None:
        document["n"] = 100
        raise LookupError

    with pytest.raises(LookupError):
        notes.update(fail)
    assert rows(reopen().table("notes")) == NOTES


def test_what_json_cannot_say_is_refused(notes: Table, reopen: Opener) -> None:
    with pytest.raises(TypeError):
        notes.insert(keyed("d", n={1, 2}))
    assert rows(reopen().table("notes")) == NOTES


def test_plain_documents_get_the_next_number(tmp_path: Path) -> None:
    """As stock TinyDB numbers them, but as strings."""
    with JournaledDB(tmp_path) as db, TinyDB(storage=MemoryStorage) as stock:
        for table in (db.table("notes"), stock.table("notes")):
            assert [str(table.insert({"n": n})) for n in range(2)] == ["1", "2"]
            assert list(map(str, table.insert_multiple([{"n": 2}, {"n": 3}]))) == ["3", "4"]
            table.truncate()
            assert str(table.insert({"n": 4})) == "1"
        db.table("notes").insert(keyed("7", n=5))
        db.table("notes").insert(keyed("not a number", n=6))
        assert str(db.table("notes").insert({"n": 7})) == "8"


def test_the_name_a_snapshot_needs_is_taken(tmp_path: Path) -> None:
    with JournaledDB(tmp_path) as db, pytest.raises(ValueError, match="_snapshot"):
        db.table("_snapshot").insert({"n": 1})


def test_a_stock_table_works_over_our_storage(tmp_path: Path) -> None:
    """The storage keeps TinyDB's contract for any table class; only the cost is higher."""
    with TinyDB(tmp_path, storage=JournaledStorage) as db:
        db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
        db.update({"n": 5}, where("n") == 2)
        db.remove(where("n") == 1)
    with TinyDB(tmp_path, storage=JournaledStorage) as db:
        assert [(d.doc_id, d["n"]) for d in db] == [(2, 5), (3, 3)]


def test_our_table_asks_for_our_storage() -> None:
    with pytest.raises(TypeError):
        JournaledTable(TinyDB(storage=MemoryStorage).storage, "notes")
