"""What a phone sends: a note, or that a note is to go; from the script as JSON, from a plain form as fields."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

ID = re.compile(r"[A-Za-z0-9_-]{8,40}")
_MOST_FIELDS = 20
EDIT_DIGITS = 15  # milliseconds, and far from where a phone's numbers are no longer exact


@dataclass(frozen=True, slots=True)
class Sent:
    """A note as a phone sends it; `edit` grows with each change, `gone` says that it is to be taken back."""

    id: str
    text: str
    round: int
    lift: bool
    gone: bool
    edit: int


def fields(body: bytes, content_type: str) -> dict[str, Any]:
    """Read a body into fields. Raises ValueError for one that is neither a JSON object nor a form."""
    if content_type.partition(";")[0].strip().casefold() == "application/json":
        try:
            data = json.loads(body)
        except RecursionError as error:
            raise ValueError("too deep") from error
        if not isinstance(data, dict):
            raise ValueError("not an object")
        return data
    text = body.decode("utf-8", "replace")
    return dict(
        parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, encoding="utf-8", errors="replace")
    )


def sent(data: dict[str, Any]) -> Sent:
    """Read a note out of fields. Raises ValueError when it has no id, or when a field is not what it should be."""
    note_id, text = data.get("id"), data.get("text", "")
    if not isinstance(note_id, str) or not ID.fullmatch(note_id) or not isinstance(text, str):
        raise ValueError("not a note")
    number, edit = whole(data.get("round", 0)), whole(data.get("edit", 0), EDIT_DIGITS)
    return Sent(note_id, text, number, _said(data.get("lift")), _said(data.get("gone")), edit)


def whole(value: object, digits: int = 4) -> int:
    """Give a whole number of so many digits at most. Raises ValueError for anything else."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not re.fullmatch(rf"[0-9]{{1,{digits}}}", text):
        raise ValueError("not a number")
    return int(text)


def _said(value: object) -> bool:
    return value is True or value == "1"
