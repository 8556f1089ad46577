"""What people wrote, as it may stand in minutes: masked, escaped, and marked where a word was put in."""

from __future__ import annotations

import unicodedata
from itertools import chain, repeat
from typing import TYPE_CHECKING

from sessions.mask.shown import naming_veil_of, settled_veil_of, veil_of, without_members
from sessions.minutes.escape import escaped, escaped_within, paragraphs
from sessions.notes import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sessions.mask.shown import Known, Piece, Veil

_HARD_BREAK = "\\\n"
# Control characters, which no text of people's has here, hold the place while it is escaped.
_ON, _OFF = _MARKS = "\x02", "\x03"


class Scribe:
    """Writes people's words for one session: everything that goes through it comes out without names."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._veil = veil_of(known)
        self._settled_veil = settled_veil_of(known)
        self._naming_veil = naming_veil_of(known)

    def line(self, text: str) -> str:
        """Give a text on one line."""
        return _marked(one_line(text), self._veil)

    def title(self, text: str) -> str:
        """Give what was settled before anyone spoke, on one line: a unit's name may stand in it, a person's may not."""
        return _marked(one_line(text), self._settled_veil)

    def name(self, text: str) -> str:
        """Give what a group is called, on one line: as it is, but for the names of those who are known."""
        return _marked(one_line(text), self._naming_veil)

    def block(self, text: str, indent: str = "") -> str:
        """Give a text with its paragraphs and line breaks; each line after the first begins with `indent`."""
        return _block(text, indent, lambda line: _marked(line, self._veil))

    def as_written(self, text: str, indent: str = "") -> str:
        """Give a leader's text, to stand after its label: as she wrote it, but for names of those in the session."""
        people, language = self._known.people, self._known.language
        ways = chain([escaped_within], repeat(escaped))  # the label stands before the first line
        return _block(text, indent, lambda line: next(ways)(without_members(line, people, language)))


def _marked(line: str, veil: Veil) -> str:
    """Mask a line, escape it, and set the words that the mask put in in italics."""
    parts = veil.pieces(line)
    marked = "".join(
        f"{_ON}{part.text}{_OFF}" if part.put_in and _stands_free(parts, place) else part.text
        for place, part in enumerate(parts)
    )
    return escaped(marked).replace(_OFF + _ON, "").replace(_ON, "*").replace(_OFF, "*")


def _block(text: str, indent: str, write: Callable[[str], str]) -> str:
    blocks = [_HARD_BREAK.join(map(write, lines)) for lines in paragraphs(text) if lines]
    return "\n\n".join(blocks).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def _stands_free(parts: Sequence[Piece], place: int) -> bool:
    before = parts[place - 1].text[-1:] if place else ""
    after = parts[place + 1].text[:1] if place + 1 < len(parts) else ""
    return _free(before) and _free(after)


def _free(neighbour: str) -> bool:
    """Tell whether an asterisk beside this character begins or ends italics, whatever stands on its other side."""
    return not neighbour or neighbour in _MARKS or neighbour.isspace() or unicodedata.category(neighbour)[0] in "PS"
