"""Sorting: how the group makes, words, joins and parts its items. Pure functions from a session to a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.items import Fate, Item
from sessions.notes import one_line, plain
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.session import Session

HEADING = 60  # characters: a heading is read from the back row


class SortingError(TroubleError):
    """Something that cannot be done with the items as they are; the sentence says what to do instead."""


def find(session: Session, number: int) -> Item:
    """Give the item with this number; SortingError when there is none."""
    item = next((item for item in session.items if item.number == number), None)
    if item is None:
        raise SortingError("sorting.no_item", number=number)
    return item


def made(session: Session, text: str, notes: Sequence[str] = (), *, heading: str = "", ask: str = "") -> Session:
    """Make an item of a text and the notes it came from; without a heading it gets the beginning of the text."""
    text, heading = plain(text), one_line(heading) or heading_of(plain(text))
    if not heading:
        raise SortingError("sorting.empty")
    item = Item(session.items_made + 1, heading, text, tuple(notes), ask=one_line(ask))
    return session.with_items((*session.items, item))


def heading_of(text: str) -> str:
    """Give the beginning of a text as a heading: whole words, at most 60 characters."""
    line = one_line(text)
    if len(line) <= HEADING:
        return line.rstrip(".")
    cut = line[: HEADING - 1]
    return cut.rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def worded(session: Session, number: int, *, heading: str, text: str, ask: str) -> Session:
    """Give an item other words. An empty heading is made from the text; an item without any word is not made."""
    text = plain(text)
    heading = one_line(heading) or heading_of(text)
    if not heading:
        raise SortingError("sorting.empty")
    return _put(session, replace(find(session, number), heading=heading, text=text, ask=one_line(ask)))


def decided(session: Session, number: int, fate: Fate | None) -> Session:
    """Keep an item, raise it, or leave it undecided."""
    return _put(session, replace(find(session, number), fate=fate))


def merged(session: Session, numbers: Sequence[int]) -> Session:
    """Make one item of several, under the first one's number and heading.

    Unless all had the same fate the group decides anew: a kept matter is not raised by being merged.
    """
    numbers = tuple(dict.fromkeys(numbers))
    if len(numbers) < 2:
        raise SortingError("sorting.merge_one")
    items = [find(session, number) for number in numbers]
    first = items[0]
    whole = replace(
        first,
        text="\n\n".join(item.text for item in items if item.text),
        notes=tuple(dict.fromkeys(note for item in items for note in item.notes)),
        fate=first.fate if len({item.fate for item in items}) == 1 else None,
        ask="; ".join(dict.fromkeys(item.ask for item in items if item.ask)),
    )
    rest = tuple(item for item in session.items if item.number not in numbers[1:])
    return _put(session.with_items(rest), whole)


def split(session: Session, number: int) -> Session:
    """Make an item of each paragraph; the first keeps number, heading and request, the group decides on the others."""
    item = find(session, number)
    parts = [part.strip() for part in item.text.split("\n\n") if part.strip()]
    if len(parts) < 2:
        raise SortingError("sorting.split_one")
    own = item.notes if len(item.notes) == len(parts) else ()
    first = replace(item, text=parts[0], notes=own[:1] if own else item.notes)
    session = _put(session, first)
    for place, part in enumerate(parts[1:], start=1):
        session = made(session, part, own[place : place + 1])
    return session


def removed(session: Session, number: int) -> Session:
    """Take an item away; its notes wait to be sorted again."""
    find(session, number)
    return session.with_items(tuple(item for item in session.items if item.number != number))


def _put(session: Session, item: Item) -> Session:
    return session.with_items(tuple(item if known.number == item.number else known for known in session.items))
