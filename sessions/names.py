"""Names of files: what a title becomes when it has to live on any disk."""

from __future__ import annotations

import re
import unicodedata

_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ł": "l"})
LONGEST = 60  # characters: Windows has 260 for a whole path


def slug(title: str) -> str:
    """Give a title as lower-case ASCII words with hyphens; "samling" when nothing is left."""
    folded = unicodedata.normalize("NFKD", title.casefold().translate(_NORDIC))
    words = re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode())
    return "-".join(words)[:LONGEST].strip("-") or "samling"
