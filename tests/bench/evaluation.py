"""What forty phones that answer within a minute cost the wall: a key until the repaint, with them and without."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore
from tests.bench.door import ROOT, percentile
from tests.bench.minutes import cafe
from tests.bench.row import Row
from tests.tui.door.wall import pressed_keys, wall
from tests.tui.stage import to_evaluation

if TYPE_CHECKING:
    from sessions.room import Room

PHONES, SECONDS = 40, 45.0
EARLIER, NOTES = 10, 300  # the cafés that the data folder has already, and the notes of each


def measure() -> list[Row]:
    """Press keys on the wall alone, with forty open pages that are still, and while they answer."""
    idle, still, busy, receipts = asyncio.run(_measured())
    base = percentile(idle, 99)
    rows = [
        _row(f"key to repaint while {PHONES} phones have the form open, to none, p99", still, base, float("inf")),
        _row(f"key to repaint while {PHONES} phones answer within a minute, to none, p99", busy, base, 2.0),
    ]
    told = f"median {percentile(receipts, 50):.2f} s, longest {max(receipts):.2f} s"
    return [*rows, Row("a form until its receipt, p95, in seconds", percentile(receipts, 95), float("inf"), told)]


def _row(what: str, taken: list[float], base: float, bar: float) -> Row:
    cost = percentile(taken, 99)
    return Row(what, cost / base, bar, f"{cost:.1f} ms to {base:.1f} ms")


async def _measured() -> tuple[list[float], list[float], list[float], list[float]]:
    """Give what keys took (ms) alone, beside still phones and beside busy ones; and what receipts took (s)."""
    with TemporaryDirectory() as folder, TinyStore(Path(folder) / "data") as store:
        room = _room(store, Path(folder))
        async with wall(Desk(store, SteadyClock(), MinutesFolder(Path(folder))), room, (120, 40)) as seen:
            idle = await pressed_keys(seen, SECONDS / 2)
            command = [sys.executable, "-m", "tests.tui.door.forms", seen.door.phones.form, str(PHONES), str(SECONDS)]
            pipe = asyncio.subprocess.PIPE
            phones = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
            assert phones.stdin is not None
            assert phones.stdout is not None
            await phones.stdout.readline()
            still = await pressed_keys(seen, SECONDS / 2)
            phones.stdin.write(b"go\n")
            busy, receipts = await asyncio.gather(pressed_keys(seen, SECONDS), phones.stdout.read())
            await phones.wait()
            idle += await pressed_keys(seen, SECONDS / 2)  # before and after, since a machine is not always as busy
            assert room.session.ballots.answered == PHONES
    return idle, still, busy, json.loads(receipts)


def _room(store: TinyStore, folder: Path) -> Room:
    """Open a café at its evaluation, over a data folder that has some cafés already."""
    desk = Desk(store, SteadyClock(), MinutesFolder(folder))
    for number in range(EARLIER):
        desk.keep(replace(cafe(NOTES, 10), id=f"earlier-{number}"))
    room = desk.keep(session_of(plan_of({"title": "Kafé", "present": PHONES}, date(2026, 11, 24)), "nb"))
    to_evaluation(room)
    return room
