"""The server: uvicorn in the app's own event loop, with limits for those who are slow or mean harm."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Iterator

    from starlette.types import ASGIApp

HEADER_SECONDS = 8.0  # for the head of a request to come
LARGEST_HEAD = 8 * 1024  # bytes
MOST_CONNECTIONS = 700  # two hundred phones with a stream and two requests each, and some to spare
_FILES = MOST_CONNECTIONS + 300  # descriptors: connections, and what the program itself has open
_SILENT = 60  # a level above all that logging has: nothing about a phone is written down


class Protocol(H11Protocol):
    """HTTP for one connection; one that does not ask for anything is dropped after a time, or when room is needed."""

    def __init__(self, *args: Any, idle: dict[Protocol, asyncio.TimerHandle], **keywords: Any) -> None:  # noqa: ANN401  # uvicorn's
        """`idle` are the server's connections that have not asked for anything yet, the oldest first."""
        super().__init__(*args, **keywords)
        self._idle = idle

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the head of the first request."""
        super().connection_made(transport)  # type: ignore[arg-type]  # uvicorn's is narrower than asyncio's
        self._await_head()
        if len(self.connections) > MOST_CONNECTIONS:
            next(iter(self._idle)).drop()

    def data_received(self, data: bytes) -> None:
        """Read on, and see whether the head is whole."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._await_head()
        else:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def drop(self) -> None:
        """End the connection at once."""
        self._stop_waiting()
        self.transport.abort()

    def _await_head(self) -> None:
        if self not in self._idle and not self.transport.is_closing():
            self._idle[self] = self.loop.call_later(HEADER_SECONDS, self.drop)

    def _stop_waiting(self) -> None:
        if timer := self._idle.pop(self, None):
            timer.cancel()


class _Server(uvicorn.Server):
    """uvicorn, which leaves signals to the app."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them as they are."""
        yield


@asynccontextmanager
async def serving(app: ASGIApp, listener: socket.socket) -> AsyncIterator[None]:
    """Serve `app` on a socket that listens, until the block is left; then let go of all who are connected."""
    _allow_files()
    protocol: Any = partial(Protocol, idle={})
    server = _Server(
        uvicorn.Config(
            app,
            http=protocol,
            ws="none",
            lifespan="off",
            interface="asgi3",
            loop="none",
            log_config=None,
            log_level=_SILENT,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=LARGEST_HEAD,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=1,
        )
    )
    running = asyncio.create_task(server.serve([listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await running


def _allow_files() -> None:
    """Ask the system for as many descriptors as a full room needs; some start a program with 256."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(OSError, ValueError):
            if soft < _FILES:
                resource.setrlimit(resource.RLIMIT_NOFILE, (min(_FILES, hard) if hard > 0 else _FILES, hard))
