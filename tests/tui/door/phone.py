"""A phone without a browser: speaks HTTP over a socket, byte by byte where a test needs that."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATIENCE = 15.0  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401  # whatever it says
        return json.loads(self.body)


@dataclass(slots=True)
class Phone:
    """Asks a door that listens on the loopback address; `host` is what it calls it."""

    port: int
    host: str = ""

    async def get(self, path: str, **headers: str) -> Answer:
        return await self.ask("GET", path, b"", **headers)

    async def post(self, path: str, data: dict[str, Any] | None = None, *, form: bool = False) -> Answer:
        body = urlencode(data or {}).encode() if form else json.dumps(data or {}).encode()
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        return await self.ask("POST", path, body, **{"Content-Type": kind})

    async def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        lines = {"Host": self.host or f"127.0.0.1:{self.port}", "Connection": "close", **headers}
        if body and "Content-Length" not in headers:
            lines["Content-Length"] = str(len(body))
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return await self.raw(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)

    async def raw(self, sent: bytes) -> Answer:
        """Send bytes as they are, and read until the other side closes."""
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                writer.write(sent)
                return parsed(await reader.read())
            finally:
                writer.close()

    async def status(self, sent: bytes) -> int:
        """Send bytes as they are, and hang up when the head of the answer has come; 0 when none came."""
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                writer.write(sent)
                return parsed(await reader.readline()).status
            finally:
                writer.close()

    @asynccontextmanager
    async def listening(self, path: str) -> AsyncIterator[Events]:
        """Open an event stream."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        await reader.readuntil(b"\r\n\r\n")
        try:
            yield Events(reader)
        finally:
            writer.close()


@dataclass(slots=True)
class Events:
    """The events of one stream, in order."""

    reader: asyncio.StreamReader

    async def next(self, name: str) -> Any:  # noqa: ANN401  # whatever it says
        """Give the data of the next event of this name."""
        async with asyncio.timeout(PATIENCE):
            while True:
                line = (await self.reader.readline()).decode()
                if not line:
                    raise EOFError
                if line == f"event: {name}\n":
                    return json.loads((await self.reader.readline()).decode().removeprefix("data: "))


def parsed(raw: bytes) -> Answer:
    """Read an answer off its bytes; status 0 when there was none."""
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.casefold(): value for name, _, value in (line.partition(": ") for line in rest)}
    if headers.get("transfer-encoding") == "chunked":
        body = _unchunked(body)
    return Answer(int(first.split(" ")[1]) if " " in first else 0, headers, body)


def _unchunked(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        whole, body = whole + body[: int(size, 16)], body[int(size, 16) + 2 :]
    return whole


def path_of(url: str) -> str:
    """Give the path that a code on the wall leads to."""
    return urlsplit(url).path
