"""Whether this laptop is ready for a room: what can be read from how far away, colours, letters, disk and clock."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.screens.small import LEAST_HEIGHT, LEAST_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sessions.texts import Texts

READABLE = 200  # a line of text is read from as far away as this many times its height
TALL = 2  # a terminal's cell is about twice as high as it is wide
FAR = 8  # metres to the back row of a room for forty
SLOW = 200  # milliseconds for one write to disk, above which a receipt is felt to be late
LITTLE = 200 * 2**20  # bytes free below which a café may not have room


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is good, and a sentence that says so or says what to do."""

    good: bool
    sentence: str


def checked(words: Texts, folder: Path, wall: float) -> list[Finding]:
    """Look at the laptop. `folder` is where data is kept, `wall` how wide the picture on the wall is, in metres."""
    size = shutil.get_terminal_size()
    return [
        *_size(words, size.columns, size.lines, wall),
        _colours(words),
        _letters(words),
        _disk(words, folder),
        _clock(words),
    ]


def reach(columns: int, wall: float) -> float:
    """Give from how many metres a line is read, when `columns` of text fill a picture `wall` metres wide."""
    return READABLE * TALL * wall / columns


def columns_for(metres: float, wall: float) -> int:
    """Give how many columns a line may have to be read from so many metres."""
    return int(READABLE * TALL * wall / metres)


def _size(words: Texts, columns: int, lines: int, wall: float) -> Iterator[Finding]:
    fits = columns >= LEAST_WIDTH and lines >= LEAST_HEIGHT
    told = words("check.size", width=columns, height=lines)
    if not fits:
        told += " " + words("check.size_small", least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
    yield Finding(fits, told)
    metres = reach(columns, wall)
    told = words("check.distance", wall=f"{wall:g}", metres=f"{metres:.1f}")
    wanted = max(columns_for(FAR, wall), LEAST_WIDTH)
    if columns > wanted:
        told += " " + words("check.distance_more", columns=wanted, metres=f"{reach(wanted, wall):.0f}")
    yield Finding(True, told)


def _colours(words: Texts) -> Finding:
    from rich.console import Console

    names = {"truecolor": "16 777 216", "256": "256", "standard": "16", "windows": "16"}
    system = Console().color_system or os.environ.get("COLORTERM", "")
    good = system in {"truecolor", "256"}
    return Finding(good, words("check.colours" if good else "check.colours_few", colours=names.get(system, "?")))


def _letters(words: Texts) -> Finding:
    encoding = (sys.stdout.encoding or "?").casefold().replace("-", "")
    good = encoding == "utf8"
    return Finding(good, words("check.utf8" if good else "check.utf8_missing", encoding=sys.stdout.encoding))


def _disk(words: Texts, folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        milliseconds = statistics.median(_writes(folder))
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding(False, words("check.disk_error", path=folder, reason=error.strerror or error))
    if free < LITTLE:
        return Finding(False, words("check.disk_full", free=free // 2**20))
    told = words("check.disk", milliseconds=f"{milliseconds:.1f}", free=free // 2**30)
    return Finding(milliseconds < SLOW, told)


def _writes(folder: Path) -> list[float]:
    """Write a few small notes to the disk, and give the milliseconds each took."""
    taken = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(5):
            begun = time.perf_counter()
            file.write(b"a note of no more than this")
            file.flush()
            os.fsync(file.fileno())
            taken.append((time.perf_counter() - begun) * 1000)
    return taken


def _clock(words: Texts) -> Finding:
    """Say whether the clock goes on while the laptop sleeps, as `sessions.clock.steady` has it."""
    good = sys.platform in {"linux", "darwin", "win32"}
    return Finding(good, words("check.clock" if good else "check.clock_stops"))
