"""The program without its wall: a store, a room and a door. Run as `python -m tests.tui.door.served`.

Takes a folder, a count of tables and a port. Says on one line where it listens and what the tables' seats are.
A line that says `full` makes the disk full, any other gives it room; signals could overtake one another.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore
from tests.tui.door.hall import opened

if TYPE_CHECKING:
    from sessions.room import Room


def room_in(folder: Path, tables: int, port: int) -> Room:
    """Open the session in a folder, or found it with a port of its own."""
    desk = Desk(TinyStore(folder), SteadyClock(), MinutesFolder(folder))
    sessions = desk.sessions()
    if sessions:
        return desk.open(sessions[0])
    data = {"title": "Kafé", "tables": [{"number": number} for number in range(1, tables + 1)]}
    room = desk.keep(session_of(plan_of(data, date(2026, 11, 24)), "nb"))
    room.admit(replace(room.session.entry, port=port))
    room.next()
    return room


def let_disk(folder: Path, *, full: bool) -> None:
    """Let the largest size of a file stand for a full disk: writes fail half-way, as they do on one."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(path.stat().st_size for path in folder.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 60 if full else hard, hard))


async def obey(folder: Path) -> None:
    """Do as each line says, until there are no more."""
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    async for order in orders:
        let_disk(folder, full=order == b"full\n")


async def serve(folder: Path, tables: int, port: int) -> None:
    """Keep the door open until the program is ended, or who gives it orders is gone."""
    async with opened(room_in(folder, tables, port)) as hall:
        seats = [hall.seat(table) for table in hall.door.tables]
        sys.stdout.write(json.dumps({"port": hall.phone.port, "seats": seats}) + "\n")
        sys.stdout.flush()
        await obey(folder)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
