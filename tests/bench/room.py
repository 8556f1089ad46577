"""What a note costs all the way through the room, as the notes of the session grow in number."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.store import TinyStore
from tests.bench.minutes import cafe
from tests.bench.row import Row

if TYPE_CHECKING:
    from sessions.room import Room

FEW, MANY, WRITES = 100, 10_000, 200


def measure() -> list[Row]:
    """Write a note in a room with few notes and in one with many, in turns, each until it is on disk."""
    with TemporaryDirectory() as folder:
        few, many = (TinyStore(Path(folder) / name) for name in ("few", "many"))
        rooms = [opened(store, notes) for store, notes in ((few, FEW), (many, MANY))]
        pairs = [(seconds(rooms[1], n), seconds(rooms[0], n)) for n in range(WRITES)]
        few.close()
        many.close()
    told = " beside ".join(f"{median(pair[side] for pair in pairs) * 1000:.2f} ms" for side in (0, 1))
    ratio = median(pair[0] for pair in pairs) / median(pair[1] for pair in pairs)
    return [Row(f"a note through the room at {MANY} notes, to one at {FEW}", ratio, 1.5, told)]


def opened(store: TinyStore, notes: int) -> Room:
    """Open a room whose session has so many notes."""
    return Desk(store, SteadyClock(), MinutesFolder(Path())).keep(cafe(notes, 10))


def seconds(room: Room, number: int) -> float:
    """Write one note, and wait for its receipt."""
    begun = perf_counter()
    room.write(1, f"note number {number}").result()
    return perf_counter() - begun
