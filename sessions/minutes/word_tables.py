"""Tables as a word processor's text is turned into by pandoc: two columns, the label and what is answered.

They are drawn with lines (+---+ around each row, or dashes over and under) and are no Markdown to anybody else. Each
row becomes a list item again, on as many lines, so that every line keeps its number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.minutes.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GRID = re.compile(r"\s*\+[-=:]+\+[-=:]+\+\s*$")
_DASHES = re.compile(r"\s*-{3,}[ -]*$")
_COLUMNS = re.compile(r"(\s*)(-{3,})( +)(-{3,})\s*$")
_LONGEST = 400  # lines: a table that is longer is no form that somebody has filled in


def as_lists(lines: Sequence[str]) -> list[str]:
    """Give the lines with the rows of such tables as list items; all else as it is."""
    written = list(lines)
    at = 0
    while at < len(lines):
        end = _end_of_grid(lines, at) or _end_of_dashes(lines, at)
        if end:
            written[at:end] = _rewritten(lines[at:end])
        at = end or at + 1
    return written


def _rewritten(table: Sequence[str]) -> list[str]:
    """Write a table as a list, with nothing where its lines were drawn; one that has no label in it stays as it is."""
    written = ["" if _is_drawn(line) else line for line in table]
    for start, row, split in _rows(table):
        written[start : start + len(row)] = _as_item(row, split)
    return written if any(line.startswith("- ") for line in written) else list(table)


def _end_of_grid(lines: Sequence[str], at: int) -> int:
    if not _GRID.match(lines[at]):
        return 0
    end = at
    while end < len(lines) and end - at < _LONGEST and lines[end].lstrip().startswith(("+", "|")):
        end += 1
    return end


def _end_of_dashes(lines: Sequence[str], at: int) -> int:
    """Give the end of a table that begins with dashes, at the last line of dashes that belongs to it."""
    if not _DASHES.match(lines[at]) or (at and lines[at - 1].strip()):
        return 0
    indent = len(lines[at]) - len(lines[at].lstrip())
    drawn = [at]
    for place in range(at + 1, min(len(lines), at + _LONGEST)):
        line = lines[place]
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            break
        if _DASHES.match(line):
            drawn.append(place)
            if not line.strip() or place + 1 == len(lines) or not lines[place + 1].strip():
                break
    has_columns = any(_COLUMNS.match(lines[place]) for place in drawn)
    return drawn[-1] + 1 if has_columns and len(drawn) > 1 else 0


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str], tuple[int, int, int]]]:
    """Give each row with the line it begins on, where its two columns begin, and how wide the second is."""
    grid = bool(_GRID.match(lines[0]))
    split = _split(lines, grid=grid)
    loose = grid or any(not line.strip() for line in lines)
    row: list[str] = []
    for place, line in enumerate([*lines, ""]):
        ends = _is_drawn(line) or (not grid and not line.strip())
        if row and (ends or (not loose and line[: split[1]].strip())):
            yield place - len(row), row, split
            row = []
        if not ends:
            row.append(line)


def _split(lines: Sequence[str], *, grid: bool) -> tuple[int, int, int]:
    """Give where the two columns begin, and how many characters the second has room for."""
    if grid:
        first = lines[0]
        start = first.index("+")
        second = first.index("+", start + 1)
        return start + 1, second + 1, len(first.rstrip()) - second - 4
    found = next(match for match in map(_COLUMNS.match, lines) if match)
    return found.start(2), found.start(4), len(found[4])


def _as_item(row: list[str], split: tuple[int, int, int]) -> list[str]:
    """Write a row as a list item, if its first cell is one of the labels."""
    left = " ".join(line[split[0] : split[1] - 1].strip(" |") for line in row).strip()
    label = label_of(left)
    if label is None or label.rest:
        return row
    right = _unwrapped([line[split[1] :].strip(" |") for line in row], split[2])
    return [f"- {left.rstrip(' :*')}: {right[0]}", *(f"  {text}" if text else "" for text in right[1:])]


def _unwrapped(cell: list[str], width: int) -> list[str]:
    """Give a cell of so many columns with its paragraphs unwrapped; what becomes free of its lines is left empty."""
    written: list[str] = []
    free = 0
    for place, line in enumerate(cell):
        before = cell[place - 1] if place else ""
        wrapped = len(before) + 1 + len(line.split(" ", 1)[0]) > width and not before.endswith("\\")
        if before and line and wrapped:
            written[-1] += f" {line}"
            free += 1
        elif before and line:
            written[-1] = written[-1].rstrip("\\") + "\\"
            written.append(line)
        else:
            written += [""] * free + [line]
            free = 0
    return written + [""] * free


def _is_drawn(line: str) -> bool:
    return bool(_GRID.match(line) or _DASHES.match(line))
