"""What those who mean harm cost the wall: a key until the repaint, with them and without."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore
from tests.bench.door import ROOT, SECONDS, percentile, pressed_keys
from tests.bench.row import Row
from tests.tui.door.wall import wall


def measure() -> list[Row]:
    """Press keys on the wall alone, and while they do their worst."""
    alone, under = (percentile(asyncio.run(_pressed(hostile=hostile)), 95) for hostile in (False, True))
    told = f"{under:.1f} ms to {alone:.1f} ms"
    return [Row("key to repaint under a thousand hostile connections, to none, p95", under / alone, 2.0, told)]


async def _pressed(*, hostile: bool) -> list[float]:
    """Give what keys took until the wall was drawn anew, in ms."""
    with TemporaryDirectory() as folder, TinyStore(Path(folder) / "data") as store:
        desk = Desk(store, SteadyClock(), MinutesFolder(Path(folder)))
        room = desk.keep(session_of(plan_of({"title": "Kafé"}, date(2026, 11, 24)), "nb"))
        room.next()
        async with wall(desk, room, (120, 40)) as seen:
            path = f"/{seen.door.keys.door}/{seen.door.keys.seat(1)}"
            command = [sys.executable, "-m", "tests.tui.door.hostile", str(seen.phone.port), str(SECONDS + 5), path]
            worst = await asyncio.create_subprocess_exec(*command, cwd=ROOT) if hostile else None
            await asyncio.sleep(2)  # until the thousand have come
            taken = await pressed_keys(seen, SECONDS)
            if worst:
                worst.terminate()
                await worst.wait()
    return taken
