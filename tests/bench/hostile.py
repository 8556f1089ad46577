"""What those who mean harm cost the wall: a key until the repaint, with them and without."""

from __future__ import annotations

import asyncio
import sys
from statistics import median

from tests.bench.door import ROOT, SECONDS, TURNS, percentile, round_on_the_wall
from tests.bench.row import Row
from tests.tui.door.wall import pressed_keys

COMING = 2.0  # seconds until a thousand have come


def measure() -> list[Row]:
    """Press keys on the wall alone, and while they do their worst, in turns."""
    pairs = [
        [percentile(asyncio.run(_pressed(hostile=hostile)), 95) for hostile in (True, False)] for _ in range(TURNS)
    ]
    under, alone = (median(pair[side] for pair in pairs) for side in (0, 1))
    ratio, told = median(cost / base for cost, base in pairs), f"{under:.1f} ms to {alone:.1f} ms"
    return [Row("key to repaint under a thousand hostile connections, to none, p95", ratio, 2.0, told)]


async def _pressed(*, hostile: bool) -> list[float]:
    """Give what keys took until the wall was drawn anew, in ms."""
    async with round_on_the_wall(tables=1) as seen:
        path = f"/{seen.door.keys.door}/{seen.door.keys.seat(1)}"
        seconds = str(SECONDS + 2 * COMING)
        command = [sys.executable, "-m", "tests.tui.door.hostile", str(seen.phone.port), seconds, path]
        worst = await asyncio.create_subprocess_exec(*command, cwd=ROOT) if hostile else None
        await asyncio.sleep(COMING)
        taken = await pressed_keys(seen, SECONDS)
        if worst:
            worst.terminate()
            await worst.wait()
    return taken
