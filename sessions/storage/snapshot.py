"""The snapshot: one file with all tables, in TinyDB's own JSON format, so that stock TinyDB can open it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from io import BufferedWriter
from typing import TYPE_CHECKING

from sessions.storage.disk import open_private, sync
from sessions.storage.salvage import salvage
from sessions.storage.steps import RESERVED, as_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sessions.storage.steps import Document, Tables

_ABOUT = "1"


@dataclass(slots=True)
class Snapshot:
    """What a snapshot file says.

    `generation` is None where the file does not say it. `damage` is all that stood in a file that could not be read
    as a whole; `tables` then has what could be picked out. `size` is in bytes.
    """

    tables: Tables = field(default_factory=dict)
    generation: int | None = 0
    size: int = 0
    damage: bytes | None = None


def read_snapshot(path: Path) -> Snapshot:
    """Read the file; a missing or empty one is a snapshot without tables, of generation 0. Raises OSError."""
    with suppress(FileNotFoundError):
        _draft(path).unlink()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Snapshot()
    if not raw.strip():
        return Snapshot()
    data, is_whole = _data_in(raw)
    about = data.pop(RESERVED, {}).get(_ABOUT, {})
    generation = about.get("generation")
    return Snapshot(
        tables=data,
        generation=generation if isinstance(generation, int) else None,
        size=len(raw),
        damage=None if is_whole else raw,
    )


def write_snapshot(path: Path, tables: Mapping[str, Mapping[str, Document]], generation: int) -> int:
    """Put a new snapshot in the place of the old one, and give its size in bytes.

    The new one is on the disk before it takes the name; the folder is not synced. Raises OSError; then the old one
    is there as it was.
    """
    draft = _draft(path)
    try:
        with BufferedWriter(open_private(draft, "wb")) as file:
            for piece in _pieces(tables, generation):
                file.write(piece.encode("ascii"))
            file.flush()
            sync(file)
            size = file.tell()
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return size


def _draft(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _pieces(tables: Mapping[str, Mapping[str, Document]], generation: int) -> Iterator[str]:
    """One document a line: a damaged file is easier to mend, and no step holds up other threads for long."""
    yield f"{{{as_json(RESERVED)}: {as_json({_ABOUT: {'generation': generation}})}"
    for table, documents in tables.items():
        yield f",\n{as_json(table)}: {{\n"
        separator = ""
        for key, document in documents.items():
            yield f"{separator}{as_json(key)}: {as_json(document)}"
            separator = ",\n"
        yield "}"
    yield "}\n"


def _data_in(raw: bytes) -> tuple[Tables, bool]:
    try:
        data = json.loads(raw)
    except ValueError:
        return salvage(raw.decode("utf-8", "replace")), False
    well_formed = _well_formed(data)
    return well_formed, well_formed == data


def _well_formed(data: object) -> Tables:
    tables = data if isinstance(data, dict) else {}
    return {
        name: {key: document for key, document in documents.items() if isinstance(document, dict)}
        for name, documents in tables.items()
        if isinstance(documents, dict)
    }
