"""Phones in a program of their own: each holds an event stream and writes every two seconds, beginning when it likes.

At even steps from one another they would keep time with the program's own beat, and each run would be one of luck.

Run as `python -m tests.tui.door.load PORT SECONDS PATH...`, a path for each phone; prints the milliseconds that each
note took until its receipt.
"""

from __future__ import annotations

import asyncio
import json
import sys
from itertools import count
from random import Random
from time import perf_counter

EVERY = 2.0  # seconds between two notes from a phone
TEXT = "Dagslys på stua gjør at flere sitter der om ettermiddagen, og da er det lettere å komme i prat."


async def listen(port: int, path: str) -> None:
    """Hold an event stream, and read what comes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path}/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    while await reader.read(65536):
        pass


async def write(port: int, path: str, phone: str, wait: float, until: float) -> list[float]:
    """Write notes over one connection, and give what each receipt took."""
    await asyncio.sleep(wait)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    taken = []
    for number in count():
        begun = perf_counter()
        if begun > until:
            break
        body = json.dumps({"id": f"{phone}-{number:06}", "text": f"{TEXT} {number}", "round": 1}).encode()
        head = f"POST {path}/notes HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode().casefold()
        assert answer.startswith("http/1.1 200"), answer
        taken.append(perf_counter() - begun)
        length = answer.partition("content-length: ")[2].partition("\r\n")[0]
        await reader.readexactly(int(length))
        await asyncio.sleep(max(0.0, begun + EVERY - perf_counter()))
    writer.close()
    return taken


async def main(port: int, seconds: float, paths: list[str]) -> list[float]:
    """Let all phones write for so long."""
    streams = [asyncio.create_task(listen(port, path)) for path in paths]
    until = perf_counter() + seconds
    begins = Random(len(paths))
    phones = [
        write(port, path, f"phone-{place:04}", begins.uniform(0, EVERY), until) for place, path in enumerate(paths)
    ]
    taken = [one for each in await asyncio.gather(*phones) for one in each]
    for stream in streams:
        stream.cancel()
    return taken


if __name__ == "__main__":
    print(json.dumps([1000 * one for one in asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))]))
