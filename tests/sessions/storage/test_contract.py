"""What we rely on in TinyDB 4.9, beyond what it documents."""

import inspect
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Table
from tinydb.utils import LRUCache

# The methods through which a table reads and alters its documents, and who calls them.
READERS = {"get", "__len__", "__iter__", "search", "_get_next_id"}
WRITERS = {"insert", "insert_multiple", "update", "update_multiple", "remove", "truncate"}


def callers_of(name: str) -> set[str]:
    methods = {method: function for method, function in vars(Table).items() if inspect.isfunction(function)}
    return {method for method, function in methods.items() if f"self.{name}(" in inspect.getsource(function)}


def test_the_version_is_the_one_that_was_read() -> None:
    assert version("tinydb").startswith("4.9.")


def test_reads_and_writes_go_through_two_methods() -> None:
    assert callers_of("_read_table") == READERS
    assert callers_of("_update_table") == WRITERS | {"__init__"}
    assert callers_of("_get_next_id") == {"insert", "insert_multiple"}


def test_only_those_methods_touch_the_storage() -> None:
    touching = {name for name, function in vars(Table).items() if "self._storage" in source_of(function)}
    assert touching == {"__init__", "__repr__", "storage", "_read_table", "_update_table"}


def test_a_database_asks_its_storage_for_four_things() -> None:
    called = {name for name in ("read", "write", "close", "flush") if f"storage.{name}(" in inspect.getsource(TinyDB)}
    assert called == {"read", "write", "close"}
    assert Storage.__abstractmethods__ == {"read", "write"}


def test_an_updater_gets_one_mapping_and_its_result_is_not_looked_at() -> None:
    class Spy(Table):
        def _update_table(self, updater: Callable[[Any], None]) -> None:
            seen.append(updater)

    seen: list[Callable[[Any], None]] = []
    table = Spy(TinyDB(storage=MemoryStorage).storage, "notes")
    table.insert({"n": 1})
    table.truncate()
    documents: dict[int, Any] = {}
    assert seen[0](documents) is None
    assert documents == {1: {"n": 1}}
    seen[1](documents)
    assert documents == {}


def test_a_cache_without_room_keeps_nothing() -> None:
    cache: LRUCache[str, list[int]] = LRUCache(capacity=0)
    cache["query"] = [1]
    assert cache.get("query") is None


def source_of(member: object) -> str:
    function = member.fget if isinstance(member, property) else member
    return inspect.getsource(function) if inspect.isfunction(function) else ""
