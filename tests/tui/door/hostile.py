"""Those who mean harm, in a program of their own: run as `python -m tests.tui.door.hostile PORT SECONDS PATH`.

A thousand connections that send their head a letter at a time, bodies of ten megabytes, bytes that are no UTF-8, and
JSON a hundred thousand brackets deep, all at once and again and again.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from contextlib import suppress
from itertools import cycle

SLOW, AT_ONCE = 1000, 8  # connections with slow heads, and senders of bad bodies
HEAD = b"GET /x HTTP/1.1\r\nHost: kafe.lan\r\nX-Slow: "
BODIES = (b"x" * 10_000_000, b'{"text": "\xff\xfe\xc3\x28"}', b"[" * 100_000 + b"]" * 100_000)


async def slow(port: int) -> None:
    """Open a connection and send its head a letter at a time; begin anew when it is dropped."""
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            for letter in HEAD:
                writer.write(bytes([letter]))
                await writer.drain()
                await asyncio.sleep(1)
            writer.close()
        await asyncio.sleep(0.5)


async def large(port: int, path: str) -> None:
    """Send one bad body after the other."""
    for body in cycle(BODIES):
        with suppress(OSError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            head = f"POST {path}/notes HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            await writer.drain()
            await reader.read(1024)
            writer.close()
        await asyncio.sleep(0.05)


async def main(port: int, seconds: float, path: str) -> None:
    """Do all of it for so long."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    tasks = [asyncio.create_task(slow(port)) for _ in range(SLOW)]
    tasks += [asyncio.create_task(large(port, path)) for _ in range(AT_ONCE)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]))
