"""What can still be picked out of a snapshot that is no longer JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessions.storage.steps import Tables

_NAME = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
# Tables and documents follow an opening brace, an earlier sibling, or a line end; fields of a document follow a comma.
_NAMED = re.compile(rf"(?:\{{|\}}\s*,|\n)\s*({_NAME})\s*:\s*\{{")
_DOCUMENT = re.compile(rf"\s*{_NAME}\s*:\s*\{{")
_FIELD = re.compile(rf'\s*{_NAME}\s*:\s*["\d\-tfn\[]')
_CLOSING = re.compile(r"\s*\}")

_decoder = json.JSONDecoder(strict=False)


def salvage(text: str) -> Tables:
    """Every table that is whole, and every whole document of the others.

    A document of which it cannot be told to which table it belongs is left out.
    """
    tables: Tables = {}
    broken_table: str | None = None
    position = 0
    while found := _NAMED.search(text, position):
        name = _decoder.decode(found[1])
        inside = found.end()
        try:
            value, position = _decoder.raw_decode(text, inside - 1)
        except ValueError:
            position = inside - 1
            broken_table = name if _opens_table(text, inside) else broken_table
            continue
        is_table = all(isinstance(document, dict) for document in value.values())
        if is_table and (value or broken_table is None or _starts_a_line(text, inside)):
            tables[name] = value
            broken_table = None
        elif broken_table is not None:
            tables.setdefault(broken_table, {})[name] = value
            if _CLOSING.match(text, position):
                broken_table = None
    return tables


def _opens_table(text: str, inside: int) -> bool:
    if _FIELD.match(text, inside):
        return False
    return _starts_a_line(text, inside) or _DOCUMENT.match(text, inside) is not None


def _starts_a_line(text: str, inside: int) -> bool:
    """Tell whether a line ends here: a snapshot ends one after the brace of a table, and none within a document."""
    return text.startswith("\n", inside)
