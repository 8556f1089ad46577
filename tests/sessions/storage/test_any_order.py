"""Any sequence of operations on tables, then opened again, leaves what stock TinyDB has in memory."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from sessions.storage.journaled import JournaledStorage
from sessions.storage.tables import JournaledDB
from tests.sessions.storage.stock import StockDB, contents, keyed, keys

Operation = Callable[[TinyDB], object]

table_names = st.sampled_from(["notes", "items"])
key_names = st.sampled_from(["a", "b", "c", "d"])
numbers = st.integers(0, 3)
texts = st.text(max_size=5)
nested = st.recursive(st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | texts, st.lists, max_leaves=4)


def insert(table: str, name: str, n: int, value: Any) -> Operation:  # noqa: ANN401 - any JSON
    def operate(db: TinyDB) -> None:
        if not db.table(table).contains(doc_id=keys(name)[0]):
            db.table(table).insert(keyed(name, n=n, value=value))

    return operate


def swap(table: str, name: str, n: int) -> Operation:
    """Take a document out and put another in its place: one transaction in our tables, through TinyDB's own seam."""

    def updater(documents: dict[Any, Any]) -> None:
        documents.pop(name, None)
        documents[name] = {"n": n}

    return lambda db: db.table(table)._update_table(updater)


operations = st.one_of(
    st.builds(insert, table_names, key_names, numbers, nested),
    st.builds(lambda t, k, n: lambda db: db.table(t).upsert(keyed(k, n=n)), table_names, key_names, numbers),
    st.builds(lambda t, n, m: lambda db: db.table(t).update({"n": m}, where("n") == n), table_names, numbers, numbers),
    st.builds(lambda t, n: lambda db: db.table(t).update(lambda d: d.pop("value", n)), table_names, numbers),
    st.builds(lambda t, ks: lambda db: db.table(t).remove(doc_ids=ks), table_names, st.sets(key_names)),
    st.builds(lambda t, n: lambda db: db.table(t).remove(where("n") == n), table_names, numbers),
    st.builds(swap, table_names, key_names, numbers),
    st.builds(lambda t: lambda db: db.table(t).truncate(), table_names),
    st.builds(lambda t: lambda db: db.drop_table(t), table_names),
    st.just(lambda db: db.drop_tables()),
)


@settings(max_examples=60)
@given(runs=st.lists(st.tuples(st.lists(operations, max_size=6), st.booleans(), st.booleans()), max_size=4))
def test_what_is_opened_again_is_what_stock_has(runs: list[tuple[list[Operation], bool, bool]]) -> None:
    """Each run ends with closing; some are a group with one fsync, some end with a compaction."""
    with TemporaryDirectory() as folder, StockDB(storage=MemoryStorage) as stock:
        for operations, grouped, compacted in runs:
            storage = JournaledStorage(Path(folder))
            with JournaledDB(storage=lambda storage=storage: storage) as ours:
                if grouped:
                    with storage.group():
                        do(operations, ours, stock)
                else:
                    do(operations, ours, stock)
                assert contents(ours) == contents(stock)
                if compacted:
                    storage.compact()
        with JournaledDB(Path(folder)) as ours:
            assert repr(contents(ours)) == repr(contents(stock))


def do(operations: list[Operation], *dbs: TinyDB) -> None:
    for operation in operations:
        for db in dbs:
            operation(db)
        assert contents(dbs[0]) == contents(dbs[1])
