"""What people wrote, as it may stand in minutes: masked, escaped, and marked where a word was put in."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sessions.mask import mask
from sessions.mask.placeholders import placeholders_in
from sessions.minutes.escape import escaped, paragraphs
from sessions.notes import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.people import Person

_HARD_BREAK = "\\\n"
# Control characters, which no text of people's has here, hold the place while it is escaped.
_ON, _OFF = _MARKS = "\x02", "\x03"


class Scribe:
    """Writes people's words for one session: everything that goes through it comes out without names."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = tuple(people)

    def line(self, text: str) -> str:
        """Give a text on one line."""
        return self._marked(one_line(text))

    def block(self, text: str, indent: str = "") -> str:
        """Give a text with its paragraphs and line breaks; each line after the first begins with `indent`."""
        blocks = [_HARD_BREAK.join(self._marked(line) for line in lines) for lines in paragraphs(text) if lines]
        return "\n\n".join(blocks).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")

    def _marked(self, line: str) -> str:
        """Mask a line, escape it, and set the words that the mask put in in italics."""
        masked = mask(line, self._people).text
        for start, end in reversed(list(placeholders_in(masked))):
            if _free(masked[start - 1 : start]) and _free(masked[end : end + 1]):
                masked = f"{masked[:start]}{_ON}{masked[start:end]}{_OFF}{masked[end:]}"
        return escaped(masked).replace(_OFF + _ON, "").replace(_ON, "*").replace(_OFF, "*")


def _free(neighbour: str) -> bool:
    """Tell whether an asterisk beside this character begins or ends italics, whatever stands on its other side."""
    return not neighbour or neighbour in _MARKS or neighbour.isspace() or unicodedata.category(neighbour)[0] in "PS"
