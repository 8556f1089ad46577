"""The wall with its door open, how fast it answers to a key, and a picture of it."""

from __future__ import annotations

import asyncio
import io
import re
from contextlib import asynccontextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PIL import Image

from tests.tui.door.phone import Phone
from tui.app import CafeApp
from tui.door.address import LOOPBACK
from tui.doorway import Doorway

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from playwright.async_api import Browser
    from textual.pilot import Pilot

    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.session import Session
    from tui.door.door import Door

CELL = 12.2  # picture points that a column takes in Textual's pictures
KEY_EVERY = 0.05  # seconds between two keys


class Wall:
    """The app as it runs, the door it has opened, and a phone."""

    def __init__(self, app: CafeApp, pilot: Pilot[None], door: Door) -> None:
        self.app = app
        self.pilot = pilot
        self.door = door
        self.phone = Phone(door.room.session.entry.port)

    async def shows(self, selector: str) -> str:
        """Give what a widget of the screen shows, once all that waits has been drawn."""
        await self.pilot.pause()
        widget = self.app.screen.query_one(selector)
        lines = [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
        return "\n".join(lines).rstrip().replace("\u00a0", " ")


@asynccontextmanager
async def wall(
    desk: Desk, room: Room, size: tuple[int, int], addresses: Sequence[str] = (LOOPBACK,)
) -> AsyncIterator[Wall]:
    """Run the app over a room with the door open."""
    async with Doorway(lambda: addresses, LOOPBACK) as doorway:
        app = CafeApp(desk, lambda: room, "nb", room, doorway=doorway)
        async with app.run_test(size=size) as pilot:
            while app.phones is None:
                await pilot.pause(0.02)
            assert doorway.door is not None
            yield Wall(app, pilot, doorway.door)


async def pressed_keys(seen: Wall, seconds: float) -> list[float]:
    """Pause and go on, again and again, and give what each key took until the screen was drawn anew, in ms."""
    taken: list[float] = []
    begun, pressing = 0.0, True
    drawn = asyncio.Event()
    running = seen.door.room.session.timer.running

    def told(session: Session) -> None:
        nonlocal running
        if pressing and session.timer.running is not running:
            running = session.timer.running
            seen.app.screen.call_after_refresh(shown)

    def shown() -> None:
        taken.append(1000 * (perf_counter() - begun))
        drawn.set()

    seen.door.room.listen(told)
    until = perf_counter() + seconds
    while perf_counter() < until:
        drawn.clear()
        begun = perf_counter()
        seen.app.simulate_key("space")
        await drawn.wait()
        await asyncio.sleep(KEY_EVERY)
    pressing = False  # the room tells on, and the next keys are not these
    return taken


async def picture(app: CafeApp, browser: Browser) -> Image.Image:
    """Give the screen as people see it, one picture point to a point."""
    svg = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(), flags=re.DOTALL)
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    width, height = (int(float(side)) + 1 for side in found.groups())
    page = await browser.new_page(viewport={"width": width, "height": height})
    await page.set_content(f'<body style="margin:0"><div style="width:{width}px">{svg}</div>')
    png = await page.screenshot()
    await page.close()
    return Image.open(io.BytesIO(png)).convert("RGB")
