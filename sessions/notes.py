"""Notes: what the hosts write at the tables. Raw, they never leave the laptop."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# Unicode's bidirectional controls (UAX #9): they turn the order of what is shown around.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# They look like nothing and act like something. The joiners U+200C and U+200D stay: emoji and some scripts need them.
_INVISIBLE = frozenset("\u200b\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Note:
    """What was written at one table in one round.

    `id` is made by the writer's side, so that the same note sent twice is one note. `round` counts from 1; 0 is before
    the first. `written` is in UTC seconds.
    """

    id: str
    table: int
    round: int
    text: str
    written: float
    lift: bool = False


def plain(text: str) -> str:
    """Text as text: NFC, one kind of line end, no control characters, no bidi overrides, no lone surrogates, trimmed.

    What is left can be shown in a terminal and stored as UTF-8 without acting on either.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = "".join(c for c in text if c == "\n" or (c not in _BIDI and c not in _INVISIBLE and not _acts(c)))
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """Text as `plain` gives it, on one line: for headings and names."""
    return " ".join(plain(text).split())


def _acts(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
