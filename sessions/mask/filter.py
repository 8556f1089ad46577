"""The mask as a filter of lines, for those who want to see or measure the masking alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sessions.mask.engine import mask
from sessions.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def filter_lines(lines: Iterable[str]) -> Iterator[str]:
    """Mask notes that come as JSON lines, and give one JSON line for each, in the same order.

    In: `{"text": …, "participants": [{"name": …, "unit": …, "profession": …}, …]}`, all but the text optional. Out:
    `{"text": masked, "spans": [[start, end, kind, sure], …]}` with places in the text that came in. Empty lines are
    passed over. Raises ValueError with the number of a line that does not read so.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            text, people = _read(line, number)
            masked = mask(text, people, strangers=not people)
            spans = [[f.start, f.end, f.kind.value, f.sure] for f in masked.findings]
            yield json.dumps({"text": masked.text, "spans": spans}, ensure_ascii=False)


def _read(line: str, number: int) -> tuple[str, tuple[Person, ...]]:
    try:
        row = json.loads(line)
        people = tuple(_person(entry) for entry in row.get("participants") or ())
        return _string(row["text"]), people
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"line {number}: expected a JSON object with a text and its participants"
        raise ValueError(message) from error


def _person(entry: dict[str, object]) -> Person:
    return Person(_string(entry["name"]), _string(entry.get("unit") or ""), _string(entry.get("profession") or ""))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
