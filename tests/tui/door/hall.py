"""A room with a door that listens on the loopback address."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.tui.door.phone import Phone, path_of
from tui.door.address import LOOPBACK
from tui.doorway import Doorway

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sessions.room import Room
    from tui.door.door import Door
    from tui.phones import Phones

OPENING = 60.0  # seconds; a busy machine loads what serves phones slowly
PATIENCE = 30.0  # seconds; and comes to a state slowly


@dataclass(slots=True)
class Hall:
    """What a test of the door needs: the room, the door, a phone, and what the wall was told."""

    room: Room
    door: Door
    phone: Phone
    told: list[Phones] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; looked at whenever the wall is told something."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self.news.clear()
                await self.news.wait()

    @property
    def way(self) -> str:
        """The path of the code on the wall."""
        return path_of(self.door.url())

    @property
    def wall(self) -> Phones:
        """What the wall was told last."""
        return self.told[-1]

    @property
    def form(self) -> str:
        """The path of the evaluation's form."""
        return path_of(self.wall.form)

    def seat(self, table: int) -> str:
        return f"{self.way}/{self.door.keys.seat(table)}"


@asynccontextmanager
async def opened(room: Room, name: str = LOOPBACK) -> AsyncIterator[Hall]:
    """Open the room's door under a name, and close it."""
    told: list[Phones] = []
    news = asyncio.Event()

    def tell(phones: Phones) -> None:
        told.append(phones)
        news.set()

    async with Doorway(lambda: [name], LOOPBACK) as doorway:
        doorway.open(room, tell)
        async with asyncio.timeout(OPENING):
            await news.wait()
        assert doorway.door is not None
        port = room.session.entry.port
        yield Hall(room, doorway.door, Phone(port, f"{name}:{port}"), told, news)
