"""A room with a door that listens on the loopback address."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore
from tests.tui.door.phone import Phone, path_of
from tui.door.address import LOOPBACK
from tui.doorway import Doorway

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from sessions.room import Room
    from tui.door.door import Door
    from tui.phones import Phones

THEMES = ("Rapport og overlapp", "Måltider", "Pårørende", "Nye kolleger")


@dataclass(slots=True)
class Hall:
    """What a test of the door needs: the room, the door, a phone, and what the wall was told."""

    room: Room
    door: Door
    phone: Phone
    told: list[Phones] = field(default_factory=list)

    @property
    def way(self) -> str:
        """The path of the code on the wall."""
        return path_of(self.door.url())

    def seat(self, table: int) -> str:
        return f"{self.way}/{self.door.keys.seat(table)}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TinyStore]:
    opened = TinyStore(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def room(store: TinyStore, tmp_path: Path) -> Room:
    tables = [{"number": place, "theme": theme} for place, theme in enumerate(THEMES, start=1)]
    data = {"title": "Brukerkunnskap", "purpose": "Hvordan får vi vite hva brukerne trenger?", "tables": tables}
    return Desk(store, SteadyClock(), MinutesFolder(tmp_path)).keep(session_of(plan_of(data, date(2026, 11, 24)), "nb"))


@asynccontextmanager
async def opened(room: Room) -> AsyncIterator[Hall]:
    """Open the room's door, and close it."""
    told: list[Phones] = []
    ready = asyncio.Event()

    def tell(phones: Phones) -> None:
        told.append(phones)
        ready.set()

    async with Doorway(lambda: [LOOPBACK], LOOPBACK) as doorway:
        doorway.open(room, tell)
        async with asyncio.timeout(10):
            await ready.wait()
        assert doorway.door is not None
        yield Hall(room, doorway.door, Phone(room.session.entry.port), told)


@pytest.fixture
async def hall(room: Room) -> AsyncIterator[Hall]:
    async with opened(room) as hall:
        yield hall
