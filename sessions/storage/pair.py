"""The pair on the disk: a snapshot, and the journal of what came after it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sessions.storage.disk import make_folder, set_aside, sync_folder
from sessions.storage.journal import Journal
from sessions.storage.snapshot import read_snapshot, write_snapshot
from sessions.storage.steps import apply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sessions.storage.steps import Document, Tables

# A journal shorter than this many bytes is read in a blink; one longer than this many snapshots is mostly history.
COMPACT_FROM = 1 << 20
_SNAPSHOTS = 2


class Pair:
    """A snapshot and a journal in a folder.

    `tables` is what stood in both when they were opened. `damaged` is the file to which unreadable parts were set
    aside then, or None.
    """

    def __init__(self, folder: Path, compact_from: int) -> None:
        """Open the pair in the folder, or make both; a journal of `compact_from` bytes or less is left to grow.

        Raises OSError, also when there is damage and no room to set it aside; nothing is lost then.
        """
        make_folder(folder)
        self._folder = folder
        self._snapshot = folder / "dialogkafe.json"
        self._compact_from = compact_from
        self.damaged: Path | None = None
        self._journal = Journal(folder / "dialogkafe.journal")
        try:
            self.tables = self._recover()
        except BaseException:
            self.close()
            raise

    def append(self, transactions: Sequence[str]) -> None:
        """Make the transactions durable, all or none. Raises OSError."""
        self._journal.append(transactions)

    @property
    def is_worth_compacting(self) -> bool:
        """Whether the journal is so long beside the snapshot that the cost of a new one is spread evenly."""
        return self._journal.size > self._compact_at

    def renew_snapshot(self, tables: Mapping[str, Mapping[str, Document]]) -> None:
        """Put a snapshot of these tables in the place of the old one; the journal is of no account from then on.

        A journal that is empty already has nothing to be of another generation than, so that a run of snapshots is the
        same as its last one. Raises OSError; then the old pair stays in use.
        """
        # Where it fails it is not worth trying again before the journal has grown.
        self._compact_at = self._journal.size + self._compact_from
        generation = self._journal.generation + (not self._journal.is_empty)
        self._snapshot_size = write_snapshot(self._snapshot, tables, generation)
        self._journal.begin(generation)

    def empty_journal(self) -> None:
        """Take out of the journal what the new snapshot has. Raises OSError; then it is passed over when opened."""
        sync_folder(self._folder)
        self._journal.empty()
        self._compact_at = self._worth_compacting()

    def close(self) -> None:
        """Let go of the files."""
        self._journal.close()

    def _recover(self) -> Tables:
        snapshot = read_snapshot(self._snapshot)
        sync_folder(self._folder)
        replay = self._journal.replay(snapshot.generation)
        for steps in replay.transactions:
            apply(snapshot.tables, steps)
        self._snapshot_size = snapshot.size
        self._compact_at = self._worth_compacting()
        damage = replay.damage if snapshot.damage is None else [snapshot.damage, *replay.damage]
        if damage:
            self.damaged = set_aside(self._folder, damage, datetime.now().astimezone())
            self.renew_snapshot(snapshot.tables)
            self.empty_journal()
        return snapshot.tables

    def _worth_compacting(self) -> int:
        return max(self._compact_from, _SNAPSHOTS * self._snapshot_size)
