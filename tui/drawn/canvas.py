"""A canvas of square dots: two dots to a cell, one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Dot = tuple[int, int]

CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def drawn(dots: Iterable[Dot], width: int, height: int) -> str:
    """Give dots, as (column, row) from the upper left, as lines of half blocks.

    `width` and `height` are in dots; the text has `width` columns and half of `height` lines, rounded up.
    """
    on = set(dots)
    lines = []
    for top in range(0, height, 2):
        cells = (CELLS[(column, top) in on, (column, top + 1) in on] for column in range(width))
        lines.append("".join(cells).rstrip())
    return "\n".join(lines)
