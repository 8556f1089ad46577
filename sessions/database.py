"""The database: a folder of documents that outlives kills, full disks and power cuts, open in one program at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from tinydb import Query

from sessions.storage.disk import make_folder, remove_set_aside
from sessions.storage.journaled import JournaledStorage
from sessions.storage.owner import Occupied, Ownership
from sessions.storage.pair import COMPACT_FROM
from sessions.storage.steps import as_transaction, put, remove
from sessions.storage.tables import JournaledDB
from sessions.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

__all__ = ["JSON", "Change", "Database", "Occupied"]

JSON = None | bool | int | float | str | Sequence["JSON"] | Mapping[str, "JSON"]


@dataclass(frozen=True, slots=True)
class Change:
    """The key of the table has this document from now on; None takes it out."""

    table: str
    key: str
    document: Mapping[str, JSON] | None


class Database:
    """Tables of documents in a folder.

    `damaged` is the file to which parts that could not be read were set aside while opening, or None; all else was
    kept. Such files stay until something is erased, or a person takes them away.
    """

    def __init__(
        self,
        folder: Path,
        *,
        on_trouble: Callable[[OSError | None], None] = lambda _: None,
        retry_after: float = 1.0,
        compact_from: int = COMPACT_FROM,
    ) -> None:
        """Open the folder, or make it (0700, its files 0600), and read what is there.

        While the disk does not take what is saved, it is tried again every `retry_after` seconds and when something
        new is saved; `on_trouble` is called from another thread with the error when that starts and with None when it
        is over. The journal is left to grow to `compact_from` bytes at least. Raises Occupied if another program has
        the folder open, and OSError.
        """
        make_folder(folder)
        self._folder = folder
        self._ownership = Ownership(folder)
        try:
            self._storage = JournaledStorage(folder, compact_from)
        except BaseException:
            self._ownership.release()
            raise
        self._tables = JournaledDB(storage=lambda: self._storage)
        self.damaged: Path | None = self._storage.damaged
        self._writer = Writer(self._storage, on_trouble, retry_after)

    def save(self, changes: Sequence[Change], *, traced: bool = True) -> Future[None]:
        """Make the changes, all or none; the future is done when they are on the disk, and they are seen from then on.

        Changes that are not `traced` leave no history: no file has them but as what the documents have become, together
        with all that came before. They cost a new snapshot.
        Never waits; can be called from any thread, and the order of calls is kept. Cancelling the future does nothing.
        Raises TypeError or ValueError for a document that JSON cannot say, and ValueError after `close`.
        """
        return self._writer.save(as_transaction(map(_step, changes)), traced=traced)

    def documents(self, table: str, /, **where: JSON) -> list[dict[str, Any]]:
        """Give the documents of a table that have these values in these fields, in the order in which they came.

        They are copies. What is saved and not yet on the disk is not among them.
        """
        found: list[dict[str, Any]] = list(self._tables.table(table).search(Query().fragment(where)))
        return found

    def flush(self, timeout: float | None = None) -> None:
        """Wait until all that was saved until now is on the disk; not for the event loop.

        Raises TimeoutError after `timeout` seconds; its cause is the OSError that stands in the way, if there is one.
        """
        try:
            self._writer.run(lambda: None).result(timeout)
        except TimeoutError as late:
            raise TimeoutError("not all that was saved is on the disk") from self._writer.trouble or late

    def erase(self, matching: Callable[[str, Mapping[str, Any]], bool]) -> Future[int]:
        """Take out for good all documents for which `matching(table, document)` holds (GDPR, article 5(1)(e)).

        The future tells how many they were, when their bytes are in none of the files that this class keeps. It raises
        OSError if that could not be done; it is then to be asked for again. What was set aside as damaged goes too,
        since nobody can tell what stands in it.
        `matching` is called from another thread, after all that was saved before; it must not alter the document.
        """
        return self._writer.run(lambda: self._erase(matching))

    def _erase(self, matching: Callable[[str, Mapping[str, Any]], bool]) -> int:
        erased = self._storage.erase(matching)
        remove_set_aside(self._folder)
        return erased

    def close(self) -> None:
        """Write all that waits, and let others open the folder. Does nothing the second time.

        Raises OSError if the disk did not take it; the futures of what was not written have the same error.
        """
        try:
            self._writer.close()
        finally:
            self._tables.close()
            self._ownership.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _step(change: Change) -> list[Any]:
    if change.document is None:
        return remove(change.table, change.key)
    return put(change.table, change.key, change.document)
