"""The doorway: opens a door for the room that is being run, and closes it when the program leaves."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sessions.room import Room
    from tui.door.door import Door
    from tui.phones import Phones

    Told = Callable[[Phones], None]

LOOK_AGAIN = 5.0  # seconds between two looks at the laptop's addresses
TURN = 0.0005  # seconds that the thread which writes to the disk waits for its turn while the wall is drawn: Python's
# own 5 ms, three times over, would be most of what a phone waits for its receipt


class Doorway:
    """Use it around the app: `async with`. What serves phones is loaded when the first door opens, not before."""

    def __init__(self, addresses: Callable[[], Sequence[str]] | None = None, host: str = "0.0.0.0") -> None:  # noqa: S104  # phones come from the room's network
        """`addresses` gives those that phones may reach, the best first; without it the laptop is asked."""
        self._addresses = addresses
        self._host = host
        self._task: asyncio.Task[None] | None = None
        self._leave = asyncio.Event()
        self.door: Door | None = None

    async def __aenter__(self) -> Self:
        """Wait for a room."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the door."""
        await self.close()

    def open(self, room: Room, told: Told) -> None:
        """Open a door for the room, soon; `told` is called with what the wall should know, whenever that changes."""
        if not (room.session.finished or room.session.erased):
            self._task = asyncio.create_task(self._open(room, told))

    async def close(self) -> None:
        """Let all phones go, and come back when nothing listens any more."""
        self._leave.set()
        if self._task:
            await self._task

    def next_address(self) -> None:
        """Let the code lead to the laptop's next address."""
        if self.door:
            self.door.next_address()

    def answer(self, *, yes: bool) -> None:
        """Tell the phone that asks what the facilitator says."""
        if self.door:
            self.door.answer(yes=yes)

    async def _open(self, room: Room, told: Told) -> None:
        address, server, routes, streams, door_of = await asyncio.to_thread(_loaded)
        sys.setswitchinterval(TURN)
        found = self._addresses or address.addresses
        try:
            listener = address.listen(room.session.entry.port or address.FIRST_PORT, self._host)
        except OSError:  # no port at all: everything can still be typed at the laptop
            return
        port = listener.getsockname()[1]
        door = self.door = door_of.Door(room, port, found())
        listening = streams.Streams(door)
        app = routes.Routes(door, listening).app(
            lambda: {f"{name}:{port}" for name in (*door.addresses, address.LOOPBACK, "localhost")}
        )
        door.listen(lambda: told(door.phones))
        async with server.serving(app, listener):
            told(door.phones)
            sending = asyncio.create_task(listening.run())
            while not self._leave.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._leave.wait(), LOOK_AGAIN)
                door.found_addresses(found())
                told(door.phones)
            door.close()
            await sending


def _loaded() -> tuple[Any, ...]:
    """Load what serves phones; it takes a while, and is done beside the event loop."""
    import anyio

    anyio.run(anyio.sleep, 0)  # which loads what anyio else loads in the event loop, when the first phone comes
    names = ("address", "server", "routes", "streams", "door")
    return tuple(import_module(f"tui.door.{name}") for name in names)
