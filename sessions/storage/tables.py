"""The seam to TinyDB: its tables and queries, over a storage that commits only what was touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from sessions.storage.journaled import JournaledStorage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tinydb.storages import Storage


class JournaledTable(Table):
    """A table whose documents have strings for keys. It reads copies and commits what an operation touched.

    The key is the `doc_id` of the `tinydb.table.Document` that is inserted; plain documents get the next number.
    """

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets a table choose, its annotation does not

    def __init__(self, storage: Storage, name: str, *, persist_empty: bool = False) -> None:
        """As `tinydb.table.Table`, but without a cache: the documents are in memory already, and not changed only here.

        Raises TypeError for a storage without a journal.
        """
        if not isinstance(storage, JournaledStorage):
            raise TypeError("a journaled table needs a journaled storage")
        self._journaled = storage
        self._next_id: int | None  # type: ignore[assignment]  # TinyDB's annotation knows only its first value
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._journaled.documents(self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        self._journaled.update(self.name, cast("Callable[[object], None]", updater))

    def _get_next_id(self) -> str:
        number = self._next_id or 1 + max(map(int, filter(str.isdecimal, self._read_table())), default=0)
        self._next_id = number + 1
        return str(number)


class JournaledDB(TinyDB):
    """A TinyDB over a folder; takes what `JournaledStorage` takes."""

    table_class = JournaledTable  # type: ignore[assignment]  # TinyDB's annotation is its own class only
    default_storage_class = JournaledStorage  # type: ignore[assignment]  # the same
