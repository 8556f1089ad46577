"""A TinyDB storage that holds the tables in memory and makes each change durable in a journal before it is seen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, RLock, get_ident
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from sessions.storage.overlay import Overlay
from sessions.storage.pair import COMPACT_FROM, Pair
from sessions.storage.steps import apply, as_transaction, clear, drop, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sessions.storage.steps import Document, Step, Tables

    Matching = Callable[[str, Mapping[str, Any]], bool]


@dataclass(slots=True)
class _Group:
    tables: Tables
    thread: int
    transactions: list[str] = field(default_factory=list)


class JournaledStorage(Storage):
    """Tables in memory over a snapshot and a journal in a folder. One thread changes at a time; any thread may read."""

    def __init__(self, folder: Path, compact_from: int = COMPACT_FROM) -> None:
        """Open the folder, or make it (0700).

        A journal is not compacted while it is shorter than `compact_from` bytes. Raises OSError.
        """
        self._pair = Pair(folder, compact_from)
        self._tables = self._pair.tables
        self._group: _Group | None = None
        self._changing = RLock()
        self._seeing = Lock()

    @property
    def damaged(self) -> Path | None:
        """The file to which unreadable parts were set aside while opening, if there were any."""
        return self._pair.damaged

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables, as copies: for the few things TinyDB does with all of them at once."""
        with self._seeing:
            tables = {name: dict(documents) for name, documents in self._visible().items()}
        return {name: dict(Overlay(documents)) for name, documents in tables.items()}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these the tables: what differs from what is there becomes one transaction. Raises OSError."""
        with self._changing:
            steps = [drop(name) for name in self._visible() if name not in data]
            for name, documents in data.items():
                steps += self._steps(name, _replace_by(documents))
            self.commit(steps)

    def documents(self, table: str) -> Overlay:
        """Give the documents of a table by key: copies that the caller may alter, of what was there when asked."""
        with self._seeing:
            return Overlay(dict(self._visible().get(table, {})))

    def update(self, table: str, updater: Callable[[Overlay], None]) -> None:
        """Let the updater alter the table, and make what it touched durable as one transaction.

        Raises as `commit`, and what the updater raises; then nothing has happened.
        """
        with self._changing:
            self.commit(self._steps(table, updater))

    def commit(self, steps: Sequence[Step]) -> None:
        """Make the steps durable as one transaction, then seen; within a group, at the end of the group.

        Raises OSError, and then nothing of it has happened; TypeError or ValueError for what JSON cannot say.
        """
        if steps:
            self.commit_transaction(as_transaction(steps))

    def commit_transaction(self, transaction: str) -> None:
        """As `commit`, for what `as_transaction` gave."""
        with self._changing:
            if self._group is None:
                self._make_durable([transaction])
            else:
                apply(self._group.tables, steps_of(transaction))
                self._group.transactions.append(transaction)

    @contextmanager
    def group(self) -> Iterator[None]:
        """Make all transactions within durable at once, when the group ends; until then only this thread sees them.

        Each stays one transaction. A group within a group is part of it. Raises OSError at the end; then, and when
        something is raised within, none of them has happened.
        """
        with self._changing:
            if self._group is not None:
                yield
                return
            group = _Group({name: Overlay(documents) for name, documents in self._tables.items()}, get_ident())
            self._group = group
            try:
                yield
            finally:
                self._group = None
            if group.transactions:
                self._make_durable(group.transactions)

    def compact(self) -> None:
        """Write a new snapshot and empty the journal. Raises OSError; nothing is lost then."""
        with self._changing:
            self._compact_to(self._tables)

    def compact_if_worth_it(self) -> None:
        """Compact when the journal has grown long beside the snapshot. Raises OSError; nothing is lost then."""
        if self._pair.is_worth_compacting:
            self.compact()

    def commit_untraced(self, transactions: Sequence[str]) -> None:
        """Make transactions durable, then seen, without a line of them in the journal: in a new snapshot.

        So only what the tables have become is on the disk, and not what came when. Raises OSError; then it is to be
        done again, and the tables may have the changes already.
        """
        with self._changing:
            tables: Tables = {name: dict(documents) for name, documents in self._tables.items()}
            apply(tables, [step for transaction in transactions for step in steps_of(transaction)])
            self._compact_to(tables)

    def erase(self, matching: Matching) -> int:
        """Take out all documents for which `matching(table, document)` holds, and tell how many they were.

        Their bytes are in neither snapshot nor journal afterwards. Raises OSError; then it is to be done again.
        """
        with self._changing:
            tables: Tables = {
                name: {key: document for key, document in documents.items() if not matching(name, document)}
                for name, documents in self._tables.items()
            }
            before, after = (sum(map(len, all_of.values())) for all_of in (self._tables, tables))
            self._compact_to(tables)
            return before - after

    def close(self) -> None:
        """Let go of the files; all that was committed is in them."""
        self._pair.close()

    def _compact_to(self, tables: Tables) -> None:
        self._pair.renew_snapshot(tables)
        with self._seeing:
            self._tables = tables
        self._pair.empty_journal()

    def _visible(self) -> Mapping[str, Mapping[str, Document]]:
        group = self._group
        return group.tables if group is not None and group.thread == get_ident() else self._tables

    def _steps(self, table: str, updater: Callable[[Overlay], None]) -> list[Step]:
        tables = self._visible()
        overlay = Overlay(tables.get(table, {}))
        updater(overlay)
        return overlay.steps(table) or ([] if table in tables else [clear(table)])

    def _make_durable(self, transactions: Sequence[str]) -> None:
        self._pair.append(transactions)
        steps = [step for transaction in transactions for step in steps_of(transaction)]
        with self._seeing:
            apply(self._tables, steps)


def _replace_by(documents: Mapping[str, Mapping[str, Any]]) -> Callable[[Overlay], None]:
    def updater(overlay: Overlay) -> None:
        for key in [key for key in overlay if key not in documents]:
            del overlay[key]
        overlay.update((key, dict(document)) for key, document in documents.items())

    return updater
