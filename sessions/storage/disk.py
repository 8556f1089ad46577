"""Files that only their owner can read, and that are still there after a power cut."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from io import FileIO
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_fdatasync = getattr(os, "fdatasync", os.fsync)
# Some network and user-space file systems answer so when a folder is synced; they have nothing to sync.
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOTSUP}


def open_private(path: Path, mode: str) -> FileIO:
    """Open a file without a buffer, with `mode` as for `FileIO`; where there is none, make one that is private (0600).

    Raises OSError.
    """
    file = FileIO(path, mode, opener=lambda name, flags: os.open(name, flags | os.O_CREAT, 0o600))
    path.chmod(0o600)
    return file


def write_durably(file: FileIO, data: bytes) -> None:
    """Write all of the data where the file stands, and come back when the disk has it.

    Raises OSError; some of the data may then stand in the file.
    """
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    sync(file)


def sync(file: IO[bytes] | FileIO) -> None:
    """Come back when the disk has what was written to the file. Raises OSError."""
    _fdatasync(file.fileno())


def make_folder(folder: Path) -> None:
    """Make a private folder (0700) and what is missing above it; one that is there is left as it is. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Come back when the disk knows which files the folder holds. Raises OSError.

    Windows has no way to ask for it: there a rename is kept by the journal of the file system.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise
    finally:
        os.close(descriptor)


_DAMAGED = "dialogkafe-damaged-"


def set_aside(folder: Path, pieces: Iterable[bytes], now: datetime) -> Path:
    """Write what cannot be read to a file of its own, one piece a line, and tell which file. Raises OSError.

    The file is named after the time, as in `dialogkafe-damaged-20261124-133205.txt`, and never takes another's place.
    """
    stem = f"{_DAMAGED}{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{suffix}.txt" for suffix in ("", *(f"-{count}" for count in range(2, 1000))))
    path = next(folder / name for name in names if not (folder / name).exists())
    try:
        with open_private(path, "xb") as file:
            write_durably(file, b"".join(piece + b"\n" for piece in pieces))
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return path


def remove_set_aside(folder: Path) -> None:
    """Remove all that was set aside, for good. Raises OSError."""
    for path in folder.glob(f"{_DAMAGED}*.txt"):
        path.unlink(missing_ok=True)
    sync_folder(folder)
