"""What people wrote, as wall and minutes show it: without names or who said it, in the language of the session."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.engine import mask
from sessions.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sessions.people import Person

_REMEMBERED = 32_768  # texts: more than a day of cafés writes, so that each is masked once


class Piece(NamedTuple):
    """A part of a text, and whether it was put in where something was taken out."""

    text: str
    put_in: bool


def shown(text: str, people: tuple[Person, ...], language: str) -> str:
    """Give a text of one line or more as others may see it."""
    return "".join(piece.text for piece in pieces(text, people, language))


@lru_cache(maxsize=_REMEMBERED)
def pieces(text: str, people: tuple[Person, ...], language: str) -> tuple[Piece, ...]:
    """Give the same in pieces, for those who mark what was put in."""
    from sessions.mask.unattributed import unattributed

    return tuple(_pieces(unattributed(mask(text, people).text), language))


def without_members(text: str, people: tuple[Person, ...], language: str) -> str:
    """Give a text as it was written but for the names of `people`: for words of someone who is not one of them."""
    masked = mask(text, people, members_only=True).text if people else text
    return text if masked == text else "".join(piece.text for piece in _pieces(masked, language))


def remember(written: Iterable[str], people: tuple[Person, ...], language: str) -> None:
    """Mask texts ahead of their use, and load what the first one needs: for a thread of its own."""
    for text in ("Kari 12345678", *written):
        pieces(text, people, language)


def _pieces(masked: str, language: str) -> Iterator[Piece]:
    from sessions.mask.placeholders import placeholders_in

    place = 0
    for start, end in placeholders_in(masked):
        if place < start:
            yield Piece(masked[place:start], put_in=False)
        yield Piece(_worded(masked[start:end], language), put_in=True)
        place = end
    if place < len(masked):
        yield Piece(masked[place:], put_in=False)


def _worded(found: str, language: str) -> str:
    """Give a placeholder in another language, with its capital and its genitive."""
    words, own = texts(language), texts("nb")
    keys = {own(key): key for key in own.words if key.startswith("placeholder.") and key != _OWNER}
    bare = found.casefold() if found.casefold() in keys else found.casefold().removesuffix("s")
    if bare not in keys:
        return found
    said = words(keys[bare])
    if len(bare) < len(found):
        said = words(_OWNER, who=said)
    return said[0].upper() + said[1:] if found[0].isupper() else said


_OWNER = "placeholder.owner"
