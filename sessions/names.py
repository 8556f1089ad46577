"""Names of files: what a title becomes when it has to live on any disk."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ł": "l"})
LONGEST = 60  # characters: Windows has 260 for a whole path


def slug(title: str, people: Iterable[str] = ()) -> str:
    """Give a title as lower-case ASCII words with hyphens; "samling" when nothing is left.

    Words that are names of `people`, or their genitives, are left out: a file goes to leaders under its name.
    """
    theirs = {word for name in people for word in _words(name) if len(word) > 1}
    words = [word for word in _words(title) if word not in theirs and word.removesuffix("s") not in theirs]
    return "-".join(words)[:LONGEST].strip("-") or "samling"


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_NORDIC))
    return re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode())
