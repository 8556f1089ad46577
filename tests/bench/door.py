"""What a note costs until its receipt while the wall runs, and what the phones cost the wall.

What is compared is measured in turns, several times, and the median of the ratios counts: others use the machine too.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
from contextlib import asynccontextmanager
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING
from unittest.mock import patch

from starlette.applications import Starlette
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import Route

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore
from tests.bench.row import Row
from tests.tui.door.wall import pressed_keys, wall
from tui.door.address import LOOPBACK, listen
from tui.door.server import serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

    from tests.tui.door.wall import Wall

ROOT = Path(__file__).parents[2]
TABLES = 40
SECONDS = 8.0  # for one measure
TURNS = 5  # times that what is compared is measured, in turns
PHONES = (12, 60, 200)
BARS = {12: float("inf"), 60: 3.0, 200: float("inf")}
SLOW_SYNC = 0.05  # seconds


def measure() -> list[Row]:
    """Let phones write to the wall and to a bare app, and press a key on the wall meanwhile."""
    return [*(asyncio.run(_receipts(phones)) for phones in PHONES), *asyncio.run(_keys())]


async def _receipts(phones: int) -> Row:
    """Compare what a receipt takes with what it takes from a bare app; tell what the disk alone took meanwhile."""
    turns = []
    for _ in range(TURNS):
        syncs: list[float] = []

        def timed_sync(descriptor: int, syncs: list[float] = syncs) -> None:
            begun = perf_counter()
            os.fdatasync(descriptor)
            syncs.append(1000 * (perf_counter() - begun))

        bare = await _bare(phones)
        with patch("sessions.storage.disk._fdatasync", timed_sync):
            ours, _ = await _ours(phones, keys=False)
        turns.append([percentile(taken, 95) for taken in (ours, bare, syncs)])
    cost, base, sync = (median(turn[place] for turn in turns) for place in range(3))
    ratio, what = (
        median(turn[0] / turn[1] for turn in turns),
        f"note to receipt with {phones} phones, to a bare app, p95",
    )
    return Row(what, ratio, BARS[phones], f"{cost:.2f} ms to {base:.2f} ms; a sync of the disk alone {sync:.2f} ms")


async def _keys() -> list[Row]:
    """Compare what a key takes with many phones, with none, and with many and a disk that is slow."""
    turns = []
    for _ in range(TURNS):
        _, alone = await _ours(0)
        _, many = await _ours(PHONES[-1])
        with patch("sessions.storage.disk._fdatasync", _slow_sync):
            _, slow = await _ours(PHONES[-1])
        turns.append([percentile(keys, 99) for keys in (alone, many, slow)])
    base, cost, late = (median(turn[place] for turn in turns) for place in range(3))
    ratio, more = median(turn[1] / turn[0] for turn in turns), median(turn[2] - turn[1] for turn in turns)
    return [
        Row("key to repaint with 200 phones, to none, p99", ratio, 2.0, f"{cost:.1f} ms to {base:.1f} ms"),
        Row("the same with a sync of 50 ms, ms more", more, 20.0, f"{late:.1f} ms to {cost:.1f} ms"),
    ]


def _slow_sync(descriptor: int) -> None:
    sleep(SLOW_SYNC)
    os.fdatasync(descriptor)


@asynccontextmanager
async def round_on_the_wall(tables: int = TABLES) -> AsyncIterator[Wall]:
    """Run a café in its first round, with its door open, once all that is loaded in the background is loaded."""
    with TemporaryDirectory() as folder, TinyStore(Path(folder) / "data") as store:
        desk = Desk(store, SteadyClock(), MinutesFolder(Path(folder)))
        data = {"title": "Kafé", "purpose": "Hva vet vi?", "tables": [{"number": n} for n in range(1, tables + 1)]}
        room = desk.keep(session_of(plan_of(data, date(2026, 11, 24)), "nb"))
        room.next()
        async with wall(desk, room, (120, 40)) as seen:
            await seen.app.workers.wait_for_complete()
            gc.collect()
            yield seen


async def _ours(phones: int, *, keys: bool = True) -> tuple[list[float], list[float]]:
    """Give what receipts took, and what keys took until the wall was drawn anew, in ms."""
    async with round_on_the_wall() as seen:
        pressing = asyncio.create_task(pressed_keys(seen, SECONDS if keys else 0.0))
        seats = [f"/{seen.door.keys.door}/{seen.door.keys.seat(table)}" for table in seen.door.tables]
        taken = await _load(seen.phone.port, [*islice(cycle(seats), phones)])
        return taken, await pressing


async def _bare(phones: int) -> list[float]:
    """Give what receipts take from an app that does nothing but append to a list."""
    async with _bare_app() as port:
        gc.collect()
        return await _load(port, [f"/{number}" for number in range(phones)])


@asynccontextmanager
async def _bare_app() -> AsyncIterator[int]:
    notes: list[object] = []

    async def note(request: Request) -> Response:
        notes.append(await request.json())
        return JSONResponse({})

    async def events(_: Request) -> Response:
        async def beats() -> AsyncIterator[str]:
            while True:
                yield "event: now\ndata: 1\n\n"
                await asyncio.sleep(2)

        return StreamingResponse(beats(), media_type="text/event-stream")

    app = Starlette(routes=[Route("/{phone}/notes", note, methods=["POST"]), Route("/{phone}/events", events)])
    listener = listen(18_080, LOOPBACK)
    async with serving(app, listener):
        yield listener.getsockname()[1]


async def _load(port: int, paths: list[str]) -> list[float]:
    if not paths:
        await asyncio.sleep(SECONDS)
        return []
    command = [sys.executable, "-m", "tests.tui.door.load", str(port), str(SECONDS), *paths]
    phones = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    out, _ = await phones.communicate()
    taken: list[float] = json.loads(out)
    return taken


def percentile(taken: list[float], percent: int) -> float:
    """Give a percentile from 1 to 99."""
    return quantiles(taken, n=100)[percent - 1]
