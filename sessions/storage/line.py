"""One line of the journal: a checksum, a length, and the transaction with its place in the order."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from sessions.storage.steps import Step

_HEADER = re.compile(rb"([0-9a-f]{8}) ([0-9]{1,12}) ")


@dataclass(frozen=True, slots=True)
class Line:
    """A transaction that could be read. `sequence` counts from 1 within its `generation`."""

    generation: int
    sequence: int
    steps: list[Step]


@dataclass(slots=True)
class Reading:
    """What the bytes of a journal say. `end` is where the last whole line ends; what follows was torn off."""

    lines: list[Line] = field(default_factory=list)
    unreadable: list[bytes] = field(default_factory=list)
    end: int = 0


def line_of(generation: int, sequence: int, transaction: str) -> bytes:
    """Give the transaction as a line, with its line end."""
    body = f"[{generation},{sequence},{transaction}]".encode("ascii")
    return b"%08x %d %s\n" % (crc32(body), len(body), body)


def read_lines(raw: bytes) -> Reading:
    """Read every line that can be read.

    The length tells where a line ends, so that a damaged line end costs nothing; after a damaged line the next line
    end tells where to go on. What stands after the last line end and is no whole line was torn off while written.
    """
    reading = Reading()
    while reading.end < len(raw):
        line, end = _line_at(raw, reading.end)
        if line is not None:
            reading.lines.append(line)
        else:
            end = raw.find(b"\n", reading.end) + 1
            if not end:
                break
            if piece := raw[reading.end : end].strip():
                reading.unreadable.append(piece)
        reading.end = end
    return reading


def _line_at(raw: bytes, start: int) -> tuple[Line | None, int]:
    header = _HEADER.match(raw, start)
    if header is None:
        return None, start
    end = header.end() + int(header[2])
    body = raw[header.end() : end]
    if end >= len(raw) or crc32(body) != int(header[1], 16):
        return None, start
    generation, sequence, steps = json.loads(body)
    return Line(generation, sequence, steps), end + 1
