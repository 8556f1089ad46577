"""Sheets: tables as spreadsheets write them, in whatever country they are set to, and tables written as plain CSV."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.notes import one_line
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LARGEST = 2**20  # bytes: far more than a table that a person made
_DELIMITERS = ",;\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_ACTS = "=+-@"  # a cell that begins with one of these is run as a formula (OWASP, CSV injection)
# Where a spreadsheet takes semicolons, what stands after one is a cell too, whatever quotes stand around all of it.
_ACTS_LATER = re.compile(rf';(?=[\s"]*[{re.escape(_ACTS)}])')


class SheetError(TroubleError):
    """A table that cannot be read; the sentence names the line where there is one, and the way out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and the line of the file on which it begins, from 1."""

    line: int
    cells: tuple[str, ...]


def read_sheet(path: Path) -> tuple[Row, ...]:
    """Read the rows that have something in them; each cell as one line of text.

    Comma, semicolon or tab stands between the cells, whichever the first row has most of. UTF-8, UTF-16 and the Windows
    code page are read. Raises SheetError for a file that cannot be read, is empty, too large, or is no such table.
    """
    text = _decoded(path)
    lines = text.splitlines(keepends=True)
    named = re.fullmatch(r"sep=(.)\s*", lines[0]) if lines else None  # what Excel may begin a table with
    first = next((line for line in lines if line.strip()), "")
    delimiter = named[1] if named else max(_DELIMITERS, key=first.count)
    rows = tuple(_rows(path, text, delimiter))[1 if named else 0 :]
    if not rows:
        raise SheetError("sheet.empty", path=path)
    return rows


def sheet(rows: Iterable[Sequence[object]]) -> str:
    """Write rows as CSV (RFC 4180, commas) in which no text is run as a formula by the program that opens it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """Give a text on one line that no spreadsheet runs: an apostrophe stands before what would begin a formula."""
    line = _ACTS_LATER.sub(";'", one_line(cell))
    return f"'{line}" if line.startswith(tuple(_ACTS)) else line


def bare(cell: str) -> str:
    """Give a cell without the apostrophe that `harmless` put before it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple(_ACTS) else cell


def _rows(path: Path, text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            whole = tuple(one_line(cell) for cell in cells)
            if any(whole):
                yield Row(line, whole)
            line = reader.line_num + 1
    except csv.Error as error:
        raise SheetError("sheet.syntax", path=path, line=line) from error


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a ValueError is a name that no file can have
        raise SheetError("sheet.missing", path=path, reason=getattr(error, "strerror", "") or error) from error
    if len(raw) > LARGEST:
        raise SheetError("sheet.large", path=path)
    encodings = ("utf-16",) if raw.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    raise SheetError("sheet.no_text", path=path)
