"""A snapshot is TinyDB's file, takes the place of the old one whole, and is read as far as it can be."""

import json
import re
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from sessions.storage.snapshot import read_snapshot, write_snapshot
from sessions.storage.steps import Document, Tables
from tests.sessions.processes import python
from tests.sessions.storage.stock import StockDB, contents

TABLES: Tables = {
    "notes": {"a": {"text": 'Hun sa: {"b": {"x": 1}}, "c": {', "n": 1}, "b": {"text": "æøå\ud800\n", "n": 2}},
    "empty": {},
    "items": {"1": {"heading": "Opplæring"}, "2": {}, "3": {"heading": "Dagslys"}},
}


def documents_in(tables: Tables) -> list[tuple[str, Document]]:
    return [(key, dict(document)) for documents in tables.values() for key, document in documents.items()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "dialogkafe.json"
    write_snapshot(path, TABLES, 3)
    return path


def test_what_is_written_is_read(path: Path) -> None:
    snapshot = read_snapshot(path)
    assert (snapshot.tables, snapshot.generation, snapshot.damage) == (TABLES, 3, None)
    assert snapshot.size == path.stat().st_size


def test_its_size_is_told(path: Path) -> None:
    assert write_snapshot(path, TABLES, 4) == path.stat().st_size


def test_stock_tinydb_can_open_it_and_alter_it(path: Path) -> None:
    with StockDB(path) as db:
        assert {name: dict(rows) for name, rows in contents(db).items() if name != "_snapshot"} == TABLES
        db.table("items").truncate()
    snapshot = read_snapshot(path)
    assert (snapshot.tables["items"], snapshot.generation, snapshot.damage) == ({}, 3, None)


def test_a_file_that_stock_tinydb_made_is_read(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "stock.json") as db:
        db.insert({"n": 1})
    snapshot = read_snapshot(tmp_path / "stock.json")
    assert (snapshot.tables, snapshot.generation) == ({"_default": {"1": {"n": 1}}}, None)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_missing_and_an_empty_file_hold_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dialogkafe.json"
    assert read_snapshot(path).tables == {}
    path.write_text(text)
    snapshot = read_snapshot(path)
    assert (snapshot.tables, snapshot.generation, snapshot.damage) == ({}, 0, None)


def test_a_draft_that_was_left_is_taken_away(path: Path) -> None:
    draft = path.with_name("dialogkafe.json.new")
    draft.write_text('{"notes": {')
    read_snapshot(path)
    assert not draft.exists()


def test_a_byte_order_mark_does_no_harm(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_snapshot(path).damage is None


@pytest.mark.parametrize("text", ["[]", "7", '{"notes": [1], "items": {"a": 1, "b": {"n": 2}}}'])
def test_json_that_is_no_tables_is_damage(path: Path, text: str) -> None:
    path.write_text(text)
    snapshot = read_snapshot(path)
    assert snapshot.damage == text.encode()
    assert snapshot.tables == ({"items": {"b": {"n": 2}}} if "items" in text else {})


def test_one_changed_byte_costs_one_document_at_most(path: Path) -> None:
    """Whichever byte it is; in a name, it makes another name, and without a name a table cannot be told from others."""
    raw = path.read_bytes()
    heads = list(re.finditer(rb'\n"\w+": \{\n', raw))
    for place in range(len(raw)):
        path.write_bytes(raw[:place] + b"\x00" + raw[place + 1 :])
        snapshot = read_snapshot(path)
        assert snapshot.damage is not None
        found, were = documents_in(snapshot.tables), documents_in(TABLES)
        in_the_head_of_a_table = any(head.start() <= place < head.end() for head in heads)
        assert sum(document in found for document in were) >= len(were) - (3 if in_the_head_of_a_table else 1)
        assert sum(document not in were for document in found) <= 1


def test_indented_by_hand_and_cut_off_it_gives_what_is_whole(path: Path) -> None:
    text = json.dumps(TABLES, indent=2)
    path.write_text(text[: text.index("Dagslys")])
    assert read_snapshot(path).tables == {**TABLES, "items": {"1": {"heading": "Opplæring"}, "2": {}}}


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are POSIX's")
def test_the_file_is_private(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600


FULL = """
import resource, sys
from pathlib import Path
from sessions.storage.snapshot import write_snapshot

resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, resource.RLIM_INFINITY))
try:
    write_snapshot(Path(sys.argv[1]), {"notes": {str(n): {"text": "x" * 50} for n in range(10_000)}}, 4)
except OSError as error:
    print(error.errno)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is POSIX's")
def test_a_full_disk_leaves_the_old_one(path: Path) -> None:
    assert python(FULL, str(path))
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert read_snapshot(path).tables == TABLES
