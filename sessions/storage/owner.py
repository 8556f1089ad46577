"""Who has a data folder open: one program at a time."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from sessions.storage.disk import open_private

if TYPE_CHECKING:
    from pathlib import Path


class Occupied(Exception):  # noqa: N818 - what the folder is, not a mistake
    """Another program has the folder open.

    `owner_pid` is its process id and `since` when it opened the folder, in its local time; None where it is not known.
    """

    def __init__(self, owner_pid: int | None, since: datetime | None) -> None:
        super().__init__(f"in use by process {owner_pid} since {since}")
        self.owner_pid = owner_pid
        self.since = since


class Ownership:
    """The right to a folder, held until it is released or the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which must be there. Raises Occupied, or OSError."""
        from filelock import FileLock, Timeout

        self._card = folder / "dialogkafe.owner"
        self._lock = FileLock(folder / "dialogkafe.lock", timeout=0, mode=0o600, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise Occupied(*_read(self._card)) from None
        # The card is a courtesy: a full disk must not keep the owner out.
        with suppress(OSError):
            _write(self._card, os.getpid(), datetime.now().astimezone())

    def release(self) -> None:
        """Let others take the folder. Does nothing the second time."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._card.unlink(missing_ok=True)
            self._lock.release()


def _write(card: Path, pid: int, since: datetime) -> None:
    with open_private(card, "wb") as file:
        file.write(json.dumps({"pid": pid, "since": since.isoformat(timespec="seconds")}).encode("ascii"))


def _read(card: Path) -> tuple[int | None, datetime | None]:
    try:
        owner = json.loads(card.read_bytes())
        return int(owner["pid"]), datetime.fromisoformat(owner["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, None
